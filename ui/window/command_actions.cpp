// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/command_actions.h"

#include "ui/document/document.h"

#include <QAction>
#include <QIcon>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace bomay {

using namespace Qt::StringLiterals;

CommandActions::CommandActions(std::vector<UiCommand> table, Document &document, QMainWindow &window, QToolBar &bar,
                               QWidget &chart, QWidget &outline)
    : QObject(&window)
    , m_table(std::move(table))
{
    std::optional<Menu> lastOnBar;
    for (const UiCommand &command : m_table) {
        auto *action = new QAction(textOf(command), &window);
        action->setObjectName(command.id);
        if (!command.icon.isEmpty())
            action->setIcon(QIcon(u":/icons/%1.svg"_s.arg(command.icon)));
        // What is being typed belongs to the state that the command works on; looking at it needs no such thing.
        connect(action, &QAction::triggered, this,
                [this, &document, run = command.run, looks = command.menu == Menu::View] {
                    if (!looks)
                        document.flush();
                    run();
                    refresh(); // what was shown may be hidden now
                });
        m_actions.push_back(action);
        if (command.place != KeyPlace::Window) {
            action->setShortcutContext(Qt::WidgetShortcut);
            chart.addAction(action);
        }
        if (command.place == KeyPlace::ChartAndOutline)
            outline.addAction(action);
        if (command.listing == Listing::InMenu)
            addToMenu(command, action, window);
        else if (command.place == KeyPlace::Window)
            window.addAction(action); // else nobody would hear its keys
        if (!command.onToolbar)
            continue;
        if (lastOnBar && *lastOnBar != command.menu)
            bar.addSeparator();
        lastOnBar = command.menu;
        addToBar(command, action, bar);
    }
    bind({});
}

void CommandActions::addToMenu(const UiCommand &command, QAction *action, QMainWindow &window)
{
    const QString name = u"menu%1"_s.arg(static_cast<int>(command.menu));
    auto *menu = window.menuBar()->findChild<QMenu *>(name);
    if (menu == nullptr) {
        menu = window.menuBar()->addMenu(titleOf(command.menu));
        menu->setObjectName(name);
    }
    if (command.separatorBefore)
        menu->addSeparator();
    if (command.submenu != nullptr) {
        const QString within = name + u'/' + QString::fromUtf8(command.submenu);
        auto *submenu = menu->findChild<QMenu *>(within);
        if (submenu == nullptr) {
            submenu = menu->addMenu(submenuOf(command));
            submenu->setObjectName(within);
        }
        menu = submenu;
    }
    menu->addAction(action);
}

void CommandActions::addToBar(const UiCommand &command, QAction *action, QToolBar &bar)
{
    bar.addAction(action);
    if (command.label.isEmpty())
        return;
    action->setIconText(command.label);
    qobject_cast<QToolButton *>(bar.widgetForAction(action))->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

QAction *CommandActions::action(const QString &id) const
{
    const auto found = std::ranges::find(m_table, id, &UiCommand::id);
    return found == m_table.end() ? nullptr : m_actions[static_cast<std::size_t>(found - m_table.begin())];
}

void CommandActions::bind(const KeyBindings &bindings)
{
    m_bindings = bindings;
    for (std::size_t i = 0; i < m_table.size(); ++i)
        m_actions[i]->setShortcuts(withTwins(m_bindings.keysOf(m_table[i])));
    refresh();
}

void CommandActions::refresh()
{
    for (std::size_t i = 0; i < m_table.size(); ++i) {
        const UiCommand &command = m_table[i];
        QAction *action = m_actions[i];
        const bool enabled = !command.enabled || command.enabled();
        action->setEnabled(enabled);
        action->setText(enabled && command.textNow ? command.textNow() : textOf(command));
        const QString keys = keyText(m_bindings.keysOf(command));
        const QString tip = action->text().remove(u'&');
        action->setToolTip(keys.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, keys));
        if (!command.label.isEmpty())
            action->setIconText(command.label);
    }
}

} // namespace bomay
