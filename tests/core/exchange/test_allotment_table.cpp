// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "core/exchange/allotment_table.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace bomay;
using namespace Qt::StringLiterals;

class TestAllotmentTable : public QObject
{
    Q_OBJECT

private:
    OrganisationBuilder m_builder;
    UnitId m_home;
    UnitId m_justice;
    EditScope m_scope;

    [[nodiscard]] Result<ImportPlan> plan(const QString &table)
    {
        return planAllotments(table, m_builder.organisation(), m_scope, m_builder.ids());
    }

    /// Applies what the table says.
    void take(const QString &table)
    {
        const auto planned = plan(table);
        QVERIFY2(planned.has_value(), planned ? "" : qPrintable(planned.error().code()));
        QVERIFY(applyChange(m_builder.organisation(), planned->change).has_value());
    }

    [[nodiscard]] UnitState stateOf(UnitId unit, const QString &date = u"2026-03-01"_s) const
    {
        return *stateOn(*m_builder.organisation().find(unit), day(date));
    }

    static QStringList codesOf(const ImportReport &report)
    {
        QStringList codes;
        for (const Diagnostic &diagnostic : report.diagnostics)
            codes += severityCode(diagnostic.severity) + u' ' + diagnostic.message.code;
        return codes;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_builder = OrganisationBuilder();
        m_home = m_builder.unit(u"Sở Nội vụ"_s);
        m_justice = m_builder.unit(u"Sở Hòa giải"_s);
        m_scope = {EditMode::Correct, day(u"2026-03-01"_s), {}, u"15/QĐ-UBND"_s};
    }

    void aTableWithTitlesGivesBothNumbers()
    {
        take(u"PHỤ LỤC\nTT\tTên cơ quan, đơn vị\tSố lượng cấp phó\tBiên chế\n"
             u"1\tSở Nội vụ\t8\t1.250\n2\tSở Hòa giải\t5\t\n"_s);
        QCOMPARE(stateOf(m_home).deputiesAllotted, std::optional(8));
        QCOMPARE(stateOf(m_home).staffAllotted, std::optional(1250));
        QCOMPARE(stateOf(m_home).allotmentBasis, u"15/QĐ-UBND"_s);
        QCOMPARE(stateOf(m_justice).deputiesAllotted, std::optional(5));
        QCOMPARE(stateOf(m_justice).staffAllotted, std::nullopt);
    }

    void oneStepSetsAllUnits()
    {
        const auto planned = plan(u"Mã đơn vị\tSố cấp phó được giao\nU1\t8\nU2\t5"_s);
        QVERIFY(planned.has_value());
        QCOMPARE(planned->change.title, u"Giao cấp phó, biên chế: 2 đơn vị"_s);
        QCOMPARE(planned->change.legalDocument, u"15/QĐ-UBND"_s);
        QCOMPARE(planned->change.images.size(), std::size_t(2));
        QCOMPARE(planned->report.rows, 2);
        QCOMPARE(planned->report.taken, 2);
    }

    void withoutTitlesTheOneNumberIsDeputies()
    {
        take(u"1\tSở Nội vụ\t8\n2\tSở Hòa giải\t05\n"_s);
        QCOMPARE(stateOf(m_home).deputiesAllotted, std::optional(8));
        QCOMPARE(stateOf(m_justice).deputiesAllotted, std::optional(5));
        const auto unclear = plan(u"Sở Nội vụ\t8\t60\n"_s);
        QVERIFY(!unclear);
        QCOMPARE(unclear.error().code(), u"allotment-no-columns"_s);
        QVERIFY(!plan(QString()));
    }

    void namesAreKnownInEveryWriting()
    {
        take(u"Tên đơn vị\tCấp phó\nSỞ HOÀ GIẢI\t4\n"_s);
        QCOMPARE(stateOf(m_justice).deputiesAllotted, std::optional(4));
        take(u"Tên đơn vị\tCấp phó\n"_s + u"Sở Hòa giải"_s.normalized(QString::NormalizationForm_D) + u"\t3\n"_s);
        QCOMPARE(stateOf(m_justice).deputiesAllotted, std::optional(3));
    }

    void whatIsNotClearIsAskedAndChangesNothing()
    {
        m_builder.unit(u"Phòng Tổ chức"_s, m_home);
        m_builder.unit(u"Phòng Tổ chức"_s, m_justice);
        const auto planned = plan(u"Tên đơn vị\tCấp phó\nPhòng Tổ chức\t1\nSo Noi vu\t2\nSở Nội vụ\tnhiều\n"_s);
        QVERIFY(planned.has_value());
        QCOMPARE(codesOf(planned->report),
                 (QStringList{u"asked allotment-ambiguous"_s, u"asked unknown-unit"_s, u"asked bad-number"_s}));
        QCOMPARE(planned->report.asked, 3);
        QVERIFY(planned->change.images.empty());
        QCOMPARE(planned->report.diagnostics.front().message.args.value(u"codes"_s), u"U3, U4"_s);
        QCOMPARE(planned->report.diagnostics.front().place.row, 2);
    }

    void whatIsLeftOutHasItsReason()
    {
        const auto planned = plan(u"Tên đơn vị\tCấp phó\nSở Nội vụ\t1\nSở Nội vụ\t2\nSở Hòa giải\t\n"
                                  u"Trường Mầm non 3\t2\n\t7\nTổng cộng\t92\n"_s);
        QVERIFY(planned.has_value());
        QCOMPARE(codesOf(planned->report),
                 (QStringList{u"error allotment-twice"_s, u"error allotment-no-number"_s, u"error unknown-unit"_s,
                              u"error missing-name"_s, u"error allotment-total"_s}));
        QCOMPARE(planned->report.rows, planned->report.taken + planned->report.leftOut + planned->report.asked);
        QCOMPARE(planned->report.leftOut, 5);
        const auto none = plan(u"Tên đơn vị\tCấp phó\nTrường Mầm non 3\t2\n"_s);
        QVERIFY(!none);
        QCOMPARE(none.error().code(), u"no-usable-row"_s);
        QCOMPARE(none.error().causes.size(), std::size_t(1));
    }

    void fromADateOnTheOldNumberStaysBefore()
    {
        take(u"Tên đơn vị\tCấp phó\nSở Nội vụ\t9\n"_s);
        m_scope = {EditMode::FromDate, day(u"2026-03-01"_s), day(u"2026-06-01"_s), u"20/QĐ-UBND"_s};
        take(u"Tên đơn vị\tCấp phó\nSở Nội vụ\t8\n"_s);
        QCOMPARE(stateOf(m_home, u"2026-05-31"_s).deputiesAllotted, std::optional(9));
        QCOMPARE(stateOf(m_home, u"2026-06-01"_s).deputiesAllotted, std::optional(8));
        QCOMPARE(stateOf(m_home, u"2026-06-01"_s).allotmentBasis, u"20/QĐ-UBND"_s);
    }

    void aTableThatSaysWhatIsThereChangesNothing()
    {
        take(u"Tên đơn vị\tCấp phó\nSở Nội vụ\t9\n"_s);
        const auto again = plan(u"Tên đơn vị\tCấp phó\nSở Nội vụ\t9\n"_s);
        QVERIFY(again.has_value());
        QCOMPARE(again->report.taken, 1);
        QVERIFY(again->change.images.empty());
    }
};

BM_TEST_MAIN(TestAllotmentTable)
#include "test_allotment_table.moc"
