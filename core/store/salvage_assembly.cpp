// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/salvage_assembly.h"

#include "core/base/numbers.h"
#include "core/change/transaction.h"
#include "core/model/integrity.h"
#include "core/model/provisional_code.h"
#include "core/model/row_names.h"

#include <QSet>

#include <unordered_set>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

/// Beyond so many rounds of mending the file was made to be tangled; damage needs a handful.
constexpr int kMostRounds = 64;

/// Puts everything into one transaction, looks what is wrong, takes that out, and looks again.
class SoundAssembly
{
public:
    explicit SoundAssembly(LossList &losses)
        : m_losses(losses)
    {}

    [[nodiscard]] Result<Organisation> build(RowLists rows)
    {
        std::apply([this](auto &...lists) { (putAll(lists), ...); }, rows);
        BM_TRY_VOID(stageUnplacedUnits());
        for (m_round = 0; m_round < kMostRounds; ++m_round) {
            const std::vector<IntegrityFault> faults = checkIntegrity(m_organisation);
            if (faults.empty())
                break;
            m_codesKept.clear();
            m_withPortrait.clear();
            for (const IntegrityFault &fault : faults)
                BM_TRY_VOID(resolve(fault));
            BM_TRY_VOID(cutLoops(RelationType::BelongsTo));
            BM_TRY_VOID(cutLoops(RelationType::ReportsTo));
        }
        BM_TRY_VOID(m_transaction.commit());
        return std::move(m_organisation);
    }

private:
    template <typename Entity>
    void putAll(std::vector<Entity> &rows)
    {
        for (Entity &row : rows) {
            const RowKey key = keyOf(row.id);
            if constexpr (std::is_same_v<Entity, Relation>)
                if (row.type == RelationType::BelongsTo && row.from.isUnit() && !m_organisation.contains(keyOf(row.to)))
                    m_unplaced.push_back(row.from.unit());
            if (Result<> put = m_transaction.applyEdit({key, std::nullopt, std::move(row)}); !put)
                lose(Loss::Kind::OneRow, key, std::move(put).error().message);
        }
        rows = {};
    }

    [[nodiscard]] Result<> stageUnplacedUnits()
    {
        for (const UnitId unit : m_unplaced)
            if (m_organisation.find(unit) != nullptr)
                BM_TRY_VOID(stage(unit, StagedReason::UnknownParent, {}));
        return {};
    }

    [[nodiscard]] Result<> resolve(const IntegrityFault &fault)
    {
        const QString &code = fault.message.code;
        if (!m_organisation.contains(fault.row))
            return {}; // gone by now, or a loop of relations: those are cut one for each knot
        if (code == u"fault-post-without-unit"_s)
            return stage(PostId{fault.row.uid}, StagedReason::UnknownParent, {});
        if (code == u"fault-duplicate-code"_s)
            return fault.row.kind == RowKind::Unit ? renewCode(*m_organisation.find(UnitId{fault.row.uid}))
                                                   : renewCode(*m_organisation.find(LocalityId{fault.row.uid}));
        if (code == u"fault-two-portraits"_s && keepsPortrait(*m_organisation.find(PortraitId{fault.row.uid})))
            return {};
        if (code == u"fault-cycle"_s && fault.row.kind == RowKind::Locality)
            return cutLoopOf(*m_organisation.find(LocalityId{fault.row.uid}));
        if (code == u"fault-dangling-reference"_s)
            return clearReferences(fault);
        return remove(fault.row, fault.message);
    }

    /// References that lead nowhere are cleared; a row that is nothing without them goes.
    [[nodiscard]] Result<> clearReferences(const IntegrityFault &fault)
    {
        std::optional<Row> row = m_organisation.row(fault.row);
        QStringList cleared;
        const auto clear = [&]<typename Field>(const char *name, Field &field) {
            if constexpr (requires { keyOf(field); } && !std::is_same_v<Field, NodeRef>)
                if (!field.isNull() && !m_organisation.contains(keyOf(field))) {
                    cleared += QString::fromLatin1(name);
                    field = {};
                }
        };
        std::visit(
            [&clear]<typename Entity>(Entity &entity) {
                visitFields(entity, clear);
                if constexpr (Dated<Entity>)
                    for (auto &state : entity.states)
                        visitFields(state, clear);
            },
            *row);
        if (cleared.isEmpty())
            return remove(fault.row, fault.message);
        lose(Loss::Kind::Value, fault.row, fault.message, cleared.join(u", "_s));
        return replace(fault.row, std::move(row));
    }

