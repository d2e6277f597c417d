// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/picture_intake.h"
#include "tests/support/sample_pictures.h"
#include "tests/support/test_main.h"

#include <QBuffer>
#include <QColorSpace>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QTemporaryDir>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// Red above, blue below, green at the left edge: says how it stands.
QImage flag(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QPainter painter(&image);
    painter.fillRect(0, 0, width, height / 2, Qt::red);
    painter.fillRect(0, 0, width / 10, height, Qt::green);
    return image;
}

QByteArray fileOf(const QImage &image, const char *format, int quality = -1)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, format, quality))
        qFatal("%s is not written", format);
    return bytes;
}

/// A photograph as a telephone writes it: turned, with a place that nobody is to read.
QByteArray photograph(const QImage &image, char orientation)
{
    QByteArray bytes = fileOf(image, "jpeg", 95);
    QByteArray exif("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
    exif += orientation;
    exif += QByteArray("\0\0\0\0\0\0", 6) + "GPS 10.7769N 106.7009E";
    const qsizetype length = exif.size() + 2;
    return bytes.insert(2, QByteArray("\xff\xe1") + static_cast<char>(length >> 8) + static_cast<char>(length & 255) +
                               exif);
}

/// A progressive photograph with its last pass so often more.
QByteArray withPasses(int more)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setProgressiveScanWrite(true);
    if (!writer.write(flag(60, 80)))
        qFatal("the photograph is not written");
    const qsizetype scan = bytes.lastIndexOf("\xff\xda");
    const QByteArray pass = bytes.sliced(scan, bytes.size() - 2 - scan);
    return bytes.insert(scan, pass.repeated(more));
}

enum class Rows : char { InOrder, Interlaced };

/// The beginning of a PNG of so many pixels of a kind, its check sum right.
QByteArray pngOf(QSize size, QImage::Format format, Rows rows)
{
    constexpr quint32 kPolynomial = 0xedb88320; // of CRC-32
    QByteArray bytes = fileOf(flag(8, 8).convertToFormat(format), "png");
    qToBigEndian(static_cast<quint32>(size.width()), bytes.data() + 16);
    qToBigEndian(static_cast<quint32>(size.height()), bytes.data() + 20);
    bytes[28] = static_cast<char>(rows);
    quint32 sum = 0xffffffff;
    for (const char byte : bytes.sliced(12, 17)) {
        sum ^= static_cast<uchar>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum & 1) != 0 ? sum >> 1 ^ kPolynomial : sum >> 1;
    }
    qToBigEndian(~sum, bytes.data() + 29);
    return bytes;
}

/// A drawing with so much in it.
QByteArray svgWith(const QByteArray &content)
{
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"9\" "
           "height=\"9\">" +
           content + "</svg>";
}

/// A file that is written into a drawing.
QByteArray writtenIn(const QByteArray &type, const QByteArray &bytes)
{
    return "<image xlink:href=\"data:" + type + ";base64," + bytes.toBase64() + "\" width=\"9\" height=\"9\"/>";
}

QImage imageOf(const Picture &picture)
{
    return QImage::fromData(picture.bytes);
}

bool isAbout(QColor color, QColor wanted)
{
    return std::abs(color.red() - wanted.red()) + std::abs(color.green() - wanted.green()) +
               std::abs(color.blue() - wanted.blue()) <
           60;
}

} // namespace

class TestPictureIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aPortraitIsThreeByFourAndSmall_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QSize>("kept");
        QTest::newRow("a large photograph") << QSize(3000, 4000) << QSize(480, 640);
        QTest::newRow("wide") << QSize(1600, 900) << QSize(480, 640);
        QTest::newRow("high") << QSize(600, 2000) << QSize(480, 640);
        QTest::newRow("small stays small") << QSize(90, 120) << QSize(90, 120);
        QTest::newRow("small and wide") << QSize(400, 120) << QSize(90, 120);
        QTest::newRow("a line") << QSize(1, 500) << QSize(1, 1);
    }
    void aPortraitIsThreeByFourAndSmall()
    {
        QFETCH(QSize, size);
        QFETCH(QSize, kept);
        const auto picture = keptPicture(flag(size.width(), size.height()), PictureUse::Portrait);
        QVERIFY(picture);
        QCOMPARE(headerOf(*picture), (PictureHeader{PictureHeader::Format::Jpeg, kept}));
        QVERIFY2(picture->bytes.size() < 100'000, qPrintable(QString::number(picture->bytes.size())));
    }

    void whatIsTooWideGoesFromBothSidesAndWhatIsTooHighMoreFromBelow()
    {
        const QImage wide = imageOf(*keptPicture(flag(1600, 400), PictureUse::Portrait));
        QVERIFY(isAbout(wide.pixelColor(5, 5), Qt::red)); // the green edge is gone
        // 300 × 800: 400 stay from row 133 on, so that the middle of the flag lies at two thirds.
        const QImage high = imageOf(*keptPicture(flag(300, 800), PictureUse::Portrait));
        QCOMPARE(high.size(), QSize(300, 400));
        QVERIFY(isAbout(high.pixelColor(150, 255), Qt::red));
        QVERIFY(isAbout(high.pixelColor(150, 280), Qt::blue));
    }

    void aPhotographStandsAsTheCameraWasHeldAndKeepsPixelsAlone()
    {
        const QString path = file(u"may-anh.jpg"_s, photograph(flag(1600, 1200), 6)); // to be turned to the right
        const auto picture = readPicture(path, PictureUse::Portrait);
        QVERIFY(picture);
        const QImage image = imageOf(*picture);
        QCOMPARE(image.size(), QSize(480, 640));
        QVERIFY(isAbout(image.pixelColor(240, 10), Qt::green)); // the left edge is above
        QVERIFY(isAbout(image.pixelColor(400, 400), Qt::red));
        QVERIFY(isAbout(image.pixelColor(80, 400), Qt::blue));
        QVERIFY(!picture->bytes.contains("Exif") && !picture->bytes.contains("GPS"));
    }

    void textsAndProfilesStayOutside()
    {
        QImage image = flag(400, 400);
        image.setText(u"Comment"_s, u"chup-o-nha"_s);
        image.setColorSpace(QColorSpace(QColorSpace::DisplayP3));
        const QString path = file(u"chu.png"_s, fileOf(image, "png"));
        QVERIFY(QImage(path).text(u"Comment"_s) == u"chup-o-nha"_s && QImage(path).colorSpace().isValid());
        const auto logo = readPicture(path, PictureUse::Logo);
        QVERIFY(logo);
        QVERIFY(!logo->bytes.contains("chup-o-nha") && !imageOf(*logo).colorSpace().isValid());
        const auto portrait = readPicture(path, PictureUse::Portrait);
        QVERIFY(portrait && !portrait->bytes.contains("chup-o-nha"));
    }

    void aLogoKeepsItsProportionsAndWhatShowsThrough()
    {
        QImage image(2400, 800, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter(&image).fillRect(600, 200, 1200, 400, Qt::red);
        const auto logo = keptPicture(image, PictureUse::Logo);
        QVERIFY(logo);
        QCOMPARE(headerOf(*logo), (PictureHeader{PictureHeader::Format::Png, {1200, 400}}));
        const QImage kept = imageOf(*logo);
        QCOMPARE(qAlpha(kept.pixel(5, 5)), 0);
        QCOMPARE(kept.pixelColor(600, 200), QColor(Qt::red));
        QCOMPARE(headerOf(*keptPicture(flag(300, 5000), PictureUse::Logo)).size, QSize(72, 1200));
    }

    void aLogoWithoutTransparencyIsTheSmallerOfTwo()
    {
        QCOMPARE(headerOf(*keptPicture(flag(600, 600), PictureUse::Logo)).format, PictureHeader::Format::Png);
        QImage noisy(600, 600, QImage::Format_RGB32);
        std::uint32_t state = 1;
        for (int y = 0; y < noisy.height(); ++y)
            for (int x = 0; x < noisy.width(); ++x)
                noisy.setPixel(x, y, 0xff000000 | (state = state * 1664525 + 1013904223) >> 8);
        QCOMPARE(headerOf(*keptPicture(noisy, PictureUse::Logo)).format, PictureHeader::Format::Jpeg);
    }

    /// It is written into the log with each edit of the chart that it stands in.
    void aLogoOfManyBytesIsMadeSmaller()
    {
        QImage noisy(1200, 1200, QImage::Format_ARGB32);
        std::uint32_t state = 1;
        for (int y = 0; y < noisy.height(); ++y) {
            auto *row = reinterpret_cast<QRgb *>(noisy.scanLine(y));
            for (int x = 0; x < noisy.width(); ++x) {
                state = state * 1664525 + 1013904223;
                row[x] = state ^ state >> 16;
            }
        }
        const auto logo = keptPicture(noisy, PictureUse::Logo);
        QVERIFY(logo);
        QCOMPARE(headerOf(*logo).format, PictureHeader::Format::Png);
        const QSize size = headerOf(*logo).size;
        QCOMPARE(size.width(), size.height());
        QVERIFY2(logo->bytes.size() <= 512 << 10, qPrintable(QString::number(logo->bytes.size())));
        QVERIFY2(size.width() > 200 && size.width() < 1200, qPrintable(QString::number(size.width())));
    }

    void aPortraitThatShowsThroughStandsOnWhite()
    {
        QImage image(300, 400, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        const QImage kept = imageOf(*keptPicture(image, PictureUse::Portrait));
        QVERIFY(isAbout(kept.pixelColor(150, 200), Qt::white));
    }

    void filesOfEachKindAreRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("png") << fileOf(flag(60, 80), "png");
        QTest::newRow("jpeg") << fileOf(flag(60, 80), "jpeg", 95);
        QTest::newRow("bmp") << fileOf(flag(60, 80), "bmp");
        // One pixel, as small as a GIF can be: Qt writes none.
        QTest::newRow("gif") << QByteArray::fromBase64("R0lGODlhAQABAIAAAP8AAAAAACwAAAAAAQABAAACAkQBADs=");
        QTest::newRow("svg") << QByteArray("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" "
                                           "width=\"60\" height=\"80\"><rect width=\"60\" height=\"80\" "
                                           "fill=\"red\"/></svg>");
    }
    void filesOfEachKindAreRead()
    {
        QFETCH(QByteArray, bytes);
        // The ending says nothing: files are renamed.
        const auto picture = readPicture(file(u"anh.dat"_s, bytes), PictureUse::Portrait);
        QVERIFY2(picture, picture ? "" : qPrintable(picture.error().code()));
        QVERIFY(isAbout(imageOf(*picture).pixelColor(imageOf(*picture).width() / 2, 0), Qt::red));
    }

    void aDrawingBecomesALogoOfFullSize()
    {
        const auto logo = readPicture(
            file(u"bieu-trung.svg"_s, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30 20\" width=\"30\" "
                                      "height=\"20\"><g id=\"lop\"><circle id=\"sao\" cx=\"15\" cy=\"10\" r=\"8\" "
                                      "fill=\"red\"/></g></svg>"),
            PictureUse::Logo);
        QVERIFY(logo);
        QCOMPARE(headerOf(*logo), (PictureHeader{PictureHeader::Format::Png, {1200, 800}}));
        QCOMPARE(imageOf(*logo).pixelColor(600, 400), QColor(Qt::red));
        QCOMPARE(qAlpha(imageOf(*logo).pixel(5, 5)), 0);
    }

    void whatIsNoPictureIsRefusedWithItsName_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        const auto svg = svgWith;
        QTest::newRow("empty") << QByteArray() << u"picture-unreadable"_s;
        QTest::newRow("text") << QByteArray("Sở Nội vụ") << u"picture-unreadable"_s;
        QTest::newRow("cut") << fileOf(flag(600, 800), "png").left(40) << u"picture-unreadable"_s;
        QTest::newRow("another drawing") << QByteArray("<html><svg/></html>") << u"picture-unreadable"_s;
        QTest::newRow("a broken drawing") << svg("<g>").chopped(6) << u"picture-unreadable"_s;
        QTest::newRow("takes in a file") << svg("<image xlink:href=\"file:///anh.png\" width=\"9\" height=\"9\"/>")
                                         << u"picture-links"_s;
        QTest::newRow("takes in a page") << svg("<image href=\"https://vi-du.vn/a.png\"/>") << u"picture-links"_s;
        QTest::newRow("repeats what repeats")
            << svg("<g id=\"a\"><path d=\"M0 0h1\"/></g><g id=\"b\"><use href=\"#a\"/><use href=\"#a\"/></g>"
                   "<use href=\"#b\"/>")
            << u"picture-links"_s;
        QTest::newRow("in itself") << svg("<g id=\"a\"><use href=\"#a\"/></g>") << u"picture-links"_s;
        QTest::newRow("so often") << svg("<path id=\"a\" d=\"M0 0h1\"/>" +
                                         QByteArray("<use href=\"#a\"/>").repeated(201))
                                  << u"picture-links"_s;
        const QByteArray leading = svg("<image xlink:href=\"file:///anh.png\" width=\"9\" height=\"9\"/>");
        QTest::newRow("holds a drawing that leads out")
            << svg(writtenIn("image/svg+xml", leading)) << u"picture-links"_s;
        QTest::newRow("calls it a picture") << svg(writtenIn("image/png", leading)) << u"picture-links"_s;
        QTest::newRow("holds what is not as it is usual")
            << svg("<image href=\"data:image/png,abc\" width=\"9\" height=\"9\"/>") << u"picture-links"_s;
        QTest::newRow("holds more pixels than memory")
            << svg(writtenIn("image/png", pictureOfSize({5000, 5000}).bytes).repeated(2)) << u"picture-links"_s;
        QTest::newRow("holds passes without end")
            << svg(writtenIn("image/jpeg", withPasses(6000))) << u"picture-links"_s;
        QTest::newRow("deep") << svg(QByteArray("<g>").repeated(300) + QByteArray("</g>").repeated(300))
                              << u"picture-links"_s;
        QTest::newRow("deep, used at every step")
            << svg(QByteArray("<use href=\"#a\"/><g>").repeated(300) + QByteArray("</g>").repeated(300))
            << u"picture-links"_s;
        QTest::newRow("passes without end") << withPasses(6000) << u"picture-unreadable"_s;
        QTest::newRow("many passes, cut before the end") << withPasses(200).chopped(2) << u"picture-unreadable"_s;
        // A header that promises nine hundred million pixels.
        QByteArray huge = fileOf(flag(8, 8), "jpeg");
        huge.replace(huge.indexOf("\xff\xc0") + 5, 4, "\x75\x30\x75\x30");
        QTest::newRow("too many pixels") << huge << u"picture-too-large"_s;
    }
    void whatIsNoPictureIsRefusedWithItsName()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        const QString path = file(u"gi-do.png"_s, bytes);
        const auto picture = readPicture(path, PictureUse::Logo);
        QVERIFY(!picture);
        QCOMPARE(picture.error().code(), code);
        QCOMPARE(picture.error().place.file, path);
    }

    void aDrawingMayHoldAPicture()
    {
        const QByteArray picture = writtenIn("image/png", fileOf(flag(60, 60), "png"));
        const auto logo = readPicture(file(u"co.svg"_s, svgWith(picture.repeated(3))), PictureUse::Logo);
        QVERIFY2(logo, logo ? "" : qPrintable(logo.error().code()));
        const QImage kept = imageOf(*logo);
        QVERIFY(isAbout(kept.pixelColor(kept.width() / 2, kept.height() / 4), Qt::red));
        QVERIFY(isAbout(kept.pixelColor(kept.width() / 2, 3 * kept.height() / 4), Qt::blue));
    }

    void theLimitIsHowMuchOfTheFormatCanBeRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("limit");
        QTest::newRow("interlaced") << pngOf({6000, 6000}, QImage::Format_RGB32, Rows::Interlaced) << u"33"_s;
        QTest::newRow("grey") << pngOf({6000, 6000}, QImage::Format_Grayscale8, Rows::InOrder) << u"33"_s;
        QTest::newRow("16 bits for a colour") << pngOf({5000, 4000}, QImage::Format_RGBX64, Rows::InOrder) << u"16"_s;
        QTest::newRow("decoded at a part of its size")
            << pngOf({8000, 8000}, QImage::Format_RGB32, Rows::InOrder) << u"60"_s;
    }
    void theLimitIsHowMuchOfTheFormatCanBeRead()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, limit);
        const auto picture = readPicture(file(u"quet.png"_s, bytes), PictureUse::Portrait);
        QVERIFY(!picture);
        QCOMPARE(picture.error().code(), u"picture-too-large"_s);
        QCOMPARE(picture.error().message.args.value(u"limit"_s), limit);
    }

    void aMissingFileAndAnEmptyImageAreRefused()
    {
        const QString path = m_folder.filePath(u"khong-co.png"_s);
        QCOMPARE(readPicture(path, PictureUse::Logo).error().code(), u"file-not-found"_s);
        QCOMPARE(keptPicture({}, PictureUse::Portrait).error().code(), u"picture-unreadable"_s);
    }

    void aFileBeyondTheLimitIsNotRead()
    {
        const QString path = file(u"lon.png"_s, fileOf(flag(9, 9), "png"));
        QVERIFY(QFile::resize(path, (32 << 20) + 1));
        QCOMPARE(readPicture(path, PictureUse::Logo).error().code(), u"too-large"_s);
    }

private:
    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QLocale::setDefault(QLocale::c());
    TestPictureIntake test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_picture_intake.moc"
