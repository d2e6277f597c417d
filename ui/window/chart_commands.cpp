// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/chart_commands.h"

#include "ui/canvas/chart_canvas.h"
#include "ui/window/edit_commands.h"
#include "ui/window/fold_commands.h"
#include "ui/window/reorganisation_commands.h"

#include <QCoreApplication>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// The context of the texts is that of the whole table.
class CommandTable
{
    Q_DECLARE_TR_FUNCTIONS(bomay::CommandTable)

public:
    static void addStructure(std::vector<UiCommand> &table, const CommandParts &parts)
    {
        EditCommands *edits = &parts.edits;
        const auto add = [&](const QString &id, const char *source, const QString &key, std::function<void()> run,
                             std::function<bool()> enabled) {
            table.push_back({.id = id,
                             .source = source,
                             .keys = {QKeySequence(key)},
                             .menu = Menu::Organisation,
                             .separatorBefore = id == u"addAfter"_s || id == u"promote"_s,
                             .run = std::move(run),
                             .enabled = std::move(enabled),
                             .place = KeyPlace::Chart});
        };
        const auto selected = [edits] { return edits->hasSelection(); };
        const auto unit = [edits] { return edits->hasUnit(); };
        add(u"addAfter"_s, QT_TR_NOOP("Thêm &ngang cấp phía sau"), u"Return"_s,
            [edits] { edits->addBeside(Side::Behind); }, {});
        add(
            u"addBefore"_s, QT_TR_NOOP("Thêm ngang cấp phía t&rước"), u"Shift+Return"_s,
            [edits] { edits->addBeside(Side::Before); }, selected);
        add(u"addBelow"_s, QT_TR_NOOP("Thêm cấp &dưới"), u"Tab"_s, [edits] { edits->addUnit(); }, selected);
        table.back().keys += QKeySequence(u"Ins"_s);
        add(
            u"addAbove"_s, QT_TR_NOOP("Thêm cấp trên ở &giữa"), u"Shift+Tab"_s, [edits] { edits->addAbove(); },
            [edits] { return edits->isUnitSelected(); });
        add(
            u"addAssistant"_s, QT_TR_NOOP("Thêm &trợ lý"), u"Ctrl+Shift+Return"_s, [edits] { edits->addAssistant(); },
            unit);
        add(u"promote"_s, QT_TR_NOOP("Lên &một cấp"), u"Alt+Shift+Left"_s, [edits] { edits->promote(); }, selected);
        add(u"demote"_s, QT_TR_NOOP("X&uống một cấp"), u"Alt+Shift+Right"_s, [edits] { edits->demote(); }, selected);
        table.push_back({.id = u"kind"_s,
                         .source = QT_TR_NOOP("Đổi loại &hình…"),
                         .menu = Menu::Organisation,
                         .run = [edits] { edits->chooseKind(); },
                         .enabled = [edits] { return edits->hasUnitsSelected(); }});
    }

    static void addReorganisation(std::vector<UiCommand> &table, const CommandParts &parts)
    {
        ReorganisationCommands *commands = &parts.reorganisation;
        for (const auto &[id, source, kind] :
             {std::tuple(u"absorb"_s, QT_TR_NOOP("&Sáp nhập vào đơn vị khác…"), ReorganisationKind::Absorb),
              std::tuple(u"consolidate"_s, QT_TR_NOOP("&Hợp nhất thành đơn vị mới…"), ReorganisationKind::Consolidate),
              std::tuple(u"divide"_s, QT_TR_NOOP("&Chia thành các đơn vị mới…"), ReorganisationKind::Divide),
              std::tuple(u"separate"_s, QT_TR_NOOP("&Tách lập đơn vị mới…"), ReorganisationKind::Separate),
              std::tuple(u"dissolve"_s, QT_TR_NOOP("&Giải thể…"), ReorganisationKind::Dissolve),
              std::tuple(u"transfer"_s, QT_TR_NOOP("Ch&uyển về trực thuộc…"), ReorganisationKind::Transfer),
              std::tuple(u"transferFunctions"_s, QT_TR_NOOP("Điều chuyển chức &năng…"),
                         ReorganisationKind::TransferFunctions)})
            table.push_back({.id = id,
                             .source = source,
                             .menu = Menu::Reorganisation,
                             .separatorBefore = kind == ReorganisationKind::Transfer,
                             .run = [commands, which = kind] { commands->run(which); },
                             .enabled = [commands, which = kind] { return commands->canRun(which); }});
        table.push_back({.id = u"history"_s,
                         .source = QT_TR_NOOP("&Quá trình của đơn vị"),
                         .menu = Menu::Reorganisation,
                         .separatorBefore = true,
                         .run = [commands] { commands->showHistory(); },
                         .enabled = [commands] { return commands->hasUnit(); }});
    }

