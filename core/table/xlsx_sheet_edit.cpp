// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/xlsx_sheet_edit.h"

#include "core/base/messages.h"
#include "core/base/numbers.h"
#include "core/table/table_limits.h"
#include "core/table/xlsx_text.h"
#include "core/table/xml_scanner.h"

#include <optional>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;
using Token = XmlScanner::Token;

/// Copies a worksheet and puts cells in on the way.
class SheetEditor
{
public:
    SheetEditor(const QByteArray &xml, const SheetEdit &edit)
        : m_source(xml.constData(), static_cast<std::size_t>(xml.size()))
        , m_xml(m_source)
        , m_edit(edit)
        , m_next(edit.values.begin())
    {}

    Result<QByteArray> run()
    {
        while (true) {
            switch (m_xml.next()) {
            case Token::Start:
                BM_TRY_VOID(readStart());
                break;
            case Token::End:
                takeEnd();
                break;
            case Token::Text:
                break;
            case Token::Finished:
                if (m_next != m_edit.values.end())
                    return failHere(u"no sheetData"_s);
                copyTo(m_source.size());
                return QByteArray::fromStdString(m_out);
            case Token::Malformed:
                return failHere(m_xml.problem());
            }
        }
    }

private:
    using Next = std::map<CellReference, FormValue>::const_iterator;

    [[nodiscard]] std::unexpected<Error> failHere(const QString &detail) const
    {
        return fail(u"damaged-spreadsheet"_s, {{u"part"_s, m_edit.part}}, m_edit.place, detail);
    }

    [[nodiscard]] std::unexpected<Error> failAt(const QString &code, CellReference cell) const
    {
        Place place = m_edit.place;
        place.row = cell.row;
        place.column = cell.column;
        return fail(code, {}, std::move(place));
    }

    /// Where the tag that was read last begins: no "<" may stand inside one.
    [[nodiscard]] std::size_t tagStart() const { return m_source.rfind('<', m_xml.position() - 1); }
    [[nodiscard]] bool endsAtOnce() const { return m_source[m_xml.position() - 2] == '/'; }

    void copyTo(std::size_t end)
    {
        m_out.append(m_source.substr(m_copied, end - m_copied));
        m_copied = end;
    }

    Result<> readStart()
    {
        if (m_xml.name() == "col")
            return readColumnStyle();
        if (m_xml.name() == "sheetData") {
            const std::string_view tag = m_source.substr(tagStart() + 1, m_xml.position() - tagStart() - 1);
            m_prefix = std::string(tag.substr(0, tag.find("sheetData")));
            m_isInData = true;
            if (endsAtOnce())
                openEmptyElement("sheetData");
        } else if (m_xml.name() == "row" && m_isInData) {
            return readRow();
        } else if (m_xml.name() == "c" && m_isInData) {
            return readCell();
        } else if (m_xml.name() == "mergeCell") {
            return checkMerge();
        }
        return {};
    }

    void takeEnd()
    {
        if (!m_isInData)
            return;
        const std::size_t end = m_wasOpened ? m_xml.position() : tagStart();
        if (m_xml.name() == "row") {
            copyTo(end);
            writeCellsUpTo({m_row, kMaxColumns});
            closeOpened("row");
        } else if (m_xml.name() == "sheetData") {
            copyTo(end);
            writeRowsUpTo(kMaxRows);
            closeOpened("sheetData");
            m_isInData = false;
        }
    }

    /// `<row …/>` becomes `<row …>`, and `</row>` is written at its End, if anything comes into it.
    void openEmptyElement(std::string_view name)
    {
        const bool fills = m_next != m_edit.values.end() && (name == "sheetData" || m_next->first.row == m_row);
        if (!fills)
            return;
        copyTo(m_xml.position() - 2);
        m_out += '>';
        m_copied = m_xml.position();
        m_wasOpened = true;
    }

    void closeOpened(std::string_view name)
    {
        if (m_wasOpened)
            m_out.append("</").append(m_prefix).append(name) += '>';
        m_wasOpened = false;
    }

    Result<> readColumnStyle()
    {
        const auto first = parseIndex(m_xml.attribute("min").value_or(""));
        const auto last = parseIndex(m_xml.attribute("max").value_or(""));
        if (const auto style = parseIndex(m_xml.attribute("style").value_or("")); style && first && last)
            m_columnStyles.push_back({static_cast<int>(*first), static_cast<int>(*last), *style});
        return {};
    }

    Result<> readRow()
    {
        const auto number = m_xml.attribute("r");
        const auto row = number ? parseIndex(*number) : std::optional(static_cast<std::uint32_t>(m_row) + 1);
        if (!row || *row <= static_cast<std::uint32_t>(m_row) || *row > kMaxRows)
            return failHere(u"a row out of its place"_s);
        const std::size_t start = tagStart();
        copyTo(start);
        writeRowsUpTo(static_cast<int>(*row) - 1);
        m_row = static_cast<int>(*row);
        m_column = 0;
        m_rowStyle = m_xml.attribute("customFormat") ? parseIndex(m_xml.attribute("s").value_or("")) : std::nullopt;
        if (endsAtOnce())
            openEmptyElement("row");
        return {};
    }

