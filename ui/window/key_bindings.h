// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/command_table.h"

#include <map>

class QSettings;

namespace bomay {

/// Which keys commands have: those of the table, but for commands that the user gave others. A value; who uses it keeps
/// it in the settings.
class KeyBindings
{
public:
    [[nodiscard]] QList<QKeySequence> keysOf(const UiCommand &command) const;
    [[nodiscard]] bool isOwn(const QString &id) const { return m_own.contains(id); }

    /// Gives a command other keys; none where the list is empty.
    void bind(const QString &id, const QList<QKeySequence> &keys) { m_own.insert_or_assign(id, keys); }
    /// The keys of the table again.
    void reset(const QString &id) { m_own.erase(id); }

    /// The command that has a key already; null = none. A key means one thing in the whole window.
    [[nodiscard]] const UiCommand *ownerOf(const std::vector<UiCommand> &table, const QKeySequence &key) const;

    friend bool operator==(const KeyBindings &, const KeyBindings &) = default;

private:
    friend KeyBindings readKeyBindings(QSettings &settings);
    friend void writeKeyBindings(const KeyBindings &bindings, QSettings &settings);

    std::map<QString, QList<QKeySequence>> m_own; ///< by command
};

/// What the settings hold under "keys"; what cannot be read there is left out.
[[nodiscard]] KeyBindings readKeyBindings(QSettings &settings);
void writeKeyBindings(const KeyBindings &bindings, QSettings &settings);

/// A key may reach Qt under two names: Enter of the number block, Shift+Tab as "Backtab". The one that tables and
/// settings use.
[[nodiscard]] QKeySequence nameOfKey(const QKeySequence &key);
/// The keys under all their names.
[[nodiscard]] QList<QKeySequence> withTwins(const QList<QKeySequence> &keys);

/// The first key of a command as the user reads it: "Ctrl+Shift+Enter"; empty where it has none.
[[nodiscard]] QString keyText(const QList<QKeySequence> &keys);

} // namespace bomay
