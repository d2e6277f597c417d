// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/name_editor.h"

#include "core/render/fonts.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace bomay {

namespace {

constexpr double kReadablePixels = 13; ///< smaller letters than these are hard to type
constexpr int kFrame = 2;              ///< pixels of the edge
constexpr int kInside = 3;             ///< pixels between edge and letters, of a line edit's own

} // namespace

NameEditor::NameEditor(const QString &name, QWidget *viewport)
    : QLineEdit(name, viewport)
{
    setAlignment(Qt::AlignCenter);
    // Paper, whatever the palette: the chart round it is white.
    setStyleSheet(
        QStringLiteral("QLineEdit { background: white; color: black; border: %1px solid #005fb8; }").arg(kFrame));
    selectAll();
    connect(this, &QLineEdit::editingFinished, this, &NameEditor::taken);
    connect(this, &QLineEdit::textChanged, this, &NameEditor::fit);
}

void NameEditor::placeOver(const QRectF &rect, const FontSpec &face, double pixels)
{
    m_over = rect;
    QFont font = fontAtEm(face);
    font.setPixelSize(static_cast<int>(std::lround(std::max(kReadablePixels, pixels))));
    // What an input method composes has to be shaped; only finished letters are measured.
    font.setStyleStrategy(QFont::PreferDefault);
    setFont(font);
    fit();
}

void NameEditor::fit()
{
    constexpr int kEdge = kFrame + kInside;
    const QRectF room(parentWidget()->rect());
    const QSizeF letters(fontMetrics().horizontalAdvance(text()) + cursorRect().width(), fontMetrics().height());
    const QSizeF size = m_over.size().expandedTo(letters).grownBy(QMarginsF(kEdge, kFrame, kEdge, kFrame));
    QRectF place(QPointF(0, 0), size.boundedTo(room.size()));
    place.moveCenter(m_over.center());
    place.moveLeft(std::clamp(place.left(), 0.0, room.width() - place.width()));
    place.moveTop(std::clamp(place.top(), 0.0, room.height() - place.height()));
    setGeometry(place.toAlignedRect());
}

bool NameEditor::focusNextPrevChild(bool /*next*/)
{
    Q_EMIT taken();
    return true;
}

void NameEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT givenUp();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace bomay
