// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/two_line_delegate.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace bomay {

namespace {

constexpr int kSideMargin = 5;

} // namespace

TwoLineDelegate::TwoLineDelegate(int detailRole, QObject *parent)
    : PaddedDelegate(parent)
    , m_detailRole(detailRole)
{}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QString title = row.text;
    row.text.clear();
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const bool selected = row.state.testFlag(QStyle::State_Selected);
    const auto group = row.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    QColor colour = row.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    const QRect box = row.rect.adjusted(kSideMargin, padding(row.font), -kSideMargin, -padding(row.font));
    const auto line = [&](int top, const QString &text) {
        const QRect at(box.left(), top, box.width(), row.fontMetrics.height());
        painter->setPen(colour);
        painter->drawText(at, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          row.fontMetrics.elidedText(text, Qt::ElideRight, box.width()));
    };
    painter->save();
    painter->setFont(row.font);
    line(box.top(), title);
    if (!selected)
        colour.setAlphaF(0.7F);
    line(box.bottom() + 1 - row.fontMetrics.height(), index.data(m_detailRole).toString());
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    return {2 * kSideMargin + 80, 2 * row.fontMetrics.height() + 3 * padding(row.font)};
}

void showAllRows(QAbstractItemView &list, int most)
{
    const int rows = list.model()->rowCount();
    list.setVisible(rows > 0);
    if (rows > 0)
        list.setFixedHeight(std::min(rows, most) * list.sizeHintForRow(0) + 2 * list.frameWidth());
}

} // namespace bomay
