// SPDX-License-Identifier: GPL-3.0-or-later
// A chart that follows edits is the chart made anew, to the last digit.
#include "core/base/numbers.h"
#include "core/change/edits_views.h"
#include "core/change/transaction.h"
#include "core/chart/chart_builder.h"
#include "core/chart/live_chart.h"
#include "core/chart/unit_filter.h"
#include "tests/property/edit_script.h"
#include "tests/support/fixed_measurer.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/sample_pictures.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const Day kDay = day(u"2020-12-31"_s);

/// The first difference between two pictures, without the tolerance that Qt's comparison has; empty = none.
QString difference(const DisplayList &a, const DisplayList &b)
{
    const auto same = [](const QRectF &x, const QRectF &y) {
        return x.x() == y.x() && x.y() == y.y() && x.width() == y.width() && x.height() == y.height();
    };
    const auto samePoint = [](QPointF x, QPointF y) { return x.x() == y.x() && x.y() == y.y(); };
    if (!(a.mark() == b.mark()) || a.runs.size() != b.runs.size())
        return u"other numbers of items"_s;
    for (std::size_t i = 0; i < a.boxes.size(); ++i)
        if (!(a.boxes[i] == b.boxes[i]) || !same(a.boxes[i].rect, b.boxes[i].rect))
            return u"box %1"_s.arg(i);
    for (std::size_t i = 0; i < a.images.size(); ++i)
        if (!(a.images[i] == b.images[i]) || !same(a.images[i].rect, b.images[i].rect))
            return u"image %1"_s.arg(i);
    for (std::size_t i = 0; i < a.texts.size(); ++i)
        if (!(a.texts[i] == b.texts[i]) || !samePoint(a.texts[i].baseline, b.texts[i].baseline))
            return u"text %1: %2, %3"_s.arg(i).arg(a.texts[i].text, b.texts[i].text);
    for (std::size_t i = 0; i < a.lines.size(); ++i)
        if (!(a.lines[i] == b.lines[i]))
            return u"line %1"_s.arg(i);
    for (std::size_t i = 0; i < a.points.size(); ++i)
        if (!samePoint(a.points[i], b.points[i]))
            return u"point %1"_s.arg(i);
    for (std::size_t i = 0; i < a.runs.size(); ++i)
        if (!(a.runs[i] == b.runs[i]) || !same(a.runs[i].rect, b.runs[i].rect))
            return u"run %1"_s.arg(i);
    return same(a.bounds, b.bounds) && a.background == b.background ? QString() : u"bounds"_s;
}

/// A city of agencies with divisions, posts and holders, some of them gathered in frames.
struct City
{
    OrganisationBuilder builder;
    UnitId root = builder.unit(u"Ủy ban nhân dân thành phố"_s, {}, UnitKind::PeoplesCommittee);
    std::vector<UnitId> units;
    std::vector<PostId> posts;
    OrgView view;
    ChartOptions options;
    FixedMeasurer measurer;
    LiveChart chart{measurer};
    int followed = 0;
    int anew = 0;
    std::size_t pictures = 0; ///< in all the charts that `play` made

    City()
    {
        for (int i = 0; i < 6; ++i) {
            units.push_back(builder.unit(u"Sở số %1"_s.arg(i), root, UnitKind::SpecialisedAgency));
            const UnitId agency = units.back();
            for (int k = 0; k < 2 + 2 * i; ++k) {
                units.push_back(builder.unit(u"Phòng số %1"_s.arg(k), agency));
                posts.push_back(builder.post(units.back(), u"Trưởng phòng"_s, PostRole::Head));
            }
        }
        builder.holder(posts[3], u"Nguyễn Văn Thử"_s);
        view = OrgView(builder.organisation(), kDay);
        chart.rebuild(view, options);
    }

    /// Empty where the chart that followed a change is that made anew.
    QString perform(const Change &change)
    {
        const auto set = applyChange(builder.organisation(), change);
        if (!set)
            return set.error().code();
        if (options.view.relations)
            options.relations = chartOptionsFor(builder.organisation(), options.view, kDay).relations;
        const auto rows = set->touched();
        if (!view.apply(builder.organisation(), rows))
            chart.rebuild(view, options);
        else
            ++(chart.follow(view, options, rows) ? followed : anew);
        return difference(chart.list(), buildChart(view, measurer, options));
    }

    QString perform(ChangeBuilder &change)
    {
        Change one;
        one.images = change.takeImages();
        return perform(one);
    }

    [[nodiscard]] Relation belonging(NodeRef node) const
    {
        for (const RelationId id : builder.organisation().graph().relationsFrom(node))
            if (const Relation *relation = builder.organisation().find(id); relation->type == RelationType::BelongsTo)
                return *relation;
        return {};
    }

