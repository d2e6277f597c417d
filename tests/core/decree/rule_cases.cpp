// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/decree/rule_cases.h"

#include "tests/core/decree/chart_fixture.h"

#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

OrgView officeOfThuDuc(const std::vector<int> &tiers)
{
    ChartFixture chart = thuDuc();
    chart.unit({u"TD-NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"TD"_s});
    chart.head(u"TD-NV"_s).deputies(u"TD-NV"_s, tiers);
    return chart.on("2021-12-31");
}

/// Three agencies of Quận 1 with this many deputies.
OrgView officesOfQuanMot(int first, int second, int third)
{
    ChartFixture chart = quanMot();
    chart.unit({u"Q1-1-VP"_s, u"Văn phòng Ủy ban nhân dân quận"_s, UnitKind::Office, u"Q1"_s})
        .unit({u"Q1-2-NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"Q1"_s})
        .unit({u"Q1-3-TT"_s, u"Thanh tra quận"_s, UnitKind::Inspectorate, u"Q1"_s});
    chart.head(u"Q1-1-VP"_s).deputies(u"Q1-1-VP"_s, std::vector<int>(uz(first), 1));
    chart.head(u"Q1-2-NV"_s).deputies(u"Q1-2-NV"_s, std::vector<int>(uz(second), 1));
    chart.head(u"Q1-3-TT"_s).deputies(u"Q1-3-TT"_s, std::vector<int>(uz(third), 1));
    return chart.on("2021-12-31");
}

OrgView committeeOfQuanMot(const std::vector<int> &tiers)
{
    ChartFixture chart = quanMot();
    chart.head(u"Q1"_s).deputies(u"Q1"_s, tiers);
    return chart.on("2021-12-31");
}

const std::array kCases{
    RuleCase{"nd33.15.3.thuduc.cqcm.deputy", Expected::Passes, [] { return officeOfThuDuc({1, 1, 1}); }},
    RuleCase{"nd33.15.3.thuduc.cqcm.deputy", Expected::Fails, [] { return officeOfThuDuc({1, 1, 2, 3}); }, 4, 3},
    RuleCase{"deputies.tiers", Expected::Passes, [] { return officeOfThuDuc({1, 2, 2, 3}); }},
    RuleCase{"deputies.tiers", Expected::Passes, [] { return officeOfThuDuc({}); }},
    RuleCase{"deputies.tiers", Expected::Fails, [] { return officeOfThuDuc({1, 2, 3, 4}); }, 4, 3},
    RuleCase{"deputies.tiers", Expected::Fails, [] { return officeOfThuDuc({1, 3}); }, 3, 3},
    RuleCase{"deputies.tiers", Expected::Fails, [] { return officeOfThuDuc({2}); }, 2, 3},
    RuleCase{"nd37.5.3.quan.ptp-avg", Expected::Passes, [] { return officesOfQuanMot(4, 2, 0); }},
    RuleCase{"nd37.5.3.quan.ptp-avg", Expected::Fails, [] { return officesOfQuanMot(3, 2, 2); }, 7, 6},
    RuleCase{"nq131.4.4.quan.pct", Expected::Passes, [] { return committeeOfQuanMot({1, 2, 3}); }},
    RuleCase{"nq131.4.4.quan.pct", Expected::Fails, [] { return committeeOfQuanMot({1, 1, 1, 1}); }, 4, 3},
};

} // namespace

std::span<const RuleCase> ruleCases()
{
    return kCases;
}

} // namespace bomay
