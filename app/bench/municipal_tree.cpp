// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/municipal_tree.h"

#include "core/base/numbers.h"

#include <algorithm>
#include <random>
#include <utility>

namespace bomay {

namespace {

constexpr int kRootSpan = 8;
constexpr int kOpenPercent = 65; ///< of the units get children as long as there are nodes left: 5 times as many a level

class Dice
{
public:
    explicit Dice(std::uint32_t seed)
        : m_engine(seed)
    {}

    /// 0 … bound − 1.
    [[nodiscard]] int below(int bound) { return static_cast<int>(m_engine() % static_cast<std::uint32_t>(bound)); }
    [[nodiscard]] double between(double low, double high) { return low + (high - low) * below(1000) / 1000; }

private:
    std::mt19937 m_engine;
};

/// Spans in random order but in fixed shares, so that small trees keep the mean too: 1, twice 2 to 12, and one of 30 to
/// 60, together 200 children of 24 units.
class SpanDeck
{
public:
    explicit SpanDeck(Dice &dice)
        : m_dice(dice)
    {}

    [[nodiscard]] int draw()
    {
        if (m_cards.empty())
            fill();
        const int card = m_cards.back();
        m_cards.pop_back();
        return card;
    }

private:
    void fill()
    {
        m_cards = {1, 30 + m_dice.below(31)};
        for (int span = 2; span <= 12; ++span)
            m_cards.insert(m_cards.end(), 2, span);
        for (int i = sizeOf(m_cards) - 1; i > 0; --i)
            std::swap(m_cards[uz(i)], m_cards[uz(m_dice.below(i + 1))]);
    }

    Dice &m_dice;
    std::vector<int> m_cards;
};

/// Nodes level by level; the children of a node are one run.
struct LevelOrder
{
    std::vector<int> firstChild;
    std::vector<int> spans;
};

LevelOrder levelOrder(int count, Dice &dice)
{
    LevelOrder tree{std::vector<int>(uz(count), 0), std::vector<int>(uz(count), 0)};
    SpanDeck deck(dice);
    int made = 1;
    for (int unit = 0; made < count; ++unit) {
        // The last one that could grow has to, or the tree would end before it is as large as asked for.
        const bool isOnlyOne = unit + 1 == made;
        if (!isOnlyOne && dice.below(100) >= kOpenPercent)
            continue;
        const int span = std::min(unit == 0 ? kRootSpan : deck.draw(), count - made);
        tree.firstChild[uz(unit)] = made;
        tree.spans[uz(unit)] = span;
        made += span;
    }
    return tree;
}

/// How many of a unit's leaves are its posts: a head and one to three deputies, seldom four, which are one too many.
int postsWanted(Dice &dice)
{
    return dice.below(16) == 0 ? 5 : 2 + dice.below(3);
}

} // namespace

MunicipalTree municipalTree(int count, std::uint32_t seed)
{
    Dice dice(seed);
    const LevelOrder levels = levelOrder(std::max(count, 1), dice);

    struct Open
    {
        int node;
        int parent;
        bool isPost;
    };
    MunicipalTree tree;
    std::vector<Open> stack{{0, -1, false}};
    std::vector<Open> posts;
    std::vector<Open> units;
    while (!stack.empty()) {
        const Open next = stack.back();
        stack.pop_back();
        const int self = tree.size();
        tree.parents.push_back(next.parent);
        tree.widths.push_back(dice.between(120, 280));
        tree.heights.push_back(dice.between(40, 110));
        tree.posts.push_back(next.isPost);
        posts.clear();
        units.clear();
        const int first = levels.firstChild[uz(next.node)];
        const int wanted = levels.spans[uz(next.node)] > 0 ? postsWanted(dice) : 0;
        for (int child = first; child < first + levels.spans[uz(next.node)]; ++child) {
            const bool isPost = levels.spans[uz(child)] == 0 && sizeOf(posts) < wanted;
            (isPost ? posts : units).push_back({child, self, isPost});
        }
        // The stack turns the order round.
        stack.insert(stack.end(), units.rbegin(), units.rend());
        stack.insert(stack.end(), posts.rbegin(), posts.rend());
    }
    return tree;
}

} // namespace bomay
