// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/name_typing.h"

#include "core/base/numbers.h"
#include "core/change/change_chain.h"
#include "core/change/edits_structure.h"
#include "core/exchange/understanding.h"
#include "ui/canvas/name_editor.h"

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
    m_document.perform(changeFor(name));
}

Result<Change> NameTyping::changeFor(const QString &name) const
{
    const Organisation &organisation = m_document.organisation();
    BM_TRY(Change renamed, rename(organisation, m_node, name, m_document.scope()));
    const QString title = renamed.title; // which names the date already
    ChangeChain chain(organisation);
    BM_TRY_VOID(chain.add(renamed));
    const auto meant = meaningOf(name, chain.organisation());
    if (!meant)
        return renamed;
    BM_TRY_VOID(chain.add(*meant));
    BM_TRY(Change both, chain.finish(title, m_document.scope(), m_document.ids()));
    both.title = title;
    return both;
}

std::optional<Result<Change>> NameTyping::meaningOf(const QString &name, const Organisation &renamed) const
{
    const OrgView &view = m_document.view();
    const int item = view.indexOf(m_node);
    const auto kindOf = [&view](int unit) { return unit < 0 ? UnitKind::Unknown : view.units()[uz(unit)].state.kind; };
    if (m_node.isUnit()) {
        const UnitKind kind = kindFromName(name, kindOf(view.parentUnit(item)));
        if (kindOf(item) != UnitKind::Unknown || kind == UnitKind::Other)
            return std::nullopt;
        return changeKind(renamed, {&m_node, 1}, kind, m_document.scope(), m_document.ids());
    }
    const PostState &shown = view.posts()[uz(item)].state;
    PostState state = shown;
    if (state.role != PostRole::Unknown)
        return std::nullopt;
    state.title = name;
    state.role = roleFromTitle(name, kindOf(view.posts()[uz(item)].unit));
    if (state.role == PostRole::Unknown)
        state.role = PostRole::Staff;
    return changePost(renamed, m_node.post(), {shown, state}, m_document.scope());
}

} // namespace bomay
