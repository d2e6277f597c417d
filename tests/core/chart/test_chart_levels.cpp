// SPDX-License-Identifier: GPL-3.0-or-later
// What a view leaves out, how its levels and its top stand, and what it calls things.
#include "core/chart/chart_builder.h"
#include "core/chart/paper_chart.h"
#include "core/chart/unit_filter.h"
#include "tests/core/chart/picture_checks.h"
#include "tests/support/fixed_measurer.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace bomay;
using namespace bomay::test;
using namespace Qt::StringLiterals;

namespace {

const Day kDay = day(u"2026-11-01"_s);

/// Party, council and committee of a ward at the top; two offices of the committee, one of them with teams and a long
/// name.
struct Ward
{
    OrganisationBuilder builder;
    UnitId party = builder.unit(u"Đảng ủy phường"_s, {}, UnitKind::PartyBody);
    UnitId council = builder.unit(u"Hội đồng nhân dân phường có một cái tên rất dài"_s, {}, UnitKind::PeoplesCouncil);
    UnitId committee = builder.unit(u"Ủy ban nhân dân phường"_s, {}, UnitKind::PeoplesCommittee);
    UnitId office =
        builder.unit(u"Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường"_s, committee, UnitKind::Office);
    UnitId division = builder.unit(u"Phòng Kinh tế"_s, committee);
    UnitId team = builder.unit(u"Tổ Một"_s, office, UnitKind::Team);
    UnitId crew = builder.unit(u"Đội Hai"_s, division, UnitKind::Team);
    UnitId gang = builder.unit(u"Đội Ba"_s, crew);

    Ward()
    {
        builder.post(committee, u"Chủ tịch"_s, PostRole::Head);
        builder.relation(RelationType::Directs, party, committee);
        builder.relation(RelationType::Supervises, council, committee);
        builder.relation(RelationType::Guides, office, division);
    }

    [[nodiscard]] ChartOptions options(const ChartView &view) const
    {
        return chartOptionsFor(builder.organisation(), view, kDay);
    }
    [[nodiscard]] DisplayList draw(const ChartView &view) const
    {
        return buildChart(OrgView(builder.organisation(), kDay), FixedMeasurer(), options(view));
    }
};

const ListRun &bandRun(const DisplayList &list)
{
    return list.runs.back();
}

} // namespace

