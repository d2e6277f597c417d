// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/layout/forest.h"

#include <QLineF>
#include <QString>

#include <span>

namespace bomay::test {

constexpr double kTolerance = 1e-6; ///< mm; far below what a printer can draw

[[nodiscard]] bool isNear(double a, double b);

/// The first index at which two pictures differ by more than the tolerance, or −1.
[[nodiscard]] int firstDifference(const std::vector<QRectF> &a, const std::vector<QRectF> &b);

/// The least rectangle round all boxes. Precondition: there is one.
[[nodiscard]] QRectF boundsOf(const std::vector<QRectF> &boxes);

/// Everything that holds for any forest that grows down, checked in one go; an empty text where all of it does.
[[nodiscard]] QString firstBrokenPromise(const Forest &forest, const TreeGaps &gaps, const std::vector<QRectF> &boxes);

/// Does a horizontal or vertical line run through the inside of a box?
[[nodiscard]] bool isInside(const QLineF &line, const QRectF &box);

/// Do siblings stand in their order: each beside or below the one before?
[[nodiscard]] bool keepsOrder(std::span<const int> parents, std::span<const QRectF> boxes);

/// Does one of the lines begin or end at the edge of a box?
[[nodiscard]] bool touches(const QRectF &box, std::span<const QLineF> lines);

} // namespace bomay::test
