// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/preview_page.h"

#include "core/base/numbers.h"
#include "core/change/transaction.h"
#include "core/exchange/report_json.h"
#include "core/model/org_view.h"

#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
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
QStringList lineOf(const Organisation &organisation, const OrgView &view, const ViewNode &node)
{
    if (node.isUnit())
        return {view.units()[uz(node.item)].state.name, {}};
    const ViewPost &post = view.posts()[uz(node.item)];
    QStringList holders;
    for (const ViewHolder &holder : post.holders)
        holders += organisation.find(holder.person)->name;
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

} // namespace

PreviewPage::PreviewPage(const ImportDraft &draft, const MessageCatalog &messages, Language language, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_messages(messages)
    , m_language(language)
    , m_summary(new QLabel)
    , m_outline(new QTreeWidget)
    , m_remarks(new QTreeWidget)
{
    auto *layout = new QVBoxLayout(this);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    layout->addWidget(m_summary);
    auto *parts = new QSplitter;
    parts->addWidget(m_outline);
    parts->addWidget(m_remarks);
    layout->addWidget(parts, 1);
    m_outline->setObjectName(u"outline"_s);
    m_outline->setHeaderLabels({tr("Đơn vị, chức vụ"), tr("Người giữ")});
    m_outline->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_outline->header()->setStretchLastSection(false);
    m_remarks->setObjectName(u"remarks"_s);
    m_remarks->setHeaderLabels({tr("Mức"), tr("Chỗ"), tr("Nội dung")});
    m_remarks->setRootIsDecorated(false);
    m_remarks->setToolTip(tr("Nháy đúp để xem ô trong bảng"));
    connect(m_remarks, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        if (m_draft.plan() && item->data(0, kRemarkRole).isValid())
            Q_EMIT cellAsked(m_draft.plan()->report.diagnostics[uz(item->data(0, kRemarkRole).toInt())].place);
    });
}

void PreviewPage::refresh()
{
    m_outline->clear();
    m_remarks->clear();
    if (!m_draft.plan()) {
        m_summary->setText(m_messages.describe(m_draft.plan().error(), m_language));
        return;
    }
    m_summary->setText(toText(m_draft.plan()->report, m_messages, m_language).section(u'\n', 0, 0));
    fillOutline();
    fillRemarks();
}

/// The units and posts that the file speaks of, with what they belong to, as the document will have them; what is new
/// there stands out.
void PreviewPage::fillOutline()
{
    Organisation after = m_draft.base();
    if (const auto applied = applyChange(after, m_draft.plan()->change); !applied) {
        m_outline->addTopLevelItem(new QTreeWidgetItem(
            {tr("Không dựng được sơ đồ: %1").arg(m_messages.describe(applied.error(), m_language)), {}}));
        return;
    }
    const PartialDate asOf = after.info().asOf;
    const OrgView view(after, asOf.isEmpty() ? Day::latest() : asOf.lastDay());
    const std::vector<bool> isShown = shownNodes(view, m_draft.plan()->named);
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
        items[i] = new QTreeWidgetItem(lineOf(after, view, node));
        if (!m_draft.isIntoEmpty() && !m_draft.base().contains(keyOf(node.ref)))
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
}

} // namespace bomay
