// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/unit_box.h"

namespace bomay {

/// One way to fill a frame.
struct FrameShape
{
    int columns = 1;
    QSizeF size;     ///< mm
    double side = 0; ///< mm below the upper edge: the middle of the heading
};

/// Leaf units as a grid in a titled frame (khối).
class FrameBoxes
{
public:
    FrameBoxes(const ChartOptions &options, UnitBoxes &boxes, BlockWriter &writer, DisplayList &list);

    /// The shapes that such a frame can have, narrow and high first; nothing is drawn.
    [[nodiscard]] std::vector<FrameShape> shapes(const QString &title, std::span<const int> units) const;
    /// The shape with the columns that come nearest to the options' aspect.
    [[nodiscard]] int columnsForAspect(std::span<const int> units) const;
    /// Draws it about the corner (0, 0).
    FrameShape draw(const QString &title, std::span<const int> units, int columns);

private:
    /// A frame measured for a number of columns.
    struct Frame
    {
        std::vector<UnitBox> boxes;
        TextBlock heading;
        std::vector<QRectF> cells; ///< of the boxes, from the grid's corner
        QSizeF gridSize;
        QSizeF size;
    };

    [[nodiscard]] std::vector<UnitBox> measureUnits(std::span<const int> units) const;
    [[nodiscard]] std::vector<QSizeF> sizesOf(std::span<const UnitBox> boxes) const;
    [[nodiscard]] Frame measure(const QString &title, std::vector<UnitBox> boxes, int columns) const;
    [[nodiscard]] double sideOf(const Frame &frame) const;

    const ChartOptions &m_options;
    const Theme &m_theme;
    UnitBoxes &m_boxes;
    BlockWriter &m_writer;
    DisplayList &m_list;
};

} // namespace bomay
