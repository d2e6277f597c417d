// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/font_table.h"
#include "core/render/fonts.h"
#include "core/render/painter.h"
#include "core/render/pdf_writer.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const QString kPangram = u"ẨẪỔỖẲẴỦ Ủy ban nhân dân thành phố Thủ Đức; Sở Nội vụ, Phường Tăng Nhơn Phú ffi"_s;

Page pageOf(PaperSize paper)
{
    Page page{sizeOfPaper(paper), {}, 1, 10};
    double y = 20;
    for (const FontWeight weight : {FontWeight::Regular, FontWeight::Bold})
        for (const FontSlant slant : {FontSlant::Upright, FontSlant::Italic}) {
            page.list.texts.push_back({{20, y}, 0, kPangram, {FontFace::Serif, weight, slant, 10}, {}, {}});
            y += 10;
        }
    page.list.boxes.push_back({{20, 100, 50, 20}, {240, 240, 240, 255}, {}, {}});
    page.list.addLine({{20, 130}, {70, 130}, {70, 140}}, {});
    return page;
}

/// What a tool prints of a file; skips the test by name where the tool is absent.
QString outputOf(const QString &tool, const QStringList &arguments)
{
    QProcess process;
    process.start(tool, arguments);
    if (!process.waitForFinished())
        return {};
    return QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
}

bool isThere(const QString &tool)
{
    return !QStandardPaths::findExecutable(tool).isEmpty();
}

} // namespace

class TestPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(loadBuiltInFonts().has_value()); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!.*propagateSizeHints).*"_s)); }

    void measuredWidthIsPaintedWidth_data()
    {
        QTest::addColumn<FontFace>("face");
        QTest::addColumn<FontWeight>("weight");
        QTest::addColumn<FontSlant>("slant");
        for (const FontFace face : {FontFace::Serif, FontFace::Sans})
            for (const FontWeight weight : {FontWeight::Regular, FontWeight::Bold})
                for (const FontSlant slant : {FontSlant::Upright, FontSlant::Italic})
                    QTest::addRow("%s", qPrintable(fontFileName({face, weight, slant, 10}))) << face << weight << slant;
    }
    void measuredWidthIsPaintedWidth()
    {
        QFETCH(FontFace, face);
        QFETCH(FontWeight, weight);
        QFETCH(FontSlant, slant);
        const auto table = FontTable::builtIn();
        QVERIFY(table.has_value());
        const FontSpec spec{face, weight, slant, kEmPixels / kMillimetresPerPoint}; // so that mm are pixels of the em
        const QFontMetricsF metrics(fontAtEm(spec));
        const double measured = table->width(kPangram, spec);
        QVERIFY2(qAbs(metrics.horizontalAdvance(kPangram) - measured) < 0.002 * measured,
                 qPrintable(u"%1 %2"_s.arg(metrics.horizontalAdvance(kPangram)).arg(measured)));
    }

    void pdfHasThePaperTheTextAndOnlyOurFonts_data()
    {
        QTest::addColumn<PaperSize>("paper");
        for (const PaperSize paper : {PaperSize::A4, PaperSize::A3, PaperSize::A2, PaperSize::A1, PaperSize::A0})
            QTest::addRow("%s", qPrintable(nameOf(paper))) << paper;
    }
    void pdfHasThePaperTheTextAndOnlyOurFonts()
    {
        QFETCH(PaperSize, paper);
        if (!isThere(u"pdftotext"_s))
            QSKIP("poppler-utils: not installed");
        QTemporaryDir folder;
        const QString path = folder.filePath(u"sơ đồ.pdf"_s);
        const Page page = pageOf(paper);
        QVERIFY(writePdf({{page}}, {u"Sơ đồ"_s, u"thử"_s, *Day::fromYmd(2021, 12, 31)}, path).has_value());
        const QString text = outputOf(u"pdftotext"_s, {path, u"-"_s});
        QCOMPARE(text.count(kPangram), 4);
        for (const QString &line : outputOf(u"pdffonts"_s, {path}).split(u'\n').mid(2)) {
            if (!line.isEmpty())
                QVERIFY2(line.mid(6).startsWith(u"+BoMaySerif"_s) && line.contains(u"yes yes yes"_s), qPrintable(line));
        }
        const QString info = outputOf(u"pdfinfo"_s, {path});
        QVERIFY2(info.contains(u"pts (%1)"_s.arg(nameOf(paper))), qPrintable(info));
        QVERIFY(info.contains(u"Sơ đồ"_s));
        if (isThere(u"qpdf"_s))
            QVERIFY(outputOf(u"qpdf"_s, {u"--check"_s, path}).contains(u"No syntax or stream encoding errors"_s));
    }

    void equalPagesGiveEqualBytes()
    {
        QTemporaryDir folder;
        const Page page = pageOf(PaperSize::A3);
        QByteArray bytes[2];
        for (QByteArray &content : bytes) {
            const QString path = folder.filePath(u"a.pdf"_s);
            QVERIFY(writePdf({{page}}, {u"Sơ đồ"_s, u"thử"_s, *Day::fromYmd(2021, 12, 31)}, path).has_value());
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            content = file.readAll();
        }
        QVERIFY(!bytes[0].isEmpty());
        QVERIFY(bytes[0] == bytes[1]);
    }

    void outlineLabelsAndLinksLeadToTheirPages()
    {
        if (!isThere(u"qpdf"_s) || !isThere(u"pdfinfo"_s))
            QSKIP("qpdf or pdfinfo is not there");
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.pdf"_s);
        PaperDocument document{{pageOf(PaperSize::A4), pageOf(PaperSize::A3), pageOf(PaperSize::A4)}};
        document.pages[0].label = u"Mục lục"_s;
        document.pages[0].links = {{{20, 15, 60, 5}, 2, 50}};
        document.pages[2].label = u"B2"_s;
        document.outline = {{u"Ủy ban nhân dân"_s, 0, 0, 0},
                            {u"Phòng Nội vụ"_s, 1, 1, 30},
                            {u"Tổ Một"_s, 2, 2, 10},
                            {u"Trạm Y tế"_s, 0, 2, 20}};
        const PdfProperties properties{u"Sơ đồ"_s, u"thử"_s, *Day::fromYmd(2021, 12, 31), u"Sở Nội vụ"_s,
                                       u"Bộ máy (2021)"_s};
        QVERIFY(writePdf(document, properties, path).has_value());
        const QString info = outputOf(u"pdfinfo"_s, {path});
        for (const QString &line : {u"Sở Nội vụ"_s, u"Bộ máy (2021)"_s, u"Pages:           3"_s, u"2021"_s})
            QVERIFY2(info.contains(line), qPrintable(info));
        const QString objects =
            outputOf(u"qpdf"_s, {u"--json"_s, u"--json-key=outlines"_s, u"--json-key=pagelabels"_s, path});
        const QJsonObject json = QJsonDocument::fromJson(objects.toUtf8()).object();
        const QJsonArray outline = json[u"outlines"_s].toArray();
        QCOMPARE(outline.size(), 2);
        QCOMPARE(outline[0][u"title"_s].toString(), u"Ủy ban nhân dân"_s);
        QCOMPARE(outline[0][u"destpageposfrom1"_s].toInt(), 1);
        QCOMPARE(outline[0][u"kids"_s][0][u"title"_s].toString(), u"Phòng Nội vụ"_s);
        QCOMPARE(outline[0][u"kids"_s][0][u"kids"_s][0][u"destpageposfrom1"_s].toInt(), 3);
        QCOMPARE(outline[1][u"title"_s].toString(), u"Trạm Y tế"_s);
        const QJsonArray labels = json[u"pagelabels"_s].toArray();
        QCOMPARE(labels.size(), 3);
        QVERIFY(QString::fromUtf8(QJsonDocument(labels).toJson()).contains(u"B2"_s));
        const QString all = outputOf(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, path, u"-"_s});
        QCOMPARE(all.count(u"/Subtype /Link"_s), 1);
        QVERIFY(all.contains(u"/Lang (vi-VN)"_s));
    }

    void textComesBackInOrderAndUnchanged()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.pdf"_s);
        Page page{sizeOfPaper(PaperSize::A4), {}};
        // Brackets and backslashes end strings; a space that does not break, and letters that no font of ours has.
        const QStringList lines{u"(a) \\ b"_s, u"Tổ\u00a0công tác số\u00a01"_s, u"東京 – ₫ “x” 😀"_s, kPangram};
        double y = 250;
        for (const QString &line : lines) {
            page.list.texts.push_back({{20, y}, 0, line, {FontFace::Sans}, {}, {}});
            y -= 50; // not in the order of the page
        }
        QVERIFY(writePdf({{page}}, {{}, {}, Day{2459580}}, path).has_value());
        const QString text = outputOf(u"pdftotext"_s, {u"-raw"_s, u"-enc"_s, u"UTF-8"_s, path, u"-"_s});
        // pdftotext itself makes plain spaces of those that do not break.
        QCOMPARE(text.trimmed(), lines.join(u'\n').replace(QChar::Nbsp, u' '));
    }

    void theProfileOfArchivesHasWhatItAsksFor()
    {
        Page page = pageOf(PaperSize::A4);
        page.list.boxes.push_back({{20, 100, 50, 20}, {255, 0, 0, 100}, {}, {}});
        const auto bytes =
            pdfBytes({{page}}, {u"Sơ đồ <&>"_s, u"thử"_s, Day{2459580}, {}, {}, PdfProfile::A1b, PaperFace::BuiltIn});
        QVERIFY(bytes.has_value());
        for (const char *part : {"%PDF-1.4", "/GTS_PDFA1", "<pdfaid:part>1</pdfaid:part>", "/CIDSet", "/ID",
                                 "/Metadata", "Sơ đồ &lt;&amp;&gt;"})
            QVERIFY2(bytes->contains(part), part);
        for (const char *part : {"/ca ", "/SMask", "/Encrypt", "/ObjStm"})
            QVERIFY2(!bytes->contains(part), part);
    }

    void aStoppedExportLeavesTheOldFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.pdf"_s);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        const PaperDocument document{{pageOf(PaperSize::A4), pageOf(PaperSize::A4)}};
        const auto written = writePdf(document, {{}, {}, Day{2459580}}, path, [](int done, int) { return done == 0; });
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().code(), u"cancelled"_s);
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void aPageThatNoViewerShowsIsRefused()
    {
        Page page = pageOf(PaperSize::A4);
        page.size = {kLargestPage + 1, 300};
        const auto bytes = pdfBytes({{page}}, {{}, {}, Day{2459580}});
        QVERIFY(!bytes.has_value());
        QCOMPARE(bytes.error().code(), u"page-too-large"_s);
    }

    void aFolderThatIsNotThereIsSaid()
    {
        const Page page = pageOf(PaperSize::A4);
        const auto written = writePdf({{page}}, {{}, {}, Day{2459580}}, u"/khong/co/a.pdf"_s);
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().code(), u"cannot-write-file"_s);
    }

    void inkStaysWithinTheMeasuredHeight()
    {
        const auto table = FontTable::builtIn();
        QVERIFY(table.has_value());
        const FontSpec font{FontFace::Serif, FontWeight::Bold, FontSlant::Upright, 40};
        constexpr double kPixelsPerMm = 10;
        QImage image(6000, 600, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.scale(kPixelsPerMm, kPixelsPerMm);
        DisplayList list;
        list.texts.push_back({{5, 30}, 0, kPangram, font, {}, {}});
        paint(painter, list);
        painter.end();
        const auto hasInk = [&image](int y) {
            for (int x = 0; x < image.width(); ++x)
                if (qGray(image.pixel(x, y)) < 200)
                    return true;
            return false;
        };
        const int top = static_cast<int>((30 - table->ascent(font)) * kPixelsPerMm);
        const int bottom = static_cast<int>((30 + table->descent(font)) * kPixelsPerMm) + 1;
        for (int y = 0; y < top; ++y)
            QVERIFY2(!hasInk(y), qPrintable(QString::number(y)));
        for (int y = bottom + 1; y < image.height(); ++y)
            QVERIFY2(!hasInk(y), qPrintable(QString::number(y)));
        QVERIFY(hasInk(300 - 50));
    }
};

int main(int argc, char **argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    QGuiApplication application(argc, argv);
    QLocale::setDefault(QLocale::c());
    bomay::initResources();
    TestPdf test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_pdf.moc"
