// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/model/chart_entities.h"

namespace bomay {

/// What `export --style` takes: the presets of a whole chart.
[[nodiscard]] QStringList styleNames();

/// What `export --theme` takes: none that is for the screen only.
[[nodiscard]] QStringList themeNames();

/// The view named by `--view`, else the first of the document, else none of its own; with what the other options say
/// instead. Errors: `unknown-view` {name, allowed}.
[[nodiscard]] Result<ChartView> wantedView(const CommandContext &context, const Organisation &organisation);

} // namespace bomay
