// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/property/verb_draw.h"

#include <random>

namespace bomay {

/// What a verb keeps beyond integrity.
enum class VerbKind {
    Facts,         ///< rows that no verb enters; always to be taken
    Edit,          ///< may put right what was
    Order,         ///< what was stays
    Territory,     ///< nothing is lost either; relations go on with one heir
    Reorganisation ///< they do with all
};

/// One verb with random arguments and what it gave.
struct VerbStep
{
    QString verb;
    VerbKind kind = VerbKind::Facts;
    Day day;     ///< from which it holds
    Terms terms; ///< of a reorganisation
    Result<Change> change;
};

/// An endless series of random verbs from a seed over an organisation that grows: units, posts, people, functions,
/// quotas, localities and relations come first, then everything that verbs can do with them, at dates that go on and,
/// now and then, back before the last order. A seed gives the same series with the same compiler.
///
/// A verb of the program is one line in the table of the .cpp file.
class VerbScript
{
public:
    explicit VerbScript(unsigned seed);

    /// The next verb for the organisation as it stands.
    [[nodiscard]] VerbStep next(const Organisation &organisation);

    /// The names of all verbs that it draws.
    [[nodiscard]] static QStringList verbs();

private:
    std::mt19937 m_engine;
    SeededIdSource m_ids;
    int m_serial = 0;
    int m_steps = 0;
    Day m_today;
};

} // namespace bomay
