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
    if (stroke.style == StrokeStyle::Dashed)
        pen.setDashPattern({6, 4});
    return pen;
}

/// Sets pens and fonts only where they differ from the last.
class PaintState
{
public:
    explicit PaintState(QPainter &painter)
        : m_painter(painter)
    {}

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

private:
    QPainter &m_painter;
    std::optional<Stroke> m_stroke;
    std::optional<Rgba> m_color;
    std::optional<FontSpec> m_face;
};

} // namespace

void paint(QPainter &painter, const DisplayList &list)
{
    painter.save();
    PaintState state(painter);
    for (const LineItem &line : list.lines) {
        state.setStroke(line.stroke);
        painter.drawPolyline(list.points.data() + line.first, line.count);
    }
    for (const BoxItem &box : list.boxes) {
        state.setStroke(box.stroke);
        painter.setBrush(colorOf(box.fill));
        painter.drawRect(box.rect);
    }
    for (const TextItem &text : list.texts)
        state.drawText(text);
    painter.restore();
}

} // namespace bomay
