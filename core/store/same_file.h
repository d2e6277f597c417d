// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bomay {

/// Do two paths lead to one file? By what they lead to where both are there, else by the paths themselves. (`QFileInfo`
/// takes any two files that are not there for one.)
[[nodiscard]] bool isSameFile(const QString &a, const QString &b);

} // namespace bomay
