// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/annex.h"

#include <functional>

namespace bomay {

/// How the chart is to go on paper.
struct PaperChoice
{
    PaperSize paper = PaperSize::A4;
    Orientation orientation = Orientation::Landscape;
    QSize sheets = {1, 1}; ///< beside and under each other; one = a single page
    AnnexFields annex = {};
    bool withStaffing = false; ///< a table of posts behind the chart
};

/// What a choice would look like, and what is to be said of it.
struct PaperPreview
{
    PaperDocument document;
    QStringList notes;
};

/// Asks for a choice while its pages are shown.
struct PaperQuestion
{
    QString title;
    QString accept; ///< stands on the button that takes it
    bool isAnnex = false;
    PaperChoice start;
    std::function<PaperPreview(const PaperChoice &)> compose;
};

} // namespace bomay
