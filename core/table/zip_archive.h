// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/table/reader.h"
#include "core/table/table_limits.h"

#include <QByteArray>
#include <QHash>

#include <memory>

struct zip;
struct zip_stat;

namespace bomay {

/// The parts of a zip held in memory, read whole and within limits. Not for writing, and not for files on disk: paths
/// that are not ASCII stay QFile's business.
class ZipArchive
{
public:
    /// Errors: `truncated` (no directory at the end, or one that contradicts the file), with `file` in the place.
    [[nodiscard]] static Result<ZipArchive> open(const QByteArray &bytes, const QString &file,
                                                 const TableLimits &limits);

    [[nodiscard]] bool contains(const QString &part) const { return m_indexes.contains(key(part)); }

    /// The unpacked bytes of a part, checked against its length and CRC; they are taken from `memory` before the first
    /// is unpacked. Names are compared without case, as OPC wants. Errors: `damaged-spreadsheet` {part} (missing, or
    /// wrong inside), `encrypted`, `too-large`.
    [[nodiscard]] Result<QByteArray> read(const QString &part, MemoryBudget &memory);
    /// The same for a part that nothing else is held beside.
    [[nodiscard]] Result<QByteArray> read(const QString &part);

    [[nodiscard]] const QString &file() const { return m_file; }
    /// The file as it is, packed.
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    struct Closer
    {
        void operator()(zip *archive) const;
    };

    ZipArchive(QByteArray bytes, QString file, const TableLimits &limits);
    [[nodiscard]] static QString key(const QString &part);
    [[nodiscard]] Result<> checkEntry(const zip_stat &stat, const QString &part) const;
    [[nodiscard]] Result<QByteArray> unpack(quint64 index, quint64 size, const QString &part);
    [[nodiscard]] std::unexpected<Error> failDamaged(const QString &part, const QString &detail) const;

    QByteArray m_bytes; ///< libzip reads from here
    QString m_file;
    TableLimits m_limits;
    std::int64_t m_bytesLeft;
    std::unique_ptr<zip, Closer> m_archive;
    QHash<QString, quint64> m_indexes;
};

} // namespace bomay
