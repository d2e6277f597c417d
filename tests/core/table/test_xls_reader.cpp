// SPDX-License-Identifier: GPL-3.0-or-later
#include "byte_mutation.h"
#include "cell_text.h"
#include "core/table/xls_reader.h"
#include "tests/support/test_main.h"
#include "xls_parts.h"
#include "xlsx_parts.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace bomay;

class TestXlsReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void cells_data();
    void cells();
    void sharedStringsGoOnInContinueRecords();
    void looksDatesAndHiddenPartsAreKept();
    void sheetsAreListedWithoutCharts();
    void chartsInsideASheetAreSkipped();
    void smallStreamsAreRead();
    void fontsTellLegacyText();
    void refused_data();
    void refused();
    void loopOfSectorsEnds();
    void sheetsThatOverlapAreRefused();
    void everyTruncationIsRefused();
    void mutatedFilesAreReadOrRefused();
};

namespace {

QByteArray place(int row, int column, int xf = 0)
{
    return le16(row) + le16(column) + le16(xf);
}

QByteArray formula(const QByteArray &result)
{
    return biffRecord(0x06, place(0, 0) + result + QByteArray(8, '\0'));
}

/// A shared string that says which of its parts follow.
QByteArray sharedStrings(const QByteArray &strings, quint32 count)
{
    return biffRecord(0xFC, le32(count) + le32(count) + strings);
}

QByteArray font(const QString &name, int weight = 400)
{
    return biffRecord(0x31, le16(200) + le16(0) + le16(0x7FFF) + le16(weight) + QByteArray(6, '\0') +
                                static_cast<char>(name.size()) + biffText(name));
}

QByteArray xf(int font, int format, char indent = 0)
{
    return biffRecord(0xE0, le16(font) + le16(format) + le16(0) + le16(0) + indent + QByteArray(11, '\0'));
}

Result<Workbook> read(const XlsParts &parts)
{
    return readXls(parts.file(), u"x.xls"_s, {});
}

XlsParts smallWorkbook()
{
    const QByteArray strings = sharedStrings(le16(2) + biffText(u"Sở"_s) + le16(3) + biffText(u"abc"_s), 2);
    return XlsParts()
        .withGlobals(font(u"Arial"_s) + font(u".VnTime"_s) + xf(0, 0) + xf(1, 14, 2) + strings)
        .withSheet(u"A"_s, biffRecord(0xFD, place(0, 0) + le32(0)) + biffRecord(0xFD, place(0, 1, 1) + le32(1)) +
                               biffRecord(0x203, place(1, 0, 1) + leDouble(44561)) +
                               biffRecord(0xBD, le16(2) + le16(0) + le16(0) + le32(6) + le16(0) + le32(10) + le16(1)) +
                               biffRecord(0xE5, le16(1) + le16(0) + le16(1) + le16(0) + le16(2)))
        .withSheet(u"B"_s, {});
}

} // namespace

