// SPDX-License-Identifier: GPL-3.0-or-later
#include "byte_mutation.h"
#include "core/table/csv_reader.h"
#include "core/table/reader.h"
#include "core/table/xlsx_reader.h"
#include "tests/support/test_main.h"
#include "xlsx_parts.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace bomay;

/// Files that are damaged or made to harm: an error with a code and a place, never a crash or half of the data.
class TestHostileFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void badSheet_data();
    void badSheet();
    void badPart_data();
    void badPart();
    void everyTruncationIsRefused();
    void everyFlippedByteIsReadOrRefused();
    void flippedBytesInsideThePartsAreReadOrRefused();
    void paddingBehindTheZipIsHarmless();
    void lyingSizeIsRefused();
    void bombStopsAtTheLimits();
    void cellsStopAtTheLimit();
    void memoryStopsAtTheLimit();
    void textStopsAtTheLimit();
    void fileStopsAtTheLimit();
    void encryptedEntryIsCalledEncrypted();
};

namespace {

const TableLimits kLimits{};

XlsxParts smallWorkbook()
{
    return XlsxParts(
               "<row r='1'><c r='A1' t='s' s='0'><v>0</v></c><c r='B1' s='1'><v>44561</v></c></row>"
               "<row r='2'><c r='A2' t='inlineStr'><is><t>S\u1EDF</t></is></c><c r='B2'><f>1+1</f><v>2.5</v></c></row>")
        .withStrings("<si><t>m\u00E3 &amp; t\u00EAn</t></si>")
        .withStyles("<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>");
}

} // namespace

void TestHostileFiles::badSheet_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    const auto row = [](const char *name, const QByteArray &rows, int atRow, int atColumn) {
        QTest::newRow(name) << rows << atRow << atColumn;
    };
    row("shared string out of range", "<row r='3'><c r='B3' t='s'><v>1</v></c></row>", 3, 2);
    row("shared string without number", "<row r='3'><c r='B3' t='s'><v>x</v></c></row>", 3, 2);
    row("negative shared string", "<row r='3'><c r='B3' t='s'><v>-1</v></c></row>", 3, 2);
    row("huge shared string", "<row r='3'><c r='B3' t='s'><v>99999999999999999999</v></c></row>", 3, 2);
    row("style out of range", "<row r='3'><c r='B3' s='2'><v>1</v></c></row>", 3, 2);
    row("reference without number", "<row r='3'><c r='B'><v>1</v></c></row>", 3, 1);
    row("reference without letters", "<row r='3'><c r='3'><v>1</v></c></row>", 3, 1);
    row("reference with something behind", "<row r='3'><c r='B3x'><v>1</v></c></row>", 3, 1);
    row("reference to row 0", "<row r='3'><c r='B0'><v>1</v></c></row>", 3, 1);
    row("reference beyond the last row", "<row r='3'><c r='B1048577'><v>1</v></c></row>", 3, 1);
    row("reference beyond the last column", "<row r='3'><c r='XFE3'><v>1</v></c></row>", 3, 1);
    row("reference that overflows", "<row r='3'><c r='ZZZZZZZZZZZZZZ3'><v>1</v></c></row>", 3, 1);
    row("empty reference", "<row r='3'><c r=''><v>1</v></c></row>", 3, 1);
    row("row 0", "<row r='0'/>", 0, 0);
    row("row beyond the last", "<row r='1048577'/>", 0, 0);
    row("row without number behind the last", "<row r='1048576'/><row/>", 1048577, 0);
    row("number that is none", "<row r='3'><c r='B3'><v>1,5</v></c></row>", 3, 2);
    row("number that is infinite", "<row r='3'><c r='B3'><v>inf</v></c></row>", 3, 2);
    row("number that overflows", "<row r='3'><c r='B3'><v>1e999</v></c></row>", 3, 2);
    row("boolean that is none", "<row r='3'><c r='B3' t='b'><v>yes</v></c></row>", 3, 2);
    row("date that is none", "<row r='3'><c r='B3' t='d'><v>2021-02-30</v></c></row>", 3, 2);
    row("unknown type", "<row r='3'><c r='B3' t='z'><v>1</v></c></row>", 3, 2);
    row("unknown entity", "<row r='3'><c r='B3' t='str'><v>&boom;</v></c></row>", 3, 2);
    row("entity without end", "<row r='3'><c r='B3' t='str'><v>a & b</v></c></row>", 3, 2);
    row("number of no character", "<row r='3'><c r='B3' t='str'><v>&#xD800;</v></c></row>", 3, 2);
    row("the same cell twice", "<row r='3'><c r='B3'><v>1</v></c><c r='B3'><v>2</v></c></row>", 3, 2);
    row("tags that do not match", "<row r='3'><c r='B3'><v>1</c></v></row>", 3, 2);
    row("markup in an attribute", "<row r='3'><c r='B3' x='<'/></row>", 3, 0);
    row("attribute without quotes", "<row r='3'><c r=B3/></row>", 3, 0);
    row("attribute without end", "<row r='3'><c r='B3/></row>", 3, 0);
    row("comment without end", "<row r='3'><!-- </row>", 3, 0);
    row("element without name", "<row r='3'>< ></row>", 3, 0);
    row("not UTF-8", "<row r='3'><c r='B3' t='str'><v>\xFF</v></c></row>", 0, 0);
    QByteArray deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "<x>";
    row("very deep", "<row r='3'>" + deep + "</row>", 3, 0);
}

