// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/verb_script.h"

#include "core/change/edits_pictures.h"
#include "tests/property/verb_orders.h"
#include "tests/support/sample_pictures.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

using Draw = VerbDraw;
using Shares = VerbDraw::Shares;

/// Rows as they are, for what no verb enters.
Result<Change> putting(Draw &draw, const std::vector<Row> &rows)
{
    ChangeBuilder builder(draw.organisation());
    for (const Row &row : rows)
        builder.put(row);
    Change change;
    change.id = draw.ids().next();
    change.title = u"Số liệu"_s;
    change.images = builder.takeImages();
    return change;
}

Result<Change> noSense()
{
    return fail(u"edit-no-change"_s);
}

Result<Change> enterHolder(Draw &draw)
{
    const PostId post = draw.post();
    if (post.isNull())
        return noSense();
    const Person person{draw.ids().make<PersonId>(), {}, draw.name(u"Người"_s), {}};
    return putting(
        draw,
        {person,
         Appointment{
             draw.ids().make<AppointmentId>(), post, person.id, draw.value<AppointmentKind>(), draw.period(), {}}});
}

/// Of a person in a post.
Result<Change> setSomePortrait(Draw &draw)
{
    const PostId post = draw.post();
    const auto held = draw.organisation().naming<Appointment>(keyOf(post));
    if (held.empty())
        return noSense();
    const PersonId person = held.front()->person;
    return draw.chance(70)
               ? setPortrait(draw.organisation(), person, pictureOfSize({30, 1 + draw.random(99)}), draw.ids())
               : removePortrait(draw.organisation(), person);
}

Result<Change> enterFunction(Draw &draw)
{
    return putting(draw, {Function{draw.ids().make<FunctionId>(),
                                   draw.unit(),
                                   draw.random(9),
                                   draw.name(u"Nhiệm vụ"_s),
                                   {},
                                   draw.period(),
                                   {}}});
}

Result<Change> enterQuota(Draw &draw)
{
    const UnitId unit = draw.unit();
    const Quota quota{draw.ids().make<QuotaId>(),
                      unit,
                      draw.day().toDate().year() + draw.random(3),
                      draw.value<QuotaKind>(),
                      draw.persons(50),
                      draw.persons(50),
                      draw.chance(30) ? draw.persons(9) : std::nullopt,
                      {}};
    for (const Quota *own : draw.organisation().naming<Quota>(keyOf(unit)))
        if (own->year == quota.year && own->kind == quota.kind)
            return noSense();
    return putting(draw, {quota});
}

Result<Change> enterLocality(Draw &draw)
{
    LocalityState state;
    state.name = draw.name(u"Phường"_s);
    state.type = draw.value<LocalityType>();
    if (draw.chance(70))
        state.parent = draw.locality();
    const Uid id = draw.ids().next();
    return putting(draw, {Locality{{id}, id.toString(), {state}}});
}

/// The HĐND or UBND of a locality.
Result<Change> enterBody(Draw &draw)
{
    UnitState state;
    state.name = draw.name(u"UBND"_s);
    state.kind = draw.chance(60) ? UnitKind::PeoplesCommittee : UnitKind::PeoplesCouncil;
    state.locality = draw.locality();
    const UnitId id = draw.ids().make<UnitId>();
    return putting(draw, {Unit{id, id.uid.toString(), false, {state}},
                          Relation{draw.ids().make<RelationId>(), RelationType::BelongsTo, id, draw.unit(), {}}});
}

Result<Change> enterRelation(Draw &draw)
{
    static constexpr RelationType kTypes[]{RelationType::Directs,    RelationType::Oversees,
                                           RelationType::Guides,     RelationType::Coordinates,
                                           RelationType::Supervises, RelationType::Delegates};
    const NodeRef from = draw.node();
    const NodeRef to = draw.unitBut(from.unit());
    if (from.uid.isNull() || from == to)
        return noSense();
    return putting(draw, {Relation{draw.ids().make<RelationId>(),
                                   kTypes[draw.random(static_cast<int>(std::size(kTypes)))], from, to, draw.period()}});
}

/// A post under one that nobody reports to and that reports to nobody: never a loop.
Result<Change> enterReportsTo(Draw &draw)
{
    const UnitId unit = draw.unit();
    const std::vector<PostId> posts = draw.posts(unit, 100);
    if (posts.size() < 2)
        return noSense();
    const auto isFree = [&draw](PostId post) {
        const auto reports = [&draw](RelationId id) {
            return draw.organisation().find(id)->type == RelationType::ReportsTo;
        };
        return std::ranges::none_of(draw.organisation().graph().relationsFrom(post), reports) &&
               std::ranges::none_of(draw.organisation().graph().relationsTo(post), reports);
    };
    if (!isFree(posts.front()) || !isFree(posts.back()))
        return noSense();
    return putting(draw, {Relation{draw.ids().make<RelationId>(), RelationType::ReportsTo, posts.front(), posts.back(),
                                   draw.period()}});
}

