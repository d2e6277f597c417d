// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "core/decree/checker.h"
#include "core/decree/toml_table.h"
#include "core/exchange/import_plan.h"
#include "core/table/reader.h"
#include "tests/core/decree/chart_lines.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const std::vector<RulePack> &packs()
{
    static const std::vector<RulePack> loaded = loadBuiltInPacks().packs;
    return loaded;
}

/// "error nd33.15.3.thuduc.cqcm.deputy PKT 4/3", sorted.
QStringList findingsOf(const CheckReport &report)
{
    QStringList lines;
    for (const Finding &finding : report.findings)
        lines += u"%1 %2 %3 %4/%5"_s.arg(codeOf(finding.severity), finding.rule, finding.subjects.front().code)
                     .arg(finding.actual.number)
                     .arg(finding.limit.number);
    lines.sort();
    return lines;
}

/// "missing-delegates l77.53.thuduc.hdnd.size", sorted.
QStringList openOf(const CheckReport &report)
{
    QStringList lines;
    for (const NotChecked &entry : report.notChecked)
        lines += entry.missing.code + u' ' + entry.rule;
    lines.sort();
    return lines;
}

const Organisation &sample()
{
    static const Organisation kSample = [] {
        Organisation organisation;
        SeededIdSource ids(QByteArrayLiteral("sample"));
        const auto workbook = readCsvFolder(u":/samples/thu-duc-2021"_s);
        if (!workbook)
            qFatal("the sample cannot be read");
        const auto plan = planImport({&*workbook, 1}, organisation, ids);
        if (!plan || !applyChange(organisation, plan->change))
            qFatal("the sample cannot be imported");
        return organisation;
    }();
    return kSample;
}

struct CleanChart
{
    QString name;
    QString day;
    int speak = 0; ///< rules of law that have something to say at least
    QStringList lines;

    [[nodiscard]] CheckReport report(const QStringList &written) const
    {
        ChartFixture chart;
        const auto added = addLines(chart, written);
        if (!added)
            qFatal("%s", qPrintable(added.error().message.args.value(u"value"_s)));
        return check(chart.on(day.toLatin1().constData()), packs());
    }
};

const std::vector<CleanChart> &cleanCharts()
{
    static const std::vector<CleanChart> kCharts = [] {
        QFile file(QStringLiteral(BOMAY_SOURCE_DIR "/tests/data/decrees/clean.toml"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("clean.toml cannot be read");
        const auto root = parseToml(file.readAll(), u"clean.toml"_s);
        std::vector<CleanChart> charts;
        if (!root || root->find(u"chart") == nullptr)
            qFatal("clean.toml is wrong");
        for (const TomlNode &node : *root->find(u"chart")->array()) {
            const auto table = TomlTable::open(node, u"chart"_s, {u"name"_s, u"day"_s, u"speak"_s, u"lines"_s});
            charts.push_back({table->text(u"name"_s).value(), table->day(u"day"_s)->toIso(),
                              table->count(u"speak"_s).value(), table->texts(u"lines"_s).value()});
        }
        return charts;
    }();
    return kCharts;
}

void addCleanCharts()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < sizeOf(cleanCharts()); ++i)
        QTest::addRow("%s", qPrintable(cleanCharts()[uz(i)].name)) << i;
}

/// Errors and warnings; an advice is no blemish.
QStringList blemishesOf(const CheckReport &report)
{
    QStringList lines = findingsOf(report);
    lines.removeIf([](const QString &line) { return line.startsWith(u"advice"_s); });
    return lines;
}

/// The line with its name written otherwise.
QString renamed(const QString &line, const std::function<QString(const QString &)> &write)
{
    QStringList fields = line.split(u'|');
    fields[3] = u' ' + write(fields[3].trimmed()) + u' ';
    return fields.join(u'|');
}

