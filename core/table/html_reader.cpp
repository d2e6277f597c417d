// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/html_reader.h"

#include "core/base/numbers.h"
#include "core/table/grid_builder.h"
#include "core/table/html_scanner.h"
#include "core/table/number_format.h"
#include "core/table/table_limits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

/// What CSS declarations ("font-family:'.VnTime', serif; font-weight:700") say of a look.
void applyDeclarations(QStringView css, CellLook &style)
{
    if (css.isEmpty())
        return;
    for (const QStringView declaration : css.split(u';')) {
        const qsizetype colon = declaration.indexOf(u':');
        if (colon < 0)
            continue;
        const QStringView property = declaration.first(colon).trimmed();
        const QStringView value = declaration.sliced(colon + 1).trimmed();
        if (property.compare(u"font-family", Qt::CaseInsensitive) == 0) {
            QString font = value.toString().section(u',', 0, 0).trimmed();
            style.font = font.remove(u'"').remove(u'\'');
        } else if (property.compare(u"font-weight", Qt::CaseInsensitive) == 0) {
            style.bold = value.startsWith(u"bold", Qt::CaseInsensitive) || value.toInt() >= 600;
        }
    }
}

bool hidesItself(const QString &css)
{
    return QString(css).remove(u' ').contains(u"display:none"_s, Qt::CaseInsensitive);
}

class HtmlTableReader
{
public:
    HtmlTableReader(std::string_view html, const Place &place, const TableLimits &limits)
        : m_html(html)
        , m_builder(place.file, limits)
    {
        m_builder.beginSheet(place.sheet, SheetState::Visible);
    }

    Result<Workbook> read();

private:
    Result<> take(HtmlScanner::Token token);
    Result<> takeStart();
    Result<> takeEnd();
    void takeStyleSheet(QStringView css);
    void takeText();
    Result<> beginCell();
    Result<> endCell();
    void beginRow();
    void breakLine();
    [[nodiscard]] CellLook lookOf(CellLook style) const;

    HtmlScanner m_html;
    GridBuilder m_builder;
    QHash<QString, CellLook> m_classes;
    std::vector<int> m_coveredTo; ///< by column: the last row that a cell from above reaches down to
    std::vector<std::pair<QByteArray, CellLook>> m_inline; ///< elements around the text inside the cell
    CellLook m_cellLook;
    QString m_text;
    std::vector<TextRun> m_runs;
    QString m_number; ///< x:num or sdval
    int m_depth = 0;  ///< of tables
    int m_row = 0;
    int m_column = 0;
    bool m_inCell = false;
    bool m_inComment = false; ///< LibreOffice writes the note of a cell into it
    bool m_inStyleSheet = false;
    bool m_hadTable = false;
};

Result<Workbook> HtmlTableReader::read()
{
    BM_TRY_VOID(m_builder.hold(m_html.size()));
    while (true) {
        const HtmlScanner::Token token = m_html.next();
        if (token == HtmlScanner::Token::Finished)
            break;
        BM_TRY_VOID(take(token));
    }
    if (!m_hadTable)
        return fail(u"not-a-spreadsheet"_s, {}, {m_builder.place().file}, u"no table in the page"_s);
    if (m_depth > 0)
        return fail(u"truncated"_s, {}, m_builder.place(m_row), u"a table is never closed"_s);
    return m_builder.finish(u"table"_s);
}

Result<> HtmlTableReader::take(HtmlScanner::Token token)
{
    if (token == HtmlScanner::Token::Start)
        return takeStart();
    if (token == HtmlScanner::Token::End)
        return takeEnd();
    if (m_inStyleSheet)
        takeStyleSheet(htmlText(m_html.text()));
    else
        takeText();
    m_inStyleSheet = false;
    return {};
}

/// ".xl24 { font-family: … }", also several in one; what is no class of this form is passed over.
void HtmlTableReader::takeStyleSheet(QStringView css)
{
    for (const QStringView rule : css.split(u'}')) {
        const qsizetype brace = rule.indexOf(u'{');
        if (brace < 0)
            continue;
        for (const QStringView selector : rule.first(brace).split(u',')) {
            const qsizetype dot = selector.indexOf(u'.');
            if (dot >= 0)
                applyDeclarations(rule.sliced(brace + 1), m_classes[selector.sliced(dot + 1).trimmed().toString()]);
            else if (selector.trimmed() == u"td")
                applyDeclarations(rule.sliced(brace + 1), m_classes[u"td"_s]);
        }
    }
}

/// A look with what the element at hand says on top.
CellLook HtmlTableReader::lookOf(CellLook style) const
{
    if (const auto found = m_classes.constFind(m_html.attribute("class")); found != m_classes.constEnd()) {
        style.font = found->font.isEmpty() ? style.font : found->font;
        style.bold = style.bold || found->bold;
    }
    applyDeclarations(m_html.attribute("style"), style);
    if (m_html.name() == "font" && !m_html.attribute("face").isEmpty())
        style.font = m_html.attribute("face").section(u',', 0, 0).trimmed();
    style.bold = style.bold || m_html.name() == "b" || m_html.name() == "strong" || m_html.name() == "th";
    return style;
}

