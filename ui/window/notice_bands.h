// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QWidget>

class QLabel;

namespace bomay {

/// What stands over the chart as long as it holds: another day than today is in view, somebody else edits the document,
/// a version is shown, changes are not safe from a crash.
class NoticeBands : public QWidget
{
    Q_OBJECT

public:
    /// Document and messages must outlive it.
    NoticeBands(const Document &document, const MessageCatalog &messages, Language language);

Q_SIGNALS:
    void reopenWanted();
    void saveWanted();

private:
    void refresh();

    const Document &m_document;
    const MessageCatalog &m_messages;
    Language m_language;
    QLabel *m_day;
    QLabel *m_holder;
    QLabel *m_version;
    QLabel *m_trouble;
};

} // namespace bomay
