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
#include <map>

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
};

/// Do these number the rows of an outline? Signs and letters do; numbers go up one by one, and begin anew below a row
/// that is numbered otherwise or not at all. Numbers of persons and coefficients of pay do not.
bool isOutline(const QStringList &column)
{
    std::map<int, int> last; // by the parts of a number, its last one
    bool isFresh = true;
    qsizetype marks = 0;
    qsizetype fits = 0;
    for (const QString &text : column) {
        const std::vector<OutlineMark> readings = readOutlineMark(text);
        marks += text.isEmpty() ? 0 : 1;
        if (readings.empty() || readings.front().style != OutlineMark::Style::Decimal) {
            fits += readings.empty() ? 0 : 1;
            isFresh = true;
            continue;
        }
        const OutlineMark &mark = readings.front();
        last.erase(last.upper_bound(mark.parts), last.end());
        const bool begins = mark.value == 1 && (isFresh || mark.parts > 1);
        fits += begins || mark.value == last[mark.parts] + 1 ? 1 : 0;
        last[mark.parts] = mark.value;
        isFresh = false;
    }
    return marks >= 2 && 5 * fits >= 4 * marks;
}

/// The kind of which most of a column's texts are; a row without one has an empty text.
std::optional<ColumnMeaning> meaningOfTexts(const QStringList &column)
{
    constexpr qsizetype kFewest = 2;
    QStringList texts = column;
    texts.removeAll(QString());
    if (texts.size() < kFewest)
        return std::nullopt;
    for (const Kind &kind : kKinds)
        if (5 * std::ranges::count_if(texts, kind.fits) >= 3 * texts.size())
            return kind.meaning;
    return isOutline(column) ? std::optional(Ordinal) : std::nullopt;
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
            if (table.parts[i] == RowPart::Data) {
                const Cell *cell = cellAt(table.rows[i], column);
                texts += cell == nullptr ? QString() : tidyName(cell->text);
            }
        if (const auto meaning = meaningOfTexts(texts); meaning && !table.has(*meaning))
            found.emplace(*meaning, column);
    }
    return found;
}

} // namespace bomay
