// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/code_index.h"
#include "core/model/reference_index.h"
#include "core/model/row.h"
#include "core/model/structure_graph.h"
#include "core/model/table.h"

#include <QList>

#include <algorithm>
#include <optional>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace bomay {

class Transaction;

/// The organisation: the Boost.Graph of units, posts and relations, and the tables of what they are. Everybody reads
/// it; only a `Transaction` of core/change writes it, row by row, so that every change has an inverse. A value: copies
/// are deep.
class Organisation
{
public:
    // Written out in the source file: made anew wherever they are used, they cost each file seconds to compile.
    Organisation();
    Organisation(const Organisation &other);
    Organisation(Organisation &&other) noexcept;
    Organisation &operator=(const Organisation &other);
    Organisation &operator=(Organisation &&other) noexcept;
    ~Organisation();

    [[nodiscard]] const Table<Locality> &localities() const { return table<Locality>(); }
    [[nodiscard]] const Table<Unit> &units() const { return table<Unit>(); }
    [[nodiscard]] const Table<Post> &posts() const { return table<Post>(); }
    [[nodiscard]] const Table<Person> &persons() const { return table<Person>(); }
    [[nodiscard]] const Table<Portrait> &portraits() const { return table<Portrait>(); }
    [[nodiscard]] const Table<Appointment> &appointments() const { return table<Appointment>(); }
    [[nodiscard]] const Table<Relation> &relations() const { return table<Relation>(); }
    [[nodiscard]] const Table<Staged> &staged() const { return table<Staged>(); }
    [[nodiscard]] const Table<LegalDocument> &legalDocuments() const { return table<LegalDocument>(); }
    [[nodiscard]] const Table<LocalitySuccession> &localitySuccessions() const { return table<LocalitySuccession>(); }
    [[nodiscard]] const Table<Function> &functions() const { return table<Function>(); }
    [[nodiscard]] const Table<Quota> &quotas() const { return table<Quota>(); }
    [[nodiscard]] const Table<Duty> &duties() const { return table<Duty>(); }
    [[nodiscard]] const Table<DutyParticipant> &dutyParticipants() const { return table<DutyParticipant>(); }
    [[nodiscard]] const Table<Note> &notes() const { return table<Note>(); }
    [[nodiscard]] const Table<Waiver> &waivers() const { return table<Waiver>(); }
    [[nodiscard]] const Table<Confirmation> &confirmations() const { return table<Confirmation>(); }
    [[nodiscard]] const Table<RuleSwitch> &ruleSwitches() const { return table<RuleSwitch>(); }
    [[nodiscard]] const Table<ChartView> &chartViews() const { return table<ChartView>(); }
    [[nodiscard]] const Table<BranchMark> &branchMarks() const { return table<BranchMark>(); }
    [[nodiscard]] const Table<ChartObject> &chartObjects() const { return table<ChartObject>(); }
    [[nodiscard]] const StructureGraph &graph() const { return m_graph; }

    /// What the document says of itself; a new organisation says nothing.
    [[nodiscard]] DocumentInfo info() const;

    template <typename Entity>
    [[nodiscard]] const Table<Entity> &table() const
    {
        return std::get<Table<Entity>>(m_tables);
    }

    template <typename Entity>
    [[nodiscard]] const Entity *find(Id<Entity> id) const
    {
        return table<Entity>().find(id);
    }

    /// The row under a key, or nothing. Copies the row.
    [[nodiscard]] std::optional<Row> row(const RowKey &key) const;

    /// Calls `visit` with the row under a key, without copying; nothing happens where there is none.
    template <typename Visit>
    void visitRow(const RowKey &key, Visit &&visit) const
    {
        visitKind(key.kind, [&]<typename Entity>(const Entity *) {
            if (const Entity *found = find(Id<Entity>{key.uid}))
                visit(*found);
        });
    }

    /// Is the row under the key equal to `row` (nothing = absent)? Compares without copying.
    [[nodiscard]] bool rowEquals(const RowKey &key, const std::optional<Row> &row) const;

    [[nodiscard]] bool contains(const RowKey &key) const;

    /// The rows that name a row, once for each time they do; relations stand in the graph.
    [[nodiscard]] std::span<const RowKey> rowsNaming(const RowKey &key) const { return m_references.rowsNaming(key); }

    /// The rows of one kind that name a row, each once: the appointments of a post, the functions of a unit.
    template <typename Entity>
    [[nodiscard]] std::vector<const Entity *> naming(const RowKey &key) const
    {
        std::vector<const Entity *> rows;
        for (const RowKey &from : rowsNaming(key)) {
            const Entity *row = from.kind == kRowKindOf<Entity> ? find(Id<Entity>{from.uid}) : nullptr;
            if (row != nullptr && std::ranges::find(rows, row) == rows.end())
                rows.push_back(row);
        }
        return rows;
    }

    /// The photograph of a person; null where there is none.
    [[nodiscard]] const Portrait *portraitOf(PersonId person) const
    {
        const std::vector<const Portrait *> found = naming<Portrait>(keyOf(person));
        return found.empty() ? nullptr : found.front();
    }

    /// Everything that has this code on some day; a code may come back when its owner is gone.
    [[nodiscard]] QList<UnitId> unitsWithCode(const QString &code) const { return m_unitCodes.owners(units(), code); }
    [[nodiscard]] QList<LocalityId> localitiesWithCode(const QString &code) const
    {
        return m_localityCodes.owners(localities(), code);
    }
    /// False: no other unit, or no other locality, has the code. True: there may be one.
    [[nodiscard]] bool mayShareCode(const Unit &unit) const { return m_unitCodes.mayShare(unit); }
    [[nodiscard]] bool mayShareCode(const Locality &locality) const { return m_localityCodes.mayShare(locality); }

    /// How many rows there are, of all kinds.
    [[nodiscard]] int size() const
    {
        return std::apply([](const auto &...tables) { return (tables.size() + ...); }, m_tables);
    }

private:
    friend class Transaction;

    /// Puts, replaces or (nothing) removes a row and keeps the graph in step; what stood there before comes back. `row`
    /// is moved from.
    /// Relations need their nodes to be there.
    std::optional<Row> replace(const RowKey &key, std::optional<Row> &&row);

    template <typename... Entities>
    static std::tuple<Table<Entities>...> tablesOf(const std::variant<Entities...> &);

    decltype(tablesOf(std::declval<Row>())) m_tables;
    StructureGraph m_graph;
    ReferenceIndex m_references;
    CodeIndex<Unit> m_unitCodes;
    CodeIndex<Locality> m_localityCodes;
};

} // namespace bomay
