// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cell_row.h"

#include "core/base/numbers.h"

#include <QVariant>
#include <QtEndian>

#include <bit>
#include <cstring>

namespace bomay {

namespace {

constexpr std::size_t kNumberSize = sizeof(quint64);

void writeNumber(char *place, quint64 number)
{
    qToLittleEndian(number, place);
}

} // namespace

QVariant Cell::toVariant() const
{
    switch (type) {
    case Type::Integer:
        return integer;
    case Type::Real:
        return real;
    case Type::Text:
        // Qt SQL writes a null string as NULL.
        return text.isEmpty() ? QStringLiteral("") : QString::fromUtf8(text);
    case Type::Bytes:
        return text.toByteArray();
    default:
        return {};
    }
}

QString Cell::toText() const
{
    return toVariant().toString();
}

CellRow::CellRow(QStringView table)
{
    appendText(table);
    m_first = m_end;
}

void CellRow::clear()
{
    m_end = m_first;
    m_starts.clear();
}

char *CellRow::begin(Cell::Type type, std::size_t size)
{
    const std::size_t start = m_end;
    m_end += 1 + size;
    if (m_end > m_bytes.size())
        m_bytes.resize(2 * m_end);
    m_starts.push_back(start);
    m_bytes[start] = static_cast<char>(type);
    return m_bytes.data() + start + 1;
}

void CellRow::addInteger(qint64 number)
{
    writeNumber(begin(Cell::Type::Integer, kNumberSize), static_cast<quint64>(number));
}

void CellRow::addReal(double number)
{
    writeNumber(begin(Cell::Type::Real, kNumberSize), std::bit_cast<quint64>(number));
}

void CellRow::addText(QStringView text)
{
    m_starts.push_back(m_end);
    appendText(text);
}

void CellRow::addBytes(Cell::Type type, QByteArrayView bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    char *place = begin(type, kNumberSize + size);
    writeNumber(place, size);
    if (size > 0)
        std::memcpy(place + kNumberSize, bytes.data(), size);
}

void CellRow::appendText(QStringView text)
{
    constexpr std::size_t kMost = 3; // bytes for one UTF-16 unit
    const std::size_t start = m_end;
    const std::size_t most = start + 1 + kNumberSize + kMost * static_cast<std::size_t>(text.size());
    if (most > m_bytes.size())
        m_bytes.resize(2 * most);
    m_bytes[start] = static_cast<char>(Cell::Type::Text);
    char *const place = m_bytes.data() + start + 1 + kNumberSize;
    const char *const end = text.isEmpty() ? place : m_toUtf8.appendToBuffer(place, text);
    writeNumber(m_bytes.data() + start + 1, static_cast<quint64>(end - place));
    m_end = static_cast<std::size_t>(end - m_bytes.data());
}

void CellRow::add(const QVariant &cell)
{
    if (cell.isNull())
        addNull();
    else if (cell.typeId() == QMetaType::QString)
        addText(cell.toString());
    else if (cell.typeId() == QMetaType::Double)
        addReal(cell.toDouble());
    else if (cell.typeId() == QMetaType::LongLong || cell.typeId() == QMetaType::Int)
        addInteger(cell.toLongLong());
    else
        addBytes(cell.toByteArray());
}

Cell CellRow::operator[](int column) const
{
    const char *const start = m_bytes.data() + m_starts[uz(column)];
    Cell cell;
    cell.type = static_cast<Cell::Type>(*start);
    if (cell.isNull())
        return cell;
    const auto number = qFromLittleEndian<quint64>(start + 1);
    if (cell.type == Cell::Type::Integer)
        cell.integer = static_cast<qint64>(number);
    else if (cell.type == Cell::Type::Real)
        cell.real = std::bit_cast<double>(number);
    else
        cell.text = QByteArrayView(start + 1 + kNumberSize, static_cast<qsizetype>(number));
    return cell;
}

} // namespace bomay
