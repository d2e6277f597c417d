// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/form_fill.h"
#include "core/table/xlsx_writer.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/sheets.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// A sở with an office and a division that each has a "Tổ Một", and posts.
struct Agency
{
    OrganisationBuilder builder;

    Agency()
    {
        const UnitId root = builder.unit(u"Sở Một"_s);
        const UnitId office = builder.unit(u"Văn phòng"_s, root);
        const UnitId division = builder.unit(u"Phòng Hai"_s, root);
        builder.unit(u"Tổ Một"_s, office);
        allot(builder.unit(u"Tổ Một"_s, division), 3);
        allot(root, 40);
        allot(office, 12);
        const PostId head = builder.post(root, u"Giám đốc"_s, PostRole::Head);
        builder.holder(head, u"Nguyễn Văn An"_s);
        builder.holder(builder.post(root, u"Phó Giám đốc"_s, PostRole::Deputy, 1), u"Trần Thị Bình"_s);
        builder.holder(builder.post(root, u"Phó Giám đốc"_s, PostRole::Deputy, 1), u"Lê Văn Cường"_s);
    }

    void allot(UnitId id, int number)
    {
        bomay::Unit unit = *builder.organisation().find(id);
        unit.states[0].staffAllotted = number;
        builder.put(unit);
    }

    [[nodiscard]] Result<FormFill> fill(const Sheet &form) const
    {
        const Workbook workbook{u"biểu.xlsx"_s, {form}};
        return planFormFill(workbook, builder.organisation(), OrgView(builder.organisation(), day(u"2026-01-01"_s)));
    }
};

/// "R3C2=12", by row and column.
QStringList cellsOf(const FormFill &fill)
{
    std::map<CellReference, QString> cells;
    for (const FormCell &cell : fill.cells) {
        const auto *number = std::get_if<double>(&cell.value);
        cells[cell.place] = number != nullptr ? QString::number(*number) : std::get<QString>(cell.value);
    }
    QStringList lines;
    for (const auto &[place, text] : cells)
        lines += u"R%1C%2=%3"_s.arg(place.row).arg(place.column).arg(text);
    return lines;
}

} // namespace