    static void addFolds(std::vector<UiCommand> &table, const CommandParts &parts)
    {
        FoldCommands *folds = &parts.folds;
        // Paper shows all: with its pages on the screen nothing would be seen of folding.
        const auto onScreen = [canvas = &parts.canvas](std::function<bool()> enabled) {
            return [canvas, enabled = std::move(enabled)] { return !canvas->showsPages() && enabled(); };
        };
        table.push_back(
            {.id = u"foldBranch"_s,
             .source = QT_TR_NOOP("Thu gọn n&hánh"),
             .keys = {QKeySequence(Qt::Key_Space)},
             .menu = Menu::Drawing,
             .separatorBefore = true,
             .run = [folds] { folds->toggle(); },
             .enabled = onScreen([folds] { return folds->canToggle(); }),
             .textNow = [folds] { return folds->areFolded() ? tr("Mở rộng n&hánh") : tr("Thu gọn n&hánh"); },
             .place = KeyPlace::Chart});
        table.push_back({.id = u"levels0"_s,
                         .source = QT_TR_NOOP("Mở rộng tất &cả các nhánh"),
                         .keys = {QKeySequence(u"Ctrl+Shift+0"_s)},
                         .menu = Menu::Drawing,
                         .run = [folds] { folds->showLevels(0); },
                         .enabled = onScreen([folds] { return folds->hasFolds(); })});
        int level = 0;
        for (const char *source : {QT_TR_NOOP("Hiện &1 cấp"), QT_TR_NOOP("Hiện &2 cấp"), QT_TR_NOOP("Hiện &3 cấp"),
                                   QT_TR_NOOP("Hiện &4 cấp"), QT_TR_NOOP("Hiện &5 cấp"), QT_TR_NOOP("Hiện &6 cấp"),
                                   QT_TR_NOOP("Hiện &7 cấp"), QT_TR_NOOP("Hiện &8 cấp"), QT_TR_NOOP("Hiện &9 cấp")}) {
            ++level;
            table.push_back({.id = u"levels%1"_s.arg(level),
                             .source = source,
                             .keys = {QKeySequence(u"Ctrl+Shift+%1"_s.arg(level))},
                             .menu = Menu::Drawing,
                             .run = [folds, level] { folds->showLevels(level); },
                             .enabled = onScreen([] { return true; }),
                             .submenu = QT_TR_NOOP("Số cấ&p hiện trên màn hình")});
        }
    }

