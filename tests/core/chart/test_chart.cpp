// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/chart_builder.h"
#include "core/chart/font_table.h"
#include "core/chart/hit_test.h"
#include "core/chart/page.h"
#include "core/chart/paper_chart.h"
#include "tests/support/fixed_measurer.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const QString kVietnamese =
    u"aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"_s;

/// A UBND with a head, three deputies, `agencies` agencies with posts.
OrganisationBuilder sample(int agencies)
{
    OrganisationBuilder builder;
    const UnitId root = builder.unit(u"Ủy ban nhân dân thành phố"_s, {}, UnitKind::PeoplesCommittee);
    builder.post(root, u"Chủ tịch"_s, PostRole::Head);
    for (int i = 0; i < 3; ++i)
        builder.post(root, u"Phó Chủ tịch"_s, PostRole::Deputy, 1);
    for (int i = 0; i < agencies; ++i) {
        const UnitId agency = builder.unit(u"Phòng số %1 có tên dài"_s.arg(i), root, UnitKind::SpecialisedAgency);
        builder.post(agency, u"Trưởng phòng"_s, PostRole::Head);
        builder.post(agency, u"Phó Trưởng phòng"_s, PostRole::Deputy, 1, 2);
    }
    return builder;
}

DisplayList chartOf(const OrganisationBuilder &builder, const TextMeasurer &measurer)
{
    return buildChart(OrgView(builder.organisation(), day(u"2021-12-31"_s)), measurer);
}

const BoxItem *boxOf(const DisplayList &list, NodeRef node)
{
    for (const BoxItem &box : list.boxes)
        if (box.node == node)
            return &box;
    return nullptr;
}

} // namespace

class TestChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyUnitAndTextStaysInItsBoxAndTheBounds_data()
    {
        QTest::addColumn<int>("agencies");
        QTest::newRow("none") << 0;
        QTest::newRow("a row") << 3;
        QTest::newRow("a frame") << 13;
        QTest::newRow("many") << 200;
    }
    void everyUnitAndTextStaysInItsBoxAndTheBounds()
    {
        QFETCH(int, agencies);
        const auto fonts = FontTable::builtIn();
        QVERIFY(fonts.has_value());
        const OrganisationBuilder builder = sample(agencies);
        const DisplayList list = chartOf(builder, *fonts);
        for (const Unit &unit : builder.organisation().units())
            QVERIFY(boxOf(list, unit.id) != nullptr);
        const QRectF bounds = list.bounds.adjusted(-1e-6, -1e-6, 1e-6, 1e-6);
        for (const BoxItem &box : list.boxes)
            QVERIFY(bounds.contains(box.rect));
        for (const TextItem &text : list.texts) {
            const QRectF ink(text.baseline.x(), text.baseline.y() - fonts->ascent(text.font), text.width,
                             fonts->ascent(text.font) + fonts->descent(text.font));
            const bool inside =
                std::ranges::any_of(list.boxes, [&](const BoxItem &box) { return box.rect.contains(ink); });
            QVERIFY2(inside, qPrintable(text.text));
        }
    }

    void boxesOverlapOnlyWithTheirFrame()
    {
        const FixedMeasurer measurer;
        const DisplayList list = chartOf(sample(20), measurer);
        for (std::size_t i = 0; i < list.boxes.size(); ++i)
            for (std::size_t k = i + 1; k < list.boxes.size(); ++k) {
                if (list.boxes[i].node == NodeRef() || list.boxes[k].node == NodeRef())
                    continue; // a frame and its heading
                const QRectF common = list.boxes[i].rect & list.boxes[k].rect;
                QVERIFY(common.width() < 1e-6 || common.height() < 1e-6);
            }
    }

    void headStandsAboveDeputiesAboveUnits()
    {
        const FixedMeasurer measurer;
        const OrganisationBuilder builder = sample(3);
        const OrgView view(builder.organisation(), day(u"2021-12-31"_s));
        const DisplayList list = buildChart(view, measurer);
        const double unitBottom = boxOf(list, view.units()[0].id)->rect.bottom();
        QRectF head;
        double deputyTop = 1e9;
        double deputyBottom = 0;
        int deputies = 0;
        for (const ViewPost &post : view.posts()) {
            const BoxItem *box = boxOf(list, post.id);
            if (box == nullptr)
                continue; // posts of leaf units are lines of their box
            if (post.state.role == PostRole::Head) {
                head = box->rect;
            } else {
                ++deputies;
                deputyTop = std::min(deputyTop, box->rect.top());
                deputyBottom = std::max(deputyBottom, box->rect.bottom());
            }
        }
        QCOMPARE(deputies, 3);
        QVERIFY(head.top() > unitBottom);
        QVERIFY(deputyTop > head.bottom());
        for (int unit = 1; unit < sizeOf(view.units()); ++unit)
            QVERIFY(boxOf(list, view.units()[uz(unit)].id)->rect.top() > deputyBottom);
    }

    void manyLeavesStandInATitledGridInProtocolOrder()
    {
        const FixedMeasurer measurer;
        const OrganisationBuilder builder = sample(13);
        const DisplayList list = chartOf(builder, measurer);
        const bool titled = std::ranges::any_of(
            list.texts, [](const TextItem &text) { return text.text == u"Cơ quan chuyên môn (13)"_s; });
        QVERIFY(titled);
        const OrgView view(builder.organisation(), day(u"2021-12-31"_s));
        QPointF before(-1, -1);
        for (const int unit : view.unitsOfUnit(0)) {
            QPointF corner = boxOf(list, view.units()[uz(unit)].id)->rect.topLeft();
            for (const BoxItem &box : list.boxes)
                if (box.node == NodeRef(view.units()[uz(unit)].id) && box.rect.top() < corner.y())
                    corner = box.rect.topLeft();
            QVERIFY(corner.y() > before.y() + 1e-6 ||
                    (qAbs(corner.y() - before.y()) < 1e-6 && corner.x() > before.x()));
            before = corner;
        }
    }

    void aLineInAUnitsBoxSpeaksOfItsPost()
    {
        const FixedMeasurer measurer;
        OrganisationBuilder builder;
        const UnitId root = builder.unit(u"UBND phường"_s, {}, UnitKind::PeoplesCommittee);
        const PostId clerk = builder.post(root, u"Công chức"_s, PostRole::Staff);
        const UnitId office = builder.unit(u"Văn phòng"_s, root);
        const PostId head =
            builder.post(office, u"Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"_s, PostRole::Head);
        builder.holder(head, u"Nguyễn Văn An"_s);
        const PostId vacant = builder.post(office, u"Chuyên viên"_s, PostRole::Staff);
        const PostId alsoVacant = builder.post(office, u"Chuyên viên"_s, PostRole::Staff);
        const DisplayList list = chartOf(builder, measurer);
        const auto textsOf = [&list](NodeRef node) {
            QStringList texts;
            for (const TextItem &text : list.texts)
                if (text.node == node)
                    texts += text.text;
            return texts.join(u' ');
        };
        QCOMPARE(textsOf(root), u"UBND phường"_s);
        QCOMPARE(textsOf(clerk), u"Công chức (khuyết)"_s);
        QCOMPARE(textsOf(office), u"Văn phòng"_s);
        QCOMPARE(textsOf(head), u"Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân: Nguyễn Văn An"_s);
        QCOMPARE(textsOf(vacant), u"02 Chuyên viên (khuyết)"_s);
        QCOMPARE(textsOf(alsoVacant), QString()); // counted with the one before
        int lines = 0;
        for (const TextItem &text : list.texts) {
            QCOMPARE(nodeAt(list, rectOf(text, measurer).center(), measurer), std::optional(text.node));
            lines += text.node == NodeRef(head) ? 1 : 0;
        }
        QVERIFY(lines > 1); // each line of a long title means the post
        for (const BoxItem &box : list.boxes) {
            QCOMPARE(nodeAt(list, box.rect.topLeft() + QPointF(0.1, 0.1), measurer), std::optional(box.node));
            QCOMPARE(boxAt(list, box.rect.center()), std::optional(box.node));
        }
        QCOMPARE(nodeAt(list, list.bounds.bottomRight() + QPointF(1, 1), measurer), std::nullopt);
    }

    void equalInputGivesEqualPictures()
    {
        const FixedMeasurer measurer;
        const OrganisationBuilder builder = sample(13);
        QVERIFY(chartOf(builder, measurer) == chartOf(builder, measurer));
    }

    void wrappingIsEvenAndLosesNothing()
    {
        const FixedMeasurer measurer;
        const FontSpec font{FontFace::Serif, FontWeight::Regular, FontSlant::Upright, 10};
        const QString text = u"Hội đồng nhân dân thành phố Thủ Đức"_s;
        const double limit = measurer.width(u"Hội đồng nhân dân thành phố Thủ", font);
        const QStringList lines = wrapText(text, font, limit, measurer);
        QCOMPARE(lines.join(u' '), text);
        QCOMPARE(lines, QStringList({u"Hội đồng nhân dân"_s, u"thành phố Thủ Đức"_s}));
        QCOMPARE(wrapText(u"Không-bẻ-từ-dài"_s, font, 1, measurer), QStringList{u"Không-bẻ-từ-dài"_s});
        QCOMPARE(wrapText({}, font, 1, measurer).size(), 1);
    }

    void linesEndWhereWordsEnd_data()
    {
        QTest::addColumn<QString>("widest");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("title and body") << u"Phó Chủ tịch Ủy ban nh"_s
                                        << QStringList{u"Phó Chủ tịch"_s, u"Ủy ban nhân dân"_s};
        QTest::newRow("type and name") << u"Ủy ban nhân dân Thành phố"_s
                                       << QStringList{u"Ủy ban nhân dân"_s, u"Thành phố Hồ Chí Minh"_s};
        QTest::newRow("ward") << u"Ủy ban nhân dân phường"_s << QStringList{u"Ủy ban nhân dân"_s, u"phường An Phú"_s};
        QTest::newRow("name of several syllables")
            << u"UBND Phường Thủ Dầu M"_s << QStringList{u"UBND"_s, u"Phường Thủ Dầu Một"_s};
        QTest::newRow("comma") << u"Phòng Công chức, Viên"_s << QStringList{u"Phòng Công chức,"_s, u"Viên chức"_s};
        QTest::newRow("one line more") << u"Văn phòng Hội đồng nhân"_s
                                       << QStringList{u"Văn phòng"_s, u"Hội đồng nhân dân"_s, u"và Ủy ban nhân dân"_s};
        QTest::newRow("no room for it whole") << u"dân"_s << QStringList{u"nhân"_s, u"dân"_s};
        QTest::newRow("no syllables") << u"Department of Hea"_s << QStringList{u"Department of"_s, u"Health"_s};
        QTest::newRow("and") << u"Thanh tra, kiểm tra nội"_s
                             << QStringList{u"Thanh tra, kiểm tra"_s, u"và giải quyết đơn"_s};
    }
    void linesEndWhereWordsEnd()
    {
        QFETCH(QString, widest);
        QFETCH(QStringList, lines);
        const FixedMeasurer measurer;
        const FontSpec font{FontFace::Serif, FontWeight::Regular, FontSlant::Upright, 10};
        QCOMPARE(wrapText(lines.join(u' '), font, measurer.width(widest, font), measurer), lines);
    }

    void pageFitsEveryPaperAndNeverEnlarges_data()
    {
        QTest::addColumn<QString>("paper");
        for (const char *name : {"A4", "A3", "A2", "A1", "A0", "900x300", "100x100"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void pageFitsEveryPaperAndNeverEnlarges()
    {
        QFETCH(QString, paper);
        const FixedMeasurer measurer;
        const OrganisationBuilder builder = sample(40);
        const PageRequest request{*paperSizeOf(paper), Orientation::Automatic, u"Sơ đồ"_s, u"(31/12/2021)"_s};
        const Page page = fitChart(OrgView(builder.organisation(), day(u"2021-12-31"_s)), request, measurer);
        QVERIFY(page.scale <= 1);
        const QRectF area =
            QRectF(QPointF(0, 0), page.size).adjusted(30, 20, -15, -20).adjusted(-1e-6, -1e-6, 1e-6, 1e-6);
        QVERIFY(area.contains(page.list.bounds));
        for (const BoxItem &box : page.list.boxes)
            QVERIFY(area.contains(box.rect));
    }

    void paperIsNamedOrOfAFreeSize_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QSizeF>("size");
        QTest::addColumn<QString>("name");
        QTest::newRow("ISO") << u"a3"_s << QSizeF(297, 420) << u"A3"_s;
        QTest::newRow("free") << u"900x1200"_s << QSizeF(900, 1200) << u"900 × 1200 mm"_s;
        QTest::newRow("as it is written") << u" 1200 × 841,5 mm"_s << QSizeF(1200, 841.5) << u"1200 × 841.5 mm"_s;
        QTest::newRow("ISO in numbers") << u"210x297"_s << QSizeF(210, 297) << u"A4"_s;
        QTest::newRow("too small") << u"99.9x300"_s << QSizeF() << QString();
        QTest::newRow("too large") << u"300x5000,1"_s << QSizeF() << QString();
        QTest::newRow("no size") << u"A9"_s << QSizeF() << QString();
    }
    void paperIsNamedOrOfAFreeSize()
    {
        QFETCH(QString, text);
        QFETCH(QSizeF, size);
        QFETCH(QString, name);
        const std::optional<PaperSize> paper = paperSizeOf(text);
        QCOMPARE(paper.has_value(), size.isValid());
        if (!paper)
            return;
        QCOMPARE(sizeOfPaper(*paper), size);
        QCOMPARE(nameOf(*paper), name);
        QCOMPARE(paperSizeOf(name), paper);
    }

    void aPageIsNeverWithoutATitle()
    {
        OrganisationBuilder builder;
        const UnitId root = builder.unit(u"Ủy ban nhân dân phường"_s, {}, UnitKind::PeoplesCommittee);
        const UnitId office = builder.unit(u"Văn phòng"_s, root, UnitKind::Division);
        const OrgView view(builder.organisation(), day(u"2021-12-31"_s));
        ChartView chartView;
        DocumentInfo info;
        const auto title = [&] { return titledPageFor(view, info, chartView).title; };
        QCOMPARE(title(), u"Sơ đồ tổ chức Ủy ban nhân dân phường"_s);
        chartView.root = office;
        QCOMPARE(title(), u"Sơ đồ tổ chức Văn phòng"_s);
        info.title = u"Bộ máy phường"_s;
        QCOMPARE(title(), u"Bộ máy phường"_s);
        chartView.title = u"Văn phòng phường"_s;
        QCOMPARE(title(), u"Văn phòng phường"_s);
    }

    void aFreeSizeIsTurnedOnlyWhereThatIsAskedFor()
    {
        PageRequest request{.paper = {900, 300}};
        QCOMPARE(sheetSizes(request), std::vector{QSizeF(900, 300)});
        request.orientation = Orientation::Portrait;
        QCOMPARE(sheetSizes(request), std::vector{QSizeF(300, 900)});
        request = {.paper = PaperSize::A4};
        QCOMPARE(sheetSizes(request), (std::vector{QSizeF(210, 297), QSizeF(297, 210)}));
    }

    /// Many branches with branches of their own: in single rows nobody could read them.
    void branchesFoldWhereThatMakesTheLettersLarger()
    {
        const auto fonts = FontTable::builtIn();
        QVERIFY(fonts.has_value());
        OrganisationBuilder builder;
        const UnitId root = builder.unit(u"Ủy ban nhân dân"_s, {}, UnitKind::PeoplesCommittee);
        for (int i = 0; i < 12; ++i) {
            const UnitId agency = builder.unit(u"Sở số %1"_s.arg(i), root, UnitKind::SpecialisedAgency);
            builder.post(agency, u"Giám đốc"_s, PostRole::Head);
            for (int k = 0; k < 4; ++k)
                builder.unit(u"Phòng số %1.%2"_s.arg(i).arg(k), agency, UnitKind::Division);
        }
        const OrgView view(builder.organisation(), day(u"2021-12-31"_s));
        const Page page = fitChart(view, {PaperSize::A3, Orientation::Automatic, u"Sơ đồ"_s, {}}, *fonts);
        QVERIFY(page.unfoldedText.has_value());
        QVERIFY2(page.smallestText > 1.3 * *page.unfoldedText,
                 qPrintable(u"%1 %2"_s.arg(page.smallestText).arg(*page.unfoldedText)));
        for (std::size_t i = 0; i < page.list.boxes.size(); ++i)
            for (std::size_t k = 0; k < i; ++k)
                QVERIFY(
                    !page.list.boxes[i].rect.adjusted(1e-6, 1e-6, -1e-6, -1e-6).intersects(page.list.boxes[k].rect));
    }

    void aSmallChartStaysAsItIs()
    {
        const auto fonts = FontTable::builtIn();
        QVERIFY(fonts.has_value());
        const OrgView view(sample(3).organisation(), day(u"2021-12-31"_s));
        QVERIFY(!fitChart(view, {PaperSize::A3, Orientation::Automatic, {}, {}}, *fonts).unfoldedText);
    }

    void builtInFontsMeasureAllOfVietnamese()
    {
        const auto fonts = FontTable::builtIn();
        QVERIFY(fonts.has_value());
        const FontSpec font{FontFace::Serif, FontWeight::Bold, FontSlant::Upright, 72};
        for (const QChar letter : kVietnamese + kVietnamese.toUpper()) {
            const double width = fonts->width(QStringView(&letter, 1), font);
            // 72 pt are 25.4 mm: a letter is narrower than its size and has some width.
            QVERIFY2(width > 3 && width < 27, qPrintable(QString(letter)));
        }
        QCOMPARE(fonts->width(u"ab", font), fonts->width(u"a", font) + fonts->width(u"b", font));
        // Liberation Serif is as wide as Times New Roman: a digit is half an em.
        const FontSpec regular{FontFace::Serif, FontWeight::Regular, FontSlant::Upright, 72};
        QCOMPARE(fonts->width(u"0", regular), 12.7);
    }
};

BM_TEST_MAIN(TestChart)
#include "test_chart.moc"
