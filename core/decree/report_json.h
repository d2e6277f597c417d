// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/checker.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>

namespace bomay {

/// What can be done about a finding (fix_json.h); a report alone does not know.
using FixesOfFinding = std::function<QJsonArray(const Finding &finding)>;

/// A finding and a whole report in the shape that `cli.md` promises to scripts.
[[nodiscard]] QJsonObject toJson(const Finding &finding, const FixesOfFinding &fixes = {});
[[nodiscard]] QJsonObject toJson(const CheckReport &report, const MessageCatalog &catalog,
                                 const FixesOfFinding &fixes = {});

} // namespace bomay
