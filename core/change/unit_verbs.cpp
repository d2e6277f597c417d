// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/unit_verbs.h"

#include "core/base/vietnamese_text.h"
#include "core/change/edits_support.h"
#include "core/change/unit_reorganisation.h"

#include <algorithm>
#include <iterator>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// What a verb collects, and the steps over it.
class Work
{
public:
    Work(const Organisation &organisation, const Terms &terms, const Order &order, IdSource &ids)
        : m_order(order)
        , m_ids(ids)
        , m_builder(organisation)
        , m_handover(organisation, m_builder, order, ids)
        , m_steps(organisation, m_handover, terms, order)
    {}

    [[nodiscard]] UnitReorganisation &steps() { return m_steps; }

    [[nodiscard]] Result<Change> finish(const QString &title)
    {
        m_handover.settle();
        return finishOrder(m_builder, title, m_order, m_ids);
    }

private:
    const Order &m_order;
    IdSource &m_ids;
    ChangeBuilder m_builder;
    UnitHandover m_handover;
    UnitReorganisation m_steps;
};

/// A change by a verb of edits.h, with the order's document among its rows.
Result<Change> withDocument(Result<Change> change, const Organisation &organisation, const Order &order, IdSource &ids,
                            const QString &title)
{
    if (!change)
        return change;
    ChangeBuilder builder(organisation);
    documentOf(builder, organisation, order, ids);
    std::vector<RowImage> images = builder.takeImages();
    std::ranges::move(change->images, std::back_inserter(images));
    change->images = std::move(images);
    change->title = title + u" từ "_s + order.from.toVietnamese();
    return change;
}

Result<Change> fewerThan(int count, const QString &code)
{
    return fail(code, {{u"count"_s, QString::number(count)}});
}

} // namespace

Result<Change> establishUnit(const Organisation &organisation, const NewUnit &unit, const Order &order, IdSource &ids)
{
    const Terms none;
    Work work(organisation, none, order, ids);
    BM_TRY_VOID(work.steps().begin({}, Predecessor::Ends));
    BM_TRY_VOID(work.steps().foundHeir(unit, Reorganisation::None));
    return work.finish(u"Thành lập "_s + work.steps().namesOfHeirs());
}

Result<Change> consolidateUnits(const Organisation &organisation, std::span<const UnitId> units, const NewUnit &unit,
                                const Terms &terms, const Order &order, IdSource &ids)
{
    if (units.size() < 2)
        return fewerThan(2, u"order-too-few-units"_s);
    Work work(organisation, terms, order, ids);
    BM_TRY_VOID(work.steps().begin(units, Predecessor::Ends));
    BM_TRY_VOID(work.steps().foundHeir(unit, Reorganisation::Consolidation));
    BM_TRY_VOID(work.steps().handOver(Unnamed::ToFirstHeir));
    work.steps().succeed();
    work.steps().handNumbers();
    return work.finish(u"Hợp nhất %1 thành %2"_s.arg(work.steps().namesOfPredecessors(), work.steps().namesOfHeirs()));
}

Result<Change> absorbUnits(const Organisation &organisation, std::span<const UnitId> units, UnitId heir,
                           const Terms &terms, const Order &order, IdSource &ids)
{
    if (units.empty())
        return fewerThan(1, u"order-too-few-units"_s);
    Work work(organisation, terms, order, ids);
    BM_TRY_VOID(work.steps().begin(units, Predecessor::Ends));
    BM_TRY_VOID(work.steps().takeHeir(heir, Reorganisation::Absorption));
    BM_TRY_VOID(work.steps().handOver(Unnamed::ToFirstHeir));
    work.steps().succeed();
    work.steps().handNumbers();
    return work.finish(u"Sáp nhập %1 vào %2"_s.arg(work.steps().namesOfPredecessors(), work.steps().namesOfHeirs()));
}

Result<Change> divideUnit(const Organisation &organisation, UnitId unit, std::span<const NewUnit> newUnits,
                          const Terms &terms, const Order &order, IdSource &ids)
{
    if (newUnits.size() < 2)
        return fewerThan(2, u"order-too-few-units"_s);
    Work work(organisation, terms, order, ids);
    BM_TRY_VOID(work.steps().begin({&unit, 1}, Predecessor::Ends));
    for (const NewUnit &heir : newUnits)
        BM_TRY_VOID(work.steps().foundHeir(heir, Reorganisation::Division));
    BM_TRY_VOID(work.steps().handOver(Unnamed::Refused));
    work.steps().succeed();
    BM_TRY_VOID(work.steps().handShares());
    return work.finish(u"Chia %1 thành %2"_s.arg(work.steps().namesOfPredecessors(), work.steps().namesOfHeirs()));
}

