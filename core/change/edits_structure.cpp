// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_structure.h"

#include "core/change/change_chain.h"
#include "core/change/edits_move.h"
#include "core/change/edits_rank.h"
#include "core/change/edits_support.h"

#include <algorithm>
#include <unordered_set>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// The unit or post that a change adds.
template <typename Entity>
Id<Entity> addedBy(const Change &change)
{
    for (const RowImage &image : change.images)
        if (!image.before && image.key.kind == kRowKindOf<Entity>)
            return Id<Entity>{image.key.uid};
    return {};
}

std::vector<NodeRef> siblingsOf(const OrgView &view, NodeRef node)
{
    return siblingsUnder(view, unitAbove(view, node), node.kind);
}

QString titleOf(const QString &verb, const Organisation &organisation, std::span<const NodeRef> nodes, Day day)
{
    return verb + (nodes.size() == 1 ? nameOn(organisation, nodes.front(), day) : u"%1 mục"_s.arg(nodes.size()));
}

/// Another tier for every deputy that can have it; the others stay.
Result<Change> shiftTiers(const Organisation &organisation, std::span<const NodeRef> nodes, int by,
                          const EditScope &scope, IdSource &ids)
{
    const OrgView view(organisation, dayOfEdit(scope));
    ChangeBuilder builder(organisation);
    for (const NodeRef node : nodes) {
        const PostState &post = view.posts()[uz(view.indexOf(node))].state;
        if (post.role != PostRole::Deputy || post.tier + by < 1)
            continue;
        const int order = orderBehindPeers(builder, organisation, node.post(), {post.role, post.tier + by}, scope);
        modifyNode(builder, node, scope, [&]<typename State>(State &state) {
            if constexpr (requires { state.tier; }) {
                state.tier += by;
                state.order = order;
            }
        });
    }
    return finishChange(builder, titleOf(u"Đổi bậc "_s, organisation, nodes, view.day()), scope, &ids);
}

/// The units among the upper of some nodes, or the posts where there is no unit.
std::vector<NodeRef> levelNodes(const OrgView &view, std::span<const NodeRef> nodes)
{
    std::vector<NodeRef> top = topmost(view, nodes);
    if (std::ranges::any_of(top, &NodeRef::isUnit))
        std::erase_if(top, [](NodeRef node) { return !node.isUnit(); });
    return top;
}

/// `together` as in `moveInView`.
Result<> moveInChain(ChangeChain &chain, NodeRef node, const Destination &where, const EditScope &scope, IdSource &ids,
                     std::span<const NodeRef> together = {})
{
    const OrgView &view = chain.viewOn(dayOfEdit(scope));
    return chain.add(moveInView(chain.organisation(), view, node, where, scope, ids, together));
}

Result<> moveBelow(ChangeChain &chain, UnitId unit, const Destination &where, const EditScope &scope, IdSource &ids)
{
    for (const NodeRef below : siblingsUnder(chain.viewOn(dayOfEdit(scope)), unit, NodeRef::Kind::Unit))
        BM_TRY_VOID(moveInChain(chain, below, where, scope, ids));
    return {};
}

} // namespace

std::vector<NodeRef> topmost(const OrgView &view, std::span<const NodeRef> nodes)
{
    const std::unordered_set<NodeRef> asked(nodes.begin(), nodes.end());
    std::vector<int> places;
    for (const NodeRef node : asked) {
        UnitId above = unitAbove(view, node);
        while (!above.isNull() && !asked.contains(above))
            above = unitAbove(view, above);
        if (const int place = view.nodeOf(node); above.isNull() && place >= 0)
            places.push_back(place);
    }
    std::ranges::sort(places);
    std::vector<NodeRef> top;
    for (const int place : places)
        top.push_back(view.nodes()[uz(place)].ref);
    return top;
}

std::optional<NodeRef> nextSibling(const OrgView &view, NodeRef node)
{
    const std::vector<NodeRef> row = siblingsOf(view, node);
    const auto self = std::ranges::find(row, node);
    return self == row.end() || self + 1 == row.end() ? std::nullopt : std::optional(*(self + 1));
}

std::optional<NodeRef> previousSibling(const OrgView &view, NodeRef node)
{
    const std::vector<NodeRef> row = siblingsOf(view, node);
    const auto self = std::ranges::find(row, node);
    return self == row.end() || self == row.begin() ? std::nullopt : std::optional(*(self - 1));
}

UnitId unitAbove(const OrgView &view, NodeRef node)
{
    const int item = view.indexOf(node);
    if (item < 0)
        return {};
    const int unit = node.isUnit() ? view.parentUnit(item) : view.posts()[uz(item)].unit;
    return unit < 0 ? UnitId{} : view.units()[uz(unit)].id;
}

