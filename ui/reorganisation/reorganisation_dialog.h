// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reorganisation/reorganisation_draft.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace bomay {

class DateEdit;

/// What a decision on units says, field by field, where each thing goes, and what will have changed afterwards. It can
/// be accepted once the verb takes what was said. The draft must outlive it.
class ReorganisationDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ReorganisationDialog(ReorganisationDraft &draft, QWidget *parent = nullptr);

    void accept() override;

private:
    void addOrderFields(QFormLayout &form);
    void addHeirFields(QFormLayout &form);
    void addHeadFields(QFormLayout &form);
    void addThings(QLayout &layout);
    void readFields();
    void fillThings();
    void fillHeads();
    void sendSelected();
    void showOutcome();
    [[nodiscard]] std::vector<DateEdit *> dates() const;

    ReorganisationDraft &m_draft;
    QTimer m_delay; ///< the outcome is not worked out anew for every letter
    QLineEdit *m_number = nullptr;
    DateEdit *m_date = nullptr;
    DateEdit *m_from = nullptr;
    QLineEdit *m_name = nullptr;
    QPlainTextEdit *m_names = nullptr;
    QComboBox *m_head = nullptr;
    DateEdit *m_surplusUntil = nullptr;
    QTreeWidget *m_things = nullptr;
    QComboBox *m_destination = nullptr;
    QPushButton *m_send = nullptr;
    QLabel *m_outcome = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace bomay
