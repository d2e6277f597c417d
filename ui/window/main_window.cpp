// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "core/model/statistics.h"
#include "ui/canvas/chart_canvas.h"
#include "ui/collection/collection_panel.h"
#include "ui/document/document.h"
#include "ui/panels/data_texts.h"
#include "ui/panels/deadlines_panel.h"
#include "ui/panels/find_bar.h"
#include "ui/panels/findings_panel.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/ledger_panel.h"
#include "ui/panels/outline_panel.h"
#include "ui/panels/rules_panel.h"
#include "ui/window/clipboard_commands.h"
#include "ui/window/collection_commands.h"
#include "ui/window/command_actions.h"
#include "ui/window/date_bar.h"
#include "ui/window/edit_commands.h"
#include "ui/window/file_commands.h"
#include "ui/window/finding_commands.h"
#include "ui/window/fold_commands.h"
#include "ui/window/key_sheet.h"
#include "ui/window/notice_bands.h"
#include "ui/window/paper_commands.h"
#include "ui/window/presentation.h"
#include "ui/window/preset_gallery.h"
#include "ui/window/quick_lists.h"
#include "ui/window/recovery_commands.h"
#include "ui/window/reorganisation_commands.h"
#include "ui/window/version_commands.h"
#include "ui/window/view_bar.h"
#include "ui/window/view_commands.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QStatusBar>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr int kMessageTime = 6000; ///< ms that a line stays in the status bar

/// Where the keyboard was in a part of the window last, else the first that Tab would reach there; null = nothing.
QWidget *firstFieldOf(QWidget &part)
{
    const auto takesKeys = [](const QWidget &widget) {
        return widget.isEnabled() && widget.isVisible() && (widget.focusPolicy() & Qt::TabFocus) != 0;
    };
    if (QWidget *last = part.focusWidget(); last != nullptr && takesKeys(*last))
        return last;
    QWidget *inside = &part;
    do {
        if (takesKeys(*inside) && (inside == &part || part.isAncestorOf(inside)))
            return inside;
        inside = inside->nextInFocusChain();
    } while (inside != &part);
    return nullptr;
}

} // namespace

MainWindow::MainWindow(const SessionPorts &ports, Dialogs &dialogs, const MessageCatalog &messages, Language language,
                       const FontTable &fonts)
    : m_document(new Document(std::make_unique<Session>(ports), this))
    , m_context{*m_document, messages, language}
    , m_fonts(fonts)
    , m_recovery(new RecoveryCommands(*m_document, ports, dialogs, messages, language, this))
    , m_files(new FileCommands(*m_document, ports, *m_recovery, dialogs, messages, language, this))
    , m_collection(new CollectionCommands(m_context, ports.now, *m_files, dialogs, this))
    , m_versions(new VersionCommands(*m_document, ports, *m_files, dialogs, messages, language, this))
    , m_edits(new EditCommands(*m_document, dialogs, language, this))
    , m_reorganisation(new ReorganisationCommands(m_context, dialogs, this))
    , m_rules(new FindingCommands(m_context, dialogs, this))
    , m_drawing(new ViewCommands(m_context, dialogs, this))
    , m_folds(new FoldCommands(*m_document, this))
    , m_papers(new PaperCommands(m_context, dialogs, fonts, this))
    , m_canvas(new ChartCanvas(m_context, fonts))
    , m_outline(new OutlinePanel(m_context))
    , m_clipboard(new ClipboardCommands(m_context, fonts, this))
    , m_find(new FindBar(m_context))
    , m_bands(new NoticeBands(*m_document, messages, language))
{
    if (!ports.protection.isEmpty())
        m_document->rememberFoldsIn(ports.protection + u"/folds"_s);
    m_recovery->setGuard([this] { return m_files->mayClose(); });
    setWindowIcon(QIcon(u":/icons/bomay.svg"_s));
    setAcceptDrops(true);
    auto *centre = new QWidget;
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bands);
    layout->addWidget(m_find);
    layout->addWidget(m_canvas, 1);
    setCentralWidget(centre);

    buildStatusBar();
    buildCommands();
    buildLanguageMenu(menuBar()->addMenu(tr("&Ngôn ngữ")));
    buildPanels(m_context);

    // Whoever changes the document says both: what is counted is counted once.
    const auto refresh = [this] {
        m_commands->refresh();
        refreshTitle();
    };
    connect(m_document, &Document::changed, this, &MainWindow::refreshCounts);
    connect(m_document, &Document::stateChanged, this, refresh);
    connect(m_document, &Document::selectionChanged, m_commands, &CommandActions::refresh);
    connect(m_document, &Document::viewShown, m_commands, &CommandActions::refresh);
    connect(m_canvas, &ChartCanvas::scaleChanged, this, &MainWindow::refreshZoom);
    connect(m_canvas, &ChartCanvas::pagesRefused, this, [this](const Error &error) {
        statusBar()->showMessage(m_context.messages.describe(error, m_context.language), kMessageTime);
        m_commands->refresh();
    });
    connect(m_canvas, &ChartCanvas::boxWidthWanted, m_drawing, &ViewCommands::setBoxWidth);
    connect(m_canvas, &ChartCanvas::contextMenuWanted, this, [this](QPoint at) {
        QMenu menu;
        for (const char16_t *id :
             {u"addUnit", u"addPost", u"addDeputy", u"rename", u"addAfter", u"duplicate", u"promote", u"demote",
              u"rankUp", u"rankDown", u"foldBranch", u"kind", u"deleteBox", u"delete"})
            menu.addAction(action(QString::fromUtf16(id)));
        menu.exec(at);
    });
    // The bar hides while the window goes: nothing of the window itself may be asked then.
    connect(m_find, &FindBar::foundChanged, m_canvas,
            [canvas = m_canvas, find = m_find] { canvas->markFound(find->found()); });
    connect(m_find, &FindBar::closed, m_canvas, [canvas = m_canvas] { canvas->setFocus(); });
    connect(m_edits, &EditCommands::added, this, &MainWindow::nameSelected);
    connect(m_bands, &NoticeBands::reopenWanted, m_files, &FileCommands::reopen);
    connect(m_bands, &NoticeBands::saveWanted, m_files, &FileCommands::save);
    const auto say = [this](const QString &text) { statusBar()->showMessage(text, kMessageTime); };
    connect(m_files, &FileCommands::said, this, say);
    connect(m_clipboard, &ClipboardCommands::said, this, say);
    connect(m_collection, &CollectionCommands::said, this, say);
    connect(m_collection, &CollectionCommands::followed, this, &MainWindow::showCollection);
    connect(m_recovery, &RecoveryCommands::said, this, say);
    connect(m_versions, &VersionCommands::said, this, say);
    connect(m_papers, &PaperCommands::said, this, say);
    connect(m_papers, &PaperCommands::annexChosen, m_drawing, &ViewCommands::setAnnex);
    connect(m_reorganisation, &ReorganisationCommands::said, this, say);
    refresh();
    refreshCounts();
    refreshZoom();
    m_canvas->setFocus();
}

