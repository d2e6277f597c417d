// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/edits.h"
#include "core/model/org_view.h"
#include "tests/support/organisation_builder.h"

namespace bomay {

/// The state in view is put right, seen on a day.
[[nodiscard]] EditScope correctOn(const QString &iso);

/// From a day on, by a decision.
[[nodiscard]] EditScope fromDay(const QString &iso);

/// Both modes with the same day.
[[nodiscard]] EditScope scopeOf(EditMode mode, const QString &iso);

/// Rows of a test that is run in both modes, in a column "mode".
void addEditModes();

/// Applies a change, takes it back and applies it again. Says what went wrong: the error's code, a fault of integrity,
/// an inverse that leaves a trace; nothing where all is well. After a failure the organisation is as it was.
[[nodiscard]] QString problemOf(Organisation &organisation, const Result<Change> &change);

/// The belongs-to tree on a day: "Sở(Giám đốc,Phòng A,Phòng B)". Staged roots get a question mark.
[[nodiscard]] QString treeOn(const Organisation &organisation, const QString &iso);
[[nodiscard]] QString treeOf(const OrgView &view);

} // namespace bomay
