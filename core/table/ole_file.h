// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>

#include <cstdint>
#include <vector>

namespace bomay {

/// The streams in the root of an OLE2 compound file held in memory ([MS-CFB]): the container of everything that Office
/// saved before 2007, and of newer files with a password. Streams of embedded objects are not among them. Every chain
/// of sectors is followed at most as far as the file has sectors, so that loops end.
class OleFile
{
public:
    [[nodiscard]] static bool isOle(QByteArrayView bytes) { return bytes.startsWith("\xD0\xCF\x11\xE0"); }

    /// Errors: `truncated` (the file ends within a table or the directory), `damaged-spreadsheet` {part}.
    [[nodiscard]] static Result<OleFile> open(const QByteArray &bytes, const QString &file);

    [[nodiscard]] bool contains(const QString &name) const { return m_entries.contains(name.toLower()); }

    /// The bytes of a stream, named without case. Errors: as for open().
    [[nodiscard]] Result<QByteArray> read(const QString &name) const;

    [[nodiscard]] const QString &file() const { return m_file; }

private:
    struct Entry
    {
        std::uint32_t start = 0;
        std::uint64_t size = 0;
    };

    OleFile(QByteArray bytes, QString file);
    [[nodiscard]] std::unexpected<Error> failTruncated() const;
    [[nodiscard]] std::unexpected<Error> failDamaged(const QString &detail) const;
    [[nodiscard]] std::uint16_t u16(qsizetype at) const;
    [[nodiscard]] std::uint32_t u32(qsizetype at) const;
    [[nodiscard]] qsizetype sectorAt(std::uint32_t sector) const;
    [[nodiscard]] Result<> readHeader();
    [[nodiscard]] Result<> readAllocation();
    [[nodiscard]] Result<> appendTableSector(std::uint32_t sector);
    [[nodiscard]] Result<> readDirectory();
    [[nodiscard]] Result<QByteArray> readChain(std::uint32_t start, std::uint64_t size) const;
    [[nodiscard]] Result<QByteArray> readMiniChain(std::uint32_t start, std::uint64_t size) const;

    QByteArray m_bytes;
    QString m_file;
    int m_sectorShift = 9;
    std::uint32_t m_miniCutoff = 4096;
    std::vector<std::uint32_t> m_next;     ///< by sector
    std::vector<std::uint32_t> m_miniNext; ///< by small sector
    QByteArray m_miniStream;
    QHash<QString, Entry> m_entries; ///< by name in lower case
};

} // namespace bomay
