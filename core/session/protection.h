// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journal.h"

#include <functional>
#include <optional>

namespace bomay {

/// Keeps the unsaved changes of one session safe: a journal of them, and a backup of the file they start from, both
/// begun with the first change. Without a folder it does nothing. It never stops an edit: what went wrong is told by
/// `trouble`, and tried again with the next change.
class Protection
{
public:
    Protection(QString folder, std::function<QDateTime()> now);

    [[nodiscard]] static QString journalFolder(const QString &folder) { return folder + QStringLiteral("/journals"); }
    [[nodiscard]] static QString backupFolder(const QString &folder) { return folder + QStringLiteral("/backups"); }

    /// What the next changes start from: a document's file, or what an earlier journal started from.
    void startFrom(const DocumentSource &source);
    void startFrom(const JournalStart &start) { m_start = start; }

    void push(const Change &change);
    void replaceLast(const Change &change);
    void pop();
    void markSaved(const DocumentSource &source);
    /// Waits until all changes are on the disk. False where they are not, and without a folder.
    [[nodiscard]] bool sync() { return m_journal && !m_trouble && m_journal->sync(); }
    /// Nothing of the session is wanted any more.
    void discard();

    /// Why the last change is not safe from a crash; nothing = it is.
    [[nodiscard]] const std::optional<Error> &trouble() const { return m_trouble; }

private:
    [[nodiscard]] bool isOn() const { return !m_folder.isEmpty(); }
    [[nodiscard]] Journal &journal();
    void take(Result<> written);

    QString m_folder;
    std::function<QDateTime()> m_now;
    JournalStart m_start;
    std::unique_ptr<Journal> m_journal;
    std::optional<Error> m_trouble;
    std::optional<Error> m_backupTrouble;
};

} // namespace bomay
