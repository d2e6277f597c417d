// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_views.h"

#include "core/change/change_builder.h"
#include "core/change/edits_support.h"
#include "core/model/row_names.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_set>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

constexpr double kLongest = 10000; ///< mm; what core/model/integrity.cpp allows

Result<ChartView> requireView(const Organisation &organisation, ChartViewId id)
{
    const ChartView *view = organisation.find(id);
    if (view == nullptr)
        return fail(u"edit-no-view"_s);
    return *view;
}

bool isLength(double length)
{
    return length >= 0 && length <= kLongest;
}

/// Views are told apart by their names: on tabs and on the command line.
Result<QString> requireFreeName(const Organisation &organisation, const QString &name, ChartViewId own)
{
    BM_TRY(const QString tidy, requireName(name));
    for (const ChartView &view : organisation.chartViews())
        if (view.id != own && view.name.compare(tidy, Qt::CaseInsensitive) == 0)
            return fail(u"edit-view-name"_s, {{u"name"_s, tidy}});
    return tidy;
}

std::vector<BranchMark> marksOf(const Organisation &organisation, ChartViewId view)
{
    std::vector<BranchMark> marks;
    for (const BranchMark *mark : organisation.naming<BranchMark>(keyOf(view)))
        marks.push_back(*mark);
    // The index has no order of its own, and ids that are made anew follow it.
    std::ranges::sort(marks, {}, &BranchMark::id);
    return marks;
}

BranchMark withoutAdjustments(const BranchMark &mark)
{
    BranchMark bare{mark.id, mark.view, mark.node};
    bare.layout = mark.layout;
    bare.columns = mark.columns;
    return bare;
}

bool saysNothing(const BranchMark &mark)
{
    return mark.layout == BranchLayout::Inherited && mark.columns == 0 && !isAdjusted(mark);
}

void putOrRemove(ChangeBuilder &builder, BranchMark mark)
{
    if (saysNothing(mark))
        builder.remove(keyOf(mark.id));
    else
        builder.put(std::move(mark));
}

int nextRank(const Organisation &organisation)
{
    int rank = 0;
    for (const ChartView &view : organisation.chartViews())
        rank = std::max(rank, view.order);
    return rank + 1;
}

} // namespace

Result<Change> addView(const Organisation &organisation, const QString &name, const ChartView &model, IdSource &ids)
{
    ChartView view = model;
    BM_TRY(view.name, requireFreeName(organisation, name, {}));
    view.id = ids.make<ChartViewId>();
    view.order = nextRank(organisation);
    ChangeBuilder builder(organisation);
    builder.put(view);
    return finishChange(builder, u"Thêm bản vẽ %1"_s.arg(view.name), {}, &ids);
}

Result<Change> copyView(const Organisation &organisation, ChartViewId from, const QString &name, IdSource &ids)
{
    BM_TRY(ChartView view, requireView(organisation, from));
    BM_TRY(view.name, requireFreeName(organisation, name, {}));
    view.id = ids.make<ChartViewId>();
    view.order = nextRank(organisation);
    ChangeBuilder builder(organisation);
    builder.put(view);
    for (BranchMark mark : marksOf(organisation, from)) {
        mark.id = ids.make<BranchMarkId>();
        mark.view = view.id;
        builder.put(std::move(mark));
    }
    for (ChartObject object : objectsOf(organisation, from)) {
        object.id = ids.make<ChartObjectId>();
        object.view = view.id;
        builder.put(std::move(object));
    }
    return finishChange(builder, u"Thêm bản vẽ %1"_s.arg(view.name), {}, &ids);
}

Result<Change> setView(const Organisation &organisation, ChartView view)
{
    BM_TRY(const ChartView before, requireView(organisation, view.id));
    BM_TRY(view.name, requireFreeName(organisation, view.name, view.id));
    if (std::min({view.depth, view.framesFrom, view.countsFrom}) < 0 || !isLength(view.boxWidth))
        return fail(u"edit-bad-number"_s, {{u"what"_s, view.name}});
    const QString title = view.name == before.name ? u"Sửa bản vẽ %1"_s.arg(view.name)
                                                   : u"Đổi tên bản vẽ %1 thành %2"_s.arg(before.name, view.name);
    ChangeBuilder builder(organisation);
    builder.put(std::move(view));
    return finishChange(builder, title, {}, nullptr);
}

Result<Change> removeView(const Organisation &organisation, ChartViewId id)
{
    BM_TRY(const ChartView view, requireView(organisation, id));
    ChangeBuilder builder(organisation);
    for (const BranchMark &mark : marksOf(organisation, id))
        builder.remove(keyOf(mark.id));
    for (const ChartObject &object : objectsOf(organisation, id))
        builder.remove(keyOf(object.id));
    builder.remove(keyOf(id));
    return finishChange(builder, u"Xóa bản vẽ %1"_s.arg(view.name), {}, nullptr);
}

