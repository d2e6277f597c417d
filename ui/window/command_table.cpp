// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/command_table.h"

#include "ui/canvas/chart_canvas.h"
#include "ui/document/document.h"
#include "ui/window/chart_commands.h"
#include "ui/window/clipboard_commands.h"
#include "ui/window/collection_commands.h"
#include "ui/window/edit_commands.h"
#include "ui/window/file_commands.h"
#include "ui/window/finding_commands.h"
#include "ui/window/paper_commands.h"
#include "ui/window/recovery_commands.h"
#include "ui/window/version_commands.h"
#include "ui/window/view_commands.h"

#include <QCoreApplication>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// The texts of the table and their translations.
class CommandTable
{
    Q_DECLARE_TR_FUNCTIONS(bomay::CommandTable)

public:
    static QString text(const UiCommand &command) { return tr(command.source); }

    static void addHelpCommands(std::vector<UiCommand> &table, const CommandParts &parts)
    {
        FindingCommands *rules = &parts.rules;
        table.push_back({.id = u"palette"_s,
                         .source = QT_TR_NOOP("&Tìm lệnh…"),
                         .keys = {QKeySequence(u"Ctrl+Shift+P"_s)},
                         .menu = Menu::Help,
                         .run = parts.palette});
        table.push_back({.id = u"keys"_s,
                         .source = QT_TR_NOOP("Bảng &phím tắt…"),
                         .keys = {QKeySequence(u"Ctrl+/"_s)},
                         .menu = Menu::Help,
                         .run = parts.keys});
        table.push_back(
            {u"packHelp"_s, QT_TR_NOOP("&Viết bộ quy định của cơ quan"), {}, {}, Menu::Help, false, false, [rules] {
                 rules->showPackHelp();
             }});
    }

    static void addFileCommands(std::vector<UiCommand> &table, const CommandParts &parts)
    {
        FileCommands *files = &parts.files;
        RecoveryCommands *recovery = &parts.recovery;
        const auto add = [&](const QString &id, const char *text, const QKeySequence &keys, const QString &icon,
                             bool toolbar, bool separator, std::function<void()> run) {
            QList<QKeySequence> shortcuts;
            if (!keys.isEmpty())
                shortcuts += keys;
            table.push_back({id, text, shortcuts, icon, Menu::File, toolbar, separator, std::move(run)});
        };
        add(u"new"_s, QT_TR_NOOP("Mớ&i"), QKeySequence::New, u"new"_s, true, false, [files] { files->newDocument(); });
        add(u"newFromSample"_s, QT_TR_NOOP("Mới từ sơ đồ mẫu…"), QKeySequence(u"Ctrl+Shift+N"_s), {}, false, false,
            [files] { files->newFromSample(); });
        add(u"open"_s, QT_TR_NOOP("&Mở…"), QKeySequence::Open, u"open"_s, true, false, [files] { files->open(); });
        add(u"save"_s, QT_TR_NOOP("&Lưu"), QKeySequence::Save, u"save"_s, true, true, [files] { files->save(); });
        add(u"saveAs"_s, QT_TR_NOOP("Lưu &thành…"), QKeySequence(u"Ctrl+Shift+S"_s), {}, false, false,
            [files] { files->saveAs(); });
        add(u"recover"_s, QT_TR_NOOP("&Phục hồi thay đổi chưa lưu…"), {}, {}, false, false,
            [recovery] { recovery->offerAll(); });
        table.push_back({u"restoreBackup"_s,
                         QT_TR_NOOP("&Bản lưu trước…"),
                         {},
                         {},
                         Menu::File,
                         false,
                         false,
                         [recovery] { recovery->restoreBackup(); },
                         [recovery] { return recovery->hasBackups(); }});
        add(u"saveWithoutPersons"_s, QT_TR_NOOP("Bản sao &không có dữ liệu cá nhân…"), {}, {}, false, false,
            [files] { files->saveWithoutPersons(); });
        add(u"import"_s, QT_TR_NOOP("Nhập bản&g tính…"), QKeySequence(u"Ctrl+I"_s), u"import"_s, true, true,
            [files] { files->importSpreadsheet(); });
        add(u"pasteAllotments"_s, QT_TR_NOOP("&Dán bảng giao cấp phó, biên chế…"), QKeySequence(u"Ctrl+Shift+V"_s), {},
            false, false, [files] { files->pasteAllotments(); });
        add(u"fillForm"_s, QT_TR_NOOP("Điền vào biể&u mẫu…"), {}, {}, false, false, [files] { files->fillForm(); });
        CollectionCommands *collection = &parts.collection;
        table.push_back({.id = u"sendForms"_s,
                         .source = QT_TR_NOOP("Lập biểu thu thập &số liệu…"),
                         .menu = Menu::File,
                         .run = [collection] { collection->send(); },
                         .enabled = [collection] { return collection->canSend(); }});
        add(u"openRound"_s, QT_TR_NOOP("The&o dõi đợt thu thập…"), {}, {}, false, false,
            [collection] { collection->openRound(); });
        add(u"exportWorkbook"_s, QT_TR_NOOP("Xuất &Excel để sửa và nhập lại…"), {}, {}, false, false,
            [files] { files->exportWorkbook(); });
        PaperCommands *paper = &parts.paper;
        add(u"exportPdf"_s, QT_TR_NOOP("&Xuất PDF…"), QKeySequence(u"Ctrl+E"_s), u"export"_s, true, false,
            [files, paper] { paper->exportPdf(files->suggestedName()); });
        add(u"exportChart"_s, QT_TR_NOOP("Xuất tùy chọn: PDF, PNG, SVG…"), QKeySequence(u"Ctrl+Shift+E"_s), {}, false,
            false, [files, paper] { paper->exportChart(files->suggestedName()); });
        add(u"exportAnnex"_s, QT_TR_NOOP("Xuất phụ lục &quyết định…"), {}, {}, false, false,
            [paper] { paper->exportAnnex(); });
        add(u"exportCheckReport"_s, QT_TR_NOOP("Xuất báo cáo &rà soát…"), {}, {}, false, true,
            [paper] { paper->exportCheckReport(); });
        add(u"exportLedger"_s, QT_TR_NOOP("Xuất bảng theo dõi &cấp phó…"), {}, {}, false, false,
            [paper] { paper->exportLedger(); });
        add(u"exportStaffing"_s, QT_TR_NOOP("Xuất bảng biên chế, chức &vụ…"), {}, {}, false, false,
            [paper] { paper->exportStaffing(); });
        add(u"print"_s, QT_TR_NOOP("I&n…"), QKeySequence::Print, {}, false, true, [paper] { paper->print(); });
        add(u"quit"_s, QT_TR_NOOP("T&hoát"), QKeySequence(u"Ctrl+Q"_s), {}, false, true, parts.quit);
    }

