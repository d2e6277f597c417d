// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_support.h"
#include "core/model/org_view.h"
#include "tests/support/edit_checks.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

class TestEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aUnitIsAddedWhereAsked_data()
    {
        QTest::addColumn<EditMode>("mode");
        QTest::addColumn<int>("before"); // −1 = last, at the top −2
        QTest::addColumn<QString>("dayBefore");
        QTest::addColumn<QString>("onTheDay");
        QTest::newRow("last") << EditMode::Correct << -1 << u"Sở(A,B,Mới)"_s << u"Sở(A,B,Mới)"_s;
        QTest::newRow("first") << EditMode::Correct << 0 << u"Sở(Mới,A,B)"_s << u"Sở(Mới,A,B)"_s;
        QTest::newRow("between") << EditMode::Correct << 1 << u"Sở(A,Mới,B)"_s << u"Sở(A,Mới,B)"_s;
        QTest::newRow("at the top") << EditMode::Correct << -2 << u"Sở(A,B),Mới"_s << u"Sở(A,B),Mới"_s;
        QTest::newRow("last from a date") << EditMode::FromDate << -1 << u"Sở(A,B)"_s << u"Sở(A,B,Mới)"_s;
        QTest::newRow("first from a date") << EditMode::FromDate << 0 << u"Sở(A,B)"_s << u"Sở(Mới,A,B)"_s;
        QTest::newRow("at the top from a date") << EditMode::FromDate << -2 << u"Sở(A,B)"_s << u"Sở(A,B),Mới"_s;
    }
    void aUnitIsAddedWhereAsked()
    {
        QFETCH(EditMode, mode);
        QFETCH(int, before);
        QFETCH(QString, dayBefore);
        QFETCH(QString, onTheDay);
        OrganisationBuilder b;
        const UnitId root = b.unit(u"Sở"_s);
        const UnitId units[]{b.unit(u"A"_s, root), b.unit(u"B"_s, root)};
        Destination where{before == -2 ? UnitId{} : root, {}};
        if (before >= 0)
            where.before = units[before];
        const EditScope scope = scopeOf(mode, u"2025-07-01"_s);
        const auto change = addUnit(b.organisation(), where, u"  Mới "_s, UnitKind::Division, scope, b.ids());
        QCOMPARE(problemOf(b.organisation(), change), QString());
        QCOMPARE(treeOn(b.organisation(), u"2025-06-30"_s), dayBefore);
        QCOMPARE(treeOn(b.organisation(), u"2025-07-01"_s), onTheDay);
        QCOMPARE(treeOn(b.organisation(), u"2099-12-31"_s), onTheDay);
        QVERIFY(!change->id.isNull());
        const bool fromDate = mode == EditMode::FromDate;
        QCOMPARE(change->title, fromDate ? u"Thêm Mới từ 01/07/2025"_s : u"Thêm Mới"_s);
        QCOMPARE(change->legalDocument, scope.document);
        QCOMPARE(change->effective, fromDate ? (PartialDate{2025, 7, 1}) : PartialDate{});
    }

    void aNewUnitGetsACodeOfItsOwn()
    {
        OrganisationBuilder b;
        for (const QString &code : {u"PNV"_s, u"PNV2"_s, u"PNV3"_s}) {
            const auto change = addUnit(b.organisation(), {}, u"Phòng Nội vụ"_s, UnitKind::Division,
                                        correctOn(u"2025-01-01"_s), b.ids());
            QCOMPARE(problemOf(b.organisation(), change), QString());
            QCOMPARE(b.organisation().unitsWithCode(code).size(), 1);
            QVERIFY(b.organisation().find(b.organisation().unitsWithCode(code).first())->provisionalCode);
        }
    }

    void addingALastUnitTouchesNobodyElse()
    {
        OrganisationBuilder b;
        const UnitId root = b.unit(u"Sở"_s);
        b.unit(u"A"_s, root);
        const auto change =
            addUnit(b.organisation(), {root, {}}, u"B"_s, UnitKind::Team, fromDay(u"2025-07-01"_s), b.ids());
        QCOMPARE(change->images.size(), std::size_t{2});
    }

    void aRowWhoseNumbersAreUsedUpIsNumberedAnew()
    {
        OrganisationBuilder b;
        const UnitId root = b.unit(u"Sở"_s);
        Unit last = *b.organisation().find(b.unit(u"A"_s, root));
        last.states[0].order = std::numeric_limits<int>::max();
        b.put(last);
        const auto change =
            addUnit(b.organisation(), {root, {}}, u"B"_s, UnitKind::Team, correctOn(u"2025-07-01"_s), b.ids());
        QCOMPARE(problemOf(b.organisation(), change), QString());
        QCOMPARE(treeOn(b.organisation(), u"2025-07-01"_s), u"Sở(A,B)"_s);
    }

    void aPostIsAdded_data() { addEditModes(); }
    void aPostIsAdded()
    {
        QFETCH(EditMode, mode);
        OrganisationBuilder b;
        const UnitId unit = b.unit(u"Phòng"_s);
        const EditScope scope = scopeOf(mode, u"2025-07-01"_s);
        const QString day = u"2025-07-01"_s;
        Organisation &org = b.organisation();
        QCOMPARE(deputyTitleFor(org, unit, bomay::day(day)), u"Cấp phó"_s);
        QCOMPARE(problemOf(org, addPost(org, unit, u"Trưởng phòng"_s, PostRole::Head, 7, scope, b.ids())), QString());
        QCOMPARE(deputyTitleFor(org, unit, bomay::day(day)), u"Phó Trưởng phòng"_s);
        QCOMPARE(problemOf(org, addPost(org, unit, u"Phó 1"_s, PostRole::Deputy, 0, scope, b.ids())), QString());
        QCOMPARE(problemOf(org, addPost(org, unit, u"Phó 3"_s, PostRole::Deputy, 3, scope, b.ids())), QString());
        QCOMPARE(problemOf(org, addPost(org, unit, u"Phó 3b"_s, PostRole::Deputy, 0, scope, b.ids())), QString());
        QCOMPARE(problemOf(org, addPost(org, unit, u"Phó 1b"_s, PostRole::Deputy, 1, scope, b.ids())), QString());
        QCOMPARE(deputyTitleFor(org, unit, bomay::day(day)), u"Phó 3b"_s);
        QCOMPARE(treeOn(org, day), u"Phòng(Trưởng phòng,Phó 1,Phó 1b,Phó 3,Phó 3b)"_s);
        QCOMPARE(treeOn(org, u"2025-06-30"_s), mode == EditMode::FromDate ? u"Phòng"_s : treeOn(org, day));
        const OrgView view(org, bomay::day(day));
        for (const ViewPost &post : view.posts())
            QCOMPARE(post.state.tier, post.state.role == PostRole::Head ? 0 : post.state.title[4].digitValue());
    }

    void aNodeIsRenamed_data()
    {
        QTest::addColumn<EditMode>("mode");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QStringList>("names"); // on 2019-12-31, 2020-01-01, 2020-05-31, 2020-06-01, 2021-01-01
        // The unit is "Cũ" until the end of 2019, "Nay" in 2020, "Sau" from 2021 on.
        QTest::newRow("correct the middle")
            << EditMode::Correct << u"2020-06-01"_s << QStringList{u"Cũ"_s, u"X"_s, u"X"_s, u"X"_s, u"Sau"_s};
        QTest::newRow("correct the first")
            << EditMode::Correct << u"2019-12-31"_s << QStringList{u"X"_s, u"Nay"_s, u"Nay"_s, u"Nay"_s, u"Sau"_s};
        QTest::newRow("from the middle of a state")
            << EditMode::FromDate << u"2020-06-01"_s << QStringList{u"Cũ"_s, u"Nay"_s, u"Nay"_s, u"X"_s, u"Sau"_s};
        QTest::newRow("from the first day of a state")
            << EditMode::FromDate << u"2020-01-01"_s << QStringList{u"Cũ"_s, u"X"_s, u"X"_s, u"X"_s, u"Sau"_s};
        QTest::newRow("from the last day of a state")
            << EditMode::FromDate << u"2019-12-31"_s << QStringList{u"X"_s, u"Nay"_s, u"Nay"_s, u"Nay"_s, u"Sau"_s};
    }
    void aNodeIsRenamed()
    {
        QFETCH(EditMode, mode);
        QFETCH(QString, day);
        QFETCH(QStringList, names);
        OrganisationBuilder b;
        Unit unit = *b.organisation().find(b.unit(u"Cũ"_s, {}, UnitKind::Division, period({}, u"2019"_s)));
        for (const auto &[name, when] :
             {std::pair(u"Nay"_s, period(u"2020"_s, u"2020"_s)), std::pair(u"Sau"_s, period(u"2021-01"_s, {}))}) {
            unit.states.push_back(unit.states.front());
            unit.states.back().name = name;
            unit.states.back().period = when;
        }
        b.put(unit);
        const auto change = rename(b.organisation(), unit.id, u"X"_s, scopeOf(mode, day));
        const QString present = stateOn(unit, bomay::day(day))->name;
        QCOMPARE(problemOf(b.organisation(), change), QString());
        QStringList seen;
        for (const QString &on : {u"2019-12-31"_s, u"2020-01-01"_s, u"2020-05-31"_s, u"2020-06-01"_s, u"2021-01-01"_s})
            seen += treeOn(b.organisation(), on);
        QCOMPARE(seen, names);
        QVERIFY(change->title.startsWith(u"Đổi tên %1 thành X"_s.arg(present)));
    }

    void aSplitStateKeepsItsOtherFactsAndItsEnds()
    {
        OrganisationBuilder b;
        Unit unit = *b.organisation().find(b.unit(u"A"_s, {}, UnitKind::Division, period(u"2020"_s, u"2025"_s)));
        unit.states[0].note = u"ghi chú"_s;
        b.put(unit);
        const auto change = rename(b.organisation(), unit.id, u"B"_s, fromDay(u"2022-03-01"_s));
        QCOMPARE(problemOf(b.organisation(), change), QString());
        const Unit &now = *b.organisation().find(unit.id);
        QCOMPARE(now.states.size(), std::size_t{2});
        QCOMPARE(now.states[0].period, period(u"2020"_s, u"2022-02-28"_s));
        QCOMPARE(now.states[1].period, period(u"2022-03-01"_s, u"2025"_s));
        QCOMPARE(now.states[1].note, u"ghi chú"_s);
    }

    void allFactsOfAUnitChangeAtOnce_data() { addEditModes(); }
    void allFactsOfAUnitChangeAtOnce()
    {
        QFETCH(EditMode, mode);
        OrganisationBuilder b;
        const UnitId id = b.unit(u"Phòng A"_s);
        const UnitState shown = b.organisation().find(id)->states[0];
        UnitState state = shown;
        state.staffAllotted = 12;
        state.period = period(u"1999"_s, u"1999"_s); // must be ignored
        const auto change = changeUnit(b.organisation(), id, {shown, state}, scopeOf(mode, u"2025-07-01"_s));
        QCOMPARE(problemOf(b.organisation(), change), QString());
        const bool fromDate = mode == EditMode::FromDate;
        QCOMPARE(change->title,
                 fromDate ? u"Sửa Phòng A: biên chế giao từ 01/07/2025"_s : u"Sửa Phòng A: biên chế giao"_s);
        const Unit &unit = *b.organisation().find(id);
        QCOMPARE(stateOn(unit, day(u"2025-06-30"_s))->staffAllotted, fromDate ? std::nullopt : std::optional(12));
        QCOMPARE(stateOn(unit, day(u"2025-07-01"_s))->staffAllotted, std::optional(12));
        QCOMPARE(unit.states.front().period.from, PartialDate{});
        QCOMPARE(unit.states.back().period.to, PartialDate{});
    }

    void whatWasSeenOfAnotherDayIsNotCarriedAlong()
    {
        OrganisationBuilder b;
        const UnitId id = b.unit(u"Phòng A"_s);
        Organisation &org = b.organisation();
        QCOMPARE(problemOf(org, rename(org, id, u"Phòng B"_s, fromDay(u"2025-07-01"_s))), QString());
        // The form shows December's state; the phone was another one from March on.
        const UnitState shown = *stateOn(*org.find(id), day(u"2025-12-01"_s));
        UnitState wanted = shown;
        wanted.phone = u"028"_s;
        const auto change = changeUnit(org, id, {shown, wanted}, fromDay(u"2025-03-01"_s));
        QCOMPARE(problemOf(org, change), QString());
        QCOMPARE(change->title, u"Sửa Phòng A: điện thoại từ 01/03/2025"_s);
        const Unit &unit = *org.find(id);
        QCOMPARE(stateOn(unit, day(u"2025-03-01"_s))->name, u"Phòng A"_s);
        QCOMPARE(stateOn(unit, day(u"2025-03-01"_s))->phone, u"028"_s);
        QCOMPARE(stateOn(unit, day(u"2025-12-01"_s))->name, u"Phòng B"_s);
    }

    void whoGetsAnotherRoleStandsBehindThoseWhoHaveIt_data() { addEditModes(); }
    void whoGetsAnotherRoleStandsBehindThoseWhoHaveIt()
    {
        QFETCH(EditMode, mode);
        OrganisationBuilder b;
        const UnitId unit = b.unit(u"Phòng"_s);
        const PostId clerk = b.post(unit, u"Chuyên viên"_s, PostRole::Staff);
        b.post(unit, u"Phó 1"_s, PostRole::Deputy, 1);
        b.post(unit, u"Phó 2"_s, PostRole::Deputy, 1);
        b.post(unit, u"Phó 3"_s, PostRole::Deputy, 2);
        Organisation &org = b.organisation();
        const PostState shown = org.find(clerk)->states[0];
        PostState wanted = shown;
        wanted.role = PostRole::Deputy;
        QCOMPARE(problemOf(org, changePost(org, clerk, {shown, wanted}, scopeOf(mode, u"2025-07-01"_s))), QString());
        QCOMPARE(treeOn(org, u"2025-07-01"_s), u"Phòng(Phó 1,Phó 2,Chuyên viên,Phó 3)"_s);
    }

    void tiersChangeWithoutTheOrder()
    {
        OrganisationBuilder b;
        const UnitId unit = b.unit(u"Phòng"_s);
        const PostId second = b.post(unit, u"Phó 2"_s, PostRole::Deputy, 2);
        const PostId third = b.post(unit, u"Phó 3"_s, PostRole::Deputy, 3);
        const PostId other = b.post(unit, u"Phó 4"_s, PostRole::Deputy, 3);
        Organisation &org = b.organisation();
        const EditScope scope = correctOn(u"2025-07-01"_s);
        const std::array tiers{TierOf{second, 1}, TierOf{third, 2}, TierOf{other, 2}};
        QCOMPARE(problemOf(org, setTiers(org, tiers, scope)), QString());
        QCOMPARE(treeOn(org, u"2025-07-01"_s), u"Phòng(Phó 2,Phó 3,Phó 4)"_s);
        QCOMPARE(org.find(other)->states[0].tier, 2);
        QCOMPARE(problemOf(org, setTiers(org, tiers, scope)), u"edit-no-change"_s);
        QCOMPARE(problemOf(org, setTiers(org, std::array{TierOf{second, 0}}, scope)), u"edit-bad-number"_s);
    }

    void titlesNameWhatDiffers()
    {
        OrganisationBuilder b;
        const UnitId id = b.unit(u"Phòng A"_s);
        const EditScope scope = correctOn(u"2025-07-01"_s);
        const UnitState shown = b.organisation().find(id)->states[0];
        UnitState state = shown;
        state.name = u"Phòng B"_s;
        QCOMPARE(changeUnit(b.organisation(), id, {shown, state}, scope)->title, u"Đổi tên Phòng A thành Phòng B"_s);
        state.phone = u"1"_s;
        QCOMPARE(changeUnit(b.organisation(), id, {shown, state}, scope)->title, u"Sửa Phòng A: tên, điện thoại"_s);
        state.mail = u"2"_s;
        state.note = u"3"_s;
        QCOMPARE(changeUnit(b.organisation(), id, {shown, state}, scope)->title,
                 u"Sửa Phòng A: tên, điện thoại và 2 mục khác"_s);
        const PostId post = b.post(id, u"Trưởng"_s, PostRole::Head);
        const PostState shownPost = b.organisation().find(post)->states[0];
        PostState facts = shownPost;
        facts.title = u"Trưởng phòng"_s;
        QCOMPARE(changePost(b.organisation(), post, {shownPost, facts}, scope)->title,
                 u"Đổi tên Trưởng thành Trưởng phòng"_s);
        const auto checkLabel = [](const char *name, const auto & /*field*/) {
            if (qstrcmp(name, "period") != 0)
                QVERIFY2(fieldLabel(name) != QLatin1StringView(name), name);
        };
        visitFields(state, checkLabel);
        visitFields(facts, checkLabel);
    }

    void onlyDeputiesHaveATier()
    {
        OrganisationBuilder b;
        const UnitId unit = b.unit(u"Phòng"_s);
        const PostId id = b.post(unit, u"Phó"_s, PostRole::Deputy, 2);
        Organisation &org = b.organisation();
        const auto changeRole = [&](PostRole role) {
            const PostState shown = org.find(id)->states[0];
            PostState state = shown;
            state.role = role;
            const QString problem = problemOf(org, changePost(org, id, {shown, state}, correctOn(u"2025-01-01"_s)));
            return problem.isEmpty() ? org.find(id)->states[0].tier : -1;
        };
        QCOMPARE(changeRole(PostRole::Head), 0);
        QCOMPARE(changeRole(PostRole::Deputy), 1);
    }

    void theDocumentIsNamed()
    {
        Organisation org;
        const auto change = changeDocumentInfo(org, u"Sở  Nội vụ"_s, {2025, 7, 0});
        QCOMPARE(problemOf(org, change), QString());
        QCOMPARE(org.info().title, u"Sở Nội vụ"_s);
        QCOMPARE(org.info().asOf, (PartialDate{2025, 7, 0}));
        QCOMPARE(problemOf(org, changeDocumentInfo(org, u"Sở Nội vụ"_s, {2025, 7, 0})), u"edit-no-change"_s);
        QCOMPARE(problemOf(org, changeDocumentInfo(org, u"Sở Nội vụ"_s, {})), QString());
    }

    void whatMakesNoSenseIsRefused_data() { addEditModes(); }
    void whatMakesNoSenseIsRefused()
    {
        QFETCH(EditMode, mode);
        OrganisationBuilder b;
        const UnitId unit = b.unit(u"Phòng"_s);
        const UnitId past = b.unit(u"Cũ"_s, {}, UnitKind::Division, period({}, u"2020"_s));
        const PostId post = b.post(unit, u"Phó"_s, PostRole::Deputy, 1);
        Organisation &org = b.organisation();
        const EditScope scope = scopeOf(mode, u"2025-07-01"_s);
        const auto codeOf = [&org](const Result<Change> &change) { return problemOf(org, change); };
        const auto unitWith = [&](auto edit) {
            const UnitState shown = org.find(unit)->states[0];
            UnitState state = shown;
            edit(state);
            return codeOf(changeUnit(org, unit, {shown, state}, scope));
        };
        const auto postWith = [&](auto edit) {
            const PostState shown = org.find(post)->states[0];
            PostState state = shown;
            edit(state);
            return codeOf(changePost(org, post, {shown, state}, scope));
        };
        const UnitId nobody{{7, 7}};
        QCOMPARE(codeOf(addUnit(org, {}, u" "_s, UnitKind::Team, scope, b.ids())), u"edit-empty-name"_s);
        QCOMPARE(codeOf(addUnit(org, {nobody, {}}, u"X"_s, UnitKind::Team, scope, b.ids())), u"edit-nothing-there"_s);
        QCOMPARE(codeOf(addUnit(org, {past, {}}, u"X"_s, UnitKind::Team, scope, b.ids())), u"edit-nothing-there"_s);
        QCOMPARE(codeOf(addUnit(org, {unit, post}, u"X"_s, UnitKind::Team, scope, b.ids())), u"edit-not-a-sibling"_s);
        QCOMPARE(codeOf(addPost(org, unit, {}, PostRole::Head, 0, scope, b.ids())), u"edit-empty-name"_s);
        QCOMPARE(codeOf(addPost(org, {}, u"X"_s, PostRole::Head, 0, scope, b.ids())), u"edit-post-needs-unit"_s);
        QCOMPARE(codeOf(addPost(org, past, u"X"_s, PostRole::Head, 0, scope, b.ids())), u"edit-nothing-there"_s);
        QCOMPARE(codeOf(addPost(org, unit, u"X"_s, PostRole::Deputy, -1, scope, b.ids())), u"edit-bad-number"_s);
        QCOMPARE(codeOf(rename(org, unit, u"\t"_s, scope)), u"edit-empty-name"_s);
        QCOMPARE(codeOf(rename(org, unit, u" Phòng "_s, scope)), u"edit-no-change"_s);
        QCOMPARE(codeOf(rename(org, past, u"X"_s, scope)), u"edit-nothing-there"_s);
        QCOMPARE(codeOf(rename(org, PostId{}, u"X"_s, scope)), u"edit-nothing-there"_s);
        QCOMPARE(unitWith([](UnitState &state) { state.name.clear(); }), u"edit-empty-name"_s);
        QCOMPARE(unitWith([](UnitState &state) { state.period.to = {2020, 0, 0}; }), u"edit-no-change"_s);
        QCOMPARE(unitWith([](UnitState &state) { state.staffFilled = -1; }), u"edit-bad-number"_s);
        QCOMPARE(unitWith([](UnitState &state) { state.locality = {{1, 2}}; }), u"edit-no-such-locality"_s);
        QCOMPARE(postWith([](PostState &state) { state.seats = 0; }), u"edit-bad-number"_s);
        QCOMPARE(postWith([](PostState &state) { state.tier = -1; }), u"edit-bad-number"_s);
        QCOMPARE(postWith([](PostState &state) { state.fte = qQNaN(); }), u"edit-bad-number"_s);
        QCOMPARE(codeOf(changePost(org, {{3, 3}}, {}, scope)), u"edit-nothing-there"_s);
    }

    void aDateThatNoFileCanHoldIsRefused()
    {
        OrganisationBuilder b;
        const UnitId unit = b.unit(u"Phòng"_s);
        for (const Day from : {Day{}, *Day::fromYmd(1800, 1, 1), *Day::fromYmd(2201, 1, 1)}) {
            const EditScope scope{EditMode::FromDate, {}, from};
            QCOMPARE(problemOf(b.organisation(), rename(b.organisation(), unit, u"X"_s, scope)), u"edit-bad-date"_s);
        }
    }
};

BM_TEST_MAIN(TestEdits)
#include "test_edits.moc"
