// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/chart_canvas.h"

#include "core/base/numbers.h"
#include "core/chart/chart_builder.h"
#include "core/chart/hit_test.h"
#include "core/render/painter.h"
#include "ui/document/finding_mark.h"
#include "ui/document/node_mime.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDrag>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr double kPaperMargin = 12; ///< mm of white round the chart
constexpr double kDeskMargin = 20;  ///< pixels of desk round the paper
constexpr double kZoomStep = 1.2;
constexpr double kSmallestScale = 0.005;
constexpr double kLargestScale = 60;
const QColor kAccent(0, 95, 184);

/// The mark at the corner of a box that a finding speaks of.
void paintMark(QPainter &painter, QPointF centre, Severity severity)
{
    constexpr int kSize = 18; // pixels
    const FindingKind kind = severity == Severity::Error     ? FindingKind::Error
                             : severity == Severity::Warning ? FindingKind::Warning
                                                             : FindingKind::Advice;
    findingMark(kind).paint(&painter, QRect(centre.toPoint() - QPoint(kSize / 2, kSize / 2), QSize(kSize, kSize)));
}

} // namespace

ChartCanvas::ChartCanvas(Document &document, const FontTable &fonts, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_document(document)
    , m_fonts(fonts)
{
    setAccessibleName(tr("Sơ đồ"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAcceptDrops(true);
    viewport()->setMouseTracking(false);
    horizontalScrollBar()->setSingleStep(20);
    verticalScrollBar()->setSingleStep(20);
    connect(&document, &Document::changed, this, &ChartCanvas::rebuild);
    connect(&document, &Document::replaced, this, &ChartCanvas::zoomToFit);
    connect(&document, &Document::selectionChanged, this, [this] {
        if (const auto node = m_document.selected())
            ensureVisible(*node);
        viewport()->update();
    });
    rebuild();
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
    finishRename(false);
    updateScrollBars();
    if (m_fitPending || wasEmpty)
        zoomToFit();
    viewport()->update();
}

void ChartCanvas::updateScrollBars()
{
    const QSizeF paper = (m_picture.bounds.size() + QSizeF(2 * kPaperMargin, 2 * kPaperMargin)) * m_scale +
                         QSizeF(2 * kDeskMargin, 2 * kDeskMargin);
    const auto set = [](QScrollBar *bar, double whole, int page) {
        bar->setPageStep(page);
        bar->setRange(0, std::max(0, static_cast<int>(std::ceil(whole)) - page));
    };
    set(horizontalScrollBar(), paper.width(), viewport()->width());
    set(verticalScrollBar(), paper.height(), viewport()->height());
}

void ChartCanvas::zoomTo(double scale, QPointF anchor)
{
    const QPointF under = toChart(anchor);
    m_scale = std::clamp(scale, kSmallestScale, kLargestScale);
    m_fitPending = false;
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
    m_fitPending = !isVisible();
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

void ChartCanvas::ensureVisible(NodeRef node)
{
    const QRectF box = boxOf(node);
    if (box.isNull())
        return;
    const QRectF shown(toViewport(box.topLeft()), toViewport(box.bottomRight()));
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
    painter.fillRect(QRectF(toViewport(paper.topLeft()), paper.size() * m_scale), Qt::white);
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
    const auto shown = [this](const QRectF &box) {
        return QRectF(toViewport(box.topLeft()), toViewport(box.bottomRight()));
    };
    if (const auto node = m_document.selected()) {
        painter.setPen(QPen(kAccent, hasFocus() ? 3 : 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(shown(boxOf(*node)).adjusted(-2, -2, 2, 2));
    }
    for (const Finding &finding : m_document.session().report().findings)
        for (const Subject &subject : finding.subjects)
            if (const QRectF box = boxOf(subject.node); !box.isNull())
                paintMark(painter, shown(box).topRight(), finding.severity);
    if (!m_dropMark)
        return;
    const QRectF box = shown(boxOf(m_dropMark->target));
    painter.setPen(QPen(kAccent, 4));
    painter.setBrush(Qt::NoBrush);
    if (m_dropMark->kind == DropKind::Under)
        painter.drawRect(box);
    else if (m_dropMark->kind == DropKind::Before)
        painter.drawLine(box.topLeft() - QPointF(4, 0), box.bottomLeft() - QPointF(4, 0));
    else
        painter.drawLine(box.topRight() + QPointF(4, 0), box.bottomRight() + QPointF(4, 0));
}

void ChartCanvas::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
    if (m_fitPending)
        zoomToFit();
}

void ChartCanvas::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    placeEditor();
    viewport()->update();
}

void ChartCanvas::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers() == Qt::NoModifier) {
            selectNeighbour(event->key());
            return;
        }
        break;
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

/// Arrows walk the drawn tree among nodes that have a box: up to the superior, down to the first below, left and right
/// along those beside.
void ChartCanvas::selectNeighbour(int key)
{
    const OrgView &view = m_document.view();
    const auto hasBox = [this](const ViewNode &node) { return m_boxes.contains(node.ref) && !node.isStaged(); };
    const auto selected = m_document.selected();
    const auto start = std::ranges::find_if(
        view.nodes(), [&](const ViewNode &node) { return selected ? node.ref == *selected : hasBox(node); });
    if (start == view.nodes().end())
        return;
    if (!selected) {
        m_document.select(start->ref);
        return;
    }
    if (key == Qt::Key_Up) {
        if (start->parent >= 0)
            m_document.select(view.nodes()[uz(start->parent)].ref);
        return;
    }
    const int self = static_cast<int>(start - view.nodes().begin());
    std::optional<NodeRef> before;
    bool passed = false;
    for (int i = key == Qt::Key_Down ? self + 1 : 0; i < sizeOf(view.nodes()); ++i) {
        const ViewNode &node = view.nodes()[uz(i)];
        if (key == Qt::Key_Down) {
            if (i >= start->end)
                return;
            if (hasBox(node)) {
                m_document.select(node.ref);
                return;
            }
            continue;
        }
        if (node.parent != start->parent || !hasBox(node))
            continue;
        if (i == self) {
            if (key == Qt::Key_Left)
                break;
            passed = true;
        } else if (passed) {
            m_document.select(node.ref);
            return;
        } else {
            before = node.ref;
        }
    }
    if (key == Qt::Key_Left && before)
        m_document.select(before);
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
    m_document.select(nodeAt(m_picture, toChart(event->position())));
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
    const QRectF box = boxOf(*node);
    drag->setPixmap(viewport()->grab(QRectF(toViewport(box.topLeft()), toViewport(box.bottomRight())).toAlignedRect()));
    drag->exec(Qt::MoveAction);
}

std::optional<DropZone> ChartCanvas::dropZoneFor(QPointF viewport, NodeRef dragged) const
{
    const auto target = nodeAt(m_picture, toChart(viewport));
    if (!target)
        return std::nullopt;
    const DropZone zone = dropZoneAt(boxOf(*target), toChart(viewport), *target, dragged);
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
    m_dropMark = node ? dropZoneFor(event->position(), *node) : std::nullopt;
    event->setAccepted(m_dropMark.has_value());
    viewport()->update();
}

void ChartCanvas::dragLeaveEvent(QDragLeaveEvent * /*event*/)
{
    m_dropMark.reset();
    viewport()->update();
}

void ChartCanvas::dropEvent(QDropEvent *event)
{
    const auto node = nodeOf(event->mimeData());
    const auto zone = node ? dropZoneFor(event->position(), *node) : std::nullopt;
    m_dropMark.reset();
    viewport()->update();
    if (!zone)
        return;
    event->acceptProposedAction();
    const auto where = destinationOf(*zone, m_document.view(), *node);
    if (m_document.perform(
            bomay::move(m_document.organisation(), *node, *where, m_document.scope(), m_document.ids()))) {
        m_document.select(node);
        ensureVisible(*node);
    }
}

void ChartCanvas::beginRename()
{
    const auto node = m_document.selected();
    if (!node || boxOf(*node).isNull())
        return;
    finishRename(false);
    const int item = m_document.view().indexOf(*node);
    m_edited = *node;
    m_editor = new QLineEdit(viewport());
    m_editor->setAccessibleName(tr("Tên"));
    m_editor->setText(node->isUnit() ? m_document.view().units()[uz(item)].state.name
                                     : m_document.view().posts()[uz(item)].state.title);
    m_editor->selectAll();
    placeEditor();
    m_editor->show();
    m_editor->setFocus();
    connect(m_editor, &QLineEdit::editingFinished, this, [this] { finishRename(true); });
    auto *escape = new QAction(m_editor);
    escape->setShortcut(Qt::Key_Escape);
    escape->setShortcutContext(Qt::WidgetShortcut);
    connect(escape, &QAction::triggered, this, [this] { finishRename(false); });
    m_editor->addAction(escape);
}

void ChartCanvas::placeEditor()
{
    if (m_editor == nullptr)
        return;
    const QRectF box = boxOf(m_edited);
    const double width = std::max(220.0, box.width() * m_scale);
    const QPointF corner = toViewport(box.topLeft());
    m_editor->setGeometry(QRectF(corner, QSizeF(width, m_editor->sizeHint().height())).toAlignedRect());
}

void ChartCanvas::finishRename(bool take)
{
    if (m_editor == nullptr)
        return;
    QLineEdit *editor = std::exchange(m_editor, nullptr);
    editor->disconnect(this);
    const QString name = editor->text();
    editor->deleteLater();
    editor->hide();
    if (!take)
        return;
    setFocus();
    const Result<Change> change = bomay::rename(m_document.organisation(), m_edited, name, m_document.scope());
    // The same name again is no edit and no fault.
    if (change || change.error().code() != u"edit-no-change"_s)
        m_document.perform(change);
}

} // namespace bomay
