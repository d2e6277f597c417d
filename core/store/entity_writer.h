// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/numbers.h"
#include "core/store/cells.h"
#include "core/store/document_tables.h"
#include "core/store/sqlite_connection.h"

#include <optional>

namespace bomay {

// Internal to core/store: rows of one kind on their way into the tables, and into the digest.

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
        const QStringList marks(columns.size(), QStringLiteral("?"));
        const QString comma = QStringLiteral(", ");
        BM_TRY(
            QSqlQuery query,
            connection.prepare(
                QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)").arg(table, columns.join(comma), marks.join(comma))));
        return RowInserter(table, std::move(query), digest);
    }

    [[nodiscard]] Result<> insert(const std::vector<QVariant> &cells)
    {
        for (int i = 0; i < sizeOf(cells); ++i)
            m_query.bindValue(i, cells[uz(i)]);
        m_digest->addRow(m_table, cells);
        return execute(m_query);
    }

private:
    RowInserter(QString table, QSqlQuery query, ContentDigest &digest)
        : m_table(std::move(table))
        , m_query(std::move(query))
        , m_digest(&digest)
    {}

    QString m_table;
    QSqlQuery m_query;
    ContentDigest *m_digest;
};

/// Writes entities with their states and custom fields. Foreign keys have to be deferred: a state may name a row that
/// comes later.
template <typename Entity>
class EntityWriter
{
public:
    [[nodiscard]] static Result<EntityWriter> prepare(const SqliteConnection &connection, ContentDigest &digest)
    {
        BM_TRY(RowInserter rows, RowInserter::prepare(connection, tableName<Entity>(), columnNames<Entity>(), digest));
        EntityWriter writer(std::move(rows));
        if constexpr (Dated<Entity>) {
            BM_TRY(writer.m_states,
                   RowInserter::prepare(connection, stateTableName<Entity>(), stateColumnNames<Entity>(), digest));
            BM_TRY(writer.m_custom,
                   RowInserter::prepare(connection, QStringLiteral("custom_field"), customColumnNames(), digest));
        }
        return writer;
    }

    [[nodiscard]] Result<> write(const Entity &entity, int position)
    {
        m_cells.assign({encodeCell(position)});
        visitFields(entity, CellWriter{m_cells});
        BM_TRY_VOID(m_rows.insert(m_cells));
        if constexpr (Dated<Entity>)
            for (int number = 0; number < sizeOf(entity.states); ++number)
                BM_TRY_VOID(writeState(entity, number));
        return {};
    }

private:
    explicit EntityWriter(RowInserter rows)
        : m_rows(std::move(rows))
    {}

    [[nodiscard]] Result<> writeState(const Entity &entity, int number)
    {
        const auto &state = entity.states[uz(number)];
        m_cells.assign({encodeCell(entity.id), encodeCell(number)});
        visitFields(state, CellWriter{m_cells});
        BM_TRY_VOID(m_states->insert(m_cells));
        for (const auto &[name, value] : state.custom.asKeyValueRange()) {
            m_cells.assign({encodeCell(tableName<Entity>()), encodeCell(entity.id), encodeCell(number),
                            encodeCell(name), encodeCell(value)});
            BM_TRY_VOID(m_custom->insert(m_cells));
        }
        return {};
    }

    RowInserter m_rows;
    std::optional<RowInserter> m_states;
    std::optional<RowInserter> m_custom;
    std::vector<QVariant> m_cells; ///< of one row, kept for its memory
};

} // namespace bomay
