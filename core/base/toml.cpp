// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/toml.h"

#include <toml++/toml.h>

namespace bomay {

namespace {

Place placeOf(const toml::source_region &source, const QString &file)
{
    return {file, {}, static_cast<int>(source.begin.line), static_cast<int>(source.begin.column)};
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// Recursion is bounded: toml++ refuses documents nested deeper than 256 levels.
TomlNode convert(const toml::node &node, const QString &file)
{
    TomlNode result;
    result.place = placeOf(node.source(), file);
    switch (node.type()) {
    case toml::node_type::string:
        result.value = fromUtf8(node.as_string()->get());
        break;
    case toml::node_type::integer:
        result.value = std::int64_t{node.as_integer()->get()};
        break;
    case toml::node_type::floating_point:
        result.value = node.as_floating_point()->get();
        break;
    case toml::node_type::boolean:
        result.value = node.as_boolean()->get();
        break;
    case toml::node_type::date: {
        const toml::date date = node.as_date()->get();
        result.value = Day::fromYmd(date.year, date.month, date.day).value_or(Day{});
        break;
    }
    case toml::node_type::array: {
        TomlNode::Array array;
        for (const auto &child : *node.as_array())
            array.push_back(convert(child, file));
        result.value = std::move(array);
        break;
    }
    case toml::node_type::table: {
        TomlNode::Table table;
        for (const auto &[key, child] : *node.as_table()) {
            TomlNode converted = convert(child, file);
            converted.place = placeOf(key.source(), file);
            table.emplace(fromUtf8(key.str()), std::move(converted));
        }
        result.value = std::move(table);
        break;
    }
    default: // times of day have no use in our files and are kept as text, so that a reader can refuse them by place
        result.value = QString();
        break;
    }
    return result;
}

} // namespace

const TomlNode *TomlNode::find(QStringView key) const
{
    const Table *entries = table();
    if (entries == nullptr)
        return nullptr;
    const auto found = entries->find(key.toString());
    return found == entries->end() ? nullptr : &found->second;
}

Result<TomlNode> parseToml(const QByteArray &text, const QString &file)
{
    try {
        const toml::table table =
            toml::parse(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
        return convert(table, file);
    } catch (const toml::parse_error &error) {
        return fail(QStringLiteral("toml-syntax"), {{QStringLiteral("reason"), fromUtf8(error.description())}},
                    placeOf(error.source(), file));
    }
}

QString tomlString(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + text.replace(u'\n', QStringLiteral("\\n")).replace(u'\t', QStringLiteral("\\t")) + u'"';
}

} // namespace bomay
