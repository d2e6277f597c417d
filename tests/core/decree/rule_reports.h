// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/checker.h"
#include "core/decree/pack_set.h"
#include "tests/core/decree/chart_fixture.h"

#include <QFile>

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

// What a report says of one rule.

inline const PackSet &builtIn()
{
    static const PackSet packs = loadBuiltInPacks();
    return packs;
}

inline std::vector<Finding> findingsOf(const CheckReport &report, const QString &rule)
{
    std::vector<Finding> result;
    std::ranges::copy_if(report.findings, std::back_inserter(result),
                         [&rule](const Finding &finding) { return finding.rule == rule; });
    return result;
}

/// The rule said nothing but "pass": it found nothing, left nothing open, and did apply.
inline bool passedCleanly(const CheckReport &report, const QString &rule)
{
    const auto about = [&rule](const auto &entry) { return entry.rule == rule; };
    return std::ranges::none_of(report.findings, about) && std::ranges::none_of(report.notApplicable, about) &&
           std::ranges::none_of(report.notChecked, about) && !report.disabled.contains(rule);
}

inline QString reasonOf(const CheckReport &report, const QString &rule)
{
    const auto entry = std::ranges::find(report.notApplicable, rule, &NotApplicable::rule);
    return entry == report.notApplicable.end() ? QString() : entry->reason.code;
}

/// A built-in pack with one text replaced, as bytes.
inline QByteArray packBytes(const QString &name, const QByteArray &before = {}, const QByteArray &after = {})
{
    QFile file(u":/decrees/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray bytes = file.readAll();
    return before.isEmpty() ? bytes : bytes.replace(before, after);
}

inline ChartFixture fourDeputiesAtThuDuc()
{
    ChartFixture chart = thuDuc();
    chart.unit({u"TD-NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"TD"_s});
    chart.head(u"TD-NV"_s).deputies(u"TD-NV"_s, {1, 1, 1, 1});
    return chart;
}

} // namespace bomay
