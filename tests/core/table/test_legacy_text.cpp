// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/legacy_guess.h"
#include "core/table/legacy_text.h"
#include "core/table/reader.h"
#include "tests/support/test_main.h"
#include "xlsx_parts.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace bomay;

/// Legacy text in workbooks: by font, by run, by look.
class TestLegacyText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void fontOfTheCellTells();
    void fontOfCellsWithoutStyleTells();
    void fontOfTheRunTells();
    void unicodeUnderAnOldFontStays();
    void textWithoutFontIsToldByItsLook_data();
    void textWithoutFontIsToldByItsLook();
    void otherTextIsLeftAlone_data();
    void otherTextIsLeftAlone();
    void severalEncodingsInOneWorkbook();
    void decomposedTextIsComposed();
    void csvInLegacyBytes_data();
    void csvInLegacyBytes();
    void longCsvIsJudgedByItsForeignLines();
};

using enum LegacyEncoding;

namespace {

/// A sheet with one column of texts in one style.
Workbook column(const QStringList &texts, const QString &font = {})
{
    Workbook workbook{.file = u"x"_s};
    workbook.styles = {{}, {font, false, 0}};
    Sheet sheet{.name = u"S"_s};
    int row = 0;
    for (const QString &text : texts) {
        sheet.cells.push_back({++row, 1, CellType::Text, text});
        sheet.cells.back().style = font.isEmpty() ? 0 : 1;
    }
    workbook.sheets.push_back(std::move(sheet));
    return workbook;
}

QStringList textsOf(const Workbook &workbook)
{
    QStringList texts;
    for (const Cell &cell : workbook.sheets.at(0).cells)
        texts.append(cell.text);
    return texts;
}

QStringList encoded(const QStringList &texts, LegacyEncoding encoding)
{
    QStringList codes;
    for (const QString &text : texts)
        codes.append(encodeLegacy(text, {encoding, false}).value());
    return codes;
}

const QStringList kAgencies{u"Phòng nội vụ quận Bình Thạnh"_s, u"Văn phòng ủy ban nhân dân"_s,
                            u"Phòng giáo dục và đào tạo"_s, u"Trưởng phòng"_s, u"Nguyễn Văn Ước"_s};

} // namespace

void TestLegacyText::fontOfTheCellTells()
{
    Workbook workbook = column({u"céng hoµ x· héi"_s, u"tr\u00AD\u00ADởng"_s, u"abc 12"_s}, u".VnTimeH"_s);
    convertLegacyText(workbook);
    QCOMPARE(textsOf(workbook), (QStringList{u"CỘNG HOÀ XÃ HỘI"_s, u"tr\u00AD\u00ADởng"_s, u"ABC 12"_s}));
    QCOMPARE(workbook.conversions.size(), std::size_t(1));
    const ConvertedText &note = workbook.conversions.front();
    QCOMPARE(note.encoding, Tcvn3);
    QVERIFY(note.byFont);
    QCOMPARE(note.cells, 2);
    QCOMPARE(note.before, u"céng hoµ x· héi"_s);
    QCOMPARE(note.after, u"CỘNG HOÀ XÃ HỘI"_s);
    QCOMPARE(note.row, 1);
}

/// Excel does not write the first style at each cell; in an old workbook its font is an old one.
void TestLegacyText::fontOfCellsWithoutStyleTells()
{
    const QTemporaryDir folder;
    const XlsxParts parts = XlsxParts("<row r='1'><c r='A1' t='s'><v>0</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>")
                                .withStrings("<si><t>tr\u00ADëng</t></si>")
                                .withStyles("<fonts><font><name val='.VnTime'/></font></fonts>"
                                            "<cellXfs><xf fontId='0'/></cellXfs>");
    const auto workbook = readWorkbook(writeFile(folder.path(), u"x.xlsx"_s, parts.zip()));
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().detail));
    QCOMPARE(textsOf(*workbook), (QStringList{u"trưởng"_s, u"trưởng"_s}));
    QCOMPARE(workbook->styles.at(workbook->sheets[0].cells[0].style), (CellLook{u".VnTime"_s, false, 0}));
}

