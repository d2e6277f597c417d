// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/checker.h"

#include <QJsonObject>

namespace bomay {

/// A report in the Static Analysis Results Interchange Format, version 2.1.0: rules with their citations and labels,
/// results with fingerprints and, for what the office answers for, suppressions with the document; what could not be
/// checked as notifications of the run. `document` is the path of what was checked, `packs` are those that the report
/// was made with.
[[nodiscard]] QJsonObject toSarif(const CheckReport &report, const QString &document, std::span<const RulePack> packs,
                                  const MessageCatalog &catalog);

} // namespace bomay
