// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_context.h"

#include <map>
#include <optional>

namespace bomay {

/// The posts that rows can mean: those of the document as they are on the day of the file (without one, as they are
/// last), known again by unit, title and deputy tier, or by a code. Of several posts of one title those of that day
/// come first, in the order in which they are drawn and written, then those that go on; each comes as often as it has
/// seats.
class PostDirectory
{
public:
    explicit PostDirectory(const ImportContext &context);

    /// The post of the document that the next `seats` seats of this title in a unit are of, with a state of that time;
    /// null where the document has not so many. Without a tier those of any, the first tier first.
    [[nodiscard]] PostId take(UnitId unit, const QString &title, std::optional<int> tier, int seats,
                              const Period &time);
    /// By its own code; null where there is none.
    [[nodiscard]] PostId withCode(const QString &code) const { return m_byCode.value(code); }
    /// The same as `linkParents` compares codes.
    [[nodiscard]] PostId named(const QString &code) const;
    [[nodiscard]] QSet<QString> codes() const { return {m_byCode.keyBegin(), m_byCode.keyEnd()}; }

private:
    struct Seats
    {
        std::vector<PostId> posts; ///< each as often as it has seats
        int taken = 0;             ///< by the rows so far
    };
    using Key = std::tuple<UnitId, QString, int>; ///< unit, folded title, tier

    [[nodiscard]] PostId takeOf(Seats &known, int seats, const Period &time) const;

    const Organisation &m_base;
    bool m_isLoose;
    QHash<QString, PostId> m_byCode;
    QHash<QString, PostId> m_byLooseCode;
    std::map<Key, Seats> m_seats;
};

} // namespace bomay
