// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace bomay {

/// A text made ready to be searched, once for many patterns.
class SearchText
{
public:
    SearchText() = default;
    explicit SearchText(QStringView text);

private:
    friend class SearchPattern;

    QString m_letters; ///< without marks and case
    QString m_marked;  ///< the same places with their marks
};

/// What somebody typed to find a text that contains it. What is typed without marks finds every marking ("duong" finds
/// "Đường" and "Dương"); marks that are typed must be there ("đường" does not find "Dương"). Case, the place of the
/// tone in "hoà" and "hòa", the kind of dash and the number of spaces do not matter.
class SearchPattern
{
public:
    explicit SearchPattern(QStringView typed);

    [[nodiscard]] bool isEmpty() const { return m_asTyped.m_letters.isEmpty(); }
    /// How well a text fits, the best first; nothing where it does not. An empty pattern fits every text.
    enum class Fit { Beginning, WordBeginning, Inside };
    [[nodiscard]] std::optional<Fit> fit(const SearchText &text) const;
    [[nodiscard]] bool matches(const SearchText &text) const { return fit(text).has_value(); }

private:
    SearchText m_asTyped; ///< "hoà" may be the beginning of "hoàng"
    SearchText m_folded;  ///< or a whole syllable in the old spelling
};

} // namespace bomay
