// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/change/divisions.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace bomay;
using namespace Qt::StringLiterals;

/// Units that become one: consolidated into a new one, or absorbed.
class TestUnitMergers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void consolidating()
    {
        Divisions o;
        Terms terms;
        terms.surplusUntil = {2030, 2, 20};
        const auto change =
            consolidateUnits(o.organisation(), std::array{o.a, o.b}, o.newUnit(u"Phòng AB"_s), terms, order(), o.ids());
        const QString past = treeOn(o.organisation(), kBefore);
        QCOMPARE(problemOf(o.organisation(), change), QString());
        QCOMPARE(change->title, u"Hợp nhất Phòng A và Phòng B thành Phòng AB từ 01/03/2025"_s);
        QCOMPARE(treeOn(o.organisation(), kBefore), past);
        QCOMPARE(treeOn(o.organisation(), kFrom),
                 u"UBND(Phòng C(Trưởng C),Phòng AB(Trưởng A,Trưởng B,Phó A,Phó B,Tổ 1,Tổ 2,Tổ 3))"_s);
        QVERIFY(!o.postOn(o.headA, kFrom).surplus);
        QVERIFY(o.postOn(o.headB, kFrom).surplus);
        QCOMPARE(o.postOn(o.headB, kFrom).surplusUntil, (PartialDate{2030, 2, 20}));
        QVERIFY(!o.postOn(o.headB, kBefore).surplus);
        QCOMPARE(o.functionsOn(kBefore), (QStringList{u"Kế hoạch@Phòng A"_s, u"Tài chính@Phòng A"_s}));
        QCOMPARE(o.functionsOn(kFrom), (QStringList{u"Kế hoạch@Phòng AB"_s, u"Tài chính@Phòng AB"_s}));
        QCOMPARE(o.quotaOf(u"Phòng AB"_s, 2025), std::optional(17));
        QCOMPARE(o.quotaOf(u"Phòng A"_s, 2025), std::optional(10)); // it was there in January
        QCOMPARE(o.quotaOf(u"Phòng AB"_s, 2026), std::optional(12));
        QCOMPARE(o.quotaOf(u"Phòng A"_s, 2026), std::nullopt);
        const UnitState &state = *stateOn(*o.organisation().find(o.named(u"Phòng AB"_s)), day(kFrom));
        QCOMPARE(state.staffAllotted, std::optional(17));
        QCOMPARE(state.staffFilled, std::optional(16));
        QCOMPARE(state.reorganisation, Reorganisation::Consolidation);
        QCOMPARE(state.reorganisedOn, (PartialDate{2025, 2, 20}));
        QCOMPARE(o.relationsOn(RelationType::Succeeds, kFrom),
                 (QStringList{u"Phòng AB→Phòng A"_s, u"Phòng AB→Phòng B"_s}));
        QCOMPARE(o.relationsOn(RelationType::Coordinates, kBefore), QStringList{u"Phòng A→Phòng C"_s});
        QCOMPARE(o.relationsOn(RelationType::Coordinates, kFrom), QStringList{u"Phòng AB→Phòng C"_s});
    }

    void consolidatingUnderTheNameOfOneThatEndsAndWithItsHead()
    {
        Divisions o;
        Terms terms;
        terms.heads = {o.headB};
        terms.surplus = {o.deputyA};
        QCOMPARE(problemOf(o.organisation(), consolidateUnits(o.organisation(), std::array{o.a, o.b},
                                                              o.newUnit(u"Phòng A"_s), terms, order(), o.ids())),
                 QString());
        QVERIFY(o.postOn(o.headA, kFrom).surplus);
        QVERIFY(!o.postOn(o.headB, kFrom).surplus);
        QVERIFY(o.postOn(o.deputyA, kFrom).surplus);
        QVERIFY(!o.postOn(o.deputyB, kFrom).surplus);
    }

    void aVacantHeadGivesWayToAHeldOne()
    {
        Divisions o;
        QCOMPARE(problemOf(o.organisation(), consolidateUnits(o.organisation(), std::array{o.c, o.b},
                                                              o.newUnit(u"Phòng CB"_s), {}, order(), o.ids())),
                 QString());
        QVERIFY(treeOn(o.organisation(), kFrom).contains(u"Phòng CB(Trưởng B,Phó B,Tổ 3)"_s));
        QVERIFY(!o.postOn(o.headB, kFrom).surplus);
    }

    void numbersThatOneDoesNotKnowAreUnknownInTheSum()
    {
        Divisions o;
        QCOMPARE(problemOf(o.organisation(), absorbUnits(o.organisation(), std::array{o.c}, o.b, {}, order(), o.ids())),
                 QString());
        QCOMPARE(stateOn(*o.organisation().find(o.b), day(kFrom))->staffAllotted, std::nullopt);
        QCOMPARE(stateOn(*o.organisation().find(o.b), day(kBefore))->staffAllotted, std::optional(7));
    }

    void absorbing()
    {
        Divisions o;
        const auto change = absorbUnits(o.organisation(), std::array{o.a, o.c}, o.b, {}, order(), o.ids());
        QCOMPARE(problemOf(o.organisation(), change), QString());
        QCOMPARE(change->title, u"Sáp nhập Phòng A và Phòng C vào Phòng B từ 01/03/2025"_s);
        // The vacant head of C goes, the held one of A stays beyond the number.
        QCOMPARE(treeOn(o.organisation(), kFrom), u"UBND(Phòng B(Trưởng B,Trưởng A,Phó B,Phó A,Tổ 3,Tổ 1,Tổ 2))"_s);
        QVERIFY(o.postOn(o.headA, kFrom).surplus);
        QVERIFY(!o.postOn(o.headB, kFrom).surplus);
        QCOMPARE(stateOn(*o.organisation().find(o.b), day(kFrom))->reorganisation, Reorganisation::Absorption);
        QCOMPARE(stateOn(*o.organisation().find(o.b), day(kBefore))->reorganisation, Reorganisation::None);
        QCOMPARE(o.quotaOf(u"Phòng B"_s, 2025), std::optional(17));
        QCOMPARE(o.relationsOn(RelationType::Coordinates, kFrom), QStringList()); // both ends came together
        QCOMPARE(o.relationsOn(RelationType::Succeeds, kFrom),
                 (QStringList{u"Phòng B→Phòng A"_s, u"Phòng B→Phòng C"_s}));
    }

    void absorbingIntoWhatEndsOrStandsBelowIsRefused()
    {
        Divisions o;
        const auto into = [&o](UnitId heir) {
            return codeOf(absorbUnits(o.organisation(), std::array{o.a, o.b}, heir, {}, order(), o.ids()));
        };
        QCOMPARE(into(o.a), u"order-heir-ends"_s);
        QCOMPARE(into(o.team1), u"order-heir-below"_s);
        NewUnit below = o.newUnit(u"Mới"_s);
        below.parent = o.team1;
        QCOMPARE(codeOf(consolidateUnits(o.organisation(), std::array{o.a, o.b}, below, {}, order(), o.ids())),
                 u"order-heir-below"_s);
        QCOMPARE(codeOf(absorbUnits(o.organisation(), std::array{o.a, o.a}, o.c, {}, order(), o.ids())),
                 u"order-twice"_s);
        QCOMPARE(codeOf(absorbUnits(o.organisation(), {}, o.c, {}, order(), o.ids())), u"order-too-few-units"_s);
        QCOMPARE(codeOf(consolidateUnits(o.organisation(), std::array{o.a}, o.newUnit(u"X"_s), {}, order(), o.ids())),
                 u"order-too-few-units"_s);
    }

    void whatIsEnteredForLaterDaysIsNotLost()
    {
        Divisions o;
        const UnitState shown = o.organisation().find(o.a)->states[0];
        UnitState state = shown;
        state.name = u"Phòng A mới"_s;
        const auto later = changeUnit(o.organisation(), o.a, {shown, state}, fromDay(u"2026-01-01"_s));
        QCOMPARE(problemOf(o.organisation(), later), QString());
        const auto change = absorbUnits(o.organisation(), std::array{o.a}, o.b, {}, order(), o.ids());
        QCOMPARE(codeOf(change), u"order-later-changes"_s);
        QCOMPARE(change.error().message.args.value(u"date"_s), u"01/01/2026"_s);
    }

    void aHeadThatIsToBeHeldLaterIsNotVacant()
    {
        Divisions o;
        o.holder(o.headC, u"Người C"_s, AppointmentKind::Full, period(u"2025-06-01"_s, {}));
        Terms terms;
        terms.heirs = {{keyOf(o.headC), Terms::kEnds}};
        const auto ending = absorbUnits(o.organisation(), std::array{o.c}, o.b, terms, order(), o.ids());
        QCOMPARE(codeOf(ending), u"order-later-changes"_s);
        QCOMPARE(ending.error().message.args.value(u"date"_s), u"01/06/2025"_s);
        QCOMPARE(problemOf(o.organisation(), absorbUnits(o.organisation(), std::array{o.c}, o.b, {}, order(), o.ids())),
                 QString());
        QVERIFY(o.postOn(o.headC, kFrom).surplus);
        QCOMPARE(o.organisation().naming<Appointment>(keyOf(o.headC)).size(), 1U);
    }

    void absorbingAUnitWithTheOneAboveIt()
    {
        Divisions o;
        const PostId post = o.post(o.team1, u"Tổ trưởng 1"_s, PostRole::Head);
        o.holder(post, u"Người D"_s);
        QCOMPARE(problemOf(o.organisation(),
                           absorbUnits(o.organisation(), std::array{o.a, o.team1}, o.b, {}, order(), o.ids())),
                 QString());
        QCOMPARE(treeOn(o.organisation(), kFrom),
                 u"UBND(Phòng B(Trưởng B,Trưởng A,Tổ trưởng 1,Phó B,Phó A,Tổ 3,Tổ 2),Phòng C(Trưởng C))"_s);
        QVERIFY(!o.relationsOn(RelationType::BelongsTo, kFrom).contains(u"Tổ 1→Phòng B"_s));
    }
};

BM_TEST_MAIN(TestUnitMergers)
#include "test_unit_mergers.moc"
