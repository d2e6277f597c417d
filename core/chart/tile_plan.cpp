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

bool touches(const QRectF &a, const QRectF &b)
{
    constexpr double kNear = 0.01;
    return a.left() <= b.right() + kNear && b.left() <= a.right() + kNear && a.top() <= b.bottom() + kNear &&
           b.top() <= a.bottom() + kNear;
}

/// Sorts the items of each run into blocks and frames.
class BlockMaker
{
public:
    BlockMaker(const DisplayList &picture, TilePlan &plan)
        : m_picture(picture)
        , m_plan(plan)
    {}

    void make()
    {
        if (m_picture.runs.empty())
            makeRun({{}, m_picture.mark(), m_picture.bounds});
        for (const ListRun &run : m_picture.runs)
            makeRun(run);
    }

private:
    void makeRun(const ListRun &run)
    {
        const std::size_t first = m_plan.blocks.size();
        for (std::size_t i = run.begin.boxes; i < run.end.boxes; ++i) {
            const BoxItem &box = m_picture.boxes[i];
            // What is behind a title of a frame, without an edge, is as wide as the frame: the letters count alone.
            if (box.node.uid.isNull() && box.stroke.style == StrokeStyle::None)
                continue;
            if (isFrame(i, run)) {
                m_plan.frames.push_back(static_cast<int>(i));
                continue;
            }
            const bool goesOn = m_plan.blocks.size() > first && !box.node.uid.isNull() &&
                                m_picture.boxes[uz(m_plan.blocks.back().boxes.back())].node == box.node &&
                                touches(m_plan.blocks.back().rect, box.rect);
            if (!goesOn)
                m_plan.blocks.push_back({box.rect, {}, {}});
            TileBlock &block = m_plan.blocks.back();
            block.rect = block.rect.united(box.rect);
            block.boxes.push_back(static_cast<int>(i));
        }
        std::size_t hint = first;
        for (std::size_t i = run.begin.texts; i < run.end.texts; ++i)
            blockOf(m_picture.texts[i], first, hint).texts.push_back(static_cast<int>(i));
    }

    /// A box of nobody that holds the one after it.
    [[nodiscard]] bool isFrame(std::size_t box, const ListRun &run) const
    {
        return m_picture.boxes[box].node.uid.isNull() && m_picture.boxes[box].stroke.style != StrokeStyle::None &&
               box + 1 < run.end.boxes && m_picture.boxes[box].rect.contains(m_picture.boxes[box + 1].rect.center());
    }

    /// Boxes and texts come in the same order, more or less: the search goes on where the last one ended.
    TileBlock &blockOf(const TextItem &text, std::size_t first, std::size_t &hint)
    {
        const double height = text.font.size * kMillimetresPerPoint;
        const QPointF middle = text.baseline + QPointF(text.width / 2, -height / 3);
        const std::size_t count = m_plan.blocks.size() - first;
        for (std::size_t step = 0; step < count; ++step) {
            const std::size_t index = first + (hint - first + step) % count;
            if (m_plan.blocks[index].rect.contains(middle)) {
                hint = index;
                return m_plan.blocks[index];
            }
        }
        // A text without a box, as a title: it is a block of its own.
        m_plan.blocks.push_back({QRectF(text.baseline - QPointF(0, height), QSizeF(text.width, 1.3 * height)), {}, {}});
        hint = first;
        return m_plan.blocks.back();
    }

    const DisplayList &m_picture;
    TilePlan &m_plan;
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
    BlockMaker(picture, plan).make();
    QRectF whole = picture.bounds;
    for (const TileBlock &block : plan.blocks) {
        whole = whole.united(block.rect);
        if (block.rect.width() > room.width() || block.rect.height() > room.height())
            return fail(u"box-wider-than-sheet"_s,
                        {{u"box"_s, u"%1 × %2"_s.arg(qRound(block.rect.width())).arg(qRound(block.rect.height()))},
                         {u"sheet"_s, u"%1 × %2"_s.arg(std::floor(room.width())).arg(std::floor(room.height()))}});
    }
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
