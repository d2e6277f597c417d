// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/decree/rule_cases.h"

#include "core/decree/toml_table.h"
#include "tests/core/decree/chart_lines.h"

#include <QDir>
#include <QFile>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

const QString kCharts = u"charts.toml"_s;
const QString kClean = u"clean.toml"_s; // no cases, see test_charts.cpp

Result<TomlNode> parsed(const QDir &folder, const QString &name)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return fail(u"cannot-read-file"_s, {{u"file"_s, name}});
    return parseToml(file.readAll(), name);
}

Result<> readCase(const TomlNode &node, const TomlNode &charts, std::vector<RuleCase> &cases)
{
    BM_TRY(const TomlTable table, TomlTable::open(node, u"case"_s,
                                                  {u"rule"_s, u"day"_s, u"chart"_s, u"lines"_s, u"passes"_s, u"fails"_s,
                                                   u"at"_s, u"actual"_s, u"limit"_s, u"severity"_s}));
    RuleCase base;
    base.file = node.place.file;
    base.row = node.place.row;
    BM_TRY(base.rule, table.text(u"rule"_s));
    BM_TRY(const Day day, table.day(u"day"_s));
    base.day = day.toIso();
    BM_TRY(const QString chart, table.optionalText(u"chart"_s));
    if (!chart.isEmpty()) {
        const TomlNode *known = charts.find(chart);
        if (known == nullptr || known->array() == nullptr)
            return fail(u"pack-unknown-value"_s, {{u"value"_s, chart}}, node.place);
        for (const TomlNode &line : *known->array())
            base.lines += line.string() == nullptr ? QString() : *line.string();
    }
    BM_TRY(const QStringList lines, table.texts(u"lines"_s));
    base.lines += lines;
    // Without lines of its own the chart itself passes.
    const bool passesAsItIs = table.find(u"passes"_s) != nullptr && table.find(u"passes"_s)->boolean() != nullptr;
    if (table.has(u"passes"_s)) {
        RuleCase passing = base;
        if (!passesAsItIs) {
            BM_TRY(const QStringList own, table.texts(u"passes"_s));
            passing.lines += own;
        }
        cases.push_back(std::move(passing));
    }
    if (!table.has(u"fails"_s))
        return {};
    RuleCase failing = base;
    failing.expected = Expected::Fails;
    if (table.find(u"fails"_s)->boolean() == nullptr) {
        BM_TRY(const QStringList own, table.texts(u"fails"_s));
        failing.lines += own;
    }
    BM_TRY(failing.at, table.text(u"at"_s));
    BM_TRY(failing.actual, table.count(u"actual"_s));
    BM_TRY(failing.limit, table.count(u"limit"_s));
    BM_TRY(failing.severity, table.optionalText(u"severity"_s));
    cases.push_back(std::move(failing));
    return {};
}

} // namespace

Organisation RuleCase::organisation() const
{
    ChartFixture chart;
    const auto added = addLines(chart, lines);
    if (!added)
        qFatal("%s:%d: %s", qPrintable(file), row, qPrintable(added.error().message.args.value(u"value"_s)));
    return chart.organisation();
}

OrgView RuleCase::view() const
{
    return OrgView(organisation(), Day::parseIso(day).value());
}

Result<std::vector<RuleCase>> loadRuleCases()
{
    const QDir folder(QStringLiteral(BOMAY_SOURCE_DIR "/tests/data/decrees"));
    BM_TRY(const TomlNode charts, parsed(folder, kCharts));
    std::vector<RuleCase> cases;
    for (const QString &name : folder.entryList({u"*.toml"_s}, QDir::Files, QDir::Name)) {
        if (name == kCharts || name == kClean)
            continue;
        BM_TRY(const TomlNode root, parsed(folder, name));
        const TomlNode *list = root.find(u"case"_s);
        if (list == nullptr || list->array() == nullptr)
            return fail(u"pack-expected-list"_s, {{u"key"_s, u"case"_s}}, {.file = name});
        for (const TomlNode &node : *list->array())
            BM_TRY_VOID(readCase(node, charts, cases));
    }
    return cases;
}

} // namespace bomay
