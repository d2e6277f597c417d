// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/text_measurer.h"

#include "core/base/numbers.h"

#include <QSet>

#include <limits>
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
/// small goes on with the word before it, but for those that begin something new; and a type of locality stays with its
/// name.
bool partsAWord(const QString &before, const QString &after)
{
    static const QSet<QString> kBeginnings{u"và"_s,    u"thành"_s, u"phường"_s, u"xã"_s,  u"quận"_s,
                                           u"huyện"_s, u"tỉnh"_s,  u"thị"_s,    u"đặc"_s, u"thuộc"_s,
                                           u"trực"_s,  u"của"_s,   u"về"_s,     u"cho"_s, u"tại"_s};
    static const QSet<QString> kTypes{u"phường"_s, u"xã"_s,  u"quận"_s, u"huyện"_s,
                                      u"tỉnh"_s,   u"phố"_s, u"trấn"_s, u"khu"_s};
    const QChar last = before.back();
    if (!last.isLetterOrNumber())
        return false;
    if (after.front().isLower())
        return !kBeginnings.contains(after);
    return kTypes.contains(before.toLower());
}

/// Breaks into so many lines, as even as can be and where words end. Gives the index of each line's first word.
std::vector<int> breakWell(const Words &words, double maxWidth, int lines)
{
    constexpr double kParted = 0.4; // as much as a line that is full beside one of three quarters
    const int count = sizeOf(words.widths);
    constexpr double kNever = std::numeric_limits<double>::infinity();
    // By number of lines and of words in them: the least cost, and where the last line begins.
    std::vector<double> cost(uz(count) + 1, kNever);
    std::vector<double> next;
    std::vector<std::vector<int>> begins(uz(lines), std::vector<int>(uz(count) + 1));
    cost[0] = 0;
    for (int line = 0; line < lines; ++line) {
        next.assign(uz(count) + 1, kNever);
        for (int first = line; first < count; ++first) {
            if (cost[uz(first)] == kNever)
                continue;
            const bool isParted = first > 0 && partsAWord(words.texts[first - 1], words.texts[first]);
            double width = -words.space;
            for (int end = first + 1; end <= count; ++end) {
                width += words.space + words.widths[uz(end) - 1];
                if (width > maxWidth && end > first + 1)
                    break;
                const double share = width / maxWidth;
                const double all = cost[uz(first)] + share * share + (isParted ? kParted : 0);
                if (all < next[uz(end)]) {
                    next[uz(end)] = all;
                    begins[uz(line)][uz(end)] = first;
                }
            }
        }
        cost = next;
    }
    std::vector<int> starts(uz(lines));
    for (int line = lines, end = count; line-- > 0; end = starts[uz(line)])
        starts[uz(line)] = begins[uz(line)][uz(end)];
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
    const std::vector<int> starts = breakWell(words, maxWidth, leastLines(words, maxWidth));
    QStringList lines;
    for (std::size_t line = 0; line < starts.size(); ++line) {
        const qsizetype end = line + 1 < starts.size() ? starts[line + 1] : words.texts.size();
        lines += words.texts.sliced(starts[line], end - starts[line]).join(u' ');
    }
    return lines;
}

} // namespace bomay
