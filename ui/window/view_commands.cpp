// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/view_commands.h"

#include "core/base/numbers.h"
#include "core/change/edits_structure.h"
#include "core/change/edits_views.h"

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

ViewCommands::ViewCommands(Document &document, Dialogs &dialogs, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_dialogs(dialogs)
{}

QString ViewCommands::nextGesture()
{
    return u"view %1"_s.arg(++m_gestures);
}

std::optional<ChartView> ViewCommands::rowOfView(const QString &gesture)
{
    if (!hasView()) {
        const ChartFolds folds = m_document.folds();
        if (!m_document.perform(
                addView(m_document.organisation(), tr("Sơ đồ chung"), m_document.chartView(), m_document.ids()),
                gesture))
            return std::nullopt;
        m_document.setFolds(folds);
    }
    return m_document.chartView();
}

template <typename Edit>
void ViewCommands::edit(Edit &&edit)
{
    const QString gesture = nextGesture();
    std::optional<ChartView> view = rowOfView(gesture);
    if (!view)
        return;
    edit(*view);
    m_document.perform(setView(m_document.organisation(), *std::move(view)), gesture);
}

void ViewCommands::add()
{
    const auto name = m_dialogs.askText(tr("Bản vẽ mới"), tr("Tên bản vẽ"), {});
    if (!name)
        return;
    const Result<Change> change = addView(m_document.organisation(), *name, {}, m_document.ids());
    if (m_document.perform(change))
        m_document.showView(ChartViewId{change->images.front().key.uid});
}

void ViewCommands::copy()
{
    const auto name = m_dialogs.askText(tr("Nhân bản bản vẽ"), tr("Tên bản vẽ mới"),
                                        tr("%1 (bản sao)").arg(m_document.chartView().name));
    if (!name)
        return;
    const Result<Change> change =
        copyView(m_document.organisation(), m_document.chartView().id, *name, m_document.ids());
    if (!m_document.perform(change))
        return;
    const auto made =
        std::ranges::find(change->images, RowKind::ChartView, [](const RowImage &image) { return image.key.kind; });
    if (made != change->images.end())
        m_document.showView(ChartViewId{made->key.uid});
}

void ViewCommands::rename()
{
    ChartView view = m_document.chartView();
    const auto name = m_dialogs.askText(tr("Đổi tên bản vẽ"), tr("Tên bản vẽ"), view.name);
    if (!name)
        return;
    view.name = *name;
    m_document.perform(setView(m_document.organisation(), std::move(view)));
}

void ViewCommands::remove()
{
    m_document.perform(removeView(m_document.organisation(), m_document.chartView().id));
}

void ViewCommands::setRoot()
{
    const auto selected = m_document.selected();
    const UnitId unit = hasRoot() || !selected ? UnitId{}
                        : selected->isUnit()   ? selected->unit()
                                               : unitAbove(m_document.view(), *selected);
    edit([unit](ChartView &view) { view.root = unit; });
}

bool ViewCommands::hasRoot() const
{
    return !m_document.chartView().root.isNull();
}

void ViewCommands::choosePreset(ChartPreset preset)
{
    edit([preset](ChartView &view) { view.preset = preset; });
}

void ViewCommands::chooseLeaders(LeaderStyle style)
{
    edit([style](ChartView &view) { view.leaders = style; });
}

void ViewCommands::chooseTheme(const QString &theme)
{
    edit([theme](ChartView &view) { view.theme = theme; });
}

void ViewCommands::toggle(bool ChartView::*field)
{
    edit([field](ChartView &view) { view.*field = !(view.*field); });
}

void ViewCommands::chooseLayout(BranchLayout layout)
{
    const auto selected = m_document.selected();
    if (!selected)
        return;
    const QString gesture = nextGesture();
    const std::optional<ChartView> view = rowOfView(gesture);
    if (!view)
        return;
    BranchMark mark = markOf(m_document.organisation(), view->id, *selected);
    mark.layout = layout;
    m_document.perform(setMark(m_document.organisation(), mark, m_document.ids()), gesture);
}

void ViewCommands::setBoxWidth(NodeRef unit, double width)
{
    const QString gesture = nextGesture();
    const std::optional<ChartView> view = rowOfView(gesture);
    if (!view)
        return;
    BranchMark mark = markOf(m_document.organisation(), view->id, unit);
    mark.boxWidth = width;
    m_document.perform(setMark(m_document.organisation(), mark, m_document.ids()), gesture);
}

std::vector<NodeRef> ViewCommands::adjusted() const
{
    const OrgView &view = m_document.view();
    const std::vector<NodeRef> selection = m_document.selection();
    const auto isMeant = [&](NodeRef node) {
        const int place = view.nodeOf(node);
        return selection.empty() || std::ranges::any_of(selection, [&](NodeRef above) {
                   const int first = view.nodeOf(above);
                   return first >= 0 && place >= first && place < view.nodes()[uz(first)].end;
               });
    };
    std::vector<NodeRef> nodes;
    if (hasView())
        for (const BranchMark *mark : m_document.organisation().naming<BranchMark>(keyOf(m_document.chartView().id)))
            if (isAdjusted(*mark) && isMeant(mark->node))
                nodes.push_back(mark->node);
    return nodes;
}

void ViewCommands::release()
{
    const QString gesture = nextGesture();
    for (const NodeRef node : adjusted())
        m_document.perform(releaseAdjustments(m_document.organisation(), m_document.chartView().id, node), gesture);
}

BranchLayout ViewCommands::layoutOfSelected() const
{
    const auto selected = m_document.selected();
    return selected && hasView() ? markOf(m_document.organisation(), m_document.chartView().id, *selected).layout
                                 : BranchLayout::Inherited;
}

} // namespace bomay
