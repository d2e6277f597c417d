// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/messages.h"
#include "core/decree/deputy_ledger.h"
#include "core/report/report_document.h"

namespace bomay {

/// "Báo cáo rà soát": which packs were asked on which day; findings by severity with their citation; what the office
/// answers for; what could not be checked and why; what does not apply; what is switched off; what was confirmed.
/// `organisation` is the one that was checked: waivers and confirmations are its.
[[nodiscard]] ReportDocument checkReportDocument(const CheckReport &report, const Organisation &organisation,
                                                 const MessageCatalog &catalog, Language language);

/// The deputy ledger, unit by unit and summed.
[[nodiscard]] ReportDocument ledgerDocument(const DeputyLedger &ledger, const QString &title,
                                            const MessageCatalog &catalog, Language language);

/// Biên chế: for every unit of the chart its seats, heads, deputies, vacancies, staff allotted and in post. A figure
/// that nobody entered is empty. The last row sums the seats; staff that a unit above counts already is not added
/// again.
[[nodiscard]] ReportDocument staffingDocument(const OrgView &view, const QString &title, const MessageCatalog &catalog,
                                              Language language);

} // namespace bomay
