// SPDX-License-Identifier: GPL-3.0-or-later
#include "byte_mutation.h"
#include "cell_text.h"
#include "core/table/ods_reader.h"
#include "tests/support/test_main.h"
#include "xlsx_parts.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace bomay;

class TestOpenDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void cells_data();
    void cells();
    void looksMergesAndHiddenPartsAreKept();
    void zipIsReadAndConverted();
    void refused_data();
    void refused();
    void repeatsAreBounded();
    void encryptedIsNamed();
    void mutatedPartsAreReadOrRefused();
};

namespace {

QByteArray document(const QByteArray &rows, const QByteArray &styles = {})
{
    return "<?xml version='1.0'?><office:document xmlns:office='o'>" + styles +
           "<office:body><office:spreadsheet><table:tracked-changes><table:table-cell/></table:tracked-changes>"
           "<table:table table:name='S' table:style-name='ta1'>" +
           rows + "</table:table></office:spreadsheet></office:body></office:document>";
}

Result<Workbook> read(const QByteArray &rows, const QByteArray &styles = {}, const TableLimits &limits = {})
{
    return readFods(document(rows, styles), u"x.fods"_s, limits);
}

} // namespace

void TestOpenDocument::cells_data()
{
    QTest::addColumn<QByteArray>("cells");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &cells, const QStringList &expected) {
        QTest::newRow(name) << cells << expected;
    };
    row("nothing", "<table:table-cell/>", {});
    row("text", "<table:table-cell office:value-type='string'><text:p>Sở</text:p></table:table-cell>",
        {u"R1C1 Text Sở"_s});
    row("paragraphs are lines",
        "<table:table-cell office:value-type='string'><text:p>a</text:p><text:p/><text:p>b</text:p></table:table-cell>",
        {u"R1C1 Text a\n\nb"_s});
    row("spaces, tabs, breaks, spans",
        "<table:table-cell office:value-type='string'><text:p>\n <text:s text:c='3'/>a  \n b<text:tab/>c"
        "<text:line-break/><text:span>d<text:a>e</text:a></text:span> &amp; <text:sheet-name>f</text:sheet-name>"
        "</text:p></table:table-cell>",
        {u"R1C1 Text    a b\tc\nde & f"_s});
    row("spaces as LibreOffice writes them",
        "<table:table-cell office:value-type='string'><text:p>  a:<text:span>   - b</text:span> \t c  </text:p>"
        "</table:table-cell>",
        {u"R1C1 Text   a:   - b c  "_s});
    row("notes are no text",
        "<table:table-cell office:value-type='string'><office:annotation><text:p>no</text:p></office:annotation>"
        "<text:p>yes<office:annotation><text:p>no</text:p></office:annotation></text:p></table:table-cell>",
        {u"R1C1 Text yes"_s});
    row("numbers",
        "<table:table-cell office:value-type='float' office:value='1.50'><text:p>1,5</text:p></table:table-cell>"
        "<table:table-cell office:value-type='percentage' office:value='0.25'><text:p>25%</text:p></table:table-cell>"
        "<table:table-cell office:value-type='currency' office:value='7'/>",
        {u"R1C1 Number 1.5"_s, u"R1C2 Number 0.25"_s, u"R1C3 Number 7"_s});
    row("dates, times, truth",
        "<table:table-cell office:value-type='date' office:date-value='2021-12-31'/>"
        "<table:table-cell office:value-type='date' office:date-value='2021-12-31T08:30:00'/>"
        "<table:table-cell office:value-type='time' office:time-value='PT08H30M00S'/>"
        "<table:table-cell office:value-type='time' "
        "office:time-value='PT30H00M00S'><text:p>30:00</text:p></table:table-cell>"
        "<table:table-cell office:value-type='boolean' office:boolean-value='true'/>",
        {u"R1C1 Date 2021-12-31"_s, u"R1C2 Date 2021-12-31T08:30:00"_s, u"R1C3 Date T08:30:00"_s, u"R1C4 Text 30:00"_s,
         u"R1C5 Boolean 1"_s});
    row("formulas",
        "<table:table-cell table:formula='of:=1+1' office:value-type='float' office:value='2'/>"
        "<table:table-cell table:formula='of:=A' office:value-type='string' "
        "calcext:value-type='error'><text:p>#REF!</text:p>"
        "</table:table-cell><table:table-cell table:formula='of:=B'/>"
        "<table:table-cell table:formula='of:=C' office:value-type='string'><text:p>c</text:p></table:table-cell>",
        {u"R1C1 Number 2 formula"_s, u"R1C2 Error #REF! formula"_s, u"R1C3 Error  formula"_s,
         u"R1C4 Text c formula"_s});
    row("repeats",
        "<table:table-cell table:number-columns-repeated='3'/><table:table-cell table:number-columns-repeated='2' "
        "office:value-type='float' office:value='5'/><table:covered-table-cell/>"
        "<table:table-cell table:number-columns-repeated='16000'/>",
        {u"R1C4 Number 5"_s, u"R1C5 Number 5"_s});
}

