// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/content_digest.h"

#include "core/base/numbers.h"

#include <QCryptographicHash>
#include <QtEndian>

// Rows are short: a call into a library for each would take as long as its hash.
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kSha256 = u"sha256:";
constexpr QStringView kXxh3 = u"xxh3:";
constexpr int kLaneDigits = 16;

int laneCount(ContentDigest::Method method)
{
    return method == ContentDigest::Method::Xxh3 ? 2 : 4;
}

std::optional<quint64> parseLane(QStringView text)
{
    quint64 number = 0;
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if (unit >= u'0' && unit <= u'9')
            number = number << 4 | quint64(unit - u'0');
        else if (unit >= u'a' && unit <= u'f')
            number = number << 4 | quint64(unit - u'a' + 10);
        else
            return std::nullopt;
    }
    return number;
}

} // namespace

ContentDigest::Lanes ContentDigest::hashOf(const CellRow &row) const
{
    const QByteArrayView bytes = row.bytes();
    if (m_method == Method::Xxh3) {
        const XXH128_hash_t hash = XXH3_128bits(bytes.data(), static_cast<std::size_t>(bytes.size()));
        return {hash.low64, hash.high64, 0, 0};
    }
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray::fromRawData(bytes.data(), bytes.size()), QCryptographicHash::Sha256);
    Lanes lanes;
    for (std::size_t lane = 0; lane < lanes.size(); ++lane)
        lanes[lane] = qFromBigEndian<quint64>(hash.constData() + lane * sizeof(quint64));
    return lanes;
}

void ContentDigest::addRow(const CellRow &row)
{
    const Lanes hash = hashOf(row);
    for (std::size_t lane = 0; lane < m_lanes.size(); ++lane)
        m_lanes[lane] += hash[lane];
}

void ContentDigest::removeRow(const CellRow &row)
{
    const Lanes hash = hashOf(row);
    for (std::size_t lane = 0; lane < m_lanes.size(); ++lane)
        m_lanes[lane] -= hash[lane];
}

std::optional<ContentDigest> ContentDigest::parse(QStringView text)
{
    const bool isXxh3 = text.startsWith(kXxh3);
    ContentDigest digest(isXxh3 ? Method::Xxh3 : Method::Sha256);
    if (isXxh3 || text.startsWith(kSha256))
        text = text.sliced((isXxh3 ? kXxh3 : kSha256).size());
    const int lanes = laneCount(digest.m_method);
    if (text.size() != lanes * kLaneDigits)
        return std::nullopt;
    for (int lane = 0; lane < lanes; ++lane) {
        const auto number = parseLane(text.sliced(lane * kLaneDigits, kLaneDigits));
        if (!number)
            return std::nullopt;
        digest.m_lanes[uz(lane)] = *number;
    }
    return digest;
}

QString ContentDigest::toString() const
{
    QString text = (m_method == Method::Xxh3 ? kXxh3 : kSha256).toString();
    for (int lane = 0; lane < laneCount(m_method); ++lane)
        text += u"%1"_s.arg(m_lanes[uz(lane)], kLaneDigits, 16, QLatin1Char('0'));
    return text;
}

} // namespace bomay
