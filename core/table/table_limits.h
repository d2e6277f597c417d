// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/table/workbook.h"

#include <cstdint>

namespace bomay {

/// The size of a sheet in every spreadsheet program since 2007.
inline constexpr int kMaxRows = 1'048'576;
inline constexpr int kMaxColumns = 16'384;

/// Steps of indent that Excel offers.
inline constexpr int kMaxIndent = 250;

/// `too-large` for a number of bytes: {limit} is "256 MB".
[[nodiscard]] std::unexpected<Error> failTooManyBytes(std::int64_t limit, Place place);

/// `too-large` for a number of cells: {limit} is the number.
[[nodiscard]] std::unexpected<Error> failTooManyCells(std::int64_t limit, Place place);

/// `too-large` for rows or columns beyond a sheet: {limit} is "1048576 × 16384".
[[nodiscard]] std::unexpected<Error> failBeyondSheet(Place place);

/// What a reader may still take of memory. A small file can stand for much.
class MemoryBudget
{
public:
    explicit MemoryBudget(std::int64_t bytes)
        : m_limit(bytes)
        , m_left(bytes)
    {}

    /// Errors: `too-large`.
    [[nodiscard]] Result<> take(std::int64_t bytes, const Place &place)
    {
        if (bytes > m_left) [[unlikely]]
            return failTooManyBytes(m_limit, place);
        m_left -= bytes;
        return {};
    }
    void giveBack(std::int64_t bytes) { m_left += bytes; }
    [[nodiscard]] std::int64_t left() const { return m_left; }

    /// Takes what a cell needs; letters that it shares with others were taken with them. Errors: `too-large`.
    [[nodiscard]] Result<> takeCell(const Cell &cell, const Place &place)
    {
        return take(static_cast<std::int64_t>(sizeof(Cell)) + (cell.text.isDetached() ? bytesOf(cell.text) : 0), place);
    }
    /// Takes the letters of a text that is new. Errors: `too-large`.
    [[nodiscard]] Result<> takeText(const QString &text, const Place &place) { return take(bytesOf(text), place); }

    /// Takes what one text more needs in a table of texts, which is twice as large for a moment whenever it grows.
    /// Errors: `too-large`.
    [[nodiscard]] Result<> takeTableText(const QString &text, const Place &place)
    {
        return take(bytesOf(text) + 2 * static_cast<std::int64_t>(sizeof(QString)), place);
    }

private:
    [[nodiscard]] static std::int64_t bytesOf(const QString &text)
    {
        constexpr std::int64_t kHeader = 40; // the letters' block, and what the allocator keeps
        return kHeader + static_cast<std::int64_t>(text.size()) * 2;
    }

    std::int64_t m_limit;
    std::int64_t m_left;
};

} // namespace bomay
