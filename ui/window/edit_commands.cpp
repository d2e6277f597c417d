// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/edit_commands.h"

#include "core/base/numbers.h"

namespace bomay {

EditCommands::EditCommands(Document &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{}

UnitId EditCommands::currentUnit() const
{
    const auto node = m_document.selected();
    if (!node)
        return {};
    if (node->isUnit())
        return node->unit();
    const OrgView &view = m_document.view();
    const int unit = view.posts()[uz(view.indexOf(*node))].unit;
    return unit < 0 ? UnitId{} : view.units()[uz(unit)].id;
}

void EditCommands::addUnit()
{
    const UnitId parent = currentUnit();
    performAdding(bomay::addUnit(m_document.organisation(), {parent, {}}, tr("Đơn vị mới"), UnitKind::Unknown,
                                 m_document.scope(), m_document.ids()));
}

void EditCommands::addPost()
{
    performAdding(bomay::addPost(m_document.organisation(), currentUnit(), tr("Chức vụ mới"), PostRole::Staff, 0,
                                 m_document.scope(), m_document.ids()));
}

void EditCommands::addDeputy()
{
    const UnitId unit = currentUnit();
    const QString title = deputyTitleFor(m_document.organisation(), unit, m_document.scope().day);
    performAdding(bomay::addPost(m_document.organisation(), unit, title, PostRole::Deputy, 0, m_document.scope(),
                                 m_document.ids()));
}

void EditCommands::remove()
{
    const auto node = m_document.selected();
    if (!node)
        return;
    // What stood above takes the selection, so that the next key has something to work on.
    const OrgView &view = m_document.view();
    const int index = view.nodeOf(*node);
    const int above = index < 0 ? -1 : view.nodes()[uz(index)].parent;
    const std::optional<NodeRef> next = above < 0 ? std::nullopt : std::optional(view.nodes()[uz(above)].ref);
    const NodeRef removed = *node;
    if (m_document.perform(removeNodes(m_document.organisation(), {&removed, 1}, m_document.scope())))
        m_document.select(next);
}

void EditCommands::moveInRank(int by)
{
    // Whoever presses the key five times moves the node once, as far as Undo goes.
    if (const auto node = m_document.selected())
        m_document.perform(
            bomay::moveInRank(m_document.organisation(), *node, by, m_document.scope(), m_document.ids()),
            QStringLiteral("rank:%1").arg(node->uid.toString()));
}

void EditCommands::performAdding(const Result<Change> &change)
{
    if (m_document.perform(change))
        selectNew(*change);
}

void EditCommands::selectNew(const Change &change)
{
    for (const RowImage &image : change.images) {
        if (image.before || (image.key.kind != RowKind::Unit && image.key.kind != RowKind::Post))
            continue;
        m_document.select(image.key.kind == RowKind::Unit ? NodeRef(UnitId{image.key.uid}) : PostId{image.key.uid});
        Q_EMIT added();
        return;
    }
}

} // namespace bomay
