// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/result.h"

#include <QHash>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace bomay {

/// An option of a command: "--as-of D" or the flag "--json".
struct OptionSpec
{
    QString name; ///< with its dashes: "--as-of", "-o"
    bool takesValue = true;
    QStringList allowed = {}; ///< values; empty = any
};

/// The words of a command line, sorted into options and operands.
class Arguments
{
public:
    /// Errors: `unknown-option`, `missing-value`, `bad-value` with the allowed values, `option-twice`.
    [[nodiscard]] static Result<Arguments> parse(const QStringList &words, std::span<const OptionSpec> options);

    [[nodiscard]] const QStringList &operands() const { return m_operands; }
    [[nodiscard]] bool has(const QString &option) const { return m_values.contains(option); }
    [[nodiscard]] QString value(const QString &option, const QString &otherwise = {}) const
    {
        return m_values.value(option, otherwise);
    }
    /// A day given as ISO or dd/mm/yyyy; nothing where the option is absent. Errors: `bad-date-option`.
    [[nodiscard]] Result<std::optional<Day>> day(const QString &option) const;

private:
    QStringList m_operands;
    QHash<QString, QString> m_values;
};

} // namespace bomay
