// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/messages.h"
#include "core/base/toml.h"
#include "core/model/vocabulary.h"

#include <QStringList>

namespace bomay {

/// `pack-unknown-value`, or `pack-unknown-value-near` where one of the allowed values is near.
[[nodiscard]] std::unexpected<Error> unknownValue(const TomlNode &node, const QString &key, const QString &value,
                                                  const QStringList &allowed);

/// A TOML table read strictly: it refuses keys it was not told of, and everything it hands out has the type that was
/// asked for. Every error carries file, line and column. The node must outlive it.
class TomlTable
{
public:
    /// Errors: `pack-expected-table`; `pack-unknown-key` or `pack-unknown-key-near` at the key.
    [[nodiscard]] static Result<TomlTable> open(const TomlNode &node, const QString &name, const QStringList &keys);

    [[nodiscard]] const Place &place() const { return m_node->place; }
    [[nodiscard]] const TomlNode *find(const QString &key) const { return m_node->find(key); }
    [[nodiscard]] bool has(const QString &key) const { return find(key) != nullptr; }

    /// Errors of all that follow: `pack-missing-key` at the table; `pack-expected-…` at the value.
    [[nodiscard]] Result<const TomlNode *> require(const QString &key) const;

    [[nodiscard]] Result<QString> text(const QString &key) const; ///< `pack-expected-text` also where it is empty
    [[nodiscard]] Result<QString> optionalText(const QString &key) const; ///< empty where the key is not there
    [[nodiscard]] Result<int> count(const QString &key) const;            ///< a whole number from 0 to a million
    [[nodiscard]] Result<int>
    tenths(const QString &key) const; ///< a number like 2.5 in tenths; up to a hundred thousand
    [[nodiscard]] Result<bool> flag(const QString &key) const; ///< false where the key is not there
    [[nodiscard]] Result<Day> day(const QString &key) const;
    [[nodiscard]] Result<std::optional<Day>> optionalDay(const QString &key) const;
    [[nodiscard]] Result<const TomlNode::Array *> list(const QString &key) const;
    [[nodiscard]] Result<QStringList> texts(const QString &key) const;       ///< empty where the key is not there
    [[nodiscard]] Result<BilingualText> bilingual(const QString &key) const; ///< a table with `vi` and `en`

    /// A value by its code. Error: `pack-unknown-value` with the codes that are allowed.
    template <typename Enum>
    [[nodiscard]] Result<Enum> value(const QString &key) const
    {
        BM_TRY(const TomlNode *node, require(key));
        return valueOf<Enum>(*node, key);
    }

    /// Likewise a list of values; empty where the key is not there.
    template <typename Enum>
    [[nodiscard]] Result<std::vector<Enum>> values(const QString &key) const
    {
        std::vector<Enum> result;
        if (!has(key))
            return result;
        BM_TRY(const TomlNode::Array *nodes, list(key));
        for (const TomlNode &node : *nodes) {
            BM_TRY(const Enum value, valueOf<Enum>(node, key));
            result.push_back(value);
        }
        return result;
    }

private:
    TomlTable(const TomlNode &node, QString name)
        : m_node(&node)
        , m_name(std::move(name))
    {}

    [[nodiscard]] static Result<QString> textOf(const TomlNode &node, const QString &key);

    template <typename Enum>
    [[nodiscard]] static Result<Enum> valueOf(const TomlNode &node, const QString &key)
    {
        BM_TRY(const QString code, textOf(node, key));
        if (const auto value = valueOfCode<Enum>(code))
            return *value;
        QStringList allowed;
        for (const auto &term : terms<Enum>())
            if (!term.code.empty()) // the empty code means "not given"
                allowed += codeOf(term.value);
        return unknownValue(node, key, code, allowed);
    }

    const TomlNode *m_node;
    QString m_name;
};

} // namespace bomay
