// SPDX-License-Identifier: GPL-3.0-or-later
#include "cell_text.h"
#include "core/table/number_format.h"
#include "core/table/xlsx_reader.h"
#include "core/table/xlsx_text.h"
#include "tests/support/test_main.h"
#include "xlsx_parts.h"

#include <QRegularExpression>
#include <QTemporaryDir>

#include <limits>

using namespace Qt::StringLiterals;
using namespace bomay;

class TestXlsxReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void cells_data();
    void cells();
    void sharedStrings_data();
    void sharedStrings();
    void dates_data();
    void dates();
    void formatCodes_data();
    void formatCodes();
    void numbers_data();
    void numbers();
    void escapes();
    void sheetsHaveNameStateAndOrder();
    void chartSheetsAreLeftOut();
    void targets_data();
    void targets();
    void prefixesAndStrictNamespacesAreRead();
    void workbookElsewhereIsFoundByItsRelationship();
    void fileIsKnownByItsContent();
};

namespace {

Result<Workbook> readParts(const XlsxParts &parts)
{
    return readXlsx(parts.zip(), u"x.xlsx"_s, {});
}

/// The cells of the first sheet, or the error.
QStringList firstSheet(const XlsxParts &parts)
{
    const auto workbook = readParts(parts);
    if (!workbook)
        return {workbook.error().code(), workbook.error().detail};
    return cellTexts(workbook->sheets.at(0).cells);
}

} // namespace

void TestXlsxReader::cells_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &rows, const QStringList &expected) {
        QTest::newRow(name) << rows << expected;
    };
    row("no rows", "", {});
    row("number", "<row r='1'><c r='A1'><v>15</v></c></row>", {u"R1C1 Number 15"_s});
    row("number with needless digits", "<row r='1'><c r='A1'><v>15.0</v></c></row>", {u"R1C1 Number 15"_s});
    row("number with exponent", "<row r='1'><c r='A1'><v>1.5E3</v></c></row>", {u"R1C1 Number 1500"_s});
    row("number with spaces round it", "<row r='1'><c r='A1'><v> 7 </v></c></row>", {u"R1C1 Number 7"_s});
    row("column of two letters", "<row r='7'><c r='AB7' t='n'><v>1</v></c></row>", {u"R7C28 Number 1"_s});
    row("last cell of a sheet", "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
        {u"R1048576C16384 Number 1"_s});
    row("booleans", "<row r='1'><c r='A1' t='b'><v>1</v></c><c r='B1' t='b'><v>0</v></c></row>",
        {u"R1C1 Boolean 1"_s, u"R1C2 Boolean 0"_s});
    row("error", "<row r='1'><c r='A1' t='e'><v>#REF!</v></c></row>", {u"R1C1 Error #REF!"_s});
    row("inline text", "<row r='1'><c r='A1' t='inlineStr'><is><t>Sở</t></is></c></row>", {u"R1C1 Text Sở"_s});
    row("inline text in runs",
        "<row r='1'><c r='A1' t='inlineStr'><is><r><rPr><b/></rPr><t xml:space='preserve'>Sở </t></r>"
        "<r><t>Y tế</t></r></is></c></row>",
        {u"R1C1 Text Sở Y tế"_s});
    row("empty cells", "<row r='1'><c r='A1' s='0'/><c r='B1'><v/></c><c r='C1' t='inlineStr'><is><t/></is></c></row>",
        {});
    row("cells without reference", "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>",
        {u"R1C1 Number 1"_s, u"R1C3 Number 3"_s, u"R2C1 Number 4"_s});
    row("row without number follows the one before", "<row r='5'><c><v>1</v></c></row><row><c><v>2</v></c></row>",
        {u"R5C1 Number 1"_s, u"R6C1 Number 2"_s});
    row("rows out of order",
        "<row r='2'><c r='A2'><v>2</v></c></row><row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>0</v></c></row>",
        {u"R1C1 Number 0"_s, u"R1C2 Number 1"_s, u"R2C1 Number 2"_s});
    row("formula with number", "<row r='1'><c r='A1'><f>1+1</f><v>2</v></c></row>", {u"R1C1 Number 2 formula"_s});
    row("formula with text", "<row r='1'><c r='A1' t='str'><f>\"a\"</f><v>a &amp; b</v></c></row>",
        {u"R1C1 Text a & b formula"_s});
    row("formula with boolean", "<row r='1'><c r='A1' t='b'><f>TRUE()</f><v>1</v></c></row>",
        {u"R1C1 Boolean 1 formula"_s});
    row("formula with error", "<row r='1'><c r='A1' t='e'><f>1/0</f><v>#DIV/0!</v></c></row>",
        {u"R1C1 Error #DIV/0! formula"_s});
    row("formula with empty text", "<row r='1'><c r='A1' t='str'><f>\"\"</f><v></v></c></row>", {});
    row("formula never calculated", "<row r='1'><c r='A1'><f>1+1</f><v/></c><c r='B1'><f>1+1</f></c></row>",
        {u"R1C1 Error  formula"_s, u"R1C2 Error  formula"_s});
    row("written-out dates",
        "<row r='1'><c r='A1' t='d'><v>2021-12-31</v></c><c r='B1' t='d'><v>2021-12-31T00:00:00.000Z</v></c>"
        "<c r='C1' t='d'><v>2021-12-31T08:30</v></c></row>",
        {u"R1C1 Date 2021-12-31"_s, u"R1C2 Date 2021-12-31"_s, u"R1C3 Date 2021-12-31T08:30:00"_s});
    row("comments, CDATA and instructions",
        "<!-- > --><row r='1'><?x > ?><c r='A1' t='str'><v>a<!-- b -->c<![CDATA[<&>]]>d</v></c></row>",
        {u"R1C1 Text ac<&>d"_s});
    row("greater-than in an attribute", "<row r='1' x='>'><c r='A1' t=\"n\" y='\"'><v>1</v></c></row>",
        {u"R1C1 Number 1"_s});
    row("CDATA in front and behind", "<row r='1'><c r='A1' t='str'><v><![CDATA[a]]>b<![CDATA[c]]></v></c></row>",
        {u"R1C1 Text abc"_s});
}

