// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/part_plan.h"

#include "core/base/numbers.h"

#include <algorithm>
#include <cstdint>

namespace bomay {

namespace {

constexpr int kNone = PartIndex::kNone;

/// What an edit does to a part.
enum class Touch : std::uint8_t { Not, Below, Itself };

class Planner
{
public:
    Planner(PartIndex &index, const ChartScope &scope, const TouchedParts &touched, bool hides)
        : m_index(index)
        , m_scope(scope)
        , m_touched(touched)
        , m_hides(hides)
        , m_touches(index.parts().size(), Touch::Not)
    {
        for (const int branch : touched.branches) {
            m_touches[uz(branch)] = Touch::Itself;
            for (int part = index[branch].parent; part >= 0 && m_touches[uz(part)] == Touch::Not;
                 part = index[part].parent)
                m_touches[uz(part)] = Touch::Below;
        }
    }

    PartPlan run()
    {
        push(m_scope.topParts(), kNone, {});
        while (!m_stack.empty()) {
            Step step = std::move(m_stack.back());
            m_stack.pop_back();
            if (step.old == kNone)
                add(std::move(step.now));
            else if (touchOf(step) == Touch::Not)
                keepBranch(step);
            else
                keepPart(step);
        }
        return std::move(m_plan);
    }

private:
    /// A part that comes next: an old one with all below it, or one that is added.
    struct Step
    {
        ChartPart now; ///< with its new parent
        int old = kNone;
        bool isWritten = false;
    };

    [[nodiscard]] Touch touchOf(const Step &step) const { return m_touches[uz(step.old)]; }

    [[nodiscard]] bool isTouched(int unit) const { return m_touched.units.contains(unit); }

    [[nodiscard]] bool hasOtherWords(const ChartPart &part) const
    {
        return (part.unit >= 0 && isTouched(part.unit)) ||
               std::ranges::any_of(part.units, [this](int unit) { return isTouched(unit); });
    }

    /// The part that draws the same, so that it can stay with what is below it; else none.
    [[nodiscard]] int oldOf(const ChartPart &now) const
    {
        int old = kNone;
        if (now.kind == PartKind::Post)
            old = m_index.ofPost(now.post);
        else if (now.unit >= 0)
            old = m_index.ofUnit(now.unit);
        else if (!now.units.empty())
            old = m_index.ofUnit(now.units.front());
        if (old == kNone)
            return kNone;
        const ChartPart &was = m_index[old];
        const bool isSame = was.kind == now.kind && was.unit == now.unit && was.units == now.units &&
                            was.title == now.title && was.isFolded == now.isFolded && was.isNarrow == now.isNarrow &&
                            (was.level == now.level || !m_hides);
        const bool isGathered = now.kind != PartKind::Post && now.unit < 0;
        return isSame && !(isGathered && (was.columns != now.columns || hasOtherWords(now))) ? old : kNone;
    }

    void push(std::vector<ChartPart> below, int parent, std::span<const int> written)
    {
        const std::size_t base = m_stack.size();
        for (std::size_t i = 0; i < below.size(); ++i) {
            Step step{std::move(below[i])};
            step.now.parent = parent;
            step.old = oldOf(step.now);
            step.isWritten = std::ranges::binary_search(written, static_cast<int>(i));
            m_stack.push_back(std::move(step));
        }
        std::reverse(m_stack.begin() + static_cast<std::ptrdiff_t>(base), m_stack.end());
    }

    /// What is at the ends of one branch is made alike: where one of them comes, goes or has other words, all are drawn
    /// anew. `old`: the part as it stood. Gives the places of those, in their order.
    [[nodiscard]] std::vector<int> leavesToWrite(int old, const ChartPart &shaped,
                                                 const std::vector<ChartPart> &below) const
    {
        std::vector<int> leaves;
        bool isSame = old != kNone && m_index[old].form == shaped.form;
        for (int i = 0; i < sizeOf(below); ++i) {
            if (below[uz(i)].kind != PartKind::Leaf)
                continue;
            leaves.push_back(i);
            const int was = oldOf(below[uz(i)]);
            isSame = isSame && was != kNone && m_index[was].parent == old && !hasOtherWords(below[uz(i)]);
        }
        if (!isSame)
            return leaves;
        int count = 0;
        for (int child = m_index.firstChild(old); child != kNone; child = m_index.nextSibling(child))
            count += m_index[child].kind == PartKind::Leaf ? 1 : 0;
        return count == sizeOf(leaves) ? std::vector<int>() : leaves;
    }

