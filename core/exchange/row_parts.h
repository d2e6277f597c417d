// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/sheet_table.h"

namespace bomay {

/// Tells what each row of a table is there for, its header being known by its first and last row in the list.
[[nodiscard]] std::vector<RowPart> partsOfRows(const SheetTable &table, std::size_t headerFirst,
                                               std::size_t headerLast);

/// What looks like a total, a note or a signature is data all the same where it has a code: for tables whose rows are
/// named by codes.
void takeCodedRows(SheetTable &table);

/// Does a row name something and number, code or count it, as rows of data do?
[[nodiscard]] bool looksLikeData(const SheetTable &table, CellRow row);

/// Does a row, without any merged cells, name columns under those of the row above? All its texts are known headers
/// or stand behind a cell above that has none beside it.
[[nodiscard]] bool partsColumns(CellRow above, CellRow row);

/// Is there a word of at least two letters, and no number on its own?
[[nodiscard]] bool isWords(const QString &text);

/// "Cộng", "Tổng số", "Tổng cộng (I+II)", "Total" — but not "Tổng công ty" or "Công an".
[[nodiscard]] bool isTotal(const QString &text);

} // namespace bomay
