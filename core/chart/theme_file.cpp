// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/theme_file.h"

#include "core/decree/toml_table.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<std::u16string_view, 5> kFiles{u"den-trang", u"theo-loai", u"theo-cap", u"tuong-phan", u"toi"};

std::unexpected<Error> badValue(const TomlTable &table, const QString &key, const QString &value,
                                const QString &allowed)
{
    return fail(u"bad-value"_s, {{u"option"_s, key}, {u"value"_s, value}, {u"allowed"_s, allowed}}, table.place());
}

/// "#rrggbb"; nothing where the key is not there.
Result<std::optional<Rgba>> colour(const TomlTable &table, const QString &key)
{
    if (!table.has(key))
        return std::nullopt;
    BM_TRY(const QString text, table.text(key));
    bool isNumber = false;
    const uint value = text.mid(1).toUInt(&isNumber, 16);
    if (!isNumber || text.size() != 7 || !text.startsWith(u'#'))
        return badValue(table, key, text, u"#rrggbb"_s);
    return Rgba{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 0xFF),
                static_cast<std::uint8_t>(value & 0xFF), 255};
}

Result<> readColours(const TomlNode &node, Theme &theme)
{
    BM_TRY(const TomlTable table,
           TomlTable::open(node, u"colours"_s,
                           {u"background"_s, u"ink"_s, u"paper"_s, u"unit"_s, u"leader"_s, u"frame"_s}));
    BM_TRY(theme.background, colour(table, u"background"_s));
    BM_TRY(const std::optional<Rgba> ink, colour(table, u"ink"_s));
    BM_TRY(const std::optional<Rgba> paper, colour(table, u"paper"_s));
    BM_TRY(const std::optional<Rgba> unit, colour(table, u"unit"_s));
    BM_TRY(const std::optional<Rgba> leader, colour(table, u"leader"_s));
    BM_TRY(const std::optional<Rgba> frame, colour(table, u"frame"_s));
    theme.paper = paper.value_or(theme.paper);
    theme.unitFill = unit.value_or(theme.unitFill);
    theme.leaderFill = leader.value_or(theme.leaderFill);
    if (ink) {
        theme.ink = *ink;
        for (Stroke *stroke :
             {&theme.unitStroke, &theme.postStroke, &theme.vacantStroke, &theme.surplusStroke, &theme.lineStroke})
            stroke->color = *ink;
    }
    theme.frameStroke.color = frame.value_or(theme.frameStroke.color);
    return {};
}

Result<ThemeRule> readRule(const TomlNode &node)
{
    BM_TRY(const TomlTable table,
           TomlTable::open(node, u"rule"_s,
                           {u"kinds"_s, u"level"_s, u"over_staffed"_s, u"fill"_s, u"pattern"_s, u"words"_s}));
    ThemeRule rule;
    BM_TRY(rule.kinds, table.values<UnitKind>(u"kinds"_s));
    if (table.has(u"level"_s)) {
        BM_TRY(rule.level, table.count(u"level"_s));
    }
    BM_TRY(rule.overStaffed, table.flag(u"over_staffed"_s));
    BM_TRY(rule.fill, colour(table, u"fill"_s));
    BM_TRY(const QString pattern, table.optionalText(u"pattern"_s));
    const QStringList patterns{u"none"_s, u"solid"_s, u"bars"_s, u"fine"_s, u"dots"_s};
    if (!pattern.isEmpty() && !patterns.contains(pattern))
        return unknownValue(*table.find(u"pattern"_s), u"pattern"_s, pattern, patterns);
    rule.pattern = static_cast<BoxPattern>(std::max<qsizetype>(0, patterns.indexOf(pattern)));
    BM_TRY(rule.words, table.bilingual(u"words"_s));
    if (rule.kinds.empty() && rule.level == 0 && !rule.overStaffed)
        return badValue(table, u"rule"_s, rule.words.vi, u"kinds, level, over_staffed"_s);
    return rule;
}

/// A width in mm, given with one decimal.
Result<> readWidth(const TomlTable &table, const QString &key, double &width)
{
    if (!table.has(key))
        return {};
    BM_TRY(const int tenths, table.tenths(key));
    width = tenths / 10.0;
    return {};
}

} // namespace

Result<Theme> readTheme(const QByteArray &toml, const QString &file)
{
    BM_TRY(const TomlNode node, parseToml(toml, file));
    BM_TRY(const TomlTable table,
           TomlTable::open(node, u"theme"_s,
                           {u"id"_s, u"name"_s, u"screen_only"_s, u"edge"_s, u"line"_s, u"colours"_s, u"rule"_s}));
    Theme theme;
    BM_TRY(theme.id, table.text(u"id"_s));
    BM_TRY(theme.name, table.bilingual(u"name"_s));
    BM_TRY(theme.isForScreen, table.flag(u"screen_only"_s));
    BM_TRY_VOID(readWidth(table, u"edge"_s, theme.unitStroke.width));
    BM_TRY_VOID(readWidth(table, u"edge"_s, theme.vacantStroke.width));
    BM_TRY_VOID(readWidth(table, u"line"_s, theme.lineStroke.width));
    if (const TomlNode *colours = table.find(u"colours"_s)) {
        BM_TRY_VOID(readColours(*colours, theme));
    }
    if (table.has(u"rule"_s)) {
        BM_TRY(const TomlNode::Array *rules, table.list(u"rule"_s));
        for (const TomlNode &one : *rules) {
            BM_TRY(ThemeRule rule, readRule(one));
            theme.rules.push_back(std::move(rule));
        }
    }
    return theme;
}

const std::vector<Theme> &builtInThemes()
{
    static const std::vector<Theme> kThemes = [] {
        std::vector<Theme> themes;
        for (const std::u16string_view name : kFiles) {
            const QString path = u":/themes/"_s + toQString(name) + u".toml"_s;
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                continue; // a program without the resources has the theme in the code
            auto theme = readTheme(file.readAll(), path);
            BM_CHECK(theme.has_value(), continue);
            themes.push_back(*std::move(theme));
        }
        if (themes.empty())
            themes.emplace_back();
        return themes;
    }();
    return kThemes;
}

const Theme &themeNamed(const QString &id)
{
    const std::vector<Theme> &themes = builtInThemes();
    const auto found = std::ranges::find(themes, id, &Theme::id);
    return found == themes.end() ? themes.front() : *found;
}

} // namespace bomay
