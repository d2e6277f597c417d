// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/chart/paper_document.h"

namespace bomay {

/// Letters of an SVG: as text, which can be searched and edited but needs the font (or Times New Roman, which is as
/// wide) where it is opened; or as outlines, which look the same everywhere.
enum class SvgText { Text, Outlines };

/// A page as SVG 1.1 in millimetres, the same bytes for the same input. Needs a QGuiApplication.
[[nodiscard]] QByteArray svgOf(const Page &page, const QString &title, SvgText text);

/// Writes it; the file appears whole or stays what it was. Errors: `cannot-write-file`; `cancelled`.
[[nodiscard]] Result<> writeSvg(const Page &page, const QString &title, SvgText text, const QString &path,
                                const Progress &progress = {});

/// So many bytes of memory at most an image may take while it is painted.
inline constexpr qint64 kLargestImage = qint64{1} << 30;

/// Dots per inch of a PNG.
inline constexpr int kFewestDots = 36;
inline constexpr int kMostDots = 1200;

/// Paints a page as PNG with so many dots per inch, as the limits say. Errors: `image-too-large` {size, limit} in
/// megapixels; `cannot-write-file`; `damaged-font-table`; `cancelled`.
[[nodiscard]] Result<> writePng(const Page &page, int dotsPerInch, const QString &path, const Progress &progress = {});

enum class PictureFormat { Svg, Png };

/// How pages become pictures.
struct PictureOptions
{
    PictureFormat format = PictureFormat::Png;
    int dotsPerInch = 300;        ///< of a PNG
    SvgText text = SvgText::Text; ///< of an SVG
};

/// Where one page of a document goes: the only one to `path`, one of several beside it under its name ("so-do-A1.svg").
[[nodiscard]] QString pathOfPage(const QString &path, const PaperDocument &document, std::size_t index);

/// Writes each page into a file of its own (`pathOfPage`); nothing of the files that were there changes before the last
/// picture is made, and where one of them cannot be replaced, all stay. Errors: those of `writeSvg` and `writePng`,
/// with the place of the file that was to be; `pictures-half-written` {files} where what was replaced could not be put
/// back: these are new.
[[nodiscard]] Result<> writePictures(const PaperDocument &document, const QString &title, const PictureOptions &options,
                                     const QString &path, const Progress &progress = {});

} // namespace bomay
