// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/messages.h"
#include "core/chart/display_list.h"

#include <QSizeF>

#include <optional>
#include <vector>

namespace bomay {

/// What stands in a strip along the left edge of a box, so that a fill can be told from another in black and white.
enum class BoxPattern { None, Solid, Bars, Fine, Dots };

/// How boxes of units look that meet all conditions given; at least one is.
struct ThemeRule
{
    std::vector<UnitKind> kinds = {}; ///< one of them; empty = any
    int level = 0;                    ///< counted from 1 at the top; 0 = any
    bool overStaffed = false;         ///< more in post than allotted
    std::optional<Rgba> fill = {};
    BoxPattern pattern = BoxPattern::None;
    BilingualText words = {}; ///< in the legend
};

/// How a chart looks: letters, lines, distances. Black and white first: form and line tell kinds apart. Sizes in mm,
/// letters in points.
struct Theme
{
    FontSpec unitFont{FontFace::Serif, FontWeight::Bold, FontSlant::Upright, 10};
    FontSpec rootFont{FontFace::Serif, FontWeight::Bold, FontSlant::Upright, 12};
    FontSpec postFont{FontFace::Serif, FontWeight::Regular, FontSlant::Upright, 9};
    FontSpec vacantFont{FontFace::Serif, FontWeight::Regular, FontSlant::Italic, 9};
    FontSpec frameFont{FontFace::Serif, FontWeight::Bold, FontSlant::Upright, 10};
    FontSpec titleFont{FontFace::Serif, FontWeight::Bold, FontSlant::Upright, 14};
    FontSpec subtitleFont{FontFace::Serif, FontWeight::Regular, FontSlant::Italic, 13};

    Rgba ink{0, 0, 0, 255};
    Rgba paper{255, 255, 255, 255};
    Rgba unitFill{255, 255, 255, 255};
    Rgba leaderFill{242, 242, 242, 255}; ///< so that leaders stand out in black and white too
    Stroke unitStroke{{0, 0, 0, 255}, 0.35, StrokeStyle::Solid};
    Stroke postStroke{{0, 0, 0, 255}, 0.2, StrokeStyle::Solid};
    Stroke vacantStroke{{0, 0, 0, 255}, 0.35, StrokeStyle::Dashed}; ///< of a leader's box that nobody fills
    Stroke surplusStroke{{0, 0, 0, 255}, 0.8, StrokeStyle::Solid};  ///< of a post kept beyond the number
    Stroke frameStroke{{90, 90, 90, 255}, 0.25, StrokeStyle::Dashed};
    Stroke lineStroke{{0, 0, 0, 255}, 0.25, StrokeStyle::Solid};

    QSizeF portrait{15, 20};     ///< the room of a photograph: 3 × 4, as those for documents are
    double logoHeight = 18;      ///< where none was chosen
    double padding = 1.6;        ///< from a box's edge to its text
    double textWidth = 43;       ///< of a line in a unit's box
    double postTextWidth = 56;   ///< of a line in a list of posts
    double narrowTextWidth = 13; ///< of a line in a tall narrow box, where no word is longer
    double rootTextWidth = 70;   ///< of a line in a root's box
    double siblingGap = 5;
    double levelGap = 9;
    double postGap = 3;   ///< between boxes of leaders, and from one row of them to the next
    double gridGap = 2.5; ///< between the boxes of a frame
    double framePadding = 3;

    QString id = QStringLiteral("den-trang");
    BilingualText name = {};
    bool isForScreen = false;            ///< on paper the official theme stands in for it
    std::optional<Rgba> background = {}; ///< of a screen; nothing = white
    std::vector<ThemeRule> rules = {};   ///< the first that a unit meets counts
};

} // namespace bomay
