// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/xls_reader.h"

#include "core/table/grid_builder.h"
#include "core/table/ole_file.h"
#include "core/table/table_limits.h"
#include "core/table/xls_globals.h"

#include <array>
#include <bit>
#include <cmath>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

/// The names of the error values of Excel.
QString errorName(int code)
{
    switch (code) {
    case 0x00:
        return u"#NULL!"_s;
    case 0x07:
        return u"#DIV/0!"_s;
    case 0x0F:
        return u"#VALUE!"_s;
    case 0x17:
        return u"#REF!"_s;
    case 0x1D:
        return u"#NAME?"_s;
    case 0x24:
        return u"#NUM!"_s;
    case 0x2A:
        return u"#N/A"_s;
    default:
        return u"#ERROR!"_s;
    }
}

/// A number in 30 bits: an integer or the upper half of a double, as it is or in hundredths ([MS-XLS] 2.5.217).
double rkNumber(std::uint32_t rk)
{
    const auto value = (rk & 2) != 0 ? static_cast<double>(static_cast<std::int32_t>(rk) >> 2)
                                     : std::bit_cast<double>(static_cast<std::uint64_t>(rk & 0xFFFFFFFCU) << 32);
    return (rk & 1) != 0 ? value / 100 : value;
}

/// Reads one worksheet into the builder. Lives for one call.
class XlsSheetReader
{
public:
    XlsSheetReader(QByteArrayView stream, const XlsSheetEntry &entry, const XlsGlobals &globals,
                   const std::vector<std::uint32_t> &styles, GridBuilder &builder)
        : m_records(stream, static_cast<qsizetype>(entry.position))
        , m_globals(globals)
        , m_styles(styles)
        , m_builder(builder)
    {}

    Result<> read();
    [[nodiscard]] qsizetype end() const { return m_records.position(); } ///< behind what was read

private:
    Result<> takeRecord();
    Result<> takeText();
    Result<> takeSharedString();
    Result<> takeFormula();
    Result<> takeFormulaText();
    Result<> takeMulRk();
    Result<> takeMerges();
    Result<> addNumber(double number, std::uint16_t xf, int column, bool fromFormula);
    Result<> addCell(CellType type, const QString &text, bool fromFormula = false); // NOLINT: private
    void addRuns(const std::vector<XlsRun> &runs);
    Result<std::uint32_t> styleOf(std::uint16_t xf) const;
    [[nodiscard]] int row() const { return m_records.u16(0) + 1; }
    [[nodiscard]] int column() const { return m_records.u16(2) + 1; }
    [[nodiscard]] double f64(qsizetype at) const
    {
        return std::bit_cast<double>(m_records.u32(at) | static_cast<std::uint64_t>(m_records.u32(at + 4)) << 32);
    }

    std::unexpected<Error> failHere(const QString &detail) const
    {
        return fail(u"damaged-spreadsheet"_s, {{u"part"_s, u"Workbook"_s}}, m_builder.place(row(), column()), detail);
    }

    BiffRecords m_records;
    BiffInput m_input;
    const XlsGlobals &m_globals;
    const std::vector<std::uint32_t> &m_styles; ///< by XF
    GridBuilder &m_builder;
    Cell m_pending; ///< a formula whose text comes in the next STRING
    bool m_isPending = false;
};

Result<> XlsSheetReader::read()
{
    if (!m_records.next() || m_records.type() != biff::kBof)
        return fail(u"truncated"_s, {}, m_builder.place(), u"no sheet where it should begin"_s);
    int depth = 1; // charts inside a sheet are streams of their own
    while (m_records.next()) {
        if (m_records.type() == biff::kBof) {
            ++depth;
        } else if (m_records.type() == biff::kEof) {
            if (--depth == 0)
                return m_isPending ? Result<>(failHere(u"a formula without its text"_s)) : Result<>();
        } else if (depth == 1) {
            BM_TRY_VOID(takeRecord());
        }
    }
    return fail(u"truncated"_s, {}, m_builder.place(), u"no end of the sheet"_s);
}

/// Cell records shorter than what they must hold are damaged; the others matter less.
qsizetype fewestBytes(int type)
{
    switch (type) {
    case biff::kFormula:
    case biff::kNumber:
        return 14;
    case biff::kLabelSst:
    case biff::kRk:
        return 10;
    case biff::kLabel:
    case biff::kRString:
    case biff::kBoolErr:
        return 8;
    case biff::kMulRk:
        return 12;
    case biff::kMergeCells:
        return 2;
    default:
        return 0;
    }
}

