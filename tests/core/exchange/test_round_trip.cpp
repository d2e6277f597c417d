// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/change_builder.h"
#include "core/change/transaction.h"
#include "core/exchange/import_difference.h"
#include "core/exchange/template_rows.h"
#include "core/exchange/template_writer.h"
#include "core/table/reader.h"
#include "core/table/xlsx_writer.h"
#include "tests/support/sheets.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const Day kDay = *Day::fromYmd(2026, 6, 1);

/// A document that has something in every column of the template: dates, columns of its own, units that oversee, guide
/// and succeed each other.
Organisation fullDocument()
{
    Organisation organisation;
    const auto plan = planOf(
        {sheetOf(u"TAI_LIEU"_s, {u"ten_tai_lieu|ngay_so_lieu"_s, u"Tổ chức bộ máy phường Mẫu|2026-06-01"_s}),
         sheetOf(u"DIA_BAN"_s, {u"ma|ten|loai|ma_cap_tren|phan_loai|dan_so|dan_so_dtts|hai_dao|tu_ngay|Vùng"_s,
                                u"79|Thành phố Mẫu|THANH_PHO_TW||DAC_BIET|||||"_s,
                                u"001|Phường Mẫu|PHUONG|79|I|45000|120|1|01/07/2025|Đông"_s}),
         sheetOf(
             u"DON_VI"_s,
             {u"ma|ten|ma_cap_tren|loai|ma_dia_ban|thu_tu|bien_che_giao|bien_che_co_mat|cap_pho_giao|can_cu|ten_viet_tat|ma_dinh_danh|khoi|tu_chu|ngay_sap_xep|hinh_thuc_sap_xep|co_ban_thiet_yeu|ma_tien_than|dia_chi|dien_thoai|email|chuc_nang|ghi_chu|tu_ngay|Mã cũ"_s,
              u"UB|UBND phường Mẫu||UBND|001|1|40|38|2|1/QĐ|UBND|H1|Chính quyền||||||Số 1|028 1|a@b|Điều hành|x|01/07/2025|C1"_s,
              u"KT|Phòng Kinh tế|UB|CQCM||1|12|11|2||||||07/2025|SAP_NHAP||VH||||||01/07/2025|"_s,
              u"VH|Phòng Văn hóa|UB|CQCM||2|9|||||||||||||||||2020|"_s,
              u"YT|Trạm Y tế|UB|DVSN||3||||||||MOT_PHAN|||1||||||||"_s}),
         sheetOf(
             u"CHUC_VU"_s,
             {u"ma_don_vi|chuc_danh|vai_tro|bac_pho|thuong_truc|so_luong|ho_ten|hinh_thuc|ma_nguoi|ngay_sinh|chuyen_trach|bo_nhiem_tu|bo_nhiem_den|phu_trach|linh_vuc|vi_tri_viec_lam|ngach|so_quyet_dinh|ghi_chu|tu_ngay|den_ngay|Hệ số"_s,
              u"UB|Chủ tịch|TRUONG||||Nguyễn Văn An|QUYEN|P1|02/03/1970|1|01/07/2025|30/06/2030|KT; VH|Kinh tế|V1|01.003|5/QĐ|y|01/07/2025||4,4"_s,
              u"UB|Phó Chủ tịch|PHO|1|x||Trần Thị Bình|||1975||||YT||||||||"_s,
              u"UB|Phó Chủ tịch|PHO|2|||||||||||||||||2030|"_s, u"KT|Chuyên viên|NHAN_VIEN|||3|||||||||||||||||"_s}),
         sheetOf(u"QUAN_HE"_s,
                 {u"tu|den|loai|tu_ngay|den_ngay"_s, u"KT|YT|HUONG_DAN|01/07/2025|"_s, u"VH|KT|PHOI_HOP||"_s}),
         sheetOf(u"VAN_BAN"_s, {u"so_ky_hieu|ngay|co_quan|trich_yeu|hieu_luc_tu|hieu_luc_den"_s,
                                u"5/QĐ-UBND|01/07/2025|UBND phường|Về biên chế|01/07/2025|"_s}),
         sheetOf(u"BIEN_CHE"_s, {u"ma_don_vi|nam|loai|giao|co_mat|van_ban"_s, u"UB|2026|CONG_CHUC|40|38|5/QĐ-UBND"_s,
                                 u"YT|2026|NGAN_SACH|20||"_s}),
         sheetOf(u"CHUC_NANG"_s, {u"ma_don_vi|noi_dung|can_cu"_s, u"KT|Quản lý ngân sách|Điều 2, 5/QĐ"_s,
                                  u"KT|Đăng ký kinh doanh|"_s, u"YT|Khám bệnh|"_s}),
         sheetOf(u"NHIEM_VU"_s,
                 {u"ma_don_vi|chuc_danh|noi_dung|phoi_hop|thoi_han|san_pham|trang_thai"_s,
                  u"UB|Chủ tịch|Trình đề án|KT; UB / Phó Chủ tịch|30/09/2026|Đề án|Đang thực hiện"_s,
                  u"UB|Chủ tịch|Họp giao ban||||"_s, u"KT|Chuyên viên|Lập dự toán|YT|10/2026||HOAN_THANH"_s})});
    if (!plan || plan->report.leftOut + plan->report.asked > 0 || !applyChange(organisation, plan->change))
        qFatal("the document cannot be made: %s", plan ? qPrintable(remarks(plan->report).join(u' ')) : "no plan");
    return organisation;
}

