// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/drop_zone.h"
#include "ui/document/change_verdict.h"

class QPainter;

namespace bomay {

// What the canvas draws over the chart, in pixels of its viewport: it is no part of the picture, and no export has it.

enum class Keyboard { Here, Elsewhere };

/// The frame round what is selected; stronger where keys go to the canvas.
void paintSelection(QPainter &painter, const QRectF &box, Keyboard keyboard);

/// The chain of command: a box above what is selected.
void paintChain(QPainter &painter, const QRectF &box);

/// The band that selects what it touches.
void paintBand(QPainter &painter, const QRectF &band);

/// What was adjusted by hand.
void paintAdjusted(QPainter &painter, const QRectF &box);

/// The edge of a page of paper, and its name.
void paintPageFrame(QPainter &painter, const QRectF &page, const QString &label);

/// What was found by its name.
void paintFound(QPainter &painter, const QRectF &box);

/// Where what is dragged would come to stand by a box or a line.
void paintDropMark(QPainter &painter, const QRectF &box, SiblingFlow flow, DropKind kind);

/// What the rules would say, on a note above a box, or below it where there is no room.
void paintVerdict(QPainter &painter, const QRectF &box, const QRectF &viewport, const ChangeVerdict &verdict);

} // namespace bomay
