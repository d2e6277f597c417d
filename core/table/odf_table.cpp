// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/odf_table.h"

#include "core/table/number_format.h"
#include "core/table/table_limits.h"
#include "core/table/utf8.h"

#include <algorithm>
#include <charconv>
#include <utility>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

using Token = XmlScanner::Token;

/// The text of a cell and where its runs begin.
struct OdfText
{
    QString text;
    struct Run
    {
        qsizetype start;
        QString style; ///< empty: the cell's
    };
    std::vector<Run> runs;
};

/// A cell of the row at hand, before rows are repeated.
struct RowCell
{
    Cell cell;
    std::vector<TextRun> runs;
};

class OdfReader
{
public:
    OdfReader(std::string_view xml, const QString &part, OdfStyles &styles, GridBuilder &builder)
        : m_xml(xml)
        , m_part(part)
        , m_styles(styles)
        , m_builder(builder)
    {}

    Result<bool> read();

private:
    Result<> readSheet();
    Result<> readColumn();
    Result<> readRow();
    Result<> readCell();
    [[nodiscard]] QString styleName() const;
    const CellLook &lookOf(const QString &style);
    Result<> placeRow(std::int64_t repeats);
    Result<Cell> typedCell(const QString &type);
    std::optional<OdfText> readCellText();
    bool readParagraph(OdfText &text);
    bool takeInline(OdfText &text, std::vector<QString> &open);
    Result<std::int64_t> repeats(std::string_view attribute);

    std::unexpected<Error> failHere(const QString &detail) const
    {
        return fail(u"damaged-spreadsheet"_s, {{u"part"_s, m_part}},
                    m_builder.place(static_cast<int>(std::min<std::int64_t>(m_row, kMaxRows + 1)),
                                    static_cast<int>(std::min<std::int64_t>(m_column, kMaxColumns + 1))),
                    detail);
    }

    XmlScanner m_xml;
    const QString &m_part;
    OdfStyles &m_styles;
    GridBuilder &m_builder;
    QHash<QString, CellLook> m_looks; ///< by family and name: what styles inherit is looked up once
    std::int64_t m_row = 0;
    std::int64_t m_column = 0;
    std::int64_t m_sheetColumn = 0; ///< of the column descriptions
    std::vector<RowCell> m_cells;   ///< of the row at hand
    QString m_rowStyle;             ///< of cells that name none, before that of their column
    std::vector<std::pair<std::int64_t, QString>> m_columnStyles; ///< last column and the style of cells that name none
};

Result<bool> OdfReader::read()
{
    bool isSpreadsheet = false;
    int depth = 0;
    while (true) {
        switch (m_xml.next()) {
        case Token::Start:
            ++depth;
            if (m_xml.name() == "spreadsheet") {
                isSpreadsheet = true;
            } else if (isSpreadsheet && m_xml.name() == "table") {
                BM_TRY_VOID(readSheet());
                --depth;
            } else if (isSpreadsheet) { // content validations, tracked changes with cells of their own, names …
                if (!m_xml.skipElement())
                    return failHere(m_xml.problem());
                --depth;
            } else {
                m_styles.take(m_xml);
            }
            break;
        case Token::End:
            --depth;
            if (m_xml.name() == "spreadsheet")
                isSpreadsheet = false;
            break;
        case Token::Text:
            break;
        case Token::Finished:
            return m_builder.hasSheet();
        case Token::Malformed:
            return failHere(m_xml.problem());
        }
    }
}

/// After the Start of a `table:table`, moves to its End.
Result<> OdfReader::readSheet()
{
    const bool isHidden = m_styles.isHiddenSheet(attributeText(m_xml, "table:style-name"));
    m_builder.beginSheet(attributeText(m_xml, "table:name"), isHidden ? SheetState::Hidden : SheetState::Visible);
    m_row = m_column = m_sheetColumn = 0;
    m_columnStyles.clear();
    int groups = 0; // header rows and outline groups stand round rows and columns
    while (true) {
        switch (m_xml.next()) {
        case Token::Start:
            if (m_xml.name() == "table-row") {
                BM_TRY_VOID(readRow());
            } else if (m_xml.name() == "table-column") {
                BM_TRY_VOID(readColumn());
            } else if (m_xml.name().starts_with("table-row") || m_xml.name().starts_with("table-column") ||
                       m_xml.name().starts_with("table-header-")) {
                ++groups;
            } else if (!m_xml.skipElement()) {
                return failHere(m_xml.problem());
            }
            break;
        case Token::End:
            if (groups == 0)
                return {};
            --groups;
            break;
        case Token::Text:
            break;
        case Token::Finished:
        case Token::Malformed:
            return failHere(m_xml.problem());
        }
    }
}