Result<Change> addPostBeside(const Organisation &organisation, PostId sibling, Side side, const QString &title,
                             const EditScope &scope, IdSource &ids)
{
    BM_TRY_VOID(checkScope(scope));
    BM_TRY_VOID(requireNode(organisation, sibling, dayOfEdit(scope)));
    const OrgView view(organisation, dayOfEdit(scope));
    const PostState &state = view.posts()[uz(view.indexOf(sibling))].state;
    const UnitId unit = unitAbove(view, sibling);
    ChangeChain chain(organisation);
    BM_TRY(const Change added, addPost(organisation, unit, title, state.role, state.tier, scope, ids));
    const PostId post = addedBy<Post>(added);
    const QString changeTitle = u"Thêm "_s + title;
    BM_TRY_VOID(chain.add(added));
    const std::optional<NodeRef> before = side == Side::Before ? NodeRef(sibling) : nextSibling(view, sibling);
    BM_TRY_VOID(moveInChain(chain, post, {unit, before}, scope, ids));
    return chain.finish(changeTitle, scope, ids);
}

Result<Change> addUnitAbove(const Organisation &organisation, UnitId unit, const QString &name, const EditScope &scope,
                            IdSource &ids)
{
    BM_TRY_VOID(checkScope(scope));
    BM_TRY_VOID(requireNode(organisation, unit, dayOfEdit(scope)));
    const OrgView view(organisation, dayOfEdit(scope));
    ChangeChain chain(organisation);
    BM_TRY(const Change added,
           addUnit(organisation, {unitAbove(view, unit), NodeRef(unit)}, name, UnitKind::Unknown, scope, ids));
    const UnitId above = addedBy<Unit>(added);
    BM_TRY_VOID(chain.add(added));
    BM_TRY_VOID(moveInChain(chain, unit, {above, {}}, scope, ids));
    return chain.finish(u"Thêm %1 trên %2"_s.arg(name, nameOn(organisation, unit, dayOfEdit(scope))), scope, ids);
}

Result<Change> removeAlone(const Organisation &organisation, std::span<const NodeRef> nodes, const EditScope &scope,
                           IdSource &ids)
{
    BM_TRY_VOID(checkScope(scope));
    ChangeChain chain(organisation);
    for (const NodeRef node : nodes) {
        BM_TRY_VOID(requireNode(organisation, node, dayOfEdit(scope)));
        const OrgView &view = chain.viewOn(dayOfEdit(scope));
        if (view.indexOf(node) < 0)
            continue; // a post that went with its unit
        if (node.isUnit())
            BM_TRY_VOID(moveBelow(chain, node.unit(), {unitAbove(view, node), node}, scope, ids));
        BM_TRY_VOID(chain.add(removeNodes(chain.organisation(), {&node, 1}, scope)));
    }
    return chain.finish(titleOf(u"Xóa riêng "_s, organisation, nodes, dayOfEdit(scope)), scope, ids);
}

Result<Change> removeLeavingTo(const Organisation &organisation, UnitId unit, UnitId heir, const EditScope &scope,
                               IdSource &ids)
{
    BM_TRY_VOID(checkScope(scope));
    BM_TRY_VOID(requireNode(organisation, unit, dayOfEdit(scope)));
    ChangeChain chain(organisation);
    BM_TRY_VOID(moveBelow(chain, unit, {heir, {}}, scope, ids));
    const NodeRef node = unit;
    BM_TRY_VOID(chain.add(removeNodes(chain.organisation(), {&node, 1}, scope)));
    return chain.finish(u"Xóa riêng "_s + nameOn(organisation, unit, dayOfEdit(scope)), scope, ids);
}

Result<Change> moveNodes(const Organisation &organisation, std::span<const NodeRef> nodes, const Destination &where,
                         const EditScope &scope, IdSource &ids)
{
    const OrgView view(organisation, dayOfEdit(scope));
    const std::vector<NodeRef> moved = topmost(view, nodes);
    if (moved.empty())
        return fail(u"edit-no-change"_s);
    if (moved.size() == 1)
        return move(organisation, moved.front(), where, scope, ids);
    Destination place = where;
    while (place.before && std::ranges::find(moved, *place.before) != moved.end())
        place.before = nextSibling(view, *place.before);
    ChangeChain chain(organisation);
    for (const NodeRef node : moved)
        BM_TRY_VOID(moveInChain(chain, node, place, scope, ids, moved));
    return chain.finish(titleOf(u"Chuyển "_s, organisation, moved, dayOfEdit(scope)), scope, ids);
}

