// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/org_view_patch.h"

#include <algorithm>

namespace bomay {

namespace {

/// A patch costs several times as much for an item as a new view does; with more than this share of all items touched
/// (one in so many) a new one is made.
constexpr int kShareOfRebuild = 16;
/// So many are always patched.
constexpr int kFewItems = 16;

/// Removes an element; the last one takes its place.
template <typename Element>
void fillGap(std::vector<Element> &list, int index)
{
    if (uz(index) + 1 != list.size())
        list[uz(index)] = std::move(list.back());
    list.pop_back();
}

} // namespace

OrgViewPatch::OrgViewPatch(const Organisation &after, OrgView &view)
    : m_org(after)
    , m_view(view)
    , m_tree(view)
    , m_preorder(after, view)
{}

bool OrgViewPatch::collect(std::span<const RowKey> touched)
{
    const std::size_t most = uz(kFewItems) + (m_view.m_units.size() + m_view.m_posts.size()) / uz(kShareOfRebuild);
    if (touched.size() > most * 2) // relations count as well as their nodes
        return false;
    for (const RowKey &key : touched) {
        if (key.kind == RowKind::Unit)
            add(UnitId{key.uid});
        else if (key.kind == RowKind::Post)
            add(PostId{key.uid});
        else if (key.kind == RowKind::Person)
            m_persons.push_back({key.uid});
        else if (key.kind == RowKind::Locality)
            m_localities.push_back({key.uid});
    }
    // What comes or goes changes the place of all that relations put under it.
    for (std::size_t i = 0; i < m_touched.size() && m_touched.size() <= most; ++i)
        if (m_touched[i].was != m_touched[i].is)
            addThoseUnder(m_touched[i].ref);
    return m_touched.size() <= most;
}

void OrgViewPatch::add(NodeRef ref)
{
    if (!m_positions.try_emplace(ref, m_touched.size()).second)
        return;
    const int index = m_view.indexOf(ref);
    m_touched.push_back({ref, {ref.isUnit(), index}, index >= 0, existsOnDay(ref)});
}

void OrgViewPatch::addThoseUnder(NodeRef ref)
{
    for (const RelationId id : m_org.graph().relationsTo(ref)) {
        const Relation *relation = m_org.find(id);
        if (relation->type == RelationType::BelongsTo || relation->type == RelationType::ReportsTo)
            add(relation->from);
    }
}

bool OrgViewPatch::existsOnDay(NodeRef ref) const
{
    const auto isThere = [this](const auto *row) { return row != nullptr && stateOn(*row, m_view.m_day) != nullptr; };
    return ref.isUnit() ? isThere(m_org.find(ref.unit())) : isThere(m_org.find(ref.post()));
}

void OrgViewPatch::run()
{
    makeRoom();
    findPlaces();
    detach();
    writeFacts();
    attach();
    m_preorder.run();
    patchLocalities();
    for (const Touched &touched : m_touched)
        if (touched.is && !touched.ref.isUnit())
            refreshHolders(touched.item.index);
    for (const PersonId person : m_persons)
        for (const Appointment *appointment : m_org.naming<Appointment>(keyOf(person)))
            if (const int post = m_view.indexOf(appointment->post); post >= 0)
                refreshHolders(post);
    removeGone();
}

/// What is new gets an index, what went loses its name; its row stays until the end.
void OrgViewPatch::makeRoom()
{
    for (Touched &touched : m_touched) {
        if (touched.was && !touched.is)
            m_view.m_items.erase(touched.ref);
        if (touched.was || !touched.is)
            continue;
        if (touched.ref.isUnit()) {
            touched.item.index = sizeOf(m_view.m_units);
            m_view.m_units.emplace_back().id = touched.ref.unit();
            m_view.m_postsOfUnit.emplace_back();
            m_view.m_unitsOfUnit.emplace_back();
            m_view.m_parentUnit.push_back(-1);
            m_view.m_nodeOfUnit.push_back(-1);
        } else {
            touched.item.index = sizeOf(m_view.m_posts);
            m_view.m_posts.emplace_back().id = touched.ref.post();
            m_view.m_reportsTo.push_back(-1);
            m_view.m_nodeOfPost.push_back(-1);
        }
        m_view.m_items.emplace(touched.ref, touched.item.index);
    }
}

void OrgViewPatch::findPlaces()
{
    for (Touched &touched : m_touched) {
        if (touched.is)
            touched.place = nextPlace(touched.ref);
        touched.moves = touched.was != touched.is || (touched.is && standsOtherwise(touched));
    }
}

OrgViewPatch::Place OrgViewPatch::presentPlace(ViewItem item) const
{
    if (!item.unit)
        return {m_view.m_posts[uz(item.index)].unit, m_view.m_reportsTo[uz(item.index)]};
    const int unit = m_view.m_parentUnit[uz(item.index)];
    return {unit, -1, unit < 0 && m_view.m_nodes[uz(m_view.m_nodeOfUnit[uz(item.index)])].isStaged()};
}

OrgViewPatch::Place OrgViewPatch::nextPlace(NodeRef ref) const
{
    const auto above = [&](RelationType type) {
        const auto parent = m_org.graph().parentOn(ref, type, m_view.m_day);
        return parent ? m_view.indexOf(*parent) : -1;
    };
    if (!ref.isUnit())
        return {above(RelationType::BelongsTo), above(RelationType::ReportsTo)};
    const int unit = above(RelationType::BelongsTo);
    return {unit, -1, unit < 0 && !m_org.naming<Staged>(keyOf(ref)).empty()};
}

/// Of what is there before and after.
bool OrgViewPatch::standsOtherwise(const Touched &touched) const
{
    if (presentPlace(touched.item) != touched.place)
        return true;
    if (touched.ref.isUnit()) {
        const Unit *row = m_org.find(touched.ref.unit());
        const ViewUnit &shown = m_view.m_units[uz(touched.item.index)];
        return row->code != shown.code || stateOn(*row, m_view.m_day)->order != shown.state.order;
    }
    const PostState &next = *stateOn(*m_org.find(touched.ref.post()), m_view.m_day);
    const PostState &shown = m_view.m_posts[uz(touched.item.index)].state;
    // A head in surplus leaves another one the only head.
    return std::tie(next.role, next.tier, next.order, next.surplus) !=
           std::tie(shown.role, shown.tier, shown.order, shown.surplus);
}

std::vector<int> &OrgViewPatch::listOf(ViewItem item, const Place &place)
{
    if (item.unit) {
        if (place.unit >= 0)
            return m_view.m_unitsOfUnit[uz(place.unit)];
        return place.staged ? m_view.m_stagedUnits : m_view.m_roots;
    }
    return place.unit >= 0 ? m_view.m_postsOfUnit[uz(place.unit)] : m_view.m_loosePosts;
}

/// Takes what moves out of the lists it stands in, and remembers what it hung under.
void OrgViewPatch::detach()
{
    std::set<std::vector<int> *> unitLists;
    std::set<std::vector<int> *> postLists;
    std::vector<bool> movingUnits(m_view.m_units.size());
    std::vector<bool> movingPosts(m_view.m_posts.size());
    for (const Touched &touched : m_touched) {
        if (!touched.moves)
            continue;
        if (touched.ref.isUnit() && touched.is)
            noteReportsFrom(touched.item.index);
        if (!touched.ref.isUnit())
            noteHead(touched.place.unit);
        if (!touched.was)
            continue;
        const Place place = presentPlace(touched.item);
        if (!touched.ref.isUnit())
            noteHead(place.unit);
        m_changedParents.push_back(m_tree.parent(touched.item));
        (touched.ref.isUnit() ? movingUnits : movingPosts)[uz(touched.item.index)] = true;
        (touched.ref.isUnit() ? unitLists : postLists).insert(&listOf(touched.item, place));
    }
    for (auto *list : unitLists)
        std::erase_if(*list, [&movingUnits](int unit) { return movingUnits[uz(unit)]; });
    for (auto *list : postLists)
        std::erase_if(*list, [&movingPosts](int post) { return movingPosts[uz(post)]; });
}

/// Deputies hang under the only head of their unit: whether there is one may change with its posts.
void OrgViewPatch::noteHead(int unit)
{
    if (unit >= 0)
        m_heads.try_emplace(unit, m_tree.soleHead(unit));
}

/// Posts under one post stand in the order of their units.
void OrgViewPatch::noteReportsFrom(int unit)
{
    for (const int post : m_view.m_postsOfUnit[uz(unit)])
        if (const int superior = m_view.m_reportsTo[uz(post)]; superior >= 0)
            m_changedParents.push_back({false, superior});
}

void OrgViewPatch::writeFacts()
{
    for (const Touched &touched : m_touched) {
        if (!touched.is)
            continue;
        const std::size_t index = uz(touched.item.index);
        if (touched.ref.isUnit()) {
            const Unit *row = m_org.find(touched.ref.unit());
            m_view.m_units[index].code = row->code;
            m_view.m_units[index].state = *stateOn(*row, m_view.m_day);
            m_view.m_parentUnit[index] = touched.place.unit;
        } else {
            m_view.m_posts[index].state = *stateOn(*m_org.find(touched.ref.post()), m_view.m_day);
            m_view.m_posts[index].unit = touched.place.unit;
            m_view.m_reportsTo[index] = touched.place.superior;
        }
    }
}

/// Puts what moves into the lists it belongs to, and tells the numbering whose children changed.
void OrgViewPatch::attach()
{
    std::map<std::vector<int> *, std::ptrdiff_t> unitLists; // with their length before
    std::map<std::vector<int> *, std::ptrdiff_t> postLists;
    for (const Touched &touched : m_touched) {
        if (!touched.moves || !touched.is)
            continue;
        std::vector<int> &list = listOf(touched.item, touched.place);
        (touched.ref.isUnit() ? unitLists : postLists).try_emplace(&list, std::ssize(list));
        list.push_back(touched.item.index);
    }
    const auto mergeTail = [](std::vector<int> &list, std::ptrdiff_t before, const auto &key) {
        std::ranges::sort(list.begin() + before, list.end(), {}, key);
        std::ranges::inplace_merge(list, list.begin() + before, {}, key);
    };
    for (const auto &[list, before] : unitLists)
        mergeTail(*list, before, [this](int unit) { return m_tree.unitKey(unit); });
    for (const auto &[list, before] : postLists)
        mergeTail(*list, before, [this](int post) { return m_tree.postKey(post); });

    for (const Touched &touched : m_touched)
        if (touched.moves && touched.is)
            m_changedParents.push_back(m_tree.parent(touched.item));
    for (const auto &[unit, before] : m_heads) {
        const int now = m_tree.soleHead(unit);
        if (now == before)
            continue;
        m_changedParents.push_back({true, unit});
        for (const int head : {before, now})
            if (head >= 0)
                m_changedParents.push_back({false, head});
    }
    for (const ViewItem item : m_changedParents)
        if (item.isTop() || m_view.indexOf(m_tree.ref(item)) >= 0)
            m_preorder.markChanged(item);
}

void OrgViewPatch::patchLocalities()
{
    bool isListNew = false;
    for (const LocalityId id : m_localities) {
        const Locality *row = m_org.find(id);
        const LocalityState *state = row != nullptr ? stateOn(*row, m_view.m_day) : nullptr;
        const auto known = m_view.m_localityIndices.find(id);
        if ((state != nullptr) != (known != m_view.m_localityIndices.end())) {
            isListNew = true;
            break;
        }
        if (state == nullptr)
            continue;
        ViewLocality &locality = m_view.m_localities[uz(known->second)];
        locality = {id, row->code, *state, m_view.indexOfLocality(state->parent)};
    }
    if (isListNew)
        m_view.copyLocalities(m_org);
    inheritLocalities(isListNew);
}

/// A unit without a locality of its own has that of the nearest unit above: a change goes down to all below.
void OrgViewPatch::inheritLocalities(bool everywhere)
{
    std::vector<int> starts;
    if (everywhere) {
        starts = m_view.m_roots;
        starts.insert(starts.end(), m_view.m_stagedUnits.begin(), m_view.m_stagedUnits.end());
    } else {
        for (const Touched &touched : m_touched)
            if (touched.is && touched.ref.isUnit())
                starts.push_back(touched.item.index);
    }
    std::ranges::sort(starts, {}, [this](int unit) { return m_view.m_nodeOfUnit[uz(unit)]; });
    int done = 0;
    for (const int unit : starts) {
        const int node = m_view.m_nodeOfUnit[uz(unit)];
        if (node < done || (!everywhere && m_view.m_units[uz(unit)].locality == m_view.localityFor(unit)))
            continue;
        done = m_view.m_nodes[uz(node)].end;
        m_view.inheritLocalities(node, done);
    }
}

void OrgViewPatch::refreshHolders(int post)
{
    std::vector<const Appointment *> appointments = m_org.naming<Appointment>(keyOf(m_view.m_posts[uz(post)].id));
    std::ranges::sort(appointments, {},
                      [this](const Appointment *row) { return m_org.appointments().position(row->id); });
    auto &holders = m_view.m_posts[uz(post)].holders;
    holders.clear();
    for (const Appointment *row : appointments)
        if (const Person *person = m_org.find(row->person); person != nullptr && row->period.contains(m_view.m_day)) {
            const Portrait *portrait = m_org.portraitOf(person->id);
            holders.push_back(
                {person->id, person->name, row->kind, portrait != nullptr ? portrait->picture : Picture{}});
        }
}

/// From the back, so that what fills a gap is never gone itself.
void OrgViewPatch::removeGone()
{
    std::ranges::sort(m_touched, std::greater(), [](const Touched &touched) { return touched.item.index; });
    for (const Touched &touched : m_touched) {
        if (!touched.was || touched.is)
            continue;
        if (touched.ref.isUnit())
            removeUnit(touched.item.index);
        else
            removePost(touched.item.index);
    }
}

void OrgViewPatch::removeUnit(int unit)
{
    const int last = sizeOf(m_view.m_units) - 1;
    if (unit != last) {
        std::vector<int> &siblings = listOf({true, last}, presentPlace({true, last}));
        *std::ranges::lower_bound(siblings, m_tree.unitKey(last), {}, [this](int u) { return m_tree.unitKey(u); }) =
            unit;
        for (const int child : m_view.m_unitsOfUnit[uz(last)])
            m_view.m_parentUnit[uz(child)] = unit;
        for (const int post : m_view.m_postsOfUnit[uz(last)])
            m_view.m_posts[uz(post)].unit = unit;
        m_view.m_items[m_view.m_units[uz(last)].id] = unit;
        m_view.m_nodes[uz(m_view.m_nodeOfUnit[uz(last)])].item = unit;
    }
    fillGap(m_view.m_units, unit);
    fillGap(m_view.m_postsOfUnit, unit);
    fillGap(m_view.m_unitsOfUnit, unit);
    fillGap(m_view.m_parentUnit, unit);
    fillGap(m_view.m_nodeOfUnit, unit);
}

void OrgViewPatch::removePost(int post)
{
    const int last = sizeOf(m_view.m_posts) - 1;
    if (post != last) {
        const PostId id = m_view.m_posts[uz(last)].id;
        std::vector<int> &posts = listOf({false, last}, presentPlace({false, last}));
        *std::ranges::lower_bound(posts, m_tree.postKey(last), {}, [this](int p) { return m_tree.postKey(p); }) = post;
        for (const RelationId relation : m_org.graph().relationsTo(id)) {
            const int from = m_view.indexOf(m_org.find(relation)->from);
            if (m_org.find(relation)->type == RelationType::ReportsTo && from >= 0 &&
                m_view.m_reportsTo[uz(from)] == last)
                m_view.m_reportsTo[uz(from)] = post;
        }
        m_view.m_items[id] = post;
        if (const int node = m_view.m_nodeOfPost[uz(last)]; node >= 0)
            m_view.m_nodes[uz(node)].item = post;
    }
    fillGap(m_view.m_posts, post);
    fillGap(m_view.m_reportsTo, post);
    fillGap(m_view.m_nodeOfPost, post);
}

} // namespace bomay
