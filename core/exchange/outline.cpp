// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/outline.h"

#include "core/base/numbers.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;
using Style = OutlineMark::Style;

/// The value of a Roman number up to 89; 0 for what is none.
int romanValue(const QString &upper)
{
    static const QRegularExpression form(u"^(L?X{0,3}|XL)(IX|IV|V?I{0,3})$"_s);
    if (upper.isEmpty() || !form.match(upper).hasMatch())
        return 0;
    const auto digit = [](QChar letter) {
        return letter == u'I' ? 1 : letter == u'V' ? 5 : letter == u'X' ? 10 : letter == u'L' ? 50 : 0;
    };
    int value = 0;
    for (qsizetype i = 0; i < upper.size(); ++i) {
        const int own = digit(upper[i]);
        const int following = i + 1 < upper.size() ? digit(upper[i + 1]) : 0;
        value += own < following ? -own : own;
    }
    return value;
}

/// The place of a letter in the order of Vietnamese outlines (a, b, c, d, đ, e …); 0 for what is none.
int letterValue(const QString &lower)
{
    constexpr std::u16string_view kLetters = u"abcdđefghijklmnopqrstuvwxyz";
    if (lower.size() != 1)
        return 0;
    const auto at = kLetters.find(lower.front().unicode());
    return at == std::u16string_view::npos ? 0 : static_cast<int>(at) + 1;
}

std::vector<OutlineMark> readPart(const QString &text, int parts)
{
    bool isNumber = false;
    if (const int number = text.toInt(&isNumber); isNumber && number >= 0)
        return {{Style::Decimal, parts, number}};
    const bool isUpper = text == text.toUpper();
    if (!isUpper && text != text.toLower())
        return {};
    std::vector<OutlineMark> readings;
    if (const int roman = romanValue(text.toUpper()); roman > 0)
        readings.push_back({isUpper ? Style::UpperRoman : Style::LowerRoman, parts, roman});
    if (const int letter = letterValue(text.toLower()); letter > 0) {
        const OutlineMark mark{isUpper ? Style::UpperLetter : Style::LowerLetter, parts, letter};
        // "L" and "M" are hardly ever fifty; "I", "V" and "X" begin or go on in Roman.
        const bool isRoman = text.toUpper() == u"I"_s || text.toUpper() == u"V"_s || text.toUpper() == u"X"_s;
        readings.insert(isRoman ? readings.end() : readings.begin(), mark);
    }
    return readings;
}

} // namespace

std::vector<OutlineMark> readOutlineMark(const QString &text)
{
    QString mark = text.trimmed();
    if (mark == u"-"_s || mark == u"–"_s || mark == u"—"_s)
        return {{Style::Dash, 1, 0}};
    if (mark == u"+"_s)
        return {{Style::Plus, 1, 0}};
    if (mark == u"*"_s || mark == u"•"_s)
        return {{Style::Star, 1, 0}};
    if (mark.startsWith(u'('))
        mark.remove(0, 1);
    while (mark.endsWith(u'.') || mark.endsWith(u')') || mark.endsWith(u'/') || mark.endsWith(u':'))
        mark.chop(1);
    const QStringList parts = mark.split(u'.');
    if (mark.isEmpty() || mark.size() > 12)
        return {};
    for (const QString &part : parts)
        if (readPart(part.trimmed(), 1).empty())
            return {};
    return readPart(parts.last().trimmed(), sizeOf(parts));
}

std::optional<std::pair<QString, QString>> splitOutlineMark(const QString &text)
{
    static const QRegularExpression form(
        u"^\\s*((?:[IVXLivxl]{1,6}|[A-ZĐa-zđ]|\\d{1,3})(?:\\.\\d{1,3})*\\s*[.)/:]|\\d{1,3}(?:\\.\\d{1,3})+|[-–—+•*])\\s+(\\S.*)$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch() || readOutlineMark(match.captured(1)).empty())
        return std::nullopt;
    return std::pair(match.captured(1).trimmed(), match.captured(2).trimmed());
}

int OutlineLevels::next(const QString &mark, int indent)
{
    const std::vector<OutlineMark> readings = readOutlineMark(mark);
    Level level{std::nullopt, indent, false};
    int depth = 0;
    if (readings.empty()) {
        level.isTitle = m_open.empty();
        depth = depthOfIndent(indent);
    } else {
        level.mark = choose(readings);
        depth = depthOf(*level.mark);
    }
    m_goesByIndent = m_goesByIndent || (readings.empty() && !m_open.empty() && indent > m_open.front().indent);
    m_open.resize(uz(depth));
    m_open.push_back(level);
    return depth;
}

/// The reading that goes on with a numbering that is open, else the likelier one.
OutlineMark OutlineLevels::choose(const std::vector<OutlineMark> &readings) const
{
    for (auto level = m_open.rbegin(); level != m_open.rend(); ++level)
        for (const OutlineMark &reading : readings)
            if (level->mark && level->mark->style == reading.style && level->mark->parts == reading.parts &&
                level->mark->value + 1 == reading.value)
                return reading;
    return readings.front();
}

int OutlineLevels::depthOf(const OutlineMark &mark) const
{
    for (std::size_t depth = m_open.size(); depth-- > 0;)
        if (m_open[depth].mark && m_open[depth].mark->style == mark.style && m_open[depth].mark->parts == mark.parts)
            return static_cast<int>(depth);
    // "1.2" without a "1.1" before it still stands below a "1".
    return sizeOf(m_open);
}

int OutlineLevels::depthOfIndent(int indent) const
{
    if (m_open.empty())
        return 0;
    for (std::size_t depth = m_open.size(); depth-- > 0;) {
        const Level &level = m_open[depth];
        if (indent > level.indent)
            return static_cast<int>(depth) + 1;
        if (indent == level.indent && (!level.isTitle || m_goesByIndent) && !level.mark)
            return static_cast<int>(depth);
        if (indent == level.indent && (level.mark || indent == 0))
            return static_cast<int>(depth) + 1;
    }
    return m_open.front().isTitle ? 1 : 0;
}

} // namespace bomay
