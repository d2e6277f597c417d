// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_difference.h"

#include "core/base/numbers.h"
#include "core/change/edits.h"
#include "core/change/transaction.h"
#include "core/model/row_names.h"

#include <QStringList>

#include <algorithm>
#include <set>
#include <unordered_set>
#include <utility>

namespace bomay {

namespace {

using Kind = ImportItem::Kind;

/// The row that an officer thinks of when another one changes: the node a relation leads up from, the post of a holder.
RowKey subjectOf(const Row &row)
{
    if (const auto *relation = std::get_if<Relation>(&row))
        return keyOf(relation->from);
    if (const auto *staged = std::get_if<Staged>(&row))
        return keyOf(staged->node);
    if (const auto *appointment = std::get_if<Appointment>(&row))
        return keyOf(appointment->post);
    if (const auto *quota = std::get_if<Quota>(&row))
        return keyOf(quota->unit);
    if (const auto *function = std::get_if<Function>(&row))
        return keyOf(function->unit);
    if (const auto *duty = std::get_if<Duty>(&row))
        return keyOf(duty->accountable);
    return keyOf(row);
}

QString nameOf(const Row &row)
{
    if (const auto *unit = std::get_if<Unit>(&row))
        return unit->states.back().name;
    if (const auto *post = std::get_if<Post>(&row))
        return post->states.back().title;
    return {};
}

std::optional<NodeRef> nodeOf(const RowKey &key)
{
    if (key.kind == RowKind::Unit)
        return UnitId{key.uid};
    if (key.kind == RowKind::Post)
        return PostId{key.uid};
    return std::nullopt;
}

std::optional<NodeRef> parentOf(const Organisation &organisation, NodeRef node)
{
    for (const RelationId id : organisation.graph().relationsFrom(node)) {
        const Relation *relation = organisation.find(id);
        if (relation->type == RelationType::BelongsTo && !relation->period.to.isEmpty())
            continue;
        if (relation->type == RelationType::BelongsTo)
            return relation->to;
    }
    return std::nullopt;
}

void addTurns(const Period &period, std::set<Day> &turns)
{
    turns.insert(period.firstDay());
    if (!period.to.isEmpty())
        turns.insert(Day{period.lastDay().julian + 1});
}

/// The days on which a row, and where it stands, may become another: its states and places begin or end.
std::set<Day> turnsOf(const Organisation &organisation, const RowKey &key)
{
    std::set<Day> turns;
    organisation.visitRow(key, [&turns](const auto &row) {
        if constexpr (requires { row.states; })
            for (const auto &state : row.states)
                addTurns(state.period, turns);
    });
    if (const auto node = nodeOf(key))
        for (const RelationId id : organisation.graph().relationsFrom(*node))
            if (const Relation *relation = organisation.find(id); relation->type == RelationType::BelongsTo)
                addTurns(relation->period, turns);
    return turns;
}

/// Has a row another state on a day than in an earlier organisation?
bool differsOn(Day day, const Row &before, const Row &after)
{
    const auto isThen = [day](const auto &state) { return state.period.contains(day); };
    return std::visit(
        [&](const auto &was) {
            if constexpr (requires { was.states; }) {
                const auto &is = std::get<std::remove_cvref_t<decltype(was)>>(after);
                const auto old = std::ranges::find_if(was.states, isThen);
                const auto now = std::ranges::find_if(is.states, isThen);
                if (old == was.states.end() || now == is.states.end())
                    return (old == was.states.end()) != (now == is.states.end());
                auto same = *now;
                same.period = old->period;
                return same != *old;
            } else {
                return false;
            }
        },
        before);
}

/// From the first to the last day on which a row, or where it stands, is another than it was; open where it always is.
Period timeOfDifference(const RowKey &key, const Organisation &before, const Organisation &after)
{
    const std::optional<Row> was = before.row(key);
    const std::optional<Row> is = after.row(key);
    if (!was || !is)
        return {};
    std::set<Day> turns = turnsOf(before, key);
    turns.merge(turnsOf(after, key));
    turns.insert(Day::earliest());
    const auto node = nodeOf(key);
    const auto placeOn = [&node](const Organisation &organisation, Day day) {
        return node ? organisation.graph().parentOn(*node, RelationType::BelongsTo, day) : std::nullopt;
    };
    Period when;
    bool isFirst = true;
    for (auto turn = turns.begin(); turn != turns.end(); ++turn) {
        if (!differsOn(*turn, *was, *is) && placeOn(before, *turn) == placeOn(after, *turn))
            continue;
        if (std::exchange(isFirst, false) && *turn != Day::earliest())
            when.from = PartialDate::fromDay(*turn);
        const auto next = std::next(turn);
        when.to = next == turns.end() ? PartialDate{} : PartialDate::fromDay(Day{next->julian - 1});
    }
    return when;
}

class DifferenceBuilder
{
public:
    DifferenceBuilder(const ImportPlan &plan, const Organisation &base, const Organisation &after)
        : m_plan(plan)
        , m_base(base)
        , m_after(after)
    {}

