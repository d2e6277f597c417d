// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/checker.h"

#include <QJsonObject>

namespace bomay {

/// A finding and a whole report in the shape that `cli.md` promises to scripts.
[[nodiscard]] QJsonObject toJson(const Finding &finding);
[[nodiscard]] QJsonObject toJson(const CheckReport &report, const MessageCatalog &catalog);

} // namespace bomay
