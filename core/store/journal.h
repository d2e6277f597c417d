// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/change/change.h"
#include "core/store/document_file.h"

#include <memory>
#include <vector>

class QLockFile;

namespace bomay {

/// What the changes of a journal start from.
struct JournalStart
{
    DocumentSource source; ///< the document's file as it was then; no path = a new, empty document
    QString backup;        ///< a copy of that file; empty = there is none
    QDateTime time;        ///< UTC
    QString continues{};   ///< the journal whose unsaved changes are carried over into this one; empty = none
    int carried = 0;       ///< so many of them
};

/// Nhật ký phục hồi: the changes of an open document, kept in a file of the program's own, so that a killed process
/// loses none of them. A change is in the file when the call that adds it returns, and synced to disk at most 200 ms
/// later. A line that cannot be written is kept and tried again with the next one.
///
/// One line for each step: the first 16 digits of the SHA-256 over the line before's and the text, a space, the text as
/// JSON. What is cut off or altered ends the journal there; what stands before it counts.
class Journal
{
public:
    /// A journal under a name of its own in `folder`, which is made where it is absent. Nothing fails here: trouble is
    /// told by the first change.
    [[nodiscard]] static std::unique_ptr<Journal> begin(const QString &folder, const JournalStart &start);
    /// The file stays unless `discard` was called: whoever was killed finds it, and so does a mistake of ours.
    ~Journal();
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    /// The steps of a document's unsaved changes: another one, one in place of the last, the last is gone. Error:
    /// `journal-not-written` with the file as place; what is in it stays sound.
    [[nodiscard]] Result<> push(const Change &change);
    [[nodiscard]] Result<> replaceLast(const Change &change);
    [[nodiscard]] Result<> pop();
    /// All that was pushed is in the document's file now, which is this one.
    [[nodiscard]] Result<> markSaved(const DocumentSource &source);

    /// Waits until everything is on the disk. False where something is not.
    [[nodiscard]] bool sync();

    /// Removes the file: everything is saved, or the user gave it up.
    void discard();

    [[nodiscard]] const QString &path() const;
    /// Has everything written so far reached the disk?
    [[nodiscard]] bool isSynced() const;

private:
    struct Impl;
    explicit Journal(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> m;
};

/// What a journal holds.
struct JournalContents
{
    JournalStart start;
    std::vector<Change> changes; ///< that stand, oldest first
    int saved = 0;               ///< so many of them are in `source`
    DocumentSource source;       ///< the document's file when it was last opened or saved
    bool isCutOff = false;       ///< its end could not be read
    int steps = 0;               ///< that were read

    /// Has it what it carries over from another journal?
    [[nodiscard]] bool isWhole() const { return steps >= start.carried; }

    [[nodiscard]] std::span<const Change> unsaved() const { return std::span(changes).subspan(std::size_t(saved)); }
};

/// Reads a journal. Error: `journal-damaged` where even its beginning cannot be read.
[[nodiscard]] Result<JournalContents> readJournal(const QString &path);

/// The backups that the journals of a folder start from, whoever writes them.
[[nodiscard]] QStringList backupsNeeded(const QString &folder);

/// A journal that was left behind: its program was killed. Nobody else is offered it while this object lives.
struct LeftJournal
{
    QString path;
    JournalContents contents;
    QDateTime lastEdit; ///< UTC
    std::shared_ptr<QLockFile> lock;

    /// Its changes are safe elsewhere, or not wanted.
    void remove() const;
};

/// The journals of a folder that nobody writes any more and that hold something unsaved, the newest edit first. Those
/// that hold nothing are removed, those that cannot be read to their end are left where they are. Of a journal and the
/// one that continues it, where a program was killed while it carried the one over into the other, the whole one
/// counts.
[[nodiscard]] std::vector<LeftJournal> leftJournals(const QString &folder);

} // namespace bomay
