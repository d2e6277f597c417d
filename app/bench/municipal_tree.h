// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/organisation.h"

#include <cstdint>
#include <vector>

namespace bomay {

/// A made-up municipal chart as flat arrays in preorder: units and, as leaves before the units of the same parent, the
/// posts of each unit. Spans (numbers of children) are 8 in the mean and at most 60, about 4 % of them 30 and more; 87
/// to 89 % of the nodes are leaves; 1,000 to 1,000,000 nodes stand on 5 to 10 levels.
struct MunicipalTree
{
    std::vector<int> parents;    ///< index of the parent, −1 for the one root
    std::vector<double> widths;  ///< 120–280
    std::vector<double> heights; ///< 40–110
    std::vector<bool> posts;     ///< is the node a post?

    [[nodiscard]] int size() const { return static_cast<int>(parents.size()); }
};

/// The tree of `count` nodes, at least 1. The same seed gives the same tree on every machine, since only the engine's
/// own numbers are used.
[[nodiscard]] MunicipalTree municipalTree(int count, std::uint32_t seed);

/// The tree as an organisation, made through a change as an import would: the People's Committee of Thủ Đức in Thành
/// phố Hồ Chí Minh at the top, so that the rules for that city apply; committees, agencies, divisions and schools below
/// it; heads and deputies, two of three with a holder; names and titles in Vietnamese. Where `people` is more than
/// these, the third and later posts of the units are groups of staff who hold the others, and so many people in all
/// have a post today. Errors: those of `applyChange`, which would be a mistake here.
[[nodiscard]] Result<Organisation> municipalOrganisation(const MunicipalTree &tree, int people = 0);

} // namespace bomay
