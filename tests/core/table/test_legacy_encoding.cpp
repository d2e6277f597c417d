// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/legacy_encoding.h"
#include "core/table/legacy_tables.h"
#include "core/table/vietnamese_syllable.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QRegularExpression>

#include <random>

using namespace Qt::StringLiterals;
using namespace bomay;

class TestLegacyEncoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void phrases_data();
    void phrases();
    void capitalFontGivesCapitals();
    void everyLetterGoesThereAndBack_data();
    void everyLetterGoesThereAndBack();
    void randomCodesGoThereAndBack_data();
    void randomCodesGoThereAndBack();
    void lettersOfOtherScriptsAreUnknown();
    void fonts_data();
    void fonts();
    void syllables_data();
    void syllables();
    void tableAgreesWithThePublishedOne();
};

using enum LegacyEncoding;

void TestLegacyEncoding::phrases_data()
{
    QTest::addColumn<int>("encoding");
    QTest::addColumn<QString>("codes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, LegacyEncoding encoding, const QString &codes, const QString &text) {
        QTest::newRow(name) << static_cast<int>(encoding) << codes << text;
    };
    row("TCVN3", Tcvn3, u"§éc lËp - Tù do - H¹nh phóc"_s, u"Độc lập - Tự do - Hạnh phúc"_s);
    row("soft hyphen is a letter", Tcvn3, u"ng\u00ADêi h\u00ADíng"_s, u"người hướng"_s);
    row("soft hyphen at the end", Tcvn3, u"Th«ng t\u00AD"_s, u"Thông tư"_s);
    row("TCVN3 capitals", Tcvn3, u"¢u ¤ng §"_s, u"Âu Ông Đ"_s);
    row("VNI", Vni, u"UBND HUYEÄN CAÀN GIÔØ"_s, u"UBND HUYỆN CẦN GIỜ"_s);
    row("VNI letters of one byte", Vni, u"ñöôïc nhöõng Chæ thò Myõ"_s, u"được những Chỉ thị Mỹ"_s);
    row("VNI marks of the other case", Vni, u"Uûy ban, ÑAûNG"_s, u"Ủy ban, ĐẢNG"_s);
    row("VIQR", Viqr, u"Uy? ban nha^n da^n phu*o*`ng DDo^ng"_s, u"Uỷ ban nhân dân phường Đông"_s);
    row("VIQR, signs that are signs", Viqr, u"ha\\. dda\\?"_s, u"ha. đa?"_s);
    row("VPS", Vps, u"\u00C7\u00BF"_s, u"đự"_s);
    row("VPS read as Windows-1252", Vps, u"vi\u0152t"_s, u"việt"_s);
    row("Windows-1258", Windows1258, u"Ðôòc lâòp - Haònh phuìc"_s, u"Độc lập - Hạnh phúc"_s);
    row("decomposed", Decomposed, u"Ho\u0302\u0300 Chi\u0301 Minh"_s, u"Hồ Chí Minh"_s);
    row("none", None, u"Ðôòc"_s, u"Ðôòc"_s);
}

void TestLegacyEncoding::phrases()
{
    QFETCH(const int, encoding);
    QFETCH(const QString, codes);
    QFETCH(const QString, text);
    const LegacyFont font{static_cast<LegacyEncoding>(encoding), false};
    const DecodedText decoded = decodeLegacy(codes, font);
    QCOMPARE(decoded.text, text);
    QCOMPARE(decoded.unknown, 0);
    QCOMPARE(decoded.letters > 0, font.encoding != None);
}

void TestLegacyEncoding::capitalFontGivesCapitals()
{
    const LegacyFont font{Tcvn3, true};
    const QString codes = u"céng hoµ x· héi chñ nghÜa viÖt nam"_s;
    QCOMPARE(decodeLegacy(codes, font).text, u"CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s);
    QCOMPARE(encodeLegacy(u"CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", font), codes);
}

void TestLegacyEncoding::everyLetterGoesThereAndBack_data()
{
    QTest::addColumn<int>("encoding");
    for (const LegacyEncoding encoding : {Tcvn3, Vni, Viqr, Vps, Windows1258, Decomposed})
        QTest::newRow(qPrintable(legacyEncodingName(encoding))) << static_cast<int>(encoding);
}

void TestLegacyEncoding::everyLetterGoesThereAndBack()
{
    QFETCH(const int, encoding);
    const LegacyFont font{static_cast<LegacyEncoding>(encoding), false};
    int letters = 0;
    for (const LegacyLetter &letter : legacyLetters()) {
        const std::optional<QString> codes = encodeLegacy(QString(QChar(letter.letter)), font);
        if (!codes) {
            QCOMPARE(font.encoding, Tcvn3); // the only one without most capitals
            QVERIFY(QChar(letter.letter).isUpper());
            continue;
        }
        ++letters;
        QString expected(QChar(letter.letter));
        if (font.encoding == Vps) // fourteen capitals share the code of their lower case
            expected = decodeLegacy(*codes, font).text;
        QCOMPARE(decodeLegacy(*codes, font).text, expected);
        QCOMPARE(expected.toLower(), QString(QChar(letter.letter)).toLower());
    }
    QCOMPARE(letters, font.encoding == Tcvn3 ? 67 + 7 : 134);
}

void TestLegacyEncoding::randomCodesGoThereAndBack_data()
{
    everyLetterGoesThereAndBack_data();
}

void TestLegacyEncoding::randomCodesGoThereAndBack()
{
    QFETCH(const int, encoding);
    const LegacyFont font{static_cast<LegacyEncoding>(encoding), false};
    std::mt19937 random(20250701); // NOLINT(cert-msc51-cpp): the same texts in every run
    const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random()) % bound; };
    for (int round = 0; round < 500; ++round) {
        QString text;
        for (std::size_t length = below(30); length > 0; --length) {
            const char16_t letter = legacyLetters()[below(legacyLetters().size())].letter;
            text += below(3) == 0 ? QChar(letter) : QChar(u' ' + static_cast<char16_t>(below(95)));
        }
        if (font.encoding == Tcvn3 || font.encoding == Vps)
            text = text.toLower();
        const std::optional<QString> codes = encodeLegacy(text, font);
        QVERIFY(codes.has_value());
        QCOMPARE(decodeLegacy(*codes, font).text, text);
        QCOMPARE(encodeLegacy(decodeLegacy(*codes, font).text, font), codes);
    }
}

