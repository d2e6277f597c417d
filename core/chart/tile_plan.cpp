// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/tile_plan.h"

#include "core/base/numbers.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// An interval of one axis that a block covers.
struct Span
{
    double begin;
    double end;

    [[nodiscard]] double middle() const { return (begin + end) / 2; }
};

/// Where cuts across one axis run: each as far on as the room allows, but rather earlier through a gap than on through
/// a box.
class AxisCutter
{
public:
    AxisCutter(std::vector<Span> spans, Span whole, double room)
        : m_whole(whole)
        , m_room(room)
    {
        std::ranges::sort(spans, {}, &Span::middle);
        for (const Span &span : spans) {
            m_middles.push_back(span.middle());
            m_begins.push_back(span.begin);
            m_ends.push_back(span.end);
        }
        m_farthestEnd = m_ends;
        m_nearestBegin = m_begins;
        for (std::size_t i = 1; i < spans.size(); ++i) {
            m_farthestEnd[i] = std::max(m_farthestEnd[i - 1], m_farthestEnd[i]);
            const std::size_t k = spans.size() - 1 - i;
            m_nearestBegin[k] = std::min(m_nearestBegin[k], m_nearestBegin[k + 1]);
        }
        for (const Span &span : spans) {
            // Into the gap beside a box, where there is one, else along its edge; at worst round it.
            for (const double place : {span.begin - kIntoGap, span.begin, span.end, span.end + kIntoGap})
                m_places.push_back(place);
            m_detours.push_back(span.middle() + kIntoGap / 100);
        }
        for (std::vector<double> *list : {&m_begins, &m_ends, &m_places, &m_detours})
            std::ranges::sort(*list);
        m_places.erase(std::ranges::unique(m_places).begin(), m_places.end());
    }

    [[nodiscard]] std::vector<double> cuts() const
    {
        std::vector<double> cuts{m_whole.begin};
        while (m_whole.end - leftReach(cuts.back()) > m_room) {
            const double next = cutAfter(cuts.back());
            BM_CHECK(next > cuts.back(), break);
            cuts.push_back(next);
        }
        cuts.push_back(m_whole.end);
        return cuts;
    }

private:
    /// How far what belongs behind a cut stands out before it.
    [[nodiscard]] double leftReach(double cut) const
    {
        const auto first = uz(std::ranges::lower_bound(m_middles, cut) - m_middles.begin());
        return first < m_middles.size() ? std::min(cut, m_nearestBegin[first]) : cut;
    }

    /// How far what belongs before a cut stands out behind it.
    [[nodiscard]] double rightReach(double cut) const
    {
        const auto behind = uz(std::ranges::lower_bound(m_middles, cut) - m_middles.begin());
        return behind > 0 ? std::max(cut, m_farthestEnd[behind - 1]) : cut;
    }

    /// How many boxes a cut would run through.
    [[nodiscard]] std::ptrdiff_t crossed(double cut) const
    {
        return (std::ranges::lower_bound(m_begins, cut) - m_begins.begin()) -
               (std::ranges::upper_bound(m_ends, cut) - m_ends.begin());
    }

    /// The best place for the next cut: the fewest boxes in its way, then the farthest.
    [[nodiscard]] double cutAfter(double before) const
    {
        const double limit = leftReach(before) + m_room;
        double best = before;
        std::ptrdiff_t fewest = std::numeric_limits<std::ptrdiff_t>::max();
        const auto consider = [&](double place) {
            if (place <= before || rightReach(place) > limit)
                return;
            if (const auto count = crossed(place); count < fewest || (count == fewest && place > best)) {
                fewest = count;
                best = place;
            }
        };
        const auto considerFrom = [&](const std::vector<double> &places, double least) {
            for (auto place = std::ranges::lower_bound(places, least); place != places.end() && *place <= limit;
                 ++place)
                consider(*place);
        };
        consider(limit);
        considerFrom(m_places, before + (limit - before) * kLeastUse);
        if (best <= before) {
            considerFrom(m_places, before);
            considerFrom(m_detours, before);
        }
        return best;
    }

    static constexpr double kLeastUse = 0.7; ///< so much of a sheet is used before a gap is preferred
    static constexpr double kIntoGap = 0.5;  ///< mm

    Span m_whole;
    double m_room;
    std::vector<double> m_middles;
    std::vector<double> m_begins;
    std::vector<double> m_ends;
    std::vector<double> m_farthestEnd;  ///< of the spans up to each by middle
    std::vector<double> m_nearestBegin; ///< of the spans from each by middle
    std::vector<double> m_places;
    std::vector<double> m_detours;
};

/// The interval between cuts that a value belongs to.
int intervalOf(const std::vector<double> &cuts, double value)
{
    const auto next = std::upper_bound(cuts.begin() + 1, cuts.end() - 1, value);
    return static_cast<int>(next - cuts.begin()) - 1;
}

} // namespace

Result<TilePlan> planTiles(const DisplayList &picture, const QSizeF &room)
{
    TilePlan plan;
    { // of 100,000 boxes they would be much of what the search for cuts needs
        PictureBlocks sorted = blocksOf(picture);
        plan.frames = std::move(sorted.frames);
        plan.images = std::move(sorted.images);
        plan.blocks.reserve(sorted.blocks.size());
        for (PictureBlock &block : sorted.blocks)
            plan.blocks.push_back({std::move(block)});
    }
    plan.whole = picture.bounds;
    for (const TileBlock &block : plan.blocks) {
        plan.whole = plan.whole.united(block.rect);
        if (block.rect.width() > room.width() || block.rect.height() > room.height())
            return fail(u"box-wider-than-sheet"_s,
                        {{u"box"_s, u"%1 × %2"_s.arg(qRound(block.rect.width())).arg(qRound(block.rect.height()))},
                         {u"sheet"_s, u"%1 × %2"_s.arg(std::floor(room.width())).arg(std::floor(room.height()))}});
    }
    const QRectF &whole = plan.whole;
    std::vector<Span> heights;
    for (const TileBlock &block : plan.blocks)
        heights.push_back({block.rect.top(), block.rect.bottom()});
    plan.rowCuts = AxisCutter(std::move(heights), {whole.top(), whole.bottom()}, room.height()).cuts();
    std::vector<std::vector<Span>> widths(plan.rowCuts.size() - 1);
    for (TileBlock &block : plan.blocks) {
        block.row = intervalOf(plan.rowCuts, block.rect.center().y());
        widths[uz(block.row)].push_back({block.rect.left(), block.rect.right()});
    }
    for (std::vector<Span> &spans : widths)
        plan.columnCuts.push_back(AxisCutter(std::move(spans), {whole.left(), whole.right()}, room.width()).cuts());
    for (TileBlock &block : plan.blocks)
        block.column = intervalOf(plan.columnCuts[uz(block.row)], block.rect.center().x());
    return plan;
}

} // namespace bomay
