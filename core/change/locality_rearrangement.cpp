// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/locality_rearrangement.h"

#include "core/base/vietnamese_text.h"
#include "core/change/edits_support.h"
#include "core/change/unit_reorganisation.h"
#include "core/model/row_names.h"

#include <algorithm>
#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// The bodies that are the government of a locality and end with it.
constexpr std::array kGovernment{UnitKind::PeoplesCouncil, UnitKind::PeoplesCommittee};

/// "UBND phường Bến Nghé" with "Phường Sài Gòn" for "Phường Bến Nghé" is "UBND phường Sài Gòn"; nothing where the old
/// name is not in it.
QString withOtherName(const QString &text, const QString &from, const QString &to)
{
    const qsizetype at = from.isEmpty() ? -1 : text.indexOf(from, 0, Qt::CaseInsensitive);
    if (at < 0 || to.isEmpty())
        return {};
    QString name = to;
    if (at > 0 && text[at].isLower())
        name[0] = name[0].toLower();
    return text.left(at) + name + text.mid(at + from.size());
}

} // namespace

LocalityRearrangement::LocalityRearrangement(const Organisation &organisation, const Terms &terms, const Order &order,
                                             IdSource &ids)
    : m_org(organisation)
    , m_terms(terms)
    , m_order(order)
    , m_ids(ids)
    , m_builder(organisation)
    , m_handover(organisation, m_builder, order, ids)
{}

Result<> LocalityRearrangement::run(std::span<const LocalityHeir> heirs)
{
    BM_TRY_VOID(checkOrder(m_order));
    BM_TRY_VOID(collectShares(heirs));
    BM_TRY_VOID(checkShares());
    for (const LocalityHeir &heir : heirs)
        BM_TRY_VOID(checkHeir(heir));
    for (int heir = 0; heir < sizeOf(heirs); ++heir)
        BM_TRY_VOID(requireNotBelowItself(heirs, heir));
    for (const LocalityHeir &heir : heirs)
        found(heir);
    collectBodies();
    for (const LocalityId giver : m_givers) {
        for (const Share &share : m_shares[giver])
            m_builder.put(LocalitySuccession{m_ids.make<LocalitySuccessionId>(), giver, m_heirs[uz(share.heir)],
                                             share.extent, PartialDate::fromDay(m_order.from), m_handover.document()});
        if (!ends(giver))
            continue;
        const LocalityId heir = m_heirs[uz(mainHeirOf(giver))];
        moveBelow(giver, heir);
        moveOtherUnits(giver, heir);
    }
    for (int heir = 0; heir < sizeOf(m_heirs); ++heir)
        for (const UnitKind kind : kGovernment)
            BM_TRY_VOID(handBodies({heir, kind}));
    for (const LocalityId giver : m_givers)
        if (ends(giver))
            end(giver);
    return {};
}

Result<> LocalityRearrangement::dissolve(LocalityId locality)
{
    BM_TRY_VOID(checkOrder(m_order));
    BM_TRY_VOID(requireThere(locality));
    BM_TRY_VOID(requireNoLaterStates(locality));
    const LocalityId above = stateOf(locality).parent;
    if (above.isNull())
        return fail(u"order-no-heir"_s, {{u"what"_s, nameOf(locality)}, {u"where"_s, nameOf(locality)}});
    for (const UnitKind kind : kGovernment)
        for (const UnitId body : bodiesOf(locality, kind))
            m_handover.expectEnd(body);
    moveBelow(locality, above);
    moveOtherUnits(locality, above);
    for (const UnitKind kind : kGovernment) {
        for (const UnitId body : bodiesOf(locality, kind)) {
            const Terms terms = termsFor({&body, 1});
            UnitReorganisation work(m_org, m_handover, terms, m_order);
            BM_TRY_VOID(work.begin({&body, 1}, Predecessor::Ends));
            const Relation *place = belongsToOn(m_org, body, m_order.from);
            if (place != nullptr)
                BM_TRY_VOID(work.takeHeir(place->to.unit(), Reorganisation::None));
            BM_TRY_VOID(work.handOver(Unnamed::ToFirstHeir));
            work.succeed();
            if (place != nullptr)
                work.handNumbers();
        }
    }
    m_builder.put(LocalitySuccession{m_ids.make<LocalitySuccessionId>(), locality, above, SuccessionExtent::Whole,
                                     PartialDate::fromDay(m_order.from), m_handover.document()});
    end(locality);
    return {};
}

