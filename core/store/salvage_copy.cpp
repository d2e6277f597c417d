// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/salvage_copy.h"

#include "core/base/numbers.h"
#include "core/store/document_schema.h"

#include <QFile>
#include <QtEndian>

#include <set>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

// Offsets in the header: https://www.sqlite.org/fileformat2.html#the_database_header
constexpr int kHeaderSize = 100;
constexpr int kPageSize = 16;
constexpr int kVersions = 18;
constexpr int kPageCount = 28;
constexpr int kFreePages = 32; ///< the first of them, then how many
constexpr int kUserVersion = 60;

constexpr int kOurPageSize = 4096;

quint32 number32(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

void setNumber32(QByteArray &bytes, qsizetype at, quint32 number)
{
    qToBigEndian(number, bytes.data() + at);
}

std::unexpected<Error> cannotWrite(const QFile &file)
{
    return fail(u"cannot-write-file"_s, {}, {file.fileName()}, file.errorString());
}

/// The pages of the tree that begins at page 1, from 1. Precondition: a sound database of our page size.
std::set<quint32> schemaPages(const QByteArray &database)
{
    constexpr char kInterior = 5;
    constexpr int kCellCount = 3;
    constexpr int kRightmost = 8;
    constexpr int kCells = 12;
    std::set<quint32> pages;
    std::vector<quint32> waiting{1};
    while (!waiting.empty()) {
        const quint32 page = waiting.back();
        waiting.pop_back();
        if (!pages.insert(page).second)
            continue;
        const qsizetype start = qsizetype(page - 1) * kOurPageSize;
        const qsizetype header = start + (page == 1 ? kHeaderSize : 0);
        if (database[header] != kInterior)
            continue;
        waiting.push_back(number32(database, header + kRightmost));
        const int cells = qFromBigEndian<quint16>(database.constData() + header + kCellCount);
        for (int i = 0; i < cells; ++i) {
            const auto at = qFromBigEndian<quint16>(database.constData() + header + kCells + 2 * qsizetype(i));
            waiting.push_back(number32(database, start + at));
        }
    }
    return pages;
}

/// An empty document of the schema of the first migrations.
Result<QByteArray> emptyDocument(const QString &path, int migrationCount)
{
    BM_TRY(std::vector<Migration> migrations, documentMigrations());
    if (migrationCount >= 1 && migrationCount < sizeOf(migrations))
        migrations.resize(uz(migrationCount));
    {
        BM_TRY(const SqliteConnection connection, SqliteConnection::open(path, SqliteConnection::Access::ReadWrite));
        for (const QString &pragma : {u"PRAGMA page_size = %1"_s.arg(kOurPageSize), u"PRAGMA encoding = 'UTF-8'"_s})
            BM_TRY_VOID(connection.run(pragma));
        BM_TRY_VOID(migrateToLatest(connection, std::move(migrations)));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(u"database-error"_s, {}, {}, file.errorString());
    return file.readAll();
}

} // namespace

Result<> mendHeader(const QString &copy)
{
    QFile file(copy);
    if (!file.open(QIODevice::ReadWrite))
        return cannotWrite(file);
    QByteArray header = file.read(kHeaderSize);
    if (header.size() < kHeaderSize)
        return fail(u"database-error"_s, {}, {}, u"no header"_s);
    header[kVersions] = header[kVersions + 1] = 1;
    // 65536 is written as 1, which is no page size otherwise.
    const int written = qFromBigEndian<quint16>(header.constData() + kPageSize);
    const int pageSize = written == 1 ? 65536 : std::max(written, 512);
    const auto whole = static_cast<quint32>(file.size() / pageSize);
    if (number32(header, kPageCount) > whole)
        setNumber32(header, kPageCount, whole);
    if (!file.seek(0) || file.write(header) != header.size() || !file.flush())
        return cannotWrite(file);
    return {};
}

Result<> transplantSchema(const QString &copy, const QString &scratch)
{
    QFile file(copy);
    if (!file.open(QIODevice::ReadWrite))
        return cannotWrite(file);
    const QByteArray header = file.read(kHeaderSize);
    if (header.size() < kHeaderSize)
        return fail(u"database-error"_s, {}, {}, u"no header"_s);
    BM_TRY(QByteArray donor, emptyDocument(scratch, static_cast<int>(number32(header, kUserVersion))));
    const auto pages = std::max(file.size() / kOurPageSize, donor.size() / kOurPageSize);
    setNumber32(donor, kPageCount, static_cast<quint32>(pages));
    setNumber32(donor, kFreePages, 0);
    setNumber32(donor, kFreePages + 4, 0);
    for (const quint32 page : schemaPages(donor)) {
        const qsizetype at = qsizetype(page - 1) * kOurPageSize;
        if (!file.seek(at) || file.write(donor.sliced(at, kOurPageSize)) != kOurPageSize)
            return cannotWrite(file);
    }
    if (!file.resize(pages * kOurPageSize))
        return cannotWrite(file);
    return {};
}

} // namespace bomay
