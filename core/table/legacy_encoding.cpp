// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/legacy_encoding.h"

#include "core/table/legacy_tables.h"

#include <QHash>

#include <array>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

/// The letters of one encoding, both ways. VNI has letters of two bytes.
struct CodeTable
{
    std::array<char16_t, 256> letterOfByte{}; ///< 0 where the byte alone is none
    QHash<quint16, char16_t> letterOfPair;    ///< first byte above second
    QHash<char16_t, QString> codes;
};

unsigned char byteOf(char c)
{
    return static_cast<unsigned char>(c);
}

CodeTable makeSingleByteTable(unsigned char LegacyLetter::*member)
{
    CodeTable table;
    for (const LegacyLetter &letter : legacyLetters()) {
        const unsigned char code = letter.*member;
        if (code == 0)
            continue;
        table.letterOfByte[code] = letter.letter; // lower case comes later and wins
        table.codes.insert(letter.letter, QString(QChar(char16_t{code})));
    }
    return table;
}

CodeTable makeVniTable()
{
    CodeTable table;
    for (const LegacyLetter &letter : legacyLetters()) {
        const unsigned char first = byteOf(letter.vni[0]);
        const unsigned char second = byteOf(letter.vni[1]);
        QString codes{QChar(char16_t{first})};
        if (second == 0) {
            table.letterOfByte[first] = letter.letter;
        } else {
            codes += QChar(char16_t{second});
            table.letterOfPair.insert(static_cast<quint16>(first << 8 | second), letter.letter);
        }
        table.codes.insert(letter.letter, codes);
    }
    // Typists let the shift key go too early ("Uûy"): the letter tells the case, not its mark.
    constexpr int kCaseBit = 0x20;
    for (const LegacyLetter &letter : legacyLetters()) {
        if (letter.vni[1] == 0)
            continue;
        const auto pair = static_cast<quint16>(byteOf(letter.vni[0]) << 8 | (byteOf(letter.vni[1]) ^ kCaseBit));
        if (!table.letterOfPair.contains(pair))
            table.letterOfPair.insert(pair, letter.letter);
    }
    return table;
}

CodeTable makeWindows1258Table()
{
    CodeTable table;
    for (int byte = 0xA0; byte < 0x100; ++byte)
        table.letterOfByte[static_cast<std::size_t>(byte)] = static_cast<char16_t>(byte);
    for (const LegacyByte &entry : windows1258Bytes())
        table.letterOfByte[entry.byte] = entry.character;
    for (int byte = 0xA0; byte < 0x100; ++byte)
        table.codes.insert(table.letterOfByte[static_cast<std::size_t>(byte)],
                           QString(QChar(static_cast<char16_t>(byte))));
    return table;
}

const CodeTable &tableOf(LegacyEncoding encoding)
{
    static const CodeTable kTcvn3 = makeSingleByteTable(&LegacyLetter::tcvn3);
    static const CodeTable kVps = makeSingleByteTable(&LegacyLetter::vps);
    static const CodeTable kVni = makeVniTable();
    static const CodeTable kWindows1258 = makeWindows1258Table();
    switch (encoding) {
    case LegacyEncoding::Vps:
        return kVps;
    case LegacyEncoding::Vni:
        return kVni;
    case LegacyEncoding::Windows1258:
        return kWindows1258;
    default:
        return kTcvn3;
    }
}

/// The byte that a character stands for, read as Latin-1 or as Windows-1252; nothing for others.
std::optional<unsigned char> codeOf(QChar character)
{
    if (character.unicode() < 0x100)
        return static_cast<unsigned char>(character.unicode());
    const std::span<const char16_t> controls = windows1252Controls();
    for (std::size_t i = 0; i < controls.size(); ++i) {
        if (controls[i] == character.unicode())
            return static_cast<unsigned char>(0x80 + i);
    }
    return std::nullopt;
}

/// Typographic signs that mean the same in every encoding: no letter of Vietnamese, and no reason to doubt.
bool isPlainSign(QChar character)
{
    return character.unicode() < 0x80 || !character.isLetter();
}

