// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/organisation_json.h"
#include "tests/support/gui_test_main.h"
#include "tests/support/scripted_dialogs.h"
#include "ui/canvas/chart_canvas.h"
#include "ui/document/document.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QTemporaryDir>

namespace bomay {

/// A window with an empty document, whose dialogs the test answers.
struct WindowFixture
{
    FontTable fonts = *FontTable::builtIn();
    MessageCatalog messages = *MessageCatalog::builtIn();
    ScriptedDialogs dialogs;
    std::unique_ptr<MainWindow> window;
    QTemporaryDir folder;

    explicit WindowFixture(const SessionPorts &ports = systemPorts(), Language language = Language::Vietnamese)
    {
        window = std::make_unique<MainWindow>(ports, dialogs, messages, language, fonts);
        window->resize(1366, 768);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qFatal("the window did not show");
    }

    void trigger(const QString &id) const
    {
        QAction *action = window->action(id);
        if (action == nullptr || !action->isEnabled())
            qFatal("command %s cannot be used", qPrintable(id));
        action->trigger();
    }

    /// Types a name into the field that is open on the canvas.
    void typeName(const QString &name) const
    {
        auto *editor = window->canvas().findChild<QLineEdit *>();
        if (editor == nullptr)
            qFatal("no field is open");
        editor->selectAll();
        QInputMethodEvent event;
        event.setCommitString(name); // as an input method writes Vietnamese
        QCoreApplication::sendEvent(editor, &event);
        QTest::keyClick(editor, Qt::Key_Return);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    [[nodiscard]] Document &document() const { return window->document(); }
    [[nodiscard]] QByteArray json() const { return canonicalJson(window->document().organisation()); }
};

} // namespace bomay
