// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/document_reader.h"

#include "core/base/numbers.h"
#include "core/change/transaction.h"
#include "core/model/slot_index.h"
#include "core/store/cell_fields.h"
#include "core/store/cells.h"
#include "core/store/content_digest.h"
#include "core/store/document_tables.h"
#include "core/store/row_statement.h"

#include <tuple>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

/// Fills each visited field from the next cells, in the order of `ColumnNames`, up to the first that means nothing.
class CellReader : public CellFields<CellReader>
{
public:
    CellReader(const CellRow &row, int first)
        : m_row(row)
        , m_next(first)
    {}

    /// The index of the cell that means nothing, or −1.
    [[nodiscard]] int badCell() const { return m_bad; }

private:
    friend CellFields<CellReader>;

    template <typename Value>
    void take(Value &value)
    {
        if (m_bad < 0 && !decodeCell(m_row[m_next], value))
            m_bad = m_next;
        ++m_next;
    }

    const CellRow &m_row;
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
        BM_TRY(RowStatement rows, RowStatement::prepare(connection, u"SELECT %1 FROM %2 ORDER BY %3"_s.arg(
                                                                        columns.join(u", "_s), table, order)));
        return RowCursor(table, columns, std::move(rows), digest);
    }

    [[nodiscard]] bool next()
    {
        if (!m_rows.next(m_row))
            return false;
        m_digest.addRow(m_row);
        return true;
    }

    [[nodiscard]] Result<> end() const { return m_rows.end(); }

    /// Fills an entity or a state from the cells behind the first ones, which belong to the table alone.
    template <typename Struct>
    [[nodiscard]] Result<> read(Struct &fields, int first) const
    {
        CellReader reader(m_row, first);
        visitFields(fields, reader);
        if (reader.badCell() >= 0)
            return badValue(reader.badCell());
        return {};
    }

    template <typename Value>
    [[nodiscard]] Result<> readCell(int column, Value &value) const
    {
        if (!decodeCell(m_row[column], value))
            return badValue(column);
        return {};
    }

    [[nodiscard]] std::unexpected<Error> badValue(int column) const
    {
        constexpr int kShown = 80; // a damaged text may be a megabyte long
        return fail(u"document-value"_s, {{u"table"_s, m_table},
                                          {u"row"_s, rowName()},
                                          {u"column"_s, m_columns[column]},
                                          {u"value"_s, m_row[column].toText().left(kShown)}});
    }

    [[nodiscard]] std::unexpected<Error> orphan() const
    {
        return fail(u"document-orphan"_s, {{u"table"_s, m_table}, {u"row"_s, rowName()}});
    }

private:
    RowCursor(QString table, QStringList columns, RowStatement rows, ContentDigest &digest)
        : m_table(std::move(table))
        , m_columns(std::move(columns))
        , m_rows(std::move(rows))
        , m_digest(digest)
        , m_row(m_table)
    {}

    /// The row's or its owner's id: the first text among the two first cells.
    [[nodiscard]] QString rowName() const
    {
        const bool ownsId = m_columns.first() == u"position"_s || m_columns.first() == u"entity_kind"_s;
        return m_row[ownsId ? 1 : 0].toText();
    }

    QString m_table;
    QStringList m_columns;
    RowStatement m_rows;
    ContentDigest &m_digest;
    CellRow m_row;
};

/// All rows of a document by kind, and where an id stands among them.
class DocumentReader
{
public:
    DocumentReader(const SqliteConnection &connection, ContentDigest &digest)
        : m_connection(connection)
        , m_digest(digest)
    {}

    /// Puts everything into an empty organisation, which checks it: the structure first, then the rest.
    [[nodiscard]] Result<Organisation> read(const std::function<void(const Organisation &)> &onStructure)
    {
        Organisation organisation;
        Transaction transaction(organisation);
        BM_TRY_VOID(readKinds(Part::Structure));
        BM_TRY_VOID(readCustomFields());
        BM_TRY_VOID(putAll(transaction));
        if (onStructure)
            onStructure(organisation);
        BM_TRY_VOID(readKinds(Part::Rest));
        BM_TRY_VOID(putAll(transaction));
        BM_TRY_VOID(transaction.commit());
        return organisation;
    }

private:
    enum class Part { Structure, Rest };

