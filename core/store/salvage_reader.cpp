// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/salvage_reader.h"

#include "core/base/numbers.h"
#include "core/store/cell_fields.h"
#include "core/store/cells.h"
#include "core/store/document_schema.h"
#include "core/store/tolerant_table.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

/// Fills each visited field from the next cells, in the order of `ColumnNames`; one whose cell means nothing stays at
/// its default.
class TolerantCells : public CellFields<TolerantCells>
{
public:
    TolerantCells(std::span<const QVariant> cells, int first)
        : m_cells(cells)
        , m_next(first)
    {}

    [[nodiscard]] const std::vector<int> &badCells() const { return m_bad; }

private:
    friend CellFields<TolerantCells>;

    template <typename Value>
    void take(Value &value)
    {
        const QVariant &cell = m_cells[uz(m_next)];
        Value read{};
        if (cell.isValid() && decodeCell(cell, read))
            value = std::move(read);
        else if (cell.isValid())
            m_bad.push_back(m_next);
        ++m_next;
    }

    std::span<const QVariant> m_cells;
    int m_next = 0;
    std::vector<int> m_bad;
};

/// May a row do without this column? A relation of another type would say something else.
bool isEssential(const QString &table, const QString &column)
{
    return column == u"id"_s || (table == tableName<Relation>() && column == u"type"_s);
}

class SalvageReader
{
public:
    SalvageReader(const SqliteConnection &connection, QStringList tables, qint64 fileSize, LossList &losses)
        : m_connection(connection)
        , m_tables(std::move(tables))
        , m_budget(fileSize)
        , m_losses(losses)
    {}

    [[nodiscard]] RowLists readAll()
    {
        forEachRowKind([this]<typename Entity>() { readEntities<Entity>(); });
        readStates<Locality>();
        readStates<Unit>();
        readStates<Post>();
        readCustomFields();
        giveStatesToOwners<Locality>();
        giveStatesToOwners<Unit>();
        giveStatesToOwners<Post>();
        return std::move(m_rows);
    }

private:
    /// The states of one owner with their numbers.
    template <Dated Entity>
    using NumberedStates = std::vector<std::pair<int, StateOf<Entity>>>;
    template <Dated Entity>
    using StatesByOwner = std::unordered_map<Uid, NumberedStates<Entity>>;

    void read(const TableRequest &request, const TakeRow &take)
    {
        if (m_tables.contains(request.table))
            readTolerantly(m_connection, request, m_budget, m_losses, take);
    }

    template <typename Entity>
    void readEntities()
    {
        const TableRequest request{tableName<Entity>(), columnNames<Entity>(), {u"position"_s}};
        std::vector<std::pair<qlonglong, Entity>> found;
        read(request, [&](std::span<const QVariant> cells) {
            Entity entity;
            if (readFields(request, cells, 1, entity) && isAllowed(entity, request, cells))
                found.emplace_back(cells[0].toLongLong(), std::move(entity));
        });
        std::ranges::stable_sort(found, {}, [](const auto &row) { return row.first; });
        auto &rows = std::get<std::vector<Entity>>(m_rows);
        for (auto &[position, entity] : found)
            if (m_indices.try_emplace(keyOf(entity.id), rows.size()).second)
                rows.push_back(std::move(entity));
            else
                lose(Loss::Kind::OneRow, u"repair-twice"_s, request.table, entity.id.uid.toString());
    }

    template <Dated Entity>
    void readStates()
    {
        const TableRequest request{
            stateTableName<Entity>(), stateColumnNames<Entity>(), {tableName<Entity>(), u"state_no"_s}};
        auto &found = std::get<StatesByOwner<Entity>>(m_states);
        read(request, [&](std::span<const QVariant> cells) {
            Uid owner;
            int number = std::numeric_limits<int>::max();
            StateOf<Entity> state;
            if (!decodeCell(cells[0], owner) || owner.isNull())
                return loseCell(Loss::Kind::OneRow, request, cells, 0);
            if (!decodeCell(cells[1], number))
                loseCell(Loss::Kind::Value, request, cells, 1);
            if (readFields(request, cells, 2, state))
                found[owner].emplace_back(number, std::move(state));
        });
    }

    void readCustomFields()
    {
        const TableRequest request{u"custom_field"_s, customColumnNames(), customColumnNames().first(4)};
        read(request, [&](std::span<const QVariant> cells) {
            QString kind;
            Uid owner;
            int number = 0;
            QString name;
            QString value;
            for (const auto &[column, isRead] : {std::pair{0, decodeCell(cells[0], kind)},
                                                 {1, decodeCell(cells[1], owner)},
                                                 {2, decodeCell(cells[2], number)},
                                                 {3, decodeCell(cells[3], name)},
                                                 {4, decodeCell(cells[4], value)}})
                if (!isRead)
                    return loseCell(Loss::Kind::OneRow, request, cells, column);
            CustomFields *fields = kind == tableName<Locality>() ? customOf<Locality>(owner, number)
                                   : kind == tableName<Unit>()   ? customOf<Unit>(owner, number)
                                   : kind == tableName<Post>()   ? customOf<Post>(owner, number)
                                                                 : nullptr;
            if (fields == nullptr)
                return lose(Loss::Kind::OneRow, u"document-orphan"_s, request.table, owner.toString());
            fields->insert(name, value);
        });
    }

