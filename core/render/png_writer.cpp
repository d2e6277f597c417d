// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"
#include "core/base/whole_file.h"
#include "core/render/fonts.h"
#include "core/render/painter.h"
#include "core/render/picture_writer.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <vector>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

QString megapixels(double pixels)
{
    return QString::number(std::round(pixels / 1e6));
}

constexpr int kSlices = 20; ///< of what is painted, told one by one; packing what was painted takes as long again

/// Takes the bytes of an image while it is packed. Once nobody wants it any more it keeps none, and packing goes on to
/// its end: where a device refuses bytes Qt loses the memory of its row and libpng writes a line.
class HeededBuffer : public QBuffer
{
public:
    HeededBuffer(QByteArray *bytes, const Progress &progress)
        : QBuffer(bytes)
        , m_progress(progress)
    {}

    [[nodiscard]] bool isStopped() const { return m_isStopped; }

protected:
    qint64 writeData(const char *data, qint64 size) override
    {
        m_isStopped = m_isStopped || (m_progress && !m_progress(kSlices, 2 * kSlices));
        return m_isStopped ? size : QBuffer::writeData(data, size);
    }

private:
    const Progress &m_progress;
    bool m_isStopped = false;
};

/// Paints a list run by run. Errors: `cancelled`.
Result<> paintSlices(QPainter &painter, const DisplayList &list, const Progress &progress)
{
    std::vector<std::uint32_t> runs(list.runs.size());
    std::iota(runs.begin(), runs.end(), 0U);
    const std::size_t size = std::max<std::size_t>(1, (runs.size() + kSlices - 1) / kSlices);
    for (int slice = 0; slice < kSlices; ++slice) {
        if (progress && !progress(slice, 2 * kSlices))
            return fail(u"cancelled"_s);
        const std::size_t first = std::min(runs.size(), uz(slice) * size);
        const std::span part = std::span(runs).subspan(first, std::min(size, runs.size() - first));
        if (!part.empty())
            paint(painter, list, {.runs = part});
    }
    if (runs.empty())
        paint(painter, list);
    return {};
}

} // namespace

Result<> writePng(const Page &page, int dotsPerInch, const QString &path, const Progress &progress)
{
    BM_TRY_VOID(loadBuiltInFonts());
    const double perMm = dotsPerInch / 25.4;
    const double width = std::ceil(page.size.width() * perMm);
    const double height = std::ceil(page.size.height() * perMm);
    const double limit = static_cast<double>(kLargestImage) / 4; // bytes of a pixel
    if (width * height > limit)
        return fail(u"image-too-large"_s, {{u"size"_s, megapixels(width * height)}, {u"limit"_s, megapixels(limit)}});
    QImage image(static_cast<int>(width), static_cast<int>(height), QImage::Format_RGB32);
    if (image.isNull())
        return fail(u"image-too-large"_s, {{u"size"_s, megapixels(width * height)}, {u"limit"_s, megapixels(limit)}});
    image.setDotsPerMeterX(qRound(perMm * 1000));
    image.setDotsPerMeterY(qRound(perMm * 1000));
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(perMm, perMm);
    BM_TRY_VOID(paintSlices(painter, page.list, progress));
    painter.end();
    if (progress && !progress(kSlices, 2 * kSlices)) // packing cannot be broken off
        return fail(u"cancelled"_s);
    QByteArray bytes;
    HeededBuffer buffer(&bytes, progress);
    buffer.open(QIODevice::WriteOnly);
    const bool isPacked = image.save(&buffer, "PNG");
    if (buffer.isStopped())
        return fail(u"cancelled"_s);
    if (!isPacked)
        return fail(u"cannot-write-file"_s, {{u"file"_s, path}}, {.file = path});
    return writeWholeFile(path, bytes);
}

} // namespace bomay
