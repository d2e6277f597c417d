// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/vocabulary.h"

namespace bomay {

namespace {

constexpr std::array kLocalityTypes{
    Term{LocalityType::Unknown, u"", u"Chưa rõ", u"Not given"},
    Term{LocalityType::CentralCity, u"THANH_PHO_TW", u"Thành phố trực thuộc trung ương", u"Centrally run city"},
    Term{LocalityType::Province, u"TINH", u"Tỉnh", u"Province"},
    Term{LocalityType::UrbanDistrict, u"QUAN", u"Quận", u"Urban district"},
    Term{LocalityType::RuralDistrict, u"HUYEN", u"Huyện", u"Rural district"},
    Term{LocalityType::CityInCity, u"TP_THUOC_TP", u"Thành phố thuộc thành phố", u"City within a city"},
    Term{LocalityType::Town, u"THI_XA", u"Thị xã", u"Town"},
    Term{LocalityType::Ward, u"PHUONG", u"Phường", u"Ward"},
    Term{LocalityType::Commune, u"XA", u"Xã", u"Commune"},
    Term{LocalityType::Township, u"THI_TRAN", u"Thị trấn", u"Township"},
    Term{LocalityType::SpecialZone, u"DAC_KHU", u"Đặc khu", u"Special zone"},
};

constexpr std::array kLocalityClasses{
    Term{LocalityClass::Unknown, u"", u"Chưa rõ", u"Not given"},
    Term{LocalityClass::Special, u"DAC_BIET", u"Loại đặc biệt", u"Special class"},
    Term{LocalityClass::First, u"I", u"Loại I", u"Class I"},
    Term{LocalityClass::Second, u"II", u"Loại II", u"Class II"},
    Term{LocalityClass::Third, u"III", u"Loại III", u"Class III"},
};

constexpr std::array kUnitKinds{
    Term{UnitKind::Unknown, u"", u"Chưa rõ", u"Not given"},
    Term{UnitKind::PeoplesCouncil, u"HDND", u"Hội đồng nhân dân", u"People's Council"},
    Term{UnitKind::CouncilCommittee, u"BAN_HDND", u"Ban của Hội đồng nhân dân", u"Committee of the People's Council"},
    Term{UnitKind::PeoplesCommittee, u"UBND", u"Ủy ban nhân dân", u"People's Committee"},
    Term{UnitKind::Office, u"VAN_PHONG", u"Văn phòng", u"Office"},
    Term{UnitKind::SpecialisedAgency, u"CQCM", u"Cơ quan chuyên môn thuộc UBND", u"Specialised agency"},
    Term{UnitKind::AdministrativeBody, u"CQHC", u"Tổ chức hành chính khác", u"Other administrative organisation"},
    Term{UnitKind::SubDepartment, u"CHI_CUC", u"Chi cục", u"Sub-department"},
    Term{UnitKind::Division, u"PHONG", u"Phòng trong cơ quan, đơn vị", u"Division"},
    Term{UnitKind::Inspectorate, u"THANH_TRA", u"Thanh tra", u"Inspectorate"},
    Term{UnitKind::PublicServiceUnit, u"DVSN", u"Đơn vị sự nghiệp công lập", u"Public service unit"},
    Term{UnitKind::ServiceCentre, u"TTPVHCC", u"Trung tâm Phục vụ hành chính công",
         u"Public administration service centre"},
    Term{UnitKind::Team, u"TO_DOI", u"Tổ, đội", u"Team"},
    Term{UnitKind::PartyBody, u"DANG", u"Tổ chức Đảng", u"Party body"},
    Term{UnitKind::FatherlandFront, u"MTTQ", u"Mặt trận Tổ quốc", u"Fatherland Front"},
    Term{UnitKind::Union, u"DOAN_THE", u"Đoàn thể", u"Union"},
    Term{UnitKind::VerticalBranch, u"NGANH_DOC", u"Cơ quan ngành dọc", u"Vertical branch"},
    Term{UnitKind::CoordinatingBody, u"TC_PHOI_HOP", u"Tổ chức phối hợp liên ngành", u"Coordinating body"},
    Term{UnitKind::Neighbourhood, u"KHU_PHO", u"Khu phố, ấp", u"Neighbourhood"},
    Term{UnitKind::Association, u"HOI", u"Hội", u"Association"},
    Term{UnitKind::Other, u"KHAC", u"Khác", u"Other"},
};

constexpr std::array kPostRoles{
    Term{PostRole::Unknown, u"", u"Chưa rõ", u"Not given"},
    Term{PostRole::Head, u"TRUONG", u"Cấp trưởng", u"Head"},
    Term{PostRole::Deputy, u"PHO", u"Cấp phó", u"Deputy"},
    Term{PostRole::Member, u"UY_VIEN", u"Ủy viên", u"Member"},
    Term{PostRole::Assistant, u"TRO_LY", u"Trợ lý", u"Assistant"},
    Term{PostRole::Staff, u"NHAN_VIEN", u"Công chức, viên chức, người lao động", u"Staff"},
};

constexpr std::array kAppointmentKinds{
    Term{AppointmentKind::Full, u"CHINH_THUC", u"Chính thức", u"Full"},
    Term{AppointmentKind::Acting, u"QUYEN", u"Quyền", u"Acting"},
    Term{AppointmentKind::InCharge, u"PHU_TRACH", u"Giao phụ trách", u"In charge"},
    Term{AppointmentKind::Concurrent, u"KIEM_NHIEM", u"Kiêm nhiệm", u"Concurrent"},
    Term{AppointmentKind::Seconded, u"BIET_PHAI", u"Biệt phái", u"Seconded"},
};

constexpr std::array kRelationTypes{
    Term{RelationType::BelongsTo, u"TRUC_THUOC", u"Trực thuộc", u"Belongs to"},
    Term{RelationType::ReportsTo, u"BAO_CAO", u"Báo cáo", u"Reports to"},
    Term{RelationType::Directs, u"LANH_DAO", u"Lãnh đạo", u"Directs"},
    Term{RelationType::Oversees, u"PHU_TRACH", u"Phụ trách", u"Oversees"},
    Term{RelationType::Guides, u"HUONG_DAN", u"Hướng dẫn chuyên môn", u"Guides"},
    Term{RelationType::Coordinates, u"PHOI_HOP", u"Phối hợp", u"Coordinates"},
    Term{RelationType::Supervises, u"GIAM_SAT", u"Giám sát, phản biện", u"Supervises"},
    Term{RelationType::Delegates, u"PHAN_CAP", u"Phân cấp, ủy quyền", u"Delegates"},
    Term{RelationType::Succeeds, u"KE_THUA", u"Kế thừa", u"Succeeds"},
};

constexpr std::array kAutonomies{
    Term{Autonomy::Unknown, u"", u"Chưa rõ", u"Not given"},
    Term{Autonomy::Full, u"TOAN_BO", u"Tự bảo đảm chi đầu tư và chi thường xuyên",
         u"Self-financing investment and recurrent"},
    Term{Autonomy::Recurrent, u"THUONG_XUYEN", u"Tự bảo đảm chi thường xuyên", u"Self-financing recurrent"},
    Term{Autonomy::Partial, u"MOT_PHAN", u"Tự bảo đảm một phần", u"Partly self-financing"},
    Term{Autonomy::None, u"KHONG", u"Nhà nước bảo đảm", u"State funded"},
};

constexpr std::array kReorganisations{
    Term{Reorganisation::None, u"", u"Không", u"None"},
    Term{Reorganisation::Consolidation, u"HOP_NHAT", u"Hợp nhất", u"Consolidation"},
    Term{Reorganisation::Absorption, u"SAP_NHAP", u"Sáp nhập", u"Absorption"},
    Term{Reorganisation::Division, u"CHIA", u"Chia", u"Division"},
    Term{Reorganisation::Separation, u"TACH", u"Tách", u"Separation"},
    Term{Reorganisation::TwoProvinces, u"HAI_TINH", u"Hợp nhất từ hai tỉnh", u"Merged from two provinces"},
    Term{Reorganisation::ThreeProvinces, u"BA_TINH", u"Hợp nhất từ ba tỉnh", u"Merged from three provinces"},
    Term{Reorganisation::FunctionalMerger, u"CHUC_NANG", u"Hợp nhất theo chức năng", u"Functional merger"},
};

constexpr std::array kPersonnelActions{
    Term{PersonnelAction::None, u"", u"Chưa rõ", u"Not given"},
    Term{PersonnelAction::Election, u"BAU", u"Bầu, phê chuẩn", u"Election"},
    Term{PersonnelAction::Designation, u"CHI_DINH", u"Chỉ định", u"Designation"},
    Term{PersonnelAction::Appointment, u"BO_NHIEM", u"Bổ nhiệm", u"Appointment"},
    Term{PersonnelAction::Reappointment, u"BO_NHIEM_LAI", u"Bổ nhiệm lại", u"Reappointment"},
    Term{PersonnelAction::Transfer, u"DIEU_DONG", u"Điều động", u"Transfer"},
    Term{PersonnelAction::Rotation, u"LUAN_CHUYEN", u"Luân chuyển", u"Rotation"},
    Term{PersonnelAction::Secondment, u"BIET_PHAI", u"Biệt phái", u"Secondment"},
    Term{PersonnelAction::SecondmentEnd, u"CHAM_DUT_BIET_PHAI", u"Chấm dứt biệt phái", u"End of secondment"},
    Term{PersonnelAction::Acting, u"GIAO_QUYEN", u"Giao quyền", u"Acting"},
    Term{PersonnelAction::InCharge, u"GIAO_PHU_TRACH", u"Giao phụ trách", u"In charge"},
    Term{PersonnelAction::Concurrent, u"KIEM_NHIEM", u"Kiêm nhiệm", u"Concurrent"},
    Term{PersonnelAction::Dismissal, u"MIEN_NHIEM", u"Miễn nhiệm", u"Dismissal"},
    Term{PersonnelAction::Resignation, u"THOI_VIEC", u"Thôi việc", u"Resignation"},
    Term{PersonnelAction::Retirement, u"NGHI_HUU", u"Nghỉ hưu", u"Retirement"},
    Term{PersonnelAction::Reorganisation, u"SAP_XEP", u"Sắp xếp tổ chức", u"Reorganisation"},
};

constexpr std::array kSuccessionExtents{
    Term{SuccessionExtent::Whole, u"TOAN_BO", u"Toàn bộ", u"Whole"},
    Term{SuccessionExtent::Part, u"MOT_PHAN", u"Một phần", u"Part"},
};

constexpr std::array kQuotaKinds{
    Term{QuotaKind::CivilServants, u"CONG_CHUC", u"Biên chế công chức", u"Civil servants"},
    Term{QuotaKind::StatePaid, u"NGAN_SACH", u"Số lượng người làm việc hưởng lương từ ngân sách nhà nước",
         u"Paid from the state budget"},
    Term{QuotaKind::SelfPaid, u"SU_NGHIEP", u"Số lượng người làm việc hưởng lương từ nguồn thu sự nghiệp",
         u"Paid from service revenue"},
    Term{QuotaKind::Contract, u"HOP_DONG", u"Hợp đồng lao động", u"Labour contracts"},
};

constexpr std::array kDutyStates{
    Term{DutyState::Open, u"CHUA_THUC_HIEN", u"Chưa thực hiện", u"Open"},
    Term{DutyState::InProgress, u"DANG_THUC_HIEN", u"Đang thực hiện", u"In progress"},
    Term{DutyState::Done, u"HOAN_THANH", u"Hoàn thành", u"Done"},
    Term{DutyState::Stopped, u"DUNG", u"Dừng thực hiện", u"Stopped"},
};

constexpr std::array kNoteStates{
    Term{NoteState::Open, u"CHUA_GIAI_QUYET", u"Chưa giải quyết", u"Open"},
    Term{NoteState::Settled, u"DA_GIAI_QUYET", u"Đã giải quyết", u"Settled"},
};

constexpr std::array kStagedReasons{
    Term{StagedReason::UnknownParent, u"KHONG_RO_CAP_TREN", u"Không tìm thấy cấp trên", u"Unknown parent"},
    Term{StagedReason::SelfParent, u"TU_TRUC_THUOC", u"Tự trực thuộc chính mình", u"Its own parent"},
    Term{StagedReason::Cycle, u"VONG_LAP", u"Vòng lặp cấp trên", u"Loop of parents"},
};

constexpr std::array kChartPresets{
    Term{ChartPreset::Automatic, u"", u"Tự chọn theo giấy", u"Chosen for the paper"},
    Term{ChartPreset::Horizontal, u"NGANG", u"Ngang", u"Horizontal"},
    Term{ChartPreset::HangingRight, u"TREO_PHAI", u"Treo phải", u"Hanging right"},
    Term{ChartPreset::HangingBoth, u"TREO_HAI_BEN", u"Treo hai bên", u"Hanging on both sides"},
    Term{ChartPreset::Columns, u"NHIEU_COT", u"Nhiều cột", u"Columns"},
    Term{ChartPreset::LeftToRight, u"TRAI_SANG_PHAI", u"Trái sang phải", u"Left to right"},
};

constexpr std::array kBranchLayouts{
    Term{BranchLayout::Inherited, u"", u"Theo kiểu chung", u"As the whole chart"},
    Term{BranchLayout::Horizontal, u"NGANG", u"Ngang", u"Horizontal"},
    Term{BranchLayout::HangingRight, u"TREO_PHAI", u"Treo phải", u"Hanging right"},
    Term{BranchLayout::HangingLeft, u"TREO_TRAI", u"Treo trái", u"Hanging left"},
    Term{BranchLayout::HangingBoth, u"TREO_HAI_BEN", u"Treo hai bên", u"Hanging on both sides"},
    Term{BranchLayout::Columns, u"NHIEU_COT", u"Nhiều cột", u"Columns"},
    Term{BranchLayout::Grid, u"LUOI", u"Lưới trong khung", u"Grid in a frame"},
    Term{BranchLayout::List, u"DANH_SACH", u"Danh sách trong ô", u"List in a box"},
    Term{BranchLayout::Count, u"SO_LUONG", u"Một ô số lượng", u"One box with a count"},
    Term{BranchLayout::Narrow, u"O_HEP", u"Ô hẹp, cao", u"Tall narrow boxes"},
    Term{BranchLayout::Assignment, u"PHAN_CONG", u"Theo phân công", u"By assignment"},
    Term{BranchLayout::Folded, u"THU_GON", u"Thu gọn, không vẽ", u"Folded, not drawn"},
};

constexpr std::array kLeaderStyles{
    Term{LeaderStyle::Apart, u"", u"Mỗi người một ô", u"A box for each"},
    Term{LeaderStyle::OneBox, u"MOT_O", u"Chung một ô", u"One box"},
};

constexpr std::array kChartObjectKinds{
    Term{ChartObjectKind::Text, u"", u"Chữ tự do", u"Free text"},
    Term{ChartObjectKind::Note, u"GHI_CHU", u"Ô ghi chú", u"Note in a box"},
    Term{ChartObjectKind::Bracket, u"NGOAC", u"Dấu ngoặc ôm một nhánh", u"Bracket round a branch"},
    Term{ChartObjectKind::Summary, u"BANG_TONG_HOP", u"Bảng tổng hợp", u"Summary table"},
    Term{ChartObjectKind::TotalStaff, u"TONG_BIEN_CHE", u"Tổng biên chế", u"Total staff"},
    Term{ChartObjectKind::DataDate, u"NGAY_SO_LIEU", u"Ngày của số liệu", u"Day of the data"},
    Term{ChartObjectKind::Logo, u"BIEU_TRUNG", u"Biểu trưng (logo)", u"Logo"},
};

constexpr std::array kChartSides{
    Term{ChartSide::Below, u"", u"Phía dưới", u"Below"},
    Term{ChartSide::Above, u"TREN", u"Phía trên", u"Above"},
    Term{ChartSide::Left, u"TRAI", u"Bên trái", u"Left"},
    Term{ChartSide::Right, u"PHAI", u"Bên phải", u"Right"},
};

} // namespace

template <>
std::span<const Term<LocalityType>> terms()
{
    return kLocalityTypes;
}
template <>
std::span<const Term<LocalityClass>> terms()
{
    return kLocalityClasses;
}
template <>
std::span<const Term<UnitKind>> terms()
{
    return kUnitKinds;
}
template <>
std::span<const Term<PostRole>> terms()
{
    return kPostRoles;
}
template <>
std::span<const Term<AppointmentKind>> terms()
{
    return kAppointmentKinds;
}
template <>
std::span<const Term<RelationType>> terms()
{
    return kRelationTypes;
}
template <>
std::span<const Term<Autonomy>> terms()
{
    return kAutonomies;
}
template <>
std::span<const Term<Reorganisation>> terms()
{
    return kReorganisations;
}
template <>
std::span<const Term<PersonnelAction>> terms()
{
    return kPersonnelActions;
}
template <>
std::span<const Term<SuccessionExtent>> terms()
{
    return kSuccessionExtents;
}
template <>
std::span<const Term<QuotaKind>> terms()
{
    return kQuotaKinds;
}
template <>
std::span<const Term<DutyState>> terms()
{
    return kDutyStates;
}
template <>
std::span<const Term<NoteState>> terms()
{
    return kNoteStates;
}
template <>
std::span<const Term<StagedReason>> terms()
{
    return kStagedReasons;
}
template <>
std::span<const Term<ChartPreset>> terms()
{
    return kChartPresets;
}
template <>
std::span<const Term<BranchLayout>> terms()
{
    return kBranchLayouts;
}
template <>
std::span<const Term<LeaderStyle>> terms()
{
    return kLeaderStyles;
}
template <>
std::span<const Term<ChartObjectKind>> terms()
{
    return kChartObjectKinds;
}
template <>
std::span<const Term<ChartSide>> terms()
{
    return kChartSides;
}

} // namespace bomay
