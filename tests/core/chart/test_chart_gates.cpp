// SPDX-License-Identifier: GPL-3.0-or-later
// The promises of every picture, over random organisations and views.
#include "core/chart/chart_builder.h"
#include "core/chart/font_table.h"
#include "tests/core/chart/picture_checks.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/sample_pictures.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

#include <random>

using namespace bomay;
using namespace bomay::test;
using namespace Qt::StringLiterals;

namespace {

const Day kDay = day(u"2026-11-01"_s);

constexpr std::array kDrawnTypes{RelationType::Directs, RelationType::Guides, RelationType::Coordinates,
                                 RelationType::Supervises, RelationType::Delegates};

template <typename Enum>
Enum oneOf(std::mt19937 &random)
{
    const auto all = terms<Enum>();
    return all[random() % all.size()].value;
}

} // namespace

class TestChartGates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    /// The gates, over random organisations, presets, marks and adjustments.
    void everyViewKeepsItsPromises()
    {
        const auto fonts = FontTable::builtIn();
        QVERIFY(fonts.has_value());
        int crossings = 0;
        int relationLines = 0;
        std::size_t pictures = 0;
        for (std::uint32_t seed = 1; seed <= 60; ++seed) {
            std::mt19937 random(seed);
            OrganisationBuilder builder;
            std::vector<UnitId> units;
            std::vector<PostId> posts;
            const int count = 3 + static_cast<int>(random() % 40);
            for (int i = 0; i < count; ++i) {
                const UnitId parent = i < 2 ? UnitId{} : units[random() % units.size()];
                units.push_back(builder.unit(u"Đơn vị số %1 có tên khá dài"_s.arg(i), parent, oneOf<UnitKind>(random)));
                for (std::uint32_t k = random() % 4; k > 0; --k) {
                    posts.push_back(builder.post(units.back(), u"Chức vụ %1"_s.arg(k), oneOf<PostRole>(random),
                                                 k % 2 == 0 ? 1 : 0));
                    if (random() % 3 == 0) {
                        const PersonId person =
                            builder.holder(posts.back(), u"Người Thử %1"_s.arg(i), oneOf<AppointmentKind>(random));
                        builder.put(Portrait{builder.ids().make<PortraitId>(), person, pictureOfSize({30 + i, 40})});
                    }
                    if (random() % 4 == 0)
                        builder.relation(RelationType::Oversees, posts.back(), units[random() % units.size()]);
                }
            }
            for (const RelationType type : kDrawnTypes)
                for (auto k = random() % 3; k > 0; --k)
                    if (const std::size_t from = random() % units.size(), to = random() % units.size(); from != to)
                        builder.relation(type, units[from], units[to]);
            ChartView view;
            view.id = builder.ids().make<ChartViewId>();
            view.preset = oneOf<ChartPreset>(random);
            view.leaders = oneOf<LeaderStyle>(random);
            view.depth = static_cast<int>(random() % 4);
            view.countsFrom = random() % 3 == 0 ? 3 : 0;
            view.holders = random() % 2 == 0;
            view.posts = random() % 4 != 0;
            view.portraits = seed % 4 != 0;
            view.relations = random() % 2 == 0;
            view.aligned = random() % 3 == 0;
            view.bands = random() % 4 == 0;
            view.topBand = random() % 4 == 0;
            view.hiddenKinds = random() % 4 == 0 ? codeOf(oneOf<UnitKind>(random)) : QString();
            builder.put(view);
            for (auto k = random() % 3; k > 0; --k) {
                ChartObject object{builder.ids().make<ChartObjectId>(), view.id, oneOf<ChartObjectKind>(random),
                                   oneOf<ChartSide>(random)};
                object.text = u"Ghi chú\ncủa bản vẽ"_s;
                object.unit = units[random() % units.size()];
                if (object.kind == ChartObjectKind::Logo)
                    object.picture = pictureOfSize({60, 20});
                builder.put(object);
            }
            for (const UnitId unit : units)
                if (random() % 2 == 0) {
                    BranchMark mark;
                    mark.id = builder.ids().make<BranchMarkId>();
                    mark.view = view.id;
                    mark.node = unit;
                    mark.layout = oneOf<BranchLayout>(random);
                    mark.columns = static_cast<int>(random() % 4);
                    mark.gap = random() % 3 == 0 ? 9 : 0;
                    mark.offsetX = random() % 3 == 0 ? static_cast<double>(random() % 30) - 15 : 0;
                    mark.boxWidth = random() % 3 == 0 ? 25 : 0;
                    builder.put(mark);
                }
            const OrgView orgView(builder.organisation(), kDay);
            const ChartOptions options = chartOptionsFor(builder.organisation(), view, kDay);
            const DisplayList list = buildChart(orgView, *fonts, options);
            pictures += list.images.size();
            const QString broken = firstBrokenPromise(list, *fonts);
            QVERIFY2(broken.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(broken)));
            QVERIFY(buildChart(orgView, *fonts, options) == list);
            ChartOptions bare = options;
            bare.objects.clear();
            bare.view.aligned = view.aligned || view.bands;
            bare.view.bands = false;
            const DisplayList related = buildChart(orgView, *fonts, bare);
            bare.relations.clear();
            const DisplayList plain = buildChart(orgView, *fonts, bare);
            QVERIFY(std::equal(plain.boxes.begin(), plain.boxes.end(), related.boxes.begin())); // nothing makes way
            // What stands beside the chart stands over nothing of it.
            const QRectF chart = plain.bounds.adjusted(0.01, 0.01, -0.01, -0.01);
            QVERIFY(std::equal(plain.boxes.begin(), plain.boxes.end(), list.boxes.begin()));
            for (std::size_t i = plain.boxes.size(); i < list.boxes.size(); ++i)
                QVERIFY2(!list.boxes[i].rect.intersects(chart), qPrintable(u"seed %1"_s.arg(seed)));
            const LineMeeting meeting = meetingOfLines(related, plain.lines.size());
            crossings += meeting.crossings;
            relationLines += meeting.lines;
            // A way upon another line is only taken where there is no other.
            QVERIFY2(meeting.together <= 0.1 * meeting.length,
                     qPrintable(u"seed %1: %2 of %3 mm"_s.arg(seed).arg(meeting.together).arg(meeting.length)));
            const PageRequest request{PaperSize::A3, Orientation::Automatic, {}, {}};
            const QString onPage = firstBrokenPromise(fitChart(orgView, request, *fonts, options).list, *fonts);
            QVERIFY2(onPage.isEmpty(), qPrintable(u"seed %1 on a page: %2"_s.arg(seed).arg(onPage)));
            // Nothing is drawn twice: a unit has a box with its name, or is gathered, or too deep for the view.
            for (const UnitId unit : units)
                QVERIFY(std::ranges::count_if(list.texts, [&](const TextItem &text) {
                            return text.node == NodeRef(unit) && text.text.startsWith(u"Đơn vị số"_s);
                        }) <= 1);
        }
        QVERIFY(relationLines > 100);
        QVERIFY2(pictures > 10, qPrintable(QString::number(pictures)));
        qInfo("%d lines of relations cross others %d times", relationLines, crossings);
        QVERIFY(crossings < 8 * relationLines);
    }
};

BM_TEST_MAIN(TestChartGates)
#include "test_chart_gates.moc"
