// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/document_schema.h"

#include "core/store/sqlite_connection.h"

#include <QRegularExpression>

#include <algorithm>
#include <tuple>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

bool comesBefore(const SchemaObject &a, const SchemaObject &b)
{
    return std::tie(a.type, a.name, a.table, a.text) < std::tie(b.type, b.name, b.table, b.text);
}

} // namespace

Result<> migrateToLatest(const SqliteConnection &connection, std::vector<Migration> migrations)
{
    const MigrationReport report = Migrator(std::move(migrations)).migrate(connection);
    if (report.outcome != MigrationOutcome::UpToDate && report.outcome != MigrationOutcome::Upgraded)
        return fail(u"database-error"_s, {}, {}, report.detail);
    return {};
}

Result<std::vector<SchemaObject>> schemaObjects(const SqliteConnection &connection)
{
    BM_TRY(QSqlQuery query, connection.prepare(u"SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema"_s));
    BM_TRY_VOID(execute(query));
    std::vector<SchemaObject> objects;
    while (query.next())
        objects.push_back({query.value(0).toString(), query.value(1).toString(), query.value(2).toString(),
                           query.value(3).toString()});
    BM_TRY_VOID(checkEndOfRows(query));
    std::ranges::sort(objects, comesBefore);
    return objects;
}

Result<std::vector<SchemaObject>> schemaObjects(std::vector<Migration> migrations)
{
    BM_TRY(const SqliteConnection empty, SqliteConnection::open(u":memory:"_s, SqliteConnection::Access::ReadWrite));
    BM_TRY_VOID(migrateToLatest(empty, std::move(migrations)));
    return schemaObjects(empty);
}

Result<> checkSchema(const SqliteConnection &connection, std::vector<Migration> migrations)
{
    BM_TRY(const std::vector<SchemaObject> expected, schemaObjects(std::move(migrations)));
    BM_TRY(const std::vector<SchemaObject> found, schemaObjects(connection));
    std::vector<SchemaObject> differing;
    std::ranges::set_symmetric_difference(expected, found, std::back_inserter(differing), comesBefore);
    if (differing.empty())
        return {};
    // An index that SQLite made by itself has no text; the table that it belongs to tells more.
    const auto named =
        std::ranges::find_if(differing, [](const SchemaObject &object) { return !object.text.isEmpty(); });
    const SchemaObject &object = named != differing.end() ? *named : differing.front();
    return fail(u"document-schema"_s, {{u"object"_s, object.name.left(80)}});
}

bool isPlainTable(const SchemaObject &object)
{
    // The type column is only a word that anybody can write; SQLite goes by the text.
    static const QRegularExpression computes(u"\\b(AS|CHECK)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    return object.type == u"table"_s && object.text.startsWith(u"CREATE TABLE "_s) && !object.text.contains(computes);
}

Result<> checkTable(const SqliteConnection &connection, const QString &table)
{
    BM_TRY(const std::vector<SchemaObject> objects, schemaObjects(connection));
    const auto isCalled = [&table](const SchemaObject &object) {
        return object.name.compare(table, Qt::CaseInsensitive) == 0;
    };
    if (std::ranges::none_of(objects, isCalled))
        return {};
    for (const SchemaObject &object : objects)
        if (isCalled(object) && !isPlainTable(object))
            return fail(u"document-schema"_s, {{u"object"_s, table}});
    return quickCheck(connection, table);
}

Result<> quickCheck(const SqliteConnection &connection, const QString &table)
{
    BM_TRY(const QVariant answer,
           connection.value(u"PRAGMA quick_check(%1)"_s.arg(table.isEmpty() ? u"1"_s : u'"' + table + u'"')));
    if (answer.toString() != u"ok"_s)
        return fail(u"database-error"_s, {}, {}, answer.toString());
    return {};
}

} // namespace bomay