    std::vector<ImportItem> run()
    {
        const std::vector<RowImage> &images = m_plan.change.images;
        for (std::size_t i = 0; i < images.size(); ++i)
            if (images[i].key.kind != RowKind::Person)
                itemOf(subject(rowOf(images[i]))).images.push_back(i);
        addPersons();
        for (ImportItem &item : m_items)
            describe(item);
        addNeeds();
        addMissing();
        return std::move(m_items);
    }

private:
    /// Who takes part in a duty is told with whoever answers for it.
    [[nodiscard]] RowKey subject(const Row &row) const
    {
        const auto *participant = std::get_if<DutyParticipant>(&row);
        if (participant == nullptr)
            return subjectOf(row);
        const Duty *after = m_after.find(participant->duty);
        const Duty *duty = after != nullptr ? after : m_base.find(participant->duty);
        return duty == nullptr ? keyOf(row) : keyOf(duty->accountable);
    }

    static const Row &rowOf(const RowImage &image) { return image.after ? *image.after : *image.before; }

    ImportItem &itemOf(const RowKey &subject)
    {
        const auto [position, isNew] = m_positions.try_emplace(subject, m_items.size());
        if (isNew) {
            m_items.emplace_back();
            m_items.back().subject = subject;
        }
        return m_items[position->second];
    }

    /// A person comes with everybody's post that names it, else alone.
    void addPersons()
    {
        std::unordered_map<RowKey, std::vector<std::size_t>> users;
        const std::vector<RowImage> &images = m_plan.change.images;
        for (const RowImage &image : images)
            if (const auto *appointment = image.after ? std::get_if<Appointment>(&*image.after) : nullptr)
                users[keyOf(appointment->person)].push_back(m_positions.at(keyOf(appointment->post)));
        for (std::size_t i = 0; i < images.size(); ++i) {
            if (images[i].key.kind != RowKind::Person)
                continue;
            const auto found = users.find(images[i].key);
            if (found == users.end())
                itemOf(images[i].key).images.push_back(i);
            else
                for (const std::size_t user : found->second)
                    m_items[user].images.push_back(i);
        }
    }

    void describe(ImportItem &item)
    {
        const std::optional<NodeRef> node = nodeOf(item.subject);
        const bool isNew = !m_base.contains(item.subject);
        item.name = describeRow(isNew || m_after.contains(item.subject) ? m_after : m_base, item.subject);
        if (isNew)
            item.kind = Kind::Added;
        item.when = timeOfDifference(item.subject, m_base, m_after);
        if (item.subject.kind == RowKind::Locality)
            item.place = areaAbove(LocalityId{item.subject.uid});
        if (!node)
            return;
        const auto above = parentOf(m_after, *node);
        item.place = above ? describeNode(m_after, *above) : QString();
        if (isNew)
            return;
        const auto aboveBefore = parentOf(m_base, *node);
        const QString placeBefore = aboveBefore ? describeNode(m_base, *aboveBefore) : QString();
        const QString nameBefore = nameOf(*m_base.row(item.subject));
        const bool isMoved = above != aboveBefore;
        const bool isRenamed = nameBefore != nameOf(*m_after.row(item.subject));
        item.kind = isMoved ? Kind::Moved : isRenamed ? Kind::Renamed : Kind::Changed;
        QStringList before;
        if (isRenamed || isMoved)
            before += nameBefore;
        if (isMoved && !placeBefore.isEmpty())
            before += placeBefore;
        item.before = before.join(QStringLiteral(", "));
    }

    [[nodiscard]] QString areaAbove(LocalityId id) const
    {
        const Locality *area = m_after.find(id);
        const Locality *above = area == nullptr ? nullptr : m_after.find(area->states.back().parent);
        return above == nullptr ? QString() : above->states.back().name;
    }