Result<Change> changeSomeUnit(Draw &draw)
{
    const UnitId unit = draw.unit();
    const UnitState shown = draw.organisation().find(unit)->states.back();
    UnitState state = shown;
    state.kind = draw.value<UnitKind>();
    state.staffAllotted = draw.persons(90);
    state.staffFilled = draw.persons(90);
    state.locality = draw.locality();
    return changeUnit(draw.organisation(), unit, {shown, state}, draw.scope());
}

Result<Change> changeSomePost(Draw &draw)
{
    const PostId post = draw.post();
    if (post.isNull())
        return noSense();
    const PostState shown = draw.organisation().find(post)->states.back();
    PostState state = shown;
    state.role = draw.value<PostRole>();
    state.seats = draw.random(4);
    state.tier = draw.random(4);
    return changePost(draw.organisation(), post, {shown, state}, draw.scope());
}

Result<Change> moveSomething(Draw &draw)
{
    const NodeRef node = draw.node();
    return node.uid.isNull() ? noSense()
                             : move(draw.organisation(), node, draw.destination(node), draw.scope(), draw.ids());
}

Result<Change> moveSomethingInRank(Draw &draw)
{
    const NodeRef node = draw.node();
    return node.uid.isNull()
               ? noSense()
               : moveInRank(draw.organisation(), node, draw.chance(50) ? 1 : -1, draw.scope(), draw.ids());
}

Result<Change> renameSomething(Draw &draw)
{
    const NodeRef node = draw.node();
    return node.uid.isNull() ? noSense() : rename(draw.organisation(), node, draw.name(u"Tên"_s), draw.scope());
}

Result<Change> removeSomething(Draw &draw)
{
    const NodeRef node = draw.leaf();
    return node.uid.isNull() ? noSense() : removeNodes(draw.organisation(), std::array{node}, draw.scope());
}

Result<Change> consolidateSome(Draw &draw)
{
    const auto units = draw.units(1, 3);
    const auto heir = draw.newUnit();
    return consolidateUnits(draw.organisation(), units, heir, draw.terms(units, 1, 15, Shares::None), draw.order(),
                            draw.ids());
}

Result<Change> absorbSome(Draw &draw)
{
    const auto units = draw.units(1, 2);
    const UnitId heir = draw.unitBut(units.front());
    return absorbUnits(draw.organisation(), units, heir, draw.terms(units, 1, 15, Shares::None), draw.order(),
                       draw.ids());
}

Result<Change> divideOne(Draw &draw)
{
    const UnitId unit = draw.unit();
    std::vector<NewUnit> heirs;
    for (int count = 2 + draw.random(2); count > 0; --count)
        heirs.push_back(draw.newUnit());
    const Terms &terms = draw.terms({unit}, sizeOf(heirs), draw.chance(90) ? 100 : 80, Shares::All);
    return divideUnit(draw.organisation(), unit, heirs, terms, draw.order(), draw.ids());
}

Result<Change> separateOne(Draw &draw)
{
    const UnitId unit = draw.unit();
    const auto heir = draw.newUnit();
    const Terms &terms = draw.terms({unit}, 1, 40, Shares::Part);
    return separateUnit(draw.organisation(), unit, heir, terms, draw.order(), draw.ids());
}

Result<Change> dissolveOne(Draw &draw)
{
    const UnitId unit = draw.unit();
    const auto heirs = draw.units(0, 2);
    const Terms &terms = draw.terms({unit}, sizeOf(heirs), heirs.empty() ? 100 : 40, Shares::None);
    return dissolveUnit(draw.organisation(), unit, heirs, terms, draw.order(), draw.ids());
}

Result<Change> transferSomeFunctions(Draw &draw)
{
    const UnitId from = draw.unitWithFunctions();
    const UnitId to = draw.unitBut(from);
    const auto functions = draw.functions(from, 60);
    const auto posts = draw.posts(from, 30);
    return transferFunctions(draw.organisation(), from, to, functions, posts, draw.order(), draw.ids());
}

struct Verb
{
    const char *name;
    VerbKind kind;
    int weight; ///< how often it is drawn, among the sum of all
    Result<Change> (*run)(Draw &);
};

constexpr auto kFacts = VerbKind::Facts;
constexpr auto kEdit = VerbKind::Edit;
constexpr auto kOrder = VerbKind::Order;
constexpr auto kTerritory = VerbKind::Territory;
constexpr auto kReorganisation = VerbKind::Reorganisation;

/// How many of the first lines are drawn while the organisation grows.
constexpr std::size_t kGrowing = 9;

