// SPDX-License-Identifier: GPL-3.0-or-later
// A view that follows changes is the view made anew.
#include "core/change/transaction.h"
#include "core/model/org_view.h"
#include "core/store/document_file.h"
#include "tests/property/edit_script.h"
#include "tests/property/naive_view.h"
#include "tests/property/view_comparison.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/seeds.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <random>
#include <ranges>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

constexpr unsigned kSeeds = 15;
constexpr int kEdits = 200;

/// Views of several days that follow one organisation.
class FollowingViews
{
public:
    explicit FollowingViews(const Organisation &organisation)
        : m_org(organisation)
    {
        for (int year = 2014; year <= 2028; year += 2)
            m_views.emplace_back(organisation, *Day::fromYmd(year, 12, 31));
    }

    void follow(const ChangeSet &set)
    {
        for (OrgView &view : m_views)
            view.apply(m_org, set.touched());
    }

    /// Empty where all of them are as made anew.
    [[nodiscard]] QString difference() const
    {
        for (const OrgView &view : m_views)
            if (const QString found = viewDifference(view, OrgView(m_org, view.day())); !found.isEmpty())
                return found + u" on "_s + view.day().toIso();
        return {};
    }

    [[nodiscard]] const std::vector<OrgView> &views() const { return m_views; }

private:
    const Organisation &m_org;
    std::vector<OrgView> m_views;
};

} // namespace

class TestViewPatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aPatchedViewIsTheViewMadeAnew_data() { test::addSeeds(kSeeds); }
    void aPatchedViewIsTheViewMadeAnew()
    {
        QFETCH(unsigned, seed);
        EditScript script(seed + 3000);
        std::mt19937 random(seed);
        Organisation organisation;
        FollowingViews following(organisation);
        std::vector<Change> done;
        std::size_t standing = 0;
        for (int i = 0; i < kEdits; ++i) {
            // Some steps back and forth between the edits.
            const unsigned step = random() % 8;
            Result<ChangeSet> set;
            if (step == 0 && standing > 0) {
                set = applyChange(organisation, inverted(done[--standing]));
                QVERIFY(set.has_value());
            } else if (step == 1 && standing < done.size()) {
                set = applyChange(organisation, done[standing++]);
                QVERIFY(set.has_value());
            } else {
                Change change = script.next(organisation);
                set = applyChange(organisation, change);
                if (!set)
                    continue;
                done.resize(standing++);
                done.push_back(std::move(change));
            }
            following.follow(*set);
            QCOMPARE(following.difference(), QString());
            if (i % 50 == 49)
                for (const OrgView &view : following.views())
                    QCOMPARE(linesOf(view), naiveView(organisation, view.day()));
        }
        QVERIFY(standing > 60);
        const auto size = [](const OrgView &view) { return view.nodes().size(); };
        const auto nodes = std::ranges::max(following.views() | std::views::transform(size));
        QVERIFY2(nodes > 10, qPrintable(QString::number(nodes)));
        const std::size_t stood = standing;
        while (standing > 0)
            following.follow(*applyChange(organisation, inverted(done[--standing])));
        QCOMPARE(following.difference(), QString());
        while (standing < stood)
            following.follow(*applyChange(organisation, done[standing++]));
        QCOMPARE(following.difference(), QString());
        QCOMPARE(std::ranges::max(following.views() | std::views::transform(size)), nodes);
    }

    void aPatchedViewIsThatOfTheSavedDocument_data() { aPatchedViewIsTheViewMadeAnew_data(); }
    void aPatchedViewIsThatOfTheSavedDocument()
    {
        QFETCH(unsigned, seed);
        EditScript script(seed + 4000);
        Organisation organisation;
        FollowingViews following(organisation);
        for (int i = 0; i < kEdits; ++i)
            if (const auto set = applyChange(organisation, script.next(organisation)))
                following.follow(*set);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.bomay"_s);
        QVERIFY(saveDocument(organisation, path).has_value());
        const auto read = loadDocument(path);
        QVERIFY(read.has_value());
        for (const OrgView &view : following.views())
            QCOMPARE(viewDifference(view, OrgView(*read, view.day())), QString());
    }

    void manyEditsAtOnceAreFollowedToo_data() { aPatchedViewIsTheViewMadeAnew_data(); }
    /// Several edits between two looks, as a script or a slow window makes them: above and below the share that makes
    /// a view anew.
    void manyEditsAtOnceAreFollowedToo()
    {
        QFETCH(unsigned, seed);
        EditScript script(seed + 5000);
        Organisation organisation;
        FollowingViews following(organisation);
        ChangeSet all;
        for (int i = 0; i < 2 * kEdits; ++i) {
            if (const auto set = applyChange(organisation, script.next(organisation))) {
                all.entries.insert(all.entries.end(), set->entries.begin(), set->entries.end());
                all.nodes.insert(all.nodes.end(), set->nodes.begin(), set->nodes.end());
            }
            if (i % 10 != 9)
                continue;
            following.follow(all);
            all = {};
            QCOMPARE(following.difference(), QString());
        }
    }

    void everyFactThatDiffersIsSeen_data()
    {
        QTest::addColumn<int>("fact");
        QTest::addColumn<QString>("difference");
        QTest::newRow("holder") << 0 << u"holders of post Trưởng"_s;
        QTest::newRow("parent") << 1 << u"end of node"_s;
        QTest::newRow("name") << 2 << u"state of unit"_s;
        QTest::newRow("rank") << 3 << u"ref of node"_s;
        QTest::newRow("own locality") << 4 << u"state of unit U1"_s;
        QTest::newRow("staged") << 5 << u"number of unplaced"_s;
        QTest::newRow("superior") << 6 << u"end of node"_s;
        QTest::newRow("person's name") << 7 << u"holders of post Phó"_s;
        QTest::newRow("locality's name") << 8 << u"locality 79"_s;
    }
    /// The comparison of these tests is no yes-man: a view that has not followed a change differs.
    void everyFactThatDiffersIsSeen()
    {
        QFETCH(int, fact);
        QFETCH(QString, difference);
        OrganisationBuilder builder;
        const LocalityId city = builder.locality(u"79"_s, u"Thành phố"_s, LocalityType::CentralCity);
        const UnitId root = builder.unit(u"UBND"_s);
        const UnitId first = builder.unit(u"Phòng A"_s, root);
        const UnitId second = builder.unit(u"Phòng B"_s, root);
        const UnitId team = builder.unit(u"Tổ"_s, first);
        const PostId head = builder.post(root, u"Trưởng"_s, PostRole::Head);
        const PostId deputy = builder.post(root, u"Phó"_s, PostRole::Deputy, 1);
        const PostId member = builder.post(root, u"Ủy viên"_s, PostRole::Member);
        const PersonId person = builder.holder(deputy, u"Người"_s);
        Unit rootRow = *builder.organisation().find(root);
        rootRow.states.front().locality = city;
        builder.put(rootRow);
        const OrgView before(builder.organisation(), day(u"2021-12-31"_s));

        const auto edited = [&builder](auto id, const auto &edit) {
            auto row = *builder.organisation().find(id);
            edit(row);
            builder.put(row);
        };
        const auto firstRelation = [&builder](NodeRef node) {
            return builder.organisation().graph().relationsFrom(node).front();
        };
        switch (fact) {
        case 0:
            builder.holder(head, u"Người khác"_s);
            break;
        case 1:
            edited(firstRelation(team), [&](Relation &relation) { relation.to = second; });
            break;
        case 2:
            edited(second, [](Unit &unit) { unit.states.front().name = u"Phòng C"_s; });
            break;
        case 3:
            edited(second, [](Unit &unit) { unit.states.front().order = -1; });
            break;
        case 4:
            edited(root, [](Unit &unit) { unit.states.front().locality = {}; });
            break;
        case 5: {
            Change change;
            change.images = {
                {keyOf(firstRelation(team)), *builder.organisation().find(firstRelation(team)), std::nullopt}};
            QVERIFY(applyChange(builder.organisation(), change).has_value());
            builder.put(Staged{builder.ids().make<StagedId>(), team, StagedReason::UnknownParent, {}});
            break;
        }
        case 6:
            builder.relation(RelationType::ReportsTo, member, deputy);
            break;
        case 7:
            edited(person, [](Person &row) { row.name = u"Tên khác"_s; });
            break;
        default:
            edited(city, [](Locality &locality) { locality.states.front().name = u"Tỉnh"_s; });
        }
        const QString found = viewDifference(before, OrgView(builder.organisation(), before.day()));
        QVERIFY2(found.contains(difference), qPrintable(found));
    }

    /// All of what is staged has one depth: what gets a place beside neighbours that stay must not be taken for one of
    /// them.
    void whatWasStagedIsPutUnderAStagedUnit()
    {
        OrganisationBuilder builder;
        const UnitId above = builder.unit(u"A"_s);
        builder.post(above, u"Trưởng"_s, PostRole::Head);
        const UnitId below = builder.unit(u"B"_s);
        builder.post(below, u"Trưởng"_s, PostRole::Head);
        builder.put(Staged{builder.ids().make<StagedId>(), above, StagedReason::UnknownParent, {}});
        const Staged staged{builder.ids().make<StagedId>(), below, StagedReason::UnknownParent, {}};
        builder.put(staged);
        OrgView view(builder.organisation(), day(u"2021-12-31"_s));
        QCOMPARE(view.unplacedCount(), 2);
        const Relation relation{builder.ids().make<RelationId>(), RelationType::BelongsTo, below, above, {}};
        Change change;
        change.images = {{keyOf(staged.id), staged, std::nullopt}, {keyOf(relation.id), std::nullopt, relation}};
        const auto set = applyChange(builder.organisation(), change);
        QVERIFY(set.has_value());
        view.apply(builder.organisation(), set->touched());
        QCOMPARE(viewDifference(view, OrgView(builder.organisation(), view.day())), QString());
        QCOMPARE(view.unplacedCount(), 1);
    }

    void aViewThatIsNotToldOfANodeForgetsItsHolders()
    {
        OrganisationBuilder builder;
        const PostId post = builder.post(builder.unit(u"UBND"_s), u"Trưởng"_s, PostRole::Head);
        OrgView view(builder.organisation(), day(u"2021-12-31"_s));
        builder.holder(post, u"Người"_s);
        const std::vector<RowKey> appointments = {builder.organisation().rowsNaming(keyOf(post)).front()};
        view.apply(builder.organisation(), appointments);
        QCOMPARE(viewDifference(view, OrgView(builder.organisation(), view.day())), u"holders of post Trưởng"_s);
        const std::array touched{keyOf(post)};
        view.apply(builder.organisation(), touched);
        QCOMPARE(viewDifference(view, OrgView(builder.organisation(), view.day())), QString());
    }
};

BM_TEST_MAIN(TestViewPatch)
#include "test_view_patch.moc"
