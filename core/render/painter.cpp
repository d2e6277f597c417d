// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/painter.h"

#include "core/render/fonts.h"
#include "core/render/picture_cache.h"
#include "core/render/picture_image.h"

#include <QPainter>
#include <QPen>

#include <algorithm>
#include <optional>

namespace bomay {

namespace {

QColor penColor(Rgba color)
{
    return {color.red, color.green, color.blue, color.alpha};
}

QPen penOf(const Stroke &stroke)
{
    if (stroke.style == StrokeStyle::None)
        return Qt::NoPen;
    QPen pen(penColor(stroke.color), stroke.width);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::MiterJoin);
    if (const std::vector<double> dashes = dashesOf(stroke); !dashes.empty())
        pen.setDashPattern({dashes.begin(), dashes.end()});
    return pen;
}

/// Letters of a size below this many pixels are drawn as bars.
constexpr double kReadablePixels = 3.5;
/// Below this many they are no more than a darker box.
constexpr double kVisiblePixels = 1.5;
/// Boxes lower than this many pixels are drawn as one tone, without an edge of their own.
constexpr double kTinyBoxPixels = 4;
/// No line of a screen is thinner, or a chart seen from afar would lose its connectors.
constexpr double kThinnestPixels = 0.6;
/// Pictures lower than this many pixels are drawn as one tone.
constexpr double kTinyImagePixels = 8;
constexpr Rgba kImageTone{170, 170, 170, 255};
/// How much of a tiny box its letters darken.
constexpr double kLettersInk = 0.12;

/// QRectF::intersects says no for the flat rectangle of a single vertical line.
bool overlaps(const QRectF &a, const QRectF &b)
{
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

/// Sets pens and fonts only where they differ from the last.
class PaintState
{
public:
    PaintState(QPainter &painter, const PaintOptions &options)
        : m_painter(painter)
        , m_pixelsPerMm(options.pixelsPerMm.value_or(0))
        , m_pixelsPerPoint(m_pixelsPerMm * kMillimetresPerPoint)
        , m_visible(options.visible)
        , m_pictures(options.pictures)
        , m_undecoded(options.undecoded)
    {}

    void drawRun(const DisplayList &list, const ListRun &run)
    {
        for (std::size_t i = run.begin.lines; i < run.end.lines; ++i) {
            const LineItem &line = list.lines[i];
            if (!drawThin(line, list.points.data() + line.first)) {
                setStroke(line.stroke);
                m_painter.drawPolyline(list.points.data() + line.first, line.count);
            }
            if (line.headAtBegin || line.headAtEnd)
                drawHeads(list, line);
        }
        for (std::size_t i = run.begin.boxes; i < run.end.boxes; ++i) {
            const BoxItem &box = list.boxes[i];
            if (box.rect.height() * m_pixelsPerMm < kTinyBoxPixels && m_pixelsPerMm > 0) {
                m_painter.fillRect(box.rect, toneOf(box));
                continue;
            }
            setStroke(box.stroke);
            setFill(box.fill);
            m_painter.drawRect(box.rect);
        }
        for (std::size_t i = run.begin.images; i < run.end.images; ++i)
            if (!m_visible || overlaps(list.images[i].rect, *m_visible)) // decoding it may take long
                drawImage(list.images[i]);
        for (std::size_t i = run.begin.texts; i < run.end.texts; ++i) {
            const TextItem &text = list.texts[i];
            if (m_pixelsPerPoint > 0 && text.font.size * m_pixelsPerPoint < kVisiblePixels)
                continue;
            if (m_pixelsPerPoint > 0 && text.font.size * m_pixelsPerPoint < kReadablePixels)
                drawBar(text);
            else
                drawText(text);
        }
    }

private:
    void setFill(Rgba fill)
    {
        if (m_fill == fill)
            return;
        m_fill = fill;
        m_painter.setBrush(penColor(fill));
    }

    /// A line of a screen that is about a pixel wide, where it runs straight up and across: as filled rectangles, which
    /// the raster engine draws many times as fast as strokes. False: it is another kind of line.
    bool drawThin(const LineItem &line, const QPointF *points)
    {
        if (m_pixelsPerMm <= 0 || line.stroke.style != StrokeStyle::Solid || line.stroke.width * m_pixelsPerMm > 1.5)
            return false;
        for (int i = 1; i < line.count; ++i)
            if (points[i].x() != points[i - 1].x() && points[i].y() != points[i - 1].y())
                return false;
        const double half = std::max(line.stroke.width, kThinnestPixels / m_pixelsPerMm) / 2;
        for (int i = 1; i < line.count; ++i)
            m_painter.fillRect(QRectF(points[i - 1], points[i]).normalized().adjusted(-half, -half, half, half),
                               penColor(line.stroke.color));
        return true;
    }

    void drawHeads(const DisplayList &list, const LineItem &line)
    {
        m_painter.setPen(Qt::NoPen);
        m_stroke.reset();
        setFill(line.stroke.color);
        for (const auto &head : headsOf(list, line))
            m_painter.drawConvexPolygon(head.data(), static_cast<int>(head.size()));
    }

    /// The tone that fill, edge and letters of a box make together from afar.
    static QColor toneOf(const BoxItem &box)
    {
        const double area = box.rect.width() * box.rect.height();
        const double edge =
            box.stroke.style == StrokeStyle::None ? 0 : 2 * (box.rect.width() + box.rect.height()) * box.stroke.width;
        const double ink = std::min(0.75, area > 0 ? edge / area + (box.node.uid.isNull() ? 0 : kLettersInk) : 1);
        const auto mix = [ink](std::uint8_t fill, std::uint8_t stroke) {
            return static_cast<int>((1 - ink) * fill + ink * stroke);
        };
        return {mix(box.fill.red, box.stroke.color.red), mix(box.fill.green, box.stroke.color.green),
                mix(box.fill.blue, box.stroke.color.blue), box.fill.alpha};
    }

    /// Where letters would be too small to read: their grey, over their width and the height of small letters.
    void drawBar(const TextItem &text)
    {
        const double height = 0.45 * text.font.size * kMillimetresPerPoint;
        QColor grey = penColor(text.color);
        grey.setAlpha(110);
        m_painter.fillRect(QRectF(text.baseline.x(), text.baseline.y() - height, text.width, height), grey);
    }

    void drawImage(const ImageItem &item)
    {
        if (m_pixelsPerMm > 0 && !isDrawnWithPixels(item, m_pixelsPerMm)) {
            m_painter.fillRect(item.rect, penColor(kImageTone));
            return;
        }
        const QSizeF pixels = m_pixelsPerMm > 0 ? item.rect.size() * m_pixelsPerMm
                                                : m_painter.deviceTransform().mapRect(item.rect).size();
        if (m_pictures != nullptr && m_undecoded == Undecoded::GreyGround && !m_pictures->has(item.picture, pixels)) {
            m_painter.fillRect(item.rect, penColor(kImageTone));
            return;
        }
        const QImage image =
            m_pictures != nullptr ? m_pictures->image(item.picture, pixels) : imageFor(item.picture, pixels);
        if (image.isNull()) {
            const DisplayList cross = missingImage(item.rect);
            drawRun(cross, {{}, cross.mark(), cross.bounds});
            return;
        }
        const bool wasSmooth = m_painter.testRenderHint(QPainter::SmoothPixmapTransform);
        m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
        m_painter.drawImage(item.rect, image);
        m_painter.setRenderHint(QPainter::SmoothPixmapTransform, wasSmooth);
    }

    void setStroke(const Stroke &stroke)
    {
        if (m_stroke == stroke)
            return;
        m_stroke = stroke;
        m_painter.setPen(penOf(stroke));
    }

    void drawText(const TextItem &text)
    {
        if (m_color != text.color || m_stroke) {
            m_painter.setPen(penColor(text.color));
            m_color = text.color;
            m_stroke.reset();
        }
        FontSpec face = text.font;
        face.size = 0; // one font object for all sizes of a face
        if (m_face != face) {
            m_face = face;
            m_painter.setFont(fontAtEm(face));
        }
        const QTransform before = m_painter.transform();
        const double scale = text.font.size * kMillimetresPerPoint / kEmPixels;
        m_painter.translate(text.baseline);
        m_painter.scale(scale, scale);
        m_painter.drawText(QPointF(0, 0), text.text);
        m_painter.setTransform(before);
    }

    QPainter &m_painter;
    double m_pixelsPerMm; ///< 0 = paper
    double m_pixelsPerPoint;
    std::optional<QRectF> m_visible; ///< mm
    PictureCache *m_pictures;
    Undecoded m_undecoded;
    std::optional<Stroke> m_stroke;
    std::optional<Rgba> m_fill;
    std::optional<Rgba> m_color;
    std::optional<FontSpec> m_face;
};

} // namespace

std::vector<double> dashesOf(const Stroke &stroke)
{
    switch (stroke.style) {
    case StrokeStyle::Dashed:
        return {6, 4};
    case StrokeStyle::Dotted:
        return {1.2, 2.4};
    case StrokeStyle::DashDotted:
        return {6, 2.5, 1.2, 2.5};
    case StrokeStyle::None:
    case StrokeStyle::Solid:
        break;
    }
    return {};
}

bool isDrawnWithPixels(const ImageItem &image, double pixelsPerMm)
{
    return image.rect.height() * pixelsPerMm >= kTinyImagePixels;
}

void paint(QPainter &painter, const DisplayList &list, const PaintOptions &options)
{
    painter.save();
    PaintState state(painter, options);
    if (list.runs.empty())
        state.drawRun(list, {{}, list.mark(), list.bounds});
    const auto draw = [&](const ListRun &run) {
        if (!options.visible || overlaps(run.rect, *options.visible))
            state.drawRun(list, run);
    };
    if (options.runs)
        for (const std::uint32_t run : *options.runs)
            draw(list.runs[run]);
    else
        std::ranges::for_each(list.runs, draw);
    painter.restore();
}

} // namespace bomay
