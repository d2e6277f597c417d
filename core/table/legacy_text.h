// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/workbook.h"

namespace bomay {

/// Turns the legacy text of a workbook into Unicode in NFC and says so in `conversions`. What a font of a cell or a run
/// tells comes first; the other texts are judged together by what they look like, and each is changed only where that
/// makes it more Vietnamese. Text that is Unicode already stays, whatever its font. Nothing is trimmed: the soft hyphen
/// is a letter of TCVN3.
void convertLegacyText(Workbook &workbook);

/// The same for a workbook made of bytes as if they were Latin-1: one encoding for all of it. False, and nothing done,
/// where none is sure.
[[nodiscard]] bool convertBytesRead(Workbook &workbook);

} // namespace bomay
