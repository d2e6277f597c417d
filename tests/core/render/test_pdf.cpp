// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/font_table.h"
#include "core/render/fonts.h"
#include "core/render/painter.h"
#include "core/render/pdf_writer.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QFontDatabase>
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

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void append(QByteArray &bytes, std::initializer_list<unsigned> words)
{
    for (const unsigned word : words)
        bytes.append(static_cast<char>(word >> 8)).append(static_cast<char>(word));
}

/// A TrueType font under another name. Format: OpenType 1.9, table directory and name table.
QByteArray renamed(QByteArray font, const QString &family, const QString &style)
{
    const QString names[] = {family, style, family + u' ' + style, QString(family + u'-' + style).remove(u' ')};
    constexpr unsigned kIds[] = {1, 2, 4, 6}; // family, style, full name, PostScript name
    QByteArray records;
    QByteArray texts;
    append(records, {0, 4, 6 + 4 * 12});
    for (int i = 0; i < 4; ++i) {
        append(records,
               {3, 1, 0x409, kIds[i], static_cast<unsigned>(names[i].size() * 2), static_cast<unsigned>(texts.size())});
        for (const QChar letter : names[i])
            append(texts, {letter.unicode()});
    }
    while (font.size() % 4 != 0)
        font.append('\0');
    QByteArray place; // of the new table: offset and length
    for (const qsizetype number : {font.size(), records.size() + texts.size()})
        append(place, {static_cast<unsigned>(number >> 16), static_cast<unsigned>(number & 0xFFFF)});
    for (qsizetype entry = 12; entry < 12 + 16 * static_cast<uchar>(font[5]); entry += 16)
        if (font.mid(entry, 4) == "name")
            font.replace(entry + 8, 8, place);
    return font + records + texts;
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

    void aFinishedFileTakesASignature_data()
    {
        QTest::addColumn<PdfProfile>("profile");
        QTest::newRow("plain") << PdfProfile::Plain;
        QTest::newRow("archive") << PdfProfile::A1b;
    }
    /// As the clerk signs it afterwards: what was written stays byte for byte, and the signature is valid.
    void aFinishedFileTakesASignature()
    {
        QFETCH(PdfProfile, profile);
        if (!isThere(u"certutil"_s) || !isThere(u"pdfsig"_s) || !isThere(u"qpdf"_s))
            QSKIP("libnss3-tools, poppler-utils or qpdf: not installed");
        QTemporaryDir folder;
        const auto file = [&folder](const QString &name) { return folder.filePath(name); };
        QFile noise(file(u"noise"_s)); // a key of no worth may begin anywhere
        QVERIFY(noise.open(QIODevice::WriteOnly) && noise.write(QByteArray(64, 'x')) == 64);
        noise.close();
        const QString keys = u"sql:"_s + folder.path();
        outputOf(u"certutil"_s, {u"-N"_s, u"-d"_s, keys, u"--empty-password"_s});
        outputOf(u"certutil"_s, {u"-S"_s, u"-d"_s, keys, u"-n"_s, u"clerk"_s, u"-s"_s, u"CN=Van thu"_s, u"-x"_s,
                                 u"-t"_s, u"C,C,C"_s, u"-z"_s, file(u"noise"_s)});
        PaperDocument document{{pageOf(PaperSize::A4), pageOf(PaperSize::A3)}};
        document.pages[0].links = {{{20, 15, 60, 5}, 1, 50}};
        document.outline = {{u"Ủy ban nhân dân"_s, 0, 0, 0}};
        const PdfProperties properties{u"Sơ đồ"_s, u"thử"_s, Day{2459580}, {}, {}, profile, PaperFace::BuiltIn};
        QVERIFY(writePdf(document, properties, file(u"a.pdf"_s)).has_value());
        outputOf(u"pdfsig"_s, {file(u"a.pdf"_s), file(u"b.pdf"_s), u"-nssdir"_s, folder.path(), u"-nick"_s, u"clerk"_s,
                               u"-add-signature"_s});
        QVERIFY(bytesOf(file(u"b.pdf"_s)).startsWith(bytesOf(file(u"a.pdf"_s))));
        const QString told = outputOf(u"pdfsig"_s, {u"-nssdir"_s, folder.path(), u"-nocert"_s, file(u"b.pdf"_s)});
        QVERIFY2(told.contains(u"Signature is Valid"_s) && told.contains(u"Total document signed"_s), qPrintable(told));
        QVERIFY(
            outputOf(u"qpdf"_s, {u"--check"_s, file(u"b.pdf"_s)}).contains(u"No syntax or stream encoding errors"_s));
        QCOMPARE(outputOf(u"pdftotext"_s, {file(u"b.pdf"_s), u"-"_s}),
                 outputOf(u"pdftotext"_s, {file(u"a.pdf"_s), u"-"_s}));
    }

    void timesNewRomanIsTakenWhereItIsInstalled()
    {
        if (isTimesNewRomanInstalled())
            QSKIP("the font itself is installed: what happens without it cannot be seen");
        if (!isThere(u"pdffonts"_s))
            QSKIP("poppler-utils: not installed");
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.pdf"_s);
        const PdfProperties properties{{}, {}, Day{2459580}, {}, {}, PdfProfile::Plain, PaperFace::TimesNewRoman};
        const auto fontsOf = [&] {
            if (!writePdf({{pageOf(PaperSize::A4)}}, properties, path))
                return QStringList();
            QStringList names;
            for (const QString &line : outputOf(u"pdffonts"_s, {path}).split(u'\n', Qt::SkipEmptyParts).mid(2))
                names += line.section(u' ', 0, 0).section(u'+', 1);
            names.sort();
            return names;
        };
        QCOMPARE(fontsOf(), (QStringList{u"BoMaySerif"_s, u"BoMaySerif-Bold"_s, u"BoMaySerif-BoldItalic"_s,
                                         u"BoMaySerif-Italic"_s}));
        QList<int> installed;
        for (const QString &style : {u"Regular"_s, u"Bold"_s, u"Italic"_s, u"BoldItalic"_s})
            installed += QFontDatabase::addApplicationFontFromData(
                renamed(bytesOf(u":/fonts/BoMaySerif-%1.ttf"_s.arg(style)), u"Times New Roman"_s,
                        style == u"BoldItalic"_s ? u"Bold Italic"_s : style));
        QVERIFY(isTimesNewRomanInstalled());
        const QStringList names = fontsOf();
        const QString text = outputOf(u"pdftotext"_s, {path, u"-"_s});
        for (const int font : installed)
            QFontDatabase::removeApplicationFont(font);
        QCOMPARE(names, (QStringList{u"TimesNewRoman"_s, u"TimesNewRoman-Bold"_s, u"TimesNewRoman-BoldItalic"_s,
                                     u"TimesNewRoman-Italic"_s}));
        QCOMPARE(text.count(kPangram), 4);
        QVERIFY(!isTimesNewRomanInstalled());
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

    void onePageOfManyRunsCanBeStoppedToo()
    {
        Page page = pageOf(PaperSize::A4);
        for (int i = 0; i < 600; ++i)
            page.list.closeRun({}, page.list.bounds);
        for (const int most : {1, 2, 3}) {
            int steps = 0;
            const auto bytes = pdfBytes({{page}}, {{}, {}, Day{2459580}},
                                        [&steps, most](int /*done*/, int /*total*/) { return ++steps < most; });
            QVERIFY(!bytes.has_value());
            QCOMPARE(bytes.error().code(), u"cancelled"_s);
            QCOMPARE(steps, most);
        }
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
