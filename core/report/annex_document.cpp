// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/annex_document.h"

#include "core/chart/chart_objects.h"
#include "core/chart/theme_file.h"
#include "core/report/reports.h"
#include "core/report/typesetter.h"

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

QString points(double size)
{
    return QString::number(size, 'f', 1);
}

} // namespace

AnnexDocument annexDocument(const OrgView &view, const AnnexRequest &request, const MessageCatalog &catalog,
                            Language language, const TextMeasurer &measurer, const ChartOptions &chosen)
{
    // An annex is black on white, whatever the view looks like, and it is published: it shows nobody's face.
    ChartOptions options = chosen;
    options.theme = themeNamed({});
    options.view.portraits = false;
    const auto pageOn = [&](PaperSize paper) {
        PageRequest page = annexPage(request.fields, paper, request.orientation, view.day(),
                                     {catalog.text({u"chart-legend"_s}, language)});
        if (request.fields.form == AnnexForm::Plain && tellsDataDate(options)) // once is enough
            page.heading.pop_back();
        return page;
    };
    AnnexDocument annex{{}, annexSlips(request.fields)};
    PaperDocument &document = annex.document;
    const PageRequest page = pageOn(request.paper);
    document.pages.push_back(fitChart(view, page, measurer, options));
    if (const double smallest = document.pages.front().smallestText; smallest < kAnnexFloor) {
        annex.notes.push_back({u"annex-text-small"_s,
                               {{u"paper"_s, nameOf(request.paper)},
                                {u"points"_s, points(smallest)},
                                {u"floor"_s, points(kAnnexFloor)}}});
        if (request.paper == PaperSize::A4)
            annex.notes.push_back(
                {u"annex-try-a3"_s,
                 {{u"points"_s, points(fitChart(view, pageOn(PaperSize::A3), measurer, options).smallestText)}}});
        annex.notes.push_back({u"annex-try-split"_s});
    }
    if (request.paper == PaperSize::A3)
        annex.notes.push_back({u"annex-a3-custom"_s});
    else if (request.paper != PaperSize::A4)
        annex.notes.push_back({u"annex-paper-custom"_s, {{u"paper"_s, nameOf(request.paper)}}});
    document.outline = outlineOf(view, document, 0);
    if (request.withStaffing) {
        const PaperDocument table = typeset(staffingDocument(view, {}, catalog, language), {}, measurer);
        document.pages.insert(document.pages.end(), table.pages.begin(), table.pages.end());
    }
    numberPages(document, page.margins, measurer);
    return annex;
}

} // namespace bomay
