// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/chart/page.h"
#include "core/render/pdf_fonts.h"
#include "core/render/pdf_images.h"

namespace bomay {

/// The operators that paint a page, as `paint` does: run by run lines, boxes, images, texts. Coordinates are points
/// from the lower left corner, to a hundredth. Colours that let something through are mixed with the white of the
/// paper: PDF/A-1 knows no transparency. Errors: `cancelled`.
[[nodiscard]] Result<std::string> pdfContent(const Page &page, PdfFonts &fonts, PdfImages &images,
                                             const Progress &progress = {});

} // namespace bomay
