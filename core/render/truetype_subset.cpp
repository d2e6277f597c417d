// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/truetype_subset.h"

#include "core/base/numbers.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace bomay {

namespace {

constexpr int kGlyphHeader = 10; ///< bytes: number of contours and bounding box
constexpr std::uint32_t kMagic = 0xB1B0AFBA;

std::uint16_t u16(const QByteArray &bytes, qsizetype at)
{
    return at >= 0 && at + 2 <= bytes.size() ? qFromBigEndian<std::uint16_t>(bytes.constData() + at) : std::uint16_t{0};
}

std::uint32_t u32(const QByteArray &bytes, qsizetype at)
{
    return at >= 0 && at + 4 <= bytes.size() ? qFromBigEndian<std::uint32_t>(bytes.constData() + at) : 0U;
}

void set16(QByteArray &bytes, qsizetype at, std::uint16_t value)
{
    qToBigEndian(value, bytes.data() + at);
}

void set32(QByteArray &bytes, qsizetype at, std::uint32_t value)
{
    qToBigEndian(value, bytes.data() + at);
}

void pad(QByteArray &bytes)
{
    while (bytes.size() % 4 != 0)
        bytes.append('\0');
}

/// The sum of a padded table's 32-bit words.
std::uint32_t checksumOf(const QByteArray &table)
{
    std::uint32_t sum = 0;
    for (qsizetype at = 0; at + 4 <= table.size(); at += 4)
        sum += u32(table, at);
    return sum;
}

/// Reads glyphs of a font and collects them without their instructions.
class Subsetter
{
public:
    Subsetter(const QRawFont &font, const std::vector<std::uint16_t> &glyphs)
        : m_glyf(font.fontTable("glyf"))
        , m_loca(font.fontTable("loca"))
        , m_head(font.fontTable("head"))
        , m_hhea(font.fontTable("hhea"))
        , m_hmtx(font.fontTable("hmtx"))
        , m_maxp(font.fontTable("maxp"))
        , m_glyphs(glyphs)
    {
        for (int i = 0; i < sizeOf(glyphs); ++i)
            m_numbers.emplace(glyphs[uz(i)], i);
    }

    [[nodiscard]] bool isSound() const
    {
        return !m_glyf.isEmpty() && !m_loca.isEmpty() && m_head.size() >= 54 && m_hhea.size() >= 36 &&
               m_maxp.size() >= 32 && u16(m_hhea, 34) > 0;
    }

    TrueTypeSubset subset()
    {
        QByteArray outlines;
        QByteArray places;
        const auto note = [&places, &outlines] {
            const qsizetype at = places.size();
            places.resize(at + 4);
            set32(places, at, static_cast<std::uint32_t>(outlines.size()));
        };
        for (std::size_t i = 0; i < m_glyphs.size(); ++i) { // composed glyphs make the list longer
            note();
            outlines += outlineOf(m_glyphs[i]);
            pad(outlines);
        }
        note();
        TrueTypeSubset result;
        QByteArray metrics(4 * sizeOf(m_glyphs), '\0');
        const double perEm = std::max<int>(1, u16(m_head, 18));
        for (int i = 0; i < sizeOf(m_glyphs); ++i) {
            const auto [advance, bearing] = metricsOf(m_glyphs[uz(i)]);
            set16(metrics, 4 * i, advance);
            set16(metrics, 4 * i + 2, bearing);
            result.advances.push_back(static_cast<std::uint16_t>(qRound(1000.0 * advance / perEm)));
        }
        const auto count = static_cast<std::uint16_t>(m_glyphs.size());
        set32(m_head, 8, 0);  // the adjustment, reckoned over the whole file
        set16(m_head, 50, 1); // places as 32-bit numbers
        set16(m_hhea, 34, count);
        set16(m_maxp, 4, count);
        result.file = assembled({{{"glyf", outlines},
                                  {"head", m_head},
                                  {"hhea", m_hhea},
                                  {"hmtx", metrics},
                                  {"loca", places},
                                  {"maxp", m_maxp}}});
        return result;
    }

private:
    using Table = std::pair<const char *, QByteArray>;

    [[nodiscard]] std::pair<std::uint16_t, std::uint16_t> metricsOf(std::uint16_t glyph) const
    {
        const int full = u16(m_hhea, 34);
        const int row = std::min<int>(glyph, full - 1);
        const qsizetype bearing = glyph < full ? 4 * row + 2 : 4 * full + 2 * (glyph - full);
        return {u16(m_hmtx, 4 * row), u16(m_hmtx, bearing)};
    }

