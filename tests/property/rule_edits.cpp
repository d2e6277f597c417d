// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/rule_edits.h"

#include "core/change/change_builder.h"

#include <iterator>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

bool isThere(const Unit &unit, Day day)
{
    return stateOn(unit, day) != nullptr;
}

bool isThere(const Post &post, Day day)
{
    return stateOn(post, day) != nullptr;
}

/// The state that is seen on the day, else the last.
template <typename Entity>
auto &stateOf(Entity &entity, Day day)
{
    for (auto &state : entity.states)
        if (state.period.contains(day))
            return state;
    return entity.states.back();
}

void removeBelonging(ChangeBuilder &builder, const Organisation &organisation, NodeRef node)
{
    for (const RelationId id : organisation.graph().relationsFrom(node))
        if (organisation.find(id)->type == RelationType::BelongsTo)
            builder.remove(keyOf(id));
}

void removeWithNaming(ChangeBuilder &builder, const Organisation &organisation, NodeRef node)
{
    for (const RowKey &row : organisation.rowsNaming(keyOf(node)))
        builder.remove(row);
    for (const auto &ids : {organisation.graph().relationsFrom(node), organisation.graph().relationsTo(node)})
        for (const RelationId id : ids)
            builder.remove(keyOf(id));
    builder.remove(keyOf(node));
}

} // namespace

RuleEdits::RuleEdits(unsigned seed, Day day)
    : m_engine(seed)
    , m_ids(QByteArrayLiteral("rule-edits") + QByteArray::number(seed))
    , m_day(day)
{}

Change RuleEdits::next(const Organisation &organisation)
{
    using Edit = void (RuleEdits::*)(ChangeBuilder &, const Organisation &);
    static constexpr Edit kEdits[]{
        &RuleEdits::changeUnit,     &RuleEdits::changeUnit,        &RuleEdits::moveUnit,
        &RuleEdits::addUnit,        &RuleEdits::endUnit,           &RuleEdits::removeUnit,
        &RuleEdits::stageUnit,      &RuleEdits::addPost,           &RuleEdits::addPost,
        &RuleEdits::changePost,     &RuleEdits::changePost,        &RuleEdits::removePost,
        &RuleEdits::appoint,        &RuleEdits::appoint,           &RuleEdits::changePerson,
        &RuleEdits::changeLocality, &RuleEdits::changeAppointment, &RuleEdits::addRowsNobodyReads};
    Change change;
    do {
        ChangeBuilder builder(organisation);
        for (int edits = random(4) == 0 ? 3 : 1; edits > 0; --edits)
            (this->*kEdits[random(static_cast<int>(std::size(kEdits)))])(builder, organisation);
        change.images = builder.takeImages();
    } while (change.images.empty());
    change.id = m_ids.next();
    return change;
}

int RuleEdits::random(int below)
{
    return static_cast<int>(m_engine() % static_cast<unsigned>(below));
}

template <typename Value>
Value RuleEdits::oneOf(std::initializer_list<Value> values)
{
    return *(values.begin() + random(static_cast<int>(values.size())));
}

template <typename Entity>
std::optional<Entity> RuleEdits::pick(const Organisation &organisation)
{
    const Table<Entity> &table = organisation.table<Entity>();
    if (table.size() == 0)
        return std::nullopt;
    int index = random(table.size());
    for (const Entity &row : table)
        if (index-- == 0)
            return row;
    return std::nullopt;
}

/// Mostly one that is there on the day.
template <typename Entity>
std::optional<Entity> RuleEdits::pickPresent(const Organisation &organisation)
{
    std::optional<Entity> row;
    for (int tries = 0; tries < 6; ++tries)
        if (row = pick<Entity>(organisation); !row || isThere(*row, m_day))
            break;
    return row;
}

/// Open, or with an end some years or one day from the day in view.
Period RuleEdits::somePeriod()
{
    const auto about = [this] {
        return PartialDate::fromDay(Day{m_day.julian + oneOf({-4000, -2000, -400, -1, 0, 1, 400})});
    };
    Period period{random(3) > 0 ? about() : PartialDate{}, random(3) == 0 ? about() : PartialDate{}};
    if (!period.isOrdered())
        std::swap(period.from, period.to);
    return period;
}

QString RuleEdits::someName()
{
    return oneOf({u"Phòng Nội vụ"_s, u"Phòng Tư pháp"_s, u"Phòng Y tế"_s, u"Phòng Kinh tế"_s, u"Thanh tra"_s,
                  u"Sở Nội vụ"_s, u"Sở Tài chính"_s, u"Sở Y tế"_s, u"Văn phòng"_s, u"Văn phòng HĐND và UBND"_s,
                  u"Ban Pháp chế"_s, u"Ban Đô thị"_s, u"Sở An toàn thực phẩm"_s, u"Phòng Khoa học và Công nghệ"_s,
                  u"Phòng Dân tộc"_s, u"Phòng Văn hóa - Xã hội"_s, u"Trung tâm Phục vụ hành chính công"_s, QString()});
}

