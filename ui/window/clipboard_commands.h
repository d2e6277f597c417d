// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/edits_branch.h"
#include "core/chart/font_table.h"
#include "ui/document/ui_context.h"

#include <QObject>

class QMimeData;

namespace bomay {

/// Cut, copy and paste of branches: within a document, between documents, from and to other programs.
class ClipboardCommands : public QObject
{
    Q_OBJECT

public:
    ClipboardCommands(const UiContext &context, const FontTable &fonts, QObject *parent = nullptr);

    /// What is selected with all that is below it, for this program, as an indented list, a table, and pictures in
    /// lines (SVG) and dots.
    void copy();
    void cut();
    /// Under what is selected, at the top where nothing is; text of other programs becomes a chart.
    void paste();

    /// What nodes are on the clipboard; the caller owns it.
    [[nodiscard]] QMimeData *mimeOf(const std::vector<NodeRef> &nodes) const;

Q_SIGNALS:
    /// Something worth a line in the status bar.
    void said(const QString &text);

private:
    UiContext m_context;
    const FontTable &m_fonts;
};

} // namespace bomay
