// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"
#include "core/report/annex.h"
#include "core/report/report_workbook.h"
#include "core/report/reports.h"
#include "core/report/typesetter.h"
#include "tests/support/fixed_measurer.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

ReportDocument longReport()
{
    ReportDocument report{u"Báo cáo"_s, u"(thử)"_s, {}};
    report.blocks.emplace_back(HeadingBlock{u"1. Bảng"_s});
    TableBlock table{u"Bảng"_s, {{u"STT"_s, 1, ReportAlign::Center, true}, {u"Nội dung"_s, 5}}, {}};
    for (int i = 1; i <= 120; ++i)
        table.rows.push_back({QString::number(i), u"dòng "_s + QString(u"chữ "_s).repeated(i % 7 * 10)});
    table.rows.push_back({u"121"_s, u"dài "_s + QString(u"từ "_s).repeated(4000)}); // higher than a page
    table.rows.push_back({u"122"_s, QString(500, u'x')});                           // a word wider than its cell
    report.blocks.emplace_back(std::move(table));
    report.blocks.emplace_back(ParagraphBlock{u"Hết."_s});
    return report;
}

/// A finding that was made up, with everything that can stand beside it.
CheckReport sampleReport()
{
    CheckReport report;
    report.day = *Day::fromYmd(2021, 12, 31);
    report.packs = {{u"nd-33-2021"_s, u"3"_s}};
    report.applied = 1;
    Finding finding;
    finding.rule = u"r.1"_s;
    finding.severity = Severity::Error;
    finding.label = Label::Reported;
    finding.subjects = {{UnitId{Uid{0, 1}}, u"PKT"_s, u"Phòng Kinh tế"_s}};
    finding.limit.text = u"3"_s;
    finding.actual.text = u"4"_s;
    finding.citation.text = u"khoản 3 Điều 15"_s;
    finding.message = {u"vượt số cấp phó"_s, u"too many deputies"_s};
    report.findings = {finding, finding};
    Waiver waiver;
    waiver.reason = u"đã giải trình"_s;
    report.findings[1].waiver = waiver;
    report.notChecked = {{u"r.2"_s, {{UnitId{Uid{0, 2}}, {}, u"Phòng Y tế"_s}}, {u"missing-posts"_s}}};
    report.notApplicable = {{u"r.3"_s, {u"rule-no-subject"_s}}, {u"r.4"_s, {u"rule-no-subject"_s}}};
    report.disabled = {u"r.5"_s};
    return report;
}

