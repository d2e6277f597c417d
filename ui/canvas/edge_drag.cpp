// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/edge_drag.h"

#include "core/base/numbers.h"

#include <algorithm>
#include <cmath>

namespace bomay {

namespace {

constexpr double kReach = 4;           ///< pixels to both sides of an edge
constexpr double kSmallestBox = 24;    ///< pixels; in a smaller one the edges would leave no middle to take hold of
constexpr double kNarrowest = 8;       ///< mm of text
constexpr double kLeastMovement = 0.3; ///< mm; less is a click

} // namespace

QRectF EdgeDrag::box() const
{
    const auto selected = m_document.selected();
    if (!selected || !selected->isUnit() || !m_picture.hasBox(*selected))
        return {};
    const QRectF box = m_picture.boxOf(*selected);
    return box.width() * m_scale.scale() < kSmallestBox ? QRectF() : box;
}

bool EdgeDrag::isOver(QPointF point) const
{
    const QRectF box = this->box();
    if (box.isNull())
        return false;
    const QRectF shown = m_scale.toViewport(box);
    return point.y() > shown.top() && point.y() < shown.bottom() &&
           std::min(std::abs(point.x() - shown.left()), std::abs(point.x() - shown.right())) <= kReach;
}

bool EdgeDrag::press(QPointF point)
{
    if (!isOver(point))
        return false;
    m_unit = m_document.selected()->unit();
    m_before = box();
    m_width = m_before.width();
    m_beside = m_width / 2 - fromMiddle(point);
    return true;
}

double EdgeDrag::fromMiddle(QPointF point) const
{
    return std::abs(m_scale.toChart(point).x() - m_before.center().x());
}

void EdgeDrag::move(QPointF point)
{
    m_width = 2 * std::max(0.0, fromMiddle(point) + m_beside);
}

QRectF EdgeDrag::outline() const
{
    if (!m_unit)
        return {};
    const QPointF corner(m_before.center().x() - m_width / 2, m_before.top());
    return m_scale.toViewport(QRectF(corner, QSizeF(m_width, m_before.height())));
}

bool EdgeDrag::listsPosts(UnitId unit) const
{
    const OrgView &view = m_document.view();
    const int index = view.indexOf(unit);
    return index >= 0 && std::ranges::any_of(view.postsOfUnit(index), [&](int post) {
               const NodeRef node = view.posts()[uz(post)].id;
               return !m_picture.hasBox(node) && m_picture.nameOf(node).has_value();
           });
}

std::optional<EdgeDrag::Width> EdgeDrag::release()
{
    if (!m_unit)
        return std::nullopt;
    const UnitId unit = *m_unit;
    m_unit.reset();
    if (std::abs(m_width - m_before.width()) < kLeastMovement)
        return std::nullopt;
    const Theme theme = m_document.chartOptions().theme;
    double text = m_width - 2 * theme.padding;
    if (listsPosts(unit)) // whose lines are longer than that of the name
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
