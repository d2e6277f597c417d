// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/chart_entities.h"

#include <concepts>
#include <type_traits>

namespace bomay {

// The fields of what views are made of; see fields.h.

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, ChartView>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("name", e.name);
    visit("rank", e.order);
    visit("root", e.root);
    visit("depth", e.depth);
    visit("preset", e.preset);
    visit("leaders", e.leaders);
    visit("frames_from", e.framesFrom);
    visit("counts_from", e.countsFrom);
    visit("box_width", e.boxWidth);
    visit("paper", e.paper);
    visit("landscape", e.landscape);
    visit("title", e.title);
    visit("theme", e.theme);
    visit("posts", e.posts);
    visit("holders", e.holders);
    visit("staff", e.staff);
    visit("short_names", e.shortNames);
    visit("codes", e.codes);
    visit("relations", e.relations);
    visit("scheduled", e.scheduled);
    visit("hidden_kinds", e.hiddenKinds);
    visit("aligned", e.aligned);
    visit("bands", e.bands);
    visit("top_band", e.topBand);
    visit("words", e.words);
    visit("annex", e.annex);
    visit("portraits", e.portraits);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, BranchMark>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("view", e.view);
    visit("node", e.node);
    visit("layout", e.layout);
    visit("columns", e.columns);
    visit("box_width", e.boxWidth);
    visit("gap", e.gap);
    visit("offset_x", e.offsetX);
    visit("offset_y", e.offsetY);
    visit("lines", e.lines);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, ChartObject>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("view", e.view);
    visit("kind", e.kind);
    visit("side", e.side);
    visit("rank", e.order);
    visit("text", e.text);
    visit("unit", e.unit);
    visit("picture", e.picture);
    visit("height", e.height);
}

} // namespace bomay
