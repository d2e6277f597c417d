// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/locality_verbs.h"
#include "tests/property/verb_orders.h"

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

LocalityHeir newLocality(VerbDraw &draw)
{
    LocalityHeir heir;
    heir.facts.name = draw.name(u"Phường mới"_s);
    heir.facts.type = draw.value<LocalityType>();
    heir.facts.population = draw.persons(90'000);
    if (draw.chance(60))
        heir.facts.parent = draw.locality();
    if (!draw.chance(4))
        heir.code = draw.ids().next().toString();
    return heir;
}

LocalityHeir anyHeir(VerbDraw &draw)
{
    LocalityHeir heir = newLocality(draw);
    if (draw.chance(40))
        heir.existing = draw.locality();
    return heir;
}

std::vector<LocalityId> localities(VerbDraw &draw, int least, int most)
{
    std::vector<LocalityId> ids;
    for (int count = least + draw.random(most - least + 1); count > 0; --count)
        ids.push_back(draw.locality());
    return ids;
}

} // namespace

Result<Change> establishSomeLocality(VerbDraw &draw)
{
    return establishLocality(draw.organisation(), newLocality(draw), draw.order(), draw.ids());
}

Result<Change> rearrangeSomeLocalities(VerbDraw &draw)
{
    // One is shared by two heirs, another goes whole to the second.
    std::vector<LocalityHeir> heirs{anyHeir(draw), newLocality(draw)};
    const LocalityId shared = draw.locality();
    for (LocalityHeir &heir : heirs)
        heir.from.push_back({shared, SuccessionExtent::Part});
    heirs.back().from.push_back({draw.locality(), SuccessionExtent::Whole});
    return rearrangeLocalities(draw.organisation(), heirs, {}, draw.order(), draw.ids());
}

Result<Change> mergeSomeLocalities(VerbDraw &draw)
{
    return mergeLocalities(draw.organisation(), localities(draw, 1, 3), anyHeir(draw), {}, draw.order(), draw.ids());
}

Result<Change> divideSomeLocality(VerbDraw &draw)
{
    const std::vector<LocalityHeir> heirs{newLocality(draw), anyHeir(draw)};
    return divideLocality(draw.organisation(), draw.locality(), heirs, {}, draw.order(), draw.ids());
}

Result<Change> adjustSomeBoundary(VerbDraw &draw)
{
    const BoundaryChange boundary{draw.locality(), draw.locality(), draw.persons(50'000), draw.persons(50'000)};
    return adjustBoundary(draw.organisation(), boundary, draw.order(), draw.ids());
}

Result<Change> renameSomeLocality(VerbDraw &draw)
{
    return renameLocality(draw.organisation(), draw.locality(), draw.name(u"Xã"_s), draw.value<LocalityType>(),
                          draw.order(), draw.ids());
}

Result<Change> dissolveSomeLocality(VerbDraw &draw)
{
    return dissolveLocality(draw.organisation(), draw.locality(), {}, draw.order(), draw.ids());
}

} // namespace bomay
