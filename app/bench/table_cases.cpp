// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/table_cases.h"

#include "core/base/csv_text.h"
#include "core/base/numbers.h"
#include "core/base/text_view.h"
#include "core/table/reader.h"
#include "core/table/xlsx_writer.h"
#include "core/table/zip_archive.h"

#include <QFile>
#include <QStringList>

#include <algorithm>
#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

constexpr std::array kColumns{u"STT"sv,    u"Mã số"sv, u"Họ và tên"sv, u"Ngày sinh"sv, u"Giới tính"sv, u"Chức danh"sv,
                              u"Đơn vị"sv, u"Phòng"sv, u"Ngạch"sv,     u"Hệ số"sv,     u"Trình độ"sv,  u"Ghi chú"sv};
constexpr std::array kTitles{u"Trưởng phòng"sv, u"Phó Trưởng phòng"sv, u"Chuyên viên"sv, u"Chuyên viên chính"sv,
                             u"Cán sự"sv};
constexpr std::array kUnits{u"Sở Nội vụ"sv, u"Sở Tài chính"sv, u"Văn phòng Ủy ban nhân dân"sv, u"Sở Tư pháp"sv};
constexpr std::array kGrades{u"01.003"sv, u"01.002"sv, u"01.004"sv};

/// The texts of a row, empty where a cell is: four of five notes are.
QStringList staffRow(int row)
{
    const auto pick = [row](const auto &texts, int step) { return toQString(texts[uz(row / step) % texts.size()]); };
    return {
        QString::number(row),
        u"CB%1"_s.arg(row, 6, 10, QChar(u'0')),
        u"Nguyễn Văn %1"_s.arg(row),
        u"%1/%2/19%3"_s.arg(row % 28 + 1, 2, 10, QChar(u'0')).arg(row % 12 + 1, 2, 10, QChar(u'0')).arg(60 + row % 40),
        row % 2 == 0 ? u"Nam"_s : u"Nữ"_s,
        pick(kTitles, 1),
        pick(kUnits, 500),
        u"Phòng số %1"_s.arg(row / 12),
        pick(kGrades, 3),
        u"%1.%2"_s.arg(2 + row % 5).arg(row % 90 + 10),
        u"Đại học"_s,
        row % 5 == 0 ? u"Biệt phái"_s : QString()};
}

bool isNumberColumn(std::size_t column)
{
    return column == 0 || column == 9;
}

/// The cells of a CSV without quotes, taken for UTF-8 and parted by commas, whatever it is.
std::vector<Cell> plainCells(QByteArrayView bytes)
{
    std::vector<Cell> cells;
    Cell cell;
    cell.row = 1;
    cell.column = 1;
    const char *begin = bytes.begin();
    for (const char *at = begin; at != bytes.end(); ++at) {
        if (*at != ',' && *at != '\n')
            continue;
        cell.text = QString::fromUtf8(begin, at - begin);
        cells.push_back(cell);
        cell.row += *at == '\n' ? 1 : 0;
        cell.column = *at == '\n' ? 1 : cell.column + 1;
        begin = at + 1;
    }
    return cells;
}

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(u"cannot-read-file"_s, {{u"file"_s, path}}, {.file = path}, file.errorString());
    return file.readAll();
}

} // namespace

Result<> writeStaffXlsx(int rows, const QString &path)
{
    OutSheet sheet{.name = u"Danh sách"_s};
    for (std::size_t column = 0; column < kColumns.size(); ++column)
        sheet.cells.push_back({1, static_cast<int>(column) + 1, toQString(kColumns[column])});
    for (int row = 1; row <= rows; ++row) {
        const QStringList texts = staffRow(row);
        for (std::size_t column = 0; column < kColumns.size(); ++column)
            if (const QString &text = texts[static_cast<qsizetype>(column)]; !text.isEmpty())
                sheet.cells.push_back({row + 1, static_cast<int>(column) + 1, text, isNumberColumn(column)});
    }
    return writeXlsx({u"Danh sách"_s, {std::move(sheet)}, std::nullopt}, path);
}

Result<> writeStaffCsv(int rows, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(u"cannot-write-file"_s, {{u"file"_s, path}}, {.file = path}, file.errorString());
    QStringList header;
    for (const std::u16string_view column : kColumns)
        header += toQString(column);
    std::vector<QStringList> lines;
    for (int row = 1; row <= rows; ++row)
        lines.push_back(staffRow(row));
    file.write(csvText(header, lines));
    return {};
}

Result<std::pair<Timing, Timing>> timeReadXlsx(const QString &path, const RunBudget &budget)
{
    BM_TRY(const Timing job, measureTried([&] { return readWorkbook(path); }, budget));
    const auto unpackAndScan = [&path]() -> Result<qint64> {
        BM_TRY(const QByteArray bytes, bytesOf(path));
        BM_TRY(ZipArchive zip, ZipArchive::open(bytes, path, {}));
        qint64 tags = 0;
        for (const QString &part : {u"xl/sharedStrings.xml"_s, u"xl/worksheets/sheet1.xml"_s}) {
            BM_TRY(const QByteArray xml, zip.read(part));
            tags += std::ranges::count(xml, '<');
        }
        return tags;
    };
    BM_TRY(const Timing reference, measureTried(unpackAndScan, budget));
    return std::pair(job, reference);
}

Result<std::pair<Timing, Timing>> timeReadCsv(const QString &path, const RunBudget &budget)
{
    BM_TRY(const Timing job, measureTried([&] { return readWorkbook(path); }, budget));
    const auto readAndSplit = [&path]() -> Result<std::vector<Cell>> {
        BM_TRY(const QByteArray bytes, bytesOf(path));
        return plainCells(bytes);
    };
    BM_TRY(const Timing reference, measureTried(readAndSplit, budget));
    return std::pair(job, reference);
}

} // namespace bomay
