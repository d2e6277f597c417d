// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_marks.h"

#include "ui/document/finding_mark.h"

#include <QGuiApplication>
#include <QPainter>

#include <algorithm>

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

void paintChain(QPainter &painter, const QRectF &box)
{
    QColor pale = kAccent;
    pale.setAlpha(120);
    painter.setPen(QPen(pale, 2, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.adjusted(-2, -2, 2, 2));
}

void paintBand(QPainter &painter, const QRectF &band)
{
    QColor fill = kAccent;
    fill.setAlpha(30);
    painter.setPen(QPen(kAccent, 1));
    painter.setBrush(fill);
    painter.drawRect(band);
}

void paintAdjusted(QPainter &painter, const QRectF &box)
{
    constexpr double kSide = 12; // pixels; the frame of a selection covers a part
    painter.setPen(Qt::NoPen);
    painter.setBrush(kAccent);
    painter.drawConvexPolygon(
        QPolygonF({box.topLeft(), box.topLeft() + QPointF(kSide, 0), box.topLeft() + QPointF(0, kSide)}));
}

void paintPageFrame(QPainter &painter, const QRectF &page, const QString &label)
{
    const QColor grey(110, 110, 110);
    painter.setPen(QPen(grey, 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(page);
    painter.setFont(QGuiApplication::font());
    const QRectF room = page.adjusted(6, 4, -6, -4);
    if (painter.fontMetrics().horizontalAdvance(label) < room.width()) { // else it would stand in the neighbour
        painter.setPen(grey);
        painter.drawText(room, Qt::AlignRight | Qt::AlignTop, label);
    }
}

void paintFound(QPainter &painter, const QRectF &box)
{
    painter.setPen(QPen(QColor(190, 130, 0), 1.5));
    painter.setBrush(QColor(255, 214, 0, 70)); // the letters stay readable, and the edge tells it without colour
    painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 3, 3);
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
    case DropKind::AsDeputy: // a seat hanging below
        painter.drawRect(QRectF(box.left() + box.width() / 4, box.bottom(), box.width() / 2, 10));
        break;
    case DropKind::AsAssistant: // seats at the sides
        painter.drawRect(QRectF(box.left() - 10, box.center().y() - 6, 10, 12));
        painter.drawRect(QRectF(box.right(), box.center().y() - 6, 10, 12));
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

void paintVerdict(QPainter &painter, const QRectF &box, const QRectF &viewport, const ChangeVerdict &verdict)
{
    constexpr double kWidth = 340;
    constexpr double kPad = 8;
    constexpr double kMark = 16;
    constexpr double kAway = 10;              ///< from the box
    painter.setFont(QGuiApplication::font()); // the chart's own is as large as its letters
    const QString text = verdict.lines.join(u'\n');
    const double indent = kPad + kMark + kPad;
    const QRectF needed = painter.boundingRect(QRectF(0, 0, kWidth - indent - kPad, 10000), Qt::TextWordWrap, text);
    // Above: what is dragged hangs below the mouse.
    QRectF note(box.left(), box.top() - kAway - needed.height() - 2 * kPad, kWidth, needed.height() + 2 * kPad);
    if (note.top() < viewport.top())
        note.moveTop(box.bottom() + kAway);
    note.moveLeft(std::clamp(note.left(), viewport.left(), std::max(viewport.left(), viewport.right() - kWidth)));
    painter.setPen(QPen(QColor(0, 0, 0, 90), 1));
    painter.setBrush(QColor(255, 255, 240));
    painter.drawRoundedRect(note, 4, 4);
    const bool isClean = verdict.kind == FindingKind::NotApplicable;
    if (!isClean)
        findingMark(verdict.kind)
            .paint(&painter, QRectF(note.topLeft() + QPointF(kPad, kPad), QSizeF(kMark, kMark)).toRect());
    painter.setPen(Qt::black);
    painter.drawText(note.adjusted(indent, kPad, -kPad, -kPad), Qt::TextWordWrap, text);
}

} // namespace bomay
