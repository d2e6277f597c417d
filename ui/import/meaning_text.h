// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_profile.h"

namespace bomay {

/// What a column says, as the officer reads it: "Đơn vị cấp trên".
[[nodiscard]] QString meaningText(ColumnMeaning meaning);

/// The meanings that can be chosen, in the order of lists.
[[nodiscard]] std::vector<ColumnMeaning> choosableMeanings();

/// What a row is there for: "dòng cộng"; empty for data.
[[nodiscard]] QString rowPartText(RowPart part);

/// How a table is read, in words of the window's language.
[[nodiscard]] QString formText(TableForm form);

} // namespace bomay
