// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/written_name.h"

#include "core/base/vietnamese_text.h"
#include "core/decree/checks.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

QStringList wordsOf(QStringView text)
{
    return text.toString().split(u' ', Qt::SkipEmptyParts);
}

/// Is the same word, whatever its case and tone placement?
bool isSame(const QString &a, const QString &b)
{
    return nameFold(a) == nameFold(b);
}

bool isWithoutSmallLetters(const QString &word)
{
    return word == word.toUpper();
}

/// The letters of a word in the case of another one: the first as there, the others small.
QString inCaseOf(const QString &word, const QString &model)
{
    if (word.isEmpty())
        return word;
    QString result = word.toLower();
    if (model.front().isUpper())
        result[0] = result[0].toUpper();
    return result;
}

/// How many words of the name the phrase is; 0 where the name does not begin with it.
qsizetype lengthOf(const QStringList &name, const QStringList &phrase)
{
    if (phrase.size() > name.size())
        return 0;
    for (qsizetype i = 0; i < phrase.size(); ++i)
        if (!isSame(name[i], phrase[i]))
            return 0;
    return phrase.size();
}

/// The longest of the phrases that the name begins with; empty for none.
QStringList beginningOf(const QStringList &words, const QStringList &phrases)
{
    QStringList best;
    for (const QString &phrase : phrases) {
        const QStringList candidate = wordsOf(phrase);
        if (candidate.size() > best.size() && lengthOf(words, candidate) > 0)
            best = candidate;
    }
    return best;
}

} // namespace

QString asWritten(QStringView name, const QStringList &phrases)
{
    QStringList words = wordsOf(name.toString().normalized(QString::NormalizationForm_C));
    const QStringList best = beginningOf(words, phrases);
    if (best.isEmpty() || std::ranges::all_of(words, isWithoutSmallLetters))
        return name.toString();
    for (qsizetype i = 0; i < best.size(); ++i)
        words[i] = inCaseOf(words[i], best[i]);
    const QString result = words.join(u' ');
    return result == tidyName(name) ? name.toString() : result;
}

CheckOutcome nameAsWritten(const CheckInput &input)
{
    const QString &name = input.facts.state(input.unit).name;
    const QString right = asWritten(name, input.rule.parameters.names.written);
    const QStringList words = wordsOf(name.normalized(QString::NormalizationForm_C));
    if (beginningOf(words, input.rule.parameters.names.written).isEmpty())
        return {.verdict = Verdict::NotApplicable, .reason = {u"rule-no-known-name"_s}};
    return {right == name ? Verdict::Pass : Verdict::Fail, {0, right}, {right == name ? 0 : 1, name}};
}

} // namespace bomay
