// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/booklet.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/chart/hit_test.h"
#include "core/chart/unit_filter.h"

#include <algorithm>
#include <unordered_map>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

// Points, of the number of a page on the edge of a box: as small as the smallest letters of the page, in bounds.
constexpr double kLargestReference = 7;
constexpr double kLeastReference = 3;
constexpr FontSpec kIndexFont{FontFace::Serif, FontWeight::Regular, FontSlant::Upright, 11};
constexpr FontSpec kIndexTitle{FontFace::Serif, FontWeight::Bold, FontSlant::Upright, 14};
constexpr double kIndexColumn = 75; ///< mm at least
constexpr double kIndexGap = 8;     ///< mm between columns
constexpr int kLongestPath = 12;    ///< names

class BookletMaker
{
public:
    BookletMaker(const OrgView &view, const PageRequest &request, double floor, const TextMeasurer &measurer,
                 const ChartOptions &options)
        : m_view(view)
        , m_request(request)
        , m_floor(floor)
        , m_measurer(measurer)
        , m_options(options)
        , m_filter(view, options.view)
    {
        const NodeRef top = onlyRoot();
        for (int i = 0; i < sizeOf(view.nodes());) {
            const ViewNode &node = view.nodes()[uz(i)];
            if (!isShown(node)) { // what is folded above the view's own root does not matter
                ++i;
                continue;
            }
            m_drawn.push_back(node.item);
            const bool isFolded = isFoldedAway(node.ref);
            if (!isFolded && m_filter.hasUnitsBelow(node.item) && node.ref != top) {
                const int above = pageAbove(node.item);
                m_levels.push_back(above == 0 ? 0 : m_levels[uz(above) - 1] + 1);
                m_pages.emplace(node.ref, sizeOf(m_units) + 1);
                m_units.push_back(node.item);
            }
            i = isFolded ? node.end : i + 1;
        }
    }

    Result<Booklet> make(const Progress &progress)
    {
        addOverview();
        for (int i = 0; i < sizeOf(m_units); ++i) {
            if (progress && !progress(i, sizeOf(m_units)))
                return fail(u"cancelled"_s);
            addPage(m_units[uz(i)], m_levels[uz(i)]);
        }
        addIndex();
        for (int i = 0; i < sizeOf(m_document.pages); ++i)
            number(m_document.pages[uz(i)], i + 1);
        Booklet booklet{std::move(m_document), std::move(m_small)};
        booklet.paperFor = paperFor(booklet.small);
        return booklet;
    }

private:
    /// Does the view leave out what is below a unit? A booklet, too, has no page of it then.
    [[nodiscard]] bool isFoldedAway(NodeRef node) const
    {
        const auto mark = m_options.marks.find(node);
        return mark != m_options.marks.end() && mark->second.layout == BranchLayout::Folded;
    }

    /// In the part of the organisation that the view draws?
    [[nodiscard]] bool isShown(const ViewNode &node) const
    {
        if (!node.isUnit() || node.isStaged() || !m_filter.shows(node.item))
            return false;
        const int root = m_options.view.root.isNull() ? -1 : m_view.indexOf(m_options.view.root);
        if (root < 0)
            return true;
        const int top = m_view.nodeOfUnit(root);
        const int own = m_view.nodeOfUnit(node.item);
        return top <= own && own < m_view.nodes()[uz(top)].end;
    }

    /// The unit that the overview shows with all that is below it; null where several stand at the top.
    [[nodiscard]] NodeRef onlyRoot() const
    {
        if (!m_options.view.root.isNull())
            return m_options.view.root;
        NodeRef root;
        for (const ViewNode &node : m_view.nodes())
            if (node.isUnit() && node.parent < 0 && !node.isStaged() && m_filter.shows(node.item)) {
                if (!root.uid.isNull())
                    return {};
                root = node.ref;
            }
        return root;
    }

    [[nodiscard]] const QString &nameOf(int unit) const { return m_view.units()[uz(unit)].state.name; }

    void addOverview()
    {
        m_document.outline.push_back({u"Tổng quan"_s, 0, 0, 0});
        Page page = overviewOn(m_request);
        refer(page, {});
        take(std::move(page), {});
    }

    [[nodiscard]] Page overviewOn(const PageRequest &request) const
    {
        ChartOptions options = m_options;
        options.view.depth = 2;
        return fitChart(m_view, request, m_measurer, options);
    }

    /// The page of a unit as it stands on a paper, without what leads to others.
    [[nodiscard]] Page pageOn(PageRequest request, int unit) const
    {
        ChartOptions options = forBranch(m_options, m_view.units()[uz(unit)].id);
        options.view.depth = 2;
        request.heading = {{nameOf(unit), options.theme.titleFont}};
        if (const QString path = pathTo(unit); !path.isEmpty())
            request.heading.push_back({path, options.theme.subtitleFont});
        return fitChart(m_view, request, m_measurer, options);
    }

