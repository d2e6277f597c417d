// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/org_view.h"

namespace bomay {

/// Who holds a post of a fixture: one name is one person everywhere.
struct FixtureHolder
{
    QString person;
    AppointmentKind kind = AppointmentKind::Full;
    Period period = {};
};

/// Builds a small organisation line by line, by codes, through the same changes the program makes. Ids are given in the
/// order of the lines, so that the rows can be put in another order and stay the same rows.
class ChartFixture
{
public:
    struct LocalityLine
    {
        QString code;
        QString name;
        LocalityType type = LocalityType::Unknown;
        QString parent = {};
        LocalityClass localityClass = LocalityClass::Unknown;
        std::optional<int> population = {};
    };

    struct UnitLine
    {
        QString code;
        QString name;
        UnitKind kind = UnitKind::Unknown;
        QString parent = {};
        QString locality = {};
        std::optional<int> staff = {};
        Autonomy autonomy = Autonomy::Unknown;
        PartialDate reorganisedOn = {};
        Reorganisation reorganisation = Reorganisation::None;
        std::optional<int> staffInPost = {};
        std::optional<int> deputiesAllotted = {};
        QString allotmentBasis = {};
    };

    ChartFixture &locality(const LocalityLine &line);
    ChartFixture &unit(const UnitLine &line);
    /// A post of a unit; the title is of no matter here.
    ChartFixture &post(const QString &unit, PostState state, const std::vector<FixtureHolder> &holders = {});
    ChartFixture &head(const QString &unit);
    /// One deputy for each tier.
    ChartFixture &deputies(const QString &unit, const std::vector<int> &tiers);
    /// A quota of a unit; `document` is a number and symbol, a decision of 2026-01-12, or empty.
    ChartFixture &quota(const QString &unit, Quota quota, const QString &document = {});
    /// Any other row.
    ChartFixture &row(Row row);
    [[nodiscard]] UnitId unitId(const QString &unit) const { return m_units.value(unit); }
    /// A unit that could not be placed.
    ChartFixture &stage(const QString &unit);

    /// The rows in the opposite order, those of one kind among themselves.
    ChartFixture &reversed();

    [[nodiscard]] Organisation organisation() const;
    [[nodiscard]] OrgView on(const char *isoDay) const;

private:
    void place(NodeRef node, const QString &parent);

    SeededIdSource m_ids{QByteArrayLiteral("decree")};
    QHash<QString, LocalityId> m_localities;
    QHash<QString, UnitId> m_units;
    QHash<QString, PersonId> m_people;
    std::vector<Row> m_rows;
};

/// TP.HCM (79) with its UBND, and TP Thủ Đức (769) with its UBND TD.
[[nodiscard]] ChartFixture thuDuc();

/// TP.HCM (79) with Quận 1 (760) and its UBND Q1, without agencies.
[[nodiscard]] ChartFixture quanMot();

} // namespace bomay
