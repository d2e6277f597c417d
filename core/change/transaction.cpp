// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"

#include "core/base/numbers.h"
#include "core/model/row_names.h"

#include <algorithm>
#include <iterator>
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

/// The units, posts and persons that a row of another kind speaks of.
void appendNodes(std::vector<RowKey> &nodes, const Relation &relation)
{
    nodes.push_back(keyOf(relation.from));
    nodes.push_back(keyOf(relation.to));
}

void appendNodes(std::vector<RowKey> &nodes, const Appointment &appointment)
{
    nodes.push_back(keyOf(appointment.post));
}

void appendNodes(std::vector<RowKey> &nodes, const Portrait &portrait)
{
    nodes.push_back(keyOf(portrait.person));
}

void appendNodes(std::vector<RowKey> &nodes, const Staged &staged)
{
    nodes.push_back(keyOf(staged.node));
}

void appendNodes(std::vector<RowKey> &nodes, const Quota &quota)
{
    nodes.push_back(keyOf(quota.unit));
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
    , m_wasEmpty(organisation.units().size() == 0 && organisation.posts().size() == 0)
{}

Transaction::~Transaction()
{
    rollBack();
}

Result<> Transaction::applyEdit(const RowImage &image)
{
    return replace(image.key, image.before, std::optional<Row>(image.after));
}

Result<> Transaction::applyEdit(RowImage &&image)
{
    return replace(image.key, image.before, std::move(image.after));
}

Result<> Transaction::applyEdits(std::span<const RowImage> images)
{
    return applyAll(images);
}

Result<> Transaction::applyEdits(std::vector<RowImage> &&images)
{
    return applyAll(images);
}

template <typename Images>
Result<> Transaction::applyAll(Images &images)
{
    m_applied.reserve(m_applied.size() + images.size());
    for (auto &image : images)
        BM_TRY_VOID(applyEdit(std::move(image))); // of a const image a copy
    return {};
}

Result<> Transaction::replace(const RowKey &key, const std::optional<Row> &before, std::optional<Row> &&after)
{
    BM_CHECK(before || after, return {});
    BM_CHECK(!after || keyOf(*after) == key, return fail(u"stale-before"_s));
    if (!m_organisation.rowEquals(key, before))
        return fail(u"stale-before"_s, {{u"what"_s, describeRow(m_organisation, key)}});
    BM_TRY_VOID(after ? checkEndsAreThere(m_organisation, *after) : checkNodeIsFree(m_organisation, key));
    if (after)
        noteNodes(*after);
    const bool isThere = after.has_value();
    if (auto displaced = m_organisation.replace(key, std::move(after))) {
        noteNodes(*displaced);
        m_displaced.push_back(*std::move(displaced));
        m_applied.push_back({key, isThere ? RowEffect::Modified : RowEffect::Removed});
    } else {
        m_applied.push_back({key, RowEffect::Added});
    }
    return {};
}

void Transaction::noteNodes(const Row &row)
{
    // Where there were none every node comes by the change itself and has its own entry.
    if (!m_wasEmpty)
        std::visit([this](const auto &entity) { appendNodes(m_nodes, entity); }, row);
}

Result<ChangeSet> Transaction::commit()
{
    if (const auto found = faults(); !found.empty()) {
        Error error{{u"integrity"_s, {{u"count"_s, QString::number(sizeOf(found))}}}, {}, {}};
        for (const IntegrityFault &fault : found)
            error.causes.push_back({fault.message, {}, {}});
        rollBack();
        return std::unexpected(std::move(error));
    }
    ChangeSet set{takeEntries(), std::move(m_nodes)};
    m_applied.clear();
    m_displaced.clear();
    m_nodes.clear();
    return set;
}

std::vector<IntegrityFault> Transaction::faults() const
{
    // To go through all rows takes less than to look up half of them.
    if (onlyAdds() && 2 * sizeOf(m_applied) > m_organisation.size())
        return checkIntegrity(m_organisation);
    return checkIntegrity(m_organisation, rowsToCheck());
}

std::vector<RowKey> Transaction::rowsToCheck() const
{
    std::vector<RowKey> keys;
    keys.reserve(m_applied.size());
    if (onlyAdds()) {
        std::ranges::transform(m_applied, std::back_inserter(keys), &ChangeSet::Entry::key);
        return keys;
    }
    std::unordered_set<RowKey> known;
    const auto add = [&](const RowKey &key) {
        if (known.insert(key).second)
            keys.push_back(key);
    };
    for (const ChangeSet::Entry &applied : m_applied)
        add(applied.key);
    for (const Row &before : m_displaced)
        if (const auto post = dependentPost(before))
            add(*post);
    return keys;
}

/// A row touched several times is one entry, from its first image to its last; none where it came and went.
std::vector<ChangeSet::Entry> Transaction::takeEntries()
{
    if (onlyAdds())
        return std::move(m_applied);
    struct Effect
    {
        RowKey key;
        bool wasThere = false;
        bool isThere = false;
    };
    std::vector<Effect> effects;
    std::unordered_map<RowKey, std::size_t> positions;
    for (const auto &[key, effect] : m_applied) {
        const auto [position, isNew] = positions.try_emplace(key, effects.size());
        if (isNew)
            effects.push_back({key, effect != RowEffect::Added, true});
        effects[position->second].isThere = effect != RowEffect::Removed;
    }
    std::vector<ChangeSet::Entry> entries;
    entries.reserve(effects.size());
    for (const Effect &row : effects) {
        if (row.wasThere && row.isThere)
            entries.push_back({row.key, RowEffect::Modified});
        else if (row.wasThere || row.isThere)
            entries.push_back({row.key, row.wasThere ? RowEffect::Removed : RowEffect::Added});
    }
    return entries;
}

void Transaction::rollBack()
{
    for (const auto &[key, effect] : std::views::reverse(m_applied)) {
        std::optional<Row> before;
        if (effect != RowEffect::Added) {
            before = std::move(m_displaced.back());
            m_displaced.pop_back();
        }
        (void)m_organisation.replace(key, std::move(before));
    }
    m_applied.clear();
    m_displaced.clear();
    m_nodes.clear();
}

Result<ChangeSet> applyChange(Organisation &organisation, const Change &change)
{
    Transaction transaction(organisation);
    BM_TRY_VOID(transaction.applyEdits(change.images));
    return transaction.commit();
}

} // namespace bomay
