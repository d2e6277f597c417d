// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/locality_verbs.h"

#include "core/base/vietnamese_text.h"
#include "core/change/edits_support.h"
#include "core/change/locality_rearrangement.h"

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

QString namesOf(std::span<const LocalityHeir> heirs, const LocalityRearrangement &work)
{
    QStringList names;
    for (const LocalityHeir &heir : heirs)
        names += heir.existing.isNull() ? tidyName(heir.facts.name) : work.nameOf(heir.existing);
    return shortList(names);
}

Result<Change> tooFew(int count)
{
    return fail(u"order-too-few-localities"_s, {{u"count"_s, QString::number(count)}});
}

} // namespace

Result<Change> establishLocality(const Organisation &organisation, const LocalityHeir &locality, const Order &order,
                                 IdSource &ids)
{
    const Terms none;
    LocalityHeir alone = locality;
    alone.existing = {};
    alone.from.clear();
    LocalityRearrangement work(organisation, none, order, ids);
    BM_TRY_VOID(work.run({&alone, 1}));
    return work.finish(u"Thành lập "_s + tidyName(alone.facts.name));
}

Result<Change> rearrangeLocalities(const Organisation &organisation, std::span<const LocalityHeir> heirs,
                                   const Terms &terms, const Order &order, IdSource &ids)
{
    LocalityRearrangement work(organisation, terms, order, ids);
    BM_TRY_VOID(work.run(heirs));
    return work.finish(u"Sắp xếp đơn vị hành chính: "_s + namesOf(heirs, work));
}

Result<Change> mergeLocalities(const Organisation &organisation, std::span<const LocalityId> localities,
                               const LocalityHeir &heir, const Terms &terms, const Order &order, IdSource &ids)
{
    const int least = heir.existing.isNull() ? 2 : 1;
    if (sizeOf(localities) < least)
        return tooFew(least);
    LocalityHeir all = heir;
    all.from.clear();
    LocalityRearrangement work(organisation, terms, order, ids);
    QStringList names;
    for (const LocalityId locality : localities) {
        all.from.push_back({locality, SuccessionExtent::Whole});
        names += work.nameOf(locality);
    }
    BM_TRY_VOID(work.run({&all, 1}));
    const QString pattern = heir.existing.isNull() ? u"Nhập %1 thành %2"_s : u"Nhập %1 vào %2"_s;
    return work.finish(pattern.arg(shortList(names), namesOf({&all, 1}, work)));
}

Result<Change> divideLocality(const Organisation &organisation, LocalityId locality,
                              std::span<const LocalityHeir> heirs, const Terms &terms, const Order &order,
                              IdSource &ids)
{
    if (heirs.size() < 2)
        return tooFew(2);
    std::vector<LocalityHeir> parts(heirs.begin(), heirs.end());
    for (LocalityHeir &part : parts)
        part.from = {{locality, SuccessionExtent::Part}};
    LocalityRearrangement work(organisation, terms, order, ids);
    BM_TRY_VOID(work.run(parts));
    return work.finish(u"Chia %1 thành %2"_s.arg(work.nameOf(locality), namesOf(parts, work)));
}

Result<Change> adjustBoundary(const Organisation &organisation, const BoundaryChange &boundary, const Order &order,
                              IdSource &ids)
{
    const Terms none;
    LocalityRearrangement work(organisation, none, order, ids);
    const LocalityHeir heir{boundary.to, {}, {}, {{boundary.from, SuccessionExtent::Part}}};
    work.keep(boundary.from);
    BM_TRY_VOID(work.run({&heir, 1}));
    work.setPopulation(boundary.from, boundary.fromPopulation);
    work.setPopulation(boundary.to, boundary.toPopulation);
    return work.finish(
        u"Điều chỉnh địa giới: một phần %1 về %2"_s.arg(work.nameOf(boundary.from), work.nameOf(boundary.to)));
}

Result<Change> renameLocality(const Organisation &organisation, LocalityId locality, const QString &name,
                              LocalityType type, const Order &order, IdSource &ids)
{
    const Terms none;
    LocalityRearrangement work(organisation, none, order, ids);
    BM_TRY_VOID(work.rename(locality, name, type));
    return work.finish(u"Đổi %1 thành %2"_s.arg(work.nameOf(locality), tidyName(name)));
}

Result<Change> dissolveLocality(const Organisation &organisation, LocalityId locality, const Terms &terms,
                                const Order &order, IdSource &ids)
{
    LocalityRearrangement work(organisation, terms, order, ids);
    BM_TRY_VOID(work.dissolve(locality));
    return work.finish(u"Giải thể "_s + work.nameOf(locality));
}

} // namespace bomay
