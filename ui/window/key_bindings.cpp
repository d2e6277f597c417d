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
    const auto owner = std::ranges::find_if(table, [this, name = nameOfKey(key)](const UiCommand &command) {
        return std::ranges::any_of(keysOf(command),
                                   [&name](const QKeySequence &own) { return nameOfKey(own) == name; });
    });
    return owner == table.end() ? nullptr : &*owner;
}

QKeySequence nameOfKey(const QKeySequence &key)
{
    if (key.count() != 1)
        return key;
    const Qt::KeyboardModifiers modifiers = key[0].keyboardModifiers() & ~Qt::KeypadModifier;
    switch (key[0].key()) {
    case Qt::Key_Enter:
        return {QKeyCombination(modifiers, Qt::Key_Return)};
    case Qt::Key_Backtab:
        return {QKeyCombination(modifiers | Qt::ShiftModifier, Qt::Key_Tab)};
    default:
        return key;
    }
}

QList<QKeySequence> withTwins(const QList<QKeySequence> &keys)
{
    QList<QKeySequence> all = keys;
    for (const QKeySequence &key : keys) {
        if (key.count() != 1)
            continue;
        const Qt::KeyboardModifiers modifiers = key[0].keyboardModifiers();
        if (key[0].key() == Qt::Key_Return)
            all += QKeySequence(QKeyCombination(modifiers, Qt::Key_Enter));
        else if (key[0].key() == Qt::Key_Tab && modifiers.testFlag(Qt::ShiftModifier))
            all += QKeySequence(QKeyCombination(modifiers, Qt::Key_Backtab));
    }
    return all;
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
