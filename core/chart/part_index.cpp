// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/part_index.h"

#include "core/base/numbers.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace bomay {

namespace {

constexpr int kUnknown = -2;

/// Indices of a list whose elements are others than before.
struct Renumbering
{
    std::vector<int> gone;                  ///< old indices
    std::vector<std::pair<int, int>> moved; ///< old and new ones
    std::vector<int> come;                  ///< new ones, of what moved among them
};

/// Compares where `OrgView::apply` may have put others: behind the end of the shorter list, where what stood there went
/// to, and at `places`. `known`: what stood where; becomes what stands where.
template <typename Id, typename IdAt, typename IndexOf>
Renumbering renumbered(std::vector<Id> &known, int size, std::vector<int> places, const IdAt &idAt,
                       const IndexOf &indexOf)
{
    const int before = sizeOf(known);
    for (int i = std::min(size, before); i < std::max(size, before); ++i)
        places.push_back(i);
    Renumbering result;
    std::unordered_set<int> seen;
    while (!places.empty()) {
        const int place = places.back();
        places.pop_back();
        if (!seen.insert(place).second || (place < size && place < before && idAt(place) == known[uz(place)]))
            continue;
        if (place < size)
            result.come.push_back(place);
        if (place >= before)
            continue;
        if (const int now = indexOf(known[uz(place)]); now < 0) {
            result.gone.push_back(place);
        } else {
            result.moved.emplace_back(place, now);
            places.push_back(now);
        }
    }
    known.resize(uz(size));
    for (const int place : result.come)
        known[uz(place)] = idAt(place);
    return result;
}

/// Takes what was kept for old indices to the new ones; `empty` for those that have come.
template <typename Value>
void carry(std::vector<Value> &kept, const Renumbering &changed, std::size_t size, Value empty)
{
    std::vector<Value> carried;
    for (const auto &[from, to] : changed.moved)
        carried.push_back(kept[uz(from)]);
    kept.resize(size, empty);
    for (const int place : changed.come)
        kept[uz(place)] = empty;
    for (std::size_t i = 0; i < carried.size(); ++i)
        kept[uz(changed.moved[i].second)] = carried[i];
}

UnitId idOf(const OrgView &view, int unit)
{
    return unit < 0 ? UnitId{} : view.units()[uz(unit)].id;
}

} // namespace

void PartIndex::rebuild(const OrgView &view, std::vector<ChartPart> parts)
{
    m_parts = std::move(parts);
    m_units.clear();
    m_localities.clear();
    for (const ViewUnit &unit : view.units()) {
        m_units.push_back(unit.id);
        m_localities.push_back(unit.locality);
    }
    m_posts.clear();
    m_unitOfPost.clear();
    for (const ViewPost &post : view.posts()) {
        m_posts.push_back(post.id);
        m_unitOfPost.push_back(idOf(view, post.unit));
    }
    link(view);
}

void PartIndex::link(const OrgView &view)
{
    m_firstChild.assign(m_parts.size(), kNone);
    m_nextSibling.assign(m_parts.size(), kNone);
    m_end.assign(m_parts.size(), 0);
    m_ofUnit.assign(view.units().size(), kNone);
    m_ofPost.assign(view.posts().size(), kNone);
    for (int i = sizeOf(m_parts); i-- > 0;) {
        const ChartPart &part = m_parts[uz(i)];
        m_end[uz(i)] = std::max(m_end[uz(i)], i + 1);
        if (part.parent >= 0) {
            m_nextSibling[uz(i)] = m_firstChild[uz(part.parent)];
            m_firstChild[uz(part.parent)] = i;
            m_end[uz(part.parent)] = std::max(m_end[uz(part.parent)], m_end[uz(i)]);
        }
        if (part.kind == PartKind::Post)
            m_ofPost[uz(part.post)] = i;
        else if (part.unit >= 0)
            m_ofUnit[uz(part.unit)] = i;
        else
            for (const int unit : part.units)
                m_ofUnit[uz(unit)] = i;
    }
}

