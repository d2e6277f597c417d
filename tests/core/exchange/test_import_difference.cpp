// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "core/exchange/import_difference.h"
#include "core/exchange/profile_folder.h"
#include "tests/support/sheets.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

Sheet listOf(const QStringList &rows)
{
    return sheetOf(u"DS"_s, QStringList{u"STT|Tên đơn vị|Chức vụ|Họ và tên|Biên chế giao"_s} + rows);
}

Organisation imported(const Sheet &sheet)
{
    Organisation organisation;
    const auto plan = planOf({sheet});
    if (!plan || !applyChange(organisation, plan->change))
        qFatal("the import failed");
    return organisation;
}

/// A later import: its ids are others than those of the first.
Result<ImportPlan> planInto(const Organisation &base, const Sheet &sheet)
{
    const Workbook workbook{u"tệp thứ hai.xlsx"_s, {sheet}};
    SeededIdSource ids("second");
    return planImport({&workbook, 1}, base, ids);
}

/// "Moved Phòng Hai (Sở Một) was Phòng Hai, Sở Hai".
QStringList linesOf(const std::vector<ImportItem> &items)
{
    constexpr std::array kKinds{"Added", "Renamed", "Moved", "Changed", "Missing"};
    QStringList lines;
    for (const ImportItem &item : items)
        lines += QString::fromLatin1(kKinds[uz(static_cast<int>(item.kind))]) + u' ' + item.name +
                 (item.place.isEmpty() ? QString() : u" ("_s + item.place + u')') +
                 (item.before.isEmpty() ? QString() : u" was "_s + item.before);
    lines.sort();
    return lines;
}

} // namespace

class TestImportDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void newChangedMovedAndMissing()
    {
        const Organisation base =
            imported(listOf({u"I|Sở Một|||10"_s, u"1|Phòng A|||"_s, u"2|Phòng B|||"_s, u"II|Sở Hai|||"_s}));
        const auto plan =
            planInto(base, listOf({u"I|Sở Một|||12"_s, u"1|Phòng A|||"_s, u"2|Phòng C|||"_s, u"II|Sở Hai|||"_s}));
        QVERIFY(plan.has_value());
        QCOMPARE(linesOf(differenceOf(*plan, base)),
                 QStringList({u"Added Phòng C (Sở Một)"_s, u"Changed Sở Một"_s, u"Missing Phòng B (Sở Một)"_s}));

        const auto moved =
            planInto(base, listOf({u"I|Sở Một|||10"_s, u"1|Phòng A|||"_s, u"II|Sở Hai|||"_s, u"1|Phòng B|||"_s}));
        QVERIFY(moved.has_value());
        QCOMPARE(linesOf(differenceOf(*moved, base)), QStringList({u"Moved Phòng B (Sở Hai) was Phòng B, Sở Một"_s}));
    }

    void areasAreToldWithTheAreaAbove()
    {
        const Organisation base = imported(listOf({u"I|Sở Một|||10"_s}));
        const auto plan = planInto(base, sheetOf(u"DIA_BAN"_s, {u"ma|ten|loai|ma_cap_tren"_s, u"1|Quận Một|QUAN|"_s,
                                                                u"11|Phường Hai|PHUONG|1"_s}));
        QVERIFY(plan.has_value());
        QCOMPARE(linesOf(differenceOf(*plan, base)),
                 QStringList({u"Added Phường Hai (Quận Một)"_s, u"Added Quận Một"_s}));
    }

    void renamedByCode()
    {
        const auto sheet = [](const QString &name) {
            return sheetOf(u"DON_VI"_s, {u"ma|ten|ma_cap_tren"_s, u"S|Sở Một|"_s, u"P|"_s + name + u"|S"_s});
        };
        const Organisation base = imported(sheet(u"Phòng A"_s));
        const auto plan = planInto(base, sheet(u"Phòng B"_s));
        QVERIFY(plan.has_value());
        QCOMPARE(linesOf(differenceOf(*plan, base)), QStringList({u"Renamed Phòng B (Sở Một) was Phòng A"_s}));
    }

    void onlyWhatIsAcceptedIsDoneWithWhatItNeeds()
    {
        const Organisation base = imported(listOf({u"I|Sở Một|||10"_s, u"1|Phòng A|||"_s}));
        const auto plan = planInto(
            base, listOf({u"I|Sở Một|||12"_s, u"1|Phòng C|||"_s, u"a|Tổ D|||"_s, u"||Tổ trưởng|Nguyễn Văn An|"_s}));
        QVERIFY(plan.has_value());
        const auto items = differenceOf(*plan, base);
        std::vector<bool> accepted;
        for (const ImportItem &item : items)
            accepted.push_back(item.name.contains(u"Tổ trưởng"_s) || item.kind == ImportItem::Kind::Missing);
        const auto change = acceptedChange(*plan, items, accepted, base);
        QVERIFY2(change.has_value(), change ? "" : qPrintable(change.error().code()));
        Organisation after = base;
        QVERIFY(applyChange(after, *change).has_value());
        QCOMPARE(after.units().size(), 3); // Phòng C and Tổ D came along, Phòng A went
        QCOMPARE(after.posts().size(), 1);
        QCOMPARE(after.persons().size(), 1);
        for (const Unit &unit : after.units())
            QVERIFY(unit.states[0].name != u"Phòng A"_s);
        QCOMPARE((*after.units().begin()).states[0].staffAllotted, std::optional(10));
        QVERIFY(applyChange(after, inverted(*change)).has_value());
        QCOMPARE(after.units().size(), base.units().size());
    }

    void anotherHolderTakesThePlaceOfTheFormer()
    {
        const Organisation base = imported(listOf({u"I|Sở Một|||"_s, u"||Giám đốc|Nguyễn Văn An|"_s}));
        const auto plan = planInto(base, listOf({u"I|Sở Một|||"_s, u"||Giám đốc|Trần Thị Bình|"_s}));
        QVERIFY(plan.has_value());
        Organisation after = base;
        QVERIFY(applyChange(after, plan->change).has_value());
        QCOMPARE(after.appointments().size(), 1);
        QCOMPARE(after.find((*after.appointments().begin()).person)->name, u"Trần Thị Bình"_s);
        QCOMPARE(linesOf(differenceOf(*plan, base)).size(), 1);
    }

    /// A list of names must not take from a unit what an officer entered by hand.
    void whatTheFileDoesNotSpeakOfStays()
    {
        const Organisation base =
            imported(sheetOf(u"DON_VI"_s, {u"ma|ten|ma_cap_tren|dia_chi|bien_che_giao|tu_ngay"_s,
                                           u"S|Sở Một||Số 1|10|01/01/2020"_s, u"P|Phòng A|S|Số 2|4|01/01/2020"_s}));
        const auto plan = planInto(base, listOf({u"I|Sở Một|||11"_s, u"1|Phòng A|||"_s}));
        QVERIFY(plan.has_value());
        Organisation after = base;
        QVERIFY(applyChange(after, plan->change).has_value());
        QCOMPARE(after.units().size(), 2);
        const Unit &unit = *after.find(after.unitsWithCode(u"S"_s).value(0));
        QCOMPARE(unit.states[0].address, u"Số 1"_s);
        QCOMPARE(unit.states[0].staffAllotted, std::optional(11));
        QCOMPARE(unit.states[0].period.from, *PartialDate::parse(u"01/01/2020"_s));
        QCOMPARE(plan->change.images.size(), 1U);
    }

    void builtInProfilesAreReadAndWritten()
    {
        QCOMPARE(builtInProfiles().size(), 5U);
        for (const ImportProfile &profile : builtInProfiles()) {
            const auto again = readProfile(writeProfile(profile), u"again.toml"_s);
            QVERIFY2(again.has_value(), qPrintable(profile.id));
            QVERIFY2(*again == profile, qPrintable(profile.id));
        }
    }

    void profileWithAFaultSaysWhere()
    {
        const auto read = readProfile("id = \"a\"\nvi = \"a\"\nen = \"a\"\n[columns]\ncolour = [\"x\"]\n", u"a.toml"_s);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code(), u"profile-field"_s);
        QCOMPARE(read.error().place.row, 5);
    }

    /// Headers that nobody could guess are read by the profile of the agency, and recognised from the folder.
    void profileOfAnAgencyIsKeptAndRecognised()
    {
        QTemporaryDir folder;
        ImportProfile profile;
        profile.id = u"Sở Mẫu"_s;
        profile.title = {u"Sở Mẫu"_s, u"Sở Mẫu"_s};
        profile.hints.words = {{ColumnMeaning::Ordinal, {u"#1"_s}},
                               {ColumnMeaning::Name, {u"Cột lạ"_s}},
                               {ColumnMeaning::Allotted, {u"BC26"_s}}};
        profile.required = {ColumnMeaning::Name, ColumnMeaning::Allotted};
        QVERIFY(saveProfile(folder.path(), profile).has_value());
        const auto kept = readProfiles(folder.path());
        QCOMPARE(kept.size(), 1U);
        QVERIFY(kept[0] == profile);

        const Workbook workbook{u"tệp.xlsx"_s, {sheetOf(u"S"_s, {u"#1|Cột lạ|BC26"_s, u"I|Sở Một|7"_s})}};
        SeededIdSource ids("profile");
        const auto plan = planImport({&workbook, 1}, {}, ids, {Mapping::Automatic, kept, {}});
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().code()));
        QCOMPARE(plan->report.units, 1);
        QVERIFY(!planImport({&workbook, 1}, {}, ids).has_value());
    }

    void parentsAreComparedLooselyOnlyWhereTheProfileSaysSo()
    {
        const Workbook workbook{
            u"tệp.csv"_s,
            {sheetOf(u"S"_s, {u"id|parentId|name|position"_s, u"A-1||Nguyễn Văn An|Head"_s,
                              u"9000|a-1|Trần Thị Bình|Officer"_s, u"3|00009000|Lê Văn Cường|Officer"_s})}};
        SeededIdSource ids("loose");
        const auto exact = planImport({&workbook, 1}, {}, ids);
        QVERIFY(exact.has_value());
        QCOMPARE(exact->report.orphans, 2);
        ImportProfile profile = builtInProfiles().back();
        QCOMPARE(profile.id, u"id-parent"_s);
        profile.codes = CodeMatch::Loose;
        const auto loose = planImport({&workbook, 1}, {}, ids, {Mapping::Automatic, {}, profile});
        QVERIFY(loose.has_value());
        QCOMPARE(loose->report.orphans, 0);
        QCOMPARE(loose->report.maxDepth, 3);
    }
};

BM_TEST_MAIN(TestImportDifference)
#include "test_import_difference.moc"
