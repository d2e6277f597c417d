// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/change/personnel_checks.h"

namespace bomay {

/// An office with a head (An) and two deputies' seats, one of them taken by Bình.
struct SmallOffice : OrganisationBuilder
{
    UnitId office = unit(QStringLiteral("Văn phòng"), {}, UnitKind::Office);
    PostId head = post(office, QStringLiteral("Trưởng"), PostRole::Head);
    PostId deputy = post(office, QStringLiteral("Phó"), PostRole::Deputy, 1, 2);
    PersonId an = holder(head, QStringLiteral("An"), AppointmentKind::Full, period(QStringLiteral("2020"), {}));
    PersonId binh = holder(deputy, QStringLiteral("Bình"));

    [[nodiscard]] const Organisation &org() const { return organisation(); }
    QString outcome(const Result<Change> &change) { return problemOf(organisation(), change); }
};

} // namespace bomay
