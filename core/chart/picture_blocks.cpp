// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/picture_blocks.h"

#include "core/base/numbers.h"

#include <algorithm>

namespace bomay {

namespace {

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
    BlockMaker(const DisplayList &picture, PictureBlocks &sorted)
        : m_picture(picture)
        , m_sorted(sorted)
    {}

    void make()
    {
        if (m_picture.runs.empty())
            makeRun({{}, m_picture.mark(), m_picture.bounds});
        for (const ListRun &run : m_picture.runs)
            makeRun(run);
        std::ranges::stable_sort(m_sorted.images, {}, &BlockImage::block);
    }

private:
    void makeRun(const ListRun &run)
    {
        const std::size_t first = m_sorted.blocks.size();
        for (std::size_t i = run.begin.boxes; i < run.end.boxes; ++i) {
            const BoxItem &box = m_picture.boxes[i];
            // What is behind a title of a frame, without an edge, is as wide as the frame: the letters count alone.
            if (box.node.uid.isNull() && box.stroke.style == StrokeStyle::None) {
                // Marks within a box are its own.
                if (m_sorted.blocks.size() > first && m_sorted.blocks.back().rect.contains(box.rect))
                    m_sorted.blocks.back().boxes.push_back(static_cast<int>(i));
                continue;
            }
            if (isFrame(i, run)) {
                m_sorted.frames.push_back(static_cast<int>(i));
                continue;
            }
            if (m_sorted.blocks.size() == first || !goesOn(m_sorted.blocks.back(), box))
                m_sorted.blocks.push_back({box.rect, {}, {}});
            PictureBlock &block = m_sorted.blocks.back();
            block.rect = block.rect.united(box.rect);
            block.boxes.push_back(static_cast<int>(i));
        }
        std::size_t hint = first;
        for (std::size_t i = run.begin.images; i < run.end.images; ++i)
            m_sorted.images.push_back(
                {static_cast<int>(blockOf(m_picture.images[i], first, hint)), static_cast<int>(i)});
        hint = first;
        for (std::size_t i = run.begin.texts; i < run.end.texts; ++i)
            m_sorted.blocks[blockOf(m_picture.texts[i], first, hint)].texts.push_back(static_cast<int>(i));
    }

    /// Boxes of one unit touch, those of a pile lie over each other.
    [[nodiscard]] bool goesOn(const PictureBlock &block, const BoxItem &box) const
    {
        const BoxItem &last = m_picture.boxes[uz(block.boxes.front())];
        if (last.node != box.node)
            return false;
        return box.node.uid.isNull() ? last.rect.intersects(box.rect) : touches(block.rect, box.rect);
    }

    /// A box of nobody that holds the whole of a box of somebody: the next one but for what has no edge, as the ground
    /// of its title. (One of a pile does not, and a legend with its samples stands as one.)
    [[nodiscard]] bool isFrame(std::size_t box, const ListRun &run) const
    {
        const BoxItem &frame = m_picture.boxes[box];
        if (!frame.node.uid.isNull() || frame.stroke.style == StrokeStyle::None)
            return false;
        for (std::size_t i = box + 1; i < run.end.boxes; ++i)
            if (const BoxItem &next = m_picture.boxes[i]; next.stroke.style != StrokeStyle::None)
                return !next.node.uid.isNull() && frame.rect.contains(next.rect);
        return false;
    }

    std::size_t blockOf(const TextItem &text, std::size_t first, std::size_t &hint)
    {
        const double height = text.font.size * kMillimetresPerPoint;
        const QPointF middle = text.baseline + QPointF(text.width / 2, -height / 3);
        // A text without a box, as a title, is a block of its own.
        return blockAt(middle, {text.baseline - QPointF(0, height), QSizeF(text.width, 1.3 * height)}, first, hint);
    }

    std::size_t blockOf(const ImageItem &image, std::size_t first, std::size_t &hint)
    {
        return blockAt(image.rect.center(), image.rect, first, hint);
    }

    /// Boxes and what is in them come in the same order, more or less: the search goes on where the last one ended.
    /// `own`: the block that is made where there is no box.
    std::size_t blockAt(QPointF middle, const QRectF &own, std::size_t first, std::size_t &hint)
    {
        const std::size_t count = m_sorted.blocks.size() - first;
        for (std::size_t step = 0; step < count; ++step) {
            const std::size_t index = first + (hint - first + step) % count;
            if (m_sorted.blocks[index].rect.contains(middle)) {
                hint = index;
                return index;
            }
        }
        m_sorted.blocks.push_back({own, {}, {}});
        hint = first;
        return m_sorted.blocks.size() - 1;
    }

    const DisplayList &m_picture;
    PictureBlocks &m_sorted;
};

} // namespace

PictureBlocks blocksOf(const DisplayList &picture)
{
    PictureBlocks sorted;
    BlockMaker(picture, sorted).make();
    return sorted;
}

} // namespace bomay
