// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/pdf_properties.h"

// The library warns about its own transition unless told which step of it is meant.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

QPDFObjectHandle dateOf(Day day)
{
    const QString iso = day.toIso().remove(u'-');
    return QPDFObjectHandle::newString("D:" + iso.toStdString() + "000000Z");
}

} // namespace

Result<QByteArray> withProperties(const QByteArray &pdf, const PdfProperties &properties)
{
    try {
        QPDF document;
        document.processMemoryFile("chart", pdf.constData(), static_cast<std::size_t>(pdf.size()));
        QPDFObjectHandle trailer = document.getTrailer();
        QPDFObjectHandle info = trailer.getKey("/Info");
        if (info.isDictionary()) {
            info.replaceKey("/CreationDate", dateOf(properties.created));
            info.replaceKey("/ModDate", dateOf(properties.created));
        }
        QPDFObjectHandle root = document.getRoot();
        root.replaceKey("/Lang", QPDFObjectHandle::newString("vi-VN"));
        QPDFObjectHandle preferences = QPDFObjectHandle::newDictionary();
        preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
        root.replaceKey("/ViewerPreferences", preferences);
        trailer.removeKey("/ID");
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setObjectStreamMode(qpdf_o_disable);
        writer.setDeterministicID(true);
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()),
                          static_cast<qsizetype>(buffer->getSize()));
    } catch (const std::exception &error) {
        return fail(u"pdf-afterwork"_s, {}, {}, QString::fromUtf8(error.what()));
    }
}

} // namespace bomay
