// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/key_bindings.h"

#include <QSettings>
#include <QStringList>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

const QString kGroup = u"keys"_s;

} // namespace

QList<QKeySequence> KeyBindings::keysOf(const UiCommand &command) const
{
    const auto own = m_own.find(command.id);
    return own == m_own.end() ? command.keys : own->second;
}

const UiCommand *KeyBindings::ownerOf(const std::vector<UiCommand> &table, const QKeySequence &key) const
{
    const auto owner =
        std::ranges::find_if(table, [this, &key](const UiCommand &command) { return keysOf(command).contains(key); });
    return owner == table.end() ? nullptr : &*owner;
}

KeyBindings readKeyBindings(QSettings &settings)
{
    KeyBindings bindings;
    settings.beginGroup(kGroup);
    for (const QString &id : settings.childKeys()) {
        const QStringList texts = settings.value(id).toStringList();
        QList<QKeySequence> keys;
        for (const QString &text : texts) {
            const QKeySequence key = QKeySequence::fromString(text, QKeySequence::PortableText);
            if (!key.isEmpty() && key[0].key() != Qt::Key_unknown)
                keys += key;
        }
        if (!keys.isEmpty() || texts.isEmpty())
            bindings.bind(id, keys);
    }
    settings.endGroup();
    return bindings;
}

void writeKeyBindings(const KeyBindings &bindings, QSettings &settings)
{
    settings.beginGroup(kGroup);
    settings.remove({});
    for (const auto &[id, keys] : bindings.m_own) {
        QStringList texts;
        for (const QKeySequence &key : keys)
            texts += key.toString(QKeySequence::PortableText);
        settings.setValue(id, texts);
    }
    settings.endGroup();
}

QString keyText(const QList<QKeySequence> &keys)
{
    // Qt has two keys for what stands as one on every keyboard.
    return keys.isEmpty() ? QString()
                          : keys.front().toString(QKeySequence::NativeText).replace(u"Return"_s, u"Enter"_s);
}

} // namespace bomay
