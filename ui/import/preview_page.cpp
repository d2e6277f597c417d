// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/preview_page.h"

#include "core/base/numbers.h"
#include "core/chart/chart_builder.h"
#include "core/chart/hit_test.h"
#include "core/exchange/report_json.h"
#include "core/model/org_view.h"
#include "ui/import/chart_preview.h"

#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>
#include <unordered_set>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostLines = 3000; ///< of the outline and of the remarks; all rows are imported
constexpr int kRemarkRole = Qt::UserRole;

/// A node of the view as a line: a unit, or a post with who holds it.
QStringList lineOf(const OrgView &view, const ViewNode &node)
{
    if (node.isUnit())
        return {view.units()[uz(node.item)].state.name, {}};
    const ViewPost &post = view.posts()[uz(node.item)];
    QStringList holders;
    for (const ViewHolder &holder : post.holders)
        holders += holder.name;
    const QString seats = post.state.seats > 1 ? u" ×%1"_s.arg(post.state.seats) : QString();
    return {post.state.title + seats, holders.join(u", "_s)};
}

/// The nodes of these and all above them.
std::vector<bool> shownNodes(const OrgView &view, std::span<const NodeRef> named)
{
    const std::unordered_set<NodeRef> wanted(named.begin(), named.end());
    std::vector<bool> isShown(view.nodes().size(), false);
    for (std::size_t i = isShown.size(); i-- > 0;) {
        const ViewNode &node = view.nodes()[i];
        isShown[i] = isShown[i] || wanted.contains(node.ref);
        if (isShown[i] && node.parent >= 0)
            isShown[uz(node.parent)] = true;
    }
    return isShown;
}

/// The lowest unit that everything shown stands in; null where that is none: the chart begins there.
UnitId rootOf(const OrgView &view, const std::vector<bool> &isShown, std::span<const NodeRef> named)
{
    constexpr int kSeveral = -2;
    std::vector<int> below(view.nodes().size() + 1, -1); // the only node shown below each; the last: at the top
    for (int i = 0; i < sizeOf(view.nodes()); ++i)
        if (const int parent = view.nodes()[uz(i)].parent; isShown[uz(i)]) {
            int &only = below[parent < 0 ? below.size() - 1 : uz(parent)];
            only = only == -1 ? i : kSeveral;
        }
    const std::unordered_set<NodeRef> ends(named.begin(), named.end());
    UnitId root;
    for (int node = below.back(); node >= 0 && view.nodes()[uz(node)].isUnit(); node = below[uz(node)]) {
        root = view.nodes()[uz(node)].ref.unit();
        if (ends.contains(view.nodes()[uz(node)].ref))
            break;
    }
    return root;
}

} // namespace

PreviewPage::PreviewPage(const ImportDraft &draft, const MessageCatalog &messages, Language language, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_messages(messages)
    , m_language(language)
    , m_summary(new QLabel)
    , m_pictures(new QTabWidget)
    , m_chart(new ChartPreview)
    , m_outline(new QTreeWidget)
    , m_remarks(new QTreeWidget)
    , m_remark(new QLabel)
{
    auto *layout = new QVBoxLayout(this);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    layout->addWidget(m_summary);
    auto *parts = new QSplitter;
    m_pictures->setObjectName(u"pictures"_s);
    m_pictures->addTab(m_chart, tr("Sơ đồ"));
    m_pictures->addTab(m_outline, tr("Danh sách"));
    connect(m_pictures, &QTabWidget::currentChanged, this, &PreviewPage::fillChart);
    parts->addWidget(m_pictures);
    auto *remarks = new QWidget;
    auto *remarkLines = new QVBoxLayout(remarks);
    remarkLines->setContentsMargins({});
    remarkLines->addWidget(m_remarks, 1);
    remarkLines->addWidget(m_remark);
    parts->addWidget(remarks);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    layout->addWidget(parts, 1);
    m_outline->setObjectName(u"outline"_s);
    m_outline->setHeaderLabels({tr("Đơn vị, chức vụ"), tr("Người giữ")});
    m_outline->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_outline->header()->setStretchLastSection(false);
    m_remarks->setObjectName(u"remarks"_s);
    m_remarks->setHeaderLabels({tr("Mức"), tr("Chỗ"), tr("Nội dung")});
    m_remarks->setRootIsDecorated(false);
    m_remarks->setToolTip(tr("Nháy đúp để xem ô trong bảng"));
    // A line of the list cuts a remark off, and what it proposes stands at its end.
    constexpr int kRemarkLines = 5;
    m_remark->setObjectName(u"remark"_s);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setWordWrap(true);
    m_remark->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_remark->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_remark->setMinimumHeight(kRemarkLines * m_remark->fontMetrics().lineSpacing());
    connect(m_remarks, &QTreeWidget::currentItemChanged, this,
            [this](const QTreeWidgetItem *item) { m_remark->setText(item == nullptr ? QString() : item->text(2)); });
    connect(m_remarks, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        if (m_draft.plan() && item->data(0, kRemarkRole).isValid())
            Q_EMIT cellAsked(m_draft.plan()->report.diagnostics[uz(item->data(0, kRemarkRole).toInt())].place);
    });
}

void PreviewPage::refresh()
{
    m_outline->clear();
    m_remarks->clear();
    m_view.reset();
    m_isChartStale = true;
    if (!m_draft.plan()) {
        m_summary->setText(m_messages.describe(m_draft.plan().error(), m_language));
        fillChart();
        return;
    }
    m_summary->setText(toText(m_draft.plan()->report, m_messages, m_language).section(u'\n', 0, 0));
    const Organisation &made = *m_draft.plan()->after;
    const PartialDate asOf = made.info().asOf;
    const Day day = asOf.isEmpty() ? Day::latest() : asOf.lastDay();
    m_view.emplace(made, day);
    const std::vector<bool> isShown = shownNodes(*m_view, m_draft.plan()->named);
    ChartView picture;
    picture.root = rootOf(*m_view, isShown, m_draft.plan()->named);
    m_options = chartOptionsFor(made, picture, day);
    fillOutline(isShown);
    fillRemarks();
    showPicture(!m_draft.plan()->named.empty());
    fillChart();
}

