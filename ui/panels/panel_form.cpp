// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panel_form.h"

#include "ui/widgets/date_edit.h"
#include "ui/widgets/field_note.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <QVBoxLayout>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr int kRowGap = 5; ///< pixels

/// A field without anything to undo leaves Undo and Redo to the document.
bool leavesUndo(const QObject *field, const QKeyEvent &event)
{
    const bool isUndo = event.matches(QKeySequence::Undo);
    if (!isUndo && !event.matches(QKeySequence::Redo))
        return false;
    const auto *edit = qobject_cast<const QLineEdit *>(field);
    if (qobject_cast<const QSpinBox *>(field))
        edit = field->findChild<const QLineEdit *>();
    if (edit != nullptr)
        return isUndo ? !edit->isUndoAvailable() : !edit->isRedoAvailable();
    if (const auto *note = qobject_cast<const QPlainTextEdit *>(field))
        return isUndo ? !note->document()->isUndoAvailable() : !note->document()->isRedoAvailable();
    return false;
}

bool isCommitKey(const QKeyEvent &event)
{
    return (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && event.modifiers() == Qt::ControlModifier;
}

/// Left for good, not for a menu of its own or another window.
bool isLeft(const QFocusEvent &event)
{
    return event.reason() != Qt::PopupFocusReason && event.reason() != Qt::ActiveWindowFocusReason;
}

} // namespace

PanelForm::PanelForm(const QString &heading, QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(8, 6, 8, 8);
    m_column->setSpacing(kRowGap);
    beginRows();
    if (!heading.isEmpty())
        addHeading(heading);
}

void PanelForm::beginRows()
{
    m_rows = new QFormLayout;
    m_rows->setHorizontalSpacing(8);
    m_rows->setVerticalSpacing(kRowGap);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_rows->setLabelAlignment(Qt::AlignLeft);
    m_column->addLayout(m_rows);
}

bool PanelForm::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Wheel:
        // Over a list or number the wheel scrolls the panel: a value must not change because the mouse rests on it.
        if (qobject_cast<QPlainTextEdit *>(watched))
            break;
        event->ignore();
        return true;
    case QEvent::ShortcutOverride:
        if (leavesUndo(watched, *static_cast<QKeyEvent *>(event))) {
            event->ignore();
            return true;
        }
        // Else a command of the window on the same key would be run instead.
        if (qobject_cast<QPlainTextEdit *>(watched) && isCommitKey(*static_cast<QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
        break;
    case QEvent::KeyPress:
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
            Q_EMIT givenUp();
        if (qobject_cast<QPlainTextEdit *>(watched) && isCommitKey(*static_cast<QKeyEvent *>(event))) {
            Q_EMIT finished();
            return true;
        }
        break;
    case QEvent::FocusOut:
        if (qobject_cast<QPlainTextEdit *>(watched) && isLeft(*static_cast<QFocusEvent *>(event)))
            Q_EMIT finished();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void PanelForm::addField(const QString &label, QWidget *field)
{
    field->setAccessibleName(label);
    field->installEventFilter(this);
    m_rows->addRow(label, field);
}

QLineEdit *PanelForm::addText(const QString &label)
{
    auto *edit = new QLineEdit(this);
    edit->setMinimumWidth(60);
    addField(label, edit);
    connect(edit, &QLineEdit::editingFinished, this, &PanelForm::finished);
    return edit;
}

QLineEdit *PanelForm::addNumber(const QString &label)
{
    QLineEdit *edit = addText(label);
    // Not QIntValidator: it calls an empty field unfinished, and then the field never says that it was left.
    edit->setValidator(new QRegularExpressionValidator(QRegularExpression(u"[0-9]{0,7}"_s), edit));
    edit->setPlaceholderText(tr("chưa có số liệu"));
    return edit;
}

QSpinBox *PanelForm::addSpin(const QString &label, int least, int most)
{
    auto *spin = new QSpinBox(this);
    spin->setRange(least, most);
    spin->setFocusPolicy(Qt::StrongFocus);
    addField(label, spin);
    // A step counts at once, a typed number when it is whole.
    spin->setKeyboardTracking(false);
    connect(spin, &QSpinBox::valueChanged, this, &PanelForm::finished);
    connect(spin, &QSpinBox::editingFinished, this, &PanelForm::finished);
    return spin;
}

QComboBox *PanelForm::addChoice(const QString &label)
{
    auto *box = new QComboBox(this);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    box->setFocusPolicy(Qt::StrongFocus);
    addField(label, box);
    connect(box, &QComboBox::activated, this, &PanelForm::finished);
    return box;
}

QCheckBox *PanelForm::addCheck(const QString &text)
{
    auto *box = new QCheckBox(text, this);
    box->installEventFilter(this);
    m_rows->addRow(QString(), box);
    connect(box, &QCheckBox::clicked, this, &PanelForm::finished);
    return box;
}

QPlainTextEdit *PanelForm::addNote(const QString &label)
{
    auto *note = new QPlainTextEdit(this);
    note->setTabChangesFocus(true);
    note->setFixedHeight(3 * note->fontMetrics().lineSpacing() + 12);
    addField(label, note);
    return note;
}

DateEdit *PanelForm::addDate(const QString &label)
{
    auto *edit = new DateEdit(label, DateEdit::Accepts::Parts, this);
    edit->setMinimumWidth(60);
    addField(label, edit);
    connect(edit, &DateEdit::refusedChanged, this, [this, edit](const QString &why) { setFault(edit, why); });
    connect(edit, &DateEdit::dateChosen, this, &PanelForm::finished);
    connect(edit, &QLineEdit::editingFinished, this, &PanelForm::finished);
    return edit;
}

QLabel *PanelForm::addReadOnly(const QString &label)
{
    auto *text = new QLabel(this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setAccessibleName(label);
    m_rows->addRow(label, text);
    return text;
}

QLabel *PanelForm::addHeading(const QString &text)
{
    auto *heading = new QLabel(text, this);
    heading->setTextFormat(Qt::PlainText);
    QFont font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    heading->setContentsMargins(0, 4, 0, 0);
    m_rows->addRow(heading);
    return heading;
}

void PanelForm::addWide(QWidget *widget)
{
    // Not as a row: a form layout gives texts that wrap beside such a widget too little height.
    m_column->addWidget(widget);
    beginRows();
}

void PanelForm::insertBelow(QWidget *field, QWidget *below)
{
    for (int i = 0; i < m_column->count(); ++i) {
        auto *rows = qobject_cast<QFormLayout *>(m_column->itemAt(i)->layout());
        int row = -1;
        if (rows != nullptr)
            rows->getWidgetPosition(field, &row, nullptr);
        if (row >= 0)
            rows->insertRow(row + 1, below);
    }
}

void PanelForm::setFault(QWidget *field, const QString &text)
{
    QLabel *&label = m_faults[field];
    if (label == nullptr && text.isEmpty())
        return;
    if (label == nullptr) {
        label = new QLabel(this);
        label->setObjectName(QStringLiteral("fieldFault"));
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setStyleSheet(FieldNote::look());
        insertBelow(field, label);
    }
    label->setText(text);
    label->setVisible(!text.isEmpty());
    field->setAccessibleDescription(text);
}

} // namespace bomay
