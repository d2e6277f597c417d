// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/picture_writer.h"
#include "core/report/annex.h"

#include <functional>

namespace bomay {

enum class FileFormat { Pdf, Png, Svg };

/// How the chart is to go on paper.
struct PaperChoice
{
    PaperSize paper = PaperSize::A4;
    Orientation orientation = Orientation::Landscape;
    PageMode pages = PageMode::One;
    QSize sheets = {2, 1}; ///< of `PageMode::Sheets`: beside and under each other
    FileFormat format = FileFormat::Pdf;
    bool isArchive = false; ///< a PDF that keeps to PDF/A-1b
    PictureOptions picture = {};
    AnnexFields annex = {};
    bool withStaffing = false; ///< a table of posts behind the chart
};

/// What a choice would look like, and what is to be said of it.
struct PaperPreview
{
    PaperDocument document;
    QStringList notes;
};

/// What a choice is for: which of its fields are asked for.
enum class PaperUse { Print, File, Annex };

/// Asks for a choice while its pages are shown.
struct PaperQuestion
{
    QString title;
    QString accept; ///< stands on the button that takes it
    PaperUse use = PaperUse::Print;
    PaperChoice start;
    std::function<PaperPreview(const PaperChoice &)> compose;
};

} // namespace bomay
