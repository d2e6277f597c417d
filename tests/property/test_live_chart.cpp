// SPDX-License-Identifier: GPL-3.0-or-later
// A chart that follows edits is the chart made anew, to the last digit.
#include "core/base/numbers.h"
#include "core/change/edits_views.h"
#include "core/change/transaction.h"
#include "core/chart/chart_builder.h"
#include "core/chart/live_chart.h"
#include "tests/property/edit_script.h"
#include "tests/support/fixed_measurer.h"
#include "tests/support/organisation_builder.h"
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
        const auto rows = set->touched();
        if (!view.apply(builder.organisation(), rows))
            chart.rebuild(view, options);
        else
            ++(chart.follow(view, options, rows) ? followed : anew);
        return difference(chart.list(), buildChart(view, measurer, options));
    }

    QString put(const Row &row)
    {
        ChangeBuilder change(builder.organisation());
        std::visit([&change](const auto &entity) { change.put(entity); }, row);
        Change one;
        one.images = change.takeImages();
        return perform(one);
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

    /// Another rank, another block, another place: the picture is made anew, and right.
    void aChangeOfTheStructureMakesThePictureAnew()
    {
        City city;
        Unit unit = *city.builder.organisation().find(city.units[1]);
        unit.states.front().order = 1000;
        QCOMPARE(city.put(unit), QString());
        QCOMPARE(city.anew, 1);
        unit.states.front().kind = UnitKind::PublicServiceUnit;
        QCOMPARE(city.put(unit), QString());
        const std::size_t before = city.view.units().size();
        city.builder.unit(u"Sở mới"_s, city.root);
        city.view = OrgView(city.builder.organisation(), kDay);
        QVERIFY(city.view.units().size() > before);
        QVERIFY(!city.chart.follow(city.view, city.options, {}));
        QCOMPARE(difference(city.chart.list(), buildChart(city.view, FixedMeasurer(), city.options)), QString());
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

    void whateverAnEditScriptDoesIsFollowed_data()
    {
        QTest::addColumn<unsigned>("seed");
        QTest::addColumn<ChartPreset>("preset");
        unsigned seed = 1;
        for (const ChartPreset preset : {ChartPreset::Horizontal, ChartPreset::Columns, ChartPreset::LeftToRight})
            for (int i = 0; i < 3; ++i, ++seed)
                QTest::addRow("seed %u", seed) << seed << preset;
    }
    void whateverAnEditScriptDoesIsFollowed()
    {
        QFETCH(unsigned, seed);
        QFETCH(ChartPreset, preset);
        EditScript script(seed + 700);
        City city;
        city.options.view.preset = preset;
        city.options.view.framesFrom = 3;
        city.chart.rebuild(city.view, city.options);
        for (int edit = 0; edit < 150; ++edit) {
            const Change change = script.next(city.builder.organisation());
            Organisation copy = city.builder.organisation();
            if (!applyChange(copy, change))
                continue; // against integrity
            const QString wrong = city.perform(change);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"edit %1: %2"_s.arg(edit).arg(wrong)));
        }
        QVERIFY(city.followed > 5 && city.anew > 5);
    }
};

BM_TEST_MAIN(TestLiveChart)
#include "test_live_chart.moc"
