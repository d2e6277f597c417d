// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/chart/picture_checks.h"

#include "core/base/numbers.h"
#include "core/chart/hit_test.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace bomay::test {

using namespace Qt::StringLiterals;

namespace {

constexpr double kTolerance = 1e-6; ///< mm

QRectF inner(const QRectF &rect)
{
    return rect.adjusted(kTolerance, kTolerance, -kTolerance, -kTolerance);
}

bool stands(const BoxItem &box)
{
    return !box.node.uid.isNull();
}

/// Boxes by squares of the plane: what may touch a line or a text is looked up in those that it reaches.
class BoxMap
{
public:
    explicit BoxMap(const DisplayList &list)
    {
        for (std::size_t i = 0; i < list.boxes.size(); ++i)
            visitSquares(list.boxes[i].rect, [this, i](Square square) {
                m_boxes[square].push_back(i);
                return true;
            });
    }

    /// Is there a box near a rectangle for which `test` holds?
    template <typename Test>
    [[nodiscard]] bool any(const QRectF &rect, Test &&test) const
    {
        return !visitSquares(rect, [&](Square square) {
            const auto found = m_boxes.find(square);
            return found == m_boxes.end() || std::ranges::none_of(found->second, test);
        });
    }

private:
    using Square = std::pair<int, int>;
    static constexpr double kSide = 60; ///< mm

    /// False as soon as `visit` is.
    template <typename Visit>
    static bool visitSquares(const QRectF &rect, Visit &&visit)
    {
        const auto square = [](double at) { return static_cast<int>(std::floor(at / kSide)); };
        for (int x = square(rect.left()); x <= square(rect.right()); ++x)
            for (int y = square(rect.top()); y <= square(rect.bottom()); ++y)
                if (!visit(Square(x, y)))
                    return false;
        return true;
    }

    std::map<Square, std::vector<std::size_t>> m_boxes;
};

QString brokenLine(const DisplayList &list, const BoxMap &map, std::size_t line, const ListRun &run)
{
    for (int k = 1; k < list.lines[line].count; ++k) {
        const QPointF from = list.points[uz(list.lines[line].first + k - 1)];
        const QPointF to = list.points[uz(list.lines[line].first + k)];
        if (std::abs(from.x() - to.x()) > kTolerance && std::abs(from.y() - to.y()) > kTolerance)
            return u"slanting line %1"_s.arg(line);
        const QRectF reach = QRectF(from, to).normalized();
        const bool isThrough = map.any(reach, [&](std::size_t b) {
            const bool isOwn = run.begin.boxes <= b && b < run.end.boxes;
            const QRectF box = inner(list.boxes[b].rect);
            return stands(list.boxes[b]) && !isOwn && reach.right() > box.left() && reach.left() < box.right() &&
                   reach.bottom() > box.top() && reach.top() < box.bottom();
        });
        if (isThrough)
            return u"line %1 through a box"_s.arg(line);
    }
    return {};
}

QString brokenImage(const DisplayList &list, const BoxMap &map, std::size_t index, const TextMeasurer &measurer)
{
    const ImageItem &image = list.images[index];
    const QRectF rect = inner(image.rect);
    const auto holds = [&](std::size_t box) { return stands(list.boxes[box]) && list.boxes[box].rect.contains(rect); };
    const auto meets = [&](std::size_t box) {
        return stands(list.boxes[box]) && list.boxes[box].rect.intersects(rect);
    };
    const bool isLogo = image.node.uid.isNull();
    if (isLogo ? !list.bounds.contains(rect) || map.any(rect, meets) : !map.any(rect, holds))
        return u"image %1 where it should not be"_s.arg(index);
    for (const TextItem &text : list.texts)
        if (!text.text.isEmpty() && inner(rectOf(text, measurer)).intersects(rect))
            return u"image %1 over a text: %2"_s.arg(index).arg(text.text);
    for (std::size_t other = 0; other < index; ++other)
        if (list.images[other].rect.intersects(rect))
            return u"image %1 over another"_s.arg(index);
    return {};
}

} // namespace

