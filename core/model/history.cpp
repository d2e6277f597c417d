// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/history.h"

#include "core/base/result.h"
#include "core/model/dated_lookup.h"
#include "core/model/lineage.h"
#include "core/model/row_names.h"

#include <algorithm>
#include <set>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

BilingualText sameInBoth(const QString &name)
{
    return {name, name};
}

/// The words of a value; none for one that means "not given".
template <typename Enum>
BilingualText wordsOf(Enum value)
{
    const Term<Enum> &term = termOf(value);
    return term.code.empty() ? BilingualText{} : BilingualText{toQString(term.vi), toQString(term.en)};
}

/// The first day without, as precise as the last day with was written.
PartialDate dateAfter(PartialDate last)
{
    return last.day == 0 ? last : PartialDate::fromDay(dayAfter(last.lastDay()));
}

/// Tells the history of one unit or locality.
template <typename Entity>
class Teller
{
public:
    Teller(const Organisation &organisation, const Entity &entity)
        : m_org(organisation)
        , m_entity(entity)
    {}

    std::vector<HistoryEvent> tell()
    {
        tellStates();
        tellPlaces();
        for (const auto &step : predecessorsOf(m_org, m_entity.id))
            tellStep(HistoryEventKind::TookOver, step, step.predecessor);
        for (const auto &step : successorsOf(m_org, m_entity.id))
            tellStep(HistoryEventKind::HandedOver, step, step.successor);
        lendDocuments();
        std::ranges::stable_sort(m_events, {}, [](const HistoryEvent &e) { return std::pair(e.day, e.kind); });
        return std::move(m_events);
    }

private:
    HistoryEvent &add(HistoryEventKind kind, Day day, PartialDate date)
    {
        HistoryEvent event;
        event.kind = kind;
        event.day = day;
        event.date = date;
        event.name = nameNear(m_entity.id, day);
        m_events.push_back(std::move(event));
        return m_events.back();
    }

    void addChange(HistoryEventKind kind, const Period &period, const BilingualText &before, const BilingualText &after)
    {
        HistoryEvent &event = add(kind, period.firstDay(), period.from);
        event.before = before;
        event.after = after;
        event.document = basisFrom(m_entity, event.day);
    }

    [[nodiscard]] QString nameNear(Id<Entity> id, Day day) const
    {
        const Entity *entity = m_org.find(id);
        const auto *state = entity != nullptr ? stateNear(*entity, day) : nullptr;
        return state != nullptr ? state->name : QString();
    }

    [[nodiscard]] BilingualText parentName(Id<Entity> parent, Day day) const
    {
        return parent.isNull() ? BilingualText{} : sameInBoth(nameNear(parent, day));
    }

    /// The legal basis that a unit has from a day on and had not before: what decided on that day's change.
    [[nodiscard]] static QString basisFrom(const Entity &entity, Day day)
    {
        if constexpr (std::is_same_v<Entity, Unit>) {
            QString before;
            for (const UnitState &state : entity.states) {
                if (state.period.firstDay() == day)
                    return state.legalBasis == before ? QString() : state.legalBasis;
                before = state.legalBasis;
            }
        }
        return {};
    }

    void tellStates()
    {
        const auto &states = m_entity.states;
        if (states.empty())
            return;
        const auto begin = [this](HistoryEventKind kind, const auto &state) {
            addChange(kind, state.period, {}, sameInBoth(state.name));
        };
        const auto end = [this](const auto &state) {
            add(HistoryEventKind::Ended, dayAfter(state.period.lastDay()), dateAfter(state.period.to));
        };
        begin(HistoryEventKind::Founded, states.front());
        for (std::size_t i = 1; i < states.size(); ++i) {
            if (dayAfter(states[i - 1].period.lastDay()) < states[i].period.firstDay()) {
                end(states[i - 1]);
                begin(HistoryEventKind::Resumed, states[i]);
            }
            tellDifference(states[i - 1], states[i]);
        }
        if (!states.back().period.to.isEmpty())
            end(states.back());
    }

    void tellDifference(const UnitState &before, const UnitState &after)
    {
        tellDifference(HistoryEventKind::Renamed, after.period, sameInBoth(before.name), sameInBoth(after.name));
        tellDifference(HistoryEventKind::Converted, after.period, wordsOf(before.kind), wordsOf(after.kind));
    }

    void tellDifference(const LocalityState &before, const LocalityState &after)
    {
        tellDifference(HistoryEventKind::Renamed, after.period, sameInBoth(before.name), sameInBoth(after.name));
        tellDifference(HistoryEventKind::Converted, after.period, wordsOf(before.type), wordsOf(after.type));
        tellDifference(HistoryEventKind::Reclassified, after.period, wordsOf(before.localityClass),
                       wordsOf(after.localityClass));
        if (before.parent != after.parent)
            tellMove(after.period, before.parent, after.parent);
    }

    void tellDifference(HistoryEventKind kind, const Period &period, const BilingualText &before,
                        const BilingualText &after)
    {
        if (before != after)
            addChange(kind, period, before, after);
    }

