// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace bomay {

/// How a row of an outline is numbered: "I", "1", "1.2", "a)", "-".
struct OutlineMark
{
    enum class Style { UpperLetter, UpperRoman, Decimal, LowerLetter, LowerRoman, Dash, Plus, Star };

    Style style = Style::Decimal;
    int parts = 1; ///< "1.2.3" has three
    int value = 0; ///< of the last part

    friend bool operator==(const OutlineMark &, const OutlineMark &) = default;
};

/// All readings of a mark, the likelier first: "I" is one in Roman and the ninth letter. None for a text that is none.
[[nodiscard]] std::vector<OutlineMark> readOutlineMark(const QString &text);

/// A mark at the beginning of a text and what follows: "I. Phòng Nội vụ". Nothing where there is none; a single letter
/// or number needs a sign behind it.
[[nodiscard]] std::optional<std::pair<QString, QString>> splitOutlineMark(const QString &text);

/// Tells the depth of the rows of an outline one by one, from what came before: a way of numbering that is open goes
/// on there, a new one opens a level below. Rows without a mark follow their indent.
class OutlineLevels
{
public:
    /// The depth of the next row, a root having 0.
    [[nodiscard]] int next(const QString &mark, int indent);

private:
    struct Level
    {
        std::optional<OutlineMark> mark; ///< none: not numbered
        int indent = 0;
        bool isTitle = false; ///< the first row, without a mark: what all others hang under
    };

    [[nodiscard]] int depthOf(const OutlineMark &mark) const;
    [[nodiscard]] OutlineMark choose(const std::vector<OutlineMark> &readings) const;
    [[nodiscard]] int depthOfIndent(int indent) const;

    std::vector<Level> m_open;
    bool m_goesByIndent = false; ///< a row without a mark was set in: one that is not is no longer below the first
};

} // namespace bomay
