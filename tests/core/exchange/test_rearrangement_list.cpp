// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "core/exchange/import_difference.h"
#include "core/exchange/rearrangement_list.h"
#include "core/model/lineage.h"
#include "core/model/org_view.h"
#include "core/table/reader.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/sheets.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const Day kFrom = *Day::fromYmd(2025, 7, 1);
const Day kEve = *Day::fromYmd(2025, 6, 30);

ImportOptions ordered()
{
    ImportOptions options;
    options.order = Order{{}, kFrom};
    options.order->document.number = u"1685/NQ-UBTVQH15"_s;
    return options;
}

Result<ImportPlan> planWith(const Workbook &workbook, const Organisation &base, const ImportOptions &options)
{
    SeededIdSource ids("rearrangement");
    return planImport({&workbook, 1}, base, ids, options);
}

/// "001 Phường An" of all that is there on a day, sorted.
QStringList localitiesOn(const Organisation &organisation, Day day)
{
    QStringList names;
    for (const Locality &locality : organisation.localities())
        if (const LocalityState *state = stateOn(locality, day))
            names += locality.code + u' ' + state->name;
    names.sort();
    return names;
}

/// A city with three wards, one of which has a UBND.
struct City
{
    OrganisationBuilder builder;

    City()
    {
        const LocalityId city = builder.locality(u"79"_s, u"Thành phố Mẫu"_s, LocalityType::CentralCity);
        const LocalityId district = builder.locality(u"760"_s, u"Quận 1"_s, LocalityType::UrbanDistrict, city);
        const LocalityId first = builder.locality(u"001"_s, u"Phường An"_s, LocalityType::Ward, district);
        builder.locality(u"002"_s, u"Phường Bình"_s, LocalityType::Ward, district);
        builder.locality(u"003"_s, u"Phường Cát"_s, LocalityType::Ward, district);
        const UnitId committee = builder.unit(u"UBND phường An"_s, {}, UnitKind::PeoplesCommittee);
        Unit unit = *builder.organisation().find(committee);
        unit.states[0].locality = first;
        builder.put(unit);
    }

    [[nodiscard]] const Organisation &organisation() const { return builder.organisation(); }
};

const QStringList kList{u"DANH SÁCH SẮP XẾP"_s,
                        u"STT|Mã ĐVHC mới|Tên ĐVHC mới|Mã ĐVHC cũ|Tên ĐVHC cũ|Phạm vi"_s,
                        u"1|001|Phường Sài Gòn|001|Phường An|Toàn bộ"_s,
                        u"2|||002|Phường Bình|Một phần"_s,
                        u"3|004|Phường Chợ|002|Phường Bình|Một phần"_s,
                        u"4|003|Phường Cát|003|Phường Cát|"_s};

} // namespace

