// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/document_file.h"

#include "core/base/numbers.h"
#include "core/store/document_reader.h"
#include "core/store/document_writer.h"
#include "core/store/file_replacement.h"
#include "core/store/sqlite_connection.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>
#include <unordered_set>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> failWithCause(const QString &code, const QString &path, Error cause)
{
    std::unexpected<Error> error = fail(code, {}, {path}, cause.detail);
    error.error().causes.push_back(std::move(cause));
    return error;
}

std::unexpected<Error> damaged(const QString &path, Error cause)
{
    return failWithCause(u"damaged-document"_s, path, std::move(cause));
}

Result<> migrateToLatest(const SqliteConnection &connection, std::vector<Migration> migrations)
{
    const MigrationReport report = Migrator(std::move(migrations)).migrate(connection);
    if (report.outcome != MigrationOutcome::UpToDate && report.outcome != MigrationOutcome::Upgraded)
        return fail(u"database-error"_s, {}, {}, report.detail);
    return {};
}

/// Error: `database-error`, `bad-migration`.
Result<> writeDatabase(const Organisation &organisation, const QString &path, std::span<const Change> log)
{
    BM_TRY(std::vector<Migration> migrations, documentMigrations());
    BM_TRY(const SqliteConnection connection, SqliteConnection::open(path, SqliteConnection::Access::ReadWrite));
    // The cache of 64 MB keeps the indices of a large document in memory: their ids come in no order.
    for (const QString &pragma :
         {u"PRAGMA page_size = 4096"_s, u"PRAGMA encoding = 'UTF-8'"_s, u"PRAGMA cache_size = -65536"_s,
          u"PRAGMA journal_mode = DELETE"_s, u"PRAGMA synchronous = FULL"_s})
        BM_TRY_VOID(connection.run(pragma));
    BM_TRY_VOID(migrateToLatest(connection, std::move(migrations)));
    BM_TRY(SqliteTransaction transaction, SqliteTransaction::begin(connection));
    BM_TRY_VOID(writeRows(organisation, connection));
    BM_TRY_VOID(appendToLog(connection, log, LogImages::Drop));
    return transaction.commit();
}

/// What can be said from the first bytes alone, before SQLite sees a file from outside.
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
        return damaged(path, Error{{u"database-error"_s}, {}, u"write-ahead log"_s});
    return {};
}

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

/// Compares the schema with what these migrations make of an empty database.
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

/// SQLite takes the missing end of a last page for zeros.
Result<> checkLength(const SqliteConnection &connection, const QString &path)
{
    BM_TRY(const QVariant pages, connection.value(u"PRAGMA page_count"_s));
    BM_TRY(const QVariant pageSize, connection.value(u"PRAGMA page_size"_s));
    const qint64 expected = pages.toLongLong() * pageSize.toLongLong();
    if (const qint64 found = QFileInfo(path).size(); found != expected)
        return fail(u"database-error"_s, {}, {}, u"%1 of %2 bytes"_s.arg(found).arg(expected));
    return {};
}

/// Is a file on a drive of another machine, where locks and order of writes cannot be relied upon?
bool isOnNetwork(const QString &path)
{
    static const QSet<QByteArray> kNetworks{"nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "fuse.sshfs", "9p", "afs"};
    return path.startsWith(u"//"_s) || path.startsWith(u"\\\\"_s) ||
           kNetworks.contains(QStorageInfo(QFileInfo(path).absolutePath()).fileSystemType());
}

/// The contents into a file that is there already.
Result<> copyContents(const QString &from, const QString &to)
{
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly))
        return fail(u"cannot-read-file"_s, {}, {from}, source.errorString());
    if (!target.open(QIODevice::WriteOnly))
        return fail(u"cannot-write-file"_s, {}, {to}, target.errorString());
    constexpr qint64 kBlock = 1 << 20;
    while (!source.atEnd()) {
        const QByteArray block = source.read(kBlock);
        if (block.isEmpty() || target.write(block) != block.size())
            return fail(u"cannot-write-file"_s, {}, {to}, target.errorString());
    }
    if (!target.flush())
        return fail(u"cannot-write-file"_s, {}, {to}, target.errorString());
    return {};
}

