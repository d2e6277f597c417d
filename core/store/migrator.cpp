// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrator.h"

#include "core/base/numbers.h"
#include "core/store/sqlite_connection.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> badMigration(const QString &fileName, const QString &detail)
{
    return fail(u"bad-migration"_s, {}, {fileName}, detail);
}

/// One migration and the record of it, whole or not at all. The marks in the header are part of the transaction.
Result<> applyMigration(const SqliteConnection &connection, const Migration &migration)
{
    BM_TRY(SqliteTransaction transaction, SqliteTransaction::begin(connection));
    for (const QString &statement : migration.statements)
        BM_TRY_VOID(connection.run(statement));
    BM_TRY(QSqlQuery record, connection.prepare(u"INSERT INTO migration (number, name, checksum, applied_with_version, "
                                                "readable_from) VALUES (?, ?, ?, ?, ?)"_s));
    record.bindValue(0, migration.number);
    record.bindValue(1, migration.name);
    record.bindValue(2, migration.checksum);
    record.bindValue(3, QStringLiteral(BOMAY_VERSION));
    record.bindValue(4, migration.readableFrom);
    BM_TRY_VOID(execute(record));
    record.finish();
    BM_TRY_VOID(connection.run(u"PRAGMA application_id = %1"_s.arg(kDocumentApplicationId)));
    BM_TRY_VOID(connection.run(u"PRAGMA user_version = %1"_s.arg(migration.number)));
    return transaction.commit();
}

} // namespace

Result<Migration> parseMigration(const QString &fileName, const QByteArray &text)
{
    static const QRegularExpression filePattern(u"^(\\d{4})_([a-z0-9_]+)\\.sql$"_s);
    static const QRegularExpression readablePattern(u"^-- readable-from: (\\d+)$"_s,
                                                    QRegularExpression::MultilineOption);
    const auto file = filePattern.match(fileName);
    if (!file.hasMatch())
        return badMigration(fileName, u"the name is not NNNN_verb_noun.sql"_s);
    // A checkout on Windows may have changed the line ends; it is the same migration.
    const QByteArray normalised = QByteArray(text).replace("\r\n", "\n");
    const QString sql = QString::fromUtf8(normalised);
    const auto readable = readablePattern.match(sql);
    if (!readable.hasMatch())
        return badMigration(fileName, u"no line \"-- readable-from: N\""_s);
    Migration migration;
    migration.number = file.captured(1).toInt();
    migration.name = file.captured(2);
    migration.checksum = QString::fromLatin1(QCryptographicHash::hash(normalised, QCryptographicHash::Sha256).toHex());
    migration.readableFrom = readable.captured(1).toInt();
    migration.statements = sql.split(u"\n-- next\n"_s);
    return migration;
}

Result<std::vector<Migration>> documentMigrations()
{
    const QDir folder(u":/migrations/sqlite"_s);
    std::vector<Migration> migrations;
    for (const QString &fileName : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(fileName));
        if (!file.open(QIODevice::ReadOnly))
            return badMigration(fileName, file.errorString());
        BM_TRY(Migration migration, parseMigration(fileName, file.readAll()));
        migrations.push_back(std::move(migration));
        if (migrations.back().number != sizeOf(migrations))
            return badMigration(fileName, u"the numbers have a gap"_s);
    }
    if (migrations.empty())
        return badMigration(folder.path(), u"no migrations are built in"_s);
    return migrations;
}

Migrator::Migrator(std::vector<Migration> migrations)
    : m_migrations(std::move(migrations))
{}

MigrationReport Migrator::inspect(const SqliteConnection &connection) const
{
    Result<MigrationReport> report = tryInspect(connection);
    if (report)
        return *std::move(report);
    MigrationReport failed;
    failed.outcome = MigrationOutcome::Failed;
    failed.detail = report.error().detail;
    return failed;
}

MigrationReport Migrator::migrate(const SqliteConnection &connection) const
{
    MigrationReport report = inspect(connection);
    if (report.outcome != MigrationOutcome::UpToDate)
        return report;
    for (; report.pending > 0; --report.pending) {
        const Migration &next = m_migrations[m_migrations.size() - uz(report.pending)];
        if (const Result<> applied = applyMigration(connection, next); !applied) {
            report.outcome = MigrationOutcome::Failed;
            report.detail = u"migration %1: %2"_s.arg(next.number).arg(applied.error().detail);
            return report;
        }
        report.outcome = MigrationOutcome::Upgraded;
    }
    return report;
}

Result<MigrationReport> Migrator::tryInspect(const SqliteConnection &connection) const
{
    MigrationReport report;
    BM_TRY(const QVariant applicationId, connection.value(u"PRAGMA application_id"_s));
    BM_TRY(const QVariant userVersion, connection.value(u"PRAGMA user_version"_s));
    BM_TRY(const QVariant objects, connection.value(u"SELECT count(*) FROM sqlite_schema"_s));
    report.found = userVersion.toInt();
    if (objects.toInt() == 0 && report.found == 0 && applicationId.toUInt() == 0) {
        report.pending = sizeOf(m_migrations);
        return report;
    }
    // SQLite keeps the mark as a signed number.
    if (static_cast<quint32>(applicationId.toInt()) != kDocumentApplicationId || report.found < 1) {
        report.outcome = MigrationOutcome::Failed;
        report.detail = u"application_id %1, user_version %2"_s.arg(applicationId.toInt()).arg(report.found);
        return report;
    }
    report.pending = std::max(0, sizeOf(m_migrations) - report.found);
    if (report.found > sizeOf(m_migrations)) {
        report.outcome = MigrationOutcome::NewerIncompatible;
        report.neededVersion = u"?"_s;
    }
    // A far newer program may keep its record in another way: that is still "newer", not "failed".
    if (Result<> compared = compareApplied(connection, report);
        !compared && report.outcome != MigrationOutcome::NewerIncompatible)
        return std::unexpected(std::move(compared).error());
    return report;
}

/// Compares the database's record with our migrations, row by row.
Result<> Migrator::compareApplied(const SqliteConnection &connection, MigrationReport &report) const
{
    BM_TRY(QSqlQuery query, connection.prepare(u"SELECT number, checksum, applied_with_version, readable_from "
                                               "FROM migration ORDER BY number"_s));
    BM_TRY_VOID(execute(query));
    int rows = 0;
    int readableFrom = 0;
    while (query.next()) {
        const int number = query.value(0).toInt();
        if (number != ++rows)
            break;
        if (number > sizeOf(m_migrations)) {
            report.neededVersion = query.value(2).toString();
            readableFrom = std::max(readableFrom, query.value(3).toInt());
        } else if (query.value(1).toString() != m_migrations[uz(number - 1)].checksum) {
            report.outcome = MigrationOutcome::ChecksumMismatch;
            report.detail = u"migration %1"_s.arg(number);
            return {};
        }
    }
    BM_TRY_VOID(checkEndOfRows(query));
    const bool isComplete = rows == report.found;
    if (report.found > sizeOf(m_migrations)) {
        if (isComplete && readableFrom >= 1 && readableFrom <= sizeOf(m_migrations))
            report.outcome = MigrationOutcome::NewerCompatible;
    } else if (!isComplete) {
        report.outcome = MigrationOutcome::Failed;
        report.detail = u"the record of migrations ends at %1, the header says %2"_s.arg(rows).arg(report.found);
    }
    return {};
}

} // namespace bomay
