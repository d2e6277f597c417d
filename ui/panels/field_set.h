// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/vietnamese_text.h"
#include "ui/panels/data_texts.h"
#include "ui/widgets/date_edit.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

namespace bomay {

/// Widgets that show members of a state and are read back into one. A widget that still shows what it was given is not
/// read: a value that it cannot show exactly never becomes an edit by itself.
template <typename State>
class FieldSet
{
public:
    enum class Fill {
        KeepTyped, ///< leaves the widget alone that is being typed in
        Replace
    };

    void bind(QLineEdit *edit, QString State::*member)
    {
        add({edit, [edit] { return edit->text(); },
             [edit, member](const State &state) { setText(edit, state.*member); },
             [edit, member](State &state) { state.*member = tidyName(edit->text()); }});
    }

    /// An empty field is a number that is not known.
    void bind(QLineEdit *edit, std::optional<int> State::*member)
    {
        add({edit, [edit] { return edit->text(); },
             [edit, member](const State &state) {
                 setText(edit, state.*member ? QString::number(*(state.*member)) : QString());
             },
             [edit, member](State &state) {
                 bool isNumber = false;
                 const int number = edit->text().toInt(&isNumber);
                 state.*member = isNumber ? std::optional(number) : std::nullopt;
             }});
    }

    void bind(QPlainTextEdit *edit, QString State::*member)
    {
        add({edit, [edit] { return edit->toPlainText(); },
             [edit, member](const State &state) {
                 if (edit->toPlainText() != state.*member)
                     edit->setPlainText(state.*member);
                 edit->document()->clearUndoRedoStacks();
             },
             [edit, member](State &state) { state.*member = edit->toPlainText().trimmed(); }});
    }

    void bind(QSpinBox *spin, int State::*member)
    {
        add({spin, [spin] { return spin->text(); }, // typed digits count before the spin box takes them over
             [spin, member](const State &state) { spin->setValue(state.*member); },
             [spin, member](State &state) {
                 spin->interpretText();
                 state.*member = spin->value();
             }});
    }

    void bind(QCheckBox *box, bool State::*member)
    {
        add({box, [box] { return QString::number(box->isChecked()); },
             [box, member](const State &state) { box->setChecked(state.*member); },
             [box, member](State &state) { state.*member = box->isChecked(); }});
    }

    /// What the field refused is not read.
    void bind(DateEdit *edit, PartialDate State::*member)
    {
        add({edit, [edit] { return edit->text(); },
             [edit, member](const State &state) { edit->resetTo(state.*member); },
             [edit, member](State &state) {
                 edit->commit();
                 state.*member = edit->date();
             }});
    }

    /// Fills the list with the terms of the enumeration.
    template <typename Enum>
    void bind(QComboBox *box, Enum State::*member, Language language)
    {
        for (const auto &term : terms<Enum>())
            box->addItem(termLabel(term.value, language));
        // The field is narrow, its list need not be.
        box->view()->setMinimumWidth(box->view()->sizeHintForColumn(0) + 2 * box->fontMetrics().averageCharWidth());
        add({box, [box] { return QString::number(box->currentIndex()); },
             [box, member](const State &state) {
                 box->setCurrentIndex(positionOf(state.*member));
                 box->setToolTip(toolTipText(box->currentText()));
             },
             [box, member](State &state) {
                 if (box->currentIndex() >= 0)
                     state.*member = terms<Enum>()[static_cast<std::size_t>(box->currentIndex())].value;
             }});
    }

    /// Shows a state without a signal of the widgets.
    void show(const State &state, Fill fill)
    {
        for (Field &field : m_fields) {
            if (fill == Fill::KeepTyped && field.widget->hasFocus() && field.text() != field.shown)
                continue;
            const QSignalBlocker blocker(field.widget);
            field.show(state);
            field.shown = field.text();
        }
    }

    /// The state with what was typed since it was shown.
    [[nodiscard]] State read(State state) const
    {
        for (const Field &field : m_fields)
            if (field.text() != field.shown)
                field.read(state);
        return state;
    }

    [[nodiscard]] bool isTyped() const
    {
        return std::ranges::any_of(m_fields, [](const Field &field) { return field.text() != field.shown; });
    }

    /// The name of the one field that was changed, if its value can be gone through step by step: such steps are one
    /// gesture. Empty else.
    [[nodiscard]] QString steppedField() const
    {
        const auto typed = [](const Field &field) { return field.text() != field.shown; };
        const auto first = std::ranges::find_if(m_fields, typed);
        if (first == m_fields.end() || std::ranges::count_if(m_fields, typed) != 1)
            return {};
        const QWidget *widget = first->widget;
        const bool hasSteps = qobject_cast<const QSpinBox *>(widget) || qobject_cast<const DateEdit *>(widget);
        return hasSteps ? widget->accessibleName() : QString();
    }

private:
    struct Field
    {
        QWidget *widget; ///< not owned; the form lives as long
        std::function<QString()> text;
        std::function<void(const State &)> show;
        std::function<void(State &)> read;
        QString shown = {};
    };

    /// Drops the field's own undo, so that the next Undo is the document's, and keeps the cursor.
    static void setText(QLineEdit *edit, const QString &text)
    {
        const int cursor = edit->hasFocus() ? edit->cursorPosition() : 0;
        if (edit->text() != text || edit->isUndoAvailable())
            edit->setText(text);
        edit->setCursorPosition(cursor);
        edit->setToolTip(text.isEmpty() ? QString() : toolTipText(text));
    }

    template <typename Enum>
    static int positionOf(Enum value)
    {
        const auto all = terms<Enum>();
        const auto found = std::ranges::find(all, value, &Term<Enum>::value);
        return static_cast<int>(found - all.begin());
    }

    void add(Field field) { m_fields.push_back(std::move(field)); }

    std::vector<Field> m_fields;
};

} // namespace bomay