QAction *MainWindow::action(const QString &id) const
{
    return m_commands->action(id);
}

void MainWindow::bindKeys(const KeyBindings &bindings)
{
    m_commands->bind(bindings);
}

void MainWindow::buildPanels(const UiContext &context)
{
    const auto dock = [this](const QString &id, const QString &title, QWidget *panel, Qt::DockWidgetArea area) {
        auto *widget = new QDockWidget(title);
        widget->setObjectName(id);
        widget->setWidget(panel);
        widget->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
        addDockWidget(area, widget);
        return widget;
    };
    // Side panels take the whole height; what was found stands under the chart.
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    auto *outline = dock(u"outlineDock"_s, tr("Cây tổ chức"), m_outline, Qt::LeftDockWidgetArea);
    auto *facts = new InspectorPanel(context);
    connect(m_document, &Document::flushWanted, facts, &InspectorPanel::commit);
    connect(facts, &InspectorPanel::portraitWanted, m_edits, &EditCommands::choosePortrait);
    auto *inspector = dock(u"inspectorDock"_s, tr("Thông tin"), facts, Qt::RightDockWidgetArea);
    auto *panel = new FindingsPanel(context);
    connect(panel, &FindingsPanel::waiverWanted, m_rules, &FindingCommands::waive);
    connect(panel, &FindingsPanel::confirmationWanted, m_rules, &FindingCommands::confirm);
    connect(panel, &FindingsPanel::ruleSwitchWanted, m_rules, &FindingCommands::switchRule);
    auto *findings = dock(u"findingsDock"_s, tr("Kết quả rà soát"), panel, Qt::BottomDockWidgetArea);
    auto *ledger = dock(u"ledgerDock"_s, tr("Theo dõi cấp phó"), new LedgerPanel(context), Qt::BottomDockWidgetArea);
    auto *deadlines =
        dock(u"deadlinesDock"_s, tr("Sắp đến hạn"), new DeadlinesPanel(context), Qt::BottomDockWidgetArea);
    auto *list = new RulesPanel(context);
    connect(list, &RulesPanel::confirmationWanted, m_rules, &FindingCommands::confirm);
    connect(list, &RulesPanel::ruleSwitchWanted, m_rules, &FindingCommands::switchRule);
    auto *rules = dock(u"rulesDock"_s, tr("Quy định đang áp dụng"), list, Qt::BottomDockWidgetArea);
    auto *returns = new CollectionPanel(context, m_collection->follower());
    connect(returns, &CollectionPanel::sendWanted, m_collection, &CollectionCommands::send);
    connect(returns, &CollectionPanel::openWanted, m_collection, &CollectionCommands::openRound);
    connect(returns, &CollectionPanel::reviewWanted, m_collection, &CollectionCommands::review);
    auto *collection = dock(u"collectionDock"_s, tr("Thu thập số liệu"), returns, Qt::BottomDockWidgetArea);
    tabifyDockWidget(findings, ledger);
    tabifyDockWidget(ledger, deadlines);
    tabifyDockWidget(deadlines, rules);
    tabifyDockWidget(rules, collection);
    findings->raise();
    resizeDocks({outline, inspector}, {250, 290}, Qt::Horizontal);
    resizeDocks({findings}, {190}, Qt::Vertical);
    QMenu *view = menuBar()->findChild<QMenu *>(u"menu%1"_s.arg(static_cast<int>(Menu::View)));
    view->addSeparator();
    for (QDockWidget *widget : {outline, inspector, findings, ledger, deadlines, rules, collection})
        view->addAction(widget->toggleViewAction());
}

