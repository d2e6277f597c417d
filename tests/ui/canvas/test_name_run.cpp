// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/chart_builder.h"
#include "core/chart/hit_test.h"
#include "tests/support/fixed_measurer.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/test_main.h"
#include "ui/canvas/name_run.h"

#include <QTest>

#include <ctime>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// A committee with a leader's row and two leaf divisions, one of which lists its posts.
struct Fixture
{
    OrganisationBuilder builder;
    UnitId root = builder.unit(u"UBND phường"_s, {}, UnitKind::PeoplesCommittee);
    PostId chair = builder.post(root, u"Chủ tịch"_s, PostRole::Head);
    PostId clerk = builder.post(root, u"Chuyên viên"_s, PostRole::Staff);
    PostId otherClerk = builder.post(root, u"Chuyên viên"_s, PostRole::Staff);
    UnitId plain = builder.unit(u"Văn phòng"_s, root);
    UnitId listed = builder.unit(u"Phòng Giáo dục, Đào tạo, Văn hóa, Thông tin và Thể thao"_s, root);
    PostId head = builder.post(listed, u"Trưởng phòng"_s, PostRole::Head);
    PostId held = builder.post(listed, u"Phó Trưởng phòng"_s, PostRole::Deputy, 1);
    PostId vacant = builder.post(listed, u"Phó Trưởng phòng"_s, PostRole::Deputy, 1);
    PostId alsoVacant = builder.post(listed, u"Phó Trưởng phòng"_s, PostRole::Deputy, 1);
    FixedMeasurer measurer;
    OrgView view;
    DisplayList picture;

    Fixture()
    {
        builder.holder(head, u"Nguyễn Văn A"_s);
        builder.holder(held, u"Trần Thị B"_s);
        view = OrgView(builder.organisation(), day(u"2021-12-31"_s));
        picture = buildChart(view, measurer);
    }

    [[nodiscard]] std::optional<NameRun> run(NodeRef node) const
    {
        NameRuns names(measurer);
        names.rebuild(picture, view);
        return names.of(node);
    }
    /// The texts that lie in a run, from the top.
    [[nodiscard]] QString textIn(NodeRef node) const
    {
        QStringList texts;
        for (const TextItem &item : picture.texts)
            if (const auto found = run(node);
                found && found->rect.contains(item.baseline + QPointF(item.width / 2, -0.1)))
                texts += item.text;
        return texts.join(u' ');
    }
};

} // namespace

class TestNameRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aUnitsNameIsFoundBesideItsPosts()
    {
        const Fixture f;
        QCOMPARE(f.textIn(f.root), u"UBND phường"_s);
        QCOMPARE(f.textIn(f.plain), u"Văn phòng"_s);
        QCOMPARE(f.textIn(f.listed), u"Phòng Giáo dục, Đào tạo, Văn hóa, Thông tin và Thể thao"_s);
        QCOMPARE(f.run(f.listed)->font.weight, FontWeight::Bold);
    }

    void aPostsLineIsFoundInTheBoxOfItsUnit()
    {
        const Fixture f;
        QCOMPARE(f.textIn(f.head), u"Trưởng phòng: Nguyễn Văn A"_s);
        QCOMPARE(f.textIn(f.held), u"Phó Trưởng phòng: Trần Thị B"_s);
        QVERIFY(rectOf(f.picture, f.listed).contains(f.run(f.held)->rect));
    }

    void postsThatAreCountedTogetherShareALine()
    {
        const Fixture f;
        QCOMPARE(f.textIn(f.vacant), u"02 Phó Trưởng phòng (khuyết)"_s);
        QCOMPARE(f.run(f.alsoVacant), f.run(f.vacant));
    }

    void aPostsTitleIsFoundInItsOwnBox()
    {
        const Fixture f;
        QCOMPARE(f.textIn(f.chair), u"Chủ tịch"_s);
        QVERIFY(rectOf(f.picture, f.chair).contains(f.run(f.chair)->rect));
    }

    void equalLinesAreToldApart()
    {
        const Fixture f;
        QCOMPARE(f.textIn(f.clerk), u"Chuyên viên (khuyết)"_s);
        QCOMPARE(f.textIn(f.otherClerk), u"Chuyên viên (khuyết)"_s);
        QVERIFY(f.run(f.clerk)->rect.bottom() <= f.run(f.otherClerk)->rect.top() + 1);
        QVERIFY(f.run(f.clerk) != f.run(f.otherClerk));
    }

    void whatIsNotThereHasNoRun()
    {
        const Fixture f;
        QCOMPARE(f.run(UnitId{}), std::nullopt);
        const DisplayList empty;
        NameRuns names(f.measurer);
        QCOMPARE(names.of(f.plain), std::nullopt);
        names.rebuild(empty, f.view);
        QCOMPARE(names.of(f.plain), std::nullopt);
    }

    void manyNamesAreFoundWithoutAWalkForEach()
    {
        constexpr int kUnits = 40000;
        constexpr double kBearable = 1.5; // seconds of this process; a walk for each takes many times that
        OrganisationBuilder builder;
        DisplayList picture;
        for (int i = 0; i < kUnits; ++i)
            picture.texts.push_back({{0, double(i)}, 10, u"Phòng"_s, {}, {}, builder.unit(u"Phòng"_s)});
        const OrgView view(builder.organisation(), day(u"2021-12-31"_s));
        const FixedMeasurer measurer;
        const std::clock_t start = std::clock();
        NameRuns names(measurer);
        names.rebuild(picture, view);
        int found = 0;
        for (const TextItem &text : picture.texts)
            found += names.of(text.node).has_value();
        QCOMPARE(found, kUnits);
        const double taken = double(std::clock() - start) / CLOCKS_PER_SEC;
        QVERIFY2(taken < kBearable, qPrintable(QString::number(taken)));
    }

    void postsCountedInOneLineAreFoundWithoutCountingForEach()
    {
        constexpr int kPosts = 2500;
        constexpr double kBearable = 1.5;
        OrganisationBuilder builder;
        const UnitId root = builder.unit(u"UBND"_s, {}, UnitKind::PeoplesCommittee);
        const UnitId office = builder.unit(u"Văn phòng"_s, root);
        for (int i = 0; i < kPosts; ++i)
            builder.post(office, u"Phó"_s, PostRole::Deputy);
        const OrgView view(builder.organisation(), day(u"2021-12-31"_s));
        const FixedMeasurer measurer;
        const DisplayList picture = buildChart(view, measurer);
        NameRuns names(measurer);
        names.rebuild(picture, view);
        const std::clock_t start = std::clock();
        int found = 0;
        for (const ViewPost &post : view.posts())
            found += names.of(post.id).has_value();
        QCOMPARE(found, kPosts);
        const double taken = double(std::clock() - start) / CLOCKS_PER_SEC;
        QVERIFY2(taken < kBearable, qPrintable(QString::number(taken)));
    }
};

BM_TEST_MAIN(TestNameRun)
#include "test_name_run.moc"
