// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text_view.h"
#include "core/decree/toml_table.h"

#include <span>

namespace bomay {

/// The entry with the name that a key gives, in one of the explicit arrays (checks, measures). Errors: those of
/// `TomlTable::text`; `pack-unknown-value` with the names that are allowed.
template <typename Entry>
[[nodiscard]] Result<const Entry *> entryOf(std::span<const Entry> entries, const TomlTable &table, const QString &key)
{
    BM_TRY(const QString name, table.text(key));
    QStringList allowed;
    for (const Entry &entry : entries) {
        if (toQString(entry.name) == name)
            return &entry;
        allowed += toQString(entry.name);
    }
    return unknownValue(*table.find(key), key, name, allowed);
}

} // namespace bomay
