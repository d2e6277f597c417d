// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/odf_styles.h"

#include "core/table/table_limits.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

/// "'.VnTime'" and ".VnTime, serif" as ".VnTime".
QString firstFamily(QString families)
{
    families = families.section(u',', 0, 0).trimmed();
    if (families.size() > 1 && (families.startsWith(u'\'') || families.startsWith(u'"')))
        families = families.sliced(1, families.size() - 2);
    return families;
}

/// LibreOffice writes one step of indent as 10 points ("0.353cm"); Excel's files come through it in the same steps.
int indentSteps(const QString &length)
{
    constexpr double kPointsPerStep = 10;
    static constexpr struct
    {
        QStringView unit;
        double points;
    } kUnits[] = {{u"cm", 28.3465}, {u"mm", 2.83465}, {u"in", 72}, {u"pt", 1}};
    for (const auto &[unit, points] : kUnits) {
        if (!length.endsWith(unit))
            continue;
        bool isNumber = false;
        const double value = length.chopped(unit.size()).toDouble(&isNumber);
        if (isNumber && std::isfinite(value))
            return static_cast<int>(
                std::clamp(std::round(value * points / kPointsPerStep), 0.0, static_cast<double>(kMaxIndent)));
    }
    return 0;
}

} // namespace

QString attributeText(const XmlScanner &xml, std::string_view name)
{
    QString text;
    if (const auto raw = xml.attribute(name); raw && !appendXmlText(text, *raw))
        return {};
    return text;
}

void OdfStyles::take(const XmlScanner &xml)
{
    const std::string_view name = xml.name();
    if (name == "font-face") {
        m_families.insert(attributeText(xml, "style:name"), firstFamily(attributeText(xml, "svg:font-family")));
    } else if (name == "style" || name == "default-style") {
        takeStyle(xml);
    } else if (name == "text-properties") {
        takeTextProperties(xml);
    } else if (const auto style = m_styles.find(m_current); style != m_styles.end()) {
        if (name == "paragraph-properties" && xml.attribute("fo:margin-left"))
            style->indent = indentSteps(attributeText(xml, "fo:margin-left"));
        if (name == "table-properties")
            style->isHidden = xml.attribute("table:display") == "false";
    }
}

void OdfStyles::takeStyle(const XmlScanner &xml)
{
    const QString family = attributeText(xml, "style:family");
    const bool isDefault = xml.name() == "default-style";
    m_current = family + u'/' + (isDefault ? QString() : attributeText(xml, "style:name"));
    Style style;
    if (!isDefault) // without a parent's name it is the default style
        style.parent = family + u'/' + attributeText(xml, "style:parent-style-name");
    m_styles.insert(m_current, style);
}

void OdfStyles::takeTextProperties(const XmlScanner &xml)
{
    const auto style = m_styles.find(m_current);
    if (style == m_styles.end())
        return;
    const QString declared = m_families.value(attributeText(xml, "style:font-name"));
    style->font = declared.isEmpty() ? firstFamily(attributeText(xml, "fo:font-family")) : declared;
    if (xml.attribute("fo:font-weight"))
        style->bold = xml.attribute("fo:font-weight") == "bold";
}

CellLook OdfStyles::look(const QString &name) const
{
    CellLook look;
    std::optional<bool> bold;
    std::optional<int> indent;
    QString at = name;
    constexpr int kDeepest = 32; // a style may name itself as its parent
    for (int depth = 0; depth < kDeepest; ++depth) {
        const auto style = m_styles.constFind(at);
        if (style == m_styles.constEnd())
            break;
        if (look.font.isEmpty())
            look.font = style->font;
        bold = bold ? bold : style->bold;
        indent = indent ? indent : style->indent;
        if (style->parent.isEmpty())
            break;
        at = style->parent;
    }
    look.bold = bold.value_or(false);
    look.indent = indent.value_or(0);
    return look;
}

bool OdfStyles::isHiddenSheet(const QString &name) const
{
    const auto style = m_styles.constFind(u"table/"_s + name);
    return style != m_styles.constEnd() && style->isHidden;
}

} // namespace bomay
