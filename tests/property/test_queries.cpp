// SPDX-License-Identifier: GPL-3.0-or-later
// The algorithms on the graph and on views are what their definitions say, on any organisation.
#include "core/change/transaction.h"
#include "core/model/queries.h"
#include "core/model/statistics.h"
#include "tests/property/edit_script.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/seeds.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <numeric>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

constexpr unsigned kSeeds = 15;
constexpr int kEdits = 150;

/// Definitions read from the tables alone.
class Naive
{
public:
    Naive(const Organisation &organisation, Day day)
        : m_org(organisation)
        , m_day(day)
    {}

    [[nodiscard]] std::vector<NodeRef> nodes() const
    {
        std::vector<NodeRef> all;
        for (const Unit &unit : m_org.units())
            all.emplace_back(unit.id);
        for (const Post &post : m_org.posts())
            all.emplace_back(post.id);
        return all;
    }

    [[nodiscard]] std::vector<NodeRef> ancestors(NodeRef node) const
    {
        std::vector<NodeRef> found;
        for (auto parent = parentOf(node); parent; parent = parentOf(found.back()))
            found.push_back(*parent);
        return found;
    }

    [[nodiscard]] std::vector<NodeRef> subtree(NodeRef node) const
    {
        std::vector<NodeRef> found{node};
        for (const NodeRef other : nodes())
            if (std::ranges::count(ancestors(other), node) > 0)
                found.push_back(other);
        std::ranges::sort(found);
        return found;
    }

    /// Everything that can be reached from a node, whatever way relations point.
    [[nodiscard]] std::vector<NodeRef> joined(NodeRef node) const
    {
        std::vector<NodeRef> found{node};
        for (std::size_t i = 0; i < found.size(); ++i)
            for (const Relation &relation : m_org.relations())
                if (relation.period.contains(m_day) && (relation.from == found[i] || relation.to == found[i]))
                    for (const NodeRef end : {relation.from, relation.to})
                        if (std::ranges::find(found, end) == found.end())
                            found.push_back(end);
        std::ranges::sort(found);
        return found;
    }

private:
    [[nodiscard]] std::optional<NodeRef> parentOf(NodeRef node) const
    {
        for (const Relation &relation : m_org.relations())
            if (relation.type == RelationType::BelongsTo && relation.from == node && relation.period.contains(m_day))
                return relation.to;
        return std::nullopt;
    }

    const Organisation &m_org;
    Day m_day;
};

/// Sums over a unit and the units below it, by recursion over the lists of the view.
RollUp naiveRollUp(const OrgView &view, int unit)
{
    const UnitState &state = view.units()[uz(unit)].state;
    RollUp sum{1, sizeOf(view.postsOfUnit(unit)), 0, 0, 0, {}, {}};
    for (const int index : view.postsOfUnit(unit)) {
        const ViewPost &post = view.posts()[uz(index)];
        sum.seats += post.state.seats;
        sum.vacantSeats += std::max(0, post.state.seats - sizeOf(post.holders));
        sum.deputies += post.state.role == PostRole::Deputy ? post.state.seats : 0;
    }
    const auto add = [](std::optional<int> &total, std::optional<int> part) {
        if (part)
            total = total.value_or(0) + *part;
    };
    for (const int child : view.unitsOfUnit(unit)) {
        const RollUp below = naiveRollUp(view, child);
        sum.units += below.units;
        sum.posts += below.posts;
        sum.seats += below.seats;
        sum.vacantSeats += below.vacantSeats;
        sum.deputies += below.deputies;
        add(sum.staffAllotted, below.staffAllotted);
        add(sum.staffFilled, below.staffFilled);
    }
    if (state.staffAllotted)
        sum.staffAllotted = state.staffAllotted;
    if (state.staffFilled)
        sum.staffFilled = state.staffFilled;
    return sum;
}

Organisation randomOrganisation(unsigned seed)
{
    EditScript script(seed);
    Organisation organisation;
    for (int i = 0; i < kEdits; ++i)
        (void)applyChange(organisation, script.next(organisation));
    return organisation;
}

} // namespace