Result<Change> movePostsAs(const Organisation &organisation, std::span<const NodeRef> nodes, UnitId unit, PostRole role,
                           const EditScope &scope, IdSource &ids)
{
    BM_TRY_VOID(checkScope(scope));
    std::vector<NodeRef> posts(nodes.begin(), nodes.end());
    std::erase_if(posts, &NodeRef::isUnit);
    if (posts.empty())
        return fail(u"edit-no-change"_s);
    ChangeChain chain(organisation);
    for (const NodeRef post : posts) {
        BM_TRY_VOID(moveInChain(chain, post, {unit, {}}, scope, ids, posts));
        const OrgView &view = chain.viewOn(dayOfEdit(scope));
        const PostState &shown = view.posts()[uz(view.indexOf(post))].state;
        PostState wanted = shown;
        wanted.role = role;
        wanted.tier = role == PostRole::Deputy ? std::max(1, wanted.tier) : 0;
        BM_TRY_VOID(chain.add(changePost(chain.organisation(), post.post(), {shown, wanted}, scope)));
    }
    return chain.finish(titleOf(role == PostRole::Deputy ? u"Đặt làm cấp phó: "_s : u"Đặt làm trợ lý: "_s, organisation,
                                posts, dayOfEdit(scope)),
                        scope, ids);
}

Result<Change> moveInRank(const Organisation &organisation, std::span<const NodeRef> nodes, int by,
                          const EditScope &scope, IdSource &ids)
{
    BM_TRY_VOID(checkScope(scope));
    const OrgView view(organisation, dayOfEdit(scope));
    const std::vector<NodeRef> moved = topmost(view, nodes);
    if (moved.size() == 1)
        return moveInRank(organisation, moved.front(), by, scope, ids);
    const auto isOfRow = [&](NodeRef node) {
        return node.kind == moved.front().kind && unitAbove(view, node) == unitAbove(view, moved.front());
    };
    const std::optional<NodeRef> passed = moved.empty() || !std::ranges::all_of(moved, isOfRow) ? std::nullopt
                                          : by < 0 ? previousSibling(view, moved.front())
                                                   : nextSibling(view, moved.back());
    if (!passed)
        return fail(u"edit-no-change"_s);
    return moveNodes(organisation, moved,
                     {unitAbove(view, moved.front()), by < 0 ? passed : nextSibling(view, *passed)}, scope, ids);
}

Result<Change> promote(const Organisation &organisation, std::span<const NodeRef> nodes, const EditScope &scope,
                       IdSource &ids)
{
    BM_TRY_VOID(checkScope(scope));
    const OrgView view(organisation, dayOfEdit(scope));
    const std::vector<NodeRef> moved = levelNodes(view, nodes);
    if (moved.empty())
        return fail(u"edit-no-change"_s);
    if (!moved.front().isUnit())
        return shiftTiers(organisation, moved, -1, scope, ids);
    const UnitId above = unitAbove(view, moved.front());
    if (above.isNull())
        return fail(u"edit-no-change"_s);
    return moveNodes(organisation, moved, {unitAbove(view, above), nextSibling(view, above)}, scope, ids);
}

Result<Change> demote(const Organisation &organisation, std::span<const NodeRef> nodes, const EditScope &scope,
                      IdSource &ids)
{
    BM_TRY_VOID(checkScope(scope));
    const OrgView view(organisation, dayOfEdit(scope));
    const std::vector<NodeRef> moved = levelNodes(view, nodes);
    if (moved.empty())
        return fail(u"edit-no-change"_s);
    if (!moved.front().isUnit())
        return shiftTiers(organisation, moved, 1, scope, ids);
    const std::optional<NodeRef> sibling = previousSibling(view, moved.front());
    if (!sibling)
        return fail(u"edit-no-change"_s);
    return moveNodes(organisation, moved, {sibling->unit(), {}}, scope, ids);
}

Result<Change> changeKind(const Organisation &organisation, std::span<const NodeRef> nodes, UnitKind kind,
                          const EditScope &scope, IdSource &ids)
{
    BM_TRY_VOID(checkScope(scope));
    std::vector<NodeRef> units(nodes.begin(), nodes.end());
    std::erase_if(units, [](NodeRef node) { return !node.isUnit(); });
    if (units.empty())
        return fail(u"edit-no-change"_s);
    ChangeBuilder builder(organisation);
    for (const NodeRef unit : units) {
        BM_TRY_VOID(requireNode(organisation, unit, dayOfEdit(scope)));
        modifyNode(builder, unit, scope, [kind]<typename State>(State &state) {
            if constexpr (requires { state.kind; })
                state.kind = kind;
        });
    }
    return finishChange(builder, titleOf(u"Đổi loại hình "_s, organisation, units, dayOfEdit(scope)), scope, &ids);
}

} // namespace bomay
