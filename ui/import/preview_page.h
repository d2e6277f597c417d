// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/messages.h"
#include "core/chart/chart_options.h"
#include "core/chart/font_table.h"
#include "ui/import/import_draft.h"

#include <QWidget>

class QLabel;
class QTabWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace bomay {

class ChartPreview;

/// What would come of the import: the organisation as a chart and as an outline, and beside it what is said of single
/// rows; the chosen remark stands whole below the list. A double click on one asks for its cell.
class PreviewPage : public QWidget
{
    Q_OBJECT

public:
    PreviewPage(const ImportDraft &draft, const MessageCatalog &messages, Language language, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void cellAsked(const Place &place);

private:
    void fillOutline(const std::vector<bool> &isShown);
    void fillRemarks();
    /// Draws the chart when it is looked at: of a large document that takes its time.
    void fillChart();
    void showPicture(bool canBeDrawn);
    [[nodiscard]] bool isNew(NodeRef node) const;
    [[nodiscard]] std::vector<QRectF> placesOfNew(const DisplayList &list) const;

    const ImportDraft &m_draft;
    const MessageCatalog &m_messages;
    Language m_language;
    QLabel *m_summary;
    QTabWidget *m_pictures;
    ChartPreview *m_chart;
    QTreeWidget *m_outline;
    QTreeWidget *m_remarks;
    QLabel *m_remark;                 ///< the chosen one
    std::optional<FontTable> m_fonts; ///< once a chart was drawn
    std::optional<OrgView> m_view;    ///< of the document as it would be
    ChartOptions m_options;
    bool m_isChartStale = true;
    bool m_wasSentToList = false; ///< the chart could not be drawn while it was looked at
};

} // namespace bomay
