// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace bomay {

/// Is told how much of a long task is done, from time to time; false stops the task, which then fails with `cancelled`
/// and leaves everything as it was. Empty = nobody waits.
using Progress = std::function<bool(int done, int total)>;

} // namespace bomay
