// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QtEndian>

namespace bomay {

QString Uid::toString() const
{
    return QStringLiteral("%1%2").arg(high, 16, 16, QLatin1Char('0')).arg(low, 16, 16, QLatin1Char('0'));
}

std::optional<Uid> Uid::parse(QStringView text)
{
    constexpr QStringView kDigits = u"0123456789abcdef";
    if (text.size() != 32)
        return std::nullopt;
    Uid uid;
    for (qsizetype i = 0; i < 32; ++i) {
        const qsizetype digit = kDigits.indexOf(text[i]);
        if (digit < 0)
            return std::nullopt;
        std::uint64_t &half = i < 16 ? uid.high : uid.low;
        half = half << 4 | static_cast<std::uint64_t>(digit);
    }
    return uid;
}

SeededIdSource::SeededIdSource(QByteArray seed)
    : m_seed(std::move(seed))
{}

Uid SeededIdSource::next()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(m_seed);
    hash.addData(QByteArray::number(static_cast<qulonglong>(++m_counter)).prepend(':'));
    const QByteArray digest = hash.result();
    return {qFromBigEndian<quint64>(digest.constData()), qFromBigEndian<quint64>(digest.constData() + 8)};
}

Uid RandomIdSource::next()
{
    auto *generator = QRandomGenerator::system();
    return {generator->generate64(), generator->generate64()};
}

} // namespace bomay
