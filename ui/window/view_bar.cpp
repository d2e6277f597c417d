// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/view_bar.h"

#include "core/change/edits_views.h"
#include "core/chart/theme_file.h"
#include "ui/panels/data_texts.h"
#include "ui/window/view_commands.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

constexpr int kViewsWidth = 150; ///< px: with the day beside it the bar still fits a window of 1366

} // namespace

StyleMenu::StyleMenu(const UiContext &context, ViewCommands &views, QWidget *parent)
    : QMenu(tr("&Kiểu"), parent)
    , m_context(context)
    , m_views(views)
{
    setObjectName(u"styleMenu"_s);
    connect(this, &QMenu::aboutToShow, this, &StyleMenu::fill);
}

QAction *StyleMenu::add(QMenu *menu, const QString &text, bool isOn, const std::function<void()> &run)
{
    QAction *action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(isOn);
    connect(action, &QAction::triggered, this, run);
    return action;
}

void StyleMenu::fill()
{
    clear();
    qDeleteAll(findChildren<QMenu *>(Qt::FindDirectChildrenOnly)); // `clear` leaves menus within a menu
    const Document &document = m_context.document;
    const ChartView &view = document.chartView();
    addSection(tr("Cả sơ đồ"));
    for (const auto &term : terms<ChartPreset>())
        add(this, termLabel(term.value, m_context.language), view.preset == term.value,
            [this, preset = term.value] { m_views.choosePreset(preset); });
    const bool hasSelection = document.selected().has_value();
    // Menus of their own: all in one would be higher than a screen of 768 lines.
    addSeparator();
    QMenu *branch = addMenu(tr("Nhánh đang chọn"));
    branch->setEnabled(hasSelection);
    const BranchLayout chosen = m_views.layoutOfSelected();
    for (const auto &term : terms<BranchLayout>())
        add(branch, termLabel(term.value, m_context.language), hasSelection && chosen == term.value,
            [this, layout = term.value] { m_views.chooseLayout(layout); });
    addSection(tr("Nội dung"));
    add(this, tr("Lãnh đạo trong một ô"), view.leaders == LeaderStyle::OneBox,
        [this, style = view.leaders == LeaderStyle::OneBox ? LeaderStyle::Apart : LeaderStyle::OneBox] {
            m_views.chooseLeaders(style);
        });
    for (const auto &[text, field] :
         {std::pair(tr("Chức vụ"), &ChartView::posts), std::pair(tr("Người giữ chức vụ"), &ChartView::holders),
          std::pair(tr("Ảnh chân dung"), &ChartView::portraits), std::pair(tr("Biên chế"), &ChartView::staff),
          std::pair(tr("Tên viết tắt"), &ChartView::shortNames), std::pair(tr("Mã đơn vị"), &ChartView::codes),
          std::pair(tr("Đơn vị sắp thành lập"), &ChartView::scheduled),
          std::pair(tr("Quan hệ và chú thích"), &ChartView::relations),
          std::pair(tr("Dải trên cùng nối bằng quan hệ"), &ChartView::topBand),
          std::pair(tr("Thẳng hàng theo cấp"), &ChartView::aligned), std::pair(tr("Tên cấp ở lề"), &ChartView::bands)})
        add(this, text, view.*field, [this, which = field] { m_views.toggle(which); });
    connect(addAction(tr("Loại hình được vẽ…")), &QAction::triggered, this, [this] { m_views.chooseKinds(); });
    connect(addAction(tr("Chữ trên sơ đồ…")), &QAction::triggered, this, [this] { m_views.chooseWords(); });
    addSection(tr("Quanh sơ đồ"));
    QMenu *objects = addMenu(tr("Đặt thêm"));
    for (const auto &term : terms<ChartObjectKind>())
        connect(objects->addAction(termLabel(term.value, m_context.language)), &QAction::triggered, this,
                [this, kind = term.value] { m_views.addObject(kind); });
    QAction *change = addAction(tr("Sửa, bỏ đối tượng…"));
    change->setEnabled(m_views.hasObjects());
    connect(change, &QAction::triggered, this, [this] { m_views.changeObject(); });
    addSeparator();
    QMenu *colours = addMenu(tr("Màu sắc"));
    for (const Theme &theme : builtInThemes())
        add(colours, theme.name.in(m_context.language), themeNamed(view.theme).id == theme.id,
            [this, id = theme.id] { m_views.chooseTheme(id); });
}

ViewBar::ViewBar(const UiContext &context, StyleMenu &styles, QWidget *parent)
    : QWidget(parent)
    , m_document(context.document)
    , m_views(new QComboBox)
{
    m_views->setObjectName(u"views"_s);
    m_views->setAccessibleName(tr("Bản vẽ"));
    m_views->setToolTip(tr("Bản vẽ"));
    m_views->setFixedWidth(kViewsWidth);
    auto *style = new QToolButton;
    style->setText(styles.title().remove(u'&'));
    style->setMenu(&styles);
    style->setPopupMode(QToolButton::InstantPopup);
    style->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 0);
    layout->addWidget(m_views);
    layout->addWidget(style);
    connect(m_views, &QComboBox::activated, this, [this](int line) {
        m_document.showView(ChartViewId{Uid::parse(m_views->itemData(line).toString()).value_or(Uid{})});
    });
    connect(&m_document, &Document::changed, this, &ViewBar::refresh);
    connect(&m_document, &Document::viewShown, this, &ViewBar::refresh);
    refresh();
}

void ViewBar::refresh()
{
    const QSignalBlocker blocker(m_views);
    m_views->clear();
    for (const ChartView &view : viewsInOrder(m_document.organisation())) {
        m_views->addItem(view.name, view.id.uid.toString());
        if (view.id == m_document.chartView().id)
            m_views->setCurrentIndex(m_views->count() - 1);
    }
    if (m_views->count() == 0)
        m_views->addItem(tr("Sơ đồ chung"));
}

} // namespace bomay