class TestQueries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theGraphAnswersAsTheTablesSay_data() { test::addSeeds(kSeeds); }
    void theGraphAnswersAsTheTablesSay()
    {
        QFETCH(unsigned, seed);
        const Organisation organisation = randomOrganisation(seed + 6000);
        const StructureGraph graph = organisation.graph(); // a copy answers like the original
        for (int year = 2016; year <= 2026; year += 5) {
            const Day day = *Day::fromYmd(year, 12, 31);
            const Naive naive(organisation, day);
            const std::vector<NodeRef> nodes = naive.nodes();
            const std::vector<NodeRef> order = graph.parentsFirst(day);
            QVERIFY(std::ranges::is_permutation(order, nodes));
            const auto components = graph.components(day);
            const auto joined = std::accumulate(components.begin(), components.end(), std::size_t{0},
                                                [](std::size_t n, const auto &group) { return n + group.size(); });
            QCOMPARE(joined, nodes.size());
            for (const NodeRef node : nodes) {
                const std::vector<NodeRef> ancestors = naive.ancestors(node);
                QCOMPARE(graph.ancestors(node, day), ancestors);
                QCOMPARE(graph.depth(node, day), sizeOf(ancestors) + 1);
                if (!ancestors.empty())
                    QVERIFY(std::ranges::find(order, ancestors.front()) < std::ranges::find(order, node));
                std::vector<NodeRef> below = graph.subtree(node, day);
                QCOMPARE(below.front(), node);
                std::ranges::sort(below);
                QCOMPARE(below, naive.subtree(node));
                auto group = *std::ranges::find_if(
                    components, [&](const auto &some) { return std::ranges::find(some, node) != some.end(); });
                std::ranges::sort(group);
                QCOMPARE(group, naive.joined(node));
            }
        }
        const NodeRef nothing(UnitId{{1, 2}});
        QCOMPARE(graph.depth(nothing, Day{}), 0);
        QVERIFY(graph.subtree(nothing, Day{}).empty() && graph.ancestors(nothing, Day{}).empty());
    }

    void sumsOverASubtreeAreThoseOfItsParts_data() { test::addSeeds(kSeeds); }
    void sumsOverASubtreeAreThoseOfItsParts()
    {
        QFETCH(unsigned, seed);
        const Organisation organisation = randomOrganisation(seed + 7000);
        const OrgView view(organisation, *Day::fromYmd(2020, 12, 31));
        int widest = 0;
        for (int unit = 0; unit < sizeOf(view.units()); ++unit) {
            QCOMPARE(rollUp(view, unit), naiveRollUp(view, unit));
            const Span span = spanOf(view, unit);
            int units = 0;
            for (int other = 0; other < sizeOf(view.units()); ++other)
                units += view.parentUnit(other) == unit ? 1 : 0;
            QCOMPARE(span, (Span{units, static_cast<int>(std::ranges::count(view.posts(), unit, &ViewPost::unit))}));
            widest = std::max(widest, span.units + span.posts);
            std::size_t deputies = 0;
            for (const auto &[tier, posts] : deputiesByTier(view, unit)) {
                deputies += posts.size();
                for (const int post : posts)
                    QVERIFY(view.posts()[uz(post)].unit == unit && view.posts()[uz(post)].state.tier == tier);
            }
            const auto isDeputy = [unit](const ViewPost &post) {
                return post.unit == unit && post.state.role == PostRole::Deputy;
            };
            QCOMPARE(deputies, static_cast<std::size_t>(std::ranges::count_if(view.posts(), isDeputy)));
        }
        QVERIFY(widestUnit(view) >= 0);
        const Span span = spanOf(view, widestUnit(view));
        QCOMPARE(span.units + span.posts, widest);
        QCOMPARE(widestUnit(OrgView()), -1);
    }
};

BM_TEST_MAIN(TestQueries)
#include "test_queries.moc"
