// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sheet_table.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/outline.h"
#include "core/exchange/row_parts.h"
#include "core/exchange/understanding.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr int kMostHeaderRows = 5;

/// Looks for the header of a sheet.
class HeaderFinder
{
public:
    HeaderFinder(const Sheet &sheet, std::span<const CellRow> rows, const TableHints &hints)
        : m_sheet(sheet)
        , m_rows(rows)
        , m_hints(hints)
    {}

    struct Found
    {
        std::size_t first = 0; ///< in the list of rows
        std::size_t last = 0;
        std::map<int, QString> headers;
        ColumnMeanings meanings;
    };

    [[nodiscard]] Found best() const
    {
        Found best;
        for (std::size_t first = 0; first < m_rows.size() && first < kLastHeaderRow; ++first) {
            if (m_hints.headerRow > 0 && numberOf(first) != m_hints.headerRow)
                continue;
            Found found{first, lastRow(first), {}, {}};
            found.headers = headersOf(found);
            found.meanings = meaningsOfHeaders(found.headers, m_hints.words);
            if (m_hints.headerRow > 0)
                return found;
            // A title merged over the table looks like a group of its columns: of equals that share rows the lower one.
            const bool isInside = found.meanings.size() == best.meanings.size() && first <= best.last;
            if (found.meanings.size() > best.meanings.size() || isInside)
                best = std::move(found);
        }
        if (best.meanings.size() >= 2)
            return best;
        constexpr std::size_t kMostLinesAbove = 10;
        for (std::size_t row = 0; row < m_rows.size() && row <= kMostLinesAbove; ++row)
            if (namesColumns(row))
                return plainHeader(row);
        return {};
    }

private:
    /// Headers in words that nobody knows are headers all the same where they stand in the first row, each once, over
    /// rows of as many columns; below lines of a title where they are three at least.
    [[nodiscard]] bool namesColumns(std::size_t row) const
    {
        const std::size_t fewest = row == 0 ? 2 : 3;
        const CellRow header = m_rows[row];
        if (row + 1 >= m_rows.size() || header.size() < fewest || m_rows[row + 1].size() * 2 < header.size())
            return false;
        QSet<QString> texts;
        for (const Cell &cell : header)
            texts.insert(cell.text);
        return texts.size() == static_cast<qsizetype>(header.size()) &&
               std::ranges::all_of(header, [](const Cell &cell) { return isWords(cell.text); });
    }

    [[nodiscard]] Found plainHeader(std::size_t row) const
    {
        Found found{row, row, {}, {}};
        found.headers = headersOf(found);
        found.meanings = meaningsOfHeaders(found.headers, m_hints.words);
        return found;
    }

    [[nodiscard]] int numberOf(std::size_t row) const { return m_rows[row].front().row; }

    /// A header goes on where a cell of it reaches down, or where one above several columns has texts under it.
    [[nodiscard]] std::size_t lastRow(std::size_t first) const
    {
        std::size_t last = first;
        while (last + 1 < m_rows.size() && last + 1 - first < kMostHeaderRows && goesOn(first, last))
            ++last;
        return last;
    }

    [[nodiscard]] bool goesOn(std::size_t first, std::size_t last) const
    {
        const int next = numberOf(last + 1);
        for (const CellRange &merge : m_sheet.merges) {
            if (merge.firstRow < numberOf(first) || merge.firstRow > numberOf(last))
                continue;
            if (merge.lastRow >= next)
                return true;
            const auto isUnder = [&merge](const Cell &cell) {
                return cell.column >= merge.firstColumn && cell.column <= merge.lastColumn && isWords(cell.text);
            };
            if (merge.lastColumn > merge.firstColumn && merge.lastRow + 1 == next &&
                std::ranges::count_if(m_rows[last + 1], isUnder) > 1)
                return true;
        }
        return last == first && partsColumns(m_rows[first], m_rows[last + 1]);
    }

    [[nodiscard]] std::map<int, QString> headersOf(const Found &found) const
    {
        std::map<int, QStringList> lines;
        for (std::size_t row = found.first; row <= found.last; ++row)
            for (std::size_t i = 0; i < m_rows[row].size(); ++i) {
                const Cell &cell = m_rows[row][i];
                const QString text = tidyName(cell.text);
                if (text.isEmpty())
                    continue;
                for (int column = cell.column; column <= lastColumn(found, row, i); ++column)
                    if (lines[column].isEmpty() || lines[column].last() != text)
                        lines[column] += text;
            }
        std::map<int, QString> headers;
        for (const auto &[column, texts] : lines)
            headers.emplace(column, texts.join(u'\n'));
        return headers;
    }

