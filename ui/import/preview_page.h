// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/messages.h"
#include "ui/import/import_draft.h"

#include <QWidget>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace bomay {

/// What would come of the import: the organisation as an outline, and beside it what is said of single rows. A double
/// click on a remark asks for its cell.
class PreviewPage : public QWidget
{
    Q_OBJECT

public:
    PreviewPage(const ImportDraft &draft, const MessageCatalog &messages, Language language, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void cellAsked(const Place &place);

private:
    void fillOutline();
    void fillRemarks();

    const ImportDraft &m_draft;
    const MessageCatalog &m_messages;
    Language m_language;
    QLabel *m_summary;
    QTreeWidget *m_outline;
    QTreeWidget *m_remarks;
};

} // namespace bomay
