// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/xlsx_writer.h"

#include "core/base/whole_file.h"
#include "core/table/number_format.h"
#include "core/table/table_limits.h"
#include "core/table/xlsx_text.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

constexpr int kStyles = static_cast<int>(CellStyle::Input) + 1; ///< the last one
constexpr int kFormats = 4;                                     ///< values of CellFormat
constexpr lxw_row_t kLastListRow = 4999;                        ///< drop-down lists reach down to row 5000

struct WorkbookFreer
{
    void operator()(lxw_workbook *workbook) const { lxw_workbook_free(workbook); }
};
using WorkbookPointer = std::unique_ptr<lxw_workbook, WorkbookFreer>;

QByteArray utf8(const QString &text)
{
    return escapeXlsx(text).toUtf8();
}

std::unexpected<Error> failWrite(const QString &detail, Place place)
{
    return fail(u"cannot-write-file"_s, {}, std::move(place), detail);
}

/// Puts one OutWorkbook into libxlsxwriter's. Lives for one call of writeXlsx.
class WorkbookFiller
{
public:
    WorkbookFiller(lxw_workbook *target, QString path)
        : m_target(target)
        , m_path(std::move(path))
    {}

    Result<> fill(const OutWorkbook &source);

private:
    bool makeFormats();
    static void dress(const std::array<lxw_format *, kStyles> &formats);
    [[nodiscard]] lxw_format *formatOf(CellStyle style, CellFormat format = CellFormat::General) const
    {
        return m_formats[static_cast<std::size_t>(format)][static_cast<std::size_t>(style)];
    }
    Result<> guardSheet(lxw_worksheet *target, const OutSheet &sheet);
    Result<> setProperties(const OutWorkbook &source);
    Result<lxw_worksheet *> addSheet(const OutSheet &sheet);
    Result<> fillColumns(lxw_worksheet *target, const OutSheet &sheet);
    Result<> addList(lxw_worksheet *target, const OutSheet &sheet, lxw_col_t column, const QString &formula);
    Result<> fillCell(lxw_worksheet *target, const OutCell &cell, const QString &sheet);
    Result<> checked(lxw_error error, const QString &sheet, int row, int column) const;

    lxw_workbook *m_target;
    QString m_path;
    std::array<std::array<lxw_format *, kStyles>, kFormats> m_formats{}; ///< by CellFormat and CellStyle
    QSet<QString> m_names;                                               ///< of the sheets so far, without case
};

Result<> WorkbookFiller::checked(lxw_error error, const QString &sheet, int row, int column) const
{
    if (error == LXW_NO_ERROR)
        return {};
    return failWrite(QString::fromUtf8(lxw_strerror(error)), {m_path, sheet, row, column});
}

bool WorkbookFiller::makeFormats()
{
    constexpr std::array kCodes{"General", "@", "#,##0", "dd/mm/yyyy"};
    static_assert(kCodes.size() == kFormats);
    for (std::size_t format = 0; format < kCodes.size(); ++format) {
        for (lxw_format *&made : m_formats[format]) {
            made = workbook_add_format(m_target);
            if (made == nullptr)
                return false;
            format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
            format_set_num_format(made, kCodes[format]);
        }
        dress(m_formats[format]);
    }
    return true;
}

void WorkbookFiller::dress(const std::array<lxw_format *, kStyles> &formats)
{
    const auto formatOf = [&formats](CellStyle style) { return formats[static_cast<std::size_t>(style)]; };
    constexpr lxw_color_t kLightYellow = 0xFFF2CC;
    constexpr lxw_color_t kLightGrey = 0xF2F2F2;
    constexpr lxw_color_t kGrey = 0x7F7F7F;
    for (const CellStyle style : {CellStyle::Required, CellStyle::Optional}) {
        format_set_bold(formatOf(style));
        format_set_text_wrap(formatOf(style));
        format_set_border(formatOf(style), LXW_BORDER_THIN);
        format_set_pattern(formatOf(style), LXW_PATTERN_SOLID);
        format_set_bg_color(formatOf(style), style == CellStyle::Required ? kLightYellow : kLightGrey);
    }
    format_set_italic(formatOf(CellStyle::Example));
    format_set_font_color(formatOf(CellStyle::Example), kGrey);
    format_set_bold(formatOf(CellStyle::Title));
    format_set_font_size(formatOf(CellStyle::Title), 14);
    format_set_text_wrap(formatOf(CellStyle::Note));
    format_set_bold(formatOf(CellStyle::Total));
    format_set_unlocked(formatOf(CellStyle::Input));
}

