// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/picture.h"
#include "core/model/entities.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <vector>

namespace bomay {

/// A colour, 0–255 each. QColor belongs to render and ui.
struct Rgba
{
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;

    friend bool operator==(const Rgba &, const Rgba &) = default;
};

// One byte each: a large chart has hundreds of thousands of texts.
enum class FontFace : std::uint8_t { Serif, Sans };
enum class FontWeight : std::uint8_t { Regular, Bold };
enum class FontSlant : std::uint8_t { Upright, Italic };

/// A face of the built-in fonts at a size in points (1/72 inch on paper).
struct FontSpec
{
    FontFace face = FontFace::Serif;
    FontWeight weight = FontWeight::Regular;
    FontSlant slant = FontSlant::Upright;
    double size = 10;

    friend bool operator==(const FontSpec &, const FontSpec &) = default;
};

inline constexpr std::size_t kFontFaces = 8;

/// The place of a face among all, whatever its size.
[[nodiscard]] constexpr std::size_t faceIndex(const FontSpec &font)
{
    return (font.face == FontFace::Sans ? 4U : 0U) + (font.weight == FontWeight::Bold ? 2U : 0U) +
           (font.slant == FontSlant::Italic ? 1U : 0U);
}

enum class StrokeStyle { None, Solid, Dashed, Dotted, DashDotted };

struct Stroke
{
    Rgba color;
    double width = 0.25; ///< mm
    StrokeStyle style = StrokeStyle::Solid;

    friend bool operator==(const Stroke &, const Stroke &) = default;
};

/// A rectangle with an edge. `node` is what it stands for; the null unit for frames and paper.
struct BoxItem
{
    QRectF rect; ///< mm
    Rgba fill{255, 255, 255, 255};
    Stroke stroke;
    NodeRef node;

    friend bool operator==(const BoxItem &, const BoxItem &) = default;
};

/// One line of text from its left end on its baseline. Its width was measured with the built-in advances. `node` is
/// whom it speaks of: for a post in a list, the (first) post of the line and not the unit whose box it stands in.
struct TextItem
{
    QPointF baseline; ///< mm
    double width = 0; ///< mm
    QString text;
    FontSpec font;
    Rgba color;
    NodeRef node;

    friend bool operator==(const TextItem &, const TextItem &) = default;
};

/// A picture that fills a rectangle: whoever places it gives it the proportions that `headerOf` tells. `node` as that
/// of a text; the null unit for a logo. What its file says of which side is up is not followed.
struct ImageItem
{
    QRectF rect; ///< mm
    Picture picture;
    NodeRef node;

    friend bool operator==(const ImageItem &, const ImageItem &) = default;
};

/// An open line through points of `DisplayList::points`.
struct LineItem
{
    int first = 0; ///< index of the first point
    int count = 0;
    Stroke stroke;
    bool headAtBegin = false; ///< an arrow head (`arrowHead`)
    bool headAtEnd = false;

    friend bool operator==(const LineItem &, const LineItem &) = default;
};

/// How many items a list has: where a run of them begins or ends.
struct ListMark
{
    std::size_t boxes = 0;
    std::size_t images = 0;
    std::size_t texts = 0;
    std::size_t lines = 0;
    std::size_t points = 0;

    friend bool operator==(const ListMark &, const ListMark &) = default;
};

/// Items that stand together: what is outside the window is passed over run by run.
struct ListRun
{
    ListMark begin;
    ListMark end;
    QRectF rect; ///< mm; holds everything that the items paint

    friend bool operator==(const ListRun &, const ListRun &) = default;
};

/// The picture: everything that screen, printer, PDF, SVG and PNG paint, in millimetres, y downwards. Painted in the
/// order lines, boxes, images, texts, so that a line never covers a box.
struct DisplayList
{
    std::vector<BoxItem> boxes;
    std::vector<ImageItem> images;
    std::vector<TextItem> texts;
    std::vector<LineItem> lines;
    std::vector<QPointF> points;
    std::vector<ListRun> runs;
    QRectF bounds;                       ///< of boxes, images, lines and texts
    std::optional<Rgba> background = {}; ///< of a screen; paper is white

    friend bool operator==(const DisplayList &, const DisplayList &) = default;

    LineItem &addLine(std::span<const QPointF> through, const Stroke &stroke);
    LineItem &addLine(std::initializer_list<QPointF> through, const Stroke &stroke);
    /// Scales everything about the origin and then moves it; strokes and letters scale too.
    void transform(double scale, QPointF offset);
    [[nodiscard]] ListMark mark() const
    {
        return {boxes.size(), images.size(), texts.size(), lines.size(), points.size()};
    }
    /// Makes a run of everything since a mark.
    void closeRun(const ListMark &begin, const QRectF &rect) { runs.push_back({begin, mark(), rect}); }
    /// Moves the items of a run; `bounds` stays.
    void move(const ListMark &begin, const ListMark &end, QPointF offset);
    /// Adds the items and runs of another list behind the own ones; of the two the larger one is not copied.
    void append(DisplayList other);
};

/// The corners of an arrow head at the tip of a line that comes from a point: the tip, then those behind it. It is as
/// much larger as the stroke is thicker.
[[nodiscard]] std::array<QPointF, 3> arrowHead(QPointF from, QPointF tip, const Stroke &stroke);
/// The heads of a line: none, one or two.
[[nodiscard]] std::vector<std::array<QPointF, 3>> headsOf(const DisplayList &list, const LineItem &line);

inline constexpr double kMillimetresPerPoint = 25.4 / 72.0;

} // namespace bomay
