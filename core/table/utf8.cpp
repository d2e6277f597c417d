// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/utf8.h"

#include <cstdint>
#include <cstring>

namespace bomay {

namespace {

using Byte = unsigned char;

/// Length of the well-formed sequence at the start of a non-empty text, or 0.
int sequenceLength(const Byte *at, qsizetype left)
{
    const Byte lead = at[0];
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    const int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (left < length)
        return 0;
    for (int i = 1; i < length; ++i) {
        if ((at[i] & 0xC0) != 0x80)
            return 0;
    }
    // The second byte alone tells overlong forms, surrogates and what lies above U+10FFFF (RFC 3629, section 4).
    const Byte second = at[1];
    const bool wrong = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                       (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
    return wrong ? 0 : length;
}

} // namespace

qsizetype firstInvalidUtf8(QByteArrayView bytes)
{
    const auto *data = reinterpret_cast<const Byte *>(bytes.data());
    const qsizetype size = bytes.size();
    qsizetype at = 0;
    while (at < size) {
        if (size - at >= 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, data + at, sizeof word);
            if ((word & 0x8080808080808080ULL) == 0) {
                at += 8;
                continue;
            }
        }
        const int length = sequenceLength(data + at, size - at);
        if (length == 0)
            return at;
        at += length;
    }
    return -1;
}

} // namespace bomay
