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

    /// One list in two columns: the right one has no title of its own, and goes on where the left one ends.
    void aListInTwoColumnsGoesOnInTheRightOne_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QStringList>("outline");
        QTest::addColumn<QStringList>("told");
        const QString header = u"STT|Họ và tên|Chức vụ||STT|Họ và tên|Chức vụ"_s;
        QTest::newRow("people of an agency")
            << QStringList{u"DANH SÁCH CÔNG CHỨC PHÒNG NỘI VỤ"_s, header,
                           u"1|Nguyễn Văn An|Trưởng phòng||3|Lê Văn Cường|Chuyên viên"_s,
                           u"2|Trần Thị Bình|Phó Trưởng phòng|||"_s}
            << QStringList{u"PHÒNG NỘI VỤ"_s, u"* Trưởng phòng: Nguyễn Văn An"_s,
                           u"* Phó Trưởng phòng: Trần Thị Bình"_s, u"* Chuyên viên: Lê Văn Cường"_s}
            << QStringList{u"agency-from-heading@3"_s};
        QTest::newRow("a title over the right one")
            << QStringList{u"||||DANH SÁCH CÔNG CHỨC PHÒNG NỘI VỤ"_s, header,
                           u"1|Nguyễn Văn An|Trưởng phòng||3|Lê Văn Cường|Chuyên viên"_s,
                           u"2|Trần Thị Bình|Phó Trưởng phòng|||"_s}
            << QStringList{u"PHÒNG NỘI VỤ"_s, u"* Trưởng phòng: Nguyễn Văn An"_s,
                           u"* Phó Trưởng phòng: Trần Thị Bình"_s, u"* Chuyên viên: Lê Văn Cường"_s}
            << QStringList{u"agency-from-heading@3"_s};
        QTest::newRow("an open section")
            << QStringList{u"SỞ NỘI VỤ"_s, header, u"I|Phòng Một|||3|Lê Văn Cường|Chuyên viên"_s,
                           u"1|Nguyễn Văn An|Trưởng phòng||II|Phòng Hai|"_s,
                           u"2|Trần Thị Bình|Phó Trưởng phòng||1|Phạm Thị Dung|Trưởng phòng"_s}
            << QStringList{u"Phòng Một"_s,
                           u"* Trưởng phòng: Nguyễn Văn An"_s,
                           u"* Phó Trưởng phòng: Trần Thị Bình"_s,
                           u"* Chuyên viên: Lê Văn Cường"_s,
                           u"Phòng Hai"_s,
                           u"* Trưởng phòng: Phạm Thị Dung"_s}
            << QStringList();
    }
    void aListInTwoColumnsGoesOnInTheRightOne()
    {
        QFETCH(const QStringList, lines);
        QFETCH(const QStringList, outline);
        QFETCH(const QStringList, told);
        const auto plan = planOf({sheetOf(u"BM"_s, lines)});
        QCOMPARE(outlineOf(plan), outline);
        QCOMPARE(remarks(plan->report), told);
        QCOMPARE(plan->report.leftOut, 0);
    }

    /// Cut apart, half of the line would be a post or a unit, and so would the name below.
    void whoSignsBelowListsSideBySideIsInNone_data()
    {
        QTest::addColumn<QStringList>("signers");
        QTest::newRow("under the titles")
            << QStringList{u"|NGƯỜI LẬP|||||GIÁM ĐỐC"_s, u"|Lý Văn Em|||||Hồ Thị Giang"_s};
        QTest::newRow("under the names") << QStringList{u"|NGƯỜI LẬP||||TRƯỞNG PHÒNG|"_s,
                                                        u"|Lý Văn Em||||Hồ Thị Giang|"_s};
    }
    void whoSignsBelowListsSideBySideIsInNone()
    {
        QFETCH(const QStringList, signers);
        const QStringList lists{u"PHÒNG NỘI VỤ||||PHÒNG TƯ PHÁP||"_s, u"STT|Họ và tên|Chức vụ||STT|Họ và tên|Chức vụ"_s,
                                u"1|Nguyễn Văn An|Trưởng phòng||1|Lê Văn Cường|Trưởng phòng"_s};
        const auto plan = planOf({sheetOf(u"BM"_s, lists + signers)});
        QCOMPARE(outlineOf(plan), QStringList({u"PHÒNG NỘI VỤ"_s, u"* Trưởng phòng: Nguyễn Văn An"_s,
                                               u"PHÒNG TƯ PHÁP"_s, u"* Trưởng phòng: Lê Văn Cường"_s}));
        QCOMPARE(plan->report.rows, 2);
    }

    /// The same headers under words that tell columns apart are no lists of their own.
    void columnsInGroupsAreNoListsSideBySide_data()
    {
        QTest::addColumn<Sheet>("sheet");
        const QStringList times{u"TRƯỚC SẮP XẾP||SAU SẮP XẾP|"_s, u"Tên đơn vị|Biên chế|Tên đơn vị|Biên chế"_s,
                                u"Phòng Nội vụ|10|Phòng Nội vụ|15"_s, u"Phòng Lao động|5||"_s};
        QTest::newRow("before and after") << sheetOf(u"BM"_s, times);
        QTest::newRow("merged") << withMerges(sheetOf(u"BM"_s, times), {{1, 1, 1, 2}, {1, 3, 1, 4}});
        QTest::newRow("with numbers") << withMerges(
            sheetOf(u"BM"_s, {u"STT|TRƯỚC SẮP XẾP||STT|SAU SẮP XẾP|"_s, u"|Tên đơn vị|Biên chế||Tên đơn vị|Biên chế"_s,
                              u"1|Phòng Nội vụ|10|1|Phòng Nội vụ|15"_s, u"2|Phòng Lao động|5|||"_s}),
            {{1, 1, 2, 1}, {1, 2, 1, 3}, {1, 4, 2, 4}, {1, 5, 1, 6}});
        QTest::newRow("levels") << sheetOf(
            u"BM"_s, {u"Tỉnh||Huyện||Xã|"_s, u"Mã|Tên|Mã|Tên|Mã|Tên"_s, u"01|Hà Nội|001|Ba Đình|00001|Phúc Xá"_s});
    }
    void columnsInGroupsAreNoListsSideBySide()
    {
        QFETCH(const Sheet, sheet);
        const Workbook workbook{u"tệp.xlsx"_s, {sheet}, {}, {}};
        const auto table = findTable(workbook, workbook.sheets.front());
        QVERIFY(table.has_value());
        QVERIFY(table->has(ColumnMeaning::Name));
        QCOMPARE(listsSideBySide(*table).size(), std::size_t{1});
    }

    void whatIsHiddenInAnyOfTheListsSideBySideIsSaid()
    {
        Sheet sheet =
            sheetOf(u"BM"_s, {u"PHÒNG NỘI VỤ||||PHÒNG TƯ PHÁP||"_s, u"STT|Họ và tên|Chức vụ||STT|Họ và tên|Chức vụ"_s,
                              u"1|Nguyễn Văn An|Trưởng phòng||1|Lê Văn Cường|Trưởng phòng"_s,
                              u"||||2|Phạm Thị Dung|Chuyên viên"_s});
        sheet.hiddenRows = {{3, 4}};
        sheet.hiddenColumns = {{6, 7}};
        const auto plan = planOf({sheet});
        QVERIFY(plan.has_value());
        QMap<QString, QString> counts;
        for (const Diagnostic &remark : plan->report.diagnostics)
            if (remark.message.code.startsWith(u"hidden-"_s))
                counts.insert(remark.message.code, remark.message.args.value(u"count"_s));
        const QMap<QString, QString> expected{{u"hidden-columns"_s, u"2"_s}, {u"hidden-rows"_s, u"2"_s}};
        QCOMPARE(counts, expected);
    }

    /// As printed: what comes again on top of each page begins nothing, and what is open there goes on.
    void aTitleThatComesAgainOnEachPageBeginsNothing_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QStringList>("outline");
        const QString header = u"TT|Họ và tên|Chức vụ"_s;
        const QString a = u"1|Nguyễn Văn An|Trưởng phòng"_s;
        const QString b = u"2|Trần Thị Bình|Phó Trưởng phòng"_s;
        const QString c = u"3|Lê Văn Cường|Chuyên viên"_s;
        const QStringList people{u"* Trưởng phòng: Nguyễn Văn An"_s, u"* Phó Trưởng phòng: Trần Thị Bình"_s,
                                 u"* Chuyên viên: Lê Văn Cường"_s};
        const QString office = u"DANH SÁCH CÔNG CHỨC PHÒNG NỘI VỤ"_s;
        const QString list = u"DANH SÁCH CÔNG CHỨC"_s;
        const QString other = u"DANH SÁCH CÔNG CHỨC PHÒNG TƯ PHÁP"_s;
        QTest::newRow("with the agency") << QStringList{office, header, a, office, header, b, office, header, c}
                                         << QStringList{u"PHÒNG NỘI VỤ"_s} + people;
        QTest::newRow("in a section") << QStringList{u"DANH SÁCH CÔNG CHỨC SỞ NỘI VỤ"_s,
                                                     header,
                                                     u"I|Phòng Một|"_s,
                                                     a,
                                                     u"DANH SÁCH CÔNG CHỨC SỞ NỘI VỤ"_s,
                                                     header,
                                                     b,
                                                     c}
                                      << QStringList{u"Phòng Một"_s} + people;
        QTest::newRow("without the agency") << QStringList{u"PHÒNG NỘI VỤ"_s, list, header, a, list, header, b, c}
                                            << QStringList{u"PHÒNG NỘI VỤ"_s} + people;
        QTest::newRow("of a further list")
            << QStringList{office, header, a, other, header, b, other, header, c}
            << QStringList{u"PHÒNG NỘI VỤ"_s, people[0], u"PHÒNG TƯ PHÁP"_s, people[1], people[2]};
    }
    void aTitleThatComesAgainOnEachPageBeginsNothing()
    {
        QFETCH(const QStringList, lines);
        QFETCH(const QStringList, outline);
        const auto plan = planOf({sheetOf(u"DS"_s, lines)});
        QCOMPARE(outlineOf(plan), outline);
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
