// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

} // namespace

Result<Arguments> Arguments::parse(const QStringList &words, std::span<const OptionSpec> options)
{
    Arguments arguments;
    bool onlyOperands = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (onlyOperands || !word.startsWith(u'-') || word == u"-"_s) {
            arguments.m_operands += word;
            continue;
        }
        if (word == u"--"_s) {
            onlyOperands = true;
            continue;
        }
        const QString name = word.section(u'=', 0, 0);
        const auto spec = std::ranges::find(options, name, &OptionSpec::name);
        if (spec == options.end())
            return fail(u"unknown-option"_s, {{u"option"_s, name}});
        if (arguments.has(name))
            return fail(u"option-twice"_s, {{u"option"_s, name}});
        QString value;
        if (word.contains(u'='))
            value = word.section(u'=', 1);
        else if (spec->takesValue && i + 1 < words.size())
            value = words[++i];
        else if (spec->takesValue)
            return fail(u"missing-value"_s, {{u"option"_s, name}});
        if (!spec->allowed.isEmpty() && !spec->allowed.contains(value))
            return fail(u"bad-value"_s,
                        {{u"option"_s, name}, {u"value"_s, value}, {u"allowed"_s, spec->allowed.join(u", "_s)}});
        arguments.m_values.insert(name, value);
    }
    return arguments;
}

Result<std::optional<Day>> Arguments::day(const QString &option) const
{
    if (!has(option))
        return std::optional<Day>();
    const auto date = PartialDate::parse(value(option));
    if (!date || date->day == 0)
        return fail(u"bad-date-option"_s, {{u"option"_s, option}, {u"value"_s, value(option)}});
    return std::optional(date->firstDay());
}

} // namespace bomay
