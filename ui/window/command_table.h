// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>
#include <vector>

namespace bomay {

class ChartCanvas;
class Document;
class EditCommands;
class FileCommands;
class FindingCommands;
class RecoveryCommands;
class VersionCommands;
class ViewCommands;

/// Where a command stands in the menu bar.
enum class Menu { File, Edit, Organisation, Drawing, Versions, View, Help };

/// One command of the window. Menus, toolbar and shortcuts are made from the table of these and nowhere else.
struct UiCommand
{
    QString id; ///< stable; object name of its action
    QString text;
    QList<QKeySequence> shortcuts;
    QString icon; ///< file in resources/icons without its ending; empty = none
    Menu menu = Menu::File;
    bool onToolbar = false;
    bool separatorBefore = false;
    std::function<void()> run;
    std::function<bool()> enabled = {};    ///< nothing = always
    QString label = {};                    ///< beside the icon on the toolbar; empty = icon alone
    std::function<QString()> textNow = {}; ///< a text that depends on the document; nothing = `text`
};

/// What commands work on.
struct CommandParts
{
    Document &document;
    ChartCanvas &canvas;
    FileCommands &files;
    RecoveryCommands &recovery;
    VersionCommands &versions;
    EditCommands &edits;
    FindingCommands &rules;
    ViewCommands &views;
    std::function<void()> find;        ///< puts the cursor into the search field
    std::function<void()> nextFinding; ///< shows the next finding and whom it speaks of
    std::function<void()> quit;
};

/// All commands, in the order of the menus. The parts must outlive them.
[[nodiscard]] std::vector<UiCommand> commandTable(const CommandParts &parts);

[[nodiscard]] QString titleOf(Menu menu);

} // namespace bomay
