// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace bomay {

/// A text that no spreadsheet program takes for a formula: one that begins like one (= + - @, tab) gets an apostrophe
/// before it, since a name in a document may come from anybody; numbers stay numbers.
[[nodiscard]] QString withoutFormula(QString text);

/// A table as CSV that spreadsheet programs open by a double click: UTF-8 with a byte order mark, commas, quotes where
/// needed, CRLF, no formulas.
[[nodiscard]] QByteArray csvText(const QStringList &header, const std::vector<QStringList> &rows);

} // namespace bomay
