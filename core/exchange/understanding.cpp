// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/understanding.h"

#include "core/base/vietnamese_text.h"

#include <array>
#include <span>
#include <string_view>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// A beginning of a folded name and what it says. Longer beginnings stand before shorter ones.
template <typename Enum>
struct Beginning
{
    std::u16string_view text;
    Enum value;
};

constexpr std::array kKinds{
    Beginning{u"hội đồng nhân dân", UnitKind::PeoplesCouncil},
    Beginning{u"hđnd", UnitKind::PeoplesCouncil},
    Beginning{u"ủy ban mặt trận", UnitKind::FatherlandFront},
    Beginning{u"ủy ban nhân dân", UnitKind::PeoplesCommittee},
    Beginning{u"ubnd", UnitKind::PeoplesCommittee},
    Beginning{u"mặt trận tổ quốc", UnitKind::FatherlandFront},
    Beginning{u"văn phòng đảng ủy", UnitKind::PartyBody},
    Beginning{u"văn phòng", UnitKind::Office},
    Beginning{u"sở ", UnitKind::SpecialisedAgency},
    Beginning{u"thanh tra", UnitKind::Inspectorate},
    Beginning{u"chi cục thuế", UnitKind::VerticalBranch},
    Beginning{u"chi cục", UnitKind::SubDepartment},
    Beginning{u"trung tâm phục vụ hành chính công", UnitKind::ServiceCentre},
    Beginning{u"trung tâm", UnitKind::PublicServiceUnit},
    Beginning{u"trường", UnitKind::PublicServiceUnit},
    Beginning{u"bệnh viện", UnitKind::PublicServiceUnit},
    Beginning{u"trạm y tế", UnitKind::PublicServiceUnit},
    Beginning{u"ban quản lý", UnitKind::PublicServiceUnit},
    Beginning{u"nhà văn hóa", UnitKind::PublicServiceUnit},
    Beginning{u"tổ công tác", UnitKind::CoordinatingBody},
    Beginning{u"ban chỉ đạo", UnitKind::CoordinatingBody},
    Beginning{u"ban chỉ huy quân sự", UnitKind::VerticalBranch},
    Beginning{u"công an", UnitKind::VerticalBranch},
    Beginning{u"kho bạc", UnitKind::VerticalBranch},
    Beginning{u"bảo hiểm xã hội", UnitKind::VerticalBranch},
    Beginning{u"hội đồng", UnitKind::CoordinatingBody},
    Beginning{u"tổ ", UnitKind::Team},
    Beginning{u"đội ", UnitKind::Team},
    Beginning{u"đảng ủy", UnitKind::PartyBody},
    Beginning{u"đảng bộ", UnitKind::PartyBody},
    Beginning{u"chi bộ", UnitKind::PartyBody},
    Beginning{u"thành ủy", UnitKind::PartyBody},
    Beginning{u"quận ủy", UnitKind::PartyBody},
    Beginning{u"huyện ủy", UnitKind::PartyBody},
    Beginning{u"đoàn thanh niên", UnitKind::Union},
    Beginning{u"hội liên hiệp phụ nữ", UnitKind::Union},
    Beginning{u"hội cựu chiến binh", UnitKind::Union},
    Beginning{u"hội nông dân", UnitKind::Union},
    Beginning{u"liên đoàn lao động", UnitKind::Union},
    Beginning{u"công đoàn", UnitKind::Union},
    Beginning{u"khu phố", UnitKind::Neighbourhood},
    Beginning{u"ấp ", UnitKind::Neighbourhood},
    Beginning{u"hội ", UnitKind::Association},
};

constexpr std::array kRoles{
    Beginning{u"phó ", PostRole::Deputy},         Beginning{u"q. ", PostRole::Head},
    Beginning{u"quyền ", PostRole::Head},         Beginning{u"trưởng", PostRole::Head},
    Beginning{u"chủ tịch", PostRole::Head},       Beginning{u"chủ nhiệm", PostRole::Head},
    Beginning{u"giám đốc", PostRole::Head},       Beginning{u"tổng giám đốc", PostRole::Head},
    Beginning{u"hiệu trưởng", PostRole::Head},    Beginning{u"viện trưởng", PostRole::Head},
    Beginning{u"chi cục trưởng", PostRole::Head}, Beginning{u"cục trưởng", PostRole::Head},
    Beginning{u"đội trưởng", PostRole::Head},     Beginning{u"tổ trưởng", PostRole::Head},
    Beginning{u"chánh ", PostRole::Head},         Beginning{u"bí thư", PostRole::Head},
    Beginning{u"ủy viên", PostRole::Member},      Beginning{u"đại biểu", PostRole::Member},
    Beginning{u"trợ lý", PostRole::Assistant},    Beginning{u"thư ký", PostRole::Assistant},
    Beginning{u"chuyên viên", PostRole::Staff},   Beginning{u"cán sự", PostRole::Staff},
    Beginning{u"nhân viên", PostRole::Staff},     Beginning{u"công chức", PostRole::Staff},
    Beginning{u"viên chức", PostRole::Staff},     Beginning{u"kế toán", PostRole::Staff},
    Beginning{u"văn thư", PostRole::Staff},       Beginning{u"lái xe", PostRole::Staff},
    Beginning{u"bảo vệ", PostRole::Staff},        Beginning{u"thanh tra viên", PostRole::Staff},
};

