// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_rank.h"

#include "core/change/edits_support.h"
#include "core/model/row_names.h"

#include <algorithm>
#include <limits>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

void setOrder(ChangeBuilder &builder, const OrgView &view, NodeRef node, int order)
{
    if (orderOf(view, node) != order)
        modifyNode(builder, node, {EditMode::Correct, view.day(), {}}, [order](auto &state) { state.order = order; });
}

} // namespace

std::vector<NodeRef> siblingsUnder(const OrgView &view, UnitId parent, NodeRef::Kind kind)
{
    std::vector<NodeRef> siblings;
    if (parent.isNull()) {
        for (const ViewNode &node : view.nodes())
            if (kind == NodeRef::Kind::Unit && node.isUnit() && node.parent < 0 && !node.isStaged())
                siblings.push_back(node.ref);
        return siblings;
    }
    const int unit = view.indexOf(parent);
    BM_CHECK(unit >= 0, return siblings);
    if (kind == NodeRef::Kind::Unit)
        for (const int sibling : view.unitsOfUnit(unit))
            siblings.emplace_back(view.units()[uz(sibling)].id);
    else
        for (const int sibling : view.postsOfUnit(unit))
            siblings.emplace_back(view.posts()[uz(sibling)].id);
    return siblings;
}

Result<RowSlot> slotBefore(const Organisation &organisation, std::vector<NodeRef> others,
                           const std::optional<NodeRef> &before)
{
    RowSlot slot{std::move(others), 0};
    const auto found = before ? std::ranges::find(slot.others, *before) : slot.others.end();
    if (before && found == slot.others.end())
        return fail(u"edit-not-a-sibling"_s, {{u"what"_s, describeNode(organisation, *before)}});
    slot.index = static_cast<int>(found - slot.others.begin());
    return slot;
}

int orderOf(const OrgView &view, NodeRef node)
{
    const int item = view.indexOf(node);
    BM_CHECK(item >= 0, return 0);
    return node.isUnit() ? view.units()[uz(item)].state.order : view.posts()[uz(item)].state.order;
}

RowNumbers numberRow(ChangeBuilder &builder, const OrgView &view, const RowSlot &slot, std::optional<int> pastIndex)
{
    RowNumbers numbers;
    int next = 1;
    for (int i = 0; i <= sizeOf(slot.others); ++i) {
        if (pastIndex == i)
            numbers.past = next++;
        if (slot.index == i)
            numbers.own = next++;
        if (i < sizeOf(slot.others))
            setOrder(builder, view, slot.others[uz(i)], next++);
    }
    return numbers;
}

int orderBehindPeers(const ChangeBuilder &builder, const Organisation &organisation, PostId post,
                     const PostClass &peers, const EditScope &scope)
{
    const Day day = dayOfEdit(scope);
    const auto stateOf = [&](PostId id) {
        const std::optional<Post> row = builder.find(id);
        const PostState *state = row ? stateOn(*row, day) : nullptr;
        return state == nullptr ? std::nullopt : std::optional(*state);
    };
    const std::optional<PostState> own = stateOf(post);
    const Relation *place = belongsToOn(organisation, post, day);
    BM_CHECK(own.has_value(), return 0);
    if (place == nullptr)
        return own->order;
    int last = own->order;
    for (const Relation &relation : relationsTo(organisation, place->to)) {
        if (relation.type != RelationType::BelongsTo || !relation.period.contains(day) || relation.from.isUnit() ||
            relation.from == NodeRef(post))
            continue;
        const std::optional<PostState> other = stateOf(relation.from.post());
        if (other && PostClass{other->role, other->tier} == peers && other->order >= last)
            last = std::min(other->order, std::numeric_limits<int>::max() - 1) + 1;
    }
    return last;
}

int numberBehind(ChangeBuilder &builder, const OrgView &view, const std::vector<NodeRef> &others)
{
    int last = 0;
    for (const NodeRef other : others)
        last = std::max(last, orderOf(view, other));
    if (last < std::numeric_limits<int>::max())
        return last + 1;
    return numberRow(builder, view, {others, sizeOf(others)}).own;
}

} // namespace bomay
