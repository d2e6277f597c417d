// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/change_reach.h"

#include <algorithm>

namespace bomay {

namespace {

/// Rows that no rule reads, and those that speak of nodes, which are touched with them (`ChangeSet::nodes`).
bool isHarmless(RowKind kind)
{
    switch (kind) {
    case RowKind::DocumentInfo:
    case RowKind::LocalitySuccession:
    case RowKind::Function:
    case RowKind::Duty:
    case RowKind::DutyParticipant:
    case RowKind::Note:
    case RowKind::Portrait:
    case RowKind::Appointment:
    case RowKind::Relation:
    case RowKind::Staged:
    case RowKind::Quota:
    case RowKind::Waiver:
    case RowKind::Confirmation:
    case RowKind::ChartView:
    case RowKind::BranchMark:
    case RowKind::ChartObject:
    case RowKind::RuleSwitch: // whoever made the checker with other options makes another one
        return true;
    default:
        return false;
    }
}

/// Does what stands below take its locality from a unit otherwise because of its kind (`ChartFacts::localityFor`)?
bool isOfOwnLocality(UnitKind kind)
{
    return kind == UnitKind::PeoplesCommittee || kind == UnitKind::PeoplesCouncil;
}

template <typename Value>
void sortUnique(std::vector<Value> &values)
{
    std::ranges::sort(values);
    const auto rest = std::ranges::unique(values);
    values.erase(rest.begin(), rest.end());
}

} // namespace

ChangeReach::ChangeReach(ChartFacts &facts, std::span<const RowKey> touched)
    : m_facts(facts)
    , m_touched(touched)
{
    m_isGlobal = std::ranges::any_of(touched, [](const RowKey &key) {
        return key.kind != RowKind::Unit && key.kind != RowKind::Post && key.kind != RowKind::Person &&
               !isHarmless(key.kind);
    });
}

ChangeReach::Chain ChangeReach::chainOf(int unit) const
{
    Chain chain;
    int at = view().parentUnit(unit);
    for (UnitId &above : chain) {
        if (at < 0)
            break;
        above = view().units()[uz(at)].id;
        at = view().parentUnit(at);
    }
    return chain;
}

bool ChangeReach::isStagedTop(int unit) const
{
    const ViewNode &node = view().nodes()[uz(view().nodeOfUnit(unit))];
    return node.isStaged() && node.parent < 0;
}

std::vector<UnitId> ChangeReach::stagedUnits() const
{
    std::vector<UnitId> ids;
    for (const int unit : m_facts.stagedUnits())
        ids.push_back(view().units()[uz(unit)].id);
    return ids;
}

void ChangeReach::lookBefore()
{
    m_stagedBefore = stagedUnits();
    std::vector<RowKey> keys(m_touched.begin(), m_touched.end());
    sortUnique(keys);
    for (const RowKey &key : keys) {
        if (key.kind == RowKind::Unit)
            noteUnit({key.uid});
        else if (key.kind == RowKind::Post)
            notePost({key.uid});
        else if (key.kind == RowKind::Person)
            notePerson({key.uid});
    }
    // A sole head that comes or goes takes the deputies along in the chart, and whoever reports to them.
    sortUnique(m_unitsOfPosts);
    for (const UnitId id : m_unitsOfPosts)
        if (const int unit = view().indexOf(id); unit >= 0)
            for (const int post : view().postsOfUnit(unit))
                notePostsUnder(post);
    sortUnique(m_posts);
    std::vector<int> posts;
    for (const PostId id : m_posts)
        if (const int post = view().indexOf(id); post >= 0) {
            posts.push_back(post);
            for (const ViewHolder &holder : view().posts()[uz(post)].holders)
                m_persons.insert(holder.person);
        }
    m_facts.forgetPosts(posts);
}

void ChangeReach::noteUnit(UnitId id)
{
    Before before;
    before.id = id;
    const int unit = view().indexOf(id);
    if (unit >= 0) {
        const ViewUnit &row = view().units()[uz(unit)];
        before.index = unit;
        before.kind = row.state.kind;
        before.ownLocality = row.state.locality;
        before.order = row.state.order;
        before.code = row.code;
        before.isStaged = isStagedTop(unit);
        before.above = chainOf(unit);
        for (const int below : view().unitsOfUnit(unit))
            before.units.push_back(view().units()[uz(below)].id);
        for (const int post : view().postsOfUnit(unit))
            before.posts.push_back(view().posts()[uz(post)].id);
        m_chains.push_back(before.above);
        m_unitsOfPosts.push_back(id);
    }
    m_units.push_back(std::move(before));
}

void ChangeReach::notePost(PostId id)
{
    m_posts.push_back(id);
    const int post = view().indexOf(id);
    if (post < 0)
        return;
    if (const int unit = view().posts()[uz(post)].unit; unit >= 0) {
        m_unitsOfPosts.push_back(view().units()[uz(unit)].id);
        m_chains.push_back(chainOf(unit));
    }
    notePostsUnder(post);
}

/// No rule reads a name, but a breach is known by it.
void ChangeReach::notePerson(PersonId id)
{
    for (const int post : m_facts.postsOf(id))
        notePost(view().posts()[uz(post)].id);
}

/// In the drawn tree: they move with it.
void ChangeReach::notePostsUnder(int post)
{
    const int node = view().nodeOfPost(post);
    const int end = node < 0 ? -1 : view().nodes()[uz(node)].end;
    for (int at = node; at < end; ++at)
        if (const ViewNode &row = view().nodes()[uz(at)]; !row.isUnit())
            m_posts.push_back(row.ref.post());
}

void ChangeReach::lookAfter()
{
    m_nearness.assign(view().units().size(), 0);
    followUnits();
    markRenumbered();
    followPosts();
    std::ranges::sort(m_changed, {}, [this](int unit) { return view().nodeOfUnit(unit); });
    spread();
    m_touchesStaged = m_stagedBefore != stagedUnits() ||
                      std::ranges::any_of(m_changed, [this](int unit) { return isStagedTop(unit); });
    spreadToPersons();
    for (Near &entry : m_near)
        entry.near = m_nearness[uz(entry.unit)];
}

void ChangeReach::add(int unit, unsigned near)
{
    if (m_nearness[uz(unit)] == 0)
        m_near.push_back({unit, 0});
    m_nearness[uz(unit)] |= near;
}

void ChangeReach::markChanged(int unit)
{
    if (unit < 0 || (m_nearness[uz(unit)] & kItself) != 0)
        return;
    add(unit, kItself);
    m_changed.push_back(unit);
}

/// The unit and all below it: what they inherit, or where they stand, is another.
void ChangeReach::markSubtree(int unit)
{
    const int node = view().nodeOfUnit(unit);
    for (int at = node; at < view().nodes()[uz(node)].end; ++at) {
        const ViewNode &row = view().nodes()[uz(at)];
        if (row.isUnit())
            markChanged(row.item);
        else
            m_posts.push_back(row.ref.post());
    }
}

bool ChangeReach::isElsewhere(const Before &before, int unit) const
{
    const ViewUnit &row = view().units()[uz(unit)];
    // Another kind reaches no further down than the units directly below, but for one that changes their locality.
    return isOfOwnLocality(before.kind) != isOfOwnLocality(row.state.kind) ||
           before.ownLocality != row.state.locality || before.order != row.state.order || before.code != row.code ||
           before.isStaged != isStagedTop(unit) || before.above.front() != chainOf(unit).front();
}

void ChangeReach::followUnits()
{
    const auto markAgain = [this](UnitId id) { markChanged(view().indexOf(id)); };
    for (const Before &before : m_units) {
        const int unit = view().indexOf(before.id);
        if (unit < 0 && before.index < 0)
            continue;
        if (unit >= 0 && before.index >= 0 && !isElsewhere(before, unit)) {
            markChanged(unit);
            continue;
        }
        if (unit >= 0) {
            markSubtree(unit);
            markChanged(view().parentUnit(unit));
        }
        if (!before.above.front().isNull())
            markAgain(before.above.front());
        if (unit >= 0 && before.index >= 0)
            continue;
        // What stood under a unit that is gone stands elsewhere, though nobody touched it.
        for (const UnitId below : before.units)
            if (const int index = view().indexOf(below); index >= 0)
                markSubtree(index);
        m_posts.insert(m_posts.end(), before.posts.begin(), before.posts.end());
    }
    for (const UnitId id : m_unitsOfPosts)
        markAgain(id);
}

/// The last unit of the view fills the place of one that is gone: its answers stand under another index.
void ChangeReach::markRenumbered()
{
    for (const Before &before : m_units)
        if (before.index >= 0 && before.index < sizeOf(view().units()) && view().indexOf(before.id) != before.index)
            markChanged(before.index);
}

void ChangeReach::followPosts()
{
    sortUnique(m_posts);
    const std::vector<PostId> touched = m_posts;
    for (const PostId id : touched) {
        const int post = view().indexOf(id);
        if (post < 0)
            continue;
        markChanged(view().posts()[uz(post)].unit);
        notePostsUnder(post);
    }
    // As before: with a head the deputies move.
    for (const int unit : m_changed)
        for (const int post : view().postsOfUnit(unit))
            notePostsUnder(post);
    sortUnique(m_posts);
}

void ChangeReach::spread()
{
    std::vector<int> parents;
    std::vector<int> grandparents;
    const auto noteParent = [&](int unit) {
        if (unit < 0)
            return;
        parents.push_back(unit);
        if (const int above = view().parentUnit(unit); above >= 0)
            grandparents.push_back(above);
    };
    for (const int unit : m_changed) {
        noteParent(view().parentUnit(unit));
        spreadAbove(chainOf(unit));
        for (const int below : view().unitsOfUnit(unit))
            add(below, kDirectlyBelow);
    }
    for (const Chain &above : m_chains) {
        spreadAbove(above);
        noteParent(view().indexOf(above.front()));
        if (const int grandparent = view().indexOf(above[1]); grandparent >= 0)
            grandparents.push_back(grandparent);
    }
    sortUnique(parents);
    sortUnique(grandparents);
    for (const int parent : parents)
        for (const int unit : view().unitsOfUnit(parent))
            add(unit, kBeside);
    for (const int grandparent : grandparents)
        for (const int parent : view().unitsOfUnit(grandparent))
            for (const int unit : view().unitsOfUnit(parent))
                add(unit, kCousin);

    std::vector<int> posts;
    for (const PostId id : m_posts)
        if (const int post = view().indexOf(id); post >= 0)
            posts.push_back(post);
    std::vector<int> withOtherBroods = parents;
    withOtherBroods.insert(withOtherBroods.end(), m_changed.begin(), m_changed.end());
    m_touchesCouncils = m_facts.follow(m_changed, withOtherBroods, posts);
    for (const int post : posts)
        for (const ViewHolder &holder : view().posts()[uz(post)].holders)
            m_persons.insert(holder.person);
}

void ChangeReach::spreadAbove(const Chain &above)
{
    for (int i = 0; i < kMostAbove; ++i)
        if (const int unit = above[uz(i)].isNull() ? -1 : view().indexOf(above[uz(i)]); unit >= 0)
            add(unit, static_cast<unsigned>(kOneAbove) << i);
    // What stood or stands further above: if one of the chain was moved or removed itself, its own chain tells.
    const int last = above.back().isNull() ? -1 : view().indexOf(above.back());
    for (int unit = last < 0 ? -1 : view().parentUnit(last); unit >= 0; unit = view().parentUnit(unit))
        add(unit, kFarAbove);
}

void ChangeReach::spreadToPersons()
{
    for (const PersonId person : m_persons)
        for (const int post : m_facts.postsOf(person))
            if (const int unit = view().posts()[uz(post)].unit; unit >= 0)
                add(unit, kSamePerson);
}

} // namespace bomay
