// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/chart_options.h"

#include <QStringList>

#include <vector>

namespace bomay {

/// "Tổng biên chế: 1.234 giao, 1.200 có mặt" of what a view draws, root by root; numbers of a unit hold those of the
/// units below it. "Tổng biên chế: chưa có số liệu" where no unit says any.
[[nodiscard]] QString totalStaffText(const OrgView &view, const ChartOptions &options);

/// A head, a row for each block of the units that a view lets through, with how many there are and the sums of the
/// numbers that they say themselves, and a row for all. The last one sums as `totalStaffText` does: numbers of a unit
/// hold those of the units below it, so that it may be less than the rows together.
[[nodiscard]] std::vector<QStringList> summaryRows(const OrgView &view, const ChartOptions &options);

} // namespace bomay
