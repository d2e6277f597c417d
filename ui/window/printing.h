// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/chart/paper_document.h"

class QPrinter;

namespace bomay {

/// Gives a printer the paper of a document, edge to edge: margins are on the pages themselves.
void setUpPrinter(QPrinter &printer, const PaperDocument &document, const QString &title);

/// Prints the pages that the printer's range names, as often as it asks for, by the drawing that the screen uses; how
/// many it was given. Errors: `cannot-print` where it takes none; `cancelled`.
[[nodiscard]] Result<int> printPages(QPrinter &printer, const PaperDocument &document, const Progress &progress = {});

} // namespace bomay
