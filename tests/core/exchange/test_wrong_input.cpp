// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "tests/support/sheets.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

/// Every fault of the template's contract: what it is called, where it is, what becomes of the row.
class TestWrongInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void unitRows_data()
    {
        QTest::addColumn<QStringList>("rows");
        QTest::addColumn<QStringList>("expected");
        QTest::addColumn<QList<int>>("outcome"); // taken, left out, asked
        const QString top = u"U|UBND|||||"_s;
        const auto row = [&](const char *name, const QStringList &rows, const QStringList &expected,
                             const QList<int> &outcome) {
            QTest::newRow(name) << (QStringList{top} + rows) << expected << outcome;
        };
        row("sound", {u"A|Phòng A|U|CQCM|5|01/01/2021|"_s}, {}, {2, 0, 0});
        row("duplicate code", {u"A|Phòng A|U|CQCM|||"_s, u"A|Phòng B|U|CQCM|||"_s}, {u"duplicate-code@4"_s}, {2, 1, 0});
        row("unknown parent", {u"A|Phòng A|X|CQCM|||"_s}, {u"unknown-parent@3"_s}, {1, 0, 1});
        row("self parent", {u"A|Phòng A|A|CQCM|||"_s}, {u"self-parent@3"_s}, {1, 0, 1});
        row("cycle", {u"A|Khối A|B|KHAC|||"_s, u"B|Khối B|C|KHAC|||"_s, u"C|Khối C|A|KHAC|||"_s}, {u"cycle@5"_s},
            {3, 0, 1});
        row("unknown kind", {u"A|Phòng A|U|ABC|||"_s}, {u"unknown-kind@3"_s}, {1, 0, 1});
        row("doubtful kind", {u"A|Phòng A|U|PHONG|||"_s}, {u"doubtful-kind@3"_s}, {2, 0, 0});
        row("bad number", {u"A|Phòng A|U|CQCM|năm||"_s}, {u"bad-number@3"_s}, {1, 0, 1});
        row("negative number", {u"A|Phòng A|U|CQCM|-5||"_s}, {u"bad-number@3"_s}, {1, 0, 1});
        row("bad date", {u"A|Phòng A|U|CQCM||31/04/2021|"_s}, {u"bad-date@3"_s}, {1, 0, 1});
        row("date order", {u"A|Phòng A|U|CQCM||01/01/2022|31/12/2021"_s}, {u"date-order@3"_s}, {1, 1, 0});
        row("missing name", {u"A||U|CQCM|||"_s}, {u"missing-name@3"_s}, {1, 1, 0});
        row("missing code", {u"|Tổ A|U||||"_s, u"|Tổ A|U||||"_s}, {u"missing-code@3"_s, u"missing-code@4"_s},
            {1, 2, 0});
        row("quota sum", {u"A|Phòng A|U|CQCM|5||"_s, u"B|Tổ B|A||6||"_s}, {u"quota-sum@3"_s}, {3, 0, 0});
    }
    void unitRows()
    {
        QFETCH(QStringList, rows);
        QFETCH(QStringList, expected);
        QFETCH(QList<int>, outcome);
        const auto plan = planOf(
            {sheetOf(u"DON_VI"_s, QStringList{u"ma|ten|ma_cap_tren|loai|bien_che_giao|tu_ngay|den_ngay"_s} + rows)});
        QVERIFY(plan.has_value());
        QCOMPARE(remarks(plan->report), expected);
        QCOMPARE(QList<int>({plan->report.taken, plan->report.leftOut, plan->report.asked}), outcome);
        QCOMPARE(plan->report.rows, rows.size());
        Organisation organisation;
        QVERIFY(applyChange(organisation, plan->change).has_value());
    }

    void postRows_data()
    {
        QTest::addColumn<QStringList>("rows");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QStringList &rows, const QStringList &expected) {
            QTest::newRow(name) << rows << expected;
        };
        row("sound", {u"U|Chủ tịch||||"_s}, {});
        row("unknown unit", {u"X|Chủ tịch||||"_s}, {u"unknown-unit@2"_s});
        row("no unit", {u"|Chủ tịch||||"_s}, {u"missing-code@2"_s});
        row("no title", {u"U||TRUONG|||"_s}, {u"missing-name@2"_s});
        row("unknown role", {u"U|Chủ tịch|SEP|||"_s}, {u"unknown-role@2"_s});
        row("role not derived", {u"U|Abc||||"_s}, {u"role-not-derived@2"_s});
        row("seats with a name", {u"U|Chủ tịch|||2|Lê Văn Mẫu"_s}, {u"seats-with-name@2"_s});
        row("tier gap", {u"U|Phó Chủ tịch||1||"_s, u"U|Phó Chủ tịch||3||"_s}, {u"tier-gap@3"_s});
        row("tier of a head", {u"U|Chủ tịch||2||"_s}, {u"tier-without-deputy@2"_s});
        row("no seats", {u"U|Chủ tịch|||0|"_s}, {u"bad-number@2"_s});
    }
    void postRows()
    {
        QFETCH(QStringList, rows);
        QFETCH(QStringList, expected);
        const auto plan = planOf(
            {sheetOf(u"DON_VI"_s, {u"ma|ten|loai"_s, u"U|UBND|UBND"_s}),
             sheetOf(u"CHUC_VU"_s, QStringList{u"ma_don_vi|chuc_danh|vai_tro|bac_pho|so_luong|ho_ten"_s} + rows)});
        QVERIFY(plan.has_value());
        QCOMPARE(remarks(plan->report), expected);
        QCOMPARE(plan->report.taken + plan->report.leftOut + plan->report.asked, plan->report.rows);
    }

    void localityRows_data()
    {
        QTest::addColumn<QStringList>("rows");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("sound") << QStringList{u"79|Thành phố Hồ Chí Minh||1.000"_s} << QStringList{};
        QTest::newRow("unknown parent") << QStringList{u"1|Quận 1|0079|"_s} << QStringList{u"unknown-parent@2"_s};
        QTest::newRow("self") << QStringList{u"1|Quận 1|1|"_s} << QStringList{u"self-parent@2"_s};
        QTest::newRow("cycle") << QStringList{u"1|Quận 1|2|"_s, u"2|Quận 2|1|"_s} << QStringList{u"cycle@3"_s};
        QTest::newRow("duplicate") << QStringList{u"1|Quận 1||"_s, u"1|Quận 2||"_s}
                                   << QStringList{u"duplicate-code@3"_s};
        QTest::newRow("no code") << QStringList{u"|Quận 1||"_s, u"2|Quận 2||"_s} << QStringList{u"missing-code@2"_s};
        QTest::newRow("bad number") << QStringList{u"1|Quận 1||đông"_s} << QStringList{u"bad-number@2"_s};
    }
    void localityRows()
    {
        QFETCH(QStringList, rows);
        QFETCH(QStringList, expected);
        const auto plan = planOf({sheetOf(u"DIA_BAN"_s, QStringList{u"ma|ten|ma_cap_tren|dan_so"_s} + rows)});
        QVERIFY(plan.has_value());
        QCOMPARE(remarks(plan->report), expected);
        Organisation organisation;
        QVERIFY(applyChange(organisation, plan->change).has_value());
    }

    void nearMissesAreNamed_data()
    {
        QTest::addColumn<QString>("parent");
        QTest::newRow("case") << u"dfe-01"_s;
        QTest::newRow("zero padding") << u"00DFE-01"_s;
        QTest::newRow("marks") << u"DFÉ-01"_s;
    }
    void nearMissesAreNamed()
    {
        QFETCH(QString, parent);
        const auto plan = planOf({sheetOf(u"DON_VI"_s, {u"ma|ten|ma_cap_tren|loai"_s, u"DFE-01|UBND||UBND"_s,
                                                        u"B|Phòng B|"_s + parent + u"|CQCM"_s})});
        QVERIFY(plan.has_value());
        QCOMPARE(plan->report.diagnostics.size(), 1U);
        QCOMPARE(plan->report.diagnostics[0].message.args.value(u"near"_s), u"DFE-01"_s);
        QCOMPARE(plan->report.diagnostics[0].place.column, 3);
    }

    /// Of areas those of the document as well as those of the file.
    void nearMissesOfAreasAreNamed()
    {
        Organisation base;
        const auto first = planOf({sheetOf(u"DIA_BAN"_s, {u"ma|ten|loai"_s, u"K-7|Phường Bảy|PHUONG"_s})});
        QVERIFY(first && applyChange(base, first->change));
        const auto plan = planOf({sheetOf(u"DIA_BAN"_s, {u"ma|ten|loai|ma_cap_tren"_s, u"A-1|Quận Một|QUAN|"_s,
                                                         u"B|Phường Hai|PHUONG|a-1"_s, u"C|Phường Ba|PHUONG|k-7"_s}),
                                  sheetOf(u"DON_VI"_s, {u"ma|ten|ma_dia_ban"_s, u"D|UBND|0A-1"_s, u"E|HĐND|k-7"_s})},
                                 base);
        QVERIFY(plan.has_value());
        QStringList near;
        for (const Diagnostic &remark : plan->report.diagnostics)
            if (remark.severity == DiagnosticSeverity::Asked)
                near += remark.message.args.value(u"near"_s);
        QCOMPARE(near, QStringList({u"A-1"_s, u"K-7"_s, u"A-1"_s, u"K-7"_s}));
    }

    void cellsThatCannotBeReadAreKeptAsTheyWere()
    {
        const auto plan =
            planOf({sheetOf(u"DON_VI"_s, {u"ma|ten|bien_che_giao|ma_dia_ban"_s, u"A|UBND|khoảng 5|99"_s})});
        QVERIFY(plan.has_value());
        Organisation organisation;
        QVERIFY(applyChange(organisation, plan->change).has_value());
        const Unit &unit = *organisation.units().begin();
        QCOMPARE(unit.states[0].custom,
                 CustomFields({{u"bien_che_giao"_s, u"khoảng 5"_s}, {u"ma_dia_ban"_s, u"99"_s}}));
        QVERIFY(!unit.states[0].staffAllotted.has_value());
    }

    void errorsOfTheSpreadsheetAreSaid()
    {
        Sheet sheet =
            sheetOf(u"DON_VI"_s, {u"ma|ten|loai|bien_che_giao"_s, u"A|UBND|UBND|#REF!"_s, u"B|Phòng|KHAC|x"_s});
        for (Cell &cell : sheet.cells)
            if (cell.column == 4 && cell.row > 1) {
                cell.type = CellType::Error;
                cell.text = cell.row == 2 ? u"#REF!"_s : QString(); // the second was never calculated
            }
        const auto plan = planOf({sheet});
        QVERIFY(plan.has_value());
        QCOMPARE(remarks(plan->report), QStringList({u"cell-error@2"_s, u"cell-error@3"_s}));
        QCOMPARE(plan->report.asked, 2);
    }

    void manyLoopsAreAllCut()
    {
        QStringList rows{u"ma|ten|ma_cap_tren|loai"_s};
        constexpr int kPairs = 2000;
        for (int i = 0; i < kPairs; ++i) {
            rows += u"A%1|Khối A%1|B%1|KHAC"_s.arg(i);
            rows += u"B%1|Khối B%1|A%1|KHAC"_s.arg(i);
        }
        const auto plan = planOf({sheetOf(u"DON_VI"_s, rows)});
        QVERIFY(plan.has_value());
        QCOMPARE(plan->report.cycles, kPairs);
        QCOMPARE(plan->report.asked, kPairs);
        QCOMPARE(plan->report.taken, kPairs);
    }

    void sheetsThatAreNotTakenAreSaid()
    {
        const auto plan = planOf({sheetOf(u"DON_VI"_s, {u"ma|ten|loai"_s, u"A|UBND|UBND"_s}),
                                  sheetOf(u"Nháp"_s, {u"x"_s, u"y"_s}), sheetOf(u"HUONG_DAN"_s, {u"đọc kỹ"_s})});
        QVERIFY(plan.has_value());
        QCOMPARE(remarks(plan->report), QStringList({u"sheet-ignored@0"_s}));
        QCOMPARE(plan->report.rows, 1);
    }

    void aFileWithoutAnythingKnownIsRefused()
    {
        const auto strange = planOf({sheetOf(u"Sheet1"_s, {u"a|b"_s, u"1|2"_s})});
        QVERIFY(!strange.has_value());
        QCOMPARE(strange.error().code(), u"nothing-recognised"_s);
        const auto useless = planOf({sheetOf(u"DON_VI"_s, {u"ma|ten"_s, u"A|"_s})});
        QVERIFY(!useless.has_value());
        QCOMPARE(useless.error().code(), u"no-usable-row"_s);
        QCOMPARE(useless.error().causes.size(), 1U);
        QCOMPARE(useless.error().causes[0].place.row, 2);
    }
};

BM_TEST_MAIN(TestWrongInput)
#include "test_wrong_input.moc"
