// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/chart_scope.h"

#include "core/base/numbers.h"
#include "core/chart/unit_blocks.h"
#include "core/chart/unit_filter.h"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace bomay {

namespace {

/// How leaf units of one block are gathered below one parent, and from how many on.
struct Gathering
{
    PartKind kind = PartKind::Frame;
    int from = 0; ///< 0 = never
};

} // namespace

class ChartScope::Reader
{
public:
    Reader(const OrgView &view, const ChartOptions &options)
        : m_view(view)
        , m_options(options)
        , m_filter(view, options.view)
    {
        for (int i = 0; i < sizeOf(options.scheduled); ++i)
            if (m_filter.showsKind(options.scheduled[uz(i)].kind))
                m_scheduled[options.scheduled[uz(i)].parent].push_back(i);
    }

    std::vector<ChartPart> run()
    {
        push(topParts(), -1);
        while (!m_stack.empty()) {
            m_parts.push_back(std::move(m_stack.back()));
            m_stack.pop_back();
            const int self = sizeOf(m_parts) - 1;
            push(below(m_parts.back()), self);
        }
        return std::move(m_parts);
    }

    [[nodiscard]] std::vector<int> roots() const
    {
        if (const int root = m_view.indexOf(m_options.view.root); !m_options.view.root.isNull() && root >= 0)
            return {root};
        std::vector<int> roots;
        const auto &nodes = m_view.nodes();
        for (int node = 0; node < sizeOf(nodes); node = nodes[uz(node)].end)
            if (const ViewNode &top = nodes[uz(node)]; top.isUnit() && !top.isStaged() && m_filter.shows(top.item))
                roots.push_back(top.item);
        return roots;
    }

    [[nodiscard]] std::vector<ChartPart> topParts() const
    {
        std::vector<ChartPart> parts;
        for (const int root : roots())
            parts.push_back(unitPart(root, 1));
        return parts;
    }

