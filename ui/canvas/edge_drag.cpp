// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/edge_drag.h"

#include <algorithm>
#include <cmath>

namespace bomay {

namespace {

constexpr double kReach = 4;           ///< pixels to both sides of an edge
constexpr double kSmallestBox = 24;    ///< pixels; in a smaller one the edges would leave no middle to take hold of
constexpr double kNarrowest = 8;       ///< mm of text
constexpr double kLeastMovement = 0.3; ///< mm; less is a click

} // namespace

std::optional<ChartPicture::NameBox> EdgeDrag::boxAt(QPointF point) const
{
    const auto selected = m_document.selected();
    if (!selected || !selected->isUnit() || !m_picture.hasBox(*selected))
        return std::nullopt;
    // All boxes are asked for the one only where the mouse is near it.
    if (!m_scale.toViewport(m_picture.boxOf(*selected)).adjusted(-kReach, 0, kReach, 0).contains(point))
        return std::nullopt;
    const auto box = m_picture.nameBoxOf(selected->unit());
    if (!box || box->rect.width() * m_scale.scale() < kSmallestBox)
        return std::nullopt;
    const QRectF shown = m_scale.toViewport(box->rect);
    const bool isOver = point.y() > shown.top() && point.y() < shown.bottom() &&
                        std::min(std::abs(point.x() - shown.left()), std::abs(point.x() - shown.right())) <= kReach;
    return isOver ? box : std::nullopt;
}

bool EdgeDrag::isOver(QPointF point) const
{
    return boxAt(point).has_value();
}

bool EdgeDrag::press(QPointF point)
{
    const auto box = boxAt(point);
    if (!box)
        return false;
    m_unit = m_document.selected()->unit();
    m_before = *box;
    m_width = box->rect.width();
    m_beside = m_width / 2 - fromMiddle(point);
    return true;
}

double EdgeDrag::fromMiddle(QPointF point) const
{
    return std::abs(m_scale.toChart(point).x() - m_before.rect.center().x());
}

void EdgeDrag::move(QPointF point)
{
    m_width = 2 * std::max(0.0, fromMiddle(point) + m_beside);
}

QRectF EdgeDrag::outline() const
{
    if (!m_unit)
        return {};
    const QPointF corner(m_before.rect.center().x() - m_width / 2, m_before.rect.top());
    return m_scale.toViewport(QRectF(corner, QSizeF(m_width, m_before.rect.height())));
}

std::optional<EdgeDrag::Width> EdgeDrag::release()
{
    if (!m_unit)
        return std::nullopt;
    const UnitId unit = *m_unit;
    m_unit.reset();
    if (std::abs(m_width - m_before.rect.width()) < kLeastMovement)
        return std::nullopt;
    const Theme theme = m_document.chartOptions().theme;
    double text = m_width - 2 * theme.padding;
    if (m_before.hasPosts) // whose lines are longer than that of the name
        text -= theme.postTextWidth - theme.textWidth;
    return Width{unit, std::max(kNarrowest, text)};
}

bool EdgeDrag::cancel()
{
    const bool wasActive = isActive();
    m_unit.reset();
    return wasActive;
}

} // namespace bomay
