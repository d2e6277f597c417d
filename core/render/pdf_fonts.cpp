// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/pdf_fonts.h"

#include "core/base/numbers.h"
#include "core/chart/font_table.h"
#include "core/render/truetype_subset.h"

#include <QCryptographicHash>
#include <QStringList>

#include <algorithm>
#include <map>

// The library warns about its own transition unless told which step of it is meant.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

std::string hex16(unsigned value)
{
    return QString::number(value, 16).rightJustified(4, u'0').toStdString();
}

QPDFObjectHandle name(const std::string &text)
{
    return QPDFObjectHandle::newName("/" + text);
}

/// Maps codes to characters for whoever copies or searches. Blocks may have 100 lines.
std::string toUnicode(const std::vector<char32_t> &letters)
{
    constexpr std::size_t kBlock = 100;
    std::string map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry "
                      "(Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 "
                      "def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    for (std::size_t first = 1; first < letters.size(); first += kBlock) {
        const std::size_t end = std::min(first + kBlock, letters.size());
        map += std::to_string(end - first) + " beginbfchar\n";
        for (std::size_t code = first; code < end; ++code) {
            map += "<" + hex16(static_cast<unsigned>(code)) + "> <";
            const auto letter = static_cast<char32_t>(letters[code]);
            for (const QChar unit : QString::fromUcs4(&letter, 1))
                map += hex16(unit.unicode());
            map += ">\n";
        }
        map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

/// "ABCDEF": tells subsets of one font apart; from what is in it, so that equal files have equal names.
std::string tagOf(const QByteArray &file)
{
    const QByteArray digest = QCryptographicHash::hash(file, QCryptographicHash::Sha256);
    std::string tag;
    for (qsizetype i = 0; i < 6; ++i)
        tag += static_cast<char>('A' + static_cast<unsigned char>(digest[i]) % 26);
    return tag;
}

std::string postScriptName(const QRawFont &font, const FontSpec &spec)
{
    QString text = font.familyName().remove(u' ');
    if (spec.weight == FontWeight::Bold)
        text += u"-Bold"_s;
    if (spec.slant == FontSlant::Italic)
        text += spec.weight == FontWeight::Bold ? u"Italic"_s : u"-Italic"_s;
    return text.toStdString();
}

QPDFObjectHandle packedStream(QPDF &pdf, const QByteArray &bytes)
{
    QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf, qCompress(bytes).mid(4).toStdString());
    stream.getDict().replaceKey("/Filter", name("FlateDecode"));
    return stream;
}

QPDFObjectHandle descriptorOf(QPDF &pdf, const QRawFont &font, const FontSpec &spec, const std::string &fontName,
                              const QByteArray &file, std::size_t codes)
{
    constexpr int kSymbolic = 4;
    constexpr int kSerif = 2;
    constexpr int kItalic = 64;
    const bool isItalic = spec.slant == FontSlant::Italic;
    const int flags = kSymbolic + (spec.face == FontFace::Serif ? kSerif : 0) + (isItalic ? kItalic : 0);
    const auto perMille = [&font](double pixels) {
        return QPDFObjectHandle::newInteger(qRound(1000 * pixels / font.pixelSize()));
    };
    QPDFObjectHandle descriptor = QPDFObjectHandle::newDictionary();
    descriptor.replaceKey("/Type", name("FontDescriptor"));
    descriptor.replaceKey("/FontName", name(fontName));
    descriptor.replaceKey("/Flags", QPDFObjectHandle::newInteger(flags));
    descriptor.replaceKey("/FontBBox", QPDFObjectHandle::parse("[-200 -320 1500 1060]"));
    descriptor.replaceKey("/ItalicAngle", QPDFObjectHandle::newInteger(isItalic ? -12 : 0));
    descriptor.replaceKey("/Ascent", perMille(font.ascent()));
    descriptor.replaceKey("/Descent", perMille(-font.descent()));
    descriptor.replaceKey("/CapHeight", perMille(font.capHeight()));
    descriptor.replaceKey("/StemV", QPDFObjectHandle::newInteger(spec.weight == FontWeight::Bold ? 140 : 80));
    QPDFObjectHandle program = packedStream(pdf, file);
    program.getDict().replaceKey("/Length1", QPDFObjectHandle::newInteger(file.size()));
    descriptor.replaceKey("/FontFile2", pdf.makeIndirectObject(program));
    // Every code up to the last one is there.
    QByteArray set(static_cast<qsizetype>((codes + 7) / 8), '\0');
    for (std::size_t code = 0; code < codes; ++code)
        set[static_cast<qsizetype>(code / 8)] = static_cast<char>(
            static_cast<unsigned char>(set[static_cast<qsizetype>(code / 8)]) | (0x80U >> (code % 8)));
    descriptor.replaceKey("/CIDSet", pdf.makeIndirectObject(packedStream(pdf, set)));
    return pdf.makeIndirectObject(descriptor);
}

} // namespace

