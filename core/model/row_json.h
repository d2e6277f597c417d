// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/row.h"

#include <QJsonObject>

namespace bomay {

// Rows as JSON, with the names of fields.h: for the export, the log of a document and the journal. Dates are written as
// they are precise, ids as 32 hexadecimal digits, what is not given as null.

[[nodiscard]] QJsonObject toJson(const Row &row);

/// The row of a kind that `toJson` of this program or of an older one wrote: a field that was not there yet has its
/// default. Nothing else is read: no field of another type and none that this program does not know. Error: `row-json`
/// with the field.
[[nodiscard]] Result<Row> rowFromJson(RowKind kind, const QJsonObject &object);

/// The stable name of a kind of row: "unit", "legal_document".
[[nodiscard]] QString nameOf(RowKind kind);
[[nodiscard]] std::optional<RowKind> rowKindOf(QStringView name);

} // namespace bomay