    void tellMove(const Period &period, Id<Entity> before, Id<Entity> after)
    {
        const Day day = period.firstDay();
        addChange(HistoryEventKind::Moved, period, parentName(before, dayBefore(day)), parentName(after, day));
        if (!after.isNull())
            m_events.back().other = keyOf(after);
    }

    /// The places of units are relations; those of localities stand in their states.
    void tellPlaces()
    {
        if constexpr (std::is_same_v<Entity, Unit>) {
            std::set<PartialDate> dates;
            for (const RelationId id : m_org.graph().relationsFrom(m_entity.id)) {
                const Relation *relation = m_org.find(id);
                BM_CHECK(relation != nullptr, continue);
                if (relation->type != RelationType::BelongsTo)
                    continue;
                if (!relation->period.from.isEmpty())
                    dates.insert(relation->period.from);
                if (!relation->period.to.isEmpty())
                    dates.insert(PartialDate::fromDay(dayAfter(relation->period.lastDay())));
            }
            std::set<Day> told; // a date can be written in two ways: 2025 and 01/01/2025
            for (const PartialDate date : dates)
                if (told.insert(date.firstDay()).second)
                    tellPlace({date, {}});
        }
    }

    void tellPlace(const Period &from)
    {
        const Day day = from.firstDay();
        const bool isThere = stateOn(m_entity, dayBefore(day)) != nullptr && stateOn(m_entity, day) != nullptr;
        const auto parentOn = [this](Day on) {
            const auto parent = m_org.graph().parentOn(m_entity.id, RelationType::BelongsTo, on);
            return parent ? parent->unit() : UnitId{};
        };
        if (const UnitId before = parentOn(dayBefore(day)), after = parentOn(day); isThere && before != after)
            tellMove(from, before, after);
    }

    void tellStep(HistoryEventKind kind, const Succession<Entity> &step, Id<Entity> other)
    {
        HistoryEvent &event = add(kind, step.day, step.date);
        event.other = keyOf(other);
        event.before = sameInBoth(nameNear(step.predecessor, dayBefore(step.day)));
        event.after = sameInBoth(nameNear(step.successor, step.day));
        event.extent = step.extent;
        if (!step.document.isNull())
            event.document = describeRow(m_org, keyOf(step.document));
        else if (const Entity *successor = m_org.find(step.successor); successor != nullptr)
            event.document = basisFrom(*successor, step.day);
    }

    /// What begins or ends on the day of a succession does so by the same document.
    void lendDocuments()
    {
        const auto isStep = [](const HistoryEvent &event) {
            return event.kind == HistoryEventKind::TookOver || event.kind == HistoryEventKind::HandedOver;
        };
        for (HistoryEvent &event : m_events) {
            if (event.kind != HistoryEventKind::Founded && event.kind != HistoryEventKind::Ended)
                continue;
            const auto step = std::ranges::find_if(m_events, [&](const HistoryEvent &other) {
                return isStep(other) && other.day == event.day && !other.document.isEmpty();
            });
            if (event.document.isEmpty() && step != m_events.end())
                event.document = step->document;
        }
    }

    const Organisation &m_org;
    const Entity &m_entity;
    std::vector<HistoryEvent> m_events;
};

QString codeOf(const HistoryEvent &event)
{
    const bool isWhole = event.extent == SuccessionExtent::Whole;
    switch (event.kind) {
    case HistoryEventKind::Founded:
        return event.date.isEmpty() ? u"history-undated-founding"_s : u"history-founded"_s;
    case HistoryEventKind::Resumed:
        return u"history-resumed"_s;
    case HistoryEventKind::TookOver:
        return isWhole ? u"history-took-over-whole"_s : u"history-took-over-part"_s;
    case HistoryEventKind::Renamed:
        return u"history-renamed"_s;
    case HistoryEventKind::Converted:
        return u"history-converted"_s;
    case HistoryEventKind::Reclassified:
        return u"history-reclassified"_s;
    case HistoryEventKind::Moved:
        return event.other.uid.isNull() ? u"history-left"_s : u"history-moved"_s;
    case HistoryEventKind::HandedOver:
        return isWhole ? u"history-handed-over-whole"_s : u"history-handed-over-part"_s;
    case HistoryEventKind::Ended:
        break;
    }
    return u"history-ended"_s;
}

} // namespace

template <typename Entity>
std::vector<HistoryEvent> historyOf(const Organisation &organisation, Id<Entity> id)
{
    const Entity *entity = organisation.find(id);
    return entity != nullptr ? Teller<Entity>(organisation, *entity).tell() : std::vector<HistoryEvent>{};
}

template std::vector<HistoryEvent> historyOf(const Organisation &, UnitId);
template std::vector<HistoryEvent> historyOf(const Organisation &, LocalityId);

Message messageOf(const HistoryEvent &event, Language language)
{
    return {codeOf(event),
            {{u"date"_s, event.date.toVietnamese()},
             {u"iso"_s, event.date.toIso()},
             {u"what"_s, event.name},
             {u"before"_s, event.before.in(language)},
             {u"after"_s, event.after.in(language)},
             {u"document"_s, event.document}}};
}

} // namespace bomay
