// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_difference.h"
#include "core/exchange/template_rows.h"
#include "tests/core/exchange/plan_outline.h"
#include "tests/core/exchange/same_rows.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/sheets.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

QString textOf(const Period &period)
{
    return period.from.toIso() + u".."_s + period.to.toIso();
}

/// "2020..2024-06-30 Phòng A", a line for each state.
template <typename Entity, typename Text>
QStringList statesOf(const Entity &entity, Text text)
{
    QStringList lines;
    for (const auto &state : entity.states)
        lines += textOf(state.period) + u' ' + state.*text;
    return lines;
}

QStringList statesOf(const Organisation &organisation, UnitId unit)
{
    return statesOf(*organisation.find(unit), &UnitState::name);
}

/// "2020..2024-06-30 U1": where a unit or post stands when, by the codes of the units.
QStringList placesOf(const Organisation &organisation, NodeRef node)
{
    QStringList lines;
    for (const RelationId id : organisation.graph().relationsFrom(node))
        if (const Relation *relation = organisation.find(id); relation->type == RelationType::BelongsTo)
            lines += textOf(relation->period) + u' ' + organisation.find(relation->to.unit())->code;
    lines.sort();
    return lines;
}

/// A city with two agencies; an office that was in the first under an old name, is in the second, and has a post whose
/// title changed with the name.
struct Dated
{
    OrganisationBuilder builder;
    UnitId city = builder.unit(u"UBND thành phố"_s, {}, UnitKind::PeoplesCommittee);
    UnitId first = builder.unit(u"Sở Một"_s, city, UnitKind::SpecialisedAgency);
    UnitId second = builder.unit(u"Sở Hai"_s, city, UnitKind::SpecialisedAgency);
    UnitId office = builder.unit(u"Phòng Mới"_s, first);
    PostId post = builder.post(office, u"Trưởng phòng"_s, PostRole::Head);
    LocalityId ward = builder.locality(u"001"_s, u"Phường Mới"_s, LocalityType::Ward);

    Dated()
    {
        Unit unit = *builder.organisation().find(office);
        unit.states = twoOf(unit.states.front());
        unit.states.front().name = u"Phòng Cũ"_s;
        unit.states.front().phone = u"028 1"_s;
        builder.put(unit);
        Relation place = *lastRelation(builder.organisation(), RelationType::BelongsTo, office);
        place.period = period({}, u"2022-12-31"_s);
        builder.put(place);
        builder.relation(RelationType::BelongsTo, office, second, period(u"2023-01-01"_s, {}));
        Post dated = *builder.organisation().find(post);
        dated.code = u"P1"_s;
        dated.states = twoOf(dated.states.front());
        dated.states.front().title = u"Trưởng ban"_s;
        builder.put(dated);
        Locality locality = *builder.organisation().find(ward);
        locality.states = twoOf(locality.states.front());
        locality.states.front().name = u"Xã Cũ"_s;
        builder.put(locality);
    }

    /// From 2020 to the middle of 2024, and since.
    template <typename State>
    static std::vector<State> twoOf(const State &state)
    {
        std::vector<State> states{state, state};
        states.front().period = period(u"2020"_s, u"2024-06-30"_s);
        states.back().period = period(u"2024-07-01"_s, {});
        return states;
    }

    [[nodiscard]] QString codeOf(UnitId unit) const { return builder.organisation().find(unit)->code; }
};

/// What came of a file that went into a document, and what was said.
struct Outcome
{
    Organisation organisation;
    QStringList remarks;
    QStringList information;
    QStringList differences; ///< names with the time in which they differ
};

Outcome into(const Organisation &base, const Sheet &sheet)
{
    const Workbook workbook{u"lần sau.xlsx"_s, {sheet}};
    SeededIdSource ids("again");
    Outcome outcome{base, {}, {}, {}};
    const auto plan = planImport({&workbook, 1}, base, ids);
    if (!plan) {
        outcome.remarks = {plan.error().code()};
        return outcome;
    }
    outcome.remarks = remarks(plan->report);
    for (const Diagnostic &told : plan->report.diagnostics)
        if (told.severity == DiagnosticSeverity::Info)
            outcome.information += told.message.code;
    for (const ImportItem &item : differenceOf(*plan, base))
        outcome.differences += item.name + u' ' + textOf(item.when);
    if (const auto applied = applyChange(outcome.organisation, plan->change); !applied)
        outcome.remarks += applied.error().code();
    return outcome;
}

} // namespace

