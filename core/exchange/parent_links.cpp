// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/parent_links.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"

#include <QHash>

#include <algorithm>

namespace bomay {

namespace {

using State = ParentLink::State;

class Linker
{
public:
    Linker(std::span<const ParentClaim> claims, CodeMatch match)
        : m_claims(claims)
        , m_match(match)
    {
        m_result.links.resize(claims.size());
    }

    ParentLinks run(const QSet<QString> &outside)
    {
        findRows();
        QSet<QString> known;
        for (const QString &code : outside)
            known.insert(key(code));
        for (std::size_t i = 0; i < m_claims.size(); ++i)
            if (m_result.links[i].state != State::Repeated)
                place(i, known);
        cutLoops();
        measure();
        return std::move(m_result);
    }

private:
    [[nodiscard]] QString key(const QString &code) const
    {
        return m_match == CodeMatch::Exact ? code.trimmed() : looseCode(code);
    }

    void findRows()
    {
        for (std::size_t i = 0; i < m_claims.size(); ++i) {
            if (m_claims[i].code.isEmpty())
                continue;
            const QString own = key(m_claims[i].code);
            const auto earlier = m_rows.constFind(own);
            if (earlier == m_rows.constEnd()) {
                m_rows.insert(own, static_cast<int>(i));
            } else {
                m_result.links[i] = {State::Repeated, -1, *earlier};
                ++m_result.repeated;
            }
        }
    }

    void place(std::size_t row, const QSet<QString> &outside)
    {
        ParentLink &link = m_result.links[row];
        const ParentClaim &claim = m_claims[row];
        if (claim.parent.isEmpty()) {
            m_result.roots += claim.code.isEmpty() ? 0 : 1;
            return;
        }
        const QString above = key(claim.parent);
        const auto found = m_rows.constFind(above);
        if (found != m_rows.constEnd() && *found == static_cast<int>(row)) {
            link.state = State::Self;
            ++m_result.selfReferences;
        } else if (found != m_rows.constEnd()) {
            link = {State::Placed, *found, -1};
        } else if (outside.contains(above)) {
            link.state = State::Outside;
        } else {
            link.state = State::Unknown;
            ++m_result.orphans;
        }
    }

    /// Every row has one parent at most: going up from each, a row met twice on one way closes a loop.
    void cutLoops()
    {
        std::vector<int> way(m_claims.size(), -1);
        for (int start = 0; start < sizeOf(m_claims); ++start) {
            int row = start;
            while (row >= 0 && way[uz(row)] < 0) {
                way[uz(row)] = start;
                row = m_result.links[uz(row)].parent;
            }
            if (row < 0 || way[uz(row)] != start)
                continue;
            int last = row;
            for (int step = m_result.links[uz(row)].parent; step != row; step = m_result.links[uz(step)].parent)
                last = std::max(last, step);
            m_result.links[uz(last)] = {State::Cut, -1, -1};
            ++m_result.cycles;
        }
    }

    void measure()
    {
        constexpr int kUnreached = -1;
        constexpr int kNotYet = 0;
        std::vector<int> depths(m_claims.size(), kNotYet);
        std::vector<int> way;
        for (int start = 0; start < sizeOf(m_claims); ++start) {
            int row = start;
            for (; row >= 0 && depths[uz(row)] == kNotYet; row = m_result.links[uz(row)].parent)
                way.push_back(row);
            int depth = row < 0 ? kNotYet : depths[uz(row)];
            for (; !way.empty(); way.pop_back()) {
                const State state = m_result.links[uz(way.back())].state;
                if (state == State::Root || state == State::Outside)
                    depth = 1;
                else if (state != State::Placed || depth == kUnreached)
                    depth = kUnreached;
                else
                    ++depth;
                depths[uz(way.back())] = depth;
            }
            if (!m_claims[uz(start)].code.isEmpty())
                m_result.maxDepth = std::max(m_result.maxDepth, depths[uz(start)]);
        }
    }

    std::span<const ParentClaim> m_claims;
    CodeMatch m_match;
    QHash<QString, int> m_rows; ///< key → first row with it
    ParentLinks m_result;
};

} // namespace

QString looseCode(const QString &code)
{
    QString key = searchFold(code);
    while (key.size() > 1 && key.startsWith(u'0'))
        key.remove(0, 1);
    return key;
}

ParentLinks linkParents(std::span<const ParentClaim> claims, CodeMatch match, const QSet<QString> &outside)
{
    return Linker(claims, match).run(outside);
}

} // namespace bomay
