// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/legacy_text.h"

#include "core/table/legacy_guess.h"

#include <QHash>

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

/// Enough to tell by; more only takes time.
constexpr std::size_t kSampleCells = 2000;
constexpr qsizetype kSampleLetters = 100'000;

/// Every text of a workbook is looked at, so the first look is a plain loop that tells most.
struct Glance
{
    char16_t bits = 0;      ///< of all characters
    bool isUnicode = false; ///< it has one of U+1E00 to U+1EFF, as most words of Vietnamese do and no legacy text
};

Glance glanceAt(QStringView text)
{
    Glance glance;
    for (const QChar c : text) {
        glance.bits |= c.unicode();
        glance.isUnicode |= c.row() == 0x1E;
    }
    return glance;
}

bool hasCombiningMarks(QStringView text, char16_t bits)
{
    constexpr char16_t kFirst = 0x0300;
    constexpr char16_t kLast = 0x036F;
    return (bits & kFirst) == kFirst &&
           std::ranges::any_of(text, [](QChar c) { return c.unicode() >= kFirst && c.unicode() <= kLast; });
}

/// Whether an ASCII text has what only VIQR has inside words.
bool couldBeViqr(QStringView text)
{
    char16_t previous = 0;
    for (const QChar character : text) {
        const char16_t c = character.unicode();
        if (c == u'^' || c == u'+' || c == u'(' || c == u'*' || (c == previous && (c == u'd' || c == u'D')))
            return true;
        previous = c;
    }
    return false;
}

/// Whether a text without a telling font could be in an old encoding.
bool couldBeLegacy(QStringView text, Glance glance)
{
    constexpr char16_t kFirstLetter = 0x40;
    constexpr char16_t kAsciiEnd = 0x80;
    if (glance.bits < kFirstLetter) // numbers, dates, codes
        return false;
    return glance.bits < kAsciiEnd ? couldBeViqr(text) : !glance.isUnicode && !isSurelyUnicode(text);
}

/// A cell that no font tells of, and that could be anything.
struct DoubtfulCell
{
    std::size_t sheet;
    std::size_t cell;
};

/// Only cells that become more Vietnamese, or all that the encoding could have made.
enum class Which { Better, All };

class Converter
{
public:
    explicit Converter(Workbook &workbook)
        : m_workbook(workbook)
    {
        for (const CellLook &style : workbook.styles)
            m_fonts.push_back(legacyFontOf(style.font));
    }

    void convertByFonts();
    [[nodiscard]] LegacyGuess guess() const;
    int convertDoubtful(const LegacyGuess &guess, Which which);

private:
    [[nodiscard]] LegacyFont fontOf(std::uint32_t style) const
    {
        return style < m_fonts.size() ? m_fonts[style] : LegacyFont{};
    }
    void convertCell(std::size_t sheet, std::size_t cell);
    bool convertRuns(std::size_t sheet, Cell &cell, RichCell &rich);
    void note(const Sheet &sheet, const Cell &cell, const QString &before, LegacyEncoding encoding, bool byFont,
              double confidence);

    Workbook &m_workbook;
    std::vector<LegacyFont> m_fonts; ///< by style
    std::vector<DoubtfulCell> m_doubtful;
};

/// The text read as its font says; nothing where it is Unicode under an old font.
std::optional<QString> decodedByFont(QStringView text, LegacyFont font)
{
    if (isSurelyUnicode(text))
        return std::nullopt;
    DecodedText decoded = decodeLegacy(text, font);
    if (decoded.unknown > 0 && decoded.letters <= decoded.unknown)
        return std::nullopt;
    return std::move(decoded.text);
}

void Converter::note(const Sheet &sheet, const Cell &cell, const QString &before, LegacyEncoding encoding, bool byFont,
                     double confidence)
{
    const auto isSame = [&](const ConvertedText &entry) {
        return entry.encoding == encoding && entry.byFont == byFont;
    };
    auto entry = std::ranges::find_if(m_workbook.conversions, isSame);
    if (entry == m_workbook.conversions.end()) {
        m_workbook.conversions.push_back(
            {encoding, byFont, confidence, 0, sheet.name, cell.row, cell.column, before, cell.text});
        entry = m_workbook.conversions.end() - 1;
    }
    ++entry->cells;
    // A sample shows the more, the more changes in it; a long one says no more than a short one.
    constexpr qsizetype kShort = 80;
    if (entry->before.size() < 12 && before.size() > entry->before.size() && before.size() <= kShort) {
        entry->sheet = sheet.name;
        entry->row = cell.row;
        entry->column = cell.column;
        entry->before = before;
        entry->after = cell.text;
    }
}

bool Converter::convertRuns(std::size_t sheet, Cell &cell, RichCell &rich)
{
    const QString before = cell.text;
    QString text;
    LegacyEncoding encoding = LegacyEncoding::None;
    std::vector<TextRun> runs;
    qsizetype from = 0;
    std::uint32_t style = cell.style;
    const auto takeUntil = [&](qsizetype end) {
        const QString piece = before.sliced(from, end - from);
        const LegacyFont font = fontOf(style);
        std::optional<QString> decoded;
        if (font.encoding != LegacyEncoding::None)
            decoded = decodedByFont(piece, font);
        if (decoded && *decoded != piece)
            encoding = font.encoding;
        text += decoded.value_or(piece);
        from = end;
    };
    for (const TextRun &run : rich.runs) {
        takeUntil(std::clamp(run.start, from, before.size()));
        runs.push_back({text.size(), run.style});
        style = run.style;
    }
    takeUntil(before.size());
    if (encoding == LegacyEncoding::None)
        return false;
    cell.text = text;
    rich.runs = std::move(runs);
    note(m_workbook.sheets[sheet], cell, before, encoding, true, 1);
    return true;
}

