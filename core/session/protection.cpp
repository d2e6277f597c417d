// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/protection.h"

#include "core/store/backups.h"

#include <QFileInfo>

namespace bomay {

namespace {

/// The next start may stand in another folder.
DocumentSource absolute(const DocumentSource &source)
{
    return {source.path.isEmpty() ? QString() : QFileInfo(source.path).absoluteFilePath(), source.digest};
}

} // namespace

Protection::Protection(QString folder, std::function<QDateTime()> now)
    : m_folder(std::move(folder))
    , m_now(std::move(now))
{}

void Protection::startFrom(const DocumentSource &source)
{
    m_start = {absolute(source), {}, {}};
}

Journal &Protection::journal()
{
    if (m_journal)
        return *m_journal;
    m_backupTrouble.reset();
    if (!m_start.source.path.isEmpty() && m_start.backup.isEmpty()) {
        if (Result<QString> backup =
                keepBackup(backupFolder(m_folder), m_start.source, m_now(), backupsNeeded(journalFolder(m_folder))))
            m_start.backup = *backup;
        else
            m_backupTrouble = backup.error();
    }
    m_start.time = m_now();
    m_journal = Journal::begin(journalFolder(m_folder), m_start);
    return *m_journal;
}

void Protection::take(Result<> written)
{
    m_trouble = written ? m_backupTrouble : std::optional(std::move(written).error());
}

void Protection::push(const Change &change)
{
    if (isOn())
        take(journal().push(change));
}

void Protection::replaceLast(const Change &change)
{
    if (isOn())
        take(journal().replaceLast(change));
}

void Protection::pop()
{
    if (isOn())
        take(journal().pop());
}

void Protection::markSaved(const DocumentSource &source)
{
    if (m_journal) {
        Result<> written = m_journal->markSaved(absolute(source));
        if (written) {
            take(std::move(written));
            return;
        }
        // Nothing more can be written: what the journal has is in the file now, and must not be put onto it again.
        discard();
    }
    startFrom(source);
}

void Protection::discard()
{
    if (m_journal)
        m_journal->discard();
    m_journal.reset();
    m_trouble.reset();
}

} // namespace bomay
