// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/text_measurer.h"

#include "core/base/numbers.h"

#include <vector>

namespace bomay {

namespace {

struct Words
{
    QStringList texts;
    std::vector<double> widths;
    double space = 0;
};

/// Fills each line as far as it goes. Gives the index of each line's first word.
std::vector<int> breakGreedily(const Words &words, double maxWidth)
{
    std::vector<int> starts;
    double lineWidth = 0;
    for (int i = 0; i < sizeOf(words.widths); ++i) {
        const double wordWidth = words.widths[uz(i)];
        if (starts.empty() || lineWidth + words.space + wordWidth > maxWidth) {
            starts.push_back(i);
            lineWidth = wordWidth;
        } else {
            lineWidth += words.space + wordWidth;
        }
    }
    return starts;
}

/// The same number of lines at the smallest width that still gives it.
std::vector<int> breakEvenly(const Words &words, double maxWidth)
{
    constexpr double kPrecision = 0.05; // mm: finer than an eye sees
    std::vector<int> best = breakGreedily(words, maxWidth);
    if (best.size() < 2)
        return best;
    double low = 0;
    double high = maxWidth;
    while (high - low > kPrecision) {
        const double middle = (low + high) / 2;
        std::vector<int> starts = breakGreedily(words, middle);
        if (starts.size() > best.size()) {
            low = middle;
        } else {
            high = middle;
            best = std::move(starts);
        }
    }
    return best;
}

} // namespace

QStringList wrapText(const QString &text, const FontSpec &font, double maxWidth, const TextMeasurer &measurer)
{
    if (measurer.width(text, font) <= maxWidth)
        return {text};
    Words words{text.split(u' ', Qt::SkipEmptyParts), {}, measurer.width(u" ", font)};
    for (const QString &word : words.texts)
        words.widths.push_back(measurer.width(word, font));
    const std::vector<int> starts = breakEvenly(words, maxWidth);
    QStringList lines;
    for (std::size_t line = 0; line < starts.size(); ++line) {
        const qsizetype end = line + 1 < starts.size() ? starts[line + 1] : words.texts.size();
        lines += words.texts.sliced(starts[line], end - starts[line]).join(u' ');
    }
    return lines;
}

} // namespace bomay
