// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/sqlite_reference.h"

#include "core/base/numbers.h"

#include <QByteArrayList>
#include <QFile>

#include <algorithm>
#include <array>
#include <memory>
#include <sqlite3.h>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

struct Closer
{
    void operator()(sqlite3 *database) const { sqlite3_close(database); }
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Closer>;
using Statement = std::unique_ptr<sqlite3_stmt, Closer>;

std::unexpected<Error> databaseError(sqlite3 *database)
{
    return fail(u"database-error"_s, {}, {}, QString::fromUtf8(sqlite3_errmsg(database)));
}

Result<Database> open(const QString &path, int flags)
{
    sqlite3 *raw = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &raw, flags, nullptr);
    Database database(raw);
    if (code != SQLITE_OK)
        return databaseError(raw);
    return database;
}

Result<> run(sqlite3 *database, const char *sql)
{
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return databaseError(database);
    return {};
}

Result<Statement> prepare(sqlite3 *database, const QByteArray &sql)
{
    sqlite3_stmt *raw = nullptr;
    if (sqlite3_prepare_v2(database, sql.constData(), static_cast<int>(sql.size()), &raw, nullptr) != SQLITE_OK)
        return databaseError(database);
    return Statement(raw);
}

RawCell cellOf(sqlite3_stmt *row, int column)
{
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_NULL:
        return {};
    case SQLITE_INTEGER:
        return static_cast<qint64>(sqlite3_column_int64(row, column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(row, column);
    default:
        // SQLite's texts are unsigned char, Qt's are char.
        return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(row, column)),
                                 sqlite3_column_bytes(row, column));
    }
}

void bindCell(sqlite3_stmt *statement, int place, const RawCell &cell)
{
    if (const auto *number = std::get_if<qint64>(&cell))
        sqlite3_bind_int64(statement, place, *number);
    else if (const auto *real = std::get_if<double>(&cell))
        sqlite3_bind_double(statement, place, *real);
    else if (const auto *text = std::get_if<QString>(&cell))
        sqlite3_bind_text16(statement, place, text->utf16(), static_cast<int>(text->size() * 2), SQLITE_STATIC);
    else
        sqlite3_bind_null(statement, place);
}

bool isStructure(const QByteArray &table)
{
    constexpr std::array kTables{"document_info", "locality",   "locality_state", "unit",     "unit_state",
                                 "post",          "post_state", "custom_field",   "relation", "staged"};
    return std::ranges::find(kTables, QByteArrayView(table)) != kTables.end();
}

Result<> readCells(sqlite3 *database, RawTable &table)
{
    BM_TRY(const Statement rows, prepare(database, "SELECT * FROM " + table.name));
    table.columns = sqlite3_column_count(rows.get());
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(rows.get())) == SQLITE_ROW)
        for (int column = 0; column < table.columns; ++column)
            table.cells.push_back(cellOf(rows.get(), column));
    if (code != SQLITE_DONE)
        return databaseError(database);
    return {};
}

Result<> writeCells(sqlite3 *database, const RawTable &table)
{
    const QByteArrayList marks(table.columns, "?");
    BM_TRY(const Statement insert,
           prepare(database, "INSERT INTO " + table.name + " VALUES (" + marks.join(", ") + ')'));
    for (std::size_t cell = 0; cell < table.cells.size();) {
        for (int place = 1; place <= table.columns; ++place)
            bindCell(insert.get(), place, table.cells[cell++]);
        if (sqlite3_step(insert.get()) != SQLITE_DONE)
            return databaseError(database);
        sqlite3_reset(insert.get());
    }
    return {};
}

} // namespace

Result<std::vector<RawTable>> readRawTables(const QString &path, RawTables wanted)
{
    BM_TRY(const Database database, open(path, SQLITE_OPEN_READONLY));
    BM_TRY(const Statement names, prepare(database.get(), "SELECT name, sql FROM sqlite_schema WHERE type = 'table' "
                                                          "AND name NOT IN ('migration', 'content_digest')"));
    std::vector<RawTable> tables;
    while (sqlite3_step(names.get()) == SQLITE_ROW) {
        const QByteArray name = std::get<QString>(cellOf(names.get(), 0)).toUtf8();
        if (wanted == RawTables::Structure && !isStructure(name))
            continue;
        RawTable &table = tables.emplace_back();
        table.name = name;
        table.createStatement = std::get<QString>(cellOf(names.get(), 1)).toUtf8();
        BM_TRY_VOID(readCells(database.get(), table));
    }
    return tables;
}

Result<> writeRawTables(const std::vector<RawTable> &tables, const QString &path)
{
    QFile::remove(path);
    BM_TRY(const Database database, open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
    // The same settings as core/store has.
    BM_TRY_VOID(run(database.get(), "PRAGMA page_size = 4096; PRAGMA cache_size = -65536; PRAGMA foreign_keys = ON; "
                                    "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; BEGIN"));
    for (const RawTable &table : tables) {
        BM_TRY_VOID(run(database.get(), table.createStatement.constData()));
        BM_TRY_VOID(writeCells(database.get(), table));
    }
    return run(database.get(), "COMMIT");
}

Result<> writeOneRow(const QString &path)
{
    BM_TRY(const Database database, open(path, SQLITE_OPEN_READWRITE));
    return run(database.get(), "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; BEGIN; "
                               "UPDATE unit SET code = code || 'x' WHERE position = 1; COMMIT");
}

} // namespace bomay
