// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/node_search.h"

#include "core/base/numbers.h"

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

QString textOf(const OrgView &view, const ViewNode &node)
{
    if (node.isUnit()) {
        const ViewUnit &unit = view.units()[uz(node.item)];
        return unit.state.name + u'\n' + unit.state.shortName + u'\n' + unit.code;
    }
    const ViewPost &post = view.posts()[uz(node.item)];
    QString text = post.state.title;
    for (const ViewHolder &holder : post.holders)
        text += u'\n' + holder.name;
    return text;
}

} // namespace

std::vector<NodeRef> NodeSearch::find(const OrgView &view, const QString &typed)
{
    std::vector<NodeRef> found;
    const SearchPattern pattern(typed);
    if (pattern.isEmpty())
        return found;
    const auto &nodes = view.nodes();
    if (m_texts.size() != nodes.size()) {
        m_texts.clear();
        m_texts.reserve(nodes.size());
        for (const ViewNode &node : nodes)
            m_texts.emplace_back(textOf(view, node));
    }
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (pattern.matches(m_texts[i]))
            found.push_back(nodes[i].ref);
    return found;
}

} // namespace bomay
