// SPDX-License-Identifier: GPL-3.0-or-later
#include "byte_mutation.h"
#include "cell_text.h"
#include "core/table/html_reader.h"
#include "core/table/spreadsheetml_reader.h"
#include "tests/support/test_main.h"
#include "xlsx_parts.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace bomay;

/// SpreadsheetML 2003 and HTML tables, both of which come under the name .xls.
class TestMarkupTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void spreadsheetMl();
    void spreadsheetMlRefused_data();
    void spreadsheetMlRefused();
    void html_data();
    void html();
    void htmlFontsTellLegacyText();
    void htmlRefused();
    void filesAreKnownByTheirContent_data();
    void filesAreKnownByTheirContent();
    void cutFilesAreCalledTruncated();
    void mutatedPagesAreReadOrRefused();
};

namespace {

QByteArray spreadsheet(const QByteArray &table)
{
    return "<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?>"
           "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'><Styles>"
           "<Style ss:ID='Default'><Font ss:FontName='Arial'/></Style>"
           "<Style ss:ID='s1'><Alignment ss:Indent='2'/><Font ss:FontName='.VnTime' ss:Bold='1'/></Style></Styles>"
           "<Worksheet ss:Name='S &amp; T'><Table>" +
           table + "</Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>";
}

Result<Workbook> readPage(const QByteArray &page)
{
    return readHtmlTables(page, {.file = u"x.xls"_s, .sheet = u"x"_s}, {});
}

} // namespace

void TestMarkupTables::spreadsheetMl()
{
    const QByteArray table =
        "<Column ss:Index='2' ss:Hidden='1' ss:Span='1' ss:StyleID='s1'/><Row ss:Index='2' ss:Hidden='1'>"
        "<Cell ss:StyleID='s1' ss:MergeAcross='1' ss:MergeDown='2'><Data ss:Type='String'>a&#10;b</Data>"
        "<Comment><ss:Data>no</ss:Data></Comment></Cell>"
        "<Cell><Data ss:Type='Number'>1.50</Data></Cell><Cell ss:Index='6'/>"
        "<Cell ss:Formula='=1'><Data ss:Type='Boolean'>1</Data></Cell></Row>"
        "<Row><Cell><Data ss:Type='DateTime'>2021-12-31T00:00:00.000</Data></Cell>"
        "<Cell><Data ss:Type='DateTime'>1899-12-31T08:30:00.000</Data></Cell>"
        "<Cell><Data ss:Type='Error'>#REF!</Data></Cell><Cell ss:Formula='=2'/>"
        "<Cell><ss:Data ss:Type='String'>x<Font html:Face='VNI-Times'>y<B>z</B></Font></ss:Data></Cell></Row>";
    const auto workbook = readSpreadsheetMl(spreadsheet(table), u"x"_s, {});
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().detail));
    const Sheet &sheet = workbook->sheets.at(0);
    QCOMPARE(sheet.name, u"S & T"_s);
    QCOMPARE(sheet.state, SheetState::Hidden);
    QCOMPARE(
        cellTexts(sheet.cells),
        (QStringList{u"R2C1 Text a\nb"_s, u"R2C3 Number 1.5"_s, u"R2C7 Boolean 1 formula"_s, u"R3C1 Date 2021-12-31"_s,
                     u"R3C2 Date T08:30:00"_s, u"R3C3 Error #REF!"_s, u"R3C4 Error  formula"_s, u"R3C5 Text xyz"_s}));
    QCOMPARE(workbook->styles.at(sheet.cells[0].style), (CellLook{u".VnTime"_s, true, 2}));
    QCOMPARE(workbook->styles.at(sheet.cells[1].style), (CellLook{u".VnTime"_s, true, 2})); // its column's
    QCOMPARE(workbook->styles.at(sheet.cells[2].style), (CellLook{u"Arial"_s, false, 0}));
    QCOMPARE(workbook->styles.at(sheet.richCells.at(0).runs.at(1).style), (CellLook{u"VNI-Times"_s, true, 0}));
    QCOMPARE(sheet.merges, (std::vector<CellRange>{{2, 1, 4, 2}}));
    QCOMPARE(sheet.hiddenColumns, (std::vector<HiddenRange>{{2, 3}}));
    QCOMPARE(sheet.hiddenRows, (std::vector<HiddenRange>{{2, 2}}));
}

