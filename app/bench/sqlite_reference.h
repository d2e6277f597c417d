// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <variant>
#include <vector>

namespace bomay {

/// One cell of a table as SQLite has it.
using RawCell = std::variant<std::monostate, qint64, double, QString>;

/// A table of a document: its rows as one list of cells.
struct RawTable
{
    QByteArray name;
    QByteArray createStatement;
    int columns = 0;
    std::vector<RawCell> cells;
};

/// For `loadDocument`: SQLite's own C interface reads every row and makes the same QStrings. It checks nothing of what
/// it reads, builds no graph, and leaves ids and dates as text. `Structure` = what is read before the first picture.
/// Error: `database-error` with SQLite's word.
enum class RawTables { All, Structure };
[[nodiscard]] Result<std::vector<RawTable>> readRawTables(const QString &path, RawTables wanted = RawTables::All);

/// For `saveDocument`: SQLite's own C interface writes the same rows into a new file in one transaction, synced as ours
/// is. A file of this name goes. Error: `database-error` with SQLite's word.
[[nodiscard]] Result<> writeRawTables(const std::vector<RawTable> &tables, const QString &path);

/// For `saveChanges`: SQLite's own C interface writes one row of a document anew in one transaction, synced as ours is.
/// Error: `database-error` with SQLite's word.
[[nodiscard]] Result<> writeOneRow(const QString &path);

} // namespace bomay
