// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/change/divisions.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace bomay;
using namespace Qt::StringLiterals;

class TestUnitVerbs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void establishing()
    {
        Divisions o;
        const auto change = establishUnit(o.organisation(), o.newUnit(u"  Phòng  D "_s), order(), o.ids());
        QCOMPARE(problemOf(o.organisation(), change), QString());
        QCOMPARE(change->title, u"Thành lập Phòng D từ 01/03/2025"_s);
        QCOMPARE(change->legalDocument, u"12/QĐ-UBND"_s);
        QCOMPARE(change->effective, (PartialDate{2025, 3, 1}));
        QVERIFY(!treeOn(o.organisation(), kBefore).contains(u"Phòng D"_s));
        QVERIFY(treeOn(o.organisation(), kFrom).endsWith(u"Phòng D)"_s)); // last among its siblings
        QCOMPARE(stateOn(*o.organisation().find(o.named(u"Phòng D"_s)), day(kFrom))->legalBasis, u"12/QĐ-UBND"_s);
        QCOMPARE(o.organisation().legalDocuments().size(), 1);
        // The same document is one row, however many changes it makes.
        QCOMPARE(
            problemOf(o.organisation(), establishUnit(o.organisation(), o.newUnit(u"Phòng E"_s), order(), o.ids())),
            QString());
        QCOMPARE(o.organisation().legalDocuments().size(), 1);
        QCOMPARE(codeOf(establishUnit(o.organisation(), o.newUnit(u"phòng d"_s), order(), o.ids())),
                 u"order-name-taken"_s);
        QCOMPARE(codeOf(establishUnit(o.organisation(), o.newUnit(u" "_s), order(), o.ids())), u"edit-empty-name"_s);
        QCOMPARE(codeOf(establishUnit(o.organisation(), o.newUnit(u"X"_s), {{}, day(kFrom)}, o.ids())),
                 u"order-no-document"_s);
    }

    void aFoundingThatWouldContradictIsRefused()
    {
        Divisions o;
        const QString codeA = o.organisation().find(o.a)->code;
        NewUnit unit = o.newUnit(u"Phòng D"_s);
        const auto refused = [&] { return codeOf(establishUnit(o.organisation(), unit, order(), o.ids())); };
        unit.code = codeA;
        QCOMPARE(refused(), u"order-code-taken"_s);
        QCOMPARE(problemOf(o.organisation(), consolidateUnits(o.organisation(), std::array{o.a, o.c}, unit, {}, order(),
                                                              o.ids())), // the code comes free by the same order
                 QString());
        unit = o.newUnit(u"Phòng E"_s);
        unit.facts.staffAllotted = -1;
        QCOMPARE(refused(), u"edit-bad-number"_s);
        unit.facts.staffAllotted = {};
        unit.facts.locality = o.ids().make<LocalityId>();
        QCOMPARE(refused(), u"edit-no-such-locality"_s);
    }

    void relationsOfAPostThatEndsEnd()
    {
        Divisions o;
        o.relation(RelationType::Oversees, o.deputyA, o.a);
        Terms terms;
        terms.heirs = {{keyOf(o.deputyA), Terms::kEnds}};
        QCOMPARE(
            problemOf(o.organisation(), absorbUnits(o.organisation(), std::array{o.a}, o.b, terms, order(), o.ids())),
            QString());
        QCOMPARE(o.relationsOn(RelationType::Oversees, kBefore), QStringList{u"Phó A→Phòng A"_s});
        QCOMPARE(o.relationsOn(RelationType::Oversees, kFrom), QStringList());
    }

    void whoReportsToWhomHoldsUntilPostsAreParted()
    {
        Divisions o;
        o.relation(RelationType::ReportsTo, o.deputyA, o.headA);
        o.relation(RelationType::ReportsTo, o.deputyB, o.headB);
        // The deputy of B comes to A in June; A goes in March.
        QCOMPARE(problemOf(o.organisation(),
                           move(o.organisation(), o.deputyB, {o.a, std::nullopt}, fromDay(u"2025-06-01"_s), o.ids())),
                 QString());
        QCOMPARE(problemOf(o.organisation(), absorbUnits(o.organisation(), std::array{o.a}, o.c, {}, order(), o.ids())),
                 QString());
        QCOMPARE(o.relationsOn(RelationType::ReportsTo, kFrom),
                 (QStringList{u"Phó A→Trưởng A"_s, u"Phó B→Trưởng B"_s}));
        QCOMPARE(o.relationsOn(RelationType::ReportsTo, u"2025-06-01"_s), QStringList{u"Phó A→Trưởng A"_s});
        Divisions parted;
        parted.relation(RelationType::ReportsTo, parted.deputyA, parted.headA);
        QCOMPARE(problemOf(parted.organisation(),
                           transferFunctions(parted.organisation(), parted.a, parted.c, std::array{parted.finance},
                                             std::array{parted.deputyA}, order(), parted.ids())),
                 QString());
        QCOMPARE(parted.relationsOn(RelationType::ReportsTo, kBefore), QStringList{u"Phó A→Trưởng A"_s});
        QCOMPARE(parted.relationsOn(RelationType::ReportsTo, kFrom), QStringList());
    }

    void relationsOfOtherTimesDoNotStandInForEachOther()
    {
        Divisions o;
        o.relation(RelationType::Guides, o.a, o.c, period(u"2026-01-01"_s, {}));
        o.relation(RelationType::Guides, o.a, o.c, period({}, u"2025-12-31"_s));
        o.relation(RelationType::Guides, o.b, o.c, period({}, u"2025-06-30"_s));
        QCOMPARE(problemOf(o.organisation(), absorbUnits(o.organisation(), std::array{o.a}, o.b, {}, order(), o.ids())),
                 QString());
        for (const QString &iso : {kFrom, u"2025-12-31"_s, u"2026-01-01"_s})
            QVERIFY2(o.relationsOn(RelationType::Guides, iso).contains(u"Phòng B→Phòng C"_s), qPrintable(iso));
    }

    void dividing()
    {
        Divisions o;
        const std::array heirs{o.newUnit(u"Phòng A1"_s), o.newUnit(u"Phòng A2"_s)};
        Terms terms;
        terms.heirs = {{keyOf(o.headA), 0},
                       {keyOf(o.deputyA), 1},
                       {keyOf(o.team1), 0},
                       {keyOf(o.team2), 1},
                       {keyOf(o.planning), 0}};
        const auto unsaid = divideUnit(o.organisation(), o.a, heirs, terms, order(), o.ids());
        QCOMPARE(codeOf(unsaid), u"order-no-heir"_s);
        QCOMPARE(unsaid.error().message.args.value(u"what"_s), u"Tài chính"_s);
        terms.heirs[keyOf(o.finance)] = 1;
        terms.quotas = {{0, QuotaKind::CivilServants, 6, 5}, {1, QuotaKind::CivilServants, 5, 4}};
        QCOMPARE(codeOf(divideUnit(o.organisation(), o.a, heirs, terms, order(), o.ids())), u"order-quota-sum"_s);
        terms.quotas[1] = {1, QuotaKind::CivilServants, 4, 5};
        QCOMPARE(codeOf(divideUnit(o.organisation(), o.a, heirs, terms, order(), o.ids())),
                 u"order-quota-in-post-sum"_s);
        terms.quotas[1].inPost = -1;
        QCOMPARE(codeOf(divideUnit(o.organisation(), o.a, heirs, terms, order(), o.ids())), u"edit-bad-number"_s);
        terms.quotas[1].inPost = 4;
        const std::array twins{o.newUnit(u"Phòng A1"_s), o.newUnit(u"Phòng a1"_s)};
        QCOMPARE(codeOf(divideUnit(o.organisation(), o.a, twins, terms, order(), o.ids())), u"order-name-taken"_s);
        const auto change = divideUnit(o.organisation(), o.a, heirs, terms, order(), o.ids());
        QCOMPARE(problemOf(o.organisation(), change), QString());
        QCOMPARE(change->title, u"Chia Phòng A thành Phòng A1 và Phòng A2 từ 01/03/2025"_s);
        QCOMPARE(
            treeOn(o.organisation(), kFrom),
            u"UBND(Phòng B(Trưởng B,Phó B,Tổ 3),Phòng C(Trưởng C),Phòng A1(Trưởng A,Tổ 1),Phòng A2(Phó A,Tổ 2))"_s);
        QCOMPARE(o.functionsOn(kFrom), (QStringList{u"Kế hoạch@Phòng A1"_s, u"Tài chính@Phòng A2"_s}));
        QCOMPARE(o.quotaOf(u"Phòng A1"_s, 2025), std::optional(6));
        QCOMPARE(o.quotaOf(u"Phòng A2"_s, 2025), std::optional(4));
        QCOMPARE(o.relationsOn(RelationType::Succeeds, kFrom),
                 (QStringList{u"Phòng A1→Phòng A*"_s, u"Phòng A2→Phòng A*"_s}));
        QCOMPARE(o.relationsOn(RelationType::Coordinates, kFrom),
                 (QStringList{u"Phòng A1→Phòng C"_s, u"Phòng A2→Phòng C"_s}));
    }

    void separating()
    {
        Divisions o;
        Terms terms;
        terms.heirs = {{keyOf(o.deputyA), 0}, {keyOf(o.team2), 0}, {keyOf(o.finance), 0}};
        terms.quotas = {{0, QuotaKind::CivilServants, 3, 3}};
        const auto change =
            separateUnit(o.organisation(), o.a, o.newUnit(u"Phòng Tài chính"_s), terms, order(), o.ids());
        QCOMPARE(problemOf(o.organisation(), change), QString());
        QCOMPARE(change->title, u"Tách Phòng Tài chính từ Phòng A từ 01/03/2025"_s);
        QCOMPARE(treeOn(o.organisation(), kFrom), u"UBND(Phòng A(Trưởng A,Tổ 1),Phòng B(Trưởng B,Phó B,Tổ 3),"
                                                  "Phòng C(Trưởng C),Phòng Tài chính(Phó A,Tổ 2))"_s);
        QCOMPARE(o.functionsOn(kFrom), (QStringList{u"Kế hoạch@Phòng A"_s, u"Tài chính@Phòng Tài chính"_s}));
        QCOMPARE(o.quotaOf(u"Phòng A"_s, 2025), std::optional(7));
        QCOMPARE(o.quotaOf(u"Phòng Tài chính"_s, 2025), std::optional(3));
        QCOMPARE(o.relationsOn(RelationType::Succeeds, kFrom), QStringList{u"Phòng Tài chính→Phòng A*"_s});
        terms.heirs[keyOf(o.headB)] = 0;
        QCOMPARE(codeOf(separateUnit(o.organisation(), o.a, o.newUnit(u"Khác"_s), terms, order(), o.ids())),
                 u"order-not-of-unit"_s);
        terms.heirs = {{keyOf(o.team1), 0}};
        NewUnit below = o.newUnit(u"Khác"_s);
        below.parent = o.team1;
        QCOMPARE(codeOf(separateUnit(o.organisation(), o.a, below, terms, order(), o.ids())), u"edit-into-itself"_s);
    }

    void dissolving()
    {
        Divisions o;
        const auto alone = dissolveUnit(o.organisation(), o.a, {}, {}, order(), o.ids());
        QCOMPARE(codeOf(alone), u"order-no-heir"_s); // of the teams and the functions
        Terms terms;
        terms.heirs = {{keyOf(o.headA), Terms::kEnds}, {keyOf(o.planning), Terms::kEnds}, {keyOf(o.finance), 1}};
        const auto change = dissolveUnit(o.organisation(), o.a, std::array{o.b, o.c}, terms, order(), o.ids());
        QCOMPARE(problemOf(o.organisation(), change), QString());
        QCOMPARE(change->title, u"Giải thể Phòng A từ 01/03/2025"_s);
        QCOMPARE(treeOn(o.organisation(), kFrom),
                 u"UBND(Phòng B(Trưởng B,Phó B,Phó A,Tổ 3,Tổ 1,Tổ 2),Phòng C(Trưởng C))"_s);
        QCOMPARE(o.functionsOn(kFrom), QStringList{u"Tài chính@Phòng C"_s});
        const Appointment *held = o.organisation().naming<Appointment>(keyOf(o.personA)).at(0);
        QCOMPARE(held->period.to, (PartialDate{2025, 2, 28}));
        QCOMPARE(held->ended, PersonnelAction::Reorganisation);
        QVERIFY(o.organisation().find(o.personA) != nullptr);
    }

    void dissolvingALeafNeedsNoHeir()
    {
        Divisions o;
        QCOMPARE(problemOf(o.organisation(), dissolveUnit(o.organisation(), o.c, {}, {}, order(), o.ids())), QString());
        QCOMPARE(o.relationsOn(RelationType::Coordinates, kFrom), QStringList());
        QVERIFY(!treeOn(o.organisation(), kFrom).contains(u"Phòng C"_s));
        QCOMPARE(codeOf(dissolveUnit(o.organisation(), o.c, {}, {}, order(), o.ids())), u"edit-nothing-there"_s);
    }

    void renamingAndConverting()
    {
        Divisions o;
        const auto renamed = renameUnit(o.organisation(), o.a, u"Phòng Kế hoạch"_s, order(), o.ids());
        QCOMPARE(problemOf(o.organisation(), renamed), QString());
        QCOMPARE(renamed->title, u"Đổi tên Phòng A thành Phòng Kế hoạch từ 01/03/2025"_s);
        QVERIFY(treeOn(o.organisation(), kBefore).contains(u"Phòng A("_s));
        QVERIFY(treeOn(o.organisation(), kFrom).contains(u"Phòng Kế hoạch("_s));
        QCOMPARE(codeOf(renameUnit(o.organisation(), o.a, u"Phòng Kế hoạch"_s, order(), o.ids())), u"edit-no-change"_s);
        QCOMPARE(codeOf(renameUnit(o.organisation(), o.a, u"PHÒNG B"_s, order(), o.ids())), u"order-name-taken"_s);
        const auto converted =
            convertUnit(o.organisation(), o.b, UnitKind::SubDepartment, u"Chi cục B"_s, order(), o.ids());
        QCOMPARE(problemOf(o.organisation(), converted), QString());
        QCOMPARE(converted->title,
                 u"Chuyển đổi loại hình Phòng B thành %1, đổi tên thành Chi cục B từ 01/03/2025"_s.arg(
                     labelOf(UnitKind::SubDepartment)));
        QCOMPARE(stateOn(*o.organisation().find(o.b), day(kBefore))->kind, UnitKind::Division);
        QCOMPARE(stateOn(*o.organisation().find(o.b), day(kFrom))->kind, UnitKind::SubDepartment);
    }

    void transferring()
    {
        Divisions o;
        const auto change = transferUnit(o.organisation(), o.team1, o.c, UnitTransfer::Whole, order(), o.ids());
        QCOMPARE(problemOf(o.organisation(), change), QString());
        QCOMPARE(change->title, u"Chuyển nguyên trạng Tổ 1 về Phòng C từ 01/03/2025"_s);
        QVERIFY(treeOn(o.organisation(), kBefore).contains(u"Phó A,Tổ 1,Tổ 2"_s));
        QVERIFY(treeOn(o.organisation(), kFrom).contains(u"Phòng C(Trưởng C,Tổ 1)"_s));
        QCOMPARE(o.organisation().legalDocuments().size(), 1);
        QCOMPARE(codeOf(transferUnit(o.organisation(), o.a, o.team2, UnitTransfer::Attach, order(), o.ids())),
                 u"edit-into-itself"_s);
        QCOMPARE(codeOf(transferUnit(o.organisation(), o.b, o.committee, UnitTransfer::Attach, order(), o.ids())),
                 u"edit-no-change"_s);
    }

    void transferringFunctions()
    {
        Divisions o;
        const auto change = transferFunctions(o.organisation(), o.a, o.c, std::array{o.finance}, std::array{o.deputyA},
                                              order(), o.ids());
        QCOMPARE(problemOf(o.organisation(), change), QString());
        QCOMPARE(change->title, u"Điều chuyển chức năng từ Phòng A sang Phòng C từ 01/03/2025"_s);
        QCOMPARE(o.functionsOn(kFrom), (QStringList{u"Kế hoạch@Phòng A"_s, u"Tài chính@Phòng C"_s}));
        QVERIFY(treeOn(o.organisation(), kFrom).contains(u"Phòng C(Trưởng C,Phó A)"_s));
        QCOMPARE(o.relationsOn(RelationType::Succeeds, kFrom), QStringList()); // both stay what they are
        QCOMPARE(codeOf(transferFunctions(o.organisation(), o.a, o.c, {}, {}, order(), o.ids())),
                 u"order-too-few-functions"_s);
        QCOMPARE(codeOf(transferFunctions(o.organisation(), o.b, o.c, std::array{o.planning}, {}, order(), o.ids())),
                 u"order-not-of-unit"_s);
        QCOMPARE(codeOf(transferFunctions(o.organisation(), o.a, o.a, std::array{o.planning}, {}, order(), o.ids())),
                 u"order-twice"_s);
    }
};

BM_TEST_MAIN(TestUnitVerbs)
#include "test_unit_verbs.moc"
