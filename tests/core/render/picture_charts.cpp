// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/render/picture_charts.h"

#include "core/base/numbers.h"
#include "core/table/csv_reader.h"

#include <QFile>
#include <QHash>

#include <algorithm>
#include <functional>

namespace bomay::test {

using namespace Qt::StringLiterals;

namespace {

using CsvRow = QHash<QString, QString>;

std::optional<std::vector<CsvRow>> rowsOf(const QString &name)
{
    QFile file(QStringLiteral(BOMAY_DATA_DIR "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto cells = readCsv(file.readAll(), {}, {});
    if (!cells)
        return std::nullopt;
    QHash<int, QString> columns;
    std::vector<CsvRow> rows;
    for (const Cell &cell : *cells) {
        if (cell.row == 1) {
            columns.insert(cell.column, cell.text);
            continue;
        }
        while (sizeOf(rows) < cell.row - 1)
            rows.emplace_back();
        rows[uz(cell.row - 2)].insert(columns.value(cell.column), cell.text.trimmed());
    }
    return rows;
}

/// Nodes by key, in any order; a repeated key is one node with all its names.
class NodeGathering
{
public:
    void add(const QString &key, const QString &parent, const QString &title, const QString &name = {})
    {
        if (const auto known = m_indices.constFind(key); known != m_indices.constEnd()) {
            m_nodes[uz(*known)].names += name;
            return;
        }
        m_indices.insert(key, sizeOf(m_nodes));
        m_nodes.push_back({parent, title, name.isEmpty() ? QStringList() : QStringList{name}, {}});
    }

    /// Several tops get a root with a name.
    [[nodiscard]] std::vector<PictureNode> inPreorder(const QString &rootName)
    {
        std::vector<int> tops;
        for (int i = 0; i < sizeOf(m_nodes); ++i) {
            const int parent = m_indices.value(m_nodes[uz(i)].parent, -1);
            if (parent < 0 || parent == i)
                tops.push_back(i);
            else
                m_nodes[uz(parent)].children.push_back(i);
        }
        std::vector<PictureNode> ordered;
        if (tops.size() > 1)
            ordered.push_back({-1, {rootName}});
        const std::function<void(int, int)> visit = [&](int node, int parent) {
            const int self = sizeOf(ordered);
            const Gathered &of = m_nodes[uz(node)];
            ordered.push_back({parent, QStringList{of.title} + of.names});
            for (const int child : of.children)
                visit(child, self);
        };
        for (const int top : tops)
            visit(top, tops.size() > 1 ? 0 : -1);
        return ordered;
    }

    /// Only what hangs below one of them, with it.
    void cutTo(const QString &key)
    {
        QHash<QString, bool> isBelow{{key, true}};
        const std::function<bool(const QString &)> below = [&](const QString &at) {
            if (const auto known = isBelow.constFind(at); known != isBelow.constEnd())
                return *known;
            const int index = m_indices.value(at, -1);
            const bool found = index >= 0 && m_nodes[uz(index)].parent != at && below(m_nodes[uz(index)].parent);
            isBelow.insert(at, found);
            return found;
        };
        NodeGathering rest;
        QStringList keys(sizeOf(m_nodes));
        for (auto it = m_indices.cbegin(); it != m_indices.cend(); ++it)
            keys[*it] = it.key();
        for (int i = 0; i < sizeOf(m_nodes); ++i)
            if (below(keys[i]))
                rest.add(keys[i], keys[i] == key ? QString() : m_nodes[uz(i)].parent, m_nodes[uz(i)].title,
                         m_nodes[uz(i)].names.value(0));
        *this = std::move(rest);
    }

private:
    struct Gathered
    {
        QString parent;
        QString title;
        QStringList names;
        std::vector<int> children;
    };

    std::vector<Gathered> m_nodes;
    QHash<QString, int> m_indices;
};

std::optional<std::vector<PictureNode>> organogram(const QString &file, const std::function<QString(QString)> &key)
{
    const auto rows = rowsOf(u"uk-organogram/"_s + file + u"-senior.csv"_s);
    if (!rows)
        return std::nullopt;
    NodeGathering nodes;
    for (const CsvRow &row : *rows)
        nodes.add(key(row.value(u"Post Unique Reference"_s)), key(row.value(u"Reports to Senior Post"_s)),
                  row.value(u"Job Title"_s), row.value(u"Name"_s));
    return nodes.inPreorder(rows->front().value(u"Organisation"_s));
}

std::optional<std::vector<PictureNode>> table(const QString &file, const QString &title, const QString &top = {})
{
    const auto rows = rowsOf(file);
    if (!rows)
        return std::nullopt;
    NodeGathering nodes;
    for (const CsvRow &row : *rows)
        nodes.add(row.value(u"id"_s), row.value(u"parentId"_s), row.value(title), row.value(u"name"_s));
    if (!top.isEmpty())
        nodes.cutTo(top);
    return nodes.inPreorder(u"Root"_s);
}

std::optional<std::vector<PictureNode>> university()
{
    const auto rows = rowsOf(u"vietnam/dhqghn-don-vi.csv"_s);
    if (!rows)
        return std::nullopt;
    NodeGathering nodes;
    for (const CsvRow &row : *rows)
        nodes.add(row.value(u"guid"_s).toUpper(), row.value(u"guidDonViCha"_s).toUpper(), row.value(u"tenDonVi"_s));
    return nodes.inPreorder(u"Đại học Quốc gia Hà Nội"_s);
}

/// "xx.yy.H29" belongs to "00.yy.H29", that to "00.00.H29".
std::optional<std::vector<PictureNode>> agencies()
{
    const auto rows = rowsOf(u"vietnam/tphcm-co-quan-ma-dinh-danh-2014-07-early.csv"_s);
    if (!rows)
        return std::nullopt;
    NodeGathering nodes;
    for (const CsvRow &row : *rows) {
        const QString code = row.value(u"ma_dinh_danh"_s);
        QString parent;
        if (code.endsWith(u".H29"_s) && code != u"00.00.H29"_s)
            parent = code.startsWith(u"00."_s) ? u"00.00.H29"_s : u"00"_s + code.mid(2);
        nodes.add(code, parent, row.value(u"ten_co_quan"_s));
    }
    return nodes.inPreorder(u"Thành phố Hồ Chí Minh"_s);
}

std::optional<std::vector<PictureNode>> communes()
{
    const auto rows = rowsOf(u"vietnam/tphcm-phuong-xa-dac-khu-2025.csv"_s);
    if (!rows)
        return std::nullopt;
    NodeGathering nodes;
    for (const CsvRow &row : *rows)
        nodes.add(row.value(u"ma"_s), {}, row.value(u"ten"_s));
    return nodes.inPreorder(u"Thành phố Hồ Chí Minh"_s);
}

std::optional<std::vector<PictureNode>> districts()
{
    const auto rows = rowsOf(u"vietnam/tphcm-quan-huyen-phuong-xa-2024.csv"_s);
    if (!rows)
        return std::nullopt;
    NodeGathering nodes;
    for (const CsvRow &row : *rows) {
        const QString district = row.value(u"long_district"_s);
        nodes.add(u"TP"_s, {}, row.value(u"long_province"_s));
        nodes.add(district, u"TP"_s, district);
        nodes.add(district + u'/' + row.value(u"long_ward"_s), district, row.value(u"long_ward"_s));
    }
    return nodes.inPreorder({});
}

std::optional<std::vector<PictureNode>> employees()
{
    const auto rows = rowsOf(u"orgchart-samples/adventureworks-employee.csv"_s);
    const auto people = rowsOf(u"orgchart-samples/adventureworks-employee-department.csv"_s);
    if (!rows || !people)
        return std::nullopt;
    QHash<QString, QString> names;
    for (const CsvRow &row : *people)
        names.insert(row.value(u"BusinessEntityID"_s), row.value(u"FirstName"_s) + u' ' + row.value(u"LastName"_s));
    NodeGathering nodes;
    for (const CsvRow &row : *rows) {
        const QString path = row.value(u"OrganizationNode"_s);
        const QString own = path.isEmpty() ? u"/"_s : path;
        const qsizetype slash = own.lastIndexOf(u'/', -2);
        nodes.add(own, own == u"/"_s ? QString() : own.left(slash + 1), row.value(u"JobTitle"_s),
                  names.value(row.value(u"BusinessEntityID"_s)));
    }
    return nodes.inPreorder({});
}

} // namespace

const std::vector<PictureChart> &pictureCharts()
{
    static const std::vector<PictureChart> kCharts{
        {"vn-dhqghn", 42, 10.0, 7.0},        {"vn-hcmc-agencies", 69, 9.2, 5.8}, {"uk-dfid-2013", 90, 6.7, 3.9},
        {"uk-dfe-2011", 120, 5.2, 3.3},      {"ifg-dcms", 134, 6.0, 4.2},        {"uk-des-2013", 136, 5.1, 3.3},
        {"d3-sample-O-6074", 137, 4.7, 4.5}, {"vn-hcmc-2025", 169, 4.2, 2.1},    {"uk-home-office-2012", 190, 2.8, 1.7},
        {"adventureworks", 290, 2.8, 1.0},   {"uk-doh-2011", 313, 1.4, 1.0},     {"ifg-dfid", 321, 3.4, 1.7},
        {"ifg-fco", 333, 3.9, 1.0},          {"vn-hcmc-2024", 335, 5.5, 1.1},    {"d3-sample-O-6068", 414, 1.7, 1.7},
    };
    return kCharts;
}

std::optional<std::vector<PictureNode>> nodesOf(const QString &chart)
{
    const auto asIs = [](const QString &key) { return key; };
    const auto upper = [](const QString &key) { return key.toUpper(); };
    const auto number = [](const QString &key) { return QString::number(key.toInt()); };
    if (chart == u"vn-dhqghn"_s)
        return university();
    if (chart == u"vn-hcmc-agencies"_s)
        return agencies();
    if (chart == u"vn-hcmc-2025"_s)
        return communes();
    if (chart == u"vn-hcmc-2024"_s)
        return districts();
    if (chart == u"adventureworks"_s)
        return employees();
    if (chart == u"uk-dfid-2013"_s)
        return organogram(u"department-for-international-development-2013-09-30"_s, asIs);
    if (chart == u"uk-dfe-2011"_s)
        return organogram(u"department-of-education-2011-09-30"_s, upper);
    if (chart == u"uk-des-2013"_s)
        return organogram(u"20131202-des-oct-13-organogram-final-u"_s, number);
    if (chart == u"uk-home-office-2012"_s)
        return organogram(u"home-office-2012-09-30"_s, asIs);
    if (chart == u"uk-doh-2011"_s)
        return organogram(u"department-of-health-2011-09-30"_s, asIs);
    if (chart.startsWith(u"ifg-"_s))
        return table(u"uk-ifg-tree/"_s + chart.mid(4) + u".csv"_s, u"jobTitle"_s);
    return table(u"orgchart-samples/d3-org-chart-org.csv"_s, u"positionName"_s, chart.section(u"sample-"_s, 1));
}

} // namespace bomay::test
