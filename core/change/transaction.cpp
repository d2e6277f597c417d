// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"

#include "core/base/numbers.h"
#include "core/model/integrity.h"

#include <ranges>
#include <unordered_map>
#include <unordered_set>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

Result<> checkNodeIsFree(const Organisation &organisation, const RowKey &key)
{
    if (key.kind != RowKind::Unit && key.kind != RowKind::Post)
        return {};
    const NodeRef node = key.kind == RowKind::Unit ? NodeRef(UnitId{key.uid}) : PostId{key.uid};
    if (!organisation.graph().hasRelations(node))
        return {};
    return fail(u"row-in-use"_s, {{u"what"_s, describeRow(organisation, key)}});
}

Result<> checkEndsAreThere(const Organisation &organisation, const Row &row)
{
    const auto *relation = std::get_if<Relation>(&row);
    if (relation == nullptr ||
        (organisation.graph().hasNode(relation->from) && organisation.graph().hasNode(relation->to)))
        return {};
    return fail(u"dangling-reference"_s, {{u"what"_s, keyOf(row).uid.toString()}});
}

/// The units and posts that a row of another kind speaks of.
void appendNodes(std::vector<RowKey> &nodes, const Relation &relation)
{
    nodes.push_back(keyOf(relation.from));
    nodes.push_back(keyOf(relation.to));
}

void appendNodes(std::vector<RowKey> &nodes, const Appointment &appointment)
{
    nodes.push_back(keyOf(appointment.post));
}

void appendNodes(std::vector<RowKey> &nodes, const Staged &staged)
{
    nodes.push_back(keyOf(staged.node));
}

template <typename Entity>
void appendNodes(std::vector<RowKey> & /*nodes*/, const Entity & /*row*/)
{}

/// The post that leaned on a row that said where it stands: without the row it may stand nowhere.
std::optional<RowKey> dependentPost(const Row &before)
{
    const auto *relation = std::get_if<Relation>(&before);
    const auto *staged = std::get_if<Staged>(&before);
    const NodeRef node = relation != nullptr ? relation->from : staged != nullptr ? staged->node : NodeRef();
    return node.isUnit() ? std::nullopt : std::optional(keyOf(node));
}

} // namespace

Transaction::Transaction(Organisation &organisation)
    : m_organisation(organisation)
{}

Transaction::~Transaction()
{
    rollBack();
}

Result<> Transaction::applyEdit(const RowImage &image)
{
    return replace(image.key, image.before, image.after);
}

Result<> Transaction::applyEdit(RowImage &&image)
{
    return replace(image.key, image.before, std::move(image.after));
}

Result<> Transaction::replace(const RowKey &key, const std::optional<Row> &before, std::optional<Row> after)
{
    BM_CHECK(before || after, return {});
    BM_CHECK(!after || keyOf(*after) == key, return fail(u"stale-before"_s));
    if (!m_organisation.rowEquals(key, before))
        return fail(u"stale-before"_s, {{u"what"_s, describeRow(m_organisation, key)}});
    BM_TRY_VOID(after ? checkEndsAreThere(m_organisation, *after) : checkNodeIsFree(m_organisation, key));
    Applied applied{key, std::nullopt, after.has_value()};
    if (auto displaced = m_organisation.replace(key, std::move(after))) {
        applied.before = m_displaced.size();
        m_displaced.push_back(std::move(displaced));
    }
    m_applied.push_back(applied);
    return {};
}

Result<ChangeSet> Transaction::commit()
{
    const std::vector<Effect> rows = effects();
    if (const auto faults = checkIntegrity(m_organisation, rowsToCheck(rows)); !faults.empty()) {
        Error error{{u"integrity"_s, {{u"count"_s, QString::number(sizeOf(faults))}}}, {}, {}};
        for (const IntegrityFault &fault : faults)
            error.causes.push_back({fault.message, {}, {}});
        rollBack();
        return std::unexpected(std::move(error));
    }
    ChangeSet set;
    set.entries.reserve(rows.size());
    for (const Effect &row : rows) {
        if (row.wasThere && row.isThere)
            set.entries.push_back({row.key, RowEffect::Modified});
        else if (row.wasThere || row.isThere)
            set.entries.push_back({row.key, row.wasThere ? RowEffect::Removed : RowEffect::Added});
    }
    set.nodes = nodesSpokenOf();
    m_applied.clear();
    m_displaced.clear();
    return set;
}

/// A row touched several times is one entry, from its first image to its last.
std::vector<Transaction::Effect> Transaction::effects() const
{
    std::vector<Effect> effects;
    effects.reserve(m_applied.size());
    // Rows that only come, as from a file, come once: an image of the same row would have one before.
    const bool isUnique = m_displaced.empty();
    std::unordered_map<RowKey, std::size_t> positions;
    for (const Applied &applied : m_applied) {
        if (!isUnique) {
            const auto [position, isNew] = positions.try_emplace(applied.key, effects.size());
            if (!isNew) {
                effects[position->second].isThere = applied.isThere;
                continue;
            }
        }
        effects.push_back({applied.key, applied.before.has_value(), applied.isThere});
    }
    return effects;
}

std::vector<RowKey> Transaction::rowsToCheck(const std::vector<Effect> &effects) const
{
    std::vector<RowKey> keys;
    keys.reserve(effects.size());
    for (const Effect &effect : effects)
        keys.push_back(effect.key);
    std::unordered_set<RowKey> known;
    for (const std::optional<Row> &before : m_displaced) {
        const auto post = dependentPost(*before);
        if (!post)
            continue;
        if (known.empty())
            known.insert(keys.begin(), keys.end());
        if (known.insert(*post).second)
            keys.push_back(*post);
    }
    return keys;
}

std::vector<RowKey> Transaction::nodesSpokenOf() const
{
    std::vector<RowKey> nodes;
    const auto append = [&nodes](const auto &row) { appendNodes(nodes, row); };
    for (const std::optional<Row> &before : m_displaced)
        std::visit(append, *before);
    for (const Applied &applied : m_applied)
        if (applied.isThere)
            m_organisation.visitRow(applied.key, append);
    return nodes;
}

void Transaction::rollBack()
{
    for (const Applied &applied : std::views::reverse(m_applied))
        (void)m_organisation.replace(applied.key,
                                     applied.before ? std::move(m_displaced[*applied.before]) : std::nullopt);
    m_applied.clear();
    m_displaced.clear();
}

Result<ChangeSet> applyChange(Organisation &organisation, const Change &change)
{
    Transaction transaction(organisation);
    for (const RowImage &image : change.images)
        BM_TRY_VOID(transaction.applyEdit(image));
    return transaction.commit();
}

} // namespace bomay
