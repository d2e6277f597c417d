// SPDX-License-Identifier: GPL-3.0-or-later
#include "xls_parts.h"

#include <QtEndian>

#include <bit>

namespace {

constexpr qsizetype kSector = 512;

QByteArray padded(QByteArray bytes, qsizetype unit)
{
    const qsizetype rest = bytes.size() % unit;
    return rest == 0 ? bytes : bytes.append(unit - rest, '\0');
}

QByteArray directoryEntry(const QString &name, char type, quint32 child, quint32 start, quint32 size)
{
    QByteArray utf16;
    for (const QChar c : name)
        utf16 += le16(c.unicode());
    QByteArray entry = utf16.leftJustified(64, '\0');
    entry += le16(name.isEmpty() ? 0 : static_cast<int>(utf16.size() + 2));
    entry += type;
    entry += '\1';
    entry += le32(0xFFFFFFFF) + le32(0xFFFFFFFF) + le32(child); // siblings, child
    entry = entry.leftJustified(116, '\0');
    return (entry + le32(start) + le32(size)).leftJustified(128, '\0');
}

/// The links of a chain of `count` sectors from `first` on.
QByteArray chain(quint32 first, qsizetype count)
{
    QByteArray links;
    for (qsizetype i = 1; i <= count; ++i)
        links += le32(i == count ? 0xFFFFFFFE : first + static_cast<quint32>(i));
    return links;
}

} // namespace

QByteArray le16(int number)
{
    QByteArray bytes(2, '\0');
    qToLittleEndian(static_cast<quint16>(number), bytes.data());
    return bytes;
}

QByteArray le32(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

QByteArray leDouble(double number)
{
    QByteArray bytes(8, '\0');
    qToLittleEndian(std::bit_cast<quint64>(number), bytes.data());
    return bytes;
}

QByteArray biffRecord(int type, const QByteArray &data)
{
    return le16(type) + le16(static_cast<int>(data.size())) + data;
}

QByteArray biffText(const QString &text)
{
    bool isWide = false;
    for (const QChar c : text)
        isWide = isWide || c.unicode() > 0xFF;
    QByteArray bytes(1, isWide ? '\1' : '\0');
    for (const QChar c : text)
        bytes += isWide ? le16(c.unicode()) : QByteArray(1, static_cast<char>(c.unicode()));
    return bytes;
}

XlsParts &XlsParts::withGlobals(const QByteArray &records)
{
    m_globals += records;
    return *this;
}

XlsParts &XlsParts::withSheet(const QString &name, const QByteArray &records, char visibility)
{
    m_sheets.append({name, records, visibility});
    return *this;
}

QByteArray XlsParts::stream() const
{
    const QByteArray end = biffRecord(0x0A);
    const auto bof = [](int type) { return biffRecord(0x809, le16(0x600) + le16(type) + QByteArray(12, '\0')); };
    const auto entry = [](const Sheet &sheet, quint32 position) {
        return biffRecord(0x85, le32(position) + sheet.visibility + '\0' + static_cast<char>(sheet.name.size()) +
                                    biffText(sheet.name));
    };
    QByteArray globals = bof(5) + m_globals;
    qsizetype position = globals.size() + end.size();
    for (const Sheet &sheet : m_sheets)
        position += entry(sheet, 0).size();
    QByteArray sheets;
    for (const Sheet &sheet : m_sheets) {
        globals += entry(sheet, static_cast<quint32>(position + sheets.size()));
        sheets += bof(0x10) + sheet.records + end;
    }
    return globals + end + sheets;
}

QByteArray XlsParts::file() const
{
    return oleFile(QStringLiteral("Workbook"), stream());
}

QByteArray oleFile(const QString &name, const QByteArray &stream, OleStreams kind)
{
    // Sectors: allocation table, directory, small sectors' table, then the stream.
    const bool isSmall = kind == OleStreams::Small;
    constexpr qsizetype kSmallSector = 64;
    const QByteArray content = padded(isSmall ? padded(stream, kSmallSector) : stream, kSector);
    const qsizetype sectors = content.size() / kSector;
    const qsizetype tableSectors = (sectors + 8) / (kSector / 4) + 1;
    const auto directoryAt = static_cast<quint32>(tableSectors);
    const quint32 smallTableAt = directoryAt + 1;
    const qsizetype smallTableSectors = isSmall ? content.size() / kSmallSector / (kSector / 4) + 1 : 0;
    const quint32 contentAt = smallTableAt + static_cast<quint32>(smallTableSectors);

    QByteArray header = QByteArray::fromHex("D0CF11E0A1B11AE1").leftJustified(24, '\0');
    header += le16(0x3E) + le16(3) + le16(0xFFFE) + le16(9) + le16(6);
    header = header.leftJustified(44, '\0');
    header += le32(static_cast<quint32>(tableSectors)) + le32(directoryAt) + le32(0) + le32(isSmall ? 1 << 30 : 0);
    header += le32(isSmall ? smallTableAt : 0xFFFFFFFE) + le32(static_cast<quint32>(smallTableSectors));
    header += le32(0xFFFFFFFE) + le32(0);
    for (quint32 i = 0; i < 109; ++i)
        header += le32(i < static_cast<quint32>(tableSectors) ? i : 0xFFFFFFFF);

    QByteArray table;
    for (qsizetype i = 0; i < tableSectors; ++i)
        table += le32(0xFFFFFFFD);
    table += chain(directoryAt, 1) + chain(smallTableAt, smallTableSectors) + chain(contentAt, sectors);
    table = table.leftJustified(tableSectors * kSector, '\xFF');

    const auto size = static_cast<quint32>(stream.size());
    const QByteArray directory = directoryEntry(QStringLiteral("Root Entry"), 5, 1, isSmall ? contentAt : 0xFFFFFFFE,
                                                isSmall ? static_cast<quint32>(content.size()) : 0) +
                                 directoryEntry(name, 2, 0xFFFFFFFF, isSmall ? 0 : contentAt, size) +
                                 directoryEntry({}, 0, 0xFFFFFFFF, 0, 0) + directoryEntry({}, 0, 0xFFFFFFFF, 0, 0);
    const QByteArray smallTable = isSmall ? chain(0, padded(stream, kSmallSector).size() / kSmallSector)
                                                .leftJustified(smallTableSectors * kSector, '\xFF')
                                          : QByteArray();
    return header + table + directory + smallTable + content;
}
