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
#include <optional>
#include <utility>

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

std::unexpected<Error> failBadEncoding(qsizetype offset, Place place)
{
    return fail(u"bad-encoding"_s, {}, std::move(place), u"malformed text before byte %1"_s.arg(offset));
}

/// The record of the last field of a text.
int lastRow(QByteArrayView text)
{
    CsvScanner scanner(text, sniffDelimiter(text));
    int row = 1;
    while (scanner.next())
        row = scanner.row();
    return row;
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
    place.row = lastRow(readable + '?');
    return failBadEncoding(readable.size(), std::move(place));
}

bool hasUtf16Mark(QByteArrayView bytes)
{
    return bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF");
}

/// The content as UTF-8 without BOM, not yet checked. Where it is so already, the bytes themselves.
Result<QByteArray> toUtf8(const QByteArray &bytes, const Place &place)
{
    if (hasUtf16Mark(bytes)) {
        const bool isLittle = bytes.front() == '\xFF';
        return fromUtf16(QByteArrayView(bytes).sliced(2),
                         isLittle ? QStringConverter::Utf16LE : QStringConverter::Utf16BE, place);
    }
    const qsizetype mark = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    return QByteArray::fromRawData(bytes.constData() + mark, bytes.size() - mark);
}

/// Makes cells of the fields of a text. Lives for one call of readCsv.
class CsvCells
{
public:
    CsvCells(QByteArrayView text, const Place &place, const TableLimits &limits, MemoryBudget &memory)
        : m_text(text)
        , m_place(place)
        , m_limits(limits)
        , m_memory(memory)
        , m_scanner(text, sniffDelimiter(text))
    {}

    Result<std::vector<Cell>> read();

private:
    Result<> addField();
    std::optional<TextPool::Pooled> textOfField();
    Result<> makeRoom();
    [[nodiscard]] std::int64_t fieldsAhead(std::int64_t most) const;

    /// The place of the field at hand.
    [[nodiscard]] Place here() const
    {
        Place place = m_place;
        place.row = m_scanner.row();
        place.column = m_scanner.column();
        return place;
    }

    QByteArrayView m_text;
    const Place &m_place;
    const TableLimits &m_limits;
    MemoryBudget &m_memory;
    CsvScanner m_scanner;
    TextPool m_pool;
    std::vector<Cell> m_cells;
    qsizetype m_roomMadeAt = 0;    ///< in the text
    std::size_t m_cellsByThen = 0; ///< when room was made
};

Result<std::vector<Cell>> CsvCells::read()
{
    while (m_scanner.next()) {
        if (m_scanner.isUnterminated())
            return fail(u"truncated"_s, {}, here(), u"a quote is never closed"_s);
        if (m_scanner.field().isEmpty())
            continue;
        BM_TRY_VOID(addField());
    }
    return std::move(m_cells);
}

Result<> CsvCells::addField()
{
    if (m_scanner.row() > kMaxRows || m_scanner.column() > kMaxColumns)
        return failBeyondSheet(here());
    if (std::ssize(m_cells) >= m_limits.maxCells)
        return failTooManyCells(m_limits.maxCells, here());
    if (m_cells.size() == m_cells.capacity()) {
        BM_TRY_VOID(makeRoom());
    }
    if (m_scanner.field().size() > m_memory.left() / 2) // two bytes for each letter, before they are taken
        return failTooManyBytes(m_limits.maxMemoryBytes, here());
    std::optional<TextPool::Pooled> pooled = textOfField();
    if (!pooled)
        return failBadEncoding(m_scanner.position(), {m_place.file, m_place.sheet, m_scanner.row()});
    m_cells.emplace_back(m_scanner.row(), m_scanner.column(), CellType::Text, std::move(pooled->text));
    if (pooled->isNew) {
        BM_TRY_VOID(m_memory.takeText(m_cells.back().text, m_place));
    }
    return m_memory.takeCell(m_cells.back(), m_place);
}

/// Nothing where the field is no UTF-8.
std::optional<TextPool::Pooled> CsvCells::textOfField()
{
    const QByteArrayView field = m_scanner.field();
    const std::string_view bytes(field.data(), static_cast<std::size_t>(field.size()));
    if (m_scanner.isWhole())
        return m_pool.textOf(bytes, m_scanner.column());
    std::optional<QString> text = textOfUtf8(bytes);
    if (!text)
        return std::nullopt;
    return TextPool::Pooled{*std::move(text)};
}

/// Room for the cells of the rest, estimated from those since room was made last. Where it would be more than there may
/// be, the fields are counted at once, so that a text of nothing but small fields is refused before it is read.
Result<> CsvCells::makeRoom()
{
    if (m_cells.empty()) {
        m_cells.reserve(kSampleCells);
        return {};
    }
    const std::int64_t byNumber = m_limits.maxCells - std::ssize(m_cells);
    const std::int64_t byMemory = m_memory.left() / static_cast<std::int64_t>(sizeof(Cell));
    const std::int64_t most = std::min(byNumber, byMemory);
    const qsizetype position = m_scanner.position();
    auto expected = static_cast<std::int64_t>(
        estimatedCells(m_cells.size() - m_cellsByThen, static_cast<std::size_t>(position - m_roomMadeAt),
                       static_cast<std::size_t>(m_text.size() - position), m_limits.maxCells));
    if (expected > most) {
        expected = fieldsAhead(most);
        if (expected > most)
            return byNumber < byMemory ? failTooManyCells(m_limits.maxCells, here())
                                       : failTooManyBytes(m_limits.maxMemoryBytes, here());
    }
    m_cellsByThen = m_cells.size();
    m_roomMadeAt = position;
    m_cells.reserve(m_cells.size() + std::max(static_cast<std::size_t>(expected), kSampleCells));
    return {};
}

/// Filled fields from the one at hand on, counted to one more than `most`.
std::int64_t CsvCells::fieldsAhead(std::int64_t most) const
{
    CsvScanner ahead = m_scanner;
    std::int64_t fields = 1;
    while (fields <= most && ahead.next())
        fields += ahead.field().isEmpty() ? 0 : 1;
    return fields;
}

} // namespace

Result<std::vector<Cell>> readCsv(const QByteArray &bytes, const Place &place, const TableLimits &limits)
{
    MemoryBudget memory(limits.maxMemoryBytes);
    BM_TRY_VOID(memory.take(bytes.size(), place));
    BM_TRY(const QByteArray text, toUtf8(bytes, place));
    if (text.contains('\0') || looksLikeOtherFormat(text))
        return fail(u"not-a-spreadsheet"_s, {}, place);
    if (hasUtf16Mark(bytes)) {
        BM_TRY_VOID(memory.take(text.size(), place));
    }
    return CsvCells(text, place, limits, memory).read();
}

} // namespace bomay