DecodedText decodeTable(QStringView codes, const CodeTable &table)
{
    DecodedText result;
    result.text.reserve(codes.size());
    for (qsizetype i = 0; i < codes.size(); ++i) {
        const std::optional<unsigned char> code = codeOf(codes[i]);
        const std::optional<unsigned char> next = i + 1 < codes.size() ? codeOf(codes[i + 1]) : std::nullopt;
        if (code && next && !table.letterOfPair.isEmpty()) {
            const char16_t pair = table.letterOfPair.value(static_cast<quint16>(*code << 8 | *next));
            if (pair != 0) {
                result.text += QChar(pair);
                ++result.letters;
                ++i;
                continue;
            }
        }
        const char16_t letter = code ? table.letterOfByte[*code] : u'\0';
        if (letter != 0) {
            result.text += QChar(letter);
            ++result.letters;
            continue;
        }
        result.text += codes[i];
        if (!isPlainSign(codes[i]))
            ++result.unknown;
    }
    return result;
}

constexpr QStringView kViqrMarks = u"^(+*'`?~.";

/// The combining mark of a VIQR sign behind a letter; 0 where it has none there.
char16_t viqrMark(QChar sign, QChar base)
{
    const QChar vowel = base.toLower();
    switch (sign.unicode()) {
    case u'^':
        return vowel == u'a' || vowel == u'e' || vowel == u'o' ? u'\u0302' : u'\0';
    case u'(':
        return vowel == u'a' ? u'\u0306' : u'\0';
    case u'+':
    case u'*':
        return vowel == u'o' || vowel == u'u' ? u'\u031B' : u'\0';
    case u'\'':
        return u'\u0301';
    case u'`':
        return u'\u0300';
    case u'?':
        return u'\u0309';
    case u'~':
        return u'\u0303';
    case u'.':
        return u'\u0323';
    default:
        return u'\0';
    }
}

bool isLatinVowel(QChar character)
{
    return u"aeiouyAEIOUY"_s.contains(character);
}

bool isShape(QChar sign)
{
    return u"^(+*"_s.contains(sign);
}

DecodedText decodeViqr(QStringView codes)
{
    DecodedText result;
    for (qsizetype i = 0; i < codes.size(); ++i) {
        const QChar character = codes[i];
        const QChar next = i + 1 < codes.size() ? codes[i + 1] : QChar();
        if (character == u'\\' && (kViqrMarks.contains(next) || next == u'\\' || next.toLower() == u'd')) {
            result.text += next;
            ++i;
        } else if (character.toLower() == u'd' && next.toLower() == u'd') {
            result.text += character == u'd' ? u'đ' : u'Đ';
            ++result.letters;
            ++i;
        } else if (isLatinVowel(character)) {
            result.text += character;
            qsizetype at = i + 1;
            const auto take = [&](bool shape) {
                if (at >= codes.size() || isShape(codes[at]) != shape)
                    return;
                if (const char16_t mark = viqrMark(codes[at], character); mark != 0) {
                    result.text += QChar(mark);
                    ++at;
                }
            };
            take(true);
            take(false);
            result.letters += at > i + 1 ? 1 : 0;
            i = at - 1;
        } else {
            result.text += character;
            result.unknown += isPlainSign(character) ? 0 : 1;
        }
    }
    return result;
}

/// The signs of one letter in VIQR, shape first and tone behind.
QString viqrOf(QChar letter)
{
    if (letter.toLower() == u'đ')
        return letter == u'đ' ? u"dd"_s : u"DD"_s;
    const QString parts = QString(letter).normalized(QString::NormalizationForm_D);
    QString shape;
    QString tone;
    for (const QChar mark : QStringView(parts).sliced(1)) {
        for (const QChar sign : u"^(+'`?~."_s) {
            if (viqrMark(sign, parts.front()) == mark.unicode())
                (isShape(sign) ? shape : tone) += sign;
        }
    }
    return parts.front() + shape + tone;
}

std::optional<QString> encodeViqr(QStringView text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text[i];
        const QChar before = i > 0 ? text[i - 1] : QChar();
        const QChar base = QString(before).normalized(QString::NormalizationForm_D).front();
        const bool looksLikeMark = i > 0 && kViqrMarks.contains(character) && isLatinVowel(base);
        const bool looksLikeD = character.toLower() == u'd' && before.toLower() == u'd';
        if (looksLikeMark || looksLikeD || character == u'\\')
            result += u'\\';
        result += character.unicode() < 0x80 ? QString(character) : viqrOf(character);
    }
    return result;
}

