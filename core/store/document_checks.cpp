// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/document_checks.h"

#include "core/base/numbers.h"
#include "core/store/sqlite_connection.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

/// Every object of a schema in one order: kind, name, table, text.
Result<std::vector<QStringList>> schemaObjects(const SqliteConnection &connection)
{
    BM_TRY(QSqlQuery query, connection.prepare(u"SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema"_s));
    BM_TRY_VOID(execute(query));
    std::vector<QStringList> objects;
    while (query.next())
        objects.push_back({query.value(0).toString(), query.value(1).toString(), query.value(2).toString(),
                           query.value(3).toString()});
    BM_TRY_VOID(checkEndOfRows(query));
    std::ranges::sort(objects);
    return objects;
}

} // namespace

std::unexpected<Error> failWithCause(const QString &code, const QString &path, Error cause)
{
    std::unexpected<Error> error = fail(code, {}, {path}, cause.detail);
    error.error().causes.push_back(std::move(cause));
    return error;
}

Result<> migrateToLatest(const SqliteConnection &connection, std::vector<Migration> migrations)
{
    const MigrationReport report = Migrator(std::move(migrations)).migrate(connection);
    if (report.outcome != MigrationOutcome::UpToDate && report.outcome != MigrationOutcome::Upgraded)
        return fail(u"database-error"_s, {}, {}, report.detail);
    return {};
}

Result<> checkHeader(const QString &path)
{
    constexpr int kHeaderSize = 100;
    constexpr int kVersions = 18; // two bytes: 1 = rollback journal, 2 = write-ahead log
    constexpr int kApplicationId = 68;
    const QFileInfo info(path);
    if (!info.exists())
        return fail(u"file-not-found"_s, {}, {path});
    if (info.isDir())
        return fail(u"cannot-read-file"_s, {}, {path}, u"is a folder"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(u"cannot-read-file"_s, {}, {path}, file.errorString());
    const QByteArray header = file.read(kHeaderSize);
    if (header.size() < kHeaderSize || !header.startsWith(QByteArrayView("SQLite format 3\0", 16)) ||
        qFromBigEndian<quint32>(header.constData() + kApplicationId) != kDocumentApplicationId)
        return fail(u"not-a-document"_s, {}, {path});
    // Our files have no log, and opening one that says so would create files beside it.
    if (header[kVersions] != 1 || header[kVersions + 1] != 1)
        return failWithCause(u"damaged-document"_s, path, Error{{u"database-error"_s}, {}, u"write-ahead log"_s});
    return {};
}

Result<> checkSchema(const SqliteConnection &connection, std::vector<Migration> migrations)
{
    BM_TRY(const SqliteConnection empty, SqliteConnection::open(u":memory:"_s, SqliteConnection::Access::ReadWrite));
    BM_TRY_VOID(migrateToLatest(empty, std::move(migrations)));
    BM_TRY(const std::vector<QStringList> expected, schemaObjects(empty));
    BM_TRY(const std::vector<QStringList> found, schemaObjects(connection));
    std::vector<QStringList> differing;
    std::ranges::set_symmetric_difference(expected, found, std::back_inserter(differing));
    if (differing.empty())
        return {};
    // An index that SQLite made by itself has no text; the table that it belongs to tells more.
    const auto named = std::ranges::find_if(differing, [](const QStringList &object) { return !object[3].isEmpty(); });
    const QStringList &object = named != differing.end() ? *named : differing.front();
    return fail(u"document-schema"_s, {{u"object"_s, object[1].left(80)}});
}

Result<> quickCheck(const SqliteConnection &connection)
{
    BM_TRY(const QVariant answer, connection.value(u"PRAGMA quick_check(1)"_s));
    if (answer.toString() != u"ok"_s)
        return fail(u"database-error"_s, {}, {}, answer.toString());
    return {};
}

Result<> checkLength(const SqliteConnection &connection, const QString &path)
{
    BM_TRY(const QVariant pages, connection.value(u"PRAGMA page_count"_s));
    BM_TRY(const QVariant pageSize, connection.value(u"PRAGMA page_size"_s));
    const qint64 expected = pages.toLongLong() * pageSize.toLongLong();
    if (const qint64 found = QFileInfo(path).size(); found != expected)
        return fail(u"database-error"_s, {}, {}, u"%1 of %2 bytes"_s.arg(found).arg(expected));
    return {};
}

void rollBackInterruptedSave(const QString &path)
{
    if (!QFileInfo::exists(path + u"-journal"_s))
        return;
    const Result<SqliteConnection> connection =
        SqliteConnection::open(QFileInfo(path).absoluteFilePath(), SqliteConnection::Access::ReadWrite);
    if (connection)
        static_cast<void>(connection->value(u"SELECT count(*) FROM sqlite_schema"_s));
}

} // namespace bomay
