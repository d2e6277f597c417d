// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "core/exchange/outline.h"
#include "tests/core/exchange/plan_outline.h"
#include "tests/support/sheets.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

class TestListForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Titles in words of their own are one remark, not a question for each row; where some are known, the others are
    /// asked.
    void titlesThatSayNoRoleAreToldOnce()
    {
        const auto with = [](const QString &last) {
            QStringList lines{u"STT|Họ và tên|Chức vụ|Đơn vị công tác"_s};
            for (const QString &title : {u"Welder"_s, u"Painter"_s, u"Buyer"_s, u"Clerk"_s, last})
                lines += u"%1|Người %1|%2|Phòng Một"_s.arg(lines.size()).arg(title);
            return planOf({sheetOf(u"DS"_s, lines)});
        };
        const auto none = with(u"Driver"_s);
        QCOMPARE(remarks(none->report), QStringList(u"roles-not-derived@2"_s));
        QCOMPARE(none->report.taken, 5);
        const auto one = with(u"Trưởng phòng"_s);
        QCOMPARE(remarks(one->report).filter(u"role-not-derived"_s).size(), 4);
        QCOMPARE(one->report.asked, 4);
    }

    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    /// The form of the import template, with everything that stands around a table in an office.
    void formWithTitleSectionsTotalsAndSignature()
    {
        const auto plan = planOf(
            {sheetOf(u"Biểu 1"_s, {
                                      u"ỦY BAN NHÂN DÂN QUẬN MẪU|||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s,
                                      u"|||Độc lập - Tự do - Hạnh phúc"_s,
                                      u"DANH SÁCH CƠ QUAN, ĐƠN VỊ VÀ BIÊN CHẾ NĂM 2021"_s,
                                      u"STT|Tên cơ quan, đơn vị|Chức vụ|Họ và tên|Biên chế giao|Có mặt|Ghi chú"_s,
                                      u"(1)|(2)|(3)|(4)|(5)|(6)|(7)"_s,
                                      u"I|Ủy ban nhân dân quận Mẫu|||60|55|"_s,
                                      u"||Chủ tịch|Nguyễn Văn An|||"_s,
                                      u"||Phó Chủ tịch|Trần Thị Bình|||"_s,
                                      u"1|Phòng Nội vụ|||15|14|"_s,
                                      u"||Trưởng phòng|Lê Văn Cường|||"_s,
                                      u"||Phó Trưởng phòng||||khuyết"_s,
                                      u"||Chuyên viên||12||"_s,
                                      u"a|Tổ Văn thư|||3|3|"_s,
                                      u"2|Phòng Tư pháp|||10|9|"_s,
                                      u"|Cộng I|||25|23|"_s,
                                      u"II|Đảng ủy quận Mẫu|||5|5|"_s,
                                      u"|Tổng cộng|||65|60|"_s,
                                      u"Ghi chú: số liệu đến ngày 31/12/2021."_s,
                                      u"|||Quận Mẫu, ngày 31 tháng 12 năm 2021"_s,
                                      u"Người lập biểu|||THỦ TRƯỞNG ĐƠN VỊ"_s,
                                      u"|||Nguyễn Văn An"_s,
                                  })});
        QCOMPARE(outlineOf(plan),
                 QStringList({u"Ủy ban nhân dân quận Mẫu"_s, u"* Chủ tịch: Nguyễn Văn An"_s,
                              u"* Phó Chủ tịch: Trần Thị Bình"_s, u"  Phòng Nội vụ"_s,
                              u"  * Trưởng phòng: Lê Văn Cường"_s, u"  * Phó Trưởng phòng"_s, u"  * Chuyên viên ×12"_s,
                              u"    Tổ Văn thư"_s, u"  Phòng Tư pháp"_s, u"Đảng ủy quận Mẫu"_s}));
        QCOMPARE(plan->report.rows, 10);
        QCOMPARE(plan->report.taken, 10);
        QCOMPARE(plan->report.vacant, 13);
        QCOMPARE(remarks(plan->report), QStringList());
        const auto count = [&](const QString &code) {
            return std::ranges::count(plan->report.diagnostics, code,
                                      [](const Diagnostic &diagnostic) { return diagnostic.message.code; });
        };
        QCOMPARE(count(u"row-is-total"_s), 2);
        QCOMPARE(count(u"row-is-note"_s), 1);
    }

    void headerOfTwoMergedRows()
    {
        const auto plan = planOf({withMerges(
            sheetOf(u"Sheet1"_s, {u"TT|Đơn vị|Biên chế|"_s, u"||Giao|Có mặt"_s, u"1|2|3|4"_s, u"1|Sở Mẫu|20|18"_s}),
            {{1, 1, 2, 1}, {1, 2, 2, 2}, {1, 3, 1, 4}})});
        QVERIFY(plan.has_value());
        QCOMPARE(plan->report.rows, 1);
        Organisation organisation;
        QVERIFY(applyChange(organisation, plan->change).has_value());
        QCOMPARE((*organisation.units().begin()).states[0].staffAllotted, std::optional(20));
        QCOMPARE((*organisation.units().begin()).states[0].staffFilled, std::optional(18));
    }

    void staffListWithSectionsAndNamesOfPeople()
    {
        const auto plan =
            planOf({sheetOf(u"DS"_s, {u"STT|Họ và tên|Ngày sinh|Chức vụ|Ngạch"_s, u"I|PHÒNG NỘI VỤ|||"_s,
                                      u"1|Nguyễn Văn An|01/02/1970|Trưởng phòng|Chuyên viên chính"_s,
                                      u"2|Trần Thị Bình|1980|Chuyên viên|Chuyên viên"_s, u"II|PHÒNG TƯ PHÁP|||"_s,
                                      u"1|Lê Văn Cường|1975|Trưởng phòng|Chuyên viên"_s})});
        QCOMPARE(outlineOf(plan),
                 QStringList({u"PHÒNG NỘI VỤ"_s, u"* Trưởng phòng: Nguyễn Văn An"_s, u"* Chuyên viên: Trần Thị Bình"_s,
                              u"PHÒNG TƯ PHÁP"_s, u"* Trưởng phòng: Lê Văn Cường"_s}));
        QCOMPARE(plan->report.rows, 5);
        QCOMPARE(plan->report.people, 3);
    }

    void blocksGatherUnitsWithoutBeingOnes()
    {
        const auto plan = planOf(
            {sheetOf(u"DS"_s, {u"STT|Tên cơ quan|Biên chế giao"_s, u"A|KHỐI CƠ QUAN CHUYÊN MÔN|"_s, u"1|Sở Một|5"_s,
                               u"2|Sở Hai|6"_s, u"B|Khối đơn vị sự nghiệp|"_s, u"1|Trung tâm Mẫu|7"_s})});
        QCOMPARE(outlineOf(plan), QStringList({u"Sở Một"_s, u"Sở Hai"_s, u"Trung tâm Mẫu"_s}));
        QCOMPARE(plan->report.rows, 5);
        QCOMPARE(plan->report.taken, 5);
    }

    /// Sibling units of one name under many parents need no code.
    void equalNamesUnderDifferentParents()
    {
        const auto plan =
            planOf({sheetOf(u"DS"_s, {u"STT|Tên cơ quan, đơn vị|Ghi chú"_s, u"I|Sở Một|"_s, u"1|Văn phòng|"_s,
                                      u"II|Sở Hai|"_s, u"1|Văn phòng|"_s, u"2|Thanh tra|"_s})});
        QCOMPARE(outlineOf(plan),
                 QStringList({u"Sở Một"_s, u"  Văn phòng"_s, u"Sở Hai"_s, u"  Văn phòng"_s, u"  Thanh tra"_s}));
        QCOMPARE(plan->report.leftOut, 0);
    }

    void indentGivesTheHierarchyWhereThereAreNoNumbers()
    {
        const auto plan = planOf({sheetOf(u"DS"_s, {u"Tên đơn vị|Biên chế"_s, u"Sở Mẫu|9"_s, u"  Phòng Một|4"_s,
                                                    u"    Tổ Một|1"_s, u"  Phòng Hai|5"_s, u"Sở Khác|1"_s})});
        QCOMPARE(outlineOf(plan),
                 QStringList({u"Sở Mẫu"_s, u"  Phòng Một"_s, u"    Tổ Một"_s, u"  Phòng Hai"_s, u"Sở Khác"_s}));
    }

    void unitOnTheRowOfItsPost()
    {
        const auto plan = planOf({sheetOf(
            u"DS"_s, {u"STT|Cơ quan, đơn vị|Chức vụ|Họ và tên"_s, u"1|Phòng Một|Trưởng phòng|Nguyễn Văn An"_s,
                      u"|Phòng Một|Phó Trưởng phòng|Trần Thị Bình"_s, u"2|Phòng Hai|Trưởng phòng|Lê Văn Cường"_s})});
        QCOMPARE(outlineOf(plan), QStringList({u"Phòng Một"_s, u"* Trưởng phòng: Nguyễn Văn An"_s,
                                               u"* Phó Trưởng phòng: Trần Thị Bình"_s, u"Phòng Hai"_s,
                                               u"* Trưởng phòng: Lê Văn Cường"_s}));
        QCOMPARE(plan->report.rows, 3);
        QCOMPARE(plan->report.taken, 3);
    }

    void postsUnderNoUnitBelongToTheAgencyOfTheHeading()
    {
        const auto plan =
            planOf({sheetOf(u"DS"_s, {u"UBND TỈNH MẪU"_s, u"SỞ NỘI VỤ|||Độc lập - Tự do - Hạnh phúc"_s,
                                      u"TT|Họ và tên|Chức vụ|Ghi chú"_s, u"1|Nguyễn Văn An|Giám đốc|"_s})});
        QCOMPARE(outlineOf(plan), QStringList({u"SỞ NỘI VỤ"_s, u"* Giám đốc: Nguyễn Văn An"_s}));
        QCOMPARE(remarks(plan->report), QStringList({u"agency-from-heading@4"_s}));
    }

    /// What a list is for, and its time, is no part of an agency's name; what only looks like it, is.
    void titlesSayWhoseListItIs_data()
    {
        QTest::addColumn<QString>("letterhead");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("agency");
        const auto row = [](const char *name, const QString &letterhead, const QString &title, const QString &agency) {
            QTest::newRow(name) << letterhead << u"DANH SÁCH CÁN BỘ "_s + title << agency;
        };
        row("a part of the letterhead's", u"UBND PHƯỜNG MẪU"_s, u"PHÒNG NỘI VỤ NĂM 2025"_s, u"PHÒNG NỘI VỤ"_s);
        row("purpose", {}, u"PHÒNG NỘI VỤ ĐỀ NGHỊ NÂNG LƯƠNG NĂM 2025"_s, u"PHÒNG NỘI VỤ"_s);
        row("unknown purpose", u"PHÒNG NỘI VỤ"_s, u"PHÒNG NỘI VỤ NGHỈ HƯU NĂM 2025"_s, u"PHÒNG NỘI VỤ"_s);
        row("period", {}, u"THUỘC UBND PHƯỜNG MẪU GIAI ĐOẠN 2021-2025"_s, u"UBND PHƯỜNG MẪU"_s);
        row("dash", {}, u"PHÒNG NỘI VỤ - NĂM 2025"_s, u"PHÒNG NỘI VỤ"_s);
        row("dash and year", {}, u"PHÒNG NỘI VỤ – 2025"_s, u"PHÒNG NỘI VỤ"_s);
        row("from, to", {}, u"PHÒNG NỘI VỤ TỪ NGÀY 01/01 ĐẾN NGÀY 30/6"_s, u"PHÒNG NỘI VỤ"_s);
        row("of any kind", u"SỞ MẪU"_s, u"CÁC CƠ QUAN, PHÒNG BAN NĂM 2025"_s, u"SỞ MẪU"_s);
        row("several", u"SỞ MẪU"_s, u"PHÒNG NỘI VỤ, PHÒNG TƯ PHÁP NĂM 2025"_s, u"SỞ MẪU"_s);
        row("the other spelling", {}, u"UỶ BAN NHÂN DÂN PHƯỜNG MẪU"_s, u"UỶ BAN NHÂN DÂN PHƯỜNG MẪU"_s);
        row("Văn hóa - Thông tin", {}, u"PHÒNG VĂN HÓA - THÔNG TIN NĂM 2025"_s, u"PHÒNG VĂN HÓA - THÔNG TIN"_s);
        row("Kinh tế, Hạ tầng", {}, u"PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ"_s, u"PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ"_s);
        row("Từ Liêm", {}, u"UBND PHƯỜNG TỪ LIÊM QUÝ II NĂM 2025"_s, u"UBND PHƯỜNG TỪ LIÊM"_s);
        row("Năm Căn", {}, u"UBND XÃ NĂM CĂN THÁNG 6/2025"_s, u"UBND XÃ NĂM CĂN"_s);
        row("8-3", {}, u"TRƯỜNG MẦM NON 8-3 NĂM 2025"_s, u"TRƯỜNG MẦM NON 8-3"_s);
        row("letterhead in two lines", u"ỦY BAN NHÂN DÂN"_s, u"ỦY BAN NHÂN DÂN PHƯỜNG MẪU NĂM 2025"_s,
            u"ỦY BAN NHÂN DÂN PHƯỜNG MẪU"_s);
        row("Phú Quý", {}, u"UBND ĐẶC KHU PHÚ QUÝ NĂM 2025"_s, u"UBND ĐẶC KHU PHÚ QUÝ"_s);
    }
    void titlesSayWhoseListItIs()
    {
        QFETCH(QString, letterhead);
        QFETCH(QString, title);
        QFETCH(QString, agency);
        const auto plan = planOf(
            {sheetOf(u"DS"_s, {letterhead, title, u"TT|Họ và tên|Chức vụ|Ghi chú"_s, u"1|Nguyễn Văn An|Giám đốc|"_s})});
        QCOMPARE(outlineOf(plan).value(0), agency);
    }

    void theHeaderOnTopOfEveryPageIsNoRow()
    {
        const auto plan = planOf({sheetOf(u"DS"_s, {u"STT|Tên đơn vị|Biên chế"_s, u"1|Sở Một|5"_s,
                                                    u"STT|Tên đơn vị|Biên chế"_s, u"(1)|(2)|(3)"_s, u"2|Sở Hai|6"_s})});
        QCOMPARE(outlineOf(plan), QStringList({u"Sở Một"_s, u"Sở Hai"_s}));
        QCOMPARE(plan->report.rows, 2);
    }

    void theSameListAgainChangesNothing()
    {
        const std::vector<Sheet> sheets{
            sheetOf(u"DS"_s, {u"STT|Tên đơn vị|Chức vụ|Họ và tên"_s, u"I|Sở Một||"_s, u"1|Văn phòng||"_s,
                              u"||Chánh Văn phòng|Nguyễn Văn An"_s, u"II|Sở Hai||"_s, u"1|Văn phòng||"_s})};
        Organisation organisation;
        QVERIFY(applyChange(organisation, planOf(sheets)->change).has_value());
        const auto again = planOf(sheets, organisation);
        QVERIFY(again.has_value());
        QCOMPARE(again->change.images.size(), 0U);
    }

    void marksAreRead_data()
    {
        QTest::addColumn<QStringList>("marks");
        QTest::addColumn<QList<int>>("depths");
        QTest::newRow("usual") << QStringList{u"I"_s, u"1"_s, u"a"_s, u"-"_s, u"b"_s, u"2"_s, u"II"_s}
                               << QList<int>{0, 1, 2, 3, 2, 1, 0};
        QTest::newRow("letters") << QStringList{u"A"_s, u"I"_s, u"1"_s, u"II"_s, u"B"_s, u"I"_s}
                                 << QList<int>{0, 1, 2, 1, 0, 1};
        QTest::newRow("C after B is no hundred")
            << QStringList{u"A"_s, u"B"_s, u"C"_s, u"D"_s} << QList<int>{0, 0, 0, 0};
        QTest::newRow("I after H") << QStringList{u"G"_s, u"H"_s, u"I"_s, u"K"_s} << QList<int>{0, 0, 0, 0};
        QTest::newRow("V is Roman") << QStringList{u"IV"_s, u"V"_s, u"VI"_s} << QList<int>{0, 0, 0};
        QTest::newRow("dotted") << QStringList{u"1"_s, u"1.1"_s, u"1.1.1"_s, u"1.2"_s, u"2"_s}
                                << QList<int>{0, 1, 2, 1, 0};
        QTest::newRow("signs behind") << QStringList{u"I."_s, u"1)"_s, u"(a)"_s, u"2/"_s} << QList<int>{0, 1, 2, 1};
    }
    void marksAreRead()
    {
        QFETCH(QStringList, marks);
        QFETCH(QList<int>, depths);
        OutlineLevels levels;
        QList<int> found;
        for (const QString &mark : marks)
            found += levels.next(mark, 0);
        QCOMPARE(found, depths);
    }
};

BM_TEST_MAIN(TestListForm)
#include "test_list_form.moc"
