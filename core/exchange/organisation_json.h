// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/organisation.h"

#include <QByteArray>

namespace bomay {

/// Everything an organisation holds, without the log: every kind of row by id, keys sorted, UTF-8, one value a line.
/// Equal organisations give equal bytes, whatever the order of their edits.
[[nodiscard]] QByteArray canonicalJson(const Organisation &organisation);

} // namespace bomay
