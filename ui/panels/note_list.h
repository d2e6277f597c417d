// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entities.h"
#include "ui/document/ui_context.h"

#include <QWidget>

#include <unordered_map>
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

    /// Shows the notes of a node; nothing shows none. What was typed for the one before is taken over first; where that
    /// is refused it is kept until the node, in the same document, is shown again.
    void setNode(std::optional<NodeRef> node);
    /// Takes over what is being typed. What was refused once waits for another word or Enter.
    void commit();

private:
    void build();
    void add();
    void settle();
    void remove();
    void showParts();
    /// Puts into the line what no edit is to be made of by itself.
    void showTyped(const QString &text);
    [[nodiscard]] const Note *current() const;
    [[nodiscard]] std::vector<Note> notes() const;

    UiContext m_context;
    const Session *m_session; ///< to know another document from a change of this one; never followed
    std::optional<NodeRef> m_node;
    std::unordered_map<NodeRef, QString> m_kept; ///< typed for others, and refused
    QString m_refused;                           ///< stands in the line and was refused already
    std::vector<Note> m_notes;
    QListWidget *m_list;
    QPushButton *m_settle;
    QPushButton *m_remove;
    QLineEdit *m_line;
};

} // namespace bomay
