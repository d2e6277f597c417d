// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entities.h"

#include <QVariant>

#include <array>
#include <span>
#include <type_traits>

namespace bomay {

// How one value stands in one column. What `encodeCell` writes, `decodeCell` reads back equal, and it reads nothing
// else: decoding is false where the cell is of another type or written in another way.

[[nodiscard]] QVariant encodeCell(const QString &text);
[[nodiscard]] QVariant encodeCell(int number);
[[nodiscard]] QVariant encodeCell(double number);
[[nodiscard]] QVariant encodeCell(bool value);
[[nodiscard]] QVariant encodeCell(const PartialDate &date); ///< 2021-03-29, 2021-03, 2021; NULL = nothing written
[[nodiscard]] QVariant encodeCell(const Uid &uid);          ///< 32 hexadecimal digits; NULL = names nothing
[[nodiscard]] QVariant encodeCell(NodeRef::Kind kind);      ///< "unit" or "post"

[[nodiscard]] bool decodeCell(const QVariant &cell, QString &text);
[[nodiscard]] bool decodeCell(const QVariant &cell, int &number);
[[nodiscard]] bool decodeCell(const QVariant &cell, double &number);
[[nodiscard]] bool decodeCell(const QVariant &cell, bool &value);
[[nodiscard]] bool decodeCell(const QVariant &cell, PartialDate &date);
[[nodiscard]] bool decodeCell(const QVariant &cell, Uid &uid);
[[nodiscard]] bool decodeCell(const QVariant &cell, NodeRef::Kind &kind);

template <typename Entity>
[[nodiscard]] QVariant encodeCell(const Id<Entity> &id)
{
    return encodeCell(id.uid);
}

template <typename Entity>
[[nodiscard]] bool decodeCell(const QVariant &cell, Id<Entity> &id)
{
    return decodeCell(cell, id.uid);
}

template <typename Enum>
requires std::is_enum_v<Enum>
[[nodiscard]] QVariant encodeCell(Enum value)
{
    return encodeCell(codeOf(value));
}

template <typename Enum>
requires std::is_enum_v<Enum>
[[nodiscard]] bool decodeCell(const QVariant &cell, Enum &value)
{
    QString code;
    if (!decodeCell(cell, code))
        return false;
    const std::optional<Enum> found = valueOfCode<Enum>(code);
    value = found.value_or(value);
    return found.has_value();
}

template <typename Value>
[[nodiscard]] QVariant encodeCell(const std::optional<Value> &value)
{
    return value ? encodeCell(*value) : QVariant();
}

template <typename Value>
[[nodiscard]] bool decodeCell(const QVariant &cell, std::optional<Value> &value)
{
    value.reset();
    return cell.isNull() || decodeCell(cell, value.emplace());
}

/// A digest of all rows of a document that does not depend on their order: the SHA-256 of each row, added up in four
/// lanes. It finds what SQLite can't: a changed letter or number. It is no protection against a forger.
class ContentDigest
{
public:
    void addRow(QStringView table, std::span<const QVariant> cells);
    /// Takes a row away that was added.
    void removeRow(QStringView table, std::span<const QVariant> cells);

    [[nodiscard]] QString toString() const; ///< 64 hexadecimal digits
    [[nodiscard]] static std::optional<ContentDigest> parse(QStringView text);

private:
    [[nodiscard]] std::array<quint64, 4> hashOf(QStringView table, std::span<const QVariant> cells);

    std::array<quint64, 4> m_lanes{};
    QByteArray m_buffer; ///< of one row, kept for its memory
};

} // namespace bomay
