// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entities.h"

namespace bomay {

struct ChartView;
struct BranchMark;
struct ChartObject;

using ChartViewId = Id<ChartView>;
using BranchMarkId = Id<BranchMark>;
using ChartObjectId = Id<ChartObject>;

/// Bản vẽ: a named picture of the organisation. It says how to draw, never what is the case: it is undone and saved
/// like everything else, but no comparison, check or exchange reads it. Lengths are mm of the drawing.
struct ChartView
{
    ChartViewId id;
    QString name;
    int order = 0; ///< rank among the views, smallest first
    UnitId root;   ///< drawn with what is below it; null: everything
    int depth = 0; ///< levels of units drawn from the root on; 0 = all
    ChartPreset preset = ChartPreset::Automatic;
    LeaderStyle leaders = LeaderStyle::Apart;
    int framesFrom = 6;            ///< so many leaf units of one block stand in a frame (khối); 0 = never
    int countsFrom = 0;            ///< so many leaf units of one block are one box with their number; 0 = never
    double boxWidth = 0;           ///< of a line of text in a unit's box; 0 = as the theme has it
    QString paper;                 ///< "A3"; empty = not said
    std::optional<bool> landscape; ///< nothing = what makes the letters largest
    QString title;                 ///< empty = that of the document
    QString theme;                 ///< name in resources/themes; empty = black and white
    bool posts = true;             ///< boxes list posts …
    bool holders = true;           ///< … and who holds them
    bool staff = false;            ///< biên chế: in post and allotted
    bool shortNames = false;
    bool codes = false;
    bool relations = false; ///< lines of relations other than trực thuộc, with a legend

    bool scheduled = false; ///< units that are still to come, dashed, with their day

    QString hiddenKinds;    ///< filter: codes of kinds of units left out with all below them, parted by spaces
    bool aligned = false;   ///< units of one level begin at one height, throughout the chart
    bool bands = false;     ///< the levels named at the margin; they are aligned then
    bool topBand = false;   ///< what stands at the top is one row, joined by its relations whatever `relations` says
    QString words;          ///< other words of the picture's own, as in the legend: lines of "usual words=other words"
    QString annex;          ///< phụ lục: how it went with a decision last, TOML (`readAnnex`); empty = never
    bool portraits = false; ///< photographs beside the names of holders, where there are any

    friend bool operator==(const ChartView &, const ChartView &) = default;
};

/// How one view draws one unit or post and the branch below it, where that differs from the rest: a style chosen by
/// hand, and adjustments.
struct BranchMark
{
    BranchMarkId id;
    ChartViewId view;
    NodeRef node;
    BranchLayout layout = BranchLayout::Inherited;
    int columns = 0;     ///< of `Columns` and `Grid`; 0 = as many as look best
    double boxWidth = 0; ///< of a line of text in the box; 0 = as the view has it
    double gap = 0;      ///< between the children; 0 = as the theme has it
    double offsetX = 0;  ///< the box stands so far from where it would
    double offsetY = 0;
    QString lines = {}; ///< the name with the line breaks wanted; heeded while it still is the name

    friend bool operator==(const BranchMark &, const BranchMark &) = default;
};

/// Đối tượng đặt thêm: something beside the chart of one view. The chart makes room for it.
struct ChartObject
{
    ChartObjectId id;
    ChartViewId view;
    ChartObjectKind kind = ChartObjectKind::Text;
    ChartSide side = ChartSide::Below;
    int order = 0;        ///< rank among those of its side, the nearest to the chart first
    QString text = {};    ///< with line breaks; of `Text`, `Note`, `Bracket`; a title of `Summary`
    UnitId unit = {};     ///< of `Bracket`: round it and what is below it
    Picture picture = {}; ///< of `Logo`
    double height = 0;    ///< of `Logo`, set by hand; 0 = as the theme has it

    friend bool operator==(const ChartObject &, const ChartObject &) = default;
};

} // namespace bomay
