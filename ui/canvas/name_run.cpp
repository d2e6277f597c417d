// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/name_run.h"

#include "core/base/numbers.h"
#include "core/chart/hit_test.h"
#include "core/chart/post_lines.h"

#include <unordered_set>

namespace bomay {

void NameRuns::rebuild(const DisplayList &picture, const OrgView &view)
{
    m_picture = &picture;
    m_view = &view;
    m_first.clear();
    m_lineOf.clear();
    for (std::size_t i = 0; i < picture.texts.size(); ++i)
        if (const NodeRef node = picture.texts[i].node; !node.uid.isNull())
            m_first.try_emplace(node, i);
}

std::optional<NameRun> NameRuns::of(NodeRef node) const
{
    if (m_view == nullptr || m_view->indexOf(node) < 0)
        return std::nullopt;
    const auto own = ownOf(node);
    return own || node.isUnit() ? own : ownOf(firstOfLine(node));
}

/// The first lines that speak of a node, as long as they are in one face: under the title of a leader stand holders.
std::optional<NameRun> NameRuns::ownOf(NodeRef node) const
{
    const auto first = m_first.find(node);
    if (first == m_first.end())
        return std::nullopt;
    const auto &texts = m_picture->texts;
    std::size_t text = first->second;
    NameRun run{{}, texts[text].font};
    for (; text < texts.size() && texts[text].node == node && texts[text].font == run.font; ++text)
        run.rect = run.rect.united(rectOf(texts[text], *m_measurer));
    return run;
}

/// The first of the vacant posts that are counted together with this one; worked out for all posts of its unit.
NodeRef NameRuns::firstOfLine(NodeRef post) const
{
    if (const auto known = m_lineOf.find(post); known != m_lineOf.end())
        return known->second;
    const int unit = m_view->posts()[uz(m_view->indexOf(post))].unit;
    if (unit < 0)
        return post;
    std::unordered_set<NodeRef> firsts;
    for (const PostLine &line : postLines(*m_view, unit, PostGrouping::CountVacant))
        firsts.insert(line.node);
    std::optional<NodeRef> first;
    for (const int other : m_view->postsOfUnit(unit)) {
        const NodeRef node = m_view->posts()[uz(other)].id;
        if (firsts.contains(node))
            first = node;
        m_lineOf[node] = first.value_or(node);
    }
    return m_lineOf.at(post);
}

} // namespace bomay
