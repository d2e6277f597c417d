// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page_preview.h"

#include "core/base/numbers.h"
#include "core/render/painter.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace bomay {

namespace {

constexpr int kEdge = 12; ///< pixels round the page

} // namespace

PagePreview::PagePreview(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Xem trước trang in"));
}

void PagePreview::setDocument(PaperDocument document)
{
    m_document = std::move(document);
    turnTo(m_page);
    update();
}

void PagePreview::turnTo(int page)
{
    m_page = std::clamp(page, 0, std::max(0, sizeOf(m_document.pages) - 1));
    update();
    Q_EMIT turned();
}

void PagePreview::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Mid));
    if (m_document.pages.empty())
        return;
    const Page &page = m_document.pages[uz(m_page)];
    const double scale =
        std::min((width() - 2 * kEdge) / page.size.width(), (height() - 2 * kEdge) / page.size.height());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate((width() - page.size.width() * scale) / 2, (height() - page.size.height() * scale) / 2);
    painter.scale(scale, scale);
    painter.fillRect(QRectF(QPointF(0, 0), page.size), Qt::white);
    paint(painter, page.list, {.visible = {}, .pixelsPerMm = scale, .pictures = &m_pictures});
}

void PagePreview::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_PageDown || event->key() == Qt::Key_Right)
        turnTo(m_page + 1);
    else if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_Left)
        turnTo(m_page - 1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace bomay
