// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/chart_builder.h"
#include "core/chart/paper_document.h"

namespace bomay {

/// Letters on a poster are at least so large, points; on an annex of a decision, which is read at a desk, 9.
inline constexpr double kPosterFloor = 6;
inline constexpr double kAnnexFloor = 9;

/// On how many pages a chart is to stand.
enum class PageMode {
    Automatic, ///< one, or sheets where its letters would fall under the floor
    One,       ///< one, however small
    Sheets,    ///< sheets to be put together
    Booklet    ///< `bookletOf`: an overview, a page for each branch, an index
};

/// The page of a view as `pageRequestFor` has it, but never without a title: where neither view nor document has one,
/// it is named after the unit that it is drawn from.
[[nodiscard]] PageRequest titledPageFor(const OrgView &view, const DocumentInfo &info, const ChartView &chartView);

struct PaperRequest
{
    PageRequest page;
    PageMode mode = PageMode::Automatic;
    double floor = kPosterFloor; ///< points
    QSize sheets = {};           ///< of `PageMode::Sheets`: so many beside and under each other; empty = as many as the
                                 ///< floor asks for
};

/// A chart on paper, and why it stands there so.
struct PaperChart
{
    PaperDocument document;
    double smallestText = 0;            ///< points, of the chart
    std::optional<double> unfoldedText; ///< as in `Page`
    std::optional<double> onePageText;  ///< what it would be on one page, where it stands on sheets for that reason
};

/// Sets a chart on pages, with an outline of its units (of a booklet, of its pages). Errors: those of `tilesOf`.
[[nodiscard]] Result<PaperChart> chartOnPaper(const OrgView &view, const PaperRequest &request,
                                              const TextMeasurer &measurer, const ChartOptions &options = {});

/// A page of paper over a picture.
struct PageFrame
{
    QRectF rect;   ///< mm of the picture
    QString label; ///< "A3", or "A3 B2" for the second sheet of the second row
};

/// The chart as it is arranged on paper, in its own size, and where the pages lie over it.
struct FramedPicture
{
    DisplayList list;
    std::vector<PageFrame> frames;
};

/// What `chartOnPaper` sets on one page or on sheets, as one picture for a screen. Errors: those of `tileAreas`.
[[nodiscard]] Result<FramedPicture> framedPicture(const OrgView &view, const PageRequest &request,
                                                  const TextMeasurer &measurer, const ChartOptions &options = {});

/// The units that a document's pages show, in the order and depth of the chart, each leading to its box: for those of
/// the first levels, as many as a reader of an outline can use. Pages before `firstPage` are passed over.
[[nodiscard]] std::vector<OutlineEntry> outlineOf(const OrgView &view, const PaperDocument &document, int firstPage);

} // namespace bomay
