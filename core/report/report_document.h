// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <variant>
#include <vector>

namespace bomay {

enum class ReportAlign { Left, Center, Right };

struct ReportColumn
{
    QString title;
    double share = 1; ///< of the width, beside those of the other columns
    ReportAlign align = ReportAlign::Left;
    bool isNumber = false; ///< in a spreadsheet its cells are numbers
};

struct HeadingBlock
{
    QString text;
};

struct ParagraphBlock
{
    QString text;
};

struct TableBlock
{
    QString name; ///< of its sheet in a spreadsheet
    std::vector<ReportColumn> columns;
    std::vector<QStringList> rows; ///< as wide as the columns
    int boldRows = 0;              ///< so many rows at the end are totals
};

using ReportBlock = std::variant<HeadingBlock, ParagraphBlock, TableBlock>;

/// A report as its words and tables, whatever it is then written as. Pages, spreadsheets and texts are made from it.
struct ReportDocument
{
    QString title;
    QString subtitle;
    std::vector<ReportBlock> blocks;
};

} // namespace bomay