    static void addEditCommands(std::vector<UiCommand> &table, const CommandParts &parts)
    {
        Document *document = &parts.document;
        EditCommands *edits = &parts.edits;
        const auto selected = [edits] { return edits->hasSelection(); };
        table.push_back(
            {u"undo"_s,
             QT_TR_NOOP("&Hoàn tác"),
             {QKeySequence::Undo},
             u"undo"_s,
             Menu::Edit,
             true,
             false,
             [document] { document->undo(); },
             [document] { return !document->session().undoTitle().isEmpty(); },
             {},
             [document] { return tr("&Hoàn tác: %1").arg(document->session().undoTitle().replace(u'&', u"&&"_s)); }});
        table.push_back(
            {u"redo"_s,
             QT_TR_NOOP("Làm &lại"),
             {QKeySequence(u"Ctrl+Y"_s), QKeySequence(u"Ctrl+Shift+Z"_s)},
             u"redo"_s,
             Menu::Edit,
             true,
             false,
             [document] { document->redo(); },
             [document] { return !document->session().redoTitle().isEmpty(); },
             {},
             [document] { return tr("Làm &lại: %1").arg(document->session().redoTitle().replace(u'&', u"&&"_s)); }});
        ClipboardCommands *clipboard = &parts.clipboard;
        table.push_back({.id = u"cut"_s,
                         .source = QT_TR_NOOP("&Cắt"),
                         .keys = {QKeySequence(u"Ctrl+X"_s)},
                         .menu = Menu::Edit,
                         .separatorBefore = true,
                         .run = [clipboard] { clipboard->cut(); },
                         .enabled = selected,
                         .place = KeyPlace::ChartAndOutline});
        table.push_back({.id = u"copy"_s,
                         .source = QT_TR_NOOP("Sao ché&p"),
                         .keys = {QKeySequence(u"Ctrl+C"_s)},
                         .menu = Menu::Edit,
                         .run = [clipboard] { clipboard->copy(); },
                         .enabled = selected});
        table.push_back({.id = u"paste"_s,
                         .source = QT_TR_NOOP("&Dán"),
                         .keys = {QKeySequence(u"Ctrl+V"_s)},
                         .menu = Menu::Edit,
                         .run = [clipboard] { clipboard->paste(); }});
        table.push_back({u"rename"_s,
                         QT_TR_NOOP("Đổi &tên"),
                         {QKeySequence(Qt::Key_F2)},
                         u"rename"_s,
                         Menu::Edit,
                         false,
                         true,
                         parts.rename,
                         selected});
        table.push_back({.id = u"replace"_s,
                         .source = QT_TR_NOOP("Tìm và th&ay trong tên…"),
                         .keys = {QKeySequence(u"Ctrl+H"_s)},
                         .menu = Menu::Edit,
                         .run = parts.replace});
        table.push_back({.id = u"delete"_s,
                         .source = QT_TR_NOOP("&Xóa"),
                         .keys = {QKeySequence::Delete},
                         .icon = u"delete"_s,
                         .menu = Menu::Edit,
                         .run = [edits] { edits->remove(); },
                         .enabled = selected,
                         .place = KeyPlace::ChartAndOutline});
        table.push_back({.id = u"deleteBox"_s,
                         .source = QT_TR_NOOP("Xóa &riêng ô này"),
                         .keys = {QKeySequence(u"Shift+Del"_s)},
                         .menu = Menu::Edit,
                         .run = [edits] { edits->removeAlone(); },
                         .enabled = selected,
                         .place = KeyPlace::ChartAndOutline});
        table.push_back({.id = u"duplicate"_s,
                         .source = QT_TR_NOOP("&Nhân bản cả nhánh"),
                         .keys = {QKeySequence(u"Ctrl+D"_s)},
                         .menu = Menu::Edit,
                         .run = [edits] { edits->duplicate(); },
                         .enabled = selected,
                         .place = KeyPlace::ChartAndOutline});
    }

