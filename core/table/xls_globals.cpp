// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/xls_globals.h"

#include "core/table/legacy_tables.h"
#include "core/table/table_limits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

constexpr std::uint16_t kBiff8 = 0x600;
constexpr std::uint16_t kBiff5 = 0x500;
constexpr std::uint16_t kGlobals = 5;

class GlobalsReader
{
public:
    GlobalsReader(QByteArrayView stream, const QString &file, MemoryBudget &memory)
        : m_records(stream)
        , m_file(file)
        , m_memory(memory)
    {}

    Result<XlsGlobals> read();

private:
    struct Xf
    {
        std::uint16_t font = 0;
        std::uint16_t format = 0;
        int indent = 0;
    };

    Result<> takeRecord();
    Result<> takeSheet();
    Result<> takeStrings();
    void takeFont();
    void takeFormat();
    void finish();
    QString shortString(qsizetype at);

    std::unexpected<Error> failDamaged(const QString &detail) const
    {
        return fail(u"damaged-spreadsheet"_s, {{u"part"_s, u"Workbook"_s}}, {m_file}, detail);
    }

    BiffRecords m_records;
    BiffInput m_input;
    const QString &m_file;
    MemoryBudget &m_memory;
    XlsGlobals m_globals;
    std::vector<Xf> m_xfs;
    QHash<int, bool> m_isDateById;
};

Result<XlsGlobals> GlobalsReader::read()
{
    if (!m_records.next() || m_records.type() != biff::kBof || m_records.u16(2) != kGlobals)
        return fail(u"not-a-spreadsheet"_s, {}, {m_file}, u"no workbook globals"_s);
    const std::uint16_t version = m_records.u16(0);
    if (version != kBiff8 && version != kBiff5)
        return fail(u"not-a-spreadsheet"_s, {}, {m_file}, u"BIFF version %1"_s.arg(version, 0, 16));
    m_globals.isBiff8 = version == kBiff8;
    while (m_records.next()) {
        if (m_records.type() == biff::kEof) {
            finish();
            return std::move(m_globals);
        }
        BM_TRY_VOID(takeRecord());
    }
    return fail(u"truncated"_s, {}, {m_file}, u"no end of the workbook globals"_s);
}

Result<> GlobalsReader::takeRecord()
{
    switch (m_records.type()) {
    case biff::kFilePass:
        return fail(u"encrypted"_s, {}, {m_file}, u"FILEPASS"_s);
    case biff::kDateMode:
        m_globals.dateSystem = m_records.u16(0) == 1 ? DateSystem::From1904 : DateSystem::From1900;
        break;
    case biff::kFont:
        takeFont();
        break;
    case biff::kFormat:
    case biff::kFormat5:
        takeFormat();
        break;
    case biff::kXf: {
        constexpr qsizetype kIndentByte = 8;
        const bool hasIndent = m_globals.isBiff8 && m_records.data().size() > kIndentByte;
        m_xfs.push_back({m_records.u16(0), m_records.u16(2), hasIndent ? m_records.data()[kIndentByte] & 0x0F : 0});
        break;
    }
    case biff::kBoundSheet:
        return takeSheet();
    case biff::kSst:
        return takeStrings();
    default:
        break;
    }
    return {};
}

/// A string with its length in one byte.
QString GlobalsReader::shortString(qsizetype at)
{
    m_input.reset(m_records.data());
    m_input.skip(static_cast<std::uint64_t>(at));
    const std::uint8_t length = m_input.u8();
    if (m_globals.isBiff8) {
        const bool isWide = (m_input.u8() & 1) != 0;
        return m_input.characters(length, isWide);
    }
    return xlsBytesText(m_input.characters(length, false).toLatin1());
}

void GlobalsReader::takeFont()
{
    constexpr std::uint16_t kBold = 600;
    m_globals.fonts.push_back({shortString(14), m_records.u16(6) >= kBold, 0});
}

void GlobalsReader::takeFormat()
{
    QString code;
    if (m_globals.isBiff8) {
        m_input.reset(m_records.data());
        m_input.skip(2);
        const std::uint16_t length = m_input.u16();
        const bool isWide = (m_input.u8() & 1) != 0;
        code = m_input.characters(length, isWide);
    } else {
        code = shortString(2);
    }
    m_isDateById.insert(m_records.u16(0), isDateFormatCode(code));
}

Result<> GlobalsReader::takeSheet()
{
    constexpr char kWorksheet = 0;
    if (m_records.data().size() < 8)
        return failDamaged(u"a sheet without name"_s);
    if (m_records.data()[5] != kWorksheet) // charts, macro sheets, modules
        return {};
    const bool isHidden = (m_records.data()[4] & 3) != 0;
    const QString name = shortString(6);
    if (m_input.isBad())
        return failDamaged(u"a sheet's name that is cut"_s);
    m_globals.sheets.push_back({name, isHidden ? SheetState::Hidden : SheetState::Visible, m_records.u32(0)});
    return {};
}

/// The shared strings: runs and the readings of East Asian names stand behind the characters of each.
Result<> GlobalsReader::takeStrings()
{
    m_input.reset(m_records.data());
    while (m_records.isNext(biff::kContinue) && m_records.next())
        m_input.addContinuation(m_records.data());
    (void)m_input.u32(); // how often they are used
    const std::uint32_t count = m_input.u32();
    for (std::uint32_t i = 0; i < count && !m_input.isBad(); ++i) {
        const std::uint16_t length = m_input.u16();
        const std::uint8_t flags = m_input.u8();
        const std::uint16_t runs = (flags & 8) != 0 ? m_input.u16() : std::uint16_t{0};
        const std::uint32_t phonetics = (flags & 4) != 0 ? m_input.u32() : 0;
        m_globals.strings.push_back(m_input.characters(length, (flags & 1) != 0));
        BM_TRY_VOID(m_memory.takeTableText(m_globals.strings.back(), {m_file}));
        for (std::uint16_t run = 0; run < runs && !m_input.isBad(); ++run) {
            const std::uint16_t start = m_input.u16();
            m_globals.runs[i].push_back({start, m_input.u16()});
        }
        m_input.skip(phonetics);
    }
    if (m_input.isBad())
        return failDamaged(u"fewer shared strings than there should be"_s);
    return {};
}

void GlobalsReader::finish()
{
    for (const Xf &xf : m_xfs) {
        m_globals.isDateByXf.push_back(m_isDateById.value(xf.format, isDateFormatId(xf.format)));
        m_globals.styles.push_back(m_globals.font(xf.font));
        m_globals.styles.back().indent = xf.indent;
    }
}

} // namespace

CellLook XlsGlobals::font(std::uint16_t number) const
{
    const std::size_t index = number > 4 ? number - 1U : number;
    return index < fonts.size() ? fonts[index] : CellLook{};
}

QString xlsBytesText(QByteArrayView bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        const char16_t unit = c.unicode();
        if (unit >= 0x80 && unit < 0xA0 && windows1252Controls()[unit - 0x80U] != 0)
            c = QChar(windows1252Controls()[unit - 0x80U]);
    }
    return text;
}

Result<XlsGlobals> readXlsGlobals(QByteArrayView stream, const QString &file, MemoryBudget &memory)
{
    return GlobalsReader(stream, file, memory).read();
}

} // namespace bomay
