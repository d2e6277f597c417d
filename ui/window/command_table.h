// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>
#include <vector>

namespace bomay {

class ChartCanvas;
class ClipboardCommands;
class CollectionCommands;
class Document;
class EditCommands;
class FileCommands;
class FindingCommands;
class FoldCommands;
class PaperCommands;
class RecoveryCommands;
class ReorganisationCommands;
class VersionCommands;
class ViewCommands;

/// Where a command stands in the menu bar.
enum class Menu { File, Edit, Organisation, Reorganisation, Drawing, Versions, View, Help };

/// Where the keys of a command work. Keys without Ctrl and Alt, as Enter and Tab, are the chart's alone: elsewhere they
/// have a meaning of their own. What takes away, moves or doubles the selected nodes waits until the keyboard is where
/// they are seen: Del in a list of notes means the note.
enum class KeyPlace { Window, Chart, ChartAndOutline };

/// Does a command stand in its menu, or only in the list of keys and the palette?
enum class Listing { InMenu, KeysOnly };

/// One command of the window. Menus, toolbar and shortcuts are made from the table of these and nowhere else.
struct UiCommand
{
    QString id = {};               ///< stable; object name of its action, and name of its keys in the settings
    const char *source = "";       ///< its text in Vietnamese, to be translated: `textOf`
    QList<QKeySequence> keys = {}; ///< until the user binds others; the first is shown
    QString icon = {};             ///< file in resources/icons without its ending; empty = none
    Menu menu = Menu::File;
    bool onToolbar = false;
    bool separatorBefore = false;
    std::function<void()> run = {};
    std::function<bool()> enabled = {};    ///< nothing = always
    QString label = {};                    ///< beside the icon on the toolbar; empty = icon alone
    std::function<QString()> textNow = {}; ///< a text that depends on the document; nothing = `textOf`
    KeyPlace place = KeyPlace::Window;
    Listing listing = Listing::InMenu;
    const char *submenu = nullptr; ///< it stands in a menu of this title within its menu: `submenuOf`
};

/// The text of a command in the language of the window, with the mark of its menu key.
[[nodiscard]] QString textOf(const UiCommand &command);
/// The title of its menu within the menu, in the language of the window; empty = none.
[[nodiscard]] QString submenuOf(const UiCommand &command);
/// Without that mark, as the list of keys and the palette show it.
[[nodiscard]] QString nameOf(const UiCommand &command);

/// What commands work on.
struct CommandParts
{
    Document &document;
    ChartCanvas &canvas;
    FileCommands &files;
    CollectionCommands &collection;
    RecoveryCommands &recovery;
    VersionCommands &versions;
    EditCommands &edits;
    ReorganisationCommands &reorganisation;
    ClipboardCommands &clipboard;
    FindingCommands &rules;
    PaperCommands &paper;
    ViewCommands &views;
    FoldCommands &folds;
    std::function<void()> rename;  ///< opens the field for the name of what is selected
    std::function<void()> find;    ///< opens the bar to find
    std::function<void()> replace; ///< and the one to replace
    std::function<void()> findNext;
    std::function<void()> findPrevious;
    std::function<void()> filter;      ///< puts the cursor into the filter of the outline
    std::function<void()> goTo;        ///< offers every unit and post by name
    std::function<void()> palette;     ///< offers every command by name
    std::function<void()> keys;        ///< shows all keys
    std::function<void()> nextFinding; ///< shows the next finding and whom it speaks of
    std::function<void()> asOf;        ///< puts the cursor into the day in view
    std::function<void()> gallery;     ///< offers the presets with thumbnails
    std::function<void()> present;     ///< shows the chart alone on the whole screen
    std::function<void()> fullScreen;  ///< the window without its frame, and back
    std::function<void()> nextPanel;   ///< the keyboard goes to the next part of the window
    std::function<void()> previousPanel;
    std::function<void()> quit;
};

/// All commands, in the order of the menus. The parts must outlive them.
[[nodiscard]] std::vector<UiCommand> commandTable(const CommandParts &parts);

[[nodiscard]] QString titleOf(Menu menu);

} // namespace bomay
