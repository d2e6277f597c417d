// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "core/model/org_view.h"
#include "tests/support/edit_checks.h"
#include "tests/support/seeds.h"
#include "tests/support/test_main.h"

#include <QSet>

#include <random>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

constexpr unsigned kSeeds = 12;
constexpr int kSteps = 100;

/// Random calls of the verbs with random arguments, sensible or not, on random days of 2018 to 2027.
class VerbScript
{
public:
    explicit VerbScript(unsigned seed)
        : m_engine(seed)
        , m_ids(QByteArray::number(seed))
    {}

    Result<Change> next(const Organisation &org)
    {
        const EditScope scope = randomScope();
        switch (random(10)) {
        case 0:
        case 1:
            return addUnit(org, destination(org, NodeRef::Kind::Unit), u"Đơn vị %1"_s.arg(++m_serial),
                           UnitKind::Division, scope, m_ids);
        case 2:
            return addPost(org, unit(org), u"Chức vụ %1"_s.arg(++m_serial), static_cast<PostRole>(random(6)), random(3),
                           scope, m_ids);
        case 3:
            return rename(org, node(org), u"Tên %1"_s.arg(random(20)), scope);
        case 4:
            return change(org, scope);
        case 5:
            return moveInRank(org, node(org), random(2) == 0 ? 1 : -1, scope, m_ids);
        case 6:
            return random(3) == 0 ? remove(org, scope) : hold(org);
        case 7:
            return random(2) == 0 ? stage(org) : relate(org);
        default: {
            const NodeRef moved = node(org);
            return bomay::move(org, moved, destination(org, moved.kind), scope, m_ids);
        }
        }
    }

private:
    int random(int below) { return static_cast<int>(m_engine() % static_cast<unsigned>(below)); }

    Day randomDay()
    {
        // Many equal days, so that borders meet.
        return *Day::fromYmd(2018 + random(10), random(2) == 0 ? 1 : 7, 1 + random(2));
    }

    EditScope randomScope()
    {
        return {random(2) == 0 ? EditMode::Correct : EditMode::FromDate, randomDay(), randomDay(), {}};
    }

    Period randomPeriod()
    {
        Period period;
        if (random(2) == 0)
            period.from = PartialDate::fromDay(randomDay());
        if (random(2) == 0)
            period.to = PartialDate::fromDay(randomDay());
        return period.isOrdered() ? period : Period{};
    }

    template <typename Entity>
    Id<Entity> pick(const Table<Entity> &table)
    {
        int index = random(table.size() + 1); // one too many: an id that names nothing
        for (const Entity &row : table)
            if (index-- == 0)
                return row.id;
        return {};
    }

    UnitId unit(const Organisation &org) { return pick(org.units()); }

    NodeRef node(const Organisation &org)
    {
        return random(3) == 0 ? NodeRef(pick(org.posts())) : NodeRef(pick(org.units()));
    }

    Destination destination(const Organisation &org, NodeRef::Kind kind)
    {
        Destination where{random(8) == 0 ? UnitId{} : unit(org), {}};
        std::vector<NodeRef> siblings;
        for (const RelationId id : org.graph().relationsTo(where.parent))
            if (const Relation &relation = *org.find(id); relation.from.kind == kind)
                siblings.push_back(relation.from);
        if (!siblings.empty() && random(2) == 0)
            where.before = siblings[uz(random(sizeOf(siblings)))];
        return where;
    }

    Result<Change> change(const Organisation &org, const EditScope &scope)
    {
        if (const Post *post = org.find(pick(org.posts())); post != nullptr && random(2) == 0) {
            const PostState shown = post->states[uz(random(sizeOf(post->states)))];
            PostState state = shown;
            state.role = static_cast<PostRole>(random(6));
            state.seats = random(4);
            return changePost(org, post->id, {shown, state}, scope);
        }
        const Unit *unit = org.find(pick(org.units()));
        if (unit == nullptr)
            return changeDocumentInfo(org, u"Tài liệu %1"_s.arg(random(3)), {});
        const UnitState shown = unit->states[uz(random(sizeOf(unit->states)))];
        UnitState state = shown;
        state.staffAllotted = random(6) - 1;
        return changeUnit(org, unit->id, {shown, state}, scope);
    }

    Result<Change> remove(const Organisation &org, const EditScope &scope)
    {
        std::vector<NodeRef> nodes;
        for (int count = 1 + random(2); count > 0; --count)
            nodes.push_back(node(org));
        return removeNodes(org, nodes, scope);
    }

    static Change entry(ChangeBuilder &builder)
    {
        Change change;
        change.title = u"Nhập"_s;
        change.images = builder.takeImages();
        return change;
    }

    // What no verb makes yet, but the verbs have to cope with.

