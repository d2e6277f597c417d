// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/chart_canvas.h"

#include "core/render/painter.h"
#include "ui/canvas/canvas_marks.h"
#include "ui/canvas/name_typing.h"
#include "ui/document/node_mime.h"

#include <QContextMenuEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace bomay {

namespace {

constexpr double kZoomStep = 1.2;

/// Arrows with another key are left to the window.
std::optional<WalkStep> stepOf(const QKeyEvent &event)
{
    if (event.modifiers() != Qt::NoModifier)
        return std::nullopt;
    switch (event.key()) {
    case Qt::Key_Up:
        return WalkStep::Up;
    case Qt::Key_Down:
        return WalkStep::Down;
    case Qt::Key_Left:
        return WalkStep::Left;
    case Qt::Key_Right:
        return WalkStep::Right;
    default:
        return std::nullopt;
    }
}

} // namespace

ChartCanvas::ChartCanvas(const UiContext &context, const FontTable &fonts, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_document(context.document)
    , m_picture(fonts)
    , m_scale(*this)
    , m_mouse(m_document, m_picture, m_scale, viewport())
    , m_drop(context)
    , m_typing(new NameTyping(m_document, m_picture, m_scale, viewport()))
{
    setAccessibleName(tr("Sơ đồ"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAcceptDrops(true);
    viewport()->setMouseTracking(false);
    horizontalScrollBar()->setSingleStep(20);
    verticalScrollBar()->setSingleStep(20);
    connect(&m_document, &Document::changed, this, &ChartCanvas::rebuild);
    connect(&m_document, &Document::flushWanted, m_typing, &NameTyping::take);
    connect(&m_document, &Document::seenEarly, this, &ChartCanvas::showEarly);
    connect(&m_document, &Document::viewShown, this, &ChartCanvas::rebuild);
    connect(&m_document, &Document::replaced, this, &ChartCanvas::zoomToFit);
    connect(&m_document, &Document::selectionChanged, this, &ChartCanvas::showSelection);
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
    const bool wasEmpty = m_picture.isEmpty();
    m_picture.rebuild(m_document.view(), m_document.chartOptions());
    m_typing->giveUp();
    const auto selected = m_document.selected();
    m_marked = selected ? m_picture.placeOf(*selected) : QRectF();
    m_scale.setChart(picture().bounds);
    if (m_scale.isFitted() || wasEmpty)
        zoomToFit();
    viewport()->update();
}

void ChartCanvas::showEarly(const OrgView &view)
{
    m_typing->giveUp();
    m_picture.rebuild(view, {});
    m_marked = {};
    m_scale.setChart(picture().bounds);
    zoomToFit();
    viewport()->update();
}

void ChartCanvas::showSelection()
{
    const auto selected = m_document.selected();
    m_marked = selected ? m_picture.placeOf(*selected) : QRectF();
    m_scale.ensureVisible(m_marked);
    viewport()->update();
}

void ChartCanvas::rescaled()
{
    m_typing->place();
    viewport()->update();
    Q_EMIT scaleChanged();
}

void ChartCanvas::zoomTo(double scale, QPointF anchor)
{
    m_scale.zoomTo(scale, anchor);
    rescaled();
}

void ChartCanvas::zoomIn()
{
    zoomTo(scale() * kZoomStep, QRectF(viewport()->rect()).center());
}

void ChartCanvas::zoomOut()
{
    zoomTo(scale() / kZoomStep, QRectF(viewport()->rect()).center());
}

void ChartCanvas::zoomToNatural()
{
    zoomTo(naturalScale(), QRectF(viewport()->rect()).center());
}

void ChartCanvas::zoomToFit()
{
    m_scale.fitWhole();
    rescaled();
}

void ChartCanvas::ensureVisible(NodeRef node)
{
    m_scale.ensureVisible(m_picture.boxOf(node));
}

void ChartCanvas::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(event->rect(), palette().color(QPalette::Mid));
    painter.fillRect(toViewport(m_scale.paper()), Qt::white);
    if (m_picture.isEmpty()) {
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(
            viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap,
            tr("Chưa có đơn vị nào vào ngày này.\nThêm đơn vị (Ctrl+Shift+U) hoặc nhập bảng tính (Ctrl+I)."));
        return;
    }
    painter.save();
    painter.translate(m_scale.offset());
    painter.scale(scale(), scale());
    paint(painter, picture(), {m_scale.toChart(QRectF(event->rect())), scale()});
    painter.restore();
    paintOverlays(painter);
}

void ChartCanvas::paintOverlays(QPainter &painter)
{
    if (!m_marked.isNull())
        paintSelection(painter, toViewport(m_marked), hasFocus() ? Keyboard::Here : Keyboard::Elsewhere);
    for (const Finding &finding : m_document.session().report().findings)
        for (const Subject &subject : finding.subjects)
            if (const QRectF box = m_picture.boxOf(subject.node); !box.isNull() && !finding.waiver)
                paintFindingMark(painter, toViewport(box), finding.severity);
    if (const auto &zone = m_drop.zone())
        m_drop.paint(painter, toViewport(m_picture.placeOf(zone->target)), m_picture.flowAt(zone->target),
                     viewport()->rect());
}

void ChartCanvas::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_scale.updateScrollBars();
    if (m_scale.isFitted())
        zoomToFit();
}

void ChartCanvas::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    m_typing->place();
    viewport()->update();
}

