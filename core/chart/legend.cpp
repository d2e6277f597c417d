// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/legend.h"

#include "core/chart/text_block.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr double kDistance = 6; ///< mm from the picture
constexpr double kSample = 12;  ///< mm of line
constexpr double kSampleHeight = 2.4;
constexpr double kGap = 2;        ///< mm from a line to its words
constexpr double kBetween = 6;    ///< mm from one entry to the next
constexpr double kNarrowest = 60; ///< mm: a legend is no pillar
constexpr double kWidest = 170;   ///< mm: a sheet of A4 holds it

struct Entry
{
    QString words;
    std::optional<RelationLook> line = {};
    const ThemeRule *rule = nullptr;
};

std::vector<Entry> entriesOf(const RelationLines &relations, std::span<const ThemeRule *const> rules,
                             const ChartOptions &options)
{
    std::vector<Entry> entries;
    const auto addLine = [&](RelationType type) {
        entries.push_back({pictureWords(options.view, legendWords(type)), lookOf(type, options.theme)});
    };
    if (!relations.types.empty())
        addLine(RelationType::BelongsTo);
    std::ranges::for_each(relations.types, addLine);
    for (const ThemeRule *rule : rules)
        entries.push_back({pictureWords(options.view, legendWords(*rule)), {}, rule});
    if (relations.unrouted > 0)
        entries.push_back({u"(%1 quan hệ không vẽ được)"_s.arg(relations.unrouted)});
    return entries;
}

/// Draws what an entry explains from the left end of the middle of its line.
void drawSample(const Entry &entry, QPointF at, const Theme &theme, const TextMeasurer &measurer, DisplayList &list)
{
    if (entry.line) {
        LineItem &line = list.addLine({at, at + QPointF(kSample, 0)}, entry.line->stroke);
        line.headAtBegin = entry.line->headAtBegin;
        line.headAtEnd = entry.line->headAtEnd;
    } else if (entry.rule != nullptr) {
        const QRectF rect(at.x(), at.y() - kSampleHeight / 2, kSample, kSampleHeight);
        list.boxes.push_back({rect, entry.rule->fill.value_or(theme.unitFill), theme.postStroke, {}});
        BlockWriter(measurer, theme.padding, theme.ink, list).drawStrip(rect, entry.rule->pattern);
    }
}

} // namespace

QString legendWords(RelationType type)
{
    return labelOf(type);
}

QString legendWords(const ThemeRule &rule)
{
    return rule.words.vi;
}

void addLegend(DisplayList &list, const RelationLines &relations, std::span<const ThemeRule *const> rules,
               const ChartOptions &options, const TextMeasurer &measurer)
{
    const Theme &theme = options.theme;
    const std::vector<Entry> entries = entriesOf(relations, rules, options);
    if (entries.empty())
        return;
    const FontSpec &font = theme.postFont;
    const double padding = theme.padding;
    const double height = measurer.lineHeight(font);
    const double room = std::clamp(list.bounds.width(), kNarrowest, kWidest) - 2 * padding;
    const QPointF corner(list.bounds.left(), list.bounds.bottom() + kDistance);
    double x = 0;
    double y = 0;
    double widest = 0;
    double rowHeight = 0;
    DisplayList legend;
    // Nothing behind them: lines are painted first.
    legend.boxes.push_back({{}, {255, 255, 255, 0}, theme.postStroke, {}});
    for (const Entry &entry : entries) {
        const double before = entry.line || entry.rule != nullptr ? kSample + kGap : 0;
        const QStringList lines = wrapText(entry.words, font, room - before, measurer);
        double width = 0;
        for (const QString &line : lines)
            width = std::max(width, measurer.width(line, font));
        if (x > 0 && x + before + width > room) {
            x = 0;
            y += rowHeight;
            rowHeight = 0;
        }
        const QPointF at = corner + QPointF(padding + x, padding + y);
        drawSample(entry, at + QPointF(0, height / 2), theme, measurer, legend);
        const double slack = (height - measurer.ascent(font) - measurer.descent(font)) / 2;
        double top = slack + measurer.ascent(font);
        for (const QString &line : lines) {
            legend.texts.push_back({at + QPointF(before, top), measurer.width(line, font), line, font, theme.ink, {}});
            top += height;
        }
        rowHeight = std::max(rowHeight, height * static_cast<double>(lines.size()));
        x += before + width;
        widest = std::max(widest, x);
        x += kBetween;
    }
    legend.bounds = QRectF(corner, QSizeF(widest + 2 * padding, y + rowHeight + 2 * padding));
    legend.boxes.front().rect = legend.bounds;
    list.append(legend);
}

} // namespace bomay