    /// How far to the right a header cell speaks: as it is merged; without merged cells up to the next one.
    [[nodiscard]] int lastColumn(const Found &found, std::size_t row, std::size_t i) const
    {
        const Cell &cell = m_rows[row][i];
        for (const CellRange &merge : m_sheet.merges)
            if (merge.firstRow == cell.row && merge.firstColumn == cell.column)
                return merge.lastColumn;
        if (!m_sheet.merges.empty() || row == found.last)
            return cell.column;
        const bool speaksOn = cellAt(m_rows[row + 1], cell.column) != nullptr;
        if (!speaksOn)
            return cell.column;
        const bool isLast = i + 1 == m_rows[row].size();
        return (isLast ? m_rows[row + 1].back().column + 1 : m_rows[row][i + 1].column) - 1;
    }

    const Sheet &m_sheet;
    std::span<const CellRow> m_rows;
    const TableHints &m_hints;
};

} // namespace

std::vector<CellRow> splitRows(const Sheet &sheet)
{
    std::vector<CellRow> rows;
    std::size_t first = 0;
    for (std::size_t i = 1; i <= sheet.cells.size(); ++i) {
        if (i == sheet.cells.size() || sheet.cells[i].row != sheet.cells[first].row) {
            rows.emplace_back(sheet.cells.data() + first, i - first);
            first = i;
        }
    }
    return rows;
}

const Cell *cellAt(CellRow row, int column)
{
    const auto found = std::ranges::lower_bound(row, column, {}, &Cell::column);
    return found != row.end() && found->column == column ? &*found : nullptr;
}

const Cell *SheetTable::cell(CellRow row, ColumnMeaning meaning) const
{
    const auto column = meanings.find(meaning);
    return column == meanings.end() ? nullptr : cellAt(row, column->second);
}

QString SheetTable::text(CellRow row, ColumnMeaning meaning) const
{
    const Cell *found = cell(row, meaning);
    return found == nullptr ? QString() : found->text.trimmed();
}

QString SheetTable::holder(CellRow row) const
{
    return tidyName(text(row, ColumnMeaning::Holder) + u' ' + text(row, ColumnMeaning::GivenName));
}

int SheetTable::indent(const Cell &cell) const
{
    constexpr int kSpacesOfAStep = 2;
    const auto spaces = std::ranges::find_if_not(cell.text, [](QChar c) { return c.isSpace(); }) - cell.text.begin();
    const int steps = cell.style < workbook->styles.size() ? workbook->styles[cell.style].indent : 0;
    return steps + static_cast<int>(spaces) / kSpacesOfAStep;
}

