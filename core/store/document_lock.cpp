// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/document_lock.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSysInfo>
#include <QThread>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

LockHolder readHolder(const QString &nameFile, const QLockFile &lock)
{
    LockHolder holder;
    qint64 process = 0;
    QString program;
    lock.getLockInfo(&process, &holder.host, &program);
    constexpr qint64 kLongest = 4096; // anybody may have put the file there
    if (QFile file(nameFile); file.open(QIODevice::ReadOnly)) {
        const QJsonObject json = QJsonDocument::fromJson(file.read(kLongest)).object();
        holder.name = json[u"name"].toString();
        holder.since = QDateTime::fromString(json[u"since"].toString(), Qt::ISODate);
    }
    return holder;
}

void writeHolder(const QString &nameFile, const LockHolder &self)
{
    const QJsonObject json{{u"name"_s, self.name}, {u"since"_s, self.since.toUTC().toString(Qt::ISODate)}};
    // The lock holds without it, too.
    if (QFile file(nameFile); file.open(QIODevice::WriteOnly))
        file.write(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

/// What a program that was killed can leave so that QLockFile takes it for alive: a lock that was made but not written
/// yet and names no process that could be looked for; or the one that it takes while it removes a stale lock
/// (".rmlock"), in the same state. The system knows better: a process of this machine that lives holds its file itself,
/// and then `removeStaleLockFile` fails.
bool takeOverFromTheDead(QLockFile &lock)
{
    constexpr unsigned long kMoment = 50; // ms; who is about to write into a new lock needs less
    qint64 process = 0;
    QString host;
    QString program;
    if (!lock.getLockInfo(&process, &host, &program)) {
        QThread::msleep(kMoment);
        if (!lock.getLockInfo(&process, &host, &program))
            host.clear();
    }
    const bool isElsewhere = !host.isEmpty() && host != QSysInfo::machineHostName();
    return !isElsewhere && lock.removeStaleLockFile() && lock.tryLock(0);
}

} // namespace

DocumentLock::DocumentLock(std::unique_ptr<QLockFile> file, QString nameFile)
    : m_file(std::move(file))
    , m_nameFile(std::move(nameFile))
{}

DocumentLock::~DocumentLock()
{
    QFile::remove(m_nameFile);
}

std::unique_ptr<DocumentLock> DocumentLock::acquire(const QString &documentPath, const LockHolder &self,
                                                    std::optional<LockHolder> &holder)
{
    // A link and what it points to are one document.
    const QFileInfo document(documentPath);
    const QString target = document.exists() ? document.canonicalFilePath() : document.absoluteFilePath();
    const QString stem = QFileInfo(target).path() + u"/.~"_s + QFileInfo(target).fileName();
    const QString nameFile = stem + u".holder"_s;
    auto file = std::make_unique<QLockFile>(stem + u".lock"_s);
    file->setStaleLockTime(0); // only a dead process is stale, however long it edits
    holder.reset();
    if (file->tryLock(0) || (file->error() == QLockFile::LockFailedError && takeOverFromTheDead(*file))) {
        writeHolder(nameFile, self);
        return std::unique_ptr<DocumentLock>(new DocumentLock(std::move(file), nameFile));
    }
    if (file->error() == QLockFile::LockFailedError)
        holder = readHolder(nameFile, *file);
    return nullptr;
}

} // namespace bomay
