// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/recovery_commands.h"

#include "core/change/change_between.h"
#include "core/store/backups.h"
#include "core/store/repair_report.h"
#include "core/store/same_file.h"
#include "ui/panels/data_texts.h"

#include <QDir>
#include <QLocale>

#include <algorithm>

namespace bomay {

namespace {

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace

RecoveryCommands::RecoveryCommands(Document &document, SessionPorts ports, Dialogs &dialogs,
                                   const MessageCatalog &messages, Language language, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_ports(std::move(ports))
    , m_dialogs(dialogs)
    , m_messages(messages)
    , m_language(language)
{
    connect(&document, &Document::stateChanged, this, [this] { m_hasBackups.reset(); });
}

QString RecoveryCommands::describe(const LeftJournal &left) const
{
    const QString path = left.contents.source.path;
    return tr("%1: %n thay đổi chưa lưu, thay đổi cuối lúc %2 (%3)", nullptr, sizeOf(left.contents.unsaved()))
        .arg(path.isEmpty() ? tr("Tài liệu chưa đặt tên") : QDir::toNativeSeparators(path),
             timeText(left.lastEdit, m_language), sizeText(QFileInfo(left.path).size()));
}

bool RecoveryCommands::offer(const QString &path)
{
    while (true) {
        std::vector<LeftJournal> left = leftJournals(Protection::journalFolder(m_ports.protection));
        if (!path.isEmpty())
            std::erase_if(
                left, [&path](const LeftJournal &journal) { return !isSameFile(journal.contents.source.path, path); });
        if (left.empty())
            return false;
        QStringList lines;
        for (const LeftJournal &journal : left)
            lines += describe(journal);
        const RecoveryAnswer answer = m_dialogs.askRecovery(lines);
        if (answer.action == RecoveryAnswer::Action::Later || answer.chosen < 0 || answer.chosen >= sizeOf(left))
            return false;
        const LeftJournal &chosen = left[uz(answer.chosen)];
        if (answer.action == RecoveryAnswer::Action::Discard) {
            chosen.remove();
            continue;
        }
        auto session = Session::recover(chosen, m_ports);
        if (!session) {
            m_dialogs.tell(m_messages.describe(session.error(), m_language));
            return false;
        }
        m_document.replaceSession(*std::move(session));
        Q_EMIT said(tr("Đã phục hồi %n thay đổi chưa lưu", nullptr, sizeOf(m_document.session().unsaved())));
        return true;
    }
}

void RecoveryCommands::offerAll()
{
    if (leftJournals(Protection::journalFolder(m_ports.protection)).empty())
        Q_EMIT said(tr("Không có thay đổi nào chờ phục hồi"));
    else if (m_mayClose())
        offer();
}

void RecoveryCommands::mention()
{
    if (const int left = sizeOf(leftJournals(Protection::journalFolder(m_ports.protection))); left > 0)
        Q_EMIT said(tr("%n tài liệu còn thay đổi chưa lưu từ lần trước: Tệp → Phục hồi…", nullptr, left));
}

bool RecoveryCommands::offerSalvage(const QString &path, const Error &refusal)
{
    const Result<Salvage> salvage = salvageDocument(path);
    if (!salvage)
        return false;
    const QString report = toText(*salvage, m_messages, m_language);
    if (!m_dialogs.acceptSalvage(m_messages.describe(refusal, m_language), report))
        return true;
    auto session = std::make_unique<Session>(m_ports);
    Change change = changeBetween(session->organisation(), salvage->organisation);
    change.title = tr("Cứu dữ liệu từ %1").arg(QFileInfo(path).fileName());
    if (const Result<> applied = session->apply(std::move(change)); !applied) {
        m_dialogs.tell(m_messages.describe(applied.error(), m_language));
        return true;
    }
    if (const PartialDate asOf = session->organisation().info().asOf; !asOf.isEmpty())
        session->setAsOf(asOf.lastDay());
    m_document.replaceSession(std::move(session));
    Q_EMIT said(tr("Đã cứu phần còn đọc được của %1; hãy lưu thành tệp khác").arg(QDir::toNativeSeparators(path)));
    return true;
}

bool RecoveryCommands::hasBackups() const
{
    if (!m_hasBackups) {
        const QString path = m_document.session().path();
        m_hasBackups = !m_ports.protection.isEmpty() && !path.isEmpty() &&
                       !backupsOf(Protection::backupFolder(m_ports.protection), path).empty();
    }
    return *m_hasBackups;
}

void RecoveryCommands::restoreBackup()
{
    const std::vector<Backup> backups =
        backupsOf(Protection::backupFolder(m_ports.protection), m_document.session().path());
    QStringList lines;
    for (const Backup &backup : backups)
        lines += tr("%1 (%2)").arg(timeText(backup.time, m_language), sizeText(backup.size));
    const std::optional<int> line = m_dialogs.chooseLine(
        tr("Bản lưu trước"), tr("Đưa tài liệu về như lúc đó. Đây là một thay đổi, có thể hoàn tác; bản lưu vẫn còn."),
        lines, tr("Đưa về"));
    if (!line || *line < 0 || *line >= sizeOf(backups))
        return;
    const Backup &backup = backups[uz(*line)];
    const Result<Organisation> organisation = loadDocument(backup.path);
    if (!organisation) {
        m_dialogs.tell(m_messages.describe(organisation.error(), m_language));
        return;
    }
    Change change = changeBetween(m_document.organisation(), *organisation);
    change.title = tr("Đưa về bản lưu %1").arg(timeText(backup.time, m_language));
    if (change.images.empty())
        Q_EMIT said(tr("Tài liệu giống bản lưu đó"));
    else
        m_document.perform(std::move(change));
}

} // namespace bomay
