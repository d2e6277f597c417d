// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <functional>
#include <vector>

namespace bomay {

/// CPU time of the calling thread in ms, so that other programs on the machine count little; where the system has no
/// such clock, the time on the wall. Only differences mean something.
[[nodiscard]] double threadMilliseconds();

/// How often a piece of work is repeated. Quick work runs until `settleMs` are spent, but at least `goodRuns` times;
/// work too slow for that stops at `mostMs`, but not before `fewestRuns`.
struct RunBudget
{
    int fewestRuns = 3;
    int goodRuns = 9;
    int mostRuns = 101;
    double settleMs = 100;
    double mostMs = 3000;
};

/// Times of one piece of work, ms of CPU.
struct Timing
{
    double medianMs = 0;
    double p95Ms = 0; ///< nearest rank
    int runs = 0;
};

/// One line of the results: a job of the program beside the reference of the same job.
struct BenchRun
{
    QString name;
    int n = 0; ///< units and posts
    double medianMs = 0;
    double p95Ms = 0;
    double referenceMs = 0; ///< median of the reference
    double ratio = 0;       ///< median / reference
};

/// Median and 95th percentile. Precondition: at least one sample.
[[nodiscard]] Timing timingOf(std::vector<double> samples);

/// Calls `run`, which returns the ms it took, once to warm up and then as the budget says. Work so slow that the budget
/// allows only a few runs counts the first one too: a cold start is lost in it.
[[nodiscard]] Timing repeat(const std::function<double()> &run, const RunBudget &budget);

/// Times work; what it returns is freed after the clock has stopped.
template <typename Work>
[[nodiscard]] Timing measure(const Work &work, const RunBudget &budget)
{
    return repeat(
        [&work] {
            const double start = threadMilliseconds();
            [[maybe_unused]] const auto kept = work();
            return threadMilliseconds() - start;
        },
        budget);
}

/// Times work that can fail; the last failure, if any, is the result.
template <typename Work>
[[nodiscard]] Result<Timing> measureTried(const Work &work, const RunBudget &budget)
{
    Result<> outcome;
    const Timing timing = measure(
        [&] {
            auto result = work();
            if (!result)
                outcome = std::unexpected(result.error());
            return result;
        },
        budget);
    BM_TRY_VOID(outcome);
    return timing;
}

} // namespace bomay
