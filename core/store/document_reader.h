// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/organisation.h"

#include <functional>

namespace bomay {

class SqliteConnection;

/// Compares the digest in a database of whatever schema with its rows. Errors: `database-error`; `document-digest`
/// where they are not what was written.
[[nodiscard]] Result<> checkDigest(const SqliteConnection &connection);

enum class DigestCheck {
    WhileReading, ///< costs no second reading
    Done          ///< before a migration, which changes the rows but not the digest
};

/// Builds an organisation from the tables of a database that has the schema of this program. Errors: `database-error`;
/// `document-value` {table, row, column, value} for a cell that means nothing, where row is the row's or its owner's
/// id; `document-orphan` {table, row} for a state or a custom field of nobody, or out of its place; those of
/// `Transaction`; `document-digest` where all that is well but not what was written. `onStructure` hears as
/// `StructureListener` says.
[[nodiscard]] Result<Organisation> readRows(const SqliteConnection &connection, DigestCheck check,
                                            const std::function<void(const Organisation &)> &onStructure = {});

} // namespace bomay
