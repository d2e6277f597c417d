// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/checks.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

Day yearsAfter(Day day, int years)
{
    return Day::fromDate(day.toDate().addYears(years));
}

/// The appointments to a post by which it is fully held (acting and in-charge heads have no term).
std::vector<const Appointment *> fullAppointments(const CheckInput &input, int post)
{
    const PostId id = input.view().posts()[uz(post)].id;
    std::vector<const Appointment *> result = input.facts.history()->naming<Appointment>({RowKind::Post, id.uid});
    std::erase_if(result, [id](const Appointment *appointment) {
        return appointment->post != id || appointment->kind != AppointmentKind::Full;
    });
    return result;
}

bool isLed(PostRole role)
{
    return role == PostRole::Head || role == PostRole::Deputy;
}

/// What was found, what is open; the finding names the posts.
struct Terms
{
    std::vector<Breach> tooLong;
    bool open = false; ///< somebody's first day is not given
};

CheckOutcome outcomeOf(const CheckInput &input, const Terms &terms)
{
    if (terms.tooLong.empty() && terms.open)
        return {Verdict::CannotCheck, {}, {}, {}, {{input.unit, u"missing-appointed-from"_s}}};
    return breachesOf(terms.tooLong, input.rule.parameters.limit.tiers.front().limit);
}

/// The first day since which a person has held one of the posts without a break, up to the day; the latest that it can
/// be where a date is not given in full. Nothing where a first day is missing.
std::optional<Day> heldSince(std::vector<const Appointment *> terms, Day day)
{
    std::ranges::sort(terms, std::ranges::greater(), [](const Appointment *term) { return term->period.firstDay(); });
    std::optional<Day> since;
    for (const Appointment *term : terms) {
        // One that is still open may have been followed by another: nothing is added to its last day, which is none.
        const bool joins = since ? term->period.lastDay().julian >= since->julian - 1 : term->period.contains(day);
        if (!joins)
            continue;
        if (term->period.from.isEmpty())
            return std::nullopt;
        since = term->period.from.lastDay();
    }
    return since;
}

QString nameOf(const CheckInput &input, PersonId id)
{
    const Person *person = input.facts.history()->find(id);
    return person != nullptr ? person->name : QString();
}

CheckOutcome withoutHistory()
{
    return {.verdict = Verdict::NotApplicable, .reason = {u"rule-no-history"_s}};
}

} // namespace

CheckOutcome termAtMost(const CheckInput &input)
{
    if (input.facts.history() == nullptr)
        return withoutHistory();
    const Day day = input.view().day();
    const int years = input.rule.parameters.limit.tiers.front().limit;
    Terms terms;
    for (const int post : input.view().postsOfUnit(input.unit)) {
        const PostState &state = input.view().posts()[uz(post)].state;
        if (!isLed(state.role))
            continue;
        for (const Appointment *appointment : fullAppointments(input, post)) {
            const Period &period = appointment->period;
            if (!period.contains(day))
                continue;
            const Day end = period.to.isEmpty() ? day : period.to.firstDay();
            if (period.from.isEmpty())
                terms.open = true;
            else if (end > yearsAfter(period.from.lastDay(), years))
                terms.tooLong.push_back({state.title, identityOf(state, nameOf(input, appointment->person))});
        }
    }
    return outcomeOf(input, terms);
}

CheckOutcome tenureAtMost(const CheckInput &input)
{
    if (input.facts.history() == nullptr)
        return withoutHistory();
    const OrgView &view = input.view();
    const int years = input.rule.parameters.limit.tiers.front().limit;
    std::vector<const Appointment *> heads;
    for (const int post : view.postsOfUnit(input.unit))
        if (view.posts()[uz(post)].state.role == PostRole::Head)
            std::ranges::copy(fullAppointments(input, post), std::back_inserter(heads));
    Terms terms;
    for (const int post : view.postsOfUnit(input.unit)) {
        const ViewPost &row = view.posts()[uz(post)];
        for (const ViewHolder &holder : row.holders) {
            if (row.state.role != PostRole::Head || holder.kind != AppointmentKind::Full)
                continue;
            std::vector<const Appointment *> own;
            std::ranges::copy_if(heads, std::back_inserter(own), [&holder](const Appointment *appointment) {
                return appointment->person == holder.person;
            });
            const auto since = heldSince(own, view.day());
            terms.open = terms.open || !since;
            if (since && view.day() > yearsAfter(*since, years))
                terms.tooLong.push_back({row.state.title, identityOf(row.state, holder.name)});
        }
    }
    return outcomeOf(input, terms);
}

} // namespace bomay
