// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text_search.h"

#include "core/base/vietnamese_text.h"

#include <algorithm>
#include <vector>

namespace bomay {

namespace {

using Fit = SearchPattern::Fit;

/// The letter without its marks; a mark that stands alone gives the null character.
QChar decomposedLetter(QChar c)
{
    if (c == u'đ')
        return u'd';
    if (c.category() == QChar::Mark_NonSpacing)
        return {};
    const QString parts = QString(c).normalized(QString::NormalizationForm_D);
    return parts.isEmpty() ? c : parts[0];
}

/// The same from a table for all letters with marks that Vietnamese has: a chart of 100,000 names has millions.
QChar bareLetter(QChar c)
{
    constexpr char16_t kTableEnd = 0x1F00;
    static const std::vector<QChar> kTable = [] {
        std::vector<QChar> table;
        for (char16_t code = 0; code < kTableEnd; ++code)
            table.push_back(decomposedLetter(QChar(code)));
        return table;
    }();
    return c.unicode() < kTableEnd ? kTable[c.unicode()] : decomposedLetter(c);
}

/// Has the letter every mark that was typed?
bool hasMarks(QChar typed, QChar letter)
{
    if (typed == letter || typed == bareLetter(letter))
        return true;
    const QString wanted = QString(typed).normalized(QString::NormalizationForm_D);
    const QString present = QString(letter).normalized(QString::NormalizationForm_D);
    return wanted.size() > 1 && std::all_of(wanted.begin() + 1, wanted.end(),
                                            [&present](QChar mark) { return present.indexOf(mark, 1) > 0; });
}

bool hasMarksAt(QStringView typed, QStringView text)
{
    return std::ranges::equal(typed, text, hasMarks);
}

} // namespace

SearchText::SearchText(QStringView text)
{
    const QString folded = nameFold(text);
    m_letters.reserve(folded.size());
    m_marked.reserve(folded.size());
    for (const QChar c : folded) {
        const QChar letter = bareLetter(c);
        if (letter.isNull())
            continue;
        m_letters += letter;
        m_marked += c;
    }
}

SearchPattern::SearchPattern(QStringView typed)
    : m_folded(typed)
{
    // Folding moves the tone of an open syllable; what is typed may be one that goes on.
    const QString plain = typed.toString().normalized(QString::NormalizationForm_C).toLower().simplified();
    for (const QChar c : plain) {
        const QChar letter = bareLetter(c);
        if (letter.isNull())
            continue;
        m_asTyped.m_letters += letter;
        m_asTyped.m_marked += c;
    }
}

std::optional<SearchPattern::Fit> SearchPattern::fit(const SearchText &text) const
{
    std::optional<Fit> best;
    for (const SearchText *pattern : {&m_asTyped, &m_folded}) {
        if (pattern == &m_folded && m_folded.m_marked == m_asTyped.m_marked)
            break;
        const qsizetype length = pattern->m_letters.size();
        for (qsizetype at = text.m_letters.indexOf(pattern->m_letters); at >= 0;
             at = text.m_letters.indexOf(pattern->m_letters, at + 1)) {
            if (!hasMarksAt(pattern->m_marked, QStringView(text.m_marked).mid(at, length)))
                continue;
            const Fit here = at == 0                                      ? Fit::Beginning
                             : !text.m_letters[at - 1].isLetterOrNumber() ? Fit::WordBeginning
                                                                          : Fit::Inside;
            best = std::min(best.value_or(here), here);
            if (here != Fit::Inside)
                break; // only the beginning of the text would be better, and that was looked at first
        }
    }
    return best;
}

} // namespace bomay
