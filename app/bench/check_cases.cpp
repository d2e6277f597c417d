// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/check_cases.h"

#include "app/bench/edit_cases.h"
#include "app/bench/references.h"
#include "core/base/numbers.h"
#include "core/decree/live_checker.h"

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

using Timings = Result<std::pair<Timing, Timing>>;

Timing timeCount(const OrgView &view, const RunBudget &budget)
{
    constexpr int kLimit = 3;
    std::vector<int> unitOfPost;
    std::vector<std::uint8_t> isDeputy;
    for (const ViewPost &post : view.posts()) {
        unitOfPost.push_back(post.unit);
        isDeputy.push_back(post.state.role == PostRole::Deputy ? 1 : 0);
    }
    const int units = sizeOf(view.units());
    return measure([&] { return countUnitsAboveLimit(unitOfPost, isDeputy, units, kLimit); }, budget);
}

/// A deputy of an agency in the middle of the chart becomes a group of nine.
Change manySeats(const Organisation &organisation, const OrgView &view)
{
    const auto &nodes = view.nodes();
    Change change;
    for (std::size_t i = nodes.size() / 2; i < nodes.size(); ++i) {
        if (nodes[i].isUnit())
            continue;
        const ViewPost &shown = view.posts()[uz(nodes[i].item)];
        if (shown.state.role != PostRole::Deputy ||
            view.units()[uz(shown.unit)].state.kind != UnitKind::SpecialisedAgency)
            continue;
        Post post = *organisation.find(shown.id);
        post.states.front().seats = 9;
        change.images = {{keyOf(post.id), *organisation.find(post.id), post}};
        break;
    }
    return change;
}

/// The live check is to end with another report; else nothing was measured.
Timings timeFollow(const Organisation &organisation, const OrgView &view, const PackSet &packs, const Change &change,
                   const RunBudget &budget)
{
    Organisation edited = organisation;
    OrgView following = view;
    LiveChecker checker(edited, following, packs.packs);
    const Change back = inverted(change);
    bool isBack = true;
    Result<> outcome;
    const Timing job = repeat(
        [&] {
            isBack = !isBack;
            const auto set = applyChange(edited, isBack ? back : change);
            if (!set) {
                outcome = std::unexpected(set.error());
                return 0.0;
            }
            const double start = threadMilliseconds();
            checker.follow(*set);
            return threadMilliseconds() - start;
        },
        budget);
    BM_TRY_VOID(outcome);
    return std::pair(job, timeCount(view, budget));
}

} // namespace

std::pair<Timing, Timing> timeCheckAll(const OrgView &view, const PackSet &packs, const RunBudget &budget)
{
    const Timing job = measure([&] { return check(view, packs.packs); }, budget);
    return {job, timeCount(view, budget)};
}

Timings timeCheckRename(const Organisation &organisation, const OrgView &view, const PackSet &packs,
                        const RunBudget &budget)
{
    return timeFollow(organisation, view, packs, renameInTheMiddle(organisation, view), budget);
}

Timings timeCheckSeats(const Organisation &organisation, const OrgView &view, const PackSet &packs,
                       const RunBudget &budget)
{
    return timeFollow(organisation, view, packs, manySeats(organisation, view), budget);
}

Timings timeCheckMove(const Organisation &organisation, const OrgView &view, const PackSet &packs,
                      const RunBudget &budget)
{
    return timeFollow(organisation, view, packs, moveInTheMiddle(organisation, view), budget);
}

Timings timeCheckPreview(const Organisation &organisation, const OrgView &view, const PackSet &packs,
                         const RunBudget &budget)
{
    Organisation edited = organisation;
    OrgView following = view;
    LiveChecker checker(edited, following, packs.packs);
    const Change change = manySeats(organisation, view);
    BM_TRY(const Timing job, measureTried([&] { return checker.preview(edited, change); }, budget));
    return std::pair(job, timeCount(view, budget));
}

} // namespace bomay
