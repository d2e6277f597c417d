// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "tests/core/decree/chart_fixture.h"

namespace bomay {

enum class Expected { Passes, Fails };

/// One organisation that a rule of the built-in packs passes or fails, and nothing else about it open.
struct RuleCase
{
    QString rule;
    QString file;
    int row = 0; ///< of the case in the file
    Expected expected = Expected::Passes;
    QString day;
    QStringList lines; ///< see `addLines`
    // Of the one finding:
    QString at; ///< code of its subject
    int actual = 0;
    int limit = 0;
    QString severity; ///< empty = that of the rule

    [[nodiscard]] Organisation organisation() const;
    [[nodiscard]] OrgView view() const;
};

/// The cases of tests/data/decrees: a file beside each pack, with `[[case]]` of `rule`, `day`, perhaps `chart` (lines
/// of charts.toml that it starts from) and `lines` for both; then `passes` and `fails`, the lines that decide; and of
/// the finding `at`, `actual`, `limit`, perhaps `severity`.
[[nodiscard]] Result<std::vector<RuleCase>> loadRuleCases();

} // namespace bomay
