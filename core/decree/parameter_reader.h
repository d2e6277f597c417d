// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/check_table.h"
#include "core/decree/toml_table.h"

namespace bomay {

/// The keys that hold parameters, whichever check reads them.
[[nodiscard]] QStringList parameterKeys();

/// Reads what a rule's check compares with. Errors: those of `TomlTable`; `pack-unneeded-key`, `pack-limit-order`.
[[nodiscard]] Result<Parameters> readParameters(const TomlTable &rule, const CheckEntry &check);

/// Names of bodies under a key; empty where it is not there.
[[nodiscard]] Result<AgencyNames> readAgencyNames(const TomlTable &table, const QString &key);

} // namespace bomay
