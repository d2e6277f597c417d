// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/reader.h"

#include "core/table/csv_reader.h"
#include "core/table/docx_reader.h"
#include "core/table/html_reader.h"
#include "core/table/legacy_text.h"
#include "core/table/ods_reader.h"
#include "core/table/ole_file.h"
#include "core/table/spreadsheetml_reader.h"
#include "core/table/table_limits.h"
#include "core/table/utf8.h"
#include "core/table/xls_reader.h"
#include "core/table/xlsx_reader.h"
#include "core/table/xml_scanner.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>
#include <iterator>
#include <optional>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

/// The whole file, never more than the limit, whatever its size is said to be.
Result<QByteArray> readBytes(const QString &path, const TableLimits &limits)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(u"file-not-found"_s, {}, {path});
    if (!info.isFile()) // a folder, or a device that never ends
        return fail(u"cannot-read-file"_s, {}, {path}, u"not a regular file"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(u"cannot-read-file"_s, {}, {path}, file.errorString());
    if (file.size() > limits.maxFileBytes)
        return failTooManyBytes(limits.maxFileBytes, {path});
    QByteArray bytes = file.read(file.size());
    if (file.error() != QFileDevice::NoError)
        return fail(u"cannot-read-file"_s, {}, {path}, file.errorString());
    return bytes;
}

QString baseName(const QString &path)
{
    return QFileInfo(path).completeBaseName();
}

/// Are bytes that are no ASCII nothing but signs apart from all words, as "£" or "©", which the code pages of Windows
/// have in common? Then there is no letter to be taken for another.
bool hasSignsAlone(const QByteArray &bytes)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (byte < 0x80)
            continue;
        const bool isSign = byte >= 0xA0 && byte <= 0xBF && byte != 0xAA && byte != 0xBA;
        if (!isSign || (i > 0 && isLetter(bytes[i - 1])) || (i + 1 < bytes.size() && isLetter(bytes[i + 1])))
            return false;
    }
    return true;
}

/// Lines from the first byte on that is no ASCII, enough to tell an encoding by; empty where there are not so many.
QByteArray foreignLines(const QByteArray &bytes)
{
    constexpr qsizetype kSample = 1 << 20;
    const auto isForeign = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    const qsizetype foreign = std::ranges::find_if(bytes, isForeign) - bytes.begin();
    const qsizetype begin = bytes.lastIndexOf('\n', foreign) + 1;
    if (bytes.size() - begin < 2 * kSample)
        return {};
    return bytes.sliced(begin, std::max<qsizetype>(bytes.lastIndexOf('\n', begin + kSample) - begin, 0));
}

/// Whether lines of a long text, one megabyte of them, have texts enough to tell an encoding by and are in none: then
/// there is no need to read all of it.
bool isInNoEncoding(const QByteArray &bytes, const Place &place, const TableLimits &limits)
{
    constexpr std::ptrdiff_t kEnough = 400; // of those that an encoding is told by: codes and numbers are in every one
    const auto isForeign = [](const Cell &cell) {
        return std::ranges::any_of(cell.text, [](QChar c) { return c.unicode() >= 0x80; });
    };
    Workbook sample;
    auto cells = readCsv(utf8OfLatin1(foreignLines(bytes)), place, limits);
    if (!cells || std::ranges::count_if(*cells, isForeign) < kEnough)
        return false;
    sample.sheets.push_back({.name = place.sheet, .cells = *std::move(cells)});
    return !convertBytesRead(sample);
}

/// A workbook with one sheet. Bytes that are no UTF-8 are taken for a legacy encoding where one is sure.
Result<Workbook> csvWorkbook(const QByteArray &bytes, const QString &path, const TableLimits &limits)
{
    const Place place{.file = path, .sheet = baseName(path)};
    Workbook workbook{.file = path};
    workbook.sheets.push_back({.name = place.sheet});
    auto cells = readCsv(bytes, place, limits);
    if (cells) {
        workbook.sheets.front().cells = *std::move(cells);
        return workbook;
    }
    const bool hasByteOrderMark =
        bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF") || bytes.startsWith("\xEF\xBB\xBF");
    if (cells.error().code() != u"bad-encoding" || hasByteOrderMark)
        return std::unexpected(std::move(cells).error());
    const bool hasLetters = !hasSignsAlone(bytes);
    if (hasLetters && isInNoEncoding(bytes, place, limits))
        return std::unexpected(std::move(cells).error());
    TableLimits left = limits;
    left.maxMemoryBytes -= bytes.size();
    BM_TRY(workbook.sheets.front().cells, readCsv(utf8OfLatin1(bytes), place, left));
    if (!convertBytesRead(workbook) && hasLetters)
        return std::unexpected(std::move(cells).error());
    return workbook;
}

bool isZip(const QByteArray &bytes)
{
    // The first entry, or the directory of an empty zip; whole signatures have one byte more, cut files need not.
    return bytes.startsWith("PK\x03") || bytes.startsWith("PK\x05");
}