const TableBlock *tableNamed(const ReportDocument &report, const QString &name)
{
    for (const ReportBlock &block : report.blocks)
        if (const auto *table = std::get_if<TableBlock>(&block); table != nullptr && table->name == name)
            return table;
    return nullptr;
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesHoldEverythingWithinTheirMargins()
    {
        const FixedMeasurer measurer;
        PaperDocument document = typeset(longReport(), {}, measurer);
        numberPages(document, kDecreeMargins, measurer);
        QVERIFY(document.pages.size() > 5);
        int rows = 0;
        qsizetype words = 0;
        for (int i = 0; i < sizeOf(document.pages); ++i) {
            const Page &page = document.pages[uz(i)];
            const QRectF area = QRectF(QPointF(0, 0), page.size).marginsRemoved(kDecreeMargins);
            for (const BoxItem &box : page.list.boxes)
                QVERIFY(area.adjusted(-0.01, -0.01, 0.01, 0.01).contains(box.rect));
            bool hasTitles = false;
            for (const TextItem &text : page.list.texts) {
                const bool isNumber = text.baseline.y() < area.top();
                QVERIFY(isNumber || (text.baseline.x() >= area.left() - 0.01 &&
                                     text.baseline.x() + text.width <= area.right() + 0.01));
                QCOMPARE(isNumber, isNumber && text.text == QString::number(i + 1) && i > 0);
                hasTitles = hasTitles || text.text == u"STT";
                rows += text.text.startsWith(u"dòng"_s) ? 1 : 0;
                words += text.text.count(u"từ"_s);
            }
            QVERIFY(hasTitles || i + 1 == sizeOf(document.pages)); // titles stand again on every page of the table
        }
        QCOMPARE(rows, 120);
        QCOMPARE(words, 4000);
        QCOMPARE(document.outline.size(), 1U);
    }

    void theCheckReportSaysWhatWasAndWasNotChecked()
    {
        const MessageCatalog catalog = *MessageCatalog::builtIn();
        Organisation organisation;
        const ReportDocument report = checkReportDocument(sampleReport(), organisation, catalog, Language::Vietnamese);
        QVERIFY(report.subtitle.contains(u"31/12/2021"_s));
        QCOMPARE(tableNamed(report, u"Bộ quy định"_s)->rows, (std::vector<QStringList>{{u"nd-33-2021"_s, u"3"_s}}));
        const TableBlock *errors = tableNamed(report, u"Trái quy định"_s);
        QVERIFY(errors != nullptr);
        QCOMPARE(errors->rows.size(), 1U); // the other one was answered for
        QCOMPARE(errors->rows[0].mid(0, 6),
                 (QStringList{u"1"_s, u"Phòng Kinh tế"_s, u"vượt số cấp phó"_s, u"3"_s, u"4"_s, u"khoản 3 Điều 15"_s}));
        QVERIFY(!errors->rows[0][6].isEmpty()); // the text of law was not read
        QCOMPARE(tableNamed(report, u"Trường hợp được chấp thuận"_s)->rows[0][2], u"đã giải trình"_s);
        QVERIFY(tableNamed(report, u"Chưa đủ số liệu"_s)->rows[0].join(u' ').contains(u"Phòng Y tế"_s));
        const TableBlock *silent = tableNamed(report, u"Không áp dụng, chưa có quy định để rà soát"_s);
        QCOMPARE(silent->rows.size(), 1U); // one line for one reason
        QCOMPARE(silent->rows[0][1], u"r.3, r.4"_s);
        const auto says = [&report](const QString &text) {
            return std::ranges::any_of(report.blocks, [&text](const ReportBlock &block) {
                const auto *paragraph = std::get_if<ParagraphBlock>(&block);
                return paragraph != nullptr && paragraph->text == text;
            });
        };
        QVERIFY(says(u"r.5"_s));
        for (const ReportBlock &block : report.blocks)
            if (const auto *table = std::get_if<TableBlock>(&block))
                for (const QStringList &row : table->rows)
                    QCOMPARE(row.size(), sizeOf(table->columns));
    }

    void aWorkbookHasASheetForEachTableAndNumbersAsNumbers()
    {
        ReportDocument report = longReport();
        report.blocks.emplace_back(TableBlock{u"Bảng"_s, {{u"A [1]"_s}}, {{u"=1+1"_s}}});
        const OutWorkbook workbook = workbookOf(report, Day{2459580});
        QCOMPARE(workbook.sheets.size(), 3U);
        QCOMPARE(workbook.sheets[1].name, u"Bảng"_s);
        QCOMPARE(workbook.sheets[2].name, u"Bảng 2"_s);
        const OutCell &number = workbook.sheets[1].cells[2];
        QVERIFY(number.isNumber && number.text == u"1");
        QVERIFY(!workbook.sheets[2].cells.back().isNumber);
        QCOMPARE(workbook.sheets[2].cells.back().style, CellStyle::Plain);
    }

    void totalsOfAWorkbookStandOut()
    {
        ReportDocument report{u"Báo cáo"_s, {}, {}};
        report.blocks.emplace_back(TableBlock{u"Bảng"_s, {{u"Tên"_s}}, {{u"A"_s}, {u"B"_s}, {u"Tổng cộng"_s}}, 1});
        const std::vector<OutCell> cells = workbookOf(report, Day{2459580}).sheets[1].cells;
        QCOMPARE(cells[2].style, CellStyle::Plain);
        QCOMPARE(cells[3].style, CellStyle::Total);
    }
};

BM_TEST_MAIN(TestReport)
#include "test_report.moc"