void Converter::convertCell(std::size_t sheetIndex, std::size_t cellIndex)
{
    const Sheet &sheet = m_workbook.sheets[sheetIndex];
    Cell &cell = m_workbook.sheets[sheetIndex].cells[cellIndex];
    const LegacyFont font = fontOf(cell.style);
    std::optional<QString> decoded;
    LegacyEncoding encoding = font.encoding;
    const Glance glance = glanceAt(cell.text);
    if (hasCombiningMarks(cell.text, glance.bits)) {
        encoding = LegacyEncoding::Decomposed;
        decoded = cell.text.normalized(QString::NormalizationForm_C);
    } else if (font.encoding != LegacyEncoding::None) {
        decoded = decodedByFont(cell.text, font);
    } else {
        if (couldBeLegacy(cell.text, glance))
            m_doubtful.push_back({sheetIndex, cellIndex});
        return;
    }
    if (!decoded || *decoded == cell.text)
        return;
    const QString before = std::exchange(cell.text, *std::move(decoded));
    note(sheet, cell, before, encoding, encoding != LegacyEncoding::Decomposed, 1);
}

void Converter::convertByFonts()
{
    for (std::size_t s = 0; s < m_workbook.sheets.size(); ++s) {
        Sheet &sheet = m_workbook.sheets[s];
        auto rich = sheet.richCells.begin();
        for (std::size_t c = 0; c < sheet.cells.size(); ++c) {
            Cell &cell = sheet.cells[c];
            if (cell.type != CellType::Text)
                continue;
            const auto place = std::tie(cell.row, cell.column);
            while (rich != sheet.richCells.end() && std::tie(rich->row, rich->column) < place)
                ++rich;
            const bool isRich = rich != sheet.richCells.end() && std::tie(rich->row, rich->column) == place;
            if (!isRich || (!convertRuns(s, cell, *rich) && fontOf(cell.style).encoding == LegacyEncoding::None))
                convertCell(s, c);
        }
    }
}

LegacyGuess Converter::guess() const
{
    std::vector<CountedText> texts;
    QHash<QString, std::size_t> places;
    qsizetype letters = 0;
    for (const DoubtfulCell &place : std::span(m_doubtful).first(std::min(m_doubtful.size(), kSampleCells))) {
        const QString &text = m_workbook.sheets[place.sheet].cells[place.cell].text;
        letters += text.size();
        if (letters > kSampleLetters)
            break;
        const auto found = places.constFind(text);
        if (found != places.constEnd()) {
            ++texts[*found].count;
            continue;
        }
        places.insert(text, texts.size());
        texts.push_back({text});
    }
    return guessLegacyEncoding(texts);
}

/// Whether the words of a text are rather syllables when decoded than as they stand.
bool isBetter(const DecodedText &decoded, QStringView present)
{
    const VietnameseScore now = vietnameseScore(present);
    const VietnameseScore then = vietnameseScore(decoded.text);
    return decoded.unknown == 0 && then.syllables * 2 > then.words &&
           then.words - then.syllables <= now.words - now.syllables;
}

/// The runs of a cell whose letters are others now.
void dropRuns(Sheet &sheet, const Cell &cell)
{
    const auto placeOf = [](const auto &item) { return std::pair(item.row, item.column); };
    const auto rich = std::ranges::lower_bound(sheet.richCells, placeOf(cell), {}, placeOf);
    if (rich != sheet.richCells.end() && placeOf(*rich) == placeOf(cell))
        rich->runs.clear();
}

int Converter::convertDoubtful(const LegacyGuess &guess, Which which)
{
    int converted = 0;
    std::erase_if(m_doubtful, [&](const DoubtfulCell &place) {
        const Sheet &sheet = m_workbook.sheets[place.sheet];
        Cell &cell = m_workbook.sheets[place.sheet].cells[place.cell];
        const DecodedText decoded = decodeLegacy(cell.text, {guess.encoding, false});
        if (decoded.text == cell.text || (which == Which::Better && !isBetter(decoded, cell.text)))
            return false;
        dropRuns(m_workbook.sheets[place.sheet], cell);
        const QString before = std::exchange(cell.text, decoded.text);
        note(sheet, cell, before, guess.encoding, false, guess.confidence);
        ++converted;
        return true;
    });
    return converted;
}

} // namespace

void convertLegacyText(Workbook &workbook)
{
    Converter converter(workbook);
    converter.convertByFonts();
    // A workbook pasted together can have several encodings; each is found when the stronger ones are gone.
    constexpr int kEncodings = 4;
    for (int round = 0; round < kEncodings; ++round) {
        const LegacyGuess guess = converter.guess();
        if (guess.encoding == LegacyEncoding::None || converter.convertDoubtful(guess, Which::Better) == 0)
            break;
    }
}

bool convertBytesRead(Workbook &workbook)
{
    Converter converter(workbook);
    converter.convertByFonts();
    const LegacyGuess guess = converter.guess();
    constexpr double kSure = 0.75; // a part of the texts is not enough here
    return guess.encoding != LegacyEncoding::Viqr && guess.confidence >= kSure &&
           converter.convertDoubtful(guess, Which::All) > 0;
}

} // namespace bomay
