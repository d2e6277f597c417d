// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/outline_model.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/change/edits_structure.h"
#include "ui/document/name_meaning.h"
#include "ui/document/node_mime.h"
#include "ui/panels/data_texts.h"

#include <QFont>

#include <numeric>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

} // namespace

OutlineModel::OutlineModel(const UiContext &context, QObject *parent)
    : QAbstractItemModel(parent)
    , m_context(context)
{
    copyItems();
    linkShownItems();
}

void OutlineModel::refresh()
{
    beginResetModel();
    copyItems();
    linkShownItems();
    endResetModel();
}

void OutlineModel::setFilter(const QString &text)
{
    if (text.simplified() == m_filter)
        return;
    beginResetModel();
    m_filter = text.simplified();
    linkShownItems();
    endResetModel();
}

OutlineModel::Item OutlineModel::itemOf(const ViewNode &node) const
{
    const OrgView &view = m_context.document.view();
    if (node.isUnit()) {
        const ViewUnit &unit = view.units()[uz(node.item)];
        return {node.ref, unit.id, unit.state.name, unit.state.name};
    }
    const ViewPost &post = view.posts()[uz(node.item)];
    const UnitId unit = post.unit >= 0 ? view.units()[uz(post.unit)].id : UnitId{};
    const bool vacant = post.vacantSeats() == post.state.seats;
    QString text = post.state.title;
    if (post.state.seats > 1)
        text += u" × "_s + QString::number(post.state.seats);
    if (vacant)
        text = tr("%1 (khuyết)").arg(text);
    else if (post.vacantSeats() > 0)
        text = tr("%1 (khuyết %2)").arg(text).arg(post.vacantSeats());
    else
        text += u": "_s + holdersText(post, m_context.language);
    return {node.ref, unit, post.state.title, text, vacant};
}

void OutlineModel::copyItems()
{
    m_items.clear();
    m_itemOf.clear();
    m_folded.clear();
    const auto &nodes = m_context.document.view().nodes();
    m_items.reserve(nodes.size() + 1);
    m_itemOf.reserve(nodes.size());
    int heading = -1;
    for (int i = 0; i < sizeOf(nodes); ++i) {
        const ViewNode &node = nodes[uz(i)];
        // Staged nodes come last, so that one heading shifts the numbers of all of them by one.
        if (node.isStaged() && heading < 0) {
            heading = sizeOf(m_items);
            const QString title = tr("Chưa xếp được");
            m_items.push_back({std::nullopt, {}, title, title});
        }
        Item item = itemOf(node);
        if (node.parent >= 0)
            item.parent = node.parent + (heading >= 0 ? 1 : 0);
        else
            item.parent = heading;
        m_itemOf.emplace(node.ref, sizeOf(m_items));
        m_items.push_back(std::move(item));
    }
}

std::vector<bool> OutlineModel::shownItems()
{
    std::vector<bool> shown(m_items.size(), !isFiltered());
    if (!isFiltered())
        return shown;
    if (m_folded.empty())
        for (const Item &item : m_items)
            m_folded.emplace_back(item.node ? item.text : QString());
    const SearchPattern pattern(m_filter);
    // Parents stand before their children: one pass from the end reaches every ancestor.
    for (int i = sizeOf(m_items) - 1; i >= 0; --i) {
        if (!shown[uz(i)] && m_items[uz(i)].node && pattern.matches(m_folded[uz(i)]))
            shown[uz(i)] = true;
        if (shown[uz(i)] && m_items[uz(i)].parent >= 0)
            shown[uz(m_items[uz(i)].parent)] = true;
    }
    return shown;
}

void OutlineModel::linkShownItems()
{
    const std::vector<bool> shown = shownItems();
    m_row.assign(m_items.size(), -1);
    std::vector<int> counts(m_items.size() + 1, 0);
    for (int i = 0; i < sizeOf(m_items); ++i)
        if (shown[uz(i)])
            m_row[uz(i)] = counts[uz(m_items[uz(i)].parent + 1)]++;
    m_firstChild.assign(counts.size() + 1, 0);
    std::partial_sum(counts.begin(), counts.end(), m_firstChild.begin() + 1);
    m_children.resize(uz(m_firstChild.back()));
    for (int i = 0; i < sizeOf(m_items); ++i)
        if (shown[uz(i)])
            m_children[uz(m_firstChild[uz(m_items[uz(i)].parent + 1)] + m_row[uz(i)])] = i;
}

std::span<const int> OutlineModel::childrenOf(int item) const
{
    const auto first = m_children.begin() + m_firstChild[uz(item + 1)];
    return {first, m_children.begin() + m_firstChild[uz(item + 2)]};
}

int OutlineModel::itemAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<int>(index.internalId()) : -1;
}

std::optional<NodeRef> OutlineModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? m_items[uz(itemAt(index))].node : std::nullopt;
}