void MainWindow::buildCommands()
{
    auto *bar = addToolBar(tr("Thanh công cụ"));
    bar->setObjectName(u"mainToolbar"_s);
    bar->setMovable(false);
    bar->setIconSize({20, 20});
    auto *dates = new DateBar(*m_document);
    const CommandParts parts{.document = *m_document,
                             .canvas = *m_canvas,
                             .files = *m_files,
                             .collection = *m_collection,
                             .recovery = *m_recovery,
                             .versions = *m_versions,
                             .edits = *m_edits,
                             .reorganisation = *m_reorganisation,
                             .clipboard = *m_clipboard,
                             .rules = *m_rules,
                             .paper = *m_papers,
                             .views = *m_drawing,
                             .folds = *m_folds,
                             .rename = [this] { nameSelected(); },
                             .find = [this] { m_find->openFind(); },
                             .replace = [this] { m_find->openReplace(); },
                             .findNext = [this] { m_find->next(); },
                             .findPrevious = [this] { m_find->previous(); },
                             .filter = [this] { showFilter(); },
                             .goTo = [this] { offerPlaces(); },
                             .palette = [this] { offerCommands(); },
                             .keys = [this] { showKeys(); },
                             .nextFinding = [this] { showNextFinding(); },
                             .asOf = [dates] { dates->focusDay(); },
                             .gallery = [this] { openGallery(); },
                             .present = [this] { present(); },
                             .fullScreen = [this] { toggleFullScreen(); },
                             .nextPanel = [this] { goToPanel(1); },
                             .previousPanel = [this] { goToPanel(-1); },
                             .quit = [this] { close(); }};
    m_commands = new CommandActions(commandTable(parts), *m_document, *this, *bar, *m_canvas, m_outline->tree());
    auto *styles = new StyleMenu(m_context, *m_drawing, this);
    auto *drawing = menuBar()->findChild<QMenu *>(u"menu%1"_s.arg(static_cast<int>(Menu::Drawing)));
    drawing->addSeparator();
    drawing->addMenu(styles);
    bar->addSeparator();
    bar->addWidget(new ViewBar(m_context, *styles));
    bar->addWidget(dates);
}

void MainWindow::showFilter()
{
    auto *dock = findChild<QDockWidget *>(u"outlineDock"_s);
    dock->show();
    dock->raise();
    m_outline->focusFilter();
}

void MainWindow::showCollection()
{
    auto *dock = findChild<QDockWidget *>(u"collectionDock"_s);
    dock->show();
    dock->raise();
}

void MainWindow::goToPanel(int by)
{
    std::vector<QWidget *> parts{m_canvas};
    for (const auto *dock : findChildren<QDockWidget *>())
        if (!dock->widget()->visibleRegion().isEmpty()) // else it is closed, or behind another
            parts.push_back(dock->widget());
    const QWidget *now = QApplication::focusWidget();
    const auto here = std::ranges::find_if(
        parts, [now](const QWidget *part) { return now != nullptr && (part == now || part->isAncestorOf(now)); });
    const int count = static_cast<int>(parts.size());
    const int at = here == parts.end() ? 0 : static_cast<int>(here - parts.begin());
    for (int step = 1; step <= count; ++step)
        if (QWidget *field = firstFieldOf(*parts[static_cast<std::size_t>((at + step * by + step * count) % count)])) {
            field->setFocus(Qt::TabFocusReason);
            return;
        }
}

void MainWindow::showNextFinding()
{
    auto *dock = findChild<QDockWidget *>(u"findingsDock"_s);
    dock->show();
    dock->raise();
    if (!findChild<FindingsPanel *>()->showNext())
        statusBar()->showMessage(tr("Không còn nội dung nào cần xem."), kMessageTime);
}

