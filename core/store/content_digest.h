// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/cell_row.h"

#include <array>
#include <optional>

namespace bomay {

/// A digest of all rows of a document that does not depend on their order: the hash of each row, added up in lanes of
/// 64 bits. It finds what SQLite can't: a changed letter or number. It is no protection against a forger, so the hash
/// is one that is quick: XXH3 with 128 bits, whose values are fixed for ever (https://xxhash.com). Documents before
/// migration 7 have SHA-256.
class ContentDigest
{
public:
    enum class Method { Sha256, Xxh3 };

    explicit ContentDigest(Method method = Method::Xxh3)
        : m_method(method)
    {}

    [[nodiscard]] Method method() const { return m_method; }

    void addRow(const CellRow &row);
    /// Takes a row away that was added.
    void removeRow(const CellRow &row);

    /// "xxh3:" and 32, or "sha256:" and 64 hexadecimal digits.
    [[nodiscard]] QString toString() const;
    /// Reads that, and as SHA-256 64 digits alone, as they stood before migration 7.
    [[nodiscard]] static std::optional<ContentDigest> parse(QStringView text);

    friend bool operator==(const ContentDigest &, const ContentDigest &) = default;

private:
    using Lanes = std::array<quint64, 4>; ///< of XXH3 the first two

    [[nodiscard]] Lanes hashOf(const CellRow &row) const;

    Method m_method;
    Lanes m_lanes{};
};

} // namespace bomay