/// All cells of a document's rows, sheet by sheet, line by line.
QStringList linesOf(const Organisation &organisation, Day day)
{
    QStringList lines;
    for (const Sheet &sheet : templateRows(organisation, OrgView(organisation, day)).sheets)
        for (const CellRow row : splitRows(sheet)) {
            lines += sheet.name;
            for (const Cell &cell : row)
                lines.back() += u" %1:%2"_s.arg(cell.column).arg(cell.text);
        }
    return lines;
}

/// The document as a workbook on disk, read back.
Workbook written(const Organisation &organisation, Day day)
{
    QTemporaryDir folder;
    const Workbook rows = templateRows(organisation, OrgView(organisation, day));
    const auto form = templateWorkbook(&rows, day);
    const QString path = folder.filePath(u"a.xlsx"_s);
    if (!form || !writeXlsx(*form, path))
        qFatal("the workbook cannot be written");
    auto read = readWorkbook(path);
    if (!read)
        qFatal("the workbook cannot be read");
    return *std::move(read);
}

/// What importing a workbook into a document would change there, row kind by row kind.
QStringList changesOf(const Workbook &workbook, const Organisation &organisation)
{
    SeededIdSource ids("again");
    const auto plan = planImport({&workbook, 1}, organisation, ids);
    if (!plan)
        return {plan.error().code()};
    QStringList changes = remarks(plan->report);
    for (const RowImage &image : plan->change.images)
        changes += u"kind %1"_s.arg(static_cast<int>(image.key.kind));
    return changes;
}

} // namespace

class TestRoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aDocumentComesBackAsItWasSent()
    {
        const Organisation organisation = fullDocument();
        const Workbook workbook = written(organisation, kDay);
        QCOMPARE(changesOf(workbook, organisation), QStringList());

        Organisation another;
        SeededIdSource ids("another");
        const auto plan = planImport({&workbook, 1}, another, ids);
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().code()));
        // A file says "UB / Phó Chủ tịch", of whom there are two.
        QCOMPARE(remarks(plan->report), QStringList(u"participant-of-several@2"_s));
        QVERIFY(applyChange(another, plan->change).has_value());
        QCOMPARE(linesOf(another, kDay), linesOf(organisation, kDay));
    }

    /// Who comes later, or held a post before, is not in a file of a day, and stays.
    void whoTheFileSaysNothingOfStays()
    {
        Organisation organisation = fullDocument();
        const Post *deputy = nullptr;
        for (const Post &post : organisation.posts())
            if (post.states.back().tier == 1)
                deputy = &post;
        QVERIFY(deputy != nullptr);
        SeededIdSource ids("later");
        ChangeBuilder builder(organisation);
        const Person later{ids.make<PersonId>(), {}, u"Người Sau"_s, {}};
        builder.put(later);
        builder.put(Appointment{ids.make<AppointmentId>(),
                                deputy->id,
                                later.id,
                                AppointmentKind::Full,
                                Period{PartialDate::fromDay(*Day::fromYmd(2026, 7, 1)), {}},
                                {}});
        Change change;
        change.title = u"Bổ nhiệm"_s;
        change.images = builder.takeImages();
        QVERIFY(applyChange(organisation, change).has_value());
        QCOMPARE(changesOf(written(organisation, kDay), organisation), QStringList());
    }

    /// Who puts a date right in the written file puts that date right, and nothing else goes.
    void aDateThatIsPutRightLeavesTheRest()
    {
        Organisation organisation = fullDocument();
        const UnitId kt = organisation.unitsWithCode(u"KT"_s).value(0);
        ChangeBuilder builder(organisation);
        Unit unit = *organisation.find(kt);
        UnitState before = unit.states.front();
        before.name = u"Phòng Cũ"_s;
        before.period = {PartialDate::fromDay(*Day::fromYmd(2024, 1, 1)),
                         PartialDate::fromDay(*Day::fromYmd(2025, 6, 30))};
        unit.states.insert(unit.states.begin(), before);
        builder.put(unit);
        Change change;
        change.title = u"Tên cũ"_s;
        change.images = builder.takeImages();
        QVERIFY(applyChange(organisation, change).has_value());

        Workbook rows = templateRows(organisation, OrgView(organisation, kDay));
        for (Sheet &sheet : rows.sheets)
            for (Cell &cell : sheet.cells)
                if (sheet.name == u"DON_VI"_s && cell.text == u"2025-07-01"_s)
                    cell.text = u"2025-08-01"_s;
                else if (sheet.name == u"CHUC_VU"_s && cell.text == u"2030-06-30"_s)
                    cell.text = u"2028-12-31"_s;
        SeededIdSource ids("right");
        const auto plan = planImport({&rows, 1}, organisation, ids);
        QVERIFY(plan && applyChange(organisation, plan->change));
        const Unit &now = *organisation.find(kt);
        QCOMPARE(now.states.size(), 2U);
        QCOMPARE(now.states.front().name, u"Phòng Cũ"_s);
        QCOMPARE(now.states.back().period.from.toIso(), u"2025-08-01"_s);
        QStringList ends;
        for (const Appointment &held : organisation.appointments())
            if (organisation.find(held.person)->name == u"Nguyễn Văn An"_s)
                ends += held.period.to.toIso();
        QCOMPARE(ends, QStringList(u"2028-12-31"_s));
    }

    void whatWaitsForItsPlaceGoesOnWaiting()
    {
        Organisation organisation;
        const auto plan = planOf({sheetOf(u"DON_VI"_s, {u"ma|ten|ma_cap_tren"_s, u"C|Sở Ba|Z"_s})});
        QVERIFY(plan && applyChange(organisation, plan->change));
        const Workbook rows = templateRows(organisation, OrgView(organisation, kDay));
        SeededIdSource ids("again");
        const auto again = planImport({&rows, 1}, organisation, ids);
        QVERIFY(again.has_value());
        QVERIFY(again->change.images.empty());
    }

    /// No column of the posts says until when one oversees; what holds on the day is what the row speaks of.
    void oversightThatEndsIsNotDoubled()
    {
        Organisation organisation = fullDocument();
        ChangeBuilder builder(organisation);
        int count = 0;
        for (Relation relation : organisation.relations())
            if (relation.type == RelationType::Oversees && ++count > 0) {
                relation.period.to = PartialDate::fromDay(*Day::fromYmd(2030, 6, 30));
                builder.put(relation);
            }
        QCOMPARE(count, 3);
        Change change;
        change.title = u"Phân công có thời hạn"_s;
        change.images = builder.takeImages();
        QVERIFY(applyChange(organisation, change).has_value());
        QCOMPARE(changesOf(written(organisation, kDay), organisation), QStringList());
    }

    /// A unit whose locality is gone on the day is not given that of the unit above.
    void aLocalityThatIsNoMoreStaysTheUnitsOwn()
    {
        Organisation organisation;
        const auto plan = planOf(
            {sheetOf(u"DIA_BAN"_s, {u"ma|ten|loai|tu_ngay|den_ngay"_s, u"1|Thành phố Một|THANH_PHO_TW||"_s,
                                    u"2|Phường Hai|PHUONG||30/06/2025"_s}),
             sheetOf(u"DON_VI"_s, {u"ma|ten|ma_cap_tren|ma_dia_ban"_s, u"A|UBND Một||1"_s, u"B|UBND Hai|A|2"_s})});
        QVERIFY(plan && applyChange(organisation, plan->change));
        QCOMPARE(changesOf(written(organisation, kDay), organisation), QStringList());
    }

    /// Posts of one title are written, and found again, in the order in which they are drawn.
    void postsThatChangedPlacesKeepTheirHolders()
    {
        Organisation organisation;
        const auto plan = planOf({sheetOf(u"DON_VI"_s, {u"ma|ten|loai"_s, u"UB|UBND phường Mẫu|UBND"_s}),
                                  sheetOf(u"CHUC_VU"_s, {u"ma_don_vi|chuc_danh|vai_tro|bac_pho|ho_ten"_s,
                                                         u"UB|Phó Chủ tịch|PHO|1|Trần Thị Bình"_s,
                                                         u"UB|Phó Chủ tịch|PHO|1|Lê Văn Cường"_s})});
        QVERIFY(plan && applyChange(organisation, plan->change));
        ChangeBuilder builder(organisation);
        int order = 2;
        for (Post post : organisation.posts()) {
            post.states.back().order = order--;
            builder.put(post);
        }
        Change change;
        change.title = u"Lên một bậc"_s;
        change.images = builder.takeImages();
        QVERIFY(applyChange(organisation, change).has_value());
        Workbook rows = templateRows(organisation, OrgView(organisation, kDay));
        std::erase_if(rows.sheets, [](const Sheet &sheet) { return sheet.name == u"TAI_LIEU"_s; });
        QCOMPARE(changesOf(rows, organisation), QStringList());
    }

    /// Each column of the template has something in the document above: none is forgotten by who writes it.
    void everyColumnIsWritten()
    {
        const Workbook rows = templateRows(fullDocument(), OrgView(fullDocument(), kDay));
        QStringList empty;
        for (const SheetSpec &spec : templateSheets()) {
            const auto sheet = std::ranges::find(rows.sheets, toQString(spec.code), &Sheet::name);
            QVERIFY2(sheet != rows.sheets.end(), qPrintable(toQString(spec.code)));
            for (int i = 0; i < static_cast<int>(spec.columns.size()); ++i)
                if (std::ranges::none_of(sheet->cells,
                                         [i](const Cell &cell) { return cell.row > 1 && cell.column == i + 1; }))
                    empty += toQString(spec.code) + u'.' + toQString(spec.columns[static_cast<std::size_t>(i)].code);
        }
        // A row of each day is one row; a predecessor is told by QUAN_HE, with its day.
        QCOMPARE(empty, QStringList({u"DIA_BAN.den_ngay"_s, u"DON_VI.ma_tien_than"_s, u"DON_VI.den_ngay"_s,
                                     u"QUAN_HE.den_ngay"_s, u"VAN_BAN.hieu_luc_den"_s}));
    }

    void theSampleComesBack()
    {
        const auto sample = readCsvFolder(u":/samples/thu-duc-2021"_s);
        QVERIFY(sample.has_value());
        Organisation organisation;
        SeededIdSource ids("sample");
        const auto plan = planImport({&*sample, 1}, organisation, ids);
        QVERIFY(plan && applyChange(organisation, plan->change));
        QCOMPARE(changesOf(written(organisation, *Day::fromYmd(2021, 12, 31)), organisation), QStringList());
    }

    /// What a second file says of a duty counts; who no longer takes part in it is no longer there.
    void dutiesAndFunctionsArePutRightByTheirText()
    {
        Organisation organisation = fullDocument();
        const auto plan = planOf(
            {sheetOf(u"CHUC_NANG"_s, {u"ma_don_vi|noi_dung|can_cu"_s, u"KT|quản lý ngân sách|Điều 3"_s,
                                      u"KT|Quản lý chợ|"_s, u"XX|Bay lên|"_s, u"KT||"_s}),
             sheetOf(u"NHIEM_VU"_s, {u"ma_don_vi|chuc_danh|noi_dung|phoi_hop|trang_thai"_s,
                                     u"UB|Chủ tịch|Trình đề án|KT|HOAN_THANH"_s, u"UB|Giám đốc|Trình đề án||"_s})},
            organisation);
        QVERIFY(plan.has_value());
        QCOMPARE(remarks(plan->report),
                 QStringList({u"unknown-unit@4"_s, u"missing-content@5"_s, u"unknown-post@3"_s}));
        QVERIFY(applyChange(organisation, plan->change).has_value());
        QStringList functions;
        for (const Function &function : organisation.functions())
            functions += function.text + u'|' + function.source;
        QCOMPARE(functions, QStringList({u"Quản lý ngân sách|Điều 3"_s, u"Đăng ký kinh doanh|"_s, u"Khám bệnh|"_s,
                                         u"Quản lý chợ|"_s}));
        const Duty &duty = *organisation.duties().begin();
        QCOMPARE(duty.state, DutyState::Done);
        QCOMPARE(duty.deadline, (PartialDate{2026, 9, 30})); // the file has no such column
        QCOMPARE(organisation.naming<DutyParticipant>({RowKind::Duty, duty.id.uid}).size(), 1U);
        QCOMPARE(organisation.duties().size(), 3);
    }

    /// A code that is struck from "phụ trách" is a change to accept, where the file can be read.
    void whoIsNoLongerOverseenIsTakenAway()
    {
        const Organisation organisation = fullDocument();
        const auto with = [&](const QString &overseen) {
            return planOf({sheetOf(u"CHUC_VU"_s, {u"ma_don_vi|chuc_danh|phu_trach"_s, u"UB|Chủ tịch|"_s + overseen})},
                          organisation);
        };
        QCOMPARE(with(u"KT; VH"_s)->change.images.size(), 0U);
        const auto fewer = with(u"KT"_s);
        QCOMPARE(fewer->change.images.size(), 1U);
        const Relation *gone = organisation.find(RelationId{fewer->change.images.front().key.uid});
        QVERIFY(!fewer->change.images.front().after);
        QCOMPARE(gone->to, NodeRef(organisation.unitsWithCode(u"VH"_s).value(0)));
        const auto items = differenceOf(*fewer, organisation);
        const auto changed = std::ranges::find(items, ImportItem::Kind::Changed, &ImportItem::kind);
        QVERIFY(changed != items.end());
        QCOMPARE(changed->name, u"Chủ tịch"_s);
        QCOMPARE(with({})->change.images.size(), 2U); // the column is there and says nothing
        const auto unread = with(u"KT; V H"_s);
        QCOMPARE(remarks(unread->report), QStringList({u"unknown-unit@2"_s}));
        for (const RowImage &image : unread->change.images)
            QVERIFY(image.key.kind != RowKind::Relation);
        // A list of staff has no such column.
        const auto without =
            planOf({sheetOf(u"CHUC_VU"_s, {u"ma_don_vi|chuc_danh"_s, u"UB|Chủ tịch"_s})}, organisation);
        QCOMPARE(without->change.images.size(), 0U);
    }

    /// What a unit was before is no part of the day that is written, and stays when that comes back.
    void historyStaysWhenADayComesBack()
    {
        Organisation organisation;
        const auto plan = planOf(
            {sheetOf(u"DIA_BAN"_s, {u"ma|ten|loai|tu_ngay|den_ngay|dan_so"_s, u"001|Xã Cũ|XA||30/06/2025|9000"_s,
                                    u"001|Phường Mới|PHUONG|01/07/2025||45000"_s}),
             sheetOf(u"DON_VI"_s, {u"ma|ten|ma_cap_tren|loai|ma_dia_ban|tu_ngay|den_ngay"_s, u"UB|UBND||UBND|001||"_s,
                                   u"A|Phòng Cũ|UB|CQCM|||30/06/2025"_s, u"A|Phòng Mới|UB|CQCM||01/07/2025|"_s})});
        QVERIFY(plan && applyChange(organisation, plan->change));
        for (const Day day : {kDay, *Day::fromYmd(2024, 6, 1)})
            QCOMPARE(changesOf(written(organisation, day), organisation), QStringList());

        // A list without dates speaks of where things stand last.
        const auto second =
            planOf({sheetOf(u"DIA_BAN"_s, {u"ma|ten|dan_so"_s, u"001|Phường Mới|46000"_s})}, organisation);
        QVERIFY(second && applyChange(organisation, second->change));
        const Locality &locality = *organisation.find(organisation.localitiesWithCode(u"001"_s).value(0));
        QCOMPARE(locality.states.size(), 2U);
        QCOMPARE(locality.states[0].population, std::optional(9000));
        QCOMPARE(locality.states[1].population, std::optional(46000));
        QCOMPARE(locality.states[1].type, LocalityType::Ward);
    }
};

BM_TEST_MAIN(TestRoundTrip)
#include "test_round_trip.moc"
