// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/picture.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

QByteArray png(const QByteArray &width, const QByteArray &height)
{
    return QByteArray("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", 16) + width + height + QByteArray("\x08\x02\0\0\0", 5);
}

QByteArray segment(char marker, const QByteArray &content)
{
    const qsizetype length = content.size() + 2;
    return QByteArray("\xff") + marker + static_cast<char>(length >> 8) + static_cast<char>(length & 0xff) + content;
}

QByteArray frame(char marker, const QByteArray &heightAndWidth)
{
    return segment(marker, QByteArray("\x08") + heightAndWidth + QByteArray("\x01\x01\x11\0", 4));
}

} // namespace

class TestPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void textComesBackEqual()
    {
        for (const QByteArray &bytes : {QByteArray(), QByteArray("a"), QByteArray("ab"), QByteArray("\0\xff\x80", 3)}) {
            const auto back = pictureOfBase64(base64Of({bytes}));
            QVERIFY(back && back->bytes == bytes);
        }
        QCOMPARE(base64Of({"ab"}), QByteArray("YWI="));
    }

    void textThatIsNotWrittenSoIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no padding") << QByteArray("YWI");
        QTest::newRow("bits beyond the end") << QByteArray("YWJ=");
        QTest::newRow("a line break") << QByteArray("YW\nI=");
        QTest::newRow("letters of file names") << QByteArray("_-8=");
        QTest::newRow("no base64") << QByteArray("Văn");
    }
    void textThatIsNotWrittenSoIsRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!pictureOfBase64(text));
    }

    void headerSaysFormatAndSize_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<PictureHeader>("header");
        using enum PictureHeader::Format;
        const QByteArray start("\xff\xd8", 2);
        const QByteArray wide("\0\0\x01\x2c", 4);
        const QByteArray high("\0\0\x00\x78", 4);
        const QByteArray frameSize("\x00\x78\x01\x2c", 4);
        const QByteArray app0 = segment('\xe0', QByteArray("JFIF\0", 5));
        // A thumbnail inside a segment has a frame of its own, which is not that of the picture.
        const QByteArray app1 = segment('\xe1', start + frame('\xc0', QByteArray("\0\x08\0\x08", 4)));

        QTest::newRow("png") << png(wide, high) << PictureHeader{Png, {300, 120}};
        QTest::newRow("png, cut") << png(wide, high).first(23) << PictureHeader{};
        QTest::newRow("png, no width") << png(QByteArray(4, '\0'), high) << PictureHeader{};
        QTest::newRow("png, too wide") << png(QByteArray("\xff\0\0\0", 4), high) << PictureHeader{};
        QTest::newRow("jpeg") << start + app0 + frame('\xc0', frameSize) << PictureHeader{Jpeg, {300, 120}};
        QTest::newRow("jpeg, progressive, thumbnail")
            << start + app1 + segment('\xc4', "tables") + "\xff\xff" + frame('\xc2', frameSize).sliced(1)
            << PictureHeader{Jpeg, {300, 120}};
        QTest::newRow("jpeg, cut") << (start + app0 + frame('\xc0', frameSize)).first(18) << PictureHeader{};
        QTest::newRow("jpeg, segment longer than the file")
            << start + QByteArray("\xff\xe0\xff\xff", 4) + QByteArray(40, 'x') << PictureHeader{};
        QTest::newRow("jpeg, segments without end")
            << start + QByteArray("\xff\xe0\0\0", 4).repeated(100'000) << PictureHeader{};
        QTest::newRow("gif") << QByteArray("GIF89a\x01\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 26) << PictureHeader{};
        QTest::newRow("nothing") << QByteArray() << PictureHeader{};
    }

    void headerSaysFormatAndSize()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(PictureHeader, header);
        QCOMPARE(headerOf(Picture{bytes}), header);
    }
};

BM_TEST_MAIN(TestPicture)
#include "test_picture.moc"