void TestXlsxReader::cells()
{
    QFETCH(const QByteArray, rows);
    QFETCH(const QStringList, expected);
    QCOMPARE(firstSheet(XlsxParts(rows)), expected);
    if (rows.contains('"'))
        return;
    // As spreadsheet programs write it; those cells are read in a shorter way.
    QCOMPARE(firstSheet(XlsxParts(QByteArray(rows).replace('\'', '"'))), expected);
}

void TestXlsxReader::sharedStrings_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &item, const QString &expected) {
        QTest::newRow(name) << item << expected;
    };
    row("plain", "<t>Sở Nội vụ</t>", u"Sở Nội vụ"_s);
    row("named entities", "<t>&lt;a&gt; &amp; &quot;b&quot; &apos;</t>", u"<a> & \"b\" '"_s);
    row("character numbers", "<t>&#7879;&#x1EC7;&#x1D11E;</t>", u"ệệ𝄞"_s);
    row("runs", "<r><t>a</t></r><r><rPr><sz val='9'/></rPr><t>b</t></r>", u"ab"_s);
    row("phonetic hints are dropped", "<t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh><phoneticPr fontId='1'/>",
        u"東京"_s);
    row("space is trimmed", "<t>\n  a b\t</t>", u"a b"_s);
    row("space is preserved on demand", "<t xml:space='preserve'> a </t>", u" a "_s);
    row("only preserved space is text", "<t xml:space='preserve'>  </t>", u"  "_s);
    row("line ends are LF", "<t>a\r\nb\rc\nd</t>", u"a\nb\nc\nd"_s);
    row("escaped characters", "<t>a_x000D_b_x0041_</t>", u"a\rbA"_s);
    row("escaped escape", "<t>_x005F_x0041_</t>", u"_x0041_"_s);
    row("not escapes", "<t>_x00_ _x_ _xZZZZ_ _x0041</t>", u"_x00_ _x_ _xZZZZ_ _x0041"_s);
    row("decomposed letters stay", "<t>e&#x302;</t>", u"e\u0302"_s);
    row("TCVN3 stays as it is", "<t>µ\u00AD¸</t>", u"µ\u00AD¸"_s);
}

