// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/pdf_writer.h"

#include "core/render/fonts.h"
#include "core/render/painter.h"
#include "core/render/pdf_properties.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr int kResolution = 1200; ///< dots per inch: finer than any line or letter on the page

QPageLayout layoutOf(const QSizeF &size)
{
    const bool wide = size.width() > size.height();
    // QPageSize wants the short side first and turns the page by orientation.
    const QPageSize paper(wide ? size.transposed() : size, QPageSize::Millimeter, {}, QPageSize::ExactMatch);
    return {paper, wide ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF(0, 0, 0, 0),
            QPageLayout::Millimeter};
}

/// The pages as Qt writes them, without the properties that only a second pass can set.
QByteArray paintPages(std::span<const Page> pages, const PdfProperties &properties)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kResolution);
    writer.setTitle(properties.title);
    writer.setCreator(properties.creator);
    writer.setPageLayout(layoutOf(pages.front().size));
    QPainter painter(&writer);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i > 0) {
            writer.setPageLayout(layoutOf(pages[i].size));
            writer.newPage();
        }
        painter.save();
        painter.scale(kResolution / 25.4, kResolution / 25.4);
        paint(painter, pages[i].list);
        painter.restore();
    }
    painter.end();
    return bytes;
}

} // namespace

Result<> writePdf(std::span<const Page> pages, const PdfProperties &properties, const QString &path)
{
    BM_CHECK(!pages.empty(), return {});
    BM_TRY_VOID(loadBuiltInFonts());
    BM_TRY(const QByteArray bytes, withProperties(paintPages(pages, properties), properties));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(u"cannot-write-file"_s, {{u"file"_s, path}}, {.file = path}, file.errorString());
    return {};
}

} // namespace bomay
