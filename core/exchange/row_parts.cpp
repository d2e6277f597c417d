// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/row_parts.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/outline.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

bool beginsWithOneOf(const QString &text, std::span<const std::u16string_view> beginnings)
{
    return std::ranges::any_of(
        beginnings, [&text](std::u16string_view beginning) { return text.startsWith(QStringView(beginning)); });
}

/// "(1) (2) (3)", "A B 1 2 3=1+2": no words, and the numbers go up one by one.
bool isColumnNumbers(CellRow row)
{
    static const QRegularExpression form(u"^\\(?([A-Za-zĐđ]|\\d{1,2})\\)?(\\s*=.*)?$"_s);
    int expected = 1;
    int numbers = 0;
    for (const Cell &cell : row) {
        const QString text = cell.text.trimmed();
        const auto match = form.match(text);
        if (!match.hasMatch())
            return false;
        bool isNumber = false;
        const int number = match.captured(1).toInt(&isNumber);
        if (!isNumber)
            continue;
        if (numbers > 0 && number != expected)
            return false;
        expected = number + 1;
        ++numbers;
    }
    return row.size() >= 3 && numbers >= 2;
}

/// The row of column numbers below a header, in the list of rows: right under it, or under lines that go on with the
/// header in some of its columns, without a cell in those that name rows. 0 = there is none.
std::size_t columnNumbersRow(const SheetTable &table, std::size_t headerLast)
{
    constexpr std::size_t kMostLines = 4;
    using enum ColumnMeaning;
    for (std::size_t row = headerLast + 1; row < table.rows.size() && row <= headerLast + 1 + kMostLines; ++row) {
        if (isColumnNumbers(table.rows[row]))
            return row;
        const bool namesSomething =
            std::ranges::any_of(std::array{Ordinal, Code, Name, Title, Holder},
                                [&](ColumnMeaning meaning) { return table.cell(table.rows[row], meaning) != nullptr; });
        if (namesSomething)
            break;
    }
    return 0;
}

bool isNote(CellRow row)
{
    constexpr std::array<std::u16string_view, 5> kNotes{u"ghi chu:", u"ghi chu :", u"chu thich", u"* ", u"(*)"};
    return row.size() <= 2 && beginsWithOneOf(searchFold(row.front().text), kNotes);
}

/// Place and date, or a signer, in a row that has no ordinal number: the table is over.
bool isSignature(const SheetTable &table, CellRow row)
{
    static const QRegularExpression date(u"\\bngay\\s*[\\d.… _]*\\s*thang\\b.*\\bnam\\b"_s);
    constexpr std::array<std::u16string_view, 14> kSigners{u"nguoi lap",
                                                           u"lap bieu",
                                                           u"lap bang",
                                                           u"thu truong don vi",
                                                           u"thu truong co quan",
                                                           u"thu truong",
                                                           u"xac nhan",
                                                           u"noi nhan",
                                                           u"tm. ",
                                                           u"kt. ",
                                                           u"tl. ",
                                                           u"nguoi tong",
                                                           u"ky, ghi ro ho ten",
                                                           u"(ky"};
    constexpr std::size_t kMostCells = 6;
    if (row.size() > kMostCells || !readOutlineMark(table.text(row, ColumnMeaning::Ordinal)).empty())
        return false;
    return std::ranges::any_of(row, [&](const Cell &cell) {
        const QString text = searchFold(cell.text);
        // A day in a column of its own is data: "bổ nhiệm từ ngày 1 tháng 2".
        const bool isDate = row.size() <= 2 && date.match(text).hasMatch();
        const Cell *title = table.cell(row, ColumnMeaning::Title);
        return isDate || (beginsWithOneOf(text, kSigners) && &cell != title);
    });
}

/// The header once more, as on top of every printed page.
bool isSameRow(CellRow row, CellRow header)
{
    return std::ranges::equal(row, header, [](const Cell &a, const Cell &b) {
        return a.column == b.column && a.text.trimmed() == b.text.trimmed();
    });
}

bool isBlankRow(CellRow row)
{
    return std::ranges::all_of(row, [](const Cell &cell) { return QStringView(cell.text).trimmed().isEmpty(); });
}

bool isTotalRow(const SheetTable &table, CellRow row)
{
    for (const ColumnMeaning meaning : {ColumnMeaning::Ordinal, ColumnMeaning::Name, ColumnMeaning::Holder})
        if (isTotal(table.text(row, meaning)))
            return true;
    return isTotal(row.front().text);
}

