// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/annex.h"

namespace bomay {

/// What an annex is to be made of, but for the chart.
struct AnnexRequest
{
    AnnexFields fields = {};
    PaperSize paper = PaperSize::A4; ///< the decree knows no other
    Orientation orientation = Orientation::Automatic;
    bool withStaffing = false; ///< a table of posts behind the chart

    friend bool operator==(const AnnexRequest &, const AnnexRequest &) = default;
};

/// Reads a request from TOML: form = "annex|plan|plain", number, kind, title, document, document_number, symbol, date,
/// issuer, medium = "paper|electronic", draft, paper = "A3", orientation = "auto|portrait|landscape", staffing; each
/// may be left out. Errors: `toml-syntax` and those of `TomlTable`, with their place; `bad-value`.
[[nodiscard]] Result<AnnexRequest> readAnnex(const QByteArray &toml, const QString &file);

/// The same request as such a text: what is as usual is left out.
[[nodiscard]] QString annexToml(const AnnexRequest &request);

} // namespace bomay