void TestXlsxReader::sharedStrings()
{
    QFETCH(const QByteArray, item);
    QFETCH(const QString, expected);
    const XlsxParts parts =
        XlsxParts("<row r='1'><c r='A1' t='s'><v>1</v></c></row>").withStrings("<si/><si>" + item + "</si>");
    QCOMPARE(firstSheet(parts), QStringList{u"R1C1 Text "_s + expected});
}

void TestXlsxReader::dates_data()
{
    QTest::addColumn<double>("serial");
    QTest::addColumn<QString>("from1900");
    QTest::addColumn<QString>("from1904");
    const auto row = [](const char *name, double serial, const QString &from1900, const QString &from1904) {
        QTest::newRow(name) << serial << from1900 << from1904;
    };
    row("end of 2021", 44561, u"2021-12-31"_s, u"2026-01-01"_s);
    row("with time", 44561.354166666664, u"2021-12-31T08:30:00"_s, u"2026-01-01T08:30:00"_s);
    row("seconds round up to the next day", 44560.999999, u"2021-12-31"_s, u"2026-01-01"_s);
    row("first day", 1, u"1900-01-01"_s, u"1904-01-02"_s);
    row("before the leap day", 59, u"1900-02-28"_s, u"1904-02-29"_s);
    row("the leap day that never was", 60, QString(), u"1904-03-01"_s);
    row("after the leap day", 61, u"1900-03-01"_s, u"1904-03-02"_s);
    row("time without day", 0.75, u"T18:00:00"_s, u"T18:00:00"_s);
    row("zero", 0, u"T00:00:00"_s, u"1904-01-01"_s);
    row("negative", -1, QString(), QString());
    row("last day", 2958465, u"9999-12-31"_s, QString());
    row("last day from 1904", 2957003, u"9995-12-30"_s, u"9999-12-31"_s);
    row("after the last day", 2958466, QString(), QString());
    row("not a number", std::numeric_limits<double>::quiet_NaN(), QString(), QString());
}

void TestXlsxReader::dates()
{
    QFETCH(const double, serial);
    QFETCH(const QString, from1900);
    QFETCH(const QString, from1904);
    QCOMPARE(serialDateText(serial, DateSystem::From1900).value_or(QString()), from1900);
    QCOMPARE(serialDateText(serial, DateSystem::From1904).value_or(QString()), from1904);
}

void TestXlsxReader::formatCodes_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isDate");
    const auto row = [](const char *name, const QString &code, bool isDate) { QTest::newRow(name) << code << isDate; };
    row("Vietnamese date", u"dd/mm/yyyy"_s, true);
    row("with language", u"[$-42A]dd mmmm yyyy;@"_s, true);
    row("with words", u"\"ngày\" dd \"tháng\" mm"_s, true);
    row("time", u"hh:mm AM/PM"_s, true);
    row("elapsed time", u"[h]:mm:ss"_s, false);
    row("elapsed time alone", u"[ss]"_s, false);
    row("capitals", u"DD/MM/YYYY"_s, true);
    row("General", u"General"_s, false);
    row("decimals", u"#,##0.00"_s, false);
    row("exponent", u"0.00E+00"_s, false);
    row("currency", u"#,##0 [$đ-42A]"_s, false);
    row("word in quotes", u"0 \"days\""_s, false);
    row("escaped letter", u"0\\d"_s, false);
    row("colour", u"[Red]0"_s, false);
    row("letters after the first section", u"0;\\-0;dd"_s, false);
    row("text", u"@"_s, false);
    row("open bracket", u"[dd"_s, false);
    row("open quote", u"\"dd"_s, false);
    row("nothing", u""_s, false);
}

