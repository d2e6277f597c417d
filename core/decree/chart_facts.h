// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/locality_name.h"
#include "core/decree/measure.h"
#include "core/model/org_view.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace bomay {

/// What the units directly under a unit have in common, for comparing each of them with the others.
struct Brood
{
    bool hasPosts = false; ///< one of them has posts
    /// The one with most deputies among those with units inside, public service units aside; −1 where there is none.
    int largest = -1;
    Measured mostDeputies = {}; ///< of those
};

/// What checks ask of a view again and again, worked out once: names taken apart, who holds what, which bodies a
/// locality has. Not thread-safe (names of bodies are worked out when they are asked for). The view and the history
/// must outlive it.
class ChartFacts
{
public:
    /// `history` is the organisation behind the view, for what one day does not show; null where it is not at hand.
    explicit ChartFacts(const OrgView &view, const Organisation *history = nullptr);

    [[nodiscard]] const OrgView &view() const { return m_view; }
    [[nodiscard]] const Organisation *history() const { return m_history; }
    [[nodiscard]] const UnitState &state(int unit) const { return m_view.units()[uz(unit)].state; }
    /// Of the unit's locality; null where it has none.
    [[nodiscard]] const ViewLocality *localityOf(int unit) const;
    [[nodiscard]] const LocalityName &localityName(int locality) const { return m_localityNames[uz(locality)]; }

    /// See `agencyName`; empty where the unit has no name.
    [[nodiscard]] const QString &nameOf(int unit);

    /// Of the units directly under a unit; worked out once for all of them.
    [[nodiscard]] const Brood &broodOf(int parent);

    /// Units of a kind at a locality, in the order of protocol.
    [[nodiscard]] std::vector<int> unitsAt(int locality, UnitKind kind) const;
    [[nodiscard]] bool hasKind(UnitKind kind) const;

    /// Posts that a person holds on the day, in the order of protocol.
    [[nodiscard]] const std::vector<int> &postsOf(PersonId person) const;

private:
    const OrgView &m_view;
    const Organisation *m_history;
    std::vector<LocalityName> m_localityNames;
    std::vector<std::optional<QString>> m_names;
    std::vector<std::optional<Brood>> m_broods;
    std::vector<std::vector<int>> m_unitsAt; ///< by locality
    std::unordered_map<PersonId, std::vector<int>> m_postsOf;
    std::vector<bool> m_kinds; ///< by kind: is there one
};

} // namespace bomay
