// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "core/exchange/profile_folder.h"
#include "tests/support/sheets.h"
#include "tests/support/test_main.h"
#include "ui/import/import_draft.h"
#include "ui/import/sheet_model.h"

#include <QTemporaryDir>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// A list, a list with the same header, a table of parents by name, and one of levels.
std::vector<Workbook> fourSheets()
{
    return {{u"tệp.xlsx"_s,
             {sheetOf(u"Một"_s, {u"STT|Tên đơn vị|Lạ"_s, u"1|Sở Một|10"_s}),
              sheetOf(u"Hai"_s, {u"BIỂU SỐ 2"_s, u"STT|Tên đơn vị|Lạ"_s, u"1|Sở Hai|12"_s}),
              sheetOf(u"Ba"_s, {u"Tên đơn vị|Trực thuộc"_s, u"Sở Ba|"_s, u"Phòng Ba|Sở Ba"_s}),
              sheetOf(u"Bốn"_s, {u"BODY CODE|BODY NAME|OFFICE CODE|OFFICE NAME"_s, u"01|Sở Bốn|011|Phòng Bốn"_s})}}};
}

struct Draft
{
    Organisation base;
    SeededIdSource ids{"draft"};
    ImportDraft draft;

    explicit Draft(std::vector<Workbook> workbooks, const QString &folder = {})
        : draft(std::move(workbooks), base, ids, folder)
    {}

    /// How each table is read: "List List Tree Levels".
    [[nodiscard]] QString forms() const
    {
        constexpr std::array kNames{"List", "Tree", "Levels", "Areas"};
        QStringList names;
        if (draft.plan())
            for (const TableReading &reading : draft.plan()->readings)
                names += QString::fromLatin1(kNames[static_cast<std::size_t>(reading.profile.form)]);
        return names.join(u' ');
    }

    [[nodiscard]] int allotted() const
    {
        Organisation after;
        int sum = 0;
        if (applyChange(after, draft.plan()->change))
            for (const Unit &unit : after.units())
                sum += unit.states.back().staffAllotted.value_or(0);
        return sum;
    }
};

} // namespace

class TestImportDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void putRightInOneSheetTheOthersAreReadAsBefore()
    {
        Draft d(fourSheets());
        QCOMPARE(d.forms(), u"List List Tree Levels"_s);
        QCOMPARE(d.draft.plan()->report.units, 6);
        d.draft.setMeaning(3, ColumnMeaning::Allotted);
        QCOMPARE(d.forms(), u"List List Tree Levels"_s);
        QCOMPARE(d.draft.plan()->report.units, 6);
        QCOMPARE(d.draft.sheetsAlike(), 2);
        QCOMPARE(d.allotted(), 22); // the column of the sheet with the same header as well

        d.draft.setCurrent(2);
        QVERIFY(!d.draft.isAdjusted());
        d.draft.setForm(TableForm::List);
        QCOMPARE(d.forms(), u"List List List Levels"_s);
        d.draft.setCurrent(3);
        QCOMPARE(d.draft.form(), TableForm::Levels);
        QCOMPARE(d.draft.forms(), std::vector({TableForm::List, TableForm::Tree, TableForm::Levels}));
    }

    /// What the spreadsheet hides is read, and seen to be hidden.
    void whatIsHiddenIsMarkedInTheSheet()
    {
        std::vector<Workbook> workbooks = fourSheets();
        workbooks.front().sheets.front().hiddenRows = {{2, 2}};
        workbooks.front().sheets.front().hiddenColumns = {{3, 3}};
        Draft d(std::move(workbooks));
        const SheetModel model(d.draft);
        QCOMPARE(model.headerData(0, Qt::Vertical, Qt::DisplayRole).toString(), u"tiêu đề · 1"_s);
        QCOMPARE(model.headerData(1, Qt::Vertical, Qt::DisplayRole).toString(), u"đang ẩn · 2"_s);
        QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"C · đang ẩn"_s);
    }

    /// Areas by columns are no list whose headers nobody knows, until the officer says so.
    void aListOfAreasIsKnownToBeOne()
    {
        Draft d({{u"tệp.csv"_s,
                  {sheetOf(u"S"_s, {u"province|ward"_s, u"Thành phố Một|Phường 1"_s, u"Thành phố Một|Phường 2"_s,
                                    u"Thành phố Một|Xã 3"_s})}}});
        QCOMPARE(d.draft.plan()->report.localities, 4);
        QVERIFY(d.draft.isAreaList());
        d.draft.setForm(TableForm::List);
        QVERIFY(!d.draft.isAreaList());
        Draft list(fourSheets());
        QVERIFY(!list.draft.isAreaList());
    }

    void theHeaderRowIsThatOfItsSheet()
    {
        Draft d(fourSheets());
        d.draft.setCurrent(1);
        d.draft.setHeaderRow(2);
        QCOMPARE(d.forms(), u"List List Tree Levels"_s);
        QCOMPARE(d.draft.plan()->report.units, 6);
        d.draft.setMeaning(3, ColumnMeaning::Allotted);
        QCOMPARE(d.draft.headerRow(), 2);
        d.draft.setCurrent(0);
        QCOMPARE(d.draft.headerRow(), 0);
        QCOMPARE(d.allotted(), 22);
    }

    /// Rows like a header stand above the header that a saved profile knows: it stays the header of every sheet.
    void theHeaderRowOfASavedProfileStaysThatOfTheOtherSheets()
    {
        QTemporaryDir folder;
        ImportProfile profile;
        profile.id = u"so-mau"_s;
        profile.title = {u"Sở Mẫu"_s, u"Sở Mẫu"_s};
        profile.hints = {{{ColumnMeaning::Name, {u"Gọi là"_s}}}, 2};
        profile.required = {ColumnMeaning::Name};
        QVERIFY(saveProfile(folder.path(), profile).has_value());
        const QStringList head{u"STT|Tên đơn vị|Biên chế giao"_s, u"Số|Gọi là|BC"_s};
        Draft d({{u"tệp.xlsx"_s,
                  {sheetOf(u"Một"_s, head + QStringList{u"1|Sở Một|10"_s}),
                   sheetOf(u"Hai"_s, head + QStringList{u"1|Sở Hai|12"_s})}}},
                folder.path());
        QCOMPARE(d.draft.plan()->report.units, 2);
        d.draft.setMeaning(3, ColumnMeaning::Allotted);
        QCOMPARE(d.draft.plan()->report.units, 2);
        QCOMPARE(d.allotted(), 22);
        d.draft.setCurrent(1);
        QCOMPARE(d.draft.headerRow(), 2);
    }

    void readAnewNothingIsLeftOfWhatWasPutRight()
    {
        Draft d(fourSheets());
        d.draft.setMeaning(3, ColumnMeaning::Allotted);
        QVERIFY(d.draft.isAdjusted());
        d.draft.readAnew();
        QVERIFY(!d.draft.isAdjusted());
        QCOMPARE(d.allotted(), 0);
        d.draft.setCurrent(1);
        QVERIFY(!d.draft.isAdjusted());
    }

    /// What a profile says beside its columns holds on when one of them is put right.
    void theProfileThatAPlanUsedIsWhereOneBegins()
    {
        QTemporaryDir folder;
        ImportProfile profile;
        profile.id = u"so-mau"_s;
        profile.title = {u"Sở Mẫu"_s, u"Sở Mẫu"_s};
        profile.form = TableForm::Tree;
        profile.codes = CodeMatch::Loose;
        profile.tree.rows = RowKindOfTable::Posts;
        profile.tree.top = {u"không"_s};
        profile.hints.words = {
            {ColumnMeaning::Code, {u"#"_s}}, {ColumnMeaning::Parent, {u"Trên"_s}}, {ColumnMeaning::Title, {u"Việc"_s}}};
        profile.required = {ColumnMeaning::Code, ColumnMeaning::Parent, ColumnMeaning::Title};
        QVERIFY(saveProfile(folder.path(), profile).has_value());
        Draft d(
            {{u"tệp.xlsx"_s,
              {sheetOf(u"S"_s, {u"#|Trên|Việc|Khác"_s, u"A1|không|Trưởng phòng|x"_s, u"02|a1|Phó Trưởng phòng|y"_s})}}},
            folder.path());
        QCOMPARE(d.draft.reading().id, u"so-mau"_s);
        QVERIFY(d.draft.isRecognised());
        QCOMPARE(d.draft.plan()->report.orphans, 0);
        d.draft.setMeaning(4, ColumnMeaning::Note);
        QCOMPARE(d.draft.plan()->report.orphans, 0);
        QCOMPARE(d.draft.reading().codes, CodeMatch::Loose);
        QCOMPARE(d.draft.reading().tree, profile.tree);
        QCOMPARE(d.draft.table()->meanings.at(ColumnMeaning::Note), 4);
        QCOMPARE(d.draft.table()->meanings.at(ColumnMeaning::Title), 3);
        const ImportProfile kept = d.draft.profile(u"Sở Mẫu 2"_s);
        QCOMPARE(kept.codes, CodeMatch::Loose);
        QCOMPARE(kept.hints.words.at(ColumnMeaning::Note), QStringList{u"Khác"_s});
    }

    /// The next file of the agency may have a line of title more.
    void aProfileKeepsTheHeaderRowOnlyWhereItIsNeeded()
    {
        Draft d(fourSheets());
        d.draft.setCurrent(1);
        d.draft.setHeaderRow(2);
        QCOMPARE(d.draft.profile(u"x"_s).hints.headerRow, 0);
    }

    void sheetsOfTheTemplateSayThemselvesHowTheyAreRead()
    {
        Draft d({{u"mau.xlsx"_s, {sheetOf(u"DON_VI"_s, {u"ma|ten|ma_cap_tren"_s, u"A|Sở Một|"_s})}}});
        QVERIFY(d.draft.isRecognised());
        QVERIFY(!d.draft.isAdjustable());
        QVERIFY(!d.draft.table().has_value());
        QCOMPARE(d.draft.plan()->report.units, 1);
    }
};

BM_TEST_MAIN(TestImportDraft)
#include "test_import_draft.moc"
