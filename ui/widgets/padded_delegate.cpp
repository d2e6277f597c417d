// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/padded_delegate.h"

#include <QFontInfo>

namespace bomay {

QSize PaddedDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 2 * padding(option.font));
}

int PaddedDelegate::padding(const QFont &font)
{
    return (QFontInfo(font).pixelSize() + 4) / 5;
}

} // namespace bomay