    static void addOrganisationCommands(std::vector<UiCommand> &table, const CommandParts &parts)
    {
        EditCommands *edits = &parts.edits;
        const auto selected = [edits] { return edits->hasSelection(); };
        const auto unit = [edits] { return edits->hasUnit(); };
        const auto add = [&](const QString &id, const char *text, const QString &keys, const QString &icon,
                             const QString &label, std::function<void()> run, std::function<bool()> enabled) {
            table.push_back({id,
                             text,
                             {QKeySequence(keys)},
                             icon,
                             Menu::Organisation,
                             true,
                             id == u"rankUp"_s,
                             std::move(run),
                             std::move(enabled),
                             label});
        };
        const auto whereSeen = [&table] { table.back().place = KeyPlace::ChartAndOutline; };
        add(u"addUnit"_s, QT_TR_NOOP("Thêm đơn &vị"), u"Ctrl+Shift+U"_s, u"add-unit"_s, tr("Đơn vị"),
            [edits] { edits->addUnit(); }, {});
        add(
            u"addPost"_s, QT_TR_NOOP("Thêm &chức vụ"), u"Ctrl+Shift+C"_s, u"add-post"_s, tr("Chức vụ"),
            [edits] { edits->addPost(); }, unit);
        add(
            u"addDeputy"_s, QT_TR_NOOP("Thêm cấp &phó"), u"Ctrl+Return"_s, u"add-deputy"_s, tr("Cấp phó"),
            [edits] { edits->addDeputy(); }, unit);
        whereSeen();
        add(
            u"rankUp"_s, QT_TR_NOOP("Đưa &lên trước"), u"Alt+Up"_s, u"up"_s, {}, [edits] { edits->moveInRank(-1); },
            selected);
        whereSeen();
        add(
            u"rankDown"_s, QT_TR_NOOP("Đưa &xuống sau"), u"Alt+Down"_s, u"down"_s, {},
            [edits] { edits->moveInRank(1); }, selected);
        whereSeen();
    }

