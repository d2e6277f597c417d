// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "core/model/row_names.h"
#include "core/model/statistics.h"
#include "tests/support/edit_checks.h"
#include "tests/support/test_main.h"

#include <QHash>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// Two departments: "Sở 1(A(a),B,C)" and "Sở 2(D)", everything without dates, codes in the order of entry.
struct TwoDepartments : OrganisationBuilder
{
    UnitId first = unit(u"Sở 1"_s);
    UnitId second = unit(u"Sở 2"_s);
    UnitId a = unit(u"A"_s, first);
    UnitId below = unit(u"a"_s, a);
    UnitId b = unit(u"B"_s, first);
    UnitId c = unit(u"C"_s, first);
    UnitId d = unit(u"D"_s, second);

    [[nodiscard]] UnitId named(const QString &name) const
    {
        const QHash<QString, UnitId> units{{u"Sở 1"_s, first}, {u"Sở 2"_s, second}, {u"A"_s, a}, {u"a"_s, below},
                                           {u"B"_s, b},        {u"C"_s, c},         {u"D"_s, d}};
        return units.value(name);
    }

    [[nodiscard]] Destination place(const QString &parent, const QString &before) const
    {
        return {named(parent), before.isEmpty() ? std::nullopt : std::optional<NodeRef>(named(before))};
    }
};

std::vector<int> ordersOf(const Organisation &organisation, std::initializer_list<UnitId> units, const QString &iso)
{
    std::vector<int> orders;
    for (const UnitId unit : units)
        orders.push_back(stateOn(*organisation.find(unit), day(iso))->order);
    return orders;
}

} // namespace

