// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/xlsx_sheet.h"

#include "core/table/cell_estimate.h"
#include "core/table/cell_reference.h"
#include "core/table/text_pool.h"
#include "core/table/utf8.h"
#include "core/table/xlsx_plain_cell.h"
#include "core/table/xlsx_text.h"
#include "core/table/xml_scanner.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

using Token = XmlScanner::Token;

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ')
        text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
        text.remove_suffix(1);
    return text;
}

QString latin1(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

/// Whether the text is already the shortest form of its number, so that it need not be read and written again.
bool isPlainInteger(std::string_view text)
{
    return !text.empty() && text.size() <= 15 && (text.front() != '0' || text.size() == 1) &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// A cell that does not know its place yet.
Cell cellOf(CellType type, QString text)
{
    return {0, 0, type, std::move(text)};
}

/// Reads one sheet part. Lives for one call of readXlsxSheet.
class SheetReader
{
public:
    SheetReader(const QByteArray &xml, const XlsxSheetContext &context)
        : m_xml(viewOf(xml))
        , m_xmlSize(viewOf(xml).size())
        , m_context(context)
    {}

    Result<Sheet> read();

private:
    Result<> readMerge();
    Result<> readColumns();
    void addHiddenRow();
    void addRuns(Cell &cell);
    Result<> readRow();
    Result<> readCell();
    Result<bool> readPlainCell();
    Result<> beginCell(std::optional<std::string_view> reference, std::string_view type);
    Result<> readCellContent();
    Result<> addCell(std::optional<std::uint32_t> style);
    Result<Cell> typedCell(bool isDate);
    Result<Cell> numberCell(std::string_view digits);
    Result<Cell> textCell(std::string_view type);
    Result<Cell> isoDateCell();
    Result<std::optional<std::uint32_t>> packageStyle(std::optional<std::string_view> style) const;
    Result<> sortCells();

    std::unexpected<Error> failHere(const QString &detail) const
    {
        Place place = m_context.place;
        place.row = m_row;
        place.column = m_column;
        return fail(u"damaged-spreadsheet"_s, {{u"part"_s, m_context.part}}, place, detail);
    }

    XmlScanner m_xml;
    std::size_t m_xmlSize;
    const XlsxSheetContext &m_context;
    Sheet m_sheet;
    std::vector<Cell> &m_cells = m_sheet.cells;
    TextPool m_numbers;
    int m_row = 0;
    int m_column = 0;
    bool m_isSorted = true;

    // The cell at hand.
    std::string_view m_type;
    std::string_view m_value; ///< raw text of `v`
    XlsxText m_inline;        ///< `is`
    const std::vector<XlsxText::Run> *m_runs = nullptr;
    bool m_hasFormula = false;
};

Result<Sheet> SheetReader::read()
{
    bool inData = false;
    while (true) {
        switch (m_xml.next()) {
        case Token::Start:
            if (inData && m_xml.name() == "row") {
                BM_TRY_VOID(readRow());
            } else if (m_xml.name() == "sheetData") {
                inData = true;
            } else if (m_xml.name() == "mergeCell") {
                BM_TRY_VOID(readMerge());
            } else if (m_xml.name() == "col") {
                BM_TRY_VOID(readColumns());
            }
            break;
        case Token::End:
            if (m_xml.name() == "sheetData") {
                inData = false;
                m_row = m_column = 0;
            }
            break;
        case Token::Text:
            break;
        case Token::Finished:
            BM_TRY_VOID(sortCells());
            return std::move(m_sheet);
        case Token::Malformed:
            return failHere(m_xml.problem());
        }
    }
}

/// The attributes of a `mergeCell`.
Result<> SheetReader::readMerge()
{
    const std::string_view text = m_xml.attribute("ref").value_or("");
    const std::size_t colon = text.find(':');
    const std::optional<CellReference> first = parseReference(text.substr(0, colon));
    const std::optional<CellReference> last =
        colon == std::string_view::npos ? first : parseReference(text.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column)
        return failHere(u"merged cells that are none"_s);
    m_sheet.merges.push_back({first->row, first->column, last->row, last->column});
    return {};
}

bool isTrueAttribute(std::optional<std::string_view> value)
{
    return value == "1" || value == "true";
}

/// The attributes of a `col`.
Result<> SheetReader::readColumns()
{
    if (!isTrueAttribute(m_xml.attribute("hidden")))
        return {};
    const std::optional<std::uint32_t> first = parseIndex(m_xml.attribute("min").value_or(""));
    const std::optional<std::uint32_t> last = parseIndex(m_xml.attribute("max").value_or(""));
    if (!first || !last || *first == 0 || *last < *first || *last > kMaxColumns)
        return failHere(u"columns that are none"_s);
    m_sheet.hiddenColumns.push_back({static_cast<int>(*first), static_cast<int>(*last)});
    return {};
}

void SheetReader::addHiddenRow()
{
    std::vector<HiddenRange> &rows = m_sheet.hiddenRows;
    if (!rows.empty() && rows.back().last + 1 == m_row)
        rows.back().last = m_row;
    else
        rows.push_back({m_row, m_row});
}

/// After the Start of a `row`, moves to its End.
Result<> SheetReader::readRow()
{
    m_column = 0;
    if (const auto number = m_xml.attribute("r")) {
        const std::optional<std::uint32_t> row = parseIndex(*number);
        if (!row || *row == 0 || *row > kMaxRows)
            return failHere(u"a row number that is none"_s);
        m_row = static_cast<int>(*row);
    } else if (++m_row > kMaxRows) {
        return failHere(u"too many rows"_s);
    }
    if (isTrueAttribute(m_xml.attribute("hidden")))
        addHiddenRow();
    const int rowOfElement = m_row;
    while (true) {
        BM_TRY(const bool isRead, readPlainCell());
        if (isRead)
            continue;
        switch (m_xml.next()) {
        case Token::Start:
            if (m_xml.name() == "c") {
                BM_TRY_VOID(readCell());
            } else if (!m_xml.skipElement()) {
                return failHere(m_xml.problem());
            }
            break;
        case Token::End:
            m_row = rowOfElement;
            return {};
        case Token::Text:
            break;
        case Token::Finished:
        case Token::Malformed:
            return failHere(m_xml.problem());
        }
    }
}

/// Reads a cell that is written as nearly all are; false where the next thing is none.
Result<bool> SheetReader::readPlainCell()
{
    const std::optional<XlsxPlainCell> plain = plainCellAt(m_xml.rest());
    if (!plain)
        return false;
    BM_TRY_VOID(beginCell(plain->reference, plain->type));
    BM_TRY(const std::optional<std::uint32_t> style, packageStyle(plain->style));
    m_value = plain->value;
    m_xml.passOver(plain->length);
    BM_TRY_VOID(addCell(style));
    return true;
}

/// After the Start of a `c`, moves to its End.
Result<> SheetReader::readCell()
{
    BM_TRY_VOID(beginCell(m_xml.attribute("r"), m_xml.attribute("t").value_or("n")));
    BM_TRY(const std::optional<std::uint32_t> style, packageStyle(m_xml.attribute("s")));
    BM_TRY_VOID(readCellContent());
    return addCell(style);
}

/// Takes the place of a cell, else the one behind the last, and its type.
Result<> SheetReader::beginCell(std::optional<std::string_view> reference, std::string_view type)
{
    ++m_column;
    if (reference) {
        const std::optional<CellReference> place = parseReference(*reference);
        if (!place)
            return failHere(u"a cell reference that is none"_s);
        m_row = place->row;
        m_column = place->column;
    } else if (m_column > kMaxColumns) {
        return failHere(u"too many columns"_s);
    }
    m_type = type;
    m_value = {};
    m_inline.text.clear();
    m_runs = nullptr;
    m_hasFormula = false;
    return {};
}

/// The number of the cell's style in the package, which is 0 where the cell names none: Excel leaves that out. Nothing
/// where the package has no styles.
Result<std::optional<std::uint32_t>> SheetReader::packageStyle(std::optional<std::string_view> style) const
{
    if (m_context.isDateByStyle.empty())
        return std::nullopt;
    const std::optional<std::uint32_t> index = style ? parseIndex(*style) : 0;
    if (!index || *index >= m_context.isDateByStyle.size())
        return failHere(u"a cell style that is not there"_s);
    return index;
}

Result<> SheetReader::readCellContent()
{
    while (true) {
        switch (m_xml.next()) {
        case Token::Start:
            if (m_xml.name() == "v") {
                const std::optional<std::string_view> value = m_xml.elementText();
                if (!value)
                    return failHere(m_xml.problem());
                m_value = *value;
            } else if (m_xml.name() == "is") {
                std::optional<XlsxText> text = readRichText(m_xml);
                if (!text)
                    return failHere(m_xml.problem());
                m_inline = *std::move(text);
            } else {
                m_hasFormula = m_hasFormula || m_xml.name() == "f";
                if (!m_xml.skipElement())
                    return failHere(m_xml.problem());
            }
            break;
        case Token::End:
            return {};
        case Token::Text:
            break;
        case Token::Finished:
        case Token::Malformed:
            return failHere(m_xml.problem());
        }
    }
}

/// Gives the cell its runs, as styles that fill in what a run leaves to the cell.
void SheetReader::addRuns(Cell &cell)
{
    RichCell rich{cell.row, cell.column, {}};
    const CellLook own = m_context.styles[cell.style];
    for (const XlsxText::Run &run : *m_runs) {
        const CellLook style{run.font.isEmpty() ? own.font : run.font, run.bold, own.indent};
        rich.runs.push_back({run.start, m_context.styles.indexOf(style)});
    }
    m_sheet.richCells.push_back(std::move(rich));
}

Result<> SheetReader::addCell(std::optional<std::uint32_t> style)
{
    const bool isNumeric = m_type == "n";
    const bool isDate = style && m_context.isDateByStyle[*style];
    if (m_value.empty() && m_inline.text.isEmpty() && !(isNumeric && m_hasFormula))
        return {};
    BM_TRY(Cell cell, typedCell(isDate));
    if (cell.text.isEmpty() && cell.type != CellType::Error)
        return {};
    if (static_cast<std::int64_t>(m_cells.size()) >= m_context.cellsLeft)
        return failTooManyCells(m_context.maxCells, m_context.place);
    BM_TRY_VOID(m_context.memory.takeCell(cell, m_context.place));
    cell.row = m_row;
    cell.column = m_column;
    cell.fromFormula = m_hasFormula;
    cell.style = style ? m_context.styleByPackageStyle[*style] : 0;
    if (m_runs != nullptr)
        addRuns(cell);
    if (m_isSorted && !m_cells.empty()) {
        const Cell &last = m_cells.back();
        m_isSorted = std::tie(last.row, last.column) < std::tie(cell.row, cell.column);
    }
    m_cells.push_back(std::move(cell));
    if (m_cells.size() == kSampleCells)
        m_cells.reserve(estimatedCells(kSampleCells, m_xml.position(), m_xmlSize, m_context.cellsLeft));
    return {};
}

/// Type and text of the cell at hand.
Result<Cell> SheetReader::typedCell(bool isDate)
{
    if (m_type == "s") {
        const std::optional<std::uint32_t> index = parseIndex(trimmed(m_value));
        if (!index || *index >= m_context.strings.texts.size())
            return failHere(u"a shared string that is not there"_s);
        if (!m_context.strings.runs.isEmpty()) {
            const auto runs = m_context.strings.runs.constFind(*index);
            m_runs = runs == m_context.strings.runs.constEnd() ? nullptr : &*runs;
        }
        return cellOf(CellType::Text, m_context.strings.texts[*index]);
    }
    if (m_type != "n")
        return textCell(m_type);
    const std::string_view value = trimmed(m_value);
    if (value.empty()) // a formula that the writing program did not calculate
        return cellOf(m_hasFormula ? CellType::Error : CellType::Text, {});
    if (!isDate && isPlainInteger(value))
        return numberCell(value);
    const std::optional<double> number = parseNumber(value);
    if (!number)
        return failHere(u"a number that is none"_s);
    if (isDate) {
        if (std::optional<QString> date = serialDateText(*number, m_context.dateSystem))
            return cellOf(CellType::Date, *std::move(date));
    }
    return cellOf(CellType::Number, numberText(*number));
}

/// A whole number as it is written; most are in other cells too.
Result<Cell> SheetReader::numberCell(std::string_view digits)
{
    std::optional<TextPool::Pooled> number = m_numbers.textOf(digits, m_column);
    if (!number)
        return failHere(u"a number that is none"_s);
    if (number->isNew) {
        BM_TRY_VOID(m_context.memory.takeText(number->text, m_context.place));
    }
    return cellOf(CellType::Number, std::move(number->text));
}

/// The types whose value is text of some kind.
Result<Cell> SheetReader::textCell(std::string_view type)
{
    if (type == "inlineStr") {
        m_runs = m_inline.runs.empty() ? nullptr : &m_inline.runs;
        return cellOf(CellType::Text, std::move(m_inline.text));
    }
    if (type == "b") {
        const std::string_view value = trimmed(m_value);
        if (value == "1" || value == "true")
            return cellOf(CellType::Boolean, u"1"_s);
        if (value == "0" || value == "false")
            return cellOf(CellType::Boolean, u"0"_s);
        return failHere(u"a truth value that is none"_s);
    }
    if (type == "d")
        return isoDateCell();
    QString text;
    if (!appendXmlText(text, m_value))
        return failHere(u"an entity that is none"_s);
    if (type == "str")
        return cellOf(CellType::Text, unescapeXlsx(std::move(text)));
    if (type == "e")
        return cellOf(CellType::Error, text);
    return failHere(u"a cell type that is none"_s);
}

/// A cell of type `d`: the date is written out, "2021-12-31T00:00:00Z".
Result<Cell> SheetReader::isoDateCell()
{
    std::optional<QString> text = isoDateText(latin1(m_value));
    if (!text)
        return failHere(u"a date that is none"_s);
    return cellOf(CellType::Date, *std::move(text));
}

/// Excel writes rows and cells in order; other programs need not. A place with two cells has no right answer.
Result<> SheetReader::sortCells()
{
    if (m_isSorted)
        return {};
    const auto place = [](const Cell &cell) { return std::pair(cell.row, cell.column); };
    std::ranges::stable_sort(m_cells, {}, place);
    std::ranges::stable_sort(m_sheet.richCells, {},
                             [](const RichCell &cell) { return std::pair(cell.row, cell.column); });
    const auto twice = std::ranges::adjacent_find(m_cells, {}, place);
    if (twice == m_cells.end())
        return {};
    m_row = twice->row;
    m_column = twice->column;
    return failHere(u"the cell is there twice"_s);
}

} // namespace

Result<XlsxStrings> readSharedStrings(const QByteArray &xml, const QString &part, const QString &file,
                                      MemoryBudget &memory)
{
    const auto failPart = [&](const QString &detail) {
        return fail(u"damaged-spreadsheet"_s, {{u"part"_s, part}}, {file}, detail);
    };
    if (firstInvalidUtf8(xml) >= 0)
        return failPart(u"not UTF-8"_s);
    XlsxStrings strings;
    XmlScanner scanner(viewOf(xml));
    bool isInTable = false;
    while (true) {
        if (const auto plain = isInTable ? plainStringAt(scanner.rest()) : std::nullopt) {
            strings.texts.push_back(QString::fromUtf8(plain->text.data(), static_cast<qsizetype>(plain->text.size())));
            BM_TRY_VOID(memory.takeTableText(strings.texts.back(), {file}));
            scanner.passOver(plain->length);
            continue;
        }
        switch (scanner.next()) {
        case Token::Start: {
            isInTable = isInTable || scanner.name() == "sst";
            if (scanner.name() != "si")
                break;
            std::optional<XlsxText> text = readRichText(scanner);
            if (!text)
                return failPart(scanner.problem());
            BM_TRY_VOID(memory.takeTableText(text->text, {file}));
            if (!text->runs.empty())
                strings.runs.insert(static_cast<std::uint32_t>(strings.texts.size()), std::move(text->runs));
            strings.texts.push_back(std::move(text->text));
            break;
        }
        case Token::End:
            isInTable = isInTable && scanner.name() != "sst";
            break;
        case Token::Text:
            break;
        case Token::Finished:
            return strings;
        case Token::Malformed:
            return failPart(scanner.problem());
        }
    }
}

Result<Sheet> readXlsxSheet(const QByteArray &xml, const XlsxSheetContext &context)
{
    if (firstInvalidUtf8(xml) >= 0)
        return fail(u"damaged-spreadsheet"_s, {{u"part"_s, context.part}}, context.place, u"not UTF-8"_s);
    return SheetReader(xml, context).read();
}

} // namespace bomay
