// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/document_reader.h"

#include "core/base/numbers.h"
#include "core/change/transaction.h"
#include "core/store/cell_fields.h"
#include "core/store/cells.h"
#include "core/store/document_tables.h"
#include "core/store/sqlite_connection.h"

#include <QSqlRecord>

#include <unordered_map>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

/// Fills each visited field from the next cells, in the order of `ColumnNames`, up to the first that means nothing.
class CellReader : public CellFields<CellReader>
{
public:
    CellReader(std::span<const QVariant> cells, int first)
        : m_cells(cells)
        , m_next(first)
    {}

    /// The index of the cell that means nothing, or −1.
    [[nodiscard]] int badCell() const { return m_bad; }

private:
    friend CellFields<CellReader>;

    template <typename Value>
    void take(Value &value)
    {
        if (m_bad < 0 && !decodeCell(m_cells[uz(m_next)], value))
            m_bad = m_next;
        ++m_next;
    }

    std::span<const QVariant> m_cells;
    int m_next = 0;
    int m_bad = -1;
};

/// Walks the rows of one table; each goes into the digest.
class RowCursor
{
public:
    [[nodiscard]] static Result<RowCursor> open(const SqliteConnection &connection, const QString &table,
                                                const QStringList &columns, const QString &order, ContentDigest &digest)
    {
        BM_TRY(QSqlQuery query,
               connection.prepare(u"SELECT %1 FROM %2 ORDER BY %3"_s.arg(columns.join(u", "_s), table, order)));
        BM_TRY_VOID(execute(query));
        return RowCursor(table, columns, std::move(query), digest);
    }

    [[nodiscard]] bool next()
    {
        if (!m_query.next())
            return false;
        for (int i = 0; i < sizeOf(m_cells); ++i)
            m_cells[uz(i)] = m_query.value(i);
        m_digest.addRow(m_table, m_cells);
        return true;
    }

    [[nodiscard]] Result<> end() const { return checkEndOfRows(m_query); }

    /// Fills an entity or a state from the cells behind the first ones, which belong to the table alone.
    template <typename Struct>
    [[nodiscard]] Result<> read(Struct &fields, int first) const
    {
        CellReader reader(m_cells, first);
        visitFields(fields, reader);
        if (reader.badCell() >= 0)
            return badValue(reader.badCell());
        return {};
    }

    template <typename Value>
    [[nodiscard]] Result<> readCell(int column, Value &value) const
    {
        if (!decodeCell(m_cells[uz(column)], value))
            return badValue(column);
        return {};
    }

    [[nodiscard]] std::unexpected<Error> badValue(int column) const
    {
        constexpr int kShown = 80; // a damaged text may be a megabyte long
        return fail(u"document-value"_s, {{u"table"_s, m_table},
                                          {u"row"_s, rowName()},
                                          {u"column"_s, m_columns[column]},
                                          {u"value"_s, m_cells[uz(column)].toString().left(kShown)}});
    }

    [[nodiscard]] std::unexpected<Error> orphan() const
    {
        return fail(u"document-orphan"_s, {{u"table"_s, m_table}, {u"row"_s, rowName()}});
    }

private:
    RowCursor(QString table, QStringList columns, QSqlQuery query, ContentDigest &digest)
        : m_table(std::move(table))
        , m_columns(std::move(columns))
        , m_query(std::move(query))
        , m_digest(digest)
        , m_cells(uz(m_columns.size()))
    {}

    /// The row's or its owner's id: the first text among the two first cells.
    [[nodiscard]] QString rowName() const
    {
        const bool ownsId = m_columns.first() == u"position"_s || m_columns.first() == u"entity_kind"_s;
        return m_cells[ownsId ? 1 : 0].toString();
    }

    QString m_table;
    QStringList m_columns;
    QSqlQuery m_query;
    ContentDigest &m_digest;
    std::vector<QVariant> m_cells;
};

/// All rows of a document by kind, and where an id stands among them.
class DocumentReader
{
public:
    explicit DocumentReader(const SqliteConnection &connection)
        : m_connection(connection)
    {}

    [[nodiscard]] Result<> readAll()
    {
        Result<> read;
        forEachRowKind([&]<typename Entity>() {
            if (read)
                read = readEntities<Entity>();
            if constexpr (Dated<Entity>)
                if (read)
                    read = readStates<Entity>();
        });
        BM_TRY_VOID(read);
        return readCustomFields();
    }

    /// Puts everything into an empty organisation, which checks it.
    [[nodiscard]] Result<Organisation> build()
    {
        Organisation organisation;
        Transaction transaction(organisation);
        Result<> put;
        const auto putAll = [&](auto &rows) {
            for (auto &row : rows)
                if (put)
                    put = transaction.applyEdit({keyOf(row.id), std::nullopt, std::move(row)});
            rows = {};
        };
        std::apply([&](auto &...rows) { (putAll(rows), ...); }, m_rows);
        BM_TRY_VOID(put);
        BM_TRY_VOID(transaction.commit());
        return organisation;
    }

