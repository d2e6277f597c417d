// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/edit_cases.h"

#include "app/bench/references.h"
#include "core/base/numbers.h"
#include "core/change/change_builder.h"
#include "core/change/transaction.h"

#include <random>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

using Timings = Result<std::pair<Timing, Timing>>;

SeededIdSource editIds()
{
    return SeededIdSource(QByteArrayLiteral("bench-edits"));
}

Change changeOf(ChangeBuilder &builder)
{
    Change change;
    change.images = builder.takeImages();
    return change;
}

/// The parents of a view's nodes, as indices.
std::vector<int> parentsOf(const OrgView &view)
{
    std::vector<int> parents;
    parents.reserve(view.nodes().size());
    for (const ViewNode &node : view.nodes())
        parents.push_back(node.parent);
    return parents;
}

/// A unit in the middle of the chart that has something under it; units are never wholly absent.
int middleUnit(const OrgView &view)
{
    const auto &nodes = view.nodes();
    for (std::size_t i = nodes.size() / 2; i < nodes.size(); ++i)
        if (nodes[i].isUnit() && nodes[i].end - static_cast<int>(i) > 8)
            return nodes[i].item;
    return nodes.front().item;
}

/// Applies a change and its inverse by turns and times how the view follows.
Timings timeViewEdit(const Organisation &organisation, const OrgView &view, const Change &change,
                     const RunBudget &budget)
{
    Organisation edited = organisation;
    OrgView following = view;
    const Change back = inverted(change);
    bool isBack = true;
    Result<> outcome;
    const Timing job = repeat(
        [&] {
            isBack = !isBack;
            const auto set = applyChange(edited, isBack ? back : change);
            if (!set) {
                if (outcome)
                    outcome = std::unexpected(set.error());
                return 0.0;
            }
            const double start = threadMilliseconds();
            following.apply(edited, set->touched());
            return threadMilliseconds() - start;
        },
        budget);
    BM_TRY_VOID(outcome);
    const std::vector<int> parents = parentsOf(view);
    return std::pair(job, measure([&] { return linkAndNumber(parents); }, budget));
}

/// The relation by which a node belongs to another.
Relation belongingOf(const Organisation &organisation, NodeRef node)
{
    for (const RelationId id : organisation.graph().relationsFrom(node))
        if (const Relation *relation = organisation.find(id); relation->type == RelationType::BelongsTo)
            return *relation;
    return {};
}

/// The rows of an organisation as images that make it, with further relations between random nodes, two for each node.
std::vector<RowImage> rowsWithRelations(const Organisation &organisation)
{
    std::vector<RowImage> images;
    std::vector<NodeRef> nodes;
    forEachRowKind([&]<typename Entity>() {
        for (const Entity &row : organisation.table<Entity>()) {
            images.push_back({keyOf(row.id), std::nullopt, row});
            if constexpr (std::is_same_v<Entity, Unit> || std::is_same_v<Entity, Post>)
                nodes.emplace_back(row.id);
        }
    });
    constexpr std::array kTypes{RelationType::Oversees, RelationType::Guides, RelationType::Coordinates};
    std::mt19937 random(1);
    SeededIdSource ids = editIds();
    for (std::size_t i = 0; i < 2 * nodes.size(); ++i) {
        const Relation relation{ids.make<RelationId>(),
                                kTypes[i % kTypes.size()],
                                nodes[random() % nodes.size()],
                                nodes[random() % nodes.size()],
                                {}};
        images.push_back({keyOf(relation.id), std::nullopt, relation});
    }
    return images;
}

/// Rows put into an empty organisation, and checked. The rows leave the images.
Result<Organisation> organisationOf(std::vector<RowImage> &&images)
{
    Organisation built;
    Transaction transaction(built);
    BM_TRY_VOID(transaction.applyEdits(std::move(images)));
    BM_TRY_VOID(transaction.commit());
    return built;
}

} // namespace

Result<Organisation> withFurtherRelations(const Organisation &organisation)
{
    return organisationOf(rowsWithRelations(organisation));
}

Change renameInTheMiddle(const Organisation &organisation, const OrgView &view)
{
    ChangeBuilder builder(organisation);
    Unit unit = *organisation.find(view.units()[uz(middleUnit(view))].id);
    unit.states.front().name = u"Phòng Dân tộc và Tôn giáo"_s;
    builder.put(unit);
    return changeOf(builder);
}

Change moveInTheMiddle(const Organisation &organisation, const OrgView &view)
{
    ChangeBuilder builder(organisation);
    const int unit = middleUnit(view);
    // From the middle to the end of the root's children: what stands between gets other numbers.
    const UnitId root = view.units()[uz(view.nodes().front().item)].id;
    if (Relation relation = belongingOf(organisation, view.units()[uz(unit)].id); !relation.id.isNull()) {
        relation.to = root;
        builder.put(relation);
    }
    Unit row = *organisation.find(view.units()[uz(unit)].id);
    row.states.front().order = view.units()[uz(unit)].state.order + sizeOf(view.nodes());
    builder.put(row);
    return changeOf(builder);
}