    static void addDrawingCommands(std::vector<UiCommand> &table, const CommandParts &parts)
    {
        ViewCommands *views = &parts.views;
        EditCommands *edits = &parts.edits;
        const auto add = [&](const QString &id, const char *text, bool separator, std::function<void()> run,
                             std::function<bool()> enabled) {
            table.push_back({id, text, {}, {}, Menu::Drawing, false, separator, std::move(run), std::move(enabled)});
        };
        const auto hasView = [views] { return views->hasView(); };
        for (const auto &[preset, text] :
             {std::pair(ChartPreset::Automatic, QT_TR_NOOP("Xếp sơ đồ tự chọn theo &giấy")),
              std::pair(ChartPreset::Horizontal, QT_TR_NOOP("Xếp sơ đồ n&gang")),
              std::pair(ChartPreset::HangingRight, QT_TR_NOOP("Xếp sơ đồ treo &phải")),
              std::pair(ChartPreset::HangingBoth, QT_TR_NOOP("Xếp sơ đồ treo &hai bên")),
              std::pair(ChartPreset::Columns, QT_TR_NOOP("Xếp sơ đồ nhiều &cột")),
              std::pair(ChartPreset::LeftToRight, QT_TR_NOOP("Xếp sơ đồ t&rái sang phải"))}) {
            const int number = static_cast<int>(preset) + 1;
            table.push_back({.id = u"preset%1"_s.arg(number),
                             .source = text,
                             .keys = {QKeySequence(u"Ctrl+%1"_s.arg(number))},
                             .menu = Menu::Drawing,
                             .run = [views, which = preset] { views->choosePreset(which); },
                             .listing = Listing::KeysOnly}); // the menu "Kiểu" has them with a tick
        }
        add(u"gallery"_s, QT_TR_NOOP("Thư v&iện kiểu sơ đồ…"), false, parts.gallery, {});
        table.back().keys = {QKeySequence(u"Ctrl+Shift+G"_s)};
        add(u"newView"_s, QT_TR_NOOP("Bản vẽ &mới…"), false, [views] { views->add(); }, {});
        add(u"copyView"_s, QT_TR_NOOP("&Nhân bản…"), false, [views] { views->copy(); }, hasView);
        add(u"renameView"_s, QT_TR_NOOP("Đổi &tên…"), false, [views] { views->rename(); }, hasView);
        add(u"removeView"_s, QT_TR_NOOP("&Xóa bản vẽ"), false, [views] { views->remove(); }, hasView);
        table.push_back(
            {.id = u"viewRoot"_s,
             .source = QT_TR_NOOP("Chỉ vẽ đơn &vị đang chọn"),
             .menu = Menu::Drawing,
             .separatorBefore = true,
             .run = [views] { views->setRoot(); },
             .enabled = [views, edits] { return views->hasRoot() || edits->hasUnit(); },
             .textNow = [views] { return views->hasRoot() ? tr("Vẽ cả &sơ đồ") : tr("Chỉ vẽ đơn &vị đang chọn"); }});
        add(
            u"releaseAdjustments"_s, QT_TR_NOOP("&Bỏ chỉnh tay"), false, [views] { views->release(); },
            [views] { return views->hasAdjustments(); });
        table.back().keys = {QKeySequence(u"Ctrl+L"_s)};
        addFoldCommands(table, parts);
    }

    static void addVersionCommands(std::vector<UiCommand> &table, const CommandParts &parts)
    {
        VersionCommands *versions = &parts.versions;
        const auto add = [&](const QString &id, const char *text, bool separator, std::function<void()> run,
                             std::function<bool()> enabled) {
            table.push_back({id, text, {}, {}, Menu::Versions, false, separator, std::move(run), std::move(enabled)});
        };
        const auto hasFile = [versions] { return versions->hasFile(); };
        add(u"nameVersion"_s, QT_TR_NOOP("Đặt &tên phiên bản…"), false, [versions] { versions->name(); }, {});
        add(u"sealVersion"_s, QT_TR_NOOP("&Chốt số liệu…"), false, [versions] { versions->seal(); }, {});
        add(
            u"compareVersion"_s, QT_TR_NOOP("&So sánh với phiên bản…"), true, [versions] { versions->compare(); },
            hasFile);
        add(u"showVersion"_s, QT_TR_NOOP("&Xem phiên bản…"), false, [versions] { versions->show(); }, hasFile);
        add(u"restoreVersion"_s, QT_TR_NOOP("Đưa &về phiên bản…"), false, [versions] { versions->restore(); }, hasFile);
        add(u"removeVersion"_s, QT_TR_NOOP("Xóa &phiên bản…"), false, [versions] { versions->remove(); }, hasFile);
    }

