// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/edit_script.h"

#include "core/change/change_builder.h"

#include <iterator>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// The dates that edits choose from.
constexpr int kFirstYear = 2015;
constexpr int kYears = 12;

} // namespace

EditScript::EditScript(unsigned seed)
    : m_engine(seed)
    , m_ids(QByteArray::number(seed))
{}

Change EditScript::next(const Organisation &organisation)
{
    using Edit = void (EditScript::*)(ChangeBuilder &, const Organisation &);
    static constexpr Edit kEdits[]{&EditScript::addUnit,        &EditScript::addPost,
                                   &EditScript::addPost,        &EditScript::addUnit,
                                   &EditScript::addPost,        &EditScript::addHolder,
                                   &EditScript::addLocality,    &EditScript::changeUnit,
                                   &EditScript::splitState,     &EditScript::move,
                                   &EditScript::relate,         &EditScript::removePost,
                                   &EditScript::changePost,     &EditScript::rankUnit,
                                   &EditScript::renamePerson,   &EditScript::changeAppointment,
                                   &EditScript::changeLocality, &EditScript::stage,
                                   &EditScript::changeRelation, &EditScript::removeUnit,
                                   &EditScript::changePortrait};
    Change change;
    do {
        ChangeBuilder builder(organisation);
        (this->*kEdits[random(static_cast<int>(std::size(kEdits)))])(builder, organisation);
        change.images = builder.takeImages();
    } while (change.images.empty());
    change.id = m_ids.next();
    return change;
}

int EditScript::random(int below)
{
    return static_cast<int>(m_engine() % static_cast<unsigned>(below));
}

Period EditScript::randomPeriod()
{
    const auto year = [this] { return PartialDate{static_cast<std::int16_t>(kFirstYear + random(kYears)), 0, 0}; };
    Period period{random(3) == 0 ? year() : PartialDate{}, random(3) == 0 ? year() : PartialDate{}};
    if (!period.isOrdered())
        std::swap(period.from, period.to);
    return period;
}

template <typename Entity>
std::optional<Entity> EditScript::pick(const Table<Entity> &table)
{
    if (table.size() == 0)
        return std::nullopt;
    int index = random(table.size());
    for (const Entity &row : table)
        if (index-- == 0)
            return row;
    return std::nullopt;
}

void EditScript::addUnit(ChangeBuilder &builder, const Organisation &organisation)
{
    UnitState state;
    state.period = randomPeriod();
    state.name = u"Đơn vị %1"_s.arg(++m_serial);
    state.order = random(5);
    state.kind = static_cast<UnitKind>(random(20));
    const UnitId id = m_ids.make<UnitId>();
    builder.put(Unit{id, u"U%1"_s.arg(m_serial), random(2) == 0, {state}});
    if (const auto parent = pick(organisation.units()); parent && random(5) > 0)
        builder.put(Relation{m_ids.make<RelationId>(), RelationType::BelongsTo, id, parent->id, randomPeriod()});
}

void EditScript::addPost(ChangeBuilder &builder, const Organisation &organisation)
{
    const auto unit = pick(organisation.units());
    if (!unit)
        return;
    PostState state;
    state.period = randomPeriod();
    state.title = u"Chức vụ %1"_s.arg(++m_serial);
    state.role = static_cast<PostRole>(random(6));
    state.tier = state.role == PostRole::Deputy ? 1 + random(3) : 0;
    state.seats = 1 + random(3);
    state.order = random(4);
    const PostId id = m_ids.make<PostId>();
    builder.put(Post{id, {}, {state}});
    builder.put(Relation{m_ids.make<RelationId>(), RelationType::BelongsTo, id, unit->id, {}});
}

void EditScript::addHolder(ChangeBuilder &builder, const Organisation &organisation)
{
    const auto post = pick(organisation.posts());
    if (!post)
        return;
    const Person person{m_ids.make<PersonId>(), {}, u"Người %1"_s.arg(++m_serial), {}};
    builder.put(person);
    builder.put(Appointment{
        m_ids.make<AppointmentId>(), post->id, person.id, static_cast<AppointmentKind>(random(5)), randomPeriod(), {}});
}

