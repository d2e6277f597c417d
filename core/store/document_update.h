// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/document_file.h"

#include <functional>

namespace bomay {

class SqliteConnection;

/// Does something to a document's database in one transaction, if it is in the state of `source`: in place where `path`
/// is that file, else, and on drives of other machines, in a copy that then takes the place of `path`. Gives the digest
/// that the database has then. Errors: those of `saveChanges` and, as causes of `cannot-write-file`, those of `update`.
[[nodiscard]] Result<QString> updateDocument(const DocumentSource &source, const QString &path,
                                             const std::function<Result<>(const SqliteConnection &)> &update);

/// The same for a file of an older schema, which is brought to the present one first: always in a copy that then takes
/// the place of `path`.
[[nodiscard]] Result<QString> upgradeDocument(const DocumentSource &source, const QString &path,
                                              const std::function<Result<>(const SqliteConnection &)> &update);

} // namespace bomay
