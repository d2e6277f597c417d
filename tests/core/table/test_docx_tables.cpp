// SPDX-License-Identifier: GPL-3.0-or-later
#include "byte_mutation.h"
#include "cell_text.h"
#include "core/table/docx_reader.h"
#include "tests/support/test_main.h"
#include "xlsx_parts.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace bomay;

class TestDocxTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void cells_data();
    void cells();
    void everyTableIsASheet();
    void tableInABoxIsRead();
    void mergesAreKept();
    void stylesTellLegacyText();
    void refused_data();
    void refused();
    void mutatedDocumentsAreReadOrRefused();
};

namespace {

constexpr auto kPart = "word/document.xml";

XlsxParts document(const QByteArray &body)
{
    return XlsxParts::empty().set(kPart, "<w:document><w:body>" + body + "</w:body></w:document>");
}

Result<Workbook> read(const XlsxParts &parts)
{
    auto zip = ZipArchive::open(parts.zip(), u"x.docx"_s, {});
    if (!zip)
        return std::unexpected(zip.error());
    return readDocxTables(*zip, {});
}

QByteArray cell(const QByteArray &runs, const QByteArray &properties = {})
{
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr><w:p>" + runs + "</w:p></w:tc>";
}

QByteArray run(const QByteArray &text, const QByteArray &properties = {})
{
    return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
}

QByteArray table(const QByteArray &cells)
{
    return "<w:tbl><w:tblPr/><w:tr>" + cells + "</w:tr></w:tbl>";
}

} // namespace

void TestDocxTables::cells_data()
{
    QTest::addColumn<QByteArray>("cells");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &cells, const QStringList &expected) {
        QTest::newRow(name) << cells << expected;
    };
    row("texts", cell(run("S\u1EDF ") + run("&amp; n")) + cell({}) + cell(run("c")),
        {u"R1C1 Text Sở & n"_s, u"R1C3 Text c"_s});
    row("paragraphs, breaks, tabs",
        "<w:tc><w:p>" + run("a") +
            "</w:p><w:p><w:r><w:t>b</w:t><w:br/><w:t>c</w:t><w:tab/><w:t>d</w:t></w:r></w:p><w:p/></w:tc>",
        {u"R1C1 Text a\nb\nc\td"_s});
    row("tracked changes",
        cell("<w:ins>" + run("new") + "</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"),
        {u"R1C1 Text new"_s});
    row("boxes and what stands in for them",
        cell(run("a") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:t>no</w:t></w:drawing></mc:Choice>"
                        "<mc:Fallback><w:t>no</w:t></mc:Fallback></mc:AlternateContent></w:r>"),
        {u"R1C1 Text a"_s});
    row("content controls", "<w:sdt><w:sdtContent>" + cell(run("a")) + "</w:sdtContent></w:sdt>" + cell(run("b")),
        {u"R1C1 Text a"_s, u"R1C2 Text b"_s});
    row("table in a cell", "<w:tc>" + table(cell(run("a")) + cell(run("b"))) + "<w:p/></w:tc>" + cell(run("c")),
        {u"R1C1 Text a\nb"_s, u"R1C2 Text c"_s});
    row("cells that begin later", "<w:trPr><w:gridBefore w:val='2'/></w:trPr>" + cell(run("a")), {u"R1C3 Text a"_s});
}

void TestDocxTables::cells()
{
    QFETCH(const QByteArray, cells);
    QFETCH(const QStringList, expected);
    const auto workbook = read(document(table(cells)));
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().detail));
    QCOMPARE(cellTexts(workbook->sheets.at(0).cells), expected);
}

void TestDocxTables::everyTableIsASheet()
{
    const auto workbook =
        read(document("<w:p>" + run("title") + "</w:p>" + table(cell(run("a"))) + "<w:p/>" + table(cell(run("b")))));
    QVERIFY(workbook.has_value());
    QCOMPARE(workbook->sheets.size(), std::size_t(2));
    QCOMPARE(workbook->sheets[1].name, u"Bảng 2"_s);
    QCOMPARE(cellTexts(workbook->sheets[1].cells), QStringList{u"R1C1 Text b"_s});
}

