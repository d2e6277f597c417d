// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/docx_reader.h"

#include "core/table/grid_builder.h"
#include "core/table/odf_styles.h"
#include "core/table/table_limits.h"
#include "core/table/utf8.h"
#include "core/table/xml_scanner.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

using Token = XmlScanner::Token;

bool isOn(const XmlScanner &xml)
{
    const auto value = xml.attribute("w:val");
    return !value || (value != "0" && value != "false");
}

/// The looks of a document's styles; what one does not say it has from the one it is based on.
class DocxStyles
{
public:
    [[nodiscard]] bool read(const QByteArray &bytes);

    [[nodiscard]] CellLook look(const QString &style) const
    {
        return m_looks.value(style.isEmpty() ? m_default : style);
    }

private:
    struct Style
    {
        CellLook look;
        QString basedOn;
    };

    void resolve();

    QHash<QString, Style> m_styles;   ///< by id; the document's defaults without one
    QHash<QString, CellLook> m_looks; ///< by id, with what they inherit
    QString m_default;                ///< of paragraphs
};

void DocxStyles::resolve()
{
    constexpr int kDeepest = 32; // a style may be based on itself
    const QString defaultFont = m_styles.value(QString()).look.font;
    for (auto style = m_styles.constBegin(); style != m_styles.constEnd(); ++style) {
        CellLook look;
        auto at = style;
        for (int depth = 0; depth < kDeepest && at != m_styles.constEnd(); ++depth) {
            look.font = look.font.isEmpty() ? at->look.font : look.font;
            look.bold = look.bold || at->look.bold;
            at = m_styles.constFind(at->basedOn);
        }
        look.font = look.font.isEmpty() ? defaultFont : look.font;
        m_looks.insert(style.key(), look);
    }
}

bool DocxStyles::read(const QByteArray &bytes)
{
    XmlScanner xml(viewOf(bytes));
    QString id;
    while (true) {
        switch (xml.next()) {
        case Token::Start:
            if (xml.name() == "style") {
                id = attributeText(xml, "w:styleId");
                if (xml.attribute("w:type") == "paragraph" && xml.attribute("w:default") == "1")
                    m_default = id;
            } else if (xml.name() == "basedOn") {
                m_styles[id].basedOn = attributeText(xml, "w:val");
            } else if (xml.name() == "rFonts") {
                m_styles[id].look.font = attributeText(xml, "w:ascii");
            } else if (xml.name() == "b") {
                m_styles[id].look.bold = isOn(xml);
            }
            break;
        case Token::End:
        case Token::Text:
            break;
        case Token::Finished:
            resolve();
            return true;
        case Token::Malformed:
            return false;
        }
    }
}

class DocxReader
{
public:
    DocxReader(const QByteArray &bytes, const DocxStyles &styles, GridBuilder &builder)
        : m_xml(viewOf(bytes))
        , m_styles(styles)
        , m_builder(builder)
    {}

    Result<> read();

private:
    Result<> takeStart();
    Result<> takeEnd();
    Result<> takeCellMark(std::string_view name);
    bool takeText(std::string_view name);
    Result<> endCell();
    void applyRunProperty(std::string_view name);

    std::unexpected<Error> failHere(const QString &detail) const
    {
        return fail(u"damaged-spreadsheet"_s, {{u"part"_s, docxDocumentPart()}}, m_builder.place(m_row, m_column),
                    detail);
    }

    XmlScanner m_xml;
    const DocxStyles &m_styles;
    GridBuilder &m_builder;
    int m_tables = 0; ///< so far
    int m_depth = 0;  ///< of tables
    int m_row = 0;
    int m_column = 0;

    // The cell at hand.
    bool m_inCell = false;
    int m_span = 1;
    bool m_goesDown = false;                 ///< it is the first of cells merged downwards
    bool m_isContinued = false;              ///< it belongs to the cell above
    QHash<int, std::size_t> m_mergeByColumn; ///< merges that the next row may make longer
    QString m_text;
    bool m_isFirstParagraph = true;
    CellLook m_paragraphLook;
    CellLook m_runLook;
    std::vector<std::pair<qsizetype, CellLook>> m_runs;
};

Result<> DocxReader::read()
{
    while (true) {
        switch (m_xml.next()) {
        case Token::Start:
            BM_TRY_VOID(takeStart());
            break;
        case Token::End:
            BM_TRY_VOID(takeEnd());
            break;
        case Token::Text:
            break;
        case Token::Finished:
            if (m_tables == 0)
                return fail(u"not-a-spreadsheet"_s, {}, m_builder.place(), u"no table in the document"_s);
            return {};
        case Token::Malformed:
            return failHere(m_xml.problem());
        }
    }
}

Result<> DocxReader::takeStart()
{
    const std::string_view name = m_xml.name();
    // Deleted text, drawings in tables with their boxes, and what older programs should show instead of something
    // newer. Outside of tables a box may hold one.
    const bool isDrawing = name == "drawing" || name == "pict";
    if (name == "del" || name == "moveFrom" || (isDrawing && m_depth > 0) || name == "Fallback" || name == "tblPrEx" ||
        name == "tblPr") {
        if (!m_xml.skipElement())
            return failHere(m_xml.problem());
        return {};
    }
    if (name == "tbl") {
        if (++m_depth == 1) {
            m_builder.beginSheet(u"Bảng %1"_s.arg(++m_tables), SheetState::Visible);
            m_row = m_column = 0;
            m_mergeByColumn.clear();
        }
        return {};
    }
    if (m_depth == 1)
        BM_TRY_VOID(takeCellMark(name));
    if (m_inCell && !takeText(name))
        return failHere(m_xml.problem());
    return {};
}

