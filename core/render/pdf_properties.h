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

/// Sets outline and page labels. `pages` are the page objects in their order.
void setOutline(QPDF &pdf, const PaperDocument &document, const std::vector<QPDFObjectHandle> &pages);
void setPageLabels(QPDF &pdf, const PaperDocument &document);

/// The links of a page as annotations; null where it has none.
[[nodiscard]] QPDFObjectHandle linksOf(const Page &page, const PaperDocument &document,
                                       const std::vector<QPDFObjectHandle> &pages);

} // namespace bomay