    static void addView(std::vector<UiCommand> &table, const CommandParts &parts)
    {
        ChartCanvas *canvas = &parts.canvas;
        const auto add = [&](const QString &id, const char *source, const QString &key, std::function<void()> run) {
            table.push_back({.id = id,
                             .source = source,
                             .keys = {QKeySequence(key)},
                             .menu = Menu::View,
                             .separatorBefore = id == u"asOf"_s,
                             .run = std::move(run)});
        };
        add(u"zoomWidth"_s, QT_TR_NOOP("Vừa &bề ngang"), u"Ctrl+9"_s, [canvas] { canvas->zoomToWidth(); });
        add(u"zoomSelection"_s, QT_TR_NOOP("Vừa nhánh đang c&họn"), u"Ctrl+8"_s,
            [canvas] { canvas->zoomToSelection(); });
        table.push_back(
            {.id = u"miniMap"_s,
             .source = QT_TR_NOOP("Hiện bản đồ &thu nhỏ"),
             .keys = {QKeySequence(u"Ctrl+M"_s)},
             .menu = Menu::View,
             .run = [canvas] { canvas->showMiniMap(!canvas->hasMiniMap()); },
             .textNow =
                 [canvas] { return canvas->hasMiniMap() ? tr("Ẩn bản đồ &thu nhỏ") : tr("Hiện bản đồ &thu nhỏ"); }});
        table.push_back({.id = u"pages"_s,
                         .source = QT_TR_NOOP("Hiện &khung trang giấy"),
                         .keys = {QKeySequence(u"Ctrl+Shift+M"_s)},
                         .menu = Menu::View,
                         .run = [canvas] { canvas->showPages(!canvas->showsPages()); },
                         .enabled = [canvas] { return canvas->canShowPages(); },
                         .textNow =
                             [canvas] {
                                 return canvas->showsPages() ? tr("Ẩn &khung trang giấy")
                                                             : tr("Hiện &khung trang giấy");
                             }});
        table.push_back({.id = u"motion"_s,
                         .source = QT_TR_NOOP("Bật chuyển động khi &xếp lại"),
                         .menu = Menu::View,
                         .run = [canvas] { canvas->setAnimated(!canvas->isAnimated()); },
                         .textNow =
                             [canvas] {
                                 return canvas->isAnimated() ? tr("Tắt chuyển động khi &xếp lại")
                                                             : tr("Bật chuyển động khi &xếp lại");
                             }});
        add(u"asOf"_s, QT_TR_NOOP("Tại ngà&y…"), u"Ctrl+G"_s, parts.asOf);
        add(u"present"_s, QT_TR_NOOP("T&rình chiếu"), u"F5"_s, parts.present);
        add(u"fullScreen"_s, QT_TR_NOOP("T&oàn màn hình"), u"F11"_s, parts.fullScreen);
        for (const auto &[id, source, key, run] :
             {std::tuple(u"nextPanel"_s, QT_TR_NOOP("Sang phần kế tiếp của cửa sổ"), u"F6"_s, parts.nextPanel),
              std::tuple(u"previousPanel"_s, QT_TR_NOOP("Về phần trước của cửa sổ"), u"Shift+F6"_s,
                         parts.previousPanel)}) {
            add(id, source, key, run);
            table.back().listing = Listing::KeysOnly;
        }
        addWalks(table, *canvas);
    }

private:
    static void addWalks(std::vector<UiCommand> &table, ChartCanvas &chart)
    {
        struct Walk
        {
            QString id;
            const char *source;
            QString key;
            WalkStep step;
        };
        ChartCanvas *canvas = &chart;
        const auto add = [&](const QString &id, const char *source, const QString &key, std::function<void()> run) {
            table.push_back({.id = id,
                             .source = source,
                             .keys = {QKeySequence(key)},
                             .menu = Menu::View,
                             .run = std::move(run),
                             .place = KeyPlace::Chart,
                             .listing = Listing::KeysOnly});
        };
        for (const auto &[id, source, key, step] :
             {Walk{u"goUp"_s, QT_TR_NOOP("Đến ô phía trên"), u"Up"_s, WalkStep::Up},
              Walk{u"goDown"_s, QT_TR_NOOP("Đến ô phía dưới"), u"Down"_s, WalkStep::Down},
              Walk{u"goLeft"_s, QT_TR_NOOP("Đến ô bên trái"), u"Left"_s, WalkStep::Left},
              Walk{u"goRight"_s, QT_TR_NOOP("Đến ô bên phải"), u"Right"_s, WalkStep::Right}})
            add(id, source, key, [canvas, step = step] { canvas->goOnScreen(step); });
        for (const auto &[id, source, key, step] :
             {Walk{u"extendUp"_s, QT_TR_NOOP("Chọn thêm ô phía trên"), u"Shift+Up"_s, WalkStep::Up},
              Walk{u"extendDown"_s, QT_TR_NOOP("Chọn thêm ô phía dưới"), u"Shift+Down"_s, WalkStep::Down},
              Walk{u"extendLeft"_s, QT_TR_NOOP("Chọn thêm ô bên trái"), u"Shift+Left"_s, WalkStep::Left},
              Walk{u"extendRight"_s, QT_TR_NOOP("Chọn thêm ô bên phải"), u"Shift+Right"_s, WalkStep::Right}})
            add(id, source, key, [canvas, step = step] { canvas->extendOnScreen(step); });
        add(u"selectAll"_s, QT_TR_NOOP("Chọn tất cả"), u"Ctrl+A"_s, [canvas] { canvas->selectAllBoxes(); });
        for (const auto &[id, source, key, step] :
             {Walk{u"goSuperior"_s, QT_TR_NOOP("Đến cấp trên"), u"Ctrl+Up"_s, WalkStep::Up},
              Walk{u"goSubordinate"_s, QT_TR_NOOP("Đến cấp dưới đầu tiên"), u"Ctrl+Down"_s, WalkStep::Down},
              Walk{u"goPrevious"_s, QT_TR_NOOP("Đến ngang cấp phía trước"), u"Ctrl+Left"_s, WalkStep::Left},
              Walk{u"goNext"_s, QT_TR_NOOP("Đến ngang cấp phía sau"), u"Ctrl+Right"_s, WalkStep::Right}})
            add(id, source, key, [canvas, step = step] { canvas->goInTree(step); });
    }
};

} // namespace

void addStructureCommands(std::vector<UiCommand> &table, const CommandParts &parts)
{
    CommandTable::addStructure(table, parts);
}

void addReorganisationCommands(std::vector<UiCommand> &table, const CommandParts &parts)
{
    CommandTable::addReorganisation(table, parts);
}

void addFoldCommands(std::vector<UiCommand> &table, const CommandParts &parts)
{
    CommandTable::addFolds(table, parts);
}

void addChartViewCommands(std::vector<UiCommand> &table, const CommandParts &parts)
{
    CommandTable::addView(table, parts);
}

} // namespace bomay
