// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/padded_delegate.h"

class QAbstractItemView;

namespace bomay {

/// Draws the display text and under it, smaller in weight, the text of another role.
class TwoLineDelegate : public PaddedDelegate
{
    Q_OBJECT

public:
    explicit TwoLineDelegate(int detailRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_detailRole;
};

/// Makes a list as high as its rows; with more than so many it scrolls by itself, without any it is not seen.
void showAllRows(QAbstractItemView &list, int most);

} // namespace bomay