    /// Puts a page behind the others.
    void take(Page page, const QString &unit)
    {
        if (page.smallestText < m_floor)
            m_small.push_back({sizeOf(m_document.pages), page.smallestText, unit});
        m_document.pages.push_back(std::move(page));
    }

    /// Only the pages that are too small are tried: on larger paper the others are not smaller.
    [[nodiscard]] std::optional<PaperSize> paperFor(const std::vector<SmallPage> &small) const
    {
        for (const PaperSize paper : {PaperSize::A3, PaperSize::A2, PaperSize::A1, PaperSize::A0}) {
            PageRequest request = m_request;
            request.paper = paper;
            const auto isLarge = [&](const SmallPage &page) {
                const Page tried = page.page == 0 ? overviewOn(request) : pageOn(request, m_units[uz(page.page - 1)]);
                return tried.smallestText >= m_floor;
            };
            const bool isLarger =
                std::min(paper.width, paper.height) > std::min(m_request.paper.width, m_request.paper.height);
            if (isLarger && !small.empty() && std::ranges::all_of(small, isLarge))
                return paper;
        }
        return std::nullopt;
    }

    /// The names from the top down to a unit; the nearest ones where there are more than anybody reads.
    [[nodiscard]] QString pathTo(int unit) const
    {
        QStringList names;
        for (int above = m_view.parentUnit(unit); above >= 0; above = m_view.parentUnit(above)) {
            if (names.size() == kLongestPath) {
                names.prepend(u"…"_s);
                break;
            }
            names.prepend(nameOf(above));
        }
        return names.join(u" › "_s);
    }

    /// The page of the nearest unit above that has one; the overview where none has. What something is drawn
    /// below has a page, but for the root of the overview.
    [[nodiscard]] int pageAbove(int unit) const
    {
        const int above = m_view.parentUnit(unit);
        const auto page = above < 0 ? m_pages.end() : m_pages.find(m_view.units()[uz(above)].id);
        return page == m_pages.end() ? 0 : page->second;
    }

    void addPage(int unit, int level)
    {
        Page page = pageOn(m_request, unit);
        // The lines of the path come first, behind the name.
        for (const TextItem &text : page.list.texts)
            if (text.font == m_options.theme.subtitleFont && text.node.uid.isNull())
                page.links.push_back({rectOf(text, m_measurer), pageAbove(unit), 0});
        refer(page, m_view.units()[uz(unit)].id);
        m_document.outline.push_back({nameOf(unit), level, sizeOf(m_document.pages), 0});
        take(std::move(page), nameOf(unit));
    }

    /// Boxes of units with a page of their own lead there, but for the one whose page it is.
    void refer(Page &page, NodeRef own) const
    {
        std::unordered_map<NodeRef, QRectF> places;
        std::vector<NodeRef> order;
        for (const BoxItem &box : page.list.boxes)
            if (m_pages.contains(box.node) && box.node != own) {
                const auto [place, isNew] = places.emplace(box.node, box.rect);
                if (isNew)
                    order.push_back(box.node);
                else
                    place->second = place->second.united(box.rect);
            }
        FontSpec font = kIndexFont;
        font.size = std::clamp(page.smallestText, kLeastReference, kLargestReference);
        DisplayList references;
        for (const NodeRef node : order) {
            const QRectF &rect = places.at(node);
            const int target = m_pages.at(node);
            page.links.push_back({rect, target, 0});
            const QString text = u"tr. %1"_s.arg(target + 1);
            const double width = m_measurer.width(text, font);
            // On the lower edge, with paper under it: between rows of a grid there is no room for a line.
            const double height = m_measurer.lineHeight(font);
            const QRectF ground(rect.right() - width - height, rect.bottom() - height / 2, width + height / 2, height);
            references.boxes.push_back(
                {ground, m_options.theme.paper, {m_options.theme.paper, 0, StrokeStyle::None}, {}});
            references.texts.push_back({{ground.left() + height / 4, ground.top() + m_measurer.ascent(font)},
                                        width,
                                        text,
                                        font,
                                        m_options.theme.ink,
                                        {}});
        }
        if (references.texts.empty())
            return;
        references.bounds = page.list.bounds;
        page.list.append(std::move(references));
    }

    struct IndexLine
    {
        QString name;
        int page;
        QString order; ///< by letters without their marks, then by these
    };

