// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/inspector_panel.h"

#include "ui/panels/note_list.h"
#include "ui/panels/post_form.h"
#include "ui/panels/unit_form.h"

#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace bomay {

InspectorPanel::InspectorPanel(const UiContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_pages(new QStackedWidget(this))
    , m_hint(new QLabel(tr("Chọn một đơn vị hoặc chức vụ trên sơ đồ hay trong cây để xem và sửa."), this))
    , m_unitForm(new UnitForm(context))
    , m_postForm(new PostForm(context))
    , m_unitNotes(new NoteList(context))
    , m_postNotes(new NoteList(context))
    , m_unitPage(page(m_unitForm, m_unitNotes))
    , m_postPage(page(m_postForm, m_postNotes))
{
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_hint->setContentsMargins(8, 8, 8, 8);
    m_pages->addWidget(m_hint);
    m_pages->addWidget(m_unitPage);
    m_pages->addWidget(m_postPage);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);

    connect(m_postForm, &PostForm::portraitWanted, this, &InspectorPanel::portraitWanted);
    connect(&context.document, &Document::changed, this, &InspectorPanel::refresh);
    connect(&context.document, &Document::selectionChanged, this, &InspectorPanel::refresh);
    refresh();
}

InspectorPanel::~InspectorPanel()
{
    // The field with the keyboard loses it while the panel goes, and must not ask for an edit then.
    m_unitForm->blockSignals(true);
    m_postForm->blockSignals(true);
}

QWidget *InspectorPanel::page(QWidget *form, QWidget *notes)
{
    auto *area = new QScrollArea(m_pages);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Room that is left over goes below the form and not between its rows.
    auto *column = new QWidget(area);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(form);
    layout->addWidget(notes);
    layout->addStretch(1);
    area->setWidget(column);
    return area;
}

void InspectorPanel::commit()
{
    m_unitForm->commit();
    m_postForm->commit();
    m_unitNotes->commit();
    m_postNotes->commit();
}

void InspectorPanel::refresh()
{
    // Each form hears of what it no longer shows: that is when it takes over what was typed for it.
    const auto selected = m_context.document.selected();
    m_unitForm->setUnit(selected ? selected->unit() : UnitId{});
    m_postForm->setPost(selected ? selected->post() : PostId{});
    const bool isUnit = selected && selected->isUnit();
    m_unitNotes->setNode(isUnit ? selected : std::nullopt);
    m_postNotes->setNode(isUnit ? std::nullopt : selected);
    if (!selected)
        m_pages->setCurrentWidget(m_hint);
    else
        m_pages->setCurrentWidget(selected->isUnit() ? m_unitPage : m_postPage);
}

} // namespace bomay
