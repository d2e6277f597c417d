// SPDX-License-Identifier: GPL-3.0-or-later
// Where the quotas of a reorganised unit go, year by year.
#include "core/change/unit_verbs.h"
#include "tests/support/edit_checks.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/test_main.h"

#include <array>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// A unit with numbers for this year and the next ones, and one beside it with some of its own.
struct Numbered : OrganisationBuilder
{
    UnitId committee = unit(u"UBND"_s);
    UnitId a = unit(u"A"_s, committee);
    UnitId b = unit(u"B"_s, committee);

    Numbered()
    {
        quota(a, 2025, 10, 9, 1);
        quota(a, 2026, 12, std::nullopt, 2);
        quota(a, 2027, 13, std::nullopt, std::nullopt);
        quota(b, 2026, 5, 4, std::nullopt);
    }

    void quota(UnitId unit, int year, std::optional<int> allotted, std::optional<int> inPost,
               std::optional<int> reserve)
    {
        put(Quota{ids().make<QuotaId>(), unit, year, QuotaKind::CivilServants, allotted, inPost, reserve, {}});
    }

    void setStaff(UnitId id, int allotted)
    {
        Unit row = *organisation().find(id);
        row.states.back().staffAllotted = allotted;
        put(row);
    }

    [[nodiscard]] std::optional<int> staffOf(UnitId id) const
    {
        return organisation().find(id)->states.back().staffAllotted;
    }

    [[nodiscard]] NewUnit heir(const QString &name) const
    {
        NewUnit unit;
        unit.facts.name = name;
        unit.parent = committee;
        return unit;
    }

    [[nodiscard]] static Order orderOf(const QString &iso)
    {
        LegalDocument document;
        document.number = u"12/QĐ-UBND"_s;
        return {document, day(iso)};
    }

    /// "2025: 10/9/1; 2026: 12/-/2": allotted, in post, reserve of the unit that bears the name last.
    [[nodiscard]] QString numbersOf(const QString &name) const
    {
        const auto text = [](std::optional<int> number) { return number ? QString::number(*number) : u"-"_s; };
        QStringList lines;
        for (const Quota &row : organisation().quotas())
            if (organisation().find(row.unit)->states.back().name == name)
                lines += u"%1: %2/%3/%4"_s.arg(row.year).arg(text(row.allotted), text(row.inPost), text(row.reserve));
        lines.sort();
        return lines.join(u"; "_s);
    }

    QString divide(const Terms &terms, const QString &from = u"2025-03-01"_s)
    {
        const std::array heirs{heir(u"A1"_s), heir(u"A2"_s)};
        return problemOf(organisation(), divideUnit(organisation(), a, heirs, terms, orderOf(from), ids()));
    }

    QString separate(const Terms &terms)
    {
        return problemOf(organisation(),
                         separateUnit(organisation(), a, heir(u"A1"_s), terms, orderOf(u"2025-03-01"_s), ids()));
    }
};

QuotaShare share(int heir, int year, std::optional<int> allotted, std::optional<int> inPost = {},
                 std::optional<int> reserve = {})
{
    return {heir, QuotaKind::CivilServants, allotted, inPost, reserve, year};
}

} // namespace

