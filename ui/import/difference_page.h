// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/import/import_draft.h"

#include <QWidget>

class QTreeWidget;

namespace bomay {

/// What the file changes in the document, kind by kind, each with a tick: only what is ticked is taken. What is missing
/// in the file is not ticked by itself.
class DifferencePage : public QWidget
{
    Q_OBJECT

public:
    explicit DifferencePage(ImportDraft &draft, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void changed();

private:
    /// In which time an item differs: "từ 01/07/2025"; empty where always.
    [[nodiscard]] static QString timeText(const Period &time);

    ImportDraft &m_draft;
    QTreeWidget *m_items;
};

} // namespace bomay
