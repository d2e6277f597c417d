// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/name_run.h"

#include "core/base/numbers.h"
#include "core/chart/post_lines.h"

#include <algorithm>
#include <span>

namespace bomay {

namespace {

QRectF rectOf(const TextItem &item, const TextMeasurer &measurer)
{
    const double ascent = measurer.ascent(item.font);
    return {item.baseline - QPointF(0, ascent), QSizeF(item.width, ascent + measurer.descent(item.font))};
}

/// How many of the items together say a text that was broken at spaces; 0 where they say something else.
std::size_t linesOf(std::span<const TextItem> items, const QString &text)
{
    QString said;
    for (std::size_t i = 0; i < items.size() && items[i].node == items.front().node; ++i) {
        said += said.isEmpty() ? items[i].text : u' ' + items[i].text;
        if (said == text)
            return i + 1;
        if (!text.startsWith(said))
            break;
    }
    return 0;
}

/// The `skipped`th place where a node's texts say `text`.
std::optional<NameRun> findRun(const DisplayList &picture, NodeRef node, const QString &text, std::ptrdiff_t skipped,
                               const TextMeasurer &measurer)
{
    const std::span<const TextItem> items(picture.texts);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].node != node)
            continue;
        const std::size_t count = linesOf(items.subspan(i), text);
        if (count == 0 || skipped-- > 0)
            continue;
        NameRun run{rectOf(items[i], measurer), items[i].font};
        for (const TextItem &item : items.subspan(i + 1, count - 1))
            run.rect = run.rect.united(rectOf(item, measurer));
        return run;
    }
    return std::nullopt;
}

/// The line that speaks of a post: each begins with its first post and goes on to the next line's.
std::size_t lineOf(const std::vector<PostLine> &lines, const OrgView &view, int unit, int post)
{
    std::size_t line = 0;
    for (const int other : view.postsOfUnit(unit)) {
        if (line + 1 < lines.size() && lines[line + 1].node == NodeRef(view.posts()[uz(other)].id))
            ++line;
        if (other == post)
            break;
    }
    return line;
}

std::optional<NameRun> postRun(const DisplayList &picture, const OrgView &view, int post, const TextMeasurer &measurer)
{
    const int unit = view.posts()[uz(post)].unit;
    if (unit < 0)
        return std::nullopt;
    for (const PostGrouping grouping : {PostGrouping::CountVacant, PostGrouping::Single}) {
        const std::vector<PostLine> lines = postLines(view, unit, grouping);
        const std::size_t line = lineOf(lines, view, unit, post);
        if (const auto own = findRun(picture, view.posts()[uz(post)].id, lines[line].text, 0, measurer))
            return own;
        const QString text = lines[line].joined();
        const auto equals = std::ranges::count(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(line), text,
                                               &PostLine::joined);
        if (const auto inUnit = findRun(picture, view.units()[uz(unit)].id, text, equals, measurer))
            return inUnit;
    }
    return std::nullopt;
}

} // namespace

std::optional<NameRun> nameRunOf(const DisplayList &picture, const OrgView &view, NodeRef node,
                                 const TextMeasurer &measurer)
{
    const int item = view.indexOf(node);
    if (item < 0)
        return std::nullopt;
    if (node.isUnit())
        return findRun(picture, node, view.units()[uz(item)].state.name.simplified(), 0, measurer);
    return postRun(picture, view, item, measurer);
}

} // namespace bomay