class TestUnitQuotas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void laterYearsOfADividedUnitGoWhereTheSharesSay()
    {
        Numbered o;
        Terms terms;
        terms.quotas = {share(0, 0, 6, 5), share(1, 2025, 4, 4, 1), share(1, 2026, 5, {}, 2)};
        QCOMPARE(o.divide(terms), QString());
        QCOMPARE(o.numbersOf(u"A"_s), u"2025: 10/9/1"_s); // it was there in January
        QCOMPARE(o.numbersOf(u"A1"_s), u"2025: 6/5/-; 2026: 7/-/0; 2027: 13/-/-"_s);
        QCOMPARE(o.numbersOf(u"A2"_s), u"2025: 4/4/1; 2026: 5/-/2"_s);
    }

    void whatNobodyNamesOfADividedUnitGoesToTheFirstHeir()
    {
        Numbered o;
        QCOMPARE(o.divide({}, u"2026-01-01"_s), QString());
        QCOMPARE(o.numbersOf(u"A"_s), u"2025: 10/9/1"_s);
        QCOMPARE(o.numbersOf(u"A1"_s), u"2026: 12/-/2; 2027: 13/-/-"_s);
        QCOMPARE(o.numbersOf(u"A2"_s), QString());
    }

    void aYearThatIsSharedWhollyLeavesNothing()
    {
        Numbered o;
        Terms terms;
        terms.quotas = {share(1, 2026, 12, {}, 2)};
        QCOMPARE(o.divide(terms), QString());
        QCOMPARE(o.numbersOf(u"A1"_s), u"2027: 13/-/-"_s);
        QCOMPARE(o.numbersOf(u"A2"_s), u"2026: 12/-/2"_s);
    }

    void laterYearsStayWithAUnitThatStays()
    {
        Numbered o;
        Terms terms;
        terms.quotas = {share(0, 2025, 3, 3), share(0, 2026, 4, {}, 1)};
        QCOMPARE(o.separate(terms), QString());
        QCOMPARE(o.numbersOf(u"A"_s), u"2025: 7/6/1; 2026: 8/-/1; 2027: 13/-/-"_s);
        QCOMPARE(o.numbersOf(u"A1"_s), u"2025: 3/3/-; 2026: 4/-/1"_s);
    }

    void aReserveGoesAlongWithAUnitThatIsAbsorbed()
    {
        Numbered o;
        const std::array units{o.a};
        QCOMPARE(problemOf(o.organisation(),
                           absorbUnits(o.organisation(), units, o.b, {}, Numbered::orderOf(u"2025-03-01"_s), o.ids())),
                 QString());
        QCOMPARE(o.numbersOf(u"B"_s), u"2025: 10/9/1; 2026: 17/-/2; 2027: 13/-/-"_s);
        QCOMPARE(o.numbersOf(u"A"_s), u"2025: 10/9/1"_s);
    }

    void whatTheUnitAboveCountsAlreadyIsNotAddedToIt()
    {
        Numbered o;
        const UnitId team = o.unit(u"Tổ"_s, o.a, UnitKind::Team);
        const UnitId squad = o.unit(u"Nhóm"_s, team, UnitKind::Team);
        o.quota(team, 2025, 3, 3, std::nullopt);
        o.quota(team, 2026, 3, std::nullopt, std::nullopt);
        o.quota(squad, 2026, 2, std::nullopt, std::nullopt);
        o.setStaff(o.a, 10);
        o.setStaff(team, 3);
        o.setStaff(squad, 2);
        const auto dissolve = [&o](UnitId unit, UnitId heir) {
            return problemOf(o.organisation(), dissolveUnit(o.organisation(), unit, std::array{heir}, {},
                                                            Numbered::orderOf(u"2025-03-01"_s), o.ids()));
        };
        QCOMPARE(dissolve(team, o.a), QString());
        QCOMPARE(o.numbersOf(u"A"_s), u"2025: 10/9/1; 2026: 12/-/2; 2027: 13/-/-"_s);
        QCOMPARE(o.numbersOf(u"Tổ"_s), u"2025: 3/3/-"_s);
        QCOMPARE(o.staffOf(o.a), std::optional(10));
        // Both go: the squad's numbers are among those of the division.
        o.setStaff(o.b, 5);
        const std::array both{o.a, squad};
        QCOMPARE(problemOf(o.organisation(),
                           absorbUnits(o.organisation(), both, o.b, {}, Numbered::orderOf(u"2025-03-02"_s), o.ids())),
                 QString());
        QCOMPARE(o.numbersOf(u"B"_s), u"2025: 10/9/1; 2026: 17/-/2; 2027: 13/-/-"_s);
        QCOMPARE(o.staffOf(o.b), std::optional(15));
    }

    void anotherLevelOfGovernmentIsCountedApart()
    {
        Numbered o;
        const UnitId city = o.unit(u"UBND tỉnh"_s, {}, UnitKind::PeoplesCommittee);
        const UnitId ward = o.unit(u"UBND phường"_s, city, UnitKind::PeoplesCommittee);
        o.quota(city, 2026, 100, std::nullopt, std::nullopt);
        o.quota(ward, 2026, 20, std::nullopt, std::nullopt);
        QCOMPARE(problemOf(o.organisation(), dissolveUnit(o.organisation(), ward, std::array{city}, {},
                                                          Numbered::orderOf(u"2025-03-01"_s), o.ids())),
                 QString());
        QCOMPARE(o.numbersOf(u"UBND tỉnh"_s), u"2026: 120/-/-"_s);
    }

    void aUnitFoundedBelowTakesNothingOffTheNumbersThatHoldItsOwn()
    {
        Numbered o;
        NewUnit inside = o.heir(u"A1"_s);
        inside.parent = o.a;
        Terms terms;
        terms.quotas = {share(0, 2026, 4, {}, 1)};
        QCOMPARE(problemOf(o.organisation(), separateUnit(o.organisation(), o.a, inside, terms,
                                                          Numbered::orderOf(u"2025-03-01"_s), o.ids())),
                 QString());
        QCOMPARE(o.numbersOf(u"A"_s), u"2025: 10/9/1; 2026: 12/-/2; 2027: 13/-/-"_s);
        QCOMPARE(o.numbersOf(u"A1"_s), u"2026: 4/-/1"_s);
    }

    void sharesBeyondTheNumbersAreRefused()
    {
        Numbered o;
        const auto refusal = [&o](const QuotaShare &asked) {
            Terms terms;
            terms.quotas = {asked};
            return o.separate(terms);
        };
        QCOMPARE(refusal(share(0, 2026, 13)), u"order-quota-sum"_s);
        QCOMPARE(refusal(share(0, 2025, 10, 10)), u"order-quota-in-post-sum"_s);
        QCOMPARE(refusal(share(0, 2026, 12, {}, 3)), u"order-quota-reserve-sum"_s);
        QCOMPARE(refusal(share(0, 2026, 1, {}, -1)), u"edit-bad-number"_s);
        QCOMPARE(refusal(share(0, 2024, 1)), u"edit-bad-number"_s);
        QCOMPARE(refusal(share(0, 2026, 12, 3, 2)), QString()); // how many are in post in 2026 nobody said
    }
};

BM_TEST_MAIN(TestUnitQuotas)
#include "test_unit_quotas.moc"
