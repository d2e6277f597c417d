// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backups.h"

#include "core/base/numbers.h"
#include "core/store/file_sync.h"
#include "core/store/same_file.h"

#include <QCryptographicHash>
#include <QDir>

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

const QString kSuffix = u".bomay"_s;
const QString kTimeFormat = u"yyyy-MM-dd'T'HH-mm-ss-zzz"_s;

/// Documents of one name in different folders have different backups.
QString folderOf(const QString &folder, const QString &documentPath)
{
    const QFileInfo file(documentPath);
    const QByteArray hash =
        QCryptographicHash::hash(file.absoluteFilePath().toUtf8(), QCryptographicHash::Sha256).toHex();
    return folder + u'/' + file.completeBaseName() + u'-' + QString::fromLatin1(hash.left(8));
}

void dropOldest(const std::vector<Backup> &newestFirst, const QStringList &needed)
{
    for (int i = kBackupsKept; i < sizeOf(newestFirst); ++i) {
        const QString &path = newestFirst[uz(i)].path;
        if (std::ranges::none_of(needed, [&path](const QString &other) { return isSameFile(path, other); }))
            QFile::remove(path);
    }
}

} // namespace

Result<QString> keepBackup(const QString &folder, const DocumentSource &source, const QDateTime &now,
                           const QStringList &needed)
{
    const std::vector<Backup> kept = backupsOf(folder, source.path);
    if (!kept.empty() && contentDigest(kept.front().path).value_or(QString()) == source.digest)
        return kept.front().path;
    const QString target = folderOf(folder, source.path);
    const QString path = target + u'/' + now.toUTC().toString(kTimeFormat) + kSuffix;
    const QString unfinished = path + u".part"_s; // a copy that was cut off is none
    QDir().mkpath(target);
    QFile original(source.path);
    if (!original.copy(unfinished))
        return fail(u"backup-not-written"_s, {}, {path}, original.errorString());
    QFile copy(unfinished);
    const bool isWritten =
        copy.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && copy.open(QIODevice::ReadWrite) && syncFile(copy);
    // Somebody may have put another file there: that is no base for what was changed here.
    if (!isWritten || contentDigest(unfinished).value_or(QString()) != source.digest || !copy.rename(path)) {
        const QString reason = copy.errorString();
        copy.remove();
        return fail(u"backup-not-written"_s, {}, {path}, reason);
    }
    syncFolder(target);
    dropOldest(backupsOf(folder, source.path), needed + QStringList{path}); // whatever the clock says of the others
    return path;
}

std::vector<Backup> backupsOf(const QString &folder, const QString &documentPath)
{
    const QDir place(folderOf(folder, documentPath));
    std::vector<Backup> found;
    for (const QFileInfo &file : place.entryInfoList({u'*' + kSuffix}, QDir::Files, QDir::Name | QDir::Reversed)) {
        QDateTime time = QDateTime::fromString(file.completeBaseName(), kTimeFormat);
        time.setTimeSpec(Qt::UTC);
        if (time.isValid())
            found.push_back({file.absoluteFilePath(), time, file.size()});
    }
    return found;
}

} // namespace bomay
