// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/organisation.h"

#include <span>

namespace bomay {

class SqliteConnection;

/// Writes every row of an organisation into the empty tables of a database that has the schema of this program, and the
/// digest of them all. The caller holds the transaction. Error: `database-error`.
[[nodiscard]] Result<> writeRows(const Organisation &organisation, const SqliteConnection &connection);

/// The same where the tables are not empty: what stands there goes. The caller holds the transaction. Error:
/// `database-error`.
[[nodiscard]] Result<> rewriteRows(const Organisation &organisation, const SqliteConnection &connection);

/// Brings the rows with these keys from what a database holds to what an organisation does, and the digest with them.
/// A new row stands behind the others of its kind. The caller holds the transaction. Errors: `database-error`;
/// `document-digest` where the database has none.
[[nodiscard]] Result<> updateRows(const Organisation &organisation, std::span<const RowKey> touched,
                                  const SqliteConnection &connection);

} // namespace bomay