// clang-format off: a verb is a line
const Verb kVerbs[]{
    {"addUnit", kEdit, 12, [](Draw &d) { return addUnit(d.organisation(), d.destination({}), d.name(u"Phòng"_s), d.value<UnitKind>(), d.scope(), d.ids()); }},
    {"addPost", kEdit, 8, [](Draw &d) { return addPost(d.organisation(), d.unit(), d.name(u"Chức vụ"_s), d.value<PostRole>(), d.random(4), d.scope(), d.ids()); }},
    {"holder", kFacts, 6, enterHolder},
    {"function", kFacts, 6, enterFunction},
    {"quota", kFacts, 6, enterQuota},
    {"locality", kFacts, 4, enterLocality},
    {"body", kFacts, 3, enterBody},
    {"relation", kFacts, 4, enterRelation},
    {"reportsTo", kFacts, 5, enterReportsTo},
    {"rename", kEdit, 2, renameSomething},
    {"changeUnit", kEdit, 3, changeSomeUnit},
    {"changePost", kEdit, 3, changeSomePost},
    {"move", kEdit, 4, moveSomething},
    {"moveInRank", kEdit, 6, moveSomethingInRank},
    {"removeNodes", kEdit, 4, removeSomething},
    {"changeDocumentInfo", kEdit, 3, [](Draw &d) { return changeDocumentInfo(d.organisation(), d.name(u"Sơ đồ"_s), PartialDate::fromDay(d.day())); }},
    {"portrait", kEdit, 5, setSomePortrait},
    {"establishUnit", kReorganisation, 3, [](Draw &d) { return establishUnit(d.organisation(), d.newUnit(), d.order(), d.ids()); }},
    {"consolidateUnits", kReorganisation, 7, consolidateSome},
    {"absorbUnits", kReorganisation, 6, absorbSome},
    {"divideUnit", kReorganisation, 5, divideOne},
    {"separateUnit", kReorganisation, 4, separateOne},
    {"dissolveUnit", kReorganisation, 6, dissolveOne},
    {"renameUnit", kReorganisation, 2, [](Draw &d) { return renameUnit(d.organisation(), d.unit(), d.name(u"Ban"_s), d.order(), d.ids()); }},
    {"convertUnit", kReorganisation, 2, [](Draw &d) { return convertUnit(d.organisation(), d.unit(), d.value<UnitKind>(), d.chance(50) ? QString() : d.name(u"Ban"_s), d.order(), d.ids()); }},
    {"transferUnit", kReorganisation, 5, [](Draw &d) { return transferUnit(d.organisation(), d.unit(), d.unit(), d.chance(50) ? UnitTransfer::Attach : UnitTransfer::Whole, d.order(), d.ids()); }},
    {"transferFunctions", kReorganisation, 7, transferSomeFunctions},
    {"establishLocality", kTerritory, 4, establishSomeLocality},
    {"rearrangeLocalities", kTerritory, 5, rearrangeSomeLocalities},
    {"mergeLocalities", kTerritory, 5, mergeSomeLocalities},
    {"divideLocality", kTerritory, 5, divideSomeLocality},
    {"adjustBoundary", kTerritory, 3, adjustSomeBoundary},
    {"renameLocality", kTerritory, 3, renameSomeLocality},
    {"dissolveLocality", kTerritory, 5, dissolveSomeLocality},
    {"appoint", kOrder, 8, appointSomebody},
    {"reappoint", kOrder, 4, reappointSomebody},
    {"transfer", kOrder, 6, transferSomebody},
    {"rotate", kOrder, 6, rotateSomebody},
    {"second", kOrder, 8, secondSomebody},
    {"endSecondment", kOrder, 6, endSomeSecondment},
    {"dismiss", kOrder, 3, dismissSomebody},
    {"resign", kOrder, 6, resignSomebody},
    {"retire", kOrder, 6, retireSomebody},
};
// clang-format on

} // namespace

VerbScript::VerbScript(unsigned seed)
    : m_engine(seed)
    , m_ids("verbs" + QByteArray::number(seed))
    , m_today(*Day::fromYmd(2015, 1, 1))
{}

VerbStep VerbScript::next(const Organisation &organisation)
{
    constexpr int kGrowingSteps = 90;
    constexpr int kDaysBetween = 60; // at most, between two steps
    const std::span<const Verb> all(kVerbs);
    const auto verbs = m_steps++ < kGrowingSteps ? all.first(kGrowing) : all;
    int sum = 0;
    for (const Verb &verb : verbs)
        sum += verb.weight;
    const auto random = [this](int below) { return static_cast<int>(m_engine() % static_cast<unsigned>(below)); };
    int ticket = random(sum);
    const Verb *drawn = verbs.data();
    while (ticket >= drawn->weight)
        ticket -= (drawn++)->weight;
    if (organisation.units().size() == 0)
        drawn = verbs.data(); // everything else needs a unit

    Day day = m_today;
    if (m_steps > kGrowingSteps) {
        m_today = {m_today.julian + random(kDaysBetween)};
        day = random(5) == 0 ? Day{m_today.julian - random(700)} : m_today;
    }
    VerbDraw draw(m_engine, m_ids, m_serial, organisation, day);
    Result<Change> change = drawn->run(draw);
    return {QString::fromLatin1(drawn->name), drawn->kind, day, draw.lastTerms(), std::move(change)};
}

QStringList VerbScript::verbs()
{
    QStringList names;
    for (const Verb &verb : kVerbs)
        names += QString::fromLatin1(verb.name);
    return names;
}

} // namespace bomay