class TestEditsMove : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aUnitMovesWithAllBelowIt_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("parent");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("tree");
        QTest::addColumn<QString>("title");
        const auto row = [](const char *name, const QStringList &cells) {
            QTest::newRow(name) << cells[0] << cells[1] << cells[2] << cells[3] << cells[4];
        };
        row("elsewhere, last", {u"A"_s, u"Sở 2"_s, u""_s, u"Sở 1(B,C),Sở 2(D,A(a))"_s, u"Chuyển A về Sở 2"_s});
        row("elsewhere, first", {u"A"_s, u"Sở 2"_s, u"D"_s, u"Sở 1(B,C),Sở 2(A(a),D)"_s, u"Chuyển A về Sở 2"_s});
        row("under a sibling", {u"B"_s, u"A"_s, u"a"_s, u"Sở 1(A(B,a),C),Sở 2(D)"_s, u"Chuyển B về A"_s});
        row("to the top", {u"A"_s, u""_s, u""_s, u"Sở 1(B,C),Sở 2(D),A(a)"_s, u"Đưa A lên cấp cao nhất"_s});
        row("to the top, first", {u"A"_s, u""_s, u"Sở 1"_s, u"A(a),Sở 1(B,C),Sở 2(D)"_s, u"Đưa A lên cấp cao nhất"_s});
        row("from the top", {u"Sở 2"_s, u"A"_s, u""_s, u"Sở 1(A(a,Sở 2(D)),B,C)"_s, u"Chuyển Sở 2 về A"_s});
        row("last to first", {u"C"_s, u"Sở 1"_s, u"A"_s, u"Sở 1(C,A(a),B),Sở 2(D)"_s, u"Sắp xếp C"_s});
        row("first to last", {u"A"_s, u"Sở 1"_s, u""_s, u"Sở 1(B,C,A(a)),Sở 2(D)"_s, u"Sắp xếp A"_s});
        row("one down", {u"A"_s, u"Sở 1"_s, u"C"_s, u"Sở 1(B,A(a),C),Sở 2(D)"_s, u"Sắp xếp A"_s});
        row("rank at the top", {u"Sở 2"_s, u""_s, u"Sở 1"_s, u"Sở 2(D),Sở 1(A(a),B,C)"_s, u"Sắp xếp Sở 2"_s});
    }
    void aUnitMovesWithAllBelowIt()
    {
        QFETCH(QString, unit);
        QFETCH(QString, parent);
        QFETCH(QString, before);
        QFETCH(QString, tree);
        QFETCH(QString, title);
        for (const EditMode mode : {EditMode::Correct, EditMode::FromDate}) {
            TwoDepartments b;
            Organisation &org = b.organisation();
            const QString old = treeOn(org, u"2025-06-30"_s);
            const auto change =
                bomay::move(org, b.named(unit), b.place(parent, before), scopeOf(mode, u"2025-07-01"_s), b.ids());
            QCOMPARE(problemOf(org, change), QString());
            const bool fromDate = mode == EditMode::FromDate;
            QCOMPARE(change->title, title + (fromDate ? u" từ 01/07/2025"_s : QString()));
            QVERIFY(!change->id.isNull());
            QCOMPARE(treeOn(org, u"2025-06-30"_s), fromDate ? old : tree);
            QCOMPARE(treeOn(org, u"2025-07-01"_s), tree);
        }
    }

    void aMoveThatChangesNothingIsSaid_data() { addEditModes(); }
    void aMoveThatChangesNothingIsSaid()
    {
        QFETCH(EditMode, mode);
        TwoDepartments b;
        Organisation &org = b.organisation();
        const EditScope scope = scopeOf(mode, u"2025-07-01"_s);
        const auto codeOf = [&](const QString &unit, const QString &parent, const QString &before) {
            return problemOf(org, bomay::move(org, b.named(unit), b.place(parent, before), scope, b.ids()));
        };
        QCOMPARE(codeOf(u"C"_s, u"Sở 1"_s, {}), u"edit-no-change"_s);
        QCOMPARE(codeOf(u"A"_s, u"Sở 1"_s, u"B"_s), u"edit-no-change"_s);
        QCOMPARE(codeOf(u"A"_s, u"Sở 1"_s, u"A"_s), u"edit-no-change"_s);
        QCOMPARE(codeOf(u"Sở 2"_s, {}, {}), u"edit-no-change"_s);
    }

    void aMoveIntoItselfIsRefusedWithTheNames_data() { addEditModes(); }
    void aMoveIntoItselfIsRefusedWithTheNames()
    {
        QFETCH(EditMode, mode);
        TwoDepartments b;
        Organisation &org = b.organisation();
        const EditScope scope = scopeOf(mode, u"2025-07-01"_s);
        for (const auto &[unit, parent] : {std::pair(b.a, b.a), std::pair(b.a, b.below), std::pair(b.first, b.below)}) {
            const auto change = bomay::move(org, unit, {parent, {}}, scope, b.ids());
            QVERIFY(!change.has_value());
            QCOMPARE(change.error().code(), u"edit-into-itself"_s);
            QCOMPARE(change.error().message.args.value(u"what"_s), describeNode(org, unit));
            QCOMPARE(change.error().message.args.value(u"where"_s), describeNode(org, parent));
        }
    }

    void aLoopOnOtherDaysIsRefused()
    {
        TwoDepartments b;
        Organisation &org = b.organisation();
        // B comes under A in 2030; today A could go under B, but not for ever.
        QCOMPARE(problemOf(org, bomay::move(org, b.b, {b.a, {}}, fromDay(u"2030-01-01"_s), b.ids())), QString());
        for (const EditMode mode : {EditMode::Correct, EditMode::FromDate}) {
            const auto change = bomay::move(org, b.a, {b.b, {}}, scopeOf(mode, u"2025-07-01"_s), b.ids());
            QVERIFY(!change.has_value());
            QCOMPARE(change.error().code(), u"edit-into-itself-on-other-days"_s);
            QCOMPARE(change.error().message.args.value(u"loop"_s), u"A → B → A"_s);
        }
    }

    void whatMakesNoSenseIsRefused_data() { addEditModes(); }
    void whatMakesNoSenseIsRefused()
    {
        QFETCH(EditMode, mode);
        TwoDepartments b;
        const PostId post = b.post(b.a, u"Trưởng"_s, PostRole::Head);
        const UnitId past = b.unit(u"Cũ"_s, {}, UnitKind::Division, period({}, u"2020"_s));
        Organisation &org = b.organisation();
        const EditScope scope = scopeOf(mode, u"2025-07-01"_s);
        const auto codeOf = [&](NodeRef node, const Destination &where) {
            return problemOf(org, bomay::move(org, node, where, scope, b.ids()));
        };
        QCOMPARE(codeOf(post, {}), u"edit-post-needs-unit"_s);
        QCOMPARE(codeOf(past, {b.a, {}}), u"edit-nothing-there"_s);
        QCOMPARE(codeOf(b.a, {past, {}}), u"edit-nothing-there"_s);
        QCOMPARE(codeOf(UnitId{{5, 5}}, {b.a, {}}), u"edit-nothing-there"_s);
        QCOMPARE(codeOf(b.a, {b.second, b.b}), u"edit-not-a-sibling"_s);
        QCOMPARE(codeOf(b.a, {b.second, b.a}), u"edit-not-a-sibling"_s);
        QCOMPARE(codeOf(b.a, {b.first, post}), u"edit-not-a-sibling"_s);
        QCOMPARE(problemOf(org, moveInRank(org, past, 1, scope, b.ids())), u"edit-nothing-there"_s);
    }

    void relationsKeepTheirEndsAndIds()
    {
        TwoDepartments b;
        Organisation &org = b.organisation();
        const UnitId unit = b.unit(u"X"_s);
        const RelationId id = b.relation(RelationType::BelongsTo, unit, b.a, period(u"2020"_s, u"2025"_s));
        const auto places = [&] {
            QStringList lines;
            for (const RelationId place : org.graph().relationsFrom(unit)) {
                const Relation &relation = *org.find(place);
                lines += u"%1 %2..%3%4"_s.arg(describeNode(org, relation.to), relation.period.from.toIso(),
                                              relation.period.to.toIso(), place == id ? u"*"_s : QString());
            }
            lines.sort();
            return lines;
        };
        const auto move = [&](UnitId parent, const EditScope &scope) {
            return problemOf(org, bomay::move(org, unit, {parent, {}}, scope, b.ids()));
        };
        QCOMPARE(move(b.b, correctOn(u"2022-01-01"_s)), QString());
        QCOMPARE(places(), QStringList{u"B 2020..2025*"_s});
        QCOMPARE(move(b.c, fromDay(u"2022-03-01"_s)), QString());
        QCOMPARE(places(), (QStringList{u"B 2020..2022-02-28*"_s, u"C 2022-03-01..2025"_s}));
        QCOMPARE(move(b.d, fromDay(u"2020-01-01"_s)), QString());
        QCOMPARE(places(), (QStringList{u"C 2022-03-01..2025"_s, u"D 2020..2022-02-28*"_s}));
        QCOMPARE(move({}, fromDay(u"2022-02-28"_s)), QString());
        QCOMPARE(places(), (QStringList{u"C 2022-03-01..2025"_s, u"D 2020..2022-02-27*"_s}));
        // A gap of one day, and the time before and after all relations.
        QCOMPARE(move(b.a, correctOn(u"2022-02-28"_s)), QString());
        QCOMPARE(move(b.a, fromDay(u"2019-07-01"_s)), QString());
        QCOMPARE(move(b.a, correctOn(u"2030-07-01"_s)), QString());
        QCOMPARE(places(), (QStringList{u"A 2019-07-01..2019-12-31"_s, u"A 2022-02-28..2022-02-28"_s,
                                        u"A 2026-01-01.."_s, u"C 2022-03-01..2025"_s, u"D 2020..2022-02-27*"_s}));
        QCOMPARE(move({}, correctOn(u"2021-01-01"_s)), QString());
        QCOMPARE(move({}, fromDay(u"2022-03-01"_s)), QString());
        QCOMPARE(places(),
                 (QStringList{u"A 2019-07-01..2019-12-31"_s, u"A 2022-02-28..2022-02-28"_s, u"A 2026-01-01.."_s}));
    }

    void rankMovesStopAtTheEnds_data() { addEditModes(); }
    void rankMovesStopAtTheEnds()
    {
        QFETCH(EditMode, mode);
        TwoDepartments b;
        Organisation &org = b.organisation();
        const EditScope scope = scopeOf(mode, u"2025-07-01"_s);
        const auto step = [&](UnitId unit, int by) {
            return problemOf(org, moveInRank(org, unit, by, scope, b.ids()));
        };
        const QString old = treeOn(org, u"2025-06-30"_s);
        QCOMPARE(step(b.a, -1), u"edit-no-change"_s);
        QCOMPARE(step(b.c, 1), u"edit-no-change"_s);
        QCOMPARE(step(b.b, 0), u"edit-no-change"_s);
        QCOMPARE(step(b.d, 1), u"edit-no-change"_s);
        QCOMPARE(step(b.a, 1), QString());
        QCOMPARE(treeOn(org, u"2025-07-01"_s), u"Sở 1(B,A(a),C),Sở 2(D)"_s);
        QCOMPARE(step(b.a, 1), QString());
        QCOMPARE(treeOn(org, u"2025-07-01"_s), u"Sở 1(B,C,A(a)),Sở 2(D)"_s);
        QCOMPARE(step(b.a, 1), u"edit-no-change"_s);
        QCOMPARE(step(b.a, -1), QString());
        QCOMPARE(step(b.a, -1), QString());
        QCOMPARE(treeOn(org, u"2025-07-01"_s), u"Sở 1(A(a),B,C),Sở 2(D)"_s);
        QCOMPARE(step(b.second, -1), QString());
        QCOMPARE(treeOn(org, u"2025-07-01"_s), u"Sở 2(D),Sở 1(A(a),B,C)"_s);
        QCOMPARE(treeOn(org, u"2025-06-30"_s), mode == EditMode::FromDate ? old : treeOn(org, u"2025-07-01"_s));
    }

    void aRowIsNumberedFromOne()
    {
        TwoDepartments b;
        Organisation &org = b.organisation();
        const auto change = bomay::move(org, b.c, {b.first, b.b}, correctOn(u"2025-07-01"_s), b.ids());
        QCOMPARE(problemOf(org, change), QString());
        QCOMPARE(ordersOf(org, {b.a, b.c, b.b}, u"2025-07-01"_s), (std::vector{1, 2, 3}));
        const auto again = bomay::move(org, b.b, {b.first, b.c}, correctOn(u"2025-07-01"_s), b.ids());
        QCOMPARE(again->images.size(), std::size_t{2}); // A keeps its number
    }

    void aRankFromADateSplitsOnlyTheMovedUnit()
    {
        TwoDepartments b;
        Organisation &org = b.organisation();
        QCOMPARE(problemOf(org, bomay::move(org, b.c, {b.first, b.a}, fromDay(u"2025-07-01"_s), b.ids())), QString());
        QCOMPARE(org.find(b.a)->states.size(), std::size_t{1});
        QCOMPARE(org.find(b.b)->states.size(), std::size_t{1});
        QCOMPARE(org.find(b.c)->states.size(), std::size_t{2});
        // The place until the day before has a number of its own: behind A and B.
        QCOMPARE(ordersOf(org, {b.c, b.a, b.b}, u"2025-07-01"_s), (std::vector{1, 2, 3}));
        QCOMPARE(ordersOf(org, {b.a, b.b, b.c}, u"2025-06-30"_s), (std::vector{2, 3, 4}));
    }

    void aStagedUnitFindsAPlace_data() { addEditModes(); }
    void aStagedUnitFindsAPlace()
    {
        QFETCH(EditMode, mode);
        const EditScope scope = scopeOf(mode, u"2025-07-01"_s);
        for (const bool toTheTop : {false, true}) {
            TwoDepartments b;
            Organisation &org = b.organisation();
            const UnitId lost = b.unit(u"X"_s);
            b.put(Staged{b.ids().make<StagedId>(), lost, StagedReason::UnknownParent, u"Sở 9"_s});
            QVERIFY(treeOn(org, u"2025-07-01"_s).endsWith(u",?X"_s));
            QCOMPARE(problemOf(org, moveInRank(org, lost, 1, scope, b.ids())), u"edit-no-change"_s);
            const Destination where{toTheTop ? UnitId{} : b.second, {}};
            QCOMPARE(problemOf(org, bomay::move(org, lost, where, scope, b.ids())), QString());
            const bool unknownBefore = mode == EditMode::FromDate && !toTheTop;
            QCOMPARE(org.staged().size(), unknownBefore ? 1 : 0);
            QCOMPARE(treeOn(org, u"2025-06-30"_s).endsWith(u",?X"_s), unknownBefore);
            QCOMPARE(statisticsOf(org, OrgView(org, day(u"2025-06-30"_s))).orphans, unknownBefore ? 1 : 0);
            QCOMPARE(statisticsOf(org, OrgView(org, day(u"2025-07-01"_s))).orphans, 0);
            QCOMPARE(treeOn(org, u"2025-07-01"_s),
                     toTheTop ? u"Sở 1(A(a),B,C),Sở 2(D),X"_s : u"Sở 1(A(a),B,C),Sở 2(D,X)"_s);
        }
    }

    void aStagedPostFindsAUnit_data() { addEditModes(); }
    void aStagedPostFindsAUnit()
    {
        QFETCH(EditMode, mode);
        TwoDepartments b;
        Organisation &org = b.organisation();
        PostState state;
        state.title = u"Phó"_s;
        const Post post{b.ids().make<PostId>(), {}, {state}};
        ChangeBuilder builder(org);
        builder.put(post);
        builder.put(Staged{b.ids().make<StagedId>(), post.id, StagedReason::UnknownParent, u"?"_s});
        Change entry;
        entry.images = builder.takeImages();
        QVERIFY(applyChange(org, entry).has_value());
        const EditScope scope = scopeOf(mode, u"2025-07-01"_s);
        QCOMPARE(problemOf(org, bomay::move(org, post.id, {}, scope, b.ids())), u"edit-post-needs-unit"_s);
        QCOMPARE(problemOf(org, bomay::move(org, post.id, {b.d, {}}, scope, b.ids())), QString());
        QCOMPARE(treeOn(org, u"2025-07-01"_s), u"Sở 1(A(a),B,C),Sở 2(D(Phó))"_s);
        QCOMPARE(org.staged().size(), mode == EditMode::FromDate ? 1 : 0);
    }

    void postsKeepToTheirRoleAndTier_data() { addEditModes(); }
    void postsKeepToTheirRoleAndTier()
    {
        QFETCH(EditMode, mode);
        OrganisationBuilder b;
        Organisation &org = b.organisation();
        const UnitId unit = b.unit(u"P"_s);
        const PostId head = b.post(unit, u"Trưởng"_s, PostRole::Head);
        const PostId one = b.post(unit, u"P1"_s, PostRole::Deputy, 1);
        const PostId two = b.post(unit, u"P2"_s, PostRole::Deputy, 1);
        const PostId three = b.post(unit, u"P3"_s, PostRole::Deputy, 2);
        const EditScope scope = scopeOf(mode, u"2025-07-01"_s);
        const auto codeOf = [&](PostId post, const std::optional<NodeRef> &before) {
            return problemOf(org, bomay::move(org, post, {unit, before}, scope, b.ids()));
        };
        QCOMPARE(codeOf(head, std::nullopt), u"edit-no-change"_s);
        QCOMPARE(codeOf(three, head), u"edit-no-change"_s);
        QCOMPARE(codeOf(one, head), u"edit-no-change"_s);
        QCOMPARE(codeOf(two, head), QString()); // as high as its tier lets it
        QCOMPARE(treeOn(org, u"2025-07-01"_s), u"P(Trưởng,P2,P1,P3)"_s);
        QCOMPARE(problemOf(org, moveInRank(org, three, -1, scope, b.ids())), u"edit-no-change"_s);
        QCOMPARE(problemOf(org, moveInRank(org, one, 1, scope, b.ids())), u"edit-no-change"_s);
        QCOMPARE(problemOf(org, moveInRank(org, two, 1, scope, b.ids())), QString());
        QCOMPARE(treeOn(org, u"2025-07-01"_s), u"P(Trưởng,P1,P2,P3)"_s);
        QCOMPARE(treeOn(org, u"2025-06-30"_s), u"P(Trưởng,P1,P2,P3)"_s);
    }

    void aPostLeavesItsColleaguesButKeepsOthers_data() { addEditModes(); }
    void aPostLeavesItsColleaguesButKeepsOthers()
    {
        QFETCH(EditMode, mode);
        TwoDepartments b;
        Organisation &org = b.organisation();
        const PostId post = b.post(b.a, u"Phó 1"_s, PostRole::Deputy, 1);
        const PostId head = b.post(b.a, u"Trưởng A"_s, PostRole::Head);
        const PostId deputy = b.post(b.a, u"Phó 2"_s, PostRole::Deputy, 2);
        const PostId stranger = b.post(b.d, u"Trưởng D"_s, PostRole::Head);
        const PostId reporter = b.post(b.d, u"Phó D"_s, PostRole::Deputy, 1);
        const RelationId up = b.relation(RelationType::ReportsTo, post, head, period(u"2020"_s, {}));
        const RelationId down = b.relation(RelationType::ReportsTo, deputy, post);
        const RelationId early = b.relation(RelationType::ReportsTo, post, stranger, period({}, u"2019"_s));
        const RelationId across = b.relation(RelationType::ReportsTo, reporter, post);
        const auto change = bomay::move(org, post, {b.b, {}}, scopeOf(mode, u"2025-07-01"_s), b.ids());
        QCOMPARE(problemOf(org, change), QString());
        QCOMPARE(treeOn(org, u"2025-07-01"_s), u"Sở 1(A(Trưởng A,Phó 2,a),B(Phó 1),C),Sở 2(D(Trưởng D,Phó D))"_s);
        QVERIFY(org.find(across) != nullptr && org.find(early) != nullptr);
        QCOMPARE(org.find(across)->period, Period{});
        if (mode == EditMode::Correct) {
            QVERIFY(org.find(up) == nullptr && org.find(down) == nullptr);
        } else {
            QCOMPARE(org.find(up)->period, period(u"2020"_s, u"2025-06-30"_s));
            QCOMPARE(org.find(down)->period, period({}, u"2025-06-30"_s));
        }
    }

    void theNameOfTheDayStandsInTheTitle()
    {
        TwoDepartments b;
        Organisation &org = b.organisation();
        QCOMPARE(problemOf(org, rename(org, b.second, u"Sở Mới"_s, fromDay(u"2025-07-01"_s))), QString());
        QCOMPARE(bomay::move(org, b.a, {b.second, {}}, correctOn(u"2025-06-30"_s), b.ids())->title,
                 u"Chuyển A về Sở 2"_s);
        QCOMPARE(bomay::move(org, b.a, {b.second, {}}, fromDay(u"2025-07-01"_s), b.ids())->title,
                 u"Chuyển A về Sở Mới từ 01/07/2025"_s);
    }

    void aUnitUnderOneThatDoesNotExistStandsAtTheTop()
    {
        TwoDepartments b;
        Organisation &org = b.organisation();
        const UnitId past = b.unit(u"Cũ"_s, {}, UnitKind::Division, period({}, u"2020"_s));
        const UnitId orphan = b.unit(u"X"_s, past);
        QCOMPARE(treeOn(org, u"2025-07-01"_s), u"Sở 1(A(a),B,C),Sở 2(D),X"_s);
        const EditScope scope = fromDay(u"2025-07-01"_s);
        QCOMPARE(problemOf(org, bomay::move(org, orphan, {}, scope, b.ids())), u"edit-no-change"_s);
        QCOMPARE(problemOf(org, moveInRank(org, orphan, -1, scope, b.ids())), QString());
        QCOMPARE(treeOn(org, u"2025-07-01"_s), u"Sở 1(A(a),B,C),X,Sở 2(D)"_s);
        QCOMPARE(problemOf(org, bomay::move(org, orphan, {b.second, b.d}, scope, b.ids())), QString());
        QCOMPARE(treeOn(org, u"2025-07-01"_s), u"Sở 1(A(a),B,C),Sở 2(X,D)"_s);
        QCOMPARE(treeOn(org, u"2020-12-31"_s), u"Sở 1(A(a),B,C),Sở 2(D),Cũ(X)"_s);
    }
};

BM_TEST_MAIN(TestEditsMove)
#include "test_edits_move.moc"
