// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_office_word.h"
#include "core/change/transaction.h"
#include "core/exchange/organisation_json.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace bomay;
using namespace Qt::StringLiterals;

class TestEditsOfficeWord : public QObject
{
    Q_OBJECT

private:
    OrganisationBuilder m_builder;

    [[nodiscard]] Organisation &organisation() { return m_builder.organisation(); }

    QString perform(const Result<Change> &change)
    {
        if (!change)
            return change.error().code();
        const auto applied = applyChange(organisation(), *change);
        return applied ? change->title : applied.error().code();
    }

    static Waiver waiver(const QString &reason)
    {
        return {{},     u"r.1"_s, u"0123456789abcdef"_s, u"Phòng Kinh tế"_s, u"3"_s,
                u"4"_s, reason,   u" 12/TB-UBND "_s,     u"Người thử"_s,     PartialDate{2026, 1, 2}};
    }

    static Confirmation confirmation(const QString &basis)
    {
        return {{}, u"r.1"_s, u"2"_s, basis, true, u"Người thử"_s, PartialDate{2026, 1, 2}};
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_builder = OrganisationBuilder();
    }

    void aFindingIsWaivedOnceAndTheWaiverRemoved()
    {
        QCOMPARE(perform(waiveFinding(organisation(), waiver(u" Đang chờ\nsắp xếp. "_s), m_builder.ids())),
                 u"Giải trình nội dung rà soát: Phòng Kinh tế"_s);
        const WaiverId first = (*organisation().waivers().begin()).id;
        QCOMPARE(organisation().find(first)->reason, u"Đang chờ sắp xếp"_s);
        QCOMPARE(organisation().find(first)->basis, u"12/TB-UBND"_s);
        QVERIFY(waiveFinding(organisation(), waiver(u"Lý do khác"_s), m_builder.ids()).has_value());
        perform(waiveFinding(organisation(), waiver(u"Lý do khác"_s), m_builder.ids()));
        QCOMPARE(organisation().waivers().size(), 1);
        const WaiverId second = (*organisation().waivers().begin()).id;
        QVERIFY(second != first);
        QCOMPARE(organisation().find(second)->reason, u"Lý do khác"_s);
        QCOMPARE(perform(removeWaiver(organisation(), second)), u"Bỏ giải trình: Phòng Kinh tế"_s);
        QCOMPARE(organisation().waivers().size(), 0);
        QCOMPARE(perform(removeWaiver(organisation(), second)), u"edit-no-waiver"_s);
    }

    void nothingIsWaivedWithoutAReason()
    {
        QCOMPARE(perform(waiveFinding(organisation(), waiver(u" \n"_s), m_builder.ids())), u"edit-empty-reason"_s);
    }

    void aRuleIsConfirmedOnceAndTheConfirmationRemoved()
    {
        QCOMPARE(perform(confirmRule(organisation(), confirmation(u" Công báo số 1 "_s), m_builder.ids())),
                 u"Đã đối chiếu quy định r.1"_s);
        perform(confirmRule(organisation(), confirmation(u"Công báo số 2"_s), m_builder.ids()));
        QCOMPARE(organisation().confirmations().size(), 1);
        const Confirmation row = *organisation().confirmations().begin();
        QCOMPARE(row.basis, u"Công báo số 2"_s);
        QVERIFY(row.asError);
        QCOMPARE(perform(removeConfirmation(organisation(), row.id)), u"Bỏ đối chiếu quy định r.1"_s);
        QCOMPARE(organisation().confirmations().size(), 0);
        QCOMPARE(perform(removeConfirmation(organisation(), row.id)), u"edit-no-confirmation"_s);
    }

    void aRuleIsSwitchedAndSwitchedBack()
    {
        const RuleSwitch off{{}, u"r.1"_s, false, u"Người thử"_s, PartialDate{2026, 1, 2}};
        QCOMPARE(perform(switchRule(organisation(), off, true, m_builder.ids())), u"Tắt quy định r.1"_s);
        QCOMPARE(organisation().ruleSwitches().size(), 1);
        QVERIFY(!(*organisation().ruleSwitches().begin()).isOn);
        RuleSwitch on = off;
        on.isOn = true;
        QCOMPARE(perform(switchRule(organisation(), on, true, m_builder.ids())), u"Bật quy định r.1"_s);
        QCOMPARE(organisation().ruleSwitches().size(), 0); // on is what it is by itself
        QCOMPARE(perform(switchRule(organisation(), on, false, m_builder.ids())), u"Bật quy định r.1"_s);
        QCOMPARE(organisation().ruleSwitches().size(), 1);
    }

    void aConfirmationNamesTheTextThatWasRead()
    {
        QCOMPARE(perform(confirmRule(organisation(), confirmation(u" "_s), m_builder.ids())), u"edit-empty-basis"_s);
    }
};

BM_TEST_MAIN(TestEditsOfficeWord)
#include "test_edits_office_word.moc"
