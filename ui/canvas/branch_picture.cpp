// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/branch_picture.h"

#include "core/change/edits_structure.h"
#include "core/chart/chart_builder.h"
#include "core/render/painter.h"

#include <QPainter>

namespace bomay {

std::optional<Page> branchPage(const OrgView &view, const TextMeasurer &measurer, const ChartOptions &chosen,
                               const std::vector<NodeRef> &nodes)
{
    const ChartOptions options = forPaper(chosen); // other programs have white paper
    constexpr double kMargin = 3;                  ///< mm
    constexpr double kGap = 8;                     ///< mm
    Page page;
    double left = kMargin;
    for (const NodeRef node : topmost(view, nodes)) {
        if (!node.isUnit())
            continue;
        DisplayList branch = buildChart(view, measurer, forBranch(options, node.unit()));
        branch.transform(1, QPointF(left, kMargin) - branch.bounds.topLeft());
        left += branch.bounds.width() + kGap;
        page.size = {left - kGap + kMargin, std::max(page.size.height(), branch.bounds.height() + 2 * kMargin)};
        page.list.append(branch);
    }
    return page.list.boxes.empty() ? std::nullopt : std::optional(std::move(page));
}

QImage imageOf(const Page &page, double pixels)
{
    constexpr double kMostPixels = 4e7;
    const QSizeF size = page.size * pixels;
    if (size.width() * size.height() > kMostPixels)
        return {};
    QImage image(size.toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(pixels, pixels);
    paint(painter, page.list, {});
    return image;
}

} // namespace bomay
