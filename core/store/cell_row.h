// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringEncoder>

#include <vector>

class QVariant;

namespace bomay {

/// What stands in one column of one row. Its text lies in the row that it came from.
struct Cell
{
    enum class Type : char { Null = 'n', Integer = 'i', Real = 'd', Text = 's', Bytes = 'b' };

    Type type = Type::Null;
    qint64 integer = 0;
    double real = 0;
    QByteArrayView text; ///< UTF-8; of bytes the bytes

    [[nodiscard]] bool isNull() const { return type == Type::Null; }
    [[nodiscard]] QVariant toVariant() const; ///< as Qt SQL would give it
    [[nodiscard]] QString toText() const;     ///< for a message
};

/// The cells of one row behind the name of its table, as one run of bytes: the name and each text with its length, each
/// cell with its type. Equal rows, and no others, are equal bytes; the digest of a document is made of them. Kept from
/// row to row for its memory.
class CellRow
{
public:
    explicit CellRow(QStringView table = {});

    void clear();

    void addNull() { begin(Cell::Type::Null, 0); }
    void addInteger(qint64 number);
    void addReal(double number);
    void addText(QStringView text); ///< half a surrogate pair becomes a replacement character
    void addText(QByteArrayView utf8) { addBytes(Cell::Type::Text, utf8); }
    void addBytes(QByteArrayView bytes) { addBytes(Cell::Type::Bytes, bytes); }
    void add(const QVariant &cell); ///< as Qt SQL gives it

    [[nodiscard]] int size() const { return static_cast<int>(m_starts.size()); }
    [[nodiscard]] Cell operator[](int column) const;
    [[nodiscard]] QByteArrayView bytes() const { return {m_bytes.data(), static_cast<qsizetype>(m_end)}; }

private:
    /// Room for a type and as many bytes behind it.
    char *begin(Cell::Type type, std::size_t size);
    void addBytes(Cell::Type type, QByteArrayView bytes);
    void appendText(QStringView text);

    std::vector<char> m_bytes; ///< grows and never shrinks
    std::size_t m_end = 0;     ///< of what is in use
    std::size_t m_first = 0;   ///< where the cells begin
    std::vector<std::size_t> m_starts;
    QStringEncoder m_toUtf8{QStringConverter::Utf8, QStringConverter::Flag::Stateless};
};

} // namespace bomay
