// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace bomay {

/// A name as Annex II of Decree 30/2020 capitalises it, as far as that is certain: where it begins with one of the
/// phrases, letter by letter but whatever their case, the longest of them stands there instead; the rest stays. Equal
/// to the name where it begins with none, and where all of it is in capitals: somebody writes whole names so on
/// purpose. Another spelling or tone placement is not judged.
[[nodiscard]] QString asWritten(QStringView name, const QStringList &phrases);

} // namespace bomay
