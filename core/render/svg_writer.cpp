// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"
#include "core/base/whole_file.h"
#include "core/render/fonts.h"
#include "core/render/painter.h"
#include "core/render/picture_image.h"
#include "core/render/picture_writer.h"

#include <QPainterPath>

#include <array>
#include <optional>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Millimetres to a thousandth, without needless digits.
QByteArray number(double value)
{
    QByteArray digits = QByteArray::number(value, 'f', 3);
    while (digits.endsWith('0'))
        digits.chop(1);
    if (digits.endsWith('.'))
        digits.chop(1);
    return digits == "-0" ? QByteArray("0") : digits;
}

QByteArray colorOf(Rgba color)
{
    constexpr char kDigits[] = "0123456789abcdef";
    QByteArray text = "#";
    for (const std::uint8_t part : {color.red, color.green, color.blue})
        text.append(kDigits[part >> 4]).append(kDigits[part & 15]);
    return text;
}

class SvgWriter
{
public:
    explicit SvgWriter(SvgText text)
        : m_text(text)
    {}

    /// Errors: `cancelled`.
    Result<QByteArray> write(const Page &page, const QString &title, const Progress &progress)
    {
        const QByteArray width = number(page.size.width());
        const QByteArray height = number(page.size.height());
        const DisplayList &list = page.list;
        m_out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" ";
        if (!list.images.empty())
            m_out += "xmlns:xlink=\"http://www.w3.org/1999/xlink\" ";
        m_out += "version=\"1.1\" xml:lang=\"vi\" width=\"" + width + "mm\" height=\"" + height +
                 "mm\" viewBox=\"0 0 " + width + ' ' + height + "\">\n<title>" + title.toHtmlEscaped().toUtf8() +
                 "</title>\n<rect width=\"" + width + "\" height=\"" + height + "\" fill=\"#ffffff\"/>\n";
        if (list.runs.empty())
            writeRun(list, {{}, list.mark(), list.bounds});
        for (int i = 0; i < sizeOf(list.runs); ++i) {
            if (progress && i % kRunsAtOnce == 0 && !progress(i, sizeOf(list.runs)))
                return fail(u"cancelled"_s);
            writeRun(list, list.runs[uz(i)]);
        }
        return m_out + "</svg>\n";
    }

private:
    static constexpr int kRunsAtOnce = 256; ///< before somebody who waits is told

    void writeRun(const DisplayList &list, const ListRun &run)
    {
        for (std::size_t i = run.begin.lines; i < run.end.lines; ++i)
            writeLine(list, list.lines[i]);
        for (std::size_t i = run.begin.boxes; i < run.end.boxes; ++i)
            writeBox(list.boxes[i]);
        for (std::size_t i = run.begin.images; i < run.end.images; ++i)
            writeImage(list.images[i]);
        for (std::size_t i = run.begin.texts; i < run.end.texts; ++i)
            m_text == SvgText::Text ? writeText(list.texts[i]) : writeOutlines(list.texts[i]);
    }

    void attribute(const char *name, const QByteArray &value) { m_out += QByteArray(" ") + name + "=\"" + value + '"'; }

    void paintAttributes(const char *colorName, const char *alphaName, Rgba color)
    {
        if (color.alpha == 0) {
            attribute(colorName, "none");
            return;
        }
        attribute(colorName, colorOf(color));
        if (color.alpha < 255)
            attribute(alphaName, number(color.alpha / 255.0));
    }

    void strokeAttributes(const Stroke &stroke)
    {
        paintAttributes("stroke", "stroke-opacity", stroke.color);
        attribute("stroke-width", number(stroke.width));
        QByteArray dashes;
        for (const double dash : dashesOf(stroke))
            dashes += (dashes.isEmpty() ? "" : " ") + number(dash * stroke.width);
        if (!dashes.isEmpty())
            attribute("stroke-dasharray", dashes);
    }

    void writeLine(const DisplayList &list, const LineItem &line)
    {
        if (line.stroke.style == StrokeStyle::None)
            return;
        m_out += "<polyline fill=\"none\"";
        strokeAttributes(line.stroke);
        attribute("points", listOf(std::span(list.points).subspan(uz(line.first), uz(line.count))));
        m_out += "/>\n";
        for (const auto &head : headsOf(list, line)) {
            m_out += "<polygon";
            paintAttributes("fill", "fill-opacity", line.stroke.color);
            attribute("points", listOf(head));
            m_out += "/>\n";
        }
    }

