// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "core/table/legacy_text.h"
#include "tests/core/exchange/plan_outline.h"
#include "tests/support/sheets.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

/// Sheets as offices make them, each imported without a setting; where something must be asked, it is one question.
class TestUglySheets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void headerOfThreeMergedRowsUnderATitle()
    {
        const auto plan = planOf({withMerges(
            sheetOf(u"Biểu 2"_s, {u"BIỂU TỔNG HỢP BIÊN CHẾ"_s, u"(Kèm theo Quyết định số 1/QĐ-UBND)"_s,
                                  u"STT|Cơ quan, đơn vị|Biên chế năm 2021||||Ghi chú"_s, u"||Công chức||Viên chức||"_s,
                                  u"||Giao|Có mặt|Giao|Có mặt|"_s, u"A|B|1|2|3|4|5"_s, u"I|Sở Một|30|28|5|5|"_s,
                                  u"1|Phòng Một|10|9|||"_s, u"|Tổng cộng|40|37|5|5|"_s}),
            {{1, 1, 1, 7},
             {2, 1, 2, 7},
             {3, 1, 5, 1},
             {3, 2, 5, 2},
             {3, 3, 3, 6},
             {4, 3, 4, 4},
             {4, 5, 4, 6},
             {3, 7, 5, 7}})});
        QCOMPARE(outlineOf(plan), QStringList({u"Sở Một"_s, u"  Phòng Một"_s}));
        QCOMPARE(plan->report.rows, 2);
        Organisation organisation;
        QVERIFY(applyChange(organisation, plan->change).has_value());
        const UnitState &state = (*organisation.units().begin()).states[0];
        QCOMPARE(state.staffAllotted, std::optional(30));
        QCOMPARE(state.staffFilled, std::optional(28));
        QCOMPARE(state.custom.value(u"Biên chế năm 2021 / Viên chức / Giao"_s), u"5"_s);
    }

    void sectionsMergedOverTheWholeRow()
    {
        const auto plan =
            planOf({withMerges(sheetOf(u"DS"_s, {u"TT|Họ và tên|Chức vụ|Năm sinh"_s, u"I. PHÒNG NỘI VỤ"_s,
                                                 u"1|Nguyễn Văn An|Trưởng phòng|1970"_s, u"II. PHÒNG TƯ PHÁP"_s,
                                                 u"1|Trần Thị Bình|Trưởng phòng|1975"_s}),
                               {{2, 1, 2, 4}, {4, 1, 4, 4}})});
        QCOMPARE(outlineOf(plan), QStringList({u"PHÒNG NỘI VỤ"_s, u"* Trưởng phòng: Nguyễn Văn An"_s,
                                               u"PHÒNG TƯ PHÁP"_s, u"* Trưởng phòng: Trần Thị Bình"_s}));
        QCOMPARE(remarks(plan->report), QStringList());
    }

    void subtotalsThatNameTheirUnitAreNone()
    {
        const auto plan = planOf({sheetOf(u"DS"_s, {u"Đơn vị|Chức danh|Họ tên"_s, u"Phòng Y tế|Trưởng phòng|Nguyễn A"_s,
                                                    u"|Chuyên viên|Trần B"_s, u"Cộng Phòng Y tế||"_s,
                                                    u"Phòng Tư pháp|Trưởng phòng|Lê C"_s, u"Tổng số đơn vị: 2||"_s})});
        QCOMPARE(plan->report.units, 2);
        QCOMPARE(plan->report.posts, 3);
        for (const Unit &unit : plan->after->units())
            QVERIFY2(!unit.states.front().name.startsWith(u"Cộng"), qPrintable(unit.states.front().name));
    }

    /// Two lists of staff, each with its title: whose they are stands there, and in no column.
    void titlesOfSeveralListsNameTheirAgencies()
    {
        const auto plan =
            planOf({sheetOf(u"DS"_s, {u"DANH SÁCH CÁN BỘ PHÒNG NỘI VỤ NĂM 2025"_s, u"TT|Họ và tên|Chức vụ|Ngạch"_s,
                                      u"1|Nguyễn Văn An|Trưởng phòng|01.002"_s, u""_s,
                                      u"DANH SÁCH TRƯỞNG PHÒNG, PHÓ TRƯỞNG PHÒNG CỦA SỞ TÀI CHÍNH (kèm theo)"_s,
                                      u"TT|Họ và tên|Chức vụ|Ngạch"_s, u"1|Phạm Thị Dung|Trưởng phòng|01.002"_s})});
        QCOMPARE(outlineOf(plan), QStringList({u"PHÒNG NỘI VỤ"_s, u"* Trưởng phòng: Nguyễn Văn An"_s, u"SỞ TÀI CHÍNH"_s,
                                               u"* Trưởng phòng: Phạm Thị Dung"_s}));
        QCOMPARE(remarks(plan->report), QStringList({u"agency-from-heading@3"_s}));
        const auto all = planOf({sheetOf(u"DS"_s, {u"DANH SÁCH CÁC PHÒNG CHUYÊN MÔN"_s, u"TT|Họ và tên|Chức vụ"_s,
                                                   u"1|Nguyễn Văn An|Trưởng phòng"_s})});
        QCOMPARE(outlineOf(all).value(0), u"tệp"_s); // no agency is named: the file's name
    }

    /// What stands under headers of its own cannot be read by those of another table: it is left out, and said.
    void rowsOfAnotherTableOnTheSheetAreLeftOut_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<int>("row");
        const QStringList units{u"STT|Tên đơn vị|Biên chế giao"_s, u"1|Phòng Kinh tế|10"_s, u"2|Phòng Văn hóa|8"_s,
                                u"Cộng||18"_s};
        const QStringList staff{u"STT|Họ và tên|Chức vụ|Đơn vị"_s, u"1|Nguyễn Văn An|Trưởng phòng|Phòng Kinh tế"_s,
                                u"2|Trần Thị Bình|Trưởng phòng|Phòng Văn hóa"_s};
        QTest::newRow("above") << QStringList{u"I. ĐƠN VỊ"_s} + units + QStringList{u"II. LÃNH ĐẠO"_s} + staff << 3;
        QTest::newRow("below") << staff + QStringList{u"II. ĐƠN VỊ"_s} + units << 6;
        QTest::newRow("below, with no gap") << staff + units << 5;
    }

    void rowsOfAnotherTableOnTheSheetAreLeftOut()
    {
        QFETCH(const QStringList, lines);
        QFETCH(const int, row);
        const auto plan = planOf({sheetOf(u"DS"_s, lines)});
        QCOMPARE(plan->report.rows, 4);
        QCOMPARE(plan->report.taken, 2);
        QCOMPARE(plan->report.leftOut, 2);
        QCOMPARE(remarks(plan->report), QStringList({u"rows-of-other-table@%1"_s.arg(row)}));
        QCOMPARE(plan->report.posts, 2);
    }

    /// Titles and headers of a further table have texts in the column of codes: they are no units for that.
    void headersOfAnotherTableAreNoCodedRows()
    {
        const auto plan = planOf(
            {sheetOf(u"S"_s, {u"Mã|Tên đơn vị|Mã đơn vị cấp trên"_s, u"UB|UBND phường Mẫu|"_s, u"KT|Phòng Kinh tế|UB"_s,
                              u"II. LÃNH ĐẠO"_s, u"Chức vụ|Họ và tên|Ngày sinh"_s, u"Chủ tịch|Nguyễn Văn An|1970"_s})});
        QCOMPARE(outlineOf(plan), QStringList({u"UBND phường Mẫu"_s, u"  Phòng Kinh tế"_s}));
        QCOMPARE(remarks(plan->report), QStringList({u"rows-of-other-table@6"_s}));
        QCOMPARE(plan->report.rows, 3);
    }

    /// The list goes on under headers that say the same in other words; under others in the same places it does not.
    void aHeaderInOtherWordsGoesOnWithTheTable()
    {
        const auto with = [](const QString &header) {
            return planOf({sheetOf(
                u"DS"_s, {u"STT|Họ và tên|Chức vụ|Ngạch|Hệ số"_s, u"1|Nguyễn Văn An|Trưởng phòng|01.002|4.4"_s, u""_s,
                          u"DANH SÁCH CÁN BỘ PHÒNG TƯ PHÁP"_s, header, u"1|Lê Văn Cường|Trưởng phòng|01.003|3.3"_s})});
        };
        const auto plan = with(u"TT|Họ và tên|Chức danh|Ngạch|Hệ số"_s);
        QCOMPARE(plan->report.posts, 2);
        QVERIFY(outlineOf(plan).contains(u"PHÒNG TƯ PHÁP"_s));
        QCOMPARE(remarks(plan->report).filter(u"rows-of-other-table"_s), QStringList());
        for (const QString &other : {u"TT|Họ và tên|Chức danh|Ngạch|Bậc"_s, u"TT|Họ và tên|Ngạch|Chức danh|Hệ số"_s})
            QCOMPARE(remarks(with(other)->report).filter(u"rows-of-other-table"_s),
                     QStringList(u"rows-of-other-table@6"_s));
    }

    /// Only rows of data count as left out: not what surrounds them.
    void whatSurroundsRowsOfAnotherTableIsNoRow()
    {
        const QStringList units{u"STT|Tên đơn vị|Biên chế||Ghi chú"_s,
                                u"||Được giao|Hiện có|"_s,
                                u"(1)|(2)|(3)|(4)|(5)"_s,
                                u"1|Phòng Kinh tế|10|9|"_s,
                                u"Ghi chú: số liệu tháng 5|x"_s,
                                u"|NGƯỜI LẬP||THỦ TRƯỞNG|"_s};
        const QStringList staff{u"STT|Họ và tên|Chức vụ|Đơn vị|Ngày sinh|Ngạch"_s,
                                u"1|Nguyễn Văn An|Trưởng phòng|Phòng Kinh tế"_s,
                                u"2|Trần Thị Bình|Trưởng phòng|Phòng Văn hóa"_s};
        for (const QStringList &lines : {units + QStringList{u""_s} + staff, staff + QStringList{u""_s} + units}) {
            const auto plan = planOf({sheetOf(u"DS"_s, lines)});
            QCOMPARE(plan->report.leftOut, 1);
            QCOMPARE(plan->report.posts, 2);
        }
    }

    void legacyFont()
    {
        Workbook workbook{u"cu.xls"_s,
                          {sheetOf(u"Sheet1"_s, {u"STT|Tªn ®¬n vÞ|Chøc vô|Hä vµ tªn"_s, u"I|Së Néi vô||"_s,
                                                 u"||Gi¸m ®èc|NguyÔn V¨n An"_s})},
                          {{}, {u".VnTime"_s}}};
        for (Cell &cell : workbook.sheets[0].cells)
            cell.style = 1;
        convertLegacyText(workbook);
        SeededIdSource ids("legacy");
        const auto plan = planImport({&workbook, 1}, {}, ids);
        QCOMPARE(outlineOf(plan), QStringList({u"Sở Nội vụ"_s, u"* Giám đốc: Nguyễn Văn An"_s}));
    }

    void headersAndTitlesWithoutMarks()
    {
        const auto plan =
            planOf({sheetOf(u"DS"_s, {u"STT|TEN DON VI|CHUC VU|HO TEN"_s, u"1|Phong Noi vu||"_s,
                                      u"||Truong phong|Nguyen Van An"_s, u"||Pho Truong phong|Tran Thi Binh"_s})});
        QCOMPARE(outlineOf(plan), QStringList({u"Phong Noi vu"_s, u"* Truong phong: Nguyen Van An"_s,
                                               u"* Pho Truong phong: Tran Thi Binh"_s}));
        QCOMPARE(remarks(plan->report), QStringList());
    }

    void headerOfTwoRowsThatIsNotMerged()
    {
        const auto plan = planOf({sheetOf(
            u"DS"_s, {u"STT|Tên cơ quan|Biên chế||Ghi chú"_s, u"||Được giao|Hiện có|"_s, u"1|Sở Một|12|11|"_s})});
        QCOMPARE(outlineOf(plan), QStringList({u"Sở Một"_s}));
        QCOMPARE(plan->report.rows, 1);
        Organisation organisation;
        QVERIFY(applyChange(organisation, plan->change).has_value());
        QCOMPARE((*organisation.units().begin()).states[0].staffAllotted, std::optional(12));
        QCOMPARE((*organisation.units().begin()).states[0].staffFilled, std::optional(11));
    }

    void indentOfTheCellsGivesTheHierarchy()
    {
        Workbook workbook{u"tệp.xlsx"_s,
                          {sheetOf(u"DS"_s, {u"Tên đơn vị|Biên chế giao"_s, u"UBND quận Mẫu|50"_s, u"Phòng Một|10"_s,
                                             u"Tổ Một|3"_s, u"Phòng Hai|9"_s})},
                          {{}, {{}, true, 0}, {{}, false, 1}, {{}, false, 2}}};
        for (Cell &cell : workbook.sheets[0].cells)
            cell.style = std::array<std::uint32_t, 6>{0, 0, 1, 2, 3, 2}[uz(cell.row)];
        SeededIdSource ids("indent");
        const auto plan = planImport({&workbook, 1}, {}, ids);
        QCOMPARE(outlineOf(plan),
                 QStringList({u"UBND quận Mẫu"_s, u"  Phòng Một"_s, u"    Tổ Một"_s, u"  Phòng Hai"_s}));
    }

    void dottedNumbersTotalsOnTopAndNotesBelow()
    {
        const auto plan = planOf({sheetOf(
            u"DS"_s, {u"Số TT|Tên cơ quan, đơn vị|Số biên chế được giao"_s, u"|TỔNG SỐ|40"_s, u"1|Sở Một|30"_s,
                      u"1.1|Văn phòng|10"_s, u"1.2|Chi cục Mẫu|20"_s, u"1.2.1|Phòng Tổng hợp|5"_s, u"2|Sở Hai|10"_s,
                      u"|Cộng (1+2)|40"_s, u"* Chưa kể hợp đồng."_s, u"Nơi nhận:"_s, u"- Như trên;"_s})});
        QCOMPARE(outlineOf(plan), QStringList({u"Sở Một"_s, u"  Văn phòng"_s, u"  Chi cục Mẫu"_s,
                                               u"    Phòng Tổng hợp"_s, u"Sở Hai"_s}));
        QCOMPARE(plan->report.rows, 5);
        QCOMPARE(remarks(plan->report), QStringList());
    }

    void shortTitlesAskOnlyWhereTheyMayMeanTwoThings()
    {
        const auto plan = planOf({sheetOf(u"DS"_s, {u"TT|Họ tên|Chức vụ|Ghi chú"_s, u"I|Phòng Nội vụ||"_s,
                                                    u"1|Nguyễn Văn An|Trưởng phòng|"_s, u"2|Trần Thị Bình|Phó TP|"_s,
                                                    u"3|Lê Văn Cường|CV|"_s})});
        QVERIFY(plan.has_value());
        QCOMPARE(remarks(plan->report), QStringList({u"title-ambiguous@4"_s}));
        QCOMPARE(plan->report.asked, 1);
        QCOMPARE(plan->report.taken, 3);
    }

    void oneSheetForEachUnit()
    {
        const auto sheet = [](const QString &name, const QString &agency, const QString &holder) {
            return sheetOf(name, {u"UBND TỈNH MẪU|||Độc lập - Tự do - Hạnh phúc"_s, agency,
                                  u"STT|Họ và tên|Chức vụ|Ghi chú"_s, u"1|"_s + holder + u"|Giám đốc|"_s});
        };
        const auto plan = planOf({sheet(u"So1"_s, u"SỞ TÀI CHÍNH"_s, u"Nguyễn Văn An"_s),
                                  sheet(u"So2"_s, u"SỞ TƯ PHÁP"_s, u"Trần Thị Bình"_s)});
        QCOMPARE(outlineOf(plan), QStringList({u"SỞ TÀI CHÍNH"_s, u"* Giám đốc: Nguyễn Văn An"_s, u"SỞ TƯ PHÁP"_s,
                                               u"* Giám đốc: Trần Thị Bình"_s}));
    }

    void unitMergedOverTheRowsOfItsPosts()
    {
        const auto plan = planOf({withMerges(
            sheetOf(u"DS"_s, {u"STT|Tên đơn vị|Chức danh|Họ và tên"_s, u"1|Phòng Một|Trưởng phòng|Nguyễn Văn An"_s,
                              u"||Phó Trưởng phòng|Trần Thị Bình"_s, u"2|Phòng Hai|Trưởng phòng|Lê Văn Cường"_s}),
            {{2, 1, 3, 1}, {2, 2, 3, 2}})});
        QCOMPARE(outlineOf(plan), QStringList({u"Phòng Một"_s, u"* Trưởng phòng: Nguyễn Văn An"_s,
                                               u"* Phó Trưởng phòng: Trần Thị Bình"_s, u"Phòng Hai"_s,
                                               u"* Trưởng phòng: Lê Văn Cường"_s}));
    }

    /// A list of staff as programs for salaries write it: agency and division on every row.
    void agencyAndDivisionOnEveryRow_data()
    {
        QTest::addColumn<QString>("division");
        QTest::newRow("Phòng") << u"Phòng"_s;
        QTest::newRow("Phòng ban") << u"Phòng ban"_s;
    }
    void agencyAndDivisionOnEveryRow()
    {
        QFETCH(QString, division);
        const auto plan =
            planOf({sheetOf(u"S"_s, {u"STT|Mã số|Họ và tên|Ngày sinh|Chức danh|Đơn vị|"_s + division + u"|Hệ số"_s,
                                     u"1|CB1|Nguyễn Văn An|02/03/1970|Giám đốc|Sở Một||5.1"_s,
                                     u"2|CB2|Trần Thị Bình|03/03/1971|Trưởng phòng|Sở Một|Phòng A|4.4"_s,
                                     u"3|CB3|Lê Văn Cường|04/03/1972|Chuyên viên|Sở Một|Phòng A|3.3"_s,
                                     u"4|CB4|Phạm Văn Dũng|05/03/1973|Trưởng phòng|Sở Hai|Phòng A|4.4"_s})});
        QCOMPARE(outlineOf(plan), QStringList({u"Sở Một"_s, u"* Giám đốc: Nguyễn Văn An"_s, u"  Phòng A"_s,
                                               u"  * Trưởng phòng: Trần Thị Bình"_s, u"  * Chuyên viên: Lê Văn Cường"_s,
                                               u"Sở Hai"_s, u"  Phòng A"_s, u"  * Trưởng phòng: Phạm Văn Dũng"_s}));
        QCOMPARE(plan->report.rows, 4);
        QCOMPARE(remarks(plan->report), QStringList());
    }

    /// A name in two columns, under one header or under two.
    void namesInTwoColumns_data()
    {
        QTest::addColumn<Sheet>("sheet");
        const QStringList rows{u"I|PHÒNG NỘI VỤ"_s, u"1|Nguyễn Văn|An|Trưởng phòng|1970"_s,
                               u"2|Trần Thị|Bình|Chuyên viên|1980"_s};
        QTest::newRow("one header, merged")
            << withMerges(sheetOf(u"DS"_s, QStringList{u"TT|Họ và tên||Chức vụ|Năm sinh"_s} + rows), {{1, 2, 1, 3}});
        QTest::newRow("two headers") << sheetOf(u"DS"_s,
                                                QStringList{u"TT|Họ và tên đệm|Tên|Chức vụ|Năm sinh"_s} + rows);
    }
    void namesInTwoColumns()
    {
        QFETCH(Sheet, sheet);
        const auto plan = planOf({sheet});
        QCOMPARE(outlineOf(plan), QStringList({u"PHÒNG NỘI VỤ"_s, u"* Trưởng phòng: Nguyễn Văn An"_s,
                                               u"* Chuyên viên: Trần Thị Bình"_s}));
        QCOMPARE(remarks(plan->report), QStringList());
        Organisation organisation;
        QVERIFY(applyChange(organisation, plan->change).has_value());
        for (const Post &post : organisation.posts())
            QVERIFY(post.states.back().custom.isEmpty());
    }

    /// The form of the Home Affairs branch on the staff of units (BM02/BNV, as it is reported): headers in four rows,
    /// letters and numbers under them, counts by everything.
    void countsOfStaffByUnitUnderFourRowsOfHeaders()
    {
        const auto plan = planOf({withMerges(
            sheetOf(
                u"BM02"_s,
                {u"BM02/BNV||||||||"_s, u"BÁO CÁO SỐ LƯỢNG, CHẤT LƯỢNG CÁN BỘ, CÔNG CHỨC||||||||"_s,
                 u"STT|Tên đơn vị|Tổng số biên chế được giao|Tổng số công chức hiện có|Trong đó|||Chia theo ngạch||Ghi chú"_s,
                 u"||||Đảng viên|Phụ nữ|Dân tộc|CVCC|CVC|"_s, u"||||||ít người|||"_s, u"||||||||(tương đương)|"_s,
                 u"A|B|1|2|3|4|5|6|7|8"_s, u"I|Sở Nội vụ|40|38|30|12|1|2|10|"_s, u"1|Văn phòng|12|11|8|5||1|3|"_s,
                 u"2|Thanh tra|6|6|6|2|||2|thiếu 1"_s, u"|TỔNG CỘNG|40|38|30|12|1|2|10|"_s,
                 u"|NGƯỜI LẬP BIỂU||||||THỦ TRƯỞNG ĐƠN VỊ||"_s}),
            {{1, 1, 1, 3},
             {2, 1, 2, 10},
             {3, 1, 6, 1},
             {3, 2, 6, 2},
             {3, 3, 6, 3},
             {3, 4, 6, 4},
             {3, 5, 3, 7},
             {3, 8, 3, 9},
             {3, 10, 6, 10},
             {4, 5, 6, 5},
             {4, 6, 6, 6},
             {4, 8, 6, 8}})});
        QCOMPARE(outlineOf(plan), QStringList({u"Sở Nội vụ"_s, u"  Văn phòng"_s, u"  Thanh tra"_s}));
        QCOMPARE(plan->report.rows, 3);
        QCOMPARE(remarks(plan->report), QStringList());
        Organisation organisation;
        QVERIFY(applyChange(organisation, plan->change).has_value());
        const UnitState &state = (*organisation.units().begin()).states[0];
        QCOMPARE(state.staffAllotted, std::optional(40));
        QCOMPARE(state.staffFilled, std::optional(38));
        QCOMPARE(state.custom.value(u"Trong đó / Phụ nữ"_s), u"12"_s);
    }

    void parentsByName()
    {
        const auto plan =
            planOf({sheetOf(u"DS"_s, {u"DANH MỤC ĐƠN VỊ"_s, u""_s, u"TT|Tên đơn vị|Trực thuộc"_s, u"1|Sở Một|"_s,
                                      u"2|Phòng Một|Sở Một"_s, u"3|Tổ Một|phòng một"_s})});
        QCOMPARE(outlineOf(plan), QStringList({u"Sở Một"_s, u"  Phòng Một"_s, u"    Tổ Một"_s}));
    }

    /// Whatever the table's form: rows below what ends a table are not lost without a word.
    void rowsBelowASignatureAreTold_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("list") << QStringList{u"STT|Tên đơn vị|Biên chế giao"_s, u"1|Sở Một|10"_s,
                                             u"|THỦ TRƯỞNG ĐƠN VỊ|"_s, u"2|Sở Hai|12"_s};
        QTest::newRow("rows that name their parents")
            << QStringList{u"Tên đơn vị|Trực thuộc|Ghi chú"_s, u"Sở Một||"_s, u"|NGƯỜI LẬP|"_s, u"Sở Hai||12"_s};
        QTest::newRow("levels") << QStringList{u"BODY CODE|BODY NAME|OFFICE CODE|OFFICE NAME|Tên"_s,
                                               u"01|Body One|011|Office A|x"_s, u"NGƯỜI LẬP|||"_s,
                                               u"01|Body One|012|Office B|Sở"_s};
        QTest::newRow("areas") << QStringList{u"Mã|Tên|Mã tỉnh"_s, u"001|Phường Một|79"_s, u"NGƯỜI LẬP||"_s,
                                              u"002|Phường Hai|79"_s};
    }
    void rowsBelowASignatureAreTold()
    {
        QFETCH(QStringList, lines);
        const auto plan = planOf({sheetOf(u"S"_s, lines)});
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().code()));
        const auto &told = plan->report.diagnostics;
        const auto found =
            std::ranges::find(told, u"rows-after-signature"_s, [](const Diagnostic &d) { return d.message.code; });
        QVERIFY(found != told.end());
        QCOMPARE(found->severity, DiagnosticSeverity::Warning);
        QCOMPARE(found->place.row, 4);
        QCOMPARE(found->message.args.value(u"count"_s), u"1"_s);
        QCOMPARE(found->message.args.value(u"row"_s), u"3"_s);
    }

    void whatStandsBelowASignatureAsARuleIsNotTold()
    {
        const auto plan = planOf(
            {sheetOf(u"S"_s, {u"STT|Tên đơn vị|Chức vụ|Biên chế giao"_s, u"1|Sở Một||10"_s,
                              u"||NGƯỜI LẬP BIỂU|THỦ TRƯỞNG ĐƠN VỊ"_s, u"||(Ký, ghi rõ họ tên)|(Ký tên, đóng dấu)"_s,
                              u"||Nguyễn Văn An|Trần Thị Bình"_s, u"Nơi nhận:"_s, u"- Như trên;"_s, u"- Lưu: VT."_s})});
        QCOMPARE(remarks(plan->report), QStringList());
        QCOMPARE(plan->report.rows, 1);
    }

    /// A table of units by paths, which have codes beside: the codes are theirs, the paths tell the place.
    void unitsByPath()
    {
        const auto plan = planOf({sheetOf(u"S"_s, {u"Mã|Đường dẫn|Tên đơn vị"_s, u"UB|/1/|UBND phường Mẫu"_s,
                                                   u"KT|/1/2/|Phòng Kinh tế"_s, u"TT|/1/2/5/|Tổ Thuế"_s})});
        QCOMPARE(outlineOf(plan), QStringList({u"UBND phường Mẫu"_s, u"  Phòng Kinh tế"_s, u"    Tổ Thuế"_s}));
        QCOMPARE(plan->report.orphans, 0);
        Organisation organisation;
        QVERIFY(applyChange(organisation, plan->change).has_value());
        QCOMPARE(organisation.unitsWithCode(u"TT"_s).size(), 1);

        const auto bare =
            planOf({sheetOf(u"S"_s, {u"Đường dẫn|Tên đơn vị"_s, u"/1/|UBND phường Mẫu"_s, u"/1/2/|Phòng Kinh tế"_s})});
        QCOMPARE(outlineOf(bare), QStringList({u"UBND phường Mẫu"_s, u"  Phòng Kinh tế"_s}));
    }

    /// The table that names an area which no row describes is the place of the remark.
    void anAreaThatOnlyRowsNameIsToldWhereItIsNamed()
    {
        const auto plan =
            planOf({sheetOf(u"Tỉnh"_s, {u"Mã|Tên"_s, u"79|Thành phố Một"_s}),
                    sheetOf(u"Xã"_s, {u"Mã|Tên|Mã tỉnh"_s, u"001|Phường Một|79"_s, u"002|Phường Hai|80"_s})});
        QVERIFY(plan.has_value());
        const auto &told = plan->report.diagnostics;
        const auto found = std::ranges::find(told, u"area-made"_s, [](const Diagnostic &d) { return d.message.code; });
        QVERIFY(found != told.end());
        QCOMPARE(found->place.sheet, u"Xã"_s);
        QCOMPARE(found->place.row, 3);
    }

    void levelsThatEveryRowRepeats()
    {
        const auto plan =
            planOf({sheetOf(u"S"_s, {u"BODY CODE|BODY NAME|OFFICE CODE|OFFICE NAME"_s, u"01|Body One|011|Office A"_s,
                                     u"01|Body One|012|Office B"_s, u"02|Body Two|01|Office C"_s})});
        QCOMPARE(outlineOf(plan),
                 QStringList({u"Body One"_s, u"  Office A"_s, u"  Office B"_s, u"Body Two"_s, u"  Office C"_s}));
        QCOMPARE(plan->report.rows, 3);
    }

    /// Lines of a header that are not merged, in some of its columns only, and the row of numbers below them.
    void headerThatGoesOnInSomeColumns()
    {
        const auto plan =
            planOf({sheetOf(u"S"_s, {u"STT|Cơ quan|Tổng số||Trong đó|"_s, u"|||Dự án|Dự án|"_s, u"|||nhóm A|nhóm B|"_s,
                                     u"1|2|3|4|5|"_s, u"A|CÁC TỈNH|"_s, u"1|Sở Một|28|5|23"_s, u"2|Sở Hai|3|1|2"_s})});
        QCOMPARE(outlineOf(plan), QStringList({u"Sở Một"_s, u"Sở Hai"_s}));
        QCOMPARE(remarks(plan->report), QStringList());
        QCOMPARE(plan->report.rows, 3);
    }

    /// Headers that say nothing, over columns that do.
    void contentsTellWhatHeadersDoNot()
    {
        const auto plan =
            planOf({sheetOf(u"S"_s, {u"SỞ MẪU"_s, u"DANH SÁCH"_s, u"Mục A|Mục B|Mục C|Mục D"_s, u"I|Phòng Nội vụ||x"_s,
                                     u"1||Trưởng phòng|Nguyễn Văn An"_s, u"2||Phó Trưởng phòng|Trần Thị Bình"_s,
                                     u"II|Phòng Tư pháp||"_s, u"1||Trưởng phòng|Lê Văn Cường"_s})});
        QCOMPARE(outlineOf(plan), QStringList({u"Phòng Nội vụ"_s, u"* Trưởng phòng: Nguyễn Văn An"_s,
                                               u"* Phó Trưởng phòng: Trần Thị Bình"_s, u"Phòng Tư pháp"_s,
                                               u"* Trưởng phòng: Lê Văn Cường"_s}));
        QCOMPARE(remarks(plan->report).filter(u"column-by-contents"_s).size(), 4);
        // Names that are those of no unit stay what they are: nothing that can be read.
        QVERIFY(!planOf({sheetOf(u"S"_s, {u"Mục A|Mục B"_s, u"x|Bút chì"_s, u"y|Giấy in"_s})}).has_value());
    }

    /// How many persons there are is no number of an outline, nor is what they are paid by.
    void columnsOfFiguresAreNoOutline()
    {
        const auto plan = planOf({sheetOf(u"S"_s, {u"Mục A|Mục B|Mục C|CB hiện có|HSL"_s, u"1|Phòng Nội vụ||3|2.34"_s,
                                                   u"||Trưởng phòng|1|4.98"_s, u"||Phó Trưởng phòng|2|3.33"_s,
                                                   u"2|Phòng Tư pháp||4|2.67"_s, u"||Trưởng phòng|1|4.4"_s})});
        QCOMPARE(outlineOf(plan), QStringList({u"Phòng Nội vụ"_s, u"* Trưởng phòng"_s, u"* Phó Trưởng phòng"_s,
                                               u"Phòng Tư pháp"_s, u"* Trưởng phòng"_s}));
        QCOMPARE(remarks(plan->report).filter(u"column-by-contents"_s).size(), 3);
        Organisation organisation;
        QVERIFY(applyChange(organisation, plan->change).has_value());
        QCOMPARE((*organisation.units().begin()).states[0].custom.value(u"CB hiện có"_s), u"3"_s);
    }

    void whatLevelsHaveNoPlaceForStaysWithThem()
    {
        const auto plan = planOf({sheetOf(
            u"S"_s, {u"BODY CODE|BODY NAME|OFFICE CODE|OFFICE NAME|Khu vực"_s, u"01|Body One|011|Office A|Bắc"_s})});
        Organisation organisation;
        QVERIFY(plan && applyChange(organisation, plan->change).has_value());
        const Unit &office = *organisation.find(organisation.unitsWithCode(u"011"_s).value(0));
        QCOMPARE(office.states[0].custom, CustomFields({{u"Khu vực"_s, u"Bắc"_s}}));
        const Unit &body = *organisation.find(organisation.unitsWithCode(u"01"_s).value(0));
        QVERIFY(body.states[0].custom.isEmpty());
    }
};

BM_TEST_MAIN(TestUglySheets)
#include "test_ugly_sheets.moc"
