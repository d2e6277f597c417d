// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/chart_canvas.h"

#include "core/base/numbers.h"
#include "core/chart/chart_builder.h"
#include "core/chart/hit_test.h"
#include "core/render/painter.h"
#include "ui/canvas/canvas_marks.h"
#include "ui/canvas/name_editor.h"
#include "ui/canvas/name_run.h"
#include "ui/document/node_mime.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDrag>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace bomay {

namespace {

constexpr double kPaperMargin = 12; ///< mm of white round the chart
constexpr double kDeskMargin = 20;  ///< pixels of desk round the paper
constexpr double kZoomStep = 1.2;
constexpr double kSmallestScale = 0.005;
constexpr double kLargestScale = 60;

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
    , m_fonts(fonts)
    , m_drop(context)
{
    setAccessibleName(tr("Sơ đồ"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAcceptDrops(true);
    viewport()->setMouseTracking(false);
    horizontalScrollBar()->setSingleStep(20);
    verticalScrollBar()->setSingleStep(20);
    connect(&m_document, &Document::changed, this, &ChartCanvas::rebuild);
    connect(&m_document, &Document::flushWanted, this, &ChartCanvas::takeName);
    connect(&m_document, &Document::replaced, this, &ChartCanvas::zoomToFit);
    connect(&m_document, &Document::selectionChanged, this, [this] {
        updateMarked();
        if (m_document.selected())
            ensureVisible(m_marked);
        viewport()->update();
    });
    rebuild();
}

ChartCanvas::~ChartCanvas()
{
    // It loses the keyboard while the window goes, and a name left half typed is no edit then.
    closeEditor();
}

double ChartCanvas::naturalScale() const
{
    return logicalDpiX() / 25.4;
}

QPointF ChartCanvas::offset() const
{
    const QSizeF paper = (m_picture.bounds.size() + QSizeF(2 * kPaperMargin, 2 * kPaperMargin)) * m_scale;
    // A chart smaller than the window stands in its middle; a larger one is scrolled.
    const double x = std::max(kDeskMargin, (viewport()->width() - paper.width()) / 2) - horizontalScrollBar()->value();
    const double y = std::max(kDeskMargin, (viewport()->height() - paper.height()) / 2) - verticalScrollBar()->value();
    return QPointF(x, y) + QPointF(kPaperMargin, kPaperMargin) * m_scale - m_picture.bounds.topLeft() * m_scale;
}

QPointF ChartCanvas::toViewport(QPointF chart) const
{
    return chart * m_scale + offset();
}

QRectF ChartCanvas::toViewport(const QRectF &chart) const
{
    return {toViewport(chart.topLeft()), chart.size() * m_scale};
}

QPointF ChartCanvas::toChart(QPointF viewport) const
{
    return (viewport - offset()) / m_scale;
}

void ChartCanvas::rebuild()
{
    const bool wasEmpty = m_picture.boxes.empty();
    m_picture = buildChart(m_document.view(), m_fonts);
    m_boxes.clear();
    for (const BoxItem &box : m_picture.boxes)
        if (!box.node.uid.isNull()) {
            QRectF &rect = m_boxes[box.node];
            rect = rect.united(box.rect);
        }
    closeEditor();
    updateMarked();
    updateScrollBars();
    if (m_fitted || wasEmpty)
        zoomToFit();
    viewport()->update();
}

void ChartCanvas::updateScrollBars()
{
    const QSizeF paper = (m_picture.bounds.size() + QSizeF(2 * kPaperMargin, 2 * kPaperMargin)) * m_scale +
                         QSizeF(2 * kDeskMargin, 2 * kDeskMargin);
    const auto set = [](QScrollBar *bar, double whole, int page) {
        bar->setPageStep(page);
        // A chart that was fitted must not bring a bar by its last binary digit.
        bar->setRange(0, std::max(0, static_cast<int>(std::ceil(whole - 0.01)) - page));
    };
    set(horizontalScrollBar(), paper.width(), viewport()->width());
    set(verticalScrollBar(), paper.height(), viewport()->height());
}

void ChartCanvas::zoomTo(double scale, QPointF anchor)
{
    const QPointF under = toChart(anchor);
    m_scale = std::clamp(scale, kSmallestScale, kLargestScale);
    m_fitted = false;
    updateScrollBars();
    const QPointF moved = toViewport(under) - anchor;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(moved.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(moved.y()));
    placeEditor();
    viewport()->update();
    Q_EMIT scaleChanged();
}

void ChartCanvas::zoomIn()
{
    zoomTo(m_scale * kZoomStep, QRectF(viewport()->rect()).center());
}

void ChartCanvas::zoomOut()
{
    zoomTo(m_scale / kZoomStep, QRectF(viewport()->rect()).center());
}

void ChartCanvas::zoomToNatural()
{
    zoomTo(naturalScale(), QRectF(viewport()->rect()).center());
}

void ChartCanvas::zoomToFit()
{
    const QSizeF paper = m_picture.bounds.size() + QSizeF(2 * kPaperMargin, 2 * kPaperMargin);
    const QSizeF room = QSizeF(viewport()->size()) - QSizeF(2 * kDeskMargin, 2 * kDeskMargin);
    if (room.width() <= 0 || room.height() <= 0)
        return;
    zoomTo(std::min({naturalScale(), room.width() / paper.width(), room.height() / paper.height()}), {0, 0});
    m_fitted = true;
}

QRectF ChartCanvas::boxOf(NodeRef node) const
{
    if (const auto box = m_boxes.find(node); box != m_boxes.end())
        return box->second;
    const OrgView &view = m_document.view();
    const int post = node.isUnit() ? -1 : view.indexOf(node);
    if (post < 0 || view.posts()[uz(post)].unit < 0)
        return {};
    const auto unit = m_boxes.find(view.units()[uz(view.posts()[uz(post)].unit)].id);
    return unit == m_boxes.end() ? QRectF() : unit->second;
}

QRectF ChartCanvas::placeOf(NodeRef node) const
{
    if (!m_boxes.contains(node))
        if (const auto run = nameRunOf(m_picture, m_document.view(), node, m_fonts))
            return run->rect;
    return boxOf(node);
}

SiblingFlow ChartCanvas::flowAt(NodeRef node) const
{
    return m_boxes.contains(node) ? SiblingFlow::Sideways : SiblingFlow::Downwards;
}

void ChartCanvas::updateMarked()
{
    const auto node = m_document.selected();
    m_marked = node ? placeOf(*node) : QRectF();
}

void ChartCanvas::ensureVisible(NodeRef node)
{
    ensureVisible(boxOf(node));
}

void ChartCanvas::ensureVisible(const QRectF &chart)
{
    if (chart.isNull())
        return;
    const QRectF shown = toViewport(chart);
    const QRectF room = QRectF(viewport()->rect()).adjusted(10, 10, -10, -10);
    if (room.contains(shown))
        return;
    const QPointF way = shown.center() - room.center();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(way.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(way.y()));
}

void ChartCanvas::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(event->rect(), palette().color(QPalette::Mid));
    const QRectF paper = m_picture.bounds.adjusted(-kPaperMargin, -kPaperMargin, kPaperMargin, kPaperMargin);
    painter.fillRect(toViewport(paper), Qt::white);
    if (m_picture.boxes.empty()) {
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(
            viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap,
            tr("Chưa có đơn vị nào vào ngày này.\nThêm đơn vị (Ctrl+Shift+U) hoặc nhập bảng tính (Ctrl+I)."));
        return;
    }
    painter.save();
    painter.translate(offset());
    painter.scale(m_scale, m_scale);
    paint(painter, m_picture,
          {QRectF(toChart(event->rect().topLeft()), toChart(event->rect().bottomRight() + QPoint(1, 1))), m_scale});
    painter.restore();
    paintOverlays(painter);
}

void ChartCanvas::paintOverlays(QPainter &painter)
{
    if (!m_marked.isNull())
        paintSelection(painter, toViewport(m_marked), hasFocus() ? Keyboard::Here : Keyboard::Elsewhere);
    for (const Finding &finding : m_document.session().report().findings)
        for (const Subject &subject : finding.subjects)
            if (const QRectF box = boxOf(subject.node); !box.isNull() && !finding.waiver)
                paintFindingMark(painter, toViewport(box), finding.severity);
    if (const auto &zone = m_drop.zone())
        m_drop.paint(painter, toViewport(placeOf(zone->target)), flowAt(zone->target), viewport()->rect());
}

void ChartCanvas::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
    if (m_fitted)
        zoomToFit();
}

void ChartCanvas::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    placeEditor();
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
        m_spaceHeld = true;
        viewport()->setCursor(Qt::OpenHandCursor);
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
        m_spaceHeld = false;
        viewport()->unsetCursor();
        return;
    }
    QAbstractScrollArea::keyReleaseEvent(event);
}

