// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/form_fill.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/form_values.h"
#include "core/exchange/outline.h"
#include "core/exchange/sheet_table.h"
#include "core/table/table_limits.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;
using enum ColumnMeaning;

QString romanNumber(int number)
{
    constexpr std::array<std::pair<int, std::u16string_view>, 7> kSigns{
        {{50, u"L"}, {40, u"XL"}, {10, u"X"}, {9, u"IX"}, {5, u"V"}, {4, u"IV"}, {1, u"I"}}};
    QString text;
    for (const auto &[value, sign] : kSigns)
        for (; number >= value; number -= value)
            text += toQString(sign);
    return text;
}

/// "I", "1", "a" by depth from 1; deeper ones a dash.
QString outlineMark(int depth, int nth)
{
    constexpr std::u16string_view kLetters = u"abcdđeghiklmnopqrstuvxy";
    if (depth == 1 && nth < 90)
        return romanNumber(nth);
    if (depth == 3 && nth <= sizeOf(kLetters))
        return QString(QChar(kLetters[uz(nth - 1)]));
    return depth <= 2 ? QString::number(nth) : u"-"_s;
}

bool isBlank(const Cell &cell)
{
    return QStringView(cell.text).trimmed().isEmpty();
}

class TableFiller
{
public:
    TableFiller(const SheetTable &table, const bomay::Organisation &organisation, const OrgView &view, FormFill &fill)
        : m_table(table)
        , m_view(view)
        , m_values(organisation, view)
        , m_fill(fill)
        , m_merges(table.sheet->merges)
    {
        for (int i = 0; i < sizeOf(view.units()); ++i) {
            m_byCode.insert(view.units()[uz(i)].code, i);
            m_byName[nameFold(view.units()[uz(i)].state.name)].push_back(i);
        }
        std::ranges::sort(m_merges, {}, &CellRange::firstRow);
    }

    Result<> run()
    {
        for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
            if (m_table.parts[i] == RowPart::Data && namesSomething(m_table.rows[i]))
                m_asked.push_back(read(m_table.rows[i]));
            m_holdersInForm.insert(nameFold(m_table.holder(m_table.rows[i])));
        }
        if (m_asked.empty())
            return addRows();
        for (const AskedRow &asked : m_asked)
            if (asked.isPost() && asked.holder.isEmpty())
                ++m_rowsOfTitle[{asked.unit, nameFold(asked.title)}];
        for (const AskedRow &asked : m_asked)
            complete(asked);
        return {};
    }

