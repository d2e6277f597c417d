// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/checker.h"

namespace bomay {

/// What the rules allow a unit: the smallest number of those that limit its deputies one by one. Averages over several
/// units limit none of them alone (law.md §9); they have totals of their own.
struct LedgerCeiling
{
    std::optional<int> number = {}; ///< nothing: no rule in force says one, or a number that it asks for is missing
    QString rule = {};              ///< id; empty = none
    QString citation = {};
    QString missing = {}; ///< message code of the fact that keeps a rule from saying its number; empty = none

    friend bool operator==(const LedgerCeiling &, const LedgerCeiling &) = default;
};

/// One unit of the ledger. Numbers are persons, those of `vacant` seats.
struct LedgerRow
{
    Subject subject;
    UnitKind kind = UnitKind::Unknown;
    LedgerCeiling ceiling = {};
    std::optional<int> allotted = {};
    QString document = {}; ///< that allots, as it is cited; empty = not entered, or nothing is allotted
    int inPost = 0;        ///< see `deputiesInPost`
    int vacant = 0;        ///< seats of deputies beyond those in post
    /// Dôi dư: in post above the smaller of ceiling and allotted, or as many as hold posts marked as surplus, whichever
    /// is more.
    int surplus = 0;
    std::optional<Day> until =
        {}; ///< by when the surplus has to go: the first last day of marked posts, else of the grace
    QString untilCitation = {}; ///< of the grace

    friend bool operator==(const LedgerRow &, const LedgerRow &) = default;
};

/// Sums of rows.
struct LedgerTotal
{
    enum class By { All, Kind, Locality, Scope };

    By by = By::All;
    QString key = {};        ///< code of kind or locality, id of the rule; empty for all
    BilingualText name = {}; ///< of the kind, the locality, the unit that an average is taken under; empty for all
    int units = 0;           ///< rows that are summed
    /// Sum of those that have one, of a scope what its rule allows; nothing = none has.
    std::optional<int> ceiling = {};
    int withoutCeiling = 0;           ///< units with deputies that are not in that sum
    std::optional<int> allotted = {}; ///< likewise
    int inPost = 0;
    int vacant = 0;
    int surplus = 0;       ///< sum; of a scope in post above what its rule allows
    QString citation = {}; ///< of the rule of a scope
    QString missing = {};  ///< of a scope: message code of the fact that keeps its rule from saying a number

    friend bool operator==(const LedgerTotal &, const LedgerTotal &) = default;
};

/// Bảng theo dõi số lượng cấp phó on one day: units with deputies, a ceiling or an allotted number, in the order of
/// protocol.
struct DeputyLedger
{
    Day day;
    std::vector<LedgerRow> rows;
    std::vector<LedgerTotal> totals; ///< all; by kind; by locality with those below it; by scope of the averages

    friend bool operator==(const DeputyLedger &, const DeputyLedger &) = default;
};

/// Pure; `history` is the organisation of which `view` shows a day.
[[nodiscard]] DeputyLedger deputyLedger(const Organisation &history, const OrgView &view,
                                        std::span<const RulePack> packs, const CheckOptions &options = {});

} // namespace bomay
