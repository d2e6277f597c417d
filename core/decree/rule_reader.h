// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/toml.h"
#include "core/decree/selection_reader.h"

namespace bomay {

/// Reads one [[rule]] of a pack. Errors: those of `TomlTable`, `readParameters` and `readSelection`; `pack-date-order`,
/// `pack-severity-too-high`, `pack-unknown-placeholder`.
[[nodiscard]] Result<Rule> readRule(const TomlNode &node, const DecreeDocument &document, const NamedPlaces &places);

/// Reads one [[grace]] of a pack. Errors: those of `TomlTable`; `pack-grace-length` unless it has exactly one of
/// `months`, `years` and `until`.
[[nodiscard]] Result<Grace> readGrace(const TomlNode &node, const DecreeDocument &document);

} // namespace bomay
