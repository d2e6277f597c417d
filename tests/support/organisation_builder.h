// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/change_builder.h"
#include "core/change/transaction.h"

#include <QDebug>

namespace bomay {

/// Makes small organisations for tests, readable line by line. Every call is one applied change; a failing one fails
/// the test.
class OrganisationBuilder
{
public:
    OrganisationBuilder()
        : m_ids("organisation-builder")
    {}

    UnitId unit(const QString &name, UnitId parent = {}, UnitKind kind = UnitKind::Division, const Period &period = {})
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

    PostId post(UnitId unit, const QString &title, PostRole role, int tier = 0, int seats = 1)
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

    PersonId holder(PostId post, const QString &name, AppointmentKind kind = AppointmentKind::Full,
                    const Period &period = {})
    {
        const PersonId person = m_ids.make<PersonId>();
        put(Person{person, {}, name, {}});
        put(Appointment{m_ids.make<AppointmentId>(), post, person, kind, period, {}});
        return person;
    }

    RelationId relation(RelationType type, NodeRef from, NodeRef to, const Period &period = {})
    {
        const RelationId id = m_ids.make<RelationId>();
        put(Relation{id, type, from, to, period});
        return id;
    }

    LocalityId locality(const QString &code, const QString &name, LocalityType type, LocalityId parent = {})
    {
        const LocalityId id = m_ids.make<LocalityId>();
        LocalityState state;
        state.name = name;
        state.type = type;
        state.parent = parent;
        put(Locality{id, code, {state}});
        return id;
    }

    void put(const Row &row)
    {
        ChangeBuilder builder(m_organisation);
        builder.put(row);
        apply(builder);
    }

    [[nodiscard]] const Organisation &organisation() const { return m_organisation; }
    [[nodiscard]] Organisation &organisation() { return m_organisation; }
    [[nodiscard]] IdSource &ids() { return m_ids; }

private:
    void apply(ChangeBuilder &builder)
    {
        Change change;
        change.images = builder.takeImages();
        const auto applied = applyChange(m_organisation, change);
        if (!applied)
            qFatal("the test's organisation is wrong: %s", qPrintable(applied.error().code()));
    }

    Organisation m_organisation;
    SeededIdSource m_ids;
    int m_order = 0;
};

/// A period from ISO dates; empty = open.
[[nodiscard]] inline Period period(const QString &from, const QString &to)
{
    return {PartialDate::parse(from).value_or(PartialDate{}), PartialDate::parse(to).value_or(PartialDate{})};
}

[[nodiscard]] inline Day day(const QString &iso)
{
    return Day::parseIso(iso).value();
}

} // namespace bomay
