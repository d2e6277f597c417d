// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/references.h"

#include "core/base/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace bomay {

namespace {

/// Appends PDF operators to a buffer.
class StreamWriter
{
public:
    explicit StreamWriter(QByteArray &bytes)
        : m_bytes(bytes)
    {}

    StreamWriter &number(double value)
    {
        std::array<char, 32> digits{};
        const auto end =
            std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 2);
        m_bytes.append(digits.data(), end.ptr - digits.data());
        m_bytes.append(' ');
        return *this;
    }
    StreamWriter &point(QPointF point) { return number(point.x()).number(point.y()); }
    StreamWriter &word(QByteArrayView word)
    {
        m_bytes.append(word);
        return *this;
    }
    StreamWriter &hexadecimal(const QString &text)
    {
        static constexpr char kDigits[] = "0123456789ABCDEF";
        m_bytes.append('<');
        for (const QChar letter : text)
            for (int shift = 12; shift >= 0; shift -= 4)
                m_bytes.append(kDigits[letter.unicode() >> shift & 15]);
        m_bytes.append('>');
        return *this;
    }

private:
    QByteArray &m_bytes;
};

} // namespace

LayoutBound::LayoutBound(int boxes)
    : m_boxes(uz(boxes))
    // Each array starts 320 bytes further into a page than the one before, so that they do not fight for the cache.
    , m_stride((m_boxes + 511) / 512 * 512 + 40)
    , m_data(kArrays * m_stride)
{}

double LayoutBound::pass()
{
    for (int round = 0; round < 3; ++round) {
        for (std::size_t array = 0; array < kArrays; ++array) {
            double *const values = m_data.data() + array * m_stride;
            for (std::size_t i = 0; i < m_boxes; ++i)
                values[i] += 1;
        }
    }
    return m_data.front();
}

FlatTree linkAndNumber(std::span<const int> parents)
{
    const std::size_t count = parents.size();
    std::vector<int> first(count + 1, -1); // the last one: of the roots
    std::vector<int> next(count, -1);
    for (std::size_t i = count; i-- > 0;) {
        int &head = first[parents[i] < 0 ? count : uz(parents[i])];
        next[i] = head;
        head = static_cast<int>(i);
    }
    FlatTree tree;
    tree.order.reserve(count);
    tree.parents.reserve(count);
    tree.depths.reserve(count);
    tree.ends.assign(count, 0);
    std::vector<int> open; // new indices from the root to the parent
    int node = first[count];
    while (node >= 0 || !open.empty()) {
        if (node < 0) {
            const int done = open.back();
            open.pop_back();
            tree.ends[uz(done)] = sizeOf(tree.order);
            node = next[uz(tree.order[uz(done)])];
            continue;
        }
        const int self = sizeOf(tree.order);
        tree.order.push_back(node);
        tree.parents.push_back(open.empty() ? -1 : open.back());
        open.push_back(self);
        tree.depths.push_back(sizeOf(open));
        node = first[uz(node)];
    }
    return tree;
}

FlatGraph::FlatGraph(int nodes, std::span<const FlatEdge> edges)
    : m_firstEdges(uz(nodes) + 1, 0)
    , m_edges(edges.size())
    , m_parents(uz(nodes), -1)
    , m_firstChildren(uz(nodes), -1)
    , m_next(uz(nodes), -1)
    , m_previous(uz(nodes), -1)
{
    for (const FlatEdge &edge : edges)
        ++m_firstEdges[uz(edge.from)];
    int sum = 0;
    for (int &first : m_firstEdges)
        first = sum += first;
    // Filled from behind, each index ends at its node's first edge.
    for (std::size_t i = edges.size(); i-- > 0;)
        m_edges[uz(--m_firstEdges[uz(edges[i].from)])] = edges[i];
    for (const FlatEdge &edge : edges)
        if (edge.type == 0)
            link(edge.from, edge.to);
}

void FlatGraph::link(int node, int parent)
{
    m_parents[uz(node)] = parent;
    m_previous[uz(node)] = -1;
    m_next[uz(node)] = std::exchange(m_firstChildren[uz(parent)], node);
    if (const int next = m_next[uz(node)]; next >= 0)
        m_previous[uz(next)] = node;
}

bool FlatGraph::move(int node, int parent)
{
    for (int above = parent; above >= 0; above = m_parents[uz(above)])
        if (above == node)
            return false;
    const int previous = m_previous[uz(node)];
    const int next = m_next[uz(node)];
    if (previous >= 0)
        m_next[uz(previous)] = next;
    else if (m_parents[uz(node)] >= 0)
        m_firstChildren[uz(m_parents[uz(node)])] = next;
    if (next >= 0)
        m_previous[uz(next)] = previous;
    link(node, parent);
    return true;
}

std::span<const FlatEdge> FlatGraph::edgesFrom(int node) const
{
    const int first = m_firstEdges[uz(node)];
    return std::span(m_edges).subspan(uz(first), uz(m_firstEdges[uz(node) + 1] - first));
}

int countUnitsAboveLimit(std::span<const int> unitOfPost, std::span<const std::uint8_t> isDeputy, int units, int limit)
{
    std::vector<int> deputies(uz(units), 0);
    for (std::size_t i = 0; i < unitOfPost.size(); ++i)
        deputies[uz(unitOfPost[i])] += isDeputy[i];
    return static_cast<int>(std::ranges::count_if(deputies, [limit](int count) { return count > limit; }));
}

DisplayList filledLike(const DisplayList &list)
{
    DisplayList copy;
    copy.boxes.reserve(list.boxes.size());
    copy.texts.reserve(list.texts.size());
    copy.lines.reserve(list.lines.size());
    copy.points.reserve(list.points.size());
    copy.append(list);
    copy.bounds = list.bounds;
    return copy;
}

QByteArray packedContentStream(const DisplayList &list)
{
    QByteArray bytes;
    StreamWriter out(bytes);
    for (const LineItem &line : list.lines) {
        out.point(list.points[uz(line.first)]).word("m ");
        for (int i = 1; i < line.count; ++i)
            out.point(list.points[uz(line.first + i)]).word("l ");
        out.word("S\n");
    }
    for (const BoxItem &box : list.boxes)
        out.point(box.rect.topLeft()).number(box.rect.width()).number(box.rect.height()).word("re B\n");
    for (const TextItem &text : list.texts)
        out.word("BT /F1 ")
            .number(text.font.size)
            .word("Tf ")
            .point(text.baseline)
            .word("Td ")
            .hexadecimal(text.text)
            .word(" Tj ET\n");
    return qCompress(bytes, 6);
}

} // namespace bomay