void TestDocxTables::tableInABoxIsRead()
{
    const QByteArray box = "<w:txbxContent>" + table(cell(run("a"))) + "</w:txbxContent>";
    const auto workbook = read(document("<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing>" + box +
                                        "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + box +
                                        "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"));
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().detail));
    QCOMPARE(workbook->sheets.size(), std::size_t(1));
    QCOMPARE(cellTexts(workbook->sheets[0].cells), QStringList{u"R1C1 Text a"_s});
}

void TestDocxTables::mergesAreKept()
{
    const QByteArray first = cell(run("a"), "<w:gridSpan w:val='2'/><w:vMerge w:val='restart'/>") + cell(run("b"));
    const QByteArray second = cell({}, "<w:gridSpan w:val='2'/><w:vMerge/>") + cell(run("c"));
    const auto workbook = read(document("<w:tbl><w:tr>" + first + "</w:tr><w:tr>" + second + "</w:tr></w:tbl>"));
    QVERIFY(workbook.has_value());
    QCOMPARE(cellTexts(workbook->sheets[0].cells), (QStringList{u"R1C1 Text a"_s, u"R1C3 Text b"_s, u"R2C3 Text c"_s}));
    QCOMPARE(workbook->sheets[0].merges, (std::vector<CellRange>{{1, 1, 2, 2}}));
}

void TestDocxTables::stylesTellLegacyText()
{
    const QTemporaryDir folder;
    XlsxParts parts = document(table(cell(run("s\u00EB") + run(" \u00E9", "<w:rFonts w:ascii='Arial'/><w:b/>")) +
                                     cell("<w:pPr><w:pStyle w:val='H'/></w:pPr>" + run("s\u00EB"))));
    parts.set("word/styles.xml",
              "<w:styles><w:style w:type='paragraph' w:default='1' w:styleId='N'><w:rPr><w:rFonts w:ascii='.VnTime'/>"
              "</w:rPr></w:style><w:style w:type='paragraph' w:styleId='H'><w:basedOn w:val='H'/><w:rPr><w:rFonts "
              "w:ascii='.VnTimeH'/></w:rPr></w:style></w:styles>");
    const auto workbook = readWorkbook(writeFile(folder.path(), u"x.docx"_s, parts.zip()));
    QVERIFY2(workbook.has_value(), qPrintable(workbook ? QString() : workbook.error().code()));
    QCOMPARE(cellTexts(workbook->sheets[0].cells), (QStringList{u"R1C1 Text sở é"_s, u"R1C2 Text SỞ"_s}));
}

void TestDocxTables::refused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("no table") << QByteArray("<w:p/>") << u"not-a-spreadsheet"_s;
    QTest::newRow("entity") << table(cell(run("&boom;"))) << u"damaged-spreadsheet"_s;
    QTest::newRow("cut") << QByteArray("<w:tbl><w:tr>") << u"damaged-spreadsheet"_s;
    QTest::newRow("too wide") << table(cell({}, "<w:gridSpan w:val='99999'/>") + cell(run("a"))) << u"too-large"_s;
}

void TestDocxTables::refused()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, code);
    const auto workbook = read(document(body));
    QVERIFY(!workbook.has_value());
    QCOMPARE(workbook.error().code(), code);
}

void TestDocxTables::mutatedDocumentsAreReadOrRefused()
{
    const XlsxParts parts = document(table(cell(run("a", "<w:b/>"), "<w:gridSpan w:val='2'/>") + cell(run("b&amp;"))));
    const QByteArray whole = parts.bytes(kPart);
    ByteMutation mutation;
    for (int round = ByteMutation::rounds(500); round > 0; --round) {
        XlsxParts wrong = parts;
        const auto workbook = read(wrong.set(kPart, mutation.flipped(whole, 1 + round % 3)));
        QVERIFY(workbook.has_value() || !workbook.error().code().isEmpty());
        QVERIFY(!read(wrong.set(kPart, mutation.cut(whole))).has_value());
    }
}

BM_TEST_MAIN(TestDocxTables)
#include "test_docx_tables.moc"
