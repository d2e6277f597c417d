// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/organisation.h"

#include <vector>

namespace bomay {

// Kế thừa: who came from whom. Every function here is pure and takes what rows say as it is: successions that go round
// in a circle, as files can have them, end where they began. `Entity` is `Unit` or `Locality`.

/// One step of succession: on a day a successor took over from a predecessor.
template <typename Entity>
struct Succession
{
    Id<Entity> predecessor;
    Id<Entity> successor;
    SuccessionExtent extent = SuccessionExtent::Whole; ///< how much of the predecessor
    PartialDate date;                                  ///< first day with the successor; empty = not written
    /// The same as a day. Where no date is written: the day after the predecessor's last, else the successor's first,
    /// else `Day::earliest()`.
    Day day;
    LegalDocumentId document; ///< null where rows do not tell; units never do

    friend bool operator==(const Succession &, const Succession &) = default;
};

/// From whom a unit or locality took over, and who took over from it, directly: by day, then by rank and code of the
/// other one. Linear in the relations of the one.
template <typename Entity>
[[nodiscard]] std::vector<Succession<Entity>> predecessorsOf(const Organisation &organisation, Id<Entity> id);
template <typename Entity>
[[nodiscard]] std::vector<Succession<Entity>> successorsOf(const Organisation &organisation, Id<Entity> id);

/// One end of a lineage.
template <typename Entity>
struct Kin
{
    Id<Entity> id;
    /// Whole: there is a way on which every predecessor was taken over as a whole. Who stays takes no step, and is
    /// whole to itself whatever it gave away.
    SuccessionExtent extent = SuccessionExtent::Whole;

    friend bool operator==(const Kin &, const Kin &) = default;
};

/// Which ones that exist on a day this one came from: those it took over from after that day, those they had taken over
/// from before that …, and itself where it exists then. By rank and code.
template <typename Entity>
[[nodiscard]] std::vector<Kin<Entity>> originsOn(const Organisation &organisation, Id<Entity> id, Day day);

/// Which ones that exist on a day this one went to: those that took over from it up to that day, those that took over
/// from them afterwards …, and itself where it still exists then. By rank and code.
template <typename Entity>
[[nodiscard]] std::vector<Kin<Entity>> heirsOn(const Organisation &organisation, Id<Entity> id, Day day);

/// The functions that one continues, back to its first unit: the first first, itself last.
[[nodiscard]] std::vector<FunctionId> functionOrigins(const Organisation &organisation, FunctionId function);

/// The functions that continue one: itself first, heirs behind those they continue. More than one heir of the same
/// function only where somebody shared it out.
[[nodiscard]] std::vector<FunctionId> functionHeirs(const Organisation &organisation, FunctionId function);

/// Those of `functionHeirs` that are in force on a day.
[[nodiscard]] std::vector<FunctionId> functionHeirsOn(const Organisation &organisation, FunctionId function, Day day);

} // namespace bomay
