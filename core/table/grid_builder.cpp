// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/grid_builder.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

void addHidden(std::vector<HiddenRange> &ranges, int first, int last, int end)
{
    last = std::min(last, end);
    if (first > last)
        return;
    if (!ranges.empty() && ranges.back().last + 1 == first)
        ranges.back().last = last;
    else
        ranges.push_back({first, last});
}

template <typename Item>
std::pair<int, int> placeOf(const Item &item)
{
    return {item.row, item.column};
}

} // namespace

GridBuilder::GridBuilder(const QString &file, const TableLimits &limits)
    : m_workbook{.file = file}
    , m_limits(limits)
    , m_memory(limits.maxMemoryBytes)
    , m_cellsLeft(limits.maxCells)
    , m_repeatsLeft(limits.maxRepeatedCells)
{}

void GridBuilder::beginSheet(const QString &name, SheetState state)
{
    m_workbook.sheets.push_back({.name = name, .state = state});
}

Place GridBuilder::place(int row, int column) const
{
    return {m_workbook.file, hasSheet() ? m_workbook.sheets.back().name : QString(), row, column};
}

Result<> GridBuilder::add(Cell cell)
{
    if (cell.text.isEmpty() && cell.type != CellType::Error)
        return {};
    if (cell.row < 1 || cell.row > kMaxRows || cell.column < 1 || cell.column > kMaxColumns)
        return failBeyondSheet(place(cell.row, cell.column));
    if (m_cellsLeft <= 0)
        return failTooManyCells(m_limits.maxCells, place(cell.row));
    if (sheet().cells.size() == sheet().cells.capacity()) {
        BM_TRY_VOID(makeRoom());
    }
    if (cell.text.isDetached()) {
        BM_TRY_VOID(m_memory.takeText(cell.text, place(cell.row)));
    }
    --m_cellsLeft;
    sheet().cells.push_back(std::move(cell));
    return {};
}

/// Room for more cells; while they move into it, both are there.
Result<> GridBuilder::makeRoom()
{
    constexpr std::size_t kFewest = 64;
    std::vector<Cell> &cells = sheet().cells;
    const auto bytesOf = [](std::size_t count) { return static_cast<std::int64_t>(count * sizeof(Cell)); };
    const std::size_t before = cells.capacity();
    const std::size_t room = std::max(kFewest, before + before / 2);
    BM_TRY_VOID(m_memory.take(bytesOf(room), place()));
    cells.reserve(room);
    m_memory.giveBack(bytesOf(before));
    return {};
}

Result<> GridBuilder::allowRepeats(std::int64_t cells)
{
    if (cells > m_repeatsLeft)
        return failTooManyCells(m_limits.maxRepeatedCells, place());
    m_repeatsLeft -= cells;
    return {};
}

void GridBuilder::hideRows(int first, int last)
{
    addHidden(sheet().hiddenRows, first, last, kMaxRows);
}

void GridBuilder::hideColumns(int first, int last)
{
    addHidden(sheet().hiddenColumns, first, last, kMaxColumns);
}

Result<> GridBuilder::merge(const CellRange &range)
{
    if (range.lastRow > kMaxRows || range.lastColumn > kMaxColumns)
        return failBeyondSheet(place(range.firstRow, range.firstColumn));
    sheet().merges.push_back(range);
    return {};
}

Result<Workbook> GridBuilder::finish(const QString &part)
{
    for (Sheet &sheet : m_workbook.sheets) {
        if (!std::ranges::is_sorted(sheet.cells, {}, placeOf<Cell>))
            std::ranges::stable_sort(sheet.cells, {}, placeOf<Cell>);
        std::ranges::stable_sort(sheet.richCells, {}, placeOf<RichCell>);
        const auto twice = std::ranges::adjacent_find(sheet.cells, {}, placeOf<Cell>);
        if (twice != sheet.cells.end())
            return fail(u"damaged-spreadsheet"_s, {{u"part"_s, part}},
                        {m_workbook.file, sheet.name, twice->row, twice->column}, u"the cell is there twice"_s);
    }
    m_workbook.styles = m_styles.take();
    return std::move(m_workbook);
}

} // namespace bomay
