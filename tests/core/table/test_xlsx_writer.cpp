// SPDX-License-Identifier: GPL-3.0-or-later
#include "cell_text.h"
#include "core/table/reader.h"
#include "core/table/table_limits.h"
#include "core/table/xlsx_writer.h"
#include "core/table/zip_archive.h"
#include "tests/support/test_main.h"
#include "xlsx_parts.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace bomay;

/// The leak checker's hook: libxlsxwriter 1.1.4 loses a copy of each list's formula.
extern "C" const char *__lsan_default_suppressions(); // NOLINT(bugprone-reserved-identifier)
extern "C" const char *__lsan_default_suppressions()  // NOLINT(bugprone-reserved-identifier)
{
    return "leak:lxw_strdup\n";
}

class TestXlsxWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void textsComeBackAsTheyWere_data();
    void textsComeBackAsTheyWere();
    void decomposedLettersComeBackAsOne();
    void numbersComeBackAsNumbers();
    void sheetsComeBackInOrderWithTheirState();
    void bytesAreTheSameForTheSameDay();
    void sheetIsDressedAsAsked();
    void listsBeginBelowTheFrozenRows();
    void daysAndNumbersHaveTheirFormats();
    void sheetsAreFilteredAndLockedAsAsked();
    void badSheetNames_data();
    void badSheetNames();
    void workbookWithoutVisibleSheetIsRefused();
    void wrongPlacesAndTooLongTextsAreRefused();
    void failedWriteLeavesTheOldFile();
};

namespace {

OutWorkbook withCells(std::vector<OutCell> cells)
{
    return {.title = u"Mẫu"_s,
            .sheets = {{.name = u"DON_VI"_s, .cells = std::move(cells)}},
            .created = Day::fromYmd(2025, 7, 1)};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One part of a written file.
QByteArray partOf(const QString &path, const QString &part)
{
    auto zip = ZipArchive::open(contentOf(path), path, {});
    return zip ? zip->read(part).value_or(QByteArray()) : QByteArray();
}

} // namespace

void TestXlsxWriter::textsComeBackAsTheyWere_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("Vietnamese") << u"Sở Nội vụ"_s;
    QTest::newRow("formula") << u"=1+1"_s;
    QTest::newRow("plus") << u"+84 28"_s;
    QTest::newRow("minus") << u"-x"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s;
    QTest::newRow("braces") << u"{=1}"_s;
    QTest::newRow("link") << u"https://example.org/"_s;
    QTest::newRow("digits") << u"00004"_s;
    QTest::newRow("markup") << u"<a> & \"b\" ]]>"_s;
    QTest::newRow("spaces round it") << u"  a  "_s;
    QTest::newRow("spaces only") << u"   "_s;
    QTest::newRow("tab and line ends") << u"a\tb\nc\r\nd\re"_s;
    QTest::newRow("line end at the end") << u"a\n"_s;
    QTest::newRow("no-break space round it") << u"\u00A0a\u00A0"_s;
    QTest::newRow("looks escaped") << u"_x0041_ _x000D_"_s;
    QTest::newRow("control characters") << u"a\u0001b\u001Fc"_s;
    QTest::newRow("zero") << QString(u"a"_s + QChar(0) + u"b"_s);
    QTest::newRow("non-characters") << u"a\uFFFEb\uFFFF"_s;
    QTest::newRow("beyond the first plane") << u"𝄞"_s;
}

void TestXlsxWriter::textsComeBackAsTheyWere()
{
    QFETCH(const QString, text);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"tệp.xlsx"_s);
    QVERIFY(writeXlsx(withCells({{.row = 2, .column = 3, .text = text}}), path).has_value());
    const auto workbook = readWorkbook(path);
    QVERIFY(workbook.has_value());
    Cell expected{2, 3, CellType::Text, text};
    expected.style = 1; // of the workbook, with its font; 0 has none
    QCOMPARE(workbook->sheets.at(0).cells, std::vector{expected});
}

