// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/chart_builder.h"
#include "core/chart/display_list_json.h"
#include "core/chart/theme_file.h"
#include "tests/support/fixed_measurer.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/sample_pictures.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const Day kDay = day(u"2026-11-01"_s);

/// An agency with everything that a picture can hold: frames, relations, vacant and held posts, a photograph, a logo.
DisplayList pictureOf(ChartView view)
{
    OrganisationBuilder builder;
    const UnitId root = builder.unit(u"Sở Mẫu “A/B”"_s, {}, UnitKind::SpecialisedAgency);
    const PersonId person = builder.holder(builder.post(root, u"Giám đốc"_s, PostRole::Head), u"Nguyễn Văn Mẫu"_s);
    builder.put(Portrait{builder.ids().make<PortraitId>(), person, pictureOfSize({30, 40})});
    builder.post(root, u"Phó Giám đốc"_s, PostRole::Deputy, 1);
    std::vector<UnitId> units;
    for (int i = 0; i < 9; ++i)
        units.push_back(builder.unit(u"Phòng %1"_s.arg(i), root));
    builder.relation(RelationType::Coordinates, units[1], units[7]);
    view.relations = true;
    view.portraits = true;
    view.theme = u"toi"_s;
    ChartOptions options = chartOptionsFor(builder.organisation(), view, kDay);
    ChartObject logo;
    logo.kind = ChartObjectKind::Logo;
    logo.picture = pictureOfSize({30, 40});
    options.objects.push_back(logo);
    options.theme.ink.alpha = 128;
    return buildChart(OrgView(builder.organisation(), kDay), FixedMeasurer(), options);
}

QJsonObject through(const QJsonObject &object)
{
    return QJsonDocument::fromJson(QJsonDocument(object).toJson()).object();
}

} // namespace

class TestDisplayListJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatIsWrittenIsReadBack()
    {
        for (const auto &preset : terms<ChartPreset>()) {
            ChartView view;
            view.preset = preset.value;
            const DisplayList list = pictureOf(view);
            QVERIFY(list.images.size() > 1 && !list.lines.empty() && !list.runs.empty());
            const QJsonObject written = toJson(list);
            const auto read = displayListFromJson(through(written));
            QVERIFY(read.has_value());
            QVERIFY(*read == list);
            // Qt compares lengths with a tolerance, texts have none.
            QCOMPARE(QJsonDocument(toJson(*read)).toJson(), QJsonDocument(written).toJson());
            QCOMPARE(written.value(u"pictures"_s).toArray().size(), 1);
        }
        QVERIFY(*displayListFromJson(toJson(DisplayList())) == DisplayList());
    }

    void itemsOutsideOfRunsStayThere()
    {
        DisplayList list;
        list.boxes.resize(1);
        const ListMark begin = list.mark();
        list.boxes.resize(2);
        list.closeRun(begin, {0, 0, 5, 5});
        list.addLine({{0, 0}, {1.25, 1.0 / 3}}, {}).headAtEnd = true;
        const QJsonArray groups = toJson(list).value(u"groups"_s).toArray();
        QCOMPARE(groups.size(), 3);
        QVERIFY(!groups[0].toObject().contains(u"rect"_s) && groups[1].toObject().contains(u"rect"_s));
        QVERIFY(*displayListFromJson(through(toJson(list))) == list);
    }

    void whatIsNoPictureIsRefused_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<QByteArray>("other");
        QTest::newRow("bounds") << QByteArray("\"bounds\":[") << QByteArray("\"bounds\":[7,");
        QTest::newRow("at") << QByteArray("\"at\":[") << QByteArray("\"at\":[\"x\",");
        QTest::newRow("style") << QByteArray("\"style\":\"solid\"") << QByteArray("\"style\":\"wavy\"");
        QTest::newRow("fill") << QByteArray("\"fill\":\"#") << QByteArray("\"fill\":\"");
        QTest::newRow("face") << QByteArray("\"face\":\"serif\"") << QByteArray("\"face\":\"gothic\"");
        QTest::newRow("node") << QByteArray("\"kind\":\"unit\"") << QByteArray("\"kind\":\"person\"");
        QTest::newRow("picture") << QByteArray("\"picture\":0") << QByteArray("\"picture\":9");
        QTest::newRow("pictures") << QByteArray("\"pictures\":[\"") << QByteArray("\"pictures\":[\"?");
        QTest::newRow("groups") << QByteArray("\"groups\":") << QByteArray("\"group\":");
    }
    void whatIsNoPictureIsRefused()
    {
        QFETCH(QByteArray, part);
        QFETCH(QByteArray, other);
        QByteArray text = QJsonDocument(toJson(pictureOf({}))).toJson(QJsonDocument::Compact);
        QVERIFY(text.contains(part));
        text.replace(text.indexOf(part), part.size(), other);
        const auto read = displayListFromJson(QJsonDocument::fromJson(text).object());
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code(), u"display-list-json"_s);
        QCOMPARE(read.error().message.args.value(u"part"_s), QString::fromLatin1(QTest::currentDataTag()));
    }
};

BM_TEST_MAIN(TestDisplayListJson)
#include "test_display_list_json.moc"
