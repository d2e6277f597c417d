// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/locality_verbs.h"
#include "core/change/unit_handover.h"

#include <map>
#include <set>

namespace bomay {

/// Internal to core/change: territories that change hands by one order, and the bodies that go with them.
class LocalityRearrangement
{
public:
    LocalityRearrangement(const Organisation &organisation, const Terms &terms, const Order &order, IdSource &ids);

    /// Those of whom a part goes and who stay nevertheless.
    void keep(LocalityId locality) { m_kept.insert(locality); }

    /// Everything but the title. Errors: as `rearrangeLocalities`.
    [[nodiscard]] Result<> run(std::span<const LocalityHeir> heirs);

    /// Ends a locality for the one above it. Errors: as `dissolveLocality`.
    [[nodiscard]] Result<> dissolve(LocalityId locality);

    /// Another name and type. Errors: as `renameLocality`.
    [[nodiscard]] Result<> rename(LocalityId locality, const QString &name, LocalityType type);

    /// Another population, where it is given.
    void setPopulation(LocalityId locality, std::optional<int> population);

    [[nodiscard]] Result<Change> finish(const QString &title);

    /// Its name on the order's date.
    [[nodiscard]] QString nameOf(LocalityId locality) const;

private:
    /// What an heir of the order gets of one locality.
    struct Share
    {
        int heir = 0;
        SuccessionExtent extent = SuccessionExtent::Whole;
    };

    /// The body of one kind that an heir of the order has, or gets.
    using Government = std::pair<int, UnitKind>;

    [[nodiscard]] Result<> requireThere(LocalityId locality) const;
    [[nodiscard]] Result<> requireNoLaterStates(LocalityId locality) const;
    [[nodiscard]] std::unexpected<Error> refuse(const QString &code, LocalityId locality) const;
    [[nodiscard]] const LocalityState &stateOf(LocalityId locality) const;
    [[nodiscard]] bool ends(LocalityId locality) const;

    [[nodiscard]] Result<> collectShares(std::span<const LocalityHeir> heirs);
    [[nodiscard]] Result<> checkShares() const;
    [[nodiscard]] Result<> checkHeir(const LocalityHeir &heir) const;
    [[nodiscard]] Result<> requireNotBelowItself(std::span<const LocalityHeir> heirs, int heir) const;
    void found(const LocalityHeir &heir);
    [[nodiscard]] std::optional<int> populationOf(const LocalityHeir &heir) const;
    [[nodiscard]] int mainHeirOf(LocalityId locality) const;

    template <typename Entity, typename Modify>
    void fromOrderOn(Entity &row, Modify &&modify) const;
    void end(LocalityId locality);
    void moveBelow(LocalityId locality, LocalityId heir);

    /// The bodies of one kind that stand for a locality itself: not below another one of its units.
    [[nodiscard]] std::vector<UnitId> bodiesOf(LocalityId locality, UnitKind kind) const;
    [[nodiscard]] bool standsForItself(UnitId unit, LocalityId locality) const;
    void collectBodies();
    [[nodiscard]] Result<> handBodies(const Government &place);
    [[nodiscard]] Result<UnitId> parentFor(const Government &founded, UnitId model);
    [[nodiscard]] NewUnit newBody(int heir, UnitKind kind, UnitId model) const;
    /// The part of the terms that speaks of what these units have.
    [[nodiscard]] Terms termsFor(std::span<const UnitId> units) const;
    void moveOtherUnits(LocalityId locality, LocalityId heir);
    void setLocality(UnitId unit, LocalityId locality);

    const Organisation &m_org;
    const Terms &m_terms;
    const Order &m_order;
    IdSource &m_ids;
    ChangeBuilder m_builder;
    UnitHandover m_handover;
    std::set<LocalityId> m_kept;
    std::vector<LocalityId> m_givers; ///< in the order in which they are named
    std::map<LocalityId, std::vector<Share>> m_shares;
    std::vector<LocalityId> m_heirs;
    std::vector<QString> m_heirNames;
    std::map<UnitId, Government> m_ending; ///< bodies, and where what they have goes
    std::set<Government> m_handed;         ///< that had their turn
    std::map<Government, UnitId> m_bodies; ///< of those who got one
};

} // namespace bomay
