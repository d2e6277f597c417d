// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/printing.h"

#include "core/base/numbers.h"
#include "core/render/painter.h"

#include <QPageLayout>
#include <QPainter>
#include <QPrinter>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

QPageLayout layoutOf(const QSizeF &size)
{
    const bool isWide = size.width() > size.height();
    // QPageSize wants the short side first and turns the page by orientation.
    const QPageSize paper(isWide ? size.transposed() : size, QPageSize::Millimeter, {}, QPageSize::FuzzyMatch);
    return {paper, isWide ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF(0, 0, 0, 0),
            QPageLayout::Millimeter};
}

} // namespace

void setUpPrinter(QPrinter &printer, const PaperDocument &document, const QString &title)
{
    printer.setDocName(title);
    printer.setFullPage(true);
    if (!document.pages.empty())
        printer.setPageLayout(layoutOf(document.pages.front().size));
}

Result<int> printPages(QPrinter &printer, const PaperDocument &document, const Progress &progress)
{
    const int count = sizeOf(document.pages);
    int first = 0;
    int last = count - 1;
    if (printer.printRange() == QPrinter::PageRange && printer.fromPage() > 0) {
        first = std::min(printer.fromPage() - 1, last);
        last = std::min(std::max(printer.toPage(), printer.fromPage()) - 1, last);
    }
    printer.setFullPage(true); // the dialog may have set it back
    QPainter painter;
    if (!painter.begin(&printer))
        return fail(u"cannot-print"_s);
    const int copies = printer.supportsMultipleCopies() ? 1 : std::max(1, printer.copyCount());
    const int pages = last - first + 1;
    for (int k = 0; k < copies * pages; ++k) {
        if (progress && !progress(k, copies * pages)) {
            printer.abort();
            return fail(u"cancelled"_s);
        }
        const Page &page = document.pages[uz(first + k % pages)];
        if (k > 0) {
            printer.setPageLayout(layoutOf(page.size));
            if (!printer.newPage())
                return fail(u"cannot-print"_s);
        }
        painter.save();
        const double perMm = printer.resolution() / 25.4;
        painter.scale(perMm, perMm);
        paint(painter, page.list);
        painter.restore();
    }
    if (!painter.end())
        return fail(u"cannot-print"_s);
    return pages;
}

} // namespace bomay
