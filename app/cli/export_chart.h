// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace bomay {

/// Writes the chart of a document as PDF, SVG or PNG, by the ending of the path, and says why it stands on its pages as
/// it does. Pages of a picture are files of their own. Errors: `nothing-to-draw`; `bad-value`; those of `chartOnPaper`
/// and of the writers.
[[nodiscard]] Result<> exportChart(const CommandContext &context, const Session &session, const QString &path);

} // namespace bomay