    [[nodiscard]] std::vector<NodeRef> nodesOf(UnitId id) const
    {
        std::vector<NodeRef> nodes{id};
        for (const int post : view.postsOfUnit(view.indexOf(id)))
            nodes.emplace_back(view.posts()[uz(post)].id);
        return nodes;
    }

    QString put(const Row &row)
    {
        ChangeBuilder change(builder.organisation());
        std::visit([&change](const auto &entity) { change.put(entity); }, row);
        return perform(change);
    }

    QString addUnder(UnitId id, UnitId parent)
    {
        ChangeBuilder change(builder.organisation());
        UnitState state;
        state.name = u"Đơn vị thêm"_s;
        change.put(Unit{id, {}, false, {state}});
        change.put(Relation{builder.ids().make<RelationId>(), RelationType::BelongsTo, id, parent, {}});
        return perform(change);
    }

    QString moveUnder(UnitId id, UnitId parent)
    {
        Relation relation = belonging(id);
        relation.to = parent;
        return put(relation);
    }

    /// With its posts and what ends at them; it must have no units.
    QString remove(UnitId id)
    {
        ChangeBuilder change(builder.organisation());
        const Organisation &all = builder.organisation();
        for (const NodeRef node : nodesOf(id)) {
            for (const auto &relations : {all.graph().relationsFrom(node), all.graph().relationsTo(node)})
                for (const RelationId relation : relations)
                    change.remove(keyOf(relation));
            change.remove(node.isUnit() ? keyOf(node.unit()) : keyOf(node.post()));
        }
        return perform(change);
    }

    /// Empty where the chart followed each of so many edits right.
    QString play(unsigned seed, int edits)
    {
        EditScript script(seed);
        for (int edit = 0; edit < edits; ++edit) {
            const Change change = script.next(builder.organisation());
            Organisation copy = builder.organisation();
            if (!applyChange(copy, change))
                continue; // against integrity
            if (const QString wrong = perform(change); !wrong.isEmpty())
                return u"edit %1: %2"_s.arg(edit).arg(wrong);
            pictures += chart.list().images.size();
        }
        return {};
    }

    QString rename(UnitId id, const QString &name)
    {
        Unit unit = *builder.organisation().find(id);
        unit.states.front().name = name;
        return put(unit);
    }
};

} // namespace

class TestLiveChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void wordsAreFollowedInEveryPreset()
    {
        for (const auto &preset : terms<ChartPreset>()) {
            City city;
            city.options.view.preset = preset.value;
            city.chart.rebuild(city.view, city.options);
            for (std::size_t i = 0; i < city.units.size(); i += 3) {
                const QString longer = u"Một cái tên dài đến mức phải xuống dòng nhiều lần, số %1"_s.arg(i);
                QCOMPARE(city.rename(city.units[i], longer), QString());
                QCOMPARE(city.rename(city.units[i], u"P%1"_s.arg(i)), QString());
            }
            QCOMPARE(city.rename(city.root, u"UBND"_s), QString());
            Post post = *city.builder.organisation().find(city.posts[5]);
            post.states.front().title = u"Trưởng phòng có chức danh rất dài dòng, viết mãi không hết một hàng"_s;
            QCOMPARE(city.put(post), QString());
            QCOMPARE(city.anew, 0);
            QVERIFY(city.followed > 10);
        }
    }

    void holdersAreFollowed()
    {
        City city;
        const Person person{city.builder.ids().make<PersonId>(), {}, u"Trần Thị Minh Khai Thử"_s, {}};
        city.builder.put(person);
        city.view = OrgView(city.builder.organisation(), kDay);
        city.chart.rebuild(city.view, city.options);
        QCOMPARE(
            city.put(Appointment{
                city.builder.ids().make<AppointmentId>(), city.posts[8], person.id, AppointmentKind::Acting, {}, {}}),
            QString());
        QCOMPARE(city.followed, 1);
    }

    /// Another rank, another kind, another place, new and gone: only what it touches is drawn again.
    void changesOfTheStructureAreFollowedInEveryPreset()
    {
        for (const auto &preset : terms<ChartPreset>()) {
            City city;
            city.options.view.preset = preset.value;
            city.chart.rebuild(city.view, city.options);
            Unit unit = *city.builder.organisation().find(city.units[1]);
            unit.states.front().order = 1000;
            QCOMPARE(city.put(unit), QString());
            unit.states.front().kind = UnitKind::PublicServiceUnit;
            QCOMPARE(city.put(unit), QString());
            // A leaf becomes a branch, and so does one in a frame; both end again.
            const UnitId frame = city.units.back();
            for (const UnitId parent : {city.units[1], frame, city.root}) {
                const UnitId added = city.builder.ids().make<UnitId>();
                QCOMPARE(city.addUnder(added, parent), QString());
                QCOMPARE(city.rename(added, u"Tên mới"_s), QString());
                QCOMPARE(city.moveUnder(added, city.units[0]), QString());
                QCOMPARE(city.moveUnder(added, parent), QString());
                QCOMPARE(city.remove(added), QString());
            }
            // A branch goes down with all below it, and back.
            QCOMPARE(city.moveUnder(city.units[0], frame), QString());
            QCOMPARE(city.moveUnder(city.units[0], city.root), QString());
            QCOMPARE(city.anew, 0);
            QCOMPARE(city.followed, 19);
        }
    }

    /// What a view does not show is counted in a box, at any depth.
    void whatIsHiddenIsCounted()
    {
        City city;
        city.options.view.depth = 3;
        city.chart.rebuild(city.view, city.options);
        const UnitId added = city.builder.ids().make<UnitId>();
        QCOMPARE(city.addUnder(added, city.units[4]), QString());
        QCOMPARE(city.followed, 1);
        QCOMPARE(city.moveUnder(added, city.root), QString());
        QCOMPARE(city.remove(added), QString());
    }

    /// Posts that report to each other are boxes of their own; units and posts behind them get other indices.
    void boxesOfPostsAreFollowed()
    {
        City city;
        const UnitId unit = city.units[0];
        std::vector<PostId> posts;
        for (const PostRole role : {PostRole::Head, PostRole::Staff, PostRole::Staff})
            posts.push_back(city.builder.post(unit, u"Chức danh"_s, role));
        city.builder.relation(RelationType::ReportsTo, posts[1], posts[0]);
        city.view = OrgView(city.builder.organisation(), kDay);
        city.chart.rebuild(city.view, city.options);
        const Relation chain{city.builder.ids().make<RelationId>(), RelationType::ReportsTo, posts[2], posts[1], {}};
        QCOMPARE(city.put(chain), QString());
        QCOMPARE(city.remove(city.units.back()), QString()); // a leaf, with its post
        QCOMPARE(city.moveUnder(unit, city.units[8]), QString());
        Post post = *city.builder.organisation().find(posts[2]);
        post.states.front().title = u"Chức danh khác"_s;
        QCOMPARE(city.put(post), QString());
        QCOMPARE(city.anew, 0);
    }

    void namesOfPersonsAreFollowed()
    {
        City city;
        Person person = *city.builder.organisation().table<Person>().begin();
        person.name = u"Nguyễn Văn Thử Nghiệm"_s;
        QCOMPARE(city.put(person), QString());
        QCOMPARE(city.followed, 1);
    }

    /// A frame of UBND is named by the kind of their localities, which may be that of a unit far above.
    void aLocalityThatIsInheritedNamesAFrameAnew()
    {
        City city;
        const LocalityId commune = city.builder.locality(u"1"_s, u"Xã Một"_s, LocalityType::Commune);
        const LocalityId ward = city.builder.locality(u"2"_s, u"Phường Hai"_s, LocalityType::Ward);
        const UnitId above = city.builder.unit(u"Cụm"_s, city.root, UnitKind::Other);
        const UnitId group = city.builder.unit(u"Nhóm"_s, above, UnitKind::Other);
        for (int i = 0; i < 8; ++i)
            city.builder.unit(u"UBND %1"_s.arg(i), group, UnitKind::PeoplesCommittee);
        Unit unit = *city.builder.organisation().find(above);
        unit.states.front().locality = commune;
        city.builder.put(unit);
        city.view = OrgView(city.builder.organisation(), kDay);
        city.chart.rebuild(city.view, city.options);
        const auto says = [&city](const QString &title) {
            const auto &texts = city.chart.list().texts;
            return std::ranges::find(texts, title, &TextItem::text) != texts.end();
        };
        QVERIFY(says(u"UBND xã (8)"_s));
        unit.states.front().locality = ward;
        QCOMPARE(city.put(unit), QString());
        QVERIFY(says(u"UBND phường (8)"_s));
    }

    /// A photograph comes, changes and goes: only the boxes of its holder are written again.
    void photographsAreFollowed()
    {
        City city;
        city.options.view.portraits = true;
        city.chart.rebuild(city.view, city.options);
        const Person person = *city.builder.organisation().table<Person>().begin();
        Portrait portrait{city.builder.ids().make<PortraitId>(), person.id, pictureOfSize({30, 40})};
        QCOMPARE(city.put(portrait), QString());
        QCOMPARE(city.chart.list().images.size(), 1U);
        portrait.picture = pictureOfSize({40, 40});
        QCOMPARE(city.put(portrait), QString());
        QCOMPARE(city.chart.list().images.front().picture, portrait.picture);
        ChangeBuilder change(city.builder.organisation());
        change.remove(keyOf(portrait.id));
        QCOMPARE(city.perform(change), QString());
        QVERIFY(city.chart.list().images.empty());
        QCOMPARE(city.followed, 3);
        QCOMPARE(city.anew, 0);
    }

    void whateverAnEditScriptDoesIsFollowed_data()
    {
        QTest::addColumn<unsigned>("seed");
        QTest::addColumn<ChartView>("view");
        ChartView view;
        view.framesFrom = 3;
        unsigned seed = 1;
        for (const auto &preset : terms<ChartPreset>())
            for (int i = 0; i < 2; ++i, ++seed) {
                view.preset = preset.value;
                QTest::addRow("%s %u", qPrintable(toQString(preset.code)), seed) << seed << view;
            }
        view.preset = ChartPreset::Horizontal;
        ChartView shallow = view;
        shallow.depth = 3;
        QTest::newRow("three levels") << ++seed << shallow;
        ChartView counting = view;
        counting.countsFrom = 4;
        QTest::newRow("counted") << ++seed << counting;
        ChartView filtered = view;
        filtered.hiddenKinds = hiddenKindsText({UnitKind::Division, UnitKind::Other});
        QTest::newRow("filtered") << ++seed << filtered;
        ChartView aligned = view;
        aligned.aligned = true;
        QTest::newRow("levels at one height") << ++seed << aligned;
        ChartView banded = view;
        banded.bands = true;
        QTest::newRow("levels named") << ++seed << banded;
        ChartView pictured = view;
        pictured.portraits = true;
        QTest::newRow("photographs") << ++seed << pictured;
        pictured.preset = ChartPreset::LeftToRight;
        QTest::newRow("photographs, left to right") << ++seed << pictured;
        ChartView related = view;
        related.relations = true;
        QTest::newRow("relations") << ++seed << related;
    }
    void whateverAnEditScriptDoesIsFollowed()
    {
        QFETCH(unsigned, seed);
        QFETCH(ChartView, view);
        City city;
        city.options.view = view;
        ChartObject total;
        total.kind = ChartObjectKind::TotalStaff;
        total.side = ChartSide::Below;
        city.options.objects.push_back(total);
        if (view.portraits) {
            for (std::size_t i = 4; i < 14; ++i) {
                const PersonId person = city.builder.holder(city.posts[i], u"Người Thử %1"_s.arg(i));
                city.builder.put(Portrait{city.builder.ids().make<PortraitId>(), person, pictureOfSize({30, 40})});
            }
            city.view = OrgView(city.builder.organisation(), kDay);
        }
        city.chart.rebuild(city.view, city.options);
        QCOMPARE(city.play(seed + 700, 150), QString());
        QVERIFY(city.followed > 30);
        QCOMPARE(city.pictures > 0, view.portraits);
    }

    void coloursByRulesAreFollowed_data()
    {
        QTest::addColumn<std::vector<ThemeRule>>("rules");
        constexpr Rgba kGray{200, 200, 200, 255};
        const BilingualText words{u"Một loại"_s, u"A kind"_s};
        QTest::newRow("kinds and staff") << std::vector{
            ThemeRule{{}, 0, true, kGray, BoxPattern::None, words},
            ThemeRule{{UnitKind::SpecialisedAgency, UnitKind::Division}, 0, false, {}, BoxPattern::Dots, words}};
        // A branch that goes up or down has other colours.
        QTest::newRow("levels") << std::vector{ThemeRule{{}, 2, false, kGray, BoxPattern::None, words},
                                               ThemeRule{{UnitKind::Other}, 4, false, {}, BoxPattern::Dots, words}};
    }
    void coloursByRulesAreFollowed()
    {
        QFETCH(std::vector<ThemeRule>, rules);
        for (const auto &preset : terms<ChartPreset>()) {
            City city;
            city.options.view.preset = preset.value;
            city.options.view.framesFrom = 3;
            city.options.theme.rules = rules;
            city.chart.rebuild(city.view, city.options);
            QCOMPARE(city.play(4711, 100), QString());
            QVERIFY(city.followed > 30);
        }
    }

    /// Of a branch that is drawn from its own top, other units decide what it is.
    void whateverAnEditScriptDoesToABranchIsFollowed()
    {
        City city;
        city.options.view.root = city.units[8];
        city.options.folds.byHand.emplace(city.units[9], true);
        city.chart.rebuild(city.view, city.options);
        QCOMPARE(city.play(911, 200), QString());
    }
};

BM_TEST_MAIN(TestLiveChart)
#include "test_live_chart.moc"
