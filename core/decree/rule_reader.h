// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/toml.h"
#include "core/decree/rule_pack.h"

#include <map>

namespace bomay {

/// The places that a pack names, by key.
using NamedPlaces = std::map<QString, NamedPlace>;

/// Reads one [[rule]] of a pack. Errors: those of `TomlTable`; `pack-unneeded-key`, `pack-date-order`,
/// `pack-severity-too-high`, `pack-anchor-kind`, `pack-unknown-placeholder`, `pack-limit-order`.
[[nodiscard]] Result<Rule> readRule(const TomlNode &node, const DecreeDocument &document, const NamedPlaces &places);

} // namespace bomay
