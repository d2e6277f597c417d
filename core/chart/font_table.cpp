// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/font_table.h"

#include "core/base/numbers.h"

#include <QDataStream>
#include <QFile>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr char32_t kLowEnd = 0x1F00;

} // namespace

QString fontFileName(const FontSpec &font)
{
    QString style;
    if (font.weight == FontWeight::Bold)
        style += u"Bold"_s;
    if (font.slant == FontSlant::Italic)
        style += u"Italic"_s;
    if (style.isEmpty())
        style = u"Regular"_s;
    return (font.face == FontFace::Serif ? u"BoMaySerif-"_s : u"BoMaySans-"_s) + style;
}

Result<FontTable> FontTable::builtIn()
{
    FontTable table;
    for (const FontFace face : {FontFace::Serif, FontFace::Sans})
        for (const FontWeight weight : {FontWeight::Regular, FontWeight::Bold})
            for (const FontSlant slant : {FontSlant::Upright, FontSlant::Italic}) {
                const FontSpec font{face, weight, slant, 10};
                BM_TRY(table.m_faces[faceIndex(font)], readFace(u":/fonts/"_s + fontFileName(font) + u".adv"_s));
            }
    return table;
}

Result<FontTable::Face> FontTable::readFace(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(u"cannot-read-file"_s, {{u"file"_s, path}}, {path}, file.errorString());
    QDataStream in(&file);
    in.setByteOrder(QDataStream::LittleEndian);
    std::array<char, 4> magic{};
    in.readRawData(magic.data(), 4);
    quint16 version = 0;
    quint16 unitsPerEm = 0;
    qint16 ascent = 0;
    qint16 descent = 0;
    qint16 inkAscent = 0;
    qint16 inkDescent = 0;
    quint16 missing = 0;
    quint32 count = 0;
    in >> version >> unitsPerEm >> ascent >> descent >> inkAscent >> inkDescent >> missing >> count;
    if (std::string_view(magic.data(), 4) != "BMAD" || version != 1 || unitsPerEm == 0)
        return fail(u"damaged-font-table"_s, {{u"file"_s, path}}, {path});
    Face face;
    face.unitsPerEm = unitsPerEm;
    face.ascent = std::max(ascent, inkAscent);
    face.descent = std::max(descent, inkDescent);
    face.missing = missing;
    face.lowAdvances.assign(kLowEnd, missing);
    for (quint32 i = 0; i < count; ++i) {
        quint32 codepoint = 0;
        quint16 advance = 0;
        in >> codepoint >> advance;
        if (codepoint < kLowEnd)
            face.lowAdvances[codepoint] = advance;
        else
            face.advances.insert(codepoint, advance);
    }
    if (in.status() != QDataStream::Ok)
        return fail(u"damaged-font-table"_s, {{u"file"_s, path}}, {path});
    return face;
}

const FontTable::Face &FontTable::face(const FontSpec &font) const
{
    return m_faces[faceIndex(font)];
}

double FontTable::width(QStringView text, const FontSpec &font) const
{
    const Face &letters = face(font);
    std::int64_t units = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t codepoint = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size()) {
            codepoint = QChar::surrogateToUcs4(text[i].unicode(), text[i + 1].unicode());
            ++i;
        }
        units +=
            codepoint < kLowEnd ? letters.lowAdvances[codepoint] : letters.advances.value(codepoint, letters.missing);
    }
    return static_cast<double>(units) / letters.unitsPerEm * font.size * kMillimetresPerPoint;
}

double FontTable::ascent(const FontSpec &font) const
{
    return face(font).ascent / face(font).unitsPerEm * font.size * kMillimetresPerPoint;
}

double FontTable::descent(const FontSpec &font) const
{
    return face(font).descent / face(font).unitsPerEm * font.size * kMillimetresPerPoint;
}

} // namespace bomay