Result<> WorkbookFiller::setProperties(const OutWorkbook &source)
{
    QByteArray title = utf8(source.title);
    lxw_doc_properties properties{};
    properties.title = title.data();
    if (source.created) {
        // Noon, so that the file shows the same day in every time zone; without a time the library would take the
        // clock's.
        constexpr std::int64_t kJulian19700101 = 2'440'588;
        constexpr std::int64_t kSecondsOfDay = 86'400;
        properties.created =
            static_cast<time_t>((source.created->julian - kJulian19700101) * kSecondsOfDay + kSecondsOfDay / 2);
    }
    return checked(workbook_set_properties(m_target, &properties), {}, 0, 0);
}

Result<lxw_worksheet *> WorkbookFiller::addSheet(const OutSheet &sheet)
{
    const auto failName = [&](const QString &detail) {
        return fail(u"bad-sheet-name"_s, {{u"name"_s, sheet.name}}, {m_path, sheet.name}, detail);
    };
    constexpr qsizetype kMaxLength = 31; // in UTF-16 units; the library counts characters
    const QString folded = sheet.name.toCaseFolded();
    if (sheet.name.isEmpty() || sheet.name.size() > kMaxLength || escapeXlsx(sheet.name) != sheet.name)
        return failName(u"empty, longer than 31, or with control characters"_s);
    if (m_names.contains(folded)) // the library folds only ASCII
        return failName(u"the name is there already"_s);
    const QByteArray name = sheet.name.toUtf8();
    if (const lxw_error error = workbook_validate_sheet_name(m_target, name.constData()); error != LXW_NO_ERROR)
        return failName(QString::fromUtf8(lxw_strerror(error)));
    lxw_worksheet *target = workbook_add_worksheet(m_target, name.constData());
    if (target == nullptr)
        return failName(u"the library refuses it"_s);
    m_names.insert(folded);
    return target;
}

Result<> WorkbookFiller::fillColumns(lxw_worksheet *target, const OutSheet &sheet)
{
    bool afterCollapsed = false;
    lxw_col_t index = 0;
    for (const OutColumn &column : sheet.columns) {
        // The button that opens a group hangs on the column behind it.
        lxw_row_col_options options{.hidden = column.collapsed,
                                    .level = static_cast<uint8_t>(column.collapsed ? 1 : 0),
                                    .collapsed = afterCollapsed && !column.collapsed};
        const bool isBare = column.format == CellFormat::General && !column.isInput;
        lxw_format *format =
            isBare ? nullptr : formatOf(column.isInput ? CellStyle::Input : CellStyle::Plain, column.format);
        BM_TRY_VOID(checked(worksheet_set_column_opt(target, index, index, column.width, format, &options), sheet.name,
                            0, index + 1));
        if (!column.listFormula.isEmpty()) {
            BM_TRY_VOID(addList(target, sheet, index, column.listFormula));
        }
        afterCollapsed = column.collapsed;
        ++index;
    }
    if (!afterCollapsed)
        return {};
    lxw_row_col_options options{.hidden = 0, .level = 0, .collapsed = 1};
    return checked(worksheet_set_column_opt(target, index, index, LXW_DEF_COL_WIDTH, nullptr, &options), sheet.name, 0,
                   index + 1);
}

Result<> WorkbookFiller::addList(lxw_worksheet *target, const OutSheet &sheet, lxw_col_t column, const QString &formula)
{
    // Version 1.1.4 of the library copies the formula twice and frees it once: a few bytes per list are lost.
    QByteArray text = formula.toUtf8();
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    validation.ignore_blank = LXW_VALIDATION_ON;
    validation.show_input = LXW_VALIDATION_ON;
    validation.show_error = LXW_VALIDATION_ON;
    // Codes and English labels are good values too: the list proposes, it does not forbid.
    validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    validation.value_formula = text.data();
    const auto firstRow = static_cast<lxw_row_t>(std::clamp(sheet.frozenRows, 1, static_cast<int>(kLastListRow)));
    return checked(worksheet_data_validation_range(target, firstRow, column, kLastListRow, column, &validation),
                   sheet.name, 0, column + 1);
}

Result<> WorkbookFiller::guardSheet(lxw_worksheet *target, const OutSheet &sheet)
{
    if (sheet.isLocked)
        worksheet_protect(target, nullptr, nullptr);
    if (!sheet.hasFilter || sheet.columns.empty())
        return {};
    const int header = std::max(sheet.frozenRows, 1);
    int last = header;
    for (const OutCell &cell : sheet.cells)
        last = std::max(last, cell.row);
    return checked(worksheet_autofilter(target, static_cast<lxw_row_t>(header - 1), 0, static_cast<lxw_row_t>(last - 1),
                                        static_cast<lxw_col_t>(sheet.columns.size() - 1)),
                   sheet.name, header, 0);
}

