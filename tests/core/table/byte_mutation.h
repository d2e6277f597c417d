// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <random>

namespace bomay {

/// Damages files for the readers, the same way in every run.
class ByteMutation
{
public:
    /// How many files to damage: BOMAY_MUTATIONS, else what does not take long.
    [[nodiscard]] static int rounds(int usual)
    {
        const int wanted = qEnvironmentVariableIntValue("BOMAY_MUTATIONS");
        return wanted > 0 ? wanted : usual;
    }

    /// With up to so many bytes changed.
    [[nodiscard]] QByteArray flipped(QByteArray bytes, int flips)
    {
        for (; flips > 0; --flips)
            bytes[below(bytes.size())] = static_cast<char>(m_random());
        return bytes;
    }

    /// Without its end.
    [[nodiscard]] QByteArray cut(const QByteArray &bytes) { return bytes.first(below(bytes.size())); }

    [[nodiscard]] qsizetype below(qsizetype bound)
    {
        return static_cast<qsizetype>(m_random() % static_cast<unsigned>(bound));
    }

private:
    std::mt19937 m_random{20250701}; // NOLINT(cert-msc51-cpp): the same bytes in every run
};

} // namespace bomay
