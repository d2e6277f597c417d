// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/chart_folds.h"
#include "core/chart/theme.h"
#include "core/model/org_view.h"

#include <unordered_map>

namespace bomay {

/// A relation other than trực thuộc that holds on the day drawn.
struct ChartRelation
{
    RelationType type = RelationType::Directs;
    NodeRef from;
    NodeRef to;
};

/// A unit that is still to come under one that is there.
struct ScheduledUnit
{
    UnitId id;
    QString name;
    UnitKind kind = UnitKind::Unknown;
    UnitId parent;
    Day from; ///< its first day
};

/// What of an organisation is drawn, and how.
struct ChartOptions
{
    Theme theme = {};
    ChartView view = {};
    std::unordered_map<NodeRef, BranchMark> marks = {}; ///< the view's own, by node
    std::vector<ChartRelation> relations = {};          ///< in the order of their ids
    std::vector<ScheduledUnit> scheduled = {};          ///< in the order of their days
    ChartFolds folds = {};                              ///< of a screen; paper shows all
    std::vector<ChartObject> objects = {};              ///< the view's own, by side, in their order
    /// Width to height that a frame's grid tries to have.
    double gridAspect = 2.2;
};

/// What a view says in place of usual words of the picture (`ChartView::words`); these where it says nothing else.
[[nodiscard]] QString pictureWords(const ChartView &view, const QString &usual);

/// `ChartView::words` with other words for usual ones; empty = the usual ones again.
[[nodiscard]] QString withPictureWords(const QString &words, const QString &usual, const QString &other);

/// Is a relation of this kind drawn as a line, where a view shows relations?
[[nodiscard]] bool isDrawnAsLine(RelationType type);

/// Does the view show who holds posts? Where nobody is entered at all, a chart full of vacant posts would say what
/// nobody knows: then it does not.
[[nodiscard]] bool showsHolders(const OrgView &view, const ChartOptions &options);

/// What a view asks for on a day: with its marks, and with what an `OrgView` of that day does not hold, as far as the
/// view shows it. A view that the organisation does not have is drawn, too.
[[nodiscard]] ChartOptions chartOptionsFor(const Organisation &organisation, const ChartView &view, Day day);

/// The same as it goes on paper: whole, and in the official theme where the view's is for screens only.
[[nodiscard]] ChartOptions forPaper(ChartOptions options);

/// The same for the branch below a unit alone, without what speaks of the whole: objects beside it, names of levels.
[[nodiscard]] ChartOptions forBranch(ChartOptions options, UnitId root);

/// Says that paper will not look as the screen does: `theme-for-screen`; nothing where it will.
[[nodiscard]] std::optional<Message> paperNote(const ChartOptions &options);

} // namespace bomay
