// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/text_measurer.h"

#include "core/base/numbers.h"

#include <QSet>

#include <algorithm>
#include <limits>
#include <numeric>
#include <span>
#include <vector>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    QStringList texts;
    std::vector<double> widths;
    double space = 0;
};

/// How many lines a text needs.
int leastLines(const Words &words, double maxWidth)
{
    int lines = 0;
    double lineWidth = 0;
    for (const double wordWidth : words.widths) {
        if (lines == 0 || lineWidth + words.space + wordWidth > maxWidth) {
            ++lines;
            lineWidth = wordWidth;
        } else {
            lineWidth += words.space + wordWidth;
        }
    }
    return lines;
}

/// Does a line end badly between two words? In Vietnamese a word begins with its first syllable alone: what begins
/// small goes on with the word before it, but for those that begin something new; a name is whole, and stays with its
/// type, a number with what it counts or numbers ("tháng 02", "bậc 1").
bool partsAWord(const QString &before, const QString &after)
{
    static const QSet<QString> kBeginnings{u"và"_s,   u"thành"_s, u"phường"_s, u"xã"_s,    u"quận"_s, u"huyện"_s,
                                           u"tỉnh"_s, u"thị"_s,   u"đặc"_s,    u"thuộc"_s, u"trực"_s, u"của"_s,
                                           u"về"_s,   u"cho"_s,   u"tại"_s,    u"ngày"_s};
    static const QSet<QString> kTypes{u"phường"_s, u"xã"_s,  u"quận"_s, u"huyện"_s,
                                      u"tỉnh"_s,   u"phố"_s, u"trấn"_s, u"khu"_s};
    const QChar last = before.back();
    if (!last.isLetterOrNumber())
        return false;
    if (after.front().isLower())
        return !kBeginnings.contains(after);
    if (after.front().isDigit())
        return true;
    // Names have a capital in each syllable ("Thủ Dầu Một"); abbreviations stand for themselves ("UBND").
    const bool isShort = before.size() > 1 && before[1].isUpper();
    return !isShort && (before.front().isUpper() || kTypes.contains(before));
}

/// Does a line end within a Vietnamese word, told by its marks? In other languages words are not made of syllables.
bool partsASyllable(const QString &before, const QString &after)
{
    const auto isMarked = [](QChar letter) { return letter.unicode() > 0x7f; };
    return after.front().isLower() && partsAWord(before, after) &&
           (std::ranges::any_of(before, isMarked) || std::ranges::any_of(after, isMarked));
}

constexpr double kParted = 0.4; // as much as a line that is full beside one of three quarters

/// What a line costs: the fuller the dearer, so that lines are even.
double costOf(double width, double maxWidth)
{
    const double share = width / maxWidth;
    return share * share;
}

/// Is a line of so many words too wide? One word alone may be.
bool isTooWide(double width, double maxWidth, int words)
{
    return width > maxWidth && words > 1;
}

/// Most texts need two lines: one place to find.
int breakInTwo(const Words &words, double maxWidth)
{
    const int count = sizeOf(words.widths);
    const double whole = std::accumulate(words.widths.begin(), words.widths.end(), words.space * (count - 1));
    double best = std::numeric_limits<double>::infinity();
    int found = 1;
    double first = -words.space;
    for (int end = 1; end < count; ++end) {
        first += words.space + words.widths[uz(end) - 1];
        const double second = whole - first - words.space;
        if (isTooWide(first, maxWidth, end))
            break;
        if (isTooWide(second, maxWidth, count - end))
            continue;
        const double even = costOf(first, maxWidth) + costOf(second, maxWidth);
        if (even >= best)
            continue;
        const double cost = even + (partsAWord(words.texts[end - 1], words.texts[end]) ? kParted : 0);
        if (cost < best) {
            best = cost;
            found = end;
        }
    }
    return found;
}

/// Breaks into so many lines, as even as can be and where words end. Gives the index of each line's first word.
std::vector<int> breakWell(const Words &words, double maxWidth, int lines)
{
    if (lines == 2)
        return {0, breakInTwo(words, maxWidth)};
    constexpr double kNever = std::numeric_limits<double>::infinity();
    const int count = sizeOf(words.widths);
    std::vector<double> parting(uz(count)); // by word: what a line costs that begins with it
    for (int i = 1; i < count; ++i)
        parting[uz(i)] = partsAWord(words.texts[i - 1], words.texts[i]) ? kParted : 0;
    // By number of lines and of words in them: the least cost, and where the last line begins.
    const std::size_t row = uz(count) + 1;
    std::vector<double> cost(row, kNever);
    std::vector<double> next(row);
    std::vector<int> begins(uz(lines) * row);
    cost[0] = 0;
    for (int line = 0; line < lines; ++line) {
        std::ranges::fill(next, kNever);
        for (int first = line; first < count; ++first) {
            if (cost[uz(first)] == kNever)
                continue;
            double width = -words.space;
            for (int end = first + 1; end <= count; ++end) {
                width += words.space + words.widths[uz(end) - 1];
                if (isTooWide(width, maxWidth, end - first))
                    break;
                const double all = cost[uz(first)] + parting[uz(first)] + costOf(width, maxWidth);
                if (all < next[uz(end)]) {
                    next[uz(end)] = all;
                    begins[uz(line) * row + uz(end)] = first;
                }
            }
        }
        cost.swap(next);
    }
    std::vector<int> starts(uz(lines));
    for (int line = lines, end = count; line-- > 0; end = starts[uz(line)])
        starts[uz(line)] = begins[uz(line) * row + uz(end)];
    return starts;
}

bool partsSyllables(const Words &words, std::span<const int> starts)
{
    return std::ranges::any_of(
        starts.subspan(1), [&words](int first) { return partsASyllable(words.texts[first - 1], words.texts[first]); });
}

/// As few lines as the text needs, or one more where only so no word is torn.
std::vector<int> lineStarts(const Words &words, double maxWidth)
{
    const int least = leastLines(words, maxWidth);
    std::vector<int> starts = breakWell(words, maxWidth, least);
    if (least < sizeOf(words.widths) && partsSyllables(words, starts))
        if (std::vector<int> more = breakWell(words, maxWidth, least + 1); !partsSyllables(words, more))
            return more;
    return starts;
}

} // namespace

QStringList wrapText(const QString &text, const FontSpec &font, double maxWidth, const TextMeasurer &measurer)
{
    if (measurer.width(text, font) <= maxWidth)
        return {text};
    Words words{text.split(u' ', Qt::SkipEmptyParts), {}, measurer.width(u" ", font)};
    for (const QString &word : words.texts)
        words.widths.push_back(measurer.width(word, font));
    const std::vector<int> starts = lineStarts(words, maxWidth);
    QStringList lines;
    for (std::size_t line = 0; line < starts.size(); ++line) {
        const qsizetype end = line + 1 < starts.size() ? starts[line + 1] : words.texts.size();
        lines += words.texts.sliced(starts[line], end - starts[line]).join(u' ');
    }
    return lines;
}

} // namespace bomay
