// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/check_table.h"

#include "core/decree/checks.h"

#include <array>

namespace bomay {

namespace {

using enum Parameter;
using Name = std::u16string_view;

constexpr std::array kParameters{
    ParameterDescription{Measure, u"measure"},
    ParameterDescription{Limit, u"limit"},
    ParameterDescription{Minimum, u"minimum"},
    ParameterDescription{Scope, u"scope"},
    ParameterDescription{LimitPerUnit, u"limit_per_unit"},
    ParameterDescription{Constant, u"constant"},
    ParameterDescription{Extras, u"extras"},
    ParameterDescription{Names, u"names"},
    ParameterDescription{Required, u"required"},
    ParameterDescription{Localities, u"localities"},
    ParameterDescription{CompleteFrom, u"complete_from"},
};

constexpr std::array kCount{Measure, Limit};
constexpr std::array kRange{Measure, Minimum, Limit};
constexpr std::array kLimit{Limit};
constexpr std::array kSum{Measure, LimitPerUnit, Scope};
constexpr std::array kSumOptional{Constant, Extras};
constexpr std::array kNames{Names};
constexpr std::array kRequiredNames{Scope, Required};
constexpr std::array kScope{Scope};
constexpr std::array kLocalities{Localities, CompleteFrom};

constexpr std::array kRangePlaces{Name(u"minimum")};
constexpr std::array kSumPlaces{Name(u"units"), Name(u"per_unit"), Name(u"constant"), Name(u"shares")};
constexpr std::array kRequiredPlaces{Name(u"absent")};
constexpr std::array kParentPlaces{Name(u"parent")};
constexpr std::array kPeerPlaces{Name(u"peer")};
constexpr std::array kStaffPlaces{Name(u"kind"), Name(u"kind_en"), Name(u"year")};
constexpr std::array kDistributedPlaces{Name(u"kind"), Name(u"kind_en"), Name(u"year"), Name(u"reserve"),
                                        Name(u"shares")};

constexpr std::array kChecks{
    CheckEntry{u"count-at-most", Anchor::Unit, countAtMost, kCount},
    CheckEntry{u"count-at-least", Anchor::Unit, countAtLeast, kCount},
    CheckEntry{u"count-exactly", Anchor::Unit, countExactly, kCount},
    CheckEntry{u"count-in-range", Anchor::Unit, countInRange, kRange, {}, kRangePlaces},
    CheckEntry{u"tiers-consecutive", Anchor::Unit, tiersConsecutive, kLimit},
    CheckEntry{u"sum-at-most", Anchor::Children, sumAtMost, kSum, kSumOptional, kSumPlaces},
    CheckEntry{u"localities-exactly", Anchor::Locality, localitiesExactly, kLocalities},
    CheckEntry{u"name-in-set", Anchor::Unit, nameInSet, kNames},
    CheckEntry{u"name-as-written", Anchor::Unit, nameAsWritten, kNames},
    CheckEntry{u"names-required", Anchor::Children, namesRequired, kRequiredNames, {}, kRequiredPlaces},
    CheckEntry{u"kinds-in-set", Anchor::Children, kindsInSet, kScope},
    CheckEntry{u"prohibited", Anchor::Unit, prohibited},
    CheckEntry{u"councils-exactly", Anchor::Locality, councilsExactly, kLimit},
    CheckEntry{u"no-double-post", Anchor::Children, noDoublePost, kScope},
    CheckEntry{u"deputies-at-most-parent", Anchor::Siblings, deputiesAtMostParent, {}, {}, kParentPlaces},
    CheckEntry{u"deputies-at-most-peers", Anchor::Siblings, deputiesAtMostPeers, {}, {}, kPeerPlaces},
    CheckEntry{u"term-at-most", Anchor::Unit, termAtMost, kLimit},
    CheckEntry{u"tenure-at-most", Anchor::Unit, tenureAtMost, kLimit},
    CheckEntry{u"deputies-within-allotment", Anchor::Unit, deputiesWithinAllotment},
    CheckEntry{u"staff-within-allotment", Anchor::Unit, staffWithinAllotment, {}, {}, kStaffPlaces},
    CheckEntry{u"allotments-within-parent", Anchor::Branch, allotmentsWithinParent, {}, {}, kDistributedPlaces},
    CheckEntry{u"is-placed", Anchor::Unit, isPlaced},
    CheckEntry{u"at-most-one-head", Anchor::Unit, atMostOneHead},
    CheckEntry{u"has-head", Anchor::Unit, hasHead},
    CheckEntry{u"is-not-empty", Anchor::Siblings, isNotEmpty},
    CheckEntry{u"tiers-without-gap", Anchor::Unit, tiersWithoutGap},
    CheckEntry{u"one-full-post-each", Anchor::Chart, oneFullPostEach},
    CheckEntry{u"holders-fit-seats", Anchor::Unit, holdersFitSeats},
};

} // namespace

std::span<const ParameterDescription> parameterDescriptions()
{
    return kParameters;
}

std::span<const CheckEntry> checks()
{
    return kChecks;
}

} // namespace bomay
