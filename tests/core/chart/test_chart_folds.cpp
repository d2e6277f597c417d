// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/chart_builder.h"
#include "core/chart/chart_folds.h"
#include "core/chart/font_table.h"
#include "core/chart/unit_filter.h"
#include "tests/core/chart/picture_checks.h"
#include "tests/support/fixed_measurer.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

#include <random>

using namespace bomay;
using namespace bomay::test;
using namespace Qt::StringLiterals;

namespace {

const Day kDay = day(u"2026-11-01"_s);

/// UBND over an office and six divisions; in the first division a team, in that a group with a clerk.
struct Agency
{
    OrganisationBuilder builder;
    UnitId root;
    UnitId office;
    std::vector<UnitId> divisions;
    UnitId team;
    UnitId group;
    PostId clerk;
    std::optional<OrgView> shown;

    Agency()
    {
        root = builder.unit(u"UBND phường"_s, {}, UnitKind::PeoplesCommittee);
        office = builder.unit(u"Văn phòng"_s, root, UnitKind::Office);
        for (int i = 0; i < 6; ++i)
            divisions.push_back(builder.unit(u"Phòng số %1"_s.arg(i), root));
        team = builder.unit(u"Tổ Một"_s, divisions[0], UnitKind::Team);
        group = builder.unit(u"Nhóm Một"_s, team, UnitKind::Team);
        clerk = builder.post(group, u"Chuyên viên"_s, PostRole::Staff);
        shown.emplace(builder.organisation(), kDay);
    }

    [[nodiscard]] static ChartView drawnFrom(UnitId root)
    {
        ChartView view;
        view.root = root;
        return view;
    }
    [[nodiscard]] ChartFolds folded(std::vector<UnitId> units, FoldWay way = FoldWay::Fold, ChartFolds from = {}) const
    {
        return withFolded(std::move(from), *shown, {}, units, way);
    }
    [[nodiscard]] bool isOpen(const ChartFolds &folds, UnitId unit, UnitId from = {}) const
    {
        return !isFolded(folds, *shown, drawnFrom(from), unit);
    }
    [[nodiscard]] DisplayList draw(const ChartFolds &folds, int depth = 0) const
    {
        ChartOptions options;
        options.view.depth = depth;
        options.folds = folds;
        return buildChart(*shown, FixedMeasurer(), options);
    }
};

} // namespace

