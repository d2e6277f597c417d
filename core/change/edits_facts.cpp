// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/vietnamese_text.h"
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

/// The names of the fields in which two states differ, their periods aside.
template <typename State>
std::vector<const char *> differingFields(const State &before, const State &after)
{
    std::vector<const char *> names;
    visitFields(before, [&]<typename Field>(const char *name, const Field &old) {
        visitFields(after, [&]<typename Other>(const char *other, const Other &value) {
            if constexpr (std::is_same_v<Field, Other>)
                if (std::string_view(name) == other && std::string_view(name) != "period" && !(old == value))
                    names.push_back(name);
        });
    });
    return names;
}

QString titleOf(const QString &oldName, const QString &newName, const std::vector<const char *> &fields)
{
    if (fields.size() == 1 && oldName != newName)
        return u"Đổi tên %1 thành %2"_s.arg(oldName, newName);
    QStringList labels;
    for (const char *field : fields)
        labels += fieldLabel(field);
    return u"Sửa %1: %2"_s.arg(oldName, shortList(labels));
}

/// Gives the state that is valid on the edit's day all facts of `wanted` but its period.
template <typename Entity, typename State>
Result<Change> changeFacts(const Organisation &organisation, Id<Entity> id, State wanted, const EditScope &scope)
{
    BM_TRY_VOID(checkScope(scope));
    BM_TRY_VOID(requireNode(organisation, id, dayOfEdit(scope)));
    BM_TRY(nameOf(wanted), requireName(nameOf(wanted)));
    State present = *stateOn(*organisation.find(id), dayOfEdit(scope));
    if constexpr (std::is_same_v<State, PostState>) {
        // Tiers are the deputies'; one who becomes a deputy has at least the first.
        if (wanted.role != PostRole::Deputy)
            wanted.tier = 0;
        else if (present.role != PostRole::Deputy && wanted.tier == 0)
            wanted.tier = 1;
    }
    BM_TRY_VOID(checkFacts(organisation, wanted));
    ChangeBuilder builder(organisation);
    modifyNode(builder, id, scope, [&wanted]<typename Other>(Other &state) {
        if constexpr (std::is_same_v<Other, State>) {
            const Period period = state.period;
            state = wanted;
            state.period = period;
        }
    });
    const QString title = titleOf(nameOf(present), nameOf(wanted), differingFields(present, wanted));
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

Result<Change> changeUnit(const Organisation &organisation, UnitId unit, const UnitState &state, const EditScope &scope)
{
    return changeFacts(organisation, unit, state, scope);
}

Result<Change> changePost(const Organisation &organisation, PostId post, const PostState &state, const EditScope &scope)
{
    return changeFacts(organisation, post, state, scope);
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
