// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/change.h"

#include <vector>

namespace bomay {

/// What became of one row between two states of a document.
struct Difference
{
    RowKey key;
    RowEffect effect = RowEffect::Modified;
    QString name;   ///< what identifies it to a reader, in the later state where it is there
    QString place;  ///< the unit of a post, the post of a holder, the unit above; empty = none
    QString before; ///< name and place in the earlier state where they were others; empty = the same, or it is new
};

/// What differs between two organisations, kind by kind; how they are drawn (`isDrawingKind`) does not count. Empty where they hold the same.
[[nodiscard]] std::vector<Difference> differences(const Organisation &before, const Organisation &after);

} // namespace bomay
