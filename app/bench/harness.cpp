// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/harness.h"

#include "core/base/numbers.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <ctime>

namespace bomay {

double threadMilliseconds()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
#else
    static const QElapsedTimer timer = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
#endif
}

Timing timingOf(std::vector<double> samples)
{
    std::ranges::sort(samples);
    const std::size_t count = samples.size();
    const auto rank = uz(static_cast<int>(std::ceil(0.95 * static_cast<double>(count))));
    const double middle = (samples[(count - 1) / 2] + samples[count / 2]) / 2;
    return {middle, samples[rank - 1], sizeOf(samples)};
}

Timing repeat(const std::function<double()> &run, const RunBudget &budget)
{
    std::vector<double> samples;
    double spent = 0;
    if (const double warmUp = run(); warmUp * budget.goodRuns > budget.mostMs) {
        samples.push_back(warmUp);
        spent = warmUp;
    }
    const auto isEnough = [&] {
        const int runs = sizeOf(samples);
        if (runs >= budget.mostRuns)
            return true;
        return (runs >= budget.goodRuns && spent >= budget.settleMs) ||
               (runs >= budget.fewestRuns && spent >= budget.mostMs);
    };
    while (!isEnough()) {
        samples.push_back(run());
        spent += samples.back();
    }
    return timingOf(std::move(samples));
}

} // namespace bomay
