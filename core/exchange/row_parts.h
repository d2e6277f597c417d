// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/sheet_table.h"

#include <utility>

namespace bomay {

/// The first row in the list, above that of the header, which says the same of the same columns; that of the header
/// where there is none.
[[nodiscard]] std::size_t firstHeader(const SheetTable &table, std::size_t header);

/// Tells what each row of a table is there for, its header being known by its first and last row in the list, and by a
/// row, itself or one below, that is one too.
[[nodiscard]] std::vector<RowPart> partsOfRows(const SheetTable &table, std::pair<std::size_t, std::size_t> header,
                                               std::size_t again);

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