/// Whole titles as offices shorten them.
constexpr std::array kShortTitles{
    Beginning{u"gđ", PostRole::Head},    Beginning{u"pgđ", PostRole::Deputy},  Beginning{u"p.gđ", PostRole::Deputy},
    Beginning{u"ct", PostRole::Head},    Beginning{u"pct", PostRole::Deputy},  Beginning{u"p.ct", PostRole::Deputy},
    Beginning{u"cvp", PostRole::Head},   Beginning{u"pcvp", PostRole::Deputy}, Beginning{u"tp", PostRole::Head},
    Beginning{u"ptp", PostRole::Deputy}, Beginning{u"p.tp", PostRole::Deputy}, Beginning{u"hp", PostRole::Deputy},
    Beginning{u"cct", PostRole::Head},   Beginning{u"pcct", PostRole::Deputy}, Beginning{u"cv", PostRole::Staff},
    Beginning{u"cvc", PostRole::Staff},  Beginning{u"cvcc", PostRole::Staff},  Beginning{u"ns", PostRole::Staff},
    Beginning{u"uv", PostRole::Member},  Beginning{u"uvtv", PostRole::Member},
};

constexpr std::array kLocalities{
    Beginning{u"tỉnh ", LocalityType::Province},       Beginning{u"quận ", LocalityType::UrbanDistrict},
    Beginning{u"huyện ", LocalityType::RuralDistrict}, Beginning{u"thị xã ", LocalityType::Town},
    Beginning{u"phường ", LocalityType::Ward},         Beginning{u"thị trấn ", LocalityType::Township},
    Beginning{u"đặc khu ", LocalityType::SpecialZone}, Beginning{u"xã ", LocalityType::Commune},
};

template <typename Enum>
Enum fromBeginning(const QString &folded, std::span<const Beginning<Enum>> beginnings, Enum otherwise)
{
    for (const auto &beginning : beginnings)
        if (folded.startsWith(QStringView(beginning.text)))
            return beginning.value;
    return otherwise;
}

/// The role by a title that was typed without marks: "Pho truong phong".
PostRole roleWithoutMarks(const QString &folded)
{
    for (const auto &beginning : kRoles)
        if (folded.startsWith(searchFold(QStringView(beginning.text)) +
                              (beginning.text.ends_with(u' ') ? u" "_s : QString())))
            return beginning.value;
    return PostRole::Unknown;
}

} // namespace

UnitKind kindFromName(const QString &name, UnitKind parentKind)
{
    const QString folded = nameFold(name);
    if (folded.startsWith(u"phòng "))
        return parentKind == UnitKind::PeoplesCommittee ? UnitKind::SpecialisedAgency : UnitKind::Division;
    if (parentKind == UnitKind::PeoplesCouncil && folded.startsWith(u"ban "))
        return UnitKind::CouncilCommittee;
    return fromBeginning<UnitKind>(folded, kKinds, UnitKind::Other);
}

bool isDoubtfulKind(const QString &name, UnitKind kind, UnitKind parentKind)
{
    if (kind == UnitKind::Division)
        return parentKind == UnitKind::PeoplesCommittee &&
               kindFromName(name, parentKind) == UnitKind::SpecialisedAgency;
    return false;
}

PostRole roleFromTitle(const QString &title, UnitKind unitKind)
{
    const QString folded = nameFold(title);
    // Heads of other bodies sit in a People's Committee as its members.
    if (unitKind == UnitKind::PeoplesCommittee &&
        (folded.startsWith(u"trưởng ") || folded.startsWith(u"chỉ huy trưởng")))
        return PostRole::Member;
    const PostRole role = fromBeginning<PostRole>(folded, kRoles, PostRole::Unknown);
    if (role != PostRole::Unknown)
        return role;
    const QString whole = QString(folded).remove(u' ');
    for (const auto &known : kShortTitles)
        if (whole == QStringView(known.text))
            return known.value;
    return folded == searchFold(title) ? roleWithoutMarks(folded) : PostRole::Unknown;
}

QStringList readingsOfTitle(const QString &title)
{
    const QString whole = nameFold(title).remove(u' ').remove(u'.');
    if (whole == u"phótp"_s || whole == u"photp"_s || whole == u"ptp"_s)
        return {u"Phó Trưởng phòng"_s, u"Phó Chủ tịch UBND thành phố"_s};
    if (whole == u"tp"_s)
        return {u"Trưởng phòng"_s, u"Chủ tịch UBND thành phố"_s};
    if (whole == u"pct"_s)
        return {u"Phó Chủ tịch"_s, u"Phó Chi cục trưởng"_s};
    return {};
}

LocalityType localityTypeFromName(const QString &name, LocalityType parentType)
{
    const QString folded = nameFold(name);
    if (folded.startsWith(u"thành phố ") || folded.startsWith(u"tp. ") || folded.startsWith(u"tp "))
        return parentType == LocalityType::Unknown ? LocalityType::CentralCity : LocalityType::CityInCity;
    return fromBeginning<LocalityType>(folded, kLocalities, LocalityType::Unknown);
}

} // namespace bomay