void TestHostileFiles::badSheet()
{
    QFETCH(const QByteArray, rows);
    QFETCH(const int, row);
    QFETCH(const int, column);
    const XlsxParts parts =
        XlsxParts(rows).withStrings("<si><t>a</t></si>").withStyles("<cellXfs><xf/><xf/></cellXfs>");
    const auto workbook = readXlsx(parts.zip(), u"x.xlsx"_s, kLimits);
    QVERIFY(!workbook.has_value());
    QCOMPARE(workbook.error().code(), u"damaged-spreadsheet"_s);
    QCOMPARE(workbook.error().place, (Place{u"x.xlsx"_s, u"Sheet1"_s, row, column}));
    QCOMPARE(workbook.error().message.args.value(u"part"_s), u"xl/worksheets/sheet1.xml"_s);
    QVERIFY(!workbook.error().detail.isEmpty());
}

void TestHostileFiles::badPart_data()
{
    QTest::addColumn<QByteArray>("zip");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const XlsxParts &parts, const QString &code, const QString &part) {
        QTest::newRow(name) << parts.zip() << code << part;
    };
    const QString damaged = u"damaged-spreadsheet"_s;
    constexpr auto kSheet = "xl/worksheets/sheet1.xml";
    constexpr auto kBook = "xl/workbook.xml";
    constexpr auto kRels = "xl/_rels/workbook.xml.rels";
    row("sheet missing", smallWorkbook().remove(kSheet), damaged, u"xl/worksheets/sheet1.xml"_s);
    row("sheet empty", smallWorkbook().set(kSheet, ""), damaged, u"xl/worksheets/sheet1.xml"_s);
    row("sheet without root", smallWorkbook().set(kSheet, "<?xml version='1.0'?>"), damaged,
        u"xl/worksheets/sheet1.xml"_s);
    row("sheet cut", smallWorkbook().set(kSheet, "<worksheet><sheetData><row>"), damaged,
        u"xl/worksheets/sheet1.xml"_s);
    row("sheet with two roots", smallWorkbook().set(kSheet, "<worksheet/><worksheet/>"), damaged,
        u"xl/worksheets/sheet1.xml"_s);
    row("sheet with text behind", smallWorkbook().set(kSheet, "<worksheet/>x"), damaged, u"xl/worksheets/sheet1.xml"_s);
    row("sheet with DOCTYPE", smallWorkbook().set(kSheet, "<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet/>"), damaged,
        u"xl/worksheets/sheet1.xml"_s);
    row("shared strings missing", smallWorkbook().remove("xl/sharedStrings.xml"), damaged, u"xl/sharedStrings.xml"_s);
    row("shared strings cut", smallWorkbook().set("xl/sharedStrings.xml", "<sst><si><t>a"), damaged,
        u"xl/sharedStrings.xml"_s);
    row("shared strings behind their table",
        smallWorkbook().set("xl/sharedStrings.xml", "<sst></sst><si><t>a</t></si>"), damaged,
        u"xl/sharedStrings.xml"_s);
    row("shared strings without a table", smallWorkbook().set("xl/sharedStrings.xml", "<si><t>a</t></si><sst/>"),
        damaged, u"xl/sharedStrings.xml"_s);
    row("shared strings not UTF-8", smallWorkbook().set("xl/sharedStrings.xml", "<sst><si><t>\xC0</t></si></sst>"),
        damaged, u"xl/sharedStrings.xml"_s);
    row("styles missing", smallWorkbook().remove("xl/styles.xml"), damaged, u"xl/styles.xml"_s);
    row("styles cut", smallWorkbook().set("xl/styles.xml", "<styleSheet><cellXfs>"), damaged, u"xl/styles.xml"_s);
    row("relationships missing", smallWorkbook().remove(kRels), damaged, u"xl/workbook.xml"_s);
    row("relationships cut", smallWorkbook().set(kRels, "<Relationships>"), damaged, u"xl/_rels/workbook.xml.rels"_s);
    row("workbook missing", smallWorkbook().remove(kBook), u"not-a-spreadsheet"_s, {});
    row("workbook empty", smallWorkbook().set(kBook, ""), damaged, u"xl/workbook.xml"_s);
    row("workbook cut", smallWorkbook().set(kBook, "<workbook>"), damaged, u"xl/workbook.xml"_s);
    row("workbook of another kind", smallWorkbook().set(kBook, "<document/>"), u"not-a-spreadsheet"_s, {});
    row("workbook with entity bomb",
        smallWorkbook().set(kBook, "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;&b;'>]><workbook>&c;</workbook>"),
        damaged, u"xl/workbook.xml"_s);
    XlsxParts word;
    word.replaceIn("_rels/.rels", "xl/workbook.xml", "word/document.xml").set("word/document.xml", "<document/>");
    row("word processor's file", word, u"not-a-spreadsheet"_s, {});
    XlsxParts binary;
    binary.replaceIn("_rels/.rels", "xl/workbook.xml", "xl/workbook.bin").set("xl/workbook.bin", "\x83");
    row("binary workbook", binary, u"not-a-spreadsheet"_s, {});
}

