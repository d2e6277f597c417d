// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/spreadsheetml_reader.h"

#include "core/table/grid_builder.h"
#include "core/table/number_format.h"
#include "core/table/table_limits.h"
#include "core/table/utf8.h"
#include "core/table/xml_scanner.h"

#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

using Token = XmlScanner::Token;

class SpreadsheetMlReader
{
public:
    SpreadsheetMlReader(const QByteArray &bytes, const QString &file, const TableLimits &limits)
        : m_xml({bytes.constData(), static_cast<std::size_t>(bytes.size())})
        , m_builder(file, limits)
    {}

    Result<Workbook> read();

private:
    Result<> takeElement();
    void takeStyle();
    Result<> beginRow();
    Result<> beginColumn();
    [[nodiscard]] QString styleId() const;
    Result<> readCell();
    Result<> addCell(const QString &type, const QString &text, bool hasFormula, std::uint32_t style);
    std::optional<QString> readData(const CellLook &own, std::vector<TextRun> &runs);
    std::optional<QString> attribute(const char *name) const;
    Result<int> number(const char *name, int otherwise) const;

    std::unexpected<Error> failHere(const QString &detail) const
    {
        return fail(u"damaged-spreadsheet"_s, {{u"part"_s, kPart}}, m_builder.place(m_row, m_column), detail);
    }

    inline static const QString kPart = u"Workbook"_s;

    XmlScanner m_xml;
    GridBuilder m_builder;
    QHash<QString, CellLook> m_styles;
    QString m_styleId;
    int m_row = 0;
    int m_column = 0;
    int m_columnDescribed = 0;
    QString m_rowStyle;                                  ///< of cells that name none, before that of their column
    std::vector<std::pair<int, QString>> m_columnStyles; ///< last column and the style of cells that name none
};

/// An attribute with or without the usual prefix, its entities resolved.
std::optional<QString> SpreadsheetMlReader::attribute(const char *name) const
{
    std::optional<std::string_view> raw = m_xml.attribute(std::string("ss:") + name);
    if (!raw)
        raw = m_xml.attribute(name);
    QString text;
    if (!raw || !appendXmlText(text, *raw))
        return std::nullopt;
    return text;
}

Result<int> SpreadsheetMlReader::number(const char *name, int otherwise) const
{
    const std::optional<QString> text = attribute(name);
    if (!text)
        return otherwise;
    bool isNumber = false;
    const int value = text->toInt(&isNumber);
    if (!isNumber || value < 0 || value > kMaxRows)
        return failHere(u"a number in %1 that is none"_s.arg(QString::fromLatin1(name)));
    return value;
}

Result<Workbook> SpreadsheetMlReader::read()
{
    BM_TRY_VOID(m_builder.hold(static_cast<qsizetype>(m_xml.rest().size())));
    while (true) {
        switch (m_xml.next()) {
        case Token::Start:
            BM_TRY_VOID(takeElement());
            break;
        case Token::End:
        case Token::Text:
            break;
        case Token::Finished:
            if (!m_builder.hasSheet())
                return fail(u"not-a-spreadsheet"_s, {}, m_builder.place(), u"no sheets"_s);
            return m_builder.finish(kPart);
        case Token::Malformed:
            return failHere(m_xml.problem());
        }
    }
}

Result<> SpreadsheetMlReader::takeElement()
{
    const std::string_view name = m_xml.name();
    if (name == "Worksheet") {
        m_builder.beginSheet(attribute("Name").value_or(QString()), SheetState::Visible);
        m_row = m_column = m_columnDescribed = 0;
        m_columnStyles.clear();
    } else if (name == "Row" && m_builder.hasSheet()) {
        return beginRow();
    } else if (name == "Column" && m_builder.hasSheet()) {
        return beginColumn();
    } else if (name == "Cell" && m_builder.hasSheet()) {
        return readCell();
    } else if (name == "Visible" && m_builder.hasSheet()) {
        if (const auto text = m_xml.elementText(); text && text->starts_with("Sheet"))
            m_builder.sheet().state = SheetState::Hidden;
    } else {
        takeStyle();
    }
    return {};
}

void SpreadsheetMlReader::takeStyle()
{
    const std::string_view name = m_xml.name();
    if (name == "Style") {
        m_styleId = attribute("ID").value_or(QString());
        // What a style does not say it has from its parent, and that from "Default".
        m_styles.insert(m_styleId, m_styles.value(attribute("Parent").value_or(u"Default"_s)));
    } else if (name == "Font" && !m_styleId.isEmpty()) {
        CellLook &style = m_styles[m_styleId];
        style.font = attribute("FontName").value_or(style.font);
        style.bold = attribute("Bold").value_or(style.bold ? u"1"_s : u"0"_s) == u"1";
    } else if (name == "Alignment" && !m_styleId.isEmpty()) {
        m_styles[m_styleId].indent = std::clamp(attribute("Indent").value_or(QString()).toInt(), 0, kMaxIndent);
    }
}

Result<> SpreadsheetMlReader::beginRow()
{
    m_column = 0;
    m_rowStyle = attribute("StyleID").value_or(QString());
    BM_TRY(const int index, number("Index", m_row + 1));
    BM_TRY(const int span, number("Span", 0));
    if (index <= m_row)
        return failHere(u"a row number that is none"_s);
    m_row = index;
    if (attribute("Hidden") == u"1"_s)
        m_builder.hideRows(m_row, std::min(m_row + span, kMaxRows));
    return {};
}