class TestRearrangementList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void oldOnesEndAndNewOnesBegin()
    {
        const City city;
        const Workbook workbook{u"sắp xếp.xlsx"_s, {sheetOf(u"DS"_s, kList)}};
        const auto plan = planWith(workbook, city.organisation(), ordered());
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().code()));
        QCOMPARE(remarks(plan->report), QStringList());
        QCOMPARE(plan->report.rows, 4);
        QCOMPARE(plan->report.taken, 4);
        QCOMPARE(plan->change.legalDocument, u"1685/NQ-UBTVQH15"_s);
        Organisation after = city.organisation();
        QVERIFY(applyChange(after, plan->change).has_value());
        QCOMPARE(localitiesOn(after, kEve), localitiesOn(city.organisation(), kEve));
        QCOMPARE(localitiesOn(after, kFrom),
                 QStringList({u"001 Phường Sài Gòn"_s, u"003 Phường Cát"_s, u"004 Phường Chợ"_s, u"760 Quận 1"_s,
                              u"79 Thành phố Mẫu"_s}));
        // The UBND went along, and the new wards stand in the city.
        const OrgView view(after, kFrom);
        QCOMPARE(view.units().size(), 1U);
        QCOMPARE(view.units()[0].state.name, u"UBND phường Sài Gòn"_s);
        for (const ViewLocality &locality : view.localities())
            if (locality.code == u"001"_s || locality.code == u"004"_s)
                QCOMPARE(view.localities()[static_cast<std::size_t>(locality.parent)].code, u"79"_s);

        // It is taken as a whole.
        const auto items = differenceOf(*plan, city.organisation());
        QCOMPARE(items.size(), 1U);
        const auto accepted = acceptedChange(*plan, items, {true}, city.organisation());
        QVERIFY(accepted.has_value());
        QCOMPARE(accepted->images.size(), plan->change.images.size());
    }

    void withoutTheOrderItIsAskedFor()
    {
        const City city;
        const Workbook workbook{u"sắp xếp.xlsx"_s, {sheetOf(u"DS"_s, kList)}};
        QVERIFY(hasRearrangement({&workbook, 1}));
        const auto plan = planWith(workbook, city.organisation(), {});
        QVERIFY(!plan.has_value());
        QCOMPARE(plan.error().code(), u"rearrangement-order"_s);
        const Workbook other{u"a.xlsx"_s, {sheetOf(u"DS"_s, {u"Mã|Tên|Mã cũ"_s, u"1|Sở Một|2"_s})}};
        QVERIFY(!hasRearrangement({&other, 1}));
    }

    void whatTheDocumentDoesNotHaveOrCallsOtherwiseIsSaid()
    {
        const City city;
        const Workbook workbook{
            u"a.csv"_s,
            {sheetOf(u"a"_s, {u"ma_moi|ten_moi|ma_cu|ten_cu|kieu"_s, u"005|Phường Mới|001|Phường Ân|full"_s,
                              u"005|Phường Mới|900|Phường Lạ|full"_s, u"005|Phường Mới|003||full"_s,
                              u"005|Phường Mới|002|Phường Bình|nửa"_s})}};
        const auto plan = planWith(workbook, city.organisation(), ordered());
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().code()));
        QCOMPARE(remarks(plan->report), QStringList({u"missing-name@4"_s, u"unknown-extent@5"_s, u"rearranged-name@2"_s,
                                                     u"rearranged-made@3"_s}));
        QCOMPARE(plan->report.leftOut, 2);
        Organisation after = city.organisation();
        QVERIFY(applyChange(after, plan->change).has_value());
        QVERIFY(localitiesOn(after, kEve).contains(u"900 Phường Lạ"_s));
        QVERIFY(!localitiesOn(after, kFrom).contains(u"900 Phường Lạ"_s));
    }

    /// The verb refuses what makes no sense; nothing of the file is taken then.
    void aPartWithoutARestIsRefused()
    {
        const City city;
        const Workbook workbook{
            u"a.csv"_s,
            {sheetOf(u"a"_s, {u"ma_moi|ten_moi|ma_cu|ten_cu|kieu"_s, u"005|Phường Mới|001|Phường An|partial"_s})}};
        const auto plan = planWith(workbook, city.organisation(), ordered());
        QVERIFY(!plan.has_value());
        QCOMPARE(plan.error().code(), u"order-rest"_s);
        QCOMPARE(plan.error().place.file, u"a.csv"_s);
    }

    /// Into an empty document, and into one that has the wards of 2024.
    void tphcmSapNhapPhuongXa2025_data()
    {
        QTest::addColumn<bool>("isInto2024");
        QTest::newRow("empty") << false;
        QTest::newRow("after tphcm-quan-huyen-phuong-xa-2024.csv") << true;
    }
    void tphcmSapNhapPhuongXa2025()
    {
        QFETCH(bool, isInto2024);
        const QString data = QStringLiteral(BOMAY_DATA_DIR "/");
        const QString list = u"vietnam/tphcm-sap-nhap-phuong-xa-2025.csv"_s;
        const QString wards = u"vietnam/tphcm-phuong-xa-dac-khu-2025.csv"_s;
        for (const QString &file : {list, wards, u"vietnam/tphcm-quan-huyen-phuong-xa-2024.csv"_s})
            if (!QFileInfo::exists(data + file))
                QSKIP(qPrintable(file + u": not here (set BOMAY_DATA_DIR)"_s));
        QFile file(data + u"facts.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
        const QJsonObject facts = all.value(list).toObject();
        Organisation organisation;
        if (isInto2024) {
            const auto before =
                planWith(*readWorkbook(data + u"vietnam/tphcm-quan-huyen-phuong-xa-2024.csv"_s), {}, {});
            QVERIFY(before && applyChange(organisation, before->change));
        }
        const auto plan = planWith(*readWorkbook(data + list), organisation, ordered());
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().code()));
        QCOMPARE(plan->report.rows, facts.value(u"rows"_s).toInt());
        QCOMPARE(plan->report.taken, plan->report.rows);
        QVERIFY(applyChange(organisation, plan->change).has_value());

        QHash<LocalityType, int> types;
        for (const Locality &locality : organisation.localities())
            if (const LocalityState *state = stateOn(locality, kFrom))
                ++types[state->type];
        const QJsonObject made = all.value(wards).toObject();
        if (!isInto2024) {
            QCOMPARE(types[LocalityType::Ward], made.value(u"phuong"_s).toInt());
            QCOMPARE(types[LocalityType::Commune], made.value(u"xa"_s).toInt());
            QCOMPARE(types[LocalityType::SpecialZone], made.value(u"dac_khu"_s).toInt());
            QCOMPARE(localitiesOn(organisation, kFrom).size(), facts.value(u"new_units"_s).toInt());
            QCOMPARE(localitiesOn(organisation, kEve).size(), facts.value(u"old_units"_s).toInt());
        }
        int split = 0;
        for (const Locality &locality : organisation.localities())
            split += successorsOf(organisation, locality.id).size() > 1 ? 1 : 0;
        QCOMPARE(split, facts.value(u"old_units_split"_s).toInt());
    }
};

BM_TEST_MAIN(TestRearrangementList)
#include "test_rearrangement_list.moc"
