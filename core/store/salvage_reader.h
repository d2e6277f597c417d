// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/document_tables.h"
#include "core/store/losses.h"

namespace bomay {

class SqliteConnection;

/// Reads what can be read of the rows of a damaged database: a cell that means nothing is left at its default, a row
/// whose id means nothing is lost, and states without their owner bring it back without its code. What rows say to each
/// other is not looked at. All that is lost is added to the losses.
/// `expectedTables`: those that the document's schema has; one that is not there is a loss. Error: `database-error`
/// where not even the list of tables can be read, or none of ours is in it.
[[nodiscard]] Result<RowLists> salvageRows(const SqliteConnection &connection, const QStringList &expectedTables,
                                           qint64 fileSize, LossList &losses);

} // namespace bomay
