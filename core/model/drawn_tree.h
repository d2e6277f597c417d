// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/org_view.h"

#include <tuple>

namespace bomay {

// Internal to core/model: what hangs under what in a view, and in which order.

/// A unit or post of a view by its index in `units` or `posts`; without one it stands for what is above the roots.
struct ViewItem
{
    bool unit = true;
    int index = -1;

    [[nodiscard]] bool isTop() const { return index < 0; }

    friend bool operator==(const ViewItem &, const ViewItem &) = default;
};

/// The drawn tree as the lists of a view make it, whatever its nodes say. It reads the view each time: lists may change
/// between two questions. The view must outlive it.
class DrawnTree
{
public:
    explicit DrawnTree(const OrgView &view)
        : m_view(view)
    {}

    /// Units stand by protocol rank; the code and the id decide between equals.
    [[nodiscard]] std::tuple<const int &, const QString &, const UnitId &> unitKey(int unit) const;
    /// Posts of one unit stand by role, then tier, then rank; the id decides between equals.
    [[nodiscard]] std::tuple<int, int, int, PostId> postKey(int post) const;
    /// Posts under one post may be of several units: the units' order comes first.
    [[nodiscard]] bool isBefore(int post, int otherPost) const;

    /// The only head of a unit; −1 where it has none or several. Needs the posts of the unit in order.
    [[nodiscard]] int soleHead(int unit) const;
    /// The post that a post hangs under: the one it reports to, for a deputy else the only head of its unit; −1 = none.
    [[nodiscard]] int superior(int post) const;
    /// What an item hangs under.
    [[nodiscard]] ViewItem parent(ViewItem item) const;

    [[nodiscard]] NodeRef ref(ViewItem item) const;

private:
    const OrgView &m_view;
};

} // namespace bomay
