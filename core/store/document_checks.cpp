// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/document_checks.h"

#include "core/base/numbers.h"
#include "core/store/migrator.h"
#include "core/store/sqlite_connection.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <array>

namespace bomay {

using namespace Qt::StringLiterals;

std::unexpected<Error> failWithCause(const QString &code, const QString &path, Error cause)
{
    std::unexpected<Error> error = fail(code, {}, {path}, cause.detail);
    error.error().causes.push_back(std::move(cause));
    return error;
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

Result<> checkLength(const SqliteConnection &connection, const QString &path)
{
    BM_TRY(const QVariant pages, connection.value(u"PRAGMA page_count"_s));
    BM_TRY(const QVariant pageSize, connection.value(u"PRAGMA page_size"_s));
    const qint64 expected = pages.toLongLong() * pageSize.toLongLong();
    if (const qint64 found = QFileInfo(path).size(); found != expected)
        return fail(u"database-error"_s, {}, {}, u"%1 of %2 bytes"_s.arg(found).arg(expected));
    return {};
}

bool hasForeignJournal(const QString &path)
{
    // https://www.sqlite.org/fileformat2.html#the_rollback_journal: a name at the end closes with the magic bytes.
    constexpr std::array<char, 8> kMagic{'\xd9', '\xd5', '\x05', '\xf9', '\x20', '\xa1', '\x63', '\xd7'};
    QFile journal(path + u"-journal"_s);
    return journal.open(QIODevice::ReadOnly) && journal.size() >= sizeOf(kMagic) &&
           journal.seek(journal.size() - sizeOf(kMagic)) &&
           journal.readAll() == QByteArrayView(kMagic.data(), sizeOf(kMagic));
}

void rollBackInterruptedSave(const QString &path)
{
    if (!QFileInfo::exists(path + u"-journal"_s) || hasForeignJournal(path))
        return;
    const Result<SqliteConnection> connection =
        SqliteConnection::open(QFileInfo(path).absoluteFilePath(), SqliteConnection::Access::ReadWrite);
    if (connection)
        static_cast<void>(connection->value(u"SELECT count(*) FROM sqlite_schema"_s));
}

void settleInterruptedSave(const QString &path)
{
    if (QFileInfo::exists(path))
        rollBackInterruptedSave(path);
    QFile::remove(path + u"-journal"_s);
}

} // namespace bomay
