// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/diagnostics.h"

#include <QJsonObject>

namespace bomay {

/// The import report in the shape that the command line promises; texts in both languages.
[[nodiscard]] QJsonObject toJson(const ImportReport &report, const MessageCatalog &messages);

/// The report as lines for people: what was taken, then each remark with its place.
[[nodiscard]] QString toText(const ImportReport &report, const MessageCatalog &messages, Language language);

/// The remarks alone, a line each.
[[nodiscard]] QString diagnosticsText(const ImportReport &report, const MessageCatalog &messages, Language language);

} // namespace bomay