    void addNeeds()
    {
        for (std::size_t i = 0; i < m_items.size(); ++i)
            for (const std::size_t image : m_items[i].images) {
                const auto &after = m_plan.change.images[image].after;
                if (!after)
                    continue;
                if (const auto *relation = std::get_if<Relation>(&*after))
                    need(i, keyOf(relation->to));
                if (const auto *unit = std::get_if<Unit>(&*after))
                    for (const UnitState &state : unit->states)
                        need(i, keyOf(state.locality));
                if (const auto *locality = std::get_if<Locality>(&*after))
                    for (const LocalityState &state : locality->states)
                        need(i, keyOf(state.parent));
                if (const auto *quota = std::get_if<Quota>(&*after))
                    need(i, keyOf(quota->document));
                if (const auto *participant = std::get_if<DutyParticipant>(&*after))
                    need(i, keyOf(participant->node));
            }
    }

    void need(std::size_t item, const RowKey &key)
    {
        const auto found = m_positions.find(key);
        if (found != m_positions.end() && found->second != item && m_items[found->second].kind == Kind::Added)
            m_items[item].needs.push_back(found->second);
    }

    /// Nodes of the document that stand directly below a unit of the file and that the file does not name. What is
    /// below them goes without saying; a file that speaks of no posts misses none.
    void addMissing()
    {
        const std::unordered_set<NodeRef> named(m_plan.named.begin(), m_plan.named.end());
        const bool speaksOfPosts = std::ranges::any_of(named, [](NodeRef node) { return !node.isUnit(); });
        const auto look = [&](NodeRef node) {
            const auto above = parentOf(m_base, node);
            if (!above || named.contains(node) || !named.contains(*above))
                return;
            ImportItem item;
            item.kind = Kind::Missing;
            item.subject = keyOf(node);
            item.name = describeNode(m_base, node);
            item.place = describeNode(m_base, *above);
            m_items.push_back(std::move(item));
        };
        for (const Unit &unit : m_base.units())
            look(unit.id);
        if (speaksOfPosts)
            for (const Post &post : m_base.posts())
                look(post.id);
    }

    const ImportPlan &m_plan;
    const Organisation &m_base;
    const Organisation &m_after;
    std::vector<ImportItem> m_items;
    std::unordered_map<RowKey, std::size_t> m_positions;
};

} // namespace

std::vector<ImportItem> differenceOf(const ImportPlan &plan, const Organisation &base)
{
    if (plan.isWhole) {
        ImportItem item;
        item.name = plan.change.title;
        for (std::size_t i = 0; i < plan.change.images.size(); ++i)
            item.images.push_back(i);
        return {std::move(item)};
    }
    BM_CHECK(plan.after, return {});
    return DifferenceBuilder(plan, base, *plan.after).run();
}

Result<Change> acceptedChange(const ImportPlan &plan, std::span<const ImportItem> items,
                              const std::vector<bool> &accepted, const Organisation &base)
{
    std::vector<bool> taken(items.size(), false);
    std::vector<std::size_t> queue;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (accepted[i])
            queue.push_back(i);
    std::vector<bool> images(plan.change.images.size(), false);
    std::vector<NodeRef> gone;
    while (!queue.empty()) {
        const std::size_t item = queue.back();
        queue.pop_back();
        if (taken[item])
            continue;
        taken[item] = true;
        queue.insert(queue.end(), items[item].needs.begin(), items[item].needs.end());
        for (const std::size_t image : items[item].images)
            images[image] = true;
        if (const auto node = nodeOf(items[item].subject); node && items[item].kind == Kind::Missing)
            gone.push_back(*node);
    }
    Change change = plan.change;
    change.images.clear();
    for (std::size_t i = 0; i < images.size(); ++i)
        if (images[i])
            change.images.push_back(plan.change.images[i]);
    if (gone.empty())
        return change;
    Organisation copy = base;
    BM_TRY_VOID(applyChange(copy, change));
    // What a file has elsewhere now has left what goes; so this is worked out on what the file makes of the document.
    BM_TRY(Change removal, removeNodes(copy, gone, {EditMode::Correct, Day::latest(), {}}));
    Change both = composed(change, removal);
    both.id = change.id;
    both.title = change.title;
    return both;
}

} // namespace bomay
