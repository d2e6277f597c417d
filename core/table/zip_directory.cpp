// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/zip_directory.h"

#include <QtEndian>

#include <algorithm>

namespace bomay {

namespace {

constexpr qsizetype kEndBytes = 22;      ///< of the record at the end, without its comment
constexpr qsizetype kLocatorBytes = 20;  ///< in front of it where there is a Zip64 record
constexpr qsizetype kLargeEndBytes = 56; ///< of the Zip64 record
constexpr qsizetype kLongestComment = 65535;

template <typename Number>
std::uint64_t numberAt(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<Number>(bytes.data() + at);
}

/// By the Zip64 record that a locator leads to.
std::uint64_t largeDirectoryBytes(QByteArrayView zip, qsizetype locator)
{
    const std::uint64_t at = numberAt<std::uint64_t>(zip, locator + 8);
    if (at + kLargeEndBytes > static_cast<std::uint64_t>(zip.size()) || at > static_cast<std::uint64_t>(zip.size()))
        return 0;
    const auto record = static_cast<qsizetype>(at);
    return zip.sliced(record).startsWith("PK\x06\x06") ? numberAt<std::uint64_t>(zip, record + 40) : 0;
}

} // namespace

std::uint64_t zipDirectoryBytes(QByteArrayView zip)
{
    std::uint64_t largest = 0;
    const qsizetype first = std::max<qsizetype>(0, zip.size() - kEndBytes - kLongestComment);
    for (qsizetype at = zip.indexOf("PK\x05\x06", first); at >= 0 && at + kEndBytes <= zip.size();
         at = zip.indexOf("PK\x05\x06", at + 1)) {
        const std::uint64_t size = numberAt<std::uint32_t>(zip, at + 12);
        const std::uint64_t offset = numberAt<std::uint32_t>(zip, at + 16);
        if (offset + size <= static_cast<std::uint64_t>(at)) // else these bytes only look like a record
            largest = std::max(largest, size);
        if (at >= kLocatorBytes && zip.sliced(at - kLocatorBytes).startsWith("PK\x06\x07"))
            largest = std::max(largest, largeDirectoryBytes(zip, at - kLocatorBytes));
    }
    return largest;
}

} // namespace bomay
