// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/field_note.h"

#include <QEvent>

#include <algorithm>

namespace bomay {

namespace {

constexpr int kGap = 2;      ///< pixels between field and slip
constexpr int kLetters = 46; ///< of a line

} // namespace

FieldNote::FieldNote(QWidget *field)
    : QLabel(field)
    , m_field(field)
{
    setObjectName(QStringLiteral("fieldNote"));
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setStyleSheet(look());
    hide();
    field->installEventFilter(this);
    // The slip stands in the window by then.
    connect(field, &QObject::destroyed, this, &QObject::deleteLater);
}

QString FieldNote::look()
{
    return QStringLiteral(
        "QLabel { background: #fdecea; color: #5c1410; border: 1px solid #b3261e; padding: 4px 6px; }");
}

void FieldNote::say(const QString &text)
{
    setText(text);
    if (text.isEmpty()) {
        hide();
        return;
    }
    // A child of the window, not of the field: it reaches beyond the field's edges.
    if (QWidget *window = m_field->window(); window != parentWidget()) {
        setParent(window);
        window->installEventFilter(this);
    }
    place();
    setVisible(m_field->isVisible());
    raise();
}

void FieldNote::place()
{
    const QWidget *window = m_field->window();
    const int widest = std::min(window->width() - 2 * kGap, kLetters * fontMetrics().averageCharWidth());
    setMaximumWidth(widest);
    setFixedSize(QSize(widest, heightForWidth(widest)));
    const QPoint below = m_field->mapTo(window, QPoint(0, m_field->height() + kGap));
    move(std::clamp(below.x(), kGap, std::max(kGap, window->width() - width() - kGap)), below.y());
}

bool FieldNote::eventFilter(QObject *watched, QEvent *event)
{
    if (text().isEmpty())
        return QLabel::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
        place();
        break;
    case QEvent::Show:
    case QEvent::Hide:
        if (watched == m_field)
            setVisible(event->type() == QEvent::Show);
        break;
    default:
        break;
    }
    return QLabel::eventFilter(watched, event);
}

} // namespace bomay
