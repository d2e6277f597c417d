// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/picture.h"
#include "core/render/pdf_writer.h"

#include <QHash>

#include <vector>

class QPDF;
class QPDFObjectHandle;

namespace bomay {

/// The pictures of one PDF, each embedded once however often it is drawn: a JPEG as it is but for what is no pixel, all
/// else packed without loss. What lets the ground through does so by a mask, or lies on white where the profile knows
/// no transparency.
class PdfImages
{
public:
    explicit PdfImages(PdfProfile profile)
        : m_profile(profile)
    {}

    /// The number under which the resources name a picture: 1 for "/I1". 0 = it cannot be drawn.
    [[nodiscard]] int numberOf(const Picture &picture);
    /// Adds the pictures used to the resources of the pages, to be called once every page is written.
    void addTo(QPDF &pdf, QPDFObjectHandle &resources) const;

private:
    /// Samples of a picture or of its mask as a stream holds them.
    struct Samples
    {
        QByteArray bytes;
        bool isJpeg = false; ///< else packed by zlib
        bool isGrey = false;
        QSize size; ///< pixels
    };

    struct Embedded
    {
        Samples colors;
        Samples mask; ///< empty where it is not needed
    };

    [[nodiscard]] Embedded embedded(const Picture &picture) const;
    [[nodiscard]] static QPDFObjectHandle streamOf(QPDF &pdf, const Samples &samples);

    PdfProfile m_profile;
    QHash<QByteArray, int> m_numbers; ///< by the bytes of the picture
    std::vector<Embedded> m_images;
};

} // namespace bomay
