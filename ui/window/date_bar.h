// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QWidget>

class QComboBox;

namespace bomay {

class DateField;

/// The day in view and how edits count from it: "Tại ngày [31/12/2021]  [Đính chính ▾] [từ 01/07/2025]".
class DateBar : public QWidget
{
    Q_OBJECT

public:
    explicit DateBar(Document &document, QWidget *parent = nullptr);

    /// The keyboard goes to the day in view, with its text selected.
    void focusDay();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildMode();
    void refresh();
    void chooseMode();

    Document &m_document;
    DateField *m_day;
    QComboBox *m_mode;
    DateField *m_from;
};

} // namespace bomay