void TestHostileFiles::badPart()
{
    QFETCH(const QByteArray, zip);
    QFETCH(const QString, code);
    QFETCH(const QString, part);
    const auto workbook = readXlsx(zip, u"x.xlsx"_s, kLimits);
    QVERIFY(!workbook.has_value());
    QCOMPARE(workbook.error().code(), code);
    QCOMPARE(workbook.error().message.args.value(u"part"_s), part);
    QCOMPARE(workbook.error().place.file, u"x.xlsx"_s);
}

void TestHostileFiles::everyTruncationIsRefused()
{
    const QByteArray whole = smallWorkbook().zip();
    QVERIFY(readXlsx(whole, u"x"_s, kLimits).has_value());
    const QTemporaryDir folder;
    for (qsizetype size = 3; size < whole.size(); ++size) {
        const auto workbook = readWorkbook(writeFile(folder.path(), u"cut.xlsx"_s, whole.first(size)));
        QVERIFY2(!workbook.has_value(), qPrintable(QString::number(size)));
        QCOMPARE(workbook.error().code(), u"truncated"_s);
    }
}

void TestHostileFiles::everyFlippedByteIsReadOrRefused()
{
    const QByteArray whole = smallWorkbook().zip();
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (const char mask : {'\x01', '\x80', '\xFF'}) {
            QByteArray bytes = whole;
            bytes[at] = static_cast<char>(bytes[at] ^ mask);
            const auto workbook = readXlsx(bytes, u"x"_s, kLimits);
            QVERIFY(workbook.has_value() || !workbook.error().code().isEmpty());
        }
    }
}

