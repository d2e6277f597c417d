// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/deputy_ledger.h"

#include <QJsonObject>

#include <array>

namespace bomay {

/// The columns of the ledger, in the order of every output.
enum class LedgerColumn { Unit, Name, Ceiling, Rule, Allotted, Document, InPost, Vacant, Surplus, Until, Count };
using LedgerCells = std::array<QString, static_cast<std::size_t>(LedgerColumn::Count)>;

[[nodiscard]] LedgerCells ledgerHeaders(const MessageCatalog &catalog, Language language);
/// A row as it is read; a number that is not known is empty. The rule is its citation, or what is missing for it.
[[nodiscard]] LedgerCells ledgerCells(const LedgerRow &row, const MessageCatalog &catalog, Language language);
/// A total likewise: the code is that of kind or locality, the name says what is summed.
[[nodiscard]] LedgerCells ledgerCells(const LedgerTotal &total, const MessageCatalog &catalog, Language language);

/// The ledger in plain text: rows, then totals.
[[nodiscard]] QString ledgerText(const DeputyLedger &ledger, const MessageCatalog &catalog, Language language);

/// Rows as CSV for spreadsheet programs (`csvText`). Totals are not among them: a program can sum.
[[nodiscard]] QByteArray ledgerCsv(const DeputyLedger &ledger, const MessageCatalog &catalog, Language language);

/// By the keys that scripts know: what is not known is null.
[[nodiscard]] QJsonObject toJson(const DeputyLedger &ledger, const MessageCatalog &catalog);

} // namespace bomay
