// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "core/exchange/organisation_json.h"
#include "core/model/integrity.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// Applies one row; gives the code of the first fault, or of the error, or nothing.
QString refusal(Organisation &organisation, const std::function<void(ChangeBuilder &)> &edit)
{
    const QByteArray before = canonicalJson(organisation);
    ChangeBuilder builder(organisation);
    edit(builder);
    Change change;
    change.images = builder.takeImages();
    const auto applied = applyChange(organisation, change);
    if (applied)
        return {};
    if (canonicalJson(organisation) != before)
        return u"changed although refused"_s;
    return applied.error().causes.empty() ? applied.error().code() : applied.error().causes.front().code();
}

} // namespace

class TestChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aStaleImageIsRefused()
    {
        OrganisationBuilder builder;
        const UnitId id = builder.unit(u"A"_s);
        Unit renamed = *builder.organisation().find(id);
        Change change;
        renamed.states[0].name = u"B"_s;
        change.images = {{keyOf(id), Row(renamed), Row(*builder.organisation().find(id))}};
        const auto applied = applyChange(builder.organisation(), change);
        QVERIFY(!applied.has_value());
        QCOMPARE(applied.error().code(), u"stale-before"_s);
    }

    void whatMustNeverBeIsRefusedAndLeavesNoTrace()
    {
        OrganisationBuilder b;
        const UnitId root = b.unit(u"Gốc"_s);
        const UnitId child = b.unit(u"Con"_s, root);
        const UnitId grandchild = b.unit(u"Cháu"_s, child);
        const PostId post = b.post(root, u"Trưởng"_s, PostRole::Head);
        const PersonId person = b.holder(post, u"Một người"_s);
        Organisation &org = b.organisation();
        const auto relation = [&](RelationType type, NodeRef from, NodeRef to) {
            return Relation{b.ids().make<RelationId>(), type, from, to, {}};
        };
        QCOMPARE(refusal(org, [&](auto &c) { c.put(relation(RelationType::BelongsTo, root, grandchild)); }),
                 u"fault-cycle"_s);
        QCOMPARE(refusal(org, [&](auto &c) { c.put(relation(RelationType::BelongsTo, grandchild, root)); }),
                 u"fault-two-parents"_s);
        QCOMPARE(refusal(org, [&](auto &c) { c.put(relation(RelationType::BelongsTo, child, post)); }),
                 u"fault-wrong-ends"_s);
        QCOMPARE(refusal(org, [&](auto &c) { c.put(relation(RelationType::Guides, child, UnitId{{9, 9}})); }),
                 u"dangling-reference"_s);
        QCOMPARE(refusal(org, [&](auto &c) { c.remove(keyOf(child)); }), u"row-in-use"_s);
        QCOMPARE(refusal(org, [&](auto &c) { c.remove(keyOf(person)); }), u"fault-dangling-reference"_s);
        QCOMPARE(refusal(org, [&](auto &c) { c.put(Post{b.ids().make<PostId>(), {}, {PostState{}}}); }),
                 u"fault-post-without-unit"_s);
        QCOMPARE(refusal(org, [&](auto &c) { c.put(Unit{b.ids().make<UnitId>(), u"U1"_s, false, {UnitState{}}}); }),
                 u"fault-duplicate-code"_s);
        QCOMPARE(refusal(org, [&](auto &c) { c.put(Unit{b.ids().make<UnitId>(), u"N"_s, false, {}}); }),
                 u"fault-no-state"_s);
        QCOMPARE(refusal(org,
                         [&](auto &c) {
                             Unit unit = *org.find(child);
                             unit.states.push_back(unit.states.front());
                             c.put(unit);
                         }),
                 u"fault-overlapping-states"_s);
        QCOMPARE(refusal(org,
                         [&](auto &c) {
                             Unit unit = *org.find(child);
                             unit.states[0].period = period(u"2022-01-01"_s, u"2021-01-01"_s);
                             c.put(unit);
                         }),
                 u"fault-date-order"_s);
        QVERIFY(checkIntegrity(org).empty());
    }

    void aTransactionWithoutCommitLeavesNothing()
    {
        OrganisationBuilder builder;
        const UnitId id = builder.unit(u"A"_s);
        const QByteArray before = canonicalJson(builder.organisation());
        {
            Transaction transaction(builder.organisation());
            QVERIFY(transaction.applyEdit({keyOf(id), Row(*builder.organisation().find(id)), {}}).has_value());
            QVERIFY(builder.organisation().find(id) == nullptr);
        }
        QCOMPARE(canonicalJson(builder.organisation()), before);
    }

    void aChangeSetNamesEveryRowOnce()
    {
        OrganisationBuilder builder;
        const UnitId id = builder.unit(u"A"_s);
        const Unit before = *builder.organisation().find(id);
        Unit after = before;
        after.states[0].name = u"B"_s;
        Unit last = before;
        last.states[0].name = u"C"_s;
        Change change;
        change.images = {{keyOf(id), Row(before), Row(after)}, {keyOf(id), Row(after), Row(last)}};
        const auto set = applyChange(builder.organisation(), change);
        QVERIFY(set.has_value());
        QCOMPARE(set->entries, std::vector<ChangeSet::Entry>({{keyOf(id), RowEffect::Modified}}));
    }

    void aChangeSetNamesTheNodesThatItsRowsSpeakOf()
    {
        OrganisationBuilder builder;
        const UnitId unit = builder.unit(u"A"_s);
        const UnitId other = builder.unit(u"B"_s);
        const PostId post = builder.post(unit, u"Trưởng"_s, PostRole::Head);
        Organisation &org = builder.organisation();
        Relation relation = *org.find(org.graph().relationsFrom(post).front());
        const Relation before = relation;
        relation.to = other;
        Change change;
        change.images = {{keyOf(relation.id), Row(before), Row(relation)}};
        const auto set = applyChange(org, change);
        QVERIFY(set.has_value());
        for (const RowKey &key : {keyOf(post), keyOf(unit), keyOf(other)})
            QVERIFY(std::ranges::find(set->nodes, key) != set->nodes.end());
        const std::vector<RowKey> touched = set->touched();
        QCOMPARE(touched.front(), keyOf(relation.id));
        QCOMPARE(touched.size(), set->nodes.size() + 1);
    }

    void aLoopOfLocalitiesThatClosesLaterIsSeen()
    {
        OrganisationBuilder builder;
        Organisation &org = builder.organisation();
        const LocalityId a = builder.locality(u"1"_s, u"A"_s, LocalityType::Province);
        const LocalityId b = builder.locality(u"2"_s, u"B"_s, LocalityType::Ward);
        // B comes under A in 2010; A, which nobody else touches, is put under B for all time.
        Locality row = *org.find(b);
        row.states.push_back(row.states[0]);
        row.states[0].period = period({}, u"2009-12-31"_s);
        row.states[1].period = period(u"2010-01-01"_s, {});
        row.states[1].parent = a;
        builder.put(row);
        Locality above = *org.find(a);
        above.states[0].parent = b;
        ChangeBuilder change(org);
        change.put(above);
        Change entry;
        entry.images = change.takeImages();
        const auto result = applyChange(org, entry);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().causes.front().code(), u"fault-cycle"_s);
        // Where the days do not meet there is no loop.
        above.states[0].period.to = {2009, 0, 0};
        builder.put(above);
    }

    void aPostLosesItsPlaceOnlyIfItIsStaged()
    {
        OrganisationBuilder builder;
        const PostId post = builder.post(builder.unit(u"A"_s), u"Trưởng"_s, PostRole::Head);
        Organisation &org = builder.organisation();
        const Relation relation = *org.find(org.graph().relationsFrom(post).front());
        const auto without = [&](auto id) { return refusal(org, [&](auto &c) { c.remove(keyOf(id)); }); };
        QCOMPARE(without(relation.id), u"fault-post-without-unit"_s);
        builder.put(Staged{builder.ids().make<StagedId>(), post, StagedReason::UnknownParent, u"?"_s});
        QCOMPARE(without(relation.id), QString());
        QCOMPARE(without((*org.staged().begin()).id), u"fault-post-without-unit"_s);
        QVERIFY(checkIntegrity(org).empty());
    }

    void anImageMayBeMovedInAndIsTakenBackAllTheSame()
    {
        OrganisationBuilder builder;
        const UnitId id = builder.unit(u"A"_s);
        const Unit before = *builder.organisation().find(id);
        Unit after = before;
        after.states[0].name = u"B"_s;
        const QByteArray json = canonicalJson(builder.organisation());
        {
            Transaction transaction(builder.organisation());
            RowImage image{keyOf(id), Row(before), Row(after)};
            QVERIFY(transaction.applyEdit(std::move(image)).has_value());
            QVERIFY(transaction.applyEdit(RowImage{keyOf(id), Row(after), {}}).has_value());
            QCOMPARE(transaction.applyEdit(RowImage{keyOf(id), Row(after), {}}).error().code(), u"stale-before"_s);
        }
        QCOMPARE(canonicalJson(builder.organisation()), json);
    }

    void aMoveFromADateKeepsTheOldPlaceBefore()
    {
        OrganisationBuilder b;
        const UnitId a = b.unit(u"A"_s);
        const UnitId c = b.unit(u"C"_s);
        const UnitId unit = b.unit(u"X"_s, a);
        const RelationId old = b.organisation().graph().relationsFrom(unit).front();
        Relation closed = *b.organisation().find(old);
        closed.period = period({}, u"2022-12-31"_s);
        ChangeBuilder builder(b.organisation());
        builder.put(closed);
        builder.put(
            Relation{b.ids().make<RelationId>(), RelationType::BelongsTo, unit, c, period(u"2023-01-01"_s, {})});
        Change change;
        change.images = builder.takeImages();
        QVERIFY(applyChange(b.organisation(), change).has_value());
        const auto &graph = b.organisation().graph();
        QCOMPARE(graph.parentOn(unit, RelationType::BelongsTo, day(u"2022-12-31"_s)), std::optional<NodeRef>(a));
        QCOMPARE(graph.parentOn(unit, RelationType::BelongsTo, day(u"2023-01-01"_s)), std::optional<NodeRef>(c));
        QVERIFY(applyChange(b.organisation(), inverted(change)).has_value());
        QCOMPARE(graph.parentOn(unit, RelationType::BelongsTo, day(u"2023-01-01"_s)), std::optional<NodeRef>(a));
    }
};

BM_TEST_MAIN(TestChange)
#include "test_change.moc"
