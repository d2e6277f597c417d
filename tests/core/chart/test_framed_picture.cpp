// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/font_table.h"
#include "core/chart/paper_chart.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const Day kDay = day(u"2026-11-01"_s);

/// A committee over so many divisions with three teams each.
OrgView agencyOf(int divisions)
{
    OrganisationBuilder builder;
    const UnitId root = builder.unit(u"UBND thành phố"_s, {}, UnitKind::PeoplesCommittee);
    for (int i = 0; i < divisions; ++i) {
        const UnitId division = builder.unit(u"Phòng số %1"_s.arg(i), root);
        for (int k = 0; k < 3; ++k)
            builder.unit(u"Tổ công tác số %1.%2"_s.arg(i).arg(k), division, UnitKind::Team);
    }
    return {builder.organisation(), kDay};
}

} // namespace

class TestFramedPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aChartThatFitsStandsWithinOnePage()
    {
        const auto fonts = FontTable::builtIn();
        const OrgView view = agencyOf(4);
        const auto framed = framedPicture(view, {.paper = PaperSize::A3, .title = u"SƠ ĐỒ"_s}, *fonts);
        QVERIFY(framed.has_value());
        QCOMPARE(framed->frames.size(), std::size_t{1});
        QCOMPARE(framed->frames[0].label, u"A3"_s);
        const QRectF &page = framed->frames[0].rect;
        QVERIFY(page.contains(framed->list.bounds));
        QCOMPARE(qRound(100 * page.width() / page.height()), qRound(100 * 420.0 / 297.0));
    }

    void aLargeChartIsCutAsItsSheetsAre()
    {
        const auto fonts = FontTable::builtIn();
        const OrgView view = agencyOf(120);
        ChartOptions options;
        options.view.preset = ChartPreset::Horizontal;
        const PageRequest page{.paper = PaperSize::A4};
        const auto framed = framedPicture(view, page, *fonts, options);
        QVERIFY(framed.has_value());
        const auto paper = chartOnPaper(view, {page, PageMode::Automatic}, *fonts, options);
        QVERIFY(paper.has_value());
        const bool hasOverview = !paper->document.pages.front().links.empty();
        QCOMPARE(framed->frames.size() + (hasOverview ? 1 : 0), paper->document.pages.size());
        QVERIFY(framed->frames.size() > 2);
        QCOMPARE(framed->frames[0].label, u"A4 A1"_s);
        for (const BoxItem &box : framed->list.boxes) {
            if (box.node.uid.isNull())
                continue;
            const auto holds = [&box](const PageFrame &frame) { return frame.rect.contains(box.rect.center()); };
            QCOMPARE(std::ranges::count_if(framed->frames, holds), 1);
        }
    }

    void whatIsFoldedOnTheScreenIsShownOnPaper()
    {
        const auto fonts = FontTable::builtIn();
        const OrgView view = agencyOf(4);
        ChartOptions options;
        options.folds.levels = 1;
        const PageRequest page{.paper = PaperSize::A3};
        QVERIFY(framedPicture(view, page, *fonts, options)->list == framedPicture(view, page, *fonts)->list);
    }
};

BM_TEST_MAIN(TestFramedPicture)
#include "test_framed_picture.moc"
