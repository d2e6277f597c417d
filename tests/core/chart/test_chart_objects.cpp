// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/chart_builder.h"
#include "core/chart/chart_objects.h"
#include "core/chart/staff_texts.h"
#include "core/chart/unit_filter.h"
#include "tests/core/chart/picture_checks.h"
#include "tests/support/fixed_measurer.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/sample_pictures.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace bomay;
using namespace bomay::test;
using namespace Qt::StringLiterals;

namespace {

const Day kDay = day(u"2026-11-01"_s);

/// An agency of 100 with two divisions, of 30 (in post: 28) and of nobody knows how many, and a view of it.
struct Agency
{
    OrganisationBuilder builder;
    UnitId root = builder.unit(u"Sở Nội vụ"_s, {}, UnitKind::SpecialisedAgency);
    UnitId first = builder.unit(u"Phòng Một"_s, root);
    UnitId second = builder.unit(u"Phòng Hai"_s, root);
    ChartView view;

    Agency()
    {
        staff(root, 1100, {});
        staff(first, 30, 28);
        view.id = builder.ids().make<ChartViewId>();
        builder.put(view);
    }

    void staff(UnitId id, std::optional<int> allotted, std::optional<int> filled)
    {
        Unit unit = *builder.organisation().find(id);
        unit.states[0].staffAllotted = allotted;
        unit.states[0].staffFilled = filled;
        builder.put(unit);
    }

    void put(ChartObjectKind kind, ChartSide side, const QString &text = {}, UnitId unit = {})
    {
        ChartObject object{builder.ids().make<ChartObjectId>(), view.id, kind, side};
        object.order = builder.organisation().chartObjects().size();
        object.text = text;
        object.unit = unit;
        builder.put(object);
    }

    [[nodiscard]] OrgView orgView() const { return OrgView(builder.organisation(), kDay); }
    [[nodiscard]] ChartOptions options() const { return chartOptionsFor(builder.organisation(), view, kDay); }
    [[nodiscard]] DisplayList draw() const { return buildChart(orgView(), FixedMeasurer(), options()); }
};

QRectF textAt(const DisplayList &list, const QString &words)
{
    const auto found = std::ranges::find(list.texts, words, &TextItem::text);
    return found == list.texts.end() ? QRectF() : QRectF(found->baseline, QSizeF(found->width, 0.1));
}

} // namespace

