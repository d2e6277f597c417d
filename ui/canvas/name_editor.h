// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list.h"

#include <QLineEdit>

namespace bomay {

/// The field in which a name is typed over the chart: right over the letters of the old name, in their size as far as
/// that can be read, and as wide as the text needs. It knows nothing of whom the name is.
class NameEditor : public QLineEdit
{
    Q_OBJECT

public:
    /// `viewport` is what it stays within.
    NameEditor(const QString &name, QWidget *viewport);

    /// Stands over a rectangle of the viewport, in letters of that face and this many pixels.
    void placeOver(const QRectF &rect, const FontSpec &face, double pixels);

Q_SIGNALS:
    void taken();   ///< Enter, or the field was left
    void givenUp(); ///< Escape

protected:
    void keyPressEvent(QKeyEvent *event) override;
    /// Tab takes the name: the keyboard stays on the chart.
    bool focusNextPrevChild(bool next) override;

private:
    void fit();

    QRectF m_over;
};

} // namespace bomay