Result<> WorkbookFiller::fillCell(lxw_worksheet *target, const OutCell &cell, const QString &sheet)
{
    if (cell.row < 1 || cell.row > kMaxRows || cell.column < 1 || cell.column > kMaxColumns)
        return failWrite(u"outside the sheet"_s, {m_path, sheet, cell.row, cell.column});
    const auto row = static_cast<lxw_row_t>(cell.row - 1);
    const auto column = static_cast<lxw_col_t>(cell.column - 1);
    const bool isBare = cell.style == CellStyle::Plain && cell.format == CellFormat::General && !cell.day;
    lxw_format *format = isBare ? nullptr : formatOf(cell.style, cell.day ? CellFormat::Day : cell.format);
    bool isNumber = cell.isNumber;
    const double number = isNumber ? cell.text.toDouble(&isNumber) : 0;
    BM_CHECK(isNumber == cell.isNumber && std::isfinite(number), isNumber = false);

    lxw_error error = LXW_NO_ERROR;
    if (const auto serial = cell.day ? daySerial(*cell.day, DateSystem::From1900) : std::nullopt)
        error = worksheet_write_number(target, row, column, *serial, format);
    else if (cell.day)
        error = worksheet_write_string(target, row, column, utf8(cell.day->toVietnamese()).constData(), format);
    else if (isNumber)
        error = worksheet_write_number(target, row, column, number, format);
    else if (!cell.text.isEmpty())
        error = worksheet_write_string(target, row, column, utf8(cell.text).constData(), format);
    else if (format != nullptr)
        error = worksheet_write_blank(target, row, column, format);
    BM_TRY_VOID(checked(error, sheet, cell.row, cell.column));
    if (cell.comment.isEmpty())
        return {};
    return checked(worksheet_write_comment(target, row, column, utf8(cell.comment).constData()), sheet, cell.row,
                   cell.column);
}

Result<> WorkbookFiller::fill(const OutWorkbook &source)
{
    if (!makeFormats())
        return failWrite(u"no memory"_s, {m_path});
    BM_TRY_VOID(setProperties(source));
    bool hasVisible = false;
    for (const OutSheet &sheet : source.sheets) {
        BM_TRY(lxw_worksheet * target, addSheet(sheet));
        BM_TRY_VOID(fillColumns(target, sheet));
        for (const OutCell &cell : sheet.cells)
            BM_TRY_VOID(fillCell(target, cell, sheet.name));
        if (sheet.frozenRows > 0)
            worksheet_freeze_panes(target, static_cast<lxw_row_t>(sheet.frozenRows), 0);
        BM_TRY_VOID(guardSheet(target, sheet));
        if (sheet.hidden) {
            worksheet_hide(target);
        } else if (!hasVisible) { // else the first sheet would be shown, hidden or not
            worksheet_activate(target);
            worksheet_set_first_sheet(target);
            hasVisible = true;
        }
    }
    if (!hasVisible) // spreadsheet programs refuse such a file
        return failWrite(u"no visible sheet"_s, {m_path});
    return {};
}

/// The whole workbook as the bytes of an XLSX.
Result<QByteArray> xlsxBytes(const OutWorkbook &workbook, const QString &path)
{
    // The library writes only to a path, and with fopen.
    const QTemporaryDir folder;
    if (!folder.isValid())
        return failWrite(folder.errorString(), {path});
    const QString aside = folder.filePath(u"workbook.xlsx"_s);
    WorkbookPointer target(workbook_new(QFile::encodeName(aside).constData()));
    if (target == nullptr)
        return failWrite(u"no memory"_s, {path});
    BM_TRY_VOID(WorkbookFiller(target.get(), path).fill(workbook));
    if (const lxw_error error = workbook_close(target.release()); error != LXW_NO_ERROR)
        return failWrite(QString::fromUtf8(lxw_strerror(error)), {path});
    QFile file(aside);
    if (!file.open(QIODevice::ReadOnly))
        return failWrite(file.errorString(), {path});
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failWrite(file.errorString(), {path});
    return bytes;
}

} // namespace

Result<> writeXlsx(const OutWorkbook &workbook, const QString &path)
{
    BM_TRY(const QByteArray bytes, xlsxBytes(workbook, path));
    return writeWholeFile(path, bytes);
}

} // namespace bomay
