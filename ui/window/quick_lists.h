// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/ui_context.h"
#include "ui/widgets/quick_list.h"

namespace bomay {

class CommandActions;

/// Every unit and post of the day in view with where it stands and who holds it: Ctrl+K.
[[nodiscard]] std::vector<QuickLine> placeLines(const UiContext &context);

/// Every command with its menu and key, found by its Vietnamese and its English name: Ctrl+Shift+P.
[[nodiscard]] std::vector<QuickLine> commandLines(const CommandActions &commands);

} // namespace bomay
