// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace bomay {

/// A name as Annex II of Decree 30/2020 capitalises it, as far as that is certain: where it begins with one of the
/// phrases, whatever its case, the longest of them gives the case of these words; the rest stays. Equal to the name
/// where it begins with none, and where all that would remain is in capitals: somebody writes whole names so on
/// purpose. Spelling, tone placement and dashes are not touched.
[[nodiscard]] QString asWritten(QStringView name, const QStringList &phrases);

} // namespace bomay
