// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/xlsx_form.h"

#include "core/base/whole_file.h"
#include "core/table/table_limits.h"
#include "core/table/xlsx_package.h"
#include "core/table/zip_edit.h"

#include <QFile>

#include <algorithm>
#include <cmath>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

using SheetValues = std::map<CellReference, FormValue>;

Result<QByteArray> bytesOf(const QString &path, const TableLimits &limits)
{
    QFile file(path);
    if (!file.exists())
        return fail(u"file-not-found"_s, {}, {path});
    if (!file.open(QIODevice::ReadOnly))
        return fail(u"cannot-read-file"_s, {}, {path}, file.errorString());
    if (file.size() > limits.maxFileBytes)
        return failTooManyBytes(limits.maxFileBytes, {path});
    return file.readAll();
}

/// The values of each sheet, in the order of the package.
Result<std::vector<SheetValues>> valuesBySheet(const XlsxPackage &package, const std::vector<FormCell> &cells,
                                               const QString &form)
{
    std::vector<SheetValues> values(package.sheets.size());
    for (const FormCell &cell : cells) {
        const auto sheet = std::ranges::find_if(package.sheets, [&cell](const XlsxSheetEntry &entry) {
            return entry.name.compare(cell.sheet, Qt::CaseInsensitive) == 0;
        });
        if (sheet == package.sheets.end())
            return fail(u"form-sheet"_s, {{u"name"_s, cell.sheet}}, {form, cell.sheet});
        const CellReference place = cell.place;
        const bool isInside =
            place.row >= 1 && place.row <= kMaxRows && place.column >= 1 && place.column <= kMaxColumns;
        const auto *number = std::get_if<double>(&cell.value);
        BM_CHECK(isInside && (number == nullptr || std::isfinite(*number)), continue);
        values[static_cast<std::size_t>(sheet - package.sheets.begin())].insert_or_assign(place, cell.value);
    }
    return values;
}

} // namespace

Result<> fillXlsxForm(const QString &form, const std::vector<FormCell> &cells, const QString &target,
                      const TableLimits &limits)
{
    BM_TRY(const QByteArray bytes, bytesOf(form, limits));
    BM_TRY(ZipArchive zip, ZipArchive::open(bytes, form, limits));
    BM_TRY(const XlsxPackage package, readXlsxPackage(zip));
    BM_TRY(const std::vector<SheetValues> values, valuesBySheet(package, cells, form));
    QMap<QString, QByteArray> parts;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i].empty())
            continue;
        const XlsxSheetEntry &sheet = package.sheets[i];
        BM_TRY(const QByteArray xml, zip.read(sheet.part));
        BM_TRY(parts[sheet.part], editedSheet(xml, {.values = values[i],
                                                    .isDateByStyle = package.isDateByStyle,
                                                    .dateSystem = package.dateSystem,
                                                    .place = {form, sheet.name},
                                                    .part = sheet.part}));
    }
    BM_TRY(const QByteArray filled, parts.isEmpty() ? Result<QByteArray>(bytes) : withParts(bytes, parts, form));
    return writeWholeFile(target, filled);
}

} // namespace bomay
