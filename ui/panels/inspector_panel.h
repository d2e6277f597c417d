// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entities.h"
#include "ui/document/ui_context.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace bomay {

class NoteList;
class PostForm;
class UnitForm;

/// The facts of the selected unit or post as fields, and the notes on it. Each field that is left becomes one step of
/// undo.
class InspectorPanel : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorPanel(const UiContext &context, QWidget *parent = nullptr);
    ~InspectorPanel() override;

    /// Takes over what is being typed, for saving and closing while the keyboard is in a field.
    void commit();

Q_SIGNALS:
    /// As of `HolderForm`.
    void portraitWanted(bomay::PersonId person);

private:
    void refresh();
    [[nodiscard]] QWidget *page(QWidget *form, QWidget *notes);

    UiContext m_context;
    QStackedWidget *m_pages;
    QLabel *m_hint;
    UnitForm *m_unitForm;
    PostForm *m_postForm;
    NoteList *m_unitNotes;
    NoteList *m_postNotes;
    QWidget *m_unitPage;
    QWidget *m_postPage;
};

} // namespace bomay
