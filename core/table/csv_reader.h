// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/table/reader.h"
#include "core/table/workbook.h"

#include <QByteArray>

namespace bomay {

/// Reads CSV by RFC 4180: quotes, doubled quotes and line breaks inside them, line ends CR, LF and CRLF. The delimiter
/// is found out among tab, ";" (what Excel writes in a Vietnamese Windows) and ",". UTF-8 with or without BOM, UTF-16
/// with BOM. Every filled field is a text cell; a row is a record, so that empty lines count and line breaks in quotes
/// do not.
///
/// `place.file` names the file in errors. Errors: `not-a-spreadsheet` (zero bytes, or a known other format),
/// `bad-encoding` (row of the first byte that is not UTF-8), `truncated` (row of a quote that is never closed),
/// `too-large`.
[[nodiscard]] Result<std::vector<Cell>> readCsv(const QByteArray &bytes, const Place &place, const TableLimits &limits);

} // namespace bomay
