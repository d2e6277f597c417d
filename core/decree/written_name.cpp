// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/written_name.h"

#include "core/decree/checks.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Every unit of a chart is asked for every phrase: no folding here, and an end at the first letter that differs.
bool beginsWith(QStringView name, QStringView phrase)
{
    if (phrase.size() > name.size())
        return false;
    for (qsizetype i = 0; i < phrase.size(); ++i)
        if (name[i] != phrase[i] && name[i].toLower() != phrase[i].toLower())
            return false;
    return name.size() == phrase.size() || !name[phrase.size()].isLetterOrNumber();
}

/// The longest of the phrases that the name begins with; empty for none.
QStringView beginningOf(QStringView name, const QStringList &phrases)
{
    QStringView best;
    for (const QString &phrase : phrases)
        if (phrase.size() > best.size() && beginsWith(name, phrase))
            best = phrase;
    return best;
}

QString withBeginning(QStringView name, QStringView beginning)
{
    const bool isInCapitals = std::ranges::none_of(name, [](QChar letter) { return letter.isLower(); });
    return isInCapitals ? name.toString() : beginning.toString() + name.sliced(beginning.size()).toString();
}

} // namespace

QString asWritten(QStringView name, const QStringList &phrases)
{
    return withBeginning(name, beginningOf(name, phrases));
}

CheckOutcome nameAsWritten(const CheckInput &input)
{
    const QString &name = input.facts.state(input.unit).name;
    const QStringView beginning = beginningOf(name, input.rule.parameters.names.written);
    if (beginning.isEmpty())
        return {.verdict = Verdict::NotApplicable, .reason = {u"rule-no-known-name"_s}};
    if (QStringView(name).startsWith(beginning))
        return {};
    const QString right = withBeginning(name, beginning);
    return {right == name ? Verdict::Pass : Verdict::Fail, {0, right}, {right == name ? 0 : 1, name}};
}

} // namespace bomay
