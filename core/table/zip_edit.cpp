// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/zip_edit.h"

#include <zip.h>

#include <cstdlib>
#include <cstring>
#include <memory>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

struct ArchiveFreer
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
struct SourceFreer
{
    void operator()(zip_source_t *source) const { zip_source_free(source); }
};
struct MallocFreer
{
    void operator()(void *bytes) const { std::free(bytes); }
};
using Archive = std::unique_ptr<zip_t, ArchiveFreer>;
using Source = std::unique_ptr<zip_source_t, SourceFreer>;

/// A libzip error that frees its text.
struct ZipError
{
    ZipError() { zip_error_init(&error); }
    ~ZipError() { zip_error_fini(&error); }
    ZipError(const ZipError &) = delete;
    ZipError &operator=(const ZipError &) = delete;

    [[nodiscard]] QString text() { return QString::fromUtf8(zip_error_strerror(&error)); }

    zip_error_t error;
};

Result<> replacePart(zip_t *archive, const QString &part, const QByteArray &bytes, const QString &file)
{
    const auto failPart = [&] {
        return fail(u"damaged-spreadsheet"_s, {{u"part"_s, part}}, {file}, QString::fromUtf8(zip_strerror(archive)));
    };
    const zip_int64_t found = zip_name_locate(archive, part.toUtf8().constData(), ZIP_FL_NOCASE | ZIP_FL_ENC_GUESS);
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (found < 0 || zip_stat_index(archive, static_cast<zip_uint64_t>(found), 0, &stat) != 0)
        return failPart();
    Source source(zip_source_buffer(archive, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0));
    if (source == nullptr || zip_file_replace(archive, static_cast<zip_uint64_t>(found), source.get(), 0) != 0)
        return failPart();
    static_cast<void>(source.release()); // the archive has it now
    // Else it would be that of the clock, and equal input would give other bytes.
    if ((stat.valid & ZIP_STAT_MTIME) != 0)
        zip_file_set_mtime(archive, static_cast<zip_uint64_t>(found), stat.mtime, 0);
    return {};
}

Result<QByteArray> bytesOf(zip_source_t *source, const QString &file)
{
    const auto failRead = [&] {
        return fail(u"cannot-write-file"_s, {}, {file},
                    QString::fromUtf8(zip_error_strerror(zip_source_error(source))));
    };
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0)
        return failRead();
    QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
    const zip_int64_t got = zip_source_read(source, bytes.data(), stat.size);
    zip_source_close(source);
    if (got != static_cast<zip_int64_t>(stat.size))
        return failRead();
    return bytes;
}

} // namespace

Result<QByteArray> withParts(const QByteArray &zip, const QMap<QString, QByteArray> &parts, const QString &file)
{
    ZipError error;
    // Libzip 1.7 frees what a changed archive was made of, also where it was told that it is not its own.
    std::unique_ptr<void, MallocFreer> copy(std::malloc(static_cast<std::size_t>(zip.size())));
    if (copy == nullptr)
        return fail(u"cannot-write-file"_s, {}, {file}, u"no memory"_s);
    std::memcpy(copy.get(), zip.constData(), static_cast<std::size_t>(zip.size()));
    const Source source(zip_source_buffer_create(copy.get(), static_cast<zip_uint64_t>(zip.size()), 1, &error.error));
    if (source == nullptr)
        return fail(u"truncated"_s, {}, {file}, error.text());
    static_cast<void>(copy.release()); // the source has it now
    Archive archive(zip_open_from_source(source.get(), 0, &error.error));
    if (archive == nullptr)
        return fail(u"truncated"_s, {}, {file}, error.text());
    zip_source_keep(source.get()); // the archive takes one hold of it, and the result is read from the other
    for (auto part = parts.begin(); part != parts.end(); ++part)
        BM_TRY_VOID(replacePart(archive.get(), part.key(), part.value(), file));
    if (zip_close(archive.get()) != 0)
        return fail(u"cannot-write-file"_s, {}, {file}, QString::fromUtf8(zip_strerror(archive.get())));
    static_cast<void>(archive.release()); // closed
    return bytesOf(source.get(), file);
}

} // namespace bomay