/// Names of columns alone, as another table of the sheet has them above its rows.
bool namesColumns(CellRow row)
{
    constexpr std::ptrdiff_t kFewestKnown = 2;
    std::set<ColumnMeaning> known;
    for (const Cell &cell : row) {
        if (!isWords(cell.text))
            return false;
        if (const auto meaning = meaningOfHeader(cell.text))
            known.insert(*meaning);
    }
    const auto count = std::ssize(known);
    return count >= kFewestKnown && 2 * count > std::ssize(row);
}

/// Does a row stand apart from the data above it: behind a gap, a line alone or a total?
bool standsApart(const SheetTable &table, const std::vector<RowPart> &parts, std::size_t row)
{
    if (row == 0)
        return true;
    const CellRow above = table.rows[row - 1];
    return above.size() == 1 || parts[row - 1] == RowPart::Total || parts[row - 1] == RowPart::Note ||
           parts[row - 1] == RowPart::OtherSurrounding || table.rows[row].front().row > above.front().row + 1;
}

/// The header of the table in other words, "Chức danh" for "Chức vụ": what its columns say is the same in each place,
/// and so are headers that nobody knows.
bool saysTheSame(const SheetTable &table, CellRow header)
{
    std::map<int, QString> texts;
    for (const Cell &cell : header)
        texts.emplace(cell.column, tidyName(cell.text));
    const ColumnMeanings meanings = meaningsOfHeaders(texts);
    for (const auto &[meaning, column] : meanings) {
        const auto known = table.meanings.find(meaning);
        if (known == table.meanings.end() || known->second != column)
            return false;
        texts.erase(column);
    }
    return std::ranges::all_of(texts, [&table](const auto &other) {
        const auto known = table.headers.find(other.first);
        return known != table.headers.end() && headerKey(known->second) == headerKey(other.second);
    });
}

/// Does a row of another table surround its data? `above` is the row above it where that is a header.
bool isOtherSurrounding(const SheetTable &table, CellRow row, std::optional<CellRow> above)
{
    return row.size() == 1 || isTotalRow(table, row) || isColumnNumbers(row) || isNote(row) || isBlankRow(row) ||
           isSignature(table, row) || (above && partsColumns(*above, row));
}

/// Rows above the header and under another one, and those below a further one, are of another table, unless that one
/// says the same.
void markOtherTables(const SheetTable &table, std::size_t headerFirst, std::vector<RowPart> &parts)
{
    bool isOther = false;
    std::optional<CellRow> otherHeader; // right above
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const CellRow row = table.rows[i];
        const std::optional<CellRow> above = std::exchange(otherHeader, std::nullopt);
        if (parts[i] == RowPart::Header)
            isOther = false;
        if (i >= headerFirst && parts[i] != RowPart::Data)
            continue;
        if (i > 0 && parts[i - 1] == RowPart::Header && isColumnNumbers(row)) { // under a header that comes again
            parts[i] = RowPart::ColumnNumbers;
            continue;
        }
        const RowPart surrounding = i < headerFirst ? RowPart::Heading : RowPart::OtherSurrounding;
        const bool numbersRows = meaningOfHeader(row.front().text) == ColumnMeaning::Ordinal; // "STT": never data
        if ((numbersRows || standsApart(table, parts, i)) && namesColumns(row)) {
            if (i > headerFirst && saysTheSame(table, row)) {
                parts[i] = RowPart::Header;
                isOther = false;
                continue;
            }
            if (i > headerFirst && table.rows[i - 1].size() == 1 && parts[i - 1] == RowPart::Data)
                parts[i - 1] = RowPart::OtherSurrounding; // its title
            parts[i] = surrounding;
            isOther = true;
            otherHeader = row;
        } else if (isOther) {
            parts[i] = isOtherSurrounding(table, row, above) ? surrounding : RowPart::OtherTable;
        }
    }
}

} // namespace

bool isWords(const QString &text)
{
    static const QRegularExpression word(u"\\p{L}[\\p{L}\\p{M}]"_s, QRegularExpression::UseUnicodePropertiesOption);
    bool isNumber = false;
    text.trimmed().toDouble(&isNumber);
    return !isNumber && word.match(text).hasMatch();
}