    [[nodiscard]] const ContentDigest &digest() const { return m_digest; }

private:
    template <typename Entity>
    [[nodiscard]] Result<> readEntities()
    {
        auto &rows = std::get<std::vector<Entity>>(m_rows);
        BM_TRY(RowCursor cursor,
               RowCursor::open(m_connection, tableName<Entity>(), columnNames<Entity>(), u"position"_s, m_digest));
        while (cursor.next()) {
            Entity entity;
            BM_TRY_VOID(cursor.read(entity, 1));
            if (entity.id.isNull() || !isAllowed(entity))
                return cursor.badValue(1);
            m_indices.try_emplace(keyOf(entity.id), rows.size());
            rows.push_back(std::move(entity));
        }
        return cursor.end();
    }

    template <Dated Entity>
    [[nodiscard]] Result<> readStates()
    {
        BM_TRY(RowCursor cursor, RowCursor::open(m_connection, stateTableName<Entity>(), stateColumnNames<Entity>(),
                                                 tableName<Entity>() + u", state_no"_s, m_digest));
        while (cursor.next()) {
            Id<Entity> owner;
            int number = 0;
            StateOf<Entity> state;
            BM_TRY_VOID(cursor.readCell(0, owner));
            BM_TRY_VOID(cursor.readCell(1, number));
            BM_TRY_VOID(cursor.read(state, 2));
            Entity *entity = find(owner);
            if (entity == nullptr || number != sizeOf(entity->states))
                return cursor.orphan();
            entity->states.push_back(std::move(state));
        }
        return cursor.end();
    }

    [[nodiscard]] Result<> readCustomFields()
    {
        BM_TRY(RowCursor cursor, RowCursor::open(m_connection, u"custom_field"_s, customColumnNames(),
                                                 u"entity_kind, entity_id, state_no, name"_s, m_digest));
        while (cursor.next()) {
            QString kind;
            Uid uid;
            int number = 0;
            QString name;
            QString value;
            BM_TRY_VOID(cursor.readCell(0, kind));
            BM_TRY_VOID(cursor.readCell(1, uid));
            BM_TRY_VOID(cursor.readCell(2, number));
            BM_TRY_VOID(cursor.readCell(3, name));
            BM_TRY_VOID(cursor.readCell(4, value));
            CustomFields *fields = kind == tableName<Locality>() ? customOf(LocalityId{uid}, number)
                                   : kind == tableName<Unit>()   ? customOf(UnitId{uid}, number)
                                   : kind == tableName<Post>()   ? customOf(PostId{uid}, number)
                                                                 : nullptr;
            if (fields == nullptr)
                return cursor.orphan();
            fields->insert(name, value);
        }
        return cursor.end();
    }

    template <typename Entity>
    [[nodiscard]] static bool isAllowed(const Entity & /*entity*/)
    {
        return true;
    }
    /// There is one row that speaks of the document, and the table lets no id in twice.
    [[nodiscard]] static bool isAllowed(const DocumentInfo &info) { return info.id == documentInfoId(); }

    template <typename Entity>
    [[nodiscard]] Entity *find(Id<Entity> id)
    {
        const auto found = m_indices.find(keyOf(id));
        return found != m_indices.end() ? &std::get<std::vector<Entity>>(m_rows)[found->second] : nullptr;
    }

    template <Dated Entity>
    [[nodiscard]] CustomFields *customOf(Id<Entity> id, int state)
    {
        Entity *entity = find(id);
        return entity != nullptr && state >= 0 && state < sizeOf(entity->states) ? &entity->states[uz(state)].custom
                                                                                 : nullptr;
    }

    const SqliteConnection &m_connection;
    ContentDigest m_digest;
    RowLists m_rows;
    std::unordered_map<RowKey, std::size_t> m_indices;
};

Result<> compareDigest(const SqliteConnection &connection, const ContentDigest &found)
{
    BM_TRY(const QVariant written, connection.value(u"SELECT value FROM content_digest"_s));
    if (written.toString() != found.toString())
        return fail(u"document-digest"_s);
    return {};
}

Result<> addTable(const SqliteConnection &connection, const QString &table, ContentDigest &digest)
{
    BM_TRY(QSqlQuery query, connection.prepare(u"SELECT * FROM %1"_s.arg(table)));
    BM_TRY_VOID(execute(query));
    std::vector<QVariant> cells(uz(query.record().count()));
    while (query.next()) {
        for (int i = 0; i < sizeOf(cells); ++i)
            cells[uz(i)] = query.value(i);
        digest.addRow(table, cells);
    }
    return checkEndOfRows(query);
}

} // namespace

Result<> checkDigest(const SqliteConnection &connection)
{
    BM_TRY(QSqlQuery tables, connection.prepare(u"SELECT name FROM sqlite_schema WHERE type = 'table' "
                                                "AND name NOT IN ('migration', 'content_digest', 'change', "
                                                "'change_image', 'version')"_s));
    BM_TRY_VOID(execute(tables));
    ContentDigest digest;
    while (tables.next())
        BM_TRY_VOID(addTable(connection, tables.value(0).toString(), digest));
    BM_TRY_VOID(checkEndOfRows(tables));
    return compareDigest(connection, digest);
}

Result<Organisation> readRows(const SqliteConnection &connection, DigestCheck check)
{
    DocumentReader reader(connection);
    BM_TRY_VOID(reader.readAll());
    BM_TRY(Organisation organisation, reader.build());
    if (check == DigestCheck::WhileReading)
        BM_TRY_VOID(compareDigest(connection, reader.digest()));
    return organisation;
}

} // namespace bomay
