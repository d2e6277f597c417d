// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

namespace bomay {

/// One connection to an SQLite database under a name of its own, closed and forgotten with this object. Use it only in
/// the thread that opened it; queries made from it must be gone before it. Every error is a `database-error` whose
/// detail is SQLite's word.
class SqliteConnection
{
public:
    enum class Access { ReadOnly, ReadWrite };

    /// Opens a file (":memory:" for none) with foreign keys enforced and the schema not trusted. SQLite touches the
    /// file only at the first query: success says nothing about its contents.
    [[nodiscard]] static Result<SqliteConnection> open(const QString &path, Access access);

    ~SqliteConnection();
    SqliteConnection(SqliteConnection &&other) noexcept;
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;
    SqliteConnection &operator=(SqliteConnection &&) = delete;

    /// A prepared, forward-only statement, not yet run.
    [[nodiscard]] Result<QSqlQuery> prepare(const QString &sql) const;

    /// Runs a statement whose rows, if any, nobody wants.
    [[nodiscard]] Result<> run(const QString &sql) const;

    /// First column of the first row, or an invalid value where there is no row.
    [[nodiscard]] Result<QVariant> value(const QString &sql) const;

private:
    explicit SqliteConnection(QSqlDatabase database);

    QSqlDatabase m_database;
};

/// Runs a prepared statement. Error: `database-error`.
[[nodiscard]] Result<> execute(QSqlQuery &query);

/// After `while (query.next())`: next() also stops at an error, which must not be taken for the end of the rows.
[[nodiscard]] Result<> checkEndOfRows(const QSqlQuery &query);

/// A transaction that is rolled back unless `commit` succeeded.
class SqliteTransaction
{
public:
    [[nodiscard]] static Result<SqliteTransaction> begin(const SqliteConnection &connection);

    ~SqliteTransaction();
    SqliteTransaction(SqliteTransaction &&other) noexcept;
    SqliteTransaction(const SqliteTransaction &) = delete;
    SqliteTransaction &operator=(const SqliteTransaction &) = delete;
    SqliteTransaction &operator=(SqliteTransaction &&) = delete;

    [[nodiscard]] Result<> commit();

private:
    explicit SqliteTransaction(const SqliteConnection &connection);

    const SqliteConnection *m_connection; ///< null once committed or moved from
};

} // namespace bomay
