// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/messages.h"
#include "core/store/document_repair.h"

#include <QJsonObject>

namespace bomay {

/// What was saved and what was lost, for people: a line for each kind of row, then one for each loss.
[[nodiscard]] QString toText(const Salvage &salvage, const MessageCatalog &messages, Language language);

/// The same for programs: {"kept": {table: rows}, "log": entries, "dropped": [{"kind", "table", "id", "column", "code",
/// "reason": {"vi", "en"}}], "more": losses beyond those}.
[[nodiscard]] QJsonObject toJson(const Salvage &salvage, const MessageCatalog &messages);

} // namespace bomay
