// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/fonts.h"
#include "core/render/frame_painter.h"
#include "core/render/painter.h"
#include "resources/resources.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize kWindow(320, 240);

/// Rows of boxes with a letter in each and a line below, every row a run.
DisplayList gridOf(int columns, int rows)
{
    DisplayList list;
    for (int row = 0; row < rows; ++row) {
        const ListMark begin = list.mark();
        for (int column = 0; column < columns; ++column) {
            const QRectF rect(column * 12, row * 8, 10, 6);
            list.boxes.push_back({rect, {255, 255, 255, 255}, Stroke{}, UnitId{}});
            list.texts.push_back({rect.bottomLeft() + QPointF(1, -1), 8, u"Ổ"_s, FontSpec{}, Rgba{}, UnitId{}});
        }
        list.addLine({QPointF(0, row * 8 + 7), QPointF(columns * 12, row * 8 + 7)}, Stroke{});
        list.closeRun(begin, QRectF(-1, row * 8 - 1, columns * 12 + 2, 9));
    }
    list.bounds = QRectF(0, 0, columns * 12, rows * 8);
    return list;
}

/// Rows of pictures, each another one.
DisplayList galleryOf(int columns, int rows)
{
    DisplayList list;
    for (int row = 0; row < rows; ++row) {
        const ListMark begin = list.mark();
        for (int column = 0; column < columns; ++column) {
            QImage image(60, 80, QImage::Format_RGB32);
            image.fill(QColor(20 * column, 20 * row, 90));
            Picture picture;
            QBuffer buffer(&picture.bytes);
            buffer.open(QIODevice::WriteOnly);
            image.save(&buffer, "PNG");
            list.images.push_back({QRectF(column * 8, row * 10, 6, 8), picture, UnitId{}});
        }
        list.closeRun(begin, QRectF(0, row * 10, columns * 8, 8));
    }
    list.bounds = QRectF(0, 0, columns * 8, rows * 10);
    return list;
}

/// What `paint` makes of a view at once.
QImage wholeFrame(const DisplayList &list, const QRectF &paper, const FrameView &view)
{
    QImage image(view.size, QImage::Format_RGB32);
    image.fill(Qt::gray);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(view.offset);
    painter.scale(view.scale, view.scale);
    painter.fillRect(paper, Qt::white);
    paint(painter, list, {std::nullopt, view.scale});
    return image;
}

/// How far two pictures are apart at their worst pixel, in levels of grey.
int largestDifference(const QImage &a, const QImage &b)
{
    int largest = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            largest = std::max(largest, std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))));
    return largest;
}

struct Window
{
    DisplayList list;
    QRectF paper;
    FramePainter frames;
    QImage image{kWindow, QImage::Format_RGB32};

    explicit Window(DisplayList chart)
        : list(std::move(chart))
        , paper(list.bounds.adjusted(-5, -5, 5, 5))
    {
        frames.setChart(list, paper, Qt::gray);
    }

    FramePainter::Frame draw(const FrameView &view)
    {
        QPainter painter(&image);
        return frames.draw(painter, view);
    }
};

} // namespace

