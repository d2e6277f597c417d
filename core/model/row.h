// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entities.h"

#include <variant>

namespace bomay {

/// Every kind of row a document holds. The order is the order in which rows can be put into an empty organisation.
using Row = std::variant<DocumentInfo, Locality, Unit, Post, Person, Appointment, Relation, Staged>;

/// The index of a row's kind in `Row`.
enum class RowKind { DocumentInfo, Locality, Unit, Post, Person, Appointment, Relation, Staged };

inline constexpr int kRowKinds = static_cast<int>(std::variant_size_v<Row>);

/// Which row: its kind and id.
struct RowKey
{
    RowKind kind = RowKind::DocumentInfo;
    Uid uid;

    friend auto operator<=>(const RowKey &, const RowKey &) = default;
};

template <typename Entity>
inline constexpr RowKind kRowKindOf = RowKind::DocumentInfo;
template <>
inline constexpr RowKind kRowKindOf<Locality> = RowKind::Locality;
template <>
inline constexpr RowKind kRowKindOf<Unit> = RowKind::Unit;
template <>
inline constexpr RowKind kRowKindOf<Post> = RowKind::Post;
template <>
inline constexpr RowKind kRowKindOf<Person> = RowKind::Person;
template <>
inline constexpr RowKind kRowKindOf<Appointment> = RowKind::Appointment;
template <>
inline constexpr RowKind kRowKindOf<Relation> = RowKind::Relation;
template <>
inline constexpr RowKind kRowKindOf<Staged> = RowKind::Staged;

template <typename Entity>
[[nodiscard]] RowKey keyOf(Id<Entity> id)
{
    return {kRowKindOf<Entity>, id.uid};
}

[[nodiscard]] inline RowKey keyOf(const Row &row)
{
    return std::visit([](const auto &entity) { return keyOf(entity.id); }, row);
}

} // namespace bomay

template <>
struct std::hash<bomay::RowKey>
{
    std::size_t operator()(const bomay::RowKey &key) const noexcept
    {
        return std::hash<bomay::Uid>{}(key.uid) ^ static_cast<std::size_t>(key.kind);
    }
};
