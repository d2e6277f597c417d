// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text_view.h"
#include "core/decree/toml_table.h"

#include <span>

namespace bomay {

/// The entry of a name in one of the explicit arrays (checks, measures, fixes). `node` is where the name stands. Error:
/// `pack-unknown-value` with the names that are allowed.
template <typename Entry>
[[nodiscard]] Result<const Entry *> entryNamed(std::span<const Entry> entries, const QString &name, const QString &key,
                                               const TomlNode &node)
{
    QStringList allowed;
    for (const Entry &entry : entries) {
        if (toQString(entry.name) == name)
            return &entry;
        allowed += toQString(entry.name);
    }
    return unknownValue(node, key, name, allowed);
}

/// The entry with the name that a key gives. Errors: those of `TomlTable::text` and `entryNamed`.
template <typename Entry>
[[nodiscard]] Result<const Entry *> entryOf(std::span<const Entry> entries, const TomlTable &table, const QString &key)
{
    BM_TRY(const QString name, table.text(key));
    return entryNamed(entries, name, key, *table.find(key));
}

} // namespace bomay
