// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "core/exchange/organisation_json.h"
#include "core/exchange/template_writer.h"
#include "core/model/statistics.h"
#include "core/table/reader.h"
#include "tests/support/sheets.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QTemporaryDir>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

Organisation importedFrom(const Workbook &workbook)
{
    Organisation organisation;
    SeededIdSource ids("template");
    const auto plan = planImport({&workbook, 1}, organisation, ids);
    if (!plan || !applyChange(organisation, plan->change))
        qFatal("the import failed");
    return organisation;
}

} // namespace

class TestTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    /// The XLSX in resources/samples is what the program writes from the CSV folder beside it.
    void sampleWorkbookEqualsItsCsvFolder()
    {
        const auto csv = readCsvFolder(u":/samples/thu-duc-2021"_s);
        const auto xlsx = readWorkbook(QStringLiteral(BOMAY_SOURCE_DIR "/resources/samples/thu-duc-2021.xlsx"));
        QVERIFY(csv.has_value());
        QVERIFY(xlsx.has_value());
        const Organisation fromCsv = importedFrom(*csv);
        QVERIFY(canonicalJson(fromCsv) == canonicalJson(importedFrom(*xlsx)));
        const Statistics counts = statisticsOf(fromCsv, OrgView(fromCsv, fromCsv.info().asOf.lastDay()));
        QCOMPARE(counts.units, 2 + 2 + 13 + 34);
        QCOMPARE(counts.roots, 2);
        QCOMPARE(counts.localities, 36);
        QCOMPARE(counts.people, 0);
        QCOMPARE(counts.vacantSeats, counts.seats);
    }

    void writtenTemplateIsReadBack()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"mẫu.xlsx"_s);
        const auto sample = readCsvFolder(u":/samples/thu-duc-2021"_s);
        QVERIFY(sample.has_value());
        const auto workbook = templateWorkbook(&*sample, Day::fromYmd(2021, 12, 31));
        QVERIFY(workbook.has_value());
        QVERIFY(writeXlsx(*workbook, path).has_value());
        const auto read = readWorkbook(path);
        QVERIFY(read.has_value());
        QVERIFY(canonicalJson(importedFrom(*read)) == canonicalJson(importedFrom(*sample)));
    }

    void convertedTextIsToldWithASample()
    {
        Workbook workbook{u"x.xlsx"_s, {sheetOf(u"DON_VI"_s, {u"ma|ten"_s, u"A|Sở Nội vụ"_s})}};
        workbook.conversions = {{LegacyEncoding::Tcvn3, true, 1, 7, u"DON_VI"_s, 2, 2, u"Së"_s, u"Sở"_s},
                                {LegacyEncoding::Vni, false, 0.8, 2, u"DON_VI"_s, 2, 2, u"Sôû"_s, u"Sở"_s}};
        SeededIdSource ids("converted");
        const auto plan = planImport({&workbook, 1}, {}, ids);
        QVERIFY(plan.has_value());
        std::vector<Diagnostic> told = plan->report.diagnostics;
        std::erase_if(told, [](const Diagnostic &remark) { return remark.message.code != u"encoding-guess"; });
        QCOMPARE(told.size(), std::size_t(2));
        QCOMPARE(told[0].severity, DiagnosticSeverity::Info);
        QCOMPARE(told[0].message.args.value(u"encoding"_s), u"TCVN3"_s);
        QCOMPARE(told[0].message.args.value(u"cells"_s), u"7"_s);
        QCOMPARE(told[0].message.args.value(u"after"_s), u"Sở"_s);
        QCOMPARE(told[1].severity, DiagnosticSeverity::Warning);
        QCOMPARE(told[1].message.args.value(u"confidence"_s), u"80"_s);
        QCOMPARE(told[1].place, (Place{u"x.xlsx"_s, u"DON_VI"_s, 2, 2}));
    }

    void emptyTemplateHasExamplesThatImportIgnores()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"mau.xlsx"_s);
        const auto workbook = templateWorkbook(nullptr, {});
        QVERIFY(workbook.has_value());
        QVERIFY(writeXlsx(*workbook, path).has_value());
        const auto read = readWorkbook(path);
        QVERIFY(read.has_value());
        SeededIdSource ids("empty");
        const auto plan = planImport({&*read, 1}, {}, ids);
        QVERIFY(!plan.has_value());
        QCOMPARE(plan.error().code(), u"no-usable-row"_s);
        QCOMPARE(plan.error().causes.size(), 0U);
    }
};

BM_TEST_MAIN(TestTemplate)
#include "test_template.moc"