/// A new one, another one, none; a second one at times: must be refused.
void EditScript::changePortrait(ChangeBuilder &builder, const Organisation &organisation)
{
    const auto person = pick(organisation.persons());
    if (!person)
        return;
    const Portrait *before = organisation.portraitOf(person->id);
    const bool isSecond = random(4) == 0;
    if (before != nullptr && random(3) == 0)
        builder.remove(keyOf(before->id));
    else
        builder.put(Portrait{before != nullptr && !isSecond ? before->id : m_ids.make<PortraitId>(),
                             person->id,
                             {QByteArray("photograph ") + QByteArray::number(++m_serial)}});
}

void EditScript::addLocality(ChangeBuilder &builder, const Organisation &organisation)
{
    LocalityState state;
    state.period = randomPeriod();
    state.name = u"Phường %1"_s.arg(++m_serial);
    if (const auto parent = pick(organisation.localities()))
        state.parent = parent->id;
    const Locality locality{m_ids.make<LocalityId>(), u"L%1"_s.arg(m_serial), {state}};
    builder.put(locality);
    if (auto unit = pick(organisation.units())) {
        unit->states.front().locality = locality.id;
        builder.put(*unit);
    }
}

void EditScript::changeUnit(ChangeBuilder &builder, const Organisation &organisation)
{
    auto unit = pick(organisation.units());
    if (!unit)
        return;
    UnitState &state = unit->states[static_cast<std::size_t>(random(static_cast<int>(unit->states.size())))];
    state.name = u"Tên mới %1"_s.arg(++m_serial);
    state.staffAllotted = random(2) == 0 ? std::optional(random(100)) : std::nullopt;
    state.custom.insert(u"cột %1"_s.arg(random(3)), QString::number(random(10)));
    if (random(4) == 0)
        unit->code = u"U%1"_s.arg(1 + random(m_serial)); // taken by another: must be refused
    builder.put(*unit);
}

/// Closes the last state at a year and begins another: an edit from a date.
void EditScript::splitState(ChangeBuilder &builder, const Organisation &organisation)
{
    auto unit = pick(organisation.units());
    if (!unit)
        return;
    UnitState later = unit->states.back();
    const auto year = static_cast<std::int16_t>(2016 + random(10));
    later.period.from = {year, 1, 1};
    later.name = u"Từ năm %1"_s.arg(year);
    unit->states.back().period.to = {static_cast<std::int16_t>(year - 1), 12, 31};
    unit->states.push_back(later); // may leave a state without days: must be refused
    builder.put(*unit);
}

void EditScript::move(ChangeBuilder &builder, const Organisation &organisation)
{
    const auto unit = pick(organisation.units());
    const auto target = pick(organisation.units());
    if (!unit || !target)
        return;
    const bool atDate = random(2) == 0;
    const auto year = static_cast<std::int16_t>(2016 + random(10));
    for (const RelationId id : organisation.graph().relationsFrom(unit->id)) {
        Relation relation = *organisation.find(id);
        if (relation.type != RelationType::BelongsTo)
            continue;
        relation.period.to = {static_cast<std::int16_t>(year - 1), 12, 31};
        if (atDate)
            builder.put(relation);
        else
            builder.remove(keyOf(id));
    }
    const Period period{atDate ? PartialDate{year, 1, 1} : PartialDate{}, {}};
    builder.put(Relation{m_ids.make<RelationId>(), RelationType::BelongsTo, unit->id, target->id, period});
}

void EditScript::relate(ChangeBuilder &builder, const Organisation &organisation)
{
    const auto from = pick(organisation.posts());
    const auto to = pick(organisation.posts());
    const auto unit = pick(organisation.units());
    if (!from || !to || !unit)
        return;
    if (random(2) == 0)
        builder.put(Relation{m_ids.make<RelationId>(), RelationType::ReportsTo, from->id, to->id, randomPeriod()});
    else
        builder.put(Relation{m_ids.make<RelationId>(), RelationType::Oversees, from->id, unit->id, randomPeriod()});
}

void EditScript::removeWithNaming(ChangeBuilder &builder, const Organisation &organisation, const RowKey &key)
{
    for (const RowKey &row : organisation.rowsNaming(key))
        if (row.kind != RowKind::Unit && row.kind != RowKind::Locality)
            builder.remove(row);
    if (key.kind == RowKind::Unit || key.kind == RowKind::Post) {
        const NodeRef node = key.kind == RowKind::Unit ? NodeRef(UnitId{key.uid}) : PostId{key.uid};
        for (const auto &ids : {organisation.graph().relationsFrom(node), organisation.graph().relationsTo(node)})
            for (const RelationId id : ids)
                builder.remove(keyOf(id));
    }
    builder.remove(key);
}

