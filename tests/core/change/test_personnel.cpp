// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/messages.h"
#include "core/change/personnel.h"
#include "core/change/transaction.h"
#include "tests/core/change/personnel_checks.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const QString kBefore = u"2025-06-30"_s;
const QString kFrom = u"2025-07-01"_s;

/// A ward with an office of home affairs (An its head since 2020, Bình one of two deputies) and an office without
/// anybody.
struct Ward : OrganisationBuilder
{
    UnitId ward = unit(u"UBND phường An Khánh"_s, {}, UnitKind::PeoplesCommittee);
    UnitId affairs = unit(u"Phòng Nội vụ"_s, ward);
    UnitId office = unit(u"Văn phòng"_s, ward, UnitKind::Office);
    PostId chair = post(ward, u"Chủ tịch"_s, PostRole::Head);
    PostId head = post(affairs, u"Trưởng phòng"_s, PostRole::Head);
    PostId deputy = post(affairs, u"Phó Trưởng phòng"_s, PostRole::Deputy, 1, 2);
    PostId officeHead = post(office, u"Chánh Văn phòng"_s, PostRole::Head);
    PostId officeDeputy = post(office, u"Phó Chánh Văn phòng"_s, PostRole::Deputy, 1);
    PersonId an = holder(head, u"An"_s, AppointmentKind::Full, period(u"2020-01-01"_s, {}));
    PersonId binh = holder(deputy, u"Bình"_s, AppointmentKind::Full, period(u"2021"_s, {}));

    Order order = orderFrom(kFrom);

    [[nodiscard]] const Organisation &org() const { return organisation(); }
    [[nodiscard]] AppointmentId ansPost() const { return appointmentOn(org(), an, head, kBefore); }
    [[nodiscard]] AppointmentId binhsPost() const { return appointmentOn(org(), binh, deputy, kBefore); }

    AppointmentId also(PersonId person, PostId post, AppointmentKind kind, const Period &term = {},
                       PersonnelAction ended = PersonnelAction::None)
    {
        const auto id = ids().make<AppointmentId>();
        put(Appointment{id, post, person, kind, term, {}, PersonnelAction::None, ended});
        return id;
    }

    /// A post of the ward that exists from 2020 to 2025 with two seats, and to 2027 with one.
    PostId endingPost()
    {
        const auto id = ids().make<PostId>();
        PostState state;
        state.title = u"Ủy viên"_s;
        state.period = period(u"2020"_s, u"2025"_s);
        state.seats = 2;
        PostState later = state;
        later.period = period(u"2026"_s, u"2027"_s);
        later.seats = 1;
        ChangeBuilder builder(org());
        builder.put(Post{id, {}, {state, later}});
        builder.put(Relation{ids().make<RelationId>(), RelationType::BelongsTo, id, ward, {}});
        Change change;
        change.images = builder.takeImages();
        if (!applyChange(organisation(), change))
            qFatal("the post is wrong");
        return id;
    }

    Result<Change> appointment(PostId post, const PersonRef &who, const TakingUp &how = {})
    {
        return appoint(org(), post, who, how, order, ids());
    }

    /// What a change meets; the change is applied where it is good.
    QString outcome(const Result<Change> &change) { return problemOf(organisation(), change); }
};

/// The error as an officer reads it.
QString textOf(const Result<Change> &change)
{
    return change ? QString() : MessageCatalog::builtIn()->text(change.error().message).vi;
}

} // namespace

