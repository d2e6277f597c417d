// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/findings_model.h"

#include "core/base/numbers.h"
#include "ui/panels/data_texts.h"

#include <QFont>
#include <QGuiApplication>
#include <QHash>
#include <QPalette>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// What an index of a group carries; one of a row carries the number of its group.
constexpr quintptr kIsGroup = ~quintptr{0};

} // namespace

FindingsModel::FindingsModel(const UiContext &context, QObject *parent)
    : QAbstractItemModel(parent)
    , m_context(context)
{
    for (int kind = 0; kind < kFindingKinds; ++kind)
        m_marks[uz(kind)] = findingMark(static_cast<FindingKind>(kind));
}

void FindingsModel::refresh()
{
    beginResetModel();
    m_groups.clear();
    QHash<QString, std::size_t> known;
    for (FindingRow &row : findingRows(m_context, m_grouping)) {
        const auto found = known.constFind(row.groupKey);
        if (found == known.constEnd()) {
            known.insert(row.groupKey, m_groups.size());
            m_groups.push_back({row.groupKey, row.groupText, {}});
        }
        m_groups[known.value(row.groupKey)].rows.push_back(std::move(row));
    }
    endResetModel();
}

void FindingsModel::setGrouping(FindingGrouping grouping)
{
    m_grouping = grouping;
    refresh();
}

const FindingRow *FindingsModel::row(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == kIsGroup)
        return nullptr;
    return &m_groups[index.internalId()].rows[uz(index.row())];
}

QString FindingsModel::key(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const FindingRow *found = row(index);
    return found == nullptr ? m_groups[uz(index.row())].key : found->key;
}

QModelIndex FindingsModel::indexOf(const QString &key) const
{
    for (int i = 0; i < sizeOf(m_groups); ++i) {
        const Group &group = m_groups[uz(i)];
        if (group.key == key)
            return index(i, 0);
        const auto found = std::ranges::find(group.rows, key, &FindingRow::key);
        if (found != group.rows.end())
            return createIndex(static_cast<int>(found - group.rows.begin()), 0, static_cast<quintptr>(i));
    }
    return {};
}

bool FindingsModel::isSilent(const QModelIndex &group) const
{
    return row(group) == nullptr && m_groups[uz(group.row())].rows.front().kind >= FindingKind::NotApplicable;
}

QString FindingsModel::textOf(const QModelIndex &index) const
{
    const FindingRow *found = row(index);
    return found == nullptr ? index.data().toString()
                            : QStringList(found->texts.begin(), found->texts.end()).join(u'\t');
}

QModelIndex FindingsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) : kIsGroup);
}

QModelIndex FindingsModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == kIsGroup)
        return {};
    return createIndex(static_cast<int>(index.internalId()), 0, kIsGroup);
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return sizeOf(m_groups);
    const bool isGroup = parent.internalId() == kIsGroup && parent.column() == 0;
    return isGroup ? sizeOf(m_groups[uz(parent.row())].rows) : 0;
}

int FindingsModel::columnCount(const QModelIndex & /*parent*/) const
{
    return kFindingColumns;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const FindingRow *found = row(index);
    return found == nullptr ? groupData(m_groups[uz(index.row())], index.column(), role)
                            : rowData(*found, index.column(), role);
}

QVariant FindingsModel::groupData(const Group &group, int column, int role) const
{
    if (column != 0)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return u"%1 (%2)"_s.arg(group.text, QString::number(group.rows.size()));
    case Qt::DecorationRole: // the gravest of its rows, which stands first
        return m_marks[uz(static_cast<int>(group.rows.front().kind))];
    case Qt::FontRole: {
        QFont bold = QGuiApplication::font();
        bold.setBold(true);
        return bold;
    }
    default:
        return {};
    }
}

QVariant FindingsModel::rowData(const FindingRow &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return row.texts[uz(column)];
    case Qt::ToolTipRole:
        return toolTipText(row.toolTip);
    case Qt::DecorationRole:
        return column == 0 ? m_marks[uz(static_cast<int>(row.kind))] : QVariant();
    case Qt::ForegroundRole:
        if (row.kind >= FindingKind::Waived) {
            QColor colour = QGuiApplication::palette().color(QPalette::Text);
            colour.setAlphaF(0.65F);
            return colour;
        }
        return {};
    default:
        return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<FindingColumn>(section)) {
    case FindingColumn::Kind:
        return tr("Mức độ");
    case FindingColumn::Subjects:
        return tr("Đơn vị");
    case FindingColumn::Text:
        return tr("Nội dung");
    case FindingColumn::Citation:
        return tr("Căn cứ");
    }
    return {};
}

} // namespace bomay
