// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text_search.h"
#include "core/model/org_view.h"

namespace bomay {

/// Finds units by name, short name and code, posts by title and by who holds them. The texts are made ready once for a
/// view and searched with every letter that is typed.
class NodeSearch
{
public:
    /// The view is another: the texts are made anew when next asked for.
    void forget() { m_texts.clear(); }

    /// In the order of the chart.
    [[nodiscard]] std::vector<NodeRef> find(const OrgView &view, const QString &typed);

private:
    std::vector<SearchText> m_texts; ///< by place in `OrgView::nodes`
};

} // namespace bomay
