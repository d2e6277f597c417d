// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"

#include "core/base/numbers.h"
#include "core/model/integrity.h"

#include <ranges>
#include <unordered_map>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

Result<> checkNodeIsFree(const Organisation &organisation, const RowImage &image)
{
    if (image.after || (image.key.kind != RowKind::Unit && image.key.kind != RowKind::Post))
        return {};
    const NodeRef node = image.key.kind == RowKind::Unit ? NodeRef(UnitId{image.key.uid}) : PostId{image.key.uid};
    if (organisation.graph().relationsFrom(node).empty() && organisation.graph().relationsTo(node).empty())
        return {};
    return fail(u"row-in-use"_s, {{u"what"_s, describeRow(organisation, image.key)}});
}

Result<> checkEndsAreThere(const Organisation &organisation, const RowImage &image)
{
    const auto *relation = image.after ? std::get_if<Relation>(&*image.after) : nullptr;
    if (relation == nullptr ||
        (organisation.graph().hasNode(relation->from) && organisation.graph().hasNode(relation->to)))
        return {};
    return fail(u"dangling-reference"_s, {{u"what"_s, image.key.uid.toString()}});
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
    BM_CHECK(image.before || image.after, return {});
    BM_CHECK(!image.after || keyOf(*image.after) == image.key, return fail(u"stale-before"_s));
    if (!m_organisation.rowEquals(image.key, image.before))
        return fail(u"stale-before"_s, {{u"what"_s, describeRow(m_organisation, image.key)}});
    BM_TRY_VOID(checkNodeIsFree(m_organisation, image));
    BM_TRY_VOID(checkEndsAreThere(m_organisation, image));
    m_organisation.replace(image.key, image.after);
    m_applied.push_back(image);
    return {};
}

Result<ChangeSet> Transaction::commit()
{
    // A row touched several times is one entry, from its first image to its last.
    std::unordered_map<RowKey, std::size_t> positions;
    std::vector<std::pair<bool, bool>> presence; // before the first image, after the last
    std::vector<RowKey> touched;
    for (const RowImage &image : m_applied) {
        const auto [position, isNew] = positions.try_emplace(image.key, touched.size());
        if (isNew) {
            touched.push_back(image.key);
            presence.emplace_back(image.before.has_value(), image.after.has_value());
        } else {
            presence[position->second].second = image.after.has_value();
        }
    }
    if (const auto faults = checkIntegrity(m_organisation, touched); !faults.empty()) {
        Error error{{u"integrity"_s, {{u"count"_s, QString::number(sizeOf(faults))}}}, {}, {}};
        for (const IntegrityFault &fault : faults)
            error.causes.push_back({fault.message, {}, {}});
        rollBack();
        return std::unexpected(std::move(error));
    }
    ChangeSet set;
    for (std::size_t i = 0; i < touched.size(); ++i) {
        const auto [before, after] = presence[i];
        if (before && after)
            set.entries.push_back({touched[i], RowEffect::Modified});
        else if (before || after)
            set.entries.push_back({touched[i], before ? RowEffect::Removed : RowEffect::Added});
    }
    m_applied.clear();
    return set;
}

void Transaction::rollBack()
{
    for (const RowImage &image : std::views::reverse(m_applied))
        m_organisation.replace(image.key, image.before);
    m_applied.clear();
}

Result<ChangeSet> applyChange(Organisation &organisation, const Change &change)
{
    Transaction transaction(organisation);
    for (const RowImage &image : change.images)
        BM_TRY_VOID(transaction.applyEdit(image));
    return transaction.commit();
}

} // namespace bomay
