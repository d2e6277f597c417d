// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/paper_document.h"
#include "core/report/report_document.h"

namespace bomay {

struct SheetStyle
{
    PaperSize paper = PaperSize::A4;
    Orientation orientation = Orientation::Automatic; ///< automatic: wide where a table has many columns
    QMarginsF margins = kDecreeMargins;
};

/// Sets a report on pages: tables begin a new page with their titles again, a row stays together where a page can hold
/// it, a heading is not left alone at the foot. Headings make the outline. Pages have no numbers: `numberPages` knows
/// what they are part of.
[[nodiscard]] PaperDocument typeset(const ReportDocument &report, const SheetStyle &style,
                                    const TextMeasurer &measurer);

} // namespace bomay
