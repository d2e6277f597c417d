// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/checker.h"

namespace bomay {

/// A report as a table: for spreadsheets and web pages.
struct ReportTable
{
    QStringList header;
    std::vector<QStringList> rows; ///< as wide as the header
};

/// One row for each finding, then one for each subject whose fact is missing.
[[nodiscard]] ReportTable reportTable(const CheckReport &report, const MessageCatalog &catalog, Language language);

} // namespace bomay
