// SPDX-License-Identifier: GPL-3.0-or-later
// Several breaches of one rule at one unit, each with a fingerprint of its own; committees whose posts are not entered.
#include "core/change/transaction.h"
#include "core/decree/checker.h"
#include "core/decree/pack_set.h"
#include "tests/core/decree/chart_fixture.h"
#include "tests/support/test_main.h"

#include <QSet>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const PackSet &builtIn()
{
    static const PackSet packs = loadBuiltInPacks();
    return packs;
}

PostState titled(const QString &title, PostRole role)
{
    PostState state;
    state.title = title;
    state.role = role;
    return state;
}

/// Fingerprints by what the findings of a rule name.
QMap<QString, QString> fingerprints(const ChartFixture &chart, const char *day, const QString &rule)
{
    const Organisation organisation = chart.organisation();
    const OrgView view(organisation, *Day::parseIso(QString::fromLatin1(day)));
    QMap<QString, QString> result;
    for (const Finding &finding : check(organisation, view, builtIn().packs).findings)
        if (finding.rule == rule)
            result.insert(finding.actual.text, finding.fingerprint);
    return result;
}

/// A, and perhaps B, hold a full post of an agency beside one of their committee.
ChartFixture twoPostsEach(bool withB)
{
    ChartFixture chart = thuDuc();
    chart.unit({u"NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"TD"_s});
    chart.post(u"TD"_s, titled(u"Chủ tịch"_s, PostRole::Head), {{u"A"_s}})
        .post(u"TD"_s, titled(u"Phó Chủ tịch"_s, PostRole::Deputy), {{u"B"_s}})
        .post(u"NV"_s, titled(u"Trưởng phòng"_s, PostRole::Head), {{u"A"_s}});
    if (withB)
        chart.post(u"NV"_s, titled(u"Phó Trưởng phòng"_s, PostRole::Deputy), {{u"B"_s}});
    return chart;
}

QStringList openAt(const ChartFixture &chart, const char *day, const QString &rule)
{
    QStringList lines;
    for (const NotChecked &entry : check(chart.on(day), builtIn().packs).notChecked)
        if (entry.rule == rule)
            lines += entry.missing.code + u' ' + entry.subjects.front().code;
    return lines;
}

} // namespace

class TestBreaches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void twoPersonsWithTwoPostsAreTwoFindings()
    {
        const auto both = fingerprints(twoPostsEach(true), "2021-12-31", u"own.two-full-posts"_s);
        QCOMPARE(both.keys(), (QStringList{u"Phó Trưởng phòng"_s, u"Trưởng phòng"_s}));
        QVERIFY(both[u"Phó Trưởng phòng"_s] != both[u"Trưởng phòng"_s]);
        const auto one = fingerprints(twoPostsEach(false), "2021-12-31", u"own.two-full-posts"_s);
        QCOMPARE(one.keys(), QStringList{u"Trưởng phòng"_s});
        QCOMPARE(one[u"Trưởng phòng"_s], both[u"Trưởng phòng"_s]); // whatever becomes of the other
    }

    void anotherPersonInTheSamePostIsAnotherBreach()
    {
        const auto finding = [](const QString &person) {
            ChartFixture chart = thuDuc();
            chart.unit({u"NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"TD"_s});
            chart.post(u"TD"_s, titled(u"Chủ tịch"_s, PostRole::Head), {{person}})
                .post(u"NV"_s, titled(u"Trưởng phòng"_s, PostRole::Head), {{person}});
            return fingerprints(chart, "2021-12-31", u"own.two-full-posts"_s).first();
        };
        QVERIFY(finding(u"A"_s) != finding(u"B"_s));
    }

    void appointmentsThatAreTooLongAreTold()
    {
        ChartFixture chart = quanMot();
        const Period tenYears{PartialDate{2016, 1, 1}, PartialDate{2025, 12, 31}};
        chart.post(u"Q1"_s, titled(u"Chủ tịch"_s, PostRole::Head), {{u"A"_s, AppointmentKind::Full, tenYears}})
            .post(u"Q1"_s, titled(u"Phó Chủ tịch"_s, PostRole::Deputy), {{u"B"_s, AppointmentKind::Full, tenYears}})
            .post(u"Q1"_s, titled(u"Phó Chủ tịch (1)"_s, PostRole::Deputy),
                  {{u"C"_s, AppointmentKind::Full, tenYears}});
        const auto found = fingerprints(chart, "2022-01-01", u"nd33.32.1.term"_s);
        QCOMPARE(sizeOf(found), 3);
        QCOMPARE(QSet<QString>(found.cbegin(), found.cend()).size(), 3);
    }

    /// An appointment that nobody closed was followed by another: the years go on.
    void yearsGoOnOverAnAppointmentWithoutAnEnd()
    {
        ChartFixture chart = quanMot();
        chart.post(u"Q1"_s, titled(u"Chủ tịch"_s, PostRole::Head),
                   {{u"A"_s, AppointmentKind::Full, {PartialDate{2008, 1, 1}, {}}},
                    {u"A"_s, AppointmentKind::Full, {PartialDate{2018, 1, 1}, PartialDate{2022, 12, 31}}}});
        QCOMPARE(sizeOf(fingerprints(chart, "2022-01-01", u"nd33.32.2.chair-10y"_s)), 1);
    }

    /// Namesakes in posts of one title: numbered.
    void breachesThatNothingTellsApartHaveFingerprintsOfTheirOwn()
    {
        ChartFixture chart = thuDuc();
        chart.post(u"TD"_s, titled(u"Phó Chủ tịch"_s, PostRole::Deputy), {{u"A"_s}, {u"B"_s}})
            .post(u"TD"_s, titled(u"Phó Chủ tịch"_s, PostRole::Deputy), {{u"C"_s}, {u"D"_s}});
        const Organisation organisation = chart.organisation();
        const OrgView view(organisation, *Day::fromYmd(2021, 12, 31));
        QSet<QString> found;
        int count = 0;
        for (const Finding &finding : check(organisation, view, builtIn().packs).findings)
            if (finding.rule == u"own.overfull"_s) {
                found.insert(finding.fingerprint);
                ++count;
            }
        QCOMPARE(count, 2);
        QCOMPARE(found.size(), 2);
    }

    void whatMustBeThereIsNotAskedOfACommitteeWithoutPosts()
    {
        ChartFixture chart;
        chart.locality({u"79"_s, u"Thành phố Hồ Chí Minh"_s, LocalityType::CentralCity})
            .unit({u"TP"_s, u"Ủy ban nhân dân Thành phố Hồ Chí Minh"_s, UnitKind::PeoplesCommittee, {}, u"79"_s});
        for (int i = 1; i <= 168; ++i)
            chart.locality({u"P%1"_s.arg(i), u"phường %1"_s.arg(i), LocalityType::Ward, u"79"_s});
        for (int i = 1; i <= 11; ++i)
            chart.unit({u"S%1"_s.arg(i), u"Sở số %1"_s.arg(i), UnitKind::SpecialisedAgency, u"TP"_s});
        for (const QString &rule : {u"nd150.8.so.list"_s, u"nq1685.units"_s})
            QCOMPARE(openAt(chart, "2025-08-01", rule), QStringList{u"missing-posts TP"_s});
        chart.head(u"TP"_s);
        for (const QString &rule : {u"nd150.8.so.list"_s, u"nq1685.units"_s})
            QCOMPARE(openAt(chart, "2025-08-01", rule), QStringList());
    }

    void norIsTheNumberOfCouncils()
    {
        ChartFixture chart;
        chart.locality({u"79"_s, u"Thành phố Hồ Chí Minh"_s, LocalityType::CentralCity})
            .locality({u"7"_s, u"huyện Củ Chi"_s, LocalityType::RuralDistrict, u"79"_s})
            .unit({u"H"_s, u"Hội đồng nhân dân Thành phố"_s, UnitKind::PeoplesCouncil, {}, u"79"_s})
            .unit({u"C"_s, u"Ủy ban nhân dân huyện Củ Chi"_s, UnitKind::PeoplesCommittee, {}, u"7"_s});
        QCOMPARE(openAt(chart, "2022-01-01", u"nq131.1.other.hdnd"_s), QStringList{u"missing-posts C"_s});
    }
};

BM_TEST_MAIN(TestBreaches)
#include "test_breaches.moc"