Result<> HtmlTableReader::takeStart()
{
    const QByteArray &name = m_html.name();
    if (name == "style") {
        m_inStyleSheet = true;
    } else if (name == "comment") {
        m_inComment = m_inCell;
    } else if (name == "table") {
        m_hadTable = true;
        constexpr int kDeepest = 256; // as elements of XML: deeper nesting is no table
        if (++m_depth > kDeepest)
            return fail(u"damaged-spreadsheet"_s, {{u"part"_s, u"table"_s}}, m_builder.place(m_row, m_column),
                        u"tables nested too deep"_s);
        if (m_depth == 1)
            m_coveredTo.clear();
        else
            breakLine();
    } else if (m_depth == 1 && name == "tr") {
        BM_TRY_VOID(endCell());
        beginRow();
    } else if (m_depth == 1 && (name == "td" || name == "th")) {
        BM_TRY_VOID(endCell());
        return beginCell();
    } else if (name == "br" || name == "p" || name == "div" || name == "tr" || name == "li") {
        breakLine();
    } else if (m_inCell && (name == "font" || name == "span" || name == "b" || name == "strong")) {
        constexpr std::size_t kDeepest = 256;
        if (m_inline.size() < kDeepest) {
            m_inline.emplace_back(name, lookOf(m_inline.empty() ? m_cellLook : m_inline.back().second));
            m_runs.push_back({m_text.size(), m_builder.styles().indexOf(m_inline.back().second)});
        }
    }
    return {};
}

Result<> HtmlTableReader::takeEnd()
{
    const QByteArray &name = m_html.name();
    if (name == "comment") {
        m_inComment = false;
    } else if (name == "table" && m_depth > 0) {
        if (--m_depth == 0)
            return endCell();
        breakLine();
    } else if (m_depth == 1 && (name == "td" || name == "th" || name == "tr")) {
        return endCell();
    } else if (!m_inline.empty() && m_inline.back().first == name) {
        m_inline.pop_back();
        const CellLook &look = m_inline.empty() ? m_cellLook : m_inline.back().second;
        m_runs.push_back({m_text.size(), m_builder.styles().indexOf(look)});
    }
    return {};
}

void HtmlTableReader::beginRow()
{
    ++m_row;
    m_column = 0;
    if (hidesItself(m_html.attribute("style")))
        m_builder.hideRows(m_row, m_row);
}

Result<> HtmlTableReader::beginCell()
{
    if (m_row == 0)
        beginRow(); // a cell without a row
    const int before = m_column;
    do
        ++m_column;
    while (uz(m_column) <= m_coveredTo.size() && m_coveredTo[uz(m_column - 1)] >= m_row);
    BM_TRY_VOID(m_builder.allowRepeats(m_column - before - 1)); // what is covered was written once, above
    m_inCell = true;
    m_text.clear();
    m_runs.clear();
    m_inline.clear();
    m_cellLook = lookOf(m_classes.value(u"td"_s));
    m_number = m_html.attribute("x:num").isEmpty() ? m_html.attribute("sdval") : m_html.attribute("x:num");

    constexpr int kMostColumns = 1000; // both as HTML bounds them
    constexpr int kMostRows = 65'534;
    const int columns = std::clamp(m_html.attribute("colspan").toInt(), 1, kMostColumns);
    const int rows = std::clamp(m_html.attribute("rowspan").toInt(), 1, kMostRows);
    const int last = m_column + columns - 1;
    if (columns > 1 || rows > 1) {
        BM_TRY_VOID(m_builder.merge({m_row, m_column, m_row + rows - 1, last}));
    }
    if (last > kMaxColumns)
        return failBeyondSheet(m_builder.place(m_row, last));
    if (m_coveredTo.size() < uz(last))
        m_coveredTo.resize(uz(last), 0);
    std::fill(m_coveredTo.begin() + m_column - 1, m_coveredTo.begin() + last, m_row + rows - 1);
    return {};
}

/// White space is folded as browsers do; a line break only where an element makes one.
void HtmlTableReader::takeText()
{
    if (!m_inCell || m_inComment)
        return;
    for (const QChar c : htmlText(m_html.text())) {
        const bool isSpace = c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
        const bool isFolded = isSpace && (m_text.isEmpty() || m_text.back() == u' ' || m_text.back() == u'\n');
        if (!isFolded)
            m_text += isSpace ? QChar(u' ') : c;
    }
}

void HtmlTableReader::breakLine()
{
    if (m_inCell && !m_inComment && !m_text.isEmpty() && m_text.back() != u'\n')
        m_text += u'\n';
}

Result<> HtmlTableReader::endCell()
{
    if (!m_inCell)
        return {};
    m_inCell = m_inComment = false;
    while (m_text.endsWith(u' ') || m_text.endsWith(u'\n')) // never a soft hyphen, which is a letter of TCVN3
        m_text.chop(1);
    Cell cell{m_row, m_column, CellType::Text, m_text, false, m_builder.styles().indexOf(m_cellLook)};
    if (m_text == u"\u00A0") // what web software puts into empty cells
        return {};
    if (const auto number = parseNumber(m_number.trimmed().toStdString())) {
        cell.type = CellType::Number;
        cell.text = numberText(*number);
        m_runs.clear();
    }
    std::erase_if(m_runs, [&](const TextRun &run) { return run.start > m_text.size(); });
    if (!m_runs.empty() && !cell.text.isEmpty())
        m_builder.sheet().richCells.push_back({m_row, m_column, std::move(m_runs)});
    m_runs.clear();
    return m_builder.add(std::move(cell));
}

} // namespace

Result<Workbook> readHtmlTables(const QByteArray &utf8, const Place &place, const TableLimits &limits)
{
    return HtmlTableReader({utf8.constData(), static_cast<std::size_t>(utf8.size())}, place, limits).read();
}

} // namespace bomay
