// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/result.h"
#include "core/chart/page.h"

#include <span>

namespace bomay {

/// What a PDF says of itself.
struct PdfProperties
{
    QString title;
    QString creator;
    Day created; ///< written as that day at midnight UTC, so that equal input gives equal bytes
};

/// Writes pages as one vector PDF with embedded fonts, searchable text, Vietnamese as its language. The file appears
/// whole or not at all. Needs a QGuiApplication; for equal bytes on every run also a fixed hash seed. Errors:
/// `cannot-write-file`; `damaged-font-table`.
[[nodiscard]] Result<> writePdf(std::span<const Page> pages, const PdfProperties &properties, const QString &path);

} // namespace bomay
