// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/pdf_content.h"

#include "core/base/numbers.h"
#include "core/render/painter.h"
#include "core/render/picture_image.h"

#include <array>
#include <charconv>
#include <cmath>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Hundredths of a point: what differs by less is the same on paper, and whole numbers are quick to write.
using Hundredths = std::int64_t;

Hundredths hundredths(double millimetres)
{
    return std::llround(millimetres / kMillimetresPerPoint * 100);
}

class ContentWriter
{
public:
    ContentWriter(const Page &page, PdfFonts &fonts, PdfImages &images)
        : m_page(page)
        , m_fonts(fonts)
        , m_images(images)
        , m_height(hundredths(page.size.height()))
    {
        m_out.reserve(64 + 90 * page.list.texts.size() + 40 * page.list.boxes.size() + 30 * page.list.lines.size());
    }

    Result<std::string> write(const Progress &progress)
    {
        const DisplayList &list = m_page.list;
        if (list.runs.empty())
            writeRun(list, {{}, list.mark(), list.bounds});
        for (int i = 0; i < sizeOf(list.runs); ++i) {
            if (progress && i % kRunsAtOnce == 0 && !progress(i, sizeOf(list.runs)))
                return fail(u"cancelled"_s);
            writeRun(list, list.runs[uz(i)]);
        }
        return std::move(m_out);
    }

private:
    static constexpr int kRunsAtOnce = 256; ///< before somebody who waits is told

    struct Point
    {
        Hundredths x;
        Hundredths y;
    };

    [[nodiscard]] Point placeOf(QPointF point) const
    {
        return {hundredths(point.x()), m_height - hundredths(point.y())};
    }

