// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace bomay::test {

/// Rows of a test that is run with the seeds 1 to `count`, in a column "seed".
inline void addSeeds(unsigned count)
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= count; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

} // namespace bomay::test
