// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/locality_name.h"
#include "core/decree/measure.h"
#include "core/model/org_view.h"

#include <boost/container/small_vector.hpp>

#include <map>
#include <optional>
#include <span>
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
/// locality has. It follows a change of the view (`forgetPosts`, `follow`). Not thread-safe (names of bodies are worked
/// out when they are asked for). The view and the history must outlive it.
class ChartFacts
{
public:
    /// `history` is the organisation behind the view, for what one day does not show; null where it is not at hand.
    explicit ChartFacts(const OrgView &view, const Organisation *history = nullptr);

    [[nodiscard]] const OrgView &view() const { return m_view; }
    [[nodiscard]] const Organisation *history() const { return m_history; }
    [[nodiscard]] const UnitState &state(int unit) const { return m_view.units()[uz(unit)].state; }
    [[nodiscard]] UnitKind kindOf(int unit) const { return m_kinds[uz(unit)]; }
    [[nodiscard]] const std::vector<UnitKind> &kinds() const { return m_kinds; }
    /// So many units are known; less or more than the view has while it has changed and this has not followed.
    [[nodiscard]] int size() const { return sizeOf(m_kinds); }
    /// Of the unit's locality; null where it has none.
    [[nodiscard]] const ViewLocality *localityOf(int unit) const;
    /// Likewise its index in `OrgView::localities`; −1 where it has none.
    [[nodiscard]] int localityIndexOf(int unit) const { return m_localities[uz(unit)]; }
    [[nodiscard]] const LocalityName &localityName(int locality) const { return m_localityNames[uz(locality)]; }

    /// See `agencyName`; empty where the unit has no name.
    [[nodiscard]] const QString &nameOf(int unit);

    /// Of the units directly under a unit; worked out once for all of them.
    [[nodiscard]] const Brood &broodOf(int parent);

    /// How many units of a kind a locality has.
    [[nodiscard]] int countAt(int locality, UnitKind kind) const { return m_countsAt[slotOf(locality, kind)]; }
    [[nodiscard]] bool hasKind(UnitKind kind) const { return m_kindCounts[static_cast<std::size_t>(kind)] > 0; }

    /// Units without a place in the tree, in the order of protocol.
    [[nodiscard]] const std::vector<int> &stagedUnits() const { return m_stagedUnits; }

    /// Posts that a person holds on the day, each once, in the order of protocol.
    [[nodiscard]] std::vector<int> postsOf(PersonId person) const;
    [[nodiscard]] bool holdsSeveral(PersonId person) const;

    /// Before the view changes: who holds these posts (indices) may be others afterwards.
    void forgetPosts(std::span<const int> posts);
    /// After the view changed: whose own facts are others, or that stand at another index (`units`); who holds what of
    /// `posts`; and units whose list of units is another, or has others in it (`parents`). What is inherited comes from
    /// above: `units` stand before those below them. True: some locality has more or fewer councils.
    bool follow(std::span<const int> units, std::span<const int> parents, std::span<const int> posts);

private:
    [[nodiscard]] std::size_t slotOf(int locality, UnitKind kind) const
    {
        return uz(locality) * m_kindCounts.size() + static_cast<std::size_t>(kind);
    }
    [[nodiscard]] int localityFor(int unit) const;
    void count(int unit, int by);
    void learnUnit(int unit);
    void learnPost(int post);
    void findStaged();

    const OrgView &m_view;
    const Organisation *m_history;
    std::vector<LocalityName> m_localityNames;
    std::vector<QString> m_places; ///< their bare names as ends of names of bodies
    // By unit.
    std::vector<UnitKind> m_kinds;
    std::vector<int> m_localities;
    std::vector<std::optional<QString>> m_names;
    std::vector<std::optional<Brood>> m_broods;
    std::vector<int> m_countsAt;   ///< by locality and kind
    std::vector<int> m_kindCounts; ///< by kind
    std::map<int, int> m_councils; ///< by locality: more or fewer than before; −1 = without one
    std::vector<int> m_stagedUnits;
    std::unordered_map<PersonId, boost::container::small_vector<PostId, 1>> m_postsOf;
};

} // namespace bomay
