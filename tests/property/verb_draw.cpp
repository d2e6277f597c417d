// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/verb_draw.h"

#include "core/change/dated_states.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

template <typename Entity>
bool isThereAround(const Entity &entity, Day day)
{
    return stateOn(entity, dayBefore(day)) != nullptr && stateOn(entity, day) != nullptr;
}

} // namespace

VerbDraw::VerbDraw(std::mt19937 &engine, IdSource &ids, int &serial, const Organisation &organisation, Day day)
    : m_engine(engine)
    , m_ids(ids)
    , m_serial(serial)
    , m_org(organisation)
    , m_day(day)
{}

int VerbDraw::random(int below)
{
    return static_cast<int>(m_engine() % static_cast<unsigned>(below));
}

bool VerbDraw::chance(int percent)
{
    return random(100) < percent;
}

std::optional<int> VerbDraw::persons(int below)
{
    return chance(85) ? std::optional(random(below)) : std::nullopt;
}

QString VerbDraw::name(const QString &word)
{
    return chance(3) ? u" "_s : word + u' ' + QString::number(++m_serial);
}

Period VerbDraw::period()
{
    const auto date = [this](int from) { return PartialDate::fromDay({m_day.julian + from + random(1500)}); };
    return {chance(50) ? date(-1200) : PartialDate{}, chance(25) ? date(300) : PartialDate{}};
}

Order VerbDraw::order()
{
    LegalDocument document;
    document.number = chance(2) ? QString() : u"%1/QĐ-UBND"_s.arg(1 + random(200));
    document.date = PartialDate::fromDay(m_day);
    return {document, m_day};
}

EditScope VerbDraw::scope()
{
    return {chance(50) ? EditMode::Correct : EditMode::FromDate, m_day, m_day, u"%1/QĐ-UBND"_s.arg(random(200))};
}

template <typename Entity>
Id<Entity> VerbDraw::one()
{
    std::vector<Id<Entity>> there;
    std::vector<Id<Entity>> all;
    for (const Entity &row : m_org.table<Entity>()) {
        all.push_back(row.id);
        if (isThereAround(row, m_day))
            there.push_back(row.id);
    }
    const auto &from = there.empty() || chance(4) ? all : there;
    return from.empty() ? Id<Entity>{} : from[uz(random(sizeOf(from)))];
}

template LocalityId VerbDraw::one<Locality>();

UnitId VerbDraw::unitWithFunctions()
{
    const auto &functions = m_org.functions();
    int index = functions.size() == 0 ? 0 : random(functions.size());
    for (const Function &function : functions)
        if (index-- == 0)
            return function.unit;
    return unit();
}

UnitId VerbDraw::unitBut(UnitId other)
{
    UnitId unit = one<Unit>();
    for (int i = 0; i < 5 && unit == other; ++i)
        unit = one<Unit>();
    return unit;
}

std::vector<UnitId> VerbDraw::units(int least, int most)
{
    std::vector<UnitId> units;
    for (int count = least + random(most - least + 1); count > 0; --count)
        units.push_back(one<Unit>());
    return units;
}

NodeRef VerbDraw::node()
{
    return chance(50) ? NodeRef(unit()) : NodeRef(post());
}

NodeRef VerbDraw::leaf()
{
    NodeRef found = unit();
    const auto hasUnits = [this](NodeRef unit) {
        return std::ranges::any_of(nodesBelow(unit.unit()), &NodeRef::isUnit);
    };
    for (int i = 0; i < 10 && hasUnits(found); ++i)
        found = unit();
    return chance(50) || hasUnits(found) ? NodeRef(post()) : found;
}

Destination VerbDraw::destination(NodeRef node)
{
    Destination where{unitBut(node.unit()), std::nullopt};
    const std::vector<NodeRef> siblings = nodesBelow(where.parent);
    if (!siblings.empty() && chance(50))
        where.before = siblings[uz(random(sizeOf(siblings)))];
    if (node.isUnit() && chance(5))
        where.parent = {};
    return where;
}

NewUnit VerbDraw::newUnit()
{
    NewUnit unit;
    unit.facts.name = name(u"Phòng"_s);
    unit.facts.kind = value<UnitKind>();
    if (chance(20))
        unit.code = u"M%1"_s.arg(++m_serial);
    if (const Unit *other = m_org.find(one<Unit>()); other != nullptr && chance(5))
        unit.code = other->code;
    if (chance(2))
        unit.facts.staffAllotted = -1;
    if (!chance(10))
        unit.parent = one<Unit>();
    return unit;
}

std::vector<FunctionId> VerbDraw::functions(UnitId unit, int percent)
{
    std::vector<FunctionId> functions;
    for (const Function *row : m_org.naming<Function>(keyOf(unit)))
        if (row->period.lastDay() >= m_day && chance(percent))
            functions.push_back(row->id);
    return functions;
}

std::vector<PostId> VerbDraw::posts(UnitId unit, int percent)
{
    std::vector<PostId> posts;
    for (const NodeRef node : nodesBelow(unit))
        if (!node.isUnit() && chance(percent))
            posts.push_back(node.post());
    return posts;
}

std::vector<NodeRef> VerbDraw::nodesBelow(UnitId unit) const
{
    std::vector<NodeRef> nodes;
    for (const RelationId id : m_org.graph().relationsTo(unit)) {
        const Relation &relation = *m_org.find(id);
        if (relation.type == RelationType::BelongsTo && existsDuring(m_org, relation.from, relation.period, m_day))
            nodes.push_back(relation.from);
    }
    return nodes;
}

const Terms &VerbDraw::terms(const std::vector<UnitId> &units, int heirs, int percent, Shares shares)
{
    m_terms = {};
    const auto place = [&](const RowKey &key, bool mayEnd) {
        if (chance(percent))
            m_terms.heirs[key] = heirs == 0 || (mayEnd && chance(10)) ? Terms::kEnds : random(heirs);
    };
    for (const UnitId unit : units) {
        for (const NodeRef node : nodesBelow(unit)) {
            if (heirs > 0 || !node.isUnit())
                place(keyOf(node), !node.isUnit());
            if (node.isUnit())
                continue;
            if (chance(10))
                m_terms.surplus.insert(node.post());
            if (chance(5))
                m_terms.heads.insert(node.post());
        }
        for (const FunctionId function : functions(unit, 100))
            place(keyOf(function), true);
    }
    if (shares != Shares::None)
        for (const Quota *quota : m_org.naming<Quota>(keyOf(units.front())))
            if (const int year = m_day.toDate().year(); quota->year == year || (quota->year > year && chance(50)))
                share(*quota, heirs, shares);
    if (chance(50))
        m_terms.surplusUntil = PartialDate::fromDay({m_day.julian + 1500});
    return m_terms;
}

void VerbDraw::share(const Quota &quota, int heirs, Shares shares)
{
    std::optional<int> allotted = quota.allotted;
    std::optional<int> inPost = quota.inPost;
    std::optional<int> reserve = quota.reserve;
    const auto take = [this](std::optional<int> &rest, bool all) {
        const std::optional<int> part = rest && !all ? std::optional(random(*rest + 1)) : rest;
        if (rest)
            *rest -= *part;
        return part;
    };
    for (int heir = 0; heir < heirs; ++heir) {
        const bool all = shares == Shares::All && heir == heirs - 1;
        m_terms.quotas.push_back(
            {heir, quota.kind, take(allotted, all), take(inPost, all), take(reserve, all), quota.year});
        if (chance(2)) // too much, or less than nothing
            m_terms.quotas.back().inPost = quota.inPost.value_or(0) * 2 - 1;
    }
}

} // namespace bomay