void EditScript::removePost(ChangeBuilder &builder, const Organisation &organisation)
{
    if (const auto post = pick(organisation.posts()))
        removeWithNaming(builder, organisation, keyOf(post->id));
}

/// Units below become roots; posts in it would belong nowhere: it must be refused then.
void EditScript::removeUnit(ChangeBuilder &builder, const Organisation &organisation)
{
    if (const auto unit = pick(organisation.units()); unit && random(4) == 0)
        removeWithNaming(builder, organisation, keyOf(unit->id));
}

void EditScript::changePost(ChangeBuilder &builder, const Organisation &organisation)
{
    auto post = pick(organisation.posts());
    if (!post)
        return;
    PostState &state = post->states.front();
    switch (random(4)) {
    case 0:
        state.title = u"Chức danh %1"_s.arg(++m_serial);
        break;
    case 1:
        state.role = static_cast<PostRole>(random(3));
        break;
    case 2:
        state.tier = random(3);
        break;
    default:
        state.period = randomPeriod();
    }
    builder.put(*post);
}

/// A rank, a code or a period: where the unit stands among its neighbours, or whether it is there.
void EditScript::rankUnit(ChangeBuilder &builder, const Organisation &organisation)
{
    auto unit = pick(organisation.units());
    if (!unit)
        return;
    if (random(3) == 0)
        unit->code = u"V%1"_s.arg(++m_serial);
    else if (random(3) == 0 && unit->states.size() == 1)
        unit->states.front().period = randomPeriod();
    else
        unit->states.front().order = random(5);
    builder.put(*unit);
}

void EditScript::renamePerson(ChangeBuilder &builder, const Organisation &organisation)
{
    auto person = pick(organisation.persons());
    if (!person)
        return;
    person->name = u"Tên khác %1"_s.arg(++m_serial);
    builder.put(*person);
}

void EditScript::changeAppointment(ChangeBuilder &builder, const Organisation &organisation)
{
    auto appointment = pick(organisation.appointments());
    const auto post = pick(organisation.posts());
    if (!appointment || !post)
        return;
    if (random(3) == 0)
        return builder.remove(keyOf(appointment->id));
    if (random(2) == 0)
        appointment->post = post->id;
    else
        appointment->period = randomPeriod();
    builder.put(*appointment);
}

void EditScript::changeLocality(ChangeBuilder &builder, const Organisation &organisation)
{
    auto locality = pick(organisation.localities());
    const auto parent = pick(organisation.localities());
    if (!locality || !parent)
        return;
    if (random(4) == 0)
        return removeWithNaming(builder, organisation, keyOf(locality->id)); // named by units: must be refused
    LocalityState &state = locality->states.front();
    if (random(2) == 0)
        state.name = u"Xã %1"_s.arg(++m_serial);
    else if (random(2) == 0)
        state.parent = parent->id; // may be a circle: must be refused
    else
        state.period = randomPeriod();
    builder.put(*locality);
}

/// Takes a node out of the tree and says so, or forgets that it was.
void EditScript::stage(ChangeBuilder &builder, const Organisation &organisation)
{
    if (const auto staged = pick(organisation.staged()); staged && random(2) == 0)
        return builder.remove(keyOf(staged->id));
    const auto unit = pick(organisation.units());
    const auto post = pick(organisation.posts());
    if (!unit || !post)
        return;
    const NodeRef node = random(2) == 0 ? NodeRef(unit->id) : NodeRef(post->id);
    for (const RelationId id : organisation.graph().relationsFrom(node))
        if (organisation.find(id)->type == RelationType::BelongsTo)
            builder.remove(keyOf(id));
    builder.put(Staged{m_ids.make<StagedId>(), node, StagedReason::UnknownParent, u"?"_s});
}

void EditScript::changeRelation(ChangeBuilder &builder, const Organisation &organisation)
{
    auto relation = pick(organisation.relations());
    if (!relation)
        return;
    if (random(3) == 0)
        return builder.remove(keyOf(relation->id)); // a post's only one: must be refused
    relation->period = randomPeriod();
    builder.put(*relation);
}

} // namespace bomay