void TestHostileFiles::flippedBytesInsideThePartsAreReadOrRefused()
{
    // The zip's checksum would catch them; here it is right for the wrong bytes.
    ByteMutation mutation;
    const auto parts = smallWorkbook();
    for (const char *part : {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml",
                             "xl/_rels/workbook.xml.rels", "_rels/.rels"}) {
        const QByteArray whole = parts.bytes(part);
        QVERIFY(!whole.isEmpty());
        for (int round = ByteMutation::rounds(2400) / 6; round > 0; --round) {
            XlsxParts wrong = parts;
            const auto workbook =
                readXlsx(wrong.set(part, mutation.flipped(whole, 1 + round % 3)).zip(), u"x"_s, kLimits);
            QVERIFY(workbook.has_value() || !workbook.error().code().isEmpty());
        }
    }
}

void TestHostileFiles::paddingBehindTheZipIsHarmless()
{
    QVERIFY(readXlsx(smallWorkbook().zip() + QByteArray(100, '\0'), u"x"_s, kLimits).has_value());
}

void TestHostileFiles::lyingSizeIsRefused()
{
    const QByteArray sheet = "<worksheet>" + QByteArray(5000, ' ') + "</worksheet>";
    const QByteArray whole = XlsxParts().set("xl/worksheets/sheet1.xml", sheet).zip();
    const auto size = static_cast<unsigned>(sheet.size());
    const auto littleEndian = [](unsigned value) {
        return QByteArray{}.append(static_cast<char>(value)).append(static_cast<char>(value >> 8)).append(2, '\0');
    };
    QCOMPARE(whole.count(littleEndian(size)), qsizetype(2)); // in front of the part and in the directory
    for (const unsigned lie : {size - 1, size + 1, 10U}) {
        QByteArray bytes = whole;
        bytes.replace(littleEndian(size), littleEndian(lie));
        const auto workbook = readXlsx(bytes, u"x"_s, kLimits);
        QVERIFY(!workbook.has_value());
        QCOMPARE(workbook.error().code(), u"damaged-spreadsheet"_s);
        QCOMPARE(workbook.error().place.sheet, u"Sheet1"_s);
    }
}

void TestHostileFiles::bombStopsAtTheLimits()
{
    const QByteArray spaces(4 << 20, ' ');
    const QByteArray bomb = XlsxParts(spaces).withStrings(spaces).zip();
    QVERIFY(bomb.size() < 32 << 10);
    QVERIFY(readXlsx(bomb, u"x"_s, kLimits).has_value());

    TableLimits limits;
    limits.maxEntryBytes = 1 << 20;
    const auto byEntry = readXlsx(bomb, u"x"_s, limits);
    QVERIFY(!byEntry.has_value());
    QCOMPARE(byEntry.error().code(), u"too-large"_s);
    QCOMPARE(byEntry.error().message.args.value(u"limit"_s), u"1 MB"_s);

    limits = {};
    limits.maxUnpackedBytes = 6 << 20; // each part fits, both do not
    const auto byAll = readXlsx(bomb, u"x"_s, limits);
    QVERIFY(!byAll.has_value());
    QCOMPARE(byAll.error().code(), u"too-large"_s);
    QCOMPARE(byAll.error().message.args.value(u"limit"_s), u"6 MB"_s);
}

void TestHostileFiles::cellsStopAtTheLimit()
{
    TableLimits limits;
    limits.maxCells = 4;
    QVERIFY(readXlsx(smallWorkbook().zip(), u"x"_s, limits).has_value());
    limits.maxCells = 3;
    QCOMPARE(readXlsx(smallWorkbook().zip(), u"x"_s, limits).error().code(), u"too-large"_s);
}

