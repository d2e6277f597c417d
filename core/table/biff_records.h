// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtEndian>

#include <cstdint>

namespace bomay {

/// The records of an XLS stream that tell something about cells ([MS-XLS] 2.3).
namespace biff {
inline constexpr int kFormula = 0x06;
inline constexpr int kEof = 0x0A;
inline constexpr int kDateMode = 0x22;
inline constexpr int kFilePass = 0x2F;
inline constexpr int kFont = 0x31;
inline constexpr int kContinue = 0x3C;
inline constexpr int kColumnInfo = 0x7D;
inline constexpr int kBoundSheet = 0x85;
inline constexpr int kMulRk = 0xBD;
inline constexpr int kRString = 0xD6;
inline constexpr int kXf = 0xE0;
inline constexpr int kMergeCells = 0xE5;
inline constexpr int kSst = 0xFC;
inline constexpr int kLabelSst = 0xFD;
inline constexpr int kNumber = 0x203;
inline constexpr int kLabel = 0x204;
inline constexpr int kBoolErr = 0x205;
inline constexpr int kString = 0x207;
inline constexpr int kRow = 0x208;
inline constexpr int kRk = 0x27E;
inline constexpr int kFormat5 = 0x1E;
inline constexpr int kFormat = 0x41E;
inline constexpr int kBof = 0x809;
} // namespace biff

/// Goes from record to record; does not look into them.
class BiffRecords
{
public:
    explicit BiffRecords(QByteArrayView stream, qsizetype at = 0)
        : m_stream(stream)
        , m_next(at)
    {}

    /// False at the end of the stream, and where a record does not fit in it (then isCut()).
    bool next()
    {
        constexpr qsizetype kHeader = 4;
        if (m_stream.size() - m_next < kHeader) {
            m_isCut = m_next < m_stream.size();
            return false;
        }
        const char *at = m_stream.data() + m_next;
        const qsizetype size = qFromLittleEndian<std::uint16_t>(at + 2);
        if (size > m_stream.size() - m_next - kHeader) {
            m_isCut = true;
            return false;
        }
        m_type = qFromLittleEndian<std::uint16_t>(at);
        m_data = QByteArrayView(at + kHeader, size);
        m_next += kHeader + size;
        return true;
    }

    /// Whether another record of this type follows.
    [[nodiscard]] bool isNext(int type) const
    {
        return m_stream.size() - m_next >= 4 && qFromLittleEndian<std::uint16_t>(m_stream.data() + m_next) == type;
    }

    [[nodiscard]] int type() const { return m_type; }
    [[nodiscard]] QByteArrayView data() const { return m_data; }
    [[nodiscard]] bool isCut() const { return m_isCut; }
    [[nodiscard]] qsizetype position() const { return m_next; }

    /// A number in the record; 0 where it is too short.
    [[nodiscard]] std::uint16_t u16(qsizetype at) const
    {
        return at + 2 <= m_data.size() ? qFromLittleEndian<std::uint16_t>(m_data.data() + at) : std::uint16_t{0};
    }
    [[nodiscard]] std::uint32_t u32(qsizetype at) const
    {
        return at + 4 <= m_data.size() ? qFromLittleEndian<std::uint32_t>(m_data.data() + at) : 0U;
    }

private:
    QByteArrayView m_stream;
    qsizetype m_next;
    QByteArrayView m_data;
    int m_type = 0;
    bool m_isCut = false;
};

} // namespace bomay
