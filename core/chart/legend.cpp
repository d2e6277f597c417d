// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/legend.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr double kDistance = 6;   ///< mm from the picture
constexpr double kSample = 12;    ///< mm of line
constexpr double kGap = 2;        ///< mm from a line to its words
constexpr double kBetween = 6;    ///< mm from one entry to the next
constexpr double kNarrowest = 60; ///< mm: a legend is no pillar
constexpr double kWidest = 170;   ///< mm: a sheet of A4 holds it

struct Entry
{
    RelationLook look;
    QString words;
    bool hasLine = true;
};

std::vector<Entry> entriesOf(const RelationLines &relations, const Theme &theme)
{
    std::vector<Entry> entries{{lookOf(RelationType::BelongsTo, theme), labelOf(RelationType::BelongsTo)}};
    for (const RelationType type : relations.types)
        entries.push_back({lookOf(type, theme), labelOf(type)});
    if (relations.unrouted > 0)
        entries.push_back({{}, u"(%1 quan hệ không vẽ được)"_s.arg(relations.unrouted), false});
    return entries;
}

} // namespace

void addLegend(DisplayList &list, const RelationLines &relations, const Theme &theme, const TextMeasurer &measurer)
{
    const FontSpec &font = theme.postFont;
    const double padding = theme.padding;
    const double height = measurer.lineHeight(font);
    const double room = std::clamp(list.bounds.width(), kNarrowest, kWidest) - 2 * padding;
    const QPointF corner(list.bounds.left(), list.bounds.bottom() + kDistance);
    double x = 0;
    double y = 0;
    double widest = 0;
    DisplayList legend;
    for (const Entry &entry : entriesOf(relations, theme)) {
        const double width = measurer.width(entry.words, font);
        const double before = entry.hasLine ? kSample + kGap : 0;
        if (x > 0 && x + before + width > room) {
            x = 0;
            y += height;
        }
        const QPointF at = corner + QPointF(padding + x, padding + y);
        if (entry.hasLine) {
            LineItem &line =
                legend.addLine({at + QPointF(0, height / 2), at + QPointF(kSample, height / 2)}, entry.look.stroke);
            line.headAtBegin = entry.look.headAtBegin;
            line.headAtEnd = entry.look.headAtEnd;
        }
        const double slack = (height - measurer.ascent(font) - measurer.descent(font)) / 2;
        legend.texts.push_back(
            {at + QPointF(before, slack + measurer.ascent(font)), width, entry.words, font, theme.ink, {}});
        x += before + width;
        widest = std::max(widest, x);
        x += kBetween;
    }
    const QRectF rect(corner, QSizeF(widest + 2 * padding, y + height + 2 * padding));
    // Nothing behind it: the lines are painted first.
    legend.boxes.push_back({rect, {255, 255, 255, 0}, theme.postStroke, {}});
    legend.bounds = rect;
    list.append(legend);
}

} // namespace bomay
