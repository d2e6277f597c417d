// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/zip_archive.h"

#include "core/table/zip_directory.h"

#include <zip.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

constexpr std::int64_t kLargestDirectory = 4 << 20; ///< some 40,000 parts; what agencies send has dozens
constexpr zip_uint64_t kMostPacking = 250;          ///< sheets are seldom packed to a fiftieth, bombs to a thousandth
constexpr zip_uint64_t kPackingFrom = 16 << 20;     ///< bytes; a small part may be packed as it likes

struct FileCloser
{
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};

} // namespace

void ZipArchive::Closer::operator()(zip *archive) const
{
    zip_discard(archive);
}

ZipArchive::ZipArchive(QByteArray bytes, QString file, const TableLimits &limits)
    : m_bytes(std::move(bytes))
    , m_file(std::move(file))
    , m_limits(limits)
    , m_bytesLeft(limits.maxUnpackedBytes)
{}

QString ZipArchive::key(const QString &part)
{
    return part.toLower().replace(u'\\', u'/'); // some writers on Windows put backslashes into the directory
}

Result<ZipArchive> ZipArchive::open(const QByteArray &bytes, const QString &file, const TableLimits &limits)
{
    if (std::cmp_greater(zipDirectoryBytes(bytes), kLargestDirectory))
        return failTooManyBytes(kLargestDirectory, {file});
    ZipArchive result(bytes, file, limits);
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(result.m_bytes.constData(),
                                                    static_cast<zip_uint64_t>(result.m_bytes.size()), 0, &error);
    // Without ZIP_CHECKCONS: it refuses harmless padding behind the directory.
    zip *archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive == nullptr) {
        const QString detail = QString::fromUtf8(zip_error_strerror(&error));
        zip_source_free(source);
        zip_error_fini(&error);
        return fail(u"truncated"_s, {}, {file}, detail);
    }
    zip_error_fini(&error);
    result.m_archive.reset(archive);

    const zip_int64_t count = zip_get_num_entries(archive, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        const char *name = zip_get_name(archive, index, ZIP_FL_ENC_GUESS);
        if (name == nullptr)
            continue;
        const QString part = key(QString::fromUtf8(name));
        if (!result.m_indexes.contains(part))
            result.m_indexes.insert(part, index);
    }
    return result;
}

std::unexpected<Error> ZipArchive::failDamaged(const QString &part, const QString &detail) const
{
    return fail(u"damaged-spreadsheet"_s, {{u"part"_s, part}}, {m_file}, detail);
}

Result<QByteArray> ZipArchive::read(const QString &part, MemoryBudget &memory)
{
    const auto found = m_indexes.constFind(key(part));
    if (found == m_indexes.constEnd())
        return failDamaged(part, u"the part is missing"_s);
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(m_archive.get(), *found, 0, &stat) != 0)
        return failDamaged(part, QString::fromUtf8(zip_strerror(m_archive.get())));
    BM_TRY_VOID(checkEntry(stat, part));
    BM_TRY_VOID(memory.take(static_cast<std::int64_t>(stat.size), {m_file})); // no more than maxEntryBytes
    return unpack(*found, stat.size, part);
}

Result<QByteArray> ZipArchive::read(const QString &part)
{
    MemoryBudget memory(m_limits.maxMemoryBytes);
    return read(part, memory);
}

Result<> ZipArchive::checkEntry(const zip_stat_t &stat, const QString &part) const
{
    constexpr zip_uint64_t kNeeded = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
    if ((stat.valid & kNeeded) != kNeeded)
        return failDamaged(part, u"no size in the directory"_s);
    if (stat.encryption_method != ZIP_EM_NONE)
        return fail(u"encrypted"_s, {}, {m_file}, part);
    if (std::cmp_greater(stat.size, m_limits.maxEntryBytes))
        return failTooManyBytes(m_limits.maxEntryBytes, {m_file});
    if (std::cmp_greater(stat.size, m_bytesLeft))
        return failTooManyBytes(m_limits.maxUnpackedBytes, {m_file});
    if (stat.size > kPackingFrom && stat.size / kMostPacking > stat.comp_size)
        return failTooManyBytes(kPackingFrom, {m_file});
    return {};
}

Result<QByteArray> ZipArchive::unpack(quint64 index, quint64 size, const QString &part)
{
    const std::unique_ptr<zip_file_t, FileCloser> file(zip_fopen_index(m_archive.get(), index, 0));
    if (file == nullptr)
        return failDamaged(part, QString::fromUtf8(zip_strerror(m_archive.get())));
    // The directory may lie: not one byte more than it says is taken, and a part that has more is refused. The memory
    // is touched only as far as the data really goes.
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    zip_uint64_t have = 0;
    char more = 0;
    while (true) {
        const bool isFull = have == size;
        const zip_int64_t got =
            isFull ? zip_fread(file.get(), &more, 1) : zip_fread(file.get(), bytes.data() + have, size - have);
        if (got < 0)
            return failDamaged(part, QString::fromUtf8(zip_file_strerror(file.get())));
        if (got == 0 && isFull)
            break;
        if (got == 0 || isFull)
            return failDamaged(part, u"the length is not what the directory says"_s);
        have += static_cast<zip_uint64_t>(got);
    }
    m_bytesLeft -= static_cast<std::int64_t>(size);
    return bytes;
}

} // namespace bomay
