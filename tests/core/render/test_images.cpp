// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/fonts.h"
#include "core/render/pdf_writer.h"
#include "core/render/picture_bytes.h"
#include "core/render/picture_cache.h"
#include "core/render/picture_image.h"
#include "core/render/picture_writer.h"
#include "tests/support/sample_pictures.h"
#include "tests/support/test_main.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

constexpr QRectF kPlace(10, 20, 40, 20);
constexpr QColor kLeft(200, 40, 40);
constexpr QColor kRight(40, 40, 200);

enum class Coding { Plain, Progressive };

Picture encoded(const QImage &image, const char *format, Coding coding = Coding::Plain)
{
    Picture picture;
    QBuffer buffer(&picture.bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(90);
    writer.setProgressiveScanWrite(coding == Coding::Progressive);
    writer.write(image);
    return picture;
}

/// Twice as wide as high: a colour on the left and one on the right.
QImage twoColors(const QColor &left, QImage::Format format)
{
    QImage image(64, 32, QImage::Format_ARGB32);
    for (int y = 0; y < 32; ++y)
        for (int x = 0; x < 64; ++x)
            image.setPixelColor(x, y, x < 32 ? left : kRight);
    return image.convertToFormat(format);
}

/// Colours as inks, Adobe's way: Qt writes none.
const QByteArray kInks = QByteArray::fromBase64(
    "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUV"
    "FQwPFxgWFBgSFBUU/9sAQwEDBAQFBAUJBQUJFA0LDRQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU"
    "FBQUFBQU/8AAFAgAEAAQBAERAAIRAQMRAQQRAP/EABcAAQEBAQAAAAAAAAAAAAAAAAAHBgj/xAAUEAEAAAAAAAAAAAAAAAAAAAAA"
    "/8QAFQEBAQAAAAAAAAAAAAAAAAAACQf/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIRAxEEAAA/ANQrY73YCyiUJ6I0WsYQ"
    "solCej//2Q==");

Page pageWith(const Picture &picture)
{
    Page page{{100, 60}, {}};
    page.list.images.push_back({kPlace, picture, {}});
    page.list.bounds = kPlace;
    return page;
}

bool isThere(const QString &tool)
{
    return !QStandardPaths::findExecutable(tool).isEmpty();
}

Result<QByteArray> pdfOf(const Page &page, PdfProfile profile = PdfProfile::Plain)
{
    return pdfBytes({{page, page}}, {u"Sơ đồ"_s, u"thử"_s, Day{2459580}, {}, {}, profile, PaperFace::BuiltIn});
}

/// Ten pixels for a millimetre.
QImage asPng(const Page &page, const QTemporaryDir &folder)
{
    const QString path = folder.filePath(u"page.png"_s);
    return writePng(page, 254, path) ? QImage(path) : QImage();
}

QImage asSeenInPdf(const Page &page, const QTemporaryDir &folder)
{
    const auto bytes = pdfOf(page);
    QFile file(folder.filePath(u"page.pdf"_s));
    if (!bytes || !file.open(QIODevice::WriteOnly))
        return {};
    file.write(*bytes);
    file.close();
    QProcess process;
    process.start(u"pdftoppm"_s,
                  {u"-r"_s, u"254"_s, u"-png"_s, u"-singlefile"_s, file.fileName(), folder.filePath(u"seen"_s)});
    return process.waitForFinished() ? QImage(folder.filePath(u"seen.png"_s)) : QImage();
}

/// The picture that an SVG holds.
Picture inSvg(const QByteArray &svg)
{
    static const QRegularExpression kImage(
        u"<image x=\"10\" y=\"20\" width=\"40\" height=\"20\" "
        "preserveAspectRatio=\"none\" xlink:href=\"data:image/[a-z]+;base64,([^\"]+)\"/>"_s);
    return {QByteArray::fromBase64(kImage.match(QString::fromUtf8(svg)).captured(1).toUtf8())};
}

bool isNear(const QColor &a, const QColor &b)
{
    constexpr int kNear = 24; // a JPEG keeps no colour to the last level
    return std::max({std::abs(a.red() - b.red()), std::abs(a.green() - b.green()), std::abs(a.blue() - b.blue())}) <=
           kNear;
}

QByteArray jpegSegment(char marker, const QByteArray &content)
{
    return QByteArray("\xff") + marker + '\0' + static_cast<char>(content.size() + 2) + content;
}

/// A pass more over the same samples costs a few bytes in the file, and the time for all of them.
Picture withPasses(int more)
{
    Picture picture = encoded(twoColors(kLeft, QImage::Format_RGB32), "jpg", Coding::Progressive);
    const qsizetype scan = picture.bytes.lastIndexOf("\xff\xda");
    const QByteArray pass = picture.bytes.sliced(scan, picture.bytes.size() - 2 - scan);
    picture.bytes.insert(scan, pass.repeated(more));
    return picture;
}

} // namespace