void TestOpenDocument::cells()
{
    QFETCH(const QByteArray, cells);
    QFETCH(const QStringList, expected);
    const auto workbook = read("<table:table-row>" + cells + "</table:table-row>");
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().detail));
    QCOMPARE(cellTexts(workbook->sheets.at(0).cells), expected);
}

void TestOpenDocument::looksMergesAndHiddenPartsAreKept()
{
    const QByteArray styles =
        "<office:font-face-decls><style:font-face style:name='F' "
        "svg:font-family=\"'.VnTime'\"/></office:font-face-decls>"
        "<office:automatic-styles><style:style style:name='ta1' style:family='table'><style:table-properties "
        "table:display='false'/></style:style>"
        "<style:style style:name='P' style:family='table-cell'><style:text-properties "
        "style:font-name='F'/></style:style>"
        "<style:style style:name='ce1' style:family='table-cell' style:parent-style-name='P'>"
        "<style:paragraph-properties fo:margin-left='0.706cm'/><style:text-properties "
        "fo:font-weight='bold'/></style:style>"
        "<style:style style:name='L' style:family='table-cell' style:parent-style-name='L'/>"
        "<style:style style:name='T1' style:family='text'><style:text-properties fo:font-family='Arial'/></style:style>"
        "</office:automatic-styles>";
    const auto workbook = read(
        "<table:table-column table:number-columns-repeated='2' table:default-cell-style-name='P'/><table:table-column "
        "table:visibility='collapse'/>"
        "<table:table-header-rows><table:table-row table:visibility='filter' table:number-rows-repeated='2'>"
        "<table:table-cell table:style-name='ce1' table:number-columns-spanned='2' table:number-rows-spanned='3' "
        "office:value-type='string'><text:p>a<text:span text:style-name='T1'>b</text:span></text:p></table:table-cell>"
        "</table:table-row></table:table-header-rows>"
        "<table:table-row table:number-rows-repeated='1048570'/>"
        "<table:table-row><table:table-cell/><table:table-cell office:value-type='string'><text:p>y</text:p>"
        "</table:table-cell></table:table-row>"
        "<table:table-row><table:table-cell table:style-name='L' office:value-type='string'><text:p>z</text:p>"
        "</table:table-cell></table:table-row>",
        styles);
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().detail));
    const Sheet &sheet = workbook->sheets.at(0);
    QCOMPARE(sheet.state, SheetState::Hidden);
    QCOMPARE(cellTexts(sheet.cells),
             (QStringList{u"R1C1 Text ab"_s, u"R2C1 Text ab"_s, u"R1048573C2 Text y"_s, u"R1048574C1 Text z"_s}));
    QCOMPARE(workbook->styles.at(sheet.cells[0].style), (CellLook{u".VnTime"_s, true, 2}));
    QCOMPARE(workbook->styles.at(sheet.cells[2].style), (CellLook{u".VnTime"_s, false, 0})); // its column's
    QCOMPARE(workbook->styles.at(sheet.cells[3].style), CellLook{});
    QCOMPARE(sheet.richCells.size(), std::size_t(2));
    QCOMPARE(sheet.richCells[0].runs[0].start, 1);
    QCOMPARE(workbook->styles.at(sheet.richCells[0].runs[0].style), (CellLook{u"Arial"_s, false, 2}));
    QCOMPARE(sheet.hiddenRows, (std::vector<HiddenRange>{{1, 2}}));
    QCOMPARE(sheet.hiddenColumns, (std::vector<HiddenRange>{{3, 3}}));
    QCOMPARE(sheet.merges.front(), (CellRange{1, 1, 3, 2}));
}

