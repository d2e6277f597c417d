// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/dialogs.h"

#include <QDialog>

class QFormLayout;
class QPushButton;

namespace bomay {

/// Several fields under an explanation. What is needed must be there before it can be accepted.
class FormDialog : public QDialog
{
    Q_OBJECT

public:
    FormDialog(const FormQuestion &question, QWidget *parent = nullptr);

    /// In the order of the fields; a tick is "1" or empty.
    [[nodiscard]] QStringList answers() const;

private:
    void addField(QFormLayout &form, const FormField &field);
    void refresh();

    std::vector<FormField> m_fields;
    QList<QWidget *> m_widgets;
    QPushButton *m_accept;
};

} // namespace bomay
