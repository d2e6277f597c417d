// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/pdf_properties.h"

#include "core/base/numbers.h"

#include <QColorSpace>

#include <algorithm>

#define POINTERHOLDER_TRANSITION 4 // the library warns about its own transition unless told which step is meant
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

QPDFObjectHandle integer(long long value)
{
    return QPDFObjectHandle::newInteger(value);
}

/// [page /XYZ left top zoom], the latter two as the reader has them.
QPDFObjectHandle destination(const PdfPages &pages, int page, double top)
{
    const int index = std::clamp(page, 0, sizeOf(pages.objects) - 1);
    QPDFObjectHandle place = QPDFObjectHandle::newArray();
    place.appendItem(pages.objects[uz(index)]);
    place.appendItem(QPDFObjectHandle::newName("/XYZ"));
    place.appendItem(QPDFObjectHandle::newNull());
    place.appendItem(integer(qRound((pages.sizes[uz(index)].height() - top) / kMillimetresPerPoint)));
    place.appendItem(QPDFObjectHandle::newNull());
    return place;
}

QString metadataOf(const PdfProperties &properties)
{
    const QString date = properties.created.toIso() + u"T00:00:00Z"_s;
    const auto text = [](const QString &value) { return value.toHtmlEscaped(); };
    QString packet = u"<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                     "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                     "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                     "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                     "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
                     "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"_s;
    packet += u"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:title>\n"_s.arg(
        text(properties.title));
    if (!properties.author.isEmpty())
        packet += u"<dc:creator><rdf:Seq><rdf:li>%1</rdf:li></rdf:Seq></dc:creator>\n"_s.arg(text(properties.author));
    if (!properties.subject.isEmpty())
        packet +=
            u"<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:description>\n"_s.arg(
                text(properties.subject));
    packet += u"<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>\n"
              "<xmp:CreatorTool>%1</xmp:CreatorTool>\n<pdf:Producer>%1</pdf:Producer>\n"
              "<xmp:CreateDate>%2</xmp:CreateDate>\n<xmp:ModifyDate>%2</xmp:ModifyDate>\n"_s.arg(
                  text(properties.creator), date);
    if (properties.profile == PdfProfile::A1b)
        packet += u"<pdfaid:part>1</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n"_s;
    return packet + u"</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>"_s;
}

/// What the numbers of the colours mean: sRGB.
QPDFObjectHandle outputIntent(QPDF &pdf)
{
    QPDFObjectHandle profile =
        QPDFObjectHandle::newStream(&pdf, QColorSpace(QColorSpace::SRgb).iccProfile().toStdString());
    profile.getDict().replaceKey("/N", integer(3));
    QPDFObjectHandle intent =
        QPDFObjectHandle::parse("<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB)>>");
    intent.replaceKey("/DestOutputProfile", pdf.makeIndirectObject(profile));
    QPDFObjectHandle intents = QPDFObjectHandle::newArray();
    intents.appendItem(pdf.makeIndirectObject(intent));
    return intents;
}

} // namespace

QPDFObjectHandle pdfText(const QString &text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

void setProperties(QPDF &pdf, const PdfProperties &properties)
{
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    const auto set = [&info](const char *key, const QString &value) {
        if (!value.isEmpty())
            info.replaceKey(key, pdfText(value));
    };
    set("/Title", properties.title);
    set("/Author", properties.author);
    set("/Subject", properties.subject);
    set("/Creator", properties.creator);
    set("/Producer", properties.creator);
    const QString date = u"D:%1000000Z"_s.arg(properties.created.toIso().remove(u'-'));
    set("/CreationDate", date);
    set("/ModDate", date);
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));

    QPDFObjectHandle root = pdf.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newString("vi-VN"));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<</DisplayDocTitle true>>"));
    QPDFObjectHandle metadata = QPDFObjectHandle::newStream(&pdf, metadataOf(properties).toStdString());
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    root.replaceKey("/Metadata", pdf.makeIndirectObject(metadata));
    if (properties.profile == PdfProfile::A1b)
        root.replaceKey("/OutputIntents", outputIntent(pdf));
}

void setOutline(QPDF &pdf, const std::vector<OutlineEntry> &outline, const PdfPages &pages)
{
    if (outline.empty())
        return;
    struct Open // an entry that others may still hang below
    {
        QPDFObjectHandle object;
        int level;
        int children = 0;
        QPDFObjectHandle last = QPDFObjectHandle::newNull();
    };
    QPDFObjectHandle top = pdf.makeIndirectObject(QPDFObjectHandle::parse("<</Type /Outlines>>"));
    std::vector<Open> path{{top, -1}};
    const auto close = [&path] {
        // Entries of the first level stand open, those below are folded; a negative number says so.
        Open &done = path.back();
        if (done.children > 0)
            done.object.replaceKey("/Count", integer(done.level < 0 ? done.children : -done.children));
        path.pop_back();
    };
    for (const OutlineEntry &entry : outline) {
        while (path.back().level >= entry.level)
            close();
        Open &parent = path.back();
        QPDFObjectHandle item = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        item.replaceKey("/Title", pdfText(entry.title));
        item.replaceKey("/Parent", parent.object);
        item.replaceKey("/Dest", destination(pages, entry.page, entry.top));
        if (parent.last.isNull()) {
            parent.object.replaceKey("/First", item);
        } else {
            item.replaceKey("/Prev", parent.last);
            parent.last.replaceKey("/Next", item);
        }
        parent.object.replaceKey("/Last", item);
        parent.last = item;
        ++parent.children;
        path.push_back({item, entry.level});
    }
    while (!path.empty())
        close();
    pdf.getRoot().replaceKey("/Outlines", top);
    pdf.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

void setPageLabels(QPDF &pdf, const PdfPages &pages)
{
    if (std::ranges::all_of(pages.labels, &QString::isEmpty))
        return;
    QPDFObjectHandle numbers = QPDFObjectHandle::newArray();
    for (int i = 0; i < sizeOf(pages.labels); ++i) {
        const QString &label = pages.labels[i];
        QPDFObjectHandle entry = QPDFObjectHandle::newDictionary();
        entry.replaceKey("/P", pdfText(label.isEmpty() ? QString::number(i + 1) : label));
        numbers.appendItem(integer(i));
        numbers.appendItem(entry);
    }
    QPDFObjectHandle labels = QPDFObjectHandle::newDictionary();
    labels.replaceKey("/Nums", numbers);
    pdf.getRoot().replaceKey("/PageLabels", pdf.makeIndirectObject(labels));
}

QPDFObjectHandle linksOf(const Page &page, const PdfPages &pages)
{
    if (page.links.empty())
        return QPDFObjectHandle::newNull();
    QPDFObjectHandle links = QPDFObjectHandle::newArray();
    for (const PageLink &link : page.links) {
        QPDFObjectHandle area = QPDFObjectHandle::newArray();
        const auto add = [&area](double millimetres) {
            area.appendItem(QPDFObjectHandle::newReal(millimetres / kMillimetresPerPoint, 2));
        };
        add(link.rect.left());
        add(page.size.height() - link.rect.bottom());
        add(link.rect.right());
        add(page.size.height() - link.rect.top());
        QPDFObjectHandle annotation =
            QPDFObjectHandle::parse("<</Type /Annot /Subtype /Link /Border [0 0 0] /F 4>>"); // 4: it may be printed
        annotation.replaceKey("/Rect", area);
        annotation.replaceKey("/Dest", destination(pages, link.page, link.top));
        links.appendItem(annotation);
    }
    return links;
}

} // namespace bomay
