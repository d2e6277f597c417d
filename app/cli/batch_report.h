// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/decree/checker.h"

namespace bomay {

/// One file of a batch and what was found in it.
struct BatchEntry
{
    QString file;               ///< path below the folder
    std::optional<Error> error; ///< why it could not be checked
    CheckReport report;         ///< of what could be read
    int leftOut = 0;            ///< rows of a spreadsheet that are in no chart, those that ask included
};

/// The gravest first: what could not be read, then by number of errors, of warnings, of what is open; then by name.
void sortBySeverity(std::vector<BatchEntry> &entries);

[[nodiscard]] QByteArray batchJson(const std::vector<BatchEntry> &entries, const MessageCatalog &catalog);
[[nodiscard]] QByteArray batchCsv(const std::vector<BatchEntry> &entries, const MessageCatalog &catalog,
                                  Language language);
/// A page of its own, without anything from outside.
[[nodiscard]] QByteArray batchHtml(const std::vector<BatchEntry> &entries, const MessageCatalog &catalog,
                                   Language language);

} // namespace bomay
