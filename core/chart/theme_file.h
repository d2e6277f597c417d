// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/chart/theme.h"

namespace bomay {

/// Reads a theme: id, name = { vi, en }, screen_only; edge and line (widths of strokes, mm, tenths of them); [colours]
/// background, ink, paper, unit, leader, frame as "#rrggbb"; [[rule]] with words = { vi, en } and at least one
/// condition of kinds, level, over_staffed, and fill, pattern = "none|solid|bars|fine|dots". What is not said is as in
/// `Theme`. Errors: `toml-syntax` and those of `TomlTable`, with their place; `bad-value`.
[[nodiscard]] Result<Theme> readTheme(const QByteArray &toml, const QString &file);

/// Those of ":/themes", in the order in which they are offered; the first one is the official black and white.
[[nodiscard]] const std::vector<Theme> &builtInThemes();

/// The theme of an id; for one that is not known, as of a later version, and for an empty one the official one.
[[nodiscard]] const Theme &themeNamed(const QString &id);

} // namespace bomay
