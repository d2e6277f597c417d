// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whole_file.h"
#include "core/render/fonts.h"
#include "core/render/painter.h"
#include "core/render/picture_writer.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <cmath>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

QString megapixels(double pixels)
{
    return QString::number(std::round(pixels / 1e6));
}

} // namespace

Result<> writePng(const Page &page, int dotsPerInch, const QString &path)
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
    paint(painter, page.list);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return fail(u"cannot-write-file"_s, {{u"file"_s, path}}, {.file = path});
    return writeWholeFile(path, bytes);
}

} // namespace bomay
