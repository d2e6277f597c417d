// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_branch.h"
#include "core/change/edits_replace.h"
#include "core/change/edits_structure.h"
#include "tests/support/edit_checks.h"
#include "tests/support/test_main.h"

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const QString kDay = u"2021-12-31"_s;

/// "Sở(Giám đốc,Phó 1,Phó 2,A(Trưởng phòng,a,b),B)" and "Ban".
struct Agency : OrganisationBuilder
{
    UnitId root = unit(u"Sở"_s);
    PostId head = post(root, u"Giám đốc"_s, PostRole::Head);
    PostId first = post(root, u"Phó 1"_s, PostRole::Deputy, 1);
    PostId second = post(root, u"Phó 2"_s, PostRole::Deputy, 1);
    UnitId a = unit(u"A"_s, root);
    PostId leader = post(a, u"Trưởng phòng"_s, PostRole::Head);
    UnitId small = unit(u"a"_s, a);
    UnitId other = unit(u"b"_s, a);
    UnitId b = unit(u"B"_s, root);
    UnitId board = unit(u"Ban"_s);

    [[nodiscard]] QString tree() const { return treeOn(organisation(), kDay); }
    [[nodiscard]] OrgView view() const { return {organisation(), day(kDay)}; }
};

} // namespace

class TestEditsStructure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aPostIsAddedBesideAnotherWithItsTier_data() { addEditModes(); }
    void aPostIsAddedBesideAnotherWithItsTier()
    {
        QFETCH(EditMode, mode);
        Agency f;
        const EditScope scope = scopeOf(mode, kDay);
        const auto add = [&](PostId beside, Side side, const QString &title) {
            return problemOf(f.organisation(), addPostBeside(f.organisation(), beside, side, title, scope, f.ids()));
        };
        QCOMPARE(add(f.first, Side::Behind, u"giữa"_s), QString());
        QCOMPARE(add(f.first, Side::Before, u"đầu"_s), QString());
        QCOMPARE(add(f.second, Side::Behind, u"cuối"_s), QString());
        QCOMPARE(f.tree(), u"Sở(Giám đốc,đầu,Phó 1,giữa,Phó 2,cuối,A(Trưởng phòng,a,b),B),Ban"_s);
        QCOMPARE(add(f.first, Side::Before, u" "_s), u"edit-empty-name"_s);
    }

    void aUnitIsPutAboveAnotherInItsPlace_data() { addEditModes(); }
    void aUnitIsPutAboveAnotherInItsPlace()
    {
        QFETCH(EditMode, mode);
        Agency f;
        const EditScope scope = scopeOf(mode, kDay);
        const auto change = addUnitAbove(f.organisation(), f.a, u"Khối"_s, scope, f.ids());
        QCOMPARE(problemOf(f.organisation(), change), QString());
        QVERIFY(change->title.startsWith(u"Thêm Khối trên A"_s));
        QCOMPARE(f.tree(), u"Sở(Giám đốc,Phó 1,Phó 2,Khối(A(Trưởng phòng,a,b)),B),Ban"_s);
        QCOMPARE(problemOf(f.organisation(), addUnitAbove(f.organisation(), f.root, u"Tỉnh"_s, scope, f.ids())),
                 QString());
        QVERIFY(f.tree().startsWith(u"Tỉnh(Sở("_s));
        QVERIFY(f.tree().endsWith(u",Ban"_s));
    }

    void aBoxAloneGoesAndWhatWasBelowTakesItsPlace_data() { addEditModes(); }
    void aBoxAloneGoesAndWhatWasBelowTakesItsPlace()
    {
        QFETCH(EditMode, mode);
        Agency f;
        const EditScope scope = scopeOf(mode, kDay);
        const std::vector<NodeRef> nodes{f.a, f.leader, f.second};
        QCOMPARE(problemOf(f.organisation(), removeAlone(f.organisation(), nodes, scope, f.ids())), QString());
        QCOMPARE(f.tree(), u"Sở(Giám đốc,Phó 1,a,b,B),Ban"_s);
    }

    void aUnitGoesAndLeavesWhatIsBelowToAnother()
    {
        Agency f;
        const EditScope scope = correctOn(kDay);
        QCOMPARE(problemOf(f.organisation(), removeLeavingTo(f.organisation(), f.a, f.board, scope, f.ids())),
                 QString());
        QCOMPARE(f.tree(), u"Sở(Giám đốc,Phó 1,Phó 2,B),Ban(a,b)"_s);
        QCOMPARE(problemOf(f.organisation(), removeLeavingTo(f.organisation(), f.board, f.small, scope, f.ids())),
                 u"edit-into-itself"_s);
    }

    void severalNodesMoveTogetherInTheirOrder_data() { addEditModes(); }
    void severalNodesMoveTogetherInTheirOrder()
    {
        QFETCH(EditMode, mode);
        Agency f;
        const EditScope scope = scopeOf(mode, kDay);
        // `small` stands under `a` and goes with it.
        const std::vector<NodeRef> nodes{f.b, f.small, f.a};
        QCOMPARE(topmost(f.view(), nodes), std::vector<NodeRef>({f.a, f.b}));
        QCOMPARE(problemOf(f.organisation(), moveNodes(f.organisation(), nodes, {f.board, {}}, scope, f.ids())),
                 QString());
        QCOMPARE(f.tree(), u"Sở(Giám đốc,Phó 1,Phó 2),Ban(A(Trưởng phòng,a,b),B)"_s);
        QCOMPARE(problemOf(f.organisation(), moveNodes(f.organisation(), nodes, {f.small, {}}, scope, f.ids())),
                 u"edit-into-itself"_s);
    }

    void postsThatGoTogetherStillReportToEachOther_data() { addEditModes(); }
    void postsThatGoTogetherStillReportToEachOther()
    {
        QFETCH(EditMode, mode);
        const EditScope scope = scopeOf(mode, kDay);
        const auto reportsOn = [](const Organisation &org, const QString &iso) {
            return std::ranges::count_if(org.relations(), [&iso](const Relation &relation) {
                return relation.type == RelationType::ReportsTo && relation.period.contains(day(iso));
            });
        };
        for (const bool asDeputies : {false, true}) {
            Agency f;
            f.relation(RelationType::ReportsTo, f.second, f.first); // go together
            f.relation(RelationType::ReportsTo, f.first, f.head);   // are parted
            const std::vector<NodeRef> posts{f.first, f.second};
            const auto change = asDeputies ? movePostsAs(f.organisation(), posts, f.b, PostRole::Deputy, scope, f.ids())
                                           : moveNodes(f.organisation(), posts, {f.b, {}}, scope, f.ids());
            QCOMPARE(problemOf(f.organisation(), change), QString());
            QCOMPARE(reportsOn(f.organisation(), kDay), 1);
            QCOMPARE(f.view().posts()[uz(f.view().indexOf(f.second))].unit, f.view().indexOf(f.b));
        }
    }

    void postsOfTheUnitItselfComeBehindItsDeputies()
    {
        Agency f;
        const PostId clerk = f.post(f.root, u"Chuyên viên"_s, PostRole::Staff);
        f.post(f.root, u"Phó 3"_s, PostRole::Deputy, 1);
        const std::vector<NodeRef> posts{clerk};
        QCOMPARE(problemOf(f.organisation(),
                           movePostsAs(f.organisation(), posts, f.root, PostRole::Deputy, correctOn(kDay), f.ids())),
                 QString());
        QVERIFY(f.tree().startsWith(u"Sở(Giám đốc,Phó 1,Phó 2,Phó 3,Chuyên viên,"_s));
    }

    void aPlaceBeforeOneThatMovesToo()
    {
        Agency f;
        const std::vector<NodeRef> nodes{f.small, f.other};
        QCOMPARE(problemOf(f.organisation(),
                           moveNodes(f.organisation(), nodes, {f.a, NodeRef(f.small)}, correctOn(kDay), f.ids())),
                 QString());
        QCOMPARE(f.tree(), u"Sở(Giám đốc,Phó 1,Phó 2,A(Trưởng phòng,a,b),B),Ban"_s);
    }

    void unitsGoALevelUpAndDown_data() { addEditModes(); }
    void unitsGoALevelUpAndDown()
    {
        QFETCH(EditMode, mode);
        Agency f;
        const EditScope scope = scopeOf(mode, kDay);
        const auto up = [&](const std::vector<NodeRef> &nodes) {
            return problemOf(f.organisation(), promote(f.organisation(), nodes, scope, f.ids()));
        };
        const auto down = [&](const std::vector<NodeRef> &nodes) {
            return problemOf(f.organisation(), demote(f.organisation(), nodes, scope, f.ids()));
        };
        QCOMPARE(up({f.small}), QString());
        QCOMPARE(f.tree(), u"Sở(Giám đốc,Phó 1,Phó 2,A(Trưởng phòng,b),a,B),Ban"_s);
        QCOMPARE(down({f.small}), QString());
        QCOMPARE(f.tree(), u"Sở(Giám đốc,Phó 1,Phó 2,A(Trưởng phòng,b,a),B),Ban"_s);
        QCOMPARE(up({f.small, f.other, f.leader}), QString());
        QCOMPARE(f.tree(), u"Sở(Giám đốc,Phó 1,Phó 2,A(Trưởng phòng),b,a,B),Ban"_s);
        QCOMPARE(down({f.small, f.other}), QString());
        QCOMPARE(f.tree(), u"Sở(Giám đốc,Phó 1,Phó 2,A(Trưởng phòng,b,a),B),Ban"_s);
        QCOMPARE(up({f.root}), u"edit-no-change"_s);
        QCOMPARE(down({f.root}), u"edit-no-change"_s);
        QCOMPARE(up({}), u"edit-no-change"_s);
        QCOMPARE(down({f.board}), QString());
        QVERIFY(f.tree().endsWith(u"B,Ban)"_s));
    }

    void deputiesGoATierUpAndDown()
    {
        Agency f;
        const EditScope scope = correctOn(kDay);
        const std::vector<NodeRef> nodes{f.second, f.head};
        QCOMPARE(problemOf(f.organisation(), demote(f.organisation(), nodes, scope, f.ids())), QString());
        QCOMPARE(stateOn(*f.organisation().find(f.second), day(kDay))->tier, 2);
        QCOMPARE(stateOn(*f.organisation().find(f.head), day(kDay))->tier, 0);
        QCOMPARE(problemOf(f.organisation(), promote(f.organisation(), nodes, scope, f.ids())), QString());
        QCOMPARE(problemOf(f.organisation(), promote(f.organisation(), nodes, scope, f.ids())), u"edit-no-change"_s);
    }

    void postsComeToAUnitInAnotherRole()
    {
        Agency f;
        const EditScope scope = correctOn(kDay);
        const auto as = [&](const std::vector<NodeRef> &nodes, PostRole role) {
            return problemOf(f.organisation(), movePostsAs(f.organisation(), nodes, f.a, role, scope, f.ids()));
        };
        QCOMPARE(as({f.head, f.second, f.b}, PostRole::Assistant), QString());
        QCOMPARE(f.tree(), u"Sở(Phó 1,A(Trưởng phòng,Giám đốc,Phó 2,a,b),B),Ban"_s);
        QCOMPARE(stateOn(*f.organisation().find(f.second), day(kDay))->tier, 0);
        QCOMPARE(as({f.second}, PostRole::Deputy), QString());
        QCOMPARE(stateOn(*f.organisation().find(f.second), day(kDay))->tier, 1);
        QCOMPARE(as({f.second}, PostRole::Deputy), u"edit-no-change"_s);
        QCOMPARE(as({f.b}, PostRole::Deputy), u"edit-no-change"_s);
    }

    void severalGoARankUpAndDownTogether()
    {
        Agency f;
        const EditScope scope = correctOn(kDay);
        const UnitId last = f.unit(u"C"_s, f.root);
        const auto shift = [&](const std::vector<NodeRef> &nodes, int by) {
            return problemOf(f.organisation(), moveInRank(f.organisation(), nodes, by, scope, f.ids()));
        };
        QCOMPARE(shift({last, f.b}, -1), QString());
        QVERIFY(f.tree().endsWith(u"B,C,A(Trưởng phòng,a,b)),Ban"_s));
        QCOMPARE(shift({last, f.b}, -1), u"edit-no-change"_s);
        QCOMPARE(shift({last, f.b}, 1), QString());
        QVERIFY(f.tree().endsWith(u"A(Trưởng phòng,a,b),B,C),Ban"_s));
        QCOMPARE(shift({f.b, f.small}, 1), u"edit-no-change"_s); // of two rows
        QCOMPARE(shift({f.b}, 1), QString());
    }

    void allUnitsOfSeveralNodesGetOneKind()
    {
        Agency f;
        const std::vector<NodeRef> nodes{f.a, f.b, f.head};
        const EditScope scope = correctOn(kDay);
        const auto change = changeKind(f.organisation(), nodes, UnitKind::SpecialisedAgency, scope, f.ids());
        QCOMPARE(problemOf(f.organisation(), change), QString());
        QVERIFY(change->title.startsWith(u"Đổi loại hình 2 mục"_s));
        QCOMPARE(stateOn(*f.organisation().find(f.b), day(kDay))->kind, UnitKind::SpecialisedAgency);
        QCOMPARE(problemOf(f.organisation(),
                           changeKind(f.organisation(), nodes, UnitKind::SpecialisedAgency, scope, f.ids())),
                 u"edit-no-change"_s);
    }

    void aBranchIsCopiedWithEverythingButPersonsAndIds_data() { addEditModes(); }
    void aBranchIsCopiedWithEverythingButPersonsAndIds()
    {
        QFETCH(EditMode, mode);
        Agency f;
        f.holder(f.leader, u"Lê Thị Cúc"_s);
        const EditScope scope = scopeOf(mode, kDay);
        const std::vector<NodeRef> nodes{f.a};
        const Branch branch = branchOf(f.view(), nodes);
        QCOMPARE(branch.units.size(), 3U);
        QCOMPARE(branch.posts.size(), 1U);
        const auto change =
            insertBranch(f.organisation(), branch, {f.root, NodeRef(f.b)}, u"Nhân bản A"_s, scope, f.ids());
        QCOMPARE(problemOf(f.organisation(), change), QString());
        QCOMPARE(f.tree(), u"Sở(Giám đốc,Phó 1,Phó 2,A(Trưởng phòng,a,b),A(Trưởng phòng,a,b),B),Ban"_s);
        QCOMPARE(f.organisation().appointments().size(), 1);
        QSet<QString> codes;
        for (const Unit &unit : f.organisation().units())
            codes.insert(unit.code);
        QCOMPARE(codes.size(), f.organisation().units().size());
    }

    void postsAndUnitsArePastedBehindThoseThatAreThere()
    {
        Agency f;
        const std::vector<NodeRef> nodes{f.first, f.b};
        const Branch branch = branchOf(f.view(), nodes);
        const EditScope scope = correctOn(kDay);
        QCOMPARE(
            problemOf(f.organisation(), insertBranch(f.organisation(), branch, {f.a, {}}, u"Dán"_s, scope, f.ids())),
            QString());
        QCOMPARE(f.tree(), u"Sở(Giám đốc,Phó 1,Phó 2,A(Trưởng phòng,Phó 1,a,b,B),B),Ban"_s);
        QCOMPARE(problemOf(f.organisation(), insertBranch(f.organisation(), branch, {}, u"Dán"_s, scope, f.ids())),
                 u"edit-post-needs-unit"_s);
        QCOMPARE(problemOf(f.organisation(), insertBranch(f.organisation(), {}, {f.a, {}}, u"Dán"_s, scope, f.ids())),
                 u"edit-no-change"_s);
        // Into another document, whose localities are others.
        Organisation empty;
        const Branch unit = branchOf(f.view(), std::vector<NodeRef>{f.a});
        QCOMPARE(problemOf(empty, insertBranch(empty, unit, {}, u"Dán"_s, scope, f.ids())), QString());
        QCOMPARE(treeOn(empty, kDay), u"A(Trưởng phòng,Phó 1,a,b,B)"_s);
    }

    void aTextIsReplacedInNamesLetterForLetter_data() { addEditModes(); }
    void aTextIsReplacedInNamesLetterForLetter()
    {
        QFETCH(EditMode, mode);
        Agency f;
        const EditScope scope = scopeOf(mode, kDay);
        const std::vector<NodeRef> nodes{f.first, f.second, f.leader, f.a};
        const auto change = replaceInNames(f.organisation(), nodes, u"Phó"_s, u"Phó Giám đốc"_s, scope, f.ids());
        QCOMPARE(problemOf(f.organisation(), change), QString());
        QVERIFY(change->title.startsWith(u"Thay “Phó” bằng “Phó Giám đốc” trong 2 tên"_s));
        QVERIFY(f.tree().startsWith(u"Sở(Giám đốc,Phó Giám đốc 1,Phó Giám đốc 2,A("_s));
        const auto codeOf = [&](const QString &text, const QString &by) {
            return problemOf(f.organisation(), replaceInNames(f.organisation(), nodes, text, by, scope, f.ids()));
        };
        QCOMPARE(codeOf(u"phó"_s, u"x"_s), u"edit-no-change"_s);
        QCOMPARE(codeOf({}, u"x"_s), u"edit-no-change"_s);
        QCOMPARE(codeOf(u"A"_s, u" "_s), u"edit-empty-name"_s);
    }
};

BM_TEST_MAIN(TestEditsStructure)
#include "test_edits_structure.moc"
