// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/org_view.h"

#include <QString>

#include <span>

namespace bomay {

/// Units that stand in one frame share a block (khối): the one written down, else that of their kind.
[[nodiscard]] QString blockOf(const ViewUnit &unit);

/// "Cơ quan chuyên môn (13)", "UBND phường, xã (312)": the title of a frame with these units, at least one.
[[nodiscard]] QString frameTitle(const OrgView &view, std::span<const int> units);

/// "13 cơ quan chuyên môn", "168 UBND phường, xã, đặc khu (113 · 54 · 1)": in place of these units, at least one.
[[nodiscard]] QString countTitle(const OrgView &view, std::span<const int> units);

} // namespace bomay
