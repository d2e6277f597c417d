// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/document_file.h"

#include <QDateTime>

#include <vector>

namespace bomay {

/// Bản lưu: a copy of a document's file as it was when an editing of it began, kept by the program.
struct Backup
{
    QString path;
    QDateTime time;  ///< when it was made, UTC
    qint64 size = 0; ///< bytes
};

/// So many backups are kept of each document; then the oldest goes that no journal needs.
inline constexpr int kBackupsKept = 10;

/// Copies a document's file into `folder`, synced, where its newest backup there is not the same already. The path of
/// the backup. `needed` = backups that stay, however old (`backupsNeeded`). Error: `backup-not-written` with the copy
/// as place.
[[nodiscard]] Result<QString> keepBackup(const QString &folder, const DocumentSource &source, const QDateTime &now,
                                         const QStringList &needed = {});

/// The backups of a document, the newest first.
[[nodiscard]] std::vector<Backup> backupsOf(const QString &folder, const QString &documentPath);

} // namespace bomay
