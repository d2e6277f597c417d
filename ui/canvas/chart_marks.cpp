// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/chart_marks.h"

#include "core/base/numbers.h"
#include "core/change/edits_views.h"

#include <QPainter>

namespace bomay {

void ChartMarks::rebuild()
{
    lookUpSelection();
    lookUpFound();
    lookUpFindings();
    lookUpAdjusted();
}

void ChartMarks::clear()
{
    m_current.reset();
    m_selected.clear();
    m_chain.clear();
    m_found.clear();
    m_adjusted.clear();
    m_findings.set({});
}

void ChartMarks::lookUpSelection()
{
    m_selected.clear();
    m_chain.clear();
    for (const NodeRef node : m_document.selection())
        m_selected.push_back(m_picture.placeOf(node));
    const OrgView &view = m_document.view();
    const auto selected = m_document.selected();
    m_current = selected;
    const int place = selected ? view.nodeOf(*selected) : -1;
    if (place < 0)
        return;
    for (int above = view.nodes()[uz(place)].parent; above >= 0; above = view.nodes()[uz(above)].parent)
        if (m_picture.hasBox(view.nodes()[uz(above)].ref))
            m_chain.push_back(m_picture.boxOf(view.nodes()[uz(above)].ref));
}

QRectF ChartMarks::current() const
{
    const QRectF place = m_selected.empty() ? QRectF() : m_selected.back();
    return place.isNull() && !m_chain.empty() ? m_chain.front() : place;
}

std::optional<std::pair<NodeRef, QRectF>> ChartMarks::currentNode() const
{
    const QRectF place = current();
    return m_current && !place.isNull() ? std::optional(std::pair(*m_current, place)) : std::nullopt;
}

void ChartMarks::setFound(std::vector<NodeRef> nodes)
{
    m_wanted = std::move(nodes);
    lookUpFound();
}

void ChartMarks::lookUpFound()
{
    m_found.clear();
    for (const NodeRef node : m_wanted)
        if (const QRectF box = m_picture.boxOf(node); !box.isNull())
            m_found.push_back({node, box});
}

void ChartMarks::lookUpFindings()
{
    if (m_marksFindings == FindingsMarked::No)
        return;
    std::vector<FindingDot> dots;
    for (const Finding &finding : m_document.session().report().findings)
        for (const Subject &subject : finding.subjects)
            if (const QRectF box = m_picture.boxOf(subject.node); !box.isNull() && !finding.waiver)
                dots.push_back({box.topRight(), finding.severity});
    m_findings.set(std::move(dots));
}

void ChartMarks::lookUpAdjusted()
{
    m_adjusted.clear();
    if (m_marksFindings == FindingsMarked::No)
        return;
    const Organisation &organisation = m_document.organisation();
    for (const BranchMark *mark : organisation.naming<BranchMark>(keyOf(m_document.chartView().id)))
        if (const QRectF box = m_picture.boxOf(mark->node); isAdjusted(*mark) && !box.isNull())
            m_adjusted.push_back(box);
}

void ChartMarks::paint(QPainter &painter, const CanvasScale &scale, const QRectF &port, Keyboard keyboard)
{
    const QRectF seen = scale.toChart(port.adjusted(-8, -8, 8, 8)); // frames stand a little outside their boxes
    for (const auto &[node, box] : m_found)
        if (box.intersects(seen)) // a post's own line is looked for only where it is seen
            paintFound(painter, scale.toViewport(m_picture.placeOf(node)));
    for (const QRectF &box : m_adjusted)
        if (box.intersects(seen))
            paintAdjusted(painter, scale.toViewport(box));
    for (const QRectF &box : m_chain)
        if (box.intersects(seen))
            paintChain(painter, scale.toViewport(box));
    for (const QRectF &place : m_selected)
        if (place.intersects(seen))
            paintSelection(painter, scale.toViewport(place),
                           &place == &m_selected.back() ? keyboard : Keyboard::Elsewhere);
    m_findings.paint(painter, scale, port);
}

} // namespace bomay
