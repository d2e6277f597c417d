// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/utf8.h"

#include <algorithm>
#include <array>
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

/// The character of a well-formed sequence.
char32_t characterOf(const Byte *at, int length)
{
    constexpr std::array<unsigned, 5> kBitsOfLead{0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t character = at[0] & kBitsOfLead[static_cast<std::size_t>(length)];
    for (int i = 1; i < length; ++i)
        character = character << 6 | (at[i] & 0x3FU);
    return character;
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

std::optional<QString> textOfUtf8(std::string_view bytes)
{
    const auto *at = reinterpret_cast<const Byte *>(bytes.data());
    const Byte *const end = at + bytes.size();
    QString text(static_cast<qsizetype>(bytes.size()), Qt::Uninitialized);
    auto *const begin = reinterpret_cast<char16_t *>(text.data());
    char16_t *out = begin;
    while (at != end) {
        if (*at < 0x80) {
            *out++ = *at++;
            continue;
        }
        const int length = sequenceLength(at, end - at);
        if (length == 0)
            return std::nullopt;
        const char32_t character = characterOf(at, length);
        if (QChar::requiresSurrogates(character)) {
            *out++ = QChar::highSurrogate(character);
            *out++ = QChar::lowSurrogate(character);
        } else {
            *out++ = static_cast<char16_t>(character);
        }
        at += length;
    }
    text.truncate(out - begin);
    return text;
}

QByteArray utf8OfLatin1(QByteArrayView bytes)
{
    const auto isAscii = [](char c) { return static_cast<Byte>(c) < 0x80; };
    const qsizetype wide = bytes.size() - std::ranges::count_if(bytes, isAscii);
    QByteArray utf8(bytes.size() + wide, Qt::Uninitialized); // by way of a QString it would take three times as much
    char *out = utf8.data();
    for (const char c : bytes) {
        const auto byte = static_cast<Byte>(c);
        if (!isAscii(c))
            *out++ = static_cast<char>(0xC0 | byte >> 6);
        *out++ = isAscii(c) ? c : static_cast<char>(0x80 | (byte & 0x3F));
    }
    return utf8;
}

} // namespace bomay
