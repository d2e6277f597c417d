// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text_view.h"

#include <QString>

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace bomay {

/// Loại hình đơn vị hành chính: what kind of territory a locality is. The level of a unit is the type of its locality.
enum class LocalityType {
    Unknown,
    CentralCity,
    Province,
    UrbanDistrict,
    RuralDistrict,
    CityInCity,
    Town,
    Ward,
    Commune,
    Township,
    SpecialZone
};

/// Loại ĐVHC: the class of a locality, entered from a decision.
enum class LocalityClass { Unknown, Special, First, Second, Third };

/// Loại hình cơ quan, tổ chức, đơn vị. Coordinating bodies, vertical branches and neighbourhoods stand beside the line
/// of administration: a rule counts what it names, so none counts them unless it says so.
enum class UnitKind {
    Unknown,
    PeoplesCouncil,     ///< Hội đồng nhân dân
    CouncilCommittee,   ///< Ban của HĐND
    PeoplesCommittee,   ///< Ủy ban nhân dân
    Office,             ///< Văn phòng
    SpecialisedAgency,  ///< cơ quan chuyên môn: a sở at city level, a phòng at district and commune level
    AdministrativeBody, ///< tổ chức hành chính khác
    SubDepartment,      ///< chi cục
    Division,           ///< phòng inside a body
    Inspectorate,       ///< thanh tra
    PublicServiceUnit,  ///< đơn vị sự nghiệp công lập
    ServiceCentre,      ///< trung tâm phục vụ hành chính công
    Team,               ///< tổ, đội
    PartyBody,          ///< Đảng
    FatherlandFront,    ///< Mặt trận Tổ quốc
    Union,              ///< đoàn thể
    VerticalBranch,     ///< ngành dọc: police, military, tax
    CoordinatingBody,   ///< tổ chức phối hợp: council, steering committee, task force
    Neighbourhood,      ///< khu phố, ấp
    Association,        ///< hội
    Other
};

/// Vai trò của chức vụ.
enum class PostRole { Unknown, Head, Deputy, Member, Assistant, Staff };

/// Hình thức giữ chức vụ.
enum class AppointmentKind { Full, Acting, InCharge, Concurrent, Seconded };

/// Quan hệ between two nodes; the edge runs from the first named to the second.
enum class RelationType {
    BelongsTo,   ///< trực thuộc: the only tree; from the child to the parent
    ReportsTo,   ///< báo cáo: from a post to a post, only where it departs from deputy → head
    Directs,     ///< lãnh đạo
    Oversees,    ///< phụ trách: from a post to a unit
    Guides,      ///< hướng dẫn chuyên môn
    Coordinates, ///< phối hợp
    Supervises,  ///< giám sát, phản biện
    Delegates,   ///< phân cấp, ủy quyền
    Succeeds     ///< kế thừa: from the successor to the predecessor
};

/// Mức tự chủ of a public service unit.
enum class Autonomy { Unknown, Full, Recurrent, Partial, None };

/// Hình thức sắp xếp: how a unit came out of a reorganisation.
enum class Reorganisation {
    None,
    Consolidation,
    Absorption,
    Division,
    Separation,
    TwoProvinces,
    ThreeProvinces,
    FunctionalMerger
};

/// Hình thức: what puts a person into a post or takes one out of it.
enum class PersonnelAction {
    None,
    Election,      ///< bầu, phê chuẩn
    Designation,   ///< chỉ định
    Appointment,   ///< bổ nhiệm
    Reappointment, ///< bổ nhiệm lại
    Transfer,      ///< điều động
    Rotation,      ///< luân chuyển
    Secondment,    ///< biệt phái
    SecondmentEnd, ///< chấm dứt biệt phái
    Acting,        ///< giao quyền
    InCharge,      ///< giao phụ trách
    Concurrent,    ///< kiêm nhiệm
    Dismissal,     ///< miễn nhiệm
    Resignation,   ///< thôi việc
    Retirement,    ///< nghỉ hưu
    Reorganisation ///< sắp xếp tổ chức
};

/// How much of a predecessor a successor takes over.
enum class SuccessionExtent { Whole, Part };

/// Loại biên chế.
enum class QuotaKind {
    CivilServants, ///< biên chế công chức
    StatePaid,     ///< số lượng người làm việc hưởng lương từ ngân sách nhà nước
    SelfPaid,      ///< số lượng người làm việc hưởng lương từ nguồn thu sự nghiệp
    Contract       ///< hợp đồng lao động
};

/// Tình trạng of a duty.
enum class DutyState { Open, InProgress, Done, Stopped };

/// Tình trạng of a note.
enum class NoteState { Open, Settled };

/// Why a node has no place in the tree yet.
enum class StagedReason { UnknownParent, SelfParent, Cycle };

/// Kiểu sơ đồ: how a whole chart is laid out.
enum class ChartPreset {
    Automatic,    ///< tự chọn theo giấy: for each branch what makes the letters largest
    Horizontal,   ///< ngang
    HangingRight, ///< treo phải
    HangingBoth,  ///< treo hai bên
    Columns,      ///< nhiều cột
    LeftToRight   ///< trái sang phải
};

/// Kiểu nhánh: how the units below one unit stand.
enum class BranchLayout {
    Inherited, ///< as the chart's preset has it
    Horizontal,
    HangingRight, ///< under each other, to the right of the line they hang on
    HangingLeft,
    HangingBoth, ///< on both sides of the line
    Columns,     ///< so many columns, each hanging on a line
    Grid,        ///< in rows and columns within a frame
    List,        ///< as lines of text within one box
    Count,       ///< one box with their number
    Narrow,      ///< side by side in tall narrow boxes
    Assignment,  ///< theo phân công: each deputy above the units he or she oversees
    Folded       ///< not drawn: the box above says how many there are
};

/// Lãnh đạo: how the head and the deputies of a unit are drawn.
enum class LeaderStyle {
    Apart, ///< a box for each
    OneBox ///< one box: "Ban Giám đốc"
};

/// Đối tượng đặt thêm: what stands beside the chart of a view and is no part of the organisation.
enum class ChartObjectKind {
    Text,       ///< free text
    Note,       ///< the same in a box
    Bracket,    ///< round the branch of a unit, with words
    Summary,    ///< a table: units by block, with what they are allotted and have in post
    TotalStaff, ///< "Tổng biên chế: …"
    DataDate,   ///< "(Số liệu tính đến ngày …)"
    Logo        ///< biểu trưng: a picture
};

/// At which side of the chart something stands.
enum class ChartSide { Below, Above, Left, Right };

/// One allowed value: its stable code (files, JSON, database) and its words on screen.
template <typename Enum>
struct Term
{
    Enum value;
    std::u16string_view code;
    std::u16string_view vi;
    std::u16string_view en;
};

/// The allowed values of an enumeration, in the order lists show them.
template <typename Enum>
[[nodiscard]] std::span<const Term<Enum>> terms();

template <>
std::span<const Term<LocalityType>> terms();
template <>
std::span<const Term<LocalityClass>> terms();
template <>
std::span<const Term<UnitKind>> terms();
template <>
std::span<const Term<PostRole>> terms();
template <>
std::span<const Term<AppointmentKind>> terms();
template <>
std::span<const Term<RelationType>> terms();
template <>
std::span<const Term<Autonomy>> terms();
template <>
std::span<const Term<Reorganisation>> terms();
template <>
std::span<const Term<PersonnelAction>> terms();
template <>
std::span<const Term<SuccessionExtent>> terms();
template <>
std::span<const Term<QuotaKind>> terms();
template <>
std::span<const Term<DutyState>> terms();
template <>
std::span<const Term<NoteState>> terms();
template <>
std::span<const Term<StagedReason>> terms();
template <>
std::span<const Term<ChartPreset>> terms();
template <>
std::span<const Term<BranchLayout>> terms();
template <>
std::span<const Term<LeaderStyle>> terms();
template <>
std::span<const Term<ChartObjectKind>> terms();
template <>
std::span<const Term<ChartSide>> terms();

/// The term of a value. Values that mean "not given" have the empty code.
template <typename Enum>
[[nodiscard]] const Term<Enum> &termOf(Enum value)
{
    for (const auto &term : terms<Enum>())
        if (term.value == value)
            return term;
    return terms<Enum>().front();
}

template <typename Enum>
[[nodiscard]] QString codeOf(Enum value)
{
    return toQString(termOf(value).code);
}

template <typename Enum>
[[nodiscard]] QString labelOf(Enum value)
{
    return toQString(termOf(value).vi);
}

/// The value with exactly this code.
template <typename Enum>
[[nodiscard]] std::optional<Enum> valueOfCode(QStringView code)
{
    for (const auto &term : terms<Enum>())
        if (QStringView(term.code) == code)
            return term.value;
    return std::nullopt;
}

} // namespace bomay
