// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cells.h"

#include "core/base/numbers.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <bit>
#include <cmath>
#include <limits>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

constexpr std::u16string_view kHexDigits = u"0123456789abcdef";

bool isText(const QVariant &cell)
{
    return cell.typeId() == QMetaType::QString && !cell.isNull();
}

std::optional<qint64> integerOf(const QVariant &cell)
{
    const int type = cell.typeId();
    if (cell.isNull() || (type != QMetaType::LongLong && type != QMetaType::Int))
        return std::nullopt;
    return cell.toLongLong();
}

std::optional<quint64> parseHex(QStringView text)
{
    quint64 number = 0;
    for (const QChar c : text) {
        const auto digit = kHexDigits.find(c.unicode());
        if (digit == std::u16string_view::npos)
            return std::nullopt;
        number = number << 4 | digit;
    }
    return number;
}

void appendNumber(QByteArray &buffer, quint64 number)
{
    std::array<char, sizeof(number)> bytes;
    qToLittleEndian(number, bytes.data());
    buffer.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

void appendText(QByteArray &buffer, QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    buffer.append('s');
    appendNumber(buffer, static_cast<quint64>(utf8.size()));
    buffer.append(utf8);
}

} // namespace

QVariant encodeCell(const QString &text)
{
    // Qt writes a null string as NULL; here an empty text is a text.
    if (text.isEmpty())
        return u""_s;
    // Half a surrogate pair can't be stored as UTF-8; SQLite would store something else than the digest saw.
    return text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
}

QVariant encodeCell(int number)
{
    return number;
}

QVariant encodeCell(double number)
{
    // SQLite has no NaN and no negative zero.
    return std::isnan(number) ? QVariant() : QVariant(number + 0.0);
}

QVariant encodeCell(bool value)
{
    return value ? 1 : 0;
}

QVariant encodeCell(const PartialDate &date)
{
    return date.isEmpty() ? QVariant() : QVariant(date.toIso());
}

QVariant encodeCell(const Uid &uid)
{
    if (uid.isNull())
        return {};
    QString text(32, Qt::Uninitialized);
    for (int i = 0; i < 16; ++i) {
        const int shift = 60 - 4 * i;
        text[i] = QChar(kHexDigits[uz(uid.high >> shift & 15)]);
        text[i + 16] = QChar(kHexDigits[uz(uid.low >> shift & 15)]);
    }
    return text;
}

QVariant encodeCell(NodeRef::Kind kind)
{
    return kind == NodeRef::Kind::Unit ? u"unit"_s : u"post"_s;
}

bool decodeCell(const QVariant &cell, QString &text)
{
    if (!isText(cell))
        return false;
    text = cell.toString();
    return true;
}

bool decodeCell(const QVariant &cell, int &number)
{
    const std::optional<qint64> found = integerOf(cell);
    if (!found || *found < std::numeric_limits<int>::min() || *found > std::numeric_limits<int>::max())
        return false;
    number = static_cast<int>(*found);
    return true;
}

bool decodeCell(const QVariant &cell, double &number)
{
    if (cell.typeId() != QMetaType::Double || cell.isNull())
        return false;
    number = cell.toDouble();
    return true;
}

bool decodeCell(const QVariant &cell, bool &value)
{
    const std::optional<qint64> found = integerOf(cell);
    value = found == 1;
    return found == 0 || found == 1;
}

bool decodeCell(const QVariant &cell, PartialDate &date)
{
    date = {};
    if (cell.isNull())
        return true;
    const std::optional<PartialDate> found = isText(cell) ? PartialDate::parseIso(cell.toString()) : std::nullopt;
    date = found.value_or(date);
    return found.has_value();
}

bool decodeCell(const QVariant &cell, Uid &uid)
{
    uid = {};
    if (cell.isNull())
        return true;
    const QString text = isText(cell) ? cell.toString() : QString();
    if (text.size() != 32)
        return false;
    const auto high = parseHex(QStringView(text).first(16));
    const auto low = parseHex(QStringView(text).sliced(16));
    uid = {high.value_or(0), low.value_or(0)};
    return high && low && !uid.isNull();
}

bool decodeCell(const QVariant &cell, NodeRef::Kind &kind)
{
    kind = cell.toString() == u"post"_s ? NodeRef::Kind::Post : NodeRef::Kind::Unit;
    return isText(cell) && encodeCell(kind) == cell;
}

std::array<quint64, 4> ContentDigest::hashOf(QStringView table, std::span<const QVariant> cells)
{
    m_buffer.resize(0);
    appendText(m_buffer, table);
    for (const QVariant &cell : cells) {
        if (cell.isNull()) {
            m_buffer.append('n');
        } else if (cell.typeId() == QMetaType::QString) {
            appendText(m_buffer, cell.toString());
        } else if (cell.typeId() == QMetaType::Double) {
            m_buffer.append('d');
            appendNumber(m_buffer, std::bit_cast<quint64>(cell.toDouble()));
        } else {
            m_buffer.append('i');
            appendNumber(m_buffer, static_cast<quint64>(cell.toLongLong()));
        }
    }
    const QByteArray hash = QCryptographicHash::hash(m_buffer, QCryptographicHash::Sha256);
    std::array<quint64, 4> lanes;
    for (std::size_t lane = 0; lane < lanes.size(); ++lane)
        lanes[lane] = qFromBigEndian<quint64>(hash.constData() + lane * sizeof(quint64));
    return lanes;
}

void ContentDigest::addRow(QStringView table, std::span<const QVariant> cells)
{
    const std::array<quint64, 4> hash = hashOf(table, cells);
    for (std::size_t lane = 0; lane < m_lanes.size(); ++lane)
        m_lanes[lane] += hash[lane];
}

void ContentDigest::removeRow(QStringView table, std::span<const QVariant> cells)
{
    const std::array<quint64, 4> hash = hashOf(table, cells);
    for (std::size_t lane = 0; lane < m_lanes.size(); ++lane)
        m_lanes[lane] -= hash[lane];
}

std::optional<ContentDigest> ContentDigest::parse(QStringView text)
{
    ContentDigest digest;
    if (text.size() != 64)
        return std::nullopt;
    for (std::size_t lane = 0; lane < digest.m_lanes.size(); ++lane) {
        const auto number = parseHex(text.sliced(static_cast<qsizetype>(lane) * 16, 16));
        if (!number)
            return std::nullopt;
        digest.m_lanes[lane] = *number;
    }
    return digest;
}

QString ContentDigest::toString() const
{
    QString text;
    for (const quint64 lane : m_lanes)
        text += u"%1"_s.arg(lane, 16, 16, QLatin1Char('0'));
    return text;
}

} // namespace bomay
