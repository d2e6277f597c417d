// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/piece_composer.h"
#include "core/model/row.h"

#include <unordered_map>

namespace bomay {

/// The chart of a view that follows edits: after a change of what units and posts are called and who holds them, only
/// their boxes are written again, and the others are moved where they stand otherwise. The picture is always that of
/// `buildChart`, to the last digit. Not for a picture with lines of relations, a legend, names of levels or objects,
/// nor for a change of the structure: then it is made anew.
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
        std::vector<QPointF> texts;
        std::vector<QPointF> points;
    };

    [[nodiscard]] bool canFollow(const OrgView &view, const ChartOptions &options) const;
    /// The units that touched rows speak of, sorted; nothing where one may have changed more than its words.
    [[nodiscard]] std::optional<std::vector<int>> touchedUnits(const OrgView &view,
                                                               std::span<const RowKey> touched) const;
    /// Is what hangs below a part what hung there?
    [[nodiscard]] bool standsAsBefore(const OrgView &view, int part) const;
    [[nodiscard]] bool hasRootsAsBefore(const OrgView &view) const;
    void indexParts(const OrgView &view);
    /// The parts that show units, with those whose boxes are made alike, sorted.
    [[nodiscard]] std::vector<int> partsToWrite(std::span<const int> units) const;
    void write(const OrgView &view, std::span<const int> parts);
    void replacePiece(int part, const Piece &written, const DisplayList &scratch);
    void place();

    const TextMeasurer &m_measurer;
    ChartOptions m_options; ///< as it was drawn
    bool m_isPlain = false;
    std::vector<ChartPart> m_parts;
    std::vector<int> m_firstChild;                         ///< by part
    std::vector<int> m_nextSibling;                        ///< by part
    std::vector<int> m_partOfUnit;                         ///< −1 = not drawn
    std::vector<int> m_localities;                         ///< by unit
    std::unordered_map<int, std::vector<int>> m_postParts; ///< posts with boxes of their own, by unit
    std::size_t m_postCount = 0;
    std::vector<Piece> m_pieces;
    std::vector<QRectF> m_places;
    OwnPlaces m_own;
    DisplayList m_list;
};

} // namespace bomay
