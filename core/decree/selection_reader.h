// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/rule_pack.h"
#include "core/decree/toml_table.h"

#include <map>

namespace bomay {

/// The places that a pack names, by key.
using NamedPlaces = std::map<QString, NamedPlace>;

/// Reads the table `select` of a rule: which units it speaks of. Errors: those of `TomlTable`;
/// `pack-unknown-value` for a place that the pack does not name; `pack-select-all-and-kinds`.
[[nodiscard]] Result<UnitSelection> readSelection(const TomlTable &rule, const NamedPlaces &places);

} // namespace bomay