void TestXlsxWriter::decomposedLettersComeBackAsOne()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"tệp.xlsx"_s);
    QVERIFY(writeXlsx(withCells({{.row = 2, .column = 3, .text = u"Sơ\u0309"_s}}), path).has_value());
    const auto workbook = readWorkbook(path);
    QVERIFY(workbook.has_value());
    QCOMPARE(workbook->sheets.at(0).cells.at(0).text, u"Sở"_s);
}

void TestXlsxWriter::numbersComeBackAsNumbers()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.xlsx"_s);
    const QStringList numbers{u"0"_s, u"15"_s, u"0.5"_s, u"-3.25"_s, u"79123456789"_s};
    std::vector<OutCell> cells;
    QStringList expected;
    for (const QString &number : numbers) {
        const int row = static_cast<int>(cells.size()) + 1;
        cells.push_back({.row = row, .column = 1, .text = number, .isNumber = true});
        expected.append(u"R%1C1 Number %2"_s.arg(row).arg(number));
    }
    QVERIFY(writeXlsx(withCells(cells), path).has_value());
    const auto workbook = readWorkbook(path);
    QVERIFY(workbook.has_value());
    QCOMPARE(cellTexts(workbook->sheets.at(0).cells), expected);
}

void TestXlsxWriter::sheetsComeBackInOrderWithTheirState()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.xlsx"_s);
    const OutWorkbook book{.title = {},
                           .sheets = {{.name = u"ẨN"_s, .hidden = true}, {.name = u"ĐƠN VỊ"_s}, {.name = u"c & d"_s}},
                           .created = {}};
    QVERIFY(writeXlsx(book, path).has_value());
    const auto workbook = readWorkbook(path);
    QVERIFY(workbook.has_value());
    QCOMPARE(workbook->sheets.size(), std::size_t(3));
    QCOMPARE(workbook->sheets[0].name, u"ẨN"_s);
    QCOMPARE(workbook->sheets[0].state, SheetState::Hidden);
    QCOMPARE(workbook->sheets[1].name, u"ĐƠN VỊ"_s);
    QCOMPARE(workbook->sheets[1].state, SheetState::Visible);
    QCOMPARE(workbook->sheets[2].name, u"c & d"_s);
    QVERIFY(partOf(path, u"xl/workbook.xml"_s).contains("activeTab=\"1\"")); // not the hidden first one
}

void TestXlsxWriter::bytesAreTheSameForTheSameDay()
{
    const QTemporaryDir folder;
    OutWorkbook book = withCells({{.row = 1, .column = 1, .text = u"mã"_s, .comment = u"ghi chú"_s}});
    QVERIFY(writeXlsx(book, folder.filePath(u"a.xlsx"_s)).has_value());
    QTest::qSleep(1100); // the clock shows another second
    QVERIFY(writeXlsx(book, folder.filePath(u"b.xlsx"_s)).has_value());
    QVERIFY(contentOf(folder.filePath(u"a.xlsx"_s)) == contentOf(folder.filePath(u"b.xlsx"_s)));
    QVERIFY(partOf(folder.filePath(u"a.xlsx"_s), u"docProps/core.xml"_s).contains("2025-07-01T12:00:00Z"));
    book.created = Day::fromYmd(2025, 7, 2);
    QVERIFY(writeXlsx(book, folder.filePath(u"b.xlsx"_s)).has_value());
    QVERIFY(contentOf(folder.filePath(u"a.xlsx"_s)) != contentOf(folder.filePath(u"b.xlsx"_s)));
}

