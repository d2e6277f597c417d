// SPDX-License-Identifier: GPL-3.0-or-later
#include "cell_text.h"
#include "core/table/reader.h"
#include "core/table/xlsx_form.h"
#include "core/table/zip_archive.h"
#include "tests/support/test_main.h"
#include "xlsx_parts.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <zip.h>

using namespace Qt::StringLiterals;
using namespace bomay;

namespace {

constexpr auto kSheet = "xl/worksheets/sheet1.xml";

/// The packed bytes of a part, as they lie in the zip.
QByteArray packed(const QByteArray &zip, const char *part)
{
    zip_source_t *source = zip_source_buffer_create(zip.constData(), static_cast<zip_uint64_t>(zip.size()), 0, nullptr);
    zip_t *archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    zip_stat_t stat;
    zip_stat(archive, part, 0, &stat);
    QByteArray bytes(static_cast<qsizetype>(stat.comp_size), Qt::Uninitialized);
    zip_file_t *file = zip_fopen(archive, part, ZIP_FL_COMPRESSED);
    zip_fread(file, bytes.data(), stat.comp_size);
    zip_fclose(file);
    zip_discard(archive);
    return bytes;
}

} // namespace

class TestXlsxForm : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_form = m_folder.filePath(u"mẫu.xlsx"_s);
    QString m_filled = m_folder.filePath(u"đã điền.xlsx"_s);

    [[nodiscard]] Result<> fill(const XlsxParts &parts, const std::vector<FormCell> &cells) const
    {
        static_cast<void>(writeFile(m_folder.path(), u"mẫu.xlsx"_s, parts.zip()));
        QFile::remove(m_filled);
        return fillXlsxForm(m_form, cells, m_filled);
    }

    /// The worksheet of the filled form.
    [[nodiscard]] QByteArray sheetXml(const char *part = kSheet) const
    {
        QFile file(m_filled);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        auto zip = ZipArchive::open(file.readAll(), m_filled, {});
        return zip ? zip->read(QString::fromLatin1(part)).value_or(QByteArray()) : QByteArray();
    }

    [[nodiscard]] QByteArray dataAfter(const QByteArray &rows, const std::vector<FormCell> &cells) const
    {
        if (const Result<> filled = fill(XlsxParts(rows), cells); !filled)
            return filled.error().code().toLatin1();
        const QByteArray xml = sheetXml();
        const qsizetype start = xml.indexOf("<sheetData>") + 11;
        return xml.mid(start, xml.indexOf("</sheetData>") - start);
    }

    static FormCell cell(int row, int column, FormValue value)
    {
        return {u"Sheet1"_s, {row, column}, std::move(value)};
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void cellsAreWrittenWhereTheyStand_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const QByteArray b2 = R"(<c r="B2"><v>7</v></c>)";
        const auto row = [](const char *name, const QByteArray &before, const QByteArray &after) {
            QTest::newRow(name) << before << after;
        };
        row("there", R"(<row r="2"><c r="B2" s="3" t="s"><v>0</v></c></row>)",
            R"(<row r="2"><c r="B2" s="3"><v>7</v></c></row>)");
        row("empty cell", R"(<row r="2"><c r="B2" s="3"/></row>)", R"(<row r="2"><c r="B2" s="3"><v>7</v></c></row>)");
        row("between others", R"(<row r="2" ht="20"><c r="A2"/><c r="C2"><f>A2</f></c></row>)",
            R"(<row r="2" ht="20"><c r="A2"/>)" + b2 + R"(<c r="C2"><f>A2</f></c></row>)");
        row("behind the last", R"(<row r="2"><c r="A2"/></row>)", R"(<row r="2"><c r="A2"/>)" + b2 + "</row>");
        row("empty row", R"(<row r="2" spans="1:3"/><row r="3"/>)",
            R"(<row r="2" spans="1:3">)" + b2 + R"(</row><row r="3"/>)");
        row("styled row", R"(<row r="2" s="4" customFormat="1"/>)",
            R"(<row r="2" s="4" customFormat="1"><c r="B2" s="4"><v>7</v></c></row>)");
        row("no row", R"(<row r="1"/><row r="5"/>)", R"(<row r="1"/><row r="2">)" + b2 + R"(</row><row r="5"/>)");
        row("behind all rows", R"(<row r="1"/>)", R"(<row r="1"/><row r="2">)" + b2 + "</row>");
        row("cells without places", "<row><c/></row><row><c/><c><v>1</v></c><c/></row>",
            "<row><c/></row><row><c/>" + b2 + "<c/></row>");
    }
    void cellsAreWrittenWhereTheyStand()
    {
        QFETCH(QByteArray, before);
        QTEST(dataAfter(before, {cell(2, 2, 7.0)}), "after");
    }

    void anEmptySheetIsFilled()
    {
        XlsxParts parts;
        parts.replaceIn(kSheet, "<sheetData></sheetData>", "<sheetData/>");
        QVERIFY(fill(parts, {cell(2, 1, u"A"_s), cell(1, 2, 1.5)}));
        QVERIFY2(sheetXml().contains(R"(<sheetData><row r="1"><c r="B1"><v>1.5</v></c></row><row r="2"><c r="A2" )"
                                     R"(t="inlineStr"><is><t xml:space="preserve">A</t></is></c></row></sheetData>)"),
                 sheetXml().constData());
    }

    void textsStayTexts()
    {
        const QStringList texts{u"=1+1"_s,    u"+84"_s, u"@a"_s, u"-x"_s, u" Ủy ban <&>\n\"Ẩ\" "_s,
                                u"_x0041_"_s, u"007"_s};
        std::vector<FormCell> cells;
        for (int i = 0; i < int(texts.size()); ++i)
            cells.push_back(cell(i + 1, 1, texts[i]));
        QVERIFY(fill(XlsxParts(), cells));
        const auto workbook = readWorkbook(m_filled);
        QVERIFY(workbook.has_value());
        QStringList found;
        for (const Cell &read : workbook->sheets[0].cells)
            found += read.text;
        QCOMPARE(found, texts);
        QVERIFY(!sheetXml().contains("<f>"));
        QCOMPARE(dataAfter(R"(<row r="1"><c r="A1" s="2"><v>1</v></c></row>)", {cell(1, 1, QString())}),
                 QByteArray(R"(<row r="1"><c r="A1" s="2"/></row>)"));
    }

    void aDayIsADayWhereTheCellShowsOne()
    {
        XlsxParts parts(R"(<row r="1"><c r="A1" s="1"/><c r="B1" s="0"/></row>)");
        parts.withStyles(R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>)");
        const Day day = *Day::fromYmd(2025, 7, 1);
        QVERIFY(fill(parts, {cell(1, 1, day), cell(1, 2, day)}));
        QVERIFY2(sheetXml().contains(R"(<c r="A1" s="1"><v>45839</v></c>)"), sheetXml().constData());
        QVERIFY(sheetXml().contains(">01/07/2025<"));
        parts.replaceIn("xl/workbook.xml", "<workbookPr/>", R"(<workbookPr date1904="1"/>)");
        QVERIFY(fill(parts, {cell(1, 1, day)}));
        QVERIFY(sheetXml().contains(R"(<c r="A1" s="1"><v>44377</v></c>)"));
        QCOMPARE(readWorkbook(m_filled)->sheets[0].cells[0].text, u"2025-07-01"_s);
    }

    void everythingElseIsTheSameByteForByte()
    {
        XlsxParts parts(R"(<row r="1"><c r="A1"><v>1</v></c></row>)");
        parts.set("xl/media/huy hiệu.png", QByteArray(5000, '\x7f'));
        parts.set("xl/vbaProject.bin", "macro");
        parts.replaceIn(kSheet, "</worksheet>",
                        "<!-- ours --><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>\n<pageSetup/></worksheet>");
        QVERIFY(fill(parts, {cell(1, 1, 2.0)}));
        QFile file(m_filled);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray after = file.readAll();
        for (const char *part : {"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                                 "xl/media/huy hiệu.png", "xl/vbaProject.bin"})
            QCOMPARE(packed(after, part), packed(parts.zip(), part));
        QCOMPARE(sheetXml(), parts.bytes(kSheet).replace("<v>1</v>", "<v>2</v>"));
        // Twice the same is the same, whatever the clock says.
        QVERIFY(fillXlsxForm(m_form, {cell(1, 1, 2.0)}, m_folder.filePath(u"again.xlsx"_s)));
        QFile again(m_folder.filePath(u"again.xlsx"_s));
        QVERIFY(again.open(QIODevice::ReadOnly));
        QVERIFY(again.readAll() == after);
    }

    void whatCannotBeFilledIsRefused()
    {
        const XlsxParts parts(R"(<row r="1"><c r="A1"><f>B1</f><v>1</v></c></row>)");
        const Result<> formula = fill(parts, {cell(1, 1, 2.0)});
        QVERIFY(!formula);
        QCOMPARE(formula.error().code(), u"form-formula"_s);
        QCOMPARE(formula.error().place.row, 1);
        QCOMPARE(formula.error().place.column, 1);
        XlsxParts merged = parts;
        merged.replaceIn(kSheet, "</worksheet>", R"(<mergeCells><mergeCell ref="B1:C2"/></mergeCells></worksheet>)");
        QCOMPARE(fill(merged, {cell(2, 2, 2.0)}).error().code(), u"form-merged"_s);
        QVERIFY(fill(merged, {cell(1, 2, 2.0), cell(1, 4, 2.0), cell(3, 2, 2.0)}));
        QCOMPARE(fill(parts, {{u"Khác"_s, {1, 1}, 1.0}}).error().code(), u"form-sheet"_s);
        QVERIFY(fill(parts, {{u"sheet1"_s, {1, 2}, 1.0}}));
        XlsxParts broken = parts;
        broken.replaceIn(kSheet, "</row>", "");
        QCOMPARE(fill(broken, {cell(1, 2, 2.0)}).error().code(), u"damaged-spreadsheet"_s);
        QVERIFY(!QFile::exists(m_filled));
        QCOMPARE(fillXlsxForm(m_folder.filePath(u"none.xlsx"_s), {}, m_filled).error().code(), u"file-not-found"_s);
    }
};

BM_TEST_MAIN(TestXlsxForm)
#include "test_xlsx_form.moc"