void ChartCanvas::selectNeighbour(WalkStep step)
{
    const auto isShown = [this](const ViewNode &node) { return m_boxes.contains(node.ref) && !node.isStaged(); };
    if (const auto next = walk(m_document.view(), m_document.selected(), step, isShown))
        m_document.select(next);
}

void ChartCanvas::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoomTo(m_scale * std::pow(kZoomStep, event->angleDelta().y() / 120.0), event->position());
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void ChartCanvas::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_spaceHeld)) {
        m_panFrom = event->pos();
        viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    if (event->button() != Qt::LeftButton && event->button() != Qt::RightButton)
        return;
    m_document.select(nodeAt(m_picture, toChart(event->position()), m_fonts));
    if (event->button() == Qt::LeftButton && m_document.selected())
        m_pressedAt = event->pos();
}

void ChartCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_panFrom) {
        const QPoint way = event->pos() - *m_panFrom;
        m_panFrom = event->pos();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - way.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - way.y());
    } else if (m_pressedAt && (event->pos() - *m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        m_pressedAt.reset();
        startDrag();
    }
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent * /*event*/)
{
    m_pressedAt.reset();
    if (m_panFrom) {
        m_panFrom.reset();
        viewport()->setCursor(m_spaceHeld ? Qt::OpenHandCursor : Qt::ArrowCursor);
    }
}

void ChartCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_pressedAt.reset();
    if (event->button() == Qt::LeftButton && m_document.selected())
        beginRename();
}

void ChartCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT contextMenuWanted(event->globalPos());
}

void ChartCanvas::startDrag()
{
    const auto node = m_document.selected();
    if (!node)
        return;
    auto *drag = new QDrag(this); // Qt deletes it when the drag ends
    drag->setMimeData(mimeOf(*node));
    drag->setPixmap(viewport()->grab(toViewport(placeOf(*node)).toAlignedRect()));
    drag->exec(Qt::MoveAction);
}

std::optional<DropZone> ChartCanvas::dropZoneFor(QPointF viewport, NodeRef dragged) const
{
    const QPointF point = toChart(viewport);
    // A unit is dropped on boxes: a post's line in one is no place for it.
    const auto target = dragged.isUnit() ? boxAt(m_picture, point) : nodeAt(m_picture, point, m_fonts);
    if (!target)
        return std::nullopt;
    const DropZone zone = dropZoneAt(placeOf(*target), flowAt(*target), point, *target, dragged);
    return destinationOf(zone, m_document.view(), dragged) ? std::optional(zone) : std::nullopt;
}

void ChartCanvas::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(nodeMimeType()))
        event->acceptProposedAction();
}

void ChartCanvas::dragMoveEvent(QDragMoveEvent *event)
{
    const auto node = nodeOf(event->mimeData());
    m_drop.moveTo(node ? dropZoneFor(event->position(), *node) : std::nullopt, node.value_or(NodeRef{}));
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
    const auto zone = node ? dropZoneFor(event->position(), *node) : std::nullopt;
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
    closeEditor();
    const auto node = m_document.selected();
    const auto run = node ? nameRunOf(m_picture, m_document.view(), *node, m_fonts) : std::nullopt;
    if (!run)
        return;
    const int item = m_document.view().indexOf(*node);
    m_edited = *node;
    m_editor = new NameEditor(node->isUnit() ? m_document.view().units()[uz(item)].state.name
                                             : m_document.view().posts()[uz(item)].state.title,
                              viewport());
    m_editor->setAccessibleName(tr("Tên"));
    ensureVisible(run->rect);
    placeEditor();
    m_editor->show();
    m_editor->setFocus();
    connect(m_editor, &NameEditor::taken, this, &ChartCanvas::takeName);
    connect(m_editor, &NameEditor::givenUp, this, [this] {
        closeEditor();
        setFocus();
    });
}

void ChartCanvas::placeEditor()
{
    if (m_editor == nullptr)
        return;
    if (const auto run = nameRunOf(m_picture, m_document.view(), m_edited, m_fonts))
        m_editor->placeOver(toViewport(run->rect), run->font, run->font.size * kMillimetresPerPoint * m_scale);
}

void ChartCanvas::closeEditor()
{
    if (m_editor == nullptr)
        return;
    NameEditor *editor = std::exchange(m_editor, nullptr);
    editor->disconnect(this);
    editor->deleteLater();
    editor->hide();
}

void ChartCanvas::takeName()
{
    if (m_editor == nullptr)
        return;
    const QString name = m_editor->text();
    closeEditor();
    setFocus();
    m_document.perform(bomay::rename(m_document.organisation(), m_edited, name, m_document.scope()));
}

} // namespace bomay
