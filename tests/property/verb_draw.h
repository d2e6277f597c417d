// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/unit_verbs.h"

#include <random>
#include <vector>

namespace bomay {

/// Random arguments for one verb over one organisation. Mostly such as an officer would give: units and posts that are
/// there on the day; now and then others, which the verb has to refuse.
class VerbDraw
{
public:
    VerbDraw(std::mt19937 &engine, IdSource &ids, int &serial, const Organisation &organisation, Day day);

    [[nodiscard]] const Organisation &organisation() const { return m_org; }
    [[nodiscard]] IdSource &ids() const { return m_ids; }
    /// The day from which the change holds, or which an officer has in view.
    [[nodiscard]] Day day() const { return m_day; }
    /// What `terms` gave last; none before.
    [[nodiscard]] const Terms &lastTerms() const { return m_terms; }

    [[nodiscard]] int random(int below);
    [[nodiscard]] bool chance(int percent);
    [[nodiscard]] std::optional<int> persons(int below);
    [[nodiscard]] QString name(const QString &word);
    [[nodiscard]] Period period();
    template <typename Enum>
    [[nodiscard]] Enum value()
    {
        const auto all = bomay::terms<Enum>();
        return all[uz(random(sizeOf(all)))].value;
    }

    [[nodiscard]] Order order();
    [[nodiscard]] EditScope scope();
    [[nodiscard]] UnitId unit() { return one<Unit>(); }
    /// The unit of a function, else any.
    [[nodiscard]] UnitId unitWithFunctions();
    [[nodiscard]] UnitId unitBut(UnitId other);
    [[nodiscard]] std::vector<UnitId> units(int least, int most);
    [[nodiscard]] PostId post() { return one<Post>(); }
    [[nodiscard]] NodeRef node();
    /// A post, or a unit without units below.
    [[nodiscard]] NodeRef leaf();
    [[nodiscard]] LocalityId locality() { return one<Locality>(); }
    [[nodiscard]] Destination destination(NodeRef node);
    [[nodiscard]] NewUnit newUnit();

    /// Functions that a unit has on the day, each with that chance.
    [[nodiscard]] std::vector<FunctionId> functions(UnitId unit, int percent);
    [[nodiscard]] std::vector<PostId> posts(UnitId unit, int percent);

    /// Terms that name each thing of the units with that chance, and heirs among `heirs`; the shares of all quotas of
    /// the order's year, and of some of later ones, where there is one unit and `shares` are asked for.
    enum class Shares { None, Part, All };
    [[nodiscard]] const Terms &terms(const std::vector<UnitId> &units, int heirs, int percent, Shares shares);

private:
    template <typename Entity>
    [[nodiscard]] Id<Entity> one();
    [[nodiscard]] std::vector<NodeRef> nodesBelow(UnitId unit) const;
    void share(const Quota &quota, int heirs, Shares shares);

    std::mt19937 &m_engine;
    IdSource &m_ids;
    int &m_serial;
    const Organisation &m_org;
    Day m_day;
    Terms m_terms;
};

} // namespace bomay