QModelIndex OutlineModel::indexOf(NodeRef node) const
{
    const auto found = m_itemOf.find(node);
    if (found == m_itemOf.end() || m_row[uz(found->second)] < 0)
        return {};
    return createIndex(m_row[uz(found->second)], 0, static_cast<quintptr>(found->second));
}

QModelIndexList OutlineModel::parentsUpTo(int mostDepth) const
{
    QModelIndexList found;
    std::vector<int> depths(m_items.size(), 1);
    for (int i = 0; i < sizeOf(m_items); ++i) {
        if (const int above = m_items[uz(i)].parent; above >= 0)
            depths[uz(i)] = depths[uz(above)] + 1;
        if (m_row[uz(i)] >= 0 && depths[uz(i)] <= mostDepth && !childrenOf(i).empty())
            found.append(createIndex(m_row[uz(i)], 0, static_cast<quintptr>(i)));
    }
    return found;
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex &parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, 0, static_cast<quintptr>(childrenOf(itemAt(parent))[uz(row)]));
}

QModelIndex OutlineModel::parent(const QModelIndex &index) const
{
    const int above = index.isValid() ? m_items[uz(itemAt(index))].parent : -1;
    return above < 0 ? QModelIndex() : createIndex(m_row[uz(above)], 0, static_cast<quintptr>(above));
}

int OutlineModel::rowCount(const QModelIndex &parent) const
{
    return sizeOf(childrenOf(itemAt(parent)));
}

int OutlineModel::columnCount(const QModelIndex & /*parent*/) const
{
    return 1;
}

QVariant OutlineModel::font(const Item &item) const
{
    QFont font;
    if (!item.node || item.vacant)
        font.setItalic(true);
    else if (item.node->isUnit())
        font.setBold(true);
    else
        return {};
    return font;
}

QVariant OutlineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Item &item = m_items[uz(itemAt(index))];
    switch (role) {
    case Qt::DisplayRole:
        return item.text;
    case Qt::ToolTipRole:
        return toolTipText(item.text);
    case Qt::EditRole:
        return item.name;
    case Qt::FontRole:
        return font(item);
    case Qt::AccessibleTextRole:
        return item.node && item.node->isUnit() ? tr("Đơn vị: %1").arg(item.text) : item.text;
    default:
        return {};
    }
}

Qt::ItemFlags OutlineModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    if (!m_items[uz(itemAt(index))].node)
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled |
           Qt::ItemIsDropEnabled;
}

bool OutlineModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const auto node = nodeAt(index);
    const QString name = tidyName(value.toString());
    if (role != Qt::EditRole || !node || name == m_items[uz(itemAt(index))].name)
        return false;
    const auto ask = [this, node = *node, name] {
        Document &document = m_context.document;
        document.perform(renameWithMeaning(document, node, name));
    };
    return QMetaObject::invokeMethod(this, ask, Qt::QueuedConnection);
}

QStringList OutlineModel::mimeTypes() const
{
    return {nodeMimeType()};
}

QMimeData *OutlineModel::mimeData(const QModelIndexList &indexes) const
{
    const auto node = indexes.isEmpty() ? std::nullopt : nodeAt(indexes.first());
    if (!node)
        return nullptr;
    return mimeOf({&*node, 1});
}

bool OutlineModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int /*column*/,
                                   const QModelIndex &parent) const
{
    if (action != Qt::MoveAction || nodesOf(data).empty())
        return false;
    if (parent.isValid())
        return !m_items[uz(itemAt(parent))].unit.isNull();
    // A drop beside the rows hits nothing: it would make a unit one of the top by accident. Nor is there a place behind
    // the heading of the staged ones.
    const auto roots = childrenOf(-1);
    return row >= 0 && (row == 0 || (uz(row) <= roots.size() && m_items[uz(roots[uz(row - 1)])].node));
}

bool OutlineModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const std::vector<NodeRef> nodes = nodesOf(data);
    const auto ask = [this, nodes, where = destination(nodes.front(), row, parent)] {
        Document &document = m_context.document;
        document.perform(moveNodes(document.organisation(), nodes, where, document.scope(), document.ids()));
    };
    return QMetaObject::invokeMethod(this, ask, Qt::QueuedConnection);
}

Destination OutlineModel::destination(NodeRef moved, int row, const QModelIndex &parent) const
{
    Destination where;
    if (parent.isValid())
        where.parent = m_items[uz(itemAt(parent))].unit;
    if (row < 0)
        return where;
    // Posts and units stand in two rows, one behind the other: the place counts among those of the same kind.
    const auto siblings = childrenOf(itemAt(parent));
    for (const int sibling : siblings.subspan(std::min(uz(row), siblings.size()))) {
        const auto &node = m_items[uz(sibling)].node;
        if (node && node->kind == moved.kind && *node != moved) {
            where.before = node;
            break;
        }
    }
    return where;
}

} // namespace bomay
