// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/biff_input.h"

#include <QtEndian>

#include <algorithm>
#include <bit>

namespace bomay {

/// Moves over the seams between records to where bytes are; false at the end.
bool BiffInput::nextPart()
{
    while (m_part < m_parts.size() && m_at >= m_parts[m_part].size()) {
        if (m_part + 1 == m_parts.size())
            return false;
        ++m_part;
        m_at = 0;
    }
    return m_part < m_parts.size();
}

bool BiffInput::atEnd()
{
    return !nextPart();
}

std::uint8_t BiffInput::u8()
{
    if (!nextPart()) {
        m_isBad = true;
        return 0;
    }
    return static_cast<std::uint8_t>(m_parts[m_part][m_at++]);
}

std::uint16_t BiffInput::u16()
{
    const std::uint16_t low = u8();
    return static_cast<std::uint16_t>(low | u8() << 8);
}

std::uint32_t BiffInput::u32()
{
    const std::uint32_t low = u16();
    return low | static_cast<std::uint32_t>(u16()) << 16;
}

double BiffInput::f64()
{
    const std::uint64_t low = u32();
    return std::bit_cast<double>(low | static_cast<std::uint64_t>(u32()) << 32);
}

void BiffInput::skip(std::uint64_t bytes)
{
    while (bytes > 0) {
        if (!nextPart()) {
            m_isBad = true;
            return;
        }
        const auto here = std::min<std::uint64_t>(bytes, static_cast<std::uint64_t>(m_parts[m_part].size() - m_at));
        m_at += static_cast<qsizetype>(here);
        bytes -= here;
    }
}

QString BiffInput::characters(std::uint32_t count, bool isWide)
{
    QString text;
    while (count > 0) {
        if (m_part >= m_parts.size() || m_at >= m_parts[m_part].size()) {
            if (!nextPart()) {
                m_isBad = true;
                return text;
            }
            isWide = (u8() & 1) != 0;
            continue;
        }
        const QByteArrayView part = m_parts[m_part];
        const auto here = std::min<qsizetype>(static_cast<qsizetype>(count), (part.size() - m_at) / (isWide ? 2 : 1));
        if (here == 0) { // half a character in front of a seam
            m_isBad = true;
            return text;
        }
        if (isWide) {
            const qsizetype from = text.size();
            text.resize(from + here);
            qFromLittleEndian<quint16>(part.data() + m_at, here, text.data() + from);
        } else if (text.isEmpty()) {
            text = QString::fromLatin1(part.data() + m_at, here);
        } else {
            text += QLatin1StringView(part.data() + m_at, here);
        }
        m_at += here * (isWide ? 2 : 1);
        count -= static_cast<std::uint32_t>(here);
    }
    return text;
}

} // namespace bomay
