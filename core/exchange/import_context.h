// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/change_builder.h"
#include "core/exchange/near_codes.h"
#include "core/exchange/parent_links.h"
#include "core/exchange/row_reader.h"

namespace bomay {

/// The tree that a file itself makes of its rows by their codes, where it is not the one that is drawn: posts that
/// report to posts hang under their units as well.
struct RowTree
{
    int roots = 0;
    int maxDepth = 0;
    int vacant = 0;
};

/// Posts by their unit and folded title, of several of a title the first in front.
using PostsByTitle = std::map<std::pair<UnitId, QString>, std::vector<PostId>>;

/// What the importers of the sheets share: the organisation they add to, the change they build, the report they fill.
struct ImportContext
{
    const Organisation &base;
    IdSource &ids;
    ChangeBuilder builder;
    ImportReport report = {};
    QHash<QString, LocalityId> localities = {}; ///< of the file, by code
    std::vector<NodeRef> named = {};            ///< units and posts that the file speaks of
    PostsByTitle postsByTitle = {};             ///< of the template's rows
    CodeMatch codeMatch = CodeMatch::Exact;
    std::optional<RowTree> rowTree = {};
    PartialDate day = {}; ///< of which the file speaks; empty = it does not say

    ImportContext(const Organisation &organisation, IdSource &idSource)
        : base(organisation)
        , ids(idSource)
        , builder(organisation)
    {}

    /// A locality of the file or of the document by code; null where there is none.
    [[nodiscard]] LocalityId findLocality(const QString &code) const
    {
        return localities.contains(code) ? localities.value(code) : base.localitiesWithCode(code).value(0);
    }
    /// The codes of localities that a text may have meant, for a message: see `NearCodes`. Once all are known.
    [[nodiscard]] QString nearLocalities(const QString &code);

    /// Does the file speak of what holds for such a time: of what goes on, and has begun by its day?
    [[nodiscard]] bool speaksOf(const Period &period) const
    {
        return period.to.isEmpty() && (day.isEmpty() || period.firstDay() <= day.lastDay());
    }
    /// Does such a time hold on the day of which the file speaks? Never where it does not say.
    [[nodiscard]] bool isOnDay(const Period &period) const { return !day.isEmpty() && period.contains(day.lastDay()); }
    /// A day on which what the file speaks of is to be seen: its own, else the document's, else one that open periods
    /// cover.
    [[nodiscard]] Day dayOfRows() const;
    /// The relation of a type by which a node of the document hangs where the file speaks of it: that of its day, else
    /// the latest; null where there is none.
    [[nodiscard]] const Relation *relationUp(RelationType type, NodeRef node) const;

    /// Puts a relation unless the document has it already; one without dates is there where one goes on, or holds on
    /// the file's day.
    void putRelation(RelationType type, NodeRef from, NodeRef to, const Period &period);

    /// Says that a node of the file waits for a place, and why; without a reason, that it does not. One that the
    /// document has already stays.
    void stage(NodeRef node, std::optional<StagedReason> reason, const QString &parentText);

    /// Ends a row: its diagnostics go into the report and it is counted as taken, left out or asked.
    void finish(RowReader &row);
    /// Counts a row of the file by the worst that was said of it.
    void countRow(DiagnosticSeverity worst);

private:
    std::optional<NearCodes> m_nearLocalities;
};

/// The relation of a type that leads up from a node latest; null where there is none. A file without dates speaks of
/// where things stand last: what was before is history.
[[nodiscard]] const Relation *lastRelation(const Organisation &organisation, RelationType type, NodeRef node);
/// The unit that a node belongs to last; null where there is none.
[[nodiscard]] UnitId lastUnit(const Organisation &organisation, NodeRef node);

} // namespace bomay