namespace {

/// The cells of a row in some columns.
CellRow cut(CellRow row, const ColumnRange &columns)
{
    const auto first = std::ranges::lower_bound(row, columns.first, {}, &Cell::column);
    return {first, std::ranges::upper_bound(first, row.end(), columns.last, {}, &Cell::column)};
}

std::optional<SheetTable> tableInColumns(const Workbook &workbook, const Sheet &sheet, const TableHints &hints,
                                         const ColumnRange &columns)
{
    SheetTable table{&workbook, &sheet, {}, {}, splitRows(sheet), {}};
    if (columns.first > 1 || columns.last < std::numeric_limits<int>::max()) {
        for (CellRow &row : table.rows)
            row = cut(row, columns);
        std::erase_if(table.rows, [](CellRow row) { return row.empty(); });
    }
    auto found = HeaderFinder(sheet, table.rows, hints).best();
    if (found.headers.empty())
        return std::nullopt;
    table.headers = std::move(found.headers);
    table.meanings = std::move(found.meanings);
    // Of several lists one above the other that with most columns says what they are; they begin with the first.
    const bool isOneLine = found.first == found.last && hints.headerRow == 0;
    const std::size_t first = isOneLine ? firstHeader(table, found.first) : found.first;
    table.parts = partsOfRows(table, {first, first == found.first ? found.last : first}, found.first);
    return table;
}

/// What stands over the last line of the header in these columns: its other lines, else those cells of the heading that
/// are right above it.
QString wordsOver(const SheetTable &table, const ColumnRange &columns)
{
    QStringList words;
    for (const auto &[column, header] : table.headers) {
        const QString above = header.section(u'\n', 0, -2);
        if (column >= columns.first && column <= columns.last && !above.isEmpty() && !words.contains(above))
            words += above;
    }
    for (std::size_t i = 1; words.isEmpty() && i < table.rows.size() && table.parts[i - 1] == RowPart::Heading; ++i) {
        const bool isRightAbove = table.rows[i - 1].front().row + 1 == table.rows[i].front().row;
        if (table.parts[i] == RowPart::Header && isRightAbove)
            for (const Cell &cell : cut(table.rows[i - 1], columns))
                words += cell.text;
    }
    return nameFold(words.join(u' '));
}

/// Are columns with the same headers told apart by what stands over them: "Trước sắp xếp" and "Sau sắp xếp", "Tỉnh" and
/// "Huyện"? The names of agencies say whose each list is, and lists of people or with numbers of their own are lists.
bool areGroupsOfOneTable(const SheetTable &table, const std::vector<ColumnRange> &ranges)
{
    QSet<QString> different;
    bool namesBodies = false;
    bool tellsTimes = false;
    for (const ColumnRange &range : ranges) {
        const QString words = wordsOver(table, range);
        if (words.isEmpty())
            return false;
        different.insert(words);
        namesBodies = namesBodies || kindFromName(words, UnitKind::Unknown) != UnitKind::Other ||
                      localityTypeFromName(words, LocalityType::Unknown) != LocalityType::Unknown;
        tellsTimes = tellsTimes || words.startsWith(u"trước "_s) || words.startsWith(u"sau "_s);
    }
    const bool areLists = table.has(ColumnMeaning::Ordinal) || table.has(ColumnMeaning::Holder);
    return different.size() == std::ssize(ranges) && !namesBodies && (tellsTimes || !areLists);
}

} // namespace

std::vector<ColumnRange> listsSideBySide(const SheetTable &table)
{
    std::vector<std::pair<int, QString>> keys;
    for (const auto &[column, header] : table.headers)
        keys.emplace_back(column, headerKey(header.section(u'\n', -1)));
    const auto namesRows = [&table](int lastColumn) {
        return std::ranges::any_of(table.meanings, [lastColumn](const auto &meaning) {
            return (meaning.first == ColumnMeaning::Name || meaning.first == ColumnMeaning::Holder) &&
                   meaning.second <= lastColumn;
        });
    };
    for (std::size_t size = 2; 2 * size <= keys.size(); ++size) {
        const int offset = keys[size].first - keys.front().first;
        bool comesAgain = keys.size() % size == 0 && namesRows(keys[size - 1].first);
        for (std::size_t i = size; i < keys.size() && comesAgain; ++i)
            comesAgain = keys[i].second == keys[i - size].second && keys[i].first == keys[i - size].first + offset;
        if (!comesAgain)
            continue;
        std::vector<ColumnRange> ranges{{}};
        for (std::size_t i = size; i < keys.size(); i += size) {
            ranges.back().last = keys[i].first - 1;
            ranges.push_back({keys[i].first});
        }
        return areGroupsOfOneTable(table, ranges) ? std::vector<ColumnRange>{{}} : ranges;
    }
    return {{}};
}

std::optional<SheetTable> findTable(const Workbook &workbook, const Sheet &sheet, const TableHints &hints)
{
    return tableInColumns(workbook, sheet, hints, {});
}

std::optional<SheetTable> findListIn(const SheetTable &whole, const TableHints &hints, const ColumnRange &columns)
{
    auto list = tableInColumns(*whole.workbook, *whole.sheet, hints, columns);
    if (!list)
        return std::nullopt;
    QSet<int> signing; // numbers of rows
    for (std::size_t i = 0; i < whole.rows.size(); ++i)
        if (whole.parts[i] == RowPart::Signature)
            signing.insert(whole.rows[i].front().row);
    const bool numbersRows = list->has(ColumnMeaning::Ordinal);
    for (std::size_t i = 0; i < list->rows.size(); ++i) {
        const CellRow row = list->rows[i];
        // The whole table knows the columns of its first list alone: what is numbered in another one is data there.
        const bool isData =
            numbersRows ? !readOutlineMark(list->text(row, ColumnMeaning::Ordinal)).empty() : row.size() > 1;
        if (signing.contains(row.front().row) && list->parts[i] != RowPart::Header && !isData)
            list->parts[i] = RowPart::Signature;
    }
    return list;
}

} // namespace bomay