/// NFC would compose what Windows-1258 writes in two: the letter with its shape, and its tone behind.
QString toneApart(QStringView text)
{
    static constexpr QStringView kTones = u"\u0300\u0301\u0303\u0309\u0323";
    QString result;
    for (const QChar character : text) {
        const QString parts = QString(character).normalized(QString::NormalizationForm_D);
        QString letter;
        QString tone;
        for (const QChar part : parts)
            (kTones.contains(part) ? tone : letter) += part;
        // Windows-1252 letters such as à and é have codes of their own, and Windows writes them so.
        const bool hasOwnCode = character.unicode() < 0x100 && !u"ÃÌÐÒÕÝÞãìðòõýþ"_s.contains(character);
        result += hasOwnCode ? QString(character) : letter.normalized(QString::NormalizationForm_C) + tone;
    }
    return result;
}

} // namespace

QString legacyEncodingName(LegacyEncoding encoding)
{
    switch (encoding) {
    case LegacyEncoding::None:
        break;
    case LegacyEncoding::Tcvn3:
        return u"TCVN3"_s;
    case LegacyEncoding::Vni:
        return u"VNI-Windows"_s;
    case LegacyEncoding::Viqr:
        return u"VIQR"_s;
    case LegacyEncoding::Vps:
        return u"VPS"_s;
    case LegacyEncoding::Windows1258:
        return u"Windows-1258"_s;
    case LegacyEncoding::Decomposed:
        return u"Unicode NFD"_s;
    }
    return {};
}

LegacyFont legacyFontOf(QStringView fontName)
{
    const QString name = fontName.trimmed().toString().toLower();
    if (name.startsWith(u"vni-"_s) || name.startsWith(u"vni "_s))
        return {LegacyEncoding::Vni, false};
    if (name.startsWith(u"vps "_s) || name.startsWith(u"vps-"_s))
        return {LegacyEncoding::Vps, false};
    // "VnTime" without its dot comes from programs that dropped it; "Vni…" is none of these.
    if (name.startsWith(u".vn"_s) || name.startsWith(u"vntime"_s) || name.startsWith(u"vnarial"_s))
        return {LegacyEncoding::Tcvn3, name.endsWith(u'h')};
    return {};
}

DecodedText decodeLegacy(QStringView codes, LegacyFont font)
{
    DecodedText result;
    switch (font.encoding) {
    case LegacyEncoding::None:
        result.text = codes.toString();
        break;
    case LegacyEncoding::Decomposed:
        result.text = codes.toString().normalized(QString::NormalizationForm_C);
        result.letters = static_cast<int>(codes.size() - result.text.size());
        break;
    case LegacyEncoding::Viqr:
        result = decodeViqr(codes);
        result.text = result.text.normalized(QString::NormalizationForm_C);
        break;
    default:
        result = decodeTable(codes, tableOf(font.encoding));
        result.text = result.text.normalized(QString::NormalizationForm_C);
        break;
    }
    if (font.capitals)
        result.text = result.text.toUpper();
    return result;
}

std::optional<QString> encodeLegacy(QStringView text, LegacyFont font)
{
    QString letters = font.capitals ? text.toString().toLower() : text.toString();
    if (font.encoding == LegacyEncoding::None)
        return letters;
    if (font.encoding == LegacyEncoding::Decomposed)
        return letters.normalized(QString::NormalizationForm_D);
    if (font.encoding == LegacyEncoding::Viqr)
        return encodeViqr(letters);
    if (font.encoding == LegacyEncoding::Windows1258)
        letters = toneApart(letters);
    const CodeTable &table = tableOf(font.encoding);
    QString result;
    for (const QChar letter : std::as_const(letters)) {
        const auto codes = table.codes.constFind(letter.unicode());
        if (codes != table.codes.constEnd())
            result += *codes;
        else if (isPlainSign(letter))
            result += letter;
        else
            return std::nullopt;
    }
    return result;
}

} // namespace bomay