void TestLegacyEncoding::lettersOfOtherScriptsAreUnknown()
{
    const DecodedText decoded = decodeLegacy(u"Sở 部 à “ngoặc” –", {Tcvn3, false});
    QCOMPARE(decoded.unknown, 4); // ở, 部, à, ặ; the signs mean the same everywhere
    QCOMPARE(decoded.text, u"Sở 部 à “ngoặc” –"_s);
    QVERIFY(!encodeLegacy(u"部", {Tcvn3, false}).has_value());
}

void TestLegacyEncoding::fonts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("encoding");
    QTest::addColumn<bool>("capitals");
    const auto row = [](const char *name, LegacyEncoding encoding, bool capitals) {
        QTest::newRow(name) << QString::fromLatin1(name) << static_cast<int>(encoding) << capitals;
    };
    row(".VnTime", Tcvn3, false);
    row(".VnTimeH", Tcvn3, true);
    row(".VNARIALH", Tcvn3, true);
    row(".VnArial Narrow", Tcvn3, false);
    row("VnTime", Tcvn3, false);
    row("VNI-Times", Vni, false);
    row("VNI-Helve", Vni, false);
    row(" vni-times ", Vni, false);
    row("VPS Times", Vps, false);
    row("Times New Roman", None, false);
    row("Arial", None, false);
    row("", None, false);
}

void TestLegacyEncoding::fonts()
{
    QFETCH(const QString, name);
    QFETCH(const int, encoding);
    QFETCH(const bool, capitals);
    QCOMPARE(legacyFontOf(name), (LegacyFont{static_cast<LegacyEncoding>(encoding), capitals}));
}

void TestLegacyEncoding::syllables_data()
{
    QTest::addColumn<bool>("expected");
    for (const char *word : {"Việt", "người", "nghiêng", "giá", "gì",   "quyết", "Đông", "ương",  "Sở",    "loại",
                             "thuế", "uỷ",    "hoà",     "hòa", "A",    "giêng", "quản", "huyện", "xoong", "khuỷu",
                             "của",  "già",   "gìn",     "quà", "nước", "mía",   "rượu", "tuần",  "hoắc"})
        QTest::newRow(word) << true;
    for (const char *word : {"hoµ", "Céngs", "strand", "à á", "nghỉè", "việl", "đoớ", "các̀", "ẻc", "ngườì", "", "w",
                             "aỉ", "khoă", "nhâ", "tiế", "muổ", "đươ", "củâ"})
        QTest::newRow(word) << false;
}

void TestLegacyEncoding::syllables()
{
    QFETCH(const bool, expected);
    QCOMPARE(isVietnameseSyllable(QString::fromUtf8(QTest::currentDataTag())), expected);
}

void TestLegacyEncoding::tableAgreesWithThePublishedOne()
{
    QFile file(QStringLiteral(BOMAY_DATA_DIR) + u"/legacy-encoding/bang-ma.csv"_s);
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("BOMAY_DATA_DIR has no legacy-encoding/bang-ma.csv");
    int letters = 0;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n').sliced(1)) {
        const QStringList fields = line.trimmed().split(u',');
        if (fields.size() < 8 || fields[0].front().unicode() < 0x80)
            continue;
        ++letters;
        const auto codesOf = [](const QString &hex) {
            return QString::fromLatin1(QByteArray::fromHex(hex.toLatin1()));
        };
        QCOMPARE(decodeLegacy(codesOf(fields[4]), {Vni, false}).text, fields[0]);
        QCOMPARE(decodeLegacy(codesOf(fields[7]), {Vps, false}).text.toLower(), fields[0].toLower());
        if (fields[0] == fields[0].toLower())
            QCOMPARE(decodeLegacy(codesOf(fields[2]), {Tcvn3, false}).text, fields[0]);
    }
    QCOMPARE(letters, 134);
}

BM_TEST_MAIN(TestLegacyEncoding)
#include "test_legacy_encoding.moc"
