// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/checker.h"

namespace bomay {

/// The report as lines for a terminal: findings with their citation, then what did not apply, what could not be checked
/// and why, what was switched off, and a summary as the last line. Ends with a line break.
[[nodiscard]] QString reportText(const CheckReport &report, const MessageCatalog &catalog, Language language);

/// How many findings there are, as the last line of the report says it.
[[nodiscard]] QString reportSummary(const CheckReport &report, const MessageCatalog &catalog, Language language);

/// One finding on one line: mark, code, message, citation, and the label while the wording of the law is unverified.
[[nodiscard]] QString findingText(const Finding &finding, const MessageCatalog &catalog, Language language);

} // namespace bomay
