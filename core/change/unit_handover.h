// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/unit_verbs.h"

#include <map>
#include <set>
#include <tuple>

namespace bomay {

/// Internal to core/change: the steps of which the verbs of reorganisation are made, each from the order's date on.
/// Collects into a builder. What must be true for a step the verbs have checked.
class UnitHandover
{
public:
    UnitHandover(const Organisation &organisation, ChangeBuilder &builder, const Order &order, IdSource &ids);

    /// Announces a unit that ends by the order, before anything is handed over: it is not given to anybody. Orders that
    /// end units at several places know all of them at first.
    void expectEnd(UnitId unit) { m_ending.insert(unit); }
    [[nodiscard]] bool isToEnd(UnitId unit) const { return m_ending.contains(unit); }
    [[nodiscard]] bool isFounded(UnitId unit) const { return m_parents.contains(unit); }

    /// The row of the order's document.
    [[nodiscard]] LegalDocumentId document() const { return m_document; }

    /// Errors: `edit-empty-name`.
    [[nodiscard]] Result<UnitId> found(const NewUnit &unit, Reorganisation how);

    /// Marks a unit that stays as reorganised by the order.
    void markReorganised(UnitId unit, Reorganisation how);

    void succeed(UnitId successor, UnitId predecessor, SuccessionExtent extent);

    /// A unit below or a post comes to the heir, last in rank.
    void give(NodeRef node, UnitId from, UnitId heir);

    /// Keeps a post beyond the number allowed.
    void markSurplus(PostId post, PartialDate until);

    /// Ends a post and what people hold of it; nobody begins to hold it later.
    void endPost(PostId post);

    void giveFunction(FunctionId function, UnitId heir);
    void endFunction(FunctionId function);

    /// Adds a unit's quotas and staff numbers to the heir's. Where the heir stands above the unit, or takes over from
    /// one that does, they are in its numbers already.
    void giveNumbers(UnitId from, UnitId heir);

    /// Puts the shares of a unit's quotas to the heirs' and, where the unit stays, takes them off its own. Where it
    /// ends the first heir gets what is left of the years in which it is no more. The numbers of a unit hold those of
    /// an heir below it.
    void shareQuotas(UnitId from, std::span<const UnitId> heirs, std::span<const QuotaShare> shares, bool stays);

    /// Ends a unit's states and its place; `settle` needs to know who takes over its relations.
    void end(UnitId unit, std::span<const UnitId> heirs);

    /// After everything else: relations of other types end with a unit that ends and go on with its heirs; posts of one
    /// unit that are parted no longer report to each other.
    void settle();

private:
    /// Where the staff numbers of a founded unit come from.
    enum class StaffNumbers { Given, Awaited, Summed };

    /// Are a unit's numbers part of those of another one, which stands above it? Those of a committee are not: it is
    /// another level of government, with numbers of its own.
    [[nodiscard]] bool isCountedIn(UnitId unit, UnitId above) const;

    void settleRelations();
    void settleReports();
    [[nodiscard]] int year() const { return m_order.from.toDate().year(); }
    /// Was a unit that ends by the order there on a day of the year? Its numbers for it stay with it, as its history.
    [[nodiscard]] bool wasThereIn(int year) const;
    [[nodiscard]] PartialDate reorganisedOn() const;
    [[nodiscard]] EditScope scope() const { return {EditMode::FromDate, m_order.from, m_order.from}; }
    [[nodiscard]] int nextRank(UnitId parent, PostRole role, NodeRef::Kind kind);
    void addQuota(UnitId unit, int year, QuotaKind kind, const Quota &numbers);
    void endOrRemove(Relation relation);
    void begin(const Relation &model, NodeRef from, NodeRef to);

    template <typename Entity, typename Modify>
    void modify(Id<Entity> id, Modify &&change);

    const Organisation &m_org;
    ChangeBuilder &m_builder;
    const Order &m_order;
    IdSource &m_ids;
    LegalDocumentId m_document;
    std::set<QString> m_codes; ///< made for founded units
    std::set<UnitId> m_ending;
    std::map<UnitId, UnitId> m_parents; ///< of founded units
    std::map<UnitId, StaffNumbers> m_staff;
    std::map<std::tuple<UnitId, NodeRef::Kind, PostRole>, int> m_ranks; ///< the last one given
    std::map<std::tuple<UnitId, int, QuotaKind>, QuotaId> m_quotas;     ///< those of founded units
    std::map<std::pair<PostId, UnitId>, UnitId> m_posts;                ///< given, from whom, and to whom
    std::map<UnitId, std::vector<UnitId>> m_ended;                      ///< and their heirs
    std::set<PostId> m_endedPosts;
    std::vector<Relation> m_begun;
};

} // namespace bomay
