// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/edits.h"
#include "core/change/order.h"

#include <map>
#include <set>
#include <span>

namespace bomay {

// The verbs of reorganisation for units, as decisions name them. Each is pure: it gives a titled `Change` with the
// order's document, or says why it makes no sense. What was stays true until the day before the order's date; units
// that end leave successors (`RelationType::Succeeds` from the successor), functions name the function they continue.
//
// Where things go, unless `Terms` says otherwise:
// - Units below and posts move to the heir with their identity, so that people, duties and what is below go with them.
//   Posts line up behind the heir's own of the same role.
// - A head that comes to a unit with a head of its own stays where somebody holds it, marked dôi dư, and ends where it
//   is vacant. Further posts beyond the number allowed are those that `Terms::surplus` names.
// - Functions end; one of the heir's continues each.
// - Quotas of the order's year are added to the heir's of the same kind, those of later years move; a reserve goes
//   along. Where a unit is divided or separated the shares that `Terms` names do so; of the years in which a divided
//   unit is no more, what they leave goes to the first heir. Allotted and filled staff in the unit's own fields are
//   summed where both numbers are known, and unknown otherwise. An heir that stands above, or takes over from a unit
//   above as well, has the numbers already; a committee's are its own. Numbers of units above are not touched: the
//   decision that allots them gives them.
// - Relations of other types end and go on with the heir, unless it has the same one or would stand at both ends.
//
// Errors common to all: `order-no-document`, `edit-bad-date`; `edit-nothing-there` where a unit is not there on the day
// before and on the order's date; `order-later-changes` where a unit or post that ends has states that begin later, or
// somebody is to hold the post later; `order-twice` where one is named twice.

/// A unit that an order founds, last among its siblings. The period of `facts` is ignored; without legal basis it gets
/// the order's document.
struct NewUnit
{
    UnitState facts;
    QString code = {}; ///< empty: a provisional one
    UnitId parent = {};
};

/// A part of the numbers of a divided unit, for one year.
struct QuotaShare
{
    int heir = 0; ///< index among the heirs
    QuotaKind kind = QuotaKind::CivilServants;
    std::optional<int> allotted = {}; ///< persons, likewise below
    std::optional<int> inPost = {};
    std::optional<int> reserve = {};
    int year = 0; ///< not before the order's; 0 = the order's
};

/// What a reorganisation says beyond its main line.
struct Terms
{
    static constexpr int kEnds = -1;

    std::set<PostId> heads = {};   ///< head posts that are to be the heads of the units they come to; none: the first
    std::set<PostId> surplus = {}; ///< further posts that stay beyond the number allowed
    PartialDate surplusUntil = {}; ///< last day for those; empty = not said
    /// Units below, posts, functions: the index of the heir that gets it, or `kEnds` (posts and functions only).
    std::map<RowKey, int> heirs = {};
    std::vector<QuotaShare> quotas = {}; ///< `divideUnit` and `separateUnit` only
};

/// Thành lập. Errors: `edit-empty-name`, `edit-bad-number`, `edit-no-such-locality`; `order-name-taken` where a sibling
/// has the name, `order-code-taken` where a unit that stays has the code.
[[nodiscard]] Result<Change> establishUnit(const Organisation &organisation, const NewUnit &unit, const Order &order,
                                           IdSource &ids);

/// Hợp nhất: all of `units` end, everything goes to a new one. Errors: those of founding; `order-too-few-units` below
/// two; `order-heir-below` where the new one would stand under one that ends; `order-not-of-unit` where `Terms` names
/// what none of them has.
[[nodiscard]] Result<Change> consolidateUnits(const Organisation &organisation, std::span<const UnitId> units,
                                              const NewUnit &unit, const Terms &terms, const Order &order,
                                              IdSource &ids);

/// Sáp nhập: `units` end, everything goes to one that stays. Errors: as `consolidateUnits`; `order-heir-ends` where the
/// heir is one of those that end.
[[nodiscard]] Result<Change> absorbUnits(const Organisation &organisation, std::span<const UnitId> units, UnitId heir,
                                         const Terms &terms, const Order &order, IdSource &ids);

/// Chia: a unit ends, two or more new ones take over. `Terms` has to say for each unit below, post and function where
/// it goes; relations of other types go to all heirs. Errors: as `consolidateUnits`; `order-no-heir` naming what has
/// none; `order-quota-sum`, `order-quota-in-post-sum`, `order-quota-reserve-sum` where the shares of a kind exceed what
/// was allotted, in post, or kept back; `edit-bad-number` where one is negative, or of a year that is over.
[[nodiscard]] Result<Change> divideUnit(const Organisation &organisation, UnitId unit,
                                        std::span<const NewUnit> newUnits, const Terms &terms, const Order &order,
                                        IdSource &ids);

/// Tách: a unit stays, a new one gets what `Terms` names (heir 0). The shares of quotas are taken off the old unit's.
/// Errors: as `divideUnit`, without `order-no-heir`; `edit-into-itself` where the new one would stand under what it
/// gets.
[[nodiscard]] Result<Change> separateUnit(const Organisation &organisation, UnitId unit, const NewUnit &newUnit,
                                          const Terms &terms, const Order &order, IdSource &ids);

/// Giải thể: a unit ends. What `Terms` does not name goes to the first heir; without heirs posts end and
/// appointments with them. Errors: as `absorbUnits`; `order-no-heir` where there is none for a unit below or a function
/// that is not said to end.
[[nodiscard]] Result<Change> dissolveUnit(const Organisation &organisation, UnitId unit, std::span<const UnitId> heirs,
                                          const Terms &terms, const Order &order, IdSource &ids);

/// Đổi tên. Errors: `edit-empty-name`, `edit-no-change`, `order-name-taken`.
[[nodiscard]] Result<Change> renameUnit(const Organisation &organisation, UnitId unit, const QString &name,
                                        const Order &order, IdSource &ids);

/// Chuyển đổi loại hình: another kind and, where `name` is not empty, another name. Errors: as `renameUnit`.
[[nodiscard]] Result<Change> convertUnit(const Organisation &organisation, UnitId unit, UnitKind kind,
                                         const QString &name, const Order &order, IdSource &ids);

/// How a decision calls the move of a unit with all that it has.
enum class UnitTransfer {
    Attach, ///< chuyển về trực thuộc
    Whole   ///< chuyển nguyên trạng
};

/// Moves a unit with all that it has under another one, last among its siblings. Errors: those of `move`;
/// `edit-no-change` where it belongs there already.
[[nodiscard]] Result<Change> transferUnit(const Organisation &organisation, UnitId unit, UnitId parent,
                                          UnitTransfer how, const Order &order, IdSource &ids);

/// Điều chuyển chức năng: functions, and the posts that do them, go from a unit to another; both stay. Errors:
/// `order-not-of-unit`, `order-too-few-functions` where none is named.
[[nodiscard]] Result<Change> transferFunctions(const Organisation &organisation, UnitId from, UnitId to,
                                               std::span<const FunctionId> functions, std::span<const PostId> posts,
                                               const Order &order, IdSource &ids);

} // namespace bomay
