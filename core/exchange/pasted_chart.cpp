// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/pasted_chart.h"

#include "core/base/csv_text.h"
#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/column_meaning.h"
#include "core/exchange/outline.h"
#include "core/exchange/understanding.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// A name on a level, 0 at the top; whether it is a unit or a post shows from what stands below it.
struct LevelLine
{
    int level = 0;
    QString name;
};

bool isNumber(const QString &text)
{
    static const QRegularExpression number(u"^[0-9][0-9.,]*$"_s);
    return number.match(text).hasMatch();
}

bool isPost(const QString &name, UnitKind above)
{
    return roleFromTitle(name, above) != PostRole::Unknown && kindFromName(name, above) == UnitKind::Other;
}

/// Builds a branch by name and place; what comes twice is one.
class BranchBuilder
{
public:
    int unit(const QString &name, int parent)
    {
        const auto [found, isNew] = m_units.try_emplace({parent, nameFold(name)}, sizeOf(m_branch.units));
        if (isNew) {
            UnitState state;
            state.name = name;
            state.kind = kindFromName(name, kindOf(parent));
            m_branch.units.push_back({state, parent});
        }
        return found->second;
    }

    void post(const QString &title, int unit, int seats = 1)
    {
        PostState state;
        state.title = title;
        state.role = roleFromTitle(title, kindOf(unit));
        state.tier = state.role == PostRole::Deputy ? 1 : 0;
        state.seats = seats;
        m_branch.posts.push_back({state, unit});
    }

    [[nodiscard]] UnitKind kindOf(int unit) const
    {
        return unit < 0 ? UnitKind::Unknown : m_branch.units[uz(unit)].state.kind;
    }

    [[nodiscard]] Branch take() { return std::move(m_branch); }

private:
    Branch m_branch;
    std::map<std::pair<int, QString>, int> m_units;
};

Branch branchOfLines(const std::vector<LevelLine> &lines)
{
    BranchBuilder builder;
    std::vector<int> path; // the unit of each level above the line
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const LevelLine &line = lines[i];
        path.resize(std::min(path.size(), uz(line.level)), -1);
        const int above = path.empty() ? -1 : path.back();
        const bool hasBelow = i + 1 < lines.size() && lines[i + 1].level > line.level;
        if (above >= 0 && !hasBelow && isPost(line.name, builder.kindOf(above)))
            builder.post(line.name, above);
        else
            path.push_back(builder.unit(line.name, above));
    }
    return builder.take();
}

/// What a line begins with: a number or bullet of a kind, and how deep numbers such as "1.2." say they are.
struct Marker
{
    int kind = 0; ///< equal for lines of one level; 0 = none
    int depth = 0;
    qsizetype length = 0;
};

Marker markerOf(const QString &text)
{
    static const QRegularExpression bullet(u"^([-–—+*•▪▫◦‣●○■□➢✓\\x{F0A7}\\x{F0B7}\\x{F0D8}]|o(?=\\t))\\s*"_s);
    static const QRegularExpression label(u"^([IVX]+[.)]|[A-Za-zđ][.)]|[0-9]+(?:\\.[0-9]+)*[.)]?)\\s+"_s);
    constexpr int kFirstBullet = 100; // behind the styles of numbers
    if (const auto match = bullet.match(text); match.hasMatch())
        return {kFirstBullet + match.captured(1).front().unicode(), 0, match.capturedLength()};
    const auto match = label.match(text);
    const std::vector<OutlineMark> readings =
        match.hasMatch() ? readOutlineMark(match.captured(1)) : std::vector<OutlineMark>{};
    if (readings.empty())
        return {};
    return {1 + static_cast<int>(readings.front().style), readings.front().parts - 1, match.capturedLength()};
}

int indentOf(const QString &line)
{
    constexpr int kTabWidth = 4;
    int width = 0;
    for (const QChar c : line) {
        if (c == u'\t')
            width += kTabWidth;
        else if (c.isSpace())
            ++width;
        else
            break;
    }
    return width;
}

Branch branchOfList(const QStringList &texts)
{
    const bool hasIndents =
        std::ranges::any_of(texts, [&texts](const QString &text) { return indentOf(text) != indentOf(texts[0]); });
    std::vector<LevelLine> lines;
    std::vector<int> indents; // of the levels above
    std::vector<int> kinds;   // of markers, in the order in which they first came
    for (const QString &text : texts) {
        const QString trimmed = text.trimmed();
        const Marker marker = markerOf(trimmed);
        const QString name = tidyName(QStringView(trimmed).mid(marker.length));
        if (name.isEmpty())
            continue;
        if (hasIndents) {
            const int indent = indentOf(text);
            while (!indents.empty() && indents.back() >= indent)
                indents.pop_back();
            lines.push_back({sizeOf(indents), name});
            indents.push_back(indent);
            continue;
        }
        auto kind = std::ranges::find(kinds, marker.kind);
        if (kind == kinds.end())
            kind = kinds.insert(kinds.end(), marker.kind);
        lines.push_back({static_cast<int>(kind - kinds.begin()) + marker.depth, name});
    }
    return branchOfLines(lines);
}

