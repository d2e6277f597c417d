// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/unit_verbs.h"
#include "core/model/row_names.h"
#include "tests/support/edit_checks.h"

namespace bomay {

// What the tests of reorganisations work on, the day before one and its first day.

inline const QString kBefore = QStringLiteral("2025-02-28");
inline const QString kFrom = QStringLiteral("2025-03-01");

/// The decision behind them.
[[nodiscard]] inline Order order()
{
    LegalDocument document;
    document.number = QStringLiteral("12/QĐ-UBND");
    document.date = {2025, 2, 20};
    return {document, day(kFrom)};
}

/// "UBND(Phòng A(Trưởng A,Phó A,Tổ 1,Tổ 2),Phòng B(Trưởng B,Phó B,Tổ 3),Phòng C(Trưởng C))": A has functions, a quota,
/// coordinates with C and is guided by the office; its head and B's are held, C's is vacant.
struct Divisions : OrganisationBuilder
{
    UnitId committee = unit(QStringLiteral("UBND"), {}, UnitKind::PeoplesCommittee);
    UnitId a = unit(QStringLiteral("Phòng A"), committee);
    UnitId b = unit(QStringLiteral("Phòng B"), committee);
    UnitId c = unit(QStringLiteral("Phòng C"), committee);
    PostId headA = post(a, QStringLiteral("Trưởng A"), PostRole::Head);
    PostId deputyA = post(a, QStringLiteral("Phó A"), PostRole::Deputy, 1);
    PostId headB = post(b, QStringLiteral("Trưởng B"), PostRole::Head);
    PostId deputyB = post(b, QStringLiteral("Phó B"), PostRole::Deputy, 1);
    PostId headC = post(c, QStringLiteral("Trưởng C"), PostRole::Head);
    PersonId personA = holder(headA, QStringLiteral("Người A"));
    PersonId personB = holder(headB, QStringLiteral("Người B"));
    UnitId team1 = unit(QStringLiteral("Tổ 1"), a, UnitKind::Team);
    UnitId team2 = unit(QStringLiteral("Tổ 2"), a, UnitKind::Team);
    UnitId team3 = unit(QStringLiteral("Tổ 3"), b, UnitKind::Team);
    FunctionId planning = function(a, QStringLiteral("Kế hoạch"));
    FunctionId finance = function(a, QStringLiteral("Tài chính"));
    QuotaId quotaA = quota(a, 2025, 10, 9);
    QuotaId nextQuotaA = quota(a, 2026, 12, std::nullopt);
    QuotaId quotaB = quota(b, 2025, 7, 7);
    RelationId coordinates = relation(RelationType::Coordinates, a, c);

    Divisions()
    {
        setStaff(a, 10, 9);
        setStaff(b, 7, 7);
    }

    FunctionId function(UnitId unit, const QString &text)
    {
        const auto id = ids().make<FunctionId>();
        put(Function{id, unit, ++m_rank, text, QStringLiteral("Điều 3"), {}, {}});
        return id;
    }

    QuotaId quota(UnitId unit, int year, std::optional<int> allotted, std::optional<int> inPost)
    {
        const auto id = ids().make<QuotaId>();
        put(Quota{id, unit, year, QuotaKind::CivilServants, allotted, inPost, {}, {}});
        return id;
    }

    void setStaff(UnitId id, int allotted, int filled)
    {
        Unit row = *organisation().find(id);
        row.states[0].staffAllotted = allotted;
        row.states[0].staffFilled = filled;
        put(row);
    }

    [[nodiscard]] NewUnit newUnit(const QString &name) const
    {
        NewUnit unit;
        unit.facts.name = name;
        unit.facts.kind = UnitKind::Division;
        unit.parent = committee;
        return unit;
    }

    [[nodiscard]] UnitId named(const QString &name) const
    {
        for (const Unit &unit : organisation().units())
            if (unit.states.back().name == name)
                return unit.id;
        return {};
    }

    /// "text@unit from-to" of every function that is in force on a day.
    [[nodiscard]] QStringList functionsOn(const QString &iso) const
    {
        QStringList lines;
        for (const Function &row : organisation().functions())
            if (row.period.contains(day(iso)))
                lines += row.text + u'@' + organisation().find(row.unit)->states.back().name;
        lines.sort();
        return lines;
    }

    [[nodiscard]] std::optional<int> quotaOf(const QString &name, int year) const
    {
        for (const Quota *row : organisation().naming<Quota>(keyOf(named(name))))
            if (row->year == year)
                return row->allotted;
        return std::nullopt;
    }

    /// Relations of a type on a day: "from→to".
    [[nodiscard]] QStringList relationsOn(RelationType type, const QString &iso) const
    {
        QStringList lines;
        for (const Relation &row : organisation().relations())
            if (row.type == type && row.period.contains(day(iso)))
                lines += describeNode(organisation(), row.from) + u'→' + describeNode(organisation(), row.to) +
                         (row.extent == SuccessionExtent::Part ? QStringLiteral("*") : QString());
        lines.sort();
        return lines;
    }

    [[nodiscard]] const PostState &postOn(PostId id, const QString &iso) const
    {
        return *stateOn(*organisation().find(id), day(iso));
    }

private:
    int m_rank = 0;
};

[[nodiscard]] inline QString codeOf(const Result<Change> &change)
{
    return change ? QString() : change.error().code();
}

} // namespace bomay
