// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/pdf_writer.h"

#include <QByteArray>

namespace bomay {

/// A PDF with its language, dates and document properties set and its random parts made equal for equal input: what
/// QPdfWriter has no call for. Errors: `pdf-afterwork` with the library's word.
[[nodiscard]] Result<QByteArray> withProperties(const QByteArray &pdf, const PdfProperties &properties);

} // namespace bomay