void TestXlsReader::cells_data()
{
    QTest::addColumn<QByteArray>("records");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &records, const QStringList &expected) {
        QTest::newRow(name) << records << expected;
    };
    row("nothing", {}, {});
    row("number", biffRecord(0x203, place(1, 2) + leDouble(1.5)), {u"R2C3 Number 1.5"_s});
    row("RK integer", biffRecord(0x27E, place(0, 0) + le32(quint32(15) << 2 | 2)), {u"R1C1 Number 15"_s});
    row("RK negative hundredths", biffRecord(0x27E, place(0, 0) + le32(static_cast<quint32>(-150 * 4) | 3)),
        {u"R1C1 Number -1.5"_s});
    row("RK double", biffRecord(0x27E, place(0, 0) + le32(0x3FF80000)), {u"R1C1 Number 1.5"_s});
    row("MULRK", biffRecord(0xBD, le16(0) + le16(3) + le16(0) + le32(6) + le16(0) + le32(10) + le16(4)),
        {u"R1C4 Number 1"_s, u"R1C5 Number 2"_s});
    row("text in the cell", biffRecord(0x204, place(0, 0) + le16(2) + biffText(u"Sở"_s)), {u"R1C1 Text Sở"_s});
    row("truth and error", biffRecord(0x205, place(0, 0) + "\1" + '\0') + biffRecord(0x205, place(0, 1) + "\x2A\1"),
        {u"R1C1 Boolean 1"_s, u"R1C2 Error #N/A"_s});
    row("formula with number", formula(leDouble(2.5)), {u"R1C1 Number 2.5 formula"_s});
    row("formula with text",
        formula(QByteArray("\0\0\0\0\0\0\xFF\xFF", 8)) + biffRecord(0x4BC, "shared") +
            biffRecord(0x207, le16(2) + biffText(u"Sở"_s)),
        {u"R1C1 Text Sở formula"_s});
    row("formula with text that goes on",
        formula(QByteArray("\0\0\0\0\0\0\xFF\xFF", 8)) + biffRecord(0x207, le16(4) + biffText(u"ab"_s)) +
            biffRecord(0x3C, biffText(u"ởc"_s)),
        {u"R1C1 Text abởc formula"_s});
    row("formula with truth", formula(QByteArray("\1\0\1\0\0\0\xFF\xFF", 8)), {u"R1C1 Boolean 1 formula"_s});
    row("formula with error", formula(QByteArray("\2\0\x17\0\0\0\xFF\xFF", 8)), {u"R1C1 Error #REF! formula"_s});
    row("formula with empty text", formula(QByteArray("\3\0\0\0\0\0\xFF\xFF", 8)), {});
    row("cells out of order",
        biffRecord(0x203, place(1, 0) + leDouble(2)) + biffRecord(0x203, place(0, 0) + leDouble(1)),
        {u"R1C1 Number 1"_s, u"R2C1 Number 2"_s});
    row("blanks", biffRecord(0x201, place(0, 0)) + biffRecord(0xBE, place(0, 1) + le16(2)), {});
}

void TestXlsReader::cells()
{
    QFETCH(const QByteArray, records);
    QFETCH(const QStringList, expected);
    const auto workbook = read(XlsParts().withSheet(u"S"_s, records));
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().detail));
    QCOMPARE(cellTexts(workbook->sheets.at(0).cells), expected);
}

void TestXlsReader::sharedStringsGoOnInContinueRecords()
{
    // "Phường" is cut behind one-byte characters and goes on in two bytes; behind it runs and phonetics, cut as well.
    const QByteArray strings =
        biffRecord(0xFC, le32(3) + le32(3) + le16(6) + QByteArray(1, '\x0C') + le16(1) + le32(5) + "Ph") +
        biffRecord(0x3C, biffText(u"ường"_s) + le16(2)) + biffRecord(0x3C, le16(7) + "noi") +
        biffRecord(0x3C, "se" + le16(3)) + biffRecord(0x3C, biffText(u"abc"_s) + le16(0) + biffText({}));
    const auto cell = [](int column, quint32 index) { return biffRecord(0xFD, place(0, column) + le32(index)); };
    const auto workbook =
        read(XlsParts().withGlobals(strings).withSheet(u"S"_s, cell(0, 0) + cell(1, 1) + cell(2, 2) + cell(3, 0)));
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().detail));
    QCOMPARE(cellTexts(workbook->sheets[0].cells),
             (QStringList{u"R1C1 Text Phường"_s, u"R1C2 Text abc"_s, u"R1C4 Text Phường"_s}));
    QCOMPARE(workbook->sheets[0].richCells.size(), std::size_t(2));
    QCOMPARE(workbook->sheets[0].richCells[0].runs[0].start, 2);
}

void TestXlsReader::looksDatesAndHiddenPartsAreKept()
{
    QByteArray globals = font(u"Arial"_s) + font(u".VnTime"_s, 700);
    globals += biffRecord(0x41E, le16(164) + le16(10) + biffText(u"dd/mm/yyyy"_s)) + xf(0, 0) + xf(1, 164, 3);
    const QByteArray records = biffRecord(0x7D, le16(1) + le16(2) + le16(0) + le16(0) + le16(1)) +
                               biffRecord(0x208, le16(4) + QByteArray(10, '\0') + le16(0x20)) +
                               biffRecord(0x203, place(0, 0, 1) + leDouble(43099)) +
                               biffRecord(0xE5, le16(1) + le16(0) + le16(1) + le16(0) + le16(2));
    const auto workbook =
        read(XlsParts().withGlobals(biffRecord(0x22, le16(1)) + globals).withSheet(u"S"_s, records, 1));
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().detail));
    const Sheet &sheet = workbook->sheets.at(0);
    QCOMPARE(sheet.state, SheetState::Hidden);
    QCOMPARE(cellTexts(sheet.cells), QStringList{u"R1C1 Date 2021-12-31"_s});
    QCOMPARE(workbook->styles.at(sheet.cells[0].style), (CellLook{u".VnTime"_s, true, 3}));
    QCOMPARE(sheet.hiddenColumns, (std::vector<HiddenRange>{{2, 3}}));
    QCOMPARE(sheet.hiddenRows, (std::vector<HiddenRange>{{5, 5}}));
    QCOMPARE(sheet.merges, (std::vector<CellRange>{{1, 1, 2, 3}}));
}

