// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/ole_file.h"

#include <QtEndian>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

constexpr std::uint32_t kLastSector = 0xFFFFFFFA; ///< greater numbers are marks
constexpr std::uint32_t kNoEntry = 0xFFFFFFFF;
constexpr std::uint64_t kWholeChain = ~std::uint64_t{0};
constexpr int kMiniShift = 6;
constexpr qsizetype kHeaderBytes = 512;
constexpr qsizetype kEntryBytes = 128;

} // namespace

OleFile::OleFile(QByteArray bytes, QString file)
    : m_bytes(std::move(bytes))
    , m_file(std::move(file))
{}

std::unexpected<Error> OleFile::failTruncated() const
{
    return fail(u"truncated"_s, {}, {m_file}, u"a sector beyond the end of the file"_s);
}

std::unexpected<Error> OleFile::failDamaged(const QString &detail) const
{
    return fail(u"damaged-spreadsheet"_s, {{u"part"_s, u"OLE2"_s}}, {m_file}, detail);
}

std::uint16_t OleFile::u16(qsizetype at) const
{
    return qFromLittleEndian<std::uint16_t>(m_bytes.constData() + at);
}

std::uint32_t OleFile::u32(qsizetype at) const
{
    return qFromLittleEndian<std::uint32_t>(m_bytes.constData() + at);
}

/// Where a sector begins; behind the header, which is one sector long.
qsizetype OleFile::sectorAt(std::uint32_t sector) const
{
    return (static_cast<qsizetype>(sector) + 1) << m_sectorShift;
}

Result<OleFile> OleFile::open(const QByteArray &bytes, const QString &file)
{
    OleFile result(bytes, file);
    BM_TRY_VOID(result.readHeader());
    BM_TRY_VOID(result.readAllocation());
    BM_TRY_VOID(result.readDirectory());
    return result;
}

Result<> OleFile::readHeader()
{
    if (m_bytes.size() < kHeaderBytes)
        return failTruncated();
    m_sectorShift = u16(30);
    if ((m_sectorShift != 9 && m_sectorShift != 12) || u16(32) != kMiniShift)
        return failDamaged(u"sectors of an unknown size"_s);
    m_miniCutoff = u32(56);
    return {};
}

Result<> OleFile::appendTableSector(std::uint32_t sector)
{
    const qsizetype at = sectorAt(sector);
    const qsizetype size = qsizetype{1} << m_sectorShift;
    if (sector >= kLastSector || at + size > m_bytes.size())
        return failTruncated();
    if (std::cmp_greater(m_next.size() * 4, m_bytes.size())) // more entries than the file can have sectors
        return failDamaged(u"too large an allocation table"_s);
    for (qsizetype i = 0; i < size; i += 4)
        m_next.push_back(u32(at + i));
    return {};
}

/// The allocation table: its first 109 sectors are named in the header, the others in a chain of sectors.
Result<> OleFile::readAllocation()
{
    constexpr int kInHeader = 109;
    std::uint32_t left = u32(44);
    for (int i = 0; i < kInHeader && left > 0; ++i, --left) {
        BM_TRY_VOID(appendTableSector(u32(76 + 4 * i)));
    }
    const qsizetype perSector = (qsizetype{1} << m_sectorShift) / 4 - 1;
    std::uint32_t sector = u32(68);
    qsizetype steps = m_bytes.size() >> m_sectorShift;
    while (left > 0) {
        const qsizetype at = sectorAt(sector);
        if (sector >= kLastSector || at + 4 * (perSector + 1) > m_bytes.size())
            return failTruncated();
        if (--steps < 0)
            return failDamaged(u"a loop in the allocation table"_s);
        for (qsizetype i = 0; i < perSector && left > 0; ++i, --left) {
            BM_TRY_VOID(appendTableSector(u32(at + 4 * i)));
        }
        sector = u32(at + 4 * perSector);
    }
    BM_TRY(const QByteArray table, readChain(u32(60), kWholeChain));
    for (qsizetype i = 0; i + 4 <= table.size(); i += 4)
        m_miniNext.push_back(qFromLittleEndian<std::uint32_t>(table.constData() + i));
    return {};
}

