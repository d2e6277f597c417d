// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/legacy_text.h"
#include "tests/core/exchange/plan_outline.h"
#include "tests/support/sheets.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

/// Sheets that bend what a table is: two of them side by side, numbers that begin anew, names that stand for many rows.
class TestUglierSheets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    /// To save paper: two agencies beside each other, one longer than the other, under one title.
    void twoListsSideBySide_data()
    {
        QTest::addColumn<Sheet>("sheet");
        const QString header = u"STT|Họ và tên|Chức vụ||STT|Họ và tên|Chức vụ"_s;
        const QStringList rows{u"1|Nguyễn Văn An|Trưởng phòng||1|Lê Văn Cường|Trưởng phòng"_s,
                               u"2|Trần Thị Bình|Phó Trưởng phòng||||"_s};
        const QStringList names{u"DANH SÁCH LÃNH ĐẠO|||||"_s, u"PHÒNG NỘI VỤ||||PHÒNG TƯ PHÁP||"_s};
        QTest::newRow("a column between") << withMerges(sheetOf(u"BM"_s, names + QStringList{header} + rows),
                                                        {{1, 1, 1, 7}, {2, 1, 2, 3}, {2, 5, 2, 7}});
        QTest::newRow("not merged") << sheetOf(u"BM"_s, names + QStringList{header} + rows);
    }
    void twoListsSideBySide()
    {
        QFETCH(Sheet, sheet);
        const auto plan = planOf({sheet});
        QCOMPARE(outlineOf(plan), QStringList({u"PHÒNG NỘI VỤ"_s, u"* Trưởng phòng: Nguyễn Văn An"_s,
                                               u"* Phó Trưởng phòng: Trần Thị Bình"_s, u"PHÒNG TƯ PHÁP"_s,
                                               u"* Trưởng phòng: Lê Văn Cường"_s}));
        QCOMPARE(plan->report.rows, 3);
        QCOMPARE(plan->report.leftOut, 0);
    }

    void numbersBeginAnewInEachSectionAndTotalsStandBetween()
    {
        const auto plan = planOf({sheetOf(
            u"BM"_s, {u"SỞ NỘI VỤ"_s, u"STT|Đơn vị / Họ tên|Chức vụ|Biên chế"_s, u"I|Văn phòng||3"_s,
                      u"1|Nguyễn Văn An|Chánh Văn phòng|1"_s, u"2|Trần Thị Bình|Chuyên viên|1"_s, u"|Tổng cộng||2"_s,
                      u"II|Thanh tra||2"_s, u"1|Lê Văn Cường|Chánh Thanh tra|1"_s, u"|Tổng cộng||1"_s,
                      u"|Tổng cộng (I + II)||3"_s, u"|Hà Nội, ngày 1 tháng 2 năm 2025||"_s, u"|NGƯỜI LẬP|GIÁM ĐỐC|"_s,
                      u"|Ghi chú: 01 trường hợp nghỉ không lương||"_s, u"|- Số liệu tính đến 31/12||"_s})});
        QCOMPARE(outlineOf(plan),
                 QStringList({u"Văn phòng"_s, u"* Chánh Văn phòng: Nguyễn Văn An"_s, u"* Chuyên viên: Trần Thị Bình"_s,
                              u"Thanh tra"_s, u"* Chánh Thanh tra: Lê Văn Cường"_s}));
        QCOMPARE(plan->report.rows, 5);
        QCOMPARE(remarks(plan->report), QStringList());
    }

    /// A unit's name merged over the rows of its people, who are numbered through; the column stands before or behind.
    void aUnitMergedOverPeopleWhoAreNumberedThrough_data()
    {
        QTest::addColumn<Sheet>("sheet");
        QTest::newRow("in front") << withMerges(
            sheetOf(u"DS"_s, {u"STT|Đơn vị|Họ và tên|Chức vụ"_s, u"1|Phòng Một|Nguyễn Văn An|Trưởng phòng"_s,
                              u"2||Trần Thị Bình|Chuyên viên"_s, u"3|Phòng Hai|Lê Văn Cường|Trưởng phòng"_s,
                              u"4||Phạm Thị Dung|Chuyên viên"_s}),
            {{2, 2, 3, 2}, {4, 2, 5, 2}});
        QTest::newRow("behind") << withMerges(
            sheetOf(u"DS"_s, {u"STT|Họ và tên|Chức vụ|Đơn vị công tác"_s, u"1|Nguyễn Văn An|Trưởng phòng|Phòng Một"_s,
                              u"2|Trần Thị Bình|Chuyên viên|"_s, u"3|Lê Văn Cường|Trưởng phòng|Phòng Hai"_s,
                              u"4|Phạm Thị Dung|Chuyên viên|"_s}),
            {{2, 4, 3, 4}, {4, 4, 5, 4}});
    }
    void aUnitMergedOverPeopleWhoAreNumberedThrough()
    {
        QFETCH(Sheet, sheet);
        const auto plan = planOf({sheet});
        QCOMPARE(outlineOf(plan),
                 QStringList({u"Phòng Một"_s, u"* Trưởng phòng: Nguyễn Văn An"_s, u"* Chuyên viên: Trần Thị Bình"_s,
                              u"Phòng Hai"_s, u"* Trưởng phòng: Lê Văn Cường"_s, u"* Chuyên viên: Phạm Thị Dung"_s}));
        QCOMPARE(remarks(plan->report), QStringList());
        QCOMPARE(plan->report.rows, 4);
    }

    /// What somebody is in the office and in the Party, side by side, in the letters of .VnTime.
    void titlesInTwoColumnsFromBeforeUnicode()
    {
        Workbook workbook{u"cu.xls"_s,
                          {withMerges(sheetOf(u"DS"_s, {u"TT|Hä vµ tªn|Chøc vô||N¨m sinh"_s, u"||ChÝnh quyÒn|§¶ng|"_s,
                                                        u"I|Phßng Néi vô|||"_s,
                                                        u"1|NguyÔn V¨n An|Tr\u00ADëng phßng|BÝ th\u00AD chi bé|1970"_s,
                                                        u"2|TrÇn ThÞ B×nh|Chuyªn viªn||1980"_s}),
                                      {{1, 1, 2, 1}, {1, 2, 2, 2}, {1, 3, 1, 4}, {1, 5, 2, 5}})},
                          {CellLook{}, CellLook{u".VnTime"_s, false, 0}},
                          {}};
        for (Cell &cell : workbook.sheets.front().cells)
            cell.style = 1;
        convertLegacyText(workbook);
        SeededIdSource ids("cũ");
        const auto plan = planImport({&workbook, 1}, {}, ids);
        QCOMPARE(outlineOf(plan), QStringList({u"Phòng Nội vụ"_s, u"* Trưởng phòng: Nguyễn Văn An"_s,
                                               u"* Chuyên viên: Trần Thị Bình"_s}));
        const PostState &state = (*plan->after->posts().begin()).states.front();
        QCOMPARE(state.custom, CustomFields({{u"Chức vụ / Đảng"_s, u"Bí thư chi bộ"_s}}));
        QCOMPARE(remarks(plan->report), QStringList());
    }
};

BM_TEST_MAIN(TestUglierSheets)
#include "test_uglier_sheets.moc"
