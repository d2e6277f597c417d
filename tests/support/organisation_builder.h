// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/change_builder.h"

namespace bomay {

/// Makes small organisations for tests, readable line by line. Every call is one applied change; a failing one fails
/// the test.
class OrganisationBuilder
{
public:
    OrganisationBuilder();

    UnitId unit(const QString &name, UnitId parent = {}, UnitKind kind = UnitKind::Division, const Period &period = {});
    PostId post(UnitId unit, const QString &title, PostRole role, int tier = 0, int seats = 1);
    PersonId holder(PostId post, const QString &name, AppointmentKind kind = AppointmentKind::Full,
                    const Period &period = {});
    RelationId relation(RelationType type, NodeRef from, NodeRef to, const Period &period = {});
    LocalityId locality(const QString &code, const QString &name, LocalityType type, LocalityId parent = {});
    void put(const Row &row);

    [[nodiscard]] const Organisation &organisation() const { return m_organisation; }
    [[nodiscard]] Organisation &organisation() { return m_organisation; }
    [[nodiscard]] IdSource &ids() { return m_ids; }

private:
    void apply(ChangeBuilder &builder);

    Organisation m_organisation;
    SeededIdSource m_ids;
    int m_order = 0;
};

/// A period from ISO dates; empty = open.
[[nodiscard]] Period period(const QString &from, const QString &to);

[[nodiscard]] Day day(const QString &iso);

} // namespace bomay
