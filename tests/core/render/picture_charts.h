// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace bomay::test {

/// A box of a chart that others drew, too: its texts, each on lines of its own.
struct PictureNode
{
    int parent = -1;
    QStringList texts;
};

/// A chart of the developers' data, and what the best of other programs made of it: the size in points of its letters
/// on one A3 page, as it was measured once, and what Graphviz dot made of it.
struct PictureChart
{
    const char *name;
    int nodes;
    double bestPeer;
    double dot;
};

/// Those with the published measurement.
[[nodiscard]] const std::vector<PictureChart> &pictureCharts();

/// The boxes of a chart in preorder, siblings in the order of the file; nothing where its file is not here.
[[nodiscard]] std::optional<std::vector<PictureNode>> nodesOf(const QString &chart);

} // namespace bomay::test
