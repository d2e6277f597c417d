// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/name_typing.h"

#include "core/base/numbers.h"
#include "ui/canvas/name_editor.h"
#include "ui/document/name_meaning.h"

namespace bomay {

NameTyping::NameTyping(Document &document, const ChartPicture &picture, CanvasScale &scale, QWidget *viewport)
    : QObject(viewport)
    , m_document(document)
    , m_picture(picture)
    , m_scale(scale)
    , m_viewport(viewport)
{}

void NameTyping::begin(NodeRef node)
{
    giveUp();
    const auto run = m_picture.nameOf(node);
    if (!run)
        return;
    const OrgView &view = m_document.view();
    const int item = view.indexOf(node);
    m_node = node;
    m_editor = new NameEditor(node.isUnit() ? view.units()[uz(item)].state.name : view.posts()[uz(item)].state.title,
                              m_viewport);
    m_editor->setAccessibleName(tr("Tên"));
    m_scale.ensureVisible(run->rect);
    place();
    m_editor->show();
    m_editor->setFocus();
    connect(m_editor, &NameEditor::taken, this, &NameTyping::take);
    connect(m_editor, &NameEditor::givenUp, this, [this] {
        giveUp();
        Q_EMIT finished();
    });
}

void NameTyping::place()
{
    if (m_editor == nullptr)
        return;
    if (const auto run = m_picture.nameOf(m_node))
        m_editor->placeOver(m_scale.toViewport(run->rect), run->font,
                            run->font.size * kMillimetresPerPoint * m_scale.scale());
}

void NameTyping::giveUp()
{
    if (m_editor == nullptr)
        return;
    NameEditor *editor = std::exchange(m_editor, nullptr);
    editor->disconnect(this);
    editor->deleteLater();
    editor->hide();
}

void NameTyping::take()
{
    if (m_editor == nullptr)
        return;
    const QString name = m_editor->text();
    giveUp();
    Q_EMIT finished();
    m_document.perform(renameWithMeaning(m_document, m_node, name));
}

} // namespace bomay