void TestXlsxReader::formatCodes()
{
    QFETCH(const QString, code);
    QFETCH(const bool, isDate);
    QCOMPARE(isDateFormatCode(code), isDate);
}

void TestXlsxReader::numbers_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QByteArray &written, const QString &expected) {
        QTest::newRow(written.constData()) << written << expected;
    };
    row("0", u"0"_s);
    row("-0", u"0"_s);
    row("0.5", u"0.5"_s);
    row("-3.25", u"-3.25"_s);
    row("007", u"7"_s);
    row("100000", u"100000"_s);
    row("1E5", u"100000"_s);
    row("79123456789012", u"79123456789012"_s);
    row("1234567890123456", u"1234567890123456"_s);
    row("0.1", u"0.1"_s);
    row("1.0E-4", u"0.0001"_s);
    row("1E16", u"10000000000000000"_s);
    row("1E20", u"1e+20"_s);
    row("1E-12", u"1e-12"_s);
    row("2.3399999999999999", u"2.34"_s);
}

void TestXlsxReader::numbers()
{
    QFETCH(const QByteArray, written);
    QFETCH(const QString, expected);
    QCOMPARE(firstSheet(XlsxParts("<row r='1'><c r='A1'><v>" + written + "</v></c></row>")),
             QStringList{u"R1C1 Number "_s + expected});
}

void TestXlsxReader::escapes()
{
    const QStringList texts{u"plain"_s,    u"_x0041_"_s, u"a\rb\u0001"_s, u"_x005F_x0041_"_s,
                            u"__x0041_"_s, u"_x0"_s,     u"\uFFFF"_s,     QString(QChar(0))};
    for (const QString &text : texts)
        QCOMPARE(unescapeXlsx(escapeXlsx(text)), text);
    QCOMPARE(escapeXlsx(u"a\rb"_s), u"a_x000D_b"_s);
    QCOMPARE(escapeXlsx(u"_x0041_"_s), u"_x005F_x0041_"_s);
    QCOMPARE(escapeXlsx(u"a\tb\nc_x"_s), u"a\tb\nc_x"_s);
}

void TestXlsxReader::sheetsHaveNameStateAndOrder()
{
    XlsxParts parts;
    parts.replaceIn("xl/workbook.xml", "<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/>",
                    "<sheet name=\"ĐƠN VỊ &amp; khác\" sheetId=\"9\" r:id=\"rId1\"/>"
                    "<sheet name=\"b\" sheetId=\"1\" state=\"hidden\" r:id=\"s2\"/>"
                    "<sheet name=\"c\" sheetId=\"2\" state=\"veryHidden\" r:id=\"s3\"/>"
                    "<sheet name=\"d\" sheetId=\"3\" state=\"visible\" r:id=\"s4\"/>");
    for (const QByteArray number : {"2", "3", "4"}) {
        const QByteArray part = "worksheets/" + number + ".xml";
        const QByteArray line = "<Relationship Id=\"s" + number + "\" Type=\"x/relationships/worksheet\" Target=\"" +
                                part + "\"/></Relationships>";
        parts.set(("xl/" + part).constData(), "<worksheet/>");
        parts.replaceIn("xl/_rels/workbook.xml.rels", "</Relationships>", line.constData());
    }
    const auto workbook = readParts(parts);
    QVERIFY(workbook.has_value());
    QCOMPARE(workbook->file, u"x.xlsx"_s);
    QCOMPARE(workbook->sheets.size(), std::size_t(4));
    QCOMPARE(workbook->sheets[0].name, u"ĐƠN VỊ & khác"_s);
    QCOMPARE(workbook->sheets[0].state, SheetState::Visible);
    QCOMPARE(workbook->sheets[1].state, SheetState::Hidden);
    QCOMPARE(workbook->sheets[2].state, SheetState::Hidden);
    QCOMPARE(workbook->sheets[3].state, SheetState::Visible);
}

