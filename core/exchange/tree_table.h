// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/foreign_rows.h"

#include <QStringList>

namespace bomay {

/// What the rows of a table are.
enum class RowKindOfTable { Units, Posts };

/// How a table is read whose rows name the rows above them.
struct TreeOptions
{
    std::optional<RowKindOfTable> rows;    ///< nothing: posts where the table has titles or holders, else units
    QStringList top{QStringLiteral("xx")}; ///< words in the parent's column that mean there is none

    friend bool operator==(const TreeOptions &, const TreeOptions &) = default;
};

/// Do the rows of the table name the rows above them: by code or name, by a path, or by the parts of their codes?
[[nodiscard]] bool looksLikeTree(const SheetTable &table);

/// Maps a table, its coded rows taken (`takeCodedRows`), of units, or of posts in units with whom they report to.
void mapTree(ForeignRows &rows, const SheetTable &table, const TreeOptions &options);

} // namespace bomay
