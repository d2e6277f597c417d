// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/organisation.h"

#include <QStringList>

namespace bomay {

/// Rows of every kind; of each kind at least one whose every field differs from its default.
[[nodiscard]] Organisation fullOrganisation();

/// A tree of units, each with one post: `pairs` of both.
[[nodiscard]] Organisation largeOrganisation(int pairs);

/// The tables whose rows or whose order of rows differ.
[[nodiscard]] QStringList differingTables(const Organisation &a, const Organisation &b);

/// "table.field" of every field that has its type's default value in all rows.
[[nodiscard]] QStringList fieldsAtDefault(const Organisation &organisation);

/// Runs statements on a database file as an enemy would: without foreign keys, with the schema writable. Returns what
/// failed.
[[nodiscard]] QString tamper(const QString &path, const QStringList &statements);

/// The codes of an error and of its first causes: "damaged-document/integrity/fault-cycle".
[[nodiscard]] QString codePath(const Error &error);

} // namespace bomay