    [[nodiscard]] qsizetype placeOf(int glyph) const
    {
        return u16(m_head, 50) == 0 ? 2 * u16(m_loca, 2 * glyph) : static_cast<qsizetype>(u32(m_loca, 4 * glyph));
    }

    QByteArray outlineOf(std::uint16_t glyph)
    {
        const qsizetype begin = placeOf(glyph);
        const qsizetype end = placeOf(glyph + 1);
        if (begin >= end || end > m_glyf.size() || end - begin < kGlyphHeader)
            return {};
        const QByteArray bytes = m_glyf.mid(begin, end - begin);
        return u16(bytes, 0) < 0x8000 ? simple(bytes) : composed(bytes);
    }

    /// A glyph of contours: header, ends of the contours, instructions, flags and coordinates.
    static QByteArray simple(const QByteArray &bytes)
    {
        const qsizetype length = kGlyphHeader + 2 * u16(bytes, 0);
        QByteArray plain = bytes.left(length) + QByteArray(2, '\0');
        return plain + bytes.mid(length + 2 + u16(bytes, length));
    }

    /// A glyph of other glyphs, each with flags, number, offset and perhaps a scale.
    QByteArray composed(QByteArray bytes)
    {
        constexpr std::uint16_t kWords = 0x1;
        constexpr std::uint16_t kScale = 0x8;
        constexpr std::uint16_t kMore = 0x20;
        constexpr std::uint16_t kTwoScales = 0x40;
        constexpr std::uint16_t kMatrix = 0x80;
        constexpr std::uint16_t kInstructions = 0x100;
        qsizetype at = kGlyphHeader;
        std::uint16_t flags = kMore;
        while ((flags & kMore) != 0 && at + 4 <= bytes.size()) {
            flags = u16(bytes, at);
            set16(bytes, at, static_cast<std::uint16_t>(flags & ~kInstructions));
            set16(bytes, at + 2, numberOf(u16(bytes, at + 2)));
            at += 4 + ((flags & kWords) != 0 ? 4 : 2);
            if ((flags & kScale) != 0)
                at += 2;
            else if ((flags & kTwoScales) != 0)
                at += 4;
            else if ((flags & kMatrix) != 0)
                at += 8;
        }
        return bytes.left(at);
    }

    std::uint16_t numberOf(std::uint16_t glyph)
    {
        const auto [place, isNew] = m_numbers.emplace(glyph, sizeOf(m_glyphs));
        if (isNew)
            m_glyphs.push_back(glyph);
        return static_cast<std::uint16_t>(place->second);
    }

    static QByteArray assembled(std::array<Table, 6> tables)
    {
        constexpr auto kCount = static_cast<std::uint16_t>(std::tuple_size_v<decltype(tables)>);
        QByteArray file(12 + 16 * kCount, '\0');
        set32(file, 0, 0x00010000);
        set16(file, 4, kCount);
        set16(file, 6, 64); // 16 times the largest power of two up to the count; its exponent; the rest
        set16(file, 8, 2);
        set16(file, 10, 16 * kCount - 64);
        qsizetype head = 0;
        qsizetype entry = 12;
        for (auto &[tag, table] : tables) {
            const auto length = static_cast<std::uint32_t>(table.size());
            pad(table);
            std::copy_n(tag, 4, file.begin() + entry);
            set32(file, entry + 4, checksumOf(table));
            set32(file, entry + 8, static_cast<std::uint32_t>(file.size()));
            set32(file, entry + 12, length);
            if (std::string_view(tag) == "head")
                head = file.size();
            file += table;
            entry += 16;
        }
        set32(file, head + 8, kMagic - checksumOf(file));
        return file;
    }

    QByteArray m_glyf;
    QByteArray m_loca;
    QByteArray m_head;
    QByteArray m_hhea;
    QByteArray m_hmtx;
    QByteArray m_maxp;
    std::vector<std::uint16_t> m_glyphs;
    std::map<std::uint16_t, int> m_numbers;
};

} // namespace

TrueTypeSubset subsetOf(const QRawFont &font, const std::vector<std::uint16_t> &glyphs)
{
    Subsetter subsetter(font, glyphs);
    return subsetter.isSound() ? subsetter.subset() : TrueTypeSubset{};
}

} // namespace bomay