/// How often the element at hand stands there; 1 where it does not say.
Result<std::int64_t> OdfReader::repeats(std::string_view attribute)
{
    const auto raw = m_xml.attribute(attribute);
    if (!raw)
        return 1;
    std::int64_t number = 0;
    const auto [at, problem] = std::from_chars(raw->data(), raw->data() + raw->size(), number);
    constexpr std::int64_t kMost = 1 << 24; // beyond every sheet, and no sum of these overflows
    if (problem != std::errc() || at != raw->data() + raw->size() || number < 1 || number > kMost)
        return failHere(u"a number of repeats that is none"_s);
    return number;
}

bool isInvisible(std::optional<std::string_view> visibility)
{
    return visibility == "collapse" || visibility == "filter";
}

int clampedTo(std::int64_t number, int end)
{
    return static_cast<int>(std::min<std::int64_t>(number, end + 1));
}

Result<> OdfReader::readColumn()
{
    BM_TRY(const std::int64_t count, repeats("table:number-columns-repeated"));
    if (isInvisible(m_xml.attribute("table:visibility")))
        m_builder.hideColumns(clampedTo(m_sheetColumn + 1, kMaxColumns), clampedTo(m_sheetColumn + count, kMaxColumns));
    m_sheetColumn += count;
    m_columnStyles.emplace_back(m_sheetColumn, attributeText(m_xml, "table:default-cell-style-name"));
    if (!m_xml.skipElement())
        return failHere(m_xml.problem());
    return {};
}

/// After the Start of a `table:table-row`, moves to its End.
Result<> OdfReader::readRow()
{
    BM_TRY(const std::int64_t count, repeats("table:number-rows-repeated"));
    if (isInvisible(m_xml.attribute("table:visibility")))
        m_builder.hideRows(clampedTo(m_row + 1, kMaxRows), clampedTo(m_row + count, kMaxRows));
    ++m_row;
    m_column = 0;
    m_cells.clear();
    m_rowStyle = attributeText(m_xml, "table:default-cell-style-name");
    while (true) {
        switch (m_xml.next()) {
        case Token::Start:
            if (m_xml.name() == "table-cell" || m_xml.name() == "covered-table-cell") {
                BM_TRY_VOID(readCell());
            } else if (!m_xml.skipElement()) {
                return failHere(m_xml.problem());
            }
            break;
        case Token::End:
            return placeRow(count);
        case Token::Text:
            break;
        case Token::Finished:
        case Token::Malformed:
            return failHere(m_xml.problem());
        }
    }
}

/// Adds the cells of the row at hand to the sheet, as often as the row is there.
Result<> OdfReader::placeRow(std::int64_t repeats)
{
    if (repeats > 1 && !m_cells.empty()) {
        BM_TRY_VOID(m_builder.allowRepeats((repeats - 1) * static_cast<std::int64_t>(m_cells.size())));
    }
    const std::int64_t filled = m_cells.empty() ? 0 : repeats;
    for (std::int64_t i = 0; i < filled; ++i) {
        for (const RowCell &item : m_cells) {
            Cell cell = item.cell;
            cell.row = clampedTo(m_row + i, kMaxRows);
            if (!item.runs.empty())
                m_builder.sheet().richCells.push_back({cell.row, cell.column, item.runs});
            BM_TRY_VOID(m_builder.add(std::move(cell)));
        }
    }
    m_row += repeats - 1;
    return {};
}

/// The style of the cell at hand: its own, else the row's, else the column's.
QString OdfReader::styleName() const
{
    QString name = attributeText(m_xml, "table:style-name");
    if (name.isEmpty())
        name = m_rowStyle;
    if (name.isEmpty()) {
        const auto column =
            std::ranges::lower_bound(m_columnStyles, m_column, {}, [](const auto &c) { return c.first; });
        name = column == m_columnStyles.end() ? QString() : column->second;
    }
    return u"table-cell/"_s + name;
}

const CellLook &OdfReader::lookOf(const QString &style)
{
    auto look = m_looks.find(style);
    if (look == m_looks.end())
        look = m_looks.insert(style, m_styles.look(style));
    return *look;
}