    static void addViewCommands(std::vector<UiCommand> &table, const CommandParts &parts)
    {
        ChartCanvas *canvas = &parts.canvas;
        const auto add = [&](const QString &id, const char *text, const QList<QKeySequence> &keys, const QString &icon,
                             std::function<void()> run) {
            table.push_back({id, text, keys, icon, Menu::View, !icon.isEmpty(), false, std::move(run)});
        };
        add(u"find"_s, QT_TR_NOOP("Tì&m"), {QKeySequence::Find}, u"find"_s, parts.find);
        add(u"findNext"_s, QT_TR_NOOP("Tìm t&iếp"), {QKeySequence(Qt::Key_F3)}, {}, parts.findNext);
        add(u"findPrevious"_s, QT_TR_NOOP("Tìm n&gược lại"), {QKeySequence(u"Shift+F3"_s)}, {}, parts.findPrevious);
        add(u"goTo"_s, QT_TR_NOOP("Đế&n đơn vị, chức vụ…"), {QKeySequence(u"Ctrl+K"_s)}, {}, parts.goTo);
        add(u"filter"_s, QT_TR_NOOP("&Lọc cây tổ chức"), {QKeySequence(u"Ctrl+Shift+F"_s)}, {}, parts.filter);
        add(u"nextFinding"_s, QT_TR_NOOP("Nội dung rà &soát tiếp theo"), {QKeySequence(Qt::Key_F8)}, {},
            parts.nextFinding);
        add(u"zoomIn"_s, QT_TR_NOOP("&Phóng to"), {QKeySequence(u"Ctrl++"_s), QKeySequence(u"Ctrl+="_s)}, u"zoom-in"_s,
            [canvas] { canvas->zoomIn(); });
        add(u"zoomOut"_s, QT_TR_NOOP("Th&u nhỏ"), {QKeySequence(u"Ctrl+-"_s)}, u"zoom-out"_s,
            [canvas] { canvas->zoomOut(); });
        add(u"zoomFit"_s, QT_TR_NOOP("&Vừa cửa sổ"), {QKeySequence(u"Ctrl+0"_s)}, u"zoom-fit"_s,
            [canvas] { canvas->zoomToFit(); });
        add(u"zoomNatural"_s, QT_TR_NOOP("&Cỡ thật"), {QKeySequence(u"Ctrl+Alt+0"_s)}, {},
            [canvas] { canvas->zoomToNatural(); });
    }

    static QString titleOf(Menu menu)
    {
        switch (menu) {
        case Menu::File:
            return tr("&Tệp");
        case Menu::Edit:
            return tr("&Sửa");
        case Menu::Organisation:
            return tr("Tổ &chức");
        case Menu::Reorganisation:
            return tr("Tổ chức &lại");
        case Menu::Drawing:
            return tr("&Bản vẽ");
        case Menu::Versions:
            return tr("&Phiên bản");
        case Menu::View:
            return tr("&Hiển thị");
        case Menu::Help:
            break;
        }
        return tr("Trợ &giúp");
    }
};

} // namespace

std::vector<UiCommand> commandTable(const CommandParts &parts)
{
    std::vector<UiCommand> table;
    CommandTable::addFileCommands(table, parts);
    CommandTable::addEditCommands(table, parts);
    CommandTable::addOrganisationCommands(table, parts);
    addStructureCommands(table, parts);
    addReorganisationCommands(table, parts);
    CommandTable::addDrawingCommands(table, parts);
    CommandTable::addVersionCommands(table, parts);
    CommandTable::addViewCommands(table, parts);
    addChartViewCommands(table, parts);
    CommandTable::addHelpCommands(table, parts);
    return table;
}

QString textOf(const UiCommand &command)
{
    return CommandTable::text(command);
}

QString submenuOf(const UiCommand &command)
{
    return command.submenu == nullptr ? QString() : CommandTable::tr(command.submenu);
}

QString nameOf(const UiCommand &command)
{
    QString name = textOf(command).remove(u'&');
    while (name.endsWith(u'…'))
        name.chop(1);
    return name;
}

QString titleOf(Menu menu)
{
    return CommandTable::titleOf(menu);
}

} // namespace bomay
