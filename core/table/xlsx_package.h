// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/number_format.h"
#include "core/table/workbook.h"
#include "core/table/zip_archive.h"

#include <vector>

namespace bomay {

/// A worksheet as workbook.xml lists it; chart sheets are not among them.
struct XlsxSheetEntry
{
    QString name;
    SheetState state = SheetState::Visible;
    QString part; ///< full name in the zip, "xl/worksheets/sheet1.xml"
};

/// What the small parts of an XLSX say: which parts hold the sheets and the shared strings, and how dates are told.
struct XlsxPackage
{
    DateSystem dateSystem = DateSystem::From1900;
    std::vector<XlsxSheetEntry> sheets;
    QString sharedStringsPart;       ///< empty where the workbook has none
    std::vector<bool> isDateByStyle; ///< by cell style (cellXfs); empty where the workbook has no styles
    std::vector<CellLook> styles;    ///< likewise
};

/// Errors: `not-a-spreadsheet` (a zip, but no XLSX), `damaged-spreadsheet` {part}, and those of ZipArchive::read.
[[nodiscard]] Result<XlsxPackage> readXlsxPackage(ZipArchive &zip);

} // namespace bomay