class TestFormFill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void rowsThatNameTheirUnitsAreCompleted()
    {
        const Agency agency;
        const auto fill = agency.fill(
            sheetOf(u"Biểu"_s, {u"BÁO CÁO BIÊN CHẾ"_s, u"STT|Tên đơn vị|Biên chế giao|Ghi chú"_s, u"I|Sở Một|"_s,
                                u"1|Văn phòng|99"_s, u"2|Phòng Hai|"_s, u"a|Tổ Một|"_s, u"3|Phòng Ba|"_s}));
        QVERIFY2(fill.has_value(), fill ? "" : qPrintable(fill.error().code()));
        QCOMPARE(cellsOf(*fill), QStringList({u"R3C3=40"_s, u"R6C3=3"_s})); // what is there stays
        QCOMPARE(fill->rows, 2);
        QCOMPARE(fill->diagnostics.size(), 1U);
        QCOMPARE(fill->diagnostics[0].message.code, u"form-row-unknown"_s);
        QCOMPARE(fill->diagnostics[0].place.row, 7);
    }

    void postsOfOneTitleAreTakenInTurn()
    {
        const Agency agency;
        const auto fill =
            agency.fill(sheetOf(u"Biểu"_s, {u"Tên đơn vị|Chức vụ|Họ và tên"_s, u"Sở Một"_s, u"|Giám đốc"_s,
                                            u"|Phó Giám đốc"_s, u"|Phó Giám đốc"_s, u"|Phó Giám đốc"_s}));
        QVERIFY(fill.has_value());
        QCOMPARE(cellsOf(*fill),
                 QStringList({u"R3C3=Nguyễn Văn An"_s, u"R4C3=Trần Thị Bình"_s, u"R5C3=Lê Văn Cường"_s}));
        QCOMPARE(fill->diagnostics.size(), 1U);
    }

    /// A post that several hold: one row for all of them, or a row for each of its seats.
    void rowsOfOneTitleShareThePostsSeats()
    {
        Agency agency;
        const UnitId root = (*agency.builder.organisation().units().begin()).id;
        const PostId group = agency.builder.post(root, u"Chuyên viên"_s, PostRole::Staff, 0, 3);
        agency.builder.holder(group, u"Phạm Văn Dũng"_s);
        agency.builder.holder(group, u"Đỗ Thị Em"_s);
        const auto each =
            agency.fill(sheetOf(u"Biểu"_s, {u"Tên đơn vị|Chức vụ|Họ và tên|Số lượng"_s, u"Sở Một|"_s, u"|Chuyên viên"_s,
                                            u"|Chuyên viên|Đỗ Thị Em"_s, u"|Chuyên viên"_s, u"|Chuyên viên"_s}));
        QVERIFY(each.has_value());
        QCOMPARE(cellsOf(*each), QStringList({u"R3C3=Phạm Văn Dũng"_s, u"R3C4=1"_s, u"R4C4=1"_s, u"R5C4=1"_s}));
        QCOMPARE(each->diagnostics.size(), 1U); // there is no fourth
        const auto together = agency.fill(
            sheetOf(u"Biểu"_s, {u"Tên đơn vị|Chức vụ|Họ và tên|Số lượng"_s, u"Sở Một|"_s, u"|Chuyên viên"_s}));
        QVERIFY(together.has_value());
        QCOMPARE(cellsOf(*together), QStringList({u"R3C3=Phạm Văn Dũng; Đỗ Thị Em"_s, u"R3C4=3"_s}));
    }

    /// Each agency has an office: what the document knows of one is not said of another's.
    void belowAnUnknownRowNothingIsFilled()
    {
        const Agency agency;
        const auto fill =
            agency.fill(sheetOf(u"Biểu"_s, {u"STT|Tên đơn vị|Biên chế giao"_s, u"I|Sở Khác|"_s, u"1|Văn phòng|"_s,
                                            u"II|Sở Một|"_s, u"1|Văn phòng|"_s, u"III|Sở Lạ|"_s, u"1|Văn phòng|"_s}));
        QVERIFY(fill.has_value());
        QCOMPARE(cellsOf(*fill), QStringList({u"R4C3=40"_s, u"R5C3=12"_s}));
        QStringList unknown;
        for (const Diagnostic &diagnostic : fill->diagnostics)
            unknown += QString::number(diagnostic.place.row);
        QCOMPARE(unknown, QStringList({u"2"_s, u"3"_s, u"6"_s, u"7"_s}));
    }

    void aRowThatNamesItsHolderIsHisAlone()
    {
        const Agency agency;
        const auto fill =
            agency.fill(sheetOf(u"Biểu"_s, {u"Tên đơn vị|Chức vụ|Họ và tên|Biên chế giao"_s, u"Sở Một|||1"_s,
                                            u"|Phó Giám đốc|Lê Văn Cường"_s, u"||Nguyễn Văn An"_s, u"|Phó Giám đốc|"_s,
                                            u"|Phó Giám đốc|Người Lạ"_s}));
        QVERIFY(fill.has_value());
        QCOMPARE(cellsOf(*fill), QStringList({u"R4C2=Giám đốc"_s, u"R5C3=Trần Thị Bình"_s}));
        QCOMPARE(fill->diagnostics.size(), 1U);
        QCOMPARE(fill->diagnostics[0].place.row, 6);
    }

    void anEmptyTableGetsTheRowsOfTheDocument()
    {
        const Agency agency;
        const auto fill = agency.fill(
            sheetOf(u"Biểu"_s, {u"STT|Tên đơn vị|Trực thuộc|Biên chế giao"_s, u"(1)|(2)|(3)|(4)"_s, u"1"_s, u"2"_s}));
        QVERIFY2(fill.has_value(), fill ? "" : qPrintable(fill.error().code()));
        const QStringList cells = cellsOf(*fill);
        QVERIFY(cells.contains(u"R3C2=Sở Một"_s));
        QVERIFY(!cells.contains(u"R3C1=I"_s)); // the form has its own number there
        QVERIFY(cells.contains(u"R4C3=Sở Một"_s));
        QVERIFY(cells.contains(u"R5C1=a"_s));
        QVERIFY(cells.contains(u"R7C4=3"_s));
        QCOMPARE(fill->rows, 5);
    }

    void aTotalOnTopAndBlankRowsTakeNoRoom()
    {
        const Agency agency;
        const auto fill = agency.fill(sheetOf(u"Biểu"_s, {u"STT|Tên đơn vị|Biên chế giao"_s, u"|Tổng số|"_s, u" | | "_s,
                                                          u" | | "_s, u""_s, u""_s, u""_s, u"|NGƯỜI LẬP BIỂU|"_s}));
        QVERIFY2(fill.has_value(), fill ? "" : qPrintable(fill.error().code()));
        QCOMPARE(fill->rows, 5);
        QCOMPARE(fill->cells.front().place.row, 3);
    }

    void cellsThatAMergedOneHidesStayEmpty()
    {
        const Agency agency;
        const auto fill =
            agency.fill(withMerges(sheetOf(u"Biểu"_s, {u"STT|Tên đơn vị|Biên chế giao|Ghi chú"_s, u"I|Sở Một|"_s,
                                                       u"1|Văn phòng|"_s, u"2|Phòng Hai|"_s, u"a|Tổ Một|"_s}),
                                   {{5, 2, 5, 3}, {2, 3, 3, 3}}));
        QVERIFY(fill.has_value());
        QCOMPARE(cellsOf(*fill), QStringList({u"R2C3=40"_s}));
    }

    void moreRowsThanAreFreeAreRefused()
    {
        const Agency agency;
        const auto fill =
            agency.fill(sheetOf(u"Biểu"_s, {u"STT|Tên đơn vị|Biên chế giao"_s, u""_s, u""_s, u"|NGƯỜI LẬP BIỂU|"_s}));
        QVERIFY(!fill.has_value());
        QCOMPARE(fill.error().code(), u"form-too-few-rows"_s);
        QCOMPARE(fill.error().message.args.value(u"free"_s), u"2"_s);
        const auto none = agency.fill(sheetOf(u"Biểu"_s, {u"Lời chào"_s}));
        QCOMPARE(none.error().code(), u"form-no-table"_s);
    }

    /// What was filled in is a sheet that an import understands.
    void aFilledFormComesBack()
    {
        const Agency agency;
        QTemporaryDir folder;
        const QString form = folder.filePath(u"biểu.xlsx"_s);
        OutWorkbook workbook;
        OutSheet sheet;
        sheet.name = u"Biểu"_s;
        int column = 0;
        for (const char *header : {"STT", "Tên đơn vị", "Chức vụ", "Họ và tên", "Biên chế giao"})
            sheet.cells.push_back({1, ++column, QString::fromUtf8(header)});
        workbook.sheets.push_back(sheet);
        QVERIFY(writeXlsx(workbook, form).has_value());
        const auto read = readWorkbook(form);
        QVERIFY(read.has_value());
        const auto fill = planFormFill(*read, agency.builder.organisation(),
                                       OrgView(agency.builder.organisation(), day(u"2026-01-01"_s)));
        QVERIFY(fill.has_value());
        const QString filled = folder.filePath(u"đã điền.xlsx"_s);
        const auto written = fillXlsxForm(form, fill->cells, filled);
        QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().code()));
        const auto again = readWorkbook(filled);
        QVERIFY(again.has_value());
        SeededIdSource ids("filled");
        const auto plan = planImport({&*again, 1}, {}, ids);
        QVERIFY(plan.has_value());
        QCOMPARE(plan->report.units, 5);
        QCOMPARE(plan->report.posts, 3);
        QCOMPARE(plan->report.people, 3);
        QCOMPARE(plan->report.maxDepth, 3);
    }
};

BM_TEST_MAIN(TestFormFill)
#include "test_form_fill.moc"
