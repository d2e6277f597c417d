// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entities.h"
#include "core/store/cell_row.h"

#include <QVariant>

#include <type_traits>

namespace bomay {

// How one value stands in one column. What `encodeCell` appends to a row, `decodeCell` reads back equal, and it reads
// nothing else: decoding is false where the cell is of another type or written in another way.

void encodeCell(const QString &text, CellRow &row);
void encodeCell(int number, CellRow &row);
void encodeCell(double number, CellRow &row);
void encodeCell(bool value, CellRow &row);
void encodeCell(const PartialDate &date, CellRow &row); ///< 2021-03-29, 2021-03, 2021; NULL = nothing written
void encodeCell(const Uid &uid, CellRow &row);          ///< 32 hexadecimal digits; NULL = names nothing
void encodeCell(NodeRef::Kind kind, CellRow &row);      ///< "unit" or "post"
void encodeCell(const Picture &picture, CellRow &row);  ///< base64; '' = none

[[nodiscard]] bool decodeCell(const Cell &cell, QString &text);
[[nodiscard]] bool decodeCell(const Cell &cell, int &number);
[[nodiscard]] bool decodeCell(const Cell &cell, double &number);
[[nodiscard]] bool decodeCell(const Cell &cell, bool &value);
[[nodiscard]] bool decodeCell(const Cell &cell, PartialDate &date);
[[nodiscard]] bool decodeCell(const Cell &cell, Uid &uid);
[[nodiscard]] bool decodeCell(const Cell &cell, NodeRef::Kind &kind);
[[nodiscard]] bool decodeCell(const Cell &cell, Picture &picture);

/// Is a text cell exactly this code? Codes are ASCII.
[[nodiscard]] inline bool isCode(const Cell &cell, std::u16string_view code)
{
    if (cell.type != Cell::Type::Text || cell.text.size() != static_cast<qsizetype>(code.size()))
        return false;
    for (std::size_t i = 0; i < code.size(); ++i)
        if (char16_t(static_cast<unsigned char>(cell.text[static_cast<qsizetype>(i)])) != code[i])
            return false;
    return true;
}

template <typename Entity>
void encodeCell(const Id<Entity> &id, CellRow &row)
{
    encodeCell(id.uid, row);
}

template <typename Entity>
[[nodiscard]] bool decodeCell(const Cell &cell, Id<Entity> &id)
{
    return decodeCell(cell, id.uid);
}

template <typename Enum>
    requires std::is_enum_v<Enum>
void encodeCell(Enum value, CellRow &row)
{
    row.addText(QStringView(termOf(value).code));
}

template <typename Enum>
    requires std::is_enum_v<Enum>
[[nodiscard]] bool decodeCell(const Cell &cell, Enum &value)
{
    for (const auto &term : terms<Enum>())
        if (isCode(cell, term.code)) {
            value = term.value;
            return true;
        }
    return false;
}

template <typename Value>
void encodeCell(const std::optional<Value> &value, CellRow &row)
{
    if (value)
        encodeCell(*value, row);
    else
        row.addNull();
}

template <typename Value>
[[nodiscard]] bool decodeCell(const Cell &cell, std::optional<Value> &value)
{
    value.reset();
    return cell.isNull() || decodeCell(cell, value.emplace());
}

/// The same as Qt SQL has it, for rows that are few.
template <typename Value>
[[nodiscard]] QVariant encodeCell(const Value &value)
{
    CellRow row;
    encodeCell(value, row);
    return row[0].toVariant();
}

template <typename Value>
[[nodiscard]] bool decodeCell(const QVariant &cell, Value &value)
{
    CellRow row;
    row.add(cell);
    return decodeCell(row[0], value);
}

} // namespace bomay
