// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"
#include "core/chart/paper_chart.h"
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

/// A city with communes, each with divisions; the first division of the first has a team.
struct City
{
    OrganisationBuilder builder;
    UnitId root = builder.unit(u"UBND Thành phố"_s, {}, UnitKind::PeoplesCommittee);
    std::vector<UnitId> communes;
    std::vector<UnitId> divisions;
    UnitId team;

    explicit City(int count)
    {
        for (int i = 0; i < count; ++i) {
            communes.push_back(builder.unit(u"UBND phường %1"_s.arg(i + 1), root, UnitKind::PeoplesCommittee));
            for (const QString &name : {u"Văn phòng"_s, u"Phòng Kinh tế"_s, u"Phòng Văn hóa"_s})
                divisions.push_back(builder.unit(u"%1 %2"_s.arg(name).arg(i + 1), communes.back()));
        }
        team = builder.unit(u"Đội Quản lý"_s, divisions.front(), UnitKind::Team);
    }

    [[nodiscard]] PaperDocument booklet() const
    {
        PaperRequest request;
        request.page.paper = PaperSize::A4;
        request.page.title = u"Sơ đồ"_s;
        request.mode = PageMode::Booklet;
        return chartOnPaper(OrgView(builder.organisation(), kDay), request, FixedMeasurer())->document;
    }
};

/// Where the link at the middle of a rectangle leads; −1 = there is none.
int linkAt(const Page &page, const QRectF &rect)
{
    for (const PageLink &link : page.links)
        if (link.rect.contains(rect.center()))
            return link.page;
    return -1;
}

int linkAtText(const Page &page, const QString &words)
{
    for (const TextItem &text : page.list.texts)
        if (text.text == words)
            return linkAt(page, {text.baseline - QPointF(0, 1), QSizeF(text.width, 1)});
    return -2;
}

} // namespace

