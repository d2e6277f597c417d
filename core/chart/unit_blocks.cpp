// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/unit_blocks.h"

#include "core/base/numbers.h"

#include <QStringList>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

LocalityType localityType(const OrgView &view, int unit)
{
    const int locality = view.units()[uz(unit)].locality;
    return locality < 0 ? LocalityType::Unknown : view.localities()[uz(locality)].state.type;
}

/// What units are together, and of committees how many there are of each type of locality, where that says more.
struct Naming
{
    QString name;
    QStringList counts;
};

Naming namingOf(const OrgView &view, std::span<const int> units)
{
    const ViewUnit &first = view.units()[uz(units.front())];
    if (first.state.kind != UnitKind::PeoplesCommittee || !first.state.block.isEmpty())
        return {blockOf(first), {}};
    Naming naming;
    QStringList types;
    for (const auto &term : terms<LocalityType>()) {
        const auto count =
            std::ranges::count_if(units, [&](int unit) { return localityType(view, unit) == term.value; });
        if (count == 0 || term.value == LocalityType::Unknown)
            continue;
        types += toQString(term.vi).toLower();
        naming.counts += QString::number(count);
    }
    naming.name = (u"UBND "_s + types.join(u", "_s)).trimmed();
    return naming;
}

} // namespace

QString blockOf(const ViewUnit &unit)
{
    if (!unit.state.block.isEmpty())
        return unit.state.block;
    switch (unit.state.kind) {
    case UnitKind::SpecialisedAgency:
    case UnitKind::Office:
    case UnitKind::Inspectorate:
        return u"Cơ quan chuyên môn"_s;
    case UnitKind::PeoplesCommittee:
        return u"Ủy ban nhân dân"_s;
    case UnitKind::Division:
        return u"Phòng"_s;
    case UnitKind::Unknown:
    case UnitKind::Other:
        return u"Đơn vị trực thuộc"_s;
    default:
        return labelOf(unit.state.kind);
    }
}

QString frameTitle(const OrgView &view, std::span<const int> units)
{
    return u"%1 (%2)"_s.arg(namingOf(view, units).name).arg(units.size());
}

QString countTitle(const OrgView &view, std::span<const int> units)
{
    const Naming naming = namingOf(view, units);
    QString name = naming.name;
    // "UBND" stays as it is written; words begin small behind a number.
    if (name.size() > 1 && name[1].isLower())
        name[0] = name[0].toLower();
    const QString title = u"%1 %2"_s.arg(units.size()).arg(name);
    return naming.counts.size() < 2 ? title : u"%1 (%2)"_s.arg(title, naming.counts.join(u" · "_s));
}

} // namespace bomay