QString withOldTones(QString name)
{
    const std::array pairs{std::pair(u"òa"_s, u"oà"_s), std::pair(u"óa"_s, u"oá"_s), std::pair(u"ủy "_s, u"uỷ "_s),
                           std::pair(u"Ủy "_s, u"Uỷ "_s), std::pair(u"ỏa"_s, u"oả"_s)};
    for (const auto &[newForm, oldForm] : pairs)
        name.replace(newForm, oldForm);
    return name;
}

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theSampleOfThuDucReadByHand_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<QStringList>("findings");
        QTest::addColumn<QStringList>("open");
        // Phòng Kinh tế has a fourth deputy (law.md §0.1 nd33.15.3). The class of Thủ Đức, its delegates and the staff
        // of its wards are not in the sample; three vice chairs are too many in class II and III only (l77.55).
        QTest::newRow("2021") << u"2021-12-31"_s << QStringList{u"error nd33.15.3.thuduc.cqcm.deputy PKT 4/3"_s}
                              << QStringList{u"missing-delegates l77.53.thuduc.hdnd.size"_s,
                                             u"missing-locality-class l77.55.thuduc.pct"_s,
                                             u"missing-staff-allotted nd33.29.phuong.bc-avg"_s};
        // Resolution 98 (law.md §5): the list of agencies, the committees of the council and l77.55 have ended, the
        // limit of deputies stays. Wards keep to two vice chairs whatever their population is.
        QTest::newRow("2023") << u"2023-09-01"_s << QStringList{u"error nd33.15.3.thuduc.cqcm.deputy PKT 4/3"_s}
                              << QStringList{u"missing-delegates l77.53.thuduc.hdnd.size"_s,
                                             u"missing-staff-allotted nd33.29.phuong.bc-avg"_s};
        // The last day of the district level; Law 77/2015 ended on 2025-02-28.
        QTest::newRow("the last day") << u"2025-06-30"_s << QStringList{u"error nd33.15.3.thuduc.cqcm.deputy PKT 4/3"_s}
                                      << QStringList{u"missing-staff-allotted nd33.29.phuong.bc-avg"_s};
        // Luật 72/2025 Đ.51 k.3: no council and no committee of Thủ Đức any more. Nothing is said of agencies under
        // them.
        QTest::newRow("the day after") << u"2025-07-01"_s
                                       << QStringList{u"error l72.51.no-district HDND 1/0"_s,
                                                      u"error l72.51.no-district UBND 1/0"_s}
                                       << QStringList{};
    }

    void theSampleOfThuDucReadByHand()
    {
        QFETCH(const QString, day);
        QFETCH(const QStringList, findings);
        QFETCH(const QStringList, open);
        const CheckReport report = check(OrgView(sample(), ::day(day)), packs());
        QCOMPARE(findingsOf(report), findings);
        QCOMPARE(openOf(report), open);
    }

    void aCleanChartGivesNoErrorAndNoWarning_data() { addCleanCharts(); }
    void aCleanChartGivesNoErrorAndNoWarning()
    {
        QFETCH(const int, index);
        const CleanChart &chart = cleanCharts()[uz(index)];
        const CheckReport report = chart.report(chart.lines);
        QCOMPARE(blemishesOf(report), QStringList());
        QVERIFY2(report.applied >= chart.speak, qPrintable(QString::number(report.applied)));
    }

    void aStructureWithoutPostsAndNumbersGivesNoErrorAndNoWarning_data() { addCleanCharts(); }
    void aStructureWithoutPostsAndNumbersGivesNoErrorAndNoWarning()
    {
        QFETCH(const int, index);
        const CleanChart &chart = cleanCharts()[uz(index)];
        QStringList bare;
        for (const QString &line : chart.lines) {
            QStringList fields = line.split(u'|');
            if (fields.size() == 5) {
                QStringList kept;
                for (const QString &word : fields.takeLast().split(u' ', Qt::SkipEmptyParts))
                    if (word.startsWith(u"at="_s))
                        kept += word;
                fields += u' ' + kept.join(u' ');
            }
            bare += fields.join(u'|');
        }
        const CheckReport report = chart.report(bare);
        QCOMPARE(findingsOf(report), QStringList());
    }

    void namesAreKnownInEveryWriting_data() { addCleanCharts(); }
    void namesAreKnownInEveryWriting()
    {
        QFETCH(const int, index);
        const CleanChart &chart = cleanCharts()[uz(index)];
        const CheckReport plain = chart.report(chart.lines);
        const std::array<std::function<QString(const QString &)>, 4> writings{
            [](const QString &name) { return name.normalized(QString::NormalizationForm_D); },
            [](const QString &name) { return name.toUpper(); },
            [](const QString &name) { return withOldTones(name); },
            [](const QString &name) {
                return withOldTones(name).normalized(QString::NormalizationForm_D).replace(u" - "_s, u" – "_s);
            },
        };
        for (const auto &write : writings) {
            QStringList lines;
            for (const QString &line : chart.lines)
                lines += renamed(line, write);
            const CheckReport report = chart.report(lines);
            QCOMPARE(findingsOf(report), findingsOf(plain));
            QCOMPARE(openOf(report), openOf(plain));
            QCOMPARE(report.applied, plain.applied);
        }
    }
};

BM_TEST_MAIN(TestCharts)
#include "test_charts.moc"
