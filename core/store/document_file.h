// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/organisation.h"
#include "core/store/migrator.h"

namespace bomay {

/// Writes the document file whole or not at all: beside the old one first, which stays as it was when anything fails.
/// Equal organisations give equal bytes. Errors, with the path as place: `cannot-write-file` (folder absent,
/// write-protected, disk full …), `bad-migration`.
[[nodiscard]] Result<> saveDocument(const Organisation &organisation, const QString &path);

/// Reads a document file without changing it, and trusts nothing in it. Errors, with the path as place:
/// `file-not-found`; `cannot-read-file`; `not-a-document`; `newer-document` {version} where a newer program wrote it;
/// `damaged-document` with a cause: `document-checksum` (made by a migration that is not ours), `document-schema`
/// {object} (a table, view, trigger or index that is none of ours, or lacks), `database-error` (SQLite's word), and
/// those of `readRows`; `bad-migration`.
[[nodiscard]] Result<Organisation> loadDocument(const QString &path);

/// The same for a program that knows these migrations; an older document is read from an upgraded copy.
[[nodiscard]] Result<Organisation> loadDocument(const QString &path, const std::vector<Migration> &migrations);

} // namespace bomay
