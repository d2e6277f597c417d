// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/finding_mark.h"
#include "ui/document/ui_context.h"

namespace bomay {

/// What would come of a change, in a few lines, before it is made.
struct ChangeVerdict
{
    FindingKind kind = FindingKind::NotApplicable; ///< the gravest of what it would bring; NotApplicable = nothing
    QStringList lines;                             ///< empty where nothing would change

    friend bool operator==(const ChangeVerdict &, const ChangeVerdict &) = default;
};

/// Tries a change without making it: which rules it would break, which findings would go, or why it cannot be made at
/// all. Advice is not counted.
[[nodiscard]] ChangeVerdict verdictOn(const UiContext &context, const Result<Change> &change);

/// How many findings would go and come, in words: "bớt 2, thêm 1"; empty where the change cannot be made.
[[nodiscard]] QString countsOf(const UiContext &context, const Change &change);

} // namespace bomay