    void add(ChartPart part)
    {
        std::vector<ChartPart> below = m_scope.below(part);
        const std::vector<int> leaves = leavesToWrite(kNone, part, below);
        m_plan.parents.emplace_back(m_count, part.parent);
        const std::size_t place = m_plan.added.size();
        m_plan.added.push_back(std::move(part));
        appendRun(m_plan.runs, {place, place + 1, true});
        write();
        push(std::move(below), m_count - 1, leaves);
    }

    /// An old part in which something is touched.
    void keepPart(const Step &step)
    {
        const int old = step.old;
        const bool isOther = step.isWritten || (step.now.parent < 0) != (m_index[old].parent < 0);
        m_plan.parents.emplace_back(m_count, step.now.parent);
        appendRun(m_plan.runs, {uz(old), uz(old) + 1, false});
        if (touchOf(step) == Touch::Below) {
            const int by = step.now.level - m_index[old].level;
            m_index.moveLevels(old, old + 1, by);
            draw(old, isOther);
            std::vector<Step> below;
            for (int child = m_index.firstChild(old); child != kNone; child = m_index.nextSibling(child)) {
                ChartPart now = m_index[child];
                now.parent = m_count - 1;
                now.level += by;
                below.push_back({std::move(now), child});
            }
            std::ranges::move(below.rbegin(), below.rend(), std::back_inserter(m_stack));
            return;
        }
        ChartPart shaped = step.now;
        std::vector<ChartPart> below = m_scope.below(shaped);
        const std::vector<int> leaves = leavesToWrite(old, shaped, below);
        const ChartPart &was = m_index[old];
        const bool isReshaped = shaped.apart != was.apart || shaped.hasBelow != was.hasBelow || hasOtherWords(shaped);
        shaped.parent = was.parent; // until all are in their order
        m_index.reshape(old, std::move(shaped));
        draw(old, isOther || isReshaped);
        push(std::move(below), m_count - 1, leaves);
    }

    void keepBranch(const Step &step)
    {
        const int old = step.old;
        const int end = m_index.end(old);
        const bool isOther = step.isWritten || (step.now.parent < 0) != (m_index[old].parent < 0);
        m_index.moveLevels(old, end, step.now.level - m_index[old].level);
        m_plan.parents.emplace_back(m_count, step.now.parent);
        appendRun(m_plan.runs, {uz(old), uz(end), false});
        draw(old, isOther);
        appendRun(m_plan.pieces, {uz(old) + 1, uz(end), false});
        m_count += end - old - 1;
    }

    void draw(int old, bool isWritten)
    {
        if (isWritten) {
            write();
        } else {
            appendRun(m_plan.pieces, {uz(old), uz(old) + 1, false});
            ++m_count;
        }
    }

    void write()
    {
        const std::size_t place = m_plan.written.size();
        appendRun(m_plan.pieces, {place, place + 1, true});
        m_plan.written.push_back(m_count++);
    }

    PartIndex &m_index;
    const ChartScope &m_scope;
    const TouchedParts &m_touched;
    bool m_hides;
    std::vector<Touch> m_touches; ///< by old part
    std::vector<Step> m_stack;
    PartPlan m_plan;
    int m_count = 0; ///< parts in the new order so far
};

} // namespace

PartPlan planParts(PartIndex &index, const ChartScope &scope, const TouchedParts &touched, bool hides)
{
    return Planner(index, scope, touched, hides).run();
}

} // namespace bomay