Result<> XlsSheetReader::takeRecord()
{
    constexpr std::uint16_t kHiddenRow = 0x20;
    if (m_records.data().size() < fewestBytes(m_records.type()))
        return failHere(u"a record that is too short"_s);
    switch (m_records.type()) {
    case biff::kFilePass:
        return fail(u"encrypted"_s, {}, m_builder.place(), u"FILEPASS"_s);
    case biff::kNumber:
        return addNumber(f64(6), m_records.u16(4), column(), false);
    case biff::kRk:
        return addNumber(rkNumber(m_records.u32(6)), m_records.u16(4), column(), false);
    case biff::kMulRk:
        return takeMulRk();
    case biff::kLabelSst:
        return takeSharedString();
    case biff::kLabel:
    case biff::kRString:
        return takeText();
    case biff::kBoolErr:
        return m_records.data()[7] == 0 ? addCell(CellType::Boolean, m_records.data()[6] == 0 ? u"0"_s : u"1"_s)
                                        : addCell(CellType::Error, errorName(m_records.data()[6]));
    case biff::kFormula:
        return takeFormula();
    case biff::kString:
        return takeFormulaText();
    case biff::kMergeCells:
        return takeMerges();
    case biff::kRow:
        if ((m_records.u16(12) & kHiddenRow) != 0)
            m_builder.hideRows(row(), row());
        break;
    case biff::kColumnInfo:
        if ((m_records.u16(8) & 1) != 0)
            m_builder.hideColumns(m_records.u16(0) + 1, m_records.u16(2) + 1);
        break;
    default:
        break;
    }
    return {};
}

Result<std::uint32_t> XlsSheetReader::styleOf(std::uint16_t xf) const
{
    if (m_styles.empty())
        return 0U;
    if (xf >= m_styles.size())
        return failHere(u"a cell style that is not there"_s);
    return m_styles[xf];
}

Result<> XlsSheetReader::addCell(CellType type, const QString &text, bool fromFormula)
{
    BM_TRY(const std::uint32_t style, styleOf(m_records.u16(4)));
    return m_builder.add({row(), column(), type, text, fromFormula, style});
}

Result<> XlsSheetReader::addNumber(double number, std::uint16_t xf, int column, bool fromFormula)
{
    if (!std::isfinite(number))
        return failHere(u"a number that is none"_s);
    BM_TRY(const std::uint32_t style, styleOf(xf));
    if (xf < m_globals.isDateByXf.size() && m_globals.isDateByXf[xf]) {
        if (std::optional<QString> date = serialDateText(number, m_globals.dateSystem))
            return m_builder.add({row(), column, CellType::Date, *std::move(date), fromFormula, style});
    }
    return m_builder.add({row(), column, CellType::Number, numberText(number), fromFormula, style});
}

Result<> XlsSheetReader::takeMulRk()
{
    constexpr qsizetype kEach = 6;
    const qsizetype count = (m_records.data().size() - 6) / kEach;
    for (qsizetype i = 0; i < count; ++i) {
        const qsizetype at = 4 + i * kEach;
        BM_TRY_VOID(
            addNumber(rkNumber(m_records.u32(at + 2)), m_records.u16(at), column() + static_cast<int>(i), false));
    }
    return {};
}

/// The runs of the cell that was added last.
void XlsSheetReader::addRuns(const std::vector<XlsRun> &runs)
{
    RichCell rich{row(), column(), {}};
    const std::uint16_t xf = m_records.u16(4);
    const int indent = xf < m_globals.styles.size() ? m_globals.styles[xf].indent : 0;
    for (const XlsRun &run : runs) {
        CellLook style = m_globals.font(run.font);
        style.indent = indent;
        rich.runs.push_back({run.start, m_builder.styles().indexOf(style)});
    }
    m_builder.sheet().richCells.push_back(std::move(rich));
}

Result<> XlsSheetReader::takeSharedString()
{
    const std::uint32_t index = m_records.u32(6);
    if (index >= m_globals.strings.size())
        return failHere(u"a shared string that is not there"_s);
    if (!m_globals.runs.isEmpty()) {
        const auto runs = m_globals.runs.constFind(index);
        if (runs != m_globals.runs.constEnd())
            addRuns(*runs);
    }
    return addCell(CellType::Text, m_globals.strings[index]);
}

