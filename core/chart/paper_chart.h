// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/chart/booklet.h"
#include "core/chart/chart_builder.h"
#include "core/chart/paper_document.h"

#include <memory>

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

/// Why a chart stands on paper as it does.
struct PaperFacts
{
    double smallestText = 0;            ///< points, of the chart
    std::optional<double> unfoldedText; ///< as in `Page`
    std::optional<double> onePageText;  ///< what it would be on one page, where it stands on sheets for that reason
    std::vector<SmallPage> small;       ///< as in `Booklet`
    std::optional<PaperSize> paperFor;
};

struct PaperChart : PaperFacts
{
    PaperDocument document;
};

/// The same with sheets that are set one by one.
struct ChartPages : PaperFacts
{
    std::unique_ptr<PageSource> source;
};

/// Sets a chart on pages, with an outline of its units (of a booklet, of its pages). `view` and `measurer` must outlive
/// them. Errors: those of `tilesOf`; `cancelled`.
[[nodiscard]] Result<ChartPages> chartPages(const OrgView &view, const PaperRequest &request,
                                            const TextMeasurer &measurer, const ChartOptions &options = {},
                                            const Progress &progress = {});

/// Sets all of them. Errors: the same.
[[nodiscard]] Result<PaperChart> chartOnPaper(const OrgView &view, const PaperRequest &request,
                                              const TextMeasurer &measurer, const ChartOptions &options = {},
                                              const Progress &progress = {});

/// Says which pages of a booklet have letters under the floor, and what would help: `booklet-text-small` {count, pages,
/// points, floor, paper}; nothing where there are none.
[[nodiscard]] std::optional<Message> smallPagesNote(const PaperFacts &chart, const PaperRequest &request);

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
