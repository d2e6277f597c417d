// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/organisation.h"
#include "core/store/change_log.h"
#include "core/store/migrator.h"

#include <functional>

namespace bomay {

/// Writes the document file whole or not at all: beside the old one first, which stays as it was when anything fails.
/// Equal organisations give equal bytes. Gives the digest of what was written. Errors, with the path as place:
/// `cannot-write-file` (folder absent, write-protected, disk full …), `bad-migration`. `log` is what led there; it is
/// kept by title, without images.
[[nodiscard]] Result<QString> saveDocument(const Organisation &organisation, const QString &path,
                                           std::span<const Change> log = {});

/// A document's file as it was last read or written.
struct DocumentSource
{
    QString path;
    QString digest; ///< from `contentDigest`, or from what wrote it
};

/// Writes what changed since a document's file was last read or written, and appends it to its log: in place in one
/// transaction where `path` is that file, else, and on drives of other machines, to a copy that then takes the place
/// of `path`. Gives the digest of what was written, from the transaction that wrote it: once that is over the file may
/// be somebody else's or gone. Errors, with the path as place: `document-changed-outside` where the file is not in that
/// state any more; `document-older` where an older version wrote it; `cannot-write-file` with a cause.
[[nodiscard]] Result<QString> saveChanges(const DocumentSource &source, const QString &path, const Organisation &after,
                                          std::span<const Change> changes);

/// The same for a file that an older version wrote: the new file has the present schema, and the old one's log.
[[nodiscard]] Result<QString> saveUpgraded(const DocumentSource &source, const QString &path, const Organisation &after,
                                           std::span<const Change> changes);

/// The digest of what a document's file holds, as the file says. Errors: those of `loadDocument`.
[[nodiscard]] Result<QString> contentDigest(const QString &path);

/// The log of a document, oldest first, its chain checked. Errors: those of `loadDocument`, and as cause
/// `document-log`.
[[nodiscard]] Result<std::vector<LogEntry>> loadLog(const QString &path);

/// Sees the localities, units and posts of a document and their relations while it is read, before persons and all the
/// rest. Neither integrity nor digest have been checked by then, and the document may still be refused: good for a
/// first picture and nothing else.
using StructureListener = std::function<void(const Organisation &)>;

/// Reads a document file without changing it, and trusts nothing in it. Errors, with the path as place:
/// `file-not-found`; `cannot-read-file`; `not-a-document`; `newer-document` {version} where a newer program wrote it;
/// `damaged-document` with a cause: `document-checksum` (made by a migration that is not ours), `document-schema`
/// {object} (a table, view, trigger or index that is none of ours, or lacks), `database-error` (SQLite's word), and
/// those of `readRows`; `bad-migration`.
[[nodiscard]] Result<Organisation> loadDocument(const QString &path, const StructureListener &onStructure = {});

/// The same for a program that knows these migrations; an older document is read from an upgraded copy.
[[nodiscard]] Result<Organisation> loadDocument(const QString &path, const std::vector<Migration> &migrations,
                                                const StructureListener &onStructure = {});

} // namespace bomay