void TestXlsReader::sheetsAreListedWithoutCharts()
{
    const QByteArray chart = biffRecord(0x85, le32(0) + '\0' + '\2' + '\1' + biffText(u"C"_s));
    const auto workbook = read(XlsParts().withGlobals(chart).withSheet(u"Sở"_s, {}).withSheet(u"B"_s, {}, 2));
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().detail));
    QCOMPARE(workbook->sheets.size(), std::size_t(2));
    QCOMPARE(workbook->sheets[0].name, u"Sở"_s);
    QCOMPARE(workbook->sheets[1].state, SheetState::Hidden);
}

void TestXlsReader::chartsInsideASheetAreSkipped()
{
    const QByteArray chart =
        biffRecord(0x809, QByteArray(16, '\0')) + biffRecord(0x203, place(0, 0) + leDouble(9)) + biffRecord(0x0A);
    const auto workbook = read(XlsParts().withSheet(u"S"_s, chart + biffRecord(0x203, place(0, 0) + leDouble(1))));
    QVERIFY(workbook.has_value());
    QCOMPARE(cellTexts(workbook->sheets[0].cells), QStringList{u"R1C1 Number 1"_s});
}

void TestXlsReader::smallStreamsAreRead()
{
    const QByteArray file = oleFile(u"WORKBOOK"_s, smallWorkbook().stream(), OleStreams::Small);
    const auto workbook = readXls(file, u"x"_s, {});
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().detail));
    QCOMPARE(*workbook, *readXls(smallWorkbook().file(), u"x"_s, {}));
}

void TestXlsReader::fontsTellLegacyText()
{
    const QTemporaryDir folder;
    const QByteArray rich = sharedStrings(
        le16(9) + QByteArray(1, '\x08') + le16(1) + biffText(u"së noäivu"_s).sliced(1) + le16(3) + le16(1), 1);
    XlsParts parts;
    parts.withGlobals(font(u".VnTime"_s) + font(u"VNI-Times"_s) + xf(0, 0) + rich);
    parts.withSheet(u"S"_s, biffRecord(0xFD, place(0, 0) + le32(0)));
    const auto workbook = readWorkbook(writeFile(folder.path(), u"x.xlsx"_s, parts.file()));
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().detail));
    QCOMPARE(cellTexts(workbook->sheets[0].cells), QStringList{u"R1C1 Text sở nộivu"_s});
    QCOMPARE(workbook->conversions.size(), std::size_t(1));
    QVERIFY(workbook->conversions[0].byFont);
}