class TestChartLevels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aFilterLeavesKindsOutWithAllBelowThem()
    {
        const Ward ward;
        ChartView view;
        view.hiddenKinds = hiddenKindsText({UnitKind::Team, UnitKind::PartyBody}) + u" NOT_A_KIND"_s;
        QCOMPARE(hiddenKindsOf(view), (std::vector{UnitKind::Team, UnitKind::PartyBody}));
        const DisplayList list = ward.draw(view);
        for (const UnitId gone : {ward.team, ward.crew, ward.gang, ward.party})
            QVERIFY(boxOf(list, gone) == nullptr);
        QVERIFY(boxOf(list, ward.office) != nullptr && boxOf(list, ward.council) != nullptr);
        // What the officer left out is not counted in a box either.
        QVERIFY(
            std::ranges::none_of(list.texts, [](const TextItem &text) { return text.text.contains(u"trực thuộc"); }));
        QCOMPARE(firstBrokenPromise(list, FixedMeasurer()), QString());
        // A unit that is asked for is drawn, whatever the filter says of it or of those above it.
        view.root = ward.crew;
        QVERIFY(boxOf(ward.draw(view), ward.gang) != nullptr);
    }

    void aBookletHasNoPagesForWhatTheFilterLeavesOut()
    {
        const Ward ward;
        ChartView view;
        PaperRequest request;
        request.mode = PageMode::Booklet;
        const auto pages = [&] {
            return chartOnPaper(OrgView(ward.builder.organisation(), kDay), request, FixedMeasurer(),
                                ward.options(view))
                ->document.pages.size();
        };
        QCOMPARE(pages(), 1U + 4U + 1U); // overview; committee, office, division, crew; index
        view.hiddenKinds = hiddenKindsText({UnitKind::Team});
        QCOMPARE(pages(), 1U + 1U + 1U);
    }

    void aFoldedBranchIsANumberInItsBox()
    {
        Ward ward;
        ChartView view;
        view.id = ward.builder.ids().make<ChartViewId>();
        ward.builder.put(view);
        BranchMark mark{ward.builder.ids().make<BranchMarkId>(), view.id, ward.division};
        mark.layout = BranchLayout::Folded;
        ward.builder.put(mark);
        const DisplayList list = ward.draw(view);
        QVERIFY(boxOf(list, ward.crew) == nullptr && boxOf(list, ward.team) != nullptr);
        QVERIFY(says(list, u"(2 đơn vị trực thuộc)"_s));
    }

    void levelsStandAtOneHeightOnDemand_data()
    {
        QTest::addColumn<ChartPreset>("preset");
        QTest::newRow("down") << ChartPreset::Horizontal;
        QTest::newRow("right") << ChartPreset::LeftToRight;
    }
    void levelsStandAtOneHeightOnDemand()
    {
        QFETCH(ChartPreset, preset);
        const Ward ward;
        ChartView view;
        view.preset = preset;
        const auto start = [&](const DisplayList &list, UnitId unit) {
            const QRectF &rect = boxOf(list, unit)->rect;
            return preset == ChartPreset::LeftToRight ? rect.left() : rect.top();
        };
        const DisplayList loose = ward.draw(view);
        QVERIFY(std::abs(start(loose, ward.team) - start(loose, ward.crew)) > 1);
        view.aligned = true;
        const DisplayList list = ward.draw(view);
        QCOMPARE(start(list, ward.team), start(list, ward.crew));
        QCOMPARE(start(list, ward.office), start(list, ward.division));
        QCOMPARE(firstBrokenPromise(list, FixedMeasurer()), QString());
        QVERIFY(fitChart(OrgView(ward.builder.organisation(), kDay), {}, FixedMeasurer(), ward.options(view)).scale >
                0);
    }

    void levelsAreNamedAtTheMargin()
    {
        const Ward ward;
        ChartView view;
        view.preset = ChartPreset::Horizontal;
        view.bands = true;
        view.words = u"Cấp 2=Các phòng\nCấp 3="_s;
        const DisplayList list = ward.draw(view);
        QVERIFY(says(list, u"Cấp 1"_s) && says(list, u"Các phòng"_s) && says(list, u"Cấp 3"_s) &&
                says(list, u"Cấp 4"_s));
        QVERIFY(!says(list, u"Cấp 2"_s));
        QCOMPARE(firstBrokenPromise(list, FixedMeasurer()), QString());
        // Each label is beside the boxes that it names, and none over another.
        const ListRun &run = bandRun(list);
        QCOMPARE(run.end.boxes - run.begin.boxes, 4U);
        const std::vector<UnitId> units{ward.committee, ward.division, ward.crew, ward.gang};
        for (std::size_t level = 0; level < units.size(); ++level) {
            const QRectF &label = list.boxes[run.begin.boxes + level].rect;
            const QRectF &box = boxOf(list, units[level])->rect;
            QVERIFY(label.right() < boxOf(list, ward.party)->rect.left());
            QVERIFY(label.top() <= box.top() && box.bottom() <= label.bottom());
            if (level > 0)
                QVERIFY(list.boxes[run.begin.boxes + level - 1].rect.bottom() < label.top());
        }
    }

    /// They are no hierarchy: each is at the top, in one row, whatever is below.
    void theTopIsOneRowJoinedByItsRelations()
    {
        const Ward ward;
        ChartView view;
        QVERIFY(!says(ward.draw(view), u"Lãnh đạo"_s));
        view.topBand = true;
        const DisplayList list = ward.draw(view);
        QVERIFY(says(list, u"Lãnh đạo"_s) && says(list, u"Giám sát, phản biện"_s));
        QVERIFY(!says(list, u"Hướng dẫn chuyên môn"_s)); // not of the top
        const QRectF party = boxOf(list, ward.party)->rect;
        const QRectF council = boxOf(list, ward.council)->rect;
        const QRectF committee = boxOf(list, ward.committee)->rect;
        QCOMPARE(party.top(), committee.top());
        QCOMPARE(party.height(), council.height());
        QCOMPARE(party.height(), committee.height());
        QVERIFY(council.left() - party.right() >= 16 && committee.left() - council.right() >= 16);
        // Neighbours are joined straight.
        const auto line =
            std::ranges::find(list.lines, StrokeStyle::Dotted, [](const LineItem &one) { return one.stroke.style; });
        QCOMPARE(line->count, 2);
        QCOMPARE(list.points[uz(line->first)], QPointF(council.right(), council.center().y()));
        QCOMPARE(firstBrokenPromise(list, FixedMeasurer()), QString());
        // On paper, too, where branches are folded.
        const Page page = fitChart(OrgView(ward.builder.organisation(), kDay), {.paper = PaperSize::A4},
                                   FixedMeasurer(), ward.options(view));
        QCOMPARE(boxOf(page.list, ward.party)->rect.top(), boxOf(page.list, ward.committee)->rect.top());
    }

    void theLegendSpeaksInTheWordsOfTheView()
    {
        const Ward ward;
        ChartView view;
        view.relations = true;
        view.words = u"Lãnh đạo=Lãnh đạo toàn diện\nTrực thuộc=Quan hệ trực thuộc"_s;
        const DisplayList list = ward.draw(view);
        QVERIFY(says(list, u"Lãnh đạo toàn diện"_s) && says(list, u"Quan hệ trực thuộc"_s));
        QVERIFY(!says(list, u"Lãnh đạo"_s) && says(list, u"Giám sát, phản biện"_s));
    }

    /// A legend is no wider than a sheet, whatever its words.
    void longWordsOfTheLegendAreWrapped()
    {
        const Ward ward;
        ChartView view;
        view.relations = true;
        const QString words = QString(u"quan hệ lãnh đạo toàn diện "_s).repeated(12).trimmed();
        view.words = u"Lãnh đạo="_s + words;
        const DisplayList list = ward.draw(view);
        QVERIFY(!says(list, words) && says(list, u"Giám sát, phản biện"_s));
        QVERIFY(std::ranges::count_if(list.texts, [](const TextItem &text) {
                    return text.text.contains(u"toàn diện"_s) && text.width <= 170;
                }) > 1);
        QCOMPARE(firstBrokenPromise(list, FixedMeasurer()), QString());
    }

    /// What hangs below the last row is no level: no band runs beside it.
    void bandsEndWithTheLastRow()
    {
        const Ward ward;
        ChartView view;
        view.preset = ChartPreset::HangingRight;
        view.bands = true;
        const DisplayList list = ward.draw(view);
        const ListRun &run = bandRun(list);
        const QRectF &last = list.boxes[run.end.boxes - 1].rect;
        QCOMPARE(last.bottom(), boxOf(list, ward.crew)->rect.bottom());
        QVERIFY(boxOf(list, ward.gang)->rect.top() > last.bottom());
    }

    void aFilterThatHidesAllIsNamed()
    {
        const Ward ward;
        const OrgView day(ward.builder.organisation(), kDay);
        ChartView view;
        QVERIFY(!whyNothingIsDrawn(day, ward.options(view)));
        view.hiddenKinds = hiddenKindsText({UnitKind::PartyBody, UnitKind::PeoplesCouncil});
        QVERIFY(!whyNothingIsDrawn(day, ward.options(view)));
        view.hiddenKinds = hiddenKindsText({UnitKind::PartyBody, UnitKind::PeoplesCouncil, UnitKind::PeoplesCommittee});
        QCOMPARE(whyNothingIsDrawn(day, ward.options(view))->code, u"filter-hides-all"_s);
        QCOMPARE(whyNothingIsDrawn(OrgView(Organisation(), kDay), ward.options(view))->code, u"nothing-to-draw"_s);
    }

    void unitsToComePassTheFilter()
    {
        Ward ward;
        ward.builder.unit(u"Đội sắp có"_s, ward.committee, UnitKind::Team, period(u"2100-01-01"_s, {}));
        ChartView view;
        view.scheduled = true;
        QVERIFY(says(ward.draw(view), u"Đội sắp có"_s));
        view.hiddenKinds = hiddenKindsText({UnitKind::Team});
        QVERIFY(!says(ward.draw(view), u"Đội sắp có"_s));
    }
};

BM_TEST_MAIN(TestChartLevels)
#include "test_chart_levels.moc"