Result<> LocalityRearrangement::rename(LocalityId locality, const QString &name, LocalityType type)
{
    BM_TRY_VOID(checkOrder(m_order));
    BM_TRY_VOID(requireThere(locality));
    BM_TRY(const QString newName, requireName(name));
    std::optional<Locality> row = m_builder.find(locality);
    const QString oldName = nameOf(locality);
    if (newName == oldName && stateOf(locality).type == type)
        return fail(u"edit-no-change"_s);
    const EditScope scope{EditMode::FromDate, m_order.from, m_order.from};
    modifyState(*row, scope, [&](LocalityState &state) {
        state.name = newName;
        state.type = type;
    });
    m_builder.put(*std::move(row));
    for (const UnitKind kind : kGovernment) {
        for (const UnitId body : bodiesOf(locality, kind)) {
            std::optional<Unit> unit = m_builder.find(body);
            modifyState(*unit, scope, [&](UnitState &state) {
                if (const QString other = withOtherName(state.name, oldName, newName); !other.isEmpty())
                    state.name = other;
            });
            m_builder.put(*std::move(unit));
        }
    }
    return {};
}

void LocalityRearrangement::setPopulation(LocalityId locality, std::optional<int> population)
{
    std::optional<Locality> row = m_builder.find(locality);
    if (!population || !row)
        return;
    modifyState(*row, {EditMode::FromDate, m_order.from, m_order.from},
                [population](LocalityState &state) { state.population = population; });
    m_builder.put(*std::move(row));
}

Result<Change> LocalityRearrangement::finish(const QString &title)
{
    m_handover.settle();
    return finishOrder(m_builder, title, m_order, m_ids);
}

QString LocalityRearrangement::nameOf(LocalityId locality) const
{
    const Locality *row = m_org.find(locality);
    const LocalityState *state = row != nullptr ? stateOn(*row, m_order.from) : nullptr;
    return state != nullptr ? state->name : describeRow(m_org, keyOf(locality));
}

Result<> LocalityRearrangement::requireThere(LocalityId locality) const
{
    const Locality *row = m_org.find(locality);
    if (row != nullptr && stateOn(*row, m_order.from) != nullptr && stateOn(*row, dayBefore(m_order.from)) != nullptr)
        return {};
    return fail(u"order-locality-gone"_s, {{u"what"_s, nameOf(locality)}, {u"date"_s, m_order.from.toVietnamese()}});
}

Result<> LocalityRearrangement::requireNoLaterStates(LocalityId locality) const
{
    const Day last = m_org.find(locality)->states.back().period.firstDay();
    if (last <= m_order.from)
        return {};
    return fail(u"order-later-changes"_s, {{u"what"_s, nameOf(locality)}, {u"date"_s, last.toVietnamese()}});
}

std::unexpected<Error> LocalityRearrangement::refuse(const QString &code, LocalityId locality) const
{
    return fail(code, {{u"what"_s, nameOf(locality)}});
}

/// Precondition: it is there on the order's date.
const LocalityState &LocalityRearrangement::stateOf(LocalityId locality) const
{
    return *stateOn(*m_org.find(locality), m_order.from);
}

bool LocalityRearrangement::ends(LocalityId locality) const
{
    return m_shares.contains(locality) && !m_kept.contains(locality);
}

Result<> LocalityRearrangement::collectShares(std::span<const LocalityHeir> heirs)
{
    for (int heir = 0; heir < sizeOf(heirs); ++heir) {
        for (const LocalityPart &part : heirs[uz(heir)].from) {
            BM_TRY_VOID(requireThere(part.from));
            std::vector<Share> &shares = m_shares[part.from];
            if (shares.empty())
                m_givers.push_back(part.from);
            if (std::ranges::find(shares, heir, &Share::heir) != shares.end())
                return refuse(u"order-twice"_s, part.from);
            shares.push_back({heir, part.extent});
        }
    }
    return {};
}

