// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_context.h"
#include "core/exchange/mapped_rows.h"
#include "core/exchange/sheet_table.h"
#include "core/exchange/unit_codes.h"

#include <initializer_list>

namespace bomay {

/// The columns of a table that have a place of their own in a made row; the others stay with it under their header.
class TakenColumns
{
public:
    TakenColumns(const SheetTable &table, std::initializer_list<ColumnMeaning> meanings);
    TakenColumns(const SheetTable &table, QSet<int> columns);
    void keepOthers(SheetRow &made, CellRow row) const;

private:
    static QSet<int> columnsOf(const SheetTable &table, std::initializer_list<ColumnMeaning> meanings);

    QSet<int> m_taken;
    std::map<int, QString> m_others; ///< what columns are called under which cells are kept, by number
};

/// Where the tables of an import that are none of the template's come together as rows of its sheets; what they are
/// about is then imported once, so that one table may name what another one brings.
struct ForeignRows
{
    explicit ForeignRows(ImportContext &importContext)
        : context(importContext)
        , codes(importContext.base)
    {}

    ImportContext &context;
    UnitCodes codes;
    MappedRows localities{SheetId::Localities};
    MappedRows units{SheetId::Units};
    MappedRows posts{SheetId::Posts};

    /// A unit that no row stands for, like the section a post names: made once, not counted. Gives its code.
    QString unitFor(const SheetTable &table, const QString &above, const QString &name, const Cell *cell, int row);

    void note(const SheetTable &table, DiagnosticSeverity severity, const QString &code, MessageArgs args, int row,
              int column = 0);

    /// Says which rows of a table were passed over as no data, so that the officer can see that none was.
    void tellParts(const SheetTable &table);

    /// Hands all rows to the importers of their sheets.
    void import();

private:
    void tellOtherTable(const SheetTable &table);
    void recogniseMoved();
};

/// The name of the table's file without folder and ending.
[[nodiscard]] QString baseNameOf(const SheetTable &table);

} // namespace bomay