void ChartCanvas::keyPressEvent(QKeyEvent *event)
{
    if (const auto step = stepOf(*event)) {
        selectNeighbour(*step);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Space:
        m_mouse.holdSpace(true);
        return;
    case Qt::Key_Escape:
        m_document.select(std::nullopt);
        return;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void ChartCanvas::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_mouse.holdSpace(false);
        return;
    }
    QAbstractScrollArea::keyReleaseEvent(event);
}

void ChartCanvas::selectNeighbour(WalkStep step)
{
    const auto isShown = [this](const ViewNode &node) { return m_picture.hasBox(node.ref) && !node.isStaged(); };
    if (const auto next = walk(m_document.view(), m_document.selected(), step, isShown))
        m_document.select(next);
}

void ChartCanvas::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoomTo(scale() * std::pow(kZoomStep, event->angleDelta().y() / 120.0), event->position());
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void ChartCanvas::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    m_mouse.press(*event);
}

void ChartCanvas::mouseMoveEvent(QMouseEvent *event)
{
    m_mouse.move(*event);
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent * /*event*/)
{
    m_mouse.release();
}

void ChartCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_mouse.forgetPress();
    if (event->button() == Qt::LeftButton && m_document.selected())
        beginRename();
}

void ChartCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT contextMenuWanted(event->globalPos());
}

void ChartCanvas::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(nodeMimeType()))
        event->acceptProposedAction();
}

void ChartCanvas::dragMoveEvent(QDragMoveEvent *event)
{
    const auto node = nodeOf(event->mimeData());
    m_drop.moveTo(node ? m_picture.dropZoneAt(toChart(event->position()), *node) : std::nullopt,
                  node.value_or(NodeRef{}));
    event->setAccepted(m_drop.zone().has_value());
    viewport()->update();
}

void ChartCanvas::dragLeaveEvent(QDragLeaveEvent * /*event*/)
{
    m_drop.clear();
    viewport()->update();
}

void ChartCanvas::dropEvent(QDropEvent *event)
{
    const auto node = nodeOf(event->mimeData());
    const auto zone = node ? m_picture.dropZoneAt(toChart(event->position()), *node) : std::nullopt;
    m_drop.clear();
    viewport()->update();
    if (!zone)
        return;
    event->acceptProposedAction();
    if (m_document.perform(m_drop.changeFor(*zone, *node))) {
        m_document.select(node);
        ensureVisible(*node);
    }
}

void ChartCanvas::beginRename()
{
    if (const auto node = m_document.selected())
        m_typing->begin(*node);
}

} // namespace bomay