/// Each territory goes away whole once, or in several parts, or it is said that the rest stays.
Result<> LocalityRearrangement::checkShares() const
{
    for (const LocalityId giver : m_givers) {
        const std::vector<Share> &shares = m_shares.at(giver);
        const bool whole = std::ranges::find(shares, SuccessionExtent::Whole, &Share::extent) != shares.end();
        if (whole && shares.size() > 1)
            return refuse(u"order-twice"_s, giver);
        if (!ends(giver))
            continue;
        if (!whole && shares.size() == 1)
            return refuse(u"order-rest"_s, giver);
        BM_TRY_VOID(requireNoLaterStates(giver));
    }
    return {};
}

Result<> LocalityRearrangement::checkHeir(const LocalityHeir &heir) const
{
    if (!heir.existing.isNull()) {
        BM_TRY_VOID(requireThere(heir.existing));
        if (ends(heir.existing))
            return refuse(u"order-heir-ends"_s, heir.existing);
        const bool givesToItself = std::ranges::find(heir.from, heir.existing, &LocalityPart::from) != heir.from.end();
        return givesToItself ? refuse(u"order-twice"_s, heir.existing) : Result<>{};
    }
    BM_TRY(const QString name, requireName(heir.facts.name));
    if (heir.code.trimmed().isEmpty())
        return fail(u"order-no-code"_s, {{u"what"_s, name}});
    for (const LocalityId owner : m_org.localitiesWithCode(heir.code))
        if (m_org.find(owner)->states.back().period.lastDay() >= m_order.from && !ends(owner))
            return fail(u"order-locality-code-taken"_s, {{u"what"_s, nameOf(owner)}, {u"code"_s, heir.code}});
    if (heir.facts.parent.isNull())
        return {};
    BM_TRY_VOID(requireThere(heir.facts.parent));
    return ends(heir.facts.parent) ? refuse(u"order-heir-ends"_s, heir.facts.parent) : Result<>{};
}

/// What is below a locality that ends comes to its heir: that is not to come to itself.
Result<> LocalityRearrangement::requireNotBelowItself(std::span<const LocalityHeir> heirs, int heir) const
{
    // Law knows four levels of territory; each may end by the order.
    constexpr int kMostSteps = 64;
    const auto place = [&heirs](int of) {
        const LocalityHeir &one = heirs[uz(of)];
        return one.existing.isNull() ? one.facts.parent : one.existing;
    };
    const LocalityId start = place(heir);
    LocalityId above = start;
    for (int steps = 0; !above.isNull() && steps < kMostSteps; ++steps) {
        if (!ends(above)) {
            const LocalityState *state = stateOn(*m_org.find(above), m_order.from);
            above = state != nullptr ? state->parent : LocalityId{};
        } else if (mainHeirOf(above) == heir) {
            return fail(u"order-heir-below"_s, {{u"what"_s, nameOf(start)}, {u"where"_s, nameOf(above)}});
        } else {
            above = place(mainHeirOf(above));
        }
    }
    return {};
}

void LocalityRearrangement::found(const LocalityHeir &heir)
{
    if (!heir.existing.isNull()) {
        m_heirs.push_back(heir.existing);
        m_heirNames.push_back(nameOf(heir.existing));
        return;
    }
    LocalityState state = heir.facts;
    state.name = tidyName(state.name);
    state.period = {PartialDate::fromDay(m_order.from), {}};
    if (!state.population)
        state.population = populationOf(heir);
    m_heirs.push_back(m_ids.make<LocalityId>());
    m_heirNames.push_back(state.name);
    m_builder.put(Locality{m_heirs.back(), heir.code.trimmed(), {std::move(state)}});
}

/// A sum is known where every territory comes whole with a number.
std::optional<int> LocalityRearrangement::populationOf(const LocalityHeir &heir) const
{
    std::optional<int> sum;
    for (const LocalityPart &part : heir.from) {
        const std::optional<int> population = stateOf(part.from).population;
        if (part.extent == SuccessionExtent::Part || !population)
            return std::nullopt;
        sum = sum.value_or(0) + *population;
    }
    return sum;
}

