// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/document_writer.h"

#include "core/store/entity_writer.h"

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

template <typename Entity>
Result<> writeTable(const Table<Entity> &table, const SqliteConnection &connection, ContentDigest &digest)
{
    BM_TRY(EntityWriter<Entity> writer, EntityWriter<Entity>::prepare(connection, digest));
    int position = 0;
    for (const Entity &entity : table)
        BM_TRY_VOID(writer.write(entity, ++position));
    if constexpr (Dated<Entity>) {
        // By id, as their table has them: SQLite then appends, and leaves no page half empty.
        std::vector<const Entity *> byId;
        for (const Entity &entity : table)
            byId.push_back(&entity);
        std::ranges::sort(byId, {}, &Entity::id);
        for (const Entity *entity : byId)
            BM_TRY_VOID(writer.writeStates(*entity));
    }
    return {};
}

/// Takes rows out of the tables and puts others in, and keeps the digest in step.
class DocumentUpdate
{
public:
    DocumentUpdate(const Organisation &organisation, const SqliteConnection &connection, ContentDigest &digest)
        : m_organisation(organisation)
        , m_connection(connection)
        , m_digest(digest)
    {}

    template <typename Entity>
    [[nodiscard]] Result<> replaceRows(std::span<const RowKey> keys)
    {
        std::optional<EntityWriter<Entity>> writer;
        for (const RowKey &key : keys) {
            if (key.kind != kRowKindOf<Entity>)
                continue;
            if (!writer) {
                BM_TRY(writer, EntityWriter<Entity>::prepare(m_connection, m_digest));
            }
            BM_TRY(std::optional<int> position, takeOut<Entity>(key.uid));
            const Entity *entity = m_organisation.find(Id<Entity>{key.uid});
            if (entity == nullptr)
                continue;
            if (!position) {
                BM_TRY(const QVariant last,
                       m_connection.value(u"SELECT max(position) FROM %1"_s.arg(tableName<Entity>())));
                position = last.toInt() + 1;
            }
            BM_TRY_VOID(writer->write(*entity, *position));
            if constexpr (Dated<Entity>)
                BM_TRY_VOID(writer->writeStates(*entity));
        }
        return {};
    }

private:
    /// The position that the row had; nothing where there was none.
    template <typename Entity>
    [[nodiscard]] Result<std::optional<int>> takeOut(const Uid &uid)
    {
        const QString id = encodeCell(uid).toString();
        if constexpr (Dated<Entity>) {
            BM_TRY_VOID(takeRows(u"custom_field"_s, customColumnNames(),
                                 u"entity_kind = '%1' AND entity_id = '%2'"_s.arg(tableName<Entity>(), id)));
            BM_TRY_VOID(takeRows(stateTableName<Entity>(), stateColumnNames<Entity>(),
                                 u"%1 = '%2'"_s.arg(tableName<Entity>(), id)));
        }
        return takeRows(tableName<Entity>(), columnNames<Entity>(), u"id = '%1'"_s.arg(id));
    }

    /// Deletes rows and gives back the first cell of the first, where that is a number. The condition is made of ids
    /// and names of ours alone.
    [[nodiscard]] Result<std::optional<int>> takeRows(const QString &table, const QStringList &columns,
                                                      const QString &condition)
    {
        BM_TRY(RowStatement rows, RowStatement::prepare(m_connection, u"SELECT %1 FROM %2 WHERE %3"_s.arg(
                                                                          columns.join(u", "_s), table, condition)));
        std::optional<int> first;
        bool isAny = false;
        for (CellRow row(table); rows.next(row); isAny = true) {
            m_digest.removeRow(row);
            if (int number = 0; !isAny && decodeCell(row[0], number))
                first = number;
        }
        BM_TRY_VOID(rows.end());
        if (isAny)
            BM_TRY_VOID(m_connection.run(u"DELETE FROM %1 WHERE %2"_s.arg(table, condition)));
        return first;
    }

    const Organisation &m_organisation;
    const SqliteConnection &m_connection;
    ContentDigest &m_digest;
};

} // namespace

Result<> writeRows(const Organisation &organisation, const SqliteConnection &connection)
{
    BM_TRY_VOID(connection.run(u"PRAGMA defer_foreign_keys = ON"_s));
    ContentDigest digest;
    Result<> written;
    forEachRowKind([&]<typename Entity>() {
        if (written)
            written = writeTable(organisation.table<Entity>(), connection, digest);
    });
    BM_TRY_VOID(written);
    BM_TRY(QSqlQuery query, connection.prepare(u"INSERT INTO content_digest (value) VALUES (?)"_s));
    query.bindValue(0, digest.toString());
    return execute(query);
}

Result<> rewriteRows(const Organisation &organisation, const SqliteConnection &connection)
{
    BM_TRY_VOID(connection.run(u"PRAGMA defer_foreign_keys = ON"_s));
    QStringList tables{u"content_digest"_s, u"custom_field"_s};
    forEachRowKind([&]<typename Entity>() {
        if constexpr (Dated<Entity>)
            tables += stateTableName<Entity>();
        tables += tableName<Entity>();
    });
    for (const QString &table : tables)
        BM_TRY_VOID(connection.run(u"DELETE FROM %1"_s.arg(table)));
    return writeRows(organisation, connection);
}

Result<> updateRows(const Organisation &organisation, std::span<const RowKey> touched,
                    const SqliteConnection &connection)
{
    BM_TRY_VOID(connection.run(u"PRAGMA defer_foreign_keys = ON"_s));
    BM_TRY(const QVariant written, connection.value(u"SELECT value FROM content_digest"_s));
    std::optional<ContentDigest> digest = ContentDigest::parse(written.toString());
    if (!digest)
        return fail(u"document-digest"_s);
    DocumentUpdate update(organisation, connection, *digest);
    Result<> replaced;
    forEachRowKind([&]<typename Entity>() {
        if (replaced)
            replaced = update.replaceRows<Entity>(touched);
    });
    BM_TRY_VOID(replaced);
    BM_TRY(QSqlQuery query, connection.prepare(u"UPDATE content_digest SET value = ?"_s));
    query.bindValue(0, digest->toString());
    return execute(query);
}

} // namespace bomay
