// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "core/exchange/organisation_json.h"
#include "tests/support/edit_checks.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// "Sở(A(Trưởng A,a(Trưởng a)),B(Trưởng B))" with holders: An in A, Bình in a and B, Chi in B.
struct Department : OrganisationBuilder
{
    UnitId root = unit(u"Sở"_s);
    UnitId a = unit(u"A"_s, root);
    UnitId below = unit(u"a"_s, a);
    UnitId b = unit(u"B"_s, root);
    PostId headA = post(a, u"Trưởng A"_s, PostRole::Head);
    PostId headBelow = post(below, u"Trưởng a"_s, PostRole::Head);
    PostId headB = post(b, u"Trưởng B"_s, PostRole::Head);
    PersonId an = holder(headA, u"An"_s);
    PersonId binh = holder(headBelow, u"Bình"_s, AppointmentKind::Full, period(u"2024"_s, {}));
    PersonId chi = holder(headB, u"Chi"_s);
    RelationId guides = relation(RelationType::Guides, b, below);
    RelationId oversees = relation(RelationType::Oversees, headA, b);
    RelationId succeeds = relation(RelationType::Succeeds, b, a);

    Department()
    {
        put(Appointment{ids().make<AppointmentId>(), headB, binh, AppointmentKind::Concurrent, {}, {}});
        put(Staged{ids().make<StagedId>(), below, StagedReason::UnknownParent, u"?"_s});
    }
};

QString removal(Organisation &organisation, const std::vector<NodeRef> &nodes, const EditScope &scope)
{
    return problemOf(organisation, removeNodes(organisation, nodes, scope));
}

} // namespace