private:
    /// A row of the outline that others stand under.
    struct RowAbove
    {
        int depth = 0;
        int unit = -1; ///< −1 = the document does not know it
    };

    [[nodiscard]] bool namesSomething(CellRow row) const
    {
        return std::ranges::any_of(std::array{Name, Code, Title, Unit, Holder},
                                   [&](ColumnMeaning meaning) { return !m_table.text(row, meaning).isEmpty(); });
    }

    // A form with rows: each names its unit, or the post of the unit above it.

    /// What a row asks for.
    struct AskedRow
    {
        int row = 0;
        int unit = -1;
        QString named; ///< the unit, as the row has it
        QString title;
        QString holder;

        [[nodiscard]] bool isPost() const { return !title.isEmpty() || !holder.isEmpty(); }
    };

    [[nodiscard]] AskedRow read(CellRow row)
    {
        const QString code = tidyName(m_table.text(row, Code));
        QString name = tidyName(m_table.text(row, m_table.has(Name) ? Name : Unit));
        QString mark = m_table.text(row, Ordinal);
        if (const auto split = splitOutlineMark(name); split && mark.isEmpty())
            std::tie(mark, name) = *split;
        if (!name.isEmpty() || !code.isEmpty())
            m_unit = unitOf(code, name, mark);
        return {row.front().row, m_unit, name + code, tidyName(m_table.text(row, Title)), m_table.holder(row)};
    }

    void complete(const AskedRow &asked)
    {
        const auto seat = asked.unit >= 0 && asked.isPost() ? seatOf(asked) : std::nullopt;
        if (asked.unit < 0 || (asked.isPost() && !seat)) {
            const QString missing = asked.unit < 0 ? asked.named : asked.holder.isEmpty() ? asked.title : asked.holder;
            m_fill.diagnostics.push_back({DiagnosticSeverity::Warning,
                                          {u"form-row-unknown"_s, {{u"name"_s, missing}}},
                                          {m_table.workbook->file, m_table.sheet->name, asked.row}});
            return;
        }
        const auto before = m_fill.cells.size();
        for (const auto &[meaning, column] : m_table.meanings)
            if (const auto value = seat ? m_values.ofPost(seat->post, meaning, seat->holder)
                                        : m_values.ofUnit(asked.unit, meaning, m_table.headers.at(column)))
                write(asked.row, column, *value);
        m_fill.rows += m_fill.cells.size() > before ? 1 : 0;
    }

    /// By code, else by name: below the row that the outline puts this one under, and nowhere where that one is not
    /// known, for each sở has a Văn phòng. Without an outline by a name that only one unit has, or that of several
    /// which is nearest to the row before.
    [[nodiscard]] int unitOf(const QString &code, const QString &name, const QString &mark)
    {
        const int depth = mark.isEmpty() ? -1 : m_levels.next(mark, 0);
        while (depth >= 0 && !m_above.empty() && m_above.back().depth >= depth)
            m_above.pop_back();
        const bool isBelow = depth >= 0 && !m_above.empty();
        const auto byCode = m_byCode.constFind(code);
        const int unit = !code.isEmpty() && byCode != m_byCode.constEnd() ? *byCode
                         : isBelow                                        ? unitBelow(m_above.back().unit, name)
                                                                          : unitNear(name);
        if (depth >= 0)
            m_above.push_back({depth, unit});
        return unit;
    }

    [[nodiscard]] int unitBelow(int above, const QString &name) const
    {
        int found = -1;
        for (const int unit : m_byName.value(nameFold(name))) {
            if (above < 0 || !isInside(unit, above))
                continue;
            if (m_view.parentUnit(unit) == above)
                return unit;
            if (found >= 0)
                return -1;
            found = unit;
        }
        return found;
    }

    [[nodiscard]] bool isInside(int unit, int above) const
    {
        const int root = m_view.nodeOfUnit(above);
        const int node = m_view.nodeOfUnit(unit);
        return root >= 0 && node > root && node < m_view.nodes()[uz(root)].end;
    }

    [[nodiscard]] int unitNear(const QString &name) const
    {
        const std::vector<int> named = m_byName.value(nameFold(name));
        if (named.size() == 1)
            return named.front();
        for (int above = m_unit; above >= 0; above = m_view.parentUnit(above))
            for (const int unit : named)
                if (m_view.parentUnit(unit) == above)
                    return unit;
        return -1;
    }

    /// What a row of a post speaks of.
    struct Seat
    {
        int post = -1;
        int holder = -1; ///< −1 = all; one that the post does not have = a seat nobody holds
    };

    /// The one that is held by whom the row names, whatever turn it is; else that whose turn it is.
    [[nodiscard]] std::optional<Seat> seatOf(const AskedRow &asked)
    {
        const QString title = nameFold(asked.title);
        std::vector<int> posts;
        for (const int post : m_view.postsOfUnit(asked.unit))
            if (title.isEmpty() || nameFold(m_view.posts()[uz(post)].state.title) == title)
                posts.push_back(post);
        if (asked.holder.isEmpty())
            return nextSeat(posts, m_rowsOfTitle[{asked.unit, title}] > sizeOf(posts));
        const QString holder = nameFold(asked.holder);
        for (const int post : posts) {
            const auto &holders = m_view.posts()[uz(post)].holders;
            const auto named =
                std::ranges::find(holders, holder, [](const ViewHolder &one) { return nameFold(one.name); });
            if (named != holders.end())
                return Seat{post, static_cast<int>(named - holders.begin())};
        }
        return std::nullopt;
    }

    /// The first post whose holders the form names nowhere; where the form has more rows than there are posts, their
    /// seats one by one.
    [[nodiscard]] std::optional<Seat> nextSeat(std::span<const int> posts, bool isBySeat)
    {
        const auto isInForm = [this](const ViewHolder &one) { return m_holdersInForm.contains(nameFold(one.name)); };
        for (const int post : posts) {
            const ViewPost &found = m_view.posts()[uz(post)];
            const int seats = std::max(found.state.seats, sizeOf(found.holders));
            if (!isBySeat) {
                if (std::ranges::none_of(found.holders, isInForm) && m_taken.insert({post, -1}).second)
                    return Seat{post, -1};
                continue;
            }
            for (int seat = 0; seat < seats; ++seat)
                if ((seat >= sizeOf(found.holders) || !isInForm(found.holders[uz(seat)])) &&
                    m_taken.insert({post, seat}).second)
                    return Seat{post, seat};
        }
        return std::nullopt;
    }

    // A form without rows: it gets those of the view.

    struct NewRow
    {
        int unit = -1;
        int post = -1;
        int holder = -1;
        QString mark;
    };

    [[nodiscard]] std::vector<NewRow> newRows() const
    {
        const bool listsUnits = m_table.has(Name);
        const bool listsPosts = m_table.has(Title) || !listsUnits;
        std::vector<NewRow> rows;
        std::vector<int> numbers; // of the last unit on each depth
        int count = 0;
        for (const ViewNode &node : m_view.nodes()) {
            if (node.isUnit() && listsUnits) {
                const int depth = std::max(1, depthOf(node.item));
                numbers.resize(uz(depth), 0);
                rows.push_back({node.item, -1, -1, outlineMark(depth, ++numbers.back())});
            } else if (!node.isUnit() && listsPosts) {
                const int holders = listsUnits ? 1 : std::max(1, sizeOf(m_view.posts()[uz(node.item)].holders));
                for (int holder = 0; holder < holders; ++holder)
                    rows.push_back(
                        {-1, node.item, listsUnits ? -1 : holder, listsUnits ? QString() : QString::number(++count)});
            }
        }
        return rows;
    }

    [[nodiscard]] int depthOf(int unit) const
    {
        int depth = 0;
        for (int above = unit; above >= 0; above = m_view.parentUnit(above))
            ++depth;
        return depth;
    }

    Result<> addRows()
    {
        int first = 0;
        int below = kMaxRows + 1;
        for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
            const RowPart part = m_table.parts[i];
            const int row = m_table.rows[i].front().row;
            // A total may stand on top of what it sums.
            if (part == RowPart::Header || part == RowPart::ColumnNumbers || (part == RowPart::Total && row == first))
                first = std::max(first, row + 1);
            else if ((part == RowPart::Total || part == RowPart::Note || part == RowPart::Signature ||
                      part == RowPart::OtherSurrounding) &&
                     !std::ranges::all_of(m_table.rows[i], isBlank))
                below = std::min(below, row);
        }
        const std::vector<NewRow> rows = newRows();
        if (sizeOf(rows) > below - first)
            return fail(u"form-too-few-rows"_s,
                        {{u"rows"_s, QString::number(rows.size())}, {u"free"_s, QString::number(below - first)}},
                        {m_table.workbook->file, m_table.sheet->name, first});
        for (std::size_t i = 0; i < rows.size(); ++i)
            addRow(first + static_cast<int>(i), rows[i]);
        m_fill.rows += sizeOf(rows);
        return {};
    }

    void addRow(int number, const NewRow &row)
    {
        for (const auto &[meaning, column] : m_table.meanings) {
            const auto value = meaning == Ordinal ? std::optional<FormValue>(row.mark)
                               : row.post >= 0    ? m_values.ofPost(row.post, meaning, row.holder)
                                                  : m_values.ofUnit(row.unit, meaning, m_table.headers.at(column));
            if (value)
                write(number, column, *value);
        }
    }

    /// Into a cell that holds nothing and is not hidden by the one it is merged with.
    void write(int row, int column, const FormValue &value)
    {
        const auto rowOf = [](const CellRow &cells) { return cells.front().row; };
        const auto found = std::ranges::lower_bound(m_table.rows, row, {}, rowOf);
        const Cell *there = found != m_table.rows.end() && rowOf(*found) == row ? cellAt(*found, column) : nullptr;
        if (there != nullptr && !isBlank(*there))
            return;
        const bool isHidden = std::ranges::any_of(mergesAt(row), [&](const CellRange &merge) {
            return column >= merge.firstColumn && column <= merge.lastColumn &&
                   (row != merge.firstRow || column != merge.firstColumn);
        });
        const auto *text = std::get_if<QString>(&value);
        if (!isHidden && (text == nullptr || !text->isEmpty()))
            m_fill.cells.push_back({m_table.sheet->name, {row, column}, value});
    }

    /// The merged cells that a row is part of. Rows are asked for from top to bottom.
    [[nodiscard]] std::span<const CellRange> mergesAt(int row)
    {
        std::erase_if(m_mergesNow, [row](const CellRange &merge) { return merge.lastRow < row; });
        for (; m_nextMerge < m_merges.size() && m_merges[m_nextMerge].firstRow <= row; ++m_nextMerge)
            if (m_merges[m_nextMerge].lastRow >= row)
                m_mergesNow.push_back(m_merges[m_nextMerge]);
        return m_mergesNow;
    }

    const SheetTable &m_table;
    const OrgView &m_view;
    FormValues m_values;
    FormFill &m_fill;
    QHash<QString, int> m_byCode;
    QHash<QString, std::vector<int>> m_byName;
    QSet<QString> m_holdersInForm; ///< folded
    std::vector<AskedRow> m_asked;
    std::map<std::pair<int, QString>, int> m_rowsOfTitle; ///< of a unit; those that name no holder
    std::set<std::pair<int, int>> m_taken;                ///< posts and seats that rows without a holder have
    std::vector<CellRange> m_merges;                      ///< by first row
    std::size_t m_nextMerge = 0;
    std::vector<CellRange> m_mergesNow;
    OutlineLevels m_levels;
    std::vector<RowAbove> m_above; ///< the path of the outline to the last row of a unit
    int m_unit = -1;               ///< that the last row spoke of
};

} // namespace

Result<FormFill> planFormFill(const Workbook &form, const bomay::Organisation &organisation, const OrgView &view)
{
    FormFill fill;
    bool hasTable = false;
    for (const Sheet &sheet : form.sheets) {
        const auto table = findTable(form, sheet);
        if (!table || !(table->has(Name) || table->has(Code) || table->has(Title)))
            continue;
        hasTable = true;
        BM_TRY_VOID(TableFiller(*table, organisation, view, fill).run());
    }
    if (!hasTable)
        return fail(u"form-no-table"_s, {}, {form.file});
    return fill;
}

} // namespace bomay
