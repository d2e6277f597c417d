// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/command_table.h"

#include "ui/canvas/chart_canvas.h"
#include "ui/document/document.h"
#include "ui/window/edit_commands.h"
#include "ui/window/file_commands.h"
#include "ui/window/finding_commands.h"
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
    static void addHelpCommands(std::vector<UiCommand> &table, const CommandParts &parts)
    {
        FindingCommands *rules = &parts.rules;
        table.push_back({u"packHelp"_s, tr("&Viết bộ quy định của cơ quan"), {}, {}, Menu::Help, false, false, [rules] {
                             rules->showPackHelp();
                         }});
    }

    static void addFileCommands(std::vector<UiCommand> &table, const CommandParts &parts)
    {
        FileCommands *files = &parts.files;
        RecoveryCommands *recovery = &parts.recovery;
        const auto add = [&](const QString &id, const QString &text, const QKeySequence &keys, const QString &icon,
                             bool toolbar, bool separator, std::function<void()> run) {
            QList<QKeySequence> shortcuts;
            if (!keys.isEmpty())
                shortcuts += keys;
            table.push_back({id, text, shortcuts, icon, Menu::File, toolbar, separator, std::move(run)});
        };
        add(u"new"_s, tr("&Mới"), QKeySequence::New, u"new"_s, true, false, [files] { files->newDocument(); });
        add(u"open"_s, tr("M&ở…"), QKeySequence::Open, u"open"_s, true, false, [files] { files->open(); });
        add(u"save"_s, tr("&Lưu"), QKeySequence::Save, u"save"_s, true, true, [files] { files->save(); });
        add(u"saveAs"_s, tr("Lưu &thành…"), QKeySequence(u"Ctrl+Shift+S"_s), {}, false, false,
            [files] { files->saveAs(); });
        add(u"recover"_s, tr("&Phục hồi thay đổi chưa lưu…"), {}, {}, false, false,
            [recovery] { recovery->offerAll(); });
        table.push_back({u"restoreBackup"_s,
                         tr("&Bản lưu trước…"),
                         {},
                         {},
                         Menu::File,
                         false,
                         false,
                         [recovery] { recovery->restoreBackup(); },
                         [recovery] { return recovery->hasBackups(); }});
        add(u"saveWithoutPersons"_s, tr("Bản sao &không có dữ liệu cá nhân…"), {}, {}, false, false,
            [files] { files->saveWithoutPersons(); });
        add(u"import"_s, tr("&Nhập bảng tính…"), QKeySequence(u"Ctrl+I"_s), u"import"_s, true, true,
            [files] { files->importSpreadsheet(); });
        add(u"pasteAllotments"_s, tr("&Dán bảng giao cấp phó, biên chế…"), QKeySequence(u"Ctrl+Shift+V"_s), {}, false,
            false, [files] { files->pasteAllotments(); });
        add(u"exportPdf"_s, tr("&Xuất PDF…"), QKeySequence(u"Ctrl+E"_s), u"export"_s, true, false,
            [files] { files->exportPdf(); });
        add(u"quit"_s, tr("T&hoát"), QKeySequence(u"Ctrl+Q"_s), {}, false, true, parts.quit);
    }

    static void addEditCommands(std::vector<UiCommand> &table, const CommandParts &parts)
    {
        Document *document = &parts.document;
        EditCommands *edits = &parts.edits;
        ChartCanvas *canvas = &parts.canvas;
        const auto selected = [edits] { return edits->hasSelection(); };
        table.push_back({u"undo"_s,
                         tr("&Hoàn tác"),
                         {QKeySequence::Undo},
                         u"undo"_s,
                         Menu::Edit,
                         true,
                         false,
                         [document] { document->undo(); },
                         [document] { return !document->session().undoTitle().isEmpty(); },
                         {},
                         [document] { return tr("&Hoàn tác: %1").arg(document->session().undoTitle()); }});
        table.push_back({u"redo"_s,
                         tr("Làm &lại"),
                         {QKeySequence(u"Ctrl+Y"_s), QKeySequence(u"Ctrl+Shift+Z"_s)},
                         u"redo"_s,
                         Menu::Edit,
                         true,
                         false,
                         [document] { document->redo(); },
                         [document] { return !document->session().redoTitle().isEmpty(); },
                         {},
                         [document] { return tr("Làm &lại: %1").arg(document->session().redoTitle()); }});
        table.push_back({u"rename"_s,
                         tr("Đổi &tên"),
                         {QKeySequence(Qt::Key_F2)},
                         u"rename"_s,
                         Menu::Edit,
                         false,
                         true,
                         [canvas] { canvas->beginRename(); },
                         selected});
        table.push_back({u"delete"_s,
                         tr("&Xóa"),
                         {QKeySequence::Delete},
                         u"delete"_s,
                         Menu::Edit,
                         false,
                         false,
                         [edits] { edits->remove(); },
                         selected});
    }

    static void addOrganisationCommands(std::vector<UiCommand> &table, const CommandParts &parts)
    {
        EditCommands *edits = &parts.edits;
        const auto selected = [edits] { return edits->hasSelection(); };
        const auto unit = [edits] { return edits->hasUnit(); };
        const auto add = [&](const QString &id, const QString &text, const QString &keys, const QString &icon,
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
        add(u"addUnit"_s, tr("Thêm đơn &vị"), u"Ctrl+Shift+U"_s, u"add-unit"_s, tr("Đơn vị"),
            [edits] { edits->addUnit(); }, {});
        add(
            u"addPost"_s, tr("Thêm &chức vụ"), u"Ctrl+Shift+C"_s, u"add-post"_s, tr("Chức vụ"),
            [edits] { edits->addPost(); }, unit);
        add(
            u"addDeputy"_s, tr("Thêm cấp &phó"), u"Ctrl+Shift+P"_s, u"add-deputy"_s, tr("Cấp phó"),
            [edits] { edits->addDeputy(); }, unit);
        add(u"rankUp"_s, tr("Đưa &lên trước"), u"Alt+Up"_s, u"up"_s, {}, [edits] { edits->moveInRank(-1); }, selected);
        add(
            u"rankDown"_s, tr("Đưa &xuống sau"), u"Alt+Down"_s, u"down"_s, {}, [edits] { edits->moveInRank(1); },
            selected);
    }

    static void addDrawingCommands(std::vector<UiCommand> &table, const CommandParts &parts)
    {
        ViewCommands *views = &parts.views;
        EditCommands *edits = &parts.edits;
        const auto add = [&](const QString &id, const QString &text, bool separator, std::function<void()> run,
                             std::function<bool()> enabled) {
            table.push_back({id, text, {}, {}, Menu::Drawing, false, separator, std::move(run), std::move(enabled)});
        };
        const auto hasView = [views] { return views->hasView(); };
        add(u"newView"_s, tr("Bản vẽ &mới…"), false, [views] { views->add(); }, {});
        add(u"copyView"_s, tr("&Nhân bản…"), false, [views] { views->copy(); }, hasView);
        add(u"renameView"_s, tr("Đổi &tên…"), false, [views] { views->rename(); }, hasView);
        add(u"removeView"_s, tr("&Xóa bản vẽ"), false, [views] { views->remove(); }, hasView);
        add(
            u"viewRoot"_s, tr("Chỉ vẽ &đơn vị đang chọn"), true, [views] { views->setRoot(); },
            [edits] { return edits->hasUnit(); });
        add(
            u"releaseAdjustments"_s, tr("&Bỏ chỉnh tay"), false, [views] { views->release(); },
            [views] { return views->hasAdjustments(); });
    }

    static void addVersionCommands(std::vector<UiCommand> &table, const CommandParts &parts)
    {
        VersionCommands *versions = &parts.versions;
        const auto add = [&](const QString &id, const QString &text, bool separator, std::function<void()> run,
                             std::function<bool()> enabled) {
            table.push_back({id, text, {}, {}, Menu::Versions, false, separator, std::move(run), std::move(enabled)});
        };
        const auto hasFile = [versions] { return versions->hasFile(); };
        add(u"nameVersion"_s, tr("Đặt &tên phiên bản…"), false, [versions] { versions->name(); }, {});
        add(u"sealVersion"_s, tr("&Chốt số liệu…"), false, [versions] { versions->seal(); }, {});
        add(u"compareVersion"_s, tr("&So sánh với phiên bản…"), true, [versions] { versions->compare(); }, hasFile);
        add(u"showVersion"_s, tr("&Xem phiên bản…"), false, [versions] { versions->show(); }, hasFile);
        add(u"restoreVersion"_s, tr("&Đưa về phiên bản…"), false, [versions] { versions->restore(); }, hasFile);
        add(u"removeVersion"_s, tr("X&óa phiên bản…"), false, [versions] { versions->remove(); }, hasFile);
    }

    static void addViewCommands(std::vector<UiCommand> &table, const CommandParts &parts)
    {
        ChartCanvas *canvas = &parts.canvas;
        const auto add = [&](const QString &id, const QString &text, const QList<QKeySequence> &keys,
                             const QString &icon, std::function<void()> run) {
            table.push_back({id, text, keys, icon, Menu::View, !icon.isEmpty(), false, std::move(run)});
        };
        add(u"find"_s, tr("Tì&m"), {QKeySequence::Find}, u"find"_s, parts.find);
        add(u"nextFinding"_s, tr("&Nội dung rà soát tiếp theo"), {QKeySequence(Qt::Key_F8)}, {}, parts.nextFinding);
        add(u"zoomIn"_s, tr("Phóng &to"), {QKeySequence(u"Ctrl++"_s), QKeySequence(u"Ctrl+="_s)}, u"zoom-in"_s,
            [canvas] { canvas->zoomIn(); });
        add(u"zoomOut"_s, tr("Thu &nhỏ"), {QKeySequence(u"Ctrl+-"_s)}, u"zoom-out"_s, [canvas] { canvas->zoomOut(); });
        add(u"zoomFit"_s, tr("&Vừa cửa sổ"), {QKeySequence(u"Ctrl+0"_s)}, u"zoom-fit"_s,
            [canvas] { canvas->zoomToFit(); });
        add(u"zoomNatural"_s, tr("&Cỡ thật"), {QKeySequence(u"Ctrl+1"_s)}, {}, [canvas] { canvas->zoomToNatural(); });
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
    CommandTable::addDrawingCommands(table, parts);
    CommandTable::addVersionCommands(table, parts);
    CommandTable::addViewCommands(table, parts);
    CommandTable::addHelpCommands(table, parts);
    return table;
}

QString titleOf(Menu menu)
{
    return CommandTable::titleOf(menu);
}

} // namespace bomay