/// After the Start of a cell, moves to its End.
Result<> OdfReader::readCell()
{
    BM_TRY(const std::int64_t count, repeats("table:number-columns-repeated"));
    BM_TRY(const std::int64_t columns, repeats("table:number-columns-spanned"));
    BM_TRY(const std::int64_t rows, repeats("table:number-rows-spanned"));
    ++m_column;
    if (columns > 1 || rows > 1) {
        BM_TRY_VOID(
            m_builder.merge({clampedTo(m_row, kMaxRows), clampedTo(m_column, kMaxColumns),
                             clampedTo(m_row + rows - 1, kMaxRows), clampedTo(m_column + columns - 1, kMaxColumns)}));
    }
    // The attributes are gone once the text has been read.
    const QString type = attributeText(m_xml, "office:value-type");
    const bool isError = m_xml.attribute("calcext:value-type") == "error";
    const CellLook look = lookOf(styleName());
    const bool hasFormula = m_xml.attribute("table:formula").has_value();
    BM_TRY(Cell cell, typedCell(type));
    const std::optional<OdfText> text = readCellText();
    if (!text)
        return failHere(m_xml.problem());
    if (isError) {
        cell = {0, 0, CellType::Error, text->text};
    } else if (cell.text.isEmpty() && !(hasFormula && type.isEmpty())) {
        cell.text = text->text;
    } else if (hasFormula && type.isEmpty()) { // not calculated by the writing program
        cell.type = CellType::Error;
    }
    cell.fromFormula = hasFormula;
    RowCell item{cell, {}};
    if (!item.cell.text.isEmpty() || item.cell.type == CellType::Error) {
        item.cell.style = m_builder.styles().indexOf(look);
        for (const OdfText::Run &run : text->runs) {
            CellLook style = run.style.isEmpty() ? look : lookOf(u"text/"_s + run.style);
            style.font = style.font.isEmpty() ? look.font : style.font;
            style.indent = look.indent;
            if (cell.text == text->text)
                item.runs.push_back({run.start, m_builder.styles().indexOf(style)});
        }
        if (count > 1) {
            BM_TRY_VOID(m_builder.allowRepeats(count - 1));
        }
        if (m_column + count - 1 > kMaxColumns) // before the row grows over all bounds
            return failBeyondSheet(m_builder.place(clampedTo(m_row, kMaxRows), kMaxColumns + 1));
        for (std::int64_t i = 0; i < count; ++i) {
            item.cell.column = clampedTo(m_column + i, kMaxColumns);
            m_cells.push_back(item);
        }
    }
    m_column += count - 1;
    return {};
}

/// What the attributes of the cell at hand say; without text where only the paragraphs say it.
Result<Cell> OdfReader::typedCell(const QString &type)
{
    if (type == u"float" || type == u"percentage" || type == u"currency") {
        const std::optional<double> number = parseNumber(m_xml.attribute("office:value").value_or(""));
        if (!number)
            return failHere(u"a number that is none"_s);
        return Cell{0, 0, CellType::Number, numberText(*number)};
    }
    if (type == u"boolean") {
        const auto value = m_xml.attribute("office:boolean-value");
        if (value != "true" && value != "false")
            return failHere(u"a truth value that is none"_s);
        return Cell{0, 0, CellType::Boolean, value == "true" ? u"1"_s : u"0"_s};
    }
    if (type == u"date") {
        std::optional<QString> date = isoDateText(attributeText(m_xml, "office:date-value"));
        if (!date)
            return failHere(u"a date that is none"_s);
        return Cell{0, 0, CellType::Date, *std::move(date)};
    }
    if (type == u"time") {
        // "PT08H30M00S"; more than a day is a duration, which only its text shows.
        const QString value = attributeText(m_xml, "office:time-value");
        const bool isTimeOfDay = value.size() >= 11 && value.startsWith(u"PT"_s) && value[4] == u'H' &&
                                 value[7] == u'M' && value.sliced(2, 2) < u"24"_s;
        if (isTimeOfDay)
            return Cell{0, 0, CellType::Date,
                        u"T%1:%2:%3"_s.arg(value.sliced(2, 2), value.sliced(5, 2), value.sliced(8, 2))};
        return Cell{};
    }
    return Cell{0, 0, CellType::Text, attributeText(m_xml, "office:string-value")};
}

