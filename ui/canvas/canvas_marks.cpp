// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_marks.h"

#include "ui/document/finding_mark.h"

#include <QPainter>

namespace bomay {

namespace {

const QColor kAccent(0, 95, 184);

} // namespace

void paintSelection(QPainter &painter, const QRectF &box, Keyboard keyboard)
{
    painter.setPen(QPen(kAccent, keyboard == Keyboard::Here ? 3 : 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.adjusted(-2, -2, 2, 2));
}

void paintFindingMark(QPainter &painter, const QRectF &box, Severity severity)
{
    constexpr int kSize = 18; // pixels
    const FindingKind kind = severity == Severity::Error     ? FindingKind::Error
                             : severity == Severity::Warning ? FindingKind::Warning
                                                             : FindingKind::Advice;
    const QPoint corner = box.topRight().toPoint() - QPoint(kSize / 2, kSize / 2);
    findingMark(kind).paint(&painter, QRect(corner, QSize(kSize, kSize)));
}

void paintDropMark(QPainter &painter, const QRectF &box, SiblingFlow flow, DropKind kind)
{
    constexpr QPointF kBeside(4, 0);
    painter.setPen(QPen(kAccent, 4));
    painter.setBrush(Qt::NoBrush);
    const bool sideways = flow == SiblingFlow::Sideways;
    switch (kind) {
    case DropKind::Under:
        painter.drawRect(box);
        break;
    case DropKind::Before:
        if (sideways)
            painter.drawLine(box.topLeft() - kBeside, box.bottomLeft() - kBeside);
        else
            painter.drawLine(box.topLeft(), box.topRight());
        break;
    case DropKind::Behind:
        if (sideways)
            painter.drawLine(box.topRight() + kBeside, box.bottomRight() + kBeside);
        else
            painter.drawLine(box.bottomLeft(), box.bottomRight());
        break;
    }
}

} // namespace bomay
