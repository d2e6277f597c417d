// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/xlsx_reader.h"

#include "core/table/xlsx_sheet.h"

namespace bomay {

Result<Workbook> readXlsx(const QByteArray &bytes, const QString &file, const TableLimits &limits)
{
    BM_TRY(ZipArchive zip, ZipArchive::open(bytes, file, limits));
    BM_TRY(const XlsxPackage package, readXlsxPackage(zip));
    std::vector<QString> strings;
    if (!package.sharedStringsPart.isEmpty()) {
        BM_TRY(const QByteArray xml, zip.read(package.sharedStringsPart));
        BM_TRY(strings, readSharedStrings(xml, package.sharedStringsPart, file, limits));
    }

    Workbook workbook{.file = file, .sheets = {}};
    std::int64_t cellsLeft = limits.maxCells;
    for (const XlsxSheetEntry &entry : package.sheets) {
        const XlsxSheetContext context{.strings = strings,
                                       .isDateByStyle = package.isDateByStyle,
                                       .dateSystem = package.dateSystem,
                                       .cellsLeft = cellsLeft,
                                       .maxCells = limits.maxCells,
                                       .place = {.file = file, .sheet = entry.name},
                                       .part = entry.part};
        auto xml = zip.read(entry.part);
        if (!xml) {
            xml.error().place.sheet = entry.name;
            return std::unexpected(std::move(xml).error());
        }
        BM_TRY(std::vector<Cell> cells, readXlsxSheet(*xml, context));
        cellsLeft -= static_cast<std::int64_t>(cells.size());
        workbook.sheets.push_back({entry.name, entry.state, std::move(cells)});
    }
    return workbook;
}

} // namespace bomay
