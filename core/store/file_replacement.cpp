// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file_replacement.h"

#include "core/store/file_sync.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <filesystem>
#include <utility>

namespace bomay {

using namespace Qt::StringLiterals;

FileReplacement::FileReplacement(QString path, QString target, QString newPath)
    : m_path(std::move(path))
    , m_target(std::move(target))
    , m_newPath(std::move(newPath))
{}

FileReplacement::FileReplacement(FileReplacement &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_target(std::move(other.m_target))
    , m_newPath(std::exchange(other.m_newPath, QString()))
{}

FileReplacement::~FileReplacement()
{
    if (m_newPath.isEmpty())
        return;
    QFile::remove(m_newPath);
    QFile::remove(m_newPath + u"-journal"_s); // SQLite's, where it was stopped in the middle
}

Result<FileReplacement> FileReplacement::begin(const QString &path)
{
    const QFileInfo info(path);
    if (path.isEmpty() || info.isDir())
        return fail(u"cannot-write-file"_s, {}, {path}, u"is not the name of a file"_s);
    if (info.exists() && !info.isWritable())
        return fail(u"cannot-write-file"_s, {}, {path}, u"is write-protected"_s);
    // A link stays a link: what it points to is replaced.
    const QString target = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    const auto random = static_cast<qulonglong>(QRandomGenerator::system()->generate64());
    const QString newPath = QFileInfo(target).path() + u"/.bomay-%1.tmp"_s.arg(random, 16, 16, QLatin1Char('0'));
    QFile file(newPath);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail(u"cannot-write-file"_s, {}, {path}, file.errorString());
    if (info.exists())
        file.setPermissions(info.permissions());
    return FileReplacement(path, target, newPath);
}

Result<> FileReplacement::commit()
{
    BM_CHECK(!m_newPath.isEmpty(), return {});
    // QFile::rename refuses to overwrite; this one replaces in one step, on Windows too.
    std::error_code error;
    std::filesystem::rename(QFileInfo(m_newPath).filesystemFilePath(), QFileInfo(m_target).filesystemFilePath(), error);
    if (error)
        return fail(u"cannot-write-file"_s, {}, {m_path}, QString::fromStdString(error.message()));
    m_newPath.clear();
    syncFolder(QFileInfo(m_target).path());
    return {};
}

} // namespace bomay