void TestMarkupTables::spreadsheetMlRefused_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::newRow("number that is none") << QByteArray("<Row><Cell><Data ss:Type='Number'>1,5</Data></Cell></Row>");
    QTest::newRow("date that is none") << QByteArray("<Row><Cell><Data ss:Type='DateTime'>soon</Data></Cell></Row>");
    QTest::newRow("truth that is none") << QByteArray("<Row><Cell><Data ss:Type='Boolean'>2</Data></Cell></Row>");
    QTest::newRow("column backwards") << QByteArray("<Row><Cell ss:Index='2'/><Cell ss:Index='1'/></Row>");
    QTest::newRow("row backwards") << QByteArray("<Row ss:Index='2'/><Row ss:Index='2'/>");
    QTest::newRow("column that is none") << QByteArray("<Row><Cell ss:Index='x'/></Row>");
    QTest::newRow("negative merge") << QByteArray("<Row><Cell ss:MergeAcross='-1'/></Row>");
    QTest::newRow("entity") << QByteArray("<Row><Cell><Data ss:Type='String'>&boom;</Data></Cell></Row>");
    QTest::newRow("cut") << QByteArray("<Row><Cell>");
}

void TestMarkupTables::spreadsheetMlRefused()
{
    QFETCH(const QByteArray, table);
    const auto workbook = readSpreadsheetMl(spreadsheet(table), u"x"_s, {});
    QVERIFY(!workbook.has_value());
    QCOMPARE(workbook.error().code(), u"damaged-spreadsheet"_s);
}

void TestMarkupTables::html_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &page, const QStringList &expected) {
        QTest::newRow(name) << page << expected;
    };
    row("cells", "<html><body><TABLE><tr><th>m\u00E3</th><td> a\n b </td></tr><tr><td>1</table>",
        {u"R1C1 Text mã"_s, u"R1C2 Text a b"_s, u"R2C1 Text 1"_s});
    row("empty cells count", "<table><tr><td>&nbsp;</td><td/><td>c</td></tr></table>", {u"R1C3 Text c"_s});
    row("entities", "<table><tr><td>&lt;&Agrave;&#7843;&#x1EA1;&hellip;&zzz;&</td></tr></table>",
        {u"R1C1 Text <Àảạ…&zzz;&"_s});
    row("lines", "<table><tr><td>a<br>b<p>c</p></td></tr></table>", {u"R1C1 Text a\nb\nc"_s});
    row("spans", "<table><tr><td rowspan=2>a</td><td colspan='2'>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
        {u"R1C1 Text a"_s, u"R1C2 Text b"_s, u"R2C2 Text c"_s, u"R2C3 Text d"_s});
    row("numbers", "<table><tr><td x:num=\"1.50\">1,5</td><td sdval='7'>7</td><td>8</td></tr></table>",
        {u"R1C1 Number 1.5"_s, u"R1C2 Number 7"_s, u"R1C3 Text 8"_s});
    row("script, style, comment",
        "<style>td{}</style><script>'<td>'</script><!-- <td> --><table><tr><td>a</td></tr></table>",
        {u"R1C1 Text a"_s});
    row("notes of cells are no text",
        "<table><tr><td><comment>by<br>no</comment>a</td><td><comment>no</comment></td></tr>"
        "<tr><td><comment>never closed</td><td>b</td></tr></table>",
        {u"R1C1 Text a"_s, u"R2C2 Text b"_s});
    row("table in a cell", "<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>",
        {u"R1C1 Text a\nb"_s, u"R1C2 Text c"_s});
    row("two tables", "<table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>",
        {u"R1C1 Text a"_s, u"R2C1 Text b"_s});
    row("soft hyphen stays", "<table><tr><td>t\u00AD</td></tr></table>", {u"R1C1 Text t\u00AD"_s});
}

void TestMarkupTables::html()
{
    QFETCH(const QByteArray, page);
    QFETCH(const QStringList, expected);
    const auto workbook = readPage(page);
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().detail));
    QCOMPARE(cellTexts(workbook->sheets.at(0).cells), expected);
}

void TestMarkupTables::htmlFontsTellLegacyText()
{
    const QTemporaryDir folder;
    const QByteArray page =
        "<html><style>.xl24 {mso-style-parent:style0; font-family:\".VnTimeH\", serif;}</style>"
        "<table><tr style='display: none'><td class=xl24>s\xEB</td>"
        "<td><font face='VNI-Times'>vu\xEF</font> <b style='font-family:Arial'>\xE9</b></td></tr></table>";
    const auto workbook = readWorkbook(writeFile(folder.path(), u"x.xls"_s, page));
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().code()));
    QCOMPARE(cellTexts(workbook->sheets.at(0).cells), (QStringList{u"R1C1 Text SỞ"_s, u"R1C2 Text vụ é"_s}));
    QCOMPARE(workbook->sheets.at(0).hiddenRows, (std::vector<HiddenRange>{{1, 1}}));
}