class TestFramePainter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aFrameIsWhatPaintPaintsAlsoAfterItWasMoved()
    {
        Window window(gridOf(12, 12));
        FrameView view{4, {20, 30}, kWindow};
        for (const QPointF way : {QPointF(0, 0), QPointF(-37, 0), QPointF(5, -61), QPointF(0, 90), QPointF(-400, 0)}) {
            view.offset += way;
            QCOMPARE(window.draw(view), FramePainter::Frame::Sharp);
            QCOMPARE(window.image, wholeFrame(window.list, window.paper, view));
        }
        view.offset += QPointF(0.5, 0); // no whole pixel: painted anew
        QCOMPARE(window.draw(view), FramePainter::Frame::Sharp);
        QCOMPARE(window.image, wholeFrame(window.list, window.paper, view));
    }

    /// A frame does not wait for a hundred pictures: it is shown without them, and they come part by part. Once they
    /// are decoded every frame of about that scale has them at once.
    void picturesThatAreStillToBeDecodedComeLater()
    {
        Window window(galleryOf(10, 10));
        const FrameView view{3, {20, 10}, kWindow};
        const QImage whole = wholeFrame(window.list, window.paper, view);
        QCOMPARE(window.draw(view), FramePainter::Frame::Coarse);
        QVERIFY(largestDifference(window.image, whole) > 60);
        QCOMPARE(window.draw(view), FramePainter::Frame::Coarse); // it is not taken for the finished one
        int slices = 1;
        while (!window.frames.sharpen(std::chrono::milliseconds(0)))
            ++slices;
        QVERIFY(slices > 10);
        QCOMPARE(window.draw(view), FramePainter::Frame::Sharp);
        QCOMPARE(window.image, whole);
        window.frames.setChart(window.list, window.paper, Qt::gray); // as after an edit
        QCOMPARE(window.draw(view), FramePainter::Frame::Sharp);
        QCOMPARE(window.image, whole);
        QVERIFY(window.frames.pictures().memory() > 0);
    }

    /// The kept image is wrapped round its edges after a pan.
    void whatWasMovedIsScaledAsItWasSeen()
    {
        Window window(gridOf(80, 80));
        const FrameView before{0.3, {10, 10}, kWindow};
        window.draw(before);
        const FrameView moved{0.3, {-27, 35}, kWindow};
        QCOMPARE(window.draw(moved), FramePainter::Frame::Sharp);
        const QImage seen = window.image;
        const FrameView view{0.6, {-54, 70}, kWindow};
        QCOMPARE(window.draw(view), FramePainter::Frame::Coarse);
        QImage expected(kWindow, QImage::Format_RGB32);
        QPainter painter(&expected);
        painter.drawImage(QRectF(0, 0, 2 * kWindow.width(), 2 * kWindow.height()), seen);
        painter.end();
        QCOMPARE(window.image, expected);
        QCOMPARE(window.draw(moved), FramePainter::Frame::Sharp);
        QCOMPARE(window.image, seen);
    }

    void aFewBoxesAreSharpAtOnceAtAnyScale()
    {
        Window window(gridOf(8, 8));
        for (const double scale : {4.0, 2.0, 0.7, 9.0})
            QCOMPARE(window.draw({scale, {20, 30}, kWindow}), FramePainter::Frame::Sharp);
    }

    void manyBoxesAreScaledFirstAndSharpenedAfter()
    {
        Window window(gridOf(80, 80));
        const FrameView before{0.3, {10, 10}, kWindow};
        QCOMPARE(window.draw(before), FramePainter::Frame::Sharp); // there was none to scale
        const FrameView view{0.33, {7, 9}, kWindow};
        QCOMPARE(window.draw(view), FramePainter::Frame::Coarse);
        const QImage sharp = wholeFrame(window.list, window.paper, view);
        QVERIFY(window.image != sharp);
        // Scaled it is the same picture: as dark on the whole.
        const auto darkness = [](const QImage &image) {
            double sum = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    sum += 255 - qGray(image.pixel(x, y));
            return sum / image.height() / image.width();
        };
        QVERIFY(std::abs(darkness(window.image) - darkness(sharp)) < 12);
        int slices = 1;
        while (!window.frames.sharpen(std::chrono::milliseconds(0)))
            ++slices;
        QVERIFY(slices > 3);
        QCOMPARE(window.draw(view), FramePainter::Frame::Sharp);
        // At the edges of parts the rasteriser rounds otherwise; nobody sees that.
        QVERIFY(largestDifference(window.image, sharp) <= 1);
        QVERIFY(window.frames.sharpen(std::chrono::milliseconds(0)));
    }

    /// All of a chart may lie in a few rows of pixels; the hand does not wait for all of it there, either.
    void aFlatChartIsSharpenedInManyParts()
    {
        constexpr int kBoxes = 40'000;
        DisplayList flat;
        for (int i = 0; i < kBoxes; ++i) {
            const ListMark begin = flat.mark();
            flat.boxes.push_back({QRectF(i * 12, 0, 10, 6), {255, 255, 255, 255}, Stroke{}, UnitId{}});
            flat.closeRun(begin, QRectF(i * 12 - 1, -1, 12, 8));
        }
        flat.bounds = QRectF(0, 0, kBoxes * 12, 6);
        Window window(std::move(flat));
        const FrameView view{static_cast<double>(kWindow.width()) / (kBoxes * 12), {0, 20}, kWindow};
        window.draw({view.scale * 1.1, view.offset, kWindow});
        QCOMPARE(window.draw(view), FramePainter::Frame::Coarse);
        int slices = 1;
        while (!window.frames.sharpen(std::chrono::milliseconds(0)))
            ++slices;
        QVERIFY(slices >= 6);
        QCOMPARE(window.draw(view), FramePainter::Frame::Sharp);
        QCOMPARE(window.image, wholeFrame(window.list, window.paper, view));
    }

    /// A frame of many boxes is one run, which each part draws whole: it is not cut into parts that all draw it again.
    void oneRunOfManyBoxesIsPaintedOnce()
    {
        DisplayList list = gridOf(80, 80);
        list.runs.clear();
        list.closeRun({}, list.bounds);
        Window window(std::move(list));
        window.draw({0.3, {10, 10}, kWindow});
        const FrameView view{0.33, {7, 9}, kWindow};
        QCOMPARE(window.draw(view), FramePainter::Frame::Coarse);
        int slices = 1;
        while (!window.frames.sharpen(std::chrono::milliseconds(0)))
            ++slices;
        QVERIFY2(slices <= 3, qPrintable(QString::number(slices)));
        QCOMPARE(window.draw(view), FramePainter::Frame::Sharp);
    }

    void aViewThatWasLeftAgainIsNotSharpened()
    {
        Window window(gridOf(80, 80));
        const FrameView view{0.3, {10, 10}, kWindow};
        window.draw(view);
        QCOMPARE(window.draw({0.33, {7, 9}, kWindow}), FramePainter::Frame::Coarse);
        QCOMPARE(window.draw(view), FramePainter::Frame::Sharp); // back before it was ready
        QVERIFY(window.frames.sharpen(std::chrono::milliseconds(0)));
        QCOMPARE(window.draw(view), FramePainter::Frame::Sharp);
        QCOMPARE(window.image, wholeFrame(window.list, window.paper, view));
    }

    void anotherChartIsPaintedAnew()
    {
        Window window(gridOf(3, 3));
        const FrameView view{4, {20, 30}, kWindow};
        window.draw(view);
        window.list = gridOf(2, 2);
        window.frames.setChart(window.list, window.paper, Qt::gray);
        window.draw(view);
        QCOMPARE(window.image, wholeFrame(window.list, window.paper, view));
        QVERIFY(window.frames.memory() >= kWindow.width() * kWindow.height() * 4);
    }

    void connectorsAreSeenFromAfar()
    {
        DisplayList list;
        list.addLine({QPointF(0, 100), QPointF(1000, 100)}, Stroke{});
        list.closeRun({}, QRectF(0, 99, 1000, 2));
        list.bounds = QRectF(0, 0, 1000, 200);
        const QImage image = wholeFrame(list, list.bounds, {0.1, {0, 0}, {100, 20}});
        int darkest = 255;
        for (int y = 0; y < 20; ++y)
            darkest = std::min(darkest, qGray(image.pixel(50, y)));
        QVERIFY(darkest < 200);
    }
};

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    bomay::initResources();
    if (!bomay::loadBuiltInFonts())
        return 1;
    TestFramePainter test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_frame_painter.moc"