class TestPersonnel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aNewPersonTakesUpAPost()
    {
        Ward w;
        const PersonFacts facts{u"  Nguyễn Văn  A "_s, u" 079 "_s, date(u"1980"_s)};
        const auto change = w.appointment(w.officeHead, facts, {PersonnelAction::Appointment, date(u"2030-06-30"_s)});
        QCOMPARE(w.outcome(change), QString());
        QCOMPARE(change->title, u"Bổ nhiệm Nguyễn Văn A làm Chánh Văn phòng từ 01/07/2025"_s);
        QCOMPARE(change->effective, date(kFrom));
        QCOMPARE(change->legalDocument, u"12/QĐ-UBND"_s);
        QVERIFY(!change->id.isNull());
        QCOMPARE(holdersOn(w.org(), w.officeHead, kBefore), QString());
        QCOMPARE(holdersOn(w.org(), w.officeHead, kFrom), u"Nguyễn Văn A"_s);
        QCOMPARE(holdersOn(w.org(), w.officeHead, u"2030-06-30"_s), u"Nguyễn Văn A"_s);
        QCOMPARE(holdersOn(w.org(), w.officeHead, u"2030-07-01"_s), QString());
        QCOMPARE(w.org().legalDocuments().size(), 1);
        const PersonId person = personNamed(w.org(), u"Nguyễn Văn A"_s);
        QCOMPARE(*w.org().find(person), (Person{person, u"079"_s, u"Nguyễn Văn A"_s, date(u"1980"_s)}));
        QCOMPARE(w.org().naming<Appointment>(keyOf(person)).front()->decision, u"12/QĐ-UBND"_s);
    }

    void theWayIntoAPostGivesItsKind_data()
    {
        QTest::addColumn<PersonnelAction>("how");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("holder");
        QTest::newRow("election") << PersonnelAction::Election << u"Bầu, phê chuẩn A giữ chức vụ %1"_s << u"A"_s;
        QTest::newRow("designation") << PersonnelAction::Designation << u"Chỉ định A làm %1"_s << u"A"_s;
        QTest::newRow("appointment") << PersonnelAction::Appointment << u"Bổ nhiệm A làm %1"_s << u"A"_s;
        QTest::newRow("acting") << PersonnelAction::Acting << u"Giao quyền %1 cho A"_s << u"A:QUYEN"_s;
        QTest::newRow("in charge") << PersonnelAction::InCharge << u"Giao A phụ trách nhiệm vụ %1"_s
                                   << u"A:PHU_TRACH"_s;
        QTest::newRow("concurrent") << PersonnelAction::Concurrent << u"Giao A kiêm nhiệm %1"_s << u"A:KIEM_NHIEM"_s;
    }
    void theWayIntoAPostGivesItsKind()
    {
        QFETCH(PersonnelAction, how);
        QFETCH(QString, title);
        QFETCH(QString, holder);
        Ward w;
        const auto change = w.appointment(w.chair, PersonFacts{u"A"_s}, {how});
        QCOMPARE(w.outcome(change), QString());
        QCOMPARE(change->title, title.arg(u"Chủ tịch UBND phường An Khánh"_s) + u" từ 01/07/2025"_s);
        QCOMPARE(holdersOn(w.org(), w.chair, kFrom), holder);
        QCOMPARE(historyOf(w.org(), personNamed(w.org(), u"A"_s)),
                 QStringList{u"Chủ tịch 2025-07-01.. %1>"_s.arg(codeOf(how))});
    }

    void onlyWaysIntoAPostAppoint()
    {
        Ward w;
        for (const PersonnelAction how :
             {PersonnelAction::None, PersonnelAction::Reappointment, PersonnelAction::Transfer,
              PersonnelAction::Rotation, PersonnelAction::Secondment, PersonnelAction::Dismissal,
              PersonnelAction::Resignation, PersonnelAction::Retirement, PersonnelAction::Reorganisation})
            QCOMPARE(w.outcome(w.appointment(w.chair, PersonFacts{u"A"_s}, {how})), u"personnel-wrong-action"_s);
    }

    void thePersonHasToMakeSense_data()
    {
        QTest::addColumn<PersonFacts>("facts");
        QTest::addColumn<QString>("error");
        QTest::newRow("no name") << PersonFacts{u"  "_s} << u"edit-empty-name"_s;
        QTest::newRow("a birth that cannot be written") << PersonFacts{u"A"_s, {}, {3000, 0, 0}} << u"edit-bad-date"_s;
        QTest::newRow("another's code") << PersonFacts{u"A"_s, u"079"_s} << u"personnel-known-code"_s;
        QTest::newRow("a namesake") << PersonFacts{u"Cúc"_s, u"080"_s} << QString();
    }
    void thePersonHasToMakeSense()
    {
        QFETCH(PersonFacts, facts);
        QFETCH(QString, error);
        Ward w;
        w.put(Person{w.ids().make<PersonId>(), u"079"_s, u"Cúc"_s, {}});
        const auto change = w.appointment(w.chair, facts);
        QCOMPARE(w.outcome(change), error);
        if (error == u"personnel-known-code"_s)
            QCOMPARE(change.error().message.args.value(u"person"_s), u"Cúc"_s);
        QCOMPARE(w.outcome(w.appointment(w.officeHead, PersonId{{4, 4}})), u"personnel-no-person"_s);
    }

    void theOrderHasToMakeSense()
    {
        Ward w;
        w.order.document.number = u" "_s;
        const std::vector<Result<Change>> refused{
            w.appointment(w.chair, PersonFacts{u"A"_s}),
            reappoint(w.org(), w.ansPost(), {}, w.order, w.ids()),
            transfer(w.org(), w.ansPost(), {w.officeHead}, w.order, w.ids()),
            rotate(w.org(), w.ansPost(), {w.officeHead}, w.order, w.ids()),
            second(w.org(), w.officeHead, w.an, date(u"2026"_s), w.order, w.ids()),
            dismiss(w.org(), w.ansPost(), w.order, w.ids()),
            resign(w.org(), w.an, w.order, w.ids()),
            retire(w.org(), w.an, w.order, w.ids()),
        };
        for (const Result<Change> &change : refused)
            QCOMPARE(w.outcome(change), u"order-no-document"_s);
        w.order = orderFrom(u"1800-01-01"_s);
        QCOMPARE(w.outcome(w.appointment(w.chair, PersonFacts{u"A"_s})), u"edit-bad-date"_s);
    }

    void thePostHasToBeThereForTheWholeTerm_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("until");
        QTest::addColumn<QString>("error");
        QTest::newRow("not yet") << u"2019-12-31"_s << u"2020"_s << u"edit-nothing-there"_s;
        QTest::newRow("on the first day") << u"2020-01-01"_s << u"2020"_s << QString();
        QTest::newRow("into its next state") << u"2025-07-01"_s << u"2026-01"_s << QString();
        QTest::newRow("to its last day, written as a year") << u"2025-07-01"_s << u"2027"_s << QString();
        QTest::newRow("beyond") << u"2025-07-01"_s << u"2028-01-01"_s << u"personnel-post-ends"_s;
        QTest::newRow("without an end") << u"2025-07-01"_s << QString() << u"personnel-post-ends"_s;
        QTest::newRow("no longer") << u"2028-01-01"_s << QString() << u"edit-nothing-there"_s;
        QTest::newRow("an end before the beginning") << u"2025-07-01"_s << u"2025-06"_s << u"edit-date-order"_s;
        QTest::newRow("one day") << u"2025-07-01"_s << u"2025-07-01"_s << QString();
    }
    void thePostHasToBeThereForTheWholeTerm()
    {
        QFETCH(QString, from);
        QFETCH(QString, until);
        QFETCH(QString, error);
        Ward w;
        const PostId post = w.endingPost();
        w.order = orderFrom(from);
        const auto change = w.appointment(post, PersonFacts{u"A"_s}, {PersonnelAction::Election, date(until)});
        QCOMPARE(w.outcome(change), error);
        if (error == u"personnel-post-ends"_s)
            QCOMPARE(change.error().message.args.value(u"date"_s), u"31/12/2027"_s);
    }

    void thePostHasToBeInAUnitThatIsThere()
    {
        Ward w;
        const UnitId later = w.unit(u"Trung tâm"_s, w.ward, UnitKind::PublicServiceUnit, period(u"2026"_s, {}));
        const PostId director = w.post(later, u"Giám đốc"_s, PostRole::Head);
        QCOMPARE(w.outcome(w.appointment(director, PersonFacts{u"A"_s})), u"edit-nothing-there"_s);
        QCOMPARE(w.outcome(w.appointment(PostId{{4, 4}}, PersonFacts{u"A"_s})), u"edit-nothing-there"_s);
        w.order = orderFrom(u"2026-01-01"_s);
        QCOMPARE(w.outcome(w.appointment(director, PersonFacts{u"A"_s})), QString());
    }

    void aTakenSeatIsRefusedWithItsHolder()
    {
        Ward w;
        const auto change = w.appointment(w.head, PersonFacts{u"A"_s});
        QCOMPARE(w.outcome(change), u"personnel-no-seat"_s);
        QCOMPARE(textOf(change),
                 u"“Trưởng phòng Phòng Nội vụ” đã đủ người trong thời gian này. Đang giữ: An (01/01/2020 – …)."_s);
    }

    void seatsAreCountedOnEveryDayOfTheTerm_data()
    {
        QTest::addColumn<QString>("from"); // another holder's term in a post with two seats, from 2026 on with one
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("until");
        QTest::addColumn<QString>("error");
        const QString taken = u"personnel-no-seat"_s;
        QTest::newRow("the other seat") << u"2020"_s << u"2025"_s << u"2027"_s << QString();
        QTest::newRow("there are fewer seats later") << u"2020"_s << u"2026-01"_s << u"2027"_s << taken;
        QTest::newRow("it ends before") << u"2020"_s << u"2027"_s << u"2025"_s << QString();
        QTest::newRow("somebody was decided on for later") << u"2026-03"_s << u"2026"_s << u"2027"_s << taken;
        QTest::newRow("until that day") << u"2026-03"_s << u"2026"_s << u"2026-02"_s << QString();
        QTest::newRow("into that day") << u"2026-03"_s << u"2026"_s << u"2026-03-01"_s << taken;
    }
    void seatsAreCountedOnEveryDayOfTheTerm()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, until);
        QFETCH(QString, error);
        Ward w;
        const PostId post = w.endingPost();
        w.holder(post, u"Dũng"_s, AppointmentKind::Full, period(from, to));
        QCOMPARE(w.outcome(w.appointment(post, PersonFacts{u"A"_s}, {PersonnelAction::Election, date(until)})), error);
    }

    void aCountedPostFillsUp()
    {
        Ward w;
        const PostId staff = w.post(w.affairs, u"Chuyên viên"_s, PostRole::Staff, 0, 4);
        for (const QString &name : {u"A"_s, u"B"_s, u"C"_s, u"D"_s})
            QCOMPARE(w.outcome(w.appointment(staff, PersonFacts{name})), QString());
        QCOMPARE(holdersOn(w.org(), staff, kBefore), QString());
        QCOMPARE(holdersOn(w.org(), staff, kFrom), u"A, B, C, D"_s);
        const auto change = w.appointment(staff, PersonFacts{u"E"_s});
        QCOMPARE(w.outcome(change), u"personnel-no-seat"_s);
        QVERIFY(change.error().message.args.value(u"holders_iso"_s).endsWith(u"(2025-07-01 – …), …"_s));
        QCOMPARE(w.org().legalDocuments().size(), 1); // one decision for all of them
    }

    void whoHoldsThePostAlreadyIsRefused()
    {
        Ward w;
        const auto change = w.appointment(w.deputy, w.binh);
        QCOMPARE(w.outcome(change), u"personnel-holds-already"_s);
        QCOMPARE(change.error().message.args.value(u"holder_date"_s), u"Bình (2021 – …)"_s);
    }

    void whoHoldsAnotherPostInFullIsRefusedButMayTakeAnotherKind()
    {
        Ward w;
        const auto change = w.appointment(w.officeHead, w.an);
        QCOMPARE(w.outcome(change), u"personnel-holds-other"_s);
        QCOMPARE(change.error().message.args.value(u"post"_s), u"Trưởng phòng Phòng Nội vụ"_s);
        QCOMPARE(w.outcome(w.appointment(w.officeHead, w.an, {PersonnelAction::Concurrent})), QString());
        QCOMPARE(w.outcome(w.appointment(w.chair, w.an, {PersonnelAction::InCharge})), QString());
        QCOMPARE(holdersOn(w.org(), w.head, kFrom), u"An"_s);
        QCOMPARE(holdersOn(w.org(), w.officeHead, kFrom), u"An:KIEM_NHIEM"_s);
        QCOMPARE(holdersOn(w.org(), w.chair, kFrom), u"An:PHU_TRACH"_s);
    }

    void aDeputyBecomesHeadByOneOrder()
    {
        Ward w;
        QCOMPARE(w.outcome(retire(w.org(), w.an, w.order, w.ids())), QString());
        TakingUp promotion;
        promotion.leaving = {w.ansPost()};
        QCOMPARE(w.outcome(w.appointment(w.head, w.binh, promotion)), u"personnel-not-theirs"_s);
        promotion.leaving = {w.binhsPost(), w.binhsPost()};
        QCOMPARE(w.outcome(w.appointment(w.head, w.binh, promotion)), QString());
        QCOMPARE(holdersOn(w.org(), w.head, kBefore), u"An"_s);
        QCOMPARE(holdersOn(w.org(), w.head, kFrom), u"Bình"_s);
        QCOMPARE(holdersOn(w.org(), w.deputy, kBefore), u"Bình"_s);
        QCOMPARE(holdersOn(w.org(), w.deputy, kFrom), QString());
        QCOMPARE(historyOf(w.org(), w.binh), (QStringList{u"Phó Trưởng phòng 2021..2025-06-30 >BO_NHIEM"_s,
                                                          u"Trưởng phòng 2025-07-01.. BO_NHIEM>"_s}));
    }

    void aStandInWhoTakesUpThePostLeavesTheStandIn()
    {
        Ward w;
        const PersonId cuc = w.holder(w.chair, u"Cúc"_s, AppointmentKind::InCharge, period(u"2025"_s, {}));
        QCOMPARE(w.outcome(w.appointment(w.chair, cuc, {PersonnelAction::InCharge})), u"personnel-holds-already"_s);
        w.order = orderFrom(u"2025-04-01"_s);
        QCOMPARE(w.outcome(w.appointment(w.chair, cuc, {PersonnelAction::Acting})), QString());
        w.order = orderFrom(kFrom);
        QCOMPARE(w.outcome(w.appointment(w.chair, cuc, {PersonnelAction::Election})), QString());
        QCOMPARE(holdersOn(w.org(), w.chair, u"2025-03-31"_s), u"Cúc:PHU_TRACH"_s);
        QCOMPARE(holdersOn(w.org(), w.chair, u"2025-04-01"_s), u"Cúc:QUYEN"_s);
        QCOMPARE(holdersOn(w.org(), w.chair, kBefore), u"Cúc:QUYEN"_s);
        QCOMPARE(holdersOn(w.org(), w.chair, kFrom), u"Cúc"_s);
        QCOMPARE(historyOf(w.org(), cuc),
                 (QStringList{u"Chủ tịch 2025..2025-03-31 >GIAO_QUYEN"_s,
                              u"Chủ tịch 2025-04-01..2025-06-30 GIAO_QUYEN>BAU"_s, u"Chủ tịch 2025-07-01.. BAU>"_s}));
    }

    void aStandInThatBeginsLaterIsNotDroppedInSilence()
    {
        Ward w;
        const PersonId cuc = w.holder(w.chair, u"Cúc"_s, AppointmentKind::Acting, period(kFrom, {}));
        QCOMPARE(w.outcome(w.appointment(w.chair, cuc)), u"personnel-holds-already"_s);
        const auto other = w.appointment(w.chair, PersonFacts{u"A"_s}, {.standIns = StandIns::End});
        QCOMPARE(w.outcome(other), u"personnel-no-seat"_s);
    }

    void anothersStandInEndsOnlyWhereTheOrderSaysSo()
    {
        Ward w;
        const PersonId cuc = w.holder(w.chair, u"Cúc"_s, AppointmentKind::Acting, period(u"2025"_s, u"2026"_s));
        const auto change = w.appointment(w.chair, PersonFacts{u"A"_s});
        QCOMPARE(w.outcome(change), u"personnel-stand-in-sits"_s);
        QVERIFY(textOf(change).contains(u"Cúc (2025 – 2026)"_s));
        QCOMPARE(w.outcome(w.appointment(w.chair, PersonFacts{u"A"_s}, {.standIns = StandIns::End})), QString());
        QCOMPARE(holdersOn(w.org(), w.chair, kBefore), u"Cúc:QUYEN"_s);
        QCOMPARE(holdersOn(w.org(), w.chair, kFrom), u"A"_s);
        QCOMPARE(historyOf(w.org(), cuc), QStringList{u"Chủ tịch 2025..2025-06-30 >BO_NHIEM"_s});
    }

    void aFullHolderIsNoStandIn()
    {
        Ward w;
        const auto change = w.appointment(w.head, PersonFacts{u"A"_s}, {.standIns = StandIns::End});
        QCOMPARE(w.outcome(change), u"personnel-no-seat"_s);
    }

    void aTermIsRenewed_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<PersonnelAction>("ended");
        QTest::addColumn<QString>("error");
        const auto none = PersonnelAction::None;
        QTest::newRow("cut") << u"2025-12-31"_s << none << QString();
        QTest::newRow("open") << QString() << none << QString();
        QTest::newRow("ended the day before") << kBefore << none << QString();
        QTest::newRow("ended with the month before") << u"2025-06"_s << none << QString();
        QTest::newRow("with a gap") << u"2025-06-29"_s << none << u"personnel-ended-already"_s;
        QTest::newRow("dismissed the day before")
            << kBefore << PersonnelAction::Dismissal << u"personnel-end-recorded"_s;
        QTest::newRow("to be retired") << u"2025"_s << PersonnelAction::Retirement << u"personnel-end-recorded"_s;
    }
    void aTermIsRenewed()
    {
        QFETCH(QString, to);
        QFETCH(PersonnelAction, ended);
        QFETCH(QString, error);
        Ward w;
        const PersonId cuc = w.ids().make<PersonId>();
        w.put(Person{cuc, {}, u"Cúc"_s, {}});
        const AppointmentId old = w.also(cuc, w.officeHead, AppointmentKind::Full, period(u"2020-07"_s, to), ended);
        const auto change = reappoint(w.org(), old, date(u"2030"_s), w.order, w.ids());
        QCOMPARE(w.outcome(change), error);
        if (!error.isEmpty())
            return;
        QCOMPARE(change->title, u"Bổ nhiệm lại Cúc làm Chánh Văn phòng từ 01/07/2025"_s);
        const QString end = to == u"2025-06"_s ? to : kBefore; // a date that needs no change stays as it was written
        QCOMPARE(historyOf(w.org(), cuc), (QStringList{u"Chánh Văn phòng 2020-07..%1 >BO_NHIEM_LAI"_s.arg(end),
                                                       u"Chánh Văn phòng 2025-07-01..2030 BO_NHIEM_LAI>"_s}));
        for (const QString &day : {kBefore, kFrom, u"2030-12-31"_s})
            QCOMPARE(holdersOn(w.org(), w.officeHead, day), u"Cúc"_s);
        QCOMPARE(holdersOn(w.org(), w.officeHead, u"2031-01-01"_s), QString());
    }

    void whatCannotBeRenewedIsRefused()
    {
        Ward w;
        const auto renew = [&w](AppointmentId id) { return w.outcome(reappoint(w.org(), id, {}, w.order, w.ids())); };
        QCOMPARE(renew(AppointmentId{{4, 4}}), u"personnel-no-appointment"_s);
        QCOMPARE(renew(w.also(w.an, w.chair, AppointmentKind::Acting)), u"personnel-not-reappointable"_s);
        QCOMPARE(renew(w.also(w.an, w.officeHead, AppointmentKind::Seconded)), u"personnel-not-reappointable"_s);
        const PersonId cuc = w.holder(w.officeDeputy, u"Cúc"_s, AppointmentKind::Full, period(kFrom, {}));
        QCOMPARE(renew(appointmentOn(w.org(), cuc, w.officeDeputy, kFrom)), u"personnel-begins-later"_s);
        // Somebody was decided on for the time after the old term.
        const PersonId dung = w.holder(w.deputy, u"Dũng"_s, AppointmentKind::Full, period({}, kBefore));
        w.holder(w.deputy, u"Em"_s, AppointmentKind::Full, period(u"2026"_s, {}));
        QCOMPARE(renew(appointmentOn(w.org(), dung, w.deputy, kBefore)), u"personnel-no-seat"_s);
    }

    void aConcurrentTermIsRenewedAsConcurrent()
    {
        Ward w;
        const AppointmentId old = w.also(w.an, w.officeHead, AppointmentKind::Concurrent, period(u"2024"_s, {}));
        QCOMPARE(w.outcome(reappoint(w.org(), old, {}, w.order, w.ids())), QString());
        QCOMPARE(holdersOn(w.org(), w.officeHead, kFrom), u"An:KIEM_NHIEM"_s);
        QCOMPARE(holdersOn(w.org(), w.head, kFrom), u"An"_s);
    }

    void aTransferEndsAllInTheOldUnit_data()
    {
        QTest::addColumn<bool>("rotation");
        QTest::newRow("transfer") << false;
        QTest::newRow("rotation") << true;
    }
    void aTransferEndsAllInTheOldUnit()
    {
        QFETCH(bool, rotation);
        Ward w;
        w.also(w.an, w.deputy, AppointmentKind::Concurrent, period(u"2024"_s, {}));
        w.also(w.an, w.chair, AppointmentKind::Concurrent, period(u"2025"_s, {}));
        w.also(w.an, w.deputy, AppointmentKind::Concurrent, period(u"2022"_s, u"2022"_s));
        const auto verb = rotation ? rotate : transfer;
        const auto change = verb(w.org(), w.ansPost(), {w.officeHead, date(u"2028-06"_s)}, w.order, w.ids());
        QCOMPARE(w.outcome(change), QString());
        const QString action = rotation ? u"LUAN_CHUYEN"_s : u"DIEU_DONG"_s;
        QCOMPARE(change->title,
                 (rotation ? u"Luân chuyển"_s : u"Điều động"_s) + u" An đến làm Chánh Văn phòng từ 01/07/2025"_s);
        QStringList expected{u"Trưởng phòng 2020-01-01..2025-06-30 >%1"_s.arg(action),
                             u"Phó Trưởng phòng 2022..2022 >"_s, u"Phó Trưởng phòng 2024..2025-06-30 >%1"_s.arg(action),
                             u"Chủ tịch 2025.. >"_s, u"Chánh Văn phòng 2025-07-01..2028-06 %1>"_s.arg(action)};
        QCOMPARE(historyOf(w.org(), w.an), expected);
        QCOMPARE(holdersOn(w.org(), w.head, kBefore), u"An"_s);
        QCOMPARE(holdersOn(w.org(), w.head, kFrom), QString());
        QCOMPARE(holdersOn(w.org(), w.officeHead, kBefore), QString());
        QCOMPARE(holdersOn(w.org(), w.officeHead, kFrom), u"An"_s);
    }

    void aTransferEndsWhatIsNamed()
    {
        Ward w;
        const AppointmentId inOldUnit = w.also(w.an, w.deputy, AppointmentKind::Concurrent);
        const AppointmentId elsewhere = w.also(w.an, w.chair, AppointmentKind::Concurrent);
        const Posting wrong{w.officeHead, {}, StandIns::Keep, {{w.binhsPost()}}};
        QCOMPARE(w.outcome(transfer(w.org(), w.ansPost(), wrong, w.order, w.ids())), u"personnel-not-theirs"_s);
        const Posting posting{w.officeHead, {}, StandIns::Keep, {{elsewhere}}};
        QCOMPARE(w.outcome(transfer(w.org(), w.ansPost(), posting, w.order, w.ids())), QString());
        QCOMPARE(w.org().find(inOldUnit)->period, Period{});
        QCOMPARE(w.org().find(elsewhere)->period, period({}, kBefore));
        QCOMPARE(w.org().find(elsewhere)->ended, PersonnelAction::Transfer);
    }

    void aTransferOutOfAUnitThatEndedTheDayBefore()
    {
        Ward w;
        const std::vector<NodeRef> nodes{w.affairs};
        QCOMPARE(w.outcome(removeNodes(w.org(), nodes, fromDay(kFrom))), QString());
        QCOMPARE(w.outcome(transfer(w.org(), w.ansPost(), {w.officeHead}, w.order, w.ids())), QString());
        QCOMPARE(historyOf(w.org(), w.an), (QStringList{u"Trưởng phòng 2020-01-01..2025-06-30 >DIEU_DONG"_s,
                                                        u"Chánh Văn phòng 2025-07-01.. DIEU_DONG>"_s}));
    }

    void aTransferThatMakesNoSenseIsRefused()
    {
        Ward w;
        const auto move = [&w](AppointmentId from, const Posting &posting) {
            return w.outcome(transfer(w.org(), from, posting, w.order, w.ids()));
        };
        QCOMPARE(move(AppointmentId{{4, 4}}, {w.officeHead}), u"personnel-no-appointment"_s);
        QCOMPARE(move(w.ansPost(), {w.head}), u"personnel-holds-already"_s);
        QCOMPARE(move(w.binhsPost(), {w.head}), u"personnel-no-seat"_s);
        QCOMPARE(move(w.ansPost(), {PostId{{4, 4}}}), u"edit-nothing-there"_s);
        QCOMPARE(move(w.ansPost(), {w.officeHead, date(u"2025-06"_s)}), u"edit-date-order"_s);
        const AppointmentId acting = w.also(w.binh, w.chair, AppointmentKind::Acting, period(u"2025"_s, {}));
        QCOMPARE(move(acting, {w.officeHead}), u"personnel-not-full"_s);
        QCOMPARE(move(w.ansPost(), {w.chair}), u"personnel-stand-in-sits"_s);
        QCOMPARE(move(w.ansPost(), {w.chair, {}, StandIns::End}), QString());
        QCOMPARE(move(w.ansPost(), {w.officeHead}), u"personnel-end-recorded"_s); // has left already
    }

    void aTransferWaitsForWhatBeginsLaterInTheOldUnit()
    {
        Ward w;
        w.also(w.an, w.deputy, AppointmentKind::Concurrent, period(u"2026"_s, {}));
        const auto change = transfer(w.org(), w.ansPost(), {w.officeHead}, w.order, w.ids());
        QCOMPARE(w.outcome(change), u"personnel-begins-later"_s);
        QVERIFY(textOf(change).contains(u"An (2026 – …)"_s));
        QVERIFY(textOf(change).contains(u"01/07/2025"_s));
    }

    void aSecondmentLeavesHomeAsItIs()
    {
        Ward w;
        const auto change = second(w.org(), w.officeHead, w.an, date(u"2026-06"_s), w.order, w.ids());
        QCOMPARE(w.outcome(change), QString());
        QCOMPARE(change->title, u"Biệt phái An đến làm Chánh Văn phòng từ 01/07/2025"_s);
        QCOMPARE(historyOf(w.org(), w.an),
                 (QStringList{u"Trưởng phòng 2020-01-01.. >"_s, u"Chánh Văn phòng 2025-07-01..2026-06 BIET_PHAI>"_s}));
        QCOMPARE(holdersOn(w.org(), w.head, kFrom), u"An"_s);
        QCOMPARE(holdersOn(w.org(), w.officeHead, kBefore), QString());
        QCOMPARE(holdersOn(w.org(), w.officeHead, kFrom), u"An:BIET_PHAI"_s);
        QCOMPARE(holdersOn(w.org(), w.officeHead, u"2026-06-30"_s), u"An:BIET_PHAI"_s);
        QCOMPARE(holdersOn(w.org(), w.officeHead, u"2026-07-01"_s), QString());
    }

    void aSecondmentThatMakesNoSenseIsRefused()
    {
        Ward w;
        const auto secondment = [&w](PostId post, const PersonRef &who, const QString &until) {
            return w.outcome(second(w.org(), post, who, date(until), w.order, w.ids()));
        };
        QCOMPARE(secondment(w.officeHead, w.an, {}), u"personnel-needs-end"_s);
        QCOMPARE(secondment(w.head, w.an, u"2026"_s), u"personnel-holds-already"_s);
        QCOMPARE(secondment(w.head, w.binh, u"2026"_s), u"personnel-no-seat"_s);
        QCOMPARE(secondment(w.officeHead, PersonFacts{u"Từ nơi khác"_s}, u"2026"_s), QString());
        const PersonId guest = personNamed(w.org(), u"Từ nơi khác"_s);
        QCOMPARE(secondment(w.chair, guest, u"2025"_s), u"personnel-seconded-already"_s);
        w.order = orderFrom(u"2027-01-01"_s);
        QCOMPARE(secondment(w.chair, guest, u"2027"_s), QString());
    }

    void aSecondmentEndsBeforeItsTime()
    {
        Ward w;
        QCOMPARE(w.outcome(second(w.org(), w.officeHead, w.an, date(u"2026-06"_s), w.order, w.ids())), QString());
        const AppointmentId secondment = appointmentOn(w.org(), w.an, w.officeHead, kFrom);
        w.order = orderFrom(u"2025-10-01"_s);
        const auto change = endSecondment(w.org(), secondment, w.order, w.ids());
        QCOMPARE(w.outcome(change), QString());
        QCOMPARE(change->title, u"Chấm dứt biệt phái An làm Chánh Văn phòng từ 01/10/2025"_s);
        QCOMPARE(historyOf(w.org(), w.an),
                 (QStringList{u"Trưởng phòng 2020-01-01.. >"_s,
                              u"Chánh Văn phòng 2025-07-01..2025-09-30 BIET_PHAI>CHAM_DUT_BIET_PHAI"_s}));
        QCOMPARE(holdersOn(w.org(), w.head, u"2025-10-01"_s), u"An"_s);
        QCOMPARE(w.outcome(endSecondment(w.org(), secondment, w.order, w.ids())), u"personnel-end-recorded"_s);
        const auto home = endSecondment(w.org(), w.ansPost(), w.order, w.ids());
        QCOMPARE(w.outcome(home), u"personnel-not-seconded"_s);
        QVERIFY(textOf(home).contains(u"không phải do biệt phái"_s));
        QCOMPARE(w.outcome(endSecondment(w.org(), {}, w.order, w.ids())), u"personnel-no-appointment"_s);
    }

    void aDismissalEndsOneAppointment()
    {
        Ward w;
        w.also(w.an, w.chair, AppointmentKind::Concurrent);
        const auto change = dismiss(w.org(), w.ansPost(), w.order, w.ids());
        QCOMPARE(w.outcome(change), QString());
        QCOMPARE(change->title, u"Miễn nhiệm chức vụ Trưởng phòng Phòng Nội vụ đối với An từ 01/07/2025"_s);
        QCOMPARE(holdersOn(w.org(), w.head, kBefore), u"An"_s);
        QCOMPARE(holdersOn(w.org(), w.head, kFrom), QString());
        QCOMPARE(holdersOn(w.org(), w.chair, kFrom), u"An:KIEM_NHIEM"_s);
        QCOMPARE(historyOf(w.org(), w.an),
                 (QStringList{u"Chủ tịch .. >"_s, u"Trưởng phòng 2020-01-01..2025-06-30 >MIEN_NHIEM"_s}));
    }

    void aDismissalNeedsAnAppointmentThatRuns_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<PersonnelAction>("ended");
        QTest::addColumn<QString>("error");
        const auto none = PersonnelAction::None;
        QTest::newRow("year only") << u"2025"_s << u"2025"_s << none << QString();
        QTest::newRow("begun the day before") << kBefore << QString() << none << QString();
        QTest::newRow("begins on the day") << kFrom << QString() << none << u"personnel-begins-later"_s;
        QTest::newRow("begins in the month") << u"2025-07"_s << QString() << none << u"personnel-begins-later"_s;
        QTest::newRow("runs out the day before") << u"2024"_s << kBefore << none << QString();
        QTest::newRow("retired the day before")
            << u"2024"_s << kBefore << PersonnelAction::Retirement << u"personnel-end-recorded"_s;
        QTest::newRow("to retire later") << u"2024"_s << u"2026"_s << PersonnelAction::Retirement << QString();
        QTest::newRow("ended earlier") << u"2024"_s << u"2025-05"_s << none << u"personnel-ended-already"_s;
    }
    void aDismissalNeedsAnAppointmentThatRuns()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(PersonnelAction, ended);
        QFETCH(QString, error);
        Ward w;
        const AppointmentId id = w.also(w.an, w.chair, AppointmentKind::Full, period(from, to), ended);
        QCOMPARE(w.outcome(dismiss(w.org(), id, w.order, w.ids())), error);
        if (!error.isEmpty())
            return;
        QCOMPARE(w.org().find(id)->period, (Period{date(from), date(kBefore)}));
        QCOMPARE(w.org().find(id)->ended, PersonnelAction::Dismissal);
    }

    void whoLeavesTheServiceLeavesAllPosts_data()
    {
        QTest::addColumn<bool>("retirement");
        QTest::newRow("resignation") << false;
        QTest::newRow("retirement") << true;
    }
    void whoLeavesTheServiceLeavesAllPosts()
    {
        QFETCH(bool, retirement);
        Ward w;
        w.also(w.an, w.chair, AppointmentKind::Acting, period(u"2025"_s, u"2025"_s));
        w.also(w.an, w.officeHead, AppointmentKind::Concurrent, period(u"2022"_s, kBefore));
        w.also(w.an, w.officeDeputy, AppointmentKind::Concurrent, period(u"2021"_s, u"2021"_s));
        const auto verb = retirement ? retire : resign;
        const auto change = verb(w.org(), w.an, w.order, w.ids());
        QCOMPARE(w.outcome(change), QString());
        QCOMPARE(change->title, retirement ? u"An nghỉ hưu từ 01/07/2025"_s : u"An thôi việc từ 01/07/2025"_s);
        const QString action = retirement ? u"NGHI_HUU"_s : u"THOI_VIEC"_s;
        QCOMPARE(
            historyOf(w.org(), w.an),
            (QStringList{u"Trưởng phòng 2020-01-01..2025-06-30 >"_s + action, u"Phó Chánh Văn phòng 2021..2021 >"_s,
                         u"Chánh Văn phòng 2022..2025-06-30 >"_s + action, u"Chủ tịch 2025..2025-06-30 >"_s + action}));
        QCOMPARE(holdersOn(w.org(), w.head, kBefore), u"An"_s);
        QCOMPARE(holdersOn(w.org(), w.head, kFrom), QString());
        QVERIFY(w.org().find(w.an) != nullptr);
        QCOMPARE(w.outcome(verb(w.org(), w.an, w.order, w.ids())), u"personnel-holds-nothing"_s);
    }

    void leavingTheServiceThatMakesNoSenseIsRefused()
    {
        Ward w;
        QCOMPARE(w.outcome(retire(w.org(), PersonId{{4, 4}}, w.order, w.ids())), u"personnel-no-person"_s);
        w.also(w.an, w.officeHead, AppointmentKind::Concurrent, period(u"2026"_s, {}));
        const auto change = retire(w.org(), w.an, w.order, w.ids());
        QCOMPARE(w.outcome(change), u"personnel-begins-later"_s);
        QCOMPARE(change.error().message.args.value(u"post"_s), u"Chánh Văn phòng"_s);
    }

    void equalInputGivesEqualChanges()
    {
        Ward w;
        w.also(w.an, w.deputy, AppointmentKind::Concurrent);
        SeededIdSource first("same");
        SeededIdSource second("same");
        QCOMPARE(transfer(w.org(), w.ansPost(), {w.officeHead}, w.order, first).value(),
                 transfer(w.org(), w.ansPost(), {w.officeHead}, w.order, second).value());
    }
};

BM_TEST_MAIN(TestPersonnel)
#include "test_personnel.moc"