    /// A number with at most two decimals, and a space.
    void number(Hundredths value)
    {
        std::array<char, 24> digits{};
        if (value < 0) {
            m_out += '-';
            value = -value;
        }
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value / 100).ptr;
        m_out.append(digits.data(), end);
        if (const auto rest = static_cast<int>(value % 100); rest != 0) {
            m_out += '.';
            m_out += static_cast<char>('0' + rest / 10);
            if (rest % 10 != 0)
                m_out += static_cast<char>('0' + rest % 10);
        }
        m_out += ' ';
    }

    void place(Point point)
    {
        number(point.x);
        number(point.y);
    }

    void color(Rgba color, const char *gray, const char *rgb)
    {
        const auto part = [&](std::uint8_t value) {
            const int onPaper = 255 - (255 - value) * color.alpha / 255;
            number((onPaper * 100 + 127) / 255);
        };
        const bool isGray = color.red == color.green && color.green == color.blue;
        part(color.red);
        if (!isGray) {
            part(color.green);
            part(color.blue);
        }
        m_out += isGray ? gray : rgb;
    }

    void setFill(Rgba fill)
    {
        if (m_fill == fill)
            return;
        m_fill = fill;
        color(fill, "g\n", "rg\n");
    }

    void setStroke(const Stroke &stroke)
    {
        if (m_stroke == stroke)
            return;
        if (!m_stroke || m_stroke->color != stroke.color)
            color(stroke.color, "G\n", "RG\n");
        number(hundredths(stroke.width));
        m_out += "w\n[";
        for (const double dash : dashesOf(stroke))
            number(hundredths(dash * stroke.width));
        m_out += "] 0 d\n";
        m_stroke = stroke;
    }

    void writeRun(const DisplayList &list, const ListRun &run)
    {
        writeLines(list, run);
        for (std::size_t i = run.begin.boxes; i < run.end.boxes; ++i)
            writeBox(list.boxes[i]);
        for (std::size_t i = run.begin.images; i < run.end.images; ++i)
            writeImage(list.images[i]);
        if (run.begin.texts == run.end.texts)
            return;
        m_out += "BT\n";
        m_textAt = {0, 0};
        for (std::size_t i = run.begin.texts; i < run.end.texts; ++i)
            writeText(list.texts[i]);
        m_out += "ET\n";
    }

    /// Lines of one stroke are one path.
    void writeLines(const DisplayList &list, const ListRun &run)
    {
        bool isOpen = false;
        for (std::size_t i = run.begin.lines; i < run.end.lines; ++i) {
            const LineItem &line = list.lines[i];
            if (line.stroke.style == StrokeStyle::None || line.count < 2)
                continue;
            if (isOpen && m_stroke != line.stroke) {
                m_out += "S\n";
                isOpen = false;
            }
            if (!isOpen)
                setStroke(line.stroke);
            isOpen = true;
            for (int k = 0; k < line.count; ++k) {
                place(placeOf(list.points[static_cast<std::size_t>(line.first + k)]));
                m_out += k == 0 ? "m\n" : "l\n";
            }
        }
        if (isOpen)
            m_out += "S\n";
        for (std::size_t i = run.begin.lines; i < run.end.lines; ++i)
            if (list.lines[i].headAtBegin || list.lines[i].headAtEnd)
                writeHeads(list, list.lines[i]);
    }

    void writeHeads(const DisplayList &list, const LineItem &line)
    {
        setFill(line.stroke.color);
        for (const auto &head : headsOf(list, line)) {
            for (std::size_t k = 0; k < head.size(); ++k) {
                place(placeOf(head[k]));
                m_out += k == 0 ? "m\n" : "l\n";
            }
            m_out += "f\n";
        }
    }

    void writeBox(const BoxItem &box)
    {
        const bool hasEdge = box.stroke.style != StrokeStyle::None;
        const bool isFilled = box.fill.alpha > 0;
        if (!hasEdge && !isFilled)
            return;
        if (isFilled)
            setFill(box.fill);
        if (hasEdge)
            setStroke(box.stroke);
        // Edges are rounded, not sizes: boxes that touch go on touching.
        const Point low = placeOf(box.rect.bottomLeft());
        const Point high = placeOf(box.rect.topRight());
        place(low);
        place({high.x - low.x, high.y - low.y});
        m_out += !isFilled ? "re S\n" : hasEdge ? "re B\n" : "re f\n";
    }

    void writeImage(const ImageItem &image)
    {
        const int index = m_images.numberOf(image.picture);
        if (index == 0) {
            const DisplayList cross = missingImage(image.rect);
            writeRun(cross, {{}, cross.mark(), cross.bounds});
            return;
        }
        const Point low = placeOf(image.rect.bottomLeft());
        const Point high = placeOf(image.rect.topRight());
        m_out += "q ";
        number(high.x - low.x);
        m_out += "0 0 ";
        number(high.y - low.y);
        place(low);
        m_out += "cm /I" + std::to_string(index) + " Do Q\n";
    }

    void writeText(const TextItem &text)
    {
        setFill(text.color);
        const int face = PdfFonts::numberOf(text.font);
        const auto size = static_cast<Hundredths>(std::llround(text.font.size * 100));
        if (face != m_face || size != m_size) {
            m_face = face;
            m_size = size;
            m_out += "/F";
            m_out += static_cast<char>('0' + face);
            m_out += ' ';
            number(size);
            m_out += "Tf\n";
        }
        const Point at = placeOf(text.baseline);
        place({at.x - m_textAt.x, at.y - m_textAt.y});
        m_textAt = at;
        m_out += "Td (";
        m_fonts.encode(text.text, text.font, m_out);
        m_out += ") Tj\n";
    }

    const Page &m_page;
    PdfFonts &m_fonts;
    PdfImages &m_images;
    Hundredths m_height;
    std::string m_out;
    Point m_textAt{0, 0};
    int m_face = 0;
    Hundredths m_size = 0;
    std::optional<Rgba> m_fill;
    std::optional<Stroke> m_stroke;
};

} // namespace

Result<std::string> pdfContent(const Page &page, PdfFonts &fonts, PdfImages &images, const Progress &progress)
{
    return ContentWriter(page, fonts, images).write(progress);
}

} // namespace bomay
