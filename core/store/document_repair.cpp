// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/document_repair.h"

#include "core/base/numbers.h"
#include "core/store/document_file.h"
#include "core/store/document_schema.h"
#include "core/store/salvage_assembly.h"
#include "core/store/salvage_copy.h"
#include "core/store/salvage_reader.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

/// The tables of the document's schema; of the newest where its number means nothing.
Result<QStringList> expectedTables(const SqliteConnection &connection)
{
    BM_TRY(std::vector<Migration> migrations, documentMigrations());
    BM_TRY(const QVariant version, connection.value(u"PRAGMA user_version"_s));
    if (version.toInt() >= 1 && version.toInt() < sizeOf(migrations))
        migrations.resize(uz(version.toInt()));
    BM_TRY(const std::vector<SchemaObject> objects, schemaObjects(std::move(migrations)));
    QStringList tables;
    for (const SchemaObject &object : objects)
        if (object.type == u"table"_s)
            tables += object.name;
    return tables;
}

/// The entries of the log without their images: the rows that they led to may be lost.
std::vector<Change> withoutImages(std::vector<LogEntry> entries)
{
    std::vector<Change> changes;
    for (LogEntry &entry : entries) {
        entry.change.images.clear();
        changes.push_back(std::move(entry.change));
    }
    return changes;
}

void noteLogTrouble(const Error &trouble, int kept, LossList &losses)
{
    losses.add({Loss::Kind::ManyRows,
                {u"repair-log"_s, {{u"number"_s, QString::number(kept + 1)}, {u"reason"_s, trouble.detail}}},
                u"change"_s});
}

/// As far as it holds; a log that could lead astray is dropped.
std::vector<Change> salvageLog(const SqliteConnection &connection, LossList &losses)
{
    for (const QString &table : {u"change"_s, u"change_image"_s})
        if (const Result<> sound = checkTable(connection, table); !sound) {
            noteLogTrouble(sound.error(), 0, losses);
            return {};
        }
    LogReading reading = readSoundLog(connection);
    if (reading.trouble)
        noteLogTrouble(*reading.trouble, sizeOf(reading.entries), losses);
    return withoutImages(std::move(reading.entries));
}

/// Precondition: the copy has been mended. Error: that of `salvageRows`, `integrity`.
Result<Salvage> salvageCopy(const QString &copy, LossList losses)
{
    BM_TRY(const SqliteConnection connection, SqliteConnection::open(copy, SqliteConnection::Access::ReadOnly));
    BM_TRY(const QStringList tables, expectedTables(connection));
    Salvage salvage;
    salvage.losses = std::move(losses);
    BM_TRY(RowLists rows, salvageRows(connection, tables, QFileInfo(copy).size(), salvage.losses));
    mendRows(rows, salvage.losses);
    BM_TRY(salvage.organisation, assembleSound(std::move(rows), salvage.losses));
    if (tables.contains(u"change"_s))
        salvage.log = salvageLog(connection, salvage.losses);
    return salvage;
}

/// A document that opens: all of it, though its log may be broken.
Salvage soundSalvage(Organisation organisation, const QString &copy)
{
    Salvage salvage;
    salvage.organisation = std::move(organisation);
    if (Result<std::vector<LogEntry>> log = loadLog(copy))
        salvage.log = withoutImages(*std::move(log));
    else if (const Result<SqliteConnection> connection =
                 SqliteConnection::open(copy, SqliteConnection::Access::ReadOnly))
        salvage.log = salvageLog(*connection, salvage.losses);
    return salvage;
}

void count(Salvage &salvage)
{
    forEachRowKind([&salvage]<typename Entity>() {
        const QString table = tableName<Entity>();
        const Salvage::Count count{table, salvage.organisation.table<Entity>().size(),
                                   salvage.losses.rowsLostOf(table)};
        if (count.taken > 0 || count.lost > 0)
            salvage.counts.push_back(count);
    });
}

/// The file, and the journal of a save that was cut off.
Result<> makeCopy(const QString &path, const QString &copy)
{
    QFile file(path);
    if (!file.copy(copy))
        return fail(u"cannot-read-file"_s, {}, {path}, file.errorString());
    const QString journal = u"-journal"_s;
    if (QFileInfo::exists(path + journal))
        static_cast<void>(QFile::copy(path + journal, copy + journal));
    for (const QString &name : {copy, copy + journal})
        static_cast<void>(QFile::setPermissions(name, QFile::ReadOwner | QFile::WriteOwner));
    return {};
}

} // namespace

Result<Salvage> salvageDocument(const QString &path)
{
    if (!QFileInfo(path).isFile()) {
        const Result<Organisation> loaded = loadDocument(path);
        return loaded ? fail(u"cannot-read-file"_s, {}, {path}) : std::unexpected(loaded.error());
    }
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy.bomay"_s);
    BM_TRY_VOID(makeCopy(path, copy));
    Result<Organisation> loaded = loadDocument(copy);
    if (loaded) {
        Salvage salvage = soundSalvage(*std::move(loaded), copy);
        count(salvage);
        return salvage;
    }
    Error refusal = std::move(loaded).error();
    refusal.place.file = path;
    if (refusal.code() != u"damaged-document"_s)
        return std::unexpected(std::move(refusal));
    // Whatever else is found, this is why it was not simply opened: nothing is taken silently.
    LossList losses;
    for (const Error &cause : refusal.causes)
        losses.add({Loss::Kind::Note, cause.message});
    static_cast<void>(QFile::remove(copy + u"-journal"_s));
    BM_TRY_VOID(mendHeader(copy));
    Result<Salvage> salvage = salvageCopy(copy, losses);
    if (!salvage) {
        losses.add({Loss::Kind::Note, {u"repair-schema"_s}});
        BM_TRY_VOID(transplantSchema(copy, folder.filePath(u"empty.bomay"_s)));
        salvage = salvageCopy(copy, std::move(losses));
    }
    if (!salvage) {
        refusal.causes.push_back(std::move(salvage).error());
        return std::unexpected(std::move(refusal));
    }
    count(*salvage);
    const auto isLost = [](const Salvage::Count &count) { return count.taken == 0; };
    if (std::ranges::all_of(salvage->counts, isLost)) {
        refusal.causes.push_back({{u"repair-nothing"_s}});
        return std::unexpected(std::move(refusal));
    }
    return salvage;
}

} // namespace bomay
