// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/municipal_tree.h"
#include "core/chart/chart_builder.h"
#include "core/chart/font_table.h"
#include "core/render/fonts.h"
#include "core/render/frame_painter.h"
#include "core/render/painter.h"
#include "resources/resources.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QGraphicsItem>
#include <QGraphicsScene>
#include <QGraphicsView>
#include <QPainter>
#include <QTest>
#include <QTextStream>

#include <algorithm>
#include <functional>
#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize kWindow(1920, 1080);
constexpr double kNear = 96 / 25.4; ///< pixels for a millimetre: as on paper
constexpr int kFrames = 60;

/// Milliseconds.
struct Times
{
    double median = 0;
    double p95 = 0;
};

Times timesOf(std::vector<double> samples)
{
    std::ranges::sort(samples);
    return {samples[samples.size() / 2], samples[samples.size() * 95 / 100]};
}

/// One way that a hand takes over the chart: how the window looks at it in each frame.
struct Path
{
    QString name;
    std::vector<FrameView> views;
};

FrameView viewAt(QPointF middle, double scale)
{
    const QPointF half(kWindow.width() / 2.0, kWindow.height() / 2.0);
    return {scale, QPointF((half - middle * scale).toPoint()), kWindow};
}

std::vector<Path> pathsOver(const DisplayList &chart)
{
    const QRectF bounds = chart.bounds;
    const double fit = std::min(kWindow.width() / bounds.width(), kWindow.height() / bounds.height());
    Path pan{u"pan_near"_s, {}};
    Path middle{u"pan_mid"_s, {}}; // most is in sight while letters are still letters
    Path far{u"pan_fit"_s, {}};
    Path zoom{u"zoom"_s, {}};
    for (int i = 0; i < kFrames; ++i) {
        const double part = static_cast<double>(i) / kFrames;
        pan.views.push_back(viewAt(bounds.center() + QPointF(30.0 * i / kNear, 10.0 * i / kNear), kNear));
        middle.views.push_back(viewAt(bounds.center() + QPointF(120.0 * i / kNear, 40.0 * i / kNear), kNear / 3.5));
        far.views.push_back(viewAt(bounds.center() + QPointF(8.0 * i / fit, 3.0 * i / fit), fit));
        // From the whole to the letters and back to the middle of the way, a wheel's step a frame.
        zoom.views.push_back(
            viewAt(bounds.center(), fit * std::pow(kNear / fit, part < 0.7 ? part / 0.7 : 1.7 - part)));
    }
    return {pan, middle, far, zoom};
}

std::vector<double> timed(const std::vector<FrameView> &views, const std::function<void(const FrameView &)> &draw)
{
    std::vector<double> samples;
    for (const FrameView &view : views) {
        QElapsedTimer timer;
        timer.start();
        draw(view);
        samples.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return samples;
}

/// A scene as one writes it first: an item for every box, text and line, in pixels of paper on the screen, letters in
/// fonts of their size.
void fill(QGraphicsScene &scene, const DisplayList &chart)
{
    const auto colour = [](Rgba rgba) { return QColor(rgba.red, rgba.green, rgba.blue, rgba.alpha); };
    for (const LineItem &line : chart.lines) {
        QPainterPath path(chart.points[static_cast<std::size_t>(line.first)] * kNear);
        for (int i = 1; i < line.count; ++i)
            path.lineTo(chart.points[static_cast<std::size_t>(line.first + i)] * kNear);
        scene.addPath(path, QPen(colour(line.stroke.color), line.stroke.width * kNear));
    }
    for (const BoxItem &box : chart.boxes)
        scene.addRect(QRectF(box.rect.topLeft() * kNear, box.rect.size() * kNear),
                      QPen(colour(box.stroke.color), box.stroke.width * kNear), colour(box.fill));
    for (const TextItem &text : chart.texts) {
        QFont font = fontAtEm(text.font);
        font.setPixelSize(qRound(text.font.size * 96 / 72));
        auto *item = scene.addSimpleText(text.text, font);
        item->setPos(text.baseline * kNear - QPointF(0, QFontMetricsF(font).ascent()));
    }
}

/// What was asked of the heap; 0 where nobody knows.
double megabytes()
{
#ifdef __GLIBC__
    return static_cast<double>(mallinfo2().uordblks + mallinfo2().hblkhd) / 1e6;
#else
    return 0;
#endif
}

} // namespace

