// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "core/table/reader.h"
#include "tests/support/sheets.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const QString kData = QStringLiteral(BOMAY_DATA_DIR "/");

/// What is written of the files beside them.
QJsonObject factsOf(const QString &file)
{
    QFile facts(kData + u"facts.json"_s);
    if (!facts.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject all = QJsonDocument::fromJson(facts.readAll()).object();
    return all.value(file).toObject();
}

Result<ImportPlan> planOfFiles(const QStringList &files)
{
    std::vector<Workbook> workbooks;
    for (const QString &file : files) {
        BM_TRY(Workbook workbook, readWorkbook(kData + file));
        workbooks.push_back(std::move(workbook));
    }
    SeededIdSource ids("organograms");
    return planImport(workbooks, {}, ids);
}

QStringList namesOf(std::initializer_list<const char *> names)
{
    QStringList list;
    for (const char *name : names)
        list += QString::fromLatin1(name);
    return list;
}

} // namespace

/// Files of others in which rows name the rows above them. They lie beside the project; see CONTRIBUTING.md.
class TestOrganograms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void figuresOfTrees_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &name : namesOf(
                 {"advisory-conciliation-and-arbitration-service-2011-09-30", "asset-protection-agency-2011-09-30",
                  "department-for-international-development-2013-09-30", "department-of-education-2011-09-30",
                  "home-office-2012-09-30", "department-of-health-2011-09-30", "committee-on-climate-change-2011-09-30",
                  "scottish-law-commission-2011-03-31", "council-for-healthcare-regulatory-excellence-2011-09-30",
                  "acas-sep-13", "london-2012-government-staff-and-salary-data-blank-template-cleaned",
                  "20131202-des-oct-13-organogram-final-u", "hefce-2011-03-31"}))
            QTest::addRow("%s", qPrintable(name)) << u"uk-organogram/"_s + name + u"-senior.csv"_s;
        for (const QString &name :
             namesOf({"uk-ifg-tree/dcms.csv", "uk-ifg-tree/fco.csv", "uk-ifg-tree/dfid.csv",
                      "orgchart-samples/d3-org-chart-org.csv", "orgchart-samples/drawio-orgchart.csv",
                      "orgchart-samples/adventureworks-employee.csv",
                      "resaved-spreadsheets/department-for-international-development-2013-09-30-senior.xlsx",
                      "resaved-spreadsheets/department-for-international-development-2013-09-30-senior.xls",
                      "resaved-spreadsheets/department-for-international-development-2013-09-30-senior.ods",
                      "resaved-spreadsheets/20131202-des-oct-13-organogram-final-u-senior.xlsx",
                      "vietnam/dhqghn-don-vi.csv", "vietnam/tphcm-co-quan-ma-dinh-danh-2014-07-early.csv",
                      "us/nyc-governance-organizations-2025-11.csv"}))
            QTest::addRow("%s", qPrintable(name)) << name;
    }
    void figuresOfTrees()
    {
        QFETCH(QString, file);
        if (!QFileInfo::exists(kData + file))
            QSKIP(qPrintable(file + u": not here (set BOMAY_DATA_DIR)"_s));
        const QJsonObject facts = factsOf(file);
        const auto fact = [&facts](const char *key) { return facts.value(QLatin1String(key)).toInt(); };
        const auto plan = planOfFiles({file});
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().code()));
        const ImportReport &report = plan->report;
        QCOMPARE(report.rows, fact("rows"));
        QCOMPARE(report.taken + report.leftOut + report.asked, report.rows);
        QCOMPARE(report.duplicates, fact("dup_rows"));
        QCOMPARE(report.roots, fact("roots"));
        QCOMPARE(report.orphans, fact("orphans"));
        QCOMPARE(report.selfReferences, fact("self_refs"));
        QCOMPARE(report.cycles, fact("cycles"));
        QCOMPARE(report.maxDepth, fact("max_depth"));
        QCOMPARE(report.asked, report.orphans + report.selfReferences + report.cycles);
        QCOMPARE(report.leftOut, fact("empty_id"));
        if (facts.contains(u"sum_FTE"_s)) {
            QCOMPARE(report.fte, facts.value(u"sum_FTE"_s).toDouble());
            QCOMPARE(report.vacant, fact("vacant/ND/eliminated names"));
            QCOMPARE(report.posts, fact("distinct_ids"));
        } else {
            const bool listsUnits = file.startsWith(u"vietnam/"_s) || file.startsWith(u"us/"_s);
            QCOMPARE(listsUnits ? report.units : report.posts, fact("distinct_ids"));
            QCOMPARE(listsUnits ? report.posts : 0, 0);
        }
        Organisation organisation;
        QVERIFY(applyChange(organisation, plan->change).has_value());
    }

    void pairsOfSeniorAndJunior_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &name : namesOf(
                 {"advisory-conciliation-and-arbitration-service-2011-09-30", "asset-protection-agency-2011-09-30",
                  "department-for-international-development-2013-09-30", "department-of-education-2011-09-30",
                  "home-office-2012-09-30", "department-of-health-2011-09-30", "committee-on-climate-change-2011-09-30",
                  "council-for-healthcare-regulatory-excellence-2011-09-30", "acas-sep-13",
                  "london-2012-government-staff-and-salary-data-blank-template-cleaned",
                  "20131202-des-oct-13-organogram-final-u", "hefce-2011-03-31"}))
            QTest::addRow("%s", qPrintable(name)) << u"uk-organogram/"_s + name;
    }
    void pairsOfSeniorAndJunior()
    {
        QFETCH(QString, file);
        const QString senior = file + u"-senior.csv"_s;
        const QString junior = file + u"-junior.csv"_s;
        for (const QString &part : {senior, junior})
            if (!QFileInfo::exists(kData + part))
                QSKIP(qPrintable(part + u": not here (set BOMAY_DATA_DIR)"_s));
        const QJsonObject facts = factsOf(senior);
        const QJsonObject groups = factsOf(junior);
        const auto plan = planOfFiles({junior, senior});
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().code()));
        const ImportReport &report = plan->report;
        QCOMPARE(report.rows, facts.value(u"rows"_s).toInt() + groups.value(u"rows"_s).toInt());
        QCOMPARE(report.posts, facts.value(u"distinct_ids"_s).toInt() + groups.value(u"rows"_s).toInt());
        QCOMPARE(report.orphans,
                 facts.value(u"orphans"_s).toInt() + groups.value(u"rows_whose_senior_is_missing"_s).toInt());
        QCOMPARE(report.maxDepth, facts.value(u"max_depth"_s).toInt());
        QVERIFY(qAbs(report.fte - facts.value(u"sum_FTE"_s).toDouble() - groups.value(u"sum_FTE"_s).toDouble()) <
                0.0001);
    }

    void listsOfAreasByCodes_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("localities");
        QTest::addColumn<int>("roots");
        QTest::addColumn<int>("depth");
        QTest::newRow("big-tree, four files") << namesOf({"big-tree/china-provinces.csv", "big-tree/china-cities.csv",
                                                          "big-tree/china-areas.csv", "big-tree/china-streets.csv"})
                                              << 44703 << 44703 << 31 << 4;
        // The province is only a code in this file.
        QTest::newRow("tphcm-phuong-xa-dac-khu-2025.csv")
            << namesOf({"vietnam/tphcm-phuong-xa-dac-khu-2025.csv"}) << 168 << 169 << 1 << 2;
        QTest::newRow("tphcm-phuong-xa-dac-khu-2025.ods")
            << namesOf({"resaved-spreadsheets/tphcm-phuong-xa-dac-khu-2025.ods"}) << 168 << 169 << 1 << 2;
        QTest::newRow("don-vi-hanh-chinh-toan-quoc-2024.csv")
            << namesOf({"vietnam/don-vi-hanh-chinh-toan-quoc-2024.csv"}) << 10547 << 11309 << 63 << 3;
        QTest::newRow("tphcm-quan-huyen-phuong-xa-2024.csv")
            << namesOf({"vietnam/tphcm-quan-huyen-phuong-xa-2024.csv"}) << 312 << 335 << 1 << 3;
    }
    void listsOfAreasByCodes()
    {
        QFETCH(QStringList, files);
        for (const QString &file : files)
            if (!QFileInfo::exists(kData + file))
                QSKIP(qPrintable(file + u": not here (set BOMAY_DATA_DIR)"_s));
        const auto plan = planOfFiles(files);
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().code()));
        QTEST(plan->report.rows, "rows");
        QTEST(plan->report.localities, "localities");
        QTEST(plan->report.roots, "roots");
        QTEST(plan->report.maxDepth, "depth");
        QCOMPARE(plan->report.taken, plan->report.rows);
        QCOMPARE(plan->report.orphans, 0);
    }

    /// The same agencies as in the CSV, whose facts say how they hang together.
    void tphcmCoQuanMaDinhDanhAsXlsx()
    {
        const QString file = u"resaved-spreadsheets/tphcm-co-quan-ma-dinh-danh-2014-07-early.xlsx"_s;
        if (!QFileInfo::exists(kData + file))
            QSKIP(qPrintable(file + u": not here (set BOMAY_DATA_DIR)"_s));
        const QJsonObject facts = factsOf(u"vietnam/tphcm-co-quan-ma-dinh-danh-2014-07-early.csv"_s);
        const auto plan = planOfFiles({file});
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().code()));
        QCOMPARE(plan->report.rows, factsOf(file).value(u"rows"_s).toInt());
        QCOMPARE(plan->report.units, facts.value(u"distinct_ids"_s).toInt());
        QCOMPARE(plan->report.roots, facts.value(u"roots"_s).toInt());
        QCOMPARE(plan->report.maxDepth, facts.value(u"max_depth"_s).toInt());
    }

    /// 8 agencies over 29 parts of them, on rows that repeat the agency.
    void usFederalAgenciesSample()
    {
        const QString file = u"us/us-federal-agencies-sample.csv"_s;
        if (!QFileInfo::exists(kData + file))
            QSKIP("us/us-federal-agencies-sample.csv: not here (set BOMAY_DATA_DIR)");
        const QJsonObject facts = factsOf(file);
        const auto plan = planOfFiles({file});
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().code()));
        QCOMPARE(plan->report.rows, facts.value(u"rows"_s).toInt());
        QCOMPARE(plan->report.units, facts.value(u"tree_nodes_agency_plus_subtier"_s).toInt());
        QCOMPARE(plan->report.roots, facts.value(u"cgac"_s).toInt());
        QCOMPARE(plan->report.maxDepth, facts.value(u"max_depth"_s).toInt());
        QCOMPARE(plan->report.duplicates, facts.value(u"duplicate_subtier_rows"_s).toInt());
    }

    /// Employees of a company with their departments, whose heads no column names.
    void adventureworksEmployeeDepartment()
    {
        const QString file = u"orgchart-samples/adventureworks-employee-department.csv"_s;
        if (!QFileInfo::exists(kData + file))
            QSKIP(qPrintable(file + u": not here (set BOMAY_DATA_DIR)"_s));
        const QJsonObject facts = factsOf(file);
        const auto plan = planOfFiles({file});
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().code()));
        QCOMPARE(plan->report.rows, facts.value(u"rows"_s).toInt());
        QCOMPARE(plan->report.taken + plan->report.asked, plan->report.rows);
        QCOMPARE(plan->report.people, plan->report.rows);
        QCOMPARE(plan->report.units, facts.value(u"departments"_s).toInt());
    }

    /// An agency without such posts sends a table without rows.
    void scottishLawCommissionJuniorHasNoRow()
    {
        const QString file = u"uk-organogram/scottish-law-commission-2011-03-31-junior.csv"_s;
        if (!QFileInfo::exists(kData + file))
            QSKIP(qPrintable(file + u": not here (set BOMAY_DATA_DIR)"_s));
        QCOMPARE(factsOf(file).value(u"rows"_s).toInt(), 0);
        const auto plan = planOfFiles({file});
        QVERIFY(!plan.has_value());
        QCOMPARE(plan.error().code(), u"no-usable-row"_s);
    }

    /// Every spreadsheet of the folders that an import is for has a line in one of the tests here.
    void noFileIsForgotten()
    {
        QString text;
        for (const QString &name : namesOf({"test_organograms.cpp", "test_rearrangement_list.cpp"})) {
            QFile own(QStringLiteral(BOMAY_SOURCE_DIR "/tests/core/exchange/") + name);
            QVERIFY(own.open(QIODevice::ReadOnly));
            text += QString::fromUtf8(own.readAll());
        }
        QStringList forgotten;
        for (const QString &folder : namesOf({"uk-organogram", "uk-ifg-tree", "vietnam", "us", "big-tree",
                                              "orgchart-samples", "resaved-spreadsheets"}))
            for (QString name : QDir(kData + folder).entryList(QDir::Files)) {
                if (folder == u"uk-organogram"_s)
                    name = name.remove(u"-senior.csv"_s).remove(u"-junior.csv"_s);
                if (!text.contains(name))
                    forgotten += folder + u'/' + name;
            }
        QCOMPARE(forgotten, QStringList());
    }

    void otherKindsOfFilesAreRefused_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &name :
             namesOf({"vietnam/ngach-cong-chuc.csv", "resaved-spreadsheets/ngach-cong-chuc.xlsx",
                      "orgchart-samples/drawio-basic.txt", "orgchart-samples/ldap-example.ldif",
                      "orgchart-samples/popolo-organization.ttl", "orgchart-samples/popolo-membership.ttl"}))
            QTest::addRow("%s", qPrintable(name)) << name;
    }
    void otherKindsOfFilesAreRefused()
    {
        QFETCH(QString, file);
        if (!QFileInfo::exists(kData + file))
            QSKIP(qPrintable(file + u": not here (set BOMAY_DATA_DIR)"_s));
        const auto plan = planOfFiles({file});
        QVERIFY(!plan.has_value());
        QCOMPARE(plan.error().code(), u"nothing-recognised"_s);
    }

    void codesThatDifferByCaseOrZerosAreSaid_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("fact");
        QTest::newRow("case") << u"uk-organogram/department-of-education-2011-09-30-senior.csv"_s
                              << u"if ids are trimmed and case-folded"_s;
        QTest::newRow("zeros") << u"uk-organogram/20131202-des-oct-13-organogram-final-u-senior.csv"_s
                               << u"if leading zeros are also ignored"_s;
    }
    void codesThatDifferByCaseOrZerosAreSaid()
    {
        QFETCH(QString, file);
        QFETCH(QString, fact);
        if (!QFileInfo::exists(kData + file))
            QSKIP(qPrintable(file + u": not here (set BOMAY_DATA_DIR)"_s));
        const QJsonObject facts = factsOf(file).value(fact).toObject();
        const auto plan = planOfFiles({file});
        QVERIFY(plan.has_value());
        const auto found = std::ranges::find(plan->report.diagnostics, u"codes-nearly-equal"_s,
                                             [](const Diagnostic &diagnostic) { return diagnostic.message.code; });
        QVERIFY(found != plan->report.diagnostics.end());
        const MessageArgs &said = found->message.args;
        QCOMPARE(said.value(u"orphans"_s).toInt(), facts.value(u"orphans"_s).toInt());
        QCOMPARE(said.value(u"depth"_s).toInt(), facts.value(u"max_depth"_s).toInt());
        QCOMPARE(said.value(u"repeated"_s).toInt(), facts.value(u"dup_rows"_s).toInt());
    }
};

BM_TEST_MAIN(TestOrganograms)
#include "test_organograms.moc"
