// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <vector>

namespace bomay {

/// A record of the XLS stream with the CONTINUE records behind it, read as one. Reading past the end gives zeros and
/// makes it bad; ask once at the end.
class BiffInput
{
public:
    void reset(QByteArrayView record)
    {
        m_parts.assign(1, record);
        m_part = 0;
        m_at = 0;
        m_isBad = false;
    }
    void addContinuation(QByteArrayView record) { m_parts.push_back(record); }

    [[nodiscard]] bool isBad() const { return m_isBad; }
    [[nodiscard]] bool atEnd();
    [[nodiscard]] std::uint8_t u8();
    [[nodiscard]] std::uint16_t u16();
    [[nodiscard]] std::uint32_t u32();
    [[nodiscard]] double f64();
    void skip(std::uint64_t bytes);

    /// So many characters, two bytes wide or one (Latin-1). Where a CONTINUE cuts them, its first byte says anew which.
    [[nodiscard]] QString characters(std::uint32_t count, bool isWide);

private:
    [[nodiscard]] bool nextPart();

    std::vector<QByteArrayView> m_parts;
    std::size_t m_part = 0;
    qsizetype m_at = 0;
    bool m_isBad = false;
};

} // namespace bomay
