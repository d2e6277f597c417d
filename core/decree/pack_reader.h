// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/decree/rule_pack.h"

namespace bomay {

/// Reads a rule pack, strictly: the first thing wrong refuses it whole, with file, line and column; `file` names it
/// there. Errors: `toml-syntax`; those of `readRule`; `pack-cited-twice`, `pack-duplicate-rule`.
[[nodiscard]] Result<RulePack> loadPack(const QByteArray &bytes, const QString &file);

} // namespace bomay
