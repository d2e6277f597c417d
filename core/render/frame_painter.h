// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list.h"
#include "core/render/painter.h"
#include "core/render/picture_cache.h"

#include <QColor>
#include <QImage>

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
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

/// The frames of a chart in a window, fast enough to follow the hand: of a frame that was only moved what came into
/// sight is painted, over what went out of it, so that no pixel is moved; at another scale the last frame is drawn
/// scaled until there is time to paint it sharp, part by part. Where the first frame of a chart has many pictures to
/// decode it is shown without them, and they come part by part. What is shown in the end is what `paint` paints. Not
/// thread-safe.
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

    /// The pictures that were decoded for frames, for what else is painted of the chart.
    [[nodiscard]] PictureCache &pictures() { return m_pictures; }

private:
    /// A part of a frame that is to be painted, and the runs of the list that may reach into it.
    struct Part
    {
        QRect rect;
        std::vector<std::uint32_t> runs;
    };

    /// A rectangle of the window, and how far its pixels lie from there in the kept image.
    struct Piece
    {
        QRect place;
        QPoint corner;
    };

    /// Paints a part of a view into an image whose corner stands at `corner` of the window's, as `paint` does.
    void paintPart(QImage &image, const FrameView &view, const Part &part, QPoint corner,
                   Undecoded undecoded = Undecoded::Decode);
    /// What of the chart (mm) colours a part.
    [[nodiscard]] static QRectF seenIn(const FrameView &view, const QRect &part);
    /// What painting a part costs about, in microseconds.
    [[nodiscard]] double costOf(const FrameView &view, const Part &part) const;
    /// Of it, what decoding its pictures costs.
    [[nodiscard]] double costOfDecoding(const FrameView &view, const Part &part) const;
    /// A frame that is to be painted part by part from now on.
    void want(const FrameView &view, Part whole);
    /// The runs within a part of the window; of a part of `whole` where that is given.
    [[nodiscard]] Part partOf(const FrameView &view, const QRect &rect, const Part *whole) const;
    /// A part cut across or along; nothing where that would be no use.
    [[nodiscard]] std::optional<std::pair<Part, Part>> halvesOf(const Part &part, bool isAcross) const;
    /// Halves a part until it is painted within a slice of time, and paints it. The other halves wait.
    void paintNext();
    [[nodiscard]] bool moveFrame(const FrameView &view);
    /// The window, in the at most four pieces that the kept image has of it.
    [[nodiscard]] std::vector<Piece> pieces() const;
    void drawFrame(QPainter &painter) const;
    /// Brings the kept image into one piece.
    void flatten();
    void drawScaled(QPainter &painter, const FrameView &view) const;

    PictureCache m_pictures;
    const DisplayList *m_list = nullptr;
    QRectF m_paper;
    QColor m_desk;
    std::vector<QRectF> m_blocks;      ///< mm; round so many runs each as `kRunsOfBlock` says
    QImage m_frame;                    ///< the last sharp one, wrapped round its edges
    bool m_lacksPictures = false;      ///< it was painted before some were decoded
    QPoint m_corner;                   ///< where in it the window's corner is
    std::optional<FrameView> m_view;   ///< its view; nothing = there is none
    QImage m_next;                     ///< the one that is being painted
    std::optional<FrameView> m_wanted; ///< its view
    std::vector<Part> m_parts;         ///< of it that are to be painted yet, the next one last
};

} // namespace bomay
