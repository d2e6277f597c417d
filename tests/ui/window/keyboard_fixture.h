// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/numbers.h"
#include "tests/support/edit_checks.h"
#include "tests/ui/window/window_fixture.h"

namespace bomay {

/// A window whose chart has the keyboard, and what a user does there with keys alone.
struct KeyboardFixture : WindowFixture
{
    explicit KeyboardFixture(Language language = Language::Vietnamese, const SessionPorts &ports = systemPorts())
        : WindowFixture(ports, language)
    {
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window did not become active");
        window->canvas().setFocus();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    /// Into the field that has the keyboard, over what is selected there, as an input method writes.
    void type(const QString &text) const
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(QApplication::focusWidget(), &event);
    }

    /// Adds by a key and types the name that is asked for then.
    void add(const QString &name, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        press(key, modifiers);
        typeName(name);
    }

    /// The belongs-to tree: "UBND(Chủ tịch,Phòng A)".
    [[nodiscard]] QString tree() const { return treeOf(document().view()); }

    /// The name of a unit, the title of a post; empty for nothing.
    [[nodiscard]] QString nameOf(const std::optional<NodeRef> &node) const
    {
        const int item = node ? document().view().indexOf(*node) : -1;
        if (item < 0)
            return {};
        return node->isUnit() ? document().view().units()[uz(item)].state.name
                              : document().view().posts()[uz(item)].state.title;
    }
    [[nodiscard]] QString selectedName() const { return nameOf(document().selected()); }

    [[nodiscard]] std::optional<NodeRef> named(const QString &name) const
    {
        for (const ViewNode &node : document().view().nodes())
            if (nameOf(node.ref) == name)
                return node.ref;
        return std::nullopt;
    }

    void select(const QString &name) const { document().select(named(name)); }
};

} // namespace bomay
