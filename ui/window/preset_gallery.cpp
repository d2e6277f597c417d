// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/preset_gallery.h"

#include "core/base/numbers.h"
#include "core/chart/chart_builder.h"
#include "core/render/painter.h"
#include "ui/panels/data_texts.h"

#include <QListWidget>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr QSize kThumbnail(250, 160); ///< pixels
/// For more units and posts the search for what fits a page would take seconds.
constexpr std::size_t kMostFitted = 10'000;

} // namespace

PresetGallery::PresetGallery(const UiContext &context, const FontTable &fonts, QWidget *parent)
    : QDialog(parent)
    , m_document(context.document)
    , m_fonts(fonts)
    , m_list(new QListWidget)
{
    setWindowTitle(tr("Thư viện kiểu sơ đồ"));
    setModal(true);
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setObjectName(u"presets"_s);
    m_list->setAccessibleName(windowTitle());
    m_list->setViewMode(QListView::IconMode);
    m_list->setMovement(QListView::Static);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setIconSize(kThumbnail);
    m_list->setSpacing(8);
    m_list->setUniformItemSizes(true);
    const ChartPreset current = m_document.chartView().preset;
    for (const auto &term : terms<ChartPreset>()) {
        QPixmap blank(kThumbnail * devicePixelRatioF());
        blank.setDevicePixelRatio(devicePixelRatioF());
        blank.fill(Qt::white);
        auto *item = new QListWidgetItem(blank, termLabel(term.value, context.language), m_list);
        item->setTextAlignment(Qt::AlignHCenter);
        if (term.value == current)
            m_list->setCurrentItem(item);
    }
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list);
    resize(3 * (kThumbnail.width() + 40), 2 * (kThumbnail.height() + 60));
    connect(m_list, &QListWidget::itemActivated, this, &PresetGallery::take);
    connect(m_list, &QListWidget::itemClicked, this, &PresetGallery::take);
    QTimer::singleShot(0, this, &PresetGallery::drawNext);
}

void PresetGallery::drawNext()
{
    if (m_drawn >= m_list->count())
        return;
    m_list->item(m_drawn)->setIcon(thumbnailOf(terms<ChartPreset>()[uz(m_drawn)].value));
    ++m_drawn;
    QTimer::singleShot(0, this, &PresetGallery::drawNext);
}

QPixmap PresetGallery::thumbnailOf(ChartPreset preset) const
{
    constexpr double kMargin = 6; ///< pixels
    ChartOptions options = m_document.chartOptions();
    options.view.preset = preset;
    const OrgView &view = m_document.view();
    const bool isOnPage = preset == ChartPreset::Automatic && view.nodes().size() <= kMostFitted;
    DisplayList list;
    QRectF shown;
    if (isOnPage) {
        Page page =
            fitChart(view, pageRequestFor(m_document.organisation().info(), m_document.session().asOf(), options.view),
                     m_fonts, options);
        shown = QRectF(QPointF(), page.size);
        list = std::move(page.list);
    } else {
        list = buildChart(view, m_fonts, options);
        shown = list.bounds;
    }
    const double ratio = devicePixelRatioF();
    QPixmap pixmap(kThumbnail * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::white);
    if (shown.isEmpty())
        return pixmap;
    const double scale = std::min((kThumbnail.width() - 2 * kMargin) / shown.width(),
                                  (kThumbnail.height() - 2 * kMargin) / shown.height());
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(QRectF(QPointF(), kThumbnail).center() - shown.center() * scale);
    painter.scale(scale, scale);
    if (list.background)
        painter.fillRect(shown, QColor(list.background->red, list.background->green, list.background->blue));
    paint(painter, list, {std::nullopt, scale * ratio});
    if (isOnPage) { // the edge of the paper
        painter.setPen(QPen(Qt::gray, 1 / scale));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(shown);
    }
    return pixmap;
}

void PresetGallery::take()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    Q_EMIT chosen(terms<ChartPreset>()[uz(row)].value);
    close();
}

} // namespace bomay
