// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/workbook.h"

#include <QStringList>

#include <iterator>

/// Cells in one line each, so that a failing comparison says what differs: "R2C1 Number 15", "… formula" behind it.
inline QStringList cellTexts(const std::vector<bomay::Cell> &cells)
{
    static constexpr const char *kTypes[] = {"Text", "Number", "Boolean", "Date", "Error"};
    QStringList texts;
    for (const bomay::Cell &cell : cells) {
        const auto *type = kTypes[static_cast<int>(cell.type)];
        QString text =
            QStringLiteral("R%1C%2 ").arg(cell.row).arg(cell.column) + QLatin1String(type) + u' ' + cell.text;
        if (cell.fromFormula)
            text += QStringLiteral(" formula");
        texts.append(text);
    }
    return texts;
}