int LocalityRearrangement::mainHeirOf(LocalityId locality) const
{
    return m_shares.at(locality).front().heir;
}

void LocalityRearrangement::end(LocalityId locality)
{
    std::optional<Locality> row = m_builder.find(locality);
    BM_CHECK(row.has_value(), return);
    std::erase_if(row->states, [this](LocalityState &state) { return !endBefore(state.period, m_order.from); });
    m_builder.put(*std::move(row));
}

void LocalityRearrangement::moveBelow(LocalityId locality, LocalityId heir)
{
    for (const Locality *below : m_org.naming<Locality>(keyOf(locality))) {
        std::optional<Locality> row = m_builder.find(below->id);
        BM_CHECK(row.has_value(), continue);
        fromOrderOn(*row, [&](LocalityState &state) {
            if (state.parent == locality)
                state.parent = heir;
        });
        m_builder.put(*std::move(row));
    }
}

/// Changes what holds on the order's date, from then on, and all that is entered for later days.
template <typename Entity, typename Modify>
void LocalityRearrangement::fromOrderOn(Entity &row, Modify &&modify) const
{
    if (stateIndexOn(row, m_order.from) >= 0)
        modifyState(row, {EditMode::FromDate, m_order.from, m_order.from}, modify);
    for (auto &state : row.states)
        if (state.period.firstDay() > m_order.from)
            modify(state);
}

std::vector<UnitId> LocalityRearrangement::bodiesOf(LocalityId locality, UnitKind kind) const
{
    std::vector<UnitId> bodies;
    for (const Unit *unit : m_org.naming<Unit>(keyOf(locality))) {
        const UnitState *state = stateOn(*unit, m_order.from);
        if (state != nullptr && state->locality == locality && state->kind == kind &&
            standsForItself(unit->id, locality))
            bodies.push_back(unit->id);
    }
    std::ranges::sort(bodies);
    return bodies;
}

bool LocalityRearrangement::standsForItself(UnitId unit, LocalityId locality) const
{
    NodeRef above = unit;
    while (const Relation *place = belongsToOn(m_org, above, m_order.from)) {
        above = place->to;
        const Unit *row = m_org.find(above.unit());
        const UnitState *state = row != nullptr ? stateOn(*row, m_order.from) : nullptr;
        if (state != nullptr && !state->locality.isNull())
            return state->locality != locality;
    }
    return true;
}

/// Who ends by the order has to be known before the first body is founded or handed over: bodies of several levels may
/// end together.
void LocalityRearrangement::collectBodies()
{
    for (const LocalityId giver : m_givers)
        for (const UnitKind kind : kGovernment)
            for (const UnitId body : ends(giver) ? bodiesOf(giver, kind) : std::vector<UnitId>{}) {
                m_ending[body] = {mainHeirOf(giver), kind};
                m_handover.expectEnd(body);
            }
}

/// Gives an heir its body of one kind with what comes from its predecessors'.
Result<> LocalityRearrangement::handBodies(const Government &place)
{
    if (!m_handed.insert(place).second)
        return {};
    const auto [heir, kind] = place;
    std::vector<UnitId> coming;
    std::vector<std::pair<UnitId, SuccessionExtent>> predecessors;
    for (const LocalityId giver : m_givers) {
        const std::vector<Share> &shares = m_shares[giver];
        const auto share = std::ranges::find(shares, heir, &Share::heir);
        if (share == shares.end() || !ends(giver))
            continue;
        for (const UnitId body : bodiesOf(giver, kind)) {
            predecessors.emplace_back(body, share->extent);
            if (mainHeirOf(giver) == heir)
                coming.push_back(body);
        }
    }
    if (predecessors.empty())
        return {};
    const Terms terms = termsFor(coming);
    UnitReorganisation work(m_org, m_handover, terms, m_order);
    BM_TRY_VOID(work.begin(coming, Predecessor::Ends));
    const std::vector<UnitId> own = bodiesOf(m_heirs[uz(heir)], kind);
    UnitId body;
    if (!own.empty()) {
        body = own.front();
        BM_TRY_VOID(work.takeHeir(body, Reorganisation::Absorption));
    } else {
        const auto how = predecessors.size() > 1 ? Reorganisation::Consolidation : Reorganisation::Division;
        NewUnit founded = newBody(heir, kind, predecessors.front().first);
        BM_TRY(founded.parent, parentFor(place, predecessors.front().first));
        BM_TRY(body, work.foundHeir(founded, how));
        setLocality(body, m_heirs[uz(heir)]); // which the organisation does not have yet
    }
    m_bodies[place] = body;
    BM_TRY_VOID(work.handOver(Unnamed::ToFirstHeir));
    work.handNumbers();
    for (const auto &[predecessor, extent] : predecessors)
        m_handover.succeed(body, predecessor, extent);
    return {};
}

