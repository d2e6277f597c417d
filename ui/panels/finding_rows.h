// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/finding_mark.h"
#include "ui/document/ui_context.h"

#include <array>
#include <vector>

namespace bomay {

/// Columns of the findings.
enum class FindingColumn { Kind, Subjects, Text, Citation };
inline constexpr int kFindingColumns = static_cast<int>(FindingColumn::Citation) + 1;

/// How the findings are put into groups.
enum class FindingGrouping { Kind, Rule, Unit };

/// One thing that the checker says, in the words of the user's language.
struct FindingRow
{
    FindingKind kind = FindingKind::Error;
    QString key;                   ///< the same for the same finding after a refresh
    QString rule;                  ///< id; empty where several rules wait for the same fact
    int finding = -1;              ///< index in `CheckReport::findings`; −1 = none
    WaiverId waiver;               ///< of the finding, or one that matches none any more; null = none
    QString groupKey;              ///< of the group that it stands in
    QString groupText;             ///< what that group is called
    std::vector<NodeRef> subjects; ///< whom it speaks of; the first is the one to show first
    std::array<QString, kFindingColumns> texts;
    QString toolTip;

    [[nodiscard]] QString &text(FindingColumn column) { return texts[uz(static_cast<int>(column))]; }
    [[nodiscard]] const QString &text(FindingColumn column) const { return texts[uz(static_cast<int>(column))]; }
};

/// The report of the document in view: findings, the gravest first, then what the office answers for, what could not be
/// checked, what does not apply and what is switched off, so that no rule is silently missing. What waits for the same
/// fact is one row, so that it is entered once; grouped by rule or unit, one for each.
[[nodiscard]] std::vector<FindingRow> findingRows(const UiContext &context, FindingGrouping grouping);

/// The facts that are missing somewhere: codes of messages, each once.
[[nodiscard]] QStringList missingFacts(const CheckReport &report);

} // namespace bomay
