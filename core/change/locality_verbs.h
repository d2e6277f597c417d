// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/unit_verbs.h"

namespace bomay {

// The verbs of reorganisation for localities (đơn vị hành chính), as resolutions name them. Each is pure and keeps to
// what unit_verbs.h says of dates, documents and errors. Who came from whom stands in `LocalitySuccession` rows.
//
// Localities below one that ends come to its heir: the first one that takes all of it, else the first one named.
//
// The bodies of a locality go with it. Its HĐND and its UBND end with it; the heir's succeed them, founded where it has
// none, under the unit that the first predecessor's stands under, with what they had (`unit_verbs.h`; `Terms` for the
// heads and surplus posts). Where a locality is divided, they go to the heir to which the localities below come; the
// other heirs get bodies of their own that succeed in part. Other units that name the locality name its heir.
//
// Errors common to all: `order-no-document`, `edit-bad-date`; `order-locality-gone` where a locality is not there on
// the day before and on the order's date; `order-later-changes`; `order-twice`.

/// A locality whose territory, or a part of it, goes elsewhere.
struct LocalityPart
{
    LocalityId from;
    SuccessionExtent extent = SuccessionExtent::Whole;
};

/// A locality that gets territory by an order: one that is there, or a new one.
struct LocalityHeir
{
    LocalityId existing = {}; ///< null: a new one
    LocalityState facts = {}; ///< of a new one, the period ignored; without population the sum of what is known whole
    QString code = {};        ///< of a new one; may be that of one that ends
    std::vector<LocalityPart> from = {};
};

/// Thành lập without predecessors. Errors: `edit-empty-name`, `order-no-code`, `order-locality-code-taken`.
[[nodiscard]] Result<Change> establishLocality(const Organisation &organisation, const LocalityHeir &locality,
                                               const Order &order, IdSource &ids);

/// Sắp xếp: many localities end, their territories go whole or in parts to heirs. The general verb; nhập and chia are
/// cases of it. Errors: those of founding; `order-rest` where only one part of a locality goes somewhere;
/// `order-heir-ends` where an heir, or the locality above a new one, is one that ends; `order-heir-below` where it is
/// below one that ends and would come to stand below itself.
[[nodiscard]] Result<Change> rearrangeLocalities(const Organisation &organisation, std::span<const LocalityHeir> heirs,
                                                 const Terms &terms, const Order &order, IdSource &ids);

/// Nhập: `localities` end, their whole territory goes to `heir` (its own list is ignored). Errors: as
/// `rearrangeLocalities`; `order-too-few-localities`.
[[nodiscard]] Result<Change> mergeLocalities(const Organisation &organisation, std::span<const LocalityId> localities,
                                             const LocalityHeir &heir, const Terms &terms, const Order &order,
                                             IdSource &ids);

/// Chia: a locality ends, its territory goes in parts to `heirs` (their own lists are ignored). Errors: as
/// `mergeLocalities`.
[[nodiscard]] Result<Change> divideLocality(const Organisation &organisation, LocalityId locality,
                                            std::span<const LocalityHeir> heirs, const Terms &terms, const Order &order,
                                            IdSource &ids);

/// Điều chỉnh địa giới: a part of a locality goes to another; both stay.
struct BoundaryChange
{
    LocalityId from;
    LocalityId to;
    std::optional<int> fromPopulation = {}; ///< persons, afterwards; nothing = as it was
    std::optional<int> toPopulation = {};
};

[[nodiscard]] Result<Change> adjustBoundary(const Organisation &organisation, const BoundaryChange &boundary,
                                            const Order &order, IdSource &ids);

/// Đổi tên, or another type (a commune that becomes a ward). HĐND and UBND whose names hold the old name get the new
/// one. Errors: `edit-empty-name`, `edit-no-change`.
[[nodiscard]] Result<Change> renameLocality(const Organisation &organisation, LocalityId locality, const QString &name,
                                            LocalityType type, const Order &order, IdSource &ids);

/// Giải thể: a locality ends; those below come to the locality above it, which succeeds it. Its HĐND and UBND end; what
/// they have goes where `Terms` says (heir 0 is the unit above each), or else there. Errors: `order-no-heir` where
/// there is nothing above.
[[nodiscard]] Result<Change> dissolveLocality(const Organisation &organisation, LocalityId locality, const Terms &terms,
                                              const Order &order, IdSource &ids);

} // namespace bomay
