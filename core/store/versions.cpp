// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/versions.h"

#include "core/change/organisation_text.h"
#include "core/store/cells.h"
#include "core/store/document_checks.h"
#include "core/store/document_schema.h"
#include "core/store/document_update.h"
#include "core/store/sqlite_connection.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

const QString kColumns = u"number, name, author, time, as_of, sealed, change, hash"_s;

/// The text of a hundred thousand units, posts and persons has a fifth of it.
constexpr quint32 kLargestText = 512U << 20U;

/// As `qCompress` writes it in front.
quint32 unpackedSize(const QByteArray &packed)
{
    return packed.size() >= 4 ? qFromBigEndian<quint32>(packed.constData()) : 0;
}

QString hashOf(const QByteArray &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

PartialDate wholeDay(Day day)
{
    return PartialDate::parseIso(day.toIso()).value_or(PartialDate{});
}

Result<Version> insertVersion(const SqliteConnection &connection, const Organisation &organisation,
                              const VersionLabel &label)
{
    BM_TRY(QSqlQuery taken, connection.prepare(u"SELECT count(*) FROM version WHERE name = ?"_s));
    taken.bindValue(0, label.name);
    BM_TRY_VOID(execute(taken));
    if (label.name.trimmed().isEmpty() || !taken.next() || taken.value(0).toInt() > 0)
        return fail(u"version-name"_s, {{u"name"_s, label.name}});
    BM_TRY(const QVariant last, connection.value(u"SELECT max(number) FROM version"_s));
    BM_TRY(const QVariant changes, connection.value(u"SELECT count(*) FROM change"_s));
    const QByteArray text = toText(organisation);
    const Version version{last.toInt() + 1, label, changes.toInt(), hashOf(text)};
    BM_TRY(QSqlQuery row, connection.prepare(u"INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s));
    const QVariantList cells{version.number,
                             label.name,
                             encodeCell(label.author),
                             label.time.toUTC().toString(Qt::ISODateWithMs),
                             encodeCell(wholeDay(label.asOf)),
                             encodeCell(label.isSealed),
                             version.changes,
                             version.hash,
                             qCompress(text)};
    for (int i = 0; i < cells.size(); ++i)
        row.bindValue(i, cells[i]);
    BM_TRY_VOID(execute(row));
    return version;
}

bool decodeVersion(const QSqlQuery &row, Version &version)
{
    PartialDate asOf;
    version.label.time = QDateTime::fromString(row.value(3).toString(), Qt::ISODateWithMs);
    const bool isGood = decodeCell(row.value(0), version.number) && decodeCell(row.value(1), version.label.name) &&
                        decodeCell(row.value(2), version.label.author) && version.label.time.isValid() &&
                        decodeCell(row.value(4), asOf) && !asOf.isEmpty() &&
                        decodeCell(row.value(5), version.label.isSealed) && decodeCell(row.value(6), version.changes) &&
                        decodeCell(row.value(7), version.hash);
    if (isGood)
        version.label.asOf = asOf.lastDay();
    return isGood;
}

/// A connection to a document whose schema was checked; nothing where its schema has no versions yet.
Result<std::optional<SqliteConnection>> openChecked(const QString &path)
{
    BM_TRY_VOID(checkHeader(path));
    rollBackInterruptedSave(path);
    BM_TRY(SqliteConnection connection,
           SqliteConnection::open(QFileInfo(path).absoluteFilePath(), SqliteConnection::Access::ReadOnly));
    BM_TRY_VOID(checkTable(connection, u"migration"_s));
    BM_TRY(std::vector<Migration> migrations, documentMigrations());
    const MigrationReport report = Migrator(migrations).inspect(connection);
    if (report.outcome == MigrationOutcome::NewerCompatible || report.outcome == MigrationOutcome::NewerIncompatible)
        return fail(u"newer-document"_s, {{u"version"_s, report.neededVersion}}, {path});
    if (report.outcome == MigrationOutcome::UpToDate && report.pending > 0)
        return std::nullopt;
    BM_TRY_VOID(checkSchema(connection, std::move(migrations)));
    BM_TRY_VOID(checkTable(connection, u"version"_s));
    return std::optional(std::move(connection));
}

Result<std::vector<Version>> readVersions(const SqliteConnection &connection)
{
    BM_TRY(QSqlQuery rows, connection.prepare(u"SELECT %1 FROM version ORDER BY number"_s.arg(kColumns)));
    BM_TRY_VOID(execute(rows));
    std::vector<Version> versions;
    while (rows.next())
        if (!decodeVersion(rows, versions.emplace_back()))
            return fail(u"version-damaged"_s, {{u"name"_s, rows.value(1).toString()}});
    BM_TRY_VOID(checkEndOfRows(rows));
    return versions;
}

Result<QByteArray> versionText(const SqliteConnection &connection, int number)
{
    BM_TRY(QSqlQuery row, connection.prepare(u"SELECT name, hash, content FROM version WHERE number = ?"_s));
    row.bindValue(0, number);
    BM_TRY_VOID(execute(row));
    if (!row.next())
        return fail(u"version-missing"_s);
    const QByteArray packed = row.value(2).toByteArray();
    const QByteArray text = unpackedSize(packed) <= kLargestText ? qUncompress(packed) : QByteArray();
    if (text.isEmpty() || hashOf(text) != row.value(1).toString())
        return fail(u"version-damaged"_s, {{u"name"_s, row.value(0).toString()}});
    return text;
}

} // namespace

Result<Version> addVersion(const DocumentSource &source, const Organisation &organisation, const VersionLabel &label)
{
    std::optional<Version> version;
    BM_TRY_VOID(updateDocument(source, source.path, [&](const SqliteConnection &connection) -> Result<> {
        BM_TRY(version, insertVersion(connection, organisation, label));
        return {};
    }));
    return *version;
}

Result<> removeVersion(const DocumentSource &source, int number)
{
    BM_TRY_VOID(updateDocument(source, source.path, [number](const SqliteConnection &connection) -> Result<> {
        BM_TRY(const std::vector<Version> versions, readVersions(connection));
        const auto found = std::ranges::find(versions, number, &Version::number);
        if (found == versions.end())
            return fail(u"version-missing"_s);
        if (found->label.isSealed)
            return fail(u"version-sealed"_s, {{u"name"_s, found->label.name}});
        return connection.run(u"DELETE FROM version WHERE number = %1"_s.arg(number));
    }));
    return {};
}

Result<std::vector<Version>> versionsOf(const QString &path)
{
    BM_TRY(const std::optional<SqliteConnection> connection, openChecked(path));
    return connection ? readVersions(*connection) : std::vector<Version>{};
}

Result<Organisation> loadVersion(const QString &path, int number)
{
    BM_TRY(const std::optional<SqliteConnection> connection, openChecked(path));
    if (!connection)
        return fail(u"version-missing"_s, {}, {path});
    BM_TRY(const QByteArray text, versionText(*connection, number));
    return organisationFromText(text);
}

} // namespace bomay
