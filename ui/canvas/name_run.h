// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list.h"
#include "core/chart/text_measurer.h"
#include "core/model/org_view.h"

#include <optional>
#include <unordered_map>

namespace bomay {

/// Where the name of a unit or the title of a post stands in a picture.
struct NameRun
{
    QRectF rect; ///< mm; round all lines that it was broken into
    FontSpec font;

    friend bool operator==(const NameRun &, const NameRun &) = default;
};

/// Finds names in a picture. A picture is walked once and not for each name: whoever looks for a word may find all of
/// a large chart.
class NameRuns
{
public:
    explicit NameRuns(const TextMeasurer &measurer)
        : m_measurer(&measurer)
    {}

    /// Both must stay as they are until the next call.
    void rebuild(const DisplayList &picture, const OrgView &view);

    /// A post without a box of its own has its line in the box of its unit. Nothing where the picture does not show
    /// the node.
    [[nodiscard]] std::optional<NameRun> of(NodeRef node) const;

private:
    [[nodiscard]] std::optional<NameRun> ownOf(NodeRef node) const;
    [[nodiscard]] NodeRef firstOfLine(NodeRef post) const;

    const TextMeasurer *m_measurer;
    const DisplayList *m_picture = nullptr;
    const OrgView *m_view = nullptr;
    std::unordered_map<NodeRef, std::size_t> m_first;      ///< of each node the first text that speaks of it
    mutable std::unordered_map<NodeRef, NodeRef> m_lineOf; ///< of posts of units that were asked for
};

} // namespace bomay
