// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/chart_builder.h"

#include "core/base/numbers.h"
#include "core/chart/piece_composer.h"
#include "core/layout/fit_layout.h"
#include "core/layout/tidy_tree.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Units that stand in one frame share a block (khối): the one written down, else that of their kind.
QString blockOf(const ViewUnit &unit)
{
    if (!unit.state.block.isEmpty())
        return unit.state.block;
    switch (unit.state.kind) {
    case UnitKind::SpecialisedAgency:
    case UnitKind::Office:
    case UnitKind::Inspectorate:
        return u"Cơ quan chuyên môn"_s;
    case UnitKind::PeoplesCommittee:
        return u"Ủy ban nhân dân"_s;
    case UnitKind::Unknown:
    case UnitKind::Other:
        return u"Đơn vị trực thuộc"_s;
    default:
        return labelOf(unit.state.kind);
    }
}

/// The children of a unit as the chart shows them: single units, and frames with many leaf units of one block.
struct Entry
{
    std::vector<int> units;
    QString frameTitle; ///< empty for a single unit
};

/// Charts of more pieces are not folded: on one page nobody reads them.
constexpr int kFoldedUpTo = 5000;
/// A folded chart stands on the page only where its letters are larger by so much: one row for each branch is what
/// everybody knows.
constexpr double kWorthFolding = 1.15;

class ChartBuilder
{
public:
    ChartBuilder(const OrgView &view, const TextMeasurer &measurer, const ChartOptions &options)
        : m_view(view)
        , m_options(options)
        , m_composer(view, measurer, options, m_list)
    {}

    DisplayList build()
    {
        composeForest([this](const Entry &entry) { return m_composer.composeFrame(entry.frameTitle, entry.units); });
        place();
        connect();
        return std::move(m_list);
    }

    /// Folded so that it is drawn largest in a room; nothing where there are too many pieces to search.
    std::optional<DisplayList> buildFor(const QSizeF &room)
    {
        composeForest([](const Entry &) { return Piece{}; }); // frames are drawn once their shapes are known
        if (sizeOf(m_pieces) > kFoldedUpTo)
            return std::nullopt;
        std::vector<std::vector<FrameShape>> frames(m_pieces.size());
        std::vector<FitNode> nodes;
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            FitNode node{m_parents[i], {{m_pieces[i].size, m_pieces[i].side}}};
            if (!m_entries[i].frameTitle.isEmpty()) {
                frames[i] = m_composer.frameShapes(m_entries[i].frameTitle, m_entries[i].units);
                node.shapes.clear();
                for (const FrameShape &shape : frames[i])
                    node.shapes.push_back({shape.size, shape.side});
            }
            nodes.push_back(std::move(node));
        }
        const Theme &theme = m_options.theme;
        const FitPlacement placed =
            fitLayout(nodes, room, {.sibling = theme.siblingGap, .level = theme.levelGap, .indent = theme.siblingGap});
        for (std::size_t i = 0; i < m_pieces.size(); ++i)
            if (!frames[i].empty())
                m_pieces[i] = m_composer.composeFrame(m_entries[i].frameTitle, m_entries[i].units,
                                                      frames[i][uz(placed.shapes[i])].columns);
        m_rects = placed.boxes;
        movePieces();
        for (const std::vector<QLineF> &lines : placed.lines)
            if (!lines.empty())
                draw(lines);
        return std::move(m_list);
    }

