// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/municipal_tree.h"
#include "core/base/numbers.h"
#include "core/change/change_builder.h"
#include "core/change/transaction.h"

#include <algorithm>
#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

// The wards of Thủ Đức before July 2025.
constexpr std::array kWards{
    u"An Khánh",       u"An Lợi Đông", u"An Phú",          u"Bình Chiểu",      u"Bình Thọ",     u"Bình Trưng Đông",
    u"Bình Trưng Tây", u"Cát Lái",     u"Hiệp Bình Chánh", u"Hiệp Bình Phước", u"Hiệp Phú",     u"Linh Chiểu",
    u"Linh Đông",      u"Linh Tây",    u"Linh Trung",      u"Linh Xuân",       u"Long Bình",    u"Long Phước",
    u"Long Thạnh Mỹ",  u"Long Trường", u"Phú Hữu",         u"Phước Bình",      u"Phước Long A", u"Phước Long B",
    u"Tam Bình",       u"Tam Phú",     u"Tăng Nhơn Phú A", u"Tăng Nhơn Phú B", u"Tân Phú",      u"Thảo Điền",
    u"Thạnh Mỹ Lợi",   u"Thủ Thiêm",   u"Trường Thạnh",    u"Trường Thọ"};
constexpr std::array kAgencies{u"Phòng Nội vụ",
                               u"Phòng Tư pháp",
                               u"Phòng Tài chính - Kế hoạch",
                               u"Phòng Tài nguyên và Môi trường",
                               u"Phòng Lao động - Thương binh và Xã hội",
                               u"Phòng Văn hóa và Thông tin",
                               u"Phòng Giáo dục và Đào tạo",
                               u"Phòng Y tế",
                               u"Phòng Kinh tế",
                               u"Phòng Quản lý đô thị",
                               u"Phòng Khoa học và Công nghệ"};
constexpr std::array kDivisions{u"Bộ phận Tổng hợp", u"Bộ phận Hành chính - Quản trị",
                                u"Bộ phận Kế toán",  u"Bộ phận Tiếp công dân",
                                u"Bộ phận Một cửa",  u"Bộ phận Thẩm định hồ sơ"};
constexpr std::array kSchools{u"Trường Mầm non", u"Trường Tiểu học", u"Trường Trung học cơ sở", u"Trạm Y tế"};
constexpr std::array kFamilies{u"Nguyễn", u"Trần", u"Lê", u"Phạm", u"Huỳnh", u"Võ", u"Đặng", u"Bùi", u"Đỗ", u"Ngô"};
constexpr std::array kMiddles{u"Văn", u"Thị", u"Minh", u"Hoàng", u"Thị Thanh", u"Quốc", u"Ngọc"};
constexpr std::array kGivens{u"An",     u"Bình", u"Cường", u"Dũng", u"Hạnh", u"Khánh", u"Lan",
                             u"Phượng", u"Thủy", u"Tuấn",  u"Uyên", u"Vỹ",   u"Yến"};

constexpr int kFirstGroup = 2; ///< of a unit's posts, from 0, the first that may be a group of staff

/// The word of a list that comes round at this number.
template <std::size_t Size>
QString pick(const std::array<const char16_t *, Size> &words, int number)
{
    return QString::fromUtf16(words[uz(number) % Size]);
}

/// Makes the rows of one tree.
class OrganisationMaker
{
public:
    OrganisationMaker(const MunicipalTree &tree, int people)
        : m_tree(tree)
        , m_builder(m_organisation)
        , m_kinds(uz(tree.size()), UnitKind::Unknown)
        , m_units(uz(tree.size()))
        , m_spans(uz(tree.size()), 0)
        , m_postsSoFar(uz(tree.size()), 0)
    {
        for (const int parent : tree.parents)
            if (parent >= 0)
                ++m_spans[uz(parent)];
        planGroups(people);
    }

    Result<Organisation> make()
    {
        m_builder.put(DocumentInfo{documentInfoId(), u"Bộ máy thành phố Thủ Đức (dữ liệu đo tốc độ)"_s,
                                   PartialDate{2021, 12, 31}});
        addLocalities();
        for (int node = 0; node < m_tree.size(); ++node) {
            if (m_tree.posts[uz(node)])
                addPost(node);
            else
                addUnit(node);
        }
        Change change;
        change.images = m_builder.takeImages();
        BM_TRY_VOID(applyChange(m_organisation, change));
        return std::move(m_organisation);
    }

private:
    LocalityId addLocality(const QString &code, const QString &name, LocalityType type, LocalityId parent)
    {
        const LocalityId id = m_ids.make<LocalityId>();
        LocalityState state;
        state.name = name;
        state.type = type;
        state.parent = parent;
        m_builder.put(Locality{id, code, {state}});
        return id;
    }

    void addLocalities()
    {
        const LocalityId top =
            addLocality(u"79"_s, u"Thành phố Hồ Chí Minh"_s, LocalityType::CentralCity, LocalityId{});
        m_city = addLocality(u"769"_s, u"Thành phố Thủ Đức"_s, LocalityType::CityInCity, top);
        for (int i = 0; i < sizeOf(kWards); ++i)
            m_wards.push_back(addLocality(u"769.%1"_s.arg(i + 1, 2, 10, QChar(u'0')), u"Phường "_s + pick(kWards, i),
                                          LocalityType::Ward, m_city));
    }

