// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/messages.h"
#include "core/change/change.h"
#include "core/model/organisation.h"

#include <QStringList>

namespace bomay {

/// What a reorganisation would do, as lines to read before it is done: who ends, who is founded, what goes where, whose
/// post ends or is left over, which numbers change. `change` is made for `organisation` and holds from `from` on.
[[nodiscard]] QStringList outcomeText(const Organisation &organisation, const Change &change, Day from,
                                      Language language);

} // namespace bomay