void TestXlsxReader::chartSheetsAreLeftOut()
{
    XlsxParts parts("<row><c><v>1</v></c></row>");
    parts.replaceIn("xl/workbook.xml", "</sheets>", "<sheet name=\"Chart\" sheetId=\"2\" r:id=\"c1\"/></sheets>");
    parts.replaceIn("xl/_rels/workbook.xml.rels", "</Relationships>",
                    "<Relationship Id=\"c1\" Type=\"x/relationships/chartsheet\" Target=\"chartsheets/1.xml\"/>"
                    "</Relationships>");
    const auto workbook = readParts(parts);
    QVERIFY(workbook.has_value());
    QCOMPARE(workbook->sheets.size(), std::size_t(1));
}

void TestXlsxReader::targets_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("relative") << QByteArray("worksheets/sheet1.xml");
    QTest::newRow("absolute, as openpyxl writes it") << QByteArray("/xl/worksheets/sheet1.xml");
    QTest::newRow("up and down") << QByteArray("../xl/./worksheets/sheet1.xml");
    QTest::newRow("in another case") << QByteArray("Worksheets/Sheet1.xml");
    QTest::newRow("percent-encoded") << QByteArray("worksheets/sheet%31.xml");
}

void TestXlsxReader::targets()
{
    QFETCH(const QByteArray, target);
    XlsxParts parts("<row><c><v>1</v></c></row>");
    parts.replaceIn("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", target.constData());
    QCOMPARE(firstSheet(parts), QStringList{u"R1C1 Number 1"_s});
}

void TestXlsxReader::prefixesAndStrictNamespacesAreRead()
{
    XlsxParts parts;
    parts.set("xl/workbook.xml",
              "<x:workbook xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' "
              "xmlns:rel='http://purl.oclc.org/ooxml/officeDocument/relationships'>"
              "<x:workbookPr date1904='true'/><x:sheets><x:sheet name='A' rel:id='rId1'/></x:sheets></x:workbook>");
    parts.set("xl/worksheets/sheet1.xml",
              "\xEF\xBB\xBF<x:worksheet xmlns:x='u'><x:sheetData><x:row><x:c s='1'><x:v>1</x:v></x:c><x:c s='0'>"
              "<x:v>1</x:v></x:c><x:c s='2'><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>");
    parts.withStyles("<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/></cellXfs>"
                     "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                     "<numFmts><numFmt numFmtId='164' formatCode='dd\\/mm\\/yyyy'/></numFmts>");
    QCOMPARE(firstSheet(parts),
             (QStringList{u"R1C1 Date 1904-01-02"_s, u"R1C2 Number 1"_s, u"R1C3 Date 1904-01-02"_s}));
}

void TestXlsxReader::workbookElsewhereIsFoundByItsRelationship()
{
    const QByteArray sheet = "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
    XlsxParts parts;
    parts.remove("xl/workbook.xml").remove("xl/_rels/workbook.xml.rels").remove("xl/worksheets/sheet1.xml");
    parts.replaceIn("_rels/.rels", "xl/workbook.xml", "/book.xml");
    parts.set("book.xml", "<workbook xmlns:r='a/relationships'><sheets><sheet name='A' r:id='s'/></sheets></workbook>");
    parts.set("_rels/book.xml.rels",
              "<Relationships><Relationship Id='s' Type='t/worksheet' Target='s.xml'/></Relationships>");
    parts.set("s.xml", sheet);
    QCOMPARE(firstSheet(parts), QStringList{u"R1C1 Number 1"_s});
}

void TestXlsxReader::fileIsKnownByItsContent()
{
    const QTemporaryDir folder;
    const QString path = writeFile(folder.path(), u"bảng tính.csv"_s, XlsxParts("<row><c><v>1</v></c></row>").zip());
    const auto workbook = readWorkbook(path);
    QVERIFY(workbook.has_value());
    QCOMPARE(workbook->file, path);
    QCOMPARE(cellTexts(workbook->sheets.at(0).cells), QStringList{u"R1C1 Number 1"_s});
}

BM_TEST_MAIN(TestXlsxReader)
#include "test_xlsx_reader.moc"