int PdfFonts::numberOf(const FontSpec &font)
{
    return static_cast<int>(faceIndex(font)) + 1;
}

PdfFonts::Face &PdfFonts::faceOf(const FontSpec &font)
{
    std::optional<Face> &face = m_faces[faceIndex(font)];
    if (!face)
        face = Face{font, rawFont(font, m_paperFace), std::vector<std::uint16_t>(kLowLetters, 0), {}};
    return *face;
}

std::uint16_t PdfFonts::newCode(Face &face, char32_t letter)
{
    const auto code = static_cast<std::uint16_t>(face.letters.size());
    const QList<quint32> found = face.font.glyphIndexesForString(QString::fromUcs4(&letter, 1));
    face.letters.push_back(letter);
    face.glyphs.push_back(found.isEmpty() ? std::uint16_t{0} : static_cast<std::uint16_t>(found.front()));
    return code;
}

std::uint16_t PdfFonts::codeOf(Face &face, char32_t letter)
{
    if (letter < kLowLetters) {
        std::uint16_t &code = face.lowCodes[letter];
        if (code == 0)
            code = newCode(face, letter);
        return code;
    }
    const auto place = std::ranges::lower_bound(face.highCodes, letter, {}, &std::pair<char32_t, std::uint16_t>::first);
    if (place != face.highCodes.end() && place->first == letter)
        return place->second;
    const std::uint16_t code = newCode(face, letter);
    face.highCodes.insert(place, {letter, code});
    return code;
}

void PdfFonts::encode(QStringView text, const FontSpec &font, std::string &out)
{
    Face &face = faceOf(font);
    const auto add = [&out](unsigned byte) {
        if (byte == '(' || byte == ')' || byte == '\\' || byte == '\r')
            out += '\\';
        out += byte == '\r' ? 'r' : static_cast<char>(byte);
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t letter = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size()) {
            letter = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        const unsigned code = codeOf(face, letter);
        add(code >> 8);
        add(code & 0xFF);
    }
}

Result<QPDFObjectHandle> PdfFonts::fontOf(QPDF &pdf, const Face &face)
{
    // Letters that look alike share a glyph.
    std::vector<std::uint16_t> glyphs{0};
    std::map<std::uint16_t, std::uint16_t> numbers{{0, 0}};
    QByteArray map;
    for (const std::uint16_t glyph : face.glyphs) {
        const auto [place, isNew] = numbers.emplace(glyph, static_cast<std::uint16_t>(glyphs.size()));
        if (isNew)
            glyphs.push_back(glyph);
        map += static_cast<char>(place->second >> 8);
        map += static_cast<char>(place->second & 0xFF);
    }
    const TrueTypeSubset subset = subsetOf(face.font, glyphs);
    if (subset.file.isEmpty())
        return fail(u"damaged-font-table"_s, {{u"file"_s, fontFileName(face.spec)}});
    QPDFObjectHandle widths = QPDFObjectHandle::newArray();
    for (const std::uint16_t glyph : face.glyphs)
        widths.appendItem(QPDFObjectHandle::newInteger(subset.advances[numbers.at(glyph)]));
    QPDFObjectHandle letters = QPDFObjectHandle::parse(
        "<</Type /Font /Subtype /CIDFontType2 /W [0] /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) "
        "/Supplement 0>> >>");
    const std::string fontName = tagOf(subset.file) + "+" + postScriptName(face.font, face.spec);
    letters.getKey("/W").appendItem(widths);
    letters.replaceKey("/BaseFont", name(fontName));
    letters.replaceKey("/FontDescriptor",
                       descriptorOf(pdf, face.font, face.spec, fontName, subset.file, face.glyphs.size()));
    letters.replaceKey("/CIDToGIDMap", pdf.makeIndirectObject(packedStream(pdf, map)));
    QPDFObjectHandle font =
        QPDFObjectHandle::parse("<</Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts []>>");
    font.replaceKey("/BaseFont", name(fontName));
    font.getKey("/DescendantFonts").appendItem(pdf.makeIndirectObject(letters));
    font.replaceKey("/ToUnicode",
                    pdf.makeIndirectObject(packedStream(pdf, QByteArray::fromStdString(toUnicode(face.letters)))));
    return pdf.makeIndirectObject(font);
}

Result<> PdfFonts::addTo(QPDF &pdf, QPDFObjectHandle &dictionary) const
{
    for (const auto &face : m_faces) {
        if (!face)
            continue;
        BM_TRY(const QPDFObjectHandle font, fontOf(pdf, *face));
        dictionary.replaceKey("/F" + std::to_string(numberOf(face->spec)), font);
    }
    return {};
}

} // namespace bomay