    static QByteArray listOf(std::span<const QPointF> points)
    {
        QByteArray text;
        for (const QPointF point : points)
            text += (text.isEmpty() ? "" : " ") + number(point.x()) + ',' + number(point.y());
        return text;
    }

    void writeBox(const BoxItem &box)
    {
        m_out += "<rect";
        placeAttributes(box.rect);
        paintAttributes("fill", "fill-opacity", box.fill);
        if (box.stroke.style != StrokeStyle::None)
            strokeAttributes(box.stroke);
        m_out += "/>\n";
    }

    void writeImage(const ImageItem &image)
    {
        const WebImage web = webImageOf(image.picture);
        if (web.bytes.isEmpty()) {
            const DisplayList cross = missingImage(image.rect);
            writeRun(cross, {{}, cross.mark(), cross.bounds});
            return;
        }
        m_out += "<image";
        placeAttributes(image.rect);
        attribute("preserveAspectRatio", "none");
        attribute("xlink:href", QByteArray("data:") + web.type + ";base64," + web.bytes.toBase64());
        m_out += "/>\n";
    }

    void placeAttributes(const QRectF &rect)
    {
        attribute("x", number(rect.x()));
        attribute("y", number(rect.y()));
        attribute("width", number(rect.width()));
        attribute("height", number(rect.height()));
    }

    void writeText(const TextItem &text)
    {
        m_out += "<text xml:space=\"preserve\"";
        attribute("x", number(text.baseline.x()));
        attribute("y", number(text.baseline.y()));
        if (text.width > 0) // another font of the same width is not drawn wider
            attribute("textLength", number(text.width));
        attribute("font-family", text.font.face == FontFace::Serif
                                     ? "'Times New Roman','BoMay Serif','Liberation Serif',serif"
                                     : "'BoMay Sans','Liberation Sans',Arial,sans-serif");
        attribute("font-size", number(text.font.size * kMillimetresPerPoint));
        if (text.font.weight == FontWeight::Bold)
            attribute("font-weight", "bold");
        if (text.font.slant == FontSlant::Italic)
            attribute("font-style", "italic");
        paintAttributes("fill", "fill-opacity", text.color);
        m_out += '>' + text.text.toHtmlEscaped().toUtf8() + "</text>\n";
    }

    void writeOutlines(const TextItem &text)
    {
        const QRawFont &font = fontOf(text.font);
        const double scale = text.font.size * kMillimetresPerPoint / kEmPixels;
        const QList<quint32> glyphs = font.glyphIndexesForString(text.text);
        const QList<QPointF> advances = font.advancesForGlyphIndexes(glyphs, QRawFont::UseDesignMetrics);
        QPointF at = text.baseline;
        QByteArray path;
        for (qsizetype i = 0; i < glyphs.size(); ++i) {
            addPath(font.pathForGlyph(glyphs[i]), at, scale, path);
            at += advances.value(i) * scale;
        }
        if (path.isEmpty())
            return;
        m_out += "<path";
        paintAttributes("fill", "fill-opacity", text.color);
        attribute("d", path);
        m_out += "/>\n";
    }

    static void addPath(const QPainterPath &outline, QPointF at, double scale, QByteArray &path)
    {
        for (int i = 0; i < outline.elementCount(); ++i) {
            const QPainterPath::Element element = outline.elementAt(i);
            switch (element.type) {
            case QPainterPath::MoveToElement:
                path += 'M';
                break;
            case QPainterPath::LineToElement:
                path += 'L';
                break;
            case QPainterPath::CurveToElement:
                path += 'C';
                break;
            case QPainterPath::CurveToDataElement:
                path += ' ';
                break;
            }
            const QPointF point = at + QPointF(element) * scale;
            path += number(point.x()) + ' ' + number(point.y());
        }
    }

    const QRawFont &fontOf(const FontSpec &spec)
    {
        std::optional<QRawFont> &font = m_fonts[faceIndex(spec)];
        if (!font)
            font = rawFont(spec, PaperFace::BuiltIn);
        return *font;
    }

    SvgText m_text;
    QByteArray m_out;
    std::array<std::optional<QRawFont>, kFontFaces> m_fonts;
};

} // namespace

QByteArray svgOf(const Page &page, const QString &title, SvgText text)
{
    return SvgWriter(text).write(page, title, {}).value_or(QByteArray());
}

Result<> writeSvg(const Page &page, const QString &title, SvgText text, const QString &path, const Progress &progress)
{
    BM_TRY(const QByteArray bytes, SvgWriter(text).write(page, title, progress));
    return writeWholeFile(path, bytes);
}

} // namespace bomay