class TestImages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(loadBuiltInFonts().has_value()); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyWriterShowsAPictureAlike_data()
    {
        QTest::addColumn<Picture>("picture");
        QTest::addColumn<QColor>("left");
        QTest::addColumn<QColor>("right");
        const QImage colors = twoColors(kLeft, QImage::Format_RGB32);
        const auto grey = [](const QColor &color) {
            const int level = qGray(color.rgb());
            return QColor(level, level, level);
        };
        QTest::newRow("JPEG") << encoded(colors, "jpg") << kLeft << kRight;
        QTest::newRow("progressive JPEG") << encoded(colors, "jpg", Coding::Progressive) << kLeft << kRight;
        const QImage greys = colors.convertToFormat(QImage::Format_Grayscale8);
        QTest::newRow("grey JPEG") << encoded(greys, "jpg") << grey(kLeft) << grey(kRight);
        QTest::newRow("JPEG of inks") << Picture{kInks} << QColor(198, 40, 38) << QColor(39, 42, 200);
        QTest::newRow("PNG") << encoded(colors, "png") << kLeft << kRight;
        QTest::newRow("grey PNG") << encoded(greys, "png") << grey(kLeft) << grey(kRight);
        QTest::newRow("PNG with a palette")
            << encoded(colors.convertToFormat(QImage::Format_Indexed8), "png") << kLeft << kRight;
        QTest::newRow("PNG of 16 bits") << encoded(colors.convertToFormat(QImage::Format_RGBX64), "png") << kLeft
                                        << kRight;
        const auto clear = [](int alpha) {
            return encoded(twoColors(QColor(200, 40, 40, alpha), QImage::Format_ARGB32), "png");
        };
        QTest::newRow("clear PNG") << clear(0) << QColor(Qt::white) << kRight;
        QTest::newRow("half clear PNG") << clear(127) << QColor(228, 148, 148) << kRight;
    }
    void everyWriterShowsAPictureAlike()
    {
        QFETCH(Picture, picture);
        QFETCH(QColor, left);
        QFETCH(QColor, right);
        const QTemporaryDir folder;
        const Page page = pageWith(picture);
        const auto shows = [&](const QImage &image, QRectF place) {
            const QColor a = image.pixelColor((place.center() - QPointF(place.width() / 4, 0)).toPoint());
            const QColor b = image.pixelColor((place.center() + QPointF(place.width() / 4, 0)).toPoint());
            const QByteArray seen = QByteArray(a.name().toLatin1()) + ' ' + b.name().toLatin1();
            return isNear(a, left) && isNear(b, right) ? QByteArray() : seen;
        };
        const QRectF pixels(100, 200, 400, 200);
        QCOMPARE(shows(asPng(page, folder), pixels), QByteArray());
        const Picture web = inSvg(svgOf(page, {}, SvgText::Text));
        QImage onWhite(decodedImage(web).size(), QImage::Format_RGB32);
        onWhite.fill(Qt::white);
        QPainter(&onWhite).drawImage(0, 0, decodedImage(web));
        QCOMPARE(shows(onWhite, onWhite.rect()), QByteArray());
        if (!isThere(u"pdftoppm"_s))
            QSKIP("poppler-utils: not installed");
        QCOMPARE(shows(asSeenInPdf(page, folder), pixels), QByteArray());
    }

    void whatCannotBeDrawnIsAFrameWithACross_data()
    {
        QTest::addColumn<Picture>("picture");
        const Picture whole = encoded(twoColors(kLeft, QImage::Format_RGB32), "png");
        QTest::newRow("nothing") << Picture{};
        QTest::newRow("no picture") << Picture{"\xff\xd8\xff mere words"};
        QTest::newRow("PNG, cut") << Picture{whole.bytes.first(whole.bytes.size() / 2)};
        QTest::newRow("header alone") << pictureOfSize({30, 40});
        QTest::newRow("more pixels than memory") << pictureOfSize({30'000, 30'000});
        QTest::newRow("sides as long as a number can be") << pictureOfSize({0x7fffffff, 0x7fffffff});
        QTest::newRow("passes without end") << withPasses(kMostPictureScans);
        QTest::newRow("more passes than parts are told apart") << withPasses(6000);
        QTest::newRow("many passes, cut before the end") << Picture{withPasses(200).bytes.chopped(2)};
        Picture stray = withPasses(200);
        stray.bytes.insert(stray.bytes.indexOf("\xff\xdb"), 'x');
        QTest::newRow("many passes behind a stray byte") << stray;
    }
    void whatCannotBeDrawnIsAFrameWithACross()
    {
        QFETCH(Picture, picture);
        QVERIFY(decodedImage(picture).isNull());
        const QTemporaryDir folder;
        const Page page = pageWith(picture);
        const QImage image = asPng(page, folder);
        QVERIFY(qGray(image.pixel(300, 300)) < 160); // where the strokes cross
        QVERIFY(qGray(image.pixel(100, 300)) < 200); // the left edge
        QCOMPARE(image.pixelColor(300, 250), QColor(Qt::white));
        const QByteArray svg = svgOf(page, {}, SvgText::Text);
        QCOMPARE(svg.count("<polyline"), 2);
        QVERIFY(!svg.contains("<image") && !svg.contains("xlink:href"));
        const auto pdf = pdfOf(page);
        QVERIFY(pdf && !pdf->contains("/XObject"));
        if (isThere(u"pdftoppm"_s))
            QVERIFY(qGray(asSeenInPdf(page, folder).pixel(300, 300)) < 160);
    }

    /// A telephone puts a preview before the photograph and a video behind it: their bytes are no passes.
    void onlyPassesOverThePictureCount()
    {
        Picture photo = encoded(twoColors(kLeft, QImage::Format_RGB32), "jpg", Coding::Progressive);
        const QImage image = decodedImage(photo);
        const int scans = scansOfJpeg(photo.bytes, kMostPictureScans);
        QVERIFY(scans > 1);
        const QByteArray like = QByteArray("\xff\xda").repeated(kMostPictureScans + 20);
        photo.bytes.insert(2, jpegSegment('\xfe', like)).append(like);
        QCOMPARE(scansOfJpeg(photo.bytes, kMostPictureScans), scans);
        QVERIFY(!image.isNull());
        QCOMPARE(decodedImage(photo), image);
    }

    /// Others are decoded here and packed anew.
    void onlyWhatEveryReaderDecodesGoesOnAsItIs()
    {
        const Picture usual = encoded(twoColors(kLeft, QImage::Format_RGB32), "jpg");
        QVERIFY(jpegLayoutOf(usual).isUsual);
        const qsizetype frame = usual.bytes.indexOf("\xff\xc0");
        QVERIFY(frame > 0);
        Picture arithmetic = usual;
        arithmetic.bytes[frame + 1] = '\xc9';
        QVERIFY(!jpegLayoutOf(arithmetic).isUsual);
        QCOMPARE(jpegLayoutOf(arithmetic).components, 3);
        Picture unnumbered = usual;
        for (const int component : {0, 1, 2})
            unnumbered.bytes[frame + 10 + 3 * component] = "RGB"[component];
        QVERIFY(!jpegLayoutOf(unnumbered).isUsual);
        QCOMPARE(jpegLayoutOf({kInks}).components, 4);
        QVERIFY(!pdfOf(pageWith({kInks}))->contains("/DCTDecode"));
    }

    void aPictureIsEmbeddedOnceInAPdf()
    {
        Page page = pageWith(encoded(twoColors(kLeft, QImage::Format_RGB32), "jpg"));
        page.list.images.push_back({{60, 20, 30, 15}, page.list.images.front().picture, {}});
        const auto one = pdfOf(page); // two pages with it twice
        QVERIFY(one.has_value());
        QCOMPARE(one->count("/Subtype /Image"), 1);
        QVERIFY(one->contains("/DCTDecode"));
        QCOMPARE(*pdfOf(page), *one);
        page.list.images.back().picture = encoded(twoColors(kRight, QImage::Format_RGB32), "png");
        const auto two = pdfOf(page);
        QVERIFY(two.has_value());
        QCOMPARE(two->count("/Subtype /Image"), 2);
    }

    /// PDF/A-1 knows no transparency: what is clear lies on white.
    void theProfileOfArchivesHasNoMask()
    {
        const Page page = pageWith(encoded(twoColors(QColor(0, 0, 0, 0), QImage::Format_ARGB32), "png"));
        QVERIFY(pdfOf(page)->contains("/SMask"));
        QVERIFY(!pdfOf(page, PdfProfile::A1b)->contains("/SMask"));
        // One that could let something through and does not needs none.
        const Page full = pageWith(encoded(twoColors(kLeft, QImage::Format_ARGB32), "png"));
        QVERIFY(!pdfOf(full)->contains("/SMask"));
    }

    /// A camera writes where it was, a program its notes and a preview; a chart that is given away says none of it.
    void whatIsNoPixelStaysHere()
    {
        Picture photo = encoded(twoColors(kLeft, QImage::Format_RGB32), "jpg");
        const QByteArray place = "Exif\0\0 10.7769 N 106.7009 E";
        photo.bytes.insert(2, jpegSegment('\xe1', place) + jpegSegment('\xfe', "a comment"));
        photo.bytes.append("a preview behind the end");
        QVERIFY(!decodedImage(photo).isNull());
        for (const QByteArray &bare :
             {bareBytes(photo), inSvg(svgOf(pageWith(photo), {}, SvgText::Text)).bytes, *pdfOf(pageWith(photo))}) {
            QVERIFY(bare.contains("\xff\xda"));
            for (const char *word : {"10.7769", "a comment", "a preview"})
                QVERIFY2(!bare.contains(word), word);
        }
        QImage image = twoColors(kLeft, QImage::Format_RGB32);
        image.setText(u"Author"_s, u"nobody"_s);
        const Picture noted = encoded(image, "png");
        QVERIFY(noted.bytes.contains("nobody"));
        const QByteArray bare = bareBytes(noted);
        QVERIFY(!bare.contains("nobody"));
        QCOMPARE(decodedImage({bare}), decodedImage(noted));
    }

    /// Programs hide more in the parts that say what a JPEG is, and in parts that nobody reads.
    void ofThePartsOfAJpegOnlyWhatIsMeantGoesOn()
    {
        const Picture plain = encoded(twoColors(kLeft, QImage::Format_RGB32), "jpg");
        QVERIFY(plain.bytes.startsWith(QByteArray("\xff\xd8\xff\xe0\0\x10JFIF", 10)));
        const QByteArray rest = plain.bytes.sliced(20); // behind that part
        const QByteArray jfif = QByteArray("JFIF\0\1\1\0\0\1\0\1\2\2", 14) + "hidden face.";
        const QByteArray preview = QByteArray("JFXX\0\x10", 6) + "Exif: hidden preview";
        const QByteArray adobe = QByteArray("Adobe\0\x64\0\0\0\0\1", 12) + "hidden words";
        const Picture photo{QByteArray("\xff\xd8") + jpegSegment('\xe0', jfif) + jpegSegment('\xe0', preview) +
                            jpegSegment('\xee', adobe) + jpegSegment('\xee', "Exif of another") + rest};
        QCOMPARE(decodedImage(photo), decodedImage(plain));
        const Picture bare{bareBytes(photo)};
        QVERIFY(!bare.bytes.contains("Exif") && !bare.bytes.contains("hidden"));
        QVERIFY(bare.bytes.startsWith(QByteArray("\xff\xd8\xff\xe0\0\x10JFIF", 10)));
        QCOMPARE(bare.bytes.count("Adobe"), 1);
        QCOMPARE(decodedImage(bare), decodedImage(plain));
        Picture reserved = plain;
        reserved.bytes.insert(20, jpegSegment('\xf3', "Exif") + jpegSegment('\x50', "Exif"));
        QCOMPARE(bareBytes(reserved), plain.bytes);
    }

    void aPictureIsDecodedAsLargeAsItIsShown_data()
    {
        QTest::addColumn<QSizeF>("shown");
        QTest::addColumn<QSize>("decoded");
        QTest::newRow("larger than it is") << QSizeF(900, 450) << QSize(64, 32);
        QTest::newRow("as it is") << QSizeF(64, 32) << QSize(64, 32);
        QTest::newRow("a little smaller") << QSizeF(40, 20) << QSize(64, 32);
        QTest::newRow("half") << QSizeF(32, 16) << QSize(32, 16);
        QTest::newRow("a dot") << QSizeF(3, 2) << QSize(4, 2);
    }
    void aPictureIsDecodedAsLargeAsItIsShown()
    {
        QFETCH(QSizeF, shown);
        QFETCH(QSize, decoded);
        for (const char *format : {"png", "jpg"})
            QCOMPARE(imageFor(encoded(twoColors(kLeft, QImage::Format_RGB32), format), shown).size(), decoded);
    }

    void sidesAsLongAsANumberCanBeAreHalved()
    {
        QCOMPARE(halvingsFor({0x7fffffff, 0x7fffffff}, {32, 32}), 12);
        QCOMPARE(halvingsFor({0x7fffffff, 1}, {1 << 29, 1}), 2);
    }

    void decodedPicturesAreKeptUpToABound()
    {
        constexpr qsizetype kOne = 64 * 32 * 4;
        PictureCache cache(3 * kOne);
        std::vector<Picture> pictures;
        for (int i = 0; i < 4; ++i)
            pictures.push_back(encoded(twoColors(QColor(50 * i, 0, 0), QImage::Format_RGB32), "png"));
        QVERIFY(!cache.has(pictures[0], {64, 32}));
        QCOMPARE(cache.image(pictures[0], {64, 32}), decodedImage(pictures[0]));
        QVERIFY(cache.has(pictures[0], {64, 32}) && cache.has(pictures[0], {50, 25}));
        QVERIFY(!cache.has(pictures[0], {20, 10})); // at another size
        const Picture copy = pictures[0];
        QVERIFY(cache.has(copy, {64, 32}));
        for (int round = 0; round < 3; ++round)
            for (const Picture &picture : pictures) {
                QCOMPARE(cache.image(picture, {64, 32}), decodedImage(picture));
                QVERIFY(cache.memory() <= 3 * kOne);
            }
        QVERIFY(cache.has(pictures[3], {64, 32}) && !cache.has(pictures[0], {64, 32}));
    }
};

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QLocale::setDefault(QLocale::c());
    bomay::initResources();
    TestImages test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_images.moc"