/// A text that stands in the cell itself; in BIFF5 all of them do.
Result<> XlsSheetReader::takeText()
{
    m_input.reset(m_records.data());
    m_input.skip(6);
    const std::uint16_t length = m_input.u16();
    const bool isWide = m_globals.isBiff8 && (m_input.u8() & 1) != 0;
    QString text = m_input.characters(length, isWide);
    if (!m_globals.isBiff8)
        text = xlsBytesText(text.toLatin1());
    if (m_input.isBad())
        return failHere(u"a text that is cut"_s);
    if (m_records.type() == biff::kRString && !m_globals.isBiff8) {
        std::vector<XlsRun> runs;
        for (std::uint8_t count = m_input.u8(); count > 0 && !m_input.isBad(); --count) {
            const std::uint8_t start = m_input.u8();
            runs.push_back({start, m_input.u8()});
        }
        addRuns(runs);
    }
    return addCell(CellType::Text, text);
}

Result<> XlsSheetReader::takeFormula()
{
    if (m_isPending)
        return failHere(u"a formula without its text"_s);
    constexpr std::uint16_t kNoNumber = 0xFFFF;
    if (m_records.u16(12) != kNoNumber)
        return addNumber(f64(6), m_records.u16(4), column(), true);
    enum { Text = 0, Boolean = 1, ErrorValue = 2 };
    const int value = static_cast<unsigned char>(m_records.data()[8]);
    switch (m_records.data()[6]) {
    case Text: {
        BM_TRY(const std::uint32_t style, styleOf(m_records.u16(4)));
        m_pending = {row(), column(), CellType::Text, {}, true, style};
        m_isPending = true;
        return {};
    }
    case Boolean:
        return addCell(CellType::Boolean, value == 0 ? u"0"_s : u"1"_s, true);
    case ErrorValue:
        return addCell(CellType::Error, errorName(value), true);
    default: // an empty text
        return {};
    }
}

/// The cached text of the formula before.
Result<> XlsSheetReader::takeFormulaText()
{
    m_input.reset(m_records.data());
    while (m_records.isNext(biff::kContinue) && m_records.next())
        m_input.addContinuation(m_records.data());
    if (!m_isPending)
        return {};
    m_isPending = false;
    const std::uint16_t length = m_input.u16();
    const bool isWide = m_globals.isBiff8 && length > 0 && (m_input.u8() & 1) != 0;
    m_pending.text = m_input.characters(length, isWide);
    if (!m_globals.isBiff8)
        m_pending.text = xlsBytesText(m_pending.text.toLatin1());
    if (m_input.isBad())
        return failHere(u"a text that is cut"_s);
    return m_builder.add(std::move(m_pending));
}

Result<> XlsSheetReader::takeMerges()
{
    constexpr qsizetype kEach = 8;
    const std::uint16_t count = m_records.u16(0);
    if (m_records.data().size() < 2 + count * kEach)
        return failHere(u"fewer merged cells than there should be"_s);
    for (qsizetype i = 0; i < count; ++i) {
        const qsizetype at = 2 + i * kEach;
        BM_TRY_VOID(m_builder.merge(
            {m_records.u16(at) + 1, m_records.u16(at + 4) + 1, m_records.u16(at + 2) + 1, m_records.u16(at + 6) + 1}));
    }
    return {};
}

} // namespace

Result<Workbook> readXls(const QByteArray &bytes, const QString &file, const TableLimits &limits)
{
    BM_TRY(const OleFile ole, OleFile::open(bytes, file));
    if (ole.contains(u"EncryptedPackage"_s)) // an XLSX with a password
        return fail(u"encrypted"_s, {}, {file}, u"EncryptedPackage"_s);
    const QString name = ole.contains(u"Workbook"_s) ? u"Workbook"_s : u"Book"_s;
    if (!ole.contains(name))
        return fail(u"not-a-spreadsheet"_s, {}, {file}, u"OLE2 without a workbook"_s);
    BM_TRY(const QByteArray stream, ole.read(name));
    GridBuilder builder(file, limits);
    BM_TRY_VOID(builder.hold(bytes.size()));
    BM_TRY_VOID(builder.hold(stream.size()));
    BM_TRY(const XlsGlobals globals, readXlsGlobals(stream, file, builder.memory()));

    std::vector<std::uint32_t> styles;
    for (const CellLook &style : globals.styles)
        styles.push_back(builder.styles().indexOf(style));
    qsizetype bytesRead = 0;
    for (const XlsSheetEntry &entry : globals.sheets) {
        builder.beginSheet(entry.name, entry.state);
        XlsSheetReader reader(stream, entry, globals, styles, builder);
        BM_TRY_VOID(reader.read());
        bytesRead += reader.end() - static_cast<qsizetype>(entry.position);
        if (bytesRead > stream.size()) // else one sheet, listed a thousand times, would fill the memory
            return fail(u"damaged-spreadsheet"_s, {{u"part"_s, name}}, builder.place(), u"sheets that overlap"_s);
    }
    return builder.finish(name);
}

} // namespace bomay
