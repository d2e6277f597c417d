// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite_connection.h"

#include <QSqlError>

#include <atomic>
#include <utility>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> databaseError(const QSqlError &error)
{
    return fail(u"database-error"_s, {}, {}, u"%1 [%2]"_s.arg(error.text().trimmed(), error.nativeErrorCode()));
}

/// Qt keeps connections in one list for the whole process, by name.
QString newConnectionName()
{
    static std::atomic<int> counter = 0;
    return u"bomay-store-%1"_s.arg(++counter);
}

} // namespace

SqliteConnection::SqliteConnection(QSqlDatabase database)
    : m_database(std::move(database))
{}

SqliteConnection::SqliteConnection(SqliteConnection &&other) noexcept
    : m_database(std::exchange(other.m_database, QSqlDatabase()))
{}

SqliteConnection::~SqliteConnection()
{
    const QString name = m_database.connectionName();
    if (name.isEmpty())
        return;
    m_database.close();
    m_database = QSqlDatabase(); // the list wants no copy to be left
    QSqlDatabase::removeDatabase(name);
}

Result<SqliteConnection> SqliteConnection::open(const QString &path, Access access)
{
    SqliteConnection connection(QSqlDatabase::addDatabase(u"QSQLITE"_s, newConnectionName()));
    QSqlDatabase &database = connection.m_database;
    database.setDatabaseName(path);
    // Qt's own waiting time of five seconds would freeze a window.
    const QString timeout = u"QSQLITE_BUSY_TIMEOUT=500"_s;
    database.setConnectOptions(access == Access::ReadOnly ? u"QSQLITE_OPEN_READONLY;"_s + timeout : timeout);
    if (!database.open())
        return databaseError(database.lastError());
    for (const QString &pragma :
         {u"PRAGMA trusted_schema = OFF"_s, u"PRAGMA cell_size_check = ON"_s, u"PRAGMA foreign_keys = ON"_s})
        BM_TRY_VOID(connection.run(pragma));
    return connection;
}

Result<QSqlQuery> SqliteConnection::prepare(const QString &sql) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return databaseError(query.lastError());
    return query;
}

Result<> SqliteConnection::run(const QString &sql) const
{
    BM_TRY(QSqlQuery query, prepare(sql));
    return execute(query);
}

Result<QVariant> SqliteConnection::value(const QString &sql) const
{
    BM_TRY(QSqlQuery query, prepare(sql));
    BM_TRY_VOID(execute(query));
    if (query.next())
        return query.value(0);
    BM_TRY_VOID(checkEndOfRows(query));
    return QVariant();
}

Result<> execute(QSqlQuery &query)
{
    if (!query.exec())
        return databaseError(query.lastError());
    return {};
}

Result<> checkEndOfRows(const QSqlQuery &query)
{
    if (query.lastError().isValid())
        return databaseError(query.lastError());
    return {};
}

SqliteTransaction::SqliteTransaction(const SqliteConnection &connection)
    : m_connection(&connection)
{}

SqliteTransaction::SqliteTransaction(SqliteTransaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{}

SqliteTransaction::~SqliteTransaction()
{
    // Where SQLite has rolled back by itself this fails, and all is well.
    if (m_connection != nullptr)
        static_cast<void>(m_connection->run(u"ROLLBACK"_s));
}

Result<SqliteTransaction> SqliteTransaction::begin(const SqliteConnection &connection)
{
    BM_TRY_VOID(connection.run(u"BEGIN"_s));
    return SqliteTransaction(connection);
}

Result<> SqliteTransaction::commit()
{
    BM_CHECK(m_connection != nullptr, return {});
    BM_TRY_VOID(m_connection->run(u"COMMIT"_s));
    m_connection = nullptr;
    return {};
}

} // namespace bomay