void TestOpenDocument::zipIsReadAndConverted()
{
    const QTemporaryDir folder;
    XlsxParts parts = XlsxParts::empty();
    parts.set("styles.xml",
              "<office:document-styles><style:style style:name='P' style:family='table-cell'>"
              "<style:text-properties fo:font-family='.VnTimeH'/></style:style></office:document-styles>");
    parts.set("content.xml",
              document("<table:table-row><table:table-cell table:style-name='P' "
                       "office:value-type='string'><text:p>së</text:p></table:table-cell></table:table-row>"));
    const auto workbook = readWorkbook(writeFile(folder.path(), u"x.bin"_s, parts.zip()));
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().code()));
    QCOMPARE(cellTexts(workbook->sheets.at(0).cells), QStringList{u"R1C1 Text SỞ"_s});
    const auto flat = readWorkbook(writeFile(folder.path(), u"y.bin"_s, document("<table:table-row/>")));
    QVERIFY2(flat.has_value(), qPrintable(flat ? QString() : flat.error().code()));
    QCOMPARE(flat->sheets.at(0).name, u"S"_s);
}

void TestOpenDocument::refused_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("number that is none") << QByteArray(
        "<table:table-cell office:value-type='float' office:value='x'/>");
    QTest::newRow("number that is missing") << QByteArray("<table:table-cell office:value-type='float'/>");
    QTest::newRow("date that is none") << QByteArray(
        "<table:table-cell office:value-type='date' office:date-value='2021-02-30'/>");
    QTest::newRow("truth that is none") << QByteArray(
        "<table:table-cell office:value-type='boolean' office:boolean-value='maybe'/>");
    for (const char *count : {"0", "-1", "x", "99999999999999999999", ""})
        QTest::addRow("repeated %s times", count)
            << "<table:table-cell table:number-columns-repeated='" + QByteArray(count) + "'/>";
    QTest::newRow("entity") << QByteArray("<table:table-cell><text:p>&boom;</text:p></table:table-cell>");
    QTest::newRow("cut") << QByteArray("<table:table-cell><text:p>");
    QTest::newRow("a million spaces") << QByteArray(
        "<table:table-cell><text:p><text:s text:c='1000000'/></text:p></table:table-cell>");
    QTest::newRow("not UTF-8") << QByteArray("<table:table-cell><text:p>\xFF</text:p></table:table-cell>");
}

void TestOpenDocument::refused()
{
    QFETCH(const QByteArray, cell);
    const auto workbook = read("<table:table-row>" + cell + "</table:table-row>");
    QVERIFY(!workbook.has_value());
    QCOMPARE(workbook.error().code(), u"damaged-spreadsheet"_s);
    QCOMPARE(workbook.error().place.file, u"x.fods"_s);
}

void TestOpenDocument::repeatsAreBounded()
{
    const QByteArray cell = "<table:table-cell table:number-columns-repeated='16384' office:value-type='float' "
                            "office:value='1'/>";
    const auto bomb = read("<table:table-row table:number-rows-repeated='1000000'>" + cell + "</table:table-row>");
    QVERIFY(!bomb.has_value());
    QCOMPARE(bomb.error().code(), u"too-large"_s);
    const auto beyond = read("<table:table-row><table:table-cell table:number-columns-repeated='16384'/>"
                             "<table:table-cell office:value-type='float' office:value='1'/></table:table-row>");
    QVERIFY(!beyond.has_value());
    QCOMPARE(beyond.error().code(), u"too-large"_s);
}

void TestOpenDocument::encryptedIsNamed()
{
    const QTemporaryDir folder;
    XlsxParts parts = XlsxParts::empty();
    parts.set("content.xml", "\x01\x02 noise");
    parts.set("META-INF/manifest.xml", "<manifest><manifest:encryption-data/></manifest>");
    const auto workbook = readWorkbook(writeFile(folder.path(), u"x.ods"_s, parts.zip()));
    QVERIFY(!workbook.has_value());
    QCOMPARE(workbook.error().code(), u"encrypted"_s);
}

void TestOpenDocument::mutatedPartsAreReadOrRefused()
{
    const QByteArray whole = document(
        "<table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-repeated='3' "
        "office:value-type='float' office:value='12'/><table:table-cell office:value-type='string'><text:p>S\u1EDF "
        "<text:span text:style-name='T'>N</text:span></text:p></table:table-cell></table:table-row>",
        "<style:style style:name='P' style:family='table-cell' style:parent-style-name='P'/>");
    TableLimits limits;
    limits.maxRepeatedCells = 10'000;
    ByteMutation mutation;
    for (int round = ByteMutation::rounds(500); round > 0; --round) {
        const auto workbook = readFods(mutation.flipped(whole, 1 + round % 3), u"x"_s, limits);
        QVERIFY(workbook.has_value() || !workbook.error().code().isEmpty());
        QVERIFY(!readFods(mutation.cut(whole), u"x"_s, limits).has_value()); // never fewer cells without a word
    }
}

BM_TEST_MAIN(TestOpenDocument)
#include "test_open_document.moc"
