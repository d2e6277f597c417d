// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/text_pool.h"

#include "core/table/utf8.h"

#include <cstring>

namespace bomay {

namespace {

constexpr std::size_t kEntries = 4096; ///< a power of two; the texts that come often fit, and the cache holds them
constexpr std::size_t kLongest = 64;   ///< longer texts seldom come twice
constexpr int kSpan = 1024;            ///< of so many texts of a kind …
constexpr int kMostNew = 64;           ///< … so many may be new before the rest is made without looking

/// Of length, first and last bytes: what tells the values of a column apart.
std::size_t slotOf(std::string_view bytes)
{
    constexpr std::size_t kWord = sizeof(std::uint64_t);
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    if (bytes.size() >= kWord) {
        std::memcpy(&first, bytes.data(), kWord);
        std::memcpy(&last, bytes.data() + bytes.size() - kWord, kWord);
    } else {
        std::memcpy(&first, bytes.data(), bytes.size());
    }
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15ULL; // 2^64 over the golden ratio
    const std::uint64_t mixed = (first * kOdd) ^ ((last + bytes.size()) * (kOdd << 1 | 1U));
    return static_cast<std::size_t>((mixed * kOdd) >> 52); // the upper bits depend on all
}

static_assert(kEntries == std::size_t{1} << (64 - 52));

} // namespace

TextPool::TextPool()
    : m_entries(kEntries)
{}

std::optional<TextPool::Pooled> TextPool::textOf(std::string_view utf8, int column)
{
    Kind &kind = m_kinds[static_cast<std::size_t>(column) % kKinds];
    if (++kind.asked == kSpan)
        kind = {};
    const bool isLookedFor = !utf8.empty() && utf8.size() <= kLongest && kind.made < kMostNew;
    Entry *const entry = isLookedFor ? &m_entries[slotOf(utf8)] : nullptr;
    if (entry != nullptr && entry->bytes == utf8)
        return Pooled{entry->text, false};
    std::optional<QString> made = textOfUtf8(utf8);
    if (!made)
        return std::nullopt;
    if (entry == nullptr)
        return Pooled{*std::move(made), false};
    *entry = {utf8, *std::move(made)};
    ++kind.made;
    return Pooled{entry->text, true};
}

} // namespace bomay
