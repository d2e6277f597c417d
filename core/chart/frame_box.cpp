// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/frame_box.h"

#include "core/layout/grid.h"

#include <algorithm>

namespace bomay {

FrameBoxes::FrameBoxes(const ChartOptions &options, UnitBoxes &boxes, BlockWriter &writer, DisplayList &list)
    : m_options(options)
    , m_theme(options.theme)
    , m_boxes(boxes)
    , m_writer(writer)
    , m_list(list)
{}

std::vector<UnitBox> FrameBoxes::measureUnits(std::span<const int> units) const
{
    std::vector<UnitBox> boxes;
    boxes.reserve(units.size());
    for (const int unit : units)
        boxes.push_back(m_boxes.measure(unit, BoxWidth::Usual, UnitsBelow::LeftOut));
    return boxes;
}

std::vector<QSizeF> FrameBoxes::sizesOf(std::span<const UnitBox> boxes) const
{
    std::vector<QSizeF> sizes;
    sizes.reserve(boxes.size());
    for (const UnitBox &box : boxes)
        sizes.push_back(m_boxes.sizeOf(box));
    return sizes;
}

FrameBoxes::Frame FrameBoxes::measure(const QString &title, std::vector<UnitBox> boxes, int columns) const
{
    Frame frame{std::move(boxes), {}, {}, {}, {}};
    UnitBoxes::levelNames(frame.boxes, columns);
    GridPlacement grid = layoutGrid(sizesOf(frame.boxes), {.columns = columns, .gap = m_theme.gridGap});
    frame.cells = std::move(grid.boxes);
    frame.gridSize = grid.size;
    m_writer.add(frame.heading, title, m_theme.frameFont, std::max(grid.size.width(), m_theme.textWidth));
    const double padding = m_theme.framePadding;
    frame.size = {std::max(grid.size.width(), frame.heading.size.width()) + 2 * padding,
                  grid.size.height() + frame.heading.size.height() + 3 * padding};
    return frame;
}

double FrameBoxes::sideOf(const Frame &frame) const
{
    return m_theme.framePadding + frame.heading.size.height() / 2;
}

std::vector<FrameShape> FrameBoxes::shapes(const QString &title, std::span<const int> units) const
{
    const std::vector<UnitBox> boxes = measureUnits(units);
    std::vector<FrameShape> shapes;
    for (const int columns : gridColumnsWorthTrying(sizesOf(boxes), m_theme.gridGap)) {
        const Frame frame = measure(title, boxes, columns);
        shapes.push_back({columns, frame.size, sideOf(frame)});
    }
    return shapes;
}

int FrameBoxes::columnsForAspect(std::span<const int> units) const
{
    return gridColumnsForAspect(sizesOf(measureUnits(units)), m_theme.gridGap, m_options.gridAspect);
}

FrameShape FrameBoxes::draw(const QString &title, std::span<const int> units, int columns)
{
    const Frame frame = measure(title, measureUnits(units), columns);
    const double padding = m_theme.framePadding;
    m_list.boxes.push_back({{QPointF(0, 0), frame.size}, m_theme.paper, m_theme.frameStroke, {}});
    m_writer.draw({padding, padding, frame.size.width() - 2 * padding, frame.heading.size.height()}, frame.heading,
                  {{m_theme.ink, 0, StrokeStyle::None}, m_theme.paper}, {});
    const QPointF corner((frame.size.width() - frame.gridSize.width()) / 2, 2 * padding + frame.heading.size.height());
    for (std::size_t i = 0; i < frame.boxes.size(); ++i)
        m_boxes.draw(frame.boxes[i], frame.cells[i].translated(corner));
    return {columns, frame.size, sideOf(frame)};
}

} // namespace bomay