using PastedRows = std::vector<QStringList>;

/// Which column of a table holds what; −1 = none.
struct Columns
{
    int unit = -1;
    int above = -1;
    int post = -1;
    int seats = -1;
    int ordinal = -1;
    bool isHeading = false; ///< the row names columns, rather than being data

    [[nodiscard]] bool knows(int column) const
    {
        return column == unit || column == above || column == post || column == seats || column == ordinal;
    }
};

/// By the headers that an import knows.
Columns columnsOf(const QStringList &heading)
{
    std::map<int, QString> headers;
    for (int i = 0; i < heading.size(); ++i)
        headers.emplace(i + 1, heading[i]);
    const ColumnMeanings meanings = meaningsOfHeaders(headers);
    const auto columnOf = [&meanings](std::initializer_list<ColumnMeaning> wanted) {
        for (const ColumnMeaning meaning : wanted)
            if (const auto found = meanings.find(meaning); found != meanings.end())
                return found->second - 1;
        return -1;
    };
    using enum ColumnMeaning;
    return {columnOf({Name, Unit}), columnOf({Parent}),  columnOf({Title, Position}),
            columnOf({Seats}),      columnOf({Ordinal}), meanings.contains(Name) || meanings.size() >= 2};
}

/// Units hung up by the name of the one above. A name that stands in no row of its own is a unit at the top; a circle
/// is cut where it closes.
class NamedTable
{
public:
    NamedTable(const PastedRows &rows, const Columns &columns)
    {
        QString name;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            // A cell merged over the posts of its unit has its text in the first of their rows.
            if (const QString own = cell(rows[i], columns.unit); !own.isEmpty())
                name = own;
            if (name.isEmpty())
                continue;
            Entry &entry = entryOf(name);
            if (const QString above = cell(rows[i], columns.above); !above.isEmpty() && entry.above.isEmpty()) {
                entry.above = nameFold(above);
                entryOf(above);
            }
            if (const QString post = cell(rows[i], columns.post); !post.isEmpty()) {
                const int seats = cell(rows[i], columns.seats).toInt();
                entryOf(name).posts.emplace_back(post, std::max(1, seats));
            }
        }
    }

    Branch branch()
    {
        BranchBuilder builder;
        for (const QString &name : m_order)
            place(builder, name);
        for (const QString &name : m_order)
            for (const auto &[title, seats] : m_entries[name].posts)
                builder.post(title, m_entries[name].unit, seats);
        return builder.take();
    }

private:
    struct Entry
    {
        QString name;
        QString above; ///< folded; empty = at the top
        std::vector<std::pair<QString, int>> posts;
        int unit = -1;
        int way = 0; ///< the last walk upwards that came by
    };

    static QString cell(const QStringList &row, int column)
    {
        return column < 0 ? QString() : tidyName(row.value(column));
    }

    Entry &entryOf(const QString &name)
    {
        const auto [found, isNew] = m_entries.try_emplace(nameFold(name));
        if (isNew) {
            found->second.name = name;
            m_order += found->first;
        }
        return found->second;
    }

    /// With those above it first, without recursion: a chain may be long.
    void place(BranchBuilder &builder, const QString &name)
    {
        std::vector<QString> way{name};
        ++m_way;
        while (true) {
            Entry &last = m_entries[way.back()];
            last.way = m_way;
            if (last.unit >= 0 || last.above.isEmpty())
                break;
            if (m_entries[last.above].way == m_way) {
                last.above.clear();
                break;
            }
            way.push_back(last.above);
        }
        for (auto step = way.rbegin(); step != way.rend(); ++step)
            if (Entry &entry = m_entries[*step]; entry.unit < 0)
                entry.unit = builder.unit(entry.name, entry.above.isEmpty() ? -1 : m_entries[entry.above].unit);
    }

    std::map<QString, Entry> m_entries; ///< by folded name
    QStringList m_order;
    int m_way = 0;
};

bool isNumberColumn(const PastedRows &rows, int column)
{
    bool any = false;
    for (const QStringList &row : rows) {
        const QString text = row.value(column);
        any = any || isNumber(text);
        if (!text.isEmpty() && !isNumber(text) && &row != &rows.front())
            return false;
    }
    return any;
}

