// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/messages.h"
#include "core/chart/text_measurer.h"
#include "core/chart/theme.h"

#include <QMarginsF>
#include <QSizeF>

#include <optional>
#include <vector>

namespace bomay {

/// A sheet of paper, mm: one of ISO 216, upright, or of any other size, as it was written.
struct PaperSize
{
    double width = 210;
    double height = 297;

    static const PaperSize A4;
    static const PaperSize A3;
    static const PaperSize A2;
    static const PaperSize A1;
    static const PaperSize A0;

    friend bool operator==(const PaperSize &, const PaperSize &) = default;
};

inline constexpr PaperSize PaperSize::A4{210, 297};
inline constexpr PaperSize PaperSize::A3{297, 420};
inline constexpr PaperSize PaperSize::A2{420, 594};
inline constexpr PaperSize PaperSize::A1{594, 841};
inline constexpr PaperSize PaperSize::A0{841, 1189};

/// Sides of a free size, mm: the smallest leaves room between the margins, the largest is one that viewers show.
inline constexpr double kShortestSide = 100;
inline constexpr double kLongestSide = 5000;

/// How a sheet is turned. Automatic takes what makes the letters larger, and a free size as it was written.
enum class Orientation { Automatic, Portrait, Landscape };

/// One line over or under a chart, as wide as it is read; a longer one is broken.
struct PageLine
{
    QString text;
    FontSpec font;
    double gap = 0;       ///< mm before it
    double underline = 0; ///< a stroke under it, so long in parts of the text; 0 = none

    friend bool operator==(const PageLine &, const PageLine &) = default;
};

/// Margins of Decree 30/2020 (annex I, part I, item I.3: above and below 20–25 mm, left 30–35, right 15–20).
inline constexpr QMarginsF kDecreeMargins{30, 20, 15, 20};

/// What a page is to be like.
struct PageRequest
{
    PaperSize paper = PaperSize::A3;
    Orientation orientation = Orientation::Automatic;
    QString title = {};
    QString subtitle = {};
    QMarginsF margins = kDecreeMargins; ///< mm
    std::vector<PageLine> heading = {}; ///< centred over the chart, in place of title and subtitle
    std::vector<PageLine> footing = {}; ///< from the left, under the chart
    QString corner = {};                ///< in the upper left corner of the margin, as "DỰ THẢO"
    bool isFolded = false;              ///< marks where a wide A3 is folded to A4, bound at its left edge
};

/// A place on a page that leads to a page of the same document.
struct PageLink
{
    QRectF rect;    ///< mm
    int page = 0;   ///< index of the page it leads to
    double top = 0; ///< mm from the upper edge of that page

    friend bool operator==(const PageLink &, const PageLink &) = default;
};

/// A page ready to paint: its size and its items in millimetres of paper.
struct Page
{
    QSizeF size; ///< mm
    DisplayList list;
    double scale = 1; ///< of the chart, at most 1
    /// Size in points of the smallest letters of the chart on this page.
    double smallestText = 0;
    /// What it would be with one row for each branch; nothing where the chart stands so.
    std::optional<double> unfoldedText = {};
    /// How the page is called ("3", "B2"); empty = by its number.
    QString label = {};
    std::vector<PageLink> links = {};
};

/// The page of a document's chart: its title, and the day that it shows.
[[nodiscard]] PageRequest pageRequestFor(const DocumentInfo &info, Day day, PaperSize paper, Orientation orientation);

/// "A3" and the like, or width and height of a free size in mm: "900x1200", "900 × 1200 mm", "841,5x400".
[[nodiscard]] std::optional<PaperSize> paperSizeOf(QStringView text);
/// "A3", "900 × 1200 mm".
[[nodiscard]] QString nameOf(PaperSize paper);
/// Width and height, mm, not turned.
[[nodiscard]] QSizeF sizeOfPaper(PaperSize paper);
/// The paper as a request allows it to be turned, mm: one size or two, landscape last.
[[nodiscard]] std::vector<QSizeF> sheetSizes(const PageRequest &request);

/// The room that a page leaves to its chart below the title, for each orientation that the request allows, mm.
[[nodiscard]] std::vector<QSizeF> chartRooms(const PageRequest &request, const Theme &theme,
                                             const TextMeasurer &measurer);

/// Size in points of the smallest letters of a list; endless where it has none.
[[nodiscard]] double smallestTextOf(const DisplayList &list);

/// Sets a chart under its title on one page, as large as it fits but never larger than drawn. Automatic orientation
/// takes the one with the larger letters, landscape on a tie.
[[nodiscard]] Page composePage(DisplayList chart, const PageRequest &request, const Theme &theme,
                               const TextMeasurer &measurer);

} // namespace bomay
