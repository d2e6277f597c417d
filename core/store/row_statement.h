// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/cell_row.h"
#include "core/store/sqlite_connection.h"

#include <optional>

struct sqlite3_stmt;

namespace bomay {

/// A prepared statement whose rows are many: they go by without a QVariant for each cell. Qt SQL prepares and owns it;
/// where Qt's driver uses the same SQLite that this program is linked with, its rows are stepped through by SQLite's
/// own calls, else through Qt SQL. Must be gone before its connection.
class RowStatement
{
public:
    enum class Route { Quickest, QtSql };

    /// Error: `database-error`.
    [[nodiscard]] static Result<RowStatement> prepare(const SqliteConnection &connection, const QString &sql,
                                                      Route route = Route::Quickest);

    /// The next row of a query. False behind the last and at an error: see `end`.
    [[nodiscard]] bool next(CellRow &row);
    /// After `while (next(row))`. Error: `database-error` where not all rows came.
    [[nodiscard]] Result<> end() const;

    /// Runs a statement without rows with the cells in place of its question marks. Error: `database-error`.
    [[nodiscard]] Result<> run(const CellRow &cells);

private:
    RowStatement(QSqlQuery query, sqlite3_stmt *direct);

    [[nodiscard]] bool nextOfQtSql(CellRow &row);
    [[nodiscard]] Result<> runThroughQtSql(const CellRow &cells);

    QSqlQuery m_query;
    sqlite3_stmt *m_direct;   ///< the query's; null = the way through Qt SQL
    bool m_isRunning = false; ///< this and the next: of the way through Qt SQL
    int m_columns = -1;
    std::optional<Error> m_trouble;
};

} // namespace bomay
