// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/change/change.h"

#include <span>

namespace bomay {

/// When an edit counts. Every verb takes it as a parameter.
enum class EditMode {
    Correct, ///< "Đính chính": the state in view was wrong and is put right for its whole period
    FromDate ///< "Từ ngày …": what was stays true until the day before; from the date on the new holds
};

struct EditScope
{
    EditMode mode = EditMode::Correct;
    Day day;               ///< the day in view: finds the state to correct
    Day from;              ///< first day of the new state; used by `FromDate` only
    QString document = {}; ///< number and symbol of the decision, for the log
};

/// Where a node stands after a move or is added: under a unit, before one of its siblings, or behind them all.
struct Destination
{
    UnitId parent;                 ///< null: at the top (units only)
    std::optional<NodeRef> before; ///< a sibling of the same kind under `parent`; nothing = last
};

// Each verb is pure: it looks at the organisation and gives a titled change that a transaction takes, or says why it
// makes no sense. Titles are Vietnamese, short, name the thing: they stand in the menu behind "Hoàn tác"; those of
// `FromDate` end with the date. A node has to exist on the edit's day: the day in view, or the first day of the new
// state.
//
// Errors common to all: `edit-nothing-there` where a node does not exist on that day; `edit-no-change` where everything
// is as asked already; `edit-bad-date` where a date cannot be written.

/// A new unit with a provisional code made from its name. Entered with `Correct` it was always there. Errors:
/// `edit-empty-name`, `edit-not-a-sibling`.
[[nodiscard]] Result<Change> addUnit(const Organisation &organisation, const Destination &where, const QString &name,
                                     UnitKind kind, const EditScope &scope, IdSource &ids);

/// A new post in a unit, last in rank; a deputy gets `tier` (0 = the highest tier that the unit has, at least 1).
/// Errors: `edit-empty-name`, `edit-post-needs-unit`, `edit-bad-number`.
[[nodiscard]] Result<Change> addPost(const Organisation &organisation, UnitId unit, const QString &title, PostRole role,
                                     int tier, const EditScope &scope, IdSource &ids);

/// The title that a unit's further deputies have: that of its last deputy, else "Phó " and the title of its head, else
/// "Cấp phó".
[[nodiscard]] QString deputyTitleFor(const Organisation &organisation, UnitId unit, Day day);

/// Another name for a unit, another title for a post. Errors: `edit-empty-name`.
[[nodiscard]] Result<Change> rename(const Organisation &organisation, NodeRef node, const QString &name,
                                    const EditScope &scope);

/// Facts as somebody saw them, and as they are to be.
template <typename State>
struct FactsEdit
{
    State shown;
    State wanted;
};

/// Facts of a unit or post. Those in which the two states differ are changed, in the state that is valid on the edit's
/// day: what was seen of another day is not carried there. Periods are kept as the scope says. Titles name what
/// differs. A post that is no deputy has tier 0, one that becomes a deputy at least 1; with another role or tier it
/// stands behind those who have it. Errors: `edit-empty-name`, `edit-bad-number`, `edit-no-such-locality`.
[[nodiscard]] Result<Change> changeUnit(const Organisation &organisation, UnitId unit,
                                        const FactsEdit<UnitState> &facts, const EditScope &scope);
[[nodiscard]] Result<Change> changePost(const Organisation &organisation, PostId post,
                                        const FactsEdit<PostState> &facts, const EditScope &scope);

/// Gives deputies other tiers without changing their order. Errors: `edit-bad-number` for a tier below 1.
struct TierOf
{
    PostId post;
    int tier;
};

[[nodiscard]] Result<Change> setTiers(const Organisation &organisation, std::span<const TierOf> tiers,
                                      const EditScope &scope);

/// Moves a unit with all below it, or a post, to another place or another rank. A staged node loses its staging; from a
/// date on under a unit it keeps it for the days before. A post
/// that comes to another unit loses its reports-to relations with the posts of the old one. Posts keep to their role
/// and tier: among others they stand as near to the asked place as protocol lets them.
///
/// A row is numbered 1..n where somebody comes before a sibling; who comes last from elsewhere gets the next number and
/// nobody else is touched. The siblings' numbers are corrected in either mode, see edits_rank.h.
///
/// Errors: `edit-into-itself` with the names; `edit-into-itself-on-other-days` with the loop; `edit-post-needs-unit`;
/// `edit-not-a-sibling`.
[[nodiscard]] Result<Change> move(const Organisation &organisation, NodeRef node, const Destination &where,
                                  const EditScope &scope, IdSource &ids);

/// One rank up (−1) or down (+1) among the siblings of its kind; posts among those of their role and tier. Errors:
/// `edit-no-change` at the end of the row.
[[nodiscard]] Result<Change> moveInRank(const Organisation &organisation, NodeRef node, int by, const EditScope &scope,
                                        IdSource &ids);

/// Takes nodes away with all that is below them on the edit's day.
///
/// `Correct` removes them as never entered, with posts, appointments, relations in both directions, staging, and the
/// persons who then hold nothing. `FromDate` ends states, appointments and relations the day before and keeps their
/// history; successions stay as they are; states, appointments and relations that begin on or after the date are
/// dropped, and a node of which nothing would remain is removed as `Correct` does.
///
/// Errors: `edit-used-on-other-days` where a node that was not asked for belongs to one of them, or one below belongs
/// to somebody else, on other days (from the date on); `edit-post-needs-unit` where a post would keep states but no
/// unit.
[[nodiscard]] Result<Change> removeNodes(const Organisation &organisation, std::span<const NodeRef> nodes,
                                         const EditScope &scope);

/// Names the document and its as-of date.
[[nodiscard]] Result<Change> changeDocumentInfo(const Organisation &organisation, const QString &title,
                                                PartialDate asOf);

} // namespace bomay
