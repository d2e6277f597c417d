// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/grid.h"

#include "core/base/numbers.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace bomay {

namespace {

/// Where box k stands in a grid of so many columns.
struct GridShape
{
    int columns;
    int rows;
    GridOrder order;

    [[nodiscard]] int column(int k) const { return order == GridOrder::ByRow ? k % columns : k / rows; }
    [[nodiscard]] int row(int k) const { return order == GridOrder::ByRow ? k / columns : k % rows; }
};

[[nodiscard]] int ceilDiv(int a, int b)
{
    return (a + b - 1) / b;
}

/// Filled by column, the last columns asked for may stay empty (5 boxes in 4 columns: 2 + 2 + 1); they take no room.
[[nodiscard]] GridShape gridShape(int count, int columns, GridOrder order)
{
    const int wanted = std::clamp(columns, 1, count);
    const int rows = ceilDiv(count, wanted);
    return {order == GridOrder::ByRow ? wanted : ceilDiv(count, rows), rows, order};
}

struct GridTracks
{
    std::vector<double> widths;
    std::vector<double> heights;
};

[[nodiscard]] GridTracks gridTracks(std::span<const QSizeF> sizes, const GridShape &shape)
{
    GridTracks tracks{std::vector<double>(uz(shape.columns)), std::vector<double>(uz(shape.rows))};
    for (int k = 0; k < sizeOf(sizes); ++k) {
        double &width = tracks.widths[uz(shape.column(k))];
        double &height = tracks.heights[uz(shape.row(k))];
        width = std::max(width, sizes[uz(k)].width());
        height = std::max(height, sizes[uz(k)].height());
    }
    return tracks;
}

[[nodiscard]] double extent(const std::vector<double> &tracks, double gap)
{
    return std::accumulate(tracks.begin(), tracks.end(), 0.0) + gap * static_cast<double>(tracks.size() - 1);
}

[[nodiscard]] std::vector<double> trackStarts(const std::vector<double> &tracks, double gap)
{
    std::vector<double> starts(tracks.size());
    for (std::size_t i = 1; i < tracks.size(); ++i)
        starts[i] = starts[i - 1] + tracks[i - 1] + gap;
    return starts;
}

} // namespace

GridPlacement layoutGrid(std::span<const QSizeF> sizes, const GridOptions &options)
{
    GridPlacement placement;
    placement.size = QSizeF(0, 0);
    if (sizes.empty())
        return placement;

    const GridShape shape = gridShape(sizeOf(sizes), options.columns, options.order);
    const GridTracks tracks = gridTracks(sizes, shape);
    const std::vector<double> lefts = trackStarts(tracks.widths, options.gap);
    const std::vector<double> tops = trackStarts(tracks.heights, options.gap);
    placement.boxes.reserve(sizes.size());
    for (int k = 0; k < sizeOf(sizes); ++k) {
        const std::size_t column = uz(shape.column(k));
        const std::size_t row = uz(shape.row(k));
        placement.boxes.emplace_back(lefts[column], tops[row], tracks.widths[column], tracks.heights[row]);
    }
    placement.size = QSizeF(extent(tracks.widths, options.gap), extent(tracks.heights, options.gap));
    return placement;
}

int gridColumnsForAspect(std::span<const QSizeF> sizes, double gap, double aspect)
{
    if (sizes.empty())
        return 1;

    const int count = sizeOf(sizes);
    double narrowest = std::numeric_limits<double>::infinity();
    double highest = 0;
    for (const QSizeF &size : sizes) {
        narrowest = std::min(narrowest, size.width());
        highest = std::max(highest, size.height());
    }

    // Twice too wide is as far off as twice too high, so distances are those of logarithms.
    const double target = std::log(aspect);
    int best = 1;
    double bestDistance = std::numeric_limits<double>::infinity();
    for (int columns = 1; columns <= count; ++columns) {
        // The grid is at least this wide for its height. Once that alone is too far off, more columns only make it
        // worse; so about the root of the boxes' number is tried, not all of it.
        const int rows = ceilDiv(count, columns);
        const double leastAspect = (columns * narrowest + (columns - 1) * gap) / (rows * highest + (rows - 1) * gap);
        if (std::log(leastAspect) - target > bestDistance)
            break;

        const GridTracks tracks = gridTracks(sizes, gridShape(count, columns, GridOrder::ByRow));
        const double ratio = extent(tracks.widths, gap) / extent(tracks.heights, gap);
        const double distance = std::abs(std::log(ratio) - target);
        if (distance < bestDistance) {
            best = columns;
            bestDistance = distance;
        }
    }
    return best;
}

std::vector<int> gridColumnsWorthTrying(std::span<const QSizeF> sizes, double gap)
{
    std::vector<int> worthwhile;
    const int count = sizeOf(sizes);
    double lowest = std::numeric_limits<double>::infinity();
    int rowsBefore = 0;
    for (int columns = 1; columns <= count; ++columns) {
        // With as many rows as before it is wider and mostly no lower.
        const int rows = ceilDiv(count, columns);
        if (rows == rowsBefore)
            continue;
        rowsBefore = rows;
        const double height = extent(gridTracks(sizes, gridShape(count, columns, GridOrder::ByRow)).heights, gap);
        if (height < lowest) {
            worthwhile.push_back(columns);
            lowest = height;
        }
    }
    return worthwhile;
}

} // namespace bomay
