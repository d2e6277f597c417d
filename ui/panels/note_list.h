// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entities.h"
#include "ui/document/ui_context.h"

#include <QWidget>

#include <vector>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace bomay {

/// The notes on a unit or post, those that are open first, and a line to write another. Enter in the line adds it.
class NoteList : public QWidget
{
    Q_OBJECT

public:
    explicit NoteList(const UiContext &context, QWidget *parent = nullptr);

    /// Shows the notes of a node; nothing shows none. What was typed for the one before is taken over first.
    void setNode(std::optional<NodeRef> node);
    /// Takes over what is being typed.
    void commit() { add(); }

private:
    void build();
    void add();
    void settle();
    void remove();
    void showParts();
    [[nodiscard]] const Note *current() const;
    [[nodiscard]] std::vector<Note> notes() const;

    UiContext m_context;
    std::optional<NodeRef> m_node;
    std::vector<Note> m_notes;
    QListWidget *m_list;
    QPushButton *m_settle;
    QPushButton *m_remove;
    QLineEdit *m_line;
};

} // namespace bomay
