// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/edit_commands.h"

#include "core/base/numbers.h"
#include "core/base/text_view.h"
#include "core/change/edits_branch.h"
#include "core/change/edits_pictures.h"
#include "core/model/vocabulary.h"
#include "ui/window/dialogs.h"
#include "ui/window/picture_question.h"

#include <algorithm>

namespace bomay {

EditCommands::EditCommands(Document &document, Dialogs &dialogs, Language language, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_dialogs(dialogs)
    , m_language(language)
{}

bool EditCommands::isUnitSelected() const
{
    const auto node = m_document.selected();
    return node && node->isUnit();
}

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
    performAdding(bomay::addPost(m_document.organisation(), currentUnit(), tr("Chức vụ mới"), PostRole::Unknown, 0,
                                 m_document.scope(), m_document.ids()));
}

void EditCommands::addDeputy()
{
    const UnitId unit = currentUnit();
    const QString title = deputyTitleFor(m_document.organisation(), unit, m_document.dayOfEdit());
    performAdding(bomay::addPost(m_document.organisation(), unit, title, PostRole::Deputy, 0, m_document.scope(),
                                 m_document.ids()));
}

void EditCommands::addAssistant()
{
    performAdding(bomay::addPost(m_document.organisation(), currentUnit(), tr("Trợ lý"), PostRole::Assistant, 0,
                                 m_document.scope(), m_document.ids()));
}

void EditCommands::addBeside(Side side)
{
    const auto node = m_document.selected();
    const OrgView &view = m_document.view();
    if (!node || node->isUnit()) {
        Destination where;
        if (node)
            where = {unitAbove(view, *node), side == Side::Before ? node : nextSibling(view, *node)};
        performAdding(bomay::addUnit(m_document.organisation(), where, tr("Đơn vị mới"), UnitKind::Unknown,
                                     m_document.scope(), m_document.ids()));
        return;
    }
    const PostRole role = view.posts()[uz(view.indexOf(*node))].state.role;
    if (role == PostRole::Head) { // a unit has one
        addDeputy();
        return;
    }
    const QString title = role == PostRole::Deputy
                              ? deputyTitleFor(m_document.organisation(), currentUnit(), m_document.dayOfEdit())
                              : tr("Chức vụ mới");
    performAdding(
        addPostBeside(m_document.organisation(), node->post(), side, title, m_document.scope(), m_document.ids()));
}

void EditCommands::addAbove()
{
    if (const auto node = m_document.selected(); node && node->isUnit())
        performAdding(addUnitAbove(m_document.organisation(), node->unit(), tr("Đơn vị mới"), m_document.scope(),
                                   m_document.ids()));
}

std::vector<NodeRef> EditCommands::upperSelection() const
{
    return topmost(m_document.view(), m_document.selection());
}

void EditCommands::performRemoval(Result<Change> change)
{
    // What stood above takes the selection, so that the next key has something to work on.
    const OrgView &view = m_document.view();
    const std::vector<NodeRef> nodes = upperSelection();
    const int index = nodes.empty() ? -1 : view.nodeOf(nodes.front());
    const int above = index < 0 ? -1 : view.nodes()[uz(index)].parent;
    const std::optional<NodeRef> next = above < 0 ? std::nullopt : std::optional(view.nodes()[uz(above)].ref);
    if (m_document.perform(std::move(change)))
        m_document.select(next);
}

std::optional<UnitId> EditCommands::heirOfBelow(const std::vector<NodeRef> &nodes, Heir &heir)
{
    constexpr int kMostHeirs = 30;
    const OrgView &view = m_document.view();
    const auto nameOf = [&view](UnitId id) { return view.units()[uz(view.indexOf(id))].state.name; };
    int below = 0;
    for (const NodeRef node : nodes)
        if (node.isUnit())
            below += sizeOf(view.unitsOfUnit(view.indexOf(node)));
    heir = Heir::None;
    if (below == 0)
        return UnitId{};
    const UnitId above = unitAbove(view, nodes.front());
    QStringList lines{tr("Xóa cả nhánh"), above.isNull() ? tr("Giữ lại, đưa lên cấp cao nhất")
                                                         : tr("Giữ lại, chuyển lên %1").arg(nameOf(above))};
    std::vector<UnitId> heirs;
    if (nodes.size() == 1 && !above.isNull())
        for (const int sibling : view.unitsOfUnit(view.indexOf(above)))
            if (view.units()[uz(sibling)].id != nodes.front().unit() && sizeOf(heirs) < kMostHeirs) {
                heirs.push_back(view.units()[uz(sibling)].id);
                lines += tr("Giữ lại, chuyển về %1").arg(view.units()[uz(sibling)].state.name);
            }
    const QString what =
        nodes.size() == 1 ? nameOf(nodes.front().unit()) : tr("%n mục đã chọn", nullptr, sizeOf(nodes));
    const auto chosen = m_dialogs.chooseLine(
        tr("Xóa đơn vị"), tr("%1 có %n đơn vị trực thuộc. Các đơn vị đó đi đâu?", nullptr, below).arg(what), lines,
        tr("Xóa"));
    if (!chosen)
        return std::nullopt;
    heir = *chosen == 0 ? Heir::None : *chosen == 1 ? Heir::Superior : Heir::Other;
    return heir == Heir::Other ? heirs[uz(*chosen - 2)] : UnitId{};
}

void EditCommands::remove()
{
    const std::vector<NodeRef> nodes = upperSelection();
    if (nodes.empty())
        return;
    Heir heir = Heir::None;
    const auto other = heirOfBelow(nodes, heir);
    if (!other)
        return;
    switch (heir) {
    case Heir::None:
        performRemoval(removeNodes(m_document.organisation(), nodes, m_document.scope()));
        break;
    case Heir::Superior:
        removeAlone();
        break;
    case Heir::Other:
        performRemoval(removeLeavingTo(m_document.organisation(), nodes.front().unit(), *other, m_document.scope(),
                                       m_document.ids()));
        break;
    }
}

void EditCommands::removeAlone()
{
    const std::vector<NodeRef> nodes = m_document.selection();
    if (!nodes.empty())
        performRemoval(bomay::removeAlone(m_document.organisation(), nodes, m_document.scope(), m_document.ids()));
}

void EditCommands::duplicate()
{
    const std::vector<NodeRef> nodes = upperSelection();
    if (nodes.empty())
        return;
    const OrgView &view = m_document.view();
    const NodeRef last = nodes.back();
    const int item = view.indexOf(last);
    const QString name = nodes.size() > 1 ? QStringLiteral("%1 mục").arg(nodes.size())
                         : last.isUnit()  ? view.units()[uz(item)].state.name
                                          : view.posts()[uz(item)].state.title;
    const Destination where{unitAbove(view, last), last.isUnit() ? nextSibling(view, last) : std::nullopt};
    const Result<Change> change =
        insertBranch(m_document.organisation(), branchOf(view, nodes), where, QStringLiteral("Nhân bản ") + name,
                     m_document.scope(), m_document.ids());
    if (m_document.perform(change))
        m_document.selectAdded(*change);
}

void EditCommands::promote()
{
    m_document.perform(
        bomay::promote(m_document.organisation(), m_document.selection(), m_document.scope(), m_document.ids()),
        gestureOf(QStringLiteral("level")));
}

void EditCommands::demote()
{
    m_document.perform(
        bomay::demote(m_document.organisation(), m_document.selection(), m_document.scope(), m_document.ids()),
        gestureOf(QStringLiteral("level")));
}

void EditCommands::moveInRank(int by)
{
    m_document.perform(
        bomay::moveInRank(m_document.organisation(), m_document.selection(), by, m_document.scope(), m_document.ids()),
        gestureOf(QStringLiteral("rank")));
}

void EditCommands::chooseKind()
{
    const auto kinds = terms<UnitKind>();
    QStringList lines;
    for (const auto &kind : kinds)
        lines += toQString(m_language == Language::Vietnamese ? kind.vi : kind.en);
    const auto chosen =
        m_dialogs.chooseLine(tr("Loại hình"), tr("Loại hình của các đơn vị đã chọn:"), lines, tr("Đổi"));
    if (chosen)
        m_document.perform(changeKind(m_document.organisation(), m_document.selection(), kinds[uz(*chosen)].value,
                                      m_document.scope(), m_document.ids()));
}

QString EditCommands::gestureOf(const QString &kind) const
{
    // Whoever presses the key five times moves the same nodes once, as far as Undo goes.
    QString name = kind;
    for (const NodeRef node : m_document.selection())
        name += u':' + node.uid.toString();
    return name;
}

bool EditCommands::hasUnitsSelected() const
{
    return std::ranges::any_of(m_document.selection(), &NodeRef::isUnit);
}

void EditCommands::performAdding(const Result<Change> &change)
{
    if (!m_document.perform(change))
        return;
    m_document.selectAdded(*change);
    Q_EMIT added();
}

void EditCommands::choosePortrait(PersonId id)
{
    const Person *person = m_document.organisation().find(id);
    if (person == nullptr)
        return;
    const QString title = tr("Ảnh chân dung của %1").arg(person->name);
    if (const auto picture = askPicture(m_document, m_dialogs, title, PictureUse::Portrait))
        m_document.perform(setPortrait(m_document.organisation(), id, *picture, m_document.ids()));
}

} // namespace bomay
