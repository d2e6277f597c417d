// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace bomay {

/// Texts of cells from the bytes of one file. Most cells of a list repeat what stood in others ("Chuyên viên", "Nam"):
/// those share their letters, which takes a third of the time of making each anew, and far less memory.
class TextPool
{
public:
    TextPool();

    /// A text, and whether its letters were made now and are held by the pool as well: then they do not look like the
    /// cell's own, and whoever counts memory has to take them.
    struct Pooled
    {
        QString text;
        bool isNew = false;
    };

    /// The text of UTF-8, which must stay where it is as long as the pool is used; nothing where it is malformed.
    /// `column` is any number for texts of one kind: where most of a kind are new, as codes and names are, they are not
    /// looked for.
    [[nodiscard]] std::optional<Pooled> textOf(std::string_view utf8, int column);

private:
    struct Entry
    {
        std::string_view bytes;
        QString text;
    };

    /// How many of a kind's last texts were asked for, and how many of them were new.
    struct Kind
    {
        int asked = 0;
        int made = 0;
    };

    static constexpr std::size_t kKinds = 64;

    std::array<Kind, kKinds> m_kinds;
    std::vector<Entry> m_entries; ///< one for each value of the hash: a newer text takes the place of an older one
};

} // namespace bomay