    /// Structure is what a chart without names is drawn from.
    template <typename Entity>
    [[nodiscard]] static constexpr Part partOf()
    {
        constexpr bool isStructure = Dated<Entity> || std::is_same_v<Entity, DocumentInfo> ||
                                     std::is_same_v<Entity, Relation> || std::is_same_v<Entity, Staged>;
        return isStructure ? Part::Structure : Part::Rest;
    }

    [[nodiscard]] Result<> readKinds(Part part)
    {
        Result<> read;
        forEachRowKind([&]<typename Entity>() {
            if (partOf<Entity>() != part)
                return;
            if (read)
                read = readEntities<Entity>();
            if constexpr (Dated<Entity>)
                if (read)
                    read = readStates<Entity>();
        });
        return read;
    }

    /// Moves the rows that were read; what others refer to comes first.
    [[nodiscard]] Result<> putAll(Transaction &transaction)
    {
        Result<> put;
        const auto putRows = [&](auto &rows) {
            for (auto &row : rows)
                if (put)
                    put = transaction.applyEdit({keyOf(row.id), std::nullopt, std::move(row)});
            rows = {};
        };
        std::apply([&](auto &...rows) { (putRows(rows), ...); }, m_rows);
        return put;
    }

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
            if constexpr (Dated<Entity>)
                std::get<Owners<Entity>>(m_owners).index.add(entity.id.uid);
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

    template <Dated Entity>
    [[nodiscard]] Entity *find(Id<Entity> id)
    {
        auto &rows = std::get<std::vector<Entity>>(m_rows);
        const int found = std::get<Owners<Entity>>(m_owners).index.find(
            id.uid, [&](int number) { return rows[uz(number)].id == id; });
        return found >= 0 ? &rows[uz(found)] : nullptr;
    }

    template <Dated Entity>
    [[nodiscard]] CustomFields *customOf(Id<Entity> id, int state)
    {
        Entity *entity = find(id);
        return entity != nullptr && state >= 0 && state < sizeOf(entity->states) ? &entity->states[uz(state)].custom
                                                                                 : nullptr;
    }

    /// Where the rows of a kind stand by id, for their states and custom fields.
    template <Dated Entity>
    struct Owners
    {
        SlotIndex index;
    };

    const SqliteConnection &m_connection;
    ContentDigest &m_digest;
    RowLists m_rows;
    std::tuple<Owners<Locality>, Owners<Unit>, Owners<Post>> m_owners;
};

/// What the document says of its rows.
Result<ContentDigest> writtenDigest(const SqliteConnection &connection)
{
    BM_TRY(const QVariant written, connection.value(u"SELECT value FROM content_digest"_s));
    const std::optional<ContentDigest> digest = ContentDigest::parse(written.toString());
    if (!digest)
        return fail(u"document-digest"_s);
    return *digest;
}

Result<> compare(const ContentDigest &written, const ContentDigest &found)
{
    if (written != found)
        return fail(u"document-digest"_s);
    return {};
}

Result<> addTable(const SqliteConnection &connection, const QString &table, ContentDigest &digest)
{
    BM_TRY(RowStatement rows, RowStatement::prepare(connection, u"SELECT * FROM %1"_s.arg(table)));
    CellRow row(table);
    while (rows.next(row))
        digest.addRow(row);
    return rows.end();
}

} // namespace

Result<> checkDigest(const SqliteConnection &connection)
{
    BM_TRY(const ContentDigest written, writtenDigest(connection));
    BM_TRY(QSqlQuery tables, connection.prepare(u"SELECT name FROM sqlite_schema WHERE type = 'table' "
                                                "AND name NOT IN ('migration', 'content_digest', 'change', "
                                                "'change_image', 'version')"_s));
    BM_TRY_VOID(execute(tables));
    ContentDigest digest(written.method());
    while (tables.next())
        BM_TRY_VOID(addTable(connection, tables.value(0).toString(), digest));
    BM_TRY_VOID(checkEndOfRows(tables));
    return compare(written, digest);
}

Result<Organisation> readRows(const SqliteConnection &connection, DigestCheck check,
                              const std::function<void(const Organisation &)> &onStructure)
{
    // Where the digest says nothing, the rows may still say what is wrong.
    const Result<ContentDigest> written = writtenDigest(connection);
    ContentDigest digest(written ? written->method() : ContentDigest::Method::Xxh3);
    BM_TRY(Organisation organisation, DocumentReader(connection, digest).read(onStructure));
    if (check == DigestCheck::WhileReading) {
        BM_TRY_VOID(written);
        BM_TRY_VOID(compare(*written, digest));
    }
    return organisation;
}

} // namespace bomay
