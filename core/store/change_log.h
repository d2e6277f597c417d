// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/change/change.h"

#include <optional>
#include <span>

namespace bomay {

class SqliteConnection;

/// One entry of a document's log.
struct LogEntry
{
    int number = 0;         ///< from 1, without a gap
    bool hasImages = false; ///< false for changes before the document was first written: their images are not kept
    Change change;
};

enum class LogImages { Keep, Drop };

/// Appends changes to the log of a database that has its digest already. The caller holds the transaction. Each entry
/// carries a chain value over itself and the one before, so that an entry that was altered, taken out or put in can be
/// told. Error: `database-error`.
[[nodiscard]] Result<> appendToLog(const SqliteConnection &connection, std::span<const Change> changes,
                                   LogImages images);

/// The log, oldest first, as far as its entries are what was written.
struct LogReading
{
    std::vector<LogEntry> entries;
    std::optional<Error> trouble; ///< why there is no more of it; nothing = that is all
};
[[nodiscard]] LogReading readSoundLog(const SqliteConnection &connection);

/// The whole log, oldest first. Errors: `database-error`; `document-log` {number} where an entry is not what was
/// written.
[[nodiscard]] Result<std::vector<LogEntry>> readLog(const SqliteConnection &connection);

} // namespace bomay
