// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/edits.h"
#include "core/decree/checker.h"

#include <string_view>

namespace bomay {

/// Cách khắc phục: a change after which a finding should be gone. What else it brings is for a dry run to say.
struct Fix
{
    Message title;
    Change change;
};

class ChartFacts;

/// What a fix gets.
struct FixInput
{
    const Organisation &organisation;
    const OrgView &view; ///< that the finding was made on
    ChartFacts &facts;   ///< of the view
    const Rule &rule;
    const Finding &finding;
    int unit; ///< the finding's subject: index in `OrgView::units`
    const EditScope &scope;
    IdSource &ids;
};

/// One kind of fix. Rules name those that make sense for them; which of them can be done depends on the chart.
struct FixEntry
{
    std::u16string_view name; ///< as rule packs write it
    std::vector<Fix> (*propose)(const FixInput &input);
};

/// All kinds of fixes. A new one is one function and one line in the array.
[[nodiscard]] std::span<const FixEntry> fixEntries();

/// The fixes of a finding, in the order of its rule; none where its subject is gone or nothing can be done by itself.
/// `rule` is the finding's.
[[nodiscard]] std::vector<Fix> fixesFor(const Finding &finding, const Rule &rule, const Organisation &organisation,
                                        const OrgView &view, const EditScope &scope, IdSource &ids);
/// Likewise with facts at hand, for whoever asks about many findings of one view.
[[nodiscard]] std::vector<Fix> fixesFor(const Finding &finding, const Rule &rule, const Organisation &organisation,
                                        ChartFacts &facts, const EditScope &scope, IdSource &ids);

} // namespace bomay