/// Every column a level; an empty cell before the first full one repeats what stands above it.
Branch branchOfLevels(const PastedRows &rows, const std::vector<int> &levels)
{
    BranchBuilder builder;
    std::vector<int> path(levels.size(), -1); // the unit that each column stands for now
    for (const QStringList &row : rows) {
        int above = -1;
        for (std::size_t i = 0; i < levels.size(); ++i) {
            const QString name = tidyName(row.value(levels[i]));
            const bool isLast = std::all_of(levels.begin() + static_cast<std::ptrdiff_t>(i) + 1, levels.end(),
                                            [&row](int column) { return row.value(column).trimmed().isEmpty(); });
            if (name.isEmpty()) {
                if (isLast)
                    break;
                above = path[i] < 0 ? above : path[i];
                continue;
            }
            if (isLast && above >= 0 && isPost(name, builder.kindOf(above))) {
                builder.post(name, above);
                break;
            }
            above = builder.unit(name, above);
            path[i] = above;
            std::fill(path.begin() + static_cast<std::ptrdiff_t>(i) + 1, path.end(), -1);
        }
    }
    return builder.take();
}

PastedChart chartOfTable(const PastedRows &rows)
{
    PastedChart chart;
    const QStringList &heading = rows.front();
    const Columns columns = columnsOf(heading);
    if (columns.unit >= 0 && (columns.above >= 0 || columns.post >= 0)) {
        for (int i = 0; i < heading.size(); ++i)
            if (!columns.knows(i) && !heading[i].isEmpty())
                chart.ignored += heading[i];
        chart.branch = NamedTable(rows, columns).branch();
        return chart;
    }
    std::vector<int> levels;
    qsizetype width = 0;
    for (const QStringList &row : rows)
        width = std::max(width, row.size());
    bool hasHeading = columns.isHeading; // or a column of numbers with a word on top
    for (int i = 0; i < width; ++i) {
        if (!isNumberColumn(rows, i)) {
            levels.push_back(i);
            continue;
        }
        hasHeading = hasHeading || !(heading.value(i).isEmpty() || isNumber(heading.value(i)));
        if (i > 0) // the first is the number of the row
            chart.ignored += heading.value(i);
    }
    chart.branch = branchOfLevels(hasHeading ? PastedRows(rows.begin() + 1, rows.end()) : rows, levels);
    return chart;
}

} // namespace

PastedChart chartFromText(const QString &text)
{
    QString clean = text;
    clean.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').remove(u'\uFEFF');
    QStringList lines;
    for (const QString &line : clean.split(u'\n'))
        if (!line.trimmed().isEmpty())
            lines += line;
    if (lines.isEmpty())
        return {};
    // A tab right behind a bullet is no column.
    const auto hasCells = [](const QString &line) {
        const QString trimmed = line.trimmed();
        return trimmed.mid(markerOf(trimmed).length).contains(u'\t');
    };
    const auto cells = std::ranges::count_if(lines, hasCells);
    if (2 * cells < lines.size())
        return {branchOfList(lines), {}};
    PastedRows rows;
    for (const QString &line : lines) {
        QStringList row;
        for (const QString &cell : line.split(u'\t'))
            row += cell.trimmed();
        rows.push_back(std::move(row));
    }
    return chartOfTable(rows);
}

namespace {

/// Calls `write(level, unit index or −1, post index or −1)` in the order of the chart.
void walkBranch(const Branch &branch, const auto &write)
{
    std::vector<int> levels;
    const auto posts = [&](int unit, int level) {
        for (int post = 0; post < sizeOf(branch.posts); ++post)
            if (branch.posts[uz(post)].unit == unit)
                write(level, -1, post);
    };
    posts(-1, 0);
    for (int unit = 0; unit < sizeOf(branch.units); ++unit) {
        const int parent = branch.units[uz(unit)].parent;
        levels.push_back(parent < 0 ? 0 : levels[uz(parent)] + 1);
        write(levels.back(), unit, -1);
        posts(unit, levels.back() + 1);
    }
}

} // namespace

QString outlineOf(const Branch &branch)
{
    QString text;
    walkBranch(branch, [&](int level, int unit, int post) {
        text += QString(level, u'\t') +
                (unit >= 0 ? branch.units[uz(unit)].state.name : branch.posts[uz(post)].state.title) + u'\n';
    });
    return text;
}

QString tableOf(const Branch &branch)
{
    QString text = u"Đơn vị\tThuộc đơn vị\tChức danh\tSố lượng\n"_s;
    const auto nameOf = [&branch](int unit) {
        return unit < 0 ? QString() : withoutFormula(branch.units[uz(unit)].state.name);
    };
    walkBranch(branch, [&](int /*level*/, int unit, int post) {
        if (unit >= 0) {
            text += nameOf(unit) + u'\t' + nameOf(branch.units[uz(unit)].parent) + u"\t\t\n"_s;
            return;
        }
        const Branch::PostPart &part = branch.posts[uz(post)];
        const int above = part.unit < 0 ? -1 : branch.units[uz(part.unit)].parent;
        text += nameOf(part.unit) + u'\t' + nameOf(above) + u'\t' + withoutFormula(part.state.title) + u'\t' +
                QString::number(part.state.seats) + u'\n';
    });
    return text;
}

} // namespace bomay
