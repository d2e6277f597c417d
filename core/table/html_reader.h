// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/reader.h"

#include <QByteArray>

namespace bomay {

/// Reads the tables of an HTML page as one sheet, one below the other: what web software exports under the name .xls,
/// and what Excel saves as a web page. The text of a table inside a cell is text of the cell. Fonts are taken from
/// `font`, from `style` and from the classes of a style sheet in the page. UTF-8, or Latin-1 characters of a legacy
/// encoding. `sheet` names it. Errors: `not-a-spreadsheet` (no table), `truncated` (a table that is never closed),
/// `too-large`.
[[nodiscard]] Result<Workbook> readHtmlTables(const QByteArray &utf8, const Place &place, const TableLimits &limits);

} // namespace bomay
