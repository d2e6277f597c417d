// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/messages.h"

#include <vector>

namespace bomay {

/// What a diagnostic means for the row it speaks of.
enum class DiagnosticSeverity {
    Error,   ///< the row is left out
    Asked,   ///< the officer must say; until then the program's proposal stands
    Warning, ///< taken, but should be looked at
    Info     ///< taken, and the officer is told what was made of it
};

/// One remark about a cell or row of an imported file.
struct Diagnostic
{
    DiagnosticSeverity severity = DiagnosticSeverity::Error;
    Message message; ///< codes are a contract: see the template's description of wrong input
    Place place;

    friend bool operator==(const Diagnostic &, const Diagnostic &) = default;
};

/// What an import would do, in numbers. `rows` = `taken` + `leftOut` + `asked`.
struct ImportReport
{
    int rows = 0;
    int taken = 0;
    int leftOut = 0;
    int asked = 0;
    int units = 0;
    int posts = 0;
    int people = 0;
    int localities = 0;
    int roots = 0;
    int orphans = 0;
    int selfReferences = 0;
    int cycles = 0;
    int duplicates = 0;
    int maxDepth = 0;
    int vacant = 0;
    double fte = 0;
    std::vector<Diagnostic> diagnostics;
};

/// "error", "asked", "warning" or "info".
[[nodiscard]] QString severityCode(DiagnosticSeverity severity);

} // namespace bomay