/// Brings a database from the state of a digest to another one. It may have been put there by anybody since it was
/// read: nothing is believed.
Result<> updateDatabase(const QString &path, const QString &digest, const Organisation &after,
                        std::span<const Change> changes)
{
    BM_TRY_VOID(checkHeader(path));
    BM_TRY(const std::vector<Migration> migrations, documentMigrations());
    BM_TRY(const SqliteConnection connection,
           SqliteConnection::open(QFileInfo(path).absoluteFilePath(), SqliteConnection::Access::ReadWrite));
    for (const QString &pragma : {u"PRAGMA journal_mode = DELETE"_s, u"PRAGMA synchronous = FULL"_s})
        BM_TRY_VOID(connection.run(pragma));
    BM_TRY(SqliteTransaction transaction, SqliteTransaction::begin(connection));
    const MigrationReport report = Migrator(migrations).inspect(connection);
    if (report.outcome == MigrationOutcome::UpToDate && report.pending > 0)
        return fail(u"document-older"_s, {}, {path});
    if (report.outcome != MigrationOutcome::UpToDate)
        return fail(u"document-changed-outside"_s, {}, {path});
    BM_TRY_VOID(checkSchema(connection, migrations));
    BM_TRY(const QVariant found, connection.value(u"SELECT value FROM content_digest"_s));
    if (found.toString() != digest)
        return fail(u"document-changed-outside"_s, {}, {path});
    std::vector<RowKey> touched;
    std::unordered_set<RowKey> seen;
    for (const Change &change : changes)
        for (const RowImage &image : change.images)
            if (seen.insert(image.key).second)
                touched.push_back(image.key);
    BM_TRY_VOID(updateRows(after, touched, connection));
    BM_TRY_VOID(appendToLog(connection, changes, LogImages::Keep));
    return transaction.commit();
}

/// A save that was cut off leaves SQLite's journal beside the file: the next one who may write rolls it back. What
/// comes out is checked like any other file.
void rollBackInterruptedSave(const QString &path)
{
    if (!QFileInfo::exists(path + u"-journal"_s))
        return;
    const Result<SqliteConnection> connection =
        SqliteConnection::open(QFileInfo(path).absoluteFilePath(), SqliteConnection::Access::ReadWrite);
    if (connection)
        static_cast<void>(connection->value(u"SELECT count(*) FROM sqlite_schema"_s));
}

/// Precondition: the file has been checked.
Result<Organisation> readCopy(const QString &path, const std::vector<Migration> &migrations)
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy.bomay"_s);
    if (!folder.isValid() || !QFile::copy(path, copy) ||
        !QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner))
        return fail(u"database-error"_s, {}, {}, u"no room for a copy: "_s + folder.errorString());
    BM_TRY(const SqliteConnection connection, SqliteConnection::open(copy, SqliteConnection::Access::ReadWrite));
    BM_TRY_VOID(migrateToLatest(connection, migrations));
    return readRows(connection, DigestCheck::Done);
}

/// Errors are causes for `damaged-document`.
Result<Organisation> readChecked(const SqliteConnection &connection, const MigrationReport &report, const QString &path,
                                 const std::vector<Migration> &migrations)
{
    if (report.outcome == MigrationOutcome::ChecksumMismatch)
        return fail(u"document-checksum"_s, {}, {}, report.detail);
    if (report.outcome != MigrationOutcome::UpToDate)
        return fail(u"database-error"_s, {}, {}, report.detail);
    // Before anything is written to a copy: a trigger from outside must never run.
    const auto known = migrations.begin() + std::min(report.found, sizeOf(migrations));
    BM_TRY_VOID(checkSchema(connection, {migrations.begin(), known}));
    BM_TRY_VOID(quickCheck(connection));
    BM_TRY_VOID(checkLength(connection, path));
    if (report.pending == 0)
        return readRows(connection, DigestCheck::WhileReading);
    BM_TRY_VOID(checkDigest(connection));
    return readCopy(path, migrations);
}

} // namespace

Result<> saveDocument(const Organisation &organisation, const QString &path, std::span<const Change> log)
{
    BM_TRY(FileReplacement replacement, FileReplacement::begin(path));
    if (Result<> written = writeDatabase(organisation, replacement.newPath(), log); !written)
        return failWithCause(u"cannot-write-file"_s, path, std::move(written).error());
    return replacement.commit();
}

