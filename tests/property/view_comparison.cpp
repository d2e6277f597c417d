// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/view_comparison.h"

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Holds two views against each other and keeps the first difference.
class ViewComparison
{
public:
    ViewComparison(const OrgView &view, const OrgView &expected)
        : m_view(view)
        , m_expected(expected)
    {}

    QString difference()
    {
        require(m_view.day() == m_expected.day(), u"day"_s);
        require(m_view.unplacedCount() == m_expected.unplacedCount(), u"number of unplaced"_s);
        compareLocalities();
        compareNodes();
        if (m_difference.isEmpty()) {
            compareUnits();
            comparePosts();
        }
        return m_difference;
    }

private:
    void require(bool equal, const QString &what)
    {
        if (!equal && m_difference.isEmpty())
            m_difference = what;
    }

    void compareLocalities()
    {
        const auto &ours = m_view.localities();
        const auto &theirs = m_expected.localities();
        require(ours.size() == theirs.size(), u"number of localities"_s);
        for (std::size_t i = 0; i < std::min(ours.size(), theirs.size()); ++i)
            require(ours[i].id == theirs[i].id && ours[i].code == theirs[i].code && ours[i].state == theirs[i].state &&
                        ours[i].parent == theirs[i].parent,
                    u"locality %1"_s.arg(theirs[i].code));
    }

    void compareNodes()
    {
        const auto &ours = m_view.nodes();
        const auto &theirs = m_expected.nodes();
        require(ours.size() == theirs.size(), u"number of nodes"_s);
        for (std::size_t i = 0; i < std::min(ours.size(), theirs.size()); ++i) {
            const auto name = [i](const char16_t *what) { return u"%1 of node %2"_s.arg(QStringView(what)).arg(i); };
            require(ours[i].ref == theirs[i].ref, name(u"ref"));
            require(ours[i].parent == theirs[i].parent, name(u"parent"));
            require(ours[i].depth == theirs[i].depth, name(u"depth"));
            require(ours[i].end == theirs[i].end, name(u"end"));
            require(m_view.indexOf(ours[i].ref) == ours[i].item, name(u"item"));
            require(m_view.nodeOf(ours[i].ref) == static_cast<int>(i), name(u"number"));
        }
    }

    /// The index in `m_view` of what has an index in `m_expected`; −1 stays −1, −2 = not there.
    [[nodiscard]] int counterpart(NodeRef ref) const
    {
        const int index = m_view.indexOf(ref);
        return index < 0 ? -2 : index;
    }
    [[nodiscard]] int unitCounterpart(int unit) const
    {
        return unit < 0 ? -1 : counterpart(m_expected.units()[uz(unit)].id);
    }

    template <typename Rows>
    [[nodiscard]] bool isSameList(const std::vector<int> &ours, const std::vector<int> &theirs, const Rows &rows) const
    {
        return std::ranges::equal(ours, theirs, {}, {}, [&](int index) { return counterpart(rows[uz(index)].id); });
    }

    void compareUnits()
    {
        require(m_view.units().size() == m_expected.units().size(), u"number of units"_s);
        for (int i = 0; i < sizeOf(m_expected.units()); ++i) {
            const ViewUnit &theirs = m_expected.units()[uz(i)];
            const auto name = [&theirs](const char16_t *what) {
                return u"%1 of unit %2"_s.arg(QStringView(what), theirs.code);
            };
            const int unit = m_view.indexOf(theirs.id);
            require(unit >= 0, name(u"existence"));
            if (unit < 0)
                continue;
            const ViewUnit &ours = m_view.units()[uz(unit)];
            require(ours.id == theirs.id && ours.code == theirs.code, name(u"code"));
            require(ours.state == theirs.state, name(u"state"));
            require(ours.locality == theirs.locality, name(u"locality"));
            require(m_view.parentUnit(unit) == unitCounterpart(m_expected.parentUnit(i)), name(u"parent"));
            require(isSameList(m_view.postsOfUnit(unit), m_expected.postsOfUnit(i), m_expected.posts()),
                    name(u"posts"));
            require(isSameList(m_view.unitsOfUnit(unit), m_expected.unitsOfUnit(i), m_expected.units()),
                    name(u"units"));
        }
    }

    void comparePosts()
    {
        require(m_view.posts().size() == m_expected.posts().size(), u"number of posts"_s);
        for (const ViewPost &theirs : m_expected.posts()) {
            const auto name = [&theirs](const char16_t *what) {
                return u"%1 of post %2"_s.arg(QStringView(what), theirs.state.title);
            };
            const int post = m_view.indexOf(theirs.id);
            require(post >= 0, name(u"existence"));
            if (post < 0)
                continue;
            const ViewPost &ours = m_view.posts()[uz(post)];
            require(ours.id == theirs.id && ours.state == theirs.state, name(u"state"));
            require(ours.unit == unitCounterpart(theirs.unit), name(u"unit"));
            require(std::ranges::equal(ours.holders, theirs.holders,
                                       [](const ViewHolder &a, const ViewHolder &b) {
                                           return a.person == b.person && a.name == b.name && a.kind == b.kind &&
                                                  a.portrait == b.portrait;
                                       }),
                    name(u"holders"));
            require(m_view.nodeOf(theirs.id) == m_expected.nodeOf(theirs.id), name(u"node"));
        }
    }

    const OrgView &m_view;
    const OrgView &m_expected;
    QString m_difference;
};

} // namespace

QString viewDifference(const OrgView &view, const OrgView &expected)
{
    return ViewComparison(view, expected).difference();
}

} // namespace bomay
