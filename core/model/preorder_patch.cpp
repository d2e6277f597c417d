// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/preorder_patch.h"

#include <algorithm>

namespace bomay {

PreorderPatch::PreorderPatch(const Organisation &organisation, OrgView &view)
    : m_org(organisation)
    , m_view(view)
    , m_tree(view)
{}

void PreorderPatch::markChanged(ViewItem item)
{
    m_changed.push_back(item);
}

void PreorderPatch::run()
{
    if (m_changed.empty())
        return;
    m_marks.try_emplace(keyOf({}));
    for (const ViewItem item : m_changed) {
        markPathUp(item);
        m_marks[keyOf(item)].changed = true;
    }
    arrange();
    forgetLeftOut();
    writeBack();
}

int &PreorderPatch::nodeNumber(ViewItem item) const
{
    return (item.unit ? m_view.m_nodeOfUnit : m_view.m_nodeOfPost)[uz(item.index)];
}

/// Ends at a path that is marked already; the top is.
void PreorderPatch::markPathUp(ViewItem item)
{
    bool isNew = m_marks.try_emplace(keyOf(item)).second;
    while (isNew) {
        const ViewItem above = m_tree.parent(item);
        const auto [mark, added] = m_marks.try_emplace(keyOf(above));
        mark->second.walkedChildren.push_back(item);
        item = above;
        isNew = added;
    }
}

/// Walks the marked items only; what lies between them comes in runs.
void PreorderPatch::arrange()
{
    std::vector<Frame> stack;
    stack.push_back(frameFor({}, -1, 0));
    while (!stack.empty()) {
        Frame &frame = stack.back();
        if (frame.next == frame.children.size()) {
            if (!frame.changed)
                addRun(frame.copied, frame.oldEnd, frame, depthOfNext(frame, frame.copied));
            if (frame.piece >= 0)
                m_pieces[uz(frame.piece)].end = m_count;
            stack.pop_back();
            continue;
        }
        const ViewItem child = frame.children[frame.next];
        const int old = nodeNumber(child);
        const int depth = depthOfNext(frame, old);
        ++frame.next;
        if (!frame.changed) {
            addRun(frame.copied, old, frame, depthOfNext(frame, frame.copied));
            frame.copied = m_view.m_nodes[uz(old)].end;
        }
        if (old < 0 || m_marks.contains(keyOf(child)))
            stack.push_back(frameFor(child, numberOf(frame), depth));
        else
            addRun(old, m_view.m_nodes[uz(old)].end, frame, depth);
    }
}

PreorderPatch::Frame PreorderPatch::frameFor(ViewItem item, int parent, int depth)
{
    const auto mark = m_marks.find(keyOf(item));
    const int old = item.isTop() ? -1 : nodeNumber(item);
    Frame frame{item, -1, depth, mark == m_marks.end() || mark->second.changed, {}, 0, old + 1, 0};
    frame.changed = frame.changed || (old < 0 && !item.isTop());
    if (!item.isTop()) {
        frame.piece = sizeOf(m_pieces);
        m_pieces.push_back({item, old, old < 0 ? 0 : 1, m_count++, parent, depth, false, 0});
    }
    if (frame.changed) {
        frame.children = childrenOf(item);
        return frame;
    }
    frame.children = mark->second.walkedChildren;
    std::ranges::sort(frame.children, {}, [this](ViewItem child) { return nodeNumber(child); });
    frame.oldEnd = item.isTop() ? sizeOf(m_view.m_nodes) : m_view.m_nodes[uz(old)].end;
    return frame;
}

void PreorderPatch::addRun(int begin, int end, const Frame &above, int depth)
{
    if (begin == end)
        return;
    const int parent = numberOf(above);
    // What stood under one node: a run is known by its first. Of what is staged, depth alone does not tell.
    const auto stood = [this](int node) {
        return std::pair(m_view.m_nodes[uz(node)].depth, m_view.m_nodes[uz(node)].parent);
    };
    if (!m_pieces.empty()) {
        Piece &last = m_pieces.back();
        if (last.isRun && last.oldEnd() == begin && last.parent == parent && last.depth == depth &&
            stood(last.oldBegin) == stood(begin)) {
            last.count += end - begin;
            m_count += end - begin;
            return;
        }
    }
    m_pieces.push_back({{}, begin, end - begin, m_count, parent, depth, true, 0});
    m_count += end - begin;
}

int PreorderPatch::depthOfNext(const Frame &frame, int oldNode) const
{
    if (!frame.item.isTop())
        return frame.depth == 0 ? 0 : frame.depth + 1;
    if (frame.changed)
        return frame.next < m_view.m_roots.size() ? 1 : 0;
    return oldNode < sizeOf(m_view.m_nodes) ? m_view.m_nodes[uz(oldNode)].depth : 0;
}

std::vector<ViewItem> PreorderPatch::childrenOf(ViewItem item) const
{
    std::vector<ViewItem> children;
    const auto add = [&children](bool unit, const std::vector<int> &items) {
        for (const int index : items)
            children.push_back({unit, index});
    };
    if (item.isTop()) {
        add(true, m_view.m_roots);
        add(true, m_view.m_stagedUnits);
        add(false, m_view.m_loosePosts);
    } else if (item.unit) {
        for (const int post : m_view.m_postsOfUnit[uz(item.index)])
            if (m_tree.superior(post) < 0)
                children.push_back({false, post});
        add(true, m_view.m_unitsOfUnit[uz(item.index)]);
    } else {
        add(false, postsUnder(item.index));
    }
    return children;
}

std::vector<int> PreorderPatch::postsUnder(int post) const
{
    std::vector<int> posts;
    for (const RelationId id : m_org.graph().relationsTo(m_view.m_posts[uz(post)].id)) {
        const Relation *relation = m_org.find(id);
        const int from = relation->type == RelationType::ReportsTo && relation->period.contains(m_view.m_day)
                             ? m_view.indexOf(relation->from)
                             : -1;
        if (from >= 0 && m_view.m_posts[uz(from)].unit >= 0)
            posts.push_back(from);
    }
    if (const int unit = m_view.m_posts[uz(post)].unit; unit >= 0 && m_tree.soleHead(unit) == post)
        for (const int other : m_view.m_postsOfUnit[uz(unit)])
            if (m_view.m_reportsTo[uz(other)] < 0 && m_tree.superior(other) == post)
                posts.push_back(other);
    std::ranges::sort(posts, [this](int a, int b) { return m_tree.isBefore(a, b); });
    return posts;
}

/// Old nodes that are in no piece went, or are below what reports in a circle now.
void PreorderPatch::forgetLeftOut()
{
    std::vector<std::pair<int, int>> taken;
    for (const Piece &piece : m_pieces)
        if (piece.oldBegin >= 0)
            taken.emplace_back(piece.oldBegin, piece.oldEnd());
    std::ranges::sort(taken);
    taken.emplace_back(sizeOf(m_view.m_nodes), 0);
    int node = 0;
    for (const auto &[begin, end] : taken) {
        for (; node < begin; ++node)
            nodeNumber({m_view.m_nodes[uz(node)].isUnit(), m_view.m_nodes[uz(node)].item}) = -1;
        node = end;
    }
}

/// Nodes at the front that keep their place are not touched, those at the back that all move by the same distance are
/// moved at once; only what lies between is put together beside them.
void PreorderPatch::writeBack()
{
    std::vector<ViewNode> &nodes = m_view.m_nodes;
    const int shift = m_count - sizeOf(nodes);
    const auto front = std::ranges::find_if_not(m_pieces, [this](const Piece &piece) { return staysInPlace(piece); });
    auto back = m_pieces.end();
    while (back != front && isShifted(*std::prev(back), shift))
        --back;

    std::vector<ViewNode> between;
    const int betweenBegin = front == m_pieces.end() ? m_count : front->newBegin;
    const int backBegin = back == m_pieces.end() ? m_count : back->newBegin;
    between.resize(uz(backBegin - betweenBegin));
    for (auto piece = front; piece != back; ++piece)
        if (piece->isRun)
            std::copy_n(nodes.begin() + piece->oldBegin, piece->count,
                        between.begin() + (piece->newBegin - betweenBegin));
    const auto oldBack = nodes.begin() + (backBegin - shift);
    if (shift > 0)
        nodes.insert(oldBack, uz(shift), ViewNode{});
    else
        nodes.erase(oldBack + shift, oldBack);
    std::ranges::copy(between, nodes.begin() + betweenBegin);
    for (auto piece = front; piece != m_pieces.end(); ++piece)
        if (piece->isRun)
            renumber(*piece);
    for (const Piece &piece : m_pieces) {
        if (piece.isRun)
            continue;
        nodes[uz(piece.newBegin)] = {m_tree.ref(piece.item), piece.item.index, piece.parent, piece.depth, piece.end};
        nodeNumber(piece.item) = piece.newBegin;
    }
}

bool PreorderPatch::staysInPlace(const Piece &piece) const
{
    if (piece.oldBegin != piece.newBegin)
        return false;
    const ViewNode &first = m_view.m_nodes[uz(piece.oldBegin)];
    return !piece.isRun || (first.parent == piece.parent && first.depth == piece.depth);
}

bool PreorderPatch::isShifted(const Piece &piece, int shift) const
{
    return piece.oldBegin >= 0 && piece.newBegin - piece.oldBegin == shift;
}

/// Corrects the numbers in a run that stands at its new place.
void PreorderPatch::renumber(const Piece &run) const
{
    const int shift = run.newBegin - run.oldBegin;
    ViewNode *const nodes = m_view.m_nodes.data();
    const bool keepsDepth = nodes[run.newBegin].depth == run.depth;
    if (shift == 0 && keepsDepth && nodes[run.newBegin].parent == run.parent)
        return;
    for (int number = run.newBegin; number < run.newBegin + run.count; ++number) {
        ViewNode &node = nodes[number];
        const bool isOutermost = node.parent < run.oldBegin || node.parent >= run.oldEnd();
        node.parent = isOutermost ? run.parent : node.parent + shift;
        node.end += shift;
        if (!keepsDepth) {
            const int above = isOutermost ? 0 : nodes[node.parent].depth;
            node.depth = isOutermost ? run.depth : (above == 0 ? 0 : above + 1);
        }
        (node.isUnit() ? m_view.m_nodeOfUnit : m_view.m_nodeOfPost)[uz(node.item)] = number;
    }
}

} // namespace bomay
