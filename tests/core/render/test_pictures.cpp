// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/fonts.h"
#include "core/render/picture_writer.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <algorithm>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

Page samplePage()
{
    Page page{sizeOfPaper(PaperSize::A4), {}};
    page.list.addLine({{20, 20}, {20, 60}}, {{0, 0, 0, 255}, 0.5, StrokeStyle::Dashed});
    page.list.boxes.push_back({{20, 100, 50, 20}, {255, 0, 0, 255}, {}, {}});
    page.list.texts.push_back({{20, 200}, 30, u"Ủy ban <A> & “B”"_s, {}, {}, {}});
    return page;
}

/// The names and texts of the elements; empty where it is not well-formed.
QStringList elementsOf(const QByteArray &svg)
{
    QStringList names;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement)
            names += xml.name().toString();
        else if (xml.isCharacters() && !xml.isWhitespace())
            names += xml.text().toString();
    return xml.hasError() ? QStringList{} : names;
}

} // namespace

class TestPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(loadBuiltInFonts().has_value()); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void svgHasThePaperAndItsTextAsText()
    {
        const QByteArray svg = svgOf(samplePage(), u"Sơ đồ <1>"_s, SvgText::Text);
        QCOMPARE(elementsOf(svg), (QStringList{u"svg"_s, u"title"_s, u"Sơ đồ <1>"_s, u"rect"_s, u"polyline"_s,
                                               u"rect"_s, u"text"_s, u"Ủy ban <A> & “B”"_s}));
        QVERIFY(svg.contains("width=\"210mm\" height=\"297mm\" viewBox=\"0 0 210 297\""));
        QVERIFY(svg.contains("stroke-dasharray=\"3 2\""));
        QCOMPARE(svg, svgOf(samplePage(), u"Sơ đồ <1>"_s, SvgText::Text));
    }

    void svgWithOutlinesNeedsNoFont()
    {
        const QByteArray svg = svgOf(samplePage(), {}, SvgText::Outlines);
        QVERIFY(elementsOf(svg).contains(u"path"_s));
        QVERIFY(!svg.contains("<text") && !svg.contains("font-family"));
    }

    void heads_data()
    {
        QTest::addColumn<bool>("atBegin");
        QTest::addColumn<bool>("atEnd");
        QTest::newRow("none") << false << false;
        QTest::newRow("end") << false << true;
        QTest::newRow("both") << true << true;
    }
    /// Arrow heads are filled triangles that widen from the tip.
    void heads()
    {
        QFETCH(bool, atBegin);
        QFETCH(bool, atEnd);
        Page page{{100, 50}, {}};
        LineItem &line = page.list.addLine({{10, 25}, {50, 25}, {50, 40}}, {{0, 0, 0, 255}, 1, StrokeStyle::Solid});
        line.headAtBegin = atBegin;
        line.headAtEnd = atEnd;
        QCOMPARE(elementsOf(svgOf(page, {}, SvgText::Text)).count(u"polygon"_s), (atBegin ? 1 : 0) + (atEnd ? 1 : 0));
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.png"_s);
        QVERIFY(writePng(page, 254, path).has_value()); // ten pixels for a millimetre
        const QImage image(path);
        const auto isInk = [&image](double x, double y) {
            return qGray(image.pixel(qRound(10 * x), qRound(10 * y))) < 99;
        };
        QCOMPARE(isInk(14.5, 26.4), atBegin); // beside the line, 4.5 mm behind the tip
        QCOMPARE(isInk(51.4, 35.5), atEnd);
        QVERIFY(isInk(30, 25) && !isInk(30, 26.4));
    }

    void strokesAreToldApart()
    {
        Page page{{100, 50}, {}};
        double y = 10;
        for (const StrokeStyle style :
             {StrokeStyle::Solid, StrokeStyle::Dashed, StrokeStyle::Dotted, StrokeStyle::DashDotted}) {
            page.list.addLine({{10, y}, {90, y}}, {{0, 0, 0, 255}, 1, style});
            y += 10;
        }
        const QByteArray svg = svgOf(page, {}, SvgText::Text);
        for (const char *dashes : {"6 4", "1.2 2.4", "6 2.5 1.2 2.5"})
            QVERIFY2(svg.contains(QByteArray("stroke-dasharray=\"") + dashes + '"'), dashes);
    }

    void pngHasItsSizeAndResolution()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.png"_s);
        QVERIFY(writePng(samplePage(), 100, path).has_value());
        const QImage image(path);
        QCOMPARE(image.size(), QSize(827, 1170));
        QCOMPARE(image.dotsPerMeterX(), 3937);
        QCOMPARE(image.pixelColor(150, 430), QColor(255, 0, 0)); // in the box
        QCOMPARE(image.pixelColor(500, 430), QColor(Qt::white));
    }

    void pagesAreFilesOfTheirOwnAndAllOrNone()
    {
        QTemporaryDir folder;
        const auto file = [&folder](const QString &name) { return folder.filePath(name); };
        const auto names = [&folder] {
            return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
        };
        PaperDocument document{{samplePage(), samplePage(), samplePage()}};
        document.pages[1].label = u"A1"_s;
        const PictureOptions svg{.format = PictureFormat::Svg};
        QVERIFY(writePictures(document, u"một"_s, svg, file(u"hình.svg"_s)).has_value());
        const QStringList all{u"hình-1.svg"_s, u"hình-3.svg"_s, u"hình-A1.svg"_s};
        QCOMPARE(names(), all);
        const auto isOld = [&] {
            return std::ranges::all_of(all, [&](const QString &name) {
                QFile picture(file(name));
                return picture.open(QIODevice::ReadOnly) && picture.readAll().contains("<title>một</title>");
            });
        };
        QVERIFY(isOld());
        for (const int pages : {0, 2, 3}) {
            const auto stopped = writePictures(document, u"hai"_s, svg, file(u"hình.svg"_s),
                                               [pages](int done, int total) { return 3 * done < pages * total; });
            QVERIFY(!stopped.has_value());
            QCOMPARE(stopped.error().code(), u"cancelled"_s);
            QVERIFY(isOld());
            QCOMPARE(names(), all);
        }
        document.pages[0].size = document.pages[1].size = {20, 20};
        document.pages[2].size = {2000, 2000};
        const auto refused = writePictures(document, u"hai"_s, {.dotsPerInch = 1200}, file(u"hình.png"_s));
        QCOMPARE(refused.error().code(), u"image-too-large"_s);
        QCOMPARE(names(), all);
        document.pages.resize(1);
        QVERIFY(writePictures(document, {}, {.dotsPerInch = 50}, file(u"hình.png"_s)).has_value());
        QVERIFY(names().contains(u"hình.png"_s));
        QCOMPARE(writePictures(document, {}, {}, file(u"không có/hình.png"_s)).error().code(), u"cannot-write-file"_s);
    }

    void whereOneCannotBeReplacedAllStay()
    {
        QTemporaryDir folder;
        const auto file = [&folder](const QString &name) { return folder.filePath(name); };
        const auto content = [&file](const QString &name) {
            QFile picture(file(name));
            return picture.open(QIODevice::ReadOnly) ? picture.readAll() : QByteArray("none");
        };
        QFile old(file(u"hình-2.svg"_s));
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        QVERIFY(QDir(folder.path()).mkdir(u"hình-3.svg"_s)); // no file can take its place
        const PaperDocument document{{samplePage(), samplePage(), samplePage()}};
        const auto written = writePictures(document, {}, {.format = PictureFormat::Svg}, file(u"hình.svg"_s));
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().code(), u"cannot-write-file"_s);
        QCOMPARE(written.error().place.file, file(u"hình-3.svg"_s)); // and not where it waited
        QCOMPARE(content(u"hình-1.svg"_s), QByteArray("none"));
        QCOMPARE(content(u"hình-2.svg"_s), QByteArray("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 2);
    }

    void onePictureCanBeStoppedWhileItIsMade_data()
    {
        QTest::addColumn<PictureFormat>("format");
        QTest::newRow("png") << PictureFormat::Png;
        QTest::newRow("svg") << PictureFormat::Svg;
    }
    /// At every step that it tells of.
    void onePictureCanBeStoppedWhileItIsMade()
    {
        QFETCH(PictureFormat, format);
        Page page = samplePage();
        for (int i = 0; i < 600; ++i) // more than are made between two steps
            page.list.closeRun({}, page.list.bounds);
        const PaperDocument document{{page}};
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a"_s);
        const auto stepsUpTo = [&](int most) {
            int steps = 0;
            const auto written = writePictures(document, {}, {.format = format, .dotsPerInch = 50}, path,
                                               [&steps, most](int /*done*/, int /*total*/) { return ++steps < most; });
            return std::pair(steps, written.has_value());
        };
        const auto [all, isWritten] = stepsUpTo(1000000);
        QVERIFY(isWritten);
        QVERIFY2(all >= 4, qPrintable(QString::number(all)));
        QVERIFY(QFile::remove(path));
        for (int most = 1; most <= all; ++most) {
            QCOMPARE(stepsUpTo(most), std::pair(most, false));
            QVERIFY(QDir(folder.path()).isEmpty());
        }
    }

    void anImageBeyondMemoryIsRefused()
    {
        QTemporaryDir folder;
        Page page = samplePage();
        page.size = {2000, 2000};
        const auto written = writePng(page, 1200, folder.filePath(u"a.png"_s));
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().code(), u"image-too-large"_s);
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QLocale::setDefault(QLocale::c());
    bomay::initResources();
    TestPictures test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_pictures.moc"
