// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/ui_context.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace bomay {

class DateEdit;

/// What a new round of collecting is to be.
struct CollectionOrder
{
    std::vector<UnitId> units;
    QString title;
    Day due;
    QString folder; ///< the forms are written there
};

/// Asks for a new round: which agencies, by when, and where their forms go. The units below the uppermost ones are
/// ticked at first.
class CollectionDialog : public QDialog
{
    Q_OBJECT

public:
    CollectionDialog(const UiContext &context, Day today, QWidget *parent = nullptr);

    [[nodiscard]] CollectionOrder order() const;

private:
    void listUnits();
    /// Those right below the top, or all of a list without a top; what is ticked stays.
    void tickUsual();
    void tickNone();
    void take();
    void chooseFolder();
    void refresh();

    UiContext m_context;
    Day m_today;
    QLineEdit *m_title;
    DateEdit *m_due;
    QLineEdit *m_folder;
    QTreeWidget *m_units;
    QLabel *m_note;
    QPushButton *m_accept;
};

} // namespace bomay
