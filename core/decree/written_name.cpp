// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/written_name.h"

#include "core/decree/checks.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Whatever their case. Every unit of a chart is asked for every phrase: letters of ASCII, most of them, are told
/// apart without a table.
bool isSameLetter(QChar a, QChar b)
{
    if (a == b)
        return true;
    constexpr int kCaseBit = 0x20;
    if (a.unicode() < 0x80 && b.unicode() < 0x80 && ((a.unicode() ^ b.unicode()) & ~kCaseBit) != 0)
        return false;
    return a.toLower() == b.toLower();
}

/// Where no word of the name ends with the phrase, as mostly, its letters are not looked at.
bool beginsWith(QStringView name, QStringView phrase)
{
    if (phrase.size() > name.size() || (phrase.size() < name.size() && name[phrase.size()].isLetterOrNumber()))
        return false;
    for (qsizetype i = 0; i < phrase.size(); ++i)
        if (!isSameLetter(name[i], phrase[i]))
            return false;
    return true;
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
