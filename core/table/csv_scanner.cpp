// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/csv_scanner.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <map>

namespace bomay {

namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101ULL;

constexpr std::uint64_t inEveryByte(char c)
{
    return kOnes * static_cast<unsigned char>(c);
}

/// The upper bit of each byte that is 0. Bytes above the lowest such byte may be marked wrongly, by its borrow.
constexpr std::uint64_t zeroBytes(std::uint64_t word)
{
    constexpr std::uint64_t kUpperBits = kOnes << 7;
    return (word - kOnes) & ~word & kUpperBits;
}

} // namespace

CsvScanner::CsvScanner(QByteArrayView bytes, char delimiter)
    : m_begin(bytes.data())
    , m_at(bytes.data())
    , m_end(bytes.data() + bytes.size())
    , m_delimiter(delimiter)
    , m_delimiters(inEveryByte(delimiter))
{}

bool CsvScanner::next()
{
    if (m_endsRecord) {
        if (m_row < std::numeric_limits<int>::max())
            ++m_row;
        m_column = 0;
    }
    if (m_at == m_end && !m_afterDelimiter)
        return false;
    ++m_column;
    if (m_at != m_end && *m_at == '"')
        readQuoted();
    else
        readPlain();
    finishField();
    return true;
}

/// The delimiter, line end or end of the text from here on. Eight bytes at a time: fields are short and of all lengths,
/// so that a loop over bytes is left at a place that the processor guesses wrong nearly every time.
const char *CsvScanner::endOfPlain() const
{
    constexpr qsizetype kWord = sizeof(std::uint64_t);
    const char *at = m_at;
    for (; m_end - at >= kWord; at += kWord) {
        const auto word = qFromLittleEndian<std::uint64_t>(at);
        const std::uint64_t found =
            zeroBytes(word ^ m_delimiters) | zeroBytes(word ^ inEveryByte('\n')) | zeroBytes(word ^ inEveryByte('\r'));
        if (found != 0)
            return at + std::countr_zero(found) / 8;
    }
    while (at != m_end && *at != m_delimiter && *at != '\n' && *at != '\r')
        ++at;
    return at;
}

void CsvScanner::readPlain()
{
    const char *start = m_at;
    m_at = endOfPlain();
    m_field = {start, m_at};
}

void CsvScanner::readQuoted()
{
    const char *start = ++m_at;
    const auto closing = [this] {
        const void *found = std::memchr(m_at, '"', static_cast<std::size_t>(m_end - m_at));
        return found == nullptr ? m_end : static_cast<const char *>(found);
    };
    m_at = m_at == m_end ? m_end : closing();
    m_field = {start, m_at};
    if (m_at == m_end) {
        m_unterminated = true;
        return;
    }
    ++m_at;
    if (m_at == m_end || *m_at == m_delimiter || *m_at == '\n' || *m_at == '\r')
        return; // the usual field: its bytes can be taken as they stand

    m_unquoted = m_field.toByteArray();
    while (m_at != m_end && *m_at == '"') { // a doubled quote stands for one
        start = m_at;                       // keeps the second quote as the first character of what follows
        ++m_at;
        m_at = m_at == m_end ? m_end : closing();
        m_unquoted.append(start, m_at - start);
        if (m_at == m_end) {
            m_unterminated = true;
            break;
        }
        ++m_at;
    }
    // Not by the RFC, but seen: characters behind the closing quote. They are kept as they are, as Excel does.
    start = m_at;
    readPlain();
    m_unquoted.append(start, m_at - start);
    m_field = m_unquoted;
}

void CsvScanner::finishField()
{
    m_afterDelimiter = m_at != m_end && *m_at == m_delimiter;
    m_endsRecord = !m_afterDelimiter;
    if (m_at == m_end)
        return;
    if (*m_at == '\r' && m_end - m_at > 1 && m_at[1] == '\n')
        ++m_at;
    ++m_at;
}

namespace {

/// How many of the first records have their commonest number of fields; records that the delimiter does not cut are
/// none.
int recordsOfEqualWidth(QByteArrayView bytes, char delimiter)
{
    constexpr int kRecords = 200;
    std::map<int, int> recordsByFields;
    CsvScanner scanner(bytes, delimiter);
    while (scanner.row() <= kRecords && scanner.next()) {
        if (scanner.endsRecord() && scanner.column() > 1)
            ++recordsByFields[scanner.column()];
    }
    int most = 0;
    for (const auto &[fields, records] : recordsByFields)
        most = std::max(most, records);
    return most;
}

} // namespace

char sniffDelimiter(QByteArrayView bytes)
{
    // Only how many records agree counts, not how many fields they have: with decimal commas in every row ("1,5;2,5")
    // the comma cuts into more fields than the semicolon. On a tie the rarer character in running text wins.
    constexpr qsizetype kSample = 65'536;
    const QByteArrayView sample = bytes.first(std::min(bytes.size(), kSample));
    char best = ',';
    int bestRecords = 0;
    for (const char delimiter : {'\t', ';', ','}) {
        const int records = recordsOfEqualWidth(sample, delimiter);
        if (records > bestRecords) {
            bestRecords = records;
            best = delimiter;
        }
    }
    return best;
}

} // namespace bomay
