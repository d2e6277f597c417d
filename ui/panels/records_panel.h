// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/ui_context.h"
#include "ui/panels/records_model.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QMenu;

namespace bomay {

class RecordsTable;

/// A list that is worked out from the document on the day in view and leads to the unit or post of a row. It works only
/// while it is in sight: hidden behind another tab it costs nothing.
class RecordsPanel : public QWidget
{
    Q_OBJECT

protected:
    /// `name` begins the object names: "ledger" gives "ledgerTable", "ledgerChoice", "ledgerSummary".
    RecordsPanel(const UiContext &context, const QString &name, const QString &title,
                 const std::vector<RecordColumn> &columns, QWidget *parent);

    /// What the list shows, made from the document as it is.
    [[nodiscard]] virtual std::vector<Record> records() = 0;
    /// One line above the list, after `records`.
    [[nodiscard]] virtual QString summary() const = 0;

    /// What can be done about one line, for the menu that a right click or the menu key opens; nothing by itself.
    virtual void addActions(QMenu & /*menu*/, const Record & /*record*/) {}

    /// What the line above the list counts, for who rests the pointer on it.
    void setHint(const QString &text);
    /// A choice between several lists; choosing makes the list anew.
    void addChoice(const QString &text, const QVariant &value);
    [[nodiscard]] QVariant choice() const;
    void choose(int index);
    [[nodiscard]] const UiContext &context() const { return m_context; }

    void showEvent(QShowEvent *event) override;

private:
    void invalidate();
    void refresh();
    void jump(const QModelIndex &index);
    void openMenu(QPoint at);

    UiContext m_context;
    QComboBox *m_choice;
    QLabel *m_summary;
    RecordsTable *m_table;
    bool m_stale = true;
};

} // namespace bomay
