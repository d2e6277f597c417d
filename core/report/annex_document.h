// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/annex_request.h"

namespace bomay {

/// A chart as an annex, and what is to be said of it: slips in the fields, letters under `kAnnexFloor` with what would
/// help, a paper that is custom. Nothing of it is mended silently.
struct AnnexDocument
{
    PaperDocument document;
    std::vector<Message> notes;
};

[[nodiscard]] AnnexDocument annexDocument(const OrgView &view, const AnnexRequest &request,
                                          const MessageCatalog &catalog, Language language,
                                          const TextMeasurer &measurer, const ChartOptions &options = {});

} // namespace bomay