class TestChartFolds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void branchesAreFoldedAndOpened()
    {
        const Agency f;
        const ChartFolds folds = f.folded({f.divisions[0], f.team, f.divisions[1], f.group});
        QVERIFY(!f.isOpen(folds, f.divisions[0]) && !f.isOpen(folds, f.team));
        QCOMPARE(folds.byHand.size(), std::size_t{2}); // nothing is below the others
        QVERIFY(f.folded({f.divisions[0], f.team}, FoldWay::Unfold, folds).isEmpty());
    }

    void aFoldedBranchIsABoxWithTheNumberOfItsUnits()
    {
        const Agency f;
        const DisplayList list = f.draw(f.folded({f.divisions[0]}));
        QVERIFY(boxOf(list, f.divisions[0]) != nullptr && boxOf(list, f.team) == nullptr);
        QVERIFY(says(list, u"+2 đơn vị"_s));
        QVERIFY(!says(list, u"(2 đơn vị trực thuộc)"_s)); // it is said once
        const DisplayList top = f.draw(f.folded({f.root}));
        QVERIFY(says(top, u"+9 đơn vị"_s));
        QVERIFY(says(f.draw({1, {}}), u"+9 đơn vị"_s)); // levels do not pass over it in silence, either
        QVERIFY(boxOf(top, f.root) != nullptr && boxOf(top, f.office) == nullptr);
    }

    /// The frame of a selection runs round all boxes of a unit.
    void theNumberBelowTheLeadersIsNoBoxOfTheUnit()
    {
        Agency f;
        f.builder.post(f.root, u"Chủ tịch"_s, PostRole::Head);
        f.shown.emplace(f.builder.organisation(), kDay);
        const DisplayList list = f.draw(f.folded({f.root}));
        QVERIFY(says(list, u"+9 đơn vị"_s));
        QCOMPARE(std::ranges::count(list.boxes, NodeRef(f.root), &BoxItem::node), 1);
    }

    void levelsAreCountedFromTheTopOfTheView()
    {
        const Agency f;
        const ChartFolds two{2, {}};
        QVERIFY(f.isOpen(two, f.root) && !f.isOpen(two, f.divisions[0]));
        QVERIFY(boxOf(f.draw(two), f.divisions[0]) != nullptr && boxOf(f.draw(two), f.team) == nullptr);
        QVERIFY(f.isOpen(two, f.divisions[0], f.divisions[0]) && !f.isOpen(two, f.team, f.divisions[0]));
        const ChartFolds opened = f.folded({f.divisions[0]}, FoldWay::Unfold, two);
        QVERIFY(boxOf(f.draw(opened), f.team) != nullptr && boxOf(f.draw(opened), f.group) == nullptr);
        QVERIFY(f.folded({f.divisions[0]}, FoldWay::Fold, opened) == two); // the levels say so already
    }

    void theDepthOfAViewIsNotExceeded()
    {
        const Agency f;
        const ChartFolds opened = f.folded({f.divisions[0]}, FoldWay::Unfold, {1, {}});
        QVERIFY(boxOf(f.draw(opened, 2), f.team) == nullptr);
    }

    void onlyWhatTheViewDrawsCanBeFolded()
    {
        const Agency f;
        ChartView view;
        QVERIFY(isFoldable(*f.shown, view, f.root) && isFoldable(*f.shown, view, f.divisions[0]));
        QVERIFY(!isFoldable(*f.shown, view, f.office) && !isFoldable(*f.shown, view, f.divisions[1])); // nothing below
        view.depth = 2;
        QVERIFY(isFoldable(*f.shown, view, f.root) && !isFoldable(*f.shown, view, f.divisions[0]));
        view.depth = 0;
        view.hiddenKinds = hiddenKindsText({UnitKind::Division});
        QVERIFY(isFoldable(*f.shown, view, f.root)); // its office is left
        view.hiddenKinds = hiddenKindsText({UnitKind::Division, UnitKind::Office});
        QVERIFY(!isFoldable(*f.shown, view, f.root));
        QVERIFY(withFolded({}, *f.shown, view, std::vector{f.root}, FoldWay::Fold).isEmpty());
    }

    void aHiddenNodeIsRevealedByOpeningWhatIsAboveIt()
    {
        const Agency f;
        const auto revealed = [&f](const ChartFolds &folds, NodeRef node, UnitId from = {}) {
            return withRevealed(folds, *f.shown, Agency::drawnFrom(from), node);
        };
        const ChartFolds all = f.folded({f.root, f.divisions[0], f.team});
        const ChartFolds shown = revealed(all, f.team);
        QVERIFY(f.isOpen(shown, f.root) && f.isOpen(shown, f.divisions[0]) && !f.isOpen(shown, f.team));
        QVERIFY(revealed(all, f.clerk).isEmpty()); // the box of its unit tells it
        QVERIFY(boxOf(f.draw(revealed({1, {}}, f.clerk)), f.group) != nullptr);
        QVERIFY(revealed(all, f.root, f.divisions[0]) == all); // the view does not show it at all
        QVERIFY(revealed(all, UnitId{}) == all);
    }

    void paperShowsEverything()
    {
        const Agency f;
        ChartOptions options;
        options.folds = f.folded({f.root});
        QVERIFY(forPaper(options).folds.isEmpty());
    }

    void whateverIsFoldedThePicturesPromisesHold()
    {
        const auto fonts = FontTable::builtIn();
        for (std::uint32_t seed = 1; seed <= 40; ++seed) {
            std::mt19937 random(seed);
            OrganisationBuilder builder;
            std::vector<UnitId> units;
            for (int i = 0; i < 40; ++i)
                units.push_back(builder.unit(u"Đơn vị số %1 có tên khá dài"_s.arg(i),
                                             i < 2 ? UnitId{} : units[random() % units.size()]));
            const OrgView view(builder.organisation(), kDay);
            ChartOptions options;
            options.view.preset = terms<ChartPreset>()[random() % terms<ChartPreset>().size()].value;
            options.folds.levels = static_cast<int>(random() % 4);
            for (const UnitId unit : units)
                if (random() % 3 == 0)
                    options.folds = withFolded(options.folds, view, {}, {&unit, 1},
                                               random() % 2 == 0 ? FoldWay::Fold : FoldWay::Unfold);
            const DisplayList list = buildChart(view, *fonts, options);
            const QString broken = firstBrokenPromise(list, *fonts);
            QVERIFY2(broken.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(broken)));
        }
    }
};

BM_TEST_MAIN(TestChartFolds)
#include "test_chart_folds.moc"