void TestXlsReader::refused_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("code");
    const auto sheet = [](const char *name, const QByteArray &records) {
        QTest::newRow(name) << XlsParts().withSheet(u"S"_s, records).file() << u"damaged-spreadsheet"_s;
    };
    sheet("shared string that is not there", biffRecord(0xFD, place(0, 0) + le32(0)));
    sheet("number that is none", biffRecord(0x203, place(0, 0) + QByteArray(8, '\xFF')));
    sheet("short record", biffRecord(0x203, place(0, 0)));
    sheet("text that is cut", biffRecord(0x204, place(0, 0) + le16(20) + biffText(u"ab"_s)));
    sheet("the same cell twice", biffRecord(0x203, place(0, 0) + leDouble(1)).repeated(2));
    sheet("formula without its text", formula(QByteArray("\0\0\0\0\0\0\xFF\xFF", 8)));
    sheet("merges that are cut", biffRecord(0xE5, le16(2) + QByteArray(8, '\0')));
    QTest::newRow("style that is not there")
        << XlsParts().withGlobals(xf(0, 0)).withSheet(u"S"_s, biffRecord(0x203, place(0, 0, 1) + leDouble(1))).file()
        << u"damaged-spreadsheet"_s;
    QTest::newRow("fewer strings than said")
        << XlsParts().withGlobals(sharedStrings(le16(1) + biffText(u"a"_s), 2)).file() << u"damaged-spreadsheet"_s;
    QTest::newRow("password") << XlsParts().withGlobals(biffRecord(0x2F, le16(1))).file() << u"encrypted"_s;
    QTest::newRow("XLSX with password") << oleFile(u"EncryptedPackage"_s, QByteArray(5000, 'x')) << u"encrypted"_s;
    QTest::newRow("Word") << oleFile(u"WordDocument"_s, QByteArray(5000, 'x')) << u"not-a-spreadsheet"_s;
    QTest::newRow("Excel 4") << oleFile(u"Book"_s, biffRecord(0x409, QByteArray(8, '\0'))) << u"not-a-spreadsheet"_s;
    QTest::newRow("only a signature") << QByteArray::fromHex("D0CF11E0A1B11AE1") << u"truncated"_s;
    QTest::newRow("stream without end") << oleFile(u"Workbook"_s, smallWorkbook().stream().chopped(4))
                                        << u"truncated"_s;
}

void TestXlsReader::refused()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, code);
    const auto workbook = readXls(file, u"x.xls"_s, {});
    QVERIFY(!workbook.has_value());
    QCOMPARE(workbook.error().code(), code);
    QCOMPARE(workbook.error().place.file, u"x.xls"_s);
}

void TestXlsReader::loopOfSectorsEnds()
{
    QByteArray file = oleFile(u"Workbook"_s, smallWorkbook().stream() + QByteArray(4000, '\0'));
    for (qsizetype sector = 0; sector < 12; ++sector) {
        QByteArray looped = file;
        looped.replace(512 + sector * 4, 4, le32(static_cast<quint32>(sector)));
        const auto workbook = readXls(looped, u"x"_s, {});
        QVERIFY(workbook.has_value() || !workbook.error().code().isEmpty());
    }
}

void TestXlsReader::sheetsThatOverlapAreRefused()
{
    // Every entry of the list is made to name the first sheet, which is most of the stream.
    XlsParts parts;
    parts.withSheet(u"A"_s, biffRecord(0x203, place(0, 0) + leDouble(1)).leftJustified(3018, '\0'));
    for (const char *name : {"B", "C", "D"})
        parts.withSheet(QString::fromLatin1(name), {});
    QByteArray stream = parts.stream();
    const qsizetype first = stream.indexOf(le16(0x85)) + 4;
    const QByteArray position = stream.sliced(first, 4);
    for (int i = 1; i < 4; ++i)
        stream.replace(first + i * 13, 4, position);
    const auto workbook = readXls(oleFile(u"Workbook"_s, stream), u"x"_s, {});
    QVERIFY(!workbook.has_value());
    QCOMPARE(workbook.error().detail, u"sheets that overlap"_s);
}

void TestXlsReader::everyTruncationIsRefused()
{
    const QByteArray whole = smallWorkbook().file();
    const qsizetype end = whole.size() - (512 - smallWorkbook().stream().size() % 512); // the rest of a sector is air
    for (qsizetype size = 4; size < end; size += size < 1000 ? 7 : 1) {
        const auto workbook = readXls(whole.first(size), u"x"_s, {});
        QVERIFY2(!workbook.has_value(), qPrintable(QString::number(size)));
    }
    QVERIFY(readXls(whole.first(end), u"x"_s, {}).has_value());
}

void TestXlsReader::mutatedFilesAreReadOrRefused()
{
    const QByteArray files[] = {smallWorkbook().file(),
                                oleFile(u"Workbook"_s, smallWorkbook().stream(), OleStreams::Small)};
    ByteMutation mutation;
    for (int round = ByteMutation::rounds(500); round > 0; --round) {
        const auto workbook = readXls(mutation.flipped(files[round % 2], 1 + round % 4), u"x"_s, {});
        QVERIFY(workbook.has_value() || !workbook.error().code().isEmpty());
    }
}

BM_TEST_MAIN(TestXlsReader)
#include "test_xls_reader.moc"