void TestLegacyText::fontOfTheRunTells()
{
    const QTemporaryDir folder;
    const QByteArray rows = "<row r='1' hidden='1'><c r='A1' t='s' s='1'><v>0</v></c><c r='B1' t='s' s='2'><v>1</v></c>"
                            "<c r='C1' t='inlineStr' s='1'><is><t>tr\u00ADëng</t></is></c></row>"
                            "<row r='2' hidden='true'/><row r='4' hidden='1'/>";
    const QByteArray strings =
        "<si><r><t xml:space='preserve'>Phßng </t></r><r><rPr><rFont val='VNI-Times'/><b/></rPr><t>noäi vuï</t></r>"
        "<r><rPr><rFont val='Arial'/></rPr><t xml:space='preserve'> é</t></r></si>"
        "<si><t>é</t></si>";
    const QByteArray styles = "<fonts><font><name val='Arial'/></font><font><b/><name val='.VnTime'/></font></fonts>"
                              "<fills/><cellXfs><xf fontId='0'/><xf fontId='1'><alignment indent='3'/></xf>"
                              "<xf fontId='0'/></cellXfs>";
    XlsxParts parts = XlsxParts(rows).withStrings(strings).withStyles(styles);
    parts.replaceIn("xl/worksheets/sheet1.xml", "<sheetData>",
                    "<cols><col min='2' max='5' hidden='1'/></cols><sheetData>");
    parts.replaceIn("xl/worksheets/sheet1.xml", "</sheetData>",
                    "</sheetData><mergeCells><mergeCell ref='A1:C2'/></mergeCells>");
    const auto workbook = readWorkbook(writeFile(folder.path(), u"x.xlsx"_s, parts.zip()));
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().detail));
    QCOMPARE(textsOf(*workbook), (QStringList{u"Phòng nội vụ é"_s, u"é"_s, u"trưởng"_s}));

    const Sheet &sheet = workbook->sheets.front();
    const auto styleOf = [&](std::uint32_t index) { return workbook->styles.at(index); };
    QCOMPARE(styleOf(sheet.cells[0].style), (CellLook{u".VnTime"_s, true, 3}));
    QCOMPARE(styleOf(sheet.cells[1].style), (CellLook{u"Arial"_s, false, 0}));
    QCOMPARE(sheet.richCells.size(), std::size_t(1));
    const std::vector<TextRun> &runs = sheet.richCells[0].runs;
    QCOMPARE(runs.size(), std::size_t(3));
    QCOMPARE(runs[1].start, 6);
    QCOMPARE(styleOf(runs[1].style), (CellLook{u"VNI-Times"_s, true, 3}));
    QCOMPARE(runs[2].start, 12); // "noäi vuï" became two letters shorter
    QCOMPARE(sheet.merges, (std::vector<CellRange>{{1, 1, 2, 3}}));
    QCOMPARE(sheet.hiddenRows, (std::vector<HiddenRange>{{1, 2}, {4, 4}}));
    QCOMPARE(sheet.hiddenColumns, (std::vector<HiddenRange>{{2, 5}}));
}

void TestLegacyText::unicodeUnderAnOldFontStays()
{
    const QStringList texts{u"Sở Nội vụ"_s, u"Hà"_s, u"Lê Văn Tám"_s, u"UBND"_s};
    Workbook workbook = column(texts, u".VnTime"_s);
    convertLegacyText(workbook);
    QCOMPARE(textsOf(workbook), texts);
    QVERIFY(workbook.conversions.empty());
}

void TestLegacyText::textWithoutFontIsToldByItsLook_data()
{
    QTest::addColumn<int>("encoding");
    for (const LegacyEncoding encoding : {Tcvn3, Vni, Viqr, Vps, Windows1258})
        QTest::newRow(qPrintable(legacyEncodingName(encoding))) << static_cast<int>(encoding);
}

