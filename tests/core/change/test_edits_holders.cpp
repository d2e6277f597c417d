// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_holders.h"
#include "tests/core/change/small_office.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const QString kDay = u"2025-07-01"_s;

struct Office : SmallOffice
{
    [[nodiscard]] AppointmentId ansPost() const { return appointmentOn(org(), an, head, kDay); }
    [[nodiscard]] AppointmentId binhsPost() const { return appointmentOn(org(), binh, deputy, kDay); }

    Result<Change> add(PostId post, const PersonRef &who, const Holding &holding = {})
    {
        return addHolder(org(), post, who, holding, ids());
    }
    Result<Change> change(AppointmentId id, const PersonRef &who, const Holding &holding = {})
    {
        return changeHolder(org(), id, who, holding, ids());
    }
};

} // namespace

class TestEditsHolders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aHolderWhoWasNeverEnteredComesIn()
    {
        Office o;
        const Holding holding{AppointmentKind::Acting, period(u"2024"_s, u"2025"_s), u" 5/QĐ  "_s,
                              PersonnelAction::Acting, PersonnelAction::Dismissal};
        const auto change = o.add(o.deputy, PersonFacts{u" Cúc "_s, {}, date(u"1990"_s)}, holding);
        QCOMPARE(o.outcome(change), QString());
        QCOMPARE(change->title, u"Đính chính: thêm Cúc giữ Phó Văn phòng"_s);
        QVERIFY(change->effective.isEmpty() && change->legalDocument.isEmpty());
        QCOMPARE(holdersOn(o.org(), o.deputy, u"2023-12-31"_s), u"Bình"_s);
        QCOMPARE(holdersOn(o.org(), o.deputy, u"2024-01-01"_s), u"Bình, Cúc:QUYEN"_s);
        QCOMPARE(holdersOn(o.org(), o.deputy, u"2025-12-31"_s), u"Bình, Cúc:QUYEN"_s);
        QCOMPARE(holdersOn(o.org(), o.deputy, u"2026-01-01"_s), u"Bình"_s);
        const PersonId cuc = personNamed(o.org(), u"Cúc"_s);
        QCOMPARE(historyOf(o.org(), cuc), QStringList{u"Phó 2024..2025 GIAO_QUYEN>MIEN_NHIEM"_s});
        QCOMPARE(o.org().naming<Appointment>(keyOf(cuc)).front()->decision, u"5/QĐ"_s);
        QCOMPARE(o.org().find(cuc)->born, date(u"1990"_s));
    }

    void whoIsKnownIsTakenById()
    {
        Office o;
        QCOMPARE(o.outcome(o.add(o.deputy, o.an, {AppointmentKind::Full})), QString()); // two full posts: as it is
        QCOMPARE(o.org().persons().size(), 2);
        QCOMPARE(holdersOn(o.org(), o.deputy, kDay), u"An, Bình"_s);
    }

    void whatCannotBeEnteredIsRefused_data()
    {
        QTest::addColumn<PersonFacts>("facts");
        QTest::addColumn<Holding>("holding");
        QTest::addColumn<QString>("error");
        const PersonFacts cuc{u"Cúc"_s};
        const auto inPeriod = [](const QString &from, const QString &to) {
            return Holding{.period = period(from, to)};
        };
        QTest::newRow("no name") << PersonFacts{} << inPeriod({}, u"2019"_s) << u"edit-empty-name"_s;
        QTest::newRow("dates") << cuc << inPeriod(u"2019-02"_s, u"2019-01"_s) << u"edit-date-order"_s;
        QTest::newRow("a date that cannot be written")
            << cuc << Holding{.period = {{}, {3000, 1, 1}}} << u"edit-bad-date"_s;
        QTest::newRow("ended without an end")
            << cuc << Holding{.ended = PersonnelAction::Retirement} << u"edit-ended-without-end"_s;
        QTest::newRow("before the holder") << cuc << inPeriod({}, u"2019"_s) << QString();
        QTest::newRow("with the holder") << cuc << inPeriod({}, u"2020-01-01"_s) << u"personnel-no-seat"_s;
        QTest::newRow("always") << cuc << Holding{} << u"personnel-no-seat"_s;
    }
    void whatCannotBeEnteredIsRefused()
    {
        QFETCH(PersonFacts, facts);
        QFETCH(Holding, holding);
        QFETCH(QString, error);
        Office o;
        QCOMPARE(o.outcome(o.add(o.head, facts, holding)), error);
    }

    void aHolderNeedsAPostThatIsThereAtSomeTime()
    {
        Office o;
        const UnitId past = o.unit(u"Cũ"_s, {}, UnitKind::Division, period({}, u"2020"_s));
        const PostId post = o.post(past, u"Trưởng cũ"_s, PostRole::Head);
        const EditScope scope{EditMode::FromDate, {}, day(u"2021-01-01"_s)};
        const std::vector<NodeRef> nodes{post};
        QCOMPARE(o.outcome(removeNodes(o.org(), nodes, scope)), QString());
        const PersonFacts cuc{u"Cúc"_s};
        QCOMPARE(o.outcome(o.add(PostId{{4, 4}}, cuc)), u"edit-nothing-there"_s);
        QCOMPARE(o.outcome(o.add(post, cuc, {.period = period(u"2021"_s, {})})), u"edit-nothing-there"_s);
        QCOMPARE(o.outcome(o.add(post, cuc, {.period = period(u"2020"_s, {})})), QString());
    }

    void whoSitsThereAlreadyIsRefused()
    {
        Office o;
        QCOMPARE(o.outcome(o.add(o.deputy, o.binh)), u"personnel-holds-already"_s);
        QCOMPARE(o.outcome(o.add(o.deputy, PersonId{{4, 4}})), u"personnel-no-person"_s);
    }

    void aHoldingIsPutRight()
    {
        Office o;
        const Holding holding{AppointmentKind::InCharge, period(u"2021-03"_s, u"2025"_s), u"7/QĐ"_s,
                              PersonnelAction::InCharge, PersonnelAction::Retirement};
        const auto change = o.change(o.ansPost(), o.an, holding);
        QCOMPARE(o.outcome(change), QString());
        QCOMPARE(change->title, u"Đính chính An giữ Trưởng Văn phòng: hình thức, thời gian và 3 mục khác"_s);
        QCOMPARE(historyOf(o.org(), o.an), QStringList{u"Trưởng 2021-03..2025 GIAO_PHU_TRACH>NGHI_HUU"_s});
        QCOMPARE(holdersOn(o.org(), o.head, u"2021-02-28"_s), QString());
        QCOMPARE(holdersOn(o.org(), o.head, u"2021-03-01"_s), u"An:PHU_TRACH"_s);
        QCOMPARE(o.outcome(o.change(o.ansPost(), o.an, holding)), u"edit-no-change"_s);
    }

    void anotherHolderTakesThePlaceOfAWrongOne()
    {
        Office o;
        const Holding holding{.period = period(u"2020"_s, {})};
        const auto change = o.change(o.ansPost(), PersonFacts{u"Cúc"_s}, holding);
        QCOMPARE(o.outcome(change), QString());
        QCOMPARE(change->title, u"Đính chính: Cúc, không phải An, giữ Trưởng Văn phòng"_s);
        QCOMPARE(holdersOn(o.org(), o.head, u"2020-01-01"_s), u"Cúc"_s);
        QVERIFY(o.org().find(o.an) == nullptr); // held nothing else
        // A person of the document: who holds another post stays.
        QCOMPARE(o.outcome(o.add(o.head, o.binh, {.period = period({}, u"2019"_s)})), QString());
        QCOMPARE(o.outcome(o.change(o.binhsPost(), personNamed(o.org(), u"Cúc"_s))), QString());
        QCOMPARE(holdersOn(o.org(), o.deputy, kDay), u"Cúc"_s);
        QVERIFY(o.org().find(o.binh) != nullptr);
    }

    void aChangeThatMakesNoSenseIsRefused()
    {
        Office o;
        QCOMPARE(o.outcome(o.change(AppointmentId{{4, 4}}, o.an)), u"personnel-no-appointment"_s);
        QCOMPARE(o.outcome(o.change(o.ansPost(), PersonFacts{})), u"edit-empty-name"_s);
        const Holding ended{.ended = PersonnelAction::Retirement};
        QCOMPARE(o.outcome(o.change(o.ansPost(), o.an, ended)), u"edit-ended-without-end"_s);
        QCOMPARE(o.outcome(o.add(o.deputy, o.an)), QString());
        const AppointmentId second = appointmentOn(o.org(), o.an, o.deputy, kDay);
        QCOMPARE(o.outcome(o.change(second, o.binh)), u"personnel-holds-already"_s);
        QCOMPARE(o.outcome(o.add(o.head, PersonFacts{u"Cúc"_s}, {.period = period({}, u"2019"_s)})), QString());
        const AppointmentId past = appointmentOn(o.org(), personNamed(o.org(), u"Cúc"_s), o.head, u"2019-12-31"_s);
        const PersonId cuc = o.org().find(past)->person;
        QCOMPARE(o.outcome(o.change(past, cuc, {.period = period({}, u"2020"_s)})), u"personnel-no-seat"_s);
    }

    void anOverfullPostCanBePutRightOneByOne()
    {
        Office o;
        const PersonId third = o.holder(o.deputy, u"Cúc"_s);
        o.holder(o.deputy, u"Dũng"_s);
        const AppointmentId id = appointmentOn(o.org(), third, o.deputy, kDay);
        QCOMPARE(o.outcome(o.change(id, third, {AppointmentKind::Concurrent})), QString());
        QCOMPARE(o.outcome(o.change(id, third, {.period = period(u"2024"_s, {})})), u"personnel-no-seat"_s);
        QCOMPARE(o.outcome(removeHolder(o.org(), id)), QString());
        QCOMPARE(holdersOn(o.org(), o.deputy, kDay), u"Bình, Dũng"_s);
    }

    void aPersonIsPutRightEverywhere()
    {
        Office o;
        QCOMPARE(o.outcome(o.add(o.deputy, o.an, {AppointmentKind::Concurrent})), QString());
        const auto named = changePerson(o.org(), o.an, {u" Ân "_s});
        QCOMPARE(o.outcome(named), QString());
        QCOMPARE(named->title, u"Đính chính An thành Ân"_s);
        QCOMPARE(holdersOn(o.org(), o.head, kDay), u"Ân"_s);
        QCOMPARE(holdersOn(o.org(), o.deputy, kDay), u"Bình, Ân:KIEM_NHIEM"_s);
        const auto born = changePerson(o.org(), o.an, {u"Ân"_s, {}, date(u"1980"_s)});
        QCOMPARE(o.outcome(born), QString());
        QCOMPARE(born->title, u"Đính chính Ân: ngày sinh"_s);
        const auto coded = changePerson(o.org(), o.an, {u"Ân"_s, u"1"_s, date(u"1980"_s)});
        QCOMPARE(o.outcome(coded), QString());
        QCOMPARE(coded->title, u"Đính chính Ân: mã định danh"_s);
        QCOMPARE(o.outcome(changePerson(o.org(), o.an, {u"Ân"_s, u"1"_s, date(u"1980"_s)})), u"edit-no-change"_s);
        QCOMPARE(o.outcome(changePerson(o.org(), o.an, {u""_s})), u"edit-empty-name"_s);
        QCOMPARE(o.outcome(changePerson(o.org(), o.binh, {u"Bình"_s, u"1"_s})), u"personnel-known-code"_s);
        QCOMPARE(o.outcome(changePerson(o.org(), PersonId{{4, 4}}, {u"A"_s})), u"personnel-no-person"_s);
    }

    void aRemovedHolderGoesWithThePersonWhoHoldsNothing()
    {
        Office o;
        QCOMPARE(o.outcome(o.add(o.head, o.binh, {.period = period({}, u"2019"_s)})), QString());
        const auto change = removeHolder(o.org(), o.ansPost());
        QCOMPARE(o.outcome(change), QString());
        QCOMPARE(change->title, u"Đính chính: bỏ An giữ Trưởng Văn phòng"_s);
        QVERIFY(o.org().find(o.an) == nullptr);
        QCOMPARE(o.outcome(removeHolder(o.org(), o.binhsPost())), QString());
        QVERIFY(o.org().find(o.binh) != nullptr); // was the head once
        QCOMPARE(o.outcome(removeHolder(o.org(), AppointmentId{{4, 4}})), u"personnel-no-appointment"_s);
    }
};

BM_TEST_MAIN(TestEditsHolders)
#include "test_edits_holders.moc"
