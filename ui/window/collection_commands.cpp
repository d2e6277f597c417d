// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/collection_commands.h"

#include "ui/collection/collection_dialog.h"
#include "ui/window/dialogs.h"
#include "ui/window/file_commands.h"

#include <QDir>

namespace bomay {

CollectionCommands::CollectionCommands(const UiContext &context, std::function<QDateTime()> now, FileCommands &files,
                                       Dialogs &dialogs, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_files(files)
    , m_dialogs(dialogs)
    , m_follower(context.document, std::move(now))
{
    // Compared with another document every form would be full of changes.
    connect(&context.document, &Document::replaced, &m_follower, &RoundFollower::close);
}

bool CollectionCommands::canSend() const
{
    return !m_context.document.view().units().empty();
}

void CollectionCommands::send()
{
    if (!canSend())
        return;
    Document &document = m_context.document;
    document.flush();
    const auto order = m_dialogs.askCollection(m_context, m_follower.today());
    if (!order)
        return;
    const auto sent = sendForms(document.organisation(), document.view(), order->units, order->title, order->due,
                                order->folder, m_follower.today());
    if (!sent) {
        m_dialogs.tell(m_context.messages.describe(sent.error(), m_context.language));
        return;
    }
    followRound(QDir(order->folder).filePath(kRoundFile));
    Q_EMIT said(
        tr("Đã lập %n biểu trong %1. Gửi cho mỗi cơ quan biểu của mình; biểu nhận lại để vào thư mục nhan-ve ở đó.",
           nullptr, static_cast<int>(sent->agencies.size()))
            .arg(QDir::toNativeSeparators(order->folder)));
}

void CollectionCommands::openRound()
{
    const QString path = m_dialogs.fileToOpen(tr("Mở đợt thu thập"), tr("Đợt thu thập (%1)").arg(kRoundFile));
    if (!path.isEmpty())
        followRound(path);
}

void CollectionCommands::followRound(const QString &path)
{
    if (const Result<> opened = m_follower.open(path); !opened)
        m_dialogs.tell(m_context.messages.describe(opened.error(), m_context.language));
    else
        Q_EMIT followed();
}

void CollectionCommands::review(const QString &path)
{
    if (m_files.importFrom(path))
        m_follower.refresh();
}

} // namespace bomay
