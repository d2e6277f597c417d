// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/checker.h"

#include "core/decree/report_book.h"

#include <algorithm>

namespace bomay {

namespace {

CheckReport checkWith(const Organisation *history, const OrgView &view, std::span<const RulePack> packs,
                      const CheckOptions &options)
{
    ChartFacts facts(view, history);
    RuleRunner rules(facts, packs, options);
    ReportBook book(view, rules);
    book.fill(facts, rules);
    return book.takeReport();
}

} // namespace

int CheckReport::count(Severity severity) const
{
    return static_cast<int>(std::ranges::count_if(
        findings, [severity](const Finding &finding) { return finding.severity == severity && !finding.waiver; }));
}

int CheckReport::waived() const
{
    return static_cast<int>(
        std::ranges::count_if(findings, [](const Finding &finding) { return finding.waiver.has_value(); }));
}

CheckReport check(const Organisation &history, const OrgView &view, std::span<const RulePack> packs,
                  const CheckOptions &options)
{
    return checkWith(&history, view, packs, options);
}

CheckReport check(const OrgView &view, std::span<const RulePack> packs, const CheckOptions &options)
{
    return checkWith(nullptr, view, packs, options);
}

} // namespace bomay