/// Frames of the canvas beside those of a QGraphicsView in the same run. BOMAY_BENCH_N says of how many nodes; without
/// it the run is small and only shows that the bench works. Only a release build says something about speed.
class TestFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesBesideAGraphicsView()
    {
        const int wanted = qEnvironmentVariableIntValue("BOMAY_BENCH_N");
        const int n = wanted > 0 ? wanted : 200;
        const auto organisation = municipalOrganisation(municipalTree(n, 1));
        QVERIFY(organisation.has_value());
        const OrgView view(*organisation, Day::fromDate(QDate(2021, 12, 31)));
        const FontTable fonts = *FontTable::builtIn();
        QImage image(kWindow, QImage::Format_RGB32); // both ways paint into it
        const double empty = megabytes();
        const DisplayList chart = buildChart(view, fonts);
        FramePainter frames;
        frames.setChart(chart, chart.bounds, Qt::gray);
        QPainter painter(&image);
        const std::vector<Path> paths = pathsOver(chart);
        QTextStream out(stdout);
        QElapsedTimer first;
        first.start();
        frames.draw(painter, paths[2].views.front());
        out << u"n %1 boxes %2 first_frame %3 ms\n"_s.arg(n)
                   .arg(chart.boxes.size())
                   .arg(static_cast<double>(first.nsecsElapsed()) / 1e6, 0, 'f', 1);

        std::vector<Times> own;
        for (const Path &path : paths) {
            frames.setChart(chart, chart.bounds, Qt::gray);
            frames.draw(painter, path.views.front());
            std::vector<double> samples = timed(path.views, [&](const FrameView &at) { frames.draw(painter, at); });
            for (bool isSharp = false; !isSharp;) {
                const auto slice = timed({path.views.back()}, [&](const FrameView &) {
                    isSharp = frames.sharpen(std::chrono::milliseconds(2));
                });
                samples.push_back(slice.front());
            }
            own.push_back(timesOf(samples));
        }
        const double used = megabytes() - empty;

        QGraphicsScene scene;
        fill(scene, chart);
        QGraphicsView window(&scene);
        window.resize(kWindow);
        window.setRenderHint(QPainter::Antialiasing);
        window.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        window.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        QStringList slower;
        for (std::size_t i = 0; i < paths.size(); ++i) {
            // At most ten frames: of 100,000 boxes each takes seconds.
            std::vector<FrameView> some;
            for (std::size_t k = 0; k < paths[i].views.size(); k += paths[i].views.size() / 10)
                some.push_back(paths[i].views[k]);
            const Times naive = timesOf(timed(some, [&](const FrameView &at) {
                const QRectF seen(-at.offset / at.scale, QSizeF(kWindow) / at.scale);
                window.setTransform(QTransform::fromScale(at.scale / kNear, at.scale / kNear));
                window.setSceneRect(QRectF(seen.topLeft() * kNear, seen.size() * kNear));
                window.render(&painter, QRectF(image.rect()), QRect(QPoint(0, 0), kWindow));
            }));
            out << u"%1 median %2 ms p95 %3 ms | QGraphicsView median %4 ms p95 %5 ms | %6 times\n"_s
                       .arg(paths[i].name, -9)
                       .arg(own[i].median, 0, 'f', 2)
                       .arg(own[i].p95, 0, 'f', 2)
                       .arg(naive.median, 0, 'f', 2)
                       .arg(naive.p95, 0, 'f', 2)
                       .arg(naive.median / own[i].median, 0, 'f', 1);
            QVERIFY(own[i].median > 0 && naive.median > 0);
            if (own[i].median > naive.median)
                slower += paths[i].name;
        }
        out << u"memory %1 MB | QGraphicsView %2 MB\n"_s.arg(used, 0, 'f', 1)
                   .arg(megabytes() - empty - used, 0, 'f', 1);
        out.flush();
        if (wanted > 0) // a machine that does other things at the same time says nothing about speed
            QCOMPARE(slower, QStringList());
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    bomay::initResources();
    if (!bomay::loadBuiltInFonts())
        return 1;
    TestFrames test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_frames.moc"
