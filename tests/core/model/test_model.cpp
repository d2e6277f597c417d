// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "core/model/integrity.h"
#include "core/model/statistics.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

QStringList namesInOrder(const OrgView &view)
{
    QStringList names;
    for (const ViewNode &node : view.nodes())
        names +=
            u"%1:%2"_s.arg(node.depth)
                .arg(node.isUnit() ? view.units()[uz(node.item)].state.name : view.posts()[uz(node.item)].state.title);
    return names;
}

} // namespace

class TestModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void viewPutsPostsBeforeUnitsAndDeputiesUnderTheHead()
    {
        OrganisationBuilder builder;
        const UnitId root = builder.unit(u"UBND"_s);
        const UnitId office = builder.unit(u"Phòng"_s, root);
        builder.post(root, u"Phó 2"_s, PostRole::Deputy, 2);
        builder.post(root, u"Phó 1"_s, PostRole::Deputy, 1);
        builder.post(root, u"Trưởng"_s, PostRole::Head);
        builder.post(office, u"Chuyên viên"_s, PostRole::Staff, 0, 5);
        const OrgView view(builder.organisation(), day(u"2021-12-31"_s));
        QCOMPARE(namesInOrder(view), QStringList({u"1:UBND"_s, u"2:Trưởng"_s, u"3:Phó 1"_s, u"3:Phó 2"_s, u"2:Phòng"_s,
                                                  u"3:Chuyên viên"_s}));
        QCOMPARE(view.nodes()[0].end, 6);
        QCOMPARE(view.nodes()[1].end, 4);
    }

    void deputiesOfTwoHeadsHangUnderTheUnit()
    {
        OrganisationBuilder builder;
        const UnitId root = builder.unit(u"Đơn vị"_s);
        builder.post(root, u"A"_s, PostRole::Head);
        builder.post(root, u"B"_s, PostRole::Head);
        builder.post(root, u"Phó"_s, PostRole::Deputy, 1);
        const OrgView view(builder.organisation(), day(u"2021-12-31"_s));
        QCOMPARE(namesInOrder(view), QStringList({u"1:Đơn vị"_s, u"2:A"_s, u"2:B"_s, u"2:Phó"_s}));
    }

    void aHeadInSurplusIsNotTheHeadOfTheDeputies()
    {
        OrganisationBuilder builder;
        const UnitId root = builder.unit(u"Đơn vị"_s);
        builder.post(root, u"A"_s, PostRole::Head);
        const PostId kept = builder.post(root, u"B"_s, PostRole::Head);
        builder.post(root, u"Phó"_s, PostRole::Deputy, 1);
        OrgView view(builder.organisation(), day(u"2021-12-31"_s));
        Post row = *builder.organisation().find(kept);
        row.states[0].surplus = true;
        builder.put(row);
        const QStringList expected{u"1:Đơn vị"_s, u"2:A"_s, u"3:Phó"_s, u"2:B"_s};
        QCOMPARE(namesInOrder(OrgView(builder.organisation(), day(u"2021-12-31"_s))), expected);
        view.apply(builder.organisation(), std::array{keyOf(kept)});
        QCOMPARE(namesInOrder(view), expected);
    }

    void reportsToOverridesTheHead()
    {
        OrganisationBuilder builder;
        const UnitId root = builder.unit(u"Đơn vị"_s);
        builder.post(root, u"Trưởng"_s, PostRole::Head);
        const PostId first = builder.post(root, u"Phó 1"_s, PostRole::Deputy, 1);
        const PostId second = builder.post(root, u"Phó 2"_s, PostRole::Deputy, 2);
        builder.relation(RelationType::ReportsTo, second, first);
        const OrgView view(builder.organisation(), day(u"2021-12-31"_s));
        QCOMPARE(namesInOrder(view), QStringList({u"1:Đơn vị"_s, u"2:Trưởng"_s, u"3:Phó 1"_s, u"4:Phó 2"_s}));
    }

    void postsOfSeveralUnitsUnderOnePostStandInTheOrderOfTheirUnits()
    {
        OrganisationBuilder builder;
        const UnitId root = builder.unit(u"UBND"_s);
        const PostId chair = builder.post(root, u"Chủ tịch"_s, PostRole::Head);
        const UnitId second = builder.unit(u"Phòng B"_s, root);
        const UnitId first = builder.unit(u"Phòng A"_s, root);
        Unit row = *builder.organisation().find(first);
        row.states[0].order = -1;
        builder.put(row);
        for (const auto &[unit, title] :
             {std::pair(second, u"Trưởng phòng B"_s), std::pair(first, u"Trưởng phòng A"_s)})
            builder.relation(RelationType::ReportsTo, builder.post(unit, title, PostRole::Head), chair);
        const OrgView view(builder.organisation(), day(u"2021-12-31"_s));
        QCOMPARE(namesInOrder(view), QStringList({u"1:UBND"_s, u"2:Chủ tịch"_s, u"3:Trưởng phòng A"_s,
                                                  u"3:Trưởng phòng B"_s, u"2:Phòng A"_s, u"2:Phòng B"_s}));
        QCOMPARE(view.nodeOf(chair), 1);
        QCOMPARE(view.nodeOf(UnitId{}), -1);
    }

    void viewShowsTheStateOfItsDay()
    {
        OrganisationBuilder builder;
        const UnitId root = builder.unit(u"UBND"_s);
        const UnitId office =
            builder.unit(u"Phòng"_s, root, UnitKind::Division, period(u"2021-03-29"_s, u"2025-06-30"_s));
        Unit unit = *builder.organisation().find(office);
        unit.states.push_back(unit.states.front());
        unit.states[0].period = period(u"2021-03-29"_s, u"2022-12-31"_s);
        unit.states[1].period = period(u"2023-01-01"_s, u"2025-06-30"_s);
        unit.states[1].name = u"Phòng mới"_s;
        builder.put(unit);
        const auto names = [&](const QString &date) {
            return namesInOrder(OrgView(builder.organisation(), day(date)));
        };
        QCOMPARE(names(u"2021-03-28"_s), QStringList({u"1:UBND"_s}));
        QCOMPARE(names(u"2021-03-29"_s), QStringList({u"1:UBND"_s, u"2:Phòng"_s}));
        QCOMPARE(names(u"2023-01-01"_s), QStringList({u"1:UBND"_s, u"2:Phòng mới"_s}));
        QCOMPARE(names(u"2025-06-30"_s), QStringList({u"1:UBND"_s, u"2:Phòng mới"_s}));
        QCOMPARE(names(u"2025-07-01"_s), QStringList({u"1:UBND"_s}));
    }

    void unitsInheritTheLocalityAbove()
    {
        OrganisationBuilder builder;
        const LocalityId city = builder.locality(u"79"_s, u"Thành phố Hồ Chí Minh"_s, LocalityType::CentralCity);
        const UnitId root = builder.unit(u"UBND"_s);
        Unit unit = *builder.organisation().find(root);
        unit.states[0].locality = city;
        builder.put(unit);
        const UnitId child = builder.unit(u"Phòng"_s, builder.unit(u"Khối"_s, root));
        const OrgView view(builder.organisation(), day(u"2021-12-31"_s));
        QCOMPARE(view.localities()[uz(view.units()[uz(view.indexOf(child))].locality)].code, u"79"_s);
    }

    void stagedTreesAreThereButCountNoDepth()
    {
        OrganisationBuilder builder;
        builder.unit(u"UBND"_s);
        const UnitId lost = builder.unit(u"Lạc"_s);
        builder.unit(u"Con"_s, lost);
        builder.put(Staged{builder.ids().make<StagedId>(), lost, StagedReason::UnknownParent, u"X9"_s});
        const OrgView view(builder.organisation(), day(u"2021-12-31"_s));
        QCOMPARE(namesInOrder(view), QStringList({u"1:UBND"_s, u"0:Lạc"_s, u"0:Con"_s}));
        const Statistics counts = statisticsOf(builder.organisation(), view);
        QCOMPARE(counts.roots, 1);
        QCOMPARE(counts.maxDepth, 1);
        QCOMPARE(counts.orphans, 1);
        QCOMPARE(counts.units, 3);
    }

    void statisticsCountSeatsHoldersAndQuotasOnce()
    {
        OrganisationBuilder builder;
        const UnitId root = builder.unit(u"UBND"_s);
        const UnitId office = builder.unit(u"Phòng"_s, root);
        const PostId head = builder.post(root, u"Trưởng"_s, PostRole::Head);
        builder.holder(head, u"Người thứ nhất"_s);
        builder.post(office, u"Phó"_s, PostRole::Deputy, 1, 3);
        for (const auto &[id, quota] : {std::pair(root, 20), std::pair(office, 15)}) {
            Unit unit = *builder.organisation().find(id);
            unit.states[0].staffAllotted = quota;
            builder.put(unit);
        }
        const Statistics counts =
            statisticsOf(builder.organisation(), OrgView(builder.organisation(), day(u"2021-12-31"_s)));
        QCOMPARE(counts.seats, 4);
        QCOMPARE(counts.vacantSeats, 3);
        QCOMPARE(counts.people, 1);
        QCOMPARE(counts.deputies, 3);
        QCOMPARE(counts.quotaAllotted, 20);
        QCOMPARE(counts.relations, 3);
    }

    void aChainOfAHundredThousandPasses()
    {
        constexpr int kLength = 100'000;
        SeededIdSource ids("chain");
        Organisation organisation;
        ChangeBuilder builder(organisation);
        UnitId above;
        for (int i = 0; i < kLength; ++i) {
            const UnitId id = ids.make<UnitId>();
            UnitState state;
            state.name = u"x"_s;
            builder.put(Unit{id, QString::number(i), false, {state}});
            if (!above.isNull())
                builder.put(Relation{ids.make<RelationId>(), RelationType::BelongsTo, id, above, {}});
            above = id;
        }
        Change change;
        change.images = builder.takeImages();
        QVERIFY(applyChange(organisation, change).has_value());
        const OrgView view(organisation, day(u"2021-12-31"_s));
        QCOMPARE(statisticsOf(organisation, view).maxDepth, kLength);
        QVERIFY(checkIntegrity(organisation).empty());
    }

    void graphFindsALoopOnlyWhereItsDaysMeet()
    {
        StructureGraph graph;
        const NodeRef a(UnitId{{1, 1}});
        const NodeRef b(UnitId{{1, 2}});
        graph.addNode(a);
        graph.addNode(b);
        const auto edge = [](std::uint64_t id, NodeRef from, NodeRef to, const Period &when) {
            return Relation{RelationId{{2, id}}, RelationType::BelongsTo, from, to, when};
        };
        graph.addEdge(edge(1, a, b, period(u"2021-01-01"_s, u"2021-12-31"_s)));
        graph.addEdge(edge(2, b, a, period(u"2022-01-01"_s, {})));
        QVERIFY(graph.loops(RelationType::BelongsTo).empty());
        QVERIFY(graph.loopThrough(edge(3, b, a, period(u"2022-01-01"_s, {}))).empty());
        QCOMPARE(graph.loopThrough(edge(3, b, a, period(u"2021-12-31"_s, {}))), std::vector<NodeRef>({b, a, b}));
        graph.addEdge(edge(3, b, a, period(u"2021-12-31"_s, u"2021-12-31"_s)));
        QCOMPARE(graph.loops(RelationType::BelongsTo).size(), 1U);
        QVERIFY(graph.loops(RelationType::ReportsTo).empty());
    }

    void anEdgeOfAWideParentGoesAndTheOthersStay()
    {
        StructureGraph graph;
        const NodeRef root(UnitId{{1, 1}});
        graph.addNode(root);
        std::vector<Relation> edges;
        for (std::uint64_t i = 2; i < 12; ++i) {
            const NodeRef child(UnitId{{1, i}});
            graph.addNode(child);
            edges.push_back({RelationId{{2, i}}, RelationType::BelongsTo, child, root, {}});
            graph.addEdge(edges.back());
        }
        const StructureGraph copy = graph;
        for (const unsigned gone : {0U, 4U, 8U}) {
            graph.removeEdge(edges[gone]);
            QVERIFY(!graph.hasRelations(edges[gone].from));
        }
        QCOMPARE(graph.relationsTo(root).size(), 7U);
        QCOMPARE(copy.relationsTo(root).size(), 10U);
        std::vector<RelationId> left = graph.relationsTo(root);
        std::ranges::sort(left);
        QCOMPARE(left.front(), edges[1].id);
        graph.removeNode(root);
        QVERIFY(!graph.hasNode(root));
        for (const Relation &edge : edges)
            QVERIFY(graph.relationsFrom(edge.from).empty());
    }

    void anEdgeThatComesTakesThePlaceOfOneThatWent()
    {
        StructureGraph graph;
        const NodeRef a(UnitId{{1, 1}});
        const NodeRef b(UnitId{{1, 2}});
        const NodeRef samePost(PostId{{1, 1}});
        for (const NodeRef node : {a, b, samePost})
            graph.addNode(node);
        const auto edge = [](std::uint64_t id, NodeRef from, NodeRef to) {
            return Relation{RelationId{{2, id}}, RelationType::Guides, from, to, {}};
        };
        const auto idsOf = [](const std::vector<RelationId> &ids) {
            std::vector<std::uint64_t> numbers;
            for (const RelationId id : ids)
                numbers.push_back(id.uid.low);
            return numbers;
        };
        using Numbers = std::vector<std::uint64_t>;
        for (std::uint64_t id = 1; id <= 3; ++id)
            graph.addEdge(edge(id, a, b));
        graph.removeEdge(edge(2, a, b));
        QCOMPARE(idsOf(graph.relationsFrom(a)), Numbers({1, 3}));
        graph.addEdge(edge(4, samePost, b));
        graph.addEdge(edge(5, a, b));
        QCOMPARE(idsOf(graph.relationsFrom(a)), Numbers({1, 3, 5}));
        QCOMPARE(idsOf(graph.relationsTo(b)), Numbers({1, 3, 4, 5}));
        graph.removeEdge(edge(5, a, b));
        graph.removeEdge(edge(1, a, b));
        graph.addEdge(edge(6, b, a));
        QCOMPARE(idsOf(graph.relationsFrom(a)), Numbers({3}));
        QCOMPARE(idsOf(graph.relationsTo(b)), Numbers({3, 4}));
        graph.removeNode(b);
        graph.addNode(b);
        for (const NodeRef node : {a, b, samePost})
            QVERIFY(!graph.hasRelations(node));
    }

    void parentsOfAllNodesAreCheckedAtOnce()
    {
        OrganisationBuilder builder;
        const UnitId root = builder.unit(u"UBND"_s);
        const UnitId office = builder.unit(u"Phòng"_s, root);
        builder.post(office, u"Trưởng"_s, PostRole::Head);
        StructureGraph graph = builder.organisation().graph();
        QVERIFY(graph.parentFaults().rivals.empty());
        QVERIFY(graph.parentFaults().postsWithoutUnit.empty());
        const Relation second{RelationId{{2, 1}}, RelationType::BelongsTo, office, root, {}};
        const PostId stray{{3, 1}};
        graph.addEdge(second);
        graph.addNode(stray);
        QCOMPARE(graph.parentFaults().rivals, (std::vector{std::pair(NodeRef(office), second.id)}));
        QCOMPARE(graph.rivalParents(office), std::vector{second.id});
        QCOMPARE(graph.parentFaults().postsWithoutUnit, std::vector{stray});
        graph.removeNode(stray);
        QVERIFY(graph.parentFaults().postsWithoutUnit.empty());
    }

    void slotsAreNumberedAsTheyComeWhateverTheIdsLookLike()
    {
        SeededIdSource random("slots");
        for (const bool counted : {true, false}) {
            SlotIndex index;
            std::vector<Uid> uids;
            const auto find = [&](Uid uid) { return index.find(uid, [&](int slot) { return uids[uz(slot)] == uid; }); };
            QCOMPARE(find({1, 1}), -1);
            for (std::uint64_t i = 1; i <= 5000; ++i) {
                uids.push_back(counted ? Uid{i % 3, i << 20U} : random.next());
                QCOMPARE(find(uids.back()), -1);
                QCOMPARE(index.add(uids.back()), static_cast<int>(i) - 1);
            }
            for (int i = 0; i < sizeOf(uids); ++i)
                QCOMPARE(find(uids[uz(i)]), i);
            QCOMPARE(find({99, 99}), -1);
            QCOMPARE(index.size(), 5000);
        }
    }

    void whoHasACodeIsKnownAfterItChangedHands()
    {
        OrganisationBuilder builder;
        const UnitId a = builder.unit(u"A"_s);
        const UnitId b = builder.unit(u"B"_s);
        const auto rename = [&](UnitId id, const QString &code) {
            Unit unit = *builder.organisation().find(id);
            unit.code = code;
            builder.put(unit);
        };
        const auto owners = [&](const QString &code) { return builder.organisation().unitsWithCode(code); };
        rename(a, u"X"_s);
        rename(b, u"Y"_s);
        QCOMPARE(owners(u"X"_s), QList{a});
        rename(a, u"Z"_s);
        QCOMPARE(owners(u"X"_s), QList<UnitId>());
        rename(b, u"X"_s);
        rename(a, u"Y"_s);
        rename(b, u"Z"_s);
        rename(a, u"X"_s);
        QCOMPARE(owners(u"X"_s), QList{a});
        QCOMPARE(owners(u"Y"_s), QList<UnitId>());
        QCOMPARE(owners(u"Z"_s), QList{b});
    }
};

BM_TEST_MAIN(TestModel)
#include "test_model.moc"
