// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/chart/display_list.h"

#include <QFont>
#include <QRawFont>

namespace bomay {

/// Makes the built-in fonts known to Qt. Needs a QGuiApplication; calling it again does nothing.
/// Errors: `damaged-font-table` where a font file is not there or does not load: a defect of the build.
[[nodiscard]] Result<> loadBuiltInFonts();

/// Letters of this many pixels to the em are drawn and then scaled, so that their advances are the font's own,
/// unrounded.
inline constexpr int kEmPixels = 1000;

/// The built-in face at `kEmPixels`: no hinting, no kerning, no shaping, so that a text is as wide as it was measured.
[[nodiscard]] QFont fontAtEm(const FontSpec &font);

/// Which letters stand for the serif face on paper. Decree 30/2020 (annex I, part I, item I.4) asks for Times New
/// Roman; BoMay Serif has its advances, so that a picture is the same in both.
enum class PaperFace { BuiltIn, TimesNewRoman };

/// Is Times New Roman itself on this machine, and not a stand-in? Needs a QGuiApplication.
[[nodiscard]] bool isTimesNewRomanInstalled();

/// The file of a face, for embedding. Invalid where it does not load: a defect of the build.
[[nodiscard]] QRawFont rawFont(const FontSpec &font, PaperFace face);

} // namespace bomay
