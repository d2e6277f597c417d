// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/chart_options.h"

#include "core/change/edits_views.h"
#include "core/chart/theme_file.h"

#include <QStringList>

#include <algorithm>
#include <tuple>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

std::vector<ChartRelation> relationsOn(const Organisation &organisation, Day day)
{
    std::vector<const Relation *> found;
    for (const Relation &relation : organisation.relations())
        if (isDrawnAsLine(relation.type) && relation.period.contains(day))
            found.push_back(&relation);
    std::ranges::sort(found, {}, &Relation::id);
    std::vector<ChartRelation> relations;
    for (const Relation *relation : found)
        relations.push_back({relation->type, relation->from, relation->to});
    return relations;
}

/// Where a unit belongs on a day; null = nowhere.
UnitId parentOn(const Organisation &organisation, UnitId unit, Day day)
{
    for (const RelationId id : organisation.graph().relationsFrom(unit)) {
        const Relation *relation = organisation.find(id);
        if (relation != nullptr && relation->type == RelationType::BelongsTo && relation->period.contains(day))
            return relation->to.unit();
    }
    return {};
}

std::vector<ScheduledUnit> scheduledAfter(const Organisation &organisation, Day day)
{
    std::vector<ScheduledUnit> scheduled;
    for (const Unit &unit : organisation.units()) {
        if (unit.states.empty() || unit.states.front().period.firstDay() <= day)
            continue;
        const Day from = unit.states.front().period.firstDay();
        const UnitId parent = parentOn(organisation, unit.id, from);
        if (!parent.isNull())
            scheduled.push_back({unit.id, unit.states.front().name, unit.states.front().kind, parent, from});
    }
    std::ranges::sort(scheduled, {}, [](const ScheduledUnit &unit) { return std::tuple(unit.from, unit.id); });
    return scheduled;
}

} // namespace

QString pictureWords(const ChartView &view, const QString &usual)
{
    for (const QString &line : view.words.split(u'\n', Qt::SkipEmptyParts))
        if (const qsizetype at = line.indexOf(u'='); at >= 0 && line.left(at) == usual && at + 1 < line.size())
            return line.mid(at + 1);
    return usual;
}

QString withPictureWords(const QString &words, const QString &usual, const QString &other)
{
    QStringList lines;
    for (const QString &line : words.split(u'\n', Qt::SkipEmptyParts))
        if (line.left(line.indexOf(u'=')) != usual)
            lines += line;
    if (!other.isEmpty() && other != usual)
        lines += usual + u'=' + other;
    return lines.join(u'\n');
}

bool isDrawnAsLine(RelationType type)
{
    switch (type) {
    case RelationType::BelongsTo: // the tree
    case RelationType::ReportsTo:
    case RelationType::Succeeds: // no relation of one day
        return false;
    default:
        return true;
    }
}

bool showsHolders(const OrgView &view, const ChartOptions &options)
{
    return options.view.holders &&
           std::ranges::any_of(view.posts(), [](const ViewPost &post) { return !post.holders.empty(); });
}

ChartOptions chartOptionsFor(const Organisation &organisation, const ChartView &view, Day day)
{
    ChartOptions options;
    options.view = view;
    options.theme = themeNamed(view.theme);
    bool needsRelations = view.relations || view.topBand;
    for (const BranchMark *mark : organisation.naming<BranchMark>(keyOf(view.id))) {
        options.marks.insert_or_assign(mark->node, *mark);
        needsRelations = needsRelations || mark->layout == BranchLayout::Assignment;
    }
    if (needsRelations)
        options.relations = relationsOn(organisation, day);
    if (view.scheduled)
        options.scheduled = scheduledAfter(organisation, day);
    options.objects = objectsOf(organisation, view.id);
    return options;
}

ChartOptions forBranch(ChartOptions options, UnitId root)
{
    options.view.root = root;
    options.view.bands = false;
    options.objects.clear();
    return options;
}

std::optional<Message> paperNote(const ChartOptions &options)
{
    if (!options.theme.isForScreen)
        return std::nullopt;
    const BilingualText &name = options.theme.name;
    return Message{u"theme-for-screen"_s, {{u"name"_s, name.vi}}};
}

ChartOptions forPaper(ChartOptions options)
{
    options.folds = {};
    if (options.theme.isForScreen)
        options.theme = builtInThemes().front();
    return options;
}

} // namespace bomay
