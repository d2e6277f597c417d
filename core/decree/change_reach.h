// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/chart_facts.h"
#include "core/decree/rule_reach.h"

#include <array>
#include <span>
#include <unordered_set>
#include <vector>

namespace bomay {

/// How far a change of the organisation reaches: which units of a view must be asked again, and about what. It looks at
/// the view before it follows the change, and afterwards. Used once.
class ChangeReach
{
public:
    /// The facts are those of the view as it is before. `touched` as in `OrgView::apply`.
    ChangeReach(ChartFacts &facts, std::span<const RowKey> touched);

    /// Does it touch what everything depends on: a locality, a legal document, a kind of row that is not known here?
    /// Nothing else can be asked then.
    [[nodiscard]] bool isGlobal() const { return m_isGlobal; }

    /// Before the view follows: remembers what stood where, and takes out of the facts what may not hold any more.
    void lookBefore();
    /// After the view followed and its units kept their indices: brings the facts up to date and finds out the rest.
    void lookAfter();

    struct Near
    {
        int unit = -1;     ///< index in the view
        unsigned near = 0; ///< see `Nearness`
    };

    [[nodiscard]] const std::vector<Near> &units() const { return m_near; }
    /// A unit without a place came, went or changed.
    [[nodiscard]] bool touchesStaged() const { return m_touchesStaged; }
    /// Some locality has more or fewer councils.
    [[nodiscard]] bool touchesCouncils() const { return m_touchesCouncils; }

private:
    using Chain = std::array<UnitId, kMostAbove>; ///< the units above one, the nearest first; null behind the root

    /// A touched unit as it was.
    struct Before
    {
        UnitId id;
        int index = -1; ///< −1 where it was not there
        UnitKind kind = UnitKind::Unknown;
        LocalityId ownLocality;
        int order = 0;
        QString code;
        bool isStaged = false;
        Chain above;
        std::vector<UnitId> units;
        std::vector<PostId> posts;
    };

    [[nodiscard]] const OrgView &view() const { return m_facts.view(); }
    [[nodiscard]] std::vector<UnitId> stagedUnits() const;
    [[nodiscard]] Chain chainOf(int unit) const;
    [[nodiscard]] bool isStagedTop(int unit) const;
    void noteUnit(UnitId id);
    void notePost(PostId id);
    void notePerson(PersonId id);
    void notePostsUnder(int post);

    void markChanged(int unit);
    void markSubtree(int unit);
    void markRenumbered();
    [[nodiscard]] bool isElsewhere(const Before &before, int unit) const;
    void followUnits();
    void followPosts();
    void spread();
    void spreadAbove(const Chain &above);
    void spreadToPersons();
    void add(int unit, unsigned near);

    ChartFacts &m_facts;
    std::span<const RowKey> m_touched;
    bool m_isGlobal = false;
    bool m_touchesStaged = false;
    bool m_touchesCouncils = false;
    std::vector<Before> m_units;
    std::vector<UnitId> m_stagedBefore;
    std::vector<UnitId> m_unitsOfPosts;     ///< in which posts were touched
    std::vector<Chain> m_chains;            ///< above what changed, before
    std::vector<PostId> m_posts;            ///< touched ones, and those that may stand elsewhere in the chart with them
    std::unordered_set<PersonId> m_persons; ///< who held or holds one of them
    std::vector<int> m_changed;             ///< units whose own facts, posts or list of units may be others
    std::vector<unsigned> m_nearness;       ///< by unit
    std::vector<Near> m_near;
};

} // namespace bomay