void TestLegacyText::textWithoutFontIsToldByItsLook()
{
    QFETCH(const int, encoding);
    const auto legacy = static_cast<LegacyEncoding>(encoding);
    const QStringList codes = encoded(kAgencies, legacy);
    Workbook workbook = column(QStringList{u"UBND"_s, u"15"_s, u"Sở Nội vụ"_s} + codes);
    convertLegacyText(workbook);
    QCOMPARE(textsOf(workbook), (QStringList{u"UBND"_s, u"15"_s, u"Sở Nội vụ"_s} + kAgencies));
    QCOMPARE(workbook.conversions.size(), std::size_t(1));
    QCOMPARE(workbook.conversions.front().encoding, legacy);
    QCOMPARE(workbook.conversions.front().cells, int(kAgencies.size()));
    QVERIFY(!workbook.conversions.front().byFont);
    QCOMPARE(workbook.conversions.front().after, kAgencies.front());
    for (qsizetype i = 0; i < codes.size(); ++i) // what was taken can be given back
        QCOMPARE(encodeLegacy(textsOf(workbook)[3 + i], {legacy, false}), codes[i]);
}

void TestLegacyText::otherTextIsLeftAlone_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("Vietnamese") << kAgencies;
    QTest::newRow("only letters of Latin-1")
        << QStringList{u"Bà là má"_s, u"hát hò"_s, u"cá và gà"_s, u"nhà máy"_s, u"bố mẹ"_s, u"tài chính"_s};
    QTest::newRow("French") << QStringList{u"Préfecture de la Réunion"_s, u"Trésorerie générale"_s, u"à côté"_s,
                                           u"élève, été, près"_s, u"hôpital, forêt, naïve"_s};
    QTest::newRow("German") << QStringList{u"Bürgermeister für Straßen"_s, u"Größe, Übung"_s, u"Äußeres, schön"_s,
                                           u"Behörde, müßig, Führung"_s};
    QTest::newRow("English") << QStringList{u"Who to? You do. To be."_s, u"Don't do so. He.  (a+b) x^2"_s,
                                            u"Added address (add.)"_s, u"We're able. £15 – 20"_s};
    QTest::newRow("code points") << QStringList{u"U+0041"_s, u"U+00C1"_s, u"U+1EA4"_s,
                                                u"U+01AF"_s, u"U+0102"_s, u"U+1EF8"_s};
    QTest::newRow("blood groups") << QStringList{u"O+"_s, u"AB+"_s, u"O+"_s, u"B+"_s, u"O+"_s, u"O+"_s, u"O+"_s};
    QTest::newRow("sums and brackets") << QStringList{u"to+1"_s,     u"ho+2"_s,     u"so+3"_s,  u"Khoa(1)"_s,
                                                      u"Khoa(cu)"_s, u"Nha(moi)"_s, u"a^2"_s,   u"o^2"_s,
                                                      u"Ma(so)"_s,   u"Loa(cu)"_s,  u"Toa(A)"_s};
    QTest::newRow("one letter each") << QStringList{u"A\u00D9"_s, u"A\u00D8"_s, u"A\u00DB"_s, u"A\u00D5"_s,
                                                    u"A\u00CF"_s, u"A\u00C2"_s, u"E\u00D9"_s, u"O\u00C4"_s};
    QTest::newRow("too little to tell") << QStringList{u"hoµ"_s, u"®Êt"_s};
}

void TestLegacyText::otherTextIsLeftAlone()
{
    QFETCH(const QStringList, texts);
    Workbook workbook = column(texts);
    convertLegacyText(workbook);
    QCOMPARE(textsOf(workbook), texts);
    QVERIFY(workbook.conversions.empty());
}

void TestLegacyText::severalEncodingsInOneWorkbook()
{
    Workbook workbook = column(encoded(kAgencies, Tcvn3) + kAgencies + encoded(kAgencies, Vni));
    convertLegacyText(workbook);
    QCOMPARE(textsOf(workbook), kAgencies + kAgencies + kAgencies);
    QCOMPARE(workbook.conversions.size(), std::size_t(2));
    QCOMPARE(workbook.conversions[0].cells + workbook.conversions[1].cells, int(2 * kAgencies.size()));
}

