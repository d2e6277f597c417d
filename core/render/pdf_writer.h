// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/chart/paper_document.h"
#include "core/render/fonts.h"

namespace bomay {

/// A PDF as any viewer shows it, or one that keeps to what PDF/A-1b (ISO 19005-1) asks for: colours with a profile, no
/// transparency (pictures alone have any), everything within the file. A profile and no promise: nothing here
/// validates it.
enum class PdfProfile { Plain, A1b };

/// What a PDF says of itself, and how it is written.
struct PdfProperties
{
    QString title;
    QString creator; ///< the program
    Day created;     ///< written as that day at midnight UTC, so that equal input gives equal bytes
    QString author = {};
    QString subject = {};
    PdfProfile profile = PdfProfile::Plain;
    PaperFace face = PaperFace::BuiltIn;
};

/// A viewer shows no page that is wider or higher (PDF 1.7, annex C): 14,400 points, mm.
inline constexpr double kLargestPage = 14400 * kMillimetresPerPoint;

/// The bytes of a vector PDF 1.4 with embedded subsets of fonts, text that can be searched and copied in the order of
/// the lists, outline, page labels and links, Vietnamese as its language; the same for the same input. Needs a
/// QGuiApplication. Pages must be no larger than `kLargestPage`. Errors: `page-too-large` {size, limit}; `cancelled`;
/// `damaged-font-table`; `pdf-afterwork` with the library's word.
[[nodiscard]] Result<QByteArray> pdfBytes(const PaperDocument &document, const PdfProperties &properties,
                                          const Progress &progress = {});

/// Writes them into a file, which appears whole or stays what it was. Errors: also `cannot-write-file`.
[[nodiscard]] Result<> writePdf(const PaperDocument &document, const PdfProperties &properties, const QString &path,
                                const Progress &progress = {});

/// The same page by page: of those written nothing stays but their packed operators.
[[nodiscard]] Result<> writePdf(PageSource &source, const PdfProperties &properties, const QString &path,
                                const Progress &progress = {});

} // namespace bomay
