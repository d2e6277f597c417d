// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/key_bindings.h"

#include <QObject>

class QAction;
class QMainWindow;
class QToolBar;

namespace bomay {

class Document;

/// The table of commands as actions: in the menus, on the toolbar, under their keys. Keeps their texts, keys and
/// enabled states true.
class CommandActions : public QObject
{
    Q_OBJECT

public:
    /// `chart` and `outline` are where keys with a `KeyPlace` other than the window work.
    CommandActions(std::vector<UiCommand> table, Document &document, QMainWindow &window, QToolBar &bar, QWidget &chart,
                   QWidget &outline);

    [[nodiscard]] const std::vector<UiCommand> &table() const { return m_table; }
    /// The action of a command; null for an unknown id.
    [[nodiscard]] QAction *action(const QString &id) const;

    [[nodiscard]] const KeyBindings &bindings() const { return m_bindings; }
    void bind(const KeyBindings &bindings);

    /// After every change of what the commands work on.
    void refresh();

private:
    void addToMenu(const UiCommand &command, QAction *action, QMainWindow &window);
    void addToBar(const UiCommand &command, QAction *action, QToolBar &bar);

    std::vector<UiCommand> m_table;
    std::vector<QAction *> m_actions; ///< by place in the table
    KeyBindings m_bindings;
};

} // namespace bomay
