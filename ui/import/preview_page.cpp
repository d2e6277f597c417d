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

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostLines = 3000; ///< of the outline and of the remarks; all rows are imported
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
        if (m_draft.plan())
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

void PreviewPage::fillOutline()
{
    Organisation after;
    // Alone, so that only what the file brings is seen; rows that were there already cannot be put again.
    Change change = m_draft.plan()->change;
    const bool isNew = std::ranges::all_of(change.images, [](const RowImage &image) { return !image.before; });
    if (isNew && !applyChange(after, change))
        return;
    if (!isNew) {
        m_outline->addTopLevelItem(new QTreeWidgetItem({tr("Xem bước “Khác với tài liệu”"), {}}));
        return;
    }
    const OrgView view(after, Day::latest());
    std::vector<QTreeWidgetItem *> items;
    for (const ViewNode &node : view.nodes()) {
        if (sizeOf(items) == kMostLines)
            break;
        auto *item = new QTreeWidgetItem(lineOf(after, view, node));
        if (node.parent >= 0)
            items[uz(node.parent)]->addChild(item);
        else
            m_outline->addTopLevelItem(item);
        items.push_back(item);
    }
    constexpr int kOpenLevels = 2;
    m_outline->expandToDepth(kOpenLevels);
}

void PreviewPage::fillRemarks()
{
    const auto &remarks = m_draft.plan()->report.diagnostics;
    std::vector<std::size_t> order(std::min<std::size_t>(remarks.size(), kMostLines));
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return remarks[i].severity; });
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
    m_remarks->resizeColumnToContents(0);
    m_remarks->resizeColumnToContents(1);
}

} // namespace bomay
