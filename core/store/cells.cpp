// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cells.h"

#include "core/base/numbers.h"

#include <array>
#include <cmath>
#include <limits>

namespace bomay {

namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr int kHalfDigits = 16; ///< of a uid

/// The value of each hexadecimal digit, −1 for what is none.
constexpr std::array<signed char, 256> hexValues()
{
    std::array<signed char, 256> values{};
    values.fill(-1);
    for (std::size_t i = 0; i < kHexDigits.size(); ++i)
        values[static_cast<unsigned char>(kHexDigits[i])] = static_cast<signed char>(i);
    return values;
}

constexpr std::array<signed char, 256> kHexValues = hexValues();

/// Sixteen hexadecimal digits. False where there is another character among them.
bool parseHex(const char *digits, std::uint64_t &number)
{
    int bad = 0;
    number = 0;
    for (int i = 0; i < kHalfDigits; ++i) {
        const int value = kHexValues[static_cast<unsigned char>(digits[i])];
        bad |= value;
        number = number << 4 | static_cast<std::uint64_t>(value & 15);
    }
    return bad >= 0;
}

void writeHex(std::uint64_t number, char *digits)
{
    for (int i = 0; i < kHalfDigits; ++i)
        digits[i] = kHexDigits[uz(number >> (60 - 4 * i) & 15)];
}

} // namespace

void encodeCell(const QString &text, CellRow &row)
{
    row.addText(QStringView(text));
}

void encodeCell(int number, CellRow &row)
{
    row.addInteger(number);
}

void encodeCell(double number, CellRow &row)
{
    // SQLite has no NaN and no negative zero.
    if (std::isnan(number))
        row.addNull();
    else
        row.addReal(number + 0.0);
}

void encodeCell(bool value, CellRow &row)
{
    row.addInteger(value ? 1 : 0);
}

void encodeCell(const PartialDate &date, CellRow &row)
{
    if (date.isEmpty())
        row.addNull();
    else
        row.addText(QStringView(date.toIso()));
}

void encodeCell(const Uid &uid, CellRow &row)
{
    if (uid.isNull())
        return row.addNull();
    std::array<char, 2 * kHalfDigits> digits;
    writeHex(uid.high, digits.data());
    writeHex(uid.low, digits.data() + kHalfDigits);
    row.addText(QByteArrayView(digits.data(), sizeOf(digits)));
}

void encodeCell(NodeRef::Kind kind, CellRow &row)
{
    row.addText(QByteArrayView(kind == NodeRef::Kind::Unit ? "unit" : "post"));
}

void encodeCell(const Picture &picture, CellRow &row)
{
    row.addText(QByteArrayView(base64Of(picture)));
}

bool decodeCell(const Cell &cell, QString &text)
{
    if (cell.type != Cell::Type::Text)
        return false;
    text = QString::fromUtf8(cell.text);
    return true;
}

bool decodeCell(const Cell &cell, int &number)
{
    if (cell.type != Cell::Type::Integer || cell.integer < std::numeric_limits<int>::min() ||
        cell.integer > std::numeric_limits<int>::max())
        return false;
    number = static_cast<int>(cell.integer);
    return true;
}

bool decodeCell(const Cell &cell, double &number)
{
    if (cell.type != Cell::Type::Real)
        return false;
    number = cell.real;
    return true;
}

bool decodeCell(const Cell &cell, bool &value)
{
    value = cell.type == Cell::Type::Integer && cell.integer == 1;
    return cell.type == Cell::Type::Integer && (cell.integer == 0 || cell.integer == 1);
}

bool decodeCell(const Cell &cell, PartialDate &date)
{
    constexpr qsizetype kLongest = 10;
    date = {};
    if (cell.isNull())
        return true;
    if (cell.type != Cell::Type::Text || cell.text.size() > kLongest)
        return false;
    const std::optional<PartialDate> found = PartialDate::parseIso(QString::fromUtf8(cell.text));
    date = found.value_or(date);
    return found.has_value();
}

bool decodeCell(const Cell &cell, Uid &uid)
{
    uid = {};
    if (cell.isNull())
        return true;
    if (cell.type != Cell::Type::Text || cell.text.size() != 2 * kHalfDigits)
        return false;
    const bool isHigh = parseHex(cell.text.data(), uid.high);
    const bool isLow = parseHex(cell.text.data() + kHalfDigits, uid.low);
    return isHigh && isLow && !uid.isNull();
}

bool decodeCell(const Cell &cell, NodeRef::Kind &kind)
{
    kind = isCode(cell, u"post") ? NodeRef::Kind::Post : NodeRef::Kind::Unit;
    return kind == NodeRef::Kind::Post || isCode(cell, u"unit");
}

bool decodeCell(const Cell &cell, Picture &picture)
{
    const std::optional<Picture> found =
        cell.type == Cell::Type::Text ? pictureOfBase64(cell.text.toByteArray()) : std::nullopt;
    picture = found.value_or(Picture{});
    return found.has_value();
}

} // namespace bomay
