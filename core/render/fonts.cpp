// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/fonts.h"

#include "core/chart/font_table.h"

#include <QFile>
#include <QFontDatabase>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

const QString kTimesNewRoman = u"Times New Roman"_s;

QString pathOf(const FontSpec &font)
{
    return u":/fonts/"_s + fontFileName(font) + u".ttf"_s;
}

} // namespace

Result<> loadBuiltInFonts()
{
    if (QFontDatabase::hasFamily(u"BoMay Serif"_s) && QFontDatabase::hasFamily(u"BoMay Sans"_s))
        return {};
    for (const FontFace face : {FontFace::Serif, FontFace::Sans})
        for (const FontWeight weight : {FontWeight::Regular, FontWeight::Bold})
            for (const FontSlant slant : {FontSlant::Upright, FontSlant::Italic}) {
                const QString path = pathOf({face, weight, slant, 10});
                if (QFontDatabase::addApplicationFont(path) < 0)
                    return fail(u"damaged-font-table"_s, {{u"file"_s, path}}, {.file = path});
            }
    return {};
}

QFont fontAtEm(const FontSpec &spec)
{
    QFont font(spec.face == FontFace::Serif ? u"BoMay Serif"_s : u"BoMay Sans"_s);
    font.setPixelSize(kEmPixels);
    font.setBold(spec.weight == FontWeight::Bold);
    font.setItalic(spec.slant == FontSlant::Italic);
    font.setKerning(false);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(
        static_cast<QFont::StyleStrategy>(QFont::PreferOutline | QFont::NoFontMerging | QFont::PreferNoShaping));
    return font;
}

bool isTimesNewRomanInstalled()
{
    // Families are those of files; a stand-in by fontconfig is not among them.
    return QFontDatabase::hasFamily(kTimesNewRoman);
}

QRawFont rawFont(const FontSpec &spec, PaperFace face)
{
    if (face == PaperFace::TimesNewRoman && spec.face == FontFace::Serif) {
        QFont wanted = fontAtEm(spec);
        wanted.setFamily(kTimesNewRoman);
        const QRawFont font = QRawFont::fromFont(wanted);
        // Fontconfig gives another font for one that is not there.
        if (font.familyName() == kTimesNewRoman && !font.fontTable("glyf").isEmpty())
            return font;
    }
    QFile file(pathOf(spec));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QRawFont font;
    font.loadFromData(file.readAll(), kEmPixels, QFont::PreferNoHinting);
    return font;
}

} // namespace bomay
