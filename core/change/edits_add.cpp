// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_rank.h"
#include "core/change/edits_support.h"
#include "core/model/provisional_code.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// A unit's deputies in the order of protocol are the last in tier and rank at their end.
const ViewPost *lastDeputy(const OrgView &view, int unit)
{
    const ViewPost *last = nullptr;
    for (const int post : view.postsOfUnit(unit))
        if (view.posts()[uz(post)].state.role == PostRole::Deputy)
            last = &view.posts()[uz(post)];
    return last;
}

} // namespace

Result<Change> addUnit(const Organisation &organisation, const Destination &where, const QString &name, UnitKind kind,
                       const EditScope &scope, IdSource &ids)
{
    BM_TRY_VOID(checkScope(scope));
    UnitState state;
    BM_TRY(state.name, requireName(name));
    if (!where.parent.isNull())
        BM_TRY_VOID(requireNode(organisation, where.parent, dayOfEdit(scope)));
    const OrgView view(organisation, dayOfEdit(scope));
    BM_TRY(const RowSlot slot,
           slotBefore(organisation, siblingsUnder(view, where.parent, NodeRef::Kind::Unit), where.before));

    ChangeBuilder builder(organisation);
    state.kind = kind;
    state.period = newPeriod(scope);
    state.order = where.before ? numberRow(builder, view, slot).own : numberBehind(builder, view, slot.others);
    const QString code = provisionalCode(
        state.name, [&organisation](const QString &taken) { return !organisation.unitsWithCode(taken).isEmpty(); });
    const auto id = ids.make<UnitId>();
    builder.put(Unit{id, code, true, {state}});
    if (!where.parent.isNull())
        builder.put(Relation{ids.make<RelationId>(), RelationType::BelongsTo, id, where.parent, state.period});
    return finishChange(builder, u"Thêm "_s + state.name, scope, &ids);
}

Result<Change> addPost(const Organisation &organisation, UnitId unit, const QString &title, PostRole role, int tier,
                       const EditScope &scope, IdSource &ids)
{
    BM_TRY_VOID(checkScope(scope));
    PostState state;
    BM_TRY(state.title, requireName(title));
    if (unit.isNull())
        return fail(u"edit-post-needs-unit"_s, {{u"what"_s, state.title}});
    BM_TRY_VOID(requireNode(organisation, unit, dayOfEdit(scope)));
    if (tier < 0)
        return fail(u"edit-bad-number"_s, {{u"what"_s, state.title}});
    const OrgView view(organisation, dayOfEdit(scope));

    ChangeBuilder builder(organisation);
    state.role = role;
    if (role == PostRole::Deputy && tier == 0) {
        const ViewPost *last = lastDeputy(view, view.indexOf(unit));
        state.tier = std::max(1, last == nullptr ? 1 : last->state.tier);
    } else if (role == PostRole::Deputy) {
        state.tier = tier;
    }
    state.period = newPeriod(scope);
    state.order = numberBehind(builder, view, siblingsUnder(view, unit, NodeRef::Kind::Post));
    const auto id = ids.make<PostId>();
    builder.put(Post{id, {}, {state}});
    builder.put(Relation{ids.make<RelationId>(), RelationType::BelongsTo, id, unit, state.period});
    return finishChange(builder, u"Thêm "_s + state.title, scope, &ids);
}

QString deputyTitleFor(const Organisation &organisation, UnitId unit, Day day)
{
    const OrgView view(organisation, day);
    const int index = view.indexOf(unit);
    if (index >= 0) {
        if (const ViewPost *last = lastDeputy(view, index); last != nullptr && !last->state.title.isEmpty())
            return last->state.title;
        for (const int post : view.postsOfUnit(index))
            if (const PostState &state = view.posts()[uz(post)].state;
                state.role == PostRole::Head && !state.title.isEmpty())
                return u"Phó "_s + state.title;
    }
    return u"Cấp phó"_s;
}

} // namespace bomay
