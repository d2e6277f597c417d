// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/finding_mark.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace bomay {

namespace {

constexpr QRgb kRed = 0xffb3261e;
constexpr QRgb kAmber = 0xff9a6700;
constexpr QRgb kBlue = 0xff1f6fb2;
constexpr QRgb kGrey = 0xff767676;

/// Everything below is drawn on a square of 16 units.
constexpr int kGrid = 16;

void drawCross(QPainter &painter)
{
    painter.setBrush(QColor(kRed));
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(QRectF(1.5, 1.5, 13, 13));
    painter.setPen(QPen(Qt::white, 1.8, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(5.5, 5.5), QPointF(10.5, 10.5));
    painter.drawLine(QPointF(10.5, 5.5), QPointF(5.5, 10.5));
}

void drawTriangle(QPainter &painter)
{
    QPainterPath path(QPointF(8, 2));
    path.lineTo(14.5, 13.5);
    path.lineTo(1.5, 13.5);
    path.closeSubpath();
    painter.setBrush(QColor(kAmber));
    painter.setPen(QPen(QColor(kAmber), 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.setPen(QPen(Qt::white, 1.7, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(8, 6.2), QPointF(8, 9.4));
    painter.drawPoint(QPointF(8, 12));
}

void drawRing(QPainter &painter, QRgb colour)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(colour), 1.4, Qt::SolidLine, Qt::RoundCap));
    painter.drawEllipse(QRectF(2, 2, 12, 12));
}

void drawLetterI(QPainter &painter)
{
    drawRing(painter, kBlue);
    painter.setPen(QPen(QColor(kBlue), 1.7, Qt::SolidLine, Qt::RoundCap));
    painter.drawPoint(QPointF(8, 5.2));
    painter.drawLine(QPointF(8, 7.8), QPointF(8, 11));
}

void drawQuestion(QPainter &painter)
{
    drawRing(painter, kGrey);
    QPainterPath hook(QPointF(6.1, 6.4));
    hook.cubicTo(6.1, 3.9, 9.9, 3.9, 9.9, 6.3);
    hook.cubicTo(9.9, 7.8, 8, 7.7, 8, 9.2);
    painter.drawPath(hook);
    painter.drawPoint(QPointF(8, 11.5));
}

void drawDash(QPainter &painter)
{
    painter.setPen(QPen(QColor(kGrey), 1.6, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(4, 8), QPointF(12, 8));
}

void drawTick(QPainter &painter)
{
    drawRing(painter, kGrey);
    painter.drawPolyline(QPolygonF{QPointF(5, 8.2), QPointF(7.2, 10.6), QPointF(11.2, 5.6)});
}

void drawStruckRing(QPainter &painter)
{
    drawRing(painter, kGrey);
    painter.drawLine(QPointF(4, 12), QPointF(12, 4));
}

void draw(QPainter &painter, FindingKind kind)
{
    switch (kind) {
    case FindingKind::Error:
        return drawCross(painter);
    case FindingKind::Warning:
        return drawTriangle(painter);
    case FindingKind::Advice:
        return drawLetterI(painter);
    case FindingKind::Waived:
        return drawTick(painter);
    case FindingKind::NotChecked:
        return drawQuestion(painter);
    case FindingKind::NotApplicable:
        return drawDash(painter);
    case FindingKind::Disabled:
        return drawStruckRing(painter);
    }
}

} // namespace

QIcon findingMark(FindingKind kind)
{
    QIcon icon;
    for (const int scale : {1, 2, 3}) {
        QPixmap pixmap(kGrid * scale, kGrid * scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        draw(painter, kind);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace bomay