private:
    [[nodiscard]] bool isLeaf(int unit) const { return m_view.unitsOfUnit(unit).empty(); }

    /// "UBND phường, xã (312)": the title of a frame.
    [[nodiscard]] QString frameTitle(const QString &block, std::span<const int> units) const
    {
        QString title = block;
        const ViewUnit &first = m_view.units()[uz(units.front())];
        if (first.state.kind == UnitKind::PeoplesCommittee && first.state.block.isEmpty()) {
            QStringList types;
            for (const auto &term : terms<LocalityType>())
                if (std::ranges::any_of(units, [&](int unit) { return localityType(unit) == term.value; }) &&
                    term.value != LocalityType::Unknown)
                    types += toQString(term.vi).toLower();
            title = (u"UBND "_s + types.join(u", "_s)).trimmed();
        }
        return u"%1 (%2)"_s.arg(title).arg(units.size());
    }

    [[nodiscard]] LocalityType localityType(int unit) const
    {
        const int locality = m_view.units()[uz(unit)].locality;
        return locality < 0 ? LocalityType::Unknown : m_view.localities()[uz(locality)].state.type;
    }

    /// Groups leaf units of one block into frames where they are many; a frame stands where its first unit stood.
    [[nodiscard]] std::vector<Entry> entriesBelow(int unit) const
    {
        std::map<QString, std::vector<int>> blocks;
        for (const int child : m_view.unitsOfUnit(unit))
            if (isLeaf(child))
                blocks[blockOf(m_view.units()[uz(child)])].push_back(child);
        std::vector<Entry> entries;
        for (const int child : m_view.unitsOfUnit(unit)) {
            const QString block = blockOf(m_view.units()[uz(child)]);
            const auto members = isLeaf(child) ? blocks.find(block) : blocks.end();
            if (members == blocks.end() || sizeOf(members->second) < m_options.gridFrom)
                entries.push_back({{child}, {}});
            else if (members->second.front() == child)
                entries.push_back({members->second, frameTitle(block, members->second)});
        }
        return entries;
    }

    /// The pieces in preorder; `composeFrame` makes those of frames.
    void composeForest(const std::function<Piece(const Entry &)> &composeFrame)
    {
        struct Pending
        {
            Entry entry;
            int parent;
        };
        std::vector<Pending> stack;
        const auto push = [&stack](std::vector<Entry> entries, int parent) {
            for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
                stack.push_back({std::move(*entry), parent});
        };
        std::vector<Entry> roots;
        for (const ViewNode &node : m_view.nodes())
            if (node.isUnit() && node.parent < 0 && !node.isStaged())
                roots.push_back({{node.item}, {}});
        push(std::move(roots), -1);
        while (!stack.empty()) {
            const Pending next = std::move(stack.back());
            stack.pop_back();
            const int self = sizeOf(m_pieces);
            const int unit = next.entry.units.front();
            m_parents.push_back(next.parent);
            m_entries.push_back(next.entry);
            if (!next.entry.frameTitle.isEmpty()) {
                m_pieces.push_back(composeFrame(next.entry));
            } else if (isLeaf(unit) && next.parent >= 0) {
                m_pieces.push_back(m_composer.composeLeaf(unit));
            } else {
                m_pieces.push_back(m_composer.composeLeaders(unit, next.parent < 0));
                push(entriesBelow(unit), self);
            }
        }
    }

    void place()
    {
        std::vector<double> widths;
        std::vector<double> heights;
        for (const Piece &piece : m_pieces) {
            widths.push_back(piece.size.width());
            heights.push_back(piece.size.height());
        }
        const Theme &theme = m_options.theme;
        m_rects = layoutTidyTree({m_parents,
                                  widths,
                                  heights,
                                  {.sibling = theme.siblingGap, .cousin = theme.siblingGap, .level = theme.levelGap}});
        movePieces();
    }

    /// From about their own corners to where they stand.
    void movePieces()
    {
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            m_list.move(m_pieces[i].begin, m_pieces[i].end, m_rects[i].topLeft());
            m_list.runs.push_back({m_pieces[i].begin, m_pieces[i].end, m_rects[i]});
            m_list.bounds = m_list.bounds.united(m_rects[i]);
        }
    }

    /// From the middle of a parent's lower edge to a rail half-way down, and from the rail to each child. The lines
    /// below one parent are one run.
    void connect()
    {
        std::vector<std::vector<int>> children(m_rects.size());
        for (int i = 0; i < sizeOf(m_parents); ++i)
            if (m_parents[uz(i)] >= 0)
                children[uz(m_parents[uz(i)])].push_back(i);
        for (std::size_t i = 0; i < m_rects.size(); ++i)
            if (!children[i].empty())
                connect(m_rects[i], children[i]);
    }

    void connect(const QRectF &above, const std::vector<int> &children)
    {
        const Stroke &stroke = m_options.theme.lineStroke;
        const ListMark begin = m_list.mark();
        const double trunk = above.center().x();
        const double rail = above.bottom() + m_options.theme.levelGap / 2;
        double left = trunk;
        double right = trunk;
        double bottom = rail;
        m_list.addLine({{trunk, above.bottom()}, {trunk, rail}}, stroke);
        for (const int child : children) {
            const QRectF &below = m_rects[uz(child)];
            const double middle = below.center().x();
            m_list.addLine({{middle, rail}, {middle, below.top()}}, stroke);
            left = std::min(left, middle);
            right = std::max(right, middle);
            bottom = std::max(bottom, below.top());
        }
        if (right > left)
            m_list.addLine({{left, rail}, {right, rail}}, stroke);
        const double reach = stroke.width / 2;
        m_list.closeRun(
            begin,
            QRectF(QPointF(left, above.bottom()), QPointF(right, bottom)).adjusted(-reach, -reach, reach, reach));
    }

    /// The lines below one parent are one run.
    void draw(const std::vector<QLineF> &lines)
    {
        const Stroke &stroke = m_options.theme.lineStroke;
        const ListMark begin = m_list.mark();
        QRectF bounds;
        const double reach = stroke.width / 2;
        for (const QLineF &line : lines) {
            m_list.addLine({line.p1(), line.p2()}, stroke);
            const QRectF rect = QRectF(line.p1(), line.p2()).normalized().adjusted(-reach, -reach, reach, reach);
            bounds = bounds.isNull() ? rect : bounds.united(rect);
        }
        m_list.closeRun(begin, bounds);
    }

    const OrgView &m_view;
    const ChartOptions &m_options;
    DisplayList m_list;
    PieceComposer m_composer;
    std::vector<Entry> m_entries;
    std::vector<Piece> m_pieces;
    std::vector<int> m_parents;
    std::vector<QRectF> m_rects;
};

} // namespace

DisplayList buildChart(const OrgView &view, const TextMeasurer &measurer, const ChartOptions &options)
{
    return ChartBuilder(view, measurer, options).build();
}

Page fitChart(const OrgView &view, const PageRequest &request, const TextMeasurer &measurer,
              const ChartOptions &options)
{
    constexpr std::array kAspects{0.35, 0.5, 0.7, 1.0, 1.4, 2.0, 2.8, 4.0};
    std::optional<Page> best;
    for (const double aspect : kAspects) {
        ChartOptions shaped = options;
        shaped.gridAspect = aspect;
        Page page = composePage(buildChart(view, measurer, shaped), request, options.theme, measurer);
        if (!best || page.scale > best->scale)
            best = std::move(page);
    }
    const Page plain = *best;
    for (const QSizeF &room : chartRooms(request, options.theme, measurer)) {
        auto chart = ChartBuilder(view, measurer, options).buildFor(room);
        if (!chart)
            break;
        Page page = composePage(*chart, request, options.theme, measurer);
        if (page.scale > best->scale && page.scale > plain.scale * kWorthFolding) {
            page.unfoldedText = plain.smallestText;
            best = std::move(page);
        }
    }
    return *std::move(best);
}

} // namespace bomay
