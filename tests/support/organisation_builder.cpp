// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/organisation_builder.h"

#include "core/change/transaction.h"

namespace bomay {

OrganisationBuilder::OrganisationBuilder()
    : m_ids("organisation-builder")
{}

UnitId OrganisationBuilder::unit(const QString &name, UnitId parent, UnitKind kind, const Period &period)
{
    const UnitId id = m_ids.make<UnitId>();
    UnitState state;
    state.period = period;
    state.name = name;
    state.kind = kind;
    state.order = ++m_order;
    put(Unit{id, QStringLiteral("U%1").arg(m_order), false, {state}});
    if (!parent.isNull())
        relation(RelationType::BelongsTo, id, parent, period);
    return id;
}

PostId OrganisationBuilder::post(UnitId unit, const QString &title, PostRole role, int tier, int seats)
{
    const PostId id = m_ids.make<PostId>();
    PostState state;
    state.title = title;
    state.role = role;
    state.tier = tier;
    state.seats = seats;
    state.order = ++m_order;
    ChangeBuilder builder(m_organisation);
    builder.put(Post{id, {}, {state}});
    builder.put(Relation{m_ids.make<RelationId>(), RelationType::BelongsTo, id, unit, {}});
    apply(builder);
    return id;
}

PersonId OrganisationBuilder::holder(PostId post, const QString &name, AppointmentKind kind, const Period &period)
{
    const PersonId person = m_ids.make<PersonId>();
    put(Person{person, {}, name, {}});
    put(Appointment{m_ids.make<AppointmentId>(), post, person, kind, period, {}});
    return person;
}

RelationId OrganisationBuilder::relation(RelationType type, NodeRef from, NodeRef to, const Period &period)
{
    const RelationId id = m_ids.make<RelationId>();
    put(Relation{id, type, from, to, period});
    return id;
}

LocalityId OrganisationBuilder::locality(const QString &code, const QString &name, LocalityType type, LocalityId parent)
{
    const LocalityId id = m_ids.make<LocalityId>();
    LocalityState state;
    state.name = name;
    state.type = type;
    state.parent = parent;
    put(Locality{id, code, {state}});
    return id;
}

void OrganisationBuilder::put(const Row &row)
{
    ChangeBuilder builder(m_organisation);
    builder.put(row);
    apply(builder);
}

void OrganisationBuilder::apply(ChangeBuilder &builder)
{
    Change change;
    change.images = builder.takeImages();
    const auto applied = applyChange(m_organisation, change);
    if (!applied)
        qFatal("the test's organisation is wrong: %s", qPrintable(applied.error().code()));
}

Period period(const QString &from, const QString &to)
{
    return {PartialDate::parse(from).value_or(PartialDate{}), PartialDate::parse(to).value_or(PartialDate{})};
}

Day day(const QString &iso)
{
    return Day::parseIso(iso).value();
}

} // namespace bomay
