// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sqlite_connection.h"

namespace bomay {

// Internal to core/store: a copy of a damaged database that SQLite opens again. Both write to the copy.

/// Puts those numbers of the header right that keep SQLite from reading a file at all, though its pages may be good:
/// the kind of journal, and a page count beyond the end of a cut file. Error: `cannot-write-file`.
[[nodiscard]] Result<> mendHeader(const QString &copy);

/// Gives a database whose schema cannot be read that of this program: the header and the pages of the schema of an
/// empty document, which every document of one schema shares, since the schema is written before the rows and never
/// changes. `scratch` is the path of a file to make meanwhile. Errors: `cannot-write-file`, `database-error`,
/// `bad-migration`.
[[nodiscard]] Result<> transplantSchema(const QString &copy, const QString &scratch);

} // namespace bomay
