// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list.h"
#include "core/chart/text_measurer.h"
#include "core/chart/theme.h"

#include <QSizeF>

#include <memory>
#include <vector>

namespace bomay {

struct TextLine
{
    QString text;
    FontSpec font;
    double width = 0;  ///< mm
    NodeRef node = {}; ///< whom it speaks of; null = whom its box stands for
};

enum class PictureSide { Above, Left };

/// A picture that stands with the lines of a block, in the middle of a room as large for all.
struct BlockPicture
{
    Picture picture; ///< empty = the room alone, in a tone
    NodeRef node;
    QSizeF room; ///< mm
    Rgba tone = {};
    PictureSide side = PictureSide::Above;
};

/// Lines of text under each other, measured but not placed.
struct TextBlock
{
    std::vector<TextLine> lines = {};
    QSizeF size{0, 0};                                ///< mm; of the lines
    std::shared_ptr<const BlockPicture> picture = {}; ///< few blocks have one

    [[nodiscard]] bool isEmpty() const { return lines.empty(); }
};

enum class TextAlignment { Left, Centre };

/// How a box looks.
struct BoxLook
{
    Stroke stroke;
    Rgba fill;
    TextAlignment alignment = TextAlignment::Centre;
};

/// The largest rectangle of a picture's proportions in the middle of a room.
[[nodiscard]] QRectF fitPicture(const Picture &picture, const QRectF &room);

/// Measures blocks of text and draws them in boxes.
class BlockWriter
{
public:
    /// `padding`: mm from a box's edge to its text.
    BlockWriter(const TextMeasurer &measurer, double padding, Rgba ink, DisplayList &list);

    /// Appends a text, broken at spaces into lines of at most `maxWidth` mm.
    void add(TextBlock &block, const QString &text, const FontSpec &font, double maxWidth, NodeRef node = {}) const;
    /// Appends a text whose lines were chosen by hand.
    void addLines(TextBlock &block, const QStringList &lines, const FontSpec &font, NodeRef node = {}) const;

    /// Of the box that the block fills.
    [[nodiscard]] QSizeF boxSize(const TextBlock &block) const;

    /// Draws a box for a node with a block in the middle of its height, the picture of the block above or beside its
    /// lines.
    void draw(const QRectF &rect, const TextBlock &block, const BoxLook &look, NodeRef node);

    /// Draws a pattern in the padding along the left edge of a box.
    void drawStrip(const QRectF &rect, BoxPattern pattern);

    [[nodiscard]] const TextMeasurer &measurer() const { return m_measurer; }

private:
    /// The size of lines and picture together.
    [[nodiscard]] QSizeF contentSize(const TextBlock &block) const;
    /// Draws the picture of a block in its box; gives the part of the box that it leaves to the lines.
    QRectF drawPicture(const QRectF &rect, const TextBlock &block);

    const TextMeasurer &m_measurer;
    double m_padding;
    Rgba m_ink;
    DisplayList &m_list;
};

} // namespace bomay