/// Rows, cells, and how far they reach.
Result<> DocxReader::takeCellMark(std::string_view name)
{
    const auto number = [this] { return attributeText(m_xml, "w:val").toInt(); };
    if (name == "tr") {
        ++m_row;
        m_column = 0;
    } else if (name == "gridBefore") {
        m_column = std::clamp(number(), 0, kMaxColumns);
    } else if (name == "tc") {
        ++m_column;
        m_inCell = true;
        m_span = 1;
        m_goesDown = m_isContinued = false;
        m_text.clear();
        m_runs.clear();
        m_isFirstParagraph = true;
    } else if (name == "gridSpan" && m_inCell) {
        m_span = std::clamp(number(), 1, kMaxColumns);
    } else if (name == "vMerge" && m_inCell) {
        m_goesDown = m_xml.attribute("w:val") == "restart";
        m_isContinued = !m_goesDown;
    }
    return {};
}

/// What is in a cell. False where the XML is malformed.
bool DocxReader::takeText(std::string_view name)
{
    if (name == "p") {
        if (!m_isFirstParagraph)
            m_text += u'\n';
        m_isFirstParagraph = false;
        m_paragraphLook = m_styles.look({});
    } else if (name == "pStyle") {
        m_paragraphLook = m_styles.look(attributeText(m_xml, "w:val"));
    } else if (name == "r") {
        m_runLook = m_paragraphLook;
    } else if (name == "rFonts" || name == "b" || name == "rStyle") {
        applyRunProperty(name);
    } else if (name == "tab") {
        m_text += u'\t';
    } else if (name == "br" || name == "cr") {
        m_text += u'\n';
    } else if (name == "noBreakHyphen") {
        m_text += u'-';
    } else if (name == "softHyphen") {
        m_text += u'\u00AD';
    } else if (name == "t") {
        if (m_runs.empty() || m_runs.back().second != m_runLook)
            m_runs.emplace_back(m_text.size(), m_runLook);
        const std::optional<std::string_view> raw = m_xml.elementText();
        QString text;
        if (!raw || !appendXmlText(text, *raw))
            return false;
        m_text += text;
    }
    return true;
}

void DocxReader::applyRunProperty(std::string_view name)
{
    if (name == "b")
        m_runLook.bold = isOn(m_xml);
    else if (name == "rFonts" && m_xml.attribute("w:ascii"))
        m_runLook.font = attributeText(m_xml, "w:ascii");
    else if (name == "rStyle") {
        const CellLook style = m_styles.look(attributeText(m_xml, "w:val"));
        m_runLook.font = style.font.isEmpty() ? m_runLook.font : style.font;
        m_runLook.bold = m_runLook.bold || style.bold;
    }
}

Result<> DocxReader::takeEnd()
{
    const std::string_view name = m_xml.name();
    if (name == "tbl" && m_depth > 0)
        --m_depth;
    if (name == "tc" && m_depth == 1 && m_inCell)
        return endCell();
    return {};
}

Result<> DocxReader::endCell()
{
    m_inCell = false;
    const int last = m_column + m_span - 1;
    if (m_isContinued && m_mergeByColumn.contains(m_column)) {
        m_builder.sheet().merges[m_mergeByColumn.value(m_column)].lastRow = m_row;
    } else {
        m_mergeByColumn.remove(m_column);
        if (m_span > 1 || m_goesDown) {
            BM_TRY_VOID(m_builder.merge({m_row, m_column, m_row, last}));
            m_mergeByColumn.insert(m_column, m_builder.sheet().merges.size() - 1);
        }
    }
    while (m_text.endsWith(u'\n')) // a cell ends with an empty paragraph where something stood behind its text
        m_text.chop(1);
    if (!m_text.isEmpty()) {
        Cell cell{m_row, m_column, CellType::Text, m_text, false, 0};
        RichCell rich{m_row, m_column, {}};
        for (const auto &[start, look] : m_runs) {
            const std::uint32_t style = m_builder.styles().indexOf(look);
            if (start == 0)
                cell.style = style;
            else
                rich.runs.push_back({start, style});
        }
        BM_TRY_VOID(m_builder.add(std::move(cell)));
        if (!rich.runs.empty())
            m_builder.sheet().richCells.push_back(std::move(rich));
    }
    m_column = last;
    return {};
}

} // namespace

QString docxDocumentPart()
{
    return u"word/document.xml"_s;
}

Result<Workbook> readDocxTables(ZipArchive &zip, const TableLimits &limits)
{
    const auto failPart = [&](const QString &part, const QString &detail) {
        return fail(u"damaged-spreadsheet"_s, {{u"part"_s, part}}, {zip.file()}, detail);
    };
    GridBuilder builder(zip.file(), limits);
    BM_TRY_VOID(builder.hold(zip.bytes().size()));
    DocxStyles styles;
    const QString stylesPart = u"word/styles.xml"_s;
    if (zip.contains(stylesPart)) {
        BM_TRY(const QByteArray xml, zip.read(stylesPart, builder.memory()));
        if (firstInvalidUtf8(xml) >= 0 || !styles.read(xml))
            return failPart(stylesPart, u"malformed"_s);
        builder.memory().giveBack(xml.size());
    }
    BM_TRY(const QByteArray xml, zip.read(docxDocumentPart(), builder.memory()));
    if (firstInvalidUtf8(xml) >= 0)
        return failPart(docxDocumentPart(), u"not UTF-8"_s);
    BM_TRY_VOID(DocxReader(xml, styles, builder).read());
    return builder.finish(docxDocumentPart());
}

} // namespace bomay
