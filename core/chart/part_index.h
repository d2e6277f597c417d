// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/chart_scope.h"
#include "core/chart/rearrange.h"
#include "core/model/row.h"

#include <optional>
#include <set>
#include <span>
#include <vector>

namespace bomay {

// Internal to core/chart: the parts of a chart that follows edits.

/// What rows of an edit speak of, in the chart as it stood and in the view as it is.
struct TouchedParts
{
    std::set<int> rows;        ///< indices in the view: units that rows speak of, or of whose posts
    std::set<int> units;       ///< those, and others whose words may be others
    std::vector<int> branches; ///< parts below which others may stand; may repeat
};

/// The parts of a chart in preorder, with those below each, and where units and posts are drawn.
class PartIndex
{
public:
    static constexpr int kNone = -1;

    void rebuild(const OrgView &view, std::vector<ChartPart> parts);

    [[nodiscard]] const std::vector<ChartPart> &parts() const { return m_parts; }
    [[nodiscard]] const ChartPart &operator[](int part) const { return m_parts[uz(part)]; }
    [[nodiscard]] int firstChild(int part) const { return m_firstChild[uz(part)]; }
    [[nodiscard]] int nextSibling(int part) const { return m_nextSibling[uz(part)]; }
    /// One behind the last part of a branch.
    [[nodiscard]] int end(int part) const { return m_end[uz(part)]; }
    [[nodiscard]] int ofUnit(int unit) const { return m_ofUnit[uz(unit)]; }
    [[nodiscard]] int ofPost(int post) const { return m_ofPost[uz(post)]; }

    /// Learns which units and posts of a view that followed a change have other indices, and what the touched rows
    /// speak of. Nothing where more may be other than can be told from them; then the index is of no use any more.
    /// With `hides`, units are there that the chart does not draw but counts.
    [[nodiscard]] std::optional<TouchedParts> follow(const OrgView &view, std::span<const RowKey> touched, bool hides);

    /// Another shape of the branch below a part, or another level.
    void reshape(int part, ChartPart shaped) { m_parts[uz(part)] = std::move(shaped); }
    void moveLevels(int begin, int end, int by);

    /// Brings the parts into a new order. `parents`: by new index, of the first parts of what was moved, all that was
    /// added among them.
    void rearrange(const OrgView &view, std::span<const ItemRun> runs, std::vector<ChartPart> added,
                   std::span<const std::pair<int, int>> parents);

private:
    void link(const OrgView &view);
    /// The nearest unit above one that is drawn.
    [[nodiscard]] int drawnAbove(const OrgView &view, int unit) const;
    /// A part whose unit is gone stands for none; what was above it is found. Gives the units that have other indices.
    std::vector<int> renumberUnits(const OrgView &view, std::span<const RowKey> touched, TouchedParts &found);
    /// Gives the units that posts were in that are gone.
    std::vector<UnitId> renumberPosts(const OrgView &view, std::span<const RowKey> touched, TouchedParts &found);
    [[nodiscard]] bool addTouchedRow(const OrgView &view, const RowKey &row, bool hides, TouchedParts &found);
    [[nodiscard]] bool addTouchedUnit(const OrgView &view, int unit, bool hides, TouchedParts &found);
    /// What is named by localities that are others than they were, from a touched unit down.
    void addOtherLocalities(const OrgView &view, int unit, TouchedParts &found);
    /// A part and the two above it: whether something is below a part decides how it stands in the one above.
    void addBranches(int part, TouchedParts &found) const;

    std::vector<ChartPart> m_parts;
    std::vector<int> m_firstChild; ///< by part
    std::vector<int> m_nextSibling;
    std::vector<int> m_end;
    std::vector<int> m_ofUnit; ///< by unit: the part that draws it; −1 = none
    std::vector<int> m_ofPost; ///< by post: the part of its own
    std::vector<UnitId> m_units;
    std::vector<int> m_localities; ///< by unit; −2 = not known
    std::vector<PostId> m_posts;
    std::vector<UnitId> m_unitOfPost;
};

} // namespace bomay