void MainWindow::buildLanguageMenu(QMenu *menu)
{
    auto *group = new QActionGroup(this);
    for (const auto &[name, value] :
         {std::pair(u"Tiếng Việt"_s, Language::Vietnamese), std::pair(u"English"_s, Language::English)}) {
        QAction *action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(value == m_context.language);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = value] {
            Q_EMIT languageChosen(chosen);
            statusBar()->showMessage(tr("Ngôn ngữ mới có hiệu lực khi mở lại chương trình."), kMessageTime);
        });
    }
}

void MainWindow::buildStatusBar()
{
    m_counts = new QLabel;
    m_findings = new QLabel;
    m_zoom = new QLabel;
    m_counts->setAccessibleName(tr("Số liệu"));
    m_findings->setAccessibleName(tr("Kết quả rà soát"));
    m_zoom->setAccessibleName(tr("Cỡ hiển thị"));
    for (QLabel *label : {m_counts, m_findings, m_zoom}) {
        label->setContentsMargins(12, 0, 0, 0); // three things, not one line of text
        statusBar()->addPermanentWidget(label);
    }
}

void MainWindow::present()
{
    m_document->flush();
    for (auto *open : findChildren<Presentation *>())
        if (open->isVisible()) {
            open->activateWindow();
            return;
        }
    auto *presentation = new Presentation(m_context, m_fonts, *m_folds, this); // goes when it is closed
    presentation->canvas().setAnimated(m_canvas->isAnimated());
    presentation->setScreen(screen());
    presentation->showFullScreen();
    presentation->activateWindow();
}

void MainWindow::openGallery()
{
    auto *gallery = new PresetGallery(m_context, m_fonts, this); // goes when it is closed
    connect(gallery, &PresetGallery::chosen, m_drawing, &ViewCommands::choosePreset);
    gallery->show();
}

void MainWindow::nameSelected()
{
    if (const auto node = m_document->selected())
        m_folds->reveal(*node); // a name is typed in its place on the chart
    m_canvas->beginRename();
}

void MainWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void MainWindow::offerPlaces()
{
    std::vector<NodeRef> nodes;
    for (const ViewNode &node : m_document->view().nodes())
        nodes.push_back(node.ref);
    auto *list =
        new QuickList(tr("Đến đơn vị, chức vụ"), tr("Tên đơn vị, chức vụ, người…"), placeLines(m_context), this);
    connect(list, &QuickList::chosen, this, [this, nodes = std::move(nodes)](int line) {
        m_document->jumpTo(nodes[static_cast<std::size_t>(line)]);
        m_canvas->setFocus();
    });
}

void MainWindow::offerCommands()
{
    auto *list =
        new QuickList(tr("Tìm lệnh"), tr("Tên lệnh, tiếng Việt hoặc tiếng Anh…"), commandLines(*m_commands), this);
    connect(list, &QuickList::chosen, this,
            [this](int line) { action(m_commands->table()[static_cast<std::size_t>(line)].id)->trigger(); });
}

void MainWindow::showKeys()
{
    // Two of them would each write over what the other binds.
    for (auto *open : findChildren<KeySheet *>())
        if (open->isVisible()) {
            open->raise();
            open->activateWindow();
            return;
        }
    auto *sheet = new KeySheet(m_commands->table(), m_commands->bindings(), this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &KeySheet::bound, this, [this](const KeyBindings &bindings) {
        bindKeys(bindings);
        Q_EMIT keysBound(bindings);
    });
    sheet->show();
}

void MainWindow::refreshTitle()
{
    setWindowTitle(tr("%1[*] - Bộ Máy").arg(m_files->documentName()));
    setWindowModified(m_document->session().isModified());
}

void MainWindow::refreshCounts()
{
    const Statistics counts = statisticsOf(m_document->organisation(), m_document->view());
    m_counts->setText(
        tr("%1 đơn vị · %2 chức vụ · %3 ghế khuyết").arg(counts.units).arg(counts.posts).arg(counts.vacantSeats));
    const CheckReport &report = m_document->session().report();
    m_findings->setText(tr("%1 trái quy định · %2 cần rà soát")
                            .arg(report.count(Severity::Error))
                            .arg(report.count(Severity::Warning)));
}

void MainWindow::refreshZoom()
{
    m_zoom->setText(u"%1 %"_s.arg(qRound(100 * m_canvas->scale() / m_canvas->naturalScale())));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(m_files->mayClose());
    if (event->isAccepted())
        m_document->giveUp();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && std::ranges::all_of(urls, &QUrl::isLocalFile))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls())
        paths += url.toLocalFile();
    paths = m_files->chosenOf(paths);
    if (paths.isEmpty())
        return;
    // One here, the others beside it.
    for (const QString &path : paths.sliced(1))
        Q_EMIT windowWanted(path);
    if (m_files->mayClose())
        m_files->openPath(paths.front());
}

} // namespace bomay