QString firstBrokenPromise(const DisplayList &list, const TextMeasurer &measurer)
{
    const QRectF bounds = list.bounds.adjusted(-kTolerance, -kTolerance, kTolerance, kTolerance);
    const BoxMap map(list);
    for (std::size_t i = 0; i < list.boxes.size(); ++i) {
        const QRectF box = inner(list.boxes[i].rect);
        if (!bounds.contains(box))
            return u"box %1 out of bounds"_s.arg(i);
        if (stands(list.boxes[i]) && map.any(box, [&](std::size_t other) {
                return other < i && stands(list.boxes[other]) && box.intersects(list.boxes[other].rect);
            }))
            return u"box %1 over another"_s.arg(i);
    }
    for (const TextItem &text : list.texts) {
        const QRectF ink = rectOf(text, measurer);
        if (text.text.isEmpty())
            continue; // a unit without a name: Qt says that no rectangle contains a null one
        if (!map.any(ink, [&](std::size_t box) {
                return list.boxes[box].rect.adjusted(-kTolerance, -kTolerance, kTolerance, kTolerance).contains(ink);
            }))
            return u"text outside: "_s + text.text;
    }
    for (std::size_t i = 0; i < list.images.size(); ++i)
        if (const QString broken = brokenImage(list, map, i, measurer); !broken.isEmpty())
            return broken;
    std::size_t inRuns = 0;
    for (const ListRun &run : list.runs)
        for (std::size_t line = run.begin.lines; line < run.end.lines; ++line, ++inRuns)
            if (const QString broken = brokenLine(list, map, line, run); !broken.isEmpty())
                return broken;
    return inRuns == list.lines.size() ? QString() : u"lines outside of runs"_s;
}

LineMeeting meetingOfLines(const DisplayList &list, std::size_t first)
{
    struct Piece
    {
        std::size_t line;
        QRectF reach;
        bool isUpright;
    };
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < list.lines.size(); ++i)
        for (int k = 1; k < list.lines[i].count; ++k) {
            const QPointF from = list.points[uz(list.lines[i].first + k - 1)];
            const QPointF to = list.points[uz(list.lines[i].first + k)];
            pieces.push_back({i, QRectF(from, to).normalized(), from.x() == to.x()});
        }
    LineMeeting meeting;
    meeting.lines = sizeOf(list.lines) - static_cast<int>(first);
    for (const Piece &piece : pieces) {
        if (piece.line < first)
            continue;
        meeting.length += piece.reach.width() + piece.reach.height();
        for (const Piece &other : pieces) {
            const bool isBefore = other.line < first || other.line < piece.line;
            const bool isOther =
                other.line < first || !(list.lines[other.line].stroke == list.lines[piece.line].stroke);
            if (!isBefore || !isOther)
                continue;
            const QRectF common =
                piece.reach.adjusted(-0.2, -0.2, 0.2, 0.2) & other.reach.adjusted(-0.2, -0.2, 0.2, 0.2);
            if (piece.isUpright != other.isUpright)
                meeting.crossings +=
                    piece.reach.left() <= other.reach.right() && other.reach.left() <= piece.reach.right() &&
                            piece.reach.top() <= other.reach.bottom() && other.reach.top() <= piece.reach.bottom()
                        ? 1
                        : 0;
            else if (!common.isEmpty())
                meeting.together += std::max(common.width(), common.height()) - 0.4;
        }
    }
    return meeting;
}

const BoxItem *boxOf(const DisplayList &list, NodeRef node)
{
    const auto found = std::ranges::find(list.boxes, node, &BoxItem::node);
    return found == list.boxes.end() ? nullptr : &*found;
}

bool says(const DisplayList &list, const QString &text)
{
    return std::ranges::any_of(list.texts, [&text](const TextItem &item) { return item.text == text; });
}

} // namespace bomay::test
