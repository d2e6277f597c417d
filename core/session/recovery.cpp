// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/recovery.h"

#include "core/base/numbers.h"
#include "core/change/transaction.h"

#include <QFileInfo>

#include <algorithm>
#include <unordered_set>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

Result<> applyAll(RecoveredDocument &document)
{
    for (const Change &change : document.unsaved)
        BM_TRY_VOID(applyChange(document.organisation, change));
    return {};
}

/// Has a save got into the file that the journal does not know of? It took all that was unsaved then, and nothing came
/// into the journal after it: the file is the newer one of the two.
Result<bool> hasUnknownSave(const QString &path, const JournalContents &journal)
{
    BM_TRY(const std::vector<LogEntry> log, loadLog(path));
    std::unordered_set<Uid> logged;
    for (const LogEntry &entry : log)
        logged.insert(entry.change.id);
    return std::ranges::any_of(journal.unsaved(),
                               [&logged](const Change &change) { return logged.contains(change.id); });
}

Result<std::optional<RecoveredDocument>> fromFile(const JournalContents &journal)
{
    const QString &path = journal.source.path;
    if (path.isEmpty() || !QFileInfo::exists(path))
        return std::nullopt;
    BM_TRY(QString digest, contentDigest(path));
    RecoveredDocument document;
    document.source = DocumentSource{path, std::move(digest)};
    BM_TRY(const bool isNewer, hasUnknownSave(path, journal));
    if (!isNewer && document.source->digest != journal.source.digest)
        return std::nullopt;
    BM_TRY(document.organisation, loadDocument(path));
    if (!isNewer)
        document.unsaved.assign(journal.unsaved().begin(), journal.unsaved().end());
    document.start.source = *document.source;
    BM_TRY_VOID(applyAll(document));
    return document;
}

Result<RecoveredDocument> fromBackup(const JournalContents &journal)
{
    RecoveredDocument document;
    document.start = journal.start;
    document.unsaved = journal.changes;
    // Whatever stands under that path now, it is not what these changes lead on from: it is not written in place.
    if (!journal.source.path.isEmpty())
        document.source = DocumentSource{journal.source.path, QString()};
    if (!journal.start.source.path.isEmpty()) {
        const QString &backup = journal.start.backup;
        if (backup.isEmpty() || contentDigest(backup).value_or(QString()) != journal.start.source.digest)
            return fail(u"recovery-no-base"_s, {{u"document"_s, journal.source.path}});
        BM_TRY(document.organisation, loadDocument(backup));
    }
    BM_TRY_VOID(applyAll(document));
    return document;
}

} // namespace

Result<RecoveredDocument> recoverDocument(const JournalContents &journal)
{
    Result<std::optional<RecoveredDocument>> found = fromFile(journal);
    // The backup stands in for a file that was damaged with the crash, or that somebody else changed since.
    Result<RecoveredDocument> document = found && *found ? *std::move(*found) : fromBackup(journal);
    if (!document && !found)
        return std::unexpected(std::move(found).error());
    return document;
}

} // namespace bomay