class TestChartObjects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    /// The chart makes room: nothing lies over it, and all of it is in the picture.
    void objectsStandRoundTheChart()
    {
        Agency agency;
        const QRectF chart = agency.draw().bounds;
        agency.put(ChartObjectKind::Text, ChartSide::Left, u"Bên trái"_s);
        agency.put(ChartObjectKind::Note, ChartSide::Right, u"Bên phải\nhai dòng"_s);
        agency.put(ChartObjectKind::DataDate, ChartSide::Above);
        agency.put(ChartObjectKind::TotalStaff, ChartSide::Below);
        agency.put(ChartObjectKind::Text, ChartSide::Below, u"Dưới cùng"_s);
        const DisplayList list = agency.draw();
        QVERIFY(textAt(list, u"Bên trái"_s).right() < chart.left());
        QVERIFY(textAt(list, u"hai dòng"_s).left() > chart.right());
        QVERIFY(textAt(list, u"(Số liệu tính đến ngày 01/11/2026)"_s).bottom() < chart.top());
        const QRectF total = textAt(list, u"Tổng biên chế: 1.100 giao, 28 có mặt"_s);
        QVERIFY(total.top() > chart.bottom());
        const QRectF last = textAt(list, u"Dưới cùng"_s);
        QVERIFY(last.left() > total.right() || last.top() > total.bottom());
        QCOMPARE(firstBrokenPromise(list, FixedMeasurer()), QString());
    }

    void aLogoStandsAmongOtherObjectsAsHighAsItIsChosen_data()
    {
        QTest::addColumn<ChartSide>("side");
        for (const auto &side : terms<ChartSide>())
            QTest::newRow(qPrintable(toQString(side.en))) << side.value;
    }
    void aLogoStandsAmongOtherObjectsAsHighAsItIsChosen()
    {
        QFETCH(ChartSide, side);
        Agency agency;
        const QRectF chart = agency.draw().bounds;
        agency.put(ChartObjectKind::Note, side, u"Ghi chú"_s);
        for (const double height : {0.0, 7.0}) {
            ChartObject logo{agency.builder.ids().make<ChartObjectId>(), agency.view.id, ChartObjectKind::Logo, side};
            logo.order = agency.builder.organisation().chartObjects().size();
            logo.picture = pictureOfSize({600, 400});
            logo.height = height;
            agency.builder.put(logo);
        }
        agency.put(ChartObjectKind::Text, side, u"Chữ"_s);
        const DisplayList list = agency.draw();
        QCOMPARE(list.images.size(), 2U);
        QCOMPARE(list.images[0].rect.size(), QSizeF(27, 18)); // as the theme has it
        QCOMPARE(list.images[1].rect.size(), QSizeF(10.5, 7));
        QVERIFY(!list.images[0].rect.intersects(chart) && !list.images[1].rect.intersects(chart));
        QCOMPARE(firstBrokenPromise(list, FixedMeasurer()), QString());
    }

    /// A ribbon is not drawn over a wall, and one whose file tells nothing is as wide as high.
    void aLogoHasItsBounds()
    {
        Agency agency;
        ChartObject logo{agency.builder.ids().make<ChartObjectId>(), agency.view.id, ChartObjectKind::Logo};
        for (const auto &[picture, size] : {std::pair(pictureOfSize({9000, 9}), QSizeF(200, 0.2)),
                                            std::pair(Picture{"no picture"}, QSizeF(18, 18))}) {
            logo.picture = picture;
            agency.builder.put(logo);
            QCOMPARE(agency.draw().images.front().rect.size(), size);
        }
    }

    /// Beside a wide note the chart itself is to be narrower, so that both together are drawn largest.
    void aChartIsArrangedWithWhatStandsBesideIt()
    {
        Agency agency;
        for (int i = 0; i < 200; ++i)
            agency.builder.unit(u"Đơn vị số %1"_s.arg(i), agency.root, UnitKind::PublicServiceUnit);
        const PageRequest request{PaperSize::A4, Orientation::Landscape, {}, {}};
        const auto shape = [&] {
            const Page page = fitChart(agency.orgView(), request, FixedMeasurer(), agency.options());
            QRectF chart;
            for (const BoxItem &box : page.list.boxes)
                if (!box.node.uid.isNull())
                    chart = chart.isNull() ? box.rect : chart.united(box.rect);
            return chart.width() / chart.height();
        };
        const double alone = shape();
        const QString note = QString(u"ghi chú dài "_s).repeated(60).trimmed();
        for (int i = 0; i < 3; ++i)
            agency.put(ChartObjectKind::Note, ChartSide::Right, note);
        QVERIFY(shape() < 0.9 * alone);
    }

    void aPageSaysTheDayOnce()
    {
        Agency agency;
        const auto days = [&agency] {
            const PageRequest request = pageRequestFor(agency.builder.organisation().info(), kDay, agency.view);
            const Page page = fitChart(agency.orgView(), request, FixedMeasurer(), agency.options());
            return std::ranges::count(page.list.texts, u"(Số liệu tính đến ngày 01/11/2026)"_s, &TextItem::text);
        };
        QCOMPARE(days(), 1);
        agency.put(ChartObjectKind::DataDate, ChartSide::Below);
        QCOMPARE(days(), 1);
    }

    void aSummaryCountsByBlock()
    {
        Agency agency;
        agency.put(ChartObjectKind::Summary, ChartSide::Right, u"Tổng hợp"_s);
        const std::vector<QStringList> rows = summaryRows(agency.orgView(), agency.options());
        QCOMPARE(rows.size(), 4U);
        QCOMPARE(rows[0], (QStringList{u"Khối"_s, u"Số lượng"_s, u"Biên chế giao"_s, u"Biên chế có mặt"_s}));
        QCOMPARE(rows[1], (QStringList{u"Cơ quan chuyên môn"_s, u"1"_s, u"1.100"_s, u"–"_s}));
        QCOMPARE(rows[2], (QStringList{u"Phòng"_s, u"2"_s, u"30"_s, u"28"_s}));
        QCOMPARE(rows[3], (QStringList{u"Tổng cộng"_s, u"3"_s, u"1.100"_s, u"28"_s})); // 30 is part of 1.100
        const DisplayList list = agency.draw();
        for (const QStringList &row : rows)
            for (const QString &cell : row)
                QVERIFY2(says(list, cell), qPrintable(cell));
        QCOMPARE(firstBrokenPromise(list, FixedMeasurer()), QString());
        agency.view.hiddenKinds = hiddenKindsText({UnitKind::Division});
        const std::vector<QStringList> filtered = summaryRows(agency.orgView(), agency.options());
        QCOMPARE(filtered.size(), 3U);
        QCOMPARE(filtered[1], rows[1]);
        QCOMPARE(filtered[2], (QStringList{u"Tổng cộng toàn cơ quan"_s, u"3"_s, u"1.100"_s, u"28"_s}));
    }

    /// Numbers of what a view leaves out are in those of the units above: the total is not that of what is drawn.
    void aTotalSaysThatItIsOfTheWholeWhereAViewLeavesUnitsOut()
    {
        Agency agency;
        agency.view.hiddenKinds = hiddenKindsText({UnitKind::Division});
        QCOMPARE(totalStaffText(agency.orgView(), agency.options()),
                 u"Tổng biên chế toàn cơ quan: 1.100 giao, 28 có mặt"_s);
        agency.view.root = agency.first; // a branch is not the whole agency
        QVERIFY(totalStaffText(agency.orgView(), agency.options()).startsWith(u"Tổng biên chế toàn đơn vị: "_s));
        QVERIFY(summaryRows(agency.orgView(), agency.options()).back().front().endsWith(u"toàn đơn vị"_s));
    }

    void aBracketIsAsLongAsItsBranch_data()
    {
        QTest::addColumn<ChartSide>("side");
        for (const auto &side : terms<ChartSide>())
            QTest::newRow(qPrintable(toQString(side.en))) << side.value;
    }
    void aBracketIsAsLongAsItsBranch()
    {
        QFETCH(ChartSide, side);
        Agency agency;
        const DisplayList before = agency.draw();
        agency.put(ChartObjectKind::Bracket, side, u"Trong đề án"_s, agency.first);
        const DisplayList list = agency.draw();
        const LineItem &line = list.lines[before.lines.size()];
        QCOMPARE(line.count, 4);
        const QRectF reach = QRectF(list.points[uz(line.first)], list.points[uz(line.first) + 2]).normalized();
        const QRectF box = boxOf(list, agency.first)->rect;
        const bool isUpright = side == ChartSide::Left || side == ChartSide::Right;
        QCOMPARE(isUpright ? reach.top() : reach.left(), isUpright ? box.top() : box.left());
        QCOMPARE(isUpright ? reach.bottom() : reach.right(), isUpright ? box.bottom() : box.right());
        QVERIFY(!reach.intersects(before.bounds));
        QVERIFY(!before.bounds.intersects(textAt(list, u"Trong đề án"_s)));
        QCOMPARE(firstBrokenPromise(list, FixedMeasurer()), QString());
        // Its branch is not drawn: nothing to embrace.
        agency.view.hiddenKinds = hiddenKindsText({UnitKind::Division});
        QVERIFY(!says(agency.draw(), u"Trong đề án"_s));
    }

    /// Brackets of branches beside each other stand in one line; one round another stands outside of it.
    void bracketsOfOneSideStandInOneLine()
    {
        Agency agency;
        const std::size_t before = agency.draw().lines.size();
        agency.put(ChartObjectKind::Bracket, ChartSide::Below, {}, agency.first);
        agency.put(ChartObjectKind::Bracket, ChartSide::Below, {}, agency.second);
        agency.put(ChartObjectKind::Bracket, ChartSide::Below, {}, agency.root);
        const DisplayList list = agency.draw();
        const auto back = [&](std::size_t bracket) {
            return list.points[uz(list.lines[before + bracket].first) + 1].y();
        };
        QCOMPARE(back(0), back(1));
        QVERIFY(back(2) > back(1));
    }

    void noNumberIsInventedForTheTotal()
    {
        Agency agency;
        agency.staff(agency.root, {}, {});
        agency.staff(agency.first, {}, {});
        QCOMPARE(totalStaffText(agency.orgView(), agency.options()), u"Tổng biên chế: chưa có số liệu"_s);
    }
};

BM_TEST_MAIN(TestChartObjects)
#include "test_chart_objects.moc"
