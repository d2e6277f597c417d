// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace bomay {

/// Rows with room for stacked Vietnamese capitals: Ẩ, Ỗ, Ủ rise above the ascent of many fonts, and a tight row cuts
/// their marks off.
class PaddedDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Room above and below a line of this font, in pixels: 20 % of its size each.
    [[nodiscard]] static int padding(const QFont &font);
};

} // namespace bomay
