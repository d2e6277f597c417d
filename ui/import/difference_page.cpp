// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/difference_page.h"

#include "core/base/numbers.h"

#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <array>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

constexpr int kItemRole = Qt::UserRole;
constexpr int kWhenColumn = 3;

} // namespace

QString DifferencePage::timeText(const Period &time)
{
    const QString from = time.from.toVietnamese();
    const QString to = time.to.toVietnamese();
    if (time == Period{})
        return {};
    if (time.to.isEmpty())
        return tr("từ %1").arg(from);
    return time.from.isEmpty() ? tr("đến %1").arg(to) : tr("%1 – %2").arg(from, to);
}

DifferencePage::DifferencePage(ImportDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_items(new QTreeWidget)
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(
        new QLabel(tr("Chỉ những mục được đánh dấu mới được đưa vào tài liệu; hoàn tác một lần là bỏ tất cả.")));
    layout->addWidget(m_items, 1);
    m_items->setObjectName(u"difference"_s);
    m_items->setHeaderLabels({tr("Mục"), tr("Thuộc"), tr("Trước đây"), tr("Thời gian")});
    connect(m_items, &QTreeWidget::itemChanged, this, [this](const QTreeWidgetItem *item, int column) {
        if (column != 0 || !item->data(0, kItemRole).isValid())
            return;
        m_draft.accept(item->data(0, kItemRole).toInt(), item->checkState(0) == Qt::Checked);
        Q_EMIT changed();
    });
}

void DifferencePage::refresh()
{
    using Kind = ImportItem::Kind;
    const QSignalBlocker quiet(m_items);
    m_items->clear();
    bool hasTimes = false;
    const std::array groups{std::pair(Kind::Added, tr("Mới")), std::pair(Kind::Renamed, tr("Đổi tên")),
                            std::pair(Kind::Moved, tr("Chuyển chỗ")), std::pair(Kind::Changed, tr("Thay đổi")),
                            std::pair(Kind::Missing, tr("Không còn trong tệp (đánh dấu để xóa)"))};
    for (const auto &[kind, title] : groups) {
        auto *group = new QTreeWidgetItem({title});
        for (int i = 0; i < sizeOf(m_draft.items()); ++i) {
            const ImportItem &item = m_draft.items()[uz(i)];
            if (item.kind != kind)
                continue;
            auto *line = new QTreeWidgetItem(group, {item.name, item.place, item.before, timeText(item.when)});
            hasTimes = hasTimes || item.when != Period{};
            line->setData(0, kItemRole, i);
            line->setCheckState(0, m_draft.accepted()[uz(i)] ? Qt::Checked : Qt::Unchecked);
        }
        if (group->childCount() == 0) {
            delete group;
            continue;
        }
        group->setText(0, u"%1 (%2)"_s.arg(title).arg(group->childCount()));
        group->setFlags(group->flags() | Qt::ItemIsAutoTristate | Qt::ItemIsUserCheckable);
        m_items->addTopLevelItem(group);
        group->setExpanded(true);
    }
    m_items->setColumnHidden(kWhenColumn, !hasTimes);
    m_items->header()->resizeSections(QHeaderView::ResizeToContents);
}

} // namespace bomay
