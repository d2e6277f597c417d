// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/harness.h"
#include "core/base/result.h"
#include "core/chart/paper_document.h"

#include <utility>

namespace bomay {

class OrgView;
class TextMeasurer;

// Jobs that end on paper. Each gives the times of the program and of its reference; `path` is one that they may write
// to. Errors: those of the writers.

/// A PDF of one page; the reference makes the packed content stream alone (`packedContentStream`).
[[nodiscard]] Result<std::pair<Timing, Timing>> timePdfBound(const Page &page, const QString &path,
                                                             const RunBudget &budget);

/// A PDF of one page; the reference is `drawWithQt`.
[[nodiscard]] Result<std::pair<Timing, Timing>> timePdfPeer(const Page &page, const QString &path,
                                                            const RunBudget &budget);

/// A chart cut into A3 sheets and written, all in one; the reference is `drawWithQt` of the finished sheets.
[[nodiscard]] Result<std::pair<Timing, Timing>> timeSheets(const OrgView &view, const TextMeasurer &measurer,
                                                           const QString &path, const RunBudget &budget);

/// A PNG of 300 dots per inch; the reference packs a white picture of that size.
[[nodiscard]] Result<std::pair<Timing, Timing>> timePng(const Page &page, const QString &path, const RunBudget &budget);

/// Draws the lines, boxes and texts of pages with a QPainter on a QPdfWriter, as a program does that has nothing else:
/// no outline, links or language. False where the file cannot be written.
[[nodiscard]] bool drawWithQt(const PaperDocument &document, const QString &path);

} // namespace bomay
