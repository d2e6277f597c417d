// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/xml_scanner.h"

#include <QString>

#include <optional>
#include <vector>

namespace bomay {

/// Resolves `_xHHHH_`, the way OOXML writes characters that XML cannot hold (ECMA-376 part 1, 22.4.2.4 bstr).
[[nodiscard]] QString unescapeXlsx(QString text);

/// The opposite: what XML cannot hold becomes `_xHHHH_`, and text that looks like it is protected.
[[nodiscard]] QString escapeXlsx(const QString &text);

/// Text and where other fonts begin in it; no runs where none names a font.
struct XlsxText
{
    struct Run
    {
        qsizetype start = 0;
        QString font; ///< empty: the cell's
        bool bold = false;

        friend bool operator==(const Run &, const Run &) = default;
    };

    QString text;
    std::vector<Run> runs;
};

/// After the Start of an `si` or `is`: the text of all its runs without phonetic hints, moved to its End. White space
/// round a run counts only under xml:space="preserve", as in Excel. Nothing where the XML is malformed.
[[nodiscard]] std::optional<XlsxText> readRichText(XmlScanner &xml);

} // namespace bomay
