// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_office_word.h"

#include "core/change/change_builder.h"
#include "core/change/edits_support.h"

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

/// Takes away the rows that the new one replaces.
template <typename Entity, typename Field>
void removeSame(const Organisation &organisation, const Entity &entity, Field field, ChangeBuilder &builder)
{
    for (const Entity &row : organisation.table<Entity>())
        if (row.*field == entity.*field)
            builder.remove(keyOf(row.id));
}

/// One line without a stop at its end, so that reports can put it into theirs.
QString sentenceOf(const QString &typed)
{
    QString text = typed.simplified();
    while (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

} // namespace

Result<Change> waiveFinding(const Organisation &organisation, Waiver waiver, IdSource &ids)
{
    waiver.reason = sentenceOf(waiver.reason);
    waiver.basis = sentenceOf(waiver.basis);
    waiver.author = waiver.author.simplified();
    if (waiver.reason.isEmpty())
        return fail(u"edit-empty-reason"_s);
    waiver.id = ids.make<WaiverId>();
    ChangeBuilder builder(organisation);
    removeSame(organisation, waiver, &Waiver::fingerprint, builder);
    builder.put(waiver);
    return finishChange(builder, u"Giải trình nội dung rà soát: %1"_s.arg(waiver.subject), {}, &ids);
}

Result<Change> removeWaiver(const Organisation &organisation, WaiverId id)
{
    const Waiver *waiver = organisation.find(id);
    if (waiver == nullptr)
        return fail(u"edit-no-waiver"_s);
    ChangeBuilder builder(organisation);
    builder.remove(keyOf(id));
    return finishChange(builder, u"Bỏ giải trình: %1"_s.arg(waiver->subject), {}, nullptr);
}

Result<Change> confirmRule(const Organisation &organisation, Confirmation confirmation, IdSource &ids)
{
    confirmation.basis = sentenceOf(confirmation.basis);
    confirmation.author = confirmation.author.simplified();
    if (confirmation.basis.isEmpty())
        return fail(u"edit-empty-basis"_s);
    confirmation.id = ids.make<ConfirmationId>();
    ChangeBuilder builder(organisation);
    removeSame(organisation, confirmation, &Confirmation::rule, builder);
    builder.put(confirmation);
    return finishChange(builder, u"Đã đối chiếu quy định %1"_s.arg(confirmation.rule), {}, &ids);
}

Result<Change> switchRule(const Organisation &organisation, RuleSwitch ruleSwitch, bool isOnByItself, IdSource &ids)
{
    ruleSwitch.id = ids.make<RuleSwitchId>();
    ChangeBuilder builder(organisation);
    removeSame(organisation, ruleSwitch, &RuleSwitch::rule, builder);
    if (ruleSwitch.isOn != isOnByItself)
        builder.put(ruleSwitch);
    const QString what = ruleSwitch.isOn ? u"Bật quy định %1"_s : u"Tắt quy định %1"_s;
    return finishChange(builder, what.arg(ruleSwitch.rule), {}, &ids);
}

Result<Change> removeConfirmation(const Organisation &organisation, ConfirmationId id)
{
    const Confirmation *confirmation = organisation.find(id);
    if (confirmation == nullptr)
        return fail(u"edit-no-confirmation"_s);
    ChangeBuilder builder(organisation);
    builder.remove(keyOf(id));
    return finishChange(builder, u"Bỏ đối chiếu quy định %1"_s.arg(confirmation->rule), {}, nullptr);
}

} // namespace bomay