void TestXlsxWriter::sheetIsDressedAsAsked()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.xlsx"_s);
    OutWorkbook book = withCells(
        {{.row = 1, .column = 1, .text = u"mã"_s, .style = CellStyle::Required, .comment = u"Bắt buộc <ghi>"_s},
         {.row = 1, .column = 2, .text = u"tên"_s, .style = CellStyle::Optional},
         {.row = 2, .column = 1, .text = u"01"_s, .style = CellStyle::Example},
         {.row = 3, .column = 1, .text = u"T"_s, .style = CellStyle::Title},
         {.row = 4, .column = 1, .text = u"N"_s, .style = CellStyle::Note},
         {.row = 5, .column = 1, .text = {}, .style = CellStyle::Required}});
    book.sheets[0].columns = {{.width = 20}, {.width = 9, .collapsed = true, .listFormula = u"=DANH_MUC!$A$2:$A$9"_s}};
    book.sheets[0].frozenRows = 1;
    QVERIFY(writeXlsx(book, path).has_value());

    const QByteArray sheet = partOf(path, u"xl/worksheets/sheet1.xml"_s);
    QVERIFY(sheet.contains("ySplit=\"1\""));
    QVERIFY(sheet.contains("sqref=\"B2:B5000\""));
    QVERIFY(sheet.contains("<formula1>DANH_MUC!$A$2:$A$9</formula1>"));
    QVERIFY(sheet.contains("hidden=\"1\""));
    QVERIFY(sheet.contains("outlineLevel=\"1\""));
    QVERIFY(sheet.contains("collapsed=\"1\""));  // on the column behind the group
    QVERIFY(sheet.contains("<c r=\"A5\" s=\"")); // styled though empty
    QVERIFY(partOf(path, u"xl/comments1.xml"_s).contains("Bắt buộc &lt;ghi&gt;"));
    const QByteArray styles = partOf(path, u"xl/styles.xml"_s);
    QVERIFY(styles.contains("FFFFF2CC"));
    QVERIFY(styles.contains("<i/>"));
    QVERIFY(partOf(path, u"docProps/core.xml"_s).contains("Mẫu"));
    QCOMPARE(readWorkbook(path)->sheets.at(0).cells.size(), std::size_t(5));
}

void TestXlsxWriter::daysAndNumbersHaveTheirFormats()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.xlsx"_s);
    OutWorkbook book =
        withCells({{.row = 1, .column = 1, .text = {}, .day = Day::fromYmd(2025, 7, 1)},
                   {.row = 2, .column = 1, .text = {}, .day = Day::fromYmd(1899, 5, 2)},
                   {.row = 3, .column = 1, .text = u"1234"_s, .isNumber = true, .format = CellFormat::Count},
                   {.row = 4, .column = 1, .text = u"007"_s, .format = CellFormat::Text}});
    book.sheets[0].columns = {{.format = CellFormat::Text}, {.format = CellFormat::Day}};
    QVERIFY(writeXlsx(book, path).has_value());
    const auto read = readWorkbook(path);
    QVERIFY(read.has_value());
    QStringList texts;
    for (const Cell &cell : read->sheets[0].cells)
        texts += cell.text;
    QCOMPARE(texts, (QStringList{u"2025-07-01"_s, u"02/05/1899"_s, u"1234"_s, u"007"_s}));
    QVERIFY(partOf(path, u"xl/worksheets/sheet1.xml"_s).contains("<v>45839</v>"));
    const QByteArray styles = partOf(path, u"xl/styles.xml"_s);
    QVERIFY2(styles.contains("formatCode=\"dd/mm/yyyy\""), styles.constData());
    QVERIFY2(styles.contains("formatCode=\"#,##0\"") && styles.contains("formatCode=\"@\""), styles.constData());
}

void TestXlsxWriter::sheetsAreFilteredAndLockedAsAsked()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.xlsx"_s);
    OutWorkbook book = withCells({{.row = 3, .column = 1, .text = u"A"_s}});
    book.sheets[0].columns = {{}, {}};
    QVERIFY(writeXlsx(book, path).has_value());
    const QByteArray plain = partOf(path, u"xl/worksheets/sheet1.xml"_s);
    QVERIFY(!plain.contains("autoFilter") && !plain.contains("sheetProtection"));
    book.sheets[0].frozenRows = 2;
    book.sheets[0].hasFilter = true;
    book.sheets[0].isLocked = true;
    QVERIFY(writeXlsx(book, path).has_value());
    const QByteArray sheet = partOf(path, u"xl/worksheets/sheet1.xml"_s);
    QVERIFY2(sheet.contains("<autoFilter ref=\"A2:B3\"/>"), sheet.constData());
    QVERIFY(sheet.contains("<sheetProtection sheet=\"1\""));
}

