// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/organisation.h"

#include "core/model/fields.h"

namespace bomay {

namespace {

template <typename Entity>
std::vector<RowKey> referencesOf(const Entity *row)
{
    std::vector<RowKey> references;
    if (row != nullptr)
        visitReferences(*row, [&references](const RowKey &key) { references.push_back(key); });
    return references;
}

/// Keeps a code index in step with one replaced row.
template <typename Entity>
void reindex(QHash<QString, QList<Id<Entity>>> &index, const Entity *before, const Entity *after)
{
    if (before != nullptr && after != nullptr && before->code == after->code)
        return;
    if (before != nullptr) {
        auto &ids = index[before->code];
        ids.removeOne(before->id);
        if (ids.isEmpty())
            index.remove(before->code);
    }
    if (after != nullptr)
        index[after->code].append(after->id);
}

} // namespace

DocumentInfo Organisation::info() const
{
    const DocumentInfo *info = table<DocumentInfo>().find(documentInfoId());
    return info != nullptr ? *info : DocumentInfo{documentInfoId(), {}, {}};
}

std::optional<Row> Organisation::row(const RowKey &key) const
{
    std::optional<Row> result;
    visitRow(key, [&result](const auto &found) { result = found; });
    return result;
}

bool Organisation::rowEquals(const RowKey &key, const std::optional<Row> &row) const
{
    bool equal = false;
    visitKind(key.kind, [&]<typename Entity>(const Entity *) {
        const Entity *present = find(Id<Entity>{key.uid});
        const Entity *expected = row ? std::get_if<Entity>(&*row) : nullptr;
        equal = (present == nullptr) == !row.has_value() &&
                (present == nullptr || (expected != nullptr && *present == *expected));
    });
    return equal;
}

bool Organisation::contains(const RowKey &key) const
{
    bool found = false;
    visitKind(key.kind, [&]<typename Entity>(const Entity *) { found = find(Id<Entity>{key.uid}) != nullptr; });
    return found;
}

std::optional<Row> Organisation::replace(const RowKey &key, std::optional<Row> row)
{
    std::optional<Row> displaced;
    visitKind(key.kind, [&]<typename Entity>(const Entity *) {
        auto &rows = std::get<Table<Entity>>(m_tables);
        const Entity *present = rows.find(Id<Entity>{key.uid});
        Entity *next = row ? std::get_if<Entity>(&*row) : nullptr;
        if constexpr (std::is_same_v<Entity, Unit> || std::is_same_v<Entity, Post>) {
            if (present == nullptr && next != nullptr)
                m_graph.addNode(next->id);
            else if (present != nullptr && next == nullptr)
                m_graph.removeNode(present->id);
        }
        if constexpr (std::is_same_v<Entity, Relation>) {
            if (present != nullptr)
                m_graph.removeEdge(*present);
            if (next != nullptr)
                m_graph.addEdge(*next);
        } else {
            m_references.replace(key, referencesOf(present), referencesOf(next));
        }
        if constexpr (std::is_same_v<Entity, Unit>)
            reindex(m_unitCodes, present, next);
        if constexpr (std::is_same_v<Entity, Locality>)
            reindex(m_localityCodes, present, next);
        std::optional<Entity> before = next != nullptr ? rows.put(std::move(*next)) : rows.remove(Id<Entity>{key.uid});
        if (before)
            displaced = *std::move(before);
    });
    return displaced;
}

} // namespace bomay
