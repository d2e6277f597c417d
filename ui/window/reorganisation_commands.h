// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/ui_context.h"
#include "ui/reorganisation/reorganisation_draft.h"

#include <QObject>

namespace bomay {

class Dialogs;

/// What decisions do to the selected units: the verbs of reorganisation, each asked for in one dialog and one step of
/// undo; and what became of a unit over the years.
class ReorganisationCommands : public QObject
{
    Q_OBJECT

public:
    ReorganisationCommands(const UiContext &context, Dialogs &dialogs, QObject *parent = nullptr);

    void run(ReorganisationKind kind);
    /// Can it be done to what is selected?
    [[nodiscard]] bool canRun(ReorganisationKind kind) const;

    /// Founding, predecessors, names, places, heirs, end of the selected unit, to read.
    void showHistory();
    [[nodiscard]] bool hasUnit() const;

Q_SIGNALS:
    /// Something worth a line in the status bar.
    void said(const QString &text);

private:
    [[nodiscard]] std::vector<UnitId> units() const;

    UiContext m_context;
    Dialogs &m_dialogs;
};

} // namespace bomay
