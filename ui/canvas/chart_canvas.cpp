// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/chart_canvas.h"

#include "core/base/numbers.h"
#include "core/chart/chart_builder.h"
#include "ui/canvas/canvas_marks.h"
#include "ui/canvas/name_typing.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace bomay {

ChartCanvas::ChartCanvas(const UiContext &context, const FontTable &fonts, CanvasUse use, QWidget *parent)
    : ChartSurface(parent)
    , m_document(context.document)
    , m_use(use)
    , m_picture(fonts)
    , m_marks(m_document, m_picture, use == CanvasUse::Edit ? FindingsMarked::Yes : FindingsMarked::No)
    , m_mouse(m_document, m_picture, m_scale, viewport(), use == CanvasUse::Edit ? Drags::Allowed : Drags::None)
    , m_drags(new DragTools(context, m_picture, m_scale, viewport(), this))
    , m_edge(m_document, m_picture, m_scale)
    , m_typing(new NameTyping(m_document, m_picture, m_scale, viewport()))
    , m_map(new MiniMap(viewport()))
{
    setAccessibleName(tr("Sơ đồ"));
    // Not by a click: who gets the mouse must be known before a name that is being typed is taken and moves the boxes.
    setFocusPolicy(Qt::TabFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAcceptDrops(use == CanvasUse::Edit);
    viewport()->setMouseTracking(use == CanvasUse::Edit); // edges of boxes show that they can be dragged
    horizontalScrollBar()->setSingleStep(20);
    verticalScrollBar()->setSingleStep(20);
    connect(&m_document, &Document::changed, this, &ChartCanvas::rebuild);
    connect(&m_document, &Document::flushWanted, m_typing, &NameTyping::take);
    connect(&m_document, &Document::seenEarly, this, &ChartCanvas::showEarly);
    connect(&m_document, &Document::viewShown, this, &ChartCanvas::rebuild);
    connect(&m_document, &Document::replaced, this, &ChartCanvas::zoomToFit);
    connect(&m_document, &Document::selectionChanged, this, &ChartCanvas::showSelection);
    // Whom the user looks for may be selected already, and out of sight.
    connect(&m_document, &Document::jumped, this,
            [this](NodeRef node) { m_scale.ensureVisible(m_picture.placeOf(node)); });
    connect(m_map, &MiniMap::placeWanted, this,
            [this](QPointF place) { m_scale.scrollBy(toViewport(place) - QRectF(viewport()->rect()).center()); });
    connect(m_typing, &NameTyping::finished, this, [this] { setFocus(); });
    rebuild();
}

ChartCanvas::~ChartCanvas()
{
    // It loses the keyboard while the window goes, and a name left half typed is no edit then.
    m_typing->giveUp();
}

void ChartCanvas::rebuild()
{
    constexpr int kTick = 16; ///< ms; a frame of a usual screen
    m_edge.cancel();          // what is dragged may be gone
    const bool wasEmpty = m_picture.isEmpty();
    const auto held = anchor();
    const QPointF was = held ? toViewport(held->second).center() : QPointF();
    if (m_isAnimated)
        m_motion.remember(m_picture, m_scale);
    const auto page = pageRequest();
    if (const auto &rows = m_document.rowsTouched(); rows && !page)
        m_picture.follow(m_document.view(), m_document.screenOptions(), *rows);
    else if (const Result<> built = m_picture.rebuild(m_document.view(), m_document.screenOptions(), page); !built) {
        m_showsPages = false;
        Q_EMIT pagesRefused(built.error());
    }
    m_typing->giveUp();
    m_marks.rebuild();
    // A page has margins of its own.
    setSurface(picture(), m_picture.extent(), m_picture.frames().size() == 1 ? 0 : CanvasScale::kPaperMargin);
    m_map->setChart(picture(), m_scale.paper(), m_marks.findings());
    if (isFitted() || wasEmpty)
        zoomToFit();
    else if (held)
        keepInPlace(held->first, was);
    if (m_isAnimated)
        m_motion.start(m_picture, m_scale);
    if (m_motion.isRunning())
        m_motionTick.start(kTick, this);
    m_map->setSeen(m_scale.toChart(QRectF(viewport()->rect())));
    viewport()->update();
}

std::optional<std::pair<NodeRef, QRectF>> ChartCanvas::anchor() const
{
    // The view may be another already: only what the old picture itself holds is asked.
    const QRectF port(viewport()->rect());
    // So may what is selected: an undo brings back what the marks know nothing of.
    if (const auto current = m_marks.currentNode(); current && toViewport(current->second).intersects(port))
        return current;
    const QPointF middle = toChart(port.center());
    const auto distance = [middle](const auto &box) {
        const QPointF way = box.second.center() - middle;
        return std::pair(QPointF::dotProduct(way, way), box.first); // equally near: always the same one
    };
    const auto &boxes = m_picture.boxes();
    const auto nearest = std::ranges::min_element(boxes, {}, distance);
    return nearest == boxes.end() ? std::nullopt : std::optional(std::pair(nearest->first, nearest->second));
}

void ChartCanvas::keepInPlace(NodeRef node, QPointF was)
{
    const QRectF place = m_picture.placeOf(node);
    if (place.isNull())
        return;
    m_scale.scrollBy(toViewport(place).center() - was);
    if (m_document.selected() == node)
        m_scale.ensureVisible(place); // at the end of the scroll bars
}

void ChartCanvas::showEarly(const OrgView &view)
{
    m_typing->giveUp();
    m_motion.stop();
    static_cast<void>(m_picture.rebuild(view, {}, std::nullopt)); // without pages nothing can fail
    m_marks.clear();
    setSurface(picture(), m_picture.extent());
    zoomToFit();
    viewport()->update();
}

std::optional<PageRequest> ChartCanvas::pageRequest() const
{
    if (!m_showsPages || !canShowPages())
        return std::nullopt;
    return pageRequestFor(m_document.organisation().info(), m_document.session().asOf(), m_document.chartView());
}

void ChartCanvas::showPages(bool wanted)
{
    m_typing->take(); // looking at pages is no reason to lose a name
    m_showsPages = wanted;
    rebuild();
    m_motion.stop(); // of another scale
    zoomToFit();
}

bool ChartCanvas::canShowPages() const
{
    return m_document.view().nodes().size() <= kMostFramedNodes;
}

void ChartCanvas::setAnimated(bool wanted)
{
    m_isAnimated = wanted;
    m_motion.stop();
    viewport()->update();
}

void ChartCanvas::showMiniMap(bool wanted)
{
    m_map->setWanted(wanted);
}

bool ChartCanvas::hasMiniMap() const
{
    return m_map->isWanted();
}

void ChartCanvas::showSelection()
{
    m_marks.lookUpSelection();
    if (m_mouse.band().isNull())
        m_scale.ensureVisible(m_marks.current());
    viewport()->update();
}

void ChartCanvas::rescaled()
{
    m_typing->place();
    m_map->setSeen(m_scale.toChart(QRectF(viewport()->rect())));
    ChartSurface::rescaled();
    Q_EMIT scaleChanged();
}

void ChartCanvas::zoomToSelection()
{
    const QRectF branch = branchRect(m_document.selection());
    if (branch.isNull()) {
        zoomToFit();
        return;
    }
    m_scale.fitTo(branch);
    rescaled();
}

QRectF ChartCanvas::branchRect(const std::vector<NodeRef> &nodes) const
{
    const OrgView &view = m_document.view();
    QRectF rect;
    for (const NodeRef node : nodes)
        if (const int first = view.nodeOf(node); first >= 0)
            for (int i = first; i < view.nodes()[uz(first)].end; ++i)
                rect = rect.united(m_picture.boxOf(view.nodes()[uz(i)].ref));
    return rect;
}

void ChartCanvas::ensureVisible(NodeRef node)
{
    m_scale.ensureVisible(m_picture.boxOf(node));
}

void ChartCanvas::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    if (m_picture.isEmpty()) {
        painter.fillRect(event->rect(), palette().color(QPalette::Mid));
        painter.fillRect(toViewport(m_scale.paper()), Qt::white);
        painter.setPen(Qt::black); // on paper, whatever the palette
        painter.drawText(
            viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap,
            tr("Chưa có đơn vị nào vào ngày này.\nNhấn Enter để thêm đơn vị, hoặc nhập bảng tính (Ctrl+I)."));
        return;
    }
    if (m_motion.isRunning()) {
        painter.fillRect(viewport()->rect(), palette().color(QPalette::Mid));
        painter.fillRect(toViewport(m_scale.paper()), paperColor(picture()));
        m_motion.paint(painter, m_picture, m_scale, viewport()->rect(), devicePixelRatioF(), pictures());
    } else {
        paintFrame(painter);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintOverlays(painter);
}

void ChartCanvas::markFound(const std::vector<NodeRef> &nodes)
{
    m_marks.setFound(nodes);
    viewport()->update();
}

void ChartCanvas::paintOverlays(QPainter &painter)
{
    for (const PageFrame &frame : m_picture.frames())
        paintPageFrame(painter, toViewport(frame.rect), frame.label);
    m_marks.paint(painter, m_scale, viewport()->rect(), hasFocus() ? Keyboard::Here : Keyboard::Elsewhere);
    m_drags->paint(painter);
    if (const QRectF band = m_mouse.band(); !band.isNull())
        paintBand(painter, band);
    if (const QRectF outline = m_edge.outline(); !outline.isNull())
        paintBand(painter, outline);
}

void ChartCanvas::resizeEvent(QResizeEvent *event)
{
    ChartSurface::resizeEvent(event);
    m_map->setSeen(m_scale.toChart(QRectF(viewport()->rect())));
}

void ChartCanvas::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    m_typing->place();
    m_map->setSeen(m_scale.toChart(QRectF(viewport()->rect())));
    viewport()->update();
}

