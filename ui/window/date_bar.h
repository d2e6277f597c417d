// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QWidget>

class QComboBox;
class QDateEdit;

namespace bomay {

/// The day in view and how edits count from it: "Tại ngày [31/12/2021]  [Sửa đúng ▾] [từ 01/07/2025]".
class DateBar : public QWidget
{
    Q_OBJECT

public:
    explicit DateBar(Document &document, QWidget *parent = nullptr);

private:
    void refresh();

    Document &m_document;
    QDateEdit *m_day;
    QComboBox *m_mode;
    QDateEdit *m_from;
};

} // namespace bomay
