// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/edits_branch.h"

#include <QStringList>

namespace bomay {

/// What a pasted text says of an organisation.
struct PastedChart
{
    Branch branch;
    QStringList ignored; ///< headings of columns that hold something which a chart has no place for
};

/// Understands what Excel, Word and text editors put on the clipboard as plain text.
///
/// A list: a line is a unit, or a post where its text is a title ("Phó Giám đốc") and nothing stands below it. Levels
/// come from indents; where there are none, from the kinds of numbers and bullets in the order in which they first come
/// ("I.", "1.", "1.1.", "a)", "-"). A table (tabs within lines): with a heading that names a column for the unit above,
/// units are hung up by name; else every column is a level, and an empty cell means what stands above it. Columns of
/// numbers alone are no level. Units with one name under one unit are one. Nothing where the text is empty.
[[nodiscard]] PastedChart chartFromText(const QString &text);

/// The branch as an indented list, a tab a level, posts before units: `chartFromText` reads it back.
[[nodiscard]] QString outlineOf(const Branch &branch);

/// The branch as a table for spreadsheets, tabs between cells: unit, unit above, post, seats.
[[nodiscard]] QString tableOf(const Branch &branch);

} // namespace bomay
