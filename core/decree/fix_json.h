// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/fixes.h"

#include <QJsonArray>

namespace bomay {

/// Fixes for scripts: the title of each, and its rows with what becomes of them: kind, code, name, and for a row that
/// is modified the fields that differ, before and after. Ids are not among them: they are made for the occasion.
[[nodiscard]] QJsonArray toJson(const std::vector<Fix> &fixes, const MessageCatalog &catalog);

} // namespace bomay
