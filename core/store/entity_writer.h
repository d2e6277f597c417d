// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/numbers.h"
#include "core/store/cells.h"
#include "core/store/content_digest.h"
#include "core/store/document_tables.h"
#include "core/store/row_statement.h"

#include <optional>

namespace bomay {

// Internal to core/store: rows of one kind on their way into the tables, and into the digest.

/// Appends the cells of each visited field, in the order of `ColumnNames`.
struct CellWriter
{
    CellRow &row;

    void operator()(const char * /*name*/, const Period &period)
    {
        encodeCell(period.from, row);
        encodeCell(period.to, row);
    }
    void operator()(const char * /*name*/, const NodeRef &node)
    {
        encodeCell(node.kind, row);
        encodeCell(node.uid, row);
    }
    void operator()(const char * /*name*/, const CustomFields & /*fields*/) {}
    template <typename Field>
    void operator()(const char * /*name*/, const Field &field)
    {
        encodeCell(field, row);
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
        BM_TRY(RowStatement statement,
               RowStatement::prepare(connection, QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                                                     .arg(table, columns.join(comma), marks.join(comma))));
        return RowInserter(table, std::move(statement), digest);
    }

    /// The next row to insert, empty.
    [[nodiscard]] CellRow &begin()
    {
        m_row.clear();
        return m_row;
    }

    [[nodiscard]] Result<> insert()
    {
        m_digest->addRow(m_row);
        return m_statement.run(m_row);
    }

private:
    RowInserter(const QString &table, RowStatement statement, ContentDigest &digest)
        : m_row(table)
        , m_statement(std::move(statement))
        , m_digest(&digest)
    {}

    CellRow m_row;
    RowStatement m_statement;
    ContentDigest *m_digest;
};

/// Writes entities, their states and custom fields. Foreign keys have to be deferred: a state may name a row that comes
/// later.
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
        CellRow &row = m_rows.begin();
        encodeCell(position, row);
        visitFields(entity, CellWriter{row});
        return m_rows.insert();
    }

    [[nodiscard]] Result<> writeStates(const Entity &entity)
        requires Dated<Entity>
    {
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
        CellRow &row = m_states->begin();
        encodeCell(entity.id, row);
        encodeCell(number, row);
        visitFields(state, CellWriter{row});
        BM_TRY_VOID(m_states->insert());
        for (const auto &[name, value] : state.custom.asKeyValueRange()) {
            CellRow &custom = m_custom->begin();
            encodeCell(tableName<Entity>(), custom);
            encodeCell(entity.id, custom);
            encodeCell(number, custom);
            encodeCell(name, custom);
            encodeCell(value, custom);
            BM_TRY_VOID(m_custom->insert());
        }
        return {};
    }

    RowInserter m_rows;
    std::optional<RowInserter> m_states;
    std::optional<RowInserter> m_custom;
};

} // namespace bomay
