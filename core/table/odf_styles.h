// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/workbook.h"
#include "core/table/xml_scanner.h"

#include <QHash>

#include <optional>

namespace bomay {

/// The styles of an OpenDocument file, as far as they tell something about cells: fonts, bold, indent, hidden sheets.
class OdfStyles
{
public:
    /// Takes the Start at which the scanner stands, if it belongs to a style.
    void take(const XmlScanner &xml);

    /// A cell's or a text's style with what it inherits; empty fonts where nothing names one.
    [[nodiscard]] CellLook look(const QString &name) const;
    [[nodiscard]] bool isHiddenSheet(const QString &name) const;

private:
    struct Style
    {
        QString parent;
        QString font;
        std::optional<bool> bold;
        std::optional<int> indent;
        bool isHidden = false;
    };

    void takeStyle(const XmlScanner &xml);
    void takeTextProperties(const XmlScanner &xml);

    QHash<QString, QString> m_families; ///< font families by the name of their declaration
    QHash<QString, Style> m_styles;     ///< by family and name
    QString m_current;
};

/// The text of an attribute with its entities resolved; empty where it is missing.
[[nodiscard]] QString attributeText(const XmlScanner &xml, std::string_view name);

} // namespace bomay
