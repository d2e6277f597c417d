// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/key_bindings.h"

#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace bomay {

/// All commands with their keys, searchable by name and by key, and the place to bind other keys. It stands beside the
/// window, so that keys can be tried while it is read.
class KeySheet : public QDialog
{
    Q_OBJECT

public:
    /// The table must outlive the sheet.
    KeySheet(const std::vector<UiCommand> &table, KeyBindings bindings, QWidget *parent = nullptr);

Q_SIGNALS:
    void bound(const bomay::KeyBindings &bindings);

private:
    void buildWidgets();
    void fill();
    void narrow(const QString &text);
    void showCurrent();
    void bindKey();
    void resetKey();
    [[nodiscard]] QKeySequence typedKey() const;
    [[nodiscard]] static QString takenText(const QKeySequence &key, const UiCommand &owner);
    /// The command of the current line; null = none.
    [[nodiscard]] const UiCommand *current() const;

    const std::vector<UiCommand> &m_table;
    KeyBindings m_bindings;
    QLineEdit *m_search;
    QTreeWidget *m_list;
    QKeySequenceEdit *m_key;
    QPushButton *m_bind;
    QPushButton *m_reset;
    QLabel *m_note; ///< what speaks against the key that was pressed
};

} // namespace bomay
