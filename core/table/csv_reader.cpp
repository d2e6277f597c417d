// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/csv_reader.h"

#include "core/table/cell_estimate.h"
#include "core/table/csv_scanner.h"
#include "core/table/table_limits.h"
#include "core/table/text_pool.h"
#include "core/table/utf8.h"

#include <QStringConverter>
#include <QtEndian>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

/// Formats that people do hand over as "the table" and that would else be taken for text in a wrong encoding, or for a
/// table with one column. An XLS file saved by a web page is often HTML.
bool looksLikeOtherFormat(QByteArrayView bytes)
{
    static constexpr std::array<QByteArrayView, 8> kBeginnings{"%PDF-",        "{\\rtf",     "\x1F\x8B", "\x89PNG",
                                                               "\xFF\xD8\xFF", "7z\xBC\xAF", "Rar!\x1A", "<?xml"};
    if (std::ranges::any_of(kBeginnings, [&](QByteArrayView start) { return bytes.startsWith(start); }))
        return true;
    const QByteArray head = bytes.first(std::min<qsizetype>(bytes.size(), 256)).toByteArray().trimmed().toLower();
    return head.startsWith("<!doctype") || head.startsWith("<html") || head.startsWith("<table");
}

/// The record that the byte at `offset` belongs to.
int rowAt(QByteArrayView bytes, qsizetype offset)
{
    CsvScanner scanner(bytes, sniffDelimiter(bytes));
    while (scanner.next() && scanner.position() <= offset) {
    }
    return scanner.row();
}

std::unexpected<Error> failBadEncoding(QByteArrayView utf8, qsizetype offset, Place place)
{
    place.row = rowAt(utf8, offset);
    return fail(u"bad-encoding"_s, {}, std::move(place), u"malformed text at byte %1"_s.arg(offset));
}

qsizetype firstLoneSurrogate(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isSurrogate())
            continue;
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (!isPair)
            return i;
        ++i;
    }
    return text.size();
}

/// UTF-16 without its BOM as UTF-8.
Result<QByteArray> fromUtf16(QByteArrayView bytes, QStringConverter::Encoding encoding, Place place)
{
    if (bytes.size() % 2 != 0)
        return fail(u"truncated"_s, {}, std::move(place), u"half a UTF-16 code unit at the end"_s);
    QString text(bytes.size() / 2, Qt::Uninitialized);
    if (encoding == QStringConverter::Utf16BE)
        qFromBigEndian<quint16>(bytes.data(), text.size(), text.data());
    else
        qFromLittleEndian<quint16>(bytes.data(), text.size(), text.data());
    if (text.isValidUtf16())
        return text.toUtf8();

    const QByteArray readable = text.first(firstLoneSurrogate(text)).toUtf8();
    return failBadEncoding(readable + '?', readable.size(), std::move(place));
}

/// The content as checked UTF-8 without BOM.
Result<QByteArray> toUtf8(const QByteArray &bytes, const Place &place)
{
    if (bytes.startsWith("\xFF\xFE"))
        return fromUtf16(QByteArrayView(bytes).sliced(2), QStringConverter::Utf16LE, place);
    if (bytes.startsWith("\xFE\xFF"))
        return fromUtf16(QByteArrayView(bytes).sliced(2), QStringConverter::Utf16BE, place);
    const QByteArray text = bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
    if (text.contains('\0') || looksLikeOtherFormat(text))
        return fail(u"not-a-spreadsheet"_s, {}, place);
    if (const qsizetype wrong = firstInvalidUtf8(text); wrong >= 0)
        return failBadEncoding(text, wrong, place);
    return text;
}

} // namespace

Result<std::vector<Cell>> readCsv(const QByteArray &bytes, const Place &place, const TableLimits &limits)
{
    BM_TRY(const QByteArray text, toUtf8(bytes, place));
    if (text.contains('\0'))
        return fail(u"not-a-spreadsheet"_s, {}, place);

    MemoryBudget memory(limits.maxMemoryBytes);
    BM_TRY_VOID(memory.take(bytes.size() + (text.isSharedWith(bytes) ? 0 : text.size()), place));
    std::vector<Cell> cells;
    TextPool pool;
    CsvScanner scanner(text, sniffDelimiter(text));
    Place here = place; // its names are not copied for every cell
    while (scanner.next()) {
        here.row = scanner.row();
        if (scanner.isUnterminated()) {
            here.column = scanner.column();
            return fail(u"truncated"_s, {}, here, u"a quote is never closed"_s);
        }
        if (scanner.field().isEmpty())
            continue;
        if (scanner.row() > kMaxRows || scanner.column() > kMaxColumns) {
            here.column = scanner.column();
            return failBeyondSheet(here);
        }
        if (static_cast<std::int64_t>(cells.size()) >= limits.maxCells)
            return failTooManyCells(limits.maxCells, here);
        const QByteArrayView field = scanner.field();
        TextPool::Pooled pooled =
            scanner.isWhole() ? pool.textOf({field.data(), static_cast<std::size_t>(field.size())}, scanner.column())
                              : TextPool::Pooled{QString::fromUtf8(field)};
        if (pooled.isNew) {
            BM_TRY_VOID(memory.takeText(pooled.text, here));
        }
        cells.push_back({scanner.row(), scanner.column(), CellType::Text, std::move(pooled.text)});
        BM_TRY_VOID(memory.takeCell(cells.back(), here));
        if (cells.size() == kSampleCells)
            cells.reserve(estimatedCells(static_cast<std::size_t>(scanner.position()),
                                         static_cast<std::size_t>(text.size()), limits.maxCells));
    }
    return cells;
}

} // namespace bomay
