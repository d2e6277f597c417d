// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/chart/paper_document.h"

#include <memory>

namespace bomay {

/// A picture put together from several sheets.
struct TileRequest
{
    QSizeF sheet;     ///< mm, as it is turned
    double scale = 1; ///< of the picture on the sheets
    QString title;    ///< in the margin of every sheet
};

/// So many boxes at most make an overview of all sheets worth its page.
inline constexpr int kBoxesOfOverview = 5000;

/// Cuts a picture into sheets, row by row from the left, behind an overview where the picture is not too large for one.
/// Cuts run through gaps, straight where one can be found, else round the box that is in their way: every box is on
/// exactly one sheet with its text, and none is cut. Frames round other boxes go on over the cuts, as lines do. Both
/// sides of a cut are marked, with the name of the neighbour; sheets are named "A1" (first row, first from the left)
/// and so on. Errors: `box-wider-than-sheet` {box, sheet} in mm.
[[nodiscard]] Result<PaperDocument> tilesOf(const DisplayList &picture, const TileRequest &request, const Theme &theme,
                                            const TextMeasurer &measurer);

/// The same sheets, set one by one. Their outline names them in turn. `measurer` must outlive them.
[[nodiscard]] Result<std::unique_ptr<PageSource>> tileSource(DisplayList picture, const TileRequest &request,
                                                             const Theme &theme, const TextMeasurer &measurer);

/// What one sheet shows of a picture, and its name.
struct TileArea
{
    QRectF area; ///< mm of the picture
    QString name;
};

/// The sheets that `tilesOf` cuts a picture into, without setting them. Errors: the same.
[[nodiscard]] Result<std::vector<TileArea>> tileAreas(const DisplayList &picture, const QSizeF &sheet, double scale);

/// The scale, at most 1, at which a picture fits on so many sheets beside and under each other (each at least 1), found
/// by halving: one that is larger by less than 1e-7 was tried and does not fit. At it `tilesOf` has no error.
[[nodiscard]] double scaleForTiles(const DisplayList &picture, const QSizeF &sheet, QSize sheets);

/// "A", "B" … "Z", "AA": the name of a row of sheets, counted from 0.
[[nodiscard]] QString nameOfTileRow(int row);

} // namespace bomay
