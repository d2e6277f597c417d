// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/template_spec.h"

#include "core/base/vietnamese_text.h"

#include <array>

namespace bomay {

namespace {

using enum ColumnType;
using enum ColumnUse;

constexpr ColumnSpec kFrom{
    u"tu_ngay", u"Từ ngày",
    u"From",    Date,
    Optional,   u"Ngày bắt đầu, kể cả ngày đó; để trống nếu không rõ. Ví dụ: 01/07/2021, 07/2021 hoặc 2021."};
constexpr ColumnSpec kTo{u"den_ngay", u"Đến ngày", u"To",
                         Date,        Optional,    u"Ngày cuối cùng, kể cả ngày đó; để trống nếu còn hiệu lực."};

constexpr std::array kDocumentColumns{
    ColumnSpec{u"ten_tai_lieu", u"Tên tài liệu", u"Document title", Text, Usual, u"Tiêu đề in trên sơ đồ."},
    ColumnSpec{u"ngay_so_lieu", u"Ngày số liệu", u"As of", Date, Usual,
               u"Số liệu tính đến ngày nào. Ví dụ: 31/12/2021."},
};

constexpr std::array kLocalityColumns{
    ColumnSpec{u"ma", u"Mã ĐVHC", u"Locality code", Code, Required, u"Mã đơn vị hành chính, không trùng nhau.",
               u"Ví dụ: 769"},
    ColumnSpec{u"ten", u"Tên ĐVHC", u"Locality name", Text, Required, u"Tên đầy đủ, ví dụ: Thành phố Thủ Đức.",
               u"Thành phố Thủ Đức"},
    ColumnSpec{u"loai", u"Loại hình", u"Type", LocalityTypes, Usual, u"Chọn trong danh sách.", u"TP_THUOC_TP"},
    ColumnSpec{u"ma_cap_tren", u"Mã cấp trên", u"Parent code", Code, Usual,
               u"Mã của ĐVHC cấp trên; để trống với cấp cao nhất.", u"79"},
    ColumnSpec{u"phan_loai", u"Loại ĐVHC", u"Class", LocalityClasses, Usual,
               u"Loại đặc biệt, I, II, III theo quyết định phân loại.", u"I"},
    ColumnSpec{u"dan_so", u"Dân số", u"Population", Number, Usual, u"Số người.", u"1013795"},
    ColumnSpec{u"dan_so_dtts", u"Dân số dân tộc thiểu số", u"Minority population", Number, Optional, u"Số người."},
    ColumnSpec{u"hai_dao", u"Hải đảo", u"Island", Tick, Optional, u"Đánh dấu x nếu là đơn vị hải đảo."},
    kFrom,
    kTo,
};

constexpr std::array kUnitColumns{
    ColumnSpec{u"ma", u"Mã đơn vị", u"Unit code", Code, Required,
               u"Mã không trùng nhau; có thể để trống nếu tên đơn vị không trùng.", u"Ví dụ: PNV"},
    ColumnSpec{u"ten", u"Tên đơn vị", u"Unit name", Text, Required, u"Tên đầy đủ của cơ quan, tổ chức, đơn vị.",
               u"Phòng Nội vụ"},
    ColumnSpec{u"ma_cap_tren", u"Đơn vị cấp trên", u"Parent unit", Code, Usual,
               u"Mã hoặc tên đúng của đơn vị cấp trên; để trống với đơn vị cao nhất.", u"UBND"},
    ColumnSpec{u"loai", u"Loại hình", u"Kind", UnitKinds, Usual,
               u"Chọn trong danh sách; để trống thì chương trình suy ra từ tên.", u"CQCM"},
    ColumnSpec{u"ma_dia_ban", u"Mã ĐVHC", u"Locality code", Code, Usual,
               u"Mã trong trang DIA_BAN; để trống thì theo đơn vị cấp trên."},
    ColumnSpec{u"thu_tu", u"Thứ tự", u"Order", Number, Usual, u"Thứ tự giữa các đơn vị cùng cấp trên.", u"2"},
    ColumnSpec{u"bien_che_giao", u"Biên chế giao", u"Posts allotted", Number, Usual,
               u"Số người, gồm cả đơn vị trực thuộc.", u"15"},
    ColumnSpec{u"bien_che_co_mat", u"Biên chế có mặt", u"Posts filled", Number, Usual,
               u"Số người, gồm cả đơn vị trực thuộc.", u"14"},
    ColumnSpec{u"cap_pho_giao", u"Số cấp phó được giao", u"Deputies allotted", Number, Usual, u"Số người."},
    ColumnSpec{u"can_cu", u"Căn cứ", u"Legal basis", Text, Usual, u"Số, ký hiệu văn bản."},
    ColumnSpec{u"ten_viet_tat", u"Tên viết tắt", u"Short name", Text, Optional},
    ColumnSpec{u"ma_dinh_danh", u"Mã định danh điện tử", u"Electronic identifier", Code, Optional},
    ColumnSpec{u"khoi", u"Khối", u"Block", Text, Optional, u"Nhóm đơn vị vẽ chung một khung."},
    ColumnSpec{u"tu_chu", u"Mức tự chủ", u"Self-financing", Autonomies, Optional,
               u"Chỉ với đơn vị sự nghiệp công lập."},
    ColumnSpec{u"ngay_sap_xep", u"Ngày sắp xếp", u"Reorganised on", Date, Optional,
               u"Ngày của quyết định sắp xếp, tổ chức lại."},
    ColumnSpec{u"hinh_thuc_sap_xep", u"Hình thức sắp xếp", u"Kind of reorganisation", Reorganisations, Optional},
    ColumnSpec{u"co_ban_thiet_yeu", u"Dịch vụ cơ bản, thiết yếu", u"Basic essential service", Tick, Optional},
    ColumnSpec{u"ma_tien_than", u"Tiền thân", u"Predecessors", Code, Optional,
               u"Mã các đơn vị tiền thân, cách nhau bằng dấu chấm phẩy."},
    ColumnSpec{u"dia_chi", u"Địa chỉ", u"Address", Text, Optional},
    ColumnSpec{u"dien_thoai", u"Điện thoại", u"Phone", Text, Optional},
    ColumnSpec{u"email", u"Thư điện tử", u"Mail", Text, Optional},
    ColumnSpec{u"chuc_nang", u"Chức năng", u"Function", Text, Optional},
    ColumnSpec{u"ghi_chu", u"Ghi chú", u"Note", Text, Optional},
    kFrom,
    kTo,
};

constexpr std::array kPostColumns{
    ColumnSpec{u"ma_don_vi", u"Mã đơn vị", u"Unit code", Code, Required, u"Mã trong trang DON_VI.", u"Ví dụ: PNV"},
    ColumnSpec{u"chuc_danh", u"Chức danh", u"Title", Text, Required, u"Ví dụ: Trưởng phòng, Phó Trưởng phòng.",
               u"Phó Trưởng phòng"},
    ColumnSpec{u"vai_tro", u"Vai trò", u"Role", PostRoles, Usual,
               u"Chọn trong danh sách; để trống thì suy ra từ chức danh.", u"PHO"},
    ColumnSpec{u"bac_pho", u"Thứ bậc cấp phó", u"Deputy tier", Number, Usual, u"1, 2, 3 … với cấp phó; để trống là 1.",
               u"1"},
    ColumnSpec{u"thuong_truc", u"Thường trực", u"Standing", Tick, Usual, u"Đánh dấu x với cấp phó thường trực."},
    ColumnSpec{u"so_luong", u"Số lượng", u"Seats", Number, Usual, u"Số người của chức danh; để trống là 1.", u"1"},
    ColumnSpec{u"ho_ten", u"Họ và tên", u"Holder", Text, Usual, u"Để trống nếu khuyết."},
    ColumnSpec{u"hinh_thuc", u"Hình thức", u"Kind of appointment", AppointmentKinds, Usual, u"Để trống là chính thức."},
    ColumnSpec{u"ma_nguoi", u"Mã định danh", u"Person id", Code, Optional},
    ColumnSpec{u"ngay_sinh", u"Ngày sinh", u"Date of birth", Date, Optional},
    ColumnSpec{u"chuyen_trach", u"Chuyên trách", u"Full-time", Tick, Optional},
    ColumnSpec{u"bo_nhiem_tu", u"Bổ nhiệm từ", u"Appointed from", Date, Optional},
    ColumnSpec{u"bo_nhiem_den", u"Bổ nhiệm đến", u"Appointed to", Date, Optional},
    ColumnSpec{u"phu_trach", u"Phụ trách đơn vị", u"Oversees units", Code, Optional,
               u"Mã các đơn vị, cách nhau bằng dấu chấm phẩy."},
    ColumnSpec{u"linh_vuc", u"Lĩnh vực", u"Fields", Text, Optional},
    ColumnSpec{u"vi_tri_viec_lam", u"Vị trí việc làm", u"Job position", Text, Optional},
    ColumnSpec{u"ngach", u"Ngạch", u"Grade", Text, Optional},
    ColumnSpec{u"so_quyet_dinh", u"Số quyết định", u"Decision", Text, Optional},
    ColumnSpec{u"ghi_chu", u"Ghi chú", u"Note", Text, Optional},
    kFrom,
    kTo,
};

constexpr std::array kRelationColumns{
    ColumnSpec{u"tu", u"Từ đơn vị", u"From unit", Code, Required, u"Mã đơn vị."},
    ColumnSpec{u"den", u"Đến đơn vị", u"To unit", Code, Required, u"Mã đơn vị."},
    ColumnSpec{u"loai", u"Loại quan hệ", u"Type", RelationTypes, Required, u"Chọn trong danh sách."},
    kFrom,
    kTo,
};

constexpr std::array kQuotaColumns{
    ColumnSpec{u"ma_don_vi", u"Mã đơn vị", u"Unit code", Code, Required, u"Mã trong trang DON_VI.", u"Ví dụ: PNV"},
    ColumnSpec{u"nam", u"Năm", u"Year", Number, Required, u"Năm giao.", u"2021"},
    ColumnSpec{u"loai", u"Loại biên chế", u"Kind", QuotaKinds, Required, u"Chọn trong danh sách.", u"CONG_CHUC"},
    ColumnSpec{u"giao", u"Được giao", u"Allotted", Number, Usual, u"Số người, gồm cả đơn vị trực thuộc.", u"15"},
    ColumnSpec{u"co_mat", u"Có mặt", u"In post", Number, Usual, u"Số người, gồm cả đơn vị trực thuộc.", u"14"},
    ColumnSpec{u"van_ban", u"Văn bản giao", u"Document", Text, Usual, u"Số, ký hiệu văn bản giao."},
};

constexpr std::array kLegalDocumentColumns{
    ColumnSpec{u"so_ky_hieu", u"Số, ký hiệu", u"Number and symbol", Code, Required, u"Ví dụ: 15/QĐ-UBND.",
               u"Ví dụ: 15/QĐ-UBND"},
    ColumnSpec{u"ngay", u"Ngày văn bản", u"Date", Date, Usual, u"Ngày ký."},
    ColumnSpec{u"co_quan", u"Cơ quan ban hành", u"Issuer", Text, Usual},
    ColumnSpec{u"trich_yeu", u"Trích yếu", u"Summary", Text, Usual},
    ColumnSpec{u"hieu_luc_tu", u"Hiệu lực từ", u"In force from", Date, Optional},
    ColumnSpec{u"hieu_luc_den", u"Hiệu lực đến", u"In force to", Date, Optional, u"Ngày cuối cùng còn hiệu lực."},
};

constexpr std::array kFunctionColumns{
    ColumnSpec{u"ma_don_vi", u"Mã đơn vị", u"Unit code", Code, Required, u"Mã trong trang DON_VI.", u"Ví dụ: PNV"},
    ColumnSpec{u"noi_dung", u"Nội dung", u"Function", Text, Required, u"Một chức năng, nhiệm vụ mỗi dòng.",
               u"Tham mưu quản lý nhà nước về tổ chức bộ máy"},
    ColumnSpec{u"can_cu", u"Căn cứ", u"Source", Text, Usual, u"Điều, khoản và số, ký hiệu văn bản."},
};

constexpr std::array kDutyColumns{
    ColumnSpec{u"ma_don_vi", u"Mã đơn vị", u"Unit code", Code, Required, u"Mã trong trang DON_VI.", u"Ví dụ: PNV"},
    ColumnSpec{u"chuc_danh", u"Chức danh", u"Title", Text, Required, u"Chức danh chịu trách nhiệm, như trang CHUC_VU.",
               u"Trưởng phòng"},
    ColumnSpec{u"noi_dung", u"Nội dung", u"Duty", Text, Required, u"Một nhiệm vụ mỗi dòng.",
               u"Trình đề án sắp xếp phòng"},
    ColumnSpec{u"phoi_hop", u"Phối hợp", u"Together with", Text, Usual,
               u"Mã các đơn vị phối hợp, cách nhau bằng dấu chấm phẩy; với chức vụ ghi: mã đơn vị / chức danh."},
    ColumnSpec{u"thoi_han", u"Thời hạn", u"Deadline", Date, Usual, u"Ngày cuối cùng.", u"30/09/2021"},
    ColumnSpec{u"san_pham", u"Sản phẩm", u"Product", Text, Usual, {}, u"Đề án"},
    ColumnSpec{u"trang_thai", u"Trạng thái", u"State", DutyStates, Usual, u"Chọn trong danh sách.", u"CHUA_THUC_HIEN"},
};

constexpr std::array kSheets{
    SheetSpec{SheetId::Document, u"TAI_LIEU", u"Tài liệu", u"Document", kDocumentColumns},
    SheetSpec{SheetId::Localities, u"DIA_BAN", u"Đơn vị hành chính", u"Localities", kLocalityColumns},
    SheetSpec{SheetId::Units, u"DON_VI", u"Đơn vị", u"Units", kUnitColumns},
    SheetSpec{SheetId::Posts, u"CHUC_VU", u"Chức vụ", u"Posts", kPostColumns},
    SheetSpec{SheetId::Relations, u"QUAN_HE", u"Quan hệ", u"Relations", kRelationColumns},
    SheetSpec{SheetId::Quotas, u"BIEN_CHE", u"Biên chế", u"Quotas", kQuotaColumns},
    SheetSpec{SheetId::LegalDocuments, u"VAN_BAN", u"Văn bản", u"Documents", kLegalDocumentColumns},
    SheetSpec{SheetId::Functions, u"CHUC_NANG", u"Chức năng, nhiệm vụ", u"Functions", kFunctionColumns},
    SheetSpec{SheetId::Duties, u"NHIEM_VU", u"Nhiệm vụ được giao", u"Duties", kDutyColumns},
};

constexpr std::array<std::u16string_view, 2> kHelperSheets{u"HUONG_DAN", u"DANH_MUC"};

} // namespace

std::span<const SheetSpec> templateSheets()
{
    return kSheets;
}

std::span<const std::u16string_view> helperSheets()
{
    return kHelperSheets;
}

QString templateKey(QStringView text)
{
    QString key = text.contains(u'_') ? searchFold(text.toString().replace(u'_', u' ')) : searchFold(text);
    if (key.endsWith(u'*'))
        key = key.chopped(1).trimmed();
    if (key.endsWith(u')'))
        if (const qsizetype open = key.lastIndexOf(u'('); open > 0)
            key = key.first(open).trimmed();
    return key;
}

} // namespace bomay
