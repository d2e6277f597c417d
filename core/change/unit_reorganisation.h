// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/unit_handover.h"

#include <QStringList>

#include <map>
#include <optional>
#include <set>

namespace bomay {

/// Does a unit that hands over end by the order?
enum class Predecessor { Ends, Stays };

/// Where a thing goes that `Terms` does not name.
enum class Unnamed { ToFirstHeir, Stays, Refused };

/// Internal to core/change: one reorganisation of units, its checks before the steps of a `UnitHandover`. Several may
/// share one handover.
class UnitReorganisation
{
public:
    UnitReorganisation(const Organisation &organisation, UnitHandover &handover, const Terms &terms, const Order &order)
        : m_org(organisation)
        , m_handover(handover)
        , m_terms(terms)
        , m_order(order)
    {}

    /// Names the predecessors. Errors: those common to all verbs.
    [[nodiscard]] Result<> begin(std::span<const UnitId> predecessors, Predecessor predecessor);

    /// Errors: `edit-empty-name`, `edit-bad-number`, `edit-no-such-locality`, `edit-nothing-there`, `order-name-taken`,
    /// `order-code-taken`, `order-heir-below`.
    [[nodiscard]] Result<UnitId> foundHeir(const NewUnit &unit, Reorganisation how);

    /// Errors: `edit-nothing-there`, `order-twice`, `order-heir-ends`, `order-heir-below`.
    [[nodiscard]] Result<> takeHeir(UnitId heir, Reorganisation how);

    /// Hands units below, posts and functions over and, where the predecessors end, their relations. Errors:
    /// `order-not-of-unit`, `order-no-heir`, `order-later-changes`, `edit-into-itself`.
    [[nodiscard]] Result<> handOver(Unnamed unnamed);

    /// The heirs take the predecessors' place in the history.
    void succeed();

    /// All numbers to the first heir.
    void handNumbers();

    /// The numbers that `Terms` names. Errors: `order-quota-sum`, `order-quota-in-post-sum`, `order-quota-reserve-sum`,
    /// `edit-bad-number`.
    [[nodiscard]] Result<> handShares();

    /// No sibling that stays has the name. Errors: `order-name-taken`.
    [[nodiscard]] Result<> requireFreeName(const QString &name, UnitId parent, UnitId self) const;

    [[nodiscard]] QString namesOfPredecessors() const { return namesOf(m_predecessors); }
    [[nodiscard]] QString namesOfHeirs() const { return joined(m_heirNames); }

private:
    [[nodiscard]] QString nameOf(NodeRef node) const;
    [[nodiscard]] static QString joined(const QStringList &names);
    [[nodiscard]] QString namesOf(std::span<const UnitId> units) const;
    [[nodiscard]] std::unexpected<Error> refuse(const QString &code, NodeRef what) const;
    /// Is it a predecessor that ends?
    [[nodiscard]] bool endsByOrder(UnitId unit) const;
    [[nodiscard]] Result<> requireNoLaterStates(NodeRef node) const;

    /// A unit that is to have things of the predecessors, or to stand above such a one, is none that ends and not below
    /// any. Errors: `order-heir-ends`, `order-heir-below`.
    [[nodiscard]] Result<> requireOutside(UnitId unit) const;

    /// A unit that is handed over is not the heir (by index), nor above it. Errors: `edit-into-itself`.
    [[nodiscard]] Result<> requireNotBelow(int heir, UnitId unit) const;
    [[nodiscard]] Result<> checkFounding(const NewUnit &unit) const;
    /// Nobody who stays or comes has the code on the order's date or later. Errors: `order-code-taken`.
    [[nodiscard]] Result<> requireFreeCode(const QString &code) const;
    [[nodiscard]] std::unexpected<Error> nameTaken(const QString &name) const;
    /// The shares of one quota do not exceed it. Errors: `code`.
    [[nodiscard]] Result<> checkShares(const Quota &quota, std::optional<int> number,
                                       std::optional<int> QuotaShare::*part, const QString &code) const;
    [[nodiscard]] Result<> checkTerms() const;
    [[nodiscard]] Result<> requireOfPredecessor(const RowKey &key) const;

    /// Posts and units directly in a unit on the order's date or later, in the order of protocol.
    [[nodiscard]] std::vector<NodeRef> nodesOf(UnitId unit) const;

    /// Functions that hold on the order's date or later, in their order.
    [[nodiscard]] std::vector<FunctionId> functionsOf(UnitId unit) const;

    /// The index of the heir of a thing, `Terms::kEnds`, or nothing: it stays. Errors: `order-no-heir`.
    [[nodiscard]] Result<std::optional<int>> heirOf(const RowKey &key, UnitId unit, Unnamed unnamed) const;
    [[nodiscard]] Result<> handNode(NodeRef node, UnitId unit, Unnamed unnamed);
    [[nodiscard]] Result<> handFunction(FunctionId function, UnitId unit, Unnamed unnamed);
    [[nodiscard]] Result<> endPost(PostId post);

    /// Where `Terms` names no heads, the first that somebody holds is preferred.
    void chooseHeads();
    [[nodiscard]] bool isHead(PostId post) const;

    /// Would the post be a second head of the heir? The first that is not, becomes its head.
    [[nodiscard]] bool isSecondHead(PostId post, UnitId heir);
    [[nodiscard]] bool hasHead(UnitId unit) const;
    /// Does somebody hold the post on the order's date or later?
    [[nodiscard]] bool isHeld(PostId post) const;

    const Organisation &m_org;
    UnitHandover &m_handover;
    const Terms &m_terms;
    const Order &m_order;
    Predecessor m_predecessor = Predecessor::Ends;
    std::vector<UnitId> m_predecessors;
    std::vector<UnitId> m_heirs;
    QStringList m_heirNames;
    std::map<UnitId, UnitId> m_parents; ///< of heirs that the order founds
    std::set<QString> m_codes;          ///< given to those
    std::map<UnitId, bool> m_withHead;
    std::set<PostId> m_heads; ///< preferred
};

} // namespace bomay