Result<> saveChanges(const DocumentSource &source, const QString &path, const Organisation &after,
                     std::span<const Change> changes)
{
    const auto wrapped = [&path](Result<> done) -> Result<> {
        if (done || done.error().code() == u"document-older"_s || done.error().code() == u"document-changed-outside"_s)
            return done;
        return failWithCause(u"cannot-write-file"_s, path, std::move(done).error());
    };
    if (QFileInfo(source.path) == QFileInfo(path) && !isOnNetwork(path)) {
        if (!QFileInfo(path).isWritable())
            return fail(u"cannot-write-file"_s, {}, {path}, u"is write-protected"_s);
        return wrapped(updateDatabase(path, source.digest, after, changes));
    }
    BM_TRY(FileReplacement replacement, FileReplacement::begin(path));
    if (Result<> copied = copyContents(source.path, replacement.newPath()); !copied)
        return failWithCause(u"cannot-write-file"_s, path, std::move(copied).error());
    BM_TRY_VOID(wrapped(updateDatabase(replacement.newPath(), source.digest, after, changes)));
    return replacement.commit();
}

Result<QString> contentDigest(const QString &path)
{
    BM_TRY_VOID(checkHeader(path));
    rollBackInterruptedSave(path);
    const Result<SqliteConnection> connection =
        SqliteConnection::open(QFileInfo(path).absoluteFilePath(), SqliteConnection::Access::ReadOnly);
    if (!connection)
        return failWithCause(u"cannot-read-file"_s, path, connection.error());
    const Result<QVariant> digest = connection->value(u"SELECT value FROM content_digest"_s);
    if (!digest)
        return damaged(path, digest.error());
    return digest->toString();
}

Result<std::vector<LogEntry>> loadLog(const QString &path)
{
    BM_TRY_VOID(checkHeader(path));
    rollBackInterruptedSave(path);
    const Result<SqliteConnection> connection =
        SqliteConnection::open(QFileInfo(path).absoluteFilePath(), SqliteConnection::Access::ReadOnly);
    if (!connection)
        return failWithCause(u"cannot-read-file"_s, path, connection.error());
    BM_TRY(std::vector<Migration> migrations, documentMigrations());
    const MigrationReport report = Migrator(migrations).inspect(*connection);
    // Schemas before the log: there is none.
    if (report.outcome == MigrationOutcome::UpToDate && report.pending > 0)
        return std::vector<LogEntry>{};
    Result<> sound = checkSchema(*connection, std::move(migrations));
    if (!sound)
        return damaged(path, std::move(sound).error());
    Result<std::vector<LogEntry>> log = readLog(*connection);
    if (!log)
        return damaged(path, std::move(log).error());
    return log;
}

Result<Organisation> loadDocument(const QString &path)
{
    BM_TRY(const std::vector<Migration> migrations, documentMigrations());
    return loadDocument(path, migrations);
}

Result<Organisation> loadDocument(const QString &path, const std::vector<Migration> &migrations)
{
    BM_TRY_VOID(checkHeader(path));
    rollBackInterruptedSave(path);
    Result<SqliteConnection> connection =
        SqliteConnection::open(QFileInfo(path).absoluteFilePath(), SqliteConnection::Access::ReadOnly);
    if (!connection)
        return failWithCause(u"cannot-read-file"_s, path, std::move(connection).error());
    // One read transaction, so that nobody changes the file between the checks and the rows.
    Result<SqliteTransaction> transaction = SqliteTransaction::begin(*connection);
    if (!transaction)
        return damaged(path, std::move(transaction).error());
    const MigrationReport report = Migrator(migrations).inspect(*connection);
    // Reading what we know of a compatible newer file would be safe, but saving it again would lose the rest.
    if (report.outcome == MigrationOutcome::NewerCompatible || report.outcome == MigrationOutcome::NewerIncompatible)
        return fail(u"newer-document"_s, {{u"version"_s, report.neededVersion}}, {path});
    Result<Organisation> organisation = readChecked(*connection, report, path, migrations);
    if (!organisation)
        return damaged(path, std::move(organisation).error());
    return organisation;
}

} // namespace bomay
