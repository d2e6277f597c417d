// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/plan_outline.h"
#include "tests/support/sheets.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// The remarks with a code: the row, and the values it is told with.
QStringList told(const ImportReport &report, const QString &code)
{
    QStringList lines;
    for (const Diagnostic &remark : report.diagnostics)
        if (remark.message.code == code)
            lines += u"%1: %2"_s.arg(remark.place.row).arg(QStringList(remark.message.args.values()).join(u' '));
    return lines;
}

} // namespace

/// What stands on a sheet beside rows that are simply there: hidden ones, headers that come again, lists one below the
/// other.
class TestSheetParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    /// An officer who filters a sheet sees fewer rows than are read.
    void hiddenRowsAndColumnsAreSaid_data()
    {
        QTest::addColumn<Sheet>("sheet");
        QTest::newRow("list") << sheetOf(u"DS"_s, {u"STT|Tên đơn vị|Biên chế giao|Ghi chú"_s, u"1|Sở Một|10|"_s,
                                                   u"2|Sở Hai|12|x"_s, u"3|Sở Ba|14|"_s, u"|Cộng|36|"_s});
        QTest::newRow("template") << sheetOf(
            u"DON_VI"_s, {u"ma|ten|bien_che_giao|ghi_chu"_s, u"A|Sở Một|10|"_s, u"B|Sở Hai|12|x"_s, u"C|Sở Ba|14|"_s});
        QTest::newRow("areas") << sheetOf(
            u"S"_s, {u"Quận 1|Phường 1"_s, u"Quận 1|Phường 2"_s, u"Quận 1|Phường 3"_s, u"Quận 2|Phường 4|x|y"_s});
    }
    void hiddenRowsAndColumnsAreSaid()
    {
        QFETCH(Sheet, sheet);
        QCOMPARE(told(planOf({sheet})->report, u"hidden-rows"_s), QStringList());
        sheet.hiddenRows = {{3, 5}, {9, 9}};
        sheet.hiddenColumns = {{4, 6}};
        const auto plan = planOf({sheet});
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().code()));
        QCOMPARE(told(plan->report, u"hidden-rows"_s), QStringList(u"3: 2 3"_s));
        QCOMPARE(told(plan->report, u"hidden-columns"_s), QStringList(u"0: D 1"_s));
        QCOMPARE(plan->report.taken, plan->report.rows); // they are taken
        sheet.hiddenRows.clear();
        sheet.hiddenColumns.clear();
        sheet.state = SheetState::Hidden;
        QCOMPARE(told(planOf({sheet})->report, u"hidden-sheet"_s).size(), 1);
    }

    /// As on top of every printed page.
    void aHeaderOfTwoLinesThatComesAgainIsNoData()
    {
        const QStringList header{u"STT|Tên đơn vị|Biên chế||Ghi chú"_s, u"||Được giao|Hiện có|"_s, u"1|2|3|4|5"_s};
        const auto plan = planOf({withMerges(sheetOf(u"DS"_s, header + QStringList{u"1|Sở Một|10|9|"_s} + header +
                                                                  QStringList{u"2|Sở Hai|12|11|"_s} + header.first(2) +
                                                                  QStringList{u"3|Sở Ba|14|14|"_s}),
                                             {{1, 1, 2, 1}, {1, 2, 2, 2}, {1, 3, 1, 4}, {1, 5, 2, 5}})});
        QCOMPARE(outlineOf(plan), QStringList({u"Sở Một"_s, u"Sở Hai"_s, u"Sở Ba"_s}));
        QCOMPARE(plan->report.rows, 3);
        QCOMPARE(remarks(plan->report), QStringList());
        QCOMPARE(told(plan->report, u"row-is-header"_s).size(), 4); // that no row was passed over can be seen
    }

    /// A list for each division, each under its title and header: the title is the division.
    void aListForEachDivision_data()
    {
        QTest::addColumn<QStringList>("lines");
        const QString header = u"TT|Họ và tên|Chức vụ|Ngạch"_s;
        const QString wider = u"TT|Họ và tên|Chức vụ|Ngạch|Ghi chú"_s;
        const QString one = u"1|Nguyễn Văn An|Trưởng phòng|01.002"_s;
        const QString two = u"1|Lê Văn Cường|Trưởng phòng|01.002"_s;
        QTest::newRow("titles of a name")
            << QStringList{u"PHÒNG NỘI VỤ"_s, header, one, u"PHÒNG TƯ PHÁP"_s, header, two};
        QTest::newRow("numbered titles") << QStringList{u"1. PHÒNG NỘI VỤ"_s,  header, one,
                                                        u"2. PHÒNG TƯ PHÁP"_s, header, two};
        QTest::newRow("titles in two lines")
            << QStringList{u"DANH SÁCH CÔNG CHỨC"_s, u"PHÒNG NỘI VỤ"_s,  header, one, u""_s,
                           u"DANH SÁCH CÔNG CHỨC"_s, u"PHÒNG TƯ PHÁP"_s, header, two};
        QTest::newRow("with a decision below the title") << QStringList{
            u"DANH SÁCH CÔNG CHỨC PHÒNG NỘI VỤ"_s,  u"(Kèm theo Quyết định số 1/QĐ-UBND)"_s, header, one, u""_s,
            u"DANH SÁCH CÔNG CHỨC PHÒNG TƯ PHÁP"_s, u"(Kèm theo Quyết định số 1/QĐ-UBND)"_s, header, two};
        QTest::newRow("the second is wider")
            << QStringList{u"PHÒNG NỘI VỤ"_s, header, one, u"PHÒNG TƯ PHÁP"_s, wider, two};
        QTest::newRow("the first is wider")
            << QStringList{u"PHÒNG NỘI VỤ"_s, wider, one, u"PHÒNG TƯ PHÁP"_s, header, two};
    }
    void aListForEachDivision()
    {
        QFETCH(QStringList, lines);
        const auto plan = planOf({sheetOf(u"DS"_s, lines)});
        QCOMPARE(outlineOf(plan), QStringList({u"PHÒNG NỘI VỤ"_s, u"* Trưởng phòng: Nguyễn Văn An"_s,
                                               u"PHÒNG TƯ PHÁP"_s, u"* Trưởng phòng: Lê Văn Cường"_s}));
        QCOMPARE(plan->report.leftOut, 0);
        QCOMPARE(plan->report.taken, plan->report.rows);
    }
};

BM_TEST_MAIN(TestSheetParts)
#include "test_sheet_parts.moc"
