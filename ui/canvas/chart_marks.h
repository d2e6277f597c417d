// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_marks.h"
#include "ui/canvas/chart_picture.h"
#include "ui/canvas/finding_marks.h"
#include "ui/document/document.h"

namespace bomay {

enum class FindingsMarked { Yes, No };

/// What the canvas marks on the chart beside what is being dragged: what is selected and the boxes above it, what was
/// found by name, whom findings speak of, what was adjusted by hand. Places are looked up when the picture or the
/// selection is another, not for each frame.
class ChartMarks
{
public:
    ChartMarks(const Document &document, const ChartPicture &picture, FindingsMarked findings)
        : m_document(document)
        , m_picture(picture)
        , m_marksFindings(findings)
    {}

    /// The picture is another one.
    void rebuild();
    void lookUpSelection();
    void setFound(std::vector<NodeRef> nodes);
    /// The picture is that of a document that nothing is known of yet.
    void clear();

    /// Where what was selected last stands (mm); of what is folded away the box that hides it; null where nothing is
    /// shown of it.
    [[nodiscard]] QRectF current() const;
    /// What it is, and that place; it may be gone from the document since.
    [[nodiscard]] std::optional<std::pair<NodeRef, QRectF>> currentNode() const;
    [[nodiscard]] const std::vector<FindingDot> &findings() const { return m_findings.dots(); }

    /// `port` is the viewport, in pixels; what lies outside costs nothing.
    void paint(QPainter &painter, const CanvasScale &scale, const QRectF &port, Keyboard keyboard);

private:
    void lookUpFound();
    void lookUpFindings();
    void lookUpAdjusted();

    struct Found
    {
        NodeRef node;
        QRectF box; ///< mm; of a post without one that of its unit
    };

    const Document &m_document;
    const ChartPicture &m_picture;
    FindingsMarked m_marksFindings;
    std::optional<NodeRef> m_current; ///< what the place that was looked up last is of
    std::vector<QRectF> m_selected;   ///< mm; places of what is selected, of the last one last
    std::vector<QRectF> m_chain;      ///< mm; the boxes above it, up to the top
    std::vector<NodeRef> m_wanted;    ///< what was found, be it shown or not
    std::vector<Found> m_found;
    std::vector<QRectF> m_adjusted; ///< mm
    FindingMarks m_findings;
};

} // namespace bomay