Result<Change> setMark(const Organisation &organisation, BranchMark mark, IdSource &ids)
{
    BM_TRY(const ChartView view, requireView(organisation, mark.view));
    if (!organisation.contains(keyOf(mark.node)))
        return fail(u"edit-nothing-there"_s);
    if (mark.columns < 0 || !isLength(mark.boxWidth) || !isLength(mark.gap) || !isLength(std::abs(mark.offsetX)) ||
        !isLength(std::abs(mark.offsetY)))
        return fail(u"edit-bad-number"_s, {{u"what"_s, describeNode(organisation, mark.node)}});
    const BranchMark before = markOf(organisation, mark.view, mark.node);
    mark.id = before.id.isNull() ? ids.make<BranchMarkId>() : before.id;
    ChangeBuilder builder(organisation);
    putOrRemove(builder, mark);
    const QString title = mark.layout == before.layout && mark.columns == before.columns
                              ? u"Chỉnh tay %1 trên bản vẽ %2"_s
                              : u"Đổi kiểu của %1 trên bản vẽ %2"_s;
    return finishChange(builder, title.arg(describeNode(organisation, mark.node), view.name), {}, nullptr);
}

Result<Change> releaseAdjustments(const Organisation &organisation, ChartViewId id, std::span<const NodeRef> nodes)
{
    BM_TRY(const ChartView view, requireView(organisation, id));
    const std::unordered_set<NodeRef> asked(nodes.begin(), nodes.end());
    ChangeBuilder builder(organisation);
    for (const BranchMark &mark : marksOf(organisation, id))
        if (asked.empty() || asked.contains(mark.node))
            putOrRemove(builder, withoutAdjustments(mark));
    return finishChange(builder, u"Bỏ chỉnh tay trên bản vẽ %1"_s.arg(view.name), {}, nullptr);
}

Result<Change> putObject(const Organisation &organisation, ChartObject object, IdSource &ids)
{
    BM_TRY(const ChartView view, requireView(organisation, object.view));
    const bool isWritten = object.kind == ChartObjectKind::Text || object.kind == ChartObjectKind::Note;
    if (isWritten && object.text.trimmed().isEmpty())
        return fail(u"edit-empty-note"_s);
    if (object.kind == ChartObjectKind::Bracket && organisation.find(object.unit) == nullptr)
        return fail(u"edit-bracket-unit"_s);
    if (object.kind != ChartObjectKind::Bracket)
        object.unit = {}; // else it would go with a unit that it no longer embraces
    if (object.kind != ChartObjectKind::Logo)
        object.picture = {};
    else
        BM_TRY_VOID(requirePicture(object.picture));
    if (!isLength(object.height))
        return fail(u"edit-bad-number"_s, {{u"what"_s, labelOf(object.kind)}});
    const bool isNew = object.id.isNull();
    const ChartObject *before = organisation.find(object.id);
    if (!isNew && before == nullptr)
        return fail(u"edit-nothing-there"_s);
    if (isNew || before->side != object.side) {
        object.order = 0;
        for (const ChartObject &other : objectsOf(organisation, view.id))
            if (other.side == object.side)
                object.order = std::max(object.order, other.order + 1);
    }
    if (isNew)
        object.id = ids.make<ChartObjectId>();
    const QString title = isNew ? u"Đặt “%1” lên bản vẽ %2"_s : u"Sửa “%1” trên bản vẽ %2"_s;
    const QString words = labelOf(object.kind);
    ChangeBuilder builder(organisation);
    builder.put(std::move(object));
    return finishChange(builder, title.arg(words, view.name), {}, nullptr);
}

Result<Change> removeObject(const Organisation &organisation, ChartObjectId id)
{
    const ChartObject *object = organisation.find(id);
    if (object == nullptr)
        return fail(u"edit-no-object"_s);
    ChangeBuilder builder(organisation);
    builder.remove(keyOf(id));
    return finishChange(builder, u"Bỏ “%1” khỏi bản vẽ"_s.arg(labelOf(object->kind)), {}, nullptr);
}

std::vector<ChartObject> objectsOf(const Organisation &organisation, ChartViewId view)
{
    std::vector<ChartObject> objects;
    for (const ChartObject *object : organisation.naming<ChartObject>(keyOf(view)))
        objects.push_back(*object);
    std::ranges::sort(objects, {},
                      [](const ChartObject &object) { return std::tuple(object.side, object.order, object.id); });
    return objects;
}

std::vector<ChartView> viewsInOrder(const Organisation &organisation)
{
    std::vector<ChartView> views;
    for (const ChartView &view : organisation.chartViews())
        views.push_back(view);
    std::ranges::sort(views, {}, [](const ChartView &view) { return std::pair(view.order, view.id); });
    return views;
}

BranchMark markOf(const Organisation &organisation, ChartViewId view, NodeRef node)
{
    for (const BranchMark *mark : organisation.naming<BranchMark>(keyOf(node)))
        if (mark->view == view)
            return *mark;
    return {{}, view, node};
}

bool isAdjusted(const BranchMark &mark)
{
    return mark != withoutAdjustments(mark);
}

} // namespace bomay
