// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/change_builder.h"
#include "core/session/session.h"

namespace bomay::test {

/// A change that adds a unit by a name, which is its code, too.
[[nodiscard]] inline Change addUnit(Session &session, const QString &name)
{
    ChangeBuilder builder(session.organisation());
    UnitState state;
    state.name = name;
    builder.put(Unit{session.ids().make<UnitId>(), name, false, {state}});
    Change change;
    change.title = QStringLiteral("Thêm ") + name;
    change.images = builder.takeImages();
    return change;
}

} // namespace bomay::test
