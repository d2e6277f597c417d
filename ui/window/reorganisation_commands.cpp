// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/reorganisation_commands.h"

#include "core/base/numbers.h"
#include "core/model/history.h"
#include "ui/window/dialogs.h"

namespace bomay {

ReorganisationCommands::ReorganisationCommands(const UiContext &context, Dialogs &dialogs, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_dialogs(dialogs)
{}

std::vector<UnitId> ReorganisationCommands::units() const
{
    std::vector<UnitId> units;
    for (const NodeRef node : m_context.document.selection())
        if (node.isUnit())
            units.push_back(node.unit());
    return units;
}

bool ReorganisationCommands::hasUnit() const
{
    const auto node = m_context.document.selected();
    return node && node->isUnit();
}

bool ReorganisationCommands::canRun(ReorganisationKind kind) const
{
    const std::size_t count = units().size();
    switch (kind) {
    case ReorganisationKind::Absorb:
        return count >= 1;
    case ReorganisationKind::Consolidate:
        return count >= 2;
    default:
        return count == 1;
    }
}

void ReorganisationCommands::run(ReorganisationKind kind)
{
    if (!canRun(kind))
        return;
    Document &document = m_context.document;
    ReorganisationDraft draft(m_context, kind, units());
    if (!m_dialogs.reviewReorganisation(draft))
        return;
    const Result<Change> change = draft.change();
    if (!document.perform(change) || !change)
        return;
    if (*draft.from() > document.view().day()) {
        Q_EMIT said(tr("%1. Sơ đồ đang xem tại ngày %2, trước ngày đó.")
                        .arg(change->title, document.view().day().toVietnamese()));
        return;
    }
    // The unit that was selected is gone: who follows it is looked at next.
    if (draft.heir().isNull())
        document.selectAdded(*change);
    else
        document.select(draft.heir());
    Q_EMIT said(tr("%1.").arg(change->title));
}

void ReorganisationCommands::showHistory()
{
    if (!hasUnit())
        return;
    const Organisation &organisation = m_context.document.organisation();
    const UnitId unit = m_context.document.selected()->unit();
    QStringList lines;
    for (const HistoryEvent &event : historyOf(organisation, unit)) {
        const QString line = m_context.messages.text(messageOf(event, m_context.language), m_context.language);
        lines += event.document.isEmpty() ? line : tr("%1 (theo %2)").arg(line, event.document);
    }
    const OrgView &view = m_context.document.view();
    m_dialogs.showText(tr("Quá trình của %1").arg(view.units()[uz(view.indexOf(unit))].state.name),
                       lines.join(QLatin1Char('\n')));
}

} // namespace bomay
