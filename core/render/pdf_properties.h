// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/pdf_writer.h"

class QPDF;
class QPDFObjectHandle;

namespace bomay {

/// Text of the document's structure: in UTF-16 where it needs more than ASCII.
[[nodiscard]] QPDFObjectHandle pdfText(const QString &text);

/// Sets title, author, subject, dates and language of a PDF, also as XMP; for PDF/A what it asks for beyond that.
void setProperties(QPDF &pdf, const PdfProperties &properties);

/// The pages of a PDF in their order.
struct PdfPages
{
    std::vector<QPDFObjectHandle> objects;
    std::vector<QSizeF> sizes; ///< mm
    QStringList labels;        ///< empty = by its number
};

void setOutline(QPDF &pdf, const std::vector<OutlineEntry> &outline, const PdfPages &pages);
void setPageLabels(QPDF &pdf, const PdfPages &pages);

/// The links of a page as annotations; null where it has none.
[[nodiscard]] QPDFObjectHandle linksOf(const Page &page, const PdfPages &pages);

} // namespace bomay