Result<Change> separateUnit(const Organisation &organisation, UnitId unit, const NewUnit &newUnit, const Terms &terms,
                            const Order &order, IdSource &ids)
{
    Work work(organisation, terms, order, ids);
    BM_TRY_VOID(work.steps().begin({&unit, 1}, Predecessor::Stays));
    BM_TRY_VOID(work.steps().foundHeir(newUnit, Reorganisation::Separation));
    BM_TRY_VOID(work.steps().handOver(Unnamed::Stays));
    work.steps().succeed();
    BM_TRY_VOID(work.steps().handShares());
    return work.finish(u"Tách %1 từ %2"_s.arg(work.steps().namesOfHeirs(), work.steps().namesOfPredecessors()));
}

Result<Change> dissolveUnit(const Organisation &organisation, UnitId unit, std::span<const UnitId> heirs,
                            const Terms &terms, const Order &order, IdSource &ids)
{
    Work work(organisation, terms, order, ids);
    BM_TRY_VOID(work.steps().begin({&unit, 1}, Predecessor::Ends));
    for (const UnitId heir : heirs)
        BM_TRY_VOID(work.steps().takeHeir(heir, Reorganisation::None));
    BM_TRY_VOID(work.steps().handOver(Unnamed::ToFirstHeir));
    work.steps().succeed();
    if (!heirs.empty())
        work.steps().handNumbers();
    return work.finish(u"Giải thể "_s + work.steps().namesOfPredecessors());
}

Result<Change> renameUnit(const Organisation &organisation, UnitId unit, const QString &name, const Order &order,
                          IdSource &ids)
{
    const Unit *row = organisation.find(unit);
    BM_CHECK(row != nullptr, return fail(u"edit-nothing-there"_s));
    const UnitState *state = stateOn(*row, order.from);
    return convertUnit(organisation, unit, state != nullptr ? state->kind : UnitKind::Unknown, name, order, ids);
}

Result<Change> convertUnit(const Organisation &organisation, UnitId unit, UnitKind kind, const QString &name,
                           const Order &order, IdSource &ids)
{
    const Terms none;
    Work work(organisation, none, order, ids);
    BM_TRY_VOID(work.steps().begin({&unit, 1}, Predecessor::Stays));
    const UnitState present = *stateOn(*organisation.find(unit), order.from);
    UnitState state = present;
    const QString oldName = state.name;
    if (!tidyName(name).isEmpty())
        state.name = tidyName(name);
    const bool sameKind = state.kind == kind;
    if (sameKind && state.name == oldName)
        return fail(u"edit-no-change"_s);
    const Relation *place = belongsToOn(organisation, unit, order.from);
    BM_TRY_VOID(work.steps().requireFreeName(state.name, place != nullptr ? place->to.unit() : UnitId{}, unit));
    state.kind = kind;
    state.legalBasis = order.document.number.trimmed();
    QString title = sameKind ? u"Đổi tên %1 thành %2"_s.arg(oldName, state.name)
                             : u"Chuyển đổi loại hình %1 thành %2"_s.arg(oldName, labelOf(kind));
    if (!sameKind && state.name != oldName)
        title += u", đổi tên thành "_s + state.name;
    return withDocument(changeUnit(organisation, unit, {present, state}, scopeOf(order)), organisation, order, ids,
                        title);
}

Result<Change> transferUnit(const Organisation &organisation, UnitId unit, UnitId parent, UnitTransfer how,
                            const Order &order, IdSource &ids)
{
    const Terms none;
    Work work(organisation, none, order, ids);
    BM_TRY_VOID(work.steps().begin({&unit, 1}, Predecessor::Stays));
    if (const Relation *place = belongsToOn(organisation, unit, order.from);
        place != nullptr && place->to == NodeRef(parent))
        return fail(u"edit-no-change"_s);
    const QString title =
        how == UnitTransfer::Attach ? u"Chuyển %1 về trực thuộc %2"_s : u"Chuyển nguyên trạng %1 về %2"_s;
    return withDocument(move(organisation, unit, {parent, std::nullopt}, scopeOf(order), ids), organisation, order, ids,
                        title.arg(nameOn(organisation, unit, order.from), nameOn(organisation, parent, order.from)));
}

Result<Change> transferFunctions(const Organisation &organisation, UnitId from, UnitId to,
                                 std::span<const FunctionId> functions, std::span<const PostId> posts,
                                 const Order &order, IdSource &ids)
{
    if (functions.empty())
        return fewerThan(1, u"order-too-few-functions"_s);
    Terms terms;
    for (const FunctionId function : functions)
        terms.heirs[keyOf(function)] = 0;
    for (const PostId post : posts)
        terms.heirs[keyOf(post)] = 0;
    Work work(organisation, terms, order, ids);
    BM_TRY_VOID(work.steps().begin({&from, 1}, Predecessor::Stays));
    BM_TRY_VOID(work.steps().takeHeir(to, Reorganisation::None));
    BM_TRY_VOID(work.steps().handOver(Unnamed::Stays));
    return work.finish(
        u"Điều chuyển chức năng từ %1 sang %2"_s.arg(work.steps().namesOfPredecessors(), work.steps().namesOfHeirs()));
}

} // namespace bomay
