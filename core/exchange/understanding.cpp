// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/understanding.h"

#include "core/base/vietnamese_text.h"

#include <array>
#include <span>
#include <string_view>

namespace bomay {

namespace {

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
    return fromBeginning<PostRole>(folded, kRoles, PostRole::Unknown);
}

LocalityType localityTypeFromName(const QString &name, LocalityType parentType)
{
    const QString folded = nameFold(name);
    if (folded.startsWith(u"thành phố ") || folded.startsWith(u"tp. ") || folded.startsWith(u"tp "))
        return parentType == LocalityType::Unknown ? LocalityType::CentralCity : LocalityType::CityInCity;
    return fromBeginning<LocalityType>(folded, kLocalities, LocalityType::Unknown);
}

} // namespace bomay
