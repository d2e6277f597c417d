// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/result.h"

#include <map>
#include <memory>
#include <variant>
#include <vector>

namespace bomay {

/// A parsed TOML value with its place in the file, so that whoever reads it can say file:line:column.
/// Tables are ordered by key; a table is a pointer because it holds nodes of its own kind.
struct TomlNode
{
    using Array = std::vector<TomlNode>;
    using Table = std::map<QString, TomlNode>;

    std::variant<QString, std::int64_t, double, bool, Day, Array, Table> value;
    Place place;

    [[nodiscard]] const QString *string() const { return std::get_if<QString>(&value); }
    [[nodiscard]] const std::int64_t *integer() const { return std::get_if<std::int64_t>(&value); }
    [[nodiscard]] const bool *boolean() const { return std::get_if<bool>(&value); }
    [[nodiscard]] const Day *day() const { return std::get_if<Day>(&value); }
    [[nodiscard]] const Array *array() const { return std::get_if<Array>(&value); }
    [[nodiscard]] const Table *table() const { return std::get_if<Table>(&value); }

    /// The node under a key, or null where there is none or this is no table.
    [[nodiscard]] const TomlNode *find(QStringView key) const;
};

/// Parses a TOML text; `file` names it in places. Errors: `toml-syntax` with line and column.
[[nodiscard]] Result<TomlNode> parseToml(const QByteArray &text, const QString &file);

/// A text as TOML writes it, in quotes.
[[nodiscard]] QString tomlString(QString text);

} // namespace bomay
