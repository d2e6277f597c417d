// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/property/verb_draw.h"

namespace bomay {

// Random orders on localities and on persons, for the table of `VerbScript`.

[[nodiscard]] Result<Change> establishSomeLocality(VerbDraw &draw);
[[nodiscard]] Result<Change> rearrangeSomeLocalities(VerbDraw &draw);
[[nodiscard]] Result<Change> mergeSomeLocalities(VerbDraw &draw);
[[nodiscard]] Result<Change> divideSomeLocality(VerbDraw &draw);
[[nodiscard]] Result<Change> adjustSomeBoundary(VerbDraw &draw);
[[nodiscard]] Result<Change> renameSomeLocality(VerbDraw &draw);
[[nodiscard]] Result<Change> dissolveSomeLocality(VerbDraw &draw);

[[nodiscard]] Result<Change> appointSomebody(VerbDraw &draw);
[[nodiscard]] Result<Change> reappointSomebody(VerbDraw &draw);
[[nodiscard]] Result<Change> transferSomebody(VerbDraw &draw);
[[nodiscard]] Result<Change> rotateSomebody(VerbDraw &draw);
[[nodiscard]] Result<Change> secondSomebody(VerbDraw &draw);
[[nodiscard]] Result<Change> endSomeSecondment(VerbDraw &draw);
[[nodiscard]] Result<Change> dismissSomebody(VerbDraw &draw);
[[nodiscard]] Result<Change> resignSomebody(VerbDraw &draw);
[[nodiscard]] Result<Change> retireSomebody(VerbDraw &draw);

} // namespace bomay