class TestEditsRemove : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void asNeverEnteredTakesAllBelowAndAllThatSpeaksOfIt()
    {
        Department d;
        Organisation &org = d.organisation();
        const std::vector<NodeRef> nodes{d.a};
        const auto change = removeNodes(org, nodes, correctOn(u"2025-07-01"_s));
        QCOMPARE(problemOf(org, change), QString());
        QCOMPARE(change->title, u"Xóa A"_s);
        QVERIFY(change->id.isNull());
        QCOMPARE(treeOn(org, u"2025-07-01"_s), u"Sở(B(Trưởng B))"_s);
        QCOMPARE(treeOn(org, u"2000-01-01"_s), u"Sở(B(Trưởng B))"_s);
        QCOMPARE(org.units().size(), 2);
        QCOMPARE(org.posts().size(), 1);
        QCOMPARE(org.relations().size(), 2);
        QCOMPARE(org.appointments().size(), 2);
        QCOMPARE(org.staged().size(), 0);
        QVERIFY(org.find(d.an) == nullptr);
        QVERIFY(org.find(d.binh) != nullptr); // still holds a post in B
    }

    void quotasOfYearsInWhichAUnitIsNoMoreGo()
    {
        Department d;
        Organisation &org = d.organisation();
        for (const int year : {2025, 2026, 2027})
            d.put(Quota{d.ids().make<QuotaId>(), d.b, year, QuotaKind::CivilServants, 5, {}, {}, {}});
        const std::vector<NodeRef> nodes{d.b};
        // On the first day of 2026 it is gone, and was not there on any day of that year.
        QCOMPARE(removal(org, nodes, fromDay(u"2026-01-01"_s)), QString());
        QCOMPARE(sizeOf(org.naming<Quota>(keyOf(d.b))), 1);
    }

    void fromADateKeepsTheHistory()
    {
        Department d;
        Organisation &org = d.organisation();
        const QString old = treeOn(org, u"2025-06-30"_s);
        const std::vector<NodeRef> nodes{d.a};
        const auto change = removeNodes(org, nodes, fromDay(u"2025-07-01"_s));
        QCOMPARE(problemOf(org, change), QString());
        QCOMPARE(change->title, u"Xóa A từ 01/07/2025"_s);
        QCOMPARE(change->effective, (PartialDate{2025, 7, 1}));
        QCOMPARE(treeOn(org, u"2025-06-30"_s), old);
        QCOMPARE(treeOn(org, u"2025-07-01"_s), u"Sở(B(Trưởng B))"_s);
        QCOMPARE(treeOn(org, u"2099-01-01"_s), u"Sở(B(Trưởng B))"_s);
        const Period untilJune = period({}, u"2025-06-30"_s);
        QCOMPARE(org.find(d.guides)->period, untilJune);
        QCOMPARE(org.find(d.oversees)->period, untilJune);
        QCOMPARE(org.find(d.succeeds)->period, Period{}); // who took over from whom stays true
        QCOMPARE(org.persons().size(), 3);
        int ended = 0;
        for (const Appointment &appointment : org.appointments())
            ended += appointment.period.to == untilJune.to ? 1 : 0;
        QCOMPARE(ended, 2);
    }

    void whatWouldBeginLaterIsDropped()
    {
        Department d;
        Organisation &org = d.organisation();
        QCOMPARE(problemOf(org, rename(org, d.a, u"A mới"_s, fromDay(u"2026-01-01"_s))), QString());
        const PersonId later = d.holder(d.headA, u"Dũng"_s, AppointmentKind::Full, period(u"2026"_s, {}));
        QCOMPARE(removal(org, {d.a}, fromDay(u"2025-07-01"_s)), QString());
        QCOMPARE(org.find(d.a)->states.size(), std::size_t{1});
        QCOMPARE(org.find(d.a)->states[0].period, period({}, u"2025-06-30"_s));
        QVERIFY(org.find(later) == nullptr);
    }

    void whatBeganOnTheDateGoesWholly_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("units");
        QTest::newRow("on its first day") << u"2025-01-01"_s << 4;
        QTest::newRow("a day later") << u"2025-01-02"_s << 5;
    }
    void whatBeganOnTheDateGoesWholly()
    {
        QFETCH(QString, from);
        QFETCH(int, units);
        Department d;
        Organisation &org = d.organisation();
        const EditScope founding = fromDay(u"2025-01-01"_s);
        const auto founded = addUnit(org, {d.root, {}}, u"Mới"_s, UnitKind::Division, founding, d.ids());
        QCOMPARE(problemOf(org, founded), QString());
        const UnitId unit{founded->images.front().key.uid};
        QCOMPARE(problemOf(org, addPost(org, unit, u"Trưởng"_s, PostRole::Head, 0, founding, d.ids())), QString());
        // One that existed before came under it on that day; nothing of its past is lost.
        QCOMPARE(problemOf(org, bomay::move(org, d.below, {unit, {}}, founding, d.ids())), QString());
        QCOMPARE(removal(org, {unit}, fromDay(from)), QString());
        QCOMPARE(org.units().size(), units);
        QCOMPARE(treeOn(org, u"2024-12-31"_s), u"Sở(A(Trưởng A,a(Trưởng a)),B(Trưởng B))"_s);
        QCOMPARE(treeOn(org, u"2025-01-02"_s), u"Sở(A(Trưởng A),B(Trưởng B))"_s);
    }

    void severalNodesAreOneChange()
    {
        Department d;
        Organisation &org = d.organisation();
        const std::vector<NodeRef> nodes{d.below, d.a, d.headB, d.a};
        const auto change = removeNodes(org, nodes, correctOn(u"2025-07-01"_s));
        QCOMPARE(problemOf(org, change), QString());
        QCOMPARE(change->title, u"Xóa 3 mục"_s);
        QCOMPARE(treeOn(org, u"2025-07-01"_s), u"Sở(B)"_s);
        QCOMPARE(org.persons().size(), 0);
    }

    void everythingCanGo()
    {
        Department d;
        Organisation &org = d.organisation();
        QCOMPARE(removal(org, {d.root}, correctOn(u"2025-07-01"_s)), QString());
        QCOMPARE(canonicalJson(org), canonicalJson({}));
    }

    void whatIsUsedOnOtherDaysIsNotLost_data()
    {
        QTest::addColumn<QString>("moved"); // B came under A …
        QTest::addColumn<QString>("back");  // … and left it
        QTest::addColumn<QString>("day");   // A is taken away on this day
        QTest::addColumn<QString>("correct");
        QTest::addColumn<QString>("fromDate");
        const QString used = u"edit-used-on-other-days"_s;
        const auto row = [](const char *name, const QStringList &cells) {
            QTest::newRow(name) << cells[0] << cells[1] << cells[2] << cells[3] << cells[4];
        };
        row("it will belong there", {u"2025-01-01"_s, u"2026-01-01"_s, u"2024-12-31"_s, used, used});
        row("it belongs there until tomorrow", {u"2025-01-01"_s, u"2026-01-01"_s, u"2025-12-31"_s, used, used});
        row("it belonged there once", {u"2025-01-01"_s, u"2026-01-01"_s, u"2026-01-01"_s, used, QString()});
    }
    void whatIsUsedOnOtherDaysIsNotLost()
    {
        QFETCH(QString, moved);
        QFETCH(QString, back);
        QFETCH(QString, day);
        QFETCH(QString, correct);
        QFETCH(QString, fromDate);
        for (const EditMode mode : {EditMode::Correct, EditMode::FromDate}) {
            Department d;
            Organisation &org = d.organisation();
            QCOMPARE(problemOf(org, bomay::move(org, d.b, {d.a, {}}, fromDay(moved), d.ids())), QString());
            QCOMPARE(problemOf(org, bomay::move(org, d.b, {d.root, {}}, fromDay(back), d.ids())), QString());
            const std::vector<NodeRef> nodes{d.a};
            const auto change = removeNodes(org, nodes, scopeOf(mode, day));
            QCOMPARE(problemOf(org, change), mode == EditMode::Correct ? correct : fromDate);
            if (change)
                continue;
            QCOMPARE(change.error().message.args.value(u"what"_s), u"B"_s);
            QCOMPARE(removal(org, {d.a, d.b}, scopeOf(mode, day)), QString()); // named as well, it may go
        }
    }

    void whatIsBelowMayNotBelongElsewhereOnOtherDays()
    {
        Department d;
        Organisation &org = d.organisation();
        QCOMPARE(problemOf(org, bomay::move(org, d.below, {d.b, {}}, fromDay(u"2026-01-01"_s), d.ids())), QString());
        QCOMPARE(removal(org, {d.a}, correctOn(u"2025-07-01"_s)), u"edit-used-on-other-days"_s);
        QCOMPARE(removal(org, {d.a}, fromDay(u"2025-07-01"_s)), u"edit-used-on-other-days"_s);
        QCOMPARE(removal(org, {d.b}, fromDay(u"2026-01-01"_s)), QString()); // its past under A stays
        QCOMPARE(treeOn(org, u"2025-12-31"_s), u"Sở(A(Trưởng A,a(Trưởng a)),B(Trưởng B))"_s);
        QCOMPARE(treeOn(org, u"2026-01-01"_s), u"Sở(A(Trưởng A))"_s);
    }

    void aPlaceOnDaysOnWhichNobodyIsThereIsNoUse()
    {
        Department d;
        Organisation &org = d.organisation();
        const UnitId past = d.unit(u"Cũ"_s, {}, UnitKind::Division, period({}, u"2020"_s));
        const RelationId place = d.relation(RelationType::BelongsTo, past, d.a);
        QCOMPARE(removal(org, {d.a}, correctOn(u"2025-07-01"_s)), u"edit-used-on-other-days"_s);
        QCOMPARE(removal(org, {d.a}, fromDay(u"2025-07-01"_s)), QString());
        QCOMPARE(org.find(place)->period, Period{});
        QVERIFY(treeOn(org, u"2020-12-31"_s).contains(u"Cũ"_s));
    }

    void aPostIsNotLeftWithoutAUnit()
    {
        Department d;
        Organisation &org = d.organisation();
        PostState state;
        state.title = u"Phó"_s;
        const Post post{d.ids().make<PostId>(), {}, {state}};
        ChangeBuilder builder(org);
        builder.put(post);
        builder.put(Relation{d.ids().make<RelationId>(), RelationType::BelongsTo, post.id, d.b, period(u"2025"_s, {})});
        Change entry;
        entry.images = builder.takeImages();
        QVERIFY(applyChange(org, entry).has_value());
        QCOMPARE(removal(org, {d.b}, fromDay(u"2025-01-01"_s)), u"edit-post-needs-unit"_s);
        QCOMPARE(removal(org, {d.b}, fromDay(u"2025-01-02"_s)), QString());
    }

    void whatMakesNoSenseIsRefused()
    {
        Department d;
        Organisation &org = d.organisation();
        const UnitId past = d.unit(u"Cũ"_s, {}, UnitKind::Division, period({}, u"2020"_s));
        for (const EditMode mode : {EditMode::Correct, EditMode::FromDate}) {
            const EditScope scope = scopeOf(mode, u"2025-07-01"_s);
            QCOMPARE(removal(org, {}, scope), u"edit-no-change"_s);
            QCOMPARE(removal(org, {past}, scope), u"edit-nothing-there"_s);
            QCOMPARE(removal(org, {d.a, PostId{{4, 4}}}, scope), u"edit-nothing-there"_s);
        }
    }
};

BM_TEST_MAIN(TestEditsRemove)
#include "test_edits_remove.moc"
