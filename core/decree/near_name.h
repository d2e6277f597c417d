// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace bomay {

/// The allowed name that a mistyped one most likely means, by edit distance; empty where none is near (more than a
/// third of the letters differ). Of equally near names the first wins.
[[nodiscard]] QString nearestName(QStringView name, const QStringList &allowed);

} // namespace bomay
