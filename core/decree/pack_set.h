// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/decree/rule_pack.h"

#include <utility>
#include <vector>

namespace bomay {

/// Rule packs that could be read, and why the others could not.
struct PackSet
{
    std::vector<RulePack> packs; ///< in the order they were given
    std::vector<Error> errors;

    [[nodiscard]] const RulePack *find(const QString &id) const;
};

/// Reads packs given as bytes and file name. A pack with an error is left out whole; so is one whose id, or one of
/// whose rules, an earlier pack has (`pack-duplicate-pack`, `pack-duplicate-rule`), and one that names a rule or a
/// grace of no pack (`pack-unknown-reference`), unless that may stand in a pack that was left out.
[[nodiscard]] PackSet loadPacks(const std::vector<std::pair<QByteArray, QString>> &files);

/// The packs of ":/decrees", by file name. Needs `initResources`. An error is a defect of the build.
[[nodiscard]] PackSet loadBuiltInPacks();

/// The built-in packs and, after them, those of a user's folder, by file name; an empty or absent folder has none. A
/// rule there may override a built-in one. Errors are of the user's files.
[[nodiscard]] PackSet loadPacksWith(const QString &folder);

} // namespace bomay
