// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/organisation.h"

namespace bomay {

class SqliteConnection;

/// Writes every row of an organisation into the empty tables of a database that has the schema of this program, and the
/// digest of them all. The caller holds the transaction. Error: `database-error`.
[[nodiscard]] Result<> writeRows(const Organisation &organisation, const SqliteConnection &connection);

} // namespace bomay