    Result<> readCell()
    {
        const auto reference = m_xml.attribute("r");
        const auto cell = reference ? parseReference(*reference) : CellReference{m_row, m_column + 1};
        if (!cell || cell->row != m_row || cell->column <= m_column)
            return failHere(u"a cell out of its place"_s);
        m_column = cell->column;
        const std::size_t start = tagStart();
        const auto style = parseIndex(m_xml.attribute("s").value_or(""));
        copyTo(start);
        writeCellsUpTo({cell->row, cell->column - 1});
        if (m_next == m_edit.values.end() || m_next->first != *cell)
            return {};
        for (Token token = m_xml.next(); token != Token::End || m_xml.name() != "c"; token = m_xml.next()) {
            if (token == Token::Malformed || token == Token::Finished)
                return failHere(m_xml.problem());
            if (token == Token::Start && m_xml.name() == "f")
                return failAt(u"form-formula"_s, *cell);
        }
        writeCell(*cell, m_next->second, style);
        m_copied = m_xml.position();
        ++m_next;
        return {};
    }

    Result<> checkMerge() const
    {
        const std::string_view text = m_xml.attribute("ref").value_or("");
        const std::size_t colon = text.find(':');
        const auto first = parseReference(text.substr(0, colon));
        const auto last = colon == std::string_view::npos ? first : parseReference(text.substr(colon + 1));
        if (!first || !last)
            return failHere(u"merged cells that are none"_s);
        for (auto value = m_edit.values.upper_bound(*first); value != m_edit.values.end(); ++value) {
            const CellReference cell = value->first;
            if (cell.row > last->row)
                break;
            if (cell.column >= first->column && cell.column <= last->column)
                return failAt(u"form-merged"_s, cell);
        }
        return {};
    }

    void writeRowsUpTo(int last)
    {
        while (m_next != m_edit.values.end() && m_next->first.row <= last) {
            m_row = m_next->first.row;
            m_rowStyle.reset();
            m_out.append("<").append(m_prefix).append("row r=\"").append(std::to_string(m_row)).append("\">");
            writeCellsUpTo({m_row, kMaxColumns});
            m_out.append("</").append(m_prefix).append("row>");
        }
    }

    /// New cells of the row at hand.
    void writeCellsUpTo(CellReference last)
    {
        for (; m_next != m_edit.values.end() && m_next->first <= last; ++m_next)
            writeCell(m_next->first, m_next->second, m_rowStyle ? m_rowStyle : styleOfColumn(m_next->first.column));
    }

    [[nodiscard]] std::optional<std::uint32_t> styleOfColumn(int column) const
    {
        for (const ColumnStyle &style : m_columnStyles)
            if (column >= style.first && column <= style.last)
                return style.style;
        return std::nullopt;
    }

    void writeCell(CellReference cell, const FormValue &value, std::optional<std::uint32_t> style)
    {
        m_out.append("<").append(m_prefix).append("c r=\"");
        m_out.append(columnName(cell.column).toStdString()).append(std::to_string(cell.row)) += '"';
        if (style)
            m_out.append(" s=\"").append(std::to_string(*style)) += '"';
        if (const auto *number = std::get_if<double>(&value)) {
            writeNumber(*number);
        } else if (const auto *day = std::get_if<Day>(&value)) {
            const bool isDate = style && *style < m_edit.isDateByStyle.size() && m_edit.isDateByStyle[*style];
            const auto serial = isDate ? daySerial(*day, m_edit.dateSystem) : std::nullopt;
            if (serial)
                writeNumber(*serial);
            else
                writeText(day->toVietnamese());
        } else {
            writeText(std::get<QString>(value));
        }
    }

    void writeNumber(double number)
    {
        m_out.append("><").append(m_prefix).append("v>").append(numberText(number).toStdString());
        m_out.append("</").append(m_prefix).append("v></").append(m_prefix).append("c>");
    }

    void writeText(const QString &text)
    {
        if (text.isEmpty()) {
            m_out += "/>";
            return;
        }
        m_out.append(" t=\"inlineStr\"><").append(m_prefix).append("is><").append(m_prefix);
        m_out.append("t xml:space=\"preserve\">").append(escapeXlsx(text).toHtmlEscaped().toStdString());
        m_out.append("</").append(m_prefix).append("t></").append(m_prefix).append("is></").append(m_prefix);
        m_out.append("c>");
    }

    struct ColumnStyle
    {
        int first;
        int last;
        std::uint32_t style;
    };

    std::string_view m_source;
    XmlScanner m_xml;
    const SheetEdit &m_edit;
    Next m_next; ///< the next value to write
    std::string m_out;
    std::size_t m_copied = 0; ///< so much of the source
    std::string m_prefix;     ///< of the elements, with its colon
    std::vector<ColumnStyle> m_columnStyles;
    std::optional<std::uint32_t> m_rowStyle;
    int m_row = 0;
    int m_column = 0;
    bool m_isInData = false;
    bool m_wasOpened = false; ///< an element without content gets some
};

} // namespace

Result<QByteArray> editedSheet(const QByteArray &xml, const SheetEdit &edit)
{
    return SheetEditor(xml, edit).run();
}

} // namespace bomay