/// A file of a few bytes can stand for more than there is: cells, shared strings and parts all count.
void TestHostileFiles::memoryStopsAtTheLimit()
{
    const auto codeWith = [](const QByteArray &zip, qsizetype bytes) {
        TableLimits limits;
        limits.maxMemoryBytes = bytes;
        const auto workbook = readXlsx(zip, u"x"_s, limits);
        return workbook ? QString() : workbook.error().code();
    };
    QByteArray rows;
    for (int row = 1; row <= 1000; ++row)
        rows += "<row><c t='inlineStr'><is><t>a" + QByteArray::number(row) + "</t></is></c></row>";
    const QByteArray manyCells = XlsxParts(rows).zip();
    const qsizetype held = manyCells.size() + rows.size() + 1000;
    QCOMPARE(codeWith(manyCells, held + 1000 * 100), QString());
    QCOMPARE(codeWith(manyCells, held + 1000 * 80), u"too-large"_s);
    const QByteArray manyStrings = XlsxParts().withStrings(QByteArray("<si><t>a</t></si>").repeated(1000)).zip();
    QCOMPARE(codeWith(manyStrings, 120'000), QString());
    QCOMPARE(codeWith(manyStrings, 100'000), u"too-large"_s); // they need a table besides their letters

    TableLimits limits;
    limits.maxMemoryBytes = 10'000;
    const QByteArray csv = QByteArray("ab,cd\n").repeated(100);
    QCOMPARE(readCsv(csv, {}, limits).error().code(), u"too-large"_s);
    limits.maxMemoryBytes = 30'000;
    QVERIFY(readCsv(csv, {}, limits).has_value());
    // Texts that come once need letters of their own, those of texts that come again are there.
    QByteArray different;
    QByteArray numbers;
    for (int row = 1000; row < 2000; ++row) {
        different += "ab" + QByteArray::number(row) + '\n';
        numbers += "<row><c><v>" + QByteArray::number(row) + "</v></c></row>";
    }
    const qsizetype cells = different.size() + 1000 * static_cast<qsizetype>(sizeof(Cell));
    limits.maxMemoryBytes = cells + 30'000;
    QVERIFY(readCsv(QByteArray("ab1000\n").repeated(1000), {}, limits).has_value());
    QCOMPARE(readCsv(different, {}, limits).error().code(), u"too-large"_s);
    const QByteArray manyNumbers = XlsxParts(numbers).zip();
    const qsizetype unpacked = manyNumbers.size() + numbers.size() + 1000;
    QCOMPARE(codeWith(manyNumbers, unpacked + 1000 * static_cast<qsizetype>(sizeof(Cell)) + 30'000), u"too-large"_s);
}

void TestHostileFiles::fileStopsAtTheLimit()
{
    const QTemporaryDir folder;
    const QString path = writeFile(folder.path(), u"x.xlsx"_s, smallWorkbook().zip());
    TableLimits limits;
    limits.maxFileBytes = 100;
    const auto workbook = readWorkbook(path, limits);
    QVERIFY(!workbook.has_value());
    QCOMPARE(workbook.error().code(), u"too-large"_s);
    QCOMPARE(workbook.error().place.file, path);
    QCOMPARE(workbook.error().message.args.value(u"limit"_s), u"100 B"_s);
}

void TestHostileFiles::textStopsAtTheLimit()
{
    const QTemporaryDir folder;
    const QString path = writeFile(folder.path(), u"x.csv"_s, QByteArray("a,b\n").repeated(100));
    TableLimits limits;
    limits.maxPlainBytes = 400;
    QVERIFY(readWorkbook(path, limits).has_value());
    limits.maxPlainBytes = 399;
    QCOMPARE(readWorkbook(path, limits).error().code(), u"too-large"_s);
}

void TestHostileFiles::encryptedEntryIsCalledEncrypted()
{
    QCOMPARE(readXlsx(smallWorkbook().encrypt("xl/worksheets/sheet1.xml").zip(), u"x"_s, kLimits).error().code(),
             u"encrypted"_s);
}

BM_TEST_MAIN(TestHostileFiles)
#include "test_hostile_files.moc"