    Result<Change> hold(const Organisation &org)
    {
        const PostId post = pick(org.posts());
        if (post.isNull())
            return fail(u"edit-nothing-there"_s);
        ChangeBuilder builder(org);
        PersonId person = pick(org.persons());
        if (person.isNull()) {
            person = m_ids.make<PersonId>();
            builder.put(Person{person, {}, u"Người"_s, {}});
        }
        builder.put(Appointment{m_ids.make<AppointmentId>(), post, person, AppointmentKind::Full, randomPeriod(), {}});
        return entry(builder);
    }

    Result<Change> stage(const Organisation &org)
    {
        ChangeBuilder builder(org);
        UnitState state;
        state.period = randomPeriod();
        state.name = u"Chưa xếp %1"_s.arg(++m_serial);
        const Unit unit{m_ids.make<UnitId>(), state.name, false, {state}};
        builder.put(unit);
        builder.put(Staged{m_ids.make<StagedId>(), unit.id, StagedReason::UnknownParent, u"?"_s});
        return entry(builder);
    }

    Result<Change> relate(const Organisation &org)
    {
        const bool reports = random(2) == 0;
        const NodeRef from = reports ? NodeRef(pick(org.posts())) : node(org);
        const NodeRef to = reports ? NodeRef(pick(org.posts())) : node(org);
        const auto type = reports          ? RelationType::ReportsTo
                          : random(2) == 0 ? RelationType::Guides
                                           : RelationType::Succeeds;
        const Relation relation{m_ids.make<RelationId>(), type, from, to, randomPeriod()};
        if (from == to || !org.graph().hasNode(from) || !org.graph().hasNode(to) ||
            !org.graph().loopThrough(relation).empty())
            return fail(u"edit-nothing-there"_s);
        for (const RelationId id : org.graph().relationsFrom(from))
            if (const Relation &other = *org.find(id); other.type == type && other.period.overlaps(relation.period))
                return fail(u"edit-nothing-there"_s);
        ChangeBuilder builder(org);
        builder.put(relation);
        return entry(builder);
    }

    std::mt19937 m_engine;
    SeededIdSource m_ids;
    int m_serial = 0;
};

/// Every node of a day with its facts of that day and what it belongs to, in no order of rank.
QStringList placesOn(const Organisation &organisation, Day day)
{
    const OrgView view(organisation, day);
    QStringList lines;
    for (int i = 0; i < sizeOf(view.units()); ++i) {
        const ViewUnit &unit = view.units()[uz(i)];
        const int parent = view.parentUnit(i);
        lines +=
            u"%1 %2 < %3"_s.arg(unit.code, unit.state.name, parent < 0 ? QString() : view.units()[uz(parent)].code);
    }
    for (const ViewPost &post : view.posts()) {
        lines += u"%1 %2 < %3"_s.arg(post.id.uid.toString(), post.state.title,
                                     post.unit < 0 ? QString() : view.units()[uz(post.unit)].code);
        for (const ViewHolder &holder : post.holders)
            lines += u"%1 : %2"_s.arg(post.id.uid.toString(), holder.person.uid.toString());
    }
    lines.sort();
    return lines;
}

} // namespace

class TestEditsScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void anyChangeOfAVerbIsTakenAndCanBeTakenBack_data() { test::addSeeds(kSeeds); }
    void anyChangeOfAVerbIsTakenAndCanBeTakenBack()
    {
        QFETCH(unsigned, seed);
        VerbScript script(seed);
        Organisation organisation;
        int done = 0;
        for (int step = 0; step < kSteps; ++step) {
            const auto change = script.next(organisation);
            const QString problem = problemOf(organisation, change);
            if (change) {
                QVERIFY2(problem.isEmpty(), qPrintable(u"step %1, %2: %3"_s.arg(step).arg(change->title, problem)));
                ++done;
            } else {
                QVERIFY2(problem.startsWith(u"edit-"_s), qPrintable(problem));
            }
        }
        QVERIFY2(done > kSteps / 4, qPrintable(QString::number(done)));
    }

    // Ranks aside: the numbers of siblings are corrected, which can change their order on days with other siblings.
    void anEditFromADateLeavesThePlacesOfTheDayBefore_data() { test::addSeeds(kSeeds); }
    void anEditFromADateLeavesThePlacesOfTheDayBefore()
    {
        QFETCH(unsigned, seed);
        VerbScript script(seed + 1000);
        Organisation organisation;
        int compared = 0;
        for (int step = 0; step < kSteps; ++step) {
            const auto change = script.next(organisation);
            if (!change)
                continue;
            const bool dated = !change->effective.isEmpty();
            const Day dayBefore{dated ? change->effective.firstDay().julian - 1 : 0};
            const QStringList before = placesOn(organisation, dayBefore);
            QVERIFY(applyChange(organisation, *change).has_value());
            if (!dated)
                continue;
            QCOMPARE(placesOn(organisation, dayBefore), before);
            ++compared;
        }
        QVERIFY(compared > 10);
    }
};

BM_TEST_MAIN(TestEditsScript)
#include "test_edits_script.moc"
