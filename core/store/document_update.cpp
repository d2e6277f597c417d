// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/document_update.h"

#include "core/base/numbers.h"
#include "core/store/document_checks.h"
#include "core/store/document_schema.h"
#include "core/store/file_replacement.h"
#include "core/store/network_drive.h"
#include "core/store/same_file.h"
#include "core/store/sqlite_connection.h"

#include <QFile>
#include <QFileInfo>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

using Update = std::function<Result<>(const SqliteConnection &)>;

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

enum class SchemaNow { Present, Older };

/// The file may have been put there by anybody since it was read: nothing is believed.
Result<QString> updateDatabase(const QString &path, const QString &digest, SchemaNow schema, const Update &update)
{
    BM_TRY_VOID(checkHeader(path));
    if (hasForeignJournal(path))
        return fail(u"document-changed-outside"_s, {}, {path});
    BM_TRY(const std::vector<Migration> migrations, documentMigrations());
    BM_TRY(const SqliteConnection connection,
           SqliteConnection::open(QFileInfo(path).absoluteFilePath(), SqliteConnection::Access::ReadWrite));
    for (const QString &pragma : {u"PRAGMA journal_mode = DELETE"_s, u"PRAGMA synchronous = FULL"_s})
        BM_TRY_VOID(connection.run(pragma));
    const auto digestNow = [&] { return connection.value(u"SELECT value FROM content_digest"_s); };
    const auto checkState = [&]() -> Result<> {
        const MigrationReport report = Migrator(migrations).inspect(connection);
        if (report.outcome == MigrationOutcome::UpToDate && report.pending > 0 && schema == SchemaNow::Present)
            return fail(u"document-older"_s, {}, {path});
        if (report.outcome != MigrationOutcome::UpToDate)
            return fail(u"document-changed-outside"_s, {}, {path});
        const auto known = migrations.begin() + std::min(report.found, sizeOf(migrations));
        BM_TRY_VOID(checkSchema(connection, {migrations.begin(), known}));
        BM_TRY(const QVariant found, digestNow());
        if (found.toString() != digest)
            return fail(u"document-changed-outside"_s, {}, {path});
        return {};
    };
    if (schema == SchemaNow::Older) { // a copy of our own: nobody changes it in between
        BM_TRY_VOID(checkState());
        BM_TRY_VOID(migrateToLatest(connection, migrations));
    }
    BM_TRY(SqliteTransaction transaction, SqliteTransaction::begin(connection));
    if (schema == SchemaNow::Present)
        BM_TRY_VOID(checkState());
    BM_TRY_VOID(update(connection));
    BM_TRY(const QVariant written, digestNow());
    BM_TRY_VOID(transaction.commit());
    return written.toString();
}

/// What SQLite says is the cause of something; what is said of the document or of its versions speaks for itself.
Result<QString> wrapped(Result<QString> done, const QString &path)
{
    const QString code = done ? QString() : done.error().code();
    if (done || code == u"document-older"_s || code == u"document-changed-outside"_s || code.startsWith(u"version-"_s))
        return done;
    return failWithCause(u"cannot-write-file"_s, path, std::move(done).error());
}

Result<QString> updateCopy(const DocumentSource &source, const QString &path, SchemaNow schema, const Update &update)
{
    BM_TRY(FileReplacement replacement, FileReplacement::begin(path));
    settleInterruptedSave(path);
    if (Result<> copied = copyContents(source.path, replacement.newPath()); !copied)
        return failWithCause(u"cannot-write-file"_s, path, std::move(copied).error());
    BM_TRY(QString digest, wrapped(updateDatabase(replacement.newPath(), source.digest, schema, update), path));
    BM_TRY_VOID(replacement.commit());
    return digest;
}

} // namespace

Result<QString> updateDocument(const DocumentSource &source, const QString &path, const Update &update)
{
    if (!isSameFile(source.path, path) || isOnNetwork(path))
        return updateCopy(source, path, SchemaNow::Present, update);
    if (!QFileInfo(path).isWritable())
        return fail(u"cannot-write-file"_s, {}, {path}, u"is write-protected"_s);
    return wrapped(updateDatabase(path, source.digest, SchemaNow::Present, update), path);
}

Result<QString> upgradeDocument(const DocumentSource &source, const QString &path, const Update &update)
{
    return updateCopy(source, path, SchemaNow::Older, update);
}

} // namespace bomay