/// Rows with dates speak of their own time: what the document has of other times stays.
class TestDatedRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatIsWrittenOfEachDayComesBack()
    {
        const Dated dated;
        const Organisation &organisation = dated.builder.organisation();
        for (const QString &iso :
             {u"2021-06-01"_s, u"2023-06-01"_s, u"2024-06-30"_s, u"2024-07-01"_s, u"2026-01-01"_s}) {
            const OrgView view(organisation, day(iso));
            QCOMPARE(test::changesOfTheSame(organisation, templateRows(organisation, view)).join(u' '), QString());
        }
    }

    void aUnitIsOtherwiseFromADay()
    {
        const Dated dated;
        const Outcome outcome = into(
            dated.builder.organisation(),
            sheetOf(u"DON_VI"_s, {u"ma|ten|ma_cap_tren|tu_ngay"_s, dated.codeOf(dated.office) + u"|Phòng Rất mới|"_s +
                                                                       dated.codeOf(dated.first) + u"|01/01/2026"_s}));
        QCOMPARE(outcome.remarks, QStringList());
        QCOMPARE(outcome.information, QStringList(u"state-from-then"_s));
        QCOMPARE(outcome.differences, QStringList(u"Phòng Rất mới 2026-01-01.."_s));
        QCOMPARE(statesOf(outcome.organisation, dated.office),
                 QStringList({u"2020..2024-06-30 Phòng Cũ"_s, u"2024-07-01..2025-12-31 Phòng Mới"_s,
                              u"2026-01-01.. Phòng Rất mới"_s}));
        QCOMPARE(placesOf(outcome.organisation, dated.office),
                 QStringList({u"..2022-12-31 "_s + dated.codeOf(dated.first),
                              u"2023-01-01..2025-12-31 "_s + dated.codeOf(dated.second),
                              u"2026-01-01.. "_s + dated.codeOf(dated.first)}));
    }

    /// What a row has no column for stays as it was in each of the states it meets.
    void aTimeThatMeetsSeveralStatesIsAsked()
    {
        const Dated dated;
        const Sheet sheet = sheetOf(
            u"DON_VI"_s, {u"ma|ten|tu_ngay|den_ngay"_s, dated.codeOf(dated.office) + u"|Phòng Giữa|2022|31/12/2025"_s});
        const Outcome outcome = into(dated.builder.organisation(), sheet);
        QCOMPARE(outcome.remarks, QStringList(u"states-met@2"_s));
        const QStringList states{u"2020..2021-12-31 Phòng Cũ"_s, u"2022..2024-06-30 Phòng Giữa"_s,
                                 u"2024-07-01..2025-12-31 Phòng Giữa"_s, u"2026-01-01.. Phòng Mới"_s};
        QCOMPARE(statesOf(outcome.organisation, dated.office), states);
        QCOMPARE(outcome.organisation.find(dated.office)->states[1].phone, u"028 1"_s);
        QCOMPARE(placesOf(outcome.organisation, dated.office), placesOf(dated.builder.organisation(), dated.office));
        QCOMPARE(statesOf(into(outcome.organisation, sheet).organisation, dated.office), states);
    }

    void aTimeThatEndsBeforeTheStateIsAsked()
    {
        const Dated dated;
        const Outcome outcome =
            into(dated.builder.organisation(),
                 sheetOf(u"DON_VI"_s, {u"ma|ten|tu_ngay|den_ngay"_s,
                                       dated.codeOf(dated.office) + u"|Phòng Tạm|01/01/2025|31/12/2025"_s}));
        QCOMPARE(outcome.remarks, QStringList(u"state-within@2"_s));
        QCOMPARE(outcome.differences, QStringList(u"Phòng Mới 2025-01-01..2025-12-31"_s));
        QCOMPARE(statesOf(outcome.organisation, dated.office),
                 QStringList({u"2020..2024-06-30 Phòng Cũ"_s, u"2024-07-01..2024-12-31 Phòng Mới"_s,
                              u"2025-01-01..2025-12-31 Phòng Tạm"_s, u"2026-01-01.. Phòng Mới"_s}));
    }

    void earlierTimesAreAddedAndDatesPutRight()
    {
        const Dated dated;
        const Outcome earlier =
            into(dated.builder.organisation(),
                 sheetOf(u"DON_VI"_s, {u"ma|ten|den_ngay"_s, dated.codeOf(dated.office) + u"|Tổ Đầu|31/12/2019"_s}));
        QCOMPARE(earlier.remarks, QStringList());
        QCOMPARE(statesOf(earlier.organisation, dated.office),
                 QStringList({u"..2019-12-31 Tổ Đầu"_s, u"2020..2024-06-30 Phòng Cũ"_s, u"2024-07-01.. Phòng Mới"_s}));
        const Outcome redated =
            into(dated.builder.organisation(),
                 sheetOf(u"DON_VI"_s, {u"ma|ten|tu_ngay|den_ngay"_s,
                                       dated.codeOf(dated.office) + u"|Phòng Mới|01/07/2024|31/12/2030"_s}));
        QCOMPARE(redated.information, QStringList(u"state-redated"_s));
        QCOMPARE(redated.differences, QStringList(u"Phòng Mới 2031-01-01.."_s));
        QCOMPARE(statesOf(redated.organisation, dated.office),
                 QStringList({u"2020..2024-06-30 Phòng Cũ"_s, u"2024-07-01..2030-12-31 Phòng Mới"_s}));
    }

    /// A file with the history of a unit of which the document knows no dates.
    void severalRowsOfAUnitMeetOneState()
    {
        OrganisationBuilder builder;
        const UnitId unit = builder.unit(u"Phòng Ba"_s);
        const Outcome outcome = into(builder.organisation(),
                                     sheetOf(u"DON_VI"_s, {u"ma|ten|tu_ngay|den_ngay"_s, u"U1|Phòng Một|2020|2022"_s,
                                                           u"U1|Phòng Hai|2023|2024"_s, u"U1|Phòng Ba|2025|"_s}));
        QCOMPARE(outcome.remarks, QStringList());
        QCOMPARE(statesOf(outcome.organisation, unit),
                 QStringList({u"2020..2022 Phòng Một"_s, u"2023..2024 Phòng Hai"_s, u"2025.. Phòng Ba"_s}));
    }

    void aPostKeepsItsHistory()
    {
        const Dated dated;
        const QString office = dated.codeOf(dated.office);
        const Outcome later =
            into(dated.builder.organisation(), sheetOf(u"CHUC_VU"_s, {u"ma_don_vi|chuc_danh|ghi_chu|tu_ngay"_s,
                                                                      office + u"|Trưởng phòng|x|01/01/2026"_s}));
        QCOMPARE(later.remarks, QStringList());
        QCOMPARE(statesOf(*later.organisation.find(dated.post), &PostState::note),
                 QStringList({u"2020..2024-06-30 "_s, u"2024-07-01..2025-12-31 "_s, u"2026-01-01.. x"_s}));
        QCOMPARE(placesOf(later.organisation, dated.post), placesOf(dated.builder.organisation(), dated.post));
        const Outcome met =
            into(dated.builder.organisation(), sheetOf(u"CHUC_VU"_s, {u"ma_don_vi|chuc_danh|ghi_chu|tu_ngay"_s,
                                                                      office + u"|Trưởng phòng|x|01/01/2024"_s}));
        QCOMPARE(met.remarks, QStringList(u"states-met@2"_s));
        QCOMPARE(statesOf(*met.organisation.find(dated.post), &PostState::title),
                 QStringList({u"2020..2023-12-31 Trưởng ban"_s, u"2024-01-01.. Trưởng phòng"_s}));
    }

    /// Of two posts of one title that follow each other each row finds its own, however often the file comes.
    void eachPostOfOneTitleIsFoundByItsTime()
    {
        const Dated dated;
        const QString office = dated.codeOf(dated.office);
        const Sheet sheet = sheetOf(u"CHUC_VU"_s, {u"ma_don_vi|chuc_danh|bac_pho|so_luong|tu_ngay|den_ngay"_s,
                                                   office + u"|Phó Trưởng phòng|1|2||31/12/2024"_s,
                                                   office + u"|Phó Trưởng phòng|1|1|01/01/2025|"_s});
        const Outcome first = into(dated.builder.organisation(), sheet);
        QCOMPARE(first.remarks, QStringList());
        QCOMPARE(first.organisation.posts().size(), dated.builder.organisation().posts().size() + 2);
        const Outcome again = into(first.organisation, sheet);
        QCOMPARE(again.remarks, QStringList());
        QCOMPARE(again.differences, QStringList());
    }

    /// A row of the past says nothing of who holds the post now.
    void aRowOfThePastLeavesTodaysHolder()
    {
        Dated dated;
        const PersonId now = dated.builder.holder(dated.post, u"Trần Thị Nay"_s);
        const Outcome outcome = into(
            dated.builder.organisation(),
            sheetOf(u"CHUC_VU"_s, {u"ma_don_vi|chuc_danh|ho_ten|tu_ngay|den_ngay"_s,
                                   dated.codeOf(dated.office) + u"|Trưởng phòng|Nguyễn Văn Cũ|2020|30/06/2024"_s}));
        QStringList holders;
        for (const Appointment &one : outcome.organisation.appointments())
            holders += textOf(one.period) + u' ' + outcome.organisation.find(one.person)->name;
        holders.sort();
        QCOMPARE(holders, QStringList({u".. Trần Thị Nay"_s, u"2020..2024-06-30 Nguyễn Văn Cũ"_s}));
        QVERIFY(outcome.organisation.find(now) != nullptr);
    }

    /// One place without dates for two states: each row speaks of its part.
    void twoRowsPartOnePlace()
    {
        Dated dated;
        const UnitId third = dated.builder.unit(u"Phòng Ba"_s, dated.first);
        Unit unit = *dated.builder.organisation().find(third);
        unit.states = Dated::twoOf(unit.states.front());
        dated.builder.put(unit);
        const QString code = dated.codeOf(third);
        const QString first = dated.codeOf(dated.first);
        const QString second = dated.codeOf(dated.second);
        const auto sheetWith = [&](const QStringList &rows) {
            return sheetOf(u"DON_VI"_s, QStringList(u"ma|ten|ma_cap_tren|tu_ngay|den_ngay"_s) + rows);
        };
        const QString old = code + u"|Phòng Ba|"_s + first + u"|2020|30/06/2024"_s;
        const QString moved = code + u"|Phòng Ba|"_s + second + u"|01/07/2024|"_s;
        const Outcome both = into(dated.builder.organisation(), sheetWith({old, moved}));
        QCOMPARE(placesOf(both.organisation, third),
                 QStringList({u"..2024-06-30 "_s + first, u"2024-07-01.. "_s + second}));
        const Outcome one = into(dated.builder.organisation(), sheetWith({moved}));
        QCOMPARE(placesOf(one.organisation, third), placesOf(both.organisation, third));
        QCOMPARE(into(both.organisation, sheetWith({old, moved})).differences, QStringList());
    }

    /// From the day on, all places are the row's: none that was there before stays in its time.
    void noEarlierPlaceStaysInTheTimeOfARow()
    {
        const Dated dated;
        const QString office = dated.codeOf(dated.office);
        const QString second = dated.codeOf(dated.second);
        const Outcome outcome = into(dated.builder.organisation(),
                                     sheetOf(u"DON_VI"_s, {u"ma|ten|ma_cap_tren|tu_ngay"_s,
                                                           office + u"|Phòng Ba|"_s + second + u"|01/01/2022"_s}));
        QCOMPARE(placesOf(outcome.organisation, dated.office),
                 QStringList({u"..2021-12-31 "_s + dated.codeOf(dated.first), u"2022-01-01.. "_s + second}));
    }

    /// A wrong year would put a unit below one that still stands below it: the row is asked about, the others are
    /// taken.
    void aLoopWithTheDocumentsOwnPastIsAsked()
    {
        Dated dated;
        const UnitId moving = dated.builder.unit(u"Phòng Chuyển"_s);
        for (const auto &[above, time] : {std::pair(dated.first, period({}, u"2024-12-31"_s)),
                                          std::pair(dated.second, period(u"2025-01-01"_s, {}))})
            dated.builder.relation(RelationType::BelongsTo, moving, above, time);
        const QString code = dated.codeOf(moving);
        const Outcome outcome =
            into(dated.builder.organisation(),
                 sheetOf(u"DON_VI"_s, {u"ma|ten|ma_cap_tren|tu_ngay"_s,
                                       code + u"|Phòng Chuyển|"_s + dated.codeOf(dated.second) + u"|01/01/2025"_s,
                                       dated.codeOf(dated.first) + u"|Sở Một|"_s + code + u"|01/01/2023"_s}));
        QCOMPARE(outcome.remarks, QStringList(u"cycle@3"_s));
        QCOMPARE(placesOf(outcome.organisation, moving), placesOf(dated.builder.organisation(), moving));
    }

    void aLocalityKeepsItsHistory()
    {
        const Dated dated;
        const Outcome outcome = into(dated.builder.organisation(),
                                     sheetOf(u"DIA_BAN"_s, {u"ma|ten|tu_ngay"_s, u"001|Phường Ba|01/01/2026"_s}));
        QCOMPARE(outcome.remarks, QStringList());
        QCOMPARE(statesOf(*outcome.organisation.find(dated.ward), &LocalityState::name),
                 QStringList({u"2020..2024-06-30 Xã Cũ"_s, u"2024-07-01..2025-12-31 Phường Mới"_s,
                              u"2026-01-01.. Phường Ba"_s}));
    }
};

BM_TEST_MAIN(TestDatedRows)
#include "test_dated_rows.moc"