int PartIndex::drawnAbove(const OrgView &view, int unit) const
{
    int above = view.parentUnit(unit);
    while (above >= 0 && ofUnit(above) == kNone)
        above = view.parentUnit(above);
    return above;
}

void PartIndex::addBranches(int part, TouchedParts &found) const
{
    for (int steps = 0; part >= 0 && steps < 3; ++steps, part = m_parts[uz(part)].parent)
        found.branches.push_back(part);
}

std::vector<int> PartIndex::renumberUnits(const OrgView &view, std::span<const RowKey> touched, TouchedParts &found)
{
    std::vector<int> places;
    for (const RowKey &key : touched)
        if (const int unit = key.kind == RowKind::Unit ? view.indexOf(UnitId{key.uid}) : kNone; unit >= 0)
            places.push_back(unit);
    const Renumbering changed = renumbered(
        m_units, sizeOf(view.units()), std::move(places), [&view](int unit) { return view.units()[uz(unit)].id; },
        [&view](UnitId id) { return view.indexOf(id); });
    // First all are looked up and then written: one may stand where another one stood.
    std::vector<std::pair<int *, int>> others;
    const auto note = [&](int from, int to) {
        const int part = ofUnit(from);
        if (part == kNone)
            return;
        ChartPart &drawn = m_parts[uz(part)];
        if (to == kNone)
            addBranches(part, found);
        if (drawn.unit == from)
            others.emplace_back(&drawn.unit, to);
        for (int &unit : drawn.units)
            if (unit == from)
                others.emplace_back(&unit, to);
    };
    std::vector<int> moved;
    for (const int gone : changed.gone)
        note(gone, kNone);
    for (const auto &[from, to] : changed.moved) {
        note(from, to);
        moved.push_back(to);
    }
    for (const auto &[place, unit] : others)
        *place = unit;
    carry(m_ofUnit, changed, view.units().size(), kNone);
    carry(m_localities, changed, view.units().size(), kUnknown);
    return moved;
}

std::vector<UnitId> PartIndex::renumberPosts(const OrgView &view, std::span<const RowKey> touched, TouchedParts &found)
{
    std::vector<int> places;
    for (const RowKey &key : touched)
        if (const int post = key.kind == RowKind::Post ? view.indexOf(PostId{key.uid}) : kNone; post >= 0)
            places.push_back(post);
    const Renumbering changed = renumbered(
        m_posts, sizeOf(view.posts()), std::move(places), [&view](int post) { return view.posts()[uz(post)].id; },
        [&view](PostId id) { return view.indexOf(id); });
    std::vector<UnitId> left;
    for (const int gone : changed.gone)
        left.push_back(m_unitOfPost[uz(gone)]);
    std::vector<std::pair<int, int>> own; // parts and their posts
    for (const int gone : changed.gone)
        if (const int part = ofPost(gone); part != kNone)
            own.emplace_back(part, kNone);
    for (const auto &[from, to] : changed.moved)
        if (const int part = ofPost(from); part != kNone)
            own.emplace_back(part, to);
    for (const auto &[part, post] : own) {
        m_parts[uz(part)].post = post;
        const int unit = m_parts[uz(part)].unit;
        if (const int above = unit < 0 ? kNone : ofUnit(unit); above != kNone) // it lists them, too
            found.branches.push_back(above);
    }
    carry(m_ofPost, changed, view.posts().size(), kNone);
    carry(m_unitOfPost, changed, view.posts().size(), UnitId{});
    return left;
}

void PartIndex::addOtherLocalities(const OrgView &view, int unit, TouchedParts &found)
{
    // Who has none of its own has that of the unit above, down to any depth.
    const int first = view.nodeOfUnit(unit);
    if (first < 0 || m_localities[uz(unit)] == view.units()[uz(unit)].locality)
        return;
    for (int node = first; node < view.nodes()[uz(first)].end; ++node) {
        const ViewNode &at = view.nodes()[uz(node)];
        if (!at.isUnit() || m_localities[uz(at.item)] == view.units()[uz(at.item)].locality)
            continue;
        m_localities[uz(at.item)] = view.units()[uz(at.item)].locality;
        addBranches(ofUnit(at.item), found); // frames are named by them
    }
}

