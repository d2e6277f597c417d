// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>

class QLockFile;

namespace bomay {

/// Who edits a document.
struct LockHolder
{
    QString name; ///< empty = the holder did not say
    QString host;
    QDateTime since; ///< UTC; invalid = the holder did not say
};

/// Keeps others from editing a document while this one lives: a hidden lock file beside it, and another that names the
/// holder, so that the second one to come knows whom to call. A lock that a killed program left behind is taken over on
/// the same machine.
class DocumentLock
{
public:
    /// Tries at once. `holder` tells who has it where it is not this one.
    [[nodiscard]] static std::unique_ptr<DocumentLock> acquire(const QString &documentPath, const LockHolder &self,
                                                               std::optional<LockHolder> &holder);

    ~DocumentLock();
    DocumentLock(const DocumentLock &) = delete;
    DocumentLock &operator=(const DocumentLock &) = delete;

private:
    DocumentLock(std::unique_ptr<QLockFile> file, QString nameFile);

    std::unique_ptr<QLockFile> m_file;
    QString m_nameFile;
};

} // namespace bomay
