// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/form_dialog.h"

#include "core/base/numbers.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace bomay {

namespace {

constexpr int kLinesOfLongField = 3;

QString answerOf(const QWidget *widget)
{
    if (const auto *tick = qobject_cast<const QCheckBox *>(widget))
        return tick->isChecked() ? QStringLiteral("1") : QString();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        return text->toPlainText().trimmed();
    return qobject_cast<const QLineEdit *>(widget)->text().trimmed();
}

} // namespace

FormDialog::FormDialog(const FormQuestion &question, QWidget *parent)
    : QDialog(parent)
    , m_fields(question.fields)
{
    setWindowTitle(question.title);
    auto *layout = new QVBoxLayout(this);
    auto *heading = new QLabel(question.explanation);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    layout->addWidget(heading);
    auto *form = new QFormLayout;
    layout->addLayout(form);
    for (const FormField &field : m_fields)
        addField(*form, field);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(question.accept, QDialogButtonBox::AcceptRole);
    layout->addWidget(buttons);
    // The box makes a default of its own choice when it is shown: Enter must not throw away what was typed.
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    refresh();
    // A wrapped text is as high as its width makes it, which a layout does not ask for by itself.
    constexpr int kWidth = 560;
    resize(kWidth, layout->heightForWidth(kWidth));
}

void FormDialog::addField(QFormLayout &form, const FormField &field)
{
    switch (field.kind) {
    case FormField::Kind::Tick: {
        auto *tick = new QCheckBox(field.label);
        tick->setChecked(!field.value.isEmpty());
        form.addRow(QString(), tick);
        m_widgets += tick;
        return;
    }
    case FormField::Kind::Text: {
        auto *text = new QPlainTextEdit(field.value);
        text->setTabChangesFocus(true);
        text->setPlaceholderText(field.hint);
        text->setFixedHeight(kLinesOfLongField * text->fontMetrics().lineSpacing() + 2 * text->frameWidth() + 8);
        connect(text, &QPlainTextEdit::textChanged, this, &FormDialog::refresh);
        form.addRow(field.label, text);
        m_widgets += text;
        return;
    }
    case FormField::Kind::Line: {
        auto *line = new QLineEdit(field.value);
        line->setPlaceholderText(field.hint);
        connect(line, &QLineEdit::textChanged, this, &FormDialog::refresh);
        form.addRow(field.label, line);
        m_widgets += line;
        return;
    }
    }
}

QStringList FormDialog::answers() const
{
    QStringList result;
    for (const QWidget *widget : m_widgets)
        result += answerOf(widget);
    return result;
}

void FormDialog::refresh()
{
    if (m_widgets.size() < sizeOf(m_fields))
        return; // not built yet
    bool isComplete = true;
    for (qsizetype i = 0; i < m_widgets.size(); ++i)
        isComplete = isComplete && !(m_fields[uz(i)].isNeeded && answerOf(m_widgets[i]).isEmpty());
    m_accept->setEnabled(isComplete);
}

} // namespace bomay
