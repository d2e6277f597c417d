// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/chart_options.h"
#include "core/chart/page.h"
#include "core/chart/text_measurer.h"
#include "core/model/org_view.h"

namespace bomay {

/// Draws an organisation as its view asks: a forest of units, in each the head above the deputies by tier above the
/// units; leaf units list their posts in their box; many leaf units of one block stand as a grid in a titled frame;
/// branches stand as their marks or the preset say. Staged units are not drawn. Equal input gives equal output to the
/// last digit.
[[nodiscard]] DisplayList buildChart(const OrgView &view, const TextMeasurer &measurer,
                                     const ChartOptions &options = {});

/// Says why a view draws nothing: `nothing-to-draw` where no unit exists on its day, `filter-hides-all` where its
/// filter leaves none. Nothing where something is drawn, or where units wait for their place.
[[nodiscard]] std::optional<Message> whyNothingIsDrawn(const OrgView &view, const ChartOptions &options);

/// The page that a view asks for: its paper (A3 where it says none), orientation and title, else those of the document.
[[nodiscard]] PageRequest pageRequestFor(const DocumentInfo &info, Day day, const ChartView &view);

/// The chart whose frames have the shape with which it stands largest on the page asked for, set on that page. With
/// the automatic preset branches fold into rows and columns where that makes the letters clearly larger.
[[nodiscard]] Page fitChart(const OrgView &view, const PageRequest &request, const TextMeasurer &measurer,
                            const ChartOptions &options = {});

} // namespace bomay
