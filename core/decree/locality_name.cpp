// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/locality_name.h"

#include "core/base/vietnamese_text.h"

#include <array>
#include <string_view>

namespace bomay {

namespace {

struct TypeWord
{
    std::u16string_view word;
    LocalityType type;
    LocalityType otherType = LocalityType::Unknown;
};

/// Words in front of a name, folded. A longer word stands before one that begins like it.
constexpr std::array kTypeWords{
    TypeWord{u"thành phố", LocalityType::CentralCity, LocalityType::CityInCity},
    TypeWord{u"t.p", LocalityType::CentralCity, LocalityType::CityInCity},
    TypeWord{u"tp", LocalityType::CentralCity, LocalityType::CityInCity},
    TypeWord{u"tỉnh", LocalityType::Province},
    TypeWord{u"quận", LocalityType::UrbanDistrict},
    TypeWord{u"q", LocalityType::UrbanDistrict},
    TypeWord{u"huyện", LocalityType::RuralDistrict},
    TypeWord{u"h", LocalityType::RuralDistrict},
    TypeWord{u"thị xã", LocalityType::Town},
    TypeWord{u"tx", LocalityType::Town},
    TypeWord{u"thị trấn", LocalityType::Township},
    TypeWord{u"tt", LocalityType::Township},
    TypeWord{u"phường", LocalityType::Ward},
    TypeWord{u"p", LocalityType::Ward},
    TypeWord{u"xã", LocalityType::Commune},
    TypeWord{u"đặc khu", LocalityType::SpecialZone},
};

bool isSeparator(QChar c)
{
    return c == u' ' || c == u'.' || c == u'-';
}

} // namespace

LocalityName splitLocalityName(QStringView name)
{
    LocalityName result{nameFold(name), {}};
    for (const TypeWord &word : kTypeWords) {
        const QStringView prefix(word.word);
        if (!result.bare.startsWith(prefix) || result.bare.size() <= prefix.size() ||
            !isSeparator(result.bare[prefix.size()]))
            continue;
        qsizetype start = prefix.size();
        while (start < result.bare.size() && isSeparator(result.bare[start]))
            ++start;
        if (start == result.bare.size())
            continue;
        result.bare.remove(0, start);
        result.types.push_back(word.type);
        if (word.otherType != LocalityType::Unknown)
            result.types.push_back(word.otherType);
        break;
    }
    return result;
}

} // namespace bomay