    /// Committees have agencies, agencies have committees where the tree goes on and divisions where it ends. A real
    /// city has one committee and its wards'; here there are more, so that the rules find as much to check as the tree
    /// is large.
    [[nodiscard]] UnitKind kindOf(int node) const
    {
        const int parent = m_tree.parents[uz(node)];
        if (parent < 0)
            return UnitKind::PeoplesCommittee;
        const bool isUnderCommittee = m_kinds[uz(parent)] == UnitKind::PeoplesCommittee;
        if (m_spans[uz(node)] > 0)
            return isUnderCommittee ? UnitKind::SpecialisedAgency : UnitKind::PeoplesCommittee;
        return isUnderCommittee ? UnitKind::PublicServiceUnit : UnitKind::Division;
    }

    [[nodiscard]] QString nameOf(int node, UnitKind kind) const
    {
        const QString ward = pick(kWards, node);
        switch (kind) {
        case UnitKind::PeoplesCommittee:
            return node == 0 ? u"Ủy ban nhân dân thành phố Thủ Đức"_s : u"Ủy ban nhân dân phường "_s + ward;
        case UnitKind::SpecialisedAgency:
            return pick(kAgencies, node);
        case UnitKind::PublicServiceUnit:
            return pick(kSchools, node) + u' ' + ward;
        default:
            return pick(kDivisions, node);
        }
    }

    void addUnit(int node)
    {
        const UnitKind kind = kindOf(node);
        const UnitId id = m_ids.make<UnitId>();
        m_kinds[uz(node)] = kind;
        m_units[uz(node)] = id;
        UnitState state;
        state.name = nameOf(node, kind);
        state.kind = kind;
        state.order = node;
        state.legalBasis = u"Nghị quyết số 1111/NQ-UBTVQH14"_s;
        if (kind == UnitKind::PeoplesCommittee)
            state.locality = node > 0 && node % 4 == 0 ? m_wards[uz(node) % m_wards.size()] : m_city;
        if (kind == UnitKind::SpecialisedAgency)
            state.staffAllotted = 10 + node % 30;
        m_builder.put(Unit{id, u"DV%1"_s.arg(node, 6, 10, QChar(u'0')), false, {state}});
        if (const int parent = m_tree.parents[uz(node)]; parent >= 0)
            belong(id, parent);
    }

    void addPost(int node)
    {
        const int unit = m_tree.parents[uz(node)];
        const int tier = m_postsSoFar[uz(unit)]++;
        const bool isCommittee = m_kinds[uz(unit)] == UnitKind::PeoplesCommittee;
        const PostId id = m_ids.make<PostId>();
        PostState state;
        state.role = tier == 0 ? PostRole::Head : PostRole::Deputy;
        state.tier = tier;
        state.order = tier;
        state.title = isCommittee ? (tier == 0 ? u"Chủ tịch Ủy ban nhân dân"_s : u"Phó Chủ tịch Ủy ban nhân dân"_s)
                                  : (tier == 0 ? u"Trưởng phòng"_s : u"Phó Trưởng phòng"_s);
        const int staff = tier >= kFirstGroup ? (m_staff + m_groupsSoFar++) / m_groups : 0;
        if (staff > 0) {
            state.title = u"Chuyên viên"_s;
            state.role = PostRole::Staff;
            state.tier = 0;
            state.seats = staff + 1;
        }
        m_builder.put(Post{id, {}, {state}});
        belong(id, unit);
        if (isHeld(node))
            addHolder(id, node);
        for (int i = 0; i < staff; ++i)
            addHolder(id, node + i + 1);
    }

    [[nodiscard]] static bool isHeld(int node) { return node % 3 != 0; }

    /// How many posts may be groups of staff, and how many people they have to hold.
    void planGroups(int people)
    {
        std::vector<int> posts(uz(m_tree.size()), 0);
        int held = 0;
        for (int node = 0; node < m_tree.size(); ++node) {
            if (!m_tree.posts[uz(node)])
                continue;
            held += isHeld(node) ? 1 : 0;
            if (posts[uz(m_tree.parents[uz(node)])]++ >= kFirstGroup)
                ++m_groups;
        }
        m_staff = std::max(0, people - held);
    }

    void addHolder(PostId post, int node)
    {
        const PersonId person = m_ids.make<PersonId>();
        const QString name = pick(kFamilies, node) + u' ' + pick(kMiddles, node / 10) + u' ' + pick(kGivens, node / 7);
        m_builder.put(Person{person, {}, name, {}});
        m_builder.put(Appointment{m_ids.make<AppointmentId>(), post, person, AppointmentKind::Full, {}, {}});
    }

    void belong(NodeRef child, int parent)
    {
        m_builder.put(Relation{m_ids.make<RelationId>(), RelationType::BelongsTo, child, m_units[uz(parent)], {}});
    }

    const MunicipalTree &m_tree;
    Organisation m_organisation;
    ChangeBuilder m_builder;
    SeededIdSource m_ids{QByteArrayLiteral("municipal-tree")};
    LocalityId m_city;
    std::vector<LocalityId> m_wards;
    // By node; those of posts stay empty.
    std::vector<UnitKind> m_kinds;
    std::vector<UnitId> m_units;
    std::vector<int> m_spans;
    std::vector<int> m_postsSoFar;
    int m_groups = 0; ///< posts that may be groups of staff
    int m_groupsSoFar = 0;
    int m_staff = 0; ///< people in them, spread evenly
};

} // namespace

Result<Organisation> municipalOrganisation(const MunicipalTree &tree, int people)
{
    return OrganisationMaker(tree, people).make();
}

} // namespace bomay
