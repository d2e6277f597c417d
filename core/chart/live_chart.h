// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/part_index.h"
#include "core/chart/piece_composer.h"

namespace bomay {

/// The chart of a view that follows edits: after a change of units, posts and who holds them, also of where they stand,
/// only the boxes that it touches are written again, and the others are moved where they stand otherwise; lines of
/// relations, names of levels, legend and objects are drawn again. The picture is always that of `buildChart`, to the
/// last digit. A picture with a top band, units still to come or units by assignment is made anew.
class LiveChart
{
public:
    explicit LiveChart(const TextMeasurer &measurer);

    /// Makes the picture anew.
    void rebuild(const OrgView &view, const ChartOptions &options);

    /// Follows a change that `OrgView::apply` followed before, with the same rows. False: the picture was made anew.
    bool follow(const OrgView &view, const ChartOptions &options, std::span<const RowKey> touched);

    [[nodiscard]] const DisplayList &list() const { return m_list; }

private:
    /// Where the items of the pieces stand about their own corners, item by item.
    struct OwnPlaces
    {
        std::vector<QRectF> boxes;
        std::vector<QRectF> images;
        std::vector<QPointF> texts;
        std::vector<QPointF> points;

        explicit OwnPlaces(const DisplayList &list = {});
    };

    [[nodiscard]] bool canFollow(const OrgView &view, const ChartOptions &options) const;
    /// Draws parts about their own corners into a list of their own; gives their pieces, one behind the other.
    [[nodiscard]] std::vector<Piece> write(const OrgView &view, std::span<const int> parts, DisplayList &scratch) const;
    /// Brings the pieces into a new order, those of `written` among them, and their items with them.
    void rearrange(std::span<const ItemRun> pieces, std::vector<Piece> written, DisplayList &scratch);
    void place(const OrgView &view);

    const TextMeasurer &m_measurer;
    ChartOptions m_options; ///< as it was drawn
    bool m_isPlain = false;
    PartIndex m_parts;
    std::vector<Piece> m_pieces;
    std::vector<QRectF> m_places;
    OwnPlaces m_own;
    DisplayList m_list;
};

} // namespace bomay
