// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/vietnamese_text.h"
#include "core/change/edits_rank.h"
#include "core/change/edits_support.h"
#include "core/model/integrity.h"

#include <algorithm>
#include <string_view>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

QString &nameOf(UnitState &state)
{
    return state.name;
}

QString &nameOf(PostState &state)
{
    return state.title;
}

/// Calls `visit(name, field of a, field of b)` for each fact but the periods.
template <typename State, typename Other, typename Visit>
void visitFacts(State &a, const Other &b, Visit &&visit)
{
    std::vector<const void *> fields;
    visitFields(b, [&fields](const char * /*name*/, const auto &field) { fields.push_back(&field); });
    std::size_t next = 0;
    visitFields(a, [&]<typename Field>(const char *name, Field &field) {
        const void *other = fields[next++];
        if (std::string_view(name) != "period")
            visit(name, field, *static_cast<const std::remove_const_t<Field> *>(other));
    });
}

/// The names of the facts in which two states differ.
template <typename State>
std::vector<std::string_view> differingFields(const State &before, const State &after)
{
    std::vector<std::string_view> names;
    visitFacts(before, after, [&names](const char *name, const auto &old, const auto &value) {
        if (!(old == value))
            names.emplace_back(name);
    });
    return names;
}

QString titleOf(const QString &oldName, const QString &newName, const std::vector<std::string_view> &fields)
{
    if (fields.size() == 1 && oldName != newName)
        return u"Đổi tên %1 thành %2"_s.arg(oldName, newName);
    QStringList labels;
    for (const std::string_view field : fields)
        labels += fieldLabel(field);
    return u"Sửa %1: %2"_s.arg(oldName, shortList(labels));
}

/// Tiers are the deputies'; one who becomes a deputy has at least the first.
void fitTier(const PostState &present, PostState &next)
{
    if (next.role != PostRole::Deputy)
        next.tier = 0;
    else if (present.role != PostRole::Deputy && next.tier == 0)
        next.tier = 1;
}

template <typename Entity, typename State>
Result<Change> changeFacts(const Organisation &organisation, Id<Entity> id, const FactsEdit<State> &facts,
                           const EditScope &scope)
{
    BM_TRY_VOID(checkScope(scope));
    BM_TRY_VOID(requireNode(organisation, id, dayOfEdit(scope)));
    const State present = *stateOn(*organisation.find(id), dayOfEdit(scope));
    State next = present;
    const std::vector<std::string_view> asked = differingFields(facts.shown, facts.wanted);
    visitFacts(next, facts.wanted, [&asked](const char *name, auto &field, const auto &wanted) {
        if (std::ranges::find(asked, std::string_view(name)) != asked.end())
            field = wanted;
    });
    BM_TRY(nameOf(next), requireName(nameOf(next)));
    ChangeBuilder builder(organisation);
    if constexpr (std::is_same_v<State, PostState>) {
        fitTier(present, next);
        const PostClass peers{next.role, next.tier};
        if (peers != PostClass{present.role, present.tier} && next.order == present.order)
            next.order = orderBehindPeers(builder, organisation, id, peers, scope);
    }
    BM_TRY_VOID(checkFacts(organisation, next));
    modifyNode(builder, id, scope, [&next]<typename Other>(Other &state) {
        if constexpr (std::is_same_v<Other, State>)
            state = next;
    });
    const QString title =
        titleOf(nameOn(organisation, id, dayOfEdit(scope)), nameOf(next), differingFields(present, next));
    return finishChange(builder, title, scope, nullptr);
}

} // namespace

Result<Change> rename(const Organisation &organisation, NodeRef node, const QString &name, const EditScope &scope)
{
    BM_TRY_VOID(checkScope(scope));
    BM_TRY_VOID(requireNode(organisation, node, dayOfEdit(scope)));
    BM_TRY(const QString tidy, requireName(name));
    ChangeBuilder builder(organisation);
    modifyNode(builder, node, scope, [&tidy](auto &state) { nameOf(state) = tidy; });
    const QString title = u"Đổi tên %1 thành %2"_s.arg(nameOn(organisation, node, dayOfEdit(scope)), tidy);
    return finishChange(builder, title, scope, nullptr);
}

Result<Change> changeUnit(const Organisation &organisation, UnitId unit, const FactsEdit<UnitState> &facts,
                          const EditScope &scope)
{
    return changeFacts(organisation, unit, facts, scope);
}

Result<Change> changePost(const Organisation &organisation, PostId post, const FactsEdit<PostState> &facts,
                          const EditScope &scope)
{
    return changeFacts(organisation, post, facts, scope);
}

Result<Change> setTiers(const Organisation &organisation, std::span<const TierOf> tiers, const EditScope &scope)
{
    BM_TRY_VOID(checkScope(scope));
    ChangeBuilder builder(organisation);
    for (const TierOf &entry : tiers) {
        BM_TRY_VOID(requireNode(organisation, entry.post, dayOfEdit(scope)));
        if (entry.tier < 1)
            return fail(u"edit-bad-number"_s, {{u"what"_s, nameOn(organisation, entry.post, dayOfEdit(scope))}});
        modifyNode(builder, entry.post, scope, [&entry]<typename State>(State &state) {
            if constexpr (std::is_same_v<State, PostState>)
                state.tier = entry.tier;
        });
    }
    return finishChange(builder, u"Đánh lại thứ bậc cấp phó"_s, scope, nullptr);
}

Result<Change> changeDocumentInfo(const Organisation &organisation, const QString &title, PartialDate asOf)
{
    ChangeBuilder builder(organisation);
    const DocumentInfo info{documentInfoId(), tidyName(title), asOf};
    if (info != organisation.info())
        builder.put(info);
    return finishChange(builder, u"Sửa thông tin tài liệu"_s, {}, nullptr);
}

} // namespace bomay
