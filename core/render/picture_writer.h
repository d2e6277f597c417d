// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/chart/page.h"

namespace bomay {

/// Letters of an SVG: as text, which can be searched and edited but needs the font (or Times New Roman, which is as
/// wide) where it is opened; or as outlines, which look the same everywhere.
enum class SvgText { Text, Outlines };

/// A page as SVG 1.1 in millimetres, the same bytes for the same input. Needs a QGuiApplication.
[[nodiscard]] QByteArray svgOf(const Page &page, const QString &title, SvgText text);

/// Writes it; the file appears whole or stays what it was. Errors: `cannot-write-file`.
[[nodiscard]] Result<> writeSvg(const Page &page, const QString &title, SvgText text, const QString &path);

/// So many bytes of memory at most an image may take while it is painted.
inline constexpr qint64 kLargestImage = qint64{1} << 30;

/// Paints a page as PNG with so many dots per inch, from 36 to 1200. Errors: `image-too-large` {size, limit} in
/// megapixels; `cannot-write-file`; `damaged-font-table`.
[[nodiscard]] Result<> writePng(const Page &page, int dotsPerInch, const QString &path);

} // namespace bomay