Change addInTheMiddle(const Organisation &organisation, const OrgView &view)
{
    ChangeBuilder builder(organisation);
    SeededIdSource ids = editIds();
    const UnitId parent = view.units()[uz(middleUnit(view))].id;
    UnitState unitState;
    unitState.name = u"Phòng Dân tộc và Tôn giáo"_s;
    const Unit unit{ids.make<UnitId>(), u"DTTG"_s, false, {unitState}};
    PostState postState;
    postState.title = u"Trưởng phòng"_s;
    postState.role = PostRole::Head;
    const Post post{ids.make<PostId>(), {}, {postState}};
    builder.put(unit);
    builder.put(post);
    builder.put(Relation{ids.make<RelationId>(), RelationType::BelongsTo, unit.id, parent, {}});
    builder.put(Relation{ids.make<RelationId>(), RelationType::BelongsTo, post.id, unit.id, {}});
    return changeOf(builder);
}

Timings timeViewRename(const Organisation &organisation, const OrgView &view, const RunBudget &budget)
{
    return timeViewEdit(organisation, view, renameInTheMiddle(organisation, view), budget);
}

Timings timeViewHolder(const Organisation &organisation, const OrgView &view, const RunBudget &budget)
{
    ChangeBuilder builder(organisation);
    SeededIdSource ids = editIds();
    const Person person{ids.make<PersonId>(), {}, u"Nguyễn Thị Minh Khai"_s, {}};
    builder.put(person);
    if (!view.posts().empty())
        builder.put(Appointment{ids.make<AppointmentId>(),
                                view.posts()[view.posts().size() / 2].id,
                                person.id,
                                AppointmentKind::Full,
                                {},
                                {}});
    return timeViewEdit(organisation, view, changeOf(builder), budget);
}

Timings timeViewMove(const Organisation &organisation, const OrgView &view, const RunBudget &budget)
{
    return timeViewEdit(organisation, view, moveInTheMiddle(organisation, view), budget);
}

Timings timeViewAdd(const Organisation &organisation, const OrgView &view, const RunBudget &budget)
{
    return timeViewEdit(organisation, view, addInTheMiddle(organisation, view), budget);
}

Timings timeBuild(const Organisation &organisation, const RunBudget &budget)
{
    const std::vector<RowImage> rows = rowsWithRelations(organisation);
    Result<> outcome;
    const Timing job = repeat(
        [&] {
            std::vector<RowImage> images = rows;
            const double start = threadMilliseconds();
            const Result<Organisation> built = organisationOf(std::move(images));
            const double taken = threadMilliseconds() - start;
            if (!built)
                outcome = std::unexpected(built.error());
            return taken;
        },
        budget);
    BM_TRY_VOID(outcome);

    std::unordered_map<NodeRef, int> indices;
    std::vector<FlatEdge> edges;
    for (const RowImage &image : rows) {
        if (image.key.kind == RowKind::Unit)
            indices.emplace(UnitId{image.key.uid}, sizeOf(indices));
        else if (image.key.kind == RowKind::Post)
            indices.emplace(PostId{image.key.uid}, sizeOf(indices));
        else if (const auto *relation = std::get_if<Relation>(&*image.after))
            edges.push_back({static_cast<int>(relation->type), indices[relation->from], indices[relation->to]});
    }
    return std::pair(job, measure([&] { return FlatGraph(sizeOf(indices), edges); }, budget));
}

Timings timeMove(int n, const RunBudget &budget)
{
    SeededIdSource ids = editIds();
    Organisation organisation;
    ChangeBuilder builder(organisation);
    std::vector<UnitId> units;
    std::vector<FlatEdge> edges;
    for (int i = 0; i < n + 2; ++i) {
        UnitState state;
        state.name = u"Đơn vị %1"_s.arg(i);
        units.push_back(ids.make<UnitId>());
        builder.put(Unit{units.back(), u"DV%1"_s.arg(i), false, {state}});
        if (i == 0)
            continue;
        builder.put(Relation{ids.make<RelationId>(), RelationType::BelongsTo, units.back(), units.front(), {}});
        edges.push_back({static_cast<int>(RelationType::BelongsTo), i, 0});
    }
    BM_TRY_VOID(applyChange(organisation, changeOf(builder)));

    // The unit in the middle of the root's children goes under the last one.
    const int moving = n / 2 + 1;
    Relation relation = belongingOf(organisation, units[uz(moving)]);
    relation.to = units.back();
    ChangeBuilder move(organisation);
    move.put(relation);
    const Change there = changeOf(move);
    const Change back = inverted(there);
    bool isBack = true;
    Result<> outcome;
    const Timing job = repeat(
        [&] {
            isBack = !isBack;
            const double start = threadMilliseconds();
            const auto set = applyChange(organisation, isBack ? back : there);
            const double taken = threadMilliseconds() - start;
            if (!set)
                outcome = std::unexpected(set.error());
            return taken;
        },
        budget);
    BM_TRY_VOID(outcome);
    FlatGraph graph(n + 2, edges);
    bool isAway = false;
    const Timing reference = measure(
        [&] {
            isAway = !isAway;
            return graph.move(moving, isAway ? n + 1 : 0);
        },
        budget);
    return std::pair(job, reference);
}

} // namespace bomay