    [[nodiscard]] std::vector<ChartPart> below(ChartPart &part) const
    {
        part.apart.clear();
        std::vector<ChartPart> parts = partsBelow(part);
        shape(part, parts);
        return parts;
    }

private:
    void push(std::vector<ChartPart> parts, int parent)
    {
        for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
            part->parent = parent;
            m_stack.push_back(std::move(*part));
        }
    }

    [[nodiscard]] const BranchMark *markOf(NodeRef node) const
    {
        if (m_options.marks.empty())
            return nullptr;
        const auto found = m_options.marks.find(node);
        return found == m_options.marks.end() ? nullptr : &found->second;
    }

    [[nodiscard]] BranchLayout layoutOf(NodeRef node) const
    {
        const BranchMark *mark = markOf(node);
        return mark != nullptr ? mark->layout : BranchLayout::Inherited;
    }

    [[nodiscard]] NodeRef ref(int unit) const { return m_view.units()[uz(unit)].id; }

    /// Is what is below a unit of this level not shown: deeper than the view goes, left out by it, or folded away?
    [[nodiscard]] bool isCut(int unit, int level) const
    {
        return (m_options.view.depth > 0 && level >= m_options.view.depth) ||
               layoutOf(ref(unit)) == BranchLayout::Folded ||
               (!m_options.folds.isEmpty() && m_options.folds.hidesBelow(m_view.units()[uz(unit)].id, level));
    }

    /// Folded units stand for themselves: in a frame of many they would jump when they are opened. Where levels end a
    /// box says in words what is left out, but for those at the top, which are no boxes.
    [[nodiscard]] bool isFolded(int unit, int level) const
    {
        const UnitId id = m_view.units()[uz(unit)].id;
        const bool isHidden = level == 1 ? m_options.folds.hidesBelow(id, level) || layoutOf(id) == BranchLayout::Folded
                                         : m_options.folds.isFoldedByHand(id);
        return isHidden && m_filter.hasUnitsBelow(unit);
    }

    [[nodiscard]] bool hasBelow(int unit, int level) const
    {
        if (isCut(unit, level))
            return false;
        return m_filter.hasUnitsBelow(unit) || hasPostTree(unit) ||
               (!m_scheduled.empty() && m_scheduled.contains(m_view.units()[uz(unit)].id));
    }

    [[nodiscard]] ChartPart unitPart(int unit, int level) const
    {
        ChartPart part;
        part.unit = unit;
        part.level = level;
        part.isFolded = isFolded(unit, level);
        if (hasBelow(unit, level) || level == 1)
            part.kind = PartKind::Unit;
        return part;
    }

    /// The post of the same unit that a post hangs under; −1 = none.
    [[nodiscard]] int superior(int post) const
    {
        const int node = m_view.nodeOfPost(post);
        const int above = node < 0 ? -1 : m_view.nodes()[uz(node)].parent;
        if (above < 0 || m_view.nodes()[uz(above)].isUnit())
            return -1;
        const int other = m_view.nodes()[uz(above)].item;
        return m_view.posts()[uz(other)].unit == m_view.posts()[uz(post)].unit ? other : -1;
    }

    /// Do posts of a unit report to each other otherwise than deputies to their head?
    [[nodiscard]] bool hasPostTree(int unit) const
    {
        const auto &posts = m_view.postsOfUnit(unit);
        return std::ranges::any_of(posts, [this](int post) {
            const int above = superior(post);
            return above >= 0 && !(m_view.posts()[uz(post)].state.role == PostRole::Deputy &&
                                   m_view.posts()[uz(above)].state.role == PostRole::Head);
        });
    }

    [[nodiscard]] std::vector<ChartPart> partsBelow(ChartPart &part) const
    {
        std::vector<ChartPart> below;
        if (part.kind == PartKind::Post) {
            appendPosts(below, part, part.unit);
            appendUnits(below, part.units, layoutOf(nodeOf(m_view, part)), part.level + 1);
            return below;
        }
        if (part.kind != PartKind::Unit || isCut(part.unit, part.level))
            return below;
        const BranchLayout layout = layoutOf(ref(part.unit));
        if (hasPostTree(part.unit)) {
            part.apart = m_view.postsOfUnit(part.unit);
            appendPosts(below, part, part.unit);
        }
        std::vector<int> units = m_filter.unitsBelow(part.unit);
        std::vector<ChartPart> deputies;
        if (layout == BranchLayout::Assignment && part.apart.empty())
            appendAssignments(deputies, part, units);
        // What the head keeps stands first.
        appendUnits(below, units, layout, part.level + 1);
        std::ranges::move(deputies, std::back_inserter(below));
        std::ranges::sort(part.apart);
        if (const auto found = m_scheduled.find(m_view.units()[uz(part.unit)].id); found != m_scheduled.end())
            for (const int scheduled : found->second) {
                ChartPart coming;
                coming.kind = PartKind::Scheduled;
                coming.scheduled = scheduled;
                below.push_back(std::move(coming));
            }
        return below;
    }

    /// The posts of a unit that hang under a post, or at the top of the unit's tree of posts.
    void appendPosts(std::vector<ChartPart> &below, const ChartPart &part, int unit) const
    {
        if (unit < 0)
            return;
        for (const int post : m_view.postsOfUnit(unit))
            if (superior(post) == part.post) {
                ChartPart other;
                other.kind = PartKind::Post;
                other.post = post;
                other.unit = unit;
                other.level = part.level;
                below.push_back(std::move(other));
            }
    }

    /// Theo phân công: a deputy who oversees units of this parent heads them; those units leave the list.
    void appendAssignments(std::vector<ChartPart> &below, ChartPart &part, std::vector<int> &units) const
    {
        for (const int post : m_view.postsOfUnit(part.unit)) {
            if (m_view.posts()[uz(post)].state.role != PostRole::Deputy)
                continue;
            std::unordered_set<Uid> overseen;
            for (const ChartRelation &relation : m_options.relations)
                if (relation.type == RelationType::Oversees && relation.from == NodeRef(m_view.posts()[uz(post)].id))
                    overseen.insert(relation.to.uid);
            ChartPart deputy;
            std::ranges::copy_if(units, std::back_inserter(deputy.units),
                                 [&](int unit) { return overseen.contains(m_view.units()[uz(unit)].id.uid); });
            if (deputy.units.empty())
                continue;
            std::erase_if(units, [&](int unit) { return overseen.contains(m_view.units()[uz(unit)].id.uid); });
            deputy.kind = PartKind::Post;
            deputy.post = post;
            deputy.level = part.level;
            part.apart.push_back(post);
            below.push_back(std::move(deputy));
        }
    }

    [[nodiscard]] Gathering gatheringFor(BranchLayout layout) const
    {
        switch (layout) {
        case BranchLayout::Grid:
            return {PartKind::Frame, 2};
        case BranchLayout::List:
            return {PartKind::List, 2};
        case BranchLayout::Count:
            return {PartKind::Count, 1};
        case BranchLayout::Inherited:
        case BranchLayout::Assignment:
            break;
        default: // a form that was chosen for each of them
            return {};
        }
        switch (m_options.view.preset) {
        case ChartPreset::HangingRight:
        case ChartPreset::HangingBoth:
        case ChartPreset::Columns:
            return {};
        default:
            return {PartKind::Frame, layout == BranchLayout::Assignment ? 0 : m_options.view.framesFrom};
        }
    }

    [[nodiscard]] bool isGathered(int unit, int level) const
    {
        return !hasBelow(unit, level) && !isFolded(unit, level);
    }

    /// Leaf units of one block are gathered where they are many; the part stands where the first of them stood.
    void appendUnits(std::vector<ChartPart> &below, std::span<const int> units, BranchLayout layout, int level) const
    {
        const Gathering gathering = gatheringFor(layout);
        const bool counts = layout == BranchLayout::Inherited && m_options.view.countsFrom > 0;
        if (gathering.from == 0 && !counts) {
            for (const int unit : units)
                below.push_back(unitPart(unit, level));
            return;
        }
        std::map<QString, std::vector<int>> blocks;
        for (const int unit : units)
            if (isGathered(unit, level))
                blocks[blockOf(m_view.units()[uz(unit)])].push_back(unit);
        for (const int unit : units) {
            const auto block = isGathered(unit, level) ? blocks.find(blockOf(m_view.units()[uz(unit)])) : blocks.end();
            const int size = block == blocks.end() ? 0 : sizeOf(block->second);
            const bool isCount = counts && size >= m_options.view.countsFrom;
            if (!isCount && (gathering.from == 0 || size < gathering.from)) {
                below.push_back(unitPart(unit, level));
            } else if (block->second.front() == unit) {
                ChartPart part;
                part.kind = isCount ? PartKind::Count : gathering.kind;
                part.units = block->second;
                part.title =
                    part.kind == PartKind::Count ? countTitle(m_view, part.units) : frameTitle(m_view, part.units);
                below.push_back(std::move(part));
            }
        }
    }

    /// How what is below a part stands, by its mark, else by the chart's preset.
    void shape(ChartPart &part, std::vector<ChartPart> &below) const
    {
        part.hasBelow = !below.empty();
        const BranchMark *mark = markOf(nodeOf(m_view, part));
        if (mark != nullptr) {
            part.columns = mark->columns;
            part.offset = {mark->offsetX, mark->offsetY};
            if (mark->gap > 0)
                part.gap = mark->gap;
            part.isChosen = mark->layout != BranchLayout::Inherited || part.gap || !part.offset.isNull();
        }
        part.form = formOf(mark != nullptr ? mark->layout : BranchLayout::Inherited, part, below);
        if (mark == nullptr)
            return;
        for (ChartPart &child : below) {
            child.isNarrow = mark->layout == BranchLayout::Narrow;
            if (child.kind == PartKind::Frame && mark->layout == BranchLayout::Grid)
                child.columns = mark->columns;
        }
    }

    [[nodiscard]] BranchForm formOf(BranchLayout layout, const ChartPart &part,
                                    const std::vector<ChartPart> &below) const
    {
        switch (layout) {
        case BranchLayout::HangingRight:
            return BranchForm::HangingRight;
        case BranchLayout::HangingLeft:
            return BranchForm::HangingLeft;
        case BranchLayout::HangingBoth:
            return BranchForm::HangingBoth;
        case BranchLayout::Columns:
            return BranchForm::Columns;
        case BranchLayout::Inherited:
            break;
        default:
            return BranchForm::Tidy;
        }
        // By assignment the units of a deputy are a column below him or her.
        if (part.kind == PartKind::Post && !part.units.empty())
            return BranchForm::HangingRight;
        // Branches hang where nothing hangs below them in turn; what is above is spread out.
        const bool isLast = std::ranges::none_of(
            below, [this](const ChartPart &child) { return child.kind == PartKind::Unit || hasPosts(child); });
        if (!isLast)
            return BranchForm::Tidy;
        switch (m_options.view.preset) {
        case ChartPreset::HangingRight:
            return BranchForm::HangingRight;
        case ChartPreset::HangingBoth:
            return BranchForm::HangingBoth;
        case ChartPreset::Columns:
            return BranchForm::Columns;
        default:
            return BranchForm::Tidy;
        }
    }

    /// Is a part a post with something below it?
    [[nodiscard]] bool hasPosts(const ChartPart &part) const
    {
        if (part.kind != PartKind::Post)
            return false;
        const int node = m_view.nodeOfPost(part.post);
        return !part.units.empty() || (node >= 0 && m_view.nodes()[uz(node)].end > node + 1);
    }

    const OrgView &m_view;
    const ChartOptions &m_options;
    UnitFilter m_filter;
    std::map<UnitId, std::vector<int>> m_scheduled;
    std::vector<ChartPart> m_stack;
    std::vector<ChartPart> m_parts;
};

ChartScope::ChartScope(const OrgView &view, const ChartOptions &options)
    : m_reader(std::make_unique<Reader>(view, options))
{}

ChartScope::~ChartScope() = default;

std::vector<ChartPart> ChartScope::topParts() const
{
    return m_reader->topParts();
}

std::vector<ChartPart> ChartScope::below(ChartPart &part) const
{
    return m_reader->below(part);
}

std::vector<ChartPart> scopeChart(const OrgView &view, const ChartOptions &options)
{
    return ChartScope::Reader(view, options).run();
}

std::vector<int> rootsOf(const OrgView &view, const ChartOptions &options)
{
    return ChartScope::Reader(view, options).roots();
}

NodeRef nodeOf(const OrgView &view, const ChartPart &part)
{
    switch (part.kind) {
    case PartKind::Unit:
    case PartKind::Leaf:
        return view.units()[uz(part.unit)].id;
    case PartKind::Post:
        return view.posts()[uz(part.post)].id;
    default:
        return {};
    }
}

} // namespace bomay
