// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/fonts.h"

#include "core/chart/font_table.h"

#include <QFontDatabase>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

} // namespace

Result<> loadBuiltInFonts()
{
    if (QFontDatabase::hasFamily(u"BoMay Serif"_s) && QFontDatabase::hasFamily(u"BoMay Sans"_s))
        return {};
    for (const FontFace face : {FontFace::Serif, FontFace::Sans})
        for (const FontWeight weight : {FontWeight::Regular, FontWeight::Bold})
            for (const FontSlant slant : {FontSlant::Upright, FontSlant::Italic}) {
                const QString path = u":/fonts/"_s + fontFileName({face, weight, slant, 10}) + u".ttf"_s;
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

} // namespace bomay
