// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/sheet_rows.h"
#include "core/exchange/sheet_table.h"

#include <deque>
#include <memory>

namespace bomay {

/// Columns that rows made from foreign tables have beside those of the template.
namespace mapped {

inline constexpr std::u16string_view kProvisional = u"@provisional"; ///< tick: the unit's code was made
inline constexpr std::u16string_view kPostCode = u"@code";           ///< what other posts name this one by
inline constexpr std::u16string_view kSuperior = u"@superior";       ///< the code of the post this one reports to
inline constexpr std::u16string_view kFte = u"@fte";

} // namespace mapped

/// Foreign tables as a sheet of the template: its importer then takes it, with all its checks, and speaks of the rows
/// and cells of the foreign one. Keeps the cells that are not in the file.
class MappedRows
{
public:
    explicit MappedRows(SheetId id);

    /// A row for row `number` of the table's sheet.
    SheetRow &add(const SheetTable &table, int number);
    void set(SheetRow &row, std::u16string_view column, const Cell *cell);
    /// A value that is not as it stands in the file; `cell` is where it comes from, null = nowhere.
    void set(SheetRow &row, std::u16string_view column, const QString &text, const Cell *cell);

    [[nodiscard]] SheetRows &rows() { return m_rows; }
    [[nodiscard]] bool isEmpty() const { return m_rows.rows.empty(); }

private:
    SheetRows m_rows;
    std::unique_ptr<std::deque<Cell>> m_cells; ///< apart, so that moving leaves them where they are
};

} // namespace bomay
