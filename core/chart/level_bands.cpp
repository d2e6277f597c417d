// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/level_bands.h"

#include "core/base/numbers.h"
#include "core/chart/text_block.h"

#include <algorithm>
#include <limits>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr double kDistance = 5;   ///< mm from the picture
constexpr double kTextWidth = 22; ///< mm of a line at the left margin, and what it grows by where words are many
constexpr double kWidestText = 4 * kTextWidth;
constexpr double kGap = 1; ///< mm between two labels

bool isRow(BranchForm form)
{
    return form == BranchForm::Tidy || form == BranchForm::Abreast;
}

/// Where each level begins, in the direction in which the chart grows.
std::vector<double> levelStarts(std::span<const ListRun> runs, std::span<const int> levels, bool growsRight)
{
    std::vector<double> starts;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (levels[i] < 0)
            continue;
        if (levels[i] >= sizeOf(starts))
            starts.resize(uz(levels[i]) + 1, std::numeric_limits<double>::max());
        double &start = starts[uz(levels[i])];
        start = std::min(start, growsRight ? runs[i].rect.left() : runs[i].rect.top());
    }
    return starts;
}

/// Where the boxes of a level end: what hangs below them is no level.
double levelEnd(std::span<const ListRun> runs, std::span<const int> levels, int level, bool growsRight)
{
    double end = 0;
    bool isFirst = true;
    for (std::size_t i = 0; i < levels.size(); ++i)
        if (levels[i] == level) {
            const double own = growsRight ? runs[i].rect.right() : runs[i].rect.bottom();
            end = isFirst ? own : std::max(end, own);
            isFirst = false;
        }
    return end;
}

} // namespace

std::vector<int> rowLevels(std::span<const ChartPart> parts)
{
    std::vector<int> levels(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (const int parent = parts[i].parent; parent >= 0)
            levels[i] = levels[uz(parent)] >= 0 && isRow(parts[uz(parent)].form) ? levels[uz(parent)] + 1 : -1;
    return levels;
}

std::vector<double> dropsToLevels(std::span<const ChartPart> parts, std::span<const double> lengths)
{
    const std::vector<int> levels = rowLevels(parts);
    const auto counts = [&](std::size_t i) { return levels[i] >= 0 && parts[i].hasBelow && isRow(parts[i].form); };
    std::vector<double> longest;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (counts(i)) {
            if (levels[i] >= sizeOf(longest))
                longest.resize(uz(levels[i]) + 1);
            longest[uz(levels[i])] = std::max(longest[uz(levels[i])], lengths[i]);
        }
    std::vector<double> drops(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (counts(i))
            drops[i] = longest[uz(levels[i])] - lengths[i];
    return drops;
}

QString levelWords(int level)
{
    return u"Cấp %1"_s.arg(level);
}

void addBands(DisplayList &list, std::span<const ChartPart> parts, const ChartOptions &options,
              const TextMeasurer &measurer)
{
    const Theme &theme = options.theme;
    const bool growsRight = options.view.preset == ChartPreset::LeftToRight;
    const std::vector<int> levels = rowLevels(parts);
    const std::vector<double> starts = levelStarts(list.runs, levels, growsRight);
    if (starts.empty())
        return;
    const double lastEnd = levelEnd(list.runs, levels, sizeOf(starts) - 1, growsRight);
    const QRectF whole = list.bounds;
    DisplayList bands;
    BlockWriter writer(measurer, theme.padding, theme.ink, bands);
    const auto endOf = [&](std::size_t level) {
        const double gap = (theme.levelGap + kGap) / 2;
        if (level + 1 < starts.size())
            return starts[level + 1] - gap;
        return lastEnd;
    };
    const auto startOf = [&](std::size_t level) {
        return level == 0 ? starts[0] : starts[level] - (theme.levelGap - kGap) / 2;
    };
    std::vector<TextBlock> blocks;
    double thickness = 0;
    bool isHigher = true; // than a band: letters must not lie over the next one
    for (double width = kTextWidth; isHigher && width <= kWidestText; width += kTextWidth) {
        blocks.assign(starts.size(), {});
        thickness = 0;
        isHigher = false;
        for (std::size_t level = 0; level < starts.size(); ++level) {
            const QString words = pictureWords(options.view, levelWords(static_cast<int>(level) + 1));
            const double length = endOf(level) - startOf(level);
            writer.add(blocks[level], words, theme.frameFont, growsRight ? length - 2 * theme.padding : width);
            const QSizeF size = writer.boxSize(blocks[level]);
            thickness = std::max(thickness, growsRight ? size.height() : size.width());
            isHigher = isHigher || (!growsRight && size.height() > length);
        }
    }
    for (std::size_t level = 0; level < starts.size(); ++level) {
        const double start = startOf(level);
        const double length = endOf(level) - start;
        const QRectF rect = growsRight ? QRectF(start, whole.top() - kDistance - thickness, length, thickness)
                                       : QRectF(whole.left() - kDistance - thickness, start, thickness, length);
        // Its edge is a line: where the picture is cut into sheets a band is cut as a frame is.
        writer.draw(rect, blocks[level], {Stroke{theme.ink, 0, StrokeStyle::None}, theme.leaderFill}, {});
        bands.addLine({rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft(), rect.topLeft()},
                      theme.postStroke);
        bands.bounds = bands.bounds.united(rect);
    }
    list.append(bands);
}

} // namespace bomay
