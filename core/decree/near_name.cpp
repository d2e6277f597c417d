// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/near_name.h"

#include "core/base/numbers.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace bomay {

namespace {

/// Optimal string alignment distance: a letter put in, left out, replaced, or two neighbours swapped count one each.
int editDistance(QStringView a, QStringView b)
{
    const auto width = uz(b.size()) + 1;
    std::vector<int> twoBack(width);
    std::vector<int> oneBack(width);
    std::vector<int> row(width);
    std::iota(oneBack.begin(), oneBack.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        row[0] = static_cast<int>(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = uz(j) + 1;
            row[at] = std::min({oneBack[at - 1] + (a[i] == b[j] ? 0 : 1), oneBack[at] + 1, row[at - 1] + 1});
            if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j])
                row[at] = std::min(row[at], twoBack[at - 2] + 1);
        }
        std::swap(twoBack, oneBack);
        std::swap(oneBack, row);
    }
    return oneBack.back();
}

} // namespace

QString nearestName(QStringView name, const QStringList &allowed)
{
    const QString wanted = name.toString().toCaseFolded();
    QString nearest;
    int best = std::max(1, static_cast<int>(wanted.size()) / 3) + 1;
    for (const QString &candidate : allowed) {
        const int distance = editDistance(wanted, candidate.toCaseFolded());
        if (distance < best) {
            best = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace bomay
