// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/name_run.h"

#include "core/base/numbers.h"
#include "core/chart/hit_test.h"
#include "core/chart/post_lines.h"

#include <algorithm>

namespace bomay {

namespace {

/// The first lines that speak of a node, as long as they are in one face: under the title of a leader stand holders.
std::optional<NameRun> firstRunOf(const DisplayList &picture, NodeRef node, const TextMeasurer &measurer)
{
    const auto &texts = picture.texts;
    auto text = std::ranges::find(texts, node, &TextItem::node);
    if (text == texts.end())
        return std::nullopt;
    NameRun run{{}, text->font};
    for (; text != texts.end() && text->node == node && text->font == run.font; ++text)
        run.rect = run.rect.united(rectOf(*text, measurer));
    return run;
}

/// The first of the vacant posts that are counted together with this one.
NodeRef firstOfLine(const OrgView &view, int post)
{
    const int unit = view.posts()[uz(post)].unit;
    NodeRef first = view.posts()[uz(post)].id;
    if (unit < 0)
        return first;
    const std::vector<PostLine> lines = postLines(view, unit, PostGrouping::CountVacant);
    for (const int other : view.postsOfUnit(unit)) {
        const NodeRef node = view.posts()[uz(other)].id;
        if (std::ranges::find(lines, node, &PostLine::node) != lines.end())
            first = node;
        if (other == post)
            break;
    }
    return first;
}

} // namespace

std::optional<NameRun> nameRunOf(const DisplayList &picture, const OrgView &view, NodeRef node,
                                 const TextMeasurer &measurer)
{
    const int item = view.indexOf(node);
    if (item < 0)
        return std::nullopt;
    const auto own = firstRunOf(picture, node, measurer);
    return own || node.isUnit() ? own : firstRunOf(picture, firstOfLine(view, item), measurer);
}

} // namespace bomay
