// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/agency_name.h"

#include "core/base/text_view.h"
#include "core/base/vietnamese_text.h"

#include <array>
#include <string_view>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

struct Abbreviation
{
    std::u16string_view word;
    std::u16string_view full;
};

/// Words that officers shorten, folded. What has more than one reading is not here.
constexpr std::array kAbbreviations{
    Abbreviation{u"&", u"và"},
    Abbreviation{u"cntt", u"công nghệ thông tin"},
    Abbreviation{u"cqđt", u"cảnh quan đô thị"},
    Abbreviation{u"đbqh", u"đại biểu quốc hội"},
    Abbreviation{u"gdđt", u"giáo dục và đào tạo"},
    Abbreviation{u"gd&đt", u"giáo dục và đào tạo"},
    Abbreviation{u"hcm", u"hồ chí minh"},
    Abbreviation{u"hđnd", u"hội đồng nhân dân"},
    Abbreviation{u"kh&cn", u"khoa học và công nghệ"},
    Abbreviation{u"khcn", u"khoa học và công nghệ"},
    Abbreviation{u"nn&mt", u"nông nghiệp và môi trường"},
    Abbreviation{u"nn&ptnt", u"nông nghiệp và phát triển nông thôn"},
    Abbreviation{u"qlđt", u"quản lý đô thị"},
    Abbreviation{u"tn&mt", u"tài nguyên và môi trường"},
    Abbreviation{u"tnmt", u"tài nguyên và môi trường"},
    Abbreviation{u"tp", u"thành phố"},
    Abbreviation{u"tphcm", u"thành phố hồ chí minh"},
    Abbreviation{u"ttpvhcc", u"trung tâm phục vụ hành chính công"},
    Abbreviation{u"ubnd", u"ủy ban nhân dân"},
    Abbreviation{u"vp", u"văn phòng"},
};

/// Words of a locality's type that may end the name of a body, with or without the locality's own name.
constexpr std::array<std::u16string_view, 9> kTypeEnds{u"thành phố", u"tỉnh",     u"quận", u"huyện",  u"thị xã",
                                                       u"phường",    u"thị trấn", u"xã",   u"đặc khu"};

/// Takes one or two parts of a word off the end, if something is left before it; says whether it did.
bool cutEnd(QString &name, QStringView end, QStringView rest = {})
{
    const qsizetype size = end.size() + rest.size();
    const QStringView whole = name;
    if (size == 0 || whole.size() <= size + 1 || !whole.endsWith(rest))
        return false;
    const QStringView before = whole.chopped(rest.size());
    if (!before.endsWith(end) || !before.chopped(end.size()).endsWith(u' '))
        return false;
    name.chop(size + 1);
    return true;
}

/// How officers shorten a locality's type before its name: "Q.1", "TX. Dĩ An".
constexpr std::array<std::u16string_view, 6> kTypeLetters{u"q", u"h", u"tx", u"p", u"tt", u"x"};

/// Takes the bare name of a locality off the end of a body's name, with the letters of its type before it.
void cutLocality(QString &name, QStringView locality)
{
    const bool isCut = cutEnd(name, locality);
    for (const std::u16string_view letters : kTypeLetters)
        if (cutEnd(name, letters, isCut ? QStringView() : locality))
            return;
}

} // namespace

QString writtenOut(QStringView text)
{
    QString plain = nameFold(text);
    for (QChar &c : plain)
        if (c == u'-' || c == u',' || c == u'.' || c == u';')
            c = u' ';
    QStringList words = plain.split(u' ', Qt::SkipEmptyParts);
    for (QString &word : words)
        for (const Abbreviation &abbreviation : kAbbreviations)
            if (word == QStringView(abbreviation.word)) {
                word = toQString(abbreviation.full);
                break;
            }
    return words.join(u' ');
}

QString agencyName(QStringView name, QStringView place)
{
    QString result = writtenOut(name);
    if (!place.isEmpty())
        cutLocality(result, place);
    for (const std::u16string_view end : kTypeEnds)
        if (cutEnd(result, end))
            break;
    return result;
}

void AgencyNames::add(const QString &name)
{
    written += name;
    compared += agencyName(name, {});
}

} // namespace bomay
