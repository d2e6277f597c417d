// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bomay {

/// Makes the built-in files (":/messages", ":/decrees", …) readable. Call it once at the start of a program; a static
/// library's resources are not registered by themselves.
void initResources();

} // namespace bomay
