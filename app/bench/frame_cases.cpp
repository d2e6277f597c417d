// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/frame_cases.h"

#include "app/bench/sqlite_reference.h"
#include "core/chart/chart_builder.h"
#include "core/render/fonts.h"
#include "core/render/painter.h"
#include "core/session/session.h"

#include <QImage>
#include <QPainter>
#include <QTemporaryDir>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

using Timings = Result<std::pair<Timing, Timing>>;

constexpr QSize kWindow(1920, 1080);
constexpr double kNaturalScale = 96 / 25.4; ///< pixels for a millimetre where the chart is as large as on paper

class Screen
{
public:
    void paintWindow(const DisplayList &chart, double scale, QPointF corner)
    {
        m_image.fill(Qt::white);
        QPainter painter(&m_image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        painter.translate(-corner);
        paint(painter, chart, {QRectF(corner, QSizeF(kWindow) / scale), scale});
    }

    void paintWhole(const DisplayList &chart) { paintWindow(chart, fitScale(chart), chart.bounds.topLeft()); }

    /// The least that a frame can cost.
    int blend()
    {
        const QImage picture = m_picture;
        QPainter painter(&m_image);
        painter.drawImage(0, 0, picture);
        return m_image.width();
    }

    [[nodiscard]] static double fitScale(const DisplayList &chart)
    {
        const QSizeF size = chart.bounds.size();
        return std::min(kWindow.width() / size.width(), kWindow.height() / size.height());
    }

private:
    QImage m_image{kWindow, QImage::Format_ARGB32_Premultiplied};
    QImage m_picture{kWindow, QImage::Format_ARGB32_Premultiplied};
};

double pixelsPerMillimetre(const DisplayList &chart, FrameScale scale)
{
    switch (scale) {
    case FrameScale::Near:
        return kNaturalScale;
    case FrameScale::Far:
        return 0.1 * kNaturalScale;
    case FrameScale::Fit:
        break;
    }
    return Screen::fitScale(chart);
}

/// Opens a document as the window does, and stops the clock at a frame; what comes after it is off the clock.
class Opening
{
public:
    Opening(QString document, const FontTable &fonts)
        : m_document(std::move(document))
        , m_fonts(fonts)
        , m_ports(systemPorts())
    {
        m_ports.protection = m_folder.path();
        m_ports.locksFiles = true;
    }

    /// Milliseconds to the frame.
    [[nodiscard]] Result<double> timeTo(FrameOf frame)
    {
        m_chart = {}; // of the last run
        const double start = threadMilliseconds();
        std::optional<double> structureShown;
        BM_TRY(const std::unique_ptr<Session> session, Session::open(m_document, m_ports, [&](const OrgView &view) {
                   show(view);
                   structureShown = threadMilliseconds();
               }));
        if (frame == FrameOf::Structure && structureShown)
            return *structureShown - start;
        show(session->view());
        return threadMilliseconds() - start;
    }

private:
    void show(const OrgView &view)
    {
        m_chart = buildChart(view, m_fonts);
        m_screen.paintWhole(m_chart);
    }

    QString m_document;
    const FontTable &m_fonts;
    QTemporaryDir m_folder;
    SessionPorts m_ports;
    Screen m_screen;
    DisplayList m_chart;
};

} // namespace

Timings timeFrames(const DisplayList &chart, FrameScale frame, const RunBudget &budget)
{
    constexpr int kStops = 16;
    BM_TRY_VOID(loadBuiltInFonts());
    Screen screen;
    const double scale = pixelsPerMillimetre(chart, frame);
    const QRectF bounds = chart.bounds;
    const QSizeF window = QSizeF(kWindow) / scale;
    const QPointF way(std::max(0.0, bounds.width() - window.width()), std::max(0.0, bounds.height() - window.height()));
    int stop = 0;
    const Timing job = measure(
        [&] {
            const double part = static_cast<double>(stop++ % kStops) / (kStops - 1);
            screen.paintWindow(chart, scale, bounds.topLeft() + way * part);
            return stop;
        },
        budget);
    return std::pair(job, measure([&] { return screen.blend(); }, budget));
}

Timings timeOpening(const QString &document, const FontTable &fonts, FrameOf frame, const RunBudget &budget)
{
    BM_TRY_VOID(loadBuiltInFonts());
    Opening opening(document, fonts);
    Result<> outcome;
    const Timing job = repeat(
        [&] {
            const Result<double> taken = opening.timeTo(frame);
            if (!taken)
                outcome = std::unexpected(taken.error());
            return taken.value_or(0);
        },
        budget);
    BM_TRY_VOID(outcome);
    Screen screen;
    const RawTables tables = frame == FrameOf::Structure ? RawTables::Structure : RawTables::All;
    const auto readAndBlend = [&]() -> Result<std::vector<RawTable>> {
        BM_TRY(std::vector<RawTable> cells, readRawTables(document, tables));
        static_cast<void>(screen.blend());
        return cells;
    };
    BM_TRY(const Timing reference, measureTried(readAndBlend, budget));
    return std::pair(job, reference);
}

} // namespace bomay
