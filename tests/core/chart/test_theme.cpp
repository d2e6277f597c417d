// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"
#include "core/chart/chart_builder.h"
#include "core/chart/theme_file.h"
#include "core/chart/tiles.h"
#include "tests/core/chart/picture_checks.h"
#include "tests/support/fixed_measurer.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QRegularExpression>

using namespace bomay;
using namespace bomay::test;
using namespace Qt::StringLiterals;

namespace {

const Day kDay = day(u"2026-11-01"_s);

/// A committee with an agency, a service unit and a council of coordination.
struct City
{
    OrganisationBuilder builder;
    UnitId root = builder.unit(u"Ủy ban nhân dân"_s, {}, UnitKind::PeoplesCommittee);
    UnitId agency = builder.unit(u"Sở Nội vụ"_s, root, UnitKind::SpecialisedAgency);
    UnitId service = builder.unit(u"Trung tâm Lưu trữ"_s, root, UnitKind::PublicServiceUnit);
    UnitId council = builder.unit(u"Ban chỉ đạo"_s, root, UnitKind::CoordinatingBody);

    [[nodiscard]] DisplayList draw(const QString &theme) const
    {
        ChartView view;
        view.theme = theme;
        return buildChart(OrgView(builder.organisation(), kDay), FixedMeasurer(),
                          chartOptionsFor(builder.organisation(), view, kDay));
    }
};

/// Marks in the box of a unit.
std::ptrdiff_t marksIn(const DisplayList &list, NodeRef node)
{
    const QRectF rect = boxOf(list, node)->rect;
    return std::ranges::count_if(list.boxes, [&](const BoxItem &box) {
        return box.node.uid.isNull() && box.stroke.style == StrokeStyle::None && rect.contains(box.rect);
    });
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyThemeIsReadAndDrawn()
    {
        const QDir folder(u":/themes"_s);
        QCOMPARE(builtInThemes().size(), uz(sizeOf(folder.entryList())));
        const City city;
        for (const Theme &theme : builtInThemes()) {
            QVERIFY(!theme.name.vi.isEmpty() && !theme.name.en.isEmpty());
            QCOMPARE(firstBrokenPromise(city.draw(theme.id), FixedMeasurer()), QString());
        }
        QCOMPARE(builtInThemes().front().id, u"den-trang"_s);
    }

    /// The official one is what is drawn without a word: black, white and the grey of names.
    void theOfficialThemeHasNoColour()
    {
        const City city;
        const DisplayList list = city.draw({});
        QVERIFY(list == city.draw(u"den-trang"_s));
        QVERIFY(list == city.draw(u"of-a-later-version"_s));
        for (const BoxItem &box : list.boxes)
            QVERIFY(box.fill.red == box.fill.green && box.fill.green == box.fill.blue);
        QVERIFY(!says(list, u"Ủy ban nhân dân (1)"_s));
    }

    void rulesFillBoxesAndAreExplained()
    {
        const City city;
        const DisplayList list = city.draw(u"theo-loai"_s);
        QCOMPARE(boxOf(list, city.agency)->fill, (Rgba{0xe3, 0xf2, 0xfd, 255}));
        QCOMPARE(boxOf(list, city.council)->fill, Theme{}.unitFill); // no rule speaks of it
        QCOMPARE(marksIn(list, city.agency), 0);
        QVERIFY(marksIn(list, city.root) > 2);
        QVERIFY(marksIn(list, city.service) > marksIn(list, city.council));
        QVERIFY(says(list, u"Cơ quan chuyên môn"_s) && says(list, u"Đơn vị sự nghiệp"_s));
        QVERIFY(!says(list, u"Hội đồng nhân dân"_s)); // does not occur
    }

    void levelsAndStaffAreConditions()
    {
        City city;
        const DisplayList byLevel = city.draw(u"theo-cap"_s);
        QVERIFY(boxOf(byLevel, city.root)->fill.red < boxOf(byLevel, city.agency)->fill.red);
        const Rgba usual = boxOf(city.draw(u"tuong-phan"_s), city.agency)->fill;
        Unit unit = *city.builder.organisation().find(city.agency);
        unit.states[0].staffAllotted = 10;
        unit.states[0].staffFilled = 10;
        city.builder.put(unit);
        QCOMPARE(boxOf(city.draw(u"tuong-phan"_s), city.agency)->fill, usual);
        unit.states[0].staffFilled = 11;
        city.builder.put(unit);
        QCOMPARE(boxOf(city.draw(u"tuong-phan"_s), city.agency)->fill, (Rgba{255, 255, 0, 255}));
    }

    void theDarkThemeStaysOnTheScreen()
    {
        const City city;
        QVERIFY(city.draw(u"toi"_s).background.has_value());
        ChartView view;
        view.theme = u"toi"_s;
        const ChartOptions options = chartOptionsFor(city.builder.organisation(), view, kDay);
        const Page page = fitChart(OrgView(city.builder.organisation(), kDay), {}, FixedMeasurer(), options);
        QVERIFY(!page.list.background);
        QCOMPARE(page.list.texts.front().color, (Rgba{0, 0, 0, 255}));
        QCOMPARE(paperNote(options).value().code, u"theme-for-screen"_s); // and not without a word
        QVERIFY(!paperNote(chartOptionsFor(city.builder.organisation(), {}, kDay)));
    }

    /// The marks of a pattern go with their box where a picture is cut.
    void marksStayWithTheirBoxOnSheets()
    {
        const City city;
        const DisplayList list = city.draw(u"theo-loai"_s);
        const auto sheets = tilesOf(list, {{210, 297}, 1, {}}, Theme{}, FixedMeasurer());
        QVERIFY(sheets.has_value());
        std::ptrdiff_t marks = 0;
        for (const Page &page : sheets->pages)
            if (page.label != u"0"_s && boxOf(page.list, city.root) != nullptr)
                marks += marksIn(page.list, city.root);
        QCOMPARE(marks, marksIn(list, city.root));
    }

    /// Samples, their marks and their words stay in the box of the legend, on one sheet.
    void theLegendStaysWholeOnSheets()
    {
        const City city;
        const DisplayList list = city.draw(u"theo-loai"_s);
        const ListRun &legend = list.runs.back();
        const auto sheets = tilesOf(list, {{210, 297}, 1, {}}, Theme{}, FixedMeasurer());
        QVERIFY(sheets.has_value());
        std::size_t found = 0;
        for (const Page &page : sheets->pages) {
            if (page.label == u"0"_s || !says(page.list, u"Đơn vị sự nghiệp"_s))
                continue;
            const auto words = std::ranges::find(page.list.texts, u"Đơn vị sự nghiệp"_s, &TextItem::text);
            const auto box = std::ranges::find_if(page.list.boxes, [&](const BoxItem &one) {
                return one.node.uid.isNull() && one.fill.alpha == 0 && one.rect.contains(words->baseline);
            });
            QVERIFY(box != page.list.boxes.end());
            found += uz(static_cast<int>(std::ranges::count_if(
                page.list.boxes, [&](const BoxItem &one) { return box->rect.contains(one.rect); })));
        }
        QCOMPARE(found, legend.end.boxes - legend.begin.boxes);
    }

    void whatIsWrongInAThemeIsSaidWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("toml");
        QTest::addColumn<QString>("code");
        const QByteArray head = "id = \"a\"\nname = { vi = \"A\", en = \"A\" }\n";
        QTest::newRow("colour") << head + "[colours]\nink = \"black\"\n" << u"bad-value"_s;
        QTest::newRow("key") << head + "[colours]\nwater = \"#000000\"\n" << u"pack-unknown-key"_s;
        QTest::newRow("kind") << head + "[[rule]]\nkinds = [\"ABC\"]\nwords = { vi = \"A\", en = \"A\" }\n"
                              << u"pack-unknown-value"_s;
        QTest::newRow("pattern") << head +
                                        "[[rule]]\nlevel = 1\npattern = \"wavy\"\nwords = { vi = \"A\", en = \"A\" }\n"
                                 << u"pack-unknown-value"_s;
        QTest::newRow("no condition") << head + "[[rule]]\nwords = { vi = \"A\", en = \"A\" }\n" << u"bad-value"_s;
        QTest::newRow("no name") << QByteArray("id = \"a\"\n") << u"pack-missing-key"_s;
    }
    void whatIsWrongInAThemeIsSaidWithItsPlace()
    {
        QFETCH(QByteArray, toml);
        QFETCH(QString, code);
        const auto theme = readTheme(toml, u"a.toml"_s);
        QVERIFY(!theme.has_value());
        QCOMPARE(theme.error().code(), code);
        QCOMPARE(theme.error().place.file, u"a.toml"_s);
    }
};

BM_TEST_MAIN(TestTheme)
#include "test_theme.moc"