void TestMarkupTables::htmlRefused()
{
    QCOMPARE(readPage("<html><p>a").error().code(), u"not-a-spreadsheet"_s);
    QCOMPARE(readPage("<table><tr><td>a</td></tr>").error().code(), u"truncated"_s);
    QByteArray wide = "<table><tr>";
    for (int i = 0; i < 17; ++i)
        wide += "<td colspan=1000>";
    QCOMPARE(readPage(wide + "</table>").error().code(), u"too-large"_s);
    QByteArray covered = "<table><tr>"; // each further row would skip 16,000 columns
    for (int i = 0; i < 16; ++i)
        covered += "<td colspan=1000 rowspan=65534>";
    covered += QByteArray("<tr><td>a").repeated(100);
    QCOMPARE(readPage(covered + "</table>").error().code(), u"too-large"_s);
}

void TestMarkupTables::filesAreKnownByTheirContent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("first");
    const QByteArray page = "<html><table><tr><td>a</td></tr></table></html>";
    QTest::newRow("HTML") << page << u"a"_s;
    QTest::newRow("HTML with DOCTYPE") << "\xEF\xBB\xBF \n<!DOCTYPE html>" + page << u"a"_s;
    QTest::newRow("XHTML") << "<?xml version='1.0'?>" + page << u"a"_s;
    QTest::newRow("UTF-16") << QByteArray::fromHex("FFFE") +
                                   QByteArray(reinterpret_cast<const char *>(QString::fromLatin1(page).utf16()),
                                              2 * page.size())
                            << u"a"_s;
    QTest::newRow("SpreadsheetML") << spreadsheet("<Row><Cell><Data>b</Data></Cell></Row>") << u"b"_s;
}

void TestMarkupTables::filesAreKnownByTheirContent()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, first);
    const QTemporaryDir folder;
    const auto workbook = readWorkbook(writeFile(folder.path(), u"x.csv"_s, bytes));
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().code()));
    QCOMPARE(workbook->sheets.at(0).cells.at(0).text, first);
}

void TestMarkupTables::cutFilesAreCalledTruncated()
{
    const QTemporaryDir folder;
    const QByteArray whole = spreadsheet("<Row><Cell><Data ss:Type='Number'>x</Data></Cell></Row>");
    const auto codeOf = [&](const QByteArray &bytes) {
        const auto workbook = readWorkbook(writeFile(folder.path(), u"x.xml"_s, bytes));
        return workbook ? QString() : workbook.error().code();
    };
    QCOMPARE(codeOf(whole), u"damaged-spreadsheet"_s); // wrong inside, but whole
    QCOMPARE(codeOf(whole.chopped(3)), u"truncated"_s);
    QCOMPARE(codeOf(whole.chopped(60)), u"truncated"_s);
}

void TestMarkupTables::mutatedPagesAreReadOrRefused()
{
    const QByteArray page =
        "<style>.a{font-family:Arial}</style><table><tr><td class=a rowspan=2>a&amp;<font face='B'>b"
        "</font></td><td colspan=\"3\">c<br/>d</td></tr><tr><td x:num='1.5'>1</td></tr></table>";
    const QByteArray xml =
        spreadsheet("<Row ss:Index='2'><Cell ss:Index='3' ss:MergeAcross='1'><Data ss:Type='Number'>1"
                    "</Data></Cell><Cell><Data ss:Type='String'>a</Data></Cell></Row>");
    ByteMutation mutation;
    for (int round = ByteMutation::rounds(500); round > 0; --round) {
        const auto fromPage = readPage(mutation.flipped(page, 1 + round % 3));
        QVERIFY(fromPage.has_value() || !fromPage.error().code().isEmpty());
        const auto fromXml = readSpreadsheetMl(mutation.flipped(xml, 1 + round % 3), u"x"_s, {});
        QVERIFY(fromXml.has_value() || !fromXml.error().code().isEmpty());
        QVERIFY(!readSpreadsheetMl(mutation.cut(xml), u"x"_s, {}).has_value());
        QVERIFY(!readPage(mutation.cut(page.chopped(7))).has_value()); // "</table" may lose its ">"
    }
}

BM_TEST_MAIN(TestMarkupTables)
#include "test_markup_tables.moc"
