// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/ui_context.h"
#include "ui/window/dialogs.h"

#include <QObject>

namespace bomay {

/// What an officer says about findings and rules, with the questions that it takes.
class FindingCommands : public QObject
{
    Q_OBJECT

public:
    FindingCommands(const UiContext &context, Dialogs &dialogs, QObject *parent = nullptr);

    /// Asks for the reason and accepts the finding.
    void waive(const Finding &finding);
    /// Asks for the text that a rule was held against.
    void confirm(const QString &rule);
    /// Switches a rule on or off for the document.
    void switchRule(const QString &rule, bool isOn);
    /// How an office writes rules of its own.
    void showPackHelp();

private:
    UiContext m_context;
    Dialogs &m_dialogs;
};

} // namespace bomay
