// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list.h"

#include <QColor>
#include <QImage>

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

class QPainter;

namespace bomay {

/// White, or what the theme of a chart has.
[[nodiscard]] QColor paperColor(const DisplayList &list);

/// How a window looks at a chart.
struct FrameView
{
    double scale = 1; ///< pixels for a millimetre
    QPointF offset;   ///< where the chart's origin stands, in pixels of the window
    QSize size;       ///< pixels

    friend bool operator==(const FrameView &, const FrameView &) = default;
};

/// The frames of a chart in a window, fast enough to follow the hand: a frame that was only moved is moved as pixels,
/// and what came into sight is painted; at another scale the last frame is drawn scaled until there is time to paint it
/// sharp, part by part. What is shown in the end is what `paint` paints. Not thread-safe.
class FramePainter
{
public:
    /// Another chart: the next frame is painted anew. `paper` (mm) is white or as the chart's theme has it, what is
    /// round it has the colour of `desk`. The list must stay as it is until the next call.
    void setChart(const DisplayList &list, const QRectF &paper, const QColor &desk);

    enum class Frame { Sharp, Coarse };
    /// Draws the frame at the origin of a painter whose unit is the pixel. A coarse one is to be sharpened and drawn
    /// again.
    Frame draw(QPainter &painter, const FrameView &view);

    /// Works on the sharp frame of the view that was drawn last for about so long. True: it is ready to be drawn.
    bool sharpen(std::chrono::milliseconds budget);

    /// Bytes that the kept frames take.
    [[nodiscard]] qsizetype memory() const { return m_frame.sizeInBytes() + m_next.sizeInBytes(); }

private:
    /// A part of a frame that is to be painted, and the runs of the list that may reach into it.
    struct Part
    {
        QRect rect;
        std::vector<std::uint32_t> runs;
    };

    /// Paints a part of a view into an image, as `paint` does.
    void paintPart(QImage &image, const FrameView &view, const QRect &part,
                   std::optional<std::span<const std::uint32_t>> runs = {}) const;
    [[nodiscard]] Part partOf(const FrameView &view, const QRect &rect, const Part *whole) const;
    /// Halves a part until it is painted within a slice of time, and paints it. The other halves wait.
    void paintNext();
    [[nodiscard]] bool moveFrame(const FrameView &view);
    void drawScaled(QPainter &painter, const FrameView &view) const;
    /// Would a whole frame be ready at once?
    [[nodiscard]] bool isLight(const FrameView &view) const;

    const DisplayList *m_list = nullptr;
    QRectF m_paper;
    QColor m_desk;
    QImage m_frame;                    ///< the last sharp one
    std::optional<FrameView> m_view;   ///< its view; nothing = there is none
    QImage m_next;                     ///< the one that is being painted
    std::optional<FrameView> m_wanted; ///< its view
    bool m_isBegun = false;            ///< its parts are known
    std::vector<Part> m_parts;         ///< of it that are to be painted yet, the next one last
};

} // namespace bomay
