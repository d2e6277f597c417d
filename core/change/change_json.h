// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/change/change.h"

#include <QJsonObject>

namespace bomay {

/// A change as JSON with its images, for the journal; ids and dates as rows have them, the time in UTC to the
/// millisecond.
[[nodiscard]] QJsonObject toJson(const Change &change);

/// The change that `toJson` wrote, and nothing else. Errors: `change-json` with the field; those of `rowFromJson`.
[[nodiscard]] Result<Change> changeFromJson(const QJsonObject &object);

} // namespace bomay
