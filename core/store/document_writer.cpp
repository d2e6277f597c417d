// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/document_writer.h"

#include "core/base/numbers.h"
#include "core/store/cells.h"
#include "core/store/document_tables.h"
#include "core/store/sqlite_connection.h"

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

/// Appends the cells of each visited field, in the order of `ColumnNames`.
struct CellWriter
{
    std::vector<QVariant> &cells;

    void operator()(const char * /*name*/, const Period &period)
    {
        cells.push_back(encodeCell(period.from));
        cells.push_back(encodeCell(period.to));
    }
    void operator()(const char * /*name*/, const NodeRef &node)
    {
        cells.push_back(encodeCell(node.kind));
        cells.push_back(encodeCell(node.uid));
    }
    void operator()(const char * /*name*/, const CustomFields & /*fields*/) {}
    template <typename Field>
    void operator()(const char * /*name*/, const Field &field)
    {
        cells.push_back(encodeCell(field));
    }
};

/// One prepared INSERT and the digest that its rows go into.
class RowInserter
{
public:
    [[nodiscard]] static Result<RowInserter> prepare(const SqliteConnection &connection, const QString &table,
                                                     const QStringList &columns, ContentDigest &digest)
    {
        const QStringList marks(columns.size(), u"?"_s);
        BM_TRY(QSqlQuery query, connection.prepare(u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(
                                    table, columns.join(u", "_s), marks.join(u", "_s))));
        return RowInserter(table, std::move(query), digest);
    }

    [[nodiscard]] Result<> insert(const std::vector<QVariant> &cells)
    {
        for (int i = 0; i < sizeOf(cells); ++i)
            m_query.bindValue(i, cells[uz(i)]);
        m_digest.addRow(m_table, cells);
        return execute(m_query);
    }

private:
    RowInserter(QString table, QSqlQuery query, ContentDigest &digest)
        : m_table(std::move(table))
        , m_query(std::move(query))
        , m_digest(digest)
    {}

    QString m_table;
    QSqlQuery m_query;
    ContentDigest &m_digest;
};

/// Writes the tables of one organisation, one kind after another so that references find their rows.
class DocumentWriter
{
public:
    DocumentWriter(const Organisation &organisation, const SqliteConnection &connection)
        : m_organisation(organisation)
        , m_connection(connection)
    {}

    [[nodiscard]] Result<> writeAll()
    {
        Result<> written;
        forEachRowKind([&]<typename Entity>() {
            if (written)
                written = writeEntities<Entity>();
            if constexpr (Dated<Entity>)
                if (written)
                    written = writeStates<Entity>();
        });
        return written;
    }

    [[nodiscard]] Result<> writeDigest()
    {
        BM_TRY(QSqlQuery query, m_connection.prepare(u"INSERT INTO content_digest (value) VALUES (?)"_s));
        query.bindValue(0, m_digest.toString());
        return execute(query);
    }

private:
    template <typename Entity>
    [[nodiscard]] Result<> writeEntities()
    {
        BM_TRY(RowInserter rows,
               RowInserter::prepare(m_connection, tableName<Entity>(), columnNames<Entity>(), m_digest));
        int position = 0;
        for (const Entity &entity : m_organisation.table<Entity>()) {
            m_cells.assign({encodeCell(++position)});
            visitFields(entity, CellWriter{m_cells});
            BM_TRY_VOID(rows.insert(m_cells));
        }
        return {};
    }

    /// After all entities of the kind: a state may refer to any of them.
    template <Dated Entity>
    [[nodiscard]] Result<> writeStates()
    {
        BM_TRY(RowInserter rows,
               RowInserter::prepare(m_connection, stateTableName<Entity>(), stateColumnNames<Entity>(), m_digest));
        BM_TRY(RowInserter customRows,
               RowInserter::prepare(m_connection, u"custom_field"_s, customColumnNames(), m_digest));
        for (const Entity &entity : m_organisation.table<Entity>()) {
            for (int number = 0; number < sizeOf(entity.states); ++number) {
                const auto &state = entity.states[uz(number)];
                m_cells.assign({encodeCell(entity.id), encodeCell(number)});
                visitFields(state, CellWriter{m_cells});
                BM_TRY_VOID(rows.insert(m_cells));
                for (const auto &[name, value] : state.custom.asKeyValueRange()) {
                    m_cells.assign({encodeCell(tableName<Entity>()), encodeCell(entity.id), encodeCell(number),
                                    encodeCell(name), encodeCell(value)});
                    BM_TRY_VOID(customRows.insert(m_cells));
                }
            }
        }
        return {};
    }

    const Organisation &m_organisation;
    const SqliteConnection &m_connection;
    ContentDigest m_digest;
    std::vector<QVariant> m_cells; ///< of one row, kept for its memory
};

} // namespace

Result<> writeRows(const Organisation &organisation, const SqliteConnection &connection)
{
    DocumentWriter writer(organisation, connection);
    BM_TRY_VOID(writer.writeAll());
    return writer.writeDigest();
}

} // namespace bomay
