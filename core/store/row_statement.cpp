// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/row_statement.h"

#include "core/base/numbers.h"

#include <QSqlRecord>
#include <QSqlResult>

#ifdef BOMAY_DIRECT_SQLITE
#include <sqlite3.h>
#endif

#include <utility>

namespace bomay {

using namespace Qt::StringLiterals;

#ifdef BOMAY_DIRECT_SQLITE

namespace {

/// Two copies of SQLite in one process must not touch each other's statements. Those of one build are one file here.
bool isOurSqlite(const SqliteConnection &connection)
{
    static const bool isOurs = connection.value(u"SELECT sqlite_source_id()"_s).value_or(QVariant()).toString() ==
                               QLatin1StringView(sqlite3_sourceid());
    return isOurs;
}

/// As the documentation of `QSqlResult::handle` has it.
sqlite3_stmt *statementOf(const QSqlQuery &query)
{
    const QVariant handle = query.result()->handle();
    return handle.isValid() && QLatin1StringView(handle.typeName()) == "sqlite3_stmt*"_L1
               ? *static_cast<sqlite3_stmt *const *>(handle.data())
               : nullptr;
}

std::unexpected<Error> errorOf(sqlite3_stmt *statement)
{
    sqlite3 *database = sqlite3_db_handle(statement);
    return fail(u"database-error"_s, {}, {},
                u"%1 [%2]"_s.arg(QString::fromUtf8(sqlite3_errmsg(database))).arg(sqlite3_errcode(database)));
}

void addCell(sqlite3_stmt *statement, int column, CellRow &row)
{
    const auto bytesAt = [&](const void *bytes) {
        return QByteArrayView(static_cast<const char *>(bytes), sqlite3_column_bytes(statement, column));
    };
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
        return row.addNull();
    case SQLITE_INTEGER:
        return row.addInteger(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT:
        return row.addReal(sqlite3_column_double(statement, column));
    case SQLITE_TEXT:
        return row.addText(bytesAt(sqlite3_column_text(statement, column)));
    default:
        return row.addBytes(bytesAt(sqlite3_column_blob(statement, column)));
    }
}

/// Texts are not copied: the row must stay until the statement has run.
void bindCell(sqlite3_stmt *statement, int place, const Cell &cell)
{
    const auto size = static_cast<int>(cell.text.size());
    switch (cell.type) {
    case Cell::Type::Null:
        sqlite3_bind_null(statement, place);
        return;
    case Cell::Type::Integer:
        sqlite3_bind_int64(statement, place, cell.integer);
        return;
    case Cell::Type::Real:
        sqlite3_bind_double(statement, place, cell.real);
        return;
    case Cell::Type::Text:
        sqlite3_bind_text(statement, place, cell.text.data(), size, SQLITE_STATIC);
        return;
    case Cell::Type::Bytes:
        sqlite3_bind_blob(statement, place, cell.text.data(), size, SQLITE_STATIC);
        return;
    }
}

} // namespace

Result<RowStatement> RowStatement::prepare(const SqliteConnection &connection, const QString &sql, Route route)
{
    BM_TRY(QSqlQuery query, connection.prepare(sql));
    sqlite3_stmt *direct = route == Route::Quickest && isOurSqlite(connection) ? statementOf(query) : nullptr;
    return RowStatement(std::move(query), direct);
}

bool RowStatement::next(CellRow &row)
{
    if (m_direct == nullptr)
        return nextOfQtSql(row);
    row.clear();
    const int code = sqlite3_step(m_direct);
    if (code == SQLITE_ROW) {
        const int columns = sqlite3_column_count(m_direct);
        for (int column = 0; column < columns; ++column)
            addCell(m_direct, column, row);
        return true;
    }
    if (code != SQLITE_DONE)
        m_trouble = errorOf(m_direct).error();
    sqlite3_reset(m_direct);
    return false;
}

Result<> RowStatement::run(const CellRow &cells)
{
    if (m_direct == nullptr)
        return runThroughQtSql(cells);
    for (int i = 0; i < cells.size(); ++i)
        bindCell(m_direct, i + 1, cells[i]);
    Result<> done;
    if (sqlite3_step(m_direct) != SQLITE_DONE)
        done = errorOf(m_direct);
    sqlite3_reset(m_direct);
    return done;
}

#else

Result<RowStatement> RowStatement::prepare(const SqliteConnection &connection, const QString &sql, Route /*route*/)
{
    BM_TRY(QSqlQuery query, connection.prepare(sql));
    return RowStatement(std::move(query), nullptr);
}

bool RowStatement::next(CellRow &row)
{
    return nextOfQtSql(row);
}

Result<> RowStatement::run(const CellRow &cells)
{
    return runThroughQtSql(cells);
}

#endif

RowStatement::RowStatement(QSqlQuery query, sqlite3_stmt *direct)
    : m_query(std::move(query))
    , m_direct(direct)
{}

Result<> RowStatement::end() const
{
    if (m_trouble)
        return std::unexpected(*m_trouble);
    return {};
}

bool RowStatement::nextOfQtSql(CellRow &row)
{
    row.clear();
    Result<> done = std::exchange(m_isRunning, true) ? Result<>{} : execute(m_query);
    if (done && m_query.next()) {
        if (m_columns < 0)
            m_columns = m_query.record().count();
        for (int column = 0; column < m_columns; ++column)
            row.add(m_query.value(column));
        return true;
    }
    if (done)
        done = checkEndOfRows(m_query);
    if (!done)
        m_trouble = std::move(done).error();
    return false;
}

Result<> RowStatement::runThroughQtSql(const CellRow &cells)
{
    for (int i = 0; i < cells.size(); ++i)
        m_query.bindValue(i, cells[i].toVariant());
    return execute(m_query);
}

} // namespace bomay
