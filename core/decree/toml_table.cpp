// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/toml_table.h"

#include "core/decree/near_name.h"

#include <cmath>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Far above every number of law, far below what overflows in a sum.
constexpr std::int64_t kLargestCount = 1'000'000;

std::unexpected<Error> wrongType(const TomlNode &node, const QString &code, const QString &key)
{
    return fail(code, {{u"key"_s, key}}, node.place);
}

} // namespace

std::unexpected<Error> unknownValue(const TomlNode &node, const QString &key, const QString &value,
                                    const QStringList &allowed)
{
    MessageArgs args{{u"key"_s, key}, {u"value"_s, value}, {u"allowed"_s, allowed.join(u", "_s)}};
    const QString near = nearestName(value, allowed);
    if (near.isEmpty())
        return fail(u"pack-unknown-value"_s, std::move(args), node.place);
    args.insert(u"suggestion"_s, near);
    return fail(u"pack-unknown-value-near"_s, std::move(args), node.place);
}

Result<TomlTable> TomlTable::open(const TomlNode &node, const QString &name, const QStringList &keys)
{
    if (node.table() == nullptr)
        return wrongType(node, u"pack-expected-table"_s, name);
    const TomlNode *unknown = nullptr; // the first in the file, not in the alphabet
    QString unknownKey;
    for (const auto &[key, child] : *node.table()) {
        if (keys.contains(key))
            continue;
        const auto position = [](const Place &place) { return std::pair(place.row, place.column); };
        if (unknown != nullptr && position(unknown->place) < position(child.place))
            continue;
        unknown = &child;
        unknownKey = key;
    }
    if (unknown == nullptr)
        return TomlTable(node, name);
    MessageArgs args{{u"key"_s, unknownKey}, {u"table"_s, name}, {u"allowed"_s, keys.join(u", "_s)}};
    const QString near = nearestName(unknownKey, keys);
    if (near.isEmpty())
        return fail(u"pack-unknown-key"_s, std::move(args), unknown->place);
    args.insert(u"suggestion"_s, near);
    return fail(u"pack-unknown-key-near"_s, std::move(args), unknown->place);
}

Result<const TomlNode *> TomlTable::require(const QString &key) const
{
    const TomlNode *node = find(key);
    if (node == nullptr)
        return fail(u"pack-missing-key"_s, {{u"key"_s, key}, {u"table"_s, m_name}}, m_node->place);
    return node;
}

Result<QString> TomlTable::textOf(const TomlNode &node, const QString &key)
{
    const QString *text = node.string();
    if (text == nullptr || text->trimmed().isEmpty())
        return wrongType(node, u"pack-expected-text"_s, key);
    return *text;
}

Result<QString> TomlTable::text(const QString &key) const
{
    BM_TRY(const TomlNode *node, require(key));
    return textOf(*node, key);
}

Result<QString> TomlTable::optionalText(const QString &key) const
{
    const TomlNode *node = find(key);
    return node == nullptr ? Result<QString>(QString()) : textOf(*node, key);
}

Result<int> TomlTable::count(const QString &key) const
{
    BM_TRY(const TomlNode *node, require(key));
    const std::int64_t *number = node->integer();
    if (number == nullptr || *number < 0 || *number > kLargestCount)
        return wrongType(*node, u"pack-expected-count"_s, key);
    return static_cast<int>(*number);
}

Result<int> TomlTable::tenths(const QString &key) const
{
    BM_TRY(const TomlNode *node, require(key));
    const std::int64_t *whole = node->integer();
    const double *number = std::get_if<double>(&node->value);
    const double tenths = whole != nullptr ? static_cast<double>(*whole) * 10 : number != nullptr ? *number * 10 : -1;
    const double rounded = std::round(tenths);
    // A decimal fraction in binary is off by far less than this; a second decimal place by far more.
    if (tenths < 0 || tenths > kLargestCount || std::abs(tenths - rounded) > 1e-6)
        return wrongType(*node, u"pack-expected-tenths"_s, key);
    return static_cast<int>(rounded);
}

Result<bool> TomlTable::flag(const QString &key) const
{
    const TomlNode *node = find(key);
    if (node == nullptr)
        return false;
    if (node->boolean() == nullptr)
        return wrongType(*node, u"pack-expected-flag"_s, key);
    return *node->boolean();
}

Result<std::optional<Day>> TomlTable::optionalDay(const QString &key) const
{
    if (!has(key))
        return std::nullopt;
    BM_TRY(const Day value, day(key));
    return value;
}

Result<Day> TomlTable::day(const QString &key) const
{
    BM_TRY(const TomlNode *node, require(key));
    if (node->day() == nullptr)
        return wrongType(*node, u"pack-expected-date"_s, key);
    return *node->day();
}

Result<const TomlNode::Array *> TomlTable::list(const QString &key) const
{
    BM_TRY(const TomlNode *node, require(key));
    if (node->array() == nullptr || node->array()->empty())
        return wrongType(*node, u"pack-expected-list"_s, key);
    return node->array();
}

Result<QStringList> TomlTable::texts(const QString &key) const
{
    QStringList result;
    if (!has(key))
        return result;
    BM_TRY(const TomlNode::Array *nodes, list(key));
    for (const TomlNode &node : *nodes) {
        BM_TRY(const QString entry, textOf(node, key));
        result += entry;
    }
    return result;
}

Result<BilingualText> TomlTable::bilingual(const QString &key) const
{
    BM_TRY(const TomlNode *node, require(key));
    BM_TRY(const TomlTable table, open(*node, key, {u"vi"_s, u"en"_s}));
    BilingualText result;
    BM_TRY(result.vi, table.text(u"vi"_s));
    BM_TRY(result.en, table.text(u"en"_s));
    return result;
}

} // namespace bomay
