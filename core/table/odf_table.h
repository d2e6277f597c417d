// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/grid_builder.h"
#include "core/table/odf_styles.h"

namespace bomay {

/// Reads an OpenDocument part (content.xml, or a whole FODS) at one pass: styles as they come, then the sheets into the
/// builder. Cells written once for many are spread out as far as they hold something. True where the part has a
/// spreadsheet. Errors: `damaged-spreadsheet` {part} with the place of the cell, `too-large`.
[[nodiscard]] Result<bool> readOdfPart(const QByteArray &xml, const QString &part, OdfStyles &styles,
                                       GridBuilder &builder);

} // namespace bomay