void TestLegacyText::decomposedTextIsComposed()
{
    Workbook workbook = column({u"So\u031B\u0309 No\u0323\u0302i vu\u0323"_s, u"Sở"_s});
    convertLegacyText(workbook);
    QCOMPARE(textsOf(workbook), (QStringList{u"Sở Nội vụ"_s, u"Sở"_s}));
    QCOMPARE(workbook.conversions.size(), std::size_t(1));
    QCOMPARE(workbook.conversions.front().encoding, Decomposed);
}

void TestLegacyText::csvInLegacyBytes_data()
{
    QTest::addColumn<int>("encoding");
    for (const LegacyEncoding encoding : {Tcvn3, Vni, Vps, Windows1258})
        QTest::newRow(qPrintable(legacyEncodingName(encoding))) << static_cast<int>(encoding);
}

void TestLegacyText::csvInLegacyBytes()
{
    QFETCH(const int, encoding);
    const auto legacy = static_cast<LegacyEncoding>(encoding);
    const QTemporaryDir folder;
    QByteArray bytes = "stt;t\xEAn;1,5\n"; // ê alone tells nothing, but it is what the encoding says
    for (const QString &text : encoded(kAgencies, legacy))
        bytes += "1;" + text.toLatin1() + ";2,5\r\n";
    const auto workbook = readWorkbook(writeFile(folder.path(), u"x.csv"_s, bytes));
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().code()));
    const Sheet &sheet = workbook->sheets.at(0);
    QCOMPARE(sheet.cells.size(), std::size_t(3 + 3 * kAgencies.size()));
    for (qsizetype i = 0; i < kAgencies.size(); ++i)
        QCOMPARE(sheet.cells[static_cast<std::size_t>(4 + 3 * i)].text, kAgencies[i]);
    QCOMPARE(workbook->conversions.size(), std::size_t(1));
    QCOMPARE(workbook->conversions.front().encoding, legacy);
}

/// Of a long file a part is judged first: where that is in no encoding, the file is not read; where it is, all of it
/// is.
void TestLegacyText::longCsvIsJudgedByItsForeignLines()
{
    const QTemporaryDir folder;
    const QByteArray plain = QByteArray("1;a;2,5\n").repeated(100'000);
    QByteArray line = "1";
    for (const QString &text : encoded(kAgencies, Tcvn3))
        line += ';' + text.toLatin1();
    const QByteArray legacy = line + '\n';
    const auto workbook =
        readWorkbook(writeFile(folder.path(), u"x.csv"_s, plain + legacy.repeated(3'000'000 / legacy.size()) + plain));
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().code()));
    QCOMPARE(workbook->conversions.size(), std::size_t(1));
    QCOMPARE(workbook->conversions.front().encoding, Tcvn3);

    // A header, and names only behind a megabyte of codes: no sample of that tells anything.
    const QByteArray header = "STT;" + encoded(kAgencies, Tcvn3).front().toLatin1() + '\n';
    const auto sparse =
        readWorkbook(writeFile(folder.path(), u"z.csv"_s, header + plain.repeated(4) + legacy.repeated(100)));
    QVERIFY2(sparse.has_value(), qPrintable(sparse ? QString() : sparse.error().code()));
    QCOMPARE(sparse->conversions.size(), std::size_t(1));

    QByteArray noise;
    for (unsigned i = 1; noise.size() < 3'000'000; i = i * 1664525U + 1013904223U)
        noise += static_cast<char>(i >> 24 | 1U);
    const auto refused = readWorkbook(writeFile(folder.path(), u"y.csv"_s, plain + noise));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code(), u"bad-encoding"_s);
}

BM_TEST_MAIN(TestLegacyText)
#include "test_legacy_text.moc"