class TestBooklet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatAViewFoldsAwayHasNoPage()
    {
        const City city(3);
        const OrgView view(city.builder.organisation(), kDay);
        PaperRequest request;
        request.mode = PageMode::Booklet;
        ChartOptions options;
        BranchMark mark;
        mark.node = city.communes.front();
        mark.layout = BranchLayout::Folded;
        const auto names = [&] {
            QStringList outline;
            const Result<PaperChart> chart = chartOnPaper(view, request, FixedMeasurer(), options);
            for (const OutlineEntry &entry : chart->document.outline)
                outline += entry.title;
            return outline;
        };
        QVERIFY(names().contains(u"UBND phường 1"_s) && names().contains(u"Văn phòng 1"_s));
        options.marks.emplace(mark.node, mark);
        QVERIFY(!names().contains(u"UBND phường 1"_s) && !names().contains(u"Văn phòng 1"_s));
        QVERIFY(names().contains(u"UBND phường 2"_s));
        // Nor does the index tell of what no page draws.
        const Result<PaperChart> folded = chartOnPaper(view, request, FixedMeasurer(), options);
        for (const Page &page : folded->document.pages)
            QVERIFY(!says(page.list, u"Văn phòng 1"_s));
        // Folded above what is drawn, it does not matter.
        options.marks.clear();
        mark.node = city.root;
        options.marks.emplace(mark.node, mark);
        options.view.root = city.communes.front();
        QVERIFY(names().contains(u"Văn phòng 1"_s));
    }

    void everyBranchHasAPageThatIsReachedAndLeadsBack()
    {
        const City city(2);
        const PaperDocument booklet = city.booklet();
        // Overview, two communes, the division with a team, index.
        QCOMPARE(booklet.pages.size(), 5U);
        for (std::size_t i = 0; i < booklet.pages.size(); ++i) {
            QCOMPARE(booklet.pages[i].label, QString::number(i + 1));
            for (const PageLink &link : booklet.pages[i].links)
                QVERIFY(link.page >= 0 && link.page < sizeOf(booklet.pages));
        }
        const Page &overview = booklet.pages[0];
        QCOMPARE(linkAt(overview, boxOf(overview.list, city.communes[1])->rect), 3);
        QVERIFY(says(overview.list, u"tr. 4"_s));
        QVERIFY(boxOf(overview.list, city.divisions[0]) == nullptr);
        const Page &commune = booklet.pages[1];
        QVERIFY(says(commune.list, u"UBND phường 1"_s));
        QVERIFY(boxOf(commune.list, city.divisions[2]) != nullptr && boxOf(commune.list, city.communes[1]) == nullptr);
        QCOMPARE(linkAtText(commune, u"UBND Thành phố"_s), 0);
        QCOMPARE(linkAt(commune, boxOf(commune.list, city.divisions[0])->rect), 2);
        QCOMPARE(linkAt(commune, boxOf(commune.list, city.divisions[1])->rect), -1); // nothing is below it
        const Page &division = booklet.pages[2];
        QCOMPARE(linkAtText(division, u"UBND Thành phố › UBND phường 1"_s), 1);
    }

    void theIndexNamesEveryUnitOnceByName()
    {
        const City city(30);
        const PaperDocument booklet = city.booklet();
        QStringList names;
        for (const Page &page : booklet.pages)
            if (says(page.list, u"Mục lục tra cứu"_s)) {
                for (const TextItem &text : page.list.texts)
                    if (text.text.size() > 3 && text.text != u"Mục lục tra cứu"_s)
                        names += text.text;
                for (const PageLink &link : page.links)
                    QVERIFY(QRectF(QPointF(0, 0), page.size).contains(link.rect));
            }
        QCOMPARE(names.size(), 1 + 30 * 4 + 1);
        QCOMPARE(names.count(u"UBND phường 17"_s), 1);
        QCOMPARE(names.front(), u"Đội Quản lý"_s);
        const Page &last = booklet.pages.back();
        QCOMPARE(linkAtText(last, u"Văn phòng 2"_s), 3); // on the page of the unit above: no page of its own
    }

    void unitsOfOneNameAreToldApartInTheIndex()
    {
        City city(2);
        for (const UnitId commune : city.communes)
            city.builder.unit(u"Trung tâm"_s, commune);
        const PaperDocument booklet = city.booklet();
        QCOMPARE(linkAtText(booklet.pages.back(), u"Trung tâm (UBND phường 1)"_s), 1);
        QCOMPARE(linkAtText(booklet.pages.back(), u"Trung tâm (UBND phường 2)"_s), 3);
    }

    void theOutlineFollowsThePages()
    {
        const PaperDocument booklet = City(2).booklet();
        QStringList lines;
        for (const OutlineEntry &entry : booklet.outline)
            lines += u"%1 %2 %3"_s.arg(entry.level).arg(entry.title).arg(entry.page);
        QCOMPARE(lines, (QStringList{u"0 Tổng quan 0"_s, u"0 UBND phường 1 1"_s, u"1 Văn phòng 1 2"_s,
                                     u"0 UBND phường 2 3"_s, u"0 Mục lục tra cứu 4"_s}));
    }

    /// The overview of 200 communes is the page with the smallest letters.
    void pagesWithSmallLettersAreNamedWithWhatWouldHelp()
    {
        const City city(200);
        const OrgView view(city.builder.organisation(), kDay);
        PaperRequest request;
        request.page.paper = PaperSize::A4;
        request.mode = PageMode::Booklet;
        request.floor = 1;
        const auto large = chartOnPaper(view, request, FixedMeasurer());
        QVERIFY(large.has_value() && !smallPagesNote(*large, request));
        request.floor = large->smallestText + 0.1;
        const auto chart = chartOnPaper(view, request, FixedMeasurer());
        QVERIFY(chart.has_value());
        QCOMPARE(chart->small.size(), 1U);
        QCOMPARE(chart->small.front().page, 0);
        const auto note = smallPagesNote(*chart, request);
        QVERIFY(note.has_value());
        QCOMPARE(note->code, u"booklet-text-small"_s);
        QCOMPARE(note->args.value(u"count"_s), u"1"_s);
        QCOMPARE(note->args.value(u"pages"_s), u"1"_s);
        QCOMPARE(note->args.value(u"paper"_s), u"A3"_s);
        request.page.paper = PaperSize::A3;
        QVERIFY(chartOnPaper(view, request, FixedMeasurer())->small.empty());
        request.page.paper = PaperSize::A4;
        request.floor = 100; // no paper is large enough, and all pages but those of the index are too small
        const auto none = chartOnPaper(view, request, FixedMeasurer());
        QVERIFY(none.has_value() && none->small.size() > 200 && !none->paperFor);
        QVERIFY(smallPagesNote(*none, request)->args.value(u"pages"_s).startsWith(u"1, 2 (UBND phường 1), "_s));
        QVERIFY(smallPagesNote(*none, request)->args.value(u"pages"_s).endsWith(u"…"_s));
    }

    /// The numbers beside the boxes are no smaller than the letters of their page.
    void numbersOfPagesAreAsLargeAsTheChart()
    {
        for (const int communes : {3, 40})
            for (const Page &page : City(communes).booklet().pages)
                QVERIFY(smallestTextOf(page.list) >= std::min(7.0, page.smallestText));
    }

    void composingCanBeStopped_data()
    {
        QTest::addColumn<PageMode>("mode");
        QTest::newRow("booklet") << PageMode::Booklet;
        QTest::newRow("sheets") << PageMode::Sheets;
        QTest::newRow("one page") << PageMode::One;
    }
    void composingCanBeStopped()
    {
        QFETCH(PageMode, mode);
        const City city(30);
        PaperRequest request;
        request.page.paper = PaperSize::A4;
        request.mode = mode;
        const auto compose = [&](int most) {
            int steps = 0;
            const auto chart = chartOnPaper(OrgView(city.builder.organisation(), kDay), request, FixedMeasurer(), {},
                                            [&steps, most](int /*done*/, int /*total*/) { return ++steps < most; });
            return std::pair(steps, chart.has_value() ? QString() : chart.error().code());
        };
        const int all = compose(1000000).first;
        QVERIFY(all >= 2);
        for (const int most : {1, all})
            QCOMPARE(compose(most), std::pair(most, u"cancelled"_s));
    }

    void textsStayOnTheirPages()
    {
        for (const Page &page : City(12).booklet().pages)
            for (const TextItem &text : page.list.texts)
                QVERIFY2(QRectF(QPointF(0, 0), page.size).contains(QRectF(text.baseline, QSizeF(text.width, 0.1))),
                         qPrintable(text.text));
    }
};

BM_TEST_MAIN(TestBooklet)
#include "test_booklet.moc"
