// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace bomay {

/// A new version of a file that is written beside it and takes its place in one step. Until `commit` succeeds the old
/// file is as it was; without it, the new one goes away with this object.
class FileReplacement
{
public:
    /// Creates an empty file in the folder of `path`. Errors, with the path as place: `cannot-write-file` where that is
    /// a folder, is write-protected, or lies in a folder that is absent or takes no files.
    [[nodiscard]] static Result<FileReplacement> begin(const QString &path);

    ~FileReplacement();
    FileReplacement(FileReplacement &&other) noexcept;
    FileReplacement(const FileReplacement &) = delete;
    FileReplacement &operator=(const FileReplacement &) = delete;
    FileReplacement &operator=(FileReplacement &&) = delete;

    /// Where to write. The file must be closed and its contents synced before `commit`.
    [[nodiscard]] const QString &newPath() const { return m_newPath; }

    /// Error: `cannot-write-file`.
    [[nodiscard]] Result<> commit();

private:
    FileReplacement(QString path, QString target, QString newPath);

    QString m_path;    ///< as the caller wrote it, for errors
    QString m_target;  ///< the same without links
    QString m_newPath; ///< empty once committed or moved from
};

} // namespace bomay
