// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/chart_entities.h"

#include <algorithm>
#include <array>
#include <type_traits>
#include <variant>

namespace bomay {

/// Every kind of row a document holds. The order is the order in which rows can be put into an empty organisation.
using Row = std::variant<DocumentInfo, LegalDocument, Locality, LocalitySuccession, Unit, Post, Person, Portrait,
                         Appointment, Relation, Staged, Function, Quota, Duty, DutyParticipant, Note, Waiver,
                         Confirmation, RuleSwitch, ChartView, BranchMark, ChartObject>;

/// The index of a row's kind in `Row`.
enum class RowKind {
    DocumentInfo,
    LegalDocument,
    Locality,
    LocalitySuccession,
    Unit,
    Post,
    Person,
    Portrait,
    Appointment,
    Relation,
    Staged,
    Function,
    Quota,
    Duty,
    DutyParticipant,
    Note,
    Waiver,
    Confirmation,
    RuleSwitch,
    ChartView,
    BranchMark,
    ChartObject
};

/// Rows that are there for the drawing and say nothing of the organisation: outside comparison. Photographs are of
/// them: the same face taken anew differs in every byte, and nothing was reorganised.
[[nodiscard]] constexpr bool isDrawingKind(RowKind kind)
{
    return kind == RowKind::Portrait || kind == RowKind::ChartView || kind == RowKind::BranchMark ||
           kind == RowKind::ChartObject;
}

inline constexpr int kRowKinds = static_cast<int>(std::variant_size_v<Row>);

/// Which row: its kind and id.
struct RowKey
{
    RowKind kind = RowKind::DocumentInfo;
    Uid uid;

    friend auto operator<=>(const RowKey &, const RowKey &) = default;
};

/// Calls `visit.template operator()<Entity>()` for every kind of row, in the order of `Row`.
template <typename Visit>
void forEachRowKind(Visit &&visit)
{
    [&]<typename... Entities>(const std::variant<Entities...> * /*rows*/) {
        (visit.template operator()<Entities>(), ...);
    }(static_cast<const Row *>(nullptr));
}

namespace detail {

template <typename Entity, typename... Entities>
constexpr std::size_t alternativeIndex(const std::variant<Entities...> * /*rows*/)
{
    constexpr std::array isIt{std::is_same_v<Entity, Entities>...};
    return static_cast<std::size_t>(std::ranges::find(isIt, true) - isIt.begin());
}

} // namespace detail

template <typename Entity>
inline constexpr RowKind kRowKindOf =
    static_cast<RowKind>(detail::alternativeIndex<Entity>(static_cast<const Row *>(nullptr)));

/// Calls `visit` with a null pointer of the entity type of a kind: the bridge from a kind known at run time to a type.
template <typename Visit>
void visitKind(RowKind kind, Visit &&visit)
{
    forEachRowKind([&]<typename Entity>() {
        if (kind == kRowKindOf<Entity>)
            visit(static_cast<const Entity *>(nullptr));
    });
}

template <typename Entity>
[[nodiscard]] RowKey keyOf(Id<Entity> id)
{
    return {kRowKindOf<Entity>, id.uid};
}

[[nodiscard]] inline RowKey keyOf(NodeRef node)
{
    return node.isUnit() ? keyOf(node.unit()) : keyOf(node.post());
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
