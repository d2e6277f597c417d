// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/chart_builder.h"
#include "core/chart/font_table.h"
#include "core/chart/hit_test.h"
#include "core/chart/paper_chart.h"
#include "core/chart/unit_blocks.h"
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

/// An agency with a director, two deputies and six divisions; the first deputy oversees two of them.
struct Agency
{
    OrganisationBuilder builder;
    UnitId root;
    PostId head;
    PostId deputy;
    PostId otherDeputy;
    std::vector<UnitId> divisions;

    Agency()
    {
        root = builder.unit(u"Sở Nội vụ"_s, {}, UnitKind::SpecialisedAgency);
        head = builder.post(root, u"Giám đốc"_s, PostRole::Head);
        deputy = builder.post(root, u"Phó Giám đốc"_s, PostRole::Deputy, 1);
        otherDeputy = builder.post(root, u"Phó Giám đốc"_s, PostRole::Deputy, 1);
        for (int i = 0; i < 6; ++i) {
            divisions.push_back(builder.unit(u"Phòng số %1"_s.arg(i), root));
            builder.post(divisions.back(), u"Trưởng phòng"_s, PostRole::Head);
        }
        builder.relation(RelationType::Oversees, deputy, divisions[1]);
        builder.relation(RelationType::Oversees, deputy, divisions[3]);
        builder.holder(head, u"Nguyễn Văn Thử"_s);
    }

    [[nodiscard]] DisplayList draw(ChartView view, std::vector<BranchMark> marks = {})
    {
        view.id = builder.ids().make<ChartViewId>();
        builder.put(view);
        for (BranchMark &mark : marks) {
            mark.id = builder.ids().make<BranchMarkId>();
            mark.view = view.id;
            builder.put(mark);
        }
        const OrgView orgView(builder.organisation(), kDay);
        return buildChart(orgView, FixedMeasurer(), chartOptionsFor(builder.organisation(), view, kDay));
    }
};

BranchMark markFor(NodeRef node, BranchLayout layout)
{
    BranchMark mark;
    mark.node = node;
    mark.layout = layout;
    return mark;
}

} // namespace

class TestChartViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void relationsAreLinesOfTheirOwnKindWithALegend()
    {
        Agency agency;
        agency.builder.relation(RelationType::Guides, agency.divisions[0], agency.divisions[5]);
        agency.builder.relation(RelationType::Coordinates, agency.divisions[2], agency.divisions[4]);
        ChartView view;
        const DisplayList without = agency.draw(view);
        QVERIFY(!says(without, u"Hướng dẫn chuyên môn"_s));
        view.relations = true;
        const DisplayList list = agency.draw(view);
        for (const QString &words : {u"Trực thuộc"_s, u"Phụ trách"_s, u"Hướng dẫn chuyên môn"_s, u"Phối hợp"_s})
            QVERIFY2(says(list, words), qPrintable(words));
        QVERIFY(!says(list, u"Lãnh đạo"_s)); // does not occur
        const auto count = [&list](StrokeStyle style, bool atBegin, bool atEnd) {
            return std::ranges::count_if(list.lines, [&](const LineItem &line) {
                return line.stroke.style == style && line.headAtBegin == atBegin && line.headAtEnd == atEnd;
            });
        };
        QCOMPARE(count(StrokeStyle::DashDotted, false, true), 2 + 1); // and the sample in the legend
        QCOMPARE(count(StrokeStyle::Dashed, false, true), 1 + 1);
        QCOMPARE(count(StrokeStyle::Dashed, true, true), 1 + 1);
        QCOMPARE(firstBrokenPromise(list, FixedMeasurer()), QString());
        // The ends are at the boxes.
        const auto guide = std::ranges::find_if(list.lines, [](const LineItem &line) {
            return line.stroke.style == StrokeStyle::Dashed && !line.headAtBegin;
        });
        const auto touches = [&](UnitId unit, QPointF point) {
            const QRectF rect = rectOf(list, unit); // of the name and the posts below it
            return rect.adjusted(-0.01, -0.01, 0.01, 0.01).contains(point);
        };
        QVERIFY(touches(agency.divisions[0], list.points[uz(guide->first)]));
        QVERIFY(touches(agency.divisions[5], list.points[uz(guide->first + guide->count - 1)]));
    }

    /// What stands below a deputy is overseen already.
    void anAssignmentThatIsDrawnAsAColumnIsNoLine()
    {
        Agency agency;
        ChartView view;
        view.relations = true;
        const DisplayList list = agency.draw(view, {markFor(agency.root, BranchLayout::Assignment)});
        QVERIFY(!says(list, u"Phụ trách"_s));
    }

    void aViewIsDrawnFromItsRootToItsDepth()
    {
        Agency agency;
        const UnitId team = agency.builder.unit(u"Tổ Một"_s, agency.divisions[0], UnitKind::Team);
        ChartView shallow;
        shallow.depth = 2;
        const DisplayList list = agency.draw(shallow);
        QVERIFY(boxOf(list, agency.divisions[0]) != nullptr);
        QVERIFY(boxOf(list, team) == nullptr);
        QVERIFY(says(list, u"(1 đơn vị trực thuộc)"_s));
        ChartView rooted;
        rooted.root = agency.divisions[0];
        const DisplayList branch = agency.draw(rooted);
        QVERIFY(boxOf(branch, team) != nullptr);
        QVERIFY(boxOf(branch, agency.root) == nullptr);
    }

    void aMarkGivesItsBranchAForm()
    {
        Agency agency;
        const DisplayList hanging = agency.draw({}, {markFor(agency.root, BranchLayout::HangingRight)});
        const double line = boxOf(hanging, agency.head)->rect.center().x();
        double bottom = 0;
        for (const UnitId division : agency.divisions) {
            const QRectF box = boxOf(hanging, division)->rect;
            QVERIFY(box.left() > line);
            QVERIFY(box.top() > bottom);
            bottom = box.bottom();
        }
        // Under each other they are equally wide.
        QCOMPARE(boxOf(hanging, agency.divisions[0])->rect.width(), boxOf(hanging, agency.divisions[5])->rect.width());
        const DisplayList left = agency.draw({}, {markFor(agency.root, BranchLayout::HangingLeft)});
        QVERIFY(boxOf(left, agency.divisions[0])->rect.right() < boxOf(left, agency.head)->rect.center().x());
    }

    void manyUnitsAreAFrameAListOrACount()
    {
        Agency agency;
        const DisplayList frame = agency.draw({});
        QVERIFY(says(frame, u"Phòng (6)"_s));
        QVERIFY(boxOf(frame, agency.divisions[5]) != nullptr);
        const DisplayList list = agency.draw({}, {markFor(agency.root, BranchLayout::List)});
        QVERIFY(says(list, u"– Phòng số 5"_s));
        QVERIFY(boxOf(list, agency.divisions[5]) == nullptr);
        ChartView counted;
        counted.countsFrom = 6;
        QVERIFY(says(agency.draw(counted), u"6 phòng"_s));
    }

    void aGridHasTheColumnsAskedFor_data()
    {
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("shown");
        QTest::newRow("two") << 2 << 2;
        QTest::newRow("five") << 5 << 5;
        QTest::newRow("more than there are units") << 40 << 6;
    }
    void aGridHasTheColumnsAskedFor()
    {
        QFETCH(int, columns);
        QFETCH(int, shown);
        Agency agency;
        BranchMark mark = markFor(agency.root, BranchLayout::Grid);
        mark.columns = columns;
        const DisplayList list = agency.draw({}, {mark});
        const double top = boxOf(list, agency.divisions[0])->rect.top();
        QCOMPARE(std::ranges::count_if(
                     agency.divisions,
                     [&](UnitId division) { return std::abs(boxOf(list, division)->rect.top() - top) < 1e-6; }),
                 shown);
    }

    /// What the view says of units it says of those in a list, too.
    void aListWritesUnitsAsTheViewDoes()
    {
        Agency agency;
        Unit unit = *agency.builder.organisation().find(agency.divisions[2]);
        unit.code = u"H29.3"_s;
        unit.states[0].shortName = u"P3"_s;
        unit.states[0].staffAllotted = 12;
        agency.builder.put(unit);
        const auto list = markFor(agency.root, BranchLayout::List);
        QVERIFY(says(agency.draw({}, {list}), u"– Phòng số 2"_s));
        ChartView view;
        view.shortNames = true;
        view.codes = true;
        view.staff = true;
        QVERIFY(says(agency.draw(view, {list}), u"– P3 (H29.3; BC 12/–)"_s));
        view.boxWidth = 14;
        QVERIFY(!says(agency.draw(view, {list}), u"– P3 (H29.3; BC 12/–)"_s)); // broken
    }

    void aNarrowBoxIsAsWideAsTheNameItShows()
    {
        Agency agency;
        Unit unit = *agency.builder.organisation().find(agency.divisions[2]);
        unit.states[0].name = u"Phòng Nghiêntừrấtdàikhôngbẻ"_s;
        unit.states[0].shortName = u"P3"_s;
        agency.builder.put(unit);
        ChartView view;
        view.shortNames = true;
        view.posts = false;
        const DisplayList list = agency.draw(view, {markFor(agency.root, BranchLayout::Narrow)});
        QVERIFY(boxOf(list, agency.divisions[2])->rect.width() <= boxOf(list, agency.divisions[1])->rect.width());
    }

    void aCountTellsTypesOfLocalities()
    {
        OrganisationBuilder builder;
        const UnitId city = builder.unit(u"UBND thành phố"_s, {}, UnitKind::PeoplesCommittee);
        for (int i = 0; i < 5; ++i) {
            const LocalityType type = i < 3   ? LocalityType::Ward
                                      : i < 4 ? LocalityType::Commune
                                              : LocalityType::SpecialZone;
            Unit unit =
                *builder.organisation().find(builder.unit(u"UBND số %1"_s.arg(i), city, UnitKind::PeoplesCommittee));
            unit.states[0].locality = builder.locality(u"L%1"_s.arg(i), u"Số %1"_s.arg(i), type);
            builder.put(unit);
        }
        const OrgView view(builder.organisation(), kDay);
        QCOMPARE(countTitle(view, view.unitsOfUnit(view.indexOf(city))), u"5 UBND phường, xã, đặc khu (3 · 1 · 1)"_s);
        QCOMPARE(frameTitle(view, view.unitsOfUnit(view.indexOf(city))), u"UBND phường, xã, đặc khu (5)"_s);
    }

    void leadersAreOneBoxWhereTheViewSaysSo()
    {
        Agency agency;
        ChartView view;
        view.leaders = LeaderStyle::OneBox;
        const DisplayList list = agency.draw(view);
        QVERIFY(says(list, u"BAN GIÁM ĐỐC"_s));
        QVERIFY(boxOf(list, agency.head) == nullptr);
    }

    /// A deputy who heads a column is in no list of the posts, not even counted with one who is equal.
    void aPostThatStandsApartIsNotCountedAgain_data()
    {
        QTest::addColumn<ChartPreset>("preset");
        QTest::addColumn<LeaderStyle>("leaders");
        QTest::newRow("to the right") << ChartPreset::LeftToRight << LeaderStyle::Apart;
        QTest::newRow("down, one box") << ChartPreset::Horizontal << LeaderStyle::OneBox;
    }
    void aPostThatStandsApartIsNotCountedAgain()
    {
        QFETCH(ChartPreset, preset);
        QFETCH(LeaderStyle, leaders);
        Agency agency;
        agency.builder.relation(RelationType::Oversees, agency.otherDeputy, agency.divisions[0]);
        agency.builder.post(agency.root, u"Phó Giám đốc"_s, PostRole::Deputy, 1); // heads nothing
        ChartView view;
        view.preset = preset;
        view.leaders = leaders;
        view.holders = false;
        const auto mark = markFor(agency.root, BranchLayout::Assignment);
        const DisplayList both = agency.draw(view, {mark});
        QCOMPARE(std::ranges::count(both.texts, u"Phó Giám đốc"_s, &TextItem::text), 3);
        QVERIFY(!says(both, u"03 Phó Giám đốc"_s));
        QVERIFY(says(both, u"Giám đốc"_s));
        QVERIFY(says(agency.draw(view), u"03 Phó Giám đốc"_s));
    }

    void byAssignmentADeputyHeadsTheUnitsOverseen()
    {
        Agency agency;
        const DisplayList list = agency.draw({}, {markFor(agency.root, BranchLayout::Assignment)});
        const QRectF deputy = boxOf(list, agency.deputy)->rect;
        for (const std::size_t overseen : {1U, 3U}) {
            const QRectF box = boxOf(list, agency.divisions[overseen])->rect;
            QVERIFY(box.top() > deputy.bottom());
            QVERIFY(box.left() > deputy.left() && box.left() < deputy.right());
        }
        QVERIFY(boxOf(list, agency.divisions[0])->rect.right() < deputy.left()); // the head's own
        // Nobody was moved: it is a way of drawing.
        const OrgView view(agency.builder.organisation(), kDay);
        QCOMPARE(view.parentUnit(view.indexOf(agency.divisions[1])), view.indexOf(agency.root));
    }

    void narrowBoxesStackTheirWords()
    {
        Agency agency;
        const DisplayList usual = agency.draw({}, {markFor(agency.root, BranchLayout::Horizontal)});
        const DisplayList narrow = agency.draw({}, {markFor(agency.root, BranchLayout::Narrow)});
        QVERIFY(boxOf(narrow, agency.divisions[0])->rect.width() < boxOf(usual, agency.divisions[0])->rect.width());
        QVERIFY(boxOf(narrow, agency.divisions[0])->rect.height() > boxOf(usual, agency.divisions[0])->rect.height());
    }

    void postsUnderPostsAreATree()
    {
        OrganisationBuilder builder;
        const UnitId department = builder.unit(u"Department"_s);
        std::vector<PostId> posts;
        for (int i = 0; i < 7; ++i) {
            posts.push_back(builder.post(department, u"Post %1"_s.arg(i), i == 0 ? PostRole::Head : PostRole::Unknown));
            if (i > 0)
                builder.relation(RelationType::ReportsTo, posts.back(), posts[uz((i - 1) / 2)]);
        }
        const OrgView view(builder.organisation(), kDay);
        const DisplayList list = buildChart(view, FixedMeasurer());
        for (int i = 0; i < 7; ++i) {
            const BoxItem *box = boxOf(list, posts[uz(i)]);
            QVERIFY(box != nullptr);
            const NodeRef above = i == 0 ? NodeRef(department) : NodeRef(posts[uz((i - 1) / 2)]);
            QVERIFY(box->rect.top() > boxOf(list, above)->rect.bottom());
        }
        QCOMPARE(firstBrokenPromise(list, FixedMeasurer()), QString());
    }

    void postsAreToldApartWithoutColour()
    {
        Agency agency;
        agency.builder.holder(agency.otherDeputy, u"Trần Thị Mẫu"_s, AppointmentKind::InCharge);
        Post surplus = *agency.builder.organisation().find(agency.otherDeputy);
        surplus.states[0].surplus = true;
        surplus.states[0].surplusUntil = {2027, 12, 31};
        agency.builder.put(surplus);
        const DisplayList list = agency.draw({});
        QCOMPARE(boxOf(list, agency.deputy)->stroke.style, StrokeStyle::Dashed); // vacant
        QCOMPARE(boxOf(list, agency.head)->stroke.style, StrokeStyle::Solid);
        QVERIFY(boxOf(list, agency.otherDeputy)->stroke.width > boxOf(list, agency.head)->stroke.width);
        QVERIFY(says(list, u"(dôi dư đến 31/12/2027)"_s));
        QVERIFY(says(list, u"Trần Thị Mẫu (phụ trách)"_s));
    }

    /// Where nobody was entered, nobody knows that posts are vacant.
    void aChartWithoutPersonsDoesNotCallPostsVacant()
    {
        OrganisationBuilder builder;
        const UnitId root = builder.unit(u"Sở Y tế"_s);
        const PostId head = builder.post(root, u"Giám đốc"_s, PostRole::Head);
        const DisplayList list = buildChart(OrgView(builder.organisation(), kDay), FixedMeasurer());
        QVERIFY(!says(list, u"(khuyết)"_s));
        QCOMPARE(boxOf(list, head)->stroke.style, StrokeStyle::Solid);
    }

    /// A line that ends in nothing would look like a unit that was forgotten.
    void noTrunkHangsLooseWhereNothingIsBelow()
    {
        OrganisationBuilder builder;
        const UnitId root = builder.unit(u"Đảng ủy phường"_s, {}, UnitKind::PartyBody);
        builder.post(root, u"Bí thư"_s, PostRole::Head);
        const PostId deputy = builder.post(root, u"Phó Bí thư"_s, PostRole::Deputy, 1);
        const OrgView view(builder.organisation(), kDay);
        const DisplayList list = buildChart(view, FixedMeasurer());
        const double top = boxOf(list, deputy)->rect.top();
        for (const QPointF &point : list.points)
            QVERIFY(point.y() <= top + 1e-6);
    }

    void unitsToComeAreDashedWithTheirDay()
    {
        Agency agency;
        agency.builder.unit(u"Phòng Chuyển đổi số"_s, agency.root, UnitKind::Division, period(u"2027-01-01"_s, {}));
        ChartView view;
        QVERIFY(!says(agency.draw(view), u"(từ 01/01/2027)"_s));
        view.scheduled = true;
        QVERIFY(says(agency.draw(view), u"(từ 01/01/2027)"_s));
    }

    /// On a page that folds branches, one whose form was chosen keeps it.
    void aChosenFormStaysOnThePage()
    {
        OrganisationBuilder builder;
        const UnitId root = builder.unit(u"UBND thành phố"_s, {}, UnitKind::PeoplesCommittee);
        std::vector<UnitId> chosen;
        UnitId parent;
        for (int i = 0; i < 14; ++i) {
            const UnitId agency = builder.unit(u"Sở số %1"_s.arg(i), root, UnitKind::SpecialisedAgency);
            for (int k = 0; k < 4; ++k) {
                const UnitId division = builder.unit(u"Phòng số %1.%2"_s.arg(i).arg(k), agency);
                if (i == 3)
                    chosen.push_back(division);
            }
            if (i == 3)
                parent = agency;
        }
        ChartOptions options;
        options.marks.emplace(parent, markFor(parent, BranchLayout::HangingLeft));
        const OrgView view(builder.organisation(), kDay);
        const Page page = fitChart(view, {PaperSize::A4, Orientation::Automatic, {}, {}}, FixedMeasurer(), options);
        QVERIFY(page.unfoldedText.has_value());
        double bottom = boxOf(page.list, parent)->rect.bottom();
        for (const UnitId division : chosen) {
            const QRectF box = boxOf(page.list, division)->rect;
            QVERIFY(box.top() > bottom);
            QVERIFY(box.right() < boxOf(page.list, parent)->rect.right());
            bottom = box.bottom();
        }
    }

    /// On sheets to be put together the picture is cut, not the page that it would stand on.
    void sheetsShowTheChartWithoutWhatStandsRoundItOnAPage()
    {
        Agency agency;
        const OrgView view(agency.builder.organisation(), kDay);
        PaperRequest request;
        request.mode = PageMode::Sheets;
        request.page.title = u"Sơ đồ"_s;
        request.page.heading = {{u"Phụ lục"_s, Theme{}.titleFont}};
        request.page.footing = {{u"Chú thích"_s, Theme{}.postFont}};
        request.page.corner = u"DỰ THẢO"_s;
        request.page.isFolded = true;
        const auto chart = chartOnPaper(view, request, FixedMeasurer());
        QVERIFY(chart.has_value());
        QCOMPARE(chart->document.pages.size(), 1U);
        const DisplayList &sheet = chart->document.pages.front().list;
        for (const QString &text : {u"Phụ lục"_s, u"Chú thích"_s, u"DỰ THẢO"_s})
            QVERIFY2(!says(sheet, text), qPrintable(text));
        // Neither marks of folding nor a cut: what belongs to the frame's four sides goes on over cuts as lines do.
        QVERIFY(std::ranges::none_of(sheet.points, [](QPointF point) { return point.y() < 12; }));
        const double left =
            std::ranges::min(sheet.boxes, {}, [](const BoxItem &box) { return box.rect.left(); }).rect.left();
        QVERIFY(left < 13); // it begins at the margin
    }

    void adjustmentsByHandAreHeeded()
    {
        Agency agency;
        BranchMark mark = markFor(agency.divisions[0], BranchLayout::Inherited);
        mark.lines = u"Phòng\nsố 0"_s;
        mark.boxWidth = 60;
        const auto branch = markFor(agency.root, BranchLayout::Horizontal);
        QVERIFY(says(agency.draw({}, {branch, mark}), u"số 0"_s));
        // Another name since then: the breaks do not fit any more.
        Unit renamed = *agency.builder.organisation().find(agency.divisions[0]);
        renamed.states[0].name = u"Phòng Tổng hợp"_s;
        agency.builder.put(renamed);
        QVERIFY(says(agency.draw({}, {branch, mark}), u"Phòng Tổng hợp"_s));
    }

    void aWidthChosenByHandHoldsAmongNeighbours_data()
    {
        QTest::addColumn<BranchLayout>("layout");
        for (const BranchLayout layout :
             {BranchLayout::Horizontal, BranchLayout::HangingRight, BranchLayout::HangingBoth, BranchLayout::Columns,
              BranchLayout::Grid, BranchLayout::Narrow})
            QTest::newRow(qPrintable(codeOf(layout))) << layout;
    }

    void aWidthChosenByHandHoldsAmongNeighbours()
    {
        QFETCH(const BranchLayout, layout);
        Agency agency;
        BranchMark mark = markFor(agency.divisions[2], BranchLayout::Inherited);
        for (const double width : {20.0, 90.0}) {
            mark.boxWidth = width;
            const DisplayList list = agency.draw({}, {markFor(agency.root, layout), mark});
            const Theme theme;
            const double wanted = width + theme.postTextWidth - theme.textWidth + 2 * theme.padding;
            QCOMPARE(rectOf(list, agency.divisions[2]).width(), wanted); // with its posts
            QVERIFY(rectOf(list, agency.divisions[3]).width() != wanted);
            QCOMPARE(firstBrokenPromise(list, FixedMeasurer()), QString());
        }
    }
};

BM_TEST_MAIN(TestChartViews)
#include "test_chart_views.moc"