    /// All units that are drawn by name, with the page that shows them: their own, else that of the unit above. Where
    /// several have one name, the unit above tells them apart.
    [[nodiscard]] std::vector<IndexLine> indexLines() const
    {
        std::unordered_map<QString, int> countOfName;
        for (const int unit : m_drawn)
            ++countOfName[nameOf(unit)];
        std::vector<IndexLine> lines;
        for (const int unit : m_drawn) {
            const auto own = m_pages.find(m_view.units()[uz(unit)].id);
            QString name = nameOf(unit);
            if (const int above = m_view.parentUnit(unit); above >= 0 && countOfName.at(name) > 1)
                name += u" (%1)"_s.arg(nameOf(above));
            lines.push_back({name, own != m_pages.end() ? own->second : pageAbove(unit),
                             searchFold(name) + u'\n' + nameFold(name)});
        }
        std::ranges::stable_sort(lines, {}, &IndexLine::order);
        return lines;
    }

    void addIndex()
    {
        const QSizeF paper = sheetSizes(m_request).front();
        const QRectF area = QRectF(QPointF(0, 0), paper).marginsRemoved(m_request.margins);
        const int columns = std::max(1, static_cast<int>((area.width() + kIndexGap) / (kIndexColumn + kIndexGap)));
        const double width = (area.width() - (columns - 1) * kIndexGap) / columns;
        const double height = m_measurer.lineHeight(kIndexFont);
        const double first = area.top() + 2 * m_measurer.lineHeight(kIndexTitle);
        m_document.outline.push_back({u"Mục lục tra cứu"_s, 0, sizeOf(m_document.pages), 0});
        double x = 0;
        double y = area.bottom(); // a new page is needed
        int column = columns - 1;
        for (const IndexLine &line : indexLines()) {
            const QString number = QString::number(line.page + 1);
            const double numberWidth = m_measurer.width(number, kIndexFont);
            const QStringList parts = wrapText(line.name, kIndexFont, width - numberWidth - 4, m_measurer);
            if (y + static_cast<double>(parts.size()) * height > area.bottom()) {
                if (++column == columns) {
                    column = 0;
                    startIndexPage(paper, area);
                }
                x = area.left() + column * (width + kIndexGap);
                y = first;
            }
            Page &page = m_document.pages.back();
            page.links.push_back({{x, y, width, static_cast<double>(parts.size()) * height}, line.page, 0});
            for (const QString &part : parts) {
                setText({x, y + m_measurer.ascent(kIndexFont)}, part, kIndexFont, page.list);
                y += height;
            }
            setText({x + width - numberWidth, y - height + m_measurer.ascent(kIndexFont)}, number, kIndexFont,
                    page.list);
        }
    }

    void startIndexPage(const QSizeF &paper, const QRectF &area)
    {
        Page page{paper, {}};
        page.smallestText = kIndexFont.size;
        const QString title = u"Mục lục tra cứu"_s;
        const double width = m_measurer.width(title, kIndexTitle);
        setText({area.center().x() - width / 2, area.top() + m_measurer.ascent(kIndexTitle)}, title, kIndexTitle,
                page.list);
        page.list.bounds = area;
        m_document.pages.push_back(std::move(page));
    }

    void setText(QPointF at, const QString &text, const FontSpec &font, DisplayList &list) const
    {
        list.texts.push_back({at, m_measurer.width(text, font), text, font, {0, 0, 0, 255}, {}});
    }

    /// In the middle of the lower margin.
    void number(Page &page, int number) const
    {
        const QString text = QString::number(number);
        page.label = text;
        DisplayList foot;
        setText({(page.size.width() - m_measurer.width(text, kIndexFont)) / 2,
                 page.size.height() - m_request.margins.bottom() / 2},
                text, kIndexFont, foot);
        foot.bounds = QRectF(QPointF(0, 0), page.size);
        page.list.append(std::move(foot));
    }

    const OrgView &m_view;
    const PageRequest &m_request;
    double m_floor; ///< points
    const TextMeasurer &m_measurer;
    const ChartOptions &m_options;
    UnitFilter m_filter;
    std::vector<int> m_drawn;                 ///< units that stand on some page, in order
    std::vector<int> m_units;                 ///< with a page of their own, in order
    std::vector<int> m_levels;                ///< of their pages in the outline
    std::unordered_map<NodeRef, int> m_pages; ///< index of that page
    PaperDocument m_document;
    std::vector<SmallPage> m_small;
};

} // namespace

Result<Booklet> bookletOf(const OrgView &view, const PageRequest &request, double floor, const TextMeasurer &measurer,
                          const ChartOptions &options, const Progress &progress)
{
    return BookletMaker(view, request, floor, measurer, options).make(progress);
}

} // namespace bomay
