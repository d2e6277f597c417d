// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/deadlines.h"

#include <QJsonObject>

namespace bomay {

/// Deadlines up to so many days after a day, to be written.
struct DeadlineReport
{
    Day day;
    int within = 0;
    std::vector<Deadline> entries; ///< as `deadlines` gives them
};

/// In plain text, a line for each.
[[nodiscard]] QString deadlineText(const DeadlineReport &report, const MessageCatalog &catalog, Language language);

/// As CSV for spreadsheet programs (`csvText`).
[[nodiscard]] QByteArray deadlineCsv(const DeadlineReport &report, const MessageCatalog &catalog, Language language);

/// By the keys that scripts know; what has no last day has null for it.
[[nodiscard]] QJsonObject toJson(const DeadlineReport &report);

} // namespace bomay