void ChartCanvas::goOnScreen(WalkStep step)
{
    const auto selected = m_document.selected();
    const QRectF from = selected ? m_picture.boxOf(*selected) : QRectF();
    if (from.isNull())
        goInTree(step);
    else if (const auto next = nearestBox(m_picture.boxes(), from, step))
        m_document.select(next);
}

void ChartCanvas::extendOnScreen(WalkStep step)
{
    const auto selected = m_document.selected();
    const auto next =
        selected ? nearestBox(m_picture.boxes(), m_picture.boxOf(*selected), step) : std::optional<NodeRef>();
    if (!next) {
        goOnScreen(step);
        return;
    }
    std::vector<NodeRef> nodes = m_document.selection();
    std::erase(nodes, *next); // it becomes the last
    nodes.push_back(*next);
    m_document.selectAll(std::move(nodes));
}

void ChartCanvas::selectAllBoxes()
{
    std::vector<NodeRef> nodes;
    for (const ViewNode &node : m_document.view().nodes())
        if (m_picture.hasBox(node.ref))
            nodes.push_back(node.ref);
    m_document.selectAll(std::move(nodes));
}

void ChartCanvas::goInTree(WalkStep step)
{
    const auto isShown = [this](const ViewNode &node) {
        return !node.isStaged() && (m_picture.hasBox(node.ref) || m_picture.nameOf(node.ref));
    };
    if (const auto next = walk(m_document.view(), m_document.selected(), step, isShown))
        m_document.select(next);
}

void ChartCanvas::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_motionTick.timerId()) {
        ChartSurface::timerEvent(event);
        return;
    }
    if (!m_motion.isRunning())
        m_motionTick.stop();
    viewport()->update();
}

void ChartCanvas::beginRename()
{
    if (const auto node = m_document.selected())
        m_typing->begin(*node);
}

} // namespace bomay