UnitKind RuleEdits::someKind()
{
    using enum UnitKind;
    return oneOf({Unknown, PeoplesCouncil, CouncilCommittee, PeoplesCommittee, PeoplesCommittee, Office,
                  SpecialisedAgency, SpecialisedAgency, AdministrativeBody, SubDepartment, Division, Division,
                  Inspectorate, PublicServiceUnit, ServiceCentre, Team});
}

void RuleEdits::changeUnit(ChangeBuilder &builder, const Organisation &organisation)
{
    auto unit = pickPresent<Unit>(organisation);
    if (!unit)
        return;
    UnitState &state = stateOf(*unit, m_day);
    switch (random(8)) {
    case 0:
        state.kind = someKind();
        break;
    case 1:
        state.name = someName();
        break;
    case 2:
        state.staffAllotted = random(4) == 0 ? std::nullopt : std::optional(oneOf({3, 7, 9, 10, 12, 15, 20, 45}));
        break;
    case 3:
        state.autonomy = static_cast<Autonomy>(random(5));
        break;
    case 4: {
        const auto locality = pick<Locality>(organisation);
        state.locality = locality && random(3) > 0 ? locality->id : LocalityId{};
        break;
    }
    case 5:
        state.order = random(6);
        break;
    case 6:
        state.reorganisation = static_cast<Reorganisation>(random(static_cast<int>(terms<Reorganisation>().size())));
        state.reorganisedOn = PartialDate::fromDay(Day{m_day.julian - oneOf({0, 100, 900, 1800})});
        break;
    default:
        unit->code = u"R%1"_s.arg(++m_serial);
    }
    builder.put(*unit);
}

void RuleEdits::moveUnit(ChangeBuilder &builder, const Organisation &organisation)
{
    const auto unit = pickPresent<Unit>(organisation);
    const auto target = pickPresent<Unit>(organisation);
    if (!unit || !target || unit->id == target->id)
        return;
    removeBelonging(builder, organisation, unit->id);
    if (random(5) > 0)
        builder.put(Relation{m_ids.make<RelationId>(), RelationType::BelongsTo, unit->id, target->id,
                             random(4) == 0 ? somePeriod() : Period{}});
}

void RuleEdits::addUnit(ChangeBuilder &builder, const Organisation &organisation)
{
    UnitState state;
    state.name = someName();
    state.kind = someKind();
    state.order = random(6);
    if (random(3) == 0)
        state.period = somePeriod();
    const UnitId id = m_ids.make<UnitId>();
    builder.put(Unit{id, u"N%1"_s.arg(++m_serial), false, {state}});
    if (const auto parent = pickPresent<Unit>(organisation))
        builder.put(Relation{m_ids.make<RelationId>(), RelationType::BelongsTo, id, parent->id, {}});
}

/// It is there from another day on or up to one: what stands under it stays.
void RuleEdits::endUnit(ChangeBuilder &builder, const Organisation &organisation)
{
    auto unit = pick<Unit>(organisation);
    if (!unit || unit->states.size() != 1)
        return;
    unit->states.front().period = isThere(*unit, m_day) && random(2) == 0 ? somePeriod() : Period{};
    builder.put(*unit);
}

void RuleEdits::removeUnit(ChangeBuilder &builder, const Organisation &organisation)
{
    const auto unit = pick<Unit>(organisation);
    if (!unit || random(2) == 0)
        return;
    for (const RelationId id : organisation.graph().relationsTo(unit->id))
        if (const Relation *relation = organisation.find(id);
            relation->type == RelationType::BelongsTo && !relation->from.isUnit())
            removeWithNaming(builder, organisation, relation->from);
    removeWithNaming(builder, organisation, unit->id);
}

void RuleEdits::stageUnit(ChangeBuilder &builder, const Organisation &organisation)
{
    if (const auto staged = pick<Staged>(organisation); staged && random(3) > 0)
        return builder.remove(keyOf(staged->id));
    const auto unit = pickPresent<Unit>(organisation);
    if (!unit)
        return;
    if (random(4) > 0)
        removeBelonging(builder, organisation, unit->id);
    builder.put(Staged{m_ids.make<StagedId>(), unit->id, StagedReason::UnknownParent, u"?"_s});
}

void RuleEdits::addPost(ChangeBuilder &builder, const Organisation &organisation)
{
    const auto unit = pickPresent<Unit>(organisation);
    if (!unit)
        return;
    PostState state;
    state.title = oneOf({u"Trưởng phòng"_s, u"Phó Trưởng phòng"_s, u"Đại biểu"_s, u"Ủy viên"_s});
    state.role = oneOf(
        {PostRole::Head, PostRole::Deputy, PostRole::Deputy, PostRole::Deputy, PostRole::Member, PostRole::Unknown});
    state.tier = state.role == PostRole::Deputy ? random(4) : 0;
    state.seats = 1 + random(3);
    state.order = random(4);
    if (random(3) == 0)
        state.fullTime = random(2) == 0;
    const PostId id = m_ids.make<PostId>();
    builder.put(Post{id, {}, {state}});
    builder.put(Relation{m_ids.make<RelationId>(), RelationType::BelongsTo, id, unit->id, {}});
    if (const auto person = pick<Person>(organisation); person && random(2) == 0)
        builder.put(Appointment{
            m_ids.make<AppointmentId>(), id, person->id, static_cast<AppointmentKind>(random(5)), somePeriod(), {}});
}

