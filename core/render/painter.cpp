// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/painter.h"

#include "core/render/fonts.h"

#include <QPainter>
#include <QPen>

#include <optional>

namespace bomay {

namespace {

QColor colorOf(Rgba color)
{
    return {color.red, color.green, color.blue, color.alpha};
}

QPen penOf(const Stroke &stroke)
{
    if (stroke.style == StrokeStyle::None)
        return Qt::NoPen;
    QPen pen(colorOf(stroke.color), stroke.width);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::MiterJoin);
    if (const std::vector<double> dashes = dashesOf(stroke); !dashes.empty())
        pen.setDashPattern({dashes.begin(), dashes.end()});
    return pen;
}

/// Letters of a size below this many pixels are drawn as bars.
constexpr double kReadablePixels = 3.5;

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
        , m_pixelsPerPoint(options.pixelsPerMm ? *options.pixelsPerMm * kMillimetresPerPoint : 0)
    {}

    void drawRun(const DisplayList &list, const ListRun &run)
    {
        for (std::size_t i = run.begin.lines; i < run.end.lines; ++i) {
            const LineItem &line = list.lines[i];
            setStroke(line.stroke);
            m_painter.drawPolyline(list.points.data() + line.first, line.count);
        }
        for (std::size_t i = run.begin.boxes; i < run.end.boxes; ++i) {
            const BoxItem &box = list.boxes[i];
            setStroke(box.stroke);
            setFill(box.fill);
            m_painter.drawRect(box.rect);
        }
        for (std::size_t i = run.begin.texts; i < run.end.texts; ++i) {
            const TextItem &text = list.texts[i];
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
        m_painter.setBrush(colorOf(fill));
    }

    /// Where letters would be too small to read: their grey, over their width and the height of small letters.
    void drawBar(const TextItem &text)
    {
        const double height = 0.45 * text.font.size * kMillimetresPerPoint;
        QColor grey = colorOf(text.color);
        grey.setAlpha(110);
        m_painter.fillRect(QRectF(text.baseline.x(), text.baseline.y() - height, text.width, height), grey);
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
            m_painter.setPen(colorOf(text.color));
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
    double m_pixelsPerPoint;
    std::optional<Stroke> m_stroke;
    std::optional<Rgba> m_fill;
    std::optional<Rgba> m_color;
    std::optional<FontSpec> m_face;
};

} // namespace

std::vector<double> dashesOf(const Stroke &stroke)
{
    if (stroke.style == StrokeStyle::Dashed)
        return {6, 4};
    return {};
}

void paint(QPainter &painter, const DisplayList &list, const PaintOptions &options)
{
    painter.save();
    PaintState state(painter, options);
    if (list.runs.empty())
        state.drawRun(list, {{}, list.mark(), list.bounds});
    for (const ListRun &run : list.runs)
        if (!options.visible || overlaps(run.rect, *options.visible))
            state.drawRun(list, run);
    painter.restore();
}

} // namespace bomay