    /// Of all that have a code at a time the first keeps it.
    template <typename Entity>
    [[nodiscard]] Result<> renewCode(const Entity &entity)
    {
        if (!m_codesKept.contains(entity.code)) {
            m_codesKept.insert(entity.code);
            return {};
        }
        const auto isTaken = [this](const QString &code) {
            if constexpr (std::is_same_v<Entity, Unit>)
                return !m_organisation.unitsWithCode(code).isEmpty();
            else
                return !m_organisation.localitiesWithCode(code).isEmpty();
        };
        Entity renewed = entity;
        renewed.code = provisionalCode(entity.states.back().name, isTaken);
        if constexpr (std::is_same_v<Entity, Unit>)
            renewed.provisionalCode = true;
        lose(Loss::Kind::Value, keyOf(entity.id),
             {u"repair-code"_s,
              {{u"what"_s, entity.states.back().name}, {u"code"_s, entity.code}, {u"now"_s, renewed.code}}},
             u"code"_s);
        return replace(keyOf(entity.id), std::move(renewed));
    }

    /// Of all photographs of a person the first stays.
    [[nodiscard]] bool keepsPortrait(const Portrait &portrait)
    {
        return m_withPortrait.insert(portrait.person.uid).second;
    }

    /// Does a way up from a locality come back to it? What only hangs under a loop is well once that is cut.
    [[nodiscard]] bool isInLoop(const Locality &locality) const
    {
        constexpr int kLongest = 64; // as in the check
        for (const LocalityState &state : locality.states) {
            LocalityId above = state.parent;
            for (int steps = 0; steps <= kLongest && !above.isNull(); ++steps) {
                if (above == locality.id)
                    return true;
                const Locality *parent = m_organisation.find(above);
                if (parent == nullptr)
                    break;
                const LocalityState *onDay = stateOn(*parent, state.period.firstDay());
                above = onDay != nullptr ? onDay->parent : parent->states.front().parent;
            }
        }
        return false;
    }

    [[nodiscard]] Result<> cutLoopOf(const Locality &locality)
    {
        // Ways that stay too long once all loops are cut are cut anywhere.
        if (m_round == 0 && !isInLoop(locality))
            return {};
        Locality cut = locality;
        for (LocalityState &state : cut.states)
            state.parent = {};
        lose(Loss::Kind::Value, keyOf(locality.id),
             {u"fault-cycle"_s, {{u"loop"_s, describeRow(m_organisation, keyOf(locality.id))}}}, u"parent"_s);
        return replace(keyOf(locality.id), std::move(cut));
    }

    [[nodiscard]] Result<> cutLoops(RelationType type)
    {
        for (const std::vector<NodeRef> &loop : m_organisation.graph().loops(type)) {
            const Message message{u"fault-cycle"_s, {{u"loop"_s, describeLoop(m_organisation, loop)}}};
            for (const RelationId id : m_organisation.graph().relationsFrom(loop[0])) {
                const Relation *relation = m_organisation.find(id);
                if (relation->type == type && relation->to == loop[1])
                    BM_TRY_VOID(remove(keyOf(id), message));
            }
            if (type == RelationType::BelongsTo)
                BM_TRY_VOID(stage(loop[0], StagedReason::Cycle, describeNode(m_organisation, loop[1])));
        }
        return {};
    }

    /// Puts a node that has no place any more among those that wait for one.
    [[nodiscard]] Result<> stage(NodeRef node, StagedReason reason, const QString &parentText)
    {
        if (m_organisation.graph().hasRelationFrom(node, RelationType::BelongsTo) ||
            !m_organisation.naming<Staged>(keyOf(node)).empty())
            return {};
        Staged staged{{}, node, reason, parentText};
        do
            staged.id = m_ids.make<StagedId>();
        while (m_organisation.contains(keyOf(staged.id)));
        lose(Loss::Kind::Value, keyOf(node), {u"repair-unplaced"_s, {{u"what"_s, describeNode(m_organisation, node)}}});
        return m_transaction.applyEdit({keyOf(staged.id), std::nullopt, staged});
    }

    [[nodiscard]] Result<> remove(const RowKey &key, const Message &reason)
    {
        lose(Loss::Kind::OneRow, key, reason);
        return replace(key, std::nullopt);
    }

    [[nodiscard]] Result<> replace(const RowKey &key, std::optional<Row> after)
    {
        return m_transaction.applyEdit({key, m_organisation.row(key), std::move(after)});
    }

    void lose(Loss::Kind kind, const RowKey &key, Message message, const QString &column = {})
    {
        m_losses.add({kind, std::move(message), nameOf(key.kind), key.uid.toString(), column});
    }

    LossList &m_losses;
    Organisation m_organisation;
    Transaction m_transaction{m_organisation};
    int m_round = 0;
    std::vector<UnitId> m_unplaced;         ///< units whose unit above is lost
    QSet<QString> m_codesKept;              ///< in this round
    std::unordered_set<Uid> m_withPortrait; ///< persons whose photograph is kept, in this round
    SeededIdSource m_ids{"repair"};         ///< so that equal files give equal documents
};

} // namespace

Result<Organisation> assembleSound(RowLists rows, LossList &losses)
{
    return SoundAssembly(losses).build(std::move(rows));
}

} // namespace bomay