/// After the Start of a cell: its paragraphs, one line each; notes and drawings are not its text.
std::optional<OdfText> OdfReader::readCellText()
{
    OdfText text;
    bool isFirst = true;
    while (true) {
        switch (m_xml.next()) {
        case Token::Start:
            if (m_xml.name() == "p") {
                if (!isFirst)
                    text.text += u'\n';
                isFirst = false;
                if (!readParagraph(text))
                    return std::nullopt;
            } else if (!m_xml.skipElement()) {
                return std::nullopt;
            }
            break;
        case Token::End:
            return text;
        case Token::Text:
            break;
        case Token::Finished:
        case Token::Malformed:
            return std::nullopt;
        }
    }
}

/// What stands in a paragraph and has paragraphs of its own: notes, drawings, the readings over East Asian names.
constexpr std::string_view kNoText[] = {"annotation", "note",    "ruby-text", "frame", "custom-shape", "rect",
                                        "ellipse",    "circle",  "line",      "path",  "polyline",     "polygon",
                                        "connector",  "caption", "measure",   "g",     "control"};

/// The Start of an element inside a paragraph. False where the XML is malformed.
bool OdfReader::takeInline(OdfText &text, std::vector<QString> &open)
{
    const std::string_view name = m_xml.name();
    if (name == "span") {
        open.push_back(attributeText(m_xml, "text:style-name"));
        text.runs.push_back({text.text.size(), open.back()});
        return true;
    }
    if (name == "s") {
        constexpr std::int64_t kMost = 32'767; // a cell of Excel holds no more
        const Result<std::int64_t> count = repeats("text:c");
        if (!count || *count > kMost)
            return false;
        text.text += QString(static_cast<qsizetype>(*count), u' ');
    } else if (name == "tab") {
        text.text += u'\t';
    } else if (name == "line-break") {
        text.text += u'\n';
    } else if (std::ranges::find(kNoText, name) == std::end(kNoText)) { // links, fields, marks
        open.push_back(open.empty() ? QString() : open.back());
        return true;
    }
    return m_xml.skipElement();
}

/// Text inside a paragraph. White space with a line end or a tab in it is how the XML was laid out and is folded as ODF
/// wants it (part 3, 6.1.2). Spaces alone stay, though ODF would fold them too: LibreOffice writes those at the start
/// of a span as they are, instead of a `text:s`, and reads them so again.
void appendFolded(QString &text, qsizetype paragraph, QStringView piece)
{
    const auto isLayout = [](QChar c) { return c == u'\t' || c == u'\n' || c == u'\r'; };
    for (qsizetype i = 0; i < piece.size();) {
        qsizetype end = i;
        while (end < piece.size() && (piece[end] == u' ' || isLayout(piece[end])))
            ++end;
        const QStringView space = piece.sliced(i, end - i);
        if (!std::ranges::any_of(space, isLayout))
            text += space;
        else if (text.size() > paragraph && !text.endsWith(u' '))
            text += u' ';
        for (i = end; i < piece.size() && piece[i] != u' ' && !isLayout(piece[i]); ++i)
            text += piece[i];
    }
}

/// After the Start of a paragraph, moves to its End.
bool OdfReader::readParagraph(OdfText &text)
{
    std::vector<QString> open; // styles of the spans around
    const qsizetype start = text.text.size();
    while (true) {
        switch (m_xml.next()) {
        case Token::Start:
            if (!takeInline(text, open))
                return false;
            break;
        case Token::End:
            if (open.empty())
                return true;
            open.pop_back();
            text.runs.push_back({text.text.size(), open.empty() ? QString() : open.back()});
            break;
        case Token::Text: {
            QString piece;
            if (!appendXmlText(piece, m_xml.text()))
                return false;
            appendFolded(text.text, start, piece);
            break;
        }
        case Token::Finished:
        case Token::Malformed:
            return false;
        }
    }
}

} // namespace

Result<bool> readOdfPart(const QByteArray &xml, const QString &part, OdfStyles &styles, GridBuilder &builder)
{
    if (firstInvalidUtf8(xml) >= 0)
        return fail(u"damaged-spreadsheet"_s, {{u"part"_s, part}}, builder.place(), u"not UTF-8"_s);
    return OdfReader({xml.constData(), static_cast<std::size_t>(xml.size())}, part, styles, builder).read();
}

} // namespace bomay
