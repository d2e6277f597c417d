// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/base/numbers.h"
#include "core/exchange/collection.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// The first of these options that is not given, as an error.
Result<> require(const CommandContext &context, std::initializer_list<QString> options)
{
    for (const QString &option : options)
        if (context.arguments.value(option).isEmpty())
            return fail(u"missing-option"_s, {{u"option"_s, option}});
    return {};
}

/// The units of these codes; without any, those directly below the roots.
Result<std::vector<UnitId>> agenciesOf(const OrgView &view, const QString &codes)
{
    std::vector<UnitId> agencies;
    QStringList wanted;
    for (const QString &code : codes.split(u',', Qt::SkipEmptyParts))
        wanted += code.trimmed();
    QStringList unknown = wanted;
    for (const ViewNode &node : view.nodes()) {
        if (!node.isUnit())
            continue;
        const int parent = view.parentUnit(node.item);
        const bool isBelowRoot = parent >= 0 && view.parentUnit(parent) < 0;
        const QString &code = view.units()[uz(node.item)].code;
        if (wanted.isEmpty() ? isBelowRoot : wanted.contains(code))
            agencies.push_back(view.units()[uz(node.item)].id);
        unknown.removeAll(code);
    }
    if (!unknown.isEmpty() || agencies.empty())
        return fail(u"no-such-unit"_s, {{u"code"_s, unknown.join(u", "_s)}});
    return agencies;
}

Result<CollectionRound> request(const CommandContext &context)
{
    const Arguments &arguments = context.arguments;
    BM_TRY_VOID(require(context, {u"-o"_s, u"--due"_s}));
    BM_TRY(const std::optional<Day> due, arguments.day(u"--due"_s));
    BM_TRY(const std::optional<Day> created, arguments.day(u"--date"_s));
    BM_TRY(const std::unique_ptr<Session> session, openDocument(context));
    BM_TRY(const std::vector<UnitId> agencies, agenciesOf(session->view(), arguments.value(u"--units"_s)));
    return sendForms(session->organisation(), session->view(), agencies,
                     arguments.value(u"--title"_s, session->organisation().info().title), *due,
                     arguments.value(u"-o"_s), created);
}

struct Collected
{
    std::vector<FormReturn> forms;
    QStringList strangers;
};

Result<Collected> collect(const CommandContext &context)
{
    BM_TRY_VOID(require(context, {u"--round"_s}));
    BM_TRY(const std::optional<Day> asOf, context.arguments.day(u"--as-of"_s));
    BM_TRY(const std::unique_ptr<Session> session, openDocument(context));
    const QString path = context.arguments.value(u"--round"_s);
    BM_TRY(const CollectionRound round, loadRound(path));
    const QString given = context.arguments.value(u"--from"_s);
    Collected collected;
    collected.forms =
        lookAtReturns(round, given.isEmpty() ? returnsFolderOf(path) : given, session->organisation(), session->ids(),
                      asOf.value_or(Day::fromDate(QDate::currentDate())), &collected.strangers);
    return collected;
}

QJsonObject toJson(const Collected &collected)
{
    QJsonArray forms;
    QMap<QString, int> counts;
    for (const FormReturn &form : collected.forms) {
        ++counts[returnStateCode(form.state)];
        forms.append(QJsonObject{{u"code"_s, form.agency.code},
                                 {u"name"_s, form.agency.name},
                                 {u"state"_s, returnStateCode(form.state)},
                                 {u"file"_s, form.path},
                                 {u"changes"_s, form.changes},
                                 {u"left_out"_s, form.leftOut}});
    }
    QJsonObject summary;
    for (const auto &[state, count] : counts.asKeyValueRange())
        summary.insert(state, count);
    return {{u"forms"_s, forms},
            {u"strangers"_s, QJsonArray::fromStringList(collected.strangers)},
            {u"summary"_s, summary}};
}

} // namespace

ExitCode runRequest(const CommandContext &context)
{
    const auto round = request(context);
    if (!round)
        return context.refuse(round.error());
    context.out << context.messages.text({u"forms-sent"_s,
                                          {{u"count"_s, QString::number(round->agencies.size())},
                                           {u"folder"_s, context.arguments.value(u"-o"_s)}}},
                                         context.language)
                << '\n';
    return ExitCode::Done;
}

ExitCode runCollect(const CommandContext &context)
{
    const auto collected = collect(context);
    if (!collected)
        return context.refuse(collected.error());
    const bool isComplete = std::ranges::none_of(collected->forms, [](const FormReturn &form) {
        return form.state == ReturnState::Overdue || form.state == ReturnState::Unreadable;
    });
    if (context.arguments.has(u"--json"_s)) {
        context.out << QString::fromUtf8(QJsonDocument(toJson(*collected)).toJson());
        return isComplete ? ExitCode::Done : ExitCode::Findings;
    }
    for (const FormReturn &form : collected->forms) {
        context.out << context.messages.text({u"form-"_s + returnStateCode(form.state),
                                              {{u"name"_s, form.agency.name},
                                               {u"changes"_s, QString::number(form.changes)},
                                               {u"left_out"_s, QString::number(form.leftOut)}}},
                                             context.language)
                    << '\n';
        if (form.state == ReturnState::Unreadable)
            context.out << "  " << context.messages.describe(form.fault, context.language) << '\n';
    }
    for (const QString &file : collected->strangers)
        context.out << context.messages.text({u"form-stranger"_s, {{u"file"_s, file}}}, context.language) << '\n';
    return isComplete ? ExitCode::Done : ExitCode::Findings;
}

} // namespace bomay