Result<QByteArray> OleFile::readChain(std::uint32_t start, std::uint64_t size) const
{
    if (size != kWholeChain && std::cmp_greater(size, m_bytes.size()))
        return failTruncated();
    QByteArray result;
    std::uint32_t sector = start;
    std::size_t steps = 0;
    while (sector < kLastSector && std::cmp_less(result.size(), size)) {
        if (sector >= m_next.size())
            return failDamaged(u"a sector that is not in the allocation table"_s);
        if (++steps > m_next.size())
            return failDamaged(u"a loop of sectors"_s);
        const qsizetype at = sectorAt(sector);
        qsizetype wanted = qsizetype{1} << m_sectorShift;
        if (size != kWholeChain)
            wanted = std::min(wanted, static_cast<qsizetype>(size) - result.size());
        if (at + wanted > m_bytes.size()) // the last sector of a file need not be whole
            return failTruncated();
        result.append(m_bytes.constData() + at, wanted);
        sector = m_next[sector];
    }
    if (size != kWholeChain && std::cmp_less(result.size(), size))
        return failDamaged(u"a chain of sectors that ends too early"_s);
    return result;
}

Result<QByteArray> OleFile::readMiniChain(std::uint32_t start, std::uint64_t size) const
{
    if (std::cmp_greater(size, m_miniStream.size()))
        return failDamaged(u"a small stream that is too long"_s);
    QByteArray result;
    std::uint32_t sector = start;
    std::size_t steps = 0;
    while (std::cmp_less(result.size(), size)) {
        const qsizetype at = static_cast<qsizetype>(sector) << kMiniShift;
        const qsizetype wanted = std::min(qsizetype{1} << kMiniShift, static_cast<qsizetype>(size) - result.size());
        if (sector >= m_miniNext.size() || at + wanted > m_miniStream.size())
            return failDamaged(u"a small sector that is not there"_s);
        if (++steps > m_miniNext.size())
            return failDamaged(u"a loop of small sectors"_s);
        result.append(m_miniStream.constData() + at, wanted);
        sector = m_miniNext[sector];
    }
    return result;
}

/// The entries directly in the root, which hang in a binary tree by name.
Result<> OleFile::readDirectory()
{
    BM_TRY(const QByteArray directory, readChain(u32(48), kWholeChain));
    const auto count = static_cast<std::uint32_t>(directory.size() / kEntryBytes);
    if (count == 0)
        return failDamaged(u"no directory"_s);
    const auto number = [&](std::uint32_t entry, qsizetype at) {
        return qFromLittleEndian<std::uint32_t>(directory.constData() + entry * kEntryBytes + at);
    };
    BM_TRY(m_miniStream, readChain(number(0, 116), number(0, 120)));
    std::vector<bool> isSeen(count, false);
    std::vector<std::uint32_t> open{number(0, 76)};
    while (!open.empty()) {
        const std::uint32_t entry = open.back();
        open.pop_back();
        if (entry == kNoEntry)
            continue;
        if (entry >= count || isSeen[entry])
            return failDamaged(u"a directory that contradicts itself"_s);
        isSeen[entry] = true;
        open.push_back(number(entry, 68));
        open.push_back(number(entry, 72));
        const char *at = directory.constData() + entry * kEntryBytes;
        const qsizetype nameBytes = std::min<qsizetype>(qFromLittleEndian<std::uint16_t>(at + 64), 64);
        QString name(std::max<qsizetype>(nameBytes / 2 - 1, 0), Qt::Uninitialized);
        qFromLittleEndian<quint16>(at, name.size(), name.data());
        constexpr char kStream = 2;
        if (at[66] == kStream)
            m_entries.insert(name.toLower(), {number(entry, 116), number(entry, 120)});
    }
    return {};
}

Result<QByteArray> OleFile::read(const QString &name) const
{
    const auto entry = m_entries.constFind(name.toLower());
    if (entry == m_entries.constEnd())
        return failDamaged(u"no stream "_s + name);
    return entry->size < m_miniCutoff ? readMiniChain(entry->start, entry->size) : readChain(entry->start, entry->size);
}

} // namespace bomay
