// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/font_table.h"
#include "core/report/report_document.h"
#include "ui/document/ui_context.h"
#include "ui/window/dialogs.h"

#include <QObject>

#include <map>

namespace bomay {

struct PaperFacts;
struct PaperRequest;
struct PdfProperties;

/// What brings the document on paper: charts as files, printing, the annex of a decision, reports. Writing shows how
/// far it is and can be stopped; the file that was there stays then.
class PaperCommands : public QObject
{
    Q_OBJECT

public:
    PaperCommands(const UiContext &context, Dialogs &dialogs, const FontTable &fonts, QObject *parent = nullptr);

    /// The chart of the view on the view's paper, into a PDF that is offered under a name.
    void exportPdf(const QString &suggestion);
    /// … on the paper and pages, and in the format, that are chosen beside a preview.
    void exportChart(const QString &suggestion);
    /// The chart under its title, on one A4 landscape page until something else is chosen for the view.
    void print();
    /// The chart as an annex after Decree 30/2020, into a PDF. How it was made is remembered with the view; one without
    /// begins as the last of the others.
    void exportAnnex();
    void exportCheckReport();
    void exportLedger();
    void exportStaffing();

Q_SIGNALS:
    /// Something worth a line in the status bar.
    void said(const QString &text);
    /// How the view shown goes with a decision, to be kept with it; see `ChartView::annex`.
    void annexChosen(const QString &annex);

private:
    [[nodiscard]] bool hasChart();
    /// Of the chart of the view.
    [[nodiscard]] QString title() const;
    [[nodiscard]] PaperPreview composeChart(const PaperChoice &choice) const;
    [[nodiscard]] PaperRequest requestOf(const PaperChoice &choice) const;
    /// The pages of the chart; nothing where there are none or the user stopped it, and why is said.
    [[nodiscard]] std::optional<PaperDocument> pagesOf(const PaperChoice &choice);
    /// Asks where pictures of several pages would take the place of files.
    [[nodiscard]] bool mayWritePictures(const QString &path, const PaperDocument &pages);
    /// What the dialog for an annex begins with.
    [[nodiscard]] PaperChoice firstAnnex();
    [[nodiscard]] PaperPreview composeAnnex(const PaperChoice &choice) const;
    /// Into a PDF or a spreadsheet, as the user names it.
    void exportReport(const ReportDocument &report);
    [[nodiscard]] PdfProperties propertiesOf(const QString &title, const QString &subject) const;
    /// True: the file is there.
    bool writeDocument(const PaperDocument &document, const PdfProperties &properties, const QString &path);
    /// Tells what went wrong. True: nothing did.
    bool checkWritten(const Result<> &written);
    /// … in the status bar alone where the user stopped it.
    void tellOf(const Error &error);
    /// Says that a file is there.
    void sayWritten(const QString &path);
    /// … and how its chart stands on its pages.
    void sayExported(const QString &path, const PaperFacts &chart, PaperSize paper);
    [[nodiscard]] QString text(const Message &message) const;

    UiContext m_context;
    Dialogs &m_dialogs;
    const FontTable &m_fonts;
    // As they were chosen last, by view.
    std::map<ChartViewId, PaperChoice> m_prints;
    std::map<ChartViewId, PaperChoice> m_files;
    std::map<ChartViewId, QString> m_annexes; ///< that are not in the document, as `ChartView::annex` has them
};

} // namespace bomay