void RuleEdits::changePost(ChangeBuilder &builder, const Organisation &organisation)
{
    auto post = pickPresent<Post>(organisation);
    if (!post)
        return;
    PostState &state = stateOf(*post, m_day);
    switch (random(6)) {
    case 0:
        state.title = u"Chức danh %1"_s.arg(++m_serial);
        break;
    case 1:
        state.role = static_cast<PostRole>(random(4));
        break;
    case 2:
        state.tier = random(4);
        break;
    case 3:
        state.seats = random(5);
        break;
    case 4:
        state.order = random(5);
        break;
    default:
        if (post->states.size() == 1)
            state.period = random(2) == 0 ? Period{} : somePeriod();
    }
    builder.put(*post);
}

void RuleEdits::removePost(ChangeBuilder &builder, const Organisation &organisation)
{
    if (const auto post = pick<Post>(organisation); post && random(2) == 0)
        removeWithNaming(builder, organisation, post->id);
}

/// A post answers to another than its unit's head, of any unit, or no longer.
void RuleEdits::reportElsewhere(ChangeBuilder &builder, const Organisation &organisation)
{
    const auto post = pickPresent<Post>(organisation);
    const auto superior = pickPresent<Post>(organisation);
    if (!post || !superior || post->id == superior->id)
        return;
    for (const RelationId id : organisation.graph().relationsFrom(post->id))
        if (organisation.find(id)->type == RelationType::ReportsTo)
            builder.remove(keyOf(id));
    if (random(3) > 0)
        builder.put(Relation{m_ids.make<RelationId>(), RelationType::ReportsTo, post->id, superior->id,
                             random(4) == 0 ? somePeriod() : Period{}});
}

/// Often somebody who has a post already.
void RuleEdits::appoint(ChangeBuilder &builder, const Organisation &organisation)
{
    const auto post = pickPresent<Post>(organisation);
    if (!post)
        return;
    auto person = pick<Person>(organisation);
    if (!person || random(3) == 0) {
        person = Person{m_ids.make<PersonId>(), {}, u"Người %1"_s.arg(++m_serial), {}};
        builder.put(*person);
    }
    builder.put(Appointment{m_ids.make<AppointmentId>(),
                            post->id,
                            person->id,
                            random(3) > 0 ? AppointmentKind::Full : static_cast<AppointmentKind>(random(5)),
                            somePeriod(),
                            {}});
}

void RuleEdits::changeAppointment(ChangeBuilder &builder, const Organisation &organisation)
{
    auto appointment = pick<Appointment>(organisation);
    const auto post = pick<Post>(organisation);
    if (!appointment || !post)
        return;
    if (random(3) == 0)
        return builder.remove(keyOf(appointment->id));
    if (random(2) == 0)
        appointment->post = post->id;
    else
        appointment->period = somePeriod();
    builder.put(*appointment);
}

void RuleEdits::changePerson(ChangeBuilder &builder, const Organisation &organisation)
{
    if (auto person = pick<Person>(organisation)) {
        person->name = u"Tên khác %1"_s.arg(++m_serial);
        builder.put(*person);
    }
}

void RuleEdits::changeLocality(ChangeBuilder &builder, const Organisation &organisation)
{
    auto locality = pick<Locality>(organisation);
    if (!locality || random(2) == 0)
        return;
    LocalityState &state = stateOf(*locality, m_day);
    switch (random(4)) {
    case 0:
        state.population = oneOf({9000, 49999, 50000, 120000});
        break;
    case 1:
        state.localityClass = static_cast<LocalityClass>(random(5));
        break;
    case 2:
        state.type = static_cast<LocalityType>(random(11));
        break;
    default:
        state.name = oneOf({u"Thành phố Thủ Đức"_s, u"Quận 1"_s, u"Phường %1"_s.arg(++m_serial)});
    }
    builder.put(*locality);
}

void RuleEdits::addRowsNobodyReads(ChangeBuilder &builder, const Organisation &organisation)
{
    const auto unit = pick<Unit>(organisation);
    if (!unit)
        return;
    if (random(2) == 0)
        builder.put(Note{m_ids.make<NoteId>(), unit->id, u"Xem lại"_s, {}, {}});
    else
        builder.put(Quota{m_ids.make<QuotaId>(), unit->id, 3000 + ++m_serial, QuotaKind::CivilServants, 5, 4, {}, {}});
}

} // namespace bomay