bool PartIndex::addTouchedUnit(const OrgView &view, int unit, bool hides, TouchedParts &found)
{
    if (!found.rows.insert(unit).second)
        return true;
    if (hides && ofUnit(unit) == kNone && m_localities[uz(unit)] != kUnknown)
        return false;
    addOtherLocalities(view, unit, found);
    found.units.insert(unit);
    addBranches(ofUnit(unit), found);
    for (const int post : view.postsOfUnit(unit))
        if (ofPost(post) != kNone)
            found.branches.push_back(ofPost(post));
    const int above = drawnAbove(view, unit);
    if (above < 0)
        return true;
    addBranches(ofUnit(above), found);
    if (hides)
        found.units.insert(above); // it says how many are not drawn below it
    return true;
}

bool PartIndex::addTouchedRow(const OrgView &view, const RowKey &row, bool hides, TouchedParts &found)
{
    const auto addUnit = [&](int unit) { return unit < 0 || addTouchedUnit(view, unit, hides, found); };
    switch (row.kind) {
    case RowKind::Unit:
        return addUnit(view.indexOf(UnitId{row.uid}));
    case RowKind::Post: {
        const int post = view.indexOf(PostId{row.uid});
        if (post < 0)
            return true;
        const UnitId before = std::exchange(m_unitOfPost[uz(post)], idOf(view, view.posts()[uz(post)].unit));
        return addUnit(view.indexOf(before)) && addUnit(view.posts()[uz(post)].unit);
    }
    case RowKind::Person:
        return std::ranges::all_of(view.posts(), [&](const ViewPost &post) {
            return std::ranges::find(post.holders, PersonId{row.uid}, &ViewHolder::person) == post.holders.end() ||
                   addUnit(post.unit);
        });
    case RowKind::Portrait:
    case RowKind::Appointment:
    case RowKind::Relation: // the persons and nodes that they speak of are among the rows
        return true;
    default:
        return false;
    }
}

std::optional<TouchedParts> PartIndex::follow(const OrgView &view, std::span<const RowKey> touched, bool hides)
{
    TouchedParts found;
    const std::vector<int> moved = renumberUnits(view, touched, found);
    const std::vector<UnitId> left = renumberPosts(view, touched, found);
    for (const int unit : moved)
        for (const int post : view.postsOfUnit(unit))
            if (ofPost(post) != kNone)
                m_parts[uz(ofPost(post))].unit = unit;
    for (const UnitId id : left)
        if (const int unit = view.indexOf(id); unit >= 0 && !addTouchedUnit(view, unit, hides, found))
            return std::nullopt;
    for (const RowKey &row : touched)
        if (!addTouchedRow(view, row, hides, found))
            return std::nullopt;
    return found;
}

void PartIndex::moveLevels(int begin, int end, int by)
{
    for (int i = begin; i < end; ++i)
        if (ChartPart &part = m_parts[uz(i)]; part.unit >= 0 || part.kind == PartKind::Post)
            part.level += by;
}

void PartIndex::rearrange(const OrgView &view, std::span<const ItemRun> runs, std::vector<ChartPart> added,
                          std::span<const std::pair<int, int>> parents)
{
    for (const ChartPart &part : added) {
        if (part.unit >= 0)
            m_localities[uz(part.unit)] = view.units()[uz(part.unit)].locality;
        for (const int unit : part.units)
            m_localities[uz(unit)] = view.units()[uz(unit)].locality;
    }
    bomay::rearrange(m_parts, runs, added);
    int place = 0;
    for (const ItemRun &run : runs) {
        const int count = static_cast<int>(run.end - run.begin);
        if (const int by = place - static_cast<int>(run.begin); by != 0 && !run.isAdded)
            for (int i = place; i < place + count; ++i)
                m_parts[uz(i)].parent += by;
        place += count;
    }
    for (const auto &[part, parent] : parents)
        m_parts[uz(part)].parent = parent;
    link(view);
}

} // namespace bomay
