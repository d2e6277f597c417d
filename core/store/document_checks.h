// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace bomay {

class SqliteConnection;

// What is looked at before anything in a document's file is believed.

/// An error at a file, with what lies behind it.
[[nodiscard]] std::unexpected<Error> failWithCause(const QString &code, const QString &path, Error cause);

/// What can be said from the first bytes alone, before SQLite sees a file from outside. Errors, with the path as place:
/// `file-not-found`; `cannot-read-file`; `not-a-document`; `damaged-document`.
[[nodiscard]] Result<> checkHeader(const QString &path);

/// SQLite takes the missing end of a last page for zeros; here it is a `database-error`.
[[nodiscard]] Result<> checkLength(const SqliteConnection &connection, const QString &path);

/// Does SQLite's journal beside a file name a journal above it, for a transaction over several files? Ours never do;
/// and SQLite deletes the file so named once it has rolled back, whatever file that is.
[[nodiscard]] bool hasForeignJournal(const QString &path);

/// A save that was cut off leaves SQLite's journal beside the file: the next one who may write rolls it back. What
/// comes out is checked like any other file.
void rollBackInterruptedSave(const QString &path);

/// Before another file takes the place of this one: the journal of a save that was cut off must not be played into it.
void settleInterruptedSave(const QString &path);

} // namespace bomay
