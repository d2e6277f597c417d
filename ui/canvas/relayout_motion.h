// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_scale.h"
#include "ui/canvas/chart_picture.h"

#include <QElapsedTimer>

#include <chrono>

class QPainter;

namespace bomay {

class PictureCache;

/// After an edit boxes glide from where they were seen to where they stand now, so that the eye can follow. Only what
/// is drawn moves: the picture is the new one at once, and so is what the mouse meets. Charts of many boxes do not
/// move; there nobody could follow.
class RelayoutMotion
{
public:
    static constexpr std::chrono::milliseconds kLength{200};
    static constexpr std::size_t kMostBoxes = 1500;

    /// Before the picture is made anew: where boxes are seen.
    void remember(const ChartPicture &picture, const CanvasScale &scale);
    /// Afterwards; nothing happens where nothing seen moved, or nearly all of it is another document's.
    void start(const ChartPicture &picture, const CanvasScale &scale);
    void stop() { m_moves.clear(); }
    [[nodiscard]] bool isRunning() const { return !m_moves.empty(); }

    /// Draws the chart as it is on its way now and stops at its end. The painter's unit is the pixel of the viewport,
    /// paper and desk are drawn already.
    void paint(QPainter &painter, const ChartPicture &picture, const CanvasScale &scale, const QRectF &port,
               double devicePixelRatio, PictureCache &pictures);

private:
    struct Move
    {
        std::size_t run; ///< of the picture's list
        QPointF way;     ///< mm, from its place back to where it came from
    };

    std::unordered_map<NodeRef, QPointF> m_before; ///< corners in the viewport
    std::vector<Move> m_moves;                     ///< of the picture it was started with
    QElapsedTimer m_clock;
};

} // namespace bomay
