// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text_view.h"

#include <QString>

#include <span>
#include <string_view>

namespace bomay {

/// What a template column takes; decides its drop-down list and how a cell is read.
enum class ColumnType {
    Text,
    Code,
    Number,
    Date,
    Tick,
    LocalityTypes,
    LocalityClasses,
    UnitKinds,
    Autonomies,
    Reorganisations,
    PostRoles,
    AppointmentKinds,
    RelationTypes,
    QuotaKinds,
    DutyStates
};

enum class ColumnUse { Required, Usual, Optional };

/// A column of the import template: its stable code, its two labels, and a hint for the officer.
struct ColumnSpec
{
    std::u16string_view code;
    std::u16string_view vi;
    std::u16string_view en;
    ColumnType type = ColumnType::Text;
    ColumnUse use = ColumnUse::Usual;
    std::u16string_view hint = {};    ///< cell comment in the written workbook
    std::u16string_view example = {}; ///< the grey example row
};

enum class SheetId { Document, Localities, Units, Posts, Relations, Quotas, LegalDocuments, Functions, Duties };

/// A sheet of the import template.
struct SheetSpec
{
    SheetId id;
    std::u16string_view code;
    std::u16string_view vi;
    std::u16string_view en;
    std::span<const ColumnSpec> columns;
};

/// The sheets of the template that hold data, in reading order.
[[nodiscard]] std::span<const SheetSpec> templateSheets();

/// Names that carry no data: instruction and lists.
[[nodiscard]] std::span<const std::u16string_view> helperSheets();

/// The form in which sheet names, headers and values are compared: no case, no marks, "_" as space, no "*" or remark in
/// brackets at the end.
[[nodiscard]] QString templateKey(QStringView text);

} // namespace bomay
