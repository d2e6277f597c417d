// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/change_builder.h"
#include "core/change/transaction.h"
#include "core/chart/chart_builder.h"
#include "core/chart/font_table.h"
#include "core/table/csv_reader.h"
#include "tests/core/chart/picture_checks.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

#include <unordered_map>

using namespace bomay;
using namespace bomay::test;
using namespace Qt::StringLiterals;

namespace {

const Day kDay = *Day::parseIso(u"2026-11-01");

/// The rows of a file in the developers' data by the names of its columns; nothing where it is not here.
std::optional<std::vector<QHash<QString, QString>>> rowsOf(const QString &name)
{
    QFile file(QStringLiteral(BOMAY_DATA_DIR "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto cells = readCsv(file.readAll(), {}, {});
    if (!cells)
        return std::nullopt;
    QHash<int, QString> columns;
    std::vector<QHash<QString, QString>> rows;
    for (const Cell &cell : *cells) {
        if (cell.row == 1) {
            columns.insert(cell.column, cell.text);
            continue;
        }
        while (sizeOf(rows) < cell.row - 1)
            rows.emplace_back();
        rows[uz(cell.row - 2)].insert(columns.value(cell.column), cell.text);
    }
    return rows;
}

/// A large organisation in one change: units by key under units by key.
class Planting
{
public:
    void unit(const QString &key, const QString &name, const QString &parent,
              UnitKind kind = UnitKind::PeoplesCommittee)
    {
        if (m_units.contains(key))
            return;
        Unit unit{m_ids.make<UnitId>(), key, false, {UnitState{}}};
        unit.states[0].name = name;
        unit.states[0].kind = kind;
        unit.states[0].order = sizeOf(m_units);
        m_units.insert(key, unit.id);
        if (parent != key && m_units.contains(parent))
            m_builder.put(
                Relation{m_ids.make<RelationId>(), RelationType::BelongsTo, unit.id, m_units.value(parent), {}});
        m_builder.put(std::move(unit));
    }

    void post(const QString &key, const QString &title, const QString &unit, PostRole role)
    {
        if (m_posts.contains(key))
            return;
        Post post{m_ids.make<PostId>(), key, {PostState{}}};
        post.states[0].title = title;
        post.states[0].role = role;
        post.states[0].order = sizeOf(m_posts);
        m_posts.insert(key, post.id);
        m_builder.put(Relation{m_ids.make<RelationId>(), RelationType::BelongsTo, post.id, m_units.value(unit), {}});
        m_builder.put(std::move(post));
    }

    void reports(const QString &key, const QString &superior)
    {
        if (m_posts.contains(superior) && key != superior)
            m_builder.put(Relation{
                m_ids.make<RelationId>(), RelationType::ReportsTo, m_posts.value(key), m_posts.value(superior), {}});
    }

    [[nodiscard]] Organisation grow()
    {
        Organisation organisation;
        Change change;
        change.images = m_builder.takeImages();
        if (const auto applied = applyChange(organisation, change); !applied)
            qFatal("not an organisation: %s", qPrintable(applied.error().code()));
        return organisation;
    }

private:
    Organisation m_empty;
    ChangeBuilder m_builder{m_empty};
    SeededIdSource m_ids{"data"};
    QHash<QString, UnitId> m_units;
    QHash<QString, PostId> m_posts;
};

/// What a picture says of each node, its lines put together again.
std::unordered_map<NodeRef, QString> textsByNode(const DisplayList &list)
{
    std::unordered_map<NodeRef, QString> texts;
    for (const TextItem &item : list.texts) {
        QString &text = texts[item.node];
        text += text.isEmpty() ? item.text : u' ' + item.text;
    }
    return texts;
}

/// The unit or post that a picture leaves out or says more than once; empty where there is none.
QString notSaidOnce(const OrgView &view, const DisplayList &list)
{
    const auto texts = textsByNode(list);
    const auto said = [&texts](NodeRef node) {
        const auto found = texts.find(node);
        return found == texts.end() ? QString() : found->second;
    };
    for (const ViewUnit &unit : view.units())
        if (said(unit.id) != unit.state.name.simplified())
            return u"%1: “%2”"_s.arg(unit.state.name, said(unit.id));
    // Equal posts may be counted on one line.
    QHash<QString, int> missing;
    for (const ViewPost &post : view.posts())
        ++missing[post.state.title.simplified()];
    for (const ViewPost &post : view.posts()) {
        const QString text = said(post.id);
        const QString title = post.state.title.simplified();
        if (text == title)
            --missing[title];
        else if (text.endsWith(u' ' + title))
            missing[title] -= text.chopped(title.size() + 1).toInt();
        else if (!text.isEmpty())
            return u"%1: “%2”"_s.arg(title, text);
    }
    for (auto post = missing.cbegin(); post != missing.cend(); ++post)
        if (*post != 0)
            return u"%1: %2 more than drawn"_s.arg(post.key()).arg(*post);
    return {};
}

/// The share of boxes whose parent stands over the middle of its children's, of those with several children in a row.
double centredShare(const OrgView &view, const DisplayList &list)
{
    std::unordered_map<NodeRef, QRectF> boxes;
    for (const BoxItem &box : list.boxes)
        if (!box.node.uid.isNull())
            boxes.emplace(box.node, box.rect);
    int rows = 0;
    int centred = 0;
    for (int unit = 0; unit < sizeOf(view.units()); ++unit) {
        const std::vector<int> &below = view.unitsOfUnit(unit);
        const auto at = [&](int index) { return boxes.find(view.units()[uz(index)].id); };
        if (below.size() < 2 || at(unit) == boxes.end() || at(below.front()) == boxes.end() ||
            at(below.back()) == boxes.end())
            continue;
        const QRectF &first = at(below.front())->second;
        const QRectF &last = at(below.back())->second;
        if (std::abs(first.top() - last.top()) > 1e-6)
            continue; // hung, in columns or in a frame
        ++rows;
        const double middle = (first.center().x() + last.center().x()) / 2;
        centred += std::abs(at(unit)->second.center().x() - middle) < 1e-6 ? 1 : 0;
    }
    return rows == 0 ? 1 : static_cast<double>(centred) / rows;
}

/// Is the picture in order in a preset, and does it say every unit and post exactly once?
void checkPreset(const OrgView &view, ChartPreset preset)
{
    const auto fonts = FontTable::builtIn();
    QVERIFY(fonts.has_value());
    ChartOptions options;
    options.view.preset = preset;
    const DisplayList list = buildChart(view, *fonts, options);
    const QString broken = firstBrokenPromise(list, *fonts);
    QVERIFY2(broken.isEmpty(), qPrintable(labelOf(preset) + u": "_s + broken));
    const QString wrong = notSaidOnce(view, list);
    QVERIFY2(wrong.isEmpty(), qPrintable(labelOf(preset) + u": "_s + wrong));
    // Equal input, equal output, whatever the seed by which hashes are ordered.
    qunsetenv("QT_HASH_SEED");
    QHashSeed::resetRandomGlobalSeed();
    QVERIFY(QHashSeed::globalSeed() != 0);
    QVERIFY(buildChart(view, *fonts, options) == list);
    QHashSeed::setDeterministicGlobalSeed();
    qInfo("%s: %d boxes, %d texts, %d lines; no overlap, no line through a box, no text outside; rows under a centred "
          "box: %.0f %%",
          qPrintable(labelOf(preset)), sizeOf(list.boxes), sizeOf(list.texts), sizeOf(list.lines),
          100 * centredShare(view, list));
}

void checkEveryPreset(const Organisation &organisation)
{
    const OrgView view(organisation, kDay);
    for (const auto &term : terms<ChartPreset>())
        checkPreset(view, term.value);
}

} // namespace

class TestChartData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void ukOrganograms_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *name : {"department-of-health-2011-09-30", "home-office-2012-09-30",
                                 "department-of-education-2011-09-30", "asset-protection-agency-2011-09-30"})
            QTest::newRow(name) << u"uk-organogram/%1-senior.csv"_s.arg(QLatin1StringView(name));
    }
    /// Posts that report to posts, of one department.
    void ukOrganograms()
    {
        QFETCH(QString, file);
        const auto rows = rowsOf(file);
        if (!rows)
            QSKIP(qPrintable(file + u": not here (set BOMAY_DATA_DIR)"_s));
        Planting planting;
        planting.unit(u"D"_s, u"Department"_s, {}, UnitKind::Other);
        const auto key = [](const QHash<QString, QString> &row, const QString &column) {
            return row.value(column).trimmed().toUpper();
        };
        for (const auto &row : *rows)
            planting.post(key(row, u"Post Unique Reference"_s), row.value(u"Job Title"_s), u"D"_s, PostRole::Unknown);
        QSet<QString> told;
        for (const auto &row : *rows) {
            const QString post = key(row, u"Post Unique Reference"_s);
            if (!told.contains(post))
                planting.reports(post, key(row, u"Reports to Senior Post"_s));
            told.insert(post);
        }
        checkEveryPreset(planting.grow());
    }

    void communesOfHcmc2025()
    {
        const auto rows = rowsOf(u"vietnam/tphcm-phuong-xa-dac-khu-2025.csv"_s);
        if (!rows)
            QSKIP("vietnam/tphcm-phuong-xa-dac-khu-2025.csv: not here (set BOMAY_DATA_DIR)");
        Planting planting;
        planting.unit(u"TP"_s, u"Ủy ban nhân dân Thành phố"_s, {});
        for (const auto &row : *rows)
            planting.unit(row.value(u"ma"_s), u"UBND "_s + row.value(u"ten"_s), u"TP"_s);
        checkEveryPreset(planting.grow());
    }

    void newYorkCity()
    {
        const auto rows = rowsOf(u"us/nyc-governance-organizations-2025-11.csv"_s);
        if (!rows)
            QSKIP("us/nyc-governance-organizations-2025-11.csv: not here (set BOMAY_DATA_DIR)");
        Planting planting;
        for (const auto &row : *rows) // parents are given by name; those not met yet leave roots
            planting.unit(row.value(u"Name"_s), row.value(u"Name"_s), row.value(u"ReportsTo"_s), UnitKind::Other);
        checkEveryPreset(planting.grow());
    }

    /// 31 provinces, 342 cities, 2,978 areas and 41,352 streets: 44,703 units with the root.
    void allOfChina()
    {
        const auto provinces = rowsOf(u"big-tree/china-provinces.csv"_s);
        const auto cities = rowsOf(u"big-tree/china-cities.csv"_s);
        const auto areas = rowsOf(u"big-tree/china-areas.csv"_s);
        const auto streets = rowsOf(u"big-tree/china-streets.csv"_s);
        if (!provinces || !cities || !areas || !streets)
            QSKIP("big-tree/china-*.csv: not here (set BOMAY_DATA_DIR)");
        Planting planting;
        planting.unit(u"0"_s, u"China"_s, {});
        for (const auto &row : *provinces)
            planting.unit(row.value(u"code"_s), row.value(u"name"_s), u"0"_s);
        for (const auto &row : *cities)
            planting.unit(row.value(u"code"_s), row.value(u"name"_s), row.value(u"provinceCode"_s));
        for (const auto &row : *areas)
            planting.unit(row.value(u"code"_s), row.value(u"name"_s), row.value(u"cityCode"_s));
        for (const auto &row : *streets)
            planting.unit(row.value(u"code"_s), row.value(u"name"_s), row.value(u"areaCode"_s));
        // One with frames and one without: all six take minutes under the sanitizers.
        const OrgView view(planting.grow(), kDay);
        checkPreset(view, ChartPreset::Horizontal);
        checkPreset(view, ChartPreset::HangingRight);
    }
};

BM_TEST_MAIN(TestChartData)
#include "test_chart_data.moc"
