// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/column_contents.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/outline.h"
#include "core/exchange/understanding.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;
using enum ColumnMeaning;

/// Family names that nearly all Vietnamese persons bear, folded.
constexpr std::array<std::u16string_view, 30> kFamilies{
    u"nguyen", u"tran", u"le",    u"pham",  u"hoang", u"huynh", u"phan", u"vu",     u"vo",  u"dang",
    u"bui",    u"do",   u"ho",    u"ngo",   u"duong", u"ly",    u"dinh", u"truong", u"lam", u"mai",
    u"doan",   u"cao",  u"trinh", u"luong", u"dao",   u"ta",    u"luu",  u"chau",   u"ha",  u"tong"};

/// "Nguyễn Thị Bình": a family name and one to four more, each with a capital.
bool isPersonName(const QString &text)
{
    constexpr qsizetype kMostWords = 5;
    const QStringList words = text.split(u' ');
    if (words.size() < 2 || words.size() > kMostWords ||
        !std::ranges::all_of(words, [](const QString &word) { return word.front().isUpper(); }))
        return false;
    const QString family = searchFold(words.front());
    return std::ranges::any_of(kFamilies,
                               [&family](std::u16string_view known) { return family == QStringView(known); });
}

struct Kind
{
    ColumnMeaning meaning;
    bool (*fits)(const QString &text);
};

constexpr std::array kKinds{
    Kind{Holder, isPersonName},
    Kind{Title, [](const QString &text) { return roleFromTitle(text, UnitKind::Unknown) != PostRole::Unknown; }},
    Kind{Name, [](const QString &text) { return kindFromName(text, UnitKind::Unknown) != UnitKind::Other; }},
    Kind{Ordinal, [](const QString &text) { return !readOutlineMark(text).empty(); }},
};

/// The kind of which most of a column's texts are.
std::optional<ColumnMeaning> meaningOfTexts(const QStringList &texts)
{
    constexpr qsizetype kFewest = 2;
    if (texts.size() < kFewest)
        return std::nullopt;
    for (const Kind &kind : kKinds)
        if (5 * std::ranges::count_if(texts, kind.fits) >= 3 * texts.size())
            return kind.meaning;
    return std::nullopt;
}

} // namespace

ColumnMeanings meaningsOfContents(const SheetTable &table)
{
    constexpr qsizetype kSample = 200;
    QSet<int> known;
    for (const auto &[meaning, column] : table.meanings)
        known.insert(column);
    ColumnMeanings found;
    for (const auto &[column, header] : table.headers) {
        if (known.contains(column))
            continue;
        QStringList texts;
        for (std::size_t i = 0; i < table.rows.size() && texts.size() < kSample; ++i)
            if (const Cell *cell = cellAt(table.rows[i], column); cell != nullptr && table.parts[i] == RowPart::Data)
                if (const QString text = tidyName(cell->text); !text.isEmpty())
                    texts += text;
        if (const auto meaning = meaningOfTexts(texts); meaning && !table.has(*meaning))
            found.emplace(*meaning, column);
    }
    return found;
}

} // namespace bomay