/// What cannot be drawn is said in the list; once it can be, who was sent there sees the chart again.
void PreviewPage::showPicture(bool canBeDrawn)
{
    if (!canBeDrawn && m_pictures->currentWidget() == m_chart) {
        m_pictures->setCurrentWidget(m_outline);
        m_wasSentToList = true;
    } else if (canBeDrawn && std::exchange(m_wasSentToList, false)) {
        m_pictures->setCurrentWidget(m_chart);
    }
}

bool PreviewPage::isNew(NodeRef node) const
{
    return !m_draft.isIntoEmpty() && !m_draft.base().contains(keyOf(node));
}

void PreviewPage::fillChart()
{
    if (!m_isChartStale || m_pictures->currentWidget() != m_chart)
        return;
    m_isChartStale = false;
    if (!m_fonts)
        if (auto fonts = FontTable::builtIn())
            m_fonts.emplace(*std::move(fonts));
    if (!m_view || !m_fonts) {
        m_chart->setChart({}, {});
        return;
    }
    DisplayList list = buildChart(*m_view, *m_fonts, m_options);
    std::vector<QRectF> places = placesOfNew(list);
    m_chart->setChart(std::move(list), std::move(places));
}

/// The boxes of what the document has not; of a post whose unit it has, the line.
std::vector<QRectF> PreviewPage::placesOfNew(const DisplayList &list) const
{
    std::vector<QRectF> places;
    std::unordered_set<NodeRef> boxed;
    for (const BoxItem &box : list.boxes)
        if (!box.node.uid.isNull() && isNew(box.node)) {
            places.push_back(box.rect);
            boxed.insert(box.node);
        }
    for (const TextItem &text : list.texts) {
        if (text.node.uid.isNull() || text.node.isUnit() || boxed.contains(text.node) || !isNew(text.node))
            continue;
        const int post = m_view->indexOf(text.node);
        const int unit = post < 0 ? -1 : m_view->posts()[uz(post)].unit;
        if (unit >= 0 && !boxed.contains(m_view->units()[uz(unit)].id))
            places.push_back(rectOf(text, *m_fonts));
    }
    return places;
}

/// The units and posts that the file speaks of, with what they belong to, as the document will have them; what is new
/// there stands out.
void PreviewPage::fillOutline(const std::vector<bool> &isShown)
{
    const OrgView &view = *m_view;
    std::vector<QTreeWidgetItem *> items(view.nodes().size(), nullptr);
    QFont added = m_outline->font();
    added.setBold(true);
    std::size_t shown = 0;
    int left = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const ViewNode &node = view.nodes()[i];
        if (!isShown[i])
            continue;
        QTreeWidgetItem *above = node.parent >= 0 ? items[uz(node.parent)] : nullptr;
        if (shown == kMostLines || (node.parent >= 0 && above == nullptr)) {
            ++left;
            continue;
        }
        items[i] = new QTreeWidgetItem(lineOf(view, node));
        if (isNew(node.ref))
            items[i]->setFont(0, added);
        if (above != nullptr)
            above->addChild(items[i]);
        else
            m_outline->addTopLevelItem(items[i]);
        ++shown;
    }
    if (left > 0)
        m_outline->addTopLevelItem(
            new QTreeWidgetItem({tr("… và %n dòng nữa, không liệt kê ở đây", nullptr, left), {}}));
    if (const int localities = m_draft.plan()->report.localities; shown == 0 && localities > 0)
        m_outline->addTopLevelItem(
            new QTreeWidgetItem({tr("%n đơn vị hành chính, không có cơ quan, đơn vị", nullptr, localities), {}}));
    constexpr int kOpenLevels = 2;
    m_outline->expandToDepth(kOpenLevels);
}

void PreviewPage::fillRemarks()
{
    const auto &remarks = m_draft.plan()->report.diagnostics;
    std::vector<std::size_t> order(remarks.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return remarks[i].severity; });
    // The worst come first: what is cut off weighs less.
    const std::size_t left = order.size() - std::min(order.size(), kMostLines);
    order.resize(order.size() - left);
    for (const std::size_t i : order) {
        const Diagnostic &remark = remarks[i];
        const QString place = remark.place.row == 0
                                  ? QString()
                                  : (remark.place.column == 0 ? QString() : columnName(remark.place.column)) +
                                        QString::number(remark.place.row);
        auto *item = new QTreeWidgetItem({m_messages.text({u"severity-"_s + severityCode(remark.severity)}, m_language),
                                          place, m_messages.text(remark.message, m_language)});
        item->setToolTip(2, item->text(2));
        item->setData(0, kRemarkRole, static_cast<int>(i));
        m_remarks->addTopLevelItem(item);
    }
    if (left > 0)
        m_remarks->addTopLevelItem(new QTreeWidgetItem(
            {{},
             {},
             tr("… và %n nhận xét nữa, không nặng hơn, không liệt kê ở đây", nullptr, static_cast<int>(left))}));
    m_remarks->resizeColumnToContents(0);
    m_remarks->resizeColumnToContents(1);
    m_remarks->setCurrentItem(m_remarks->topLevelItem(0));
    m_remark->setVisible(m_remarks->topLevelItemCount() > 0);
}

} // namespace bomay
