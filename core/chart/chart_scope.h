// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/chart_options.h"
#include "core/layout/branch_layout.h"
#include "core/model/org_view.h"

#include <memory>
#include <optional>
#include <vector>

namespace bomay {

enum class PartKind {
    Unit,     ///< a unit with something below it: its name, its leaders
    Leaf,     ///< a unit at the end of its branch, with its posts in its box
    Frame,    ///< leaf units of one block as a grid in a titled frame (khối)
    List,     ///< leaf units of one block as lines in one box
    Count,    ///< leaf units of one block as their number
    Post,     ///< a post with what is below it
    Scheduled ///< a unit that is still to come
};

/// A part of the drawn chart that stands as one: what it shows, under which other part, and how those below it stand.
struct ChartPart
{
    PartKind kind = PartKind::Leaf;
    int parent = -1;        ///< index of a part before it; −1 = at the top
    int unit = -1;          ///< of `Unit` and `Leaf`: index in the view
    int post = -1;          ///< of `Post`
    int scheduled = -1;     ///< of `Scheduled`: index in `ChartOptions::scheduled`
    std::vector<int> units; ///< of `Frame`, `List`, `Count`; of `Post` those that hang below it
    QString title;          ///< of `Frame`, `List`, `Count`
    std::vector<int> apart; ///< of `Unit`: its posts that are parts of their own, sorted
    bool hasBelow = false;  ///< parts hang below it
    bool isFolded = false;  ///< of `Leaf` and `Unit`: what is below it is folded away; its number stands for it
    int level = 1;          ///< of units: 1 at the top
    bool isNarrow = false;
    bool isChosen = false; ///< how the branch below it stands was chosen by hand
    BranchForm form = BranchForm::Tidy;
    int columns = 0; ///< of what stands below in columns, and of a frame's grid; 0 = as many as look best
    std::optional<double> gap = {}; ///< mm
    QPointF offset = {};            ///< mm

    friend bool operator==(const ChartPart &, const ChartPart &) = default;
};

/// What a view shows of an organisation, in preorder: from its root, as deep as it says, with many leaf units of one
/// block gathered. Staged units are left out.
[[nodiscard]] std::vector<ChartPart> scopeChart(const OrgView &view, const ChartOptions &options);

/// The same asked for piece by piece. View and options must outlive it unchanged.
class ChartScope
{
public:
    ChartScope(const OrgView &view, const ChartOptions &options);
    ~ChartScope();
    ChartScope(const ChartScope &) = delete;
    ChartScope &operator=(const ChartScope &) = delete;

    /// What stands at the top.
    [[nodiscard]] std::vector<ChartPart> topParts() const;
    /// What hangs below one part, as `scopeChart` has it, but for its parent; `part` gets the shape of its branch.
    [[nodiscard]] std::vector<ChartPart> below(ChartPart &part) const;

private:
    friend std::vector<ChartPart> scopeChart(const OrgView &view, const ChartOptions &options);
    friend std::vector<int> rootsOf(const OrgView &view, const ChartOptions &options);

    class Reader;
    std::unique_ptr<Reader> m_reader;
};

/// The units at the top of what a view shows: indices in the view.
[[nodiscard]] std::vector<int> rootsOf(const OrgView &view, const ChartOptions &options);

/// The node that a part stands for; the null unit for what gathers several.
[[nodiscard]] NodeRef nodeOf(const OrgView &view, const ChartPart &part);

} // namespace bomay
