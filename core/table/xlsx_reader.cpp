// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/xlsx_reader.h"

#include "core/table/xlsx_sheet.h"

namespace bomay {

Result<Workbook> readXlsx(const QByteArray &bytes, const QString &file, const TableLimits &limits)
{
    BM_TRY(ZipArchive zip, ZipArchive::open(bytes, file, limits));
    return readXlsx(zip, limits);
}

Result<Workbook> readXlsx(ZipArchive &zip, const TableLimits &limits)
{
    const QString &file = zip.file();
    BM_TRY(const XlsxPackage package, readXlsxPackage(zip));
    MemoryBudget memory(limits.maxMemoryBytes);
    BM_TRY_VOID(memory.take(zip.bytes().size(), {file}));
    XlsxStrings strings;
    if (!package.sharedStringsPart.isEmpty()) {
        BM_TRY(const QByteArray xml, zip.read(package.sharedStringsPart, memory));
        BM_TRY(strings, readSharedStrings(xml, package.sharedStringsPart, file, memory));
        memory.giveBack(xml.size());
    }

    Workbook workbook{.file = file};
    StyleTable styles;
    std::vector<std::uint32_t> styleByPackageStyle;
    for (const CellLook &style : package.styles)
        styleByPackageStyle.push_back(styles.indexOf(style));
    std::int64_t cellsLeft = limits.maxCells;
    for (const XlsxSheetEntry &entry : package.sheets) {
        const XlsxSheetContext context{.strings = strings,
                                       .isDateByStyle = package.isDateByStyle,
                                       .styleByPackageStyle = styleByPackageStyle,
                                       .styles = styles,
                                       .dateSystem = package.dateSystem,
                                       .memory = memory,
                                       .cellsLeft = cellsLeft,
                                       .maxCells = limits.maxCells,
                                       .place = {.file = file, .sheet = entry.name},
                                       .part = entry.part};
        auto xml = zip.read(entry.part, memory);
        if (!xml) {
            xml.error().place.sheet = entry.name;
            return std::unexpected(std::move(xml).error());
        }
        BM_TRY(Sheet sheet, readXlsxSheet(*xml, context));
        memory.giveBack(xml->size());
        cellsLeft -= static_cast<std::int64_t>(sheet.cells.size());
        sheet.name = entry.name;
        sheet.state = entry.state;
        workbook.sheets.push_back(std::move(sheet));
    }
    workbook.styles = styles.take();
    return workbook;
}

} // namespace bomay