bool isTotal(const QString &text)
{
    constexpr qsizetype kLongest = 60;
    constexpr std::u16string_view kFirstLetters = u"ctgsCTGS";
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > kLongest ||
        kFirstLetters.find(trimmed.front().unicode()) == std::u16string_view::npos)
        return false;
    static const QRegularExpression form(
        u"^(cộng|tổng cộng|tổng số|tổng|tong cong|tong so|cong|total|grand total|subtotal)"
        "(\\s*[:.(].*|\\s+(chung|mục|phần|nhóm|khối)\\b.*|\\s+[ivx]+|\\s+[a-h]|)$"
        "|^(cộng|tổng cộng|tổng số)\\s+(phòng|ban|sở|chi cục|trung tâm|trường|văn phòng|thanh tra|ubnd|hđnd|ủy ban|"
        "cơ quan|đơn vị|tổ|đội|xã|phường|quận|huyện|toàn)([\\s:.(].*)?$"_s);
    return form.match(nameFold(trimmed)).hasMatch();
}

void takeCodedRows(SheetTable &table)
{
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        RowPart &part = table.parts[i];
        const bool isSurrounding = part == RowPart::Total || part == RowPart::Note || part == RowPart::Signature;
        if (isSurrounding && !table.text(table.rows[i], ColumnMeaning::Code).isEmpty())
            part = RowPart::Data;
    }
}

bool partsColumns(CellRow above, CellRow row)
{
    int behind = 0;
    for (const Cell &cell : row) {
        if (!isWords(cell.text))
            return false;
        const bool isFree = cellAt(above, cell.column) == nullptr;
        if (!isFree && !meaningOfHeader(cellAt(above, cell.column)->text + u' ' + cell.text) &&
            !meaningOfHeader(cell.text))
            return false;
        behind += isFree ? 1 : 0;
    }
    return behind > 0 && row.front().column > above.front().column + 1;
}

bool looksLikeData(const SheetTable &table, CellRow row)
{
    using enum ColumnMeaning;
    const auto says = [&](ColumnMeaning meaning) { return isWords(table.text(row, meaning)); };
    if (!says(Name) && !says(Title) && !says(Holder))
        return false;
    const auto marks = readOutlineMark(table.text(row, Ordinal));
    if (!marks.empty() && marks.front().style < OutlineMark::Style::Dash)
        return true;
    const auto isNumber = [](const Cell &cell) {
        bool isRead = false;
        cell.text.trimmed().toDouble(&isRead);
        return isRead;
    };
    const QString code = table.text(row, Code);
    return std::ranges::any_of(row, isNumber) ||
           std::ranges::any_of(code, [](QChar letter) { return letter.isDigit(); });
}

std::size_t firstHeader(const SheetTable &table, std::size_t header)
{
    for (std::size_t row = 0; row < header; ++row)
        if (namesColumns(table.rows[row]) && saysTheSame(table, table.rows[row]))
            return row;
    return header;
}

std::vector<RowPart> partsOfRows(const SheetTable &table, std::pair<std::size_t, std::size_t> header, std::size_t again)
{
    const auto [headerFirst, headerLast] = header;
    std::vector<RowPart> parts;
    bool isOver = false;
    const std::size_t numbers = columnNumbersRow(table, headerLast);
    const std::size_t headerEnd = std::max(headerLast + 1, numbers);
    std::size_t repeated = 0; // lines of the header that come once more, so far
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const CellRow row = table.rows[i];
        RowPart part = RowPart::Data;
        if (i >= headerEnd) {
            const std::size_t next = headerFirst + repeated;
            const bool goesOn = repeated > 0 && next < headerEnd && isSameRow(row, table.rows[next]);
            repeated = goesOn ? repeated + 1 : isSameRow(row, table.rows[headerFirst]) ? 1 : 0;
        }
        if (i < headerFirst)
            part = RowPart::Heading;
        else if (i < headerEnd || i == again || repeated > 0)
            part = RowPart::Header;
        else if (i == numbers)
            part = RowPart::ColumnNumbers;
        else if (isOver || isSignature(table, row))
            part = RowPart::Signature;
        else if (isTotalRow(table, row))
            part = RowPart::Total;
        else if (isNote(row) || isBlankRow(row))
            part = RowPart::Note;
        isOver = part == RowPart::Signature;
        parts.push_back(part);
    }
    markOtherTables(table, headerFirst, parts);
    return parts;
}

} // namespace bomay
