// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "core/exchange/organisation_json.h"
#include "core/exchange/understanding.h"
#include "core/model/org_view.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/sheets.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

Organisation imported(const std::vector<Sheet> &sheets)
{
    Organisation organisation;
    const auto plan = planOf(sheets);
    if (!plan || !applyChange(organisation, plan->change))
        qFatal("the import failed");
    return organisation;
}

const Unit &unitOf(const Organisation &organisation, const QString &code)
{
    return *organisation.find(organisation.unitsWithCode(code).value(0));
}

} // namespace

class TestImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void columnsAreKnownByCodeLabelAndEnglish_data()
    {
        QTest::addColumn<QString>("header");
        QTest::newRow("codes") << u"ma|ten|ma_cap_tren|loai"_s;
        QTest::newRow("labels") << u"Mã đơn vị|Tên đơn vị|Đơn vị cấp trên|Loại hình"_s;
        QTest::newRow("English") << u"Unit code|Unit name|Parent unit|Kind"_s;
        QTest::newRow("without marks, other case") << u"MA DON VI|TEN DON VI|DON VI CAP TREN|LOAI HINH"_s;
        QTest::newRow("with star and remark") << u"Mã đơn vị *|Tên đơn vị (đầy đủ)|Đơn vị cấp trên|Loại hình"_s;
    }
    void columnsAreKnownByCodeLabelAndEnglish()
    {
        QFETCH(QString, header);
        const Organisation organisation =
            imported({sheetOf(u"Đơn vị"_s, {u"BẢNG KÊ ĐƠN VỊ"_s, header, u"A|Ủy ban nhân dân||UBND"_s,
                                            u"B|Phòng Nội vụ|A|Phòng chuyên môn thuộc UBND"_s})});
        QCOMPARE(unitOf(organisation, u"B"_s).states[0].kind, UnitKind::SpecialisedAgency);
        QCOMPARE(organisation.graph().parentOn(unitOf(organisation, u"B"_s).id, RelationType::BelongsTo, Day{}),
                 std::optional<NodeRef>(unitOf(organisation, u"A"_s).id));
    }

    void parentsByNameCodesMadeKindsDerived()
    {
        const auto plan =
            planOf({sheetOf(u"DON_VI"_s, {u"ma|ten|ma_cap_tren"_s, u"|Ủy ban nhân dân quận 1|"_s,
                                          u"|Phòng Nội vụ|Ủy ban nhân dân Quận 1"_s, u"|Tổ Văn thư|Phòng Nội vụ"_s})});
        QVERIFY(plan.has_value());
        QCOMPARE(plan->report.taken, 3);
        QCOMPARE(plan->report.maxDepth, 3);
        Organisation organisation;
        QVERIFY(applyChange(organisation, plan->change).has_value());
        QCOMPARE(unitOf(organisation, u"PNV"_s).states[0].kind, UnitKind::SpecialisedAgency);
        QVERIFY(unitOf(organisation, u"PNV"_s).provisionalCode);
        QCOMPARE(unitOf(organisation, u"TVT"_s).states[0].kind, UnitKind::Team);
    }

    void rowsOfOneCodeWithDisjointDatesAreStates()
    {
        const Organisation organisation = imported(
            {sheetOf(u"DON_VI"_s, {u"ma|ten|ma_cap_tren|tu_ngay|den_ngay"_s, u"R|UBND|||"_s, u"S|UBND khác|||"_s,
                                   u"A|Phòng cũ|R|01/01/2021|31/12/2022"_s, u"A|Phòng mới|S|01/01/2023|"_s})});
        const Unit &unit = unitOf(organisation, u"A"_s);
        QCOMPARE(unit.states.size(), 2U);
        QCOMPARE(unit.states[1].name, u"Phòng mới"_s);
        const auto parent = [&](const QString &date) {
            return organisation.graph().parentOn(unit.id, RelationType::BelongsTo, day(date));
        };
        QCOMPARE(parent(u"2022-12-31"_s), std::optional<NodeRef>(unitOf(organisation, u"R"_s).id));
        QCOMPARE(parent(u"2023-01-01"_s), std::optional<NodeRef>(unitOf(organisation, u"S"_s).id));
    }

    void postsWithHoldersTiersAndOversight()
    {
        const Organisation organisation = imported(
            {sheetOf(u"DON_VI"_s, {u"ma|ten|ma_cap_tren|loai"_s, u"U|UBND quận||UBND"_s, u"P|Phòng Y tế|U|CQCM"_s}),
             sheetOf(u"CHUC_VU"_s, {u"ma_don_vi|chuc_danh|bac_pho|so_luong|ho_ten|hinh_thuc|phu_trach|bo_nhiem_tu"_s,
                                    u"U|Phó Chủ tịch||||||"_s, u"U|Phó Chủ tịch|2||Nguyễn Văn Mẫu||P|01/02/2020"_s,
                                    u"P|Trưởng phòng|||Trần Thị Mẫu|QUYEN||"_s, u"P|Chuyên viên||7|||"_s,
                                    u"P|Phó Trưởng phòng|||khuyết|||"_s})});
        QCOMPARE(organisation.posts().size(), 5);
        QCOMPARE(organisation.persons().size(), 2);
        const OrgView view(organisation, day(u"2021-12-31"_s));
        int deputies = 0;
        for (const ViewPost &post : view.posts()) {
            if (post.state.role == PostRole::Deputy)
                ++deputies;
            if (post.state.title == u"Trưởng phòng"_s) {
                QCOMPARE(post.holders.size(), 1U);
                QCOMPARE(post.holders[0].kind, AppointmentKind::Acting);
            }
            if (post.state.title == u"Chuyên viên"_s)
                QCOMPARE(post.state.seats, 7);
        }
        QCOMPARE(deputies, 3);
        const bool oversees = std::ranges::any_of(organisation.relations(), [&](const Relation &relation) {
            return relation.type == RelationType::Oversees && relation.to == NodeRef(unitOf(organisation, u"P"_s).id);
        });
        QVERIFY(oversees);
    }

    void personsOfOneNameAreOneOnlyNearEachOther()
    {
        const auto plan = planOf(
            {sheetOf(u"DON_VI"_s, {u"ma|ten|ma_cap_tren"_s, u"U|UBND|"_s, u"P|Phòng A|U"_s, u"Q|Phòng B|U"_s}),
             sheetOf(u"CHUC_VU"_s, {
                                       u"ma_don_vi|chuc_danh|ho_ten|ngay_sinh|hinh_thuc"_s,
                                       u"P|Trưởng phòng|Lê Văn Mẫu||"_s,        // new
                                       u"U|Ủy viên|Lê Văn Mẫu||"_s,             // parent unit: the same
                                       u"Q|Trưởng phòng|Lê Văn Mẫu|1980|"_s,    // beside U, which he is in: the same
                                       u"Q|Phó Trưởng phòng|Lê Văn Mẫu|1990|"_s // another date of birth: another person
                                   })});
        QVERIFY(plan.has_value());
        QCOMPARE(plan->report.people, 2);
        const bool said = std::ranges::any_of(plan->report.diagnostics, [](const Diagnostic &diagnostic) {
            return diagnostic.message.code == u"possible-duplicate"_s && diagnostic.place.row == 5;
        });
        QVERIFY(said);
    }

    void unknownColumnsAreKept()
    {
        const Organisation organisation =
            imported({sheetOf(u"DON_VI"_s, {u"ma|ten|Số nhà|"_s, u"A|UBND|12 bis|lạc cột"_s})});
        QCOMPARE(unitOf(organisation, u"A"_s).states[0].custom,
                 CustomFields({{u"Số nhà"_s, u"12 bis"_s}, {u"D"_s, u"lạc cột"_s}}));
    }

    void importingAgainChangesNothing()
    {
        const std::vector<Sheet> sheets{
            sheetOf(u"TAI_LIEU"_s, {u"ten_tai_lieu|ngay_so_lieu"_s, u"Sơ đồ|31/12/2021"_s}),
            sheetOf(u"DIA_BAN"_s,
                    {u"ma|ten|loai|ma_cap_tren"_s, u"79|Thành phố Hồ Chí Minh||"_s, u"769|Thành phố Thủ Đức||79"_s}),
            sheetOf(u"DON_VI"_s, {u"ma|ten|ma_cap_tren|ma_dia_ban"_s, u"U|UBND||769"_s, u"P|Phòng A|U|"_s}),
            sheetOf(u"CHUC_VU"_s, {u"ma_don_vi|chuc_danh|ho_ten"_s, u"P|Trưởng phòng|Lê Văn Mẫu"_s,
                                   u"P|Phó Trưởng phòng|"_s, u"P|Phó Trưởng phòng|"_s})};
        const Organisation organisation = imported(sheets);
        QCOMPARE(organisation.info().asOf.toIso(), u"2021-12-31"_s);
        QCOMPARE(organisation.find(organisation.localitiesWithCode(u"769"_s).value(0))->states[0].type,
                 LocalityType::CityInCity);
        const auto again = planOf(sheets, organisation);
        QVERIFY(again.has_value());
        QCOMPARE(again->change.images.size(), 0U);
    }

    void equalFilesGiveEqualDocuments()
    {
        const std::vector<Sheet> sheets{sheetOf(u"DON_VI"_s, {u"ma|ten"_s, u"A|UBND"_s, u"B|Phòng"_s})};
        QCOMPARE(canonicalJson(imported(sheets)), canonicalJson(imported(sheets)));
    }

    void namesSayKinds_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<UnitKind>("above");
        QTest::addColumn<UnitKind>("kind");
        using enum UnitKind;
        QTest::newRow("council") << u"HĐND Quận 1"_s << Unknown << PeoplesCouncil;
        QTest::newRow("committee, old placement") << u"Uỷ ban nhân dân xã A"_s << PeoplesCommittee << PeoplesCommittee;
        QTest::newRow("front") << u"Ủy ban Mặt trận Tổ quốc phường"_s << Unknown << FatherlandFront;
        QTest::newRow("agency") << u"Phòng Tư pháp"_s << PeoplesCommittee << SpecialisedAgency;
        QTest::newRow("division") << u"Phòng Tư pháp"_s << SpecialisedAgency << Division;
        QTest::newRow("committee of a council") << u"Ban Pháp chế"_s << PeoplesCouncil << CouncilCommittee;
        QTest::newRow("steering committee")
            << u"Ban Chỉ đạo cải cách hành chính"_s << PeoplesCommittee << CoordinatingBody;
        QTest::newRow("school") << u"Trường Mầm non 1"_s << PeoplesCommittee << PublicServiceUnit;
        QTest::newRow("service centre") << u"Trung tâm Phục vụ hành chính công"_s << PeoplesCommittee << ServiceCentre;
        QTest::newRow("unknown") << u"Xyz"_s << PeoplesCommittee << Other;
    }
    void namesSayKinds()
    {
        QFETCH(QString, name);
        QFETCH(UnitKind, above);
        QFETCH(UnitKind, kind);
        QCOMPARE(kindFromName(name, above), kind);
    }

    void titlesSayRoles_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<PostRole>("role");
        QTest::newRow("head") << u"Trưởng phòng"_s << PostRole::Head;
        QTest::newRow("deputy") << u"Phó Chánh Văn phòng"_s << PostRole::Deputy;
        QTest::newRow("police chief in a committee") << u"Trưởng Công an"_s << PostRole::Member;
        QTest::newRow("member, old placement") << u"Uỷ viên"_s << PostRole::Member;
        QTest::newRow("staff") << u"Chuyên viên chính"_s << PostRole::Staff;
        QTest::newRow("unknown") << u"Abc"_s << PostRole::Unknown;
    }
    void titlesSayRoles()
    {
        QFETCH(QString, title);
        QFETCH(PostRole, role);
        const UnitKind unit = title.contains(u"Công an"_s) ? UnitKind::PeoplesCommittee : UnitKind::SpecialisedAgency;
        QCOMPARE(roleFromTitle(title, unit), role);
    }
};

BM_TEST_MAIN(TestImport)
#include "test_import.moc"
