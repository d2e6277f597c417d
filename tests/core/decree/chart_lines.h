// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "tests/core/decree/chart_fixture.h"

namespace bomay {

/// Adds lines of a small language to a chart, so that test data can say an organisation in a few of them:
///
///     @769 | TP_THUOC_TP | @79 | thành phố Thủ Đức | loai=I ds=1013795
///     NV | CQCM | TD | Phòng Nội vụ | bc=12 TRUONG PHO*2 PHO/2
///
/// A locality: code with @, type, locality above, name; then class and population. A unit: code, kind, unit above,
/// name; then `at` locality, `bc` staff allotted, `cm` in post, `cp` deputies allotted, `vb` by which document, `tc`
/// autonomy, `sx` day and `ht` form of reorganisation, `xep` where it has no place, and posts by role: `*2` seats, `/2`
/// tier, `:1` and `:0` full-time or not, `=An` a holder,
/// `=An!KIEM_NHIEM` with the kind of appointment, `=An@2021-07-01~` from a day on; `DB*40` is a group of delegates. "-"
/// is nothing. A line that begins with "5 x" stands five times, with its number in place of each "#". Error:
/// `chart-line` with the line as value.
[[nodiscard]] Result<> addLines(ChartFixture &chart, const QStringList &lines);

} // namespace bomay
