// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/pdf_writer.h"

#include "core/base/numbers.h"
#include "core/base/progress_part.h"
#include "core/render/pdf_content.h"
#include "core/render/pdf_properties.h"

#include <QBuffer>
#include <QSaveFile>

#include <algorithm>
#include <stdexcept>

#define POINTERHOLDER_TRANSITION 4 // the library warns about its own transition unless told which step is meant
#include <qpdf/Pipeline.hh>
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
PdfPages addPages(QPDF &pdf, const PageSource &source, const QPDFObjectHandle &resources)
{
    QPDFObjectHandle tree = pdf.getRoot().getKey("/Pages");
    QPDFObjectHandle kids = QPDFObjectHandle::newArray();
    PdfPages pages;
    for (int i = 0; i < source.count(); ++i) {
        pages.sizes.push_back(source.sizeOfPage(i));
        QPDFObjectHandle object = QPDFObjectHandle::newDictionary();
        object.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
        object.replaceKey("/Parent", tree);
        object.replaceKey("/MediaBox", sheetOf(pages.sizes.back()));
        object.replaceKey("/Resources", resources);
        pages.objects.push_back(pdf.makeIndirectObject(object));
        kids.appendItem(pages.objects.back());
    }
    tree.replaceKey("/Kids", kids);
    tree.replaceKey("/Count", QPDFObjectHandle::newInteger(source.count()));
    return pages;
}

/// Hands what the library writes on to a device, so that the file is never whole in memory.
class DevicePipeline : public Pipeline
{
public:
    explicit DevicePipeline(QIODevice &device)
        : Pipeline("device", nullptr)
        , m_device(device)
    {}

    void write(const unsigned char *data, std::size_t size) override
    {
        const auto length = static_cast<qint64>(size);
        if (m_device.write(reinterpret_cast<const char *>(data), length) != length)
            throw std::runtime_error(m_device.errorString().toStdString()); // the library speaks in exceptions
    }
    void finish() override {}

private:
    QIODevice &m_device;
};

void writeObjects(QIODevice &device, QPDF &pdf)
{
    DevicePipeline pipeline(device);
    QPDFWriter writer(pdf);
    writer.setOutputPipeline(&pipeline);
    writer.setStreamDataMode(qpdf_s_preserve); // contents are packed already
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setMinimumPDFVersion("1.4");
    writer.setDeterministicID(true);
    writer.write();
}

QPDFObjectHandle contentStream(QPDF &pdf, const std::string &content)
{
    const QByteArray packed =
        qCompress(reinterpret_cast<const uchar *>(content.data()), static_cast<qsizetype>(content.size()), kPacking)
            .mid(4); // Qt puts the length in front
    QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf, packed.toStdString());
    stream.getDict().replaceKey("/Filter", QPDFObjectHandle::newName("/FlateDecode"));
    return stream;
}

Result<> assemble(QIODevice &device, PageSource &source, const PdfProperties &properties, const Progress &progress)
{
    QPDF pdf;
    pdf.emptyPDF();
    PdfFonts fonts(properties.face);
    PdfImages images(properties.profile);
    QPDFObjectHandle fontResources = QPDFObjectHandle::newDictionary();
    QPDFObjectHandle resources = QPDFObjectHandle::newDictionary();
    resources.replaceKey("/Font", pdf.makeIndirectObject(fontResources));
    resources = pdf.makeIndirectObject(resources);
    PdfPages pages = addPages(pdf, source, resources);
    const int count = source.count();
    for (int i = 0; i < count; ++i) {
        const Progress ofPage = partOf(progress, i, count);
        if (ofPage && !ofPage(0, 1))
            return fail(u"cancelled"_s);
        const Page &page = source.page(i);
        BM_TRY(const std::string content, pdfContent(page, fonts, images, ofPage));
        QPDFObjectHandle object = pages.objects[uz(i)];
        object.replaceKey("/Contents", pdf.makeIndirectObject(contentStream(pdf, content)));
        if (QPDFObjectHandle links = linksOf(page, pages); !links.isNull())
            object.replaceKey("/Annots", links);
        pages.labels += page.label;
    }
    BM_TRY_VOID(fonts.addTo(pdf, fontResources));
    images.addTo(pdf, resources);
    setProperties(pdf, properties);
    setOutline(pdf, source.outline(), pages);
    setPageLabels(pdf, pages);
    writeObjects(device, pdf);
    if (const Progress whole = partOf(progress, count, count); whole && !whole(0, 1))
        return fail(u"cancelled"_s);
    return {};
}

/// Errors: as `pdfBytes`.
Result<> writeTo(QIODevice &device, PageSource &source, const PdfProperties &properties, const Progress &progress)
{
    BM_CHECK(source.count() > 0, return {});
    for (int i = 0; i < source.count(); ++i)
        if (const QSizeF size = source.sizeOfPage(i); std::max(size.width(), size.height()) > kLargestPage)
            return fail(u"page-too-large"_s,
                        {{u"size"_s, QString::number(std::max(size.width(), size.height()) / 1000, 'f', 2)},
                         {u"limit"_s, QString::number(kLargestPage / 1000, 'f', 2)}});
    try {
        return assemble(device, source, properties, progress);
    } catch (const std::exception &error) {
        return fail(u"pdf-afterwork"_s, {}, {}, QString::fromUtf8(error.what()));
    }
}

} // namespace

Result<QByteArray> pdfBytes(const PaperDocument &document, const PdfProperties &properties, const Progress &progress)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    WholeDocument source(document);
    BM_TRY_VOID(writeTo(buffer, source, properties, progress));
    return bytes;
}

Result<> writePdf(const PaperDocument &document, const PdfProperties &properties, const QString &path,
                  const Progress &progress)
{
    WholeDocument source(document);
    return writePdf(source, properties, path, progress);
}

Result<> writePdf(PageSource &source, const PdfProperties &properties, const QString &path, const Progress &progress)
{
    QSaveFile file(path);
    const auto failed = [&file, &path] {
        return fail(u"cannot-write-file"_s, {{u"file"_s, path}}, {.file = path}, file.errorString());
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    const Result<> written = writeTo(file, source, properties, progress);
    if (file.error() != QFileDevice::NoError)
        return failed();
    BM_TRY_VOID(written);
    return file.commit() ? Result<>() : failed();
}

} // namespace bomay