Result<Workbook> zipWorkbook(const QByteArray &bytes, const QString &path, const TableLimits &limits)
{
    BM_TRY(ZipArchive zip, ZipArchive::open(bytes, path, limits));
    if (zip.contains(u"content.xml"_s))
        return readOds(zip, limits);
    if (zip.contains(docxDocumentPart()))
        return readDocxTables(zip, limits);
    return readXlsx(zip, limits);
}

/// Text that begins as XML and HTML do, as UTF-8 without white space in front; empty for all other.
QByteArray markupOf(const QByteArray &bytes)
{
    constexpr qsizetype kHead = 256;
    if (bytes.startsWith("\xFF\xFE<") || bytes.startsWith(QByteArray("\xFE\xFF\0<", 4))) {
        QStringDecoder decode(QStringDecoder::Utf16);
        return QString(decode(bytes)).toUtf8();
    }
    const QByteArray text = bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
    const QByteArray head = text.first(std::min(text.size(), kHead));
    const auto first = std::ranges::find_if(head, [](char c) { return static_cast<unsigned char>(c) > ' '; });
    if (first == head.end() || *first != '<')
        return {};
    return first == head.begin() ? text : text.sliced(first - head.begin()); // a copy of all of it
}

bool hasTableTag(QByteArrayView html)
{
    constexpr QByteArrayView kName = "table";
    for (qsizetype at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
        const QByteArrayView name = html.sliced(at + 1, std::min(kName.size(), html.size() - at - 1));
        if (name.compare(kName, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

/// An XML file without its last tag is cut, whatever was found wrong in it.
Result<Workbook> cutNamed(Result<Workbook> workbook, const QByteArray &text, const QByteArray &root)
{
    if (workbook || workbook.error().code() != u"damaged-spreadsheet" || text.trimmed().endsWith(root + '>'))
        return workbook;
    return fail(u"truncated"_s, {}, workbook.error().place, workbook.error().detail);
}

/// Nothing where the text is no table in XML or HTML after all.
std::optional<Result<Workbook>> markupWorkbook(const QByteArray &bytes, const QString &path, const TableLimits &limits)
{
    QByteArray text = markupOf(bytes);
    if (text.isEmpty())
        return std::nullopt;
    XmlScanner xml({text.constData(), static_cast<std::size_t>(text.size())});
    XmlScanner::Token token = xml.next();
    while (token == XmlScanner::Token::Text)
        token = xml.next();
    if (token == XmlScanner::Token::Start && xml.name() == "document")
        return cutNamed(readFods(text, path, limits), text, "document");
    if (token == XmlScanner::Token::Start && xml.name() == "Workbook")
        return cutNamed(readSpreadsheetMl(text, path, limits), text, "Workbook");
    if (!hasTableTag(text))
        return std::nullopt;
    if (firstInvalidUtf8(text) >= 0) // a code page; what legacy encoding it is, its fonts and words will tell
        text = utf8OfLatin1(text);
    TableLimits left = limits;
    left.maxMemoryBytes -= text.isSharedWith(bytes) ? 0 : bytes.size();
    return readHtmlTables(text, {.file = path, .sheet = baseName(path)}, left);
}

Result<Workbook> workbookOf(const QByteArray &bytes, const QString &path, const TableLimits &limits)
{
    if (isZip(bytes))
        return zipWorkbook(bytes, path, limits);
    if (bytes.size() > limits.maxPlainBytes)
        return failTooManyBytes(limits.maxPlainBytes, {path});
    if (OleFile::isOle(bytes))
        return readXls(bytes, path, limits);
    std::optional<Result<Workbook>> markup = markupWorkbook(bytes, path, limits);
    return markup ? *std::move(markup) : csvWorkbook(bytes, path, limits);
}

} // namespace

Result<Workbook> readWorkbook(const QString &path, const TableLimits &limits)
{
    BM_TRY(const QByteArray bytes, readBytes(path, limits));
    BM_TRY(Workbook workbook, workbookOf(bytes, path, limits));
    if (workbook.conversions.empty())
        convertLegacyText(workbook);
    return workbook;
}

Result<Workbook> readCsvFolder(const QString &path, const TableLimits &limits)
{
    const QDir folder(path);
    if (!folder.exists())
        return fail(u"file-not-found"_s, {}, {path});
    const QStringList names = folder.entryList({u"*.csv"_s}, QDir::Files, QDir::Name);
    if (names.isEmpty())
        return fail(u"no-csv-in-folder"_s, {}, {path});

    // The limits hold for the folder as a whole: it is one workbook.
    Workbook workbook{.file = path};
    TableLimits left = limits;
    for (const QString &name : names) {
        const QString file = folder.filePath(name);
        BM_TRY(const QByteArray bytes, readBytes(file, left));
        BM_TRY(Workbook part, csvWorkbook(bytes, file, left));
        if (part.conversions.empty())
            convertLegacyText(part);
        left.maxFileBytes -= bytes.size();
        left.maxCells -= static_cast<std::int64_t>(part.sheets.front().cells.size());
        workbook.sheets.push_back(std::move(part.sheets.front()));
        std::ranges::move(part.conversions, std::back_inserter(workbook.conversions));
    }
    return workbook;
}

} // namespace bomay