    template <Dated Entity>
    [[nodiscard]] CustomFields *customOf(const Uid &owner, int number)
    {
        auto &found = std::get<StatesByOwner<Entity>>(m_states);
        const auto states = found.find(owner);
        if (states == found.end())
            return nullptr;
        const auto state = std::ranges::find(states->second, number, [](const auto &one) { return one.first; });
        return state != states->second.end() ? &state->second.custom : nullptr;
    }

    template <Dated Entity>
    void giveStatesToOwners()
    {
        auto &found = std::get<StatesByOwner<Entity>>(m_states);
        std::vector<Uid> owners; // sorted, so that equal files give equal documents
        for (const auto &[owner, states] : found)
            owners.push_back(owner);
        std::ranges::sort(owners);
        for (const Uid &owner : owners)
            giveStates<Entity>(Id<Entity>{owner}, std::move(found.at(owner)));
    }

    template <Dated Entity>
    void giveStates(Id<Entity> owner, NumberedStates<Entity> states)
    {
        auto &rows = std::get<std::vector<Entity>>(m_rows);
        const auto [index, isNew] = m_indices.try_emplace(keyOf(owner), rows.size());
        if (isNew) {
            rows.emplace_back().id = owner;
            lose(Loss::Kind::Value, u"repair-owner"_s, tableName<Entity>(), owner.uid.toString(), u"code"_s);
        }
        std::ranges::stable_sort(states, {}, [](const auto &state) { return state.first; });
        if (states.back().first != sizeOf(states) - 1)
            lose(Loss::Kind::OneRow, u"repair-state"_s, stateTableName<Entity>(), owner.uid.toString());
        for (auto &[number, state] : states)
            rows[index->second].states.push_back(std::move(state));
    }

    /// False where the row is lost.
    template <typename Struct>
    [[nodiscard]] bool readFields(const TableRequest &request, std::span<const QVariant> cells, int first, Struct &row)
    {
        TolerantCells reader(cells, first);
        visitFields(row, reader);
        for (const int bad : reader.badCells())
            if (isEssential(request.table, request.columns[bad])) {
                loseCell(Loss::Kind::OneRow, request, cells, bad);
                return false;
            }
        for (const int bad : reader.badCells())
            loseCell(Loss::Kind::Value, request, cells, bad);
        return true;
    }

    /// An id that was NULL, or an absent column, means nothing either.
    template <typename Entity>
    [[nodiscard]] bool isAllowed(const Entity &entity, const TableRequest &request, std::span<const QVariant> cells)
    {
        bool allowed = !entity.id.isNull();
        if constexpr (std::is_same_v<Entity, DocumentInfo>)
            allowed = entity.id == documentInfoId();
        if (!allowed)
            loseCell(Loss::Kind::OneRow, request, cells, 1);
        return allowed;
    }

    void lose(Loss::Kind kind, const QString &code, const QString &table, const QString &row,
              const QString &column = {})
    {
        m_losses.add({kind, {code, {{u"table"_s, table}, {u"row"_s, row}}}, table, row, column});
    }

    void loseCell(Loss::Kind kind, const TableRequest &request, std::span<const QVariant> cells, int column)
    {
        constexpr int kShown = 80; // a damaged text may be a megabyte long
        const bool ownsId = request.key.first() == u"position"_s || request.key.first() == u"entity_kind"_s;
        const QString row = cells[ownsId ? 1 : 0].toString().left(kShown);
        m_losses.add({kind,
                      {u"document-value"_s,
                       {{u"table"_s, request.table},
                        {u"row"_s, row},
                        {u"column"_s, request.columns[column]},
                        {u"value"_s, cells[uz(column)].toString().left(kShown)}}},
                      request.table,
                      row,
                      request.columns[column]});
    }

    const SqliteConnection &m_connection;
    QStringList m_tables;
    ReadBudget m_budget;
    LossList &m_losses;
    RowLists m_rows;
    std::tuple<StatesByOwner<Locality>, StatesByOwner<Unit>, StatesByOwner<Post>> m_states;
    std::unordered_map<RowKey, std::size_t> m_indices;
};

} // namespace

Result<RowLists> salvageRows(const SqliteConnection &connection, const QStringList &expectedTables, qint64 fileSize,
                             LossList &losses)
{
    BM_TRY(const std::vector<SchemaObject> objects, schemaObjects(connection));
    QStringList tables;
    for (const SchemaObject &object : objects) {
        const bool isExpected = expectedTables.contains(object.name);
        if (isExpected && isPlainTable(object))
            tables += object.name;
        else if (!isExpected && !object.text.isEmpty())
            losses.add({Loss::Kind::Note, {u"document-schema"_s, {{u"object"_s, object.name.left(80)}}}});
    }
    if (tables.isEmpty())
        return fail(u"database-error"_s, {}, {}, u"no table of ours"_s);
    for (const QString &table : expectedTables)
        if (!tables.contains(table))
            losses.add({Loss::Kind::ManyRows, {u"repair-table-missing"_s, {{u"table"_s, table}}}, table});
    return SalvageReader(connection, std::move(tables), fileSize, losses).readAll();
}

} // namespace bomay
