// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/pdf_writer.h"

#include "core/base/numbers.h"
#include "core/base/whole_file.h"
#include "core/render/pdf_content.h"
#include "core/render/pdf_properties.h"

#include <algorithm>

#define POINTERHOLDER_TRANSITION 4 // the library warns about its own transition unless told which step is meant
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr int kPacking = 6; ///< of zlib: the usual one

QPDFObjectHandle sheetOf(const QSizeF &size)
{
    QPDFObjectHandle box = QPDFObjectHandle::newArray();
    box.appendItem(QPDFObjectHandle::newInteger(0));
    box.appendItem(QPDFObjectHandle::newInteger(0));
    box.appendItem(QPDFObjectHandle::newReal(size.width() / kMillimetresPerPoint, 2));
    box.appendItem(QPDFObjectHandle::newReal(size.height() / kMillimetresPerPoint, 2));
    return box;
}

/// The page objects with their sizes, in the tree of pages and still without content: links name pages that come later.
std::vector<QPDFObjectHandle> addPages(QPDF &pdf, const PaperDocument &document, const QPDFObjectHandle &resources)
{
    QPDFObjectHandle tree = pdf.getRoot().getKey("/Pages");
    QPDFObjectHandle kids = QPDFObjectHandle::newArray();
    std::vector<QPDFObjectHandle> pages;
    for (const Page &page : document.pages) {
        QPDFObjectHandle object = QPDFObjectHandle::newDictionary();
        object.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
        object.replaceKey("/Parent", tree);
        object.replaceKey("/MediaBox", sheetOf(page.size));
        object.replaceKey("/Resources", resources);
        pages.push_back(pdf.makeIndirectObject(object));
        kids.appendItem(pages.back());
    }
    tree.replaceKey("/Kids", kids);
    tree.replaceKey("/Count", QPDFObjectHandle::newInteger(sizeOf(pages)));
    return pages;
}

QByteArray written(QPDF &pdf)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStreamDataMode(qpdf_s_preserve); // contents are packed already
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setMinimumPDFVersion("1.4");
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize())};
}

Result<QByteArray> assemble(const PaperDocument &document, const PdfProperties &properties, const Progress &progress)
{
    QPDF pdf;
    pdf.emptyPDF();
    PdfFonts fonts(properties.face);
    QPDFObjectHandle fontResources = QPDFObjectHandle::newDictionary();
    QPDFObjectHandle resources = QPDFObjectHandle::newDictionary();
    resources.replaceKey("/Font", pdf.makeIndirectObject(fontResources));
    const std::vector<QPDFObjectHandle> pages = addPages(pdf, document, pdf.makeIndirectObject(resources));
    for (int i = 0; i < sizeOf(pages); ++i) {
        if (progress && !progress(i, sizeOf(pages)))
            return fail(u"cancelled"_s);
        const Page &page = document.pages[uz(i)];
        const std::string content = pdfContent(page, fonts);
        const QByteArray packed =
            qCompress(reinterpret_cast<const uchar *>(content.data()), static_cast<qsizetype>(content.size()), kPacking)
                .mid(4); // Qt puts the length in front
        QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf, packed.toStdString());
        stream.getDict().replaceKey("/Filter", QPDFObjectHandle::newName("/FlateDecode"));
        QPDFObjectHandle object = pages[uz(i)];
        object.replaceKey("/Contents", pdf.makeIndirectObject(stream));
        if (QPDFObjectHandle links = linksOf(page, document, pages); !links.isNull())
            object.replaceKey("/Annots", links);
    }
    BM_TRY_VOID(fonts.addTo(pdf, fontResources));
    setProperties(pdf, properties);
    setOutline(pdf, document, pages);
    setPageLabels(pdf, document);
    QByteArray bytes = written(pdf);
    if (progress && !progress(sizeOf(pages), sizeOf(pages)))
        return fail(u"cancelled"_s);
    return bytes;
}

} // namespace

Result<QByteArray> pdfBytes(const PaperDocument &document, const PdfProperties &properties, const Progress &progress)
{
    BM_CHECK(!document.pages.empty(), return {});
    for (const Page &page : document.pages)
        if (const double side = std::max(page.size.width(), page.size.height()); side > kLargestPage)
            return fail(u"page-too-large"_s, {{u"size"_s, QString::number(side / 1000, 'f', 2)},
                                              {u"limit"_s, QString::number(kLargestPage / 1000, 'f', 2)}});
    try {
        return assemble(document, properties, progress);
    } catch (const std::exception &error) {
        return fail(u"pdf-afterwork"_s, {}, {}, QString::fromUtf8(error.what()));
    }
}

Result<> writePdf(const PaperDocument &document, const PdfProperties &properties, const QString &path,
                  const Progress &progress)
{
    BM_TRY(const QByteArray bytes, pdfBytes(document, properties, progress));
    return writeWholeFile(path, bytes);
}

} // namespace bomay
