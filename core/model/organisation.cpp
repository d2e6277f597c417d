// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/organisation.h"

#include "core/model/fields.h"

namespace bomay {

namespace {

template <typename Entity>
References referencesOf(const Entity *row)
{
    References references;
    if (row != nullptr)
        visitReferences(*row, [&references](const RowKey &key) { references.push_back(key); });
    return references;
}

} // namespace

Organisation::Organisation() = default;
Organisation::Organisation(const Organisation &other) = default;
Organisation::Organisation(Organisation &&other) noexcept = default;
Organisation &Organisation::operator=(const Organisation &other) = default;
Organisation &Organisation::operator=(Organisation &&other) noexcept = default;
Organisation::~Organisation() = default;

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

std::optional<Row> Organisation::replace(const RowKey &key, std::optional<Row> &&row)
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
        const bool isPut = next != nullptr;
        std::optional<Entity> before = isPut ? rows.put(std::move(*next)) : rows.remove(Id<Entity>{key.uid});
        if (before)
            displaced = *std::move(before);
        if constexpr (std::is_same_v<Entity, Unit>)
            if (isPut)
                m_unitCodes.add(rows, *rows.find(Id<Entity>{key.uid}));
        if constexpr (std::is_same_v<Entity, Locality>)
            if (isPut)
                m_localityCodes.add(rows, *rows.find(Id<Entity>{key.uid}));
    });
    return displaced;
}

} // namespace bomay
