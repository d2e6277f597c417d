// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/harness.h"
#include "core/base/result.h"

#include <QStringList>

#include <cstdint>

namespace bomay {

struct BenchOptions
{
    std::uint32_t seed = 1;
    RunBudget budget = {};
    QStringList only = {}; ///< of `benchNames`; empty = all
};

/// The names of the jobs that are timed, in the order they run in.
[[nodiscard]] QStringList benchNames();

/// Times every job of the program on a made-up municipal chart of `n` units and posts, each beside its reference, in
/// the calling thread. Needs `initResources` and a QGuiApplication; writes only into a temporary folder. Errors: those
/// of saving, loading and exporting.
[[nodiscard]] Result<std::vector<BenchRun>> runBenchSuite(int n, const BenchOptions &options = {});

/// What the machine calls its processor; its architecture where it does not say.
[[nodiscard]] QString machineName();

} // namespace bomay
