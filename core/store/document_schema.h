// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/migrator.h"

#include <vector>

namespace bomay {

class SqliteConnection;

/// Applies the migrations that a database lacks. Error: `database-error`.
[[nodiscard]] Result<> migrateToLatest(const SqliteConnection &connection, std::vector<Migration> migrations);

/// An object of a database's schema.
struct SchemaObject
{
    QString type; ///< table, index, view, trigger
    QString name;
    QString table; ///< that it belongs to
    QString text;  ///< the statement that made it; empty where SQLite made it by itself

    friend bool operator==(const SchemaObject &, const SchemaObject &) = default;
};

/// Every object of a schema in one order. Error: `database-error`.
[[nodiscard]] Result<std::vector<SchemaObject>> schemaObjects(const SqliteConnection &connection);

/// The objects that migrations make of an empty database. Error: `database-error`.
[[nodiscard]] Result<std::vector<SchemaObject>> schemaObjects(std::vector<Migration> migrations);

/// Compares the schema with what these migrations make of an empty database. Errors: `database-error`;
/// `document-schema` {object}.
[[nodiscard]] Result<> checkSchema(const SqliteConnection &connection, std::vector<Migration> migrations);

/// May rows be read from this object? It is a table, and computes nothing while it is read: a view or a virtual table
/// of that name could do anything, and go on for ever.
[[nodiscard]] bool isPlainTable(const SchemaObject &object);

/// Makes sure that a table can be read before the whole schema is known to be ours: it is a plain one and its pages do
/// not lead in circles. One that is not there passes. Errors: `document-schema` {object}, `database-error`.
[[nodiscard]] Result<> checkTable(const SqliteConnection &connection, const QString &table);

/// SQLite's own check of the pages, of the whole database or of one table. Error: `database-error`.
[[nodiscard]] Result<> quickCheck(const SqliteConnection &connection, const QString &table = {});

} // namespace bomay
