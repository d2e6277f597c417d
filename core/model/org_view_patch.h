// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/preorder_patch.h"

#include <map>
#include <set>
#include <vector>

namespace bomay {

// Internal to core/model.

/// Brings a view from one organisation to another that differs in a few rows: takes what changed out of the view's
/// lists, writes the new facts, puts it back in order, numbers anew what moved. Used once. Indices of units and posts
/// hold until the last step, which closes the gaps that removed ones leave.
class OrgViewPatch
{
public:
    OrgViewPatch(const Organisation &after, OrgView &view);

    /// Finds what the touched rows concern. False: so much that a new view is cheaper; nothing was changed.
    [[nodiscard]] bool collect(std::span<const RowKey> touched);

    void run();

private:
    /// Where an item stands by relations, indices of the view; −1 = nowhere.
    struct Place
    {
        int unit = -1;
        int superior = -1;   ///< of a post that reports to another
        bool staged = false; ///< a unit without a parent that is known not to be a root

        friend bool operator==(const Place &, const Place &) = default;
    };

    /// A unit or post that may look different now.
    struct Touched
    {
        NodeRef ref;
        ViewItem item; ///< top where it neither was nor is there on the day
        bool was = false;
        bool is = false;
        bool moves = false; ///< it comes, goes, or stands in another place or order
        Place place = {};   ///< after the change
    };

    void add(NodeRef ref);
    void addThoseUnder(NodeRef ref);
    [[nodiscard]] bool existsOnDay(NodeRef ref) const;

    void makeRoom();
    void findPlaces();
    [[nodiscard]] Place presentPlace(ViewItem item) const;
    [[nodiscard]] Place nextPlace(NodeRef ref) const;
    [[nodiscard]] bool standsOtherwise(const Touched &touched) const;

    void detach();
    void writeFacts();
    void attach();
    [[nodiscard]] std::vector<int> &listOf(ViewItem item, const Place &place);
    void noteHead(int unit);
    void noteReportsFrom(int unit);

    void patchLocalities();
    void inheritLocalities(bool everywhere);
    void refreshHolders(int post);

    void removeGone();
    void removeUnit(int unit);
    void removePost(int post);

    const Organisation &m_org;
    OrgView &m_view;
    DrawnTree m_tree;
    PreorderPatch m_preorder;
    std::vector<Touched> m_touched;
    std::unordered_map<NodeRef, std::size_t> m_positions; ///< in `m_touched`
    std::vector<LocalityId> m_localities;
    std::vector<PersonId> m_persons;
    std::map<int, int> m_heads; ///< sole heads, before the change, of units whose posts change
    std::vector<ViewItem> m_changedParents;
};

} // namespace bomay
