// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"
#include "core/chart/tiles.h"
#include "core/layout/tidy_tree.h"
#include "tests/support/fixed_measurer.h"
#include "tests/support/sample_pictures.h"
#include "tests/support/test_main.h"

#include <QLineF>

#include <map>
#include <random>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

NodeRef nodeOf(int number)
{
    return UnitId{Uid{0, static_cast<std::uint64_t>(number) + 1}};
}

/// A chart of a random tree: boxes with a text and lines from parent to child, each box with a frame round it or a
/// picture in it now and then.
DisplayList randomChart(std::mt19937 &random, int boxes)
{
    const auto between = [&random](int low, int high) {
        return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1));
    };
    std::vector<int> parents;
    std::vector<double> widths;
    std::vector<double> heights;
    std::vector<int> path;
    for (int i = 0; i < boxes; ++i) {
        path.resize(std::min(path.size(), uz(between(1, 5))));
        parents.push_back(path.empty() ? -1 : path.back());
        path.push_back(i);
        widths.push_back(between(15, 70));
        heights.push_back(between(8, 40));
    }
    const std::vector<QRectF> rects = layoutTidyTree({parents, widths, heights});
    DisplayList list;
    for (int i = 0; i < boxes; ++i) {
        const QRectF &rect = rects[uz(i)];
        const ListMark begin = list.mark();
        if (between(0, 9) == 0)
            list.boxes.push_back({rect.adjusted(-1, -1, 1, 1), {}, {{}, 0.2, StrokeStyle::Dashed}, {}});
        list.boxes.push_back({rect, {}, {}, nodeOf(i)});
        list.texts.push_back({rect.center() - QPointF(5, 0), 10, QString::number(i), {}, {}, nodeOf(i)});
        if (between(0, 4) == 0)
            list.images.push_back({rect.adjusted(1, 1, -1, -1), pictureOfSize({3, 4}), nodeOf(i)});
        list.bounds = list.bounds.united(rect.adjusted(-1, -1, 1, 1));
        if (parents[uz(i)] >= 0) {
            const QRectF &above = rects[uz(parents[uz(i)])];
            const double rail = above.bottom() + 4;
            list.addLine({{above.center().x(), above.bottom()},
                          {above.center().x(), rail},
                          {rect.center().x(), rail},
                          {rect.center().x(), rect.top()}},
                         {});
        }
        list.closeRun(begin, rect);
    }
    return list;
}

double lengthOf(const DisplayList &list, const Stroke &stroke)
{
    double length = 0;
    for (const LineItem &line : list.lines)
        if (line.stroke == stroke)
            for (int k = 0; k + 1 < line.count; ++k)
                length += QLineF(list.points[uz(line.first + k)], list.points[uz(line.first + k + 1)]).length();
    return length;
}

bool isCut(const LineItem &line)
{
    return line.stroke.color.red == 120;
}

/// Does a picture stand on so many sheets of A4?
bool fitsOn(const DisplayList &chart, double scale, QSize sheets)
{
    const auto document = tilesOf(chart, {{297, 210}, scale, {}}, Theme{}, FixedMeasurer());
    if (!document)
        return false;
    QSize used(0, 0);
    for (const Page &page : document->pages)
        if (page.label != u"0"_s)
            used = used.expandedTo({page.label.mid(1).toInt(), page.label.front().unicode() - u'A' + 1});
    return used.width() <= sheets.width() && used.height() <= sheets.height();
}

/// Does a line run through the inside of a rectangle?
bool crosses(QPointF a, QPointF b, const QRectF &rect)
{
    const QRectF inside = rect.adjusted(0.01, 0.01, -0.01, -0.01);
    const QRectF way = QRectF(a, b).normalized();
    return way.left() < inside.right() && way.right() > inside.left() && way.top() < inside.bottom() &&
           way.bottom() > inside.top();
}

} // namespace

class TestTiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyBoxIsWholeOnOneSheetAndNoCutRunsThroughIt()
    {
        const FixedMeasurer measurer;
        std::mt19937 random(7);
        for (int round = 0; round < 60; ++round) {
            const int boxes = 1 + static_cast<int>(random() % 400);
            const DisplayList chart = randomChart(random, boxes);
            const double scale = round % 3 == 0 ? 1 : 0.6;
            const TileRequest request{round % 2 == 0 ? QSizeF(210, 297) : QSizeF(297, 210), scale, u"Thử"_s};
            const auto document = tilesOf(chart, request, Theme{}, measurer);
            QVERIFY(document.has_value());
            std::map<QString, int> seen;
            std::map<QString, int> named;
            std::size_t pictures = 0;
            double length = 0;
            for (const Page &page : document->pages) {
                if (page.label == u"0"_s)
                    continue;
                const QRectF sheet(QPointF(0, 0), page.size);
                for (const BoxItem &box : page.list.boxes) {
                    QVERIFY(sheet.adjusted(11.9, 11.9, -11.9, -11.9).contains(box.rect));
                    if (!box.node.uid.isNull())
                        ++seen[QString::number(box.node.uid.low)];
                }
                for (const TextItem &text : page.list.texts)
                    if (!text.node.uid.isNull())
                        ++named[text.text];
                pictures += page.list.images.size();
                for (const ImageItem &image : page.list.images)
                    QVERIFY(std::ranges::any_of(page.list.boxes, [&image](const BoxItem &box) {
                        return box.node == image.node && box.rect.contains(image.rect);
                    }));
                for (const LineItem &line : page.list.lines)
                    for (int k = 0; isCut(line) && k + 1 < line.count; ++k)
                        for (const BoxItem &box : page.list.boxes)
                            QVERIFY(box.node.uid.isNull() ||
                                    !crosses(page.list.points[uz(line.first + k)],
                                             page.list.points[uz(line.first + k + 1)], box.rect));
                Stroke stroke;
                stroke.width *= scale;
                length += lengthOf(page.list, stroke) / scale;
            }
            QCOMPARE(sizeOf(seen), boxes);
            QCOMPARE(sizeOf(named), boxes);
            QCOMPARE(pictures, chart.images.size());
            for (const auto &[box, times] : seen)
                QVERIFY2(times == 1, qPrintable(box));
            for (const auto &[text, times] : named)
                QVERIFY2(times == 1, qPrintable(text));
            QVERIFY2(std::abs(length - lengthOf(chart, {})) < 0.01 * boxes,
                     qPrintable(u"%1: %2, not %3"_s.arg(round).arg(length).arg(lengthOf(chart, {}))));
        }
    }

    void bothSidesOfACutNameEachOther()
    {
        const FixedMeasurer measurer;
        DisplayList chart;
        for (int i = 0; i < 4; ++i) {
            chart.boxes.push_back({{i * 80.0, 0, 70, 20}, {}, {}, nodeOf(i)});
            chart.bounds = chart.bounds.united(chart.boxes.back().rect);
        }
        const auto document = tilesOf(chart, {{210, 297}, 1, {}}, Theme{}, measurer);
        QVERIFY(document.has_value());
        QCOMPARE(document->pages.size(), 3U); // the overview, then two sheets
        const auto says = [&](int page, const QString &text) {
            return std::ranges::any_of(document->pages[uz(page)].list.texts,
                                       [&](const TextItem &item) { return item.text == text; });
        };
        QVERIFY(says(1, u"A2 →"_s) && says(2, u"← A1"_s));
        QCOMPARE(document->pages[0].links.size(), 2U);
        QCOMPARE(document->outline.at(1).title, u"A2"_s);
        // The cut is in the gap: at 155 between the boxes that end at 150 and begin at 160, or along an edge.
        const auto cutOf = [&](int page) {
            const DisplayList &list = document->pages[uz(page)].list;
            const auto line = std::ranges::find_if(list.lines, isCut);
            return line == list.lines.end() ? QPointF() : list.points[uz(line->first)];
        };
        QVERIFY(cutOf(1).x() >= 12 + 150 && cutOf(1).x() <= 12 + 160);
    }

    void aBoxAcrossEveryPlaceIsGoneRound()
    {
        const FixedMeasurer measurer;
        DisplayList chart; // bricks: no straight cut runs between them
        for (int row = 0; row < 6; ++row)
            for (int i = 0; i < 8; ++i) {
                const QRectF rect(i * 60.0 + (row % 2) * 30, row * 22.0, 58, 20);
                chart.boxes.push_back({rect, {}, {}, nodeOf(row * 8 + i)});
                chart.bounds = chart.bounds.united(rect);
            }
        const auto document = tilesOf(chart, {{210, 297}, 1, {}}, Theme{}, measurer);
        QVERIFY(document.has_value());
        bool goesRound = false;
        for (const Page &page : document->pages)
            for (const LineItem &line : page.list.lines)
                goesRound = goesRound || (isCut(line) && line.count > 2);
        QVERIFY(goesRound);
    }

    void aBoxLargerThanASheetIsRefused()
    {
        const FixedMeasurer measurer;
        DisplayList chart;
        chart.boxes.push_back({{0, 0, 400, 20}, {}, {}, nodeOf(0)});
        chart.bounds = chart.boxes.back().rect;
        const auto document = tilesOf(chart, {{210, 297}, 1, {}}, Theme{}, measurer);
        QVERIFY(!document.has_value());
        QCOMPARE(document.error().code(), u"box-wider-than-sheet"_s);
    }

    void aGridOfSheetsIsFilledAsLargeAsItCanBe()
    {
        std::mt19937 random(3);
        const DisplayList chart = randomChart(random, 200);
        for (const QSize grid : {QSize(1, 1), QSize(2, 2), QSize(4, 3)}) {
            const double scale = scaleForTiles(chart, {297, 210}, grid);
            QVERIFY(scale < 1);
            QVERIFY(fitsOn(chart, scale, grid));
            QVERIFY(!fitsOn(chart, scale * 1.0001, grid));
        }
        DisplayList small;
        small.boxes.push_back({{0, 0, 50, 20}, {}, {}, nodeOf(0)});
        small.bounds = small.boxes.back().rect;
        QCOMPARE(scaleForTiles(small, {297, 210}, {2, 2}), 1.0); // never enlarged
    }

    /// A title that is wider than the chart it stands over has to find room, too.
    void whatStandsOutOverTheBoundsFitsAsWell()
    {
        DisplayList chart;
        chart.boxes.push_back({{0, 0, 100, 20}, {}, {}, nodeOf(0)});
        chart.bounds = chart.boxes.back().rect;
        chart.texts.push_back({{-300, -20}, 700, u"Một tiêu đề rất dài"_s, {}, {}, {}});
        const double scale = scaleForTiles(chart, {297, 210}, {1, 1});
        QVERIFY(fitsOn(chart, scale, {1, 1}));
    }

    /// A count is drawn as a pile of boxes: it stays one on one sheet, and its edges are no frame.
    void aPileIsNotCut()
    {
        DisplayList chart;
        for (int i = 0; i < 6; ++i) {
            const ListMark begin = chart.mark();
            const QRectF rect(i * 60.0, 0, 50, 20);
            for (const double step : {2.4, 1.2, 0.0})
                chart.boxes.push_back({rect.translated(step, step), {255, 255, 255, 255}, {}, {}});
            chart.closeRun(begin, rect.adjusted(0, 0, 2.4, 2.4));
            chart.bounds = chart.bounds.united(chart.runs.back().rect);
        }
        const auto document = tilesOf(chart, {{210, 297}, 1, {}}, Theme{}, FixedMeasurer());
        QVERIFY(document.has_value());
        qsizetype whole = 0;
        for (const Page &page : document->pages)
            if (page.label != u"0"_s)
                whole += std::ranges::count_if(page.list.boxes, [](const BoxItem &box) {
                    return box.stroke.style != StrokeStyle::None && box.rect.width() > 49;
                });
        QCOMPARE(whole, 18);
    }

    void rowsAreNamedLikeColumnsOfASheet()
    {
        QCOMPARE(nameOfTileRow(0), u"A"_s);
        QCOMPARE(nameOfTileRow(25), u"Z"_s);
        QCOMPARE(nameOfTileRow(26), u"AA"_s);
        QCOMPARE(nameOfTileRow(701), u"ZZ"_s);
    }
};

BM_TEST_MAIN(TestTiles)
#include "test_tiles.moc"