void TestXlsxWriter::listsBeginBelowTheFrozenRows()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.xlsx"_s);
    OutWorkbook book = withCells({});
    book.sheets[0].columns = {{.listFormula = u"=DANH_MUC!$A$2:$A$9"_s}};
    QVERIFY(writeXlsx(book, path).has_value());
    QVERIFY(partOf(path, u"xl/worksheets/sheet1.xml"_s).contains("sqref=\"A2:A5000\""));
    book.sheets[0].frozenRows = 3;
    QVERIFY(writeXlsx(book, path).has_value());
    QVERIFY(partOf(path, u"xl/worksheets/sheet1.xml"_s).contains("sqref=\"A4:A5000\""));
}

void TestXlsxWriter::badSheetNames_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::newRow("empty") << QStringList{u""_s};
    QTest::newRow("too long") << QStringList{QString(32, u'a')};
    QTest::newRow("too long in UTF-16") << QStringList{u"𝄞"_s.repeated(16)};
    QTest::newRow("slash") << QStringList{u"a/b"_s};
    QTest::newRow("brackets") << QStringList{u"[a]"_s};
    QTest::newRow("apostrophe in front") << QStringList{u"'a"_s};
    QTest::newRow("control character") << QStringList{u"a\u0001"_s};
    QTest::newRow("twice") << QStringList{u"a"_s, u"a"_s};
    QTest::newRow("twice without case") << QStringList{u"Đơn vị"_s, u"ĐƠN VỊ"_s};
}

void TestXlsxWriter::badSheetNames()
{
    QFETCH(const QStringList, names);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.xlsx"_s);
    OutWorkbook book{};
    for (const QString &name : names)
        book.sheets.push_back({.name = name});
    const auto written = writeXlsx(book, path);
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().code(), u"bad-sheet-name"_s);
    QCOMPARE(written.error().message.args.value(u"name"_s), names.last());
    QVERIFY(!QFile::exists(path));
}

void TestXlsxWriter::workbookWithoutVisibleSheetIsRefused()
{
    const QTemporaryDir folder;
    const OutWorkbook book{.title = {}, .sheets = {{.name = u"a"_s, .hidden = true}}, .created = {}};
    QCOMPARE(writeXlsx(book, folder.filePath(u"x.xlsx"_s)).error().code(), u"cannot-write-file"_s);
}

void TestXlsxWriter::wrongPlacesAndTooLongTextsAreRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.xlsx"_s);
    const std::vector<OutCell> wrong{{.row = 0, .column = 1, .text = u"a"_s},
                                     {.row = 1, .column = 0, .text = u"a"_s},
                                     {.row = kMaxRows + 1, .column = 1, .text = u"a"_s},
                                     {.row = 1, .column = kMaxColumns + 1, .text = u"a"_s},
                                     {.row = 1, .column = 1, .text = QString(32'768, u'a')}};
    for (const OutCell &cell : wrong) {
        const auto written = writeXlsx(withCells({cell}), path);
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().code(), u"cannot-write-file"_s);
        QCOMPARE(written.error().place, (Place{path, u"DON_VI"_s, cell.row, cell.column}));
        QVERIFY(!QFile::exists(path));
    }
}

void TestXlsxWriter::failedWriteLeavesTheOldFile()
{
    const QTemporaryDir folder;
    QCOMPARE(writeXlsx(withCells({}), folder.filePath(u"none/x.xlsx"_s)).error().code(), u"cannot-write-file"_s);

    const QString path = folder.filePath(u"x.xlsx"_s);
    QVERIFY(writeXlsx(withCells({{.row = 1, .column = 1, .text = u"a"_s}}), path).has_value());
    const QByteArray before = contentOf(path);
    QVERIFY(!writeXlsx(withCells({{.row = 0, .column = 1, .text = u"b"_s}}), path).has_value());
    QVERIFY(contentOf(path) == before);
    QVERIFY(writeXlsx(withCells({{.row = 1, .column = 1, .text = u"b"_s}}), path).has_value());
    QVERIFY(contentOf(path) != before);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"x.xlsx"_s});
}

BM_TEST_MAIN(TestXlsxWriter)
#include "test_xlsx_writer.moc"
