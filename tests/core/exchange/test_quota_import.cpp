// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "tests/support/sheets.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const QStringList kUnits{u"ma|ten|loai"_s, u"A|Phòng A|PHONG"_s};
const QString kHeader = u"ma_don_vi|nam|loai|giao|co_mat|van_ban"_s;

Organisation taken(const std::vector<Sheet> &sheets, const Organisation &base = {})
{
    Organisation organisation = base;
    const auto plan = planOf(sheets, base);
    if (!plan || !applyChange(organisation, plan->change))
        qFatal("the sheets are not taken");
    return organisation;
}

const Quota &onlyQuota(const Organisation &organisation)
{
    if (organisation.quotas().size() != 1)
        qFatal("%d quotas", organisation.quotas().size());
    return *organisation.quotas().begin();
}

} // namespace

class TestQuotaImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aQuotaHasItsUnitNumbersAndDocument()
    {
        const Organisation organisation =
            taken({sheetOf(u"DON_VI"_s, kUnits),
                   sheetOf(u"BIEN_CHE"_s, {kHeader, u"A|2026|Biên chế công chức|12|11|15/qđ-ubnd"_s}),
                   sheetOf(u"VAN_BAN"_s, {u"so_ky_hieu|ngay|co_quan|trich_yeu|hieu_luc_tu|hieu_luc_den"_s,
                                          u"15/QĐ-UBND|12/01/2026|UBND Thành phố|Giao biên chế|12/01/2026|"_s})});
        const Quota &quota = onlyQuota(organisation);
        QCOMPARE(quota.year, 2026);
        QCOMPARE(quota.kind, QuotaKind::CivilServants);
        QCOMPARE(quota.allotted, std::optional(12));
        QCOMPARE(quota.inPost, std::optional(11));
        QCOMPARE(organisation.legalDocuments().size(), 1);
        const LegalDocument *document = organisation.find(quota.document);
        QVERIFY(document != nullptr);
        QCOMPARE(document->number, u"15/QĐ-UBND"_s);
        QCOMPARE(document->date, (PartialDate{2026, 1, 12}));
        QCOMPARE(document->issuer, u"UBND Thành phố"_s);
    }

    void aDocumentThatIsNamedOnlyIsEnteredByItsNumber()
    {
        const Organisation organisation =
            taken({sheetOf(u"DON_VI"_s, kUnits), sheetOf(u"BIEN_CHE"_s, {kHeader, u"A|2026|CONG_CHUC|12||16/QĐ-UBND"_s,
                                                                         u"A|2026|HOP_DONG|2||16/QĐ-UBND"_s})});
        QCOMPARE(organisation.legalDocuments().size(), 1);
        QCOMPARE((*organisation.legalDocuments().begin()).number, u"16/QĐ-UBND"_s);
        QCOMPARE(organisation.quotas().size(), 2);
    }

    void whatIsThereAlreadyIsPutRight()
    {
        const Organisation first = taken(
            {sheetOf(u"DON_VI"_s, kUnits), sheetOf(u"BIEN_CHE"_s, {kHeader, u"A|2026|CONG_CHUC|12||16/QĐ-UBND"_s})});
        const Organisation second =
            taken({sheetOf(u"BIEN_CHE"_s, {kHeader, u"A|2026|CONG_CHUC|10|9|16/QĐ-UBND"_s})}, first);
        QCOMPARE(onlyQuota(second).id, onlyQuota(first).id);
        QCOMPARE(onlyQuota(second).allotted, std::optional(10));
        QCOMPARE(second.legalDocuments().size(), 1);
    }

    void wrongRowsAreLeftOutWithTheirReason()
    {
        const auto plan =
            planOf({sheetOf(u"DON_VI"_s, kUnits),
                    sheetOf(u"BIEN_CHE"_s, {kHeader, u"B|2026|CONG_CHUC|1"_s, u"A|26|CONG_CHUC|1"_s, u"A|2026||1"_s,
                                            u"A|2026|CONG_CHUC|1"_s, u"A|2026|CONG_CHUC|2"_s}),
                    sheetOf(u"VAN_BAN"_s, {u"so_ky_hieu|ngay"_s, u"|12/01/2026"_s})});
        QVERIFY(plan.has_value());
        QCOMPARE(remarks(plan->report), (QStringList{u"missing-code@2"_s, u"unknown-unit@2"_s, u"bad-year@3"_s,
                                                     u"unknown-kind@4"_s, u"duplicate-quota@6"_s}));
        QCOMPARE(plan->report.leftOut, 5);
        QCOMPARE(plan->report.rows, plan->report.taken + plan->report.leftOut + plan->report.asked);
    }
};

BM_TEST_MAIN(TestQuotaImport)
#include "test_quota_import.moc"
