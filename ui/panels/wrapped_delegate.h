// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/padded_delegate.h"

class QTreeView;

namespace bomay {

/// Rows of a tree view as high as their longest text needs in the width of its column: nothing is cut off. The view
/// itself asks for heights without a width, so this one looks the width up, and asks again when a column changes.
class WrappedDelegate : public PaddedDelegate
{
    Q_OBJECT

public:
    /// Turns wrapping on in the view, which owns the delegate.
    explicit WrappedDelegate(QTreeView *view);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const QTreeView *m_view;
};

} // namespace bomay
