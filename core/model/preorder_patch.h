// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/drawn_tree.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace bomay {

// Internal to core/model.

/// Numbers a view's nodes again after its lists changed. Items whose children changed are named; everything else is
/// taken over in runs, so that the cost is that of the named items' children and of the nodes that get another number.
/// Items that went may still stand in `units` and `posts`, but in no list.
class PreorderPatch
{
public:
    PreorderPatch(const Organisation &organisation, OrgView &view);

    /// The item is new, or its children are others or stand in another order.
    void markChanged(ViewItem item);

    void run();

private:
    /// What is known of an item that is walked and not taken over whole.
    struct Mark
    {
        bool changed = false;
        std::vector<ViewItem> walkedChildren; ///< the children that are marked too, in no order
    };

    /// An item whose children are being walked.
    struct Frame
    {
        ViewItem item;
        int piece; ///< of its own node; −1 above the roots
        int depth;
        bool changed;
        std::vector<ViewItem> children; ///< all of them, or only the marked ones where nothing else changed
        std::size_t next;
        int copied; ///< where nothing changed: old nodes up to here are in the new order
        int oldEnd;
    };

    /// A piece of the new order: nodes that were neighbours before, with all below them and one parent; or one walked
    /// item's own node.
    struct Piece
    {
        ViewItem item; ///< of one node only
        int oldBegin;  ///< −1 for a new node
        int count;
        int newBegin;
        int parent; ///< new index of what the outermost nodes hang under
        int depth;  ///< of the outermost nodes
        bool isRun;
        int end; ///< of one node only

        [[nodiscard]] int oldEnd() const { return oldBegin + count; }
    };

    [[nodiscard]] static int keyOf(ViewItem item) { return item.isTop() ? -1 : item.index * 2 + (item.unit ? 0 : 1); }
    [[nodiscard]] int &nodeNumber(ViewItem item) const;
    void markPathUp(ViewItem item);

    void arrange();
    [[nodiscard]] Frame frameFor(ViewItem item, int parent, int depth);
    void addRun(int begin, int end, const Frame &above, int depth);
    /// Depth of the frame's child that is next, which stood at `oldNode` (−1 = nowhere).
    [[nodiscard]] int depthOfNext(const Frame &frame, int oldNode) const;
    [[nodiscard]] int numberOf(const Frame &frame) const
    {
        return frame.piece < 0 ? -1 : m_pieces[uz(frame.piece)].newBegin;
    }

    [[nodiscard]] std::vector<ViewItem> childrenOf(ViewItem item) const;
    [[nodiscard]] std::vector<int> postsUnder(int post) const;

    void forgetLeftOut();
    void writeBack();
    void renumber(const Piece &run) const;
    [[nodiscard]] bool staysInPlace(const Piece &piece) const;
    [[nodiscard]] bool isShifted(const Piece &piece, int shift) const;

    const Organisation &m_org;
    OrgView &m_view;
    DrawnTree m_tree;
    std::vector<ViewItem> m_changed;
    std::unordered_map<int, Mark> m_marks;
    std::vector<Piece> m_pieces;
    int m_count = 0; ///< nodes in the new order so far
};

} // namespace bomay
