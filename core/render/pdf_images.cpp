// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/pdf_images.h"

#include "core/base/numbers.h"
#include "core/render/picture_bytes.h"
#include "core/render/picture_image.h"

// The library warns about its own transition unless told which step of it is meant.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace bomay {

namespace {

/// The rows of an image of whole bytes behind each other, packed.
QByteArray packedRows(const QImage &image, int bytesOfPixel)
{
    QByteArray rows;
    rows.reserve(qsizetype{image.width()} * image.height() * bytesOfPixel);
    for (int y = 0; y < image.height(); ++y)
        rows.append(reinterpret_cast<const char *>(image.constScanLine(y)), qsizetype{image.width()} * bytesOfPixel);
    return qCompress(rows).mid(4); // Qt puts the length in front
}

/// As every reader of PDF decodes it: eight bits of grey or of three colours.
bool isForPdf(const JpegLayout &layout)
{
    return layout.bits == 8 && (layout.components == 1 || layout.components == 3) && layout.isUsual;
}

} // namespace

int PdfImages::numberOf(const Picture &picture)
{
    const auto known = m_numbers.constFind(picture.bytes);
    if (known != m_numbers.constEnd())
        return *known;
    Embedded image = embedded(picture);
    int number = 0;
    if (!image.colors.bytes.isEmpty()) {
        m_images.push_back(std::move(image));
        number = sizeOf(m_images);
    }
    m_numbers.insert(picture.bytes, number);
    return number;
}

PdfImages::Embedded PdfImages::embedded(const Picture &picture) const
{
    QImage image = decodedImage(picture); // a JPEG, too, so that it is drawn here where it is drawn elsewhere
    if (image.isNull())
        return {};
    const JpegLayout layout = jpegLayoutOf(picture);
    if (isForPdf(layout))
        if (QByteArray bytes = bareBytes(picture); !bytes.isEmpty())
            return {{std::move(bytes), true, layout.components == 1, image.size()}, {}};
    Embedded result;
    if (hasClearPixels(image)) {
        if (m_profile == PdfProfile::A1b)
            image = onWhite(image);
        else
            result.mask = {packedRows(image.convertToFormat(QImage::Format_Alpha8), 1), false, true, image.size()};
    }
    const bool isGrey = image.allGray();
    const QImage pixels = image.convertToFormat(QImage::Format_RGB32); // without what lets the ground through
    result.colors = {
        packedRows(pixels.convertToFormat(isGrey ? QImage::Format_Grayscale8 : QImage::Format_RGB888), isGrey ? 1 : 3),
        false, isGrey, image.size()};
    return result;
}

QPDFObjectHandle PdfImages::streamOf(QPDF &pdf, const Samples &samples)
{
    QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf, samples.bytes.toStdString());
    QPDFObjectHandle entries = stream.getDict();
    entries.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
    entries.replaceKey("/Subtype", QPDFObjectHandle::newName("/Image"));
    entries.replaceKey("/Width", QPDFObjectHandle::newInteger(samples.size.width()));
    entries.replaceKey("/Height", QPDFObjectHandle::newInteger(samples.size.height()));
    entries.replaceKey("/ColorSpace", QPDFObjectHandle::newName(samples.isGrey ? "/DeviceGray" : "/DeviceRGB"));
    entries.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(8));
    entries.replaceKey("/Filter", QPDFObjectHandle::newName(samples.isJpeg ? "/DCTDecode" : "/FlateDecode"));
    return pdf.makeIndirectObject(stream);
}

void PdfImages::addTo(QPDF &pdf, QPDFObjectHandle &resources) const
{
    if (m_images.empty())
        return;
    QPDFObjectHandle names = QPDFObjectHandle::newDictionary();
    for (std::size_t i = 0; i < m_images.size(); ++i) {
        QPDFObjectHandle image = streamOf(pdf, m_images[i].colors);
        if (!m_images[i].mask.bytes.isEmpty())
            image.getDict().replaceKey("/SMask", streamOf(pdf, m_images[i].mask));
        names.replaceKey("/I" + std::to_string(i + 1), image);
    }
    resources.replaceKey("/XObject", names);
}

} // namespace bomay
