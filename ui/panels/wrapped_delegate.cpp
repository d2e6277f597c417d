// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/wrapped_delegate.h"

#include <QHeaderView>
#include <QTimer>
#include <QTreeView>

namespace bomay {

WrappedDelegate::WrappedDelegate(QTreeView *view)
    : PaddedDelegate(view)
    , m_view(view)
{
    view->setWordWrap(true);
    view->setUniformRowHeights(false);
    // Columns change one by one while the window is drawn wider: the rows are measured once, afterwards.
    auto *measure = new QTimer(this);
    measure->setSingleShot(true);
    measure->setInterval(0);
    connect(view->header(), &QHeaderView::sectionResized, measure, qOverload<>(&QTimer::start));
    connect(measure, &QTimer::timeout, view, &QTreeView::doItemsLayout);
}

QSize WrappedDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    // The style wraps only within a rectangle that has a height too.
    cell.rect = {0, 0, m_view->columnWidth(index.column()), QWIDGETSIZE_MAX};
    return PaddedDelegate::sizeHint(cell, index);
}

} // namespace bomay
