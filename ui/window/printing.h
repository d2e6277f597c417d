// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/paper_document.h"

class QPrinter;

namespace bomay {

/// Gives a printer the paper of a document, edge to edge: margins are on the pages themselves.
void setUpPrinter(QPrinter &printer, const PaperDocument &document, const QString &title);

/// Prints the pages that the printer's range names, as often as it asks for, by the drawing that the screen uses. False
/// where the printer cannot be used.
[[nodiscard]] bool printPages(QPrinter &printer, const PaperDocument &document);

} // namespace bomay