NewUnit LocalityRearrangement::newBody(int heir, UnitKind kind, UnitId model) const
{
    const UnitState &old = *stateOn(*m_org.find(model), m_order.from);
    NewUnit body;
    body.facts.kind = kind;
    body.facts.block = old.block;
    const QString &name = m_heirNames[uz(heir)];
    body.facts.name = withOtherName(old.name, nameOf(old.locality), name);
    if (body.facts.name.isEmpty())
        body.facts.name = labelOf(kind) + u' ' + name;
    return body;
}

/// The unit that the predecessor of a founded body stands under; where that ends by the order too, its heir, which then
/// gets its body first.
Result<UnitId> LocalityRearrangement::parentFor(const Government &founded, UnitId model)
{
    const Relation *place = belongsToOn(m_org, model, m_order.from);
    while (place != nullptr) {
        const UnitId above = place->to.unit();
        const auto ending = m_ending.find(above);
        if (ending == m_ending.end())
            return above;
        if (ending->second != founded) {
            BM_TRY_VOID(handBodies(ending->second));
            if (const auto body = m_bodies.find(ending->second); body != m_bodies.end())
                return body->second;
        }
        place = belongsToOn(m_org, above, m_order.from);
    }
    return UnitId{};
}

Terms LocalityRearrangement::termsFor(std::span<const UnitId> units) const
{
    const auto isOf = [&](const RowKey &key) {
        if (key.kind == RowKind::Function) {
            const Function *function = m_org.find(FunctionId{key.uid});
            return function != nullptr && std::ranges::find(units, function->unit) != units.end();
        }
        const NodeRef node = key.kind == RowKind::Unit ? NodeRef(UnitId{key.uid}) : PostId{key.uid};
        const Relation *place = belongsToOn(m_org, node, m_order.from);
        return place != nullptr && std::ranges::find(units, place->to.unit()) != units.end();
    };
    Terms terms = m_terms;
    std::erase_if(terms.heads, [&](PostId post) { return !isOf(keyOf(post)); });
    std::erase_if(terms.surplus, [&](PostId post) { return !isOf(keyOf(post)); });
    std::erase_if(terms.heirs, [&](const auto &entry) { return !isOf(entry.first); });
    return terms;
}

void LocalityRearrangement::moveOtherUnits(LocalityId locality, LocalityId heir)
{
    for (const Unit *unit : m_org.naming<Unit>(keyOf(locality))) {
        if (m_handover.isToEnd(unit->id))
            continue;
        std::optional<Unit> row = m_builder.find(unit->id);
        BM_CHECK(row.has_value(), continue);
        fromOrderOn(*row, [&](UnitState &state) {
            if (state.locality == locality)
                state.locality = heir;
        });
        m_builder.put(*std::move(row));
    }
}

void LocalityRearrangement::setLocality(UnitId unit, LocalityId locality)
{
    std::optional<Unit> row = m_builder.find(unit);
    BM_CHECK(row.has_value(), return);
    modifyState(*row, {EditMode::FromDate, m_order.from, m_order.from},
                [locality](UnitState &state) { state.locality = locality; });
    m_builder.put(*std::move(row));
}

} // namespace bomay
