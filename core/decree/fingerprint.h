// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/checker.h"

namespace bomay {

/// 16 hex digits of a breach: the rule, whom it speaks of, and what tells it from other breaches there. Numbers are not
/// in it, so that a breach keeps its own while they change. Codes are taken where there are any: they outlive a new
/// import, ids do not.
[[nodiscard]] QString fingerprintOf(const QString &rule, const std::vector<Subject> &subjects,
                                    const QStringList &identity);

} // namespace bomay