Result<> SpreadsheetMlReader::beginColumn()
{
    BM_TRY(const int index, number("Index", m_columnDescribed + 1));
    BM_TRY(const int span, number("Span", 0));
    if (index <= m_columnDescribed)
        return failHere(u"a column number that is none"_s);
    m_columnStyles.emplace_back(index - 1, QString());
    m_columnDescribed = index + span;
    m_columnStyles.emplace_back(m_columnDescribed, attribute("StyleID").value_or(QString()));
    if (attribute("Hidden") == u"1"_s)
        m_builder.hideColumns(index, std::min(m_columnDescribed, kMaxColumns));
    return {};
}

/// The style of the cell at hand: its own, else the row's, else the column's.
QString SpreadsheetMlReader::styleId() const
{
    QString id = attribute("StyleID").value_or(m_rowStyle);
    if (id.isEmpty()) {
        const auto column =
            std::ranges::lower_bound(m_columnStyles, m_column, {}, [](const auto &c) { return c.first; });
        id = column == m_columnStyles.end() ? QString() : column->second;
    }
    return id.isEmpty() ? u"Default"_s : id;
}

/// After the Start of a `Cell`, moves to its End.
Result<> SpreadsheetMlReader::readCell()
{
    BM_TRY(const int index, number("Index", m_column + 1));
    BM_TRY(const int across, number("MergeAcross", 0));
    BM_TRY(const int down, number("MergeDown", 0));
    if (index <= m_column)
        return failHere(u"a column number that is none"_s);
    m_column = index;
    if (across > 0 || down > 0) {
        BM_TRY_VOID(m_builder.merge({m_row, m_column, m_row + down, m_column + across}));
    }
    const bool hasFormula = attribute("Formula").has_value();
    const CellLook look = m_styles.value(styleId());
    const std::uint32_t style = m_builder.styles().indexOf(look);
    bool hasData = false;
    while (true) {
        switch (m_xml.next()) {
        case Token::Start:
            if (m_xml.name() == "Data" && !hasData) {
                hasData = true;
                const QString type = attribute("Type").value_or(u"String"_s);
                RichCell rich{m_row, m_column, {}};
                const std::optional<QString> text = readData(look, rich.runs);
                if (!text)
                    return failHere(m_xml.problem());
                BM_TRY_VOID(addCell(type, *text, hasFormula, style));
                if (!rich.runs.empty())
                    m_builder.sheet().richCells.push_back(std::move(rich));
            } else if (!m_xml.skipElement()) { // comments
                return failHere(m_xml.problem());
            }
            break;
        case Token::End:
            if (hasFormula && !hasData) {
                BM_TRY_VOID(m_builder.add({m_row, m_column, CellType::Error, {}, true, style}));
            }
            m_column += across;
            return {};
        case Token::Text:
            break;
        case Token::Finished:
        case Token::Malformed:
            return failHere(m_xml.problem());
        }
    }
}

/// After the Start of a `Data`: its text, with that of the HTML elements inside, moved to its End.
std::optional<QString> SpreadsheetMlReader::readData(const CellLook &own, std::vector<TextRun> &runs)
{
    QString text;
    std::vector<CellLook> open;
    while (true) {
        switch (m_xml.next()) {
        case Token::Start: {
            CellLook style = open.empty() ? own : open.back();
            QString face;
            if (m_xml.name() == "B")
                style.bold = true;
            if (const auto raw = m_xml.attribute("html:Face"); raw && appendXmlText(face, *raw))
                style.font = face;
            open.push_back(style);
            runs.push_back({text.size(), m_builder.styles().indexOf(style)});
            break;
        }
        case Token::End:
            if (open.empty())
                return text;
            open.pop_back();
            runs.push_back({text.size(), m_builder.styles().indexOf(open.empty() ? own : open.back())});
            break;
        case Token::Text: {
            QString piece;
            if (!appendXmlText(piece, m_xml.text()))
                return std::nullopt;
            text += piece;
            break;
        }
        case Token::Finished:
        case Token::Malformed:
            return std::nullopt;
        }
    }
}

Result<> SpreadsheetMlReader::addCell(const QString &type, const QString &text, bool hasFormula, std::uint32_t style)
{
    Cell cell{m_row, m_column, CellType::Text, text, hasFormula, style};
    if (type == u"Number") {
        const std::optional<double> number = parseNumber(text.trimmed().toStdString());
        if (!number)
            return failHere(u"a number that is none"_s);
        cell.type = CellType::Number;
        cell.text = numberText(*number);
    } else if (type == u"Boolean") {
        if (text != u"0" && text != u"1")
            return failHere(u"a truth value that is none"_s);
        cell.type = CellType::Boolean;
    } else if (type == u"DateTime") {
        std::optional<QString> date = isoDateText(text);
        if (!date)
            return failHere(u"a date that is none"_s);
        cell.type = CellType::Date;
        // A time without a day stands on the day before Excel's first.
        cell.text = date->startsWith(u"1899-12-31T"_s) ? date->sliced(10) : *std::move(date);
    } else if (type == u"Error") {
        cell.type = CellType::Error;
    }
    return m_builder.add(std::move(cell));
}

} // namespace

Result<Workbook> readSpreadsheetMl(const QByteArray &bytes, const QString &file, const TableLimits &limits)
{
    if (firstInvalidUtf8(bytes) >= 0)
        return fail(u"damaged-spreadsheet"_s, {{u"part"_s, u"Workbook"_s}}, {file}, u"not UTF-8"_s);
    return SpreadsheetMlReader(bytes, file, limits).read();
}

} // namespace bomay
