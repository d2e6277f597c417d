// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/document_file.h"

#include "core/base/numbers.h"
#include "core/store/document_checks.h"
#include "core/store/document_reader.h"
#include "core/store/document_schema.h"
#include "core/store/document_update.h"
#include "core/store/document_writer.h"
#include "core/store/file_replacement.h"
#include "core/store/sqlite_connection.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <unordered_set>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> damaged(const QString &path, Error cause)
{
    return failWithCause(u"damaged-document"_s, path, std::move(cause));
}

/// Gives the digest. Errors: `database-error`, `bad-migration`.
Result<QString> writeDatabase(const Organisation &organisation, const QString &path, std::span<const Change> log)
{
    BM_TRY(std::vector<Migration> migrations, documentMigrations());
    BM_TRY(const SqliteConnection connection, SqliteConnection::open(path, SqliteConnection::Access::ReadWrite));
    // The cache of 64 MB keeps the indices of a large document in memory: their ids come in no order.
    for (const QString &pragma :
         {u"PRAGMA page_size = 4096"_s, u"PRAGMA encoding = 'UTF-8'"_s, u"PRAGMA cache_size = -65536"_s,
          u"PRAGMA journal_mode = DELETE"_s, u"PRAGMA synchronous = FULL"_s})
        BM_TRY_VOID(connection.run(pragma));
    BM_TRY_VOID(migrateToLatest(connection, std::move(migrations)));
    // An organisation names no row that it does not have: looking each up again would take a quarter of the time.
    BM_TRY_VOID(connection.run(u"PRAGMA foreign_keys = OFF"_s));
    BM_TRY(SqliteTransaction transaction, SqliteTransaction::begin(connection));
    BM_TRY_VOID(writeRows(organisation, connection));
    BM_TRY_VOID(appendToLog(connection, log, LogImages::Drop));
    BM_TRY(const QVariant digest, connection.value(u"SELECT value FROM content_digest"_s));
    BM_TRY_VOID(transaction.commit());
    return digest.toString();
}

/// Precondition: the file has been checked.
Result<Organisation> readCopy(const QString &path, const std::vector<Migration> &migrations,
                              const StructureListener &onStructure)
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy.bomay"_s);
    if (!folder.isValid() || !QFile::copy(path, copy) ||
        !QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner))
        return fail(u"database-error"_s, {}, {}, u"no room for a copy: "_s + folder.errorString());
    BM_TRY(const SqliteConnection connection, SqliteConnection::open(copy, SqliteConnection::Access::ReadWrite));
    BM_TRY_VOID(migrateToLatest(connection, migrations));
    return readRows(connection, DigestCheck::Done, onStructure);
}

/// Errors are causes for `damaged-document`.
Result<Organisation> readChecked(const SqliteConnection &connection, const MigrationReport &report, const QString &path,
                                 const std::vector<Migration> &migrations, const StructureListener &onStructure)
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
        return readRows(connection, DigestCheck::WhileReading, onStructure);
    BM_TRY_VOID(checkDigest(connection));
    return readCopy(path, migrations, onStructure);
}

} // namespace

Result<QString> saveDocument(const Organisation &organisation, const QString &path, std::span<const Change> log)
{
    BM_TRY(FileReplacement replacement, FileReplacement::begin(path));
    settleInterruptedSave(path);
    Result<QString> written = writeDatabase(organisation, replacement.newPath(), log);
    if (!written)
        return failWithCause(u"cannot-write-file"_s, path, std::move(written).error());
    BM_TRY_VOID(replacement.commit());
    return written;
}

Result<QString> saveChanges(const DocumentSource &source, const QString &path, const Organisation &after,
                            std::span<const Change> changes)
{
    std::vector<RowKey> touched;
    std::unordered_set<RowKey> seen;
    for (const Change &change : changes)
        for (const RowImage &image : change.images)
            if (seen.insert(image.key).second)
                touched.push_back(image.key);
    return updateDocument(source, path, [&](const SqliteConnection &connection) -> Result<> {
        BM_TRY_VOID(updateRows(after, touched, connection));
        return appendToLog(connection, changes, LogImages::Keep);
    });
}

Result<QString> saveUpgraded(const DocumentSource &source, const QString &path, const Organisation &after,
                             std::span<const Change> changes)
{
    return upgradeDocument(source, path, [&](const SqliteConnection &connection) -> Result<> {
        BM_TRY_VOID(rewriteRows(after, connection));
        return appendToLog(connection, changes, LogImages::Keep);
    });
}

Result<QString> contentDigest(const QString &path)
{
    BM_TRY_VOID(checkHeader(path));
    rollBackInterruptedSave(path);
    const Result<SqliteConnection> connection =
        SqliteConnection::open(QFileInfo(path).absoluteFilePath(), SqliteConnection::Access::ReadOnly);
    if (!connection)
        return failWithCause(u"cannot-read-file"_s, path, connection.error());
    if (Result<> sound = checkTable(*connection, u"content_digest"_s); !sound)
        return damaged(path, std::move(sound).error());
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
    if (Result<> sound = checkTable(*connection, u"migration"_s); !sound)
        return damaged(path, std::move(sound).error());
    BM_TRY(std::vector<Migration> migrations, documentMigrations());
    const MigrationReport report = Migrator(migrations).inspect(*connection);
    // Schemas before the log: there is none.
    if (report.outcome == MigrationOutcome::UpToDate && report.pending > 0)
        return std::vector<LogEntry>{};
    Result<> sound = checkSchema(*connection, std::move(migrations));
    for (const QString &table : {u"change"_s, u"change_image"_s})
        if (sound)
            sound = checkTable(*connection, table);
    if (!sound)
        return damaged(path, std::move(sound).error());
    Result<std::vector<LogEntry>> log = readLog(*connection);
    if (!log)
        return damaged(path, std::move(log).error());
    return log;
}

Result<Organisation> loadDocument(const QString &path, const StructureListener &onStructure)
{
    BM_TRY(const std::vector<Migration> migrations, documentMigrations());
    return loadDocument(path, migrations, onStructure);
}

Result<Organisation> loadDocument(const QString &path, const std::vector<Migration> &migrations,
                                  const StructureListener &onStructure)
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
    if (Result<> sound = checkTable(*connection, u"migration"_s); !sound)
        return damaged(path, std::move(sound).error());
    const MigrationReport report = Migrator(migrations).inspect(*connection);
    // Reading what we know of a compatible newer file would be safe, but saving it again would lose the rest.
    if (report.outcome == MigrationOutcome::NewerCompatible || report.outcome == MigrationOutcome::NewerIncompatible)
        return fail(u"newer-document"_s, {{u"version"_s, report.neededVersion}}, {path});
    Result<Organisation> organisation = readChecked(*connection, report, path, migrations, onStructure);
    if (!organisation)
        return damaged(path, std::move(organisation).error());
    return organisation;
}

} // namespace bomay
