// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/xlsx_text.h"

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

constexpr qsizetype kEscapeLength = 7; // _xHHHH_

/// The code unit of the `_xHHHH_` that starts here, if one does.
std::optional<char16_t> escapedUnit(QStringView text)
{
    if (text.size() < kEscapeLength || !text.startsWith(u"_x") || text[kEscapeLength - 1] != u'_')
        return std::nullopt;
    bool isHex = false;
    const ushort unit = text.sliced(2, 4).toUShort(&isHex, 16);
    return isHex ? std::optional(static_cast<char16_t>(unit)) : std::nullopt;
}

bool isForbiddenInXml(char16_t unit)
{
    return (unit < 0x20 && unit != u'\t' && unit != u'\n') || unit == 0xFFFE || unit == 0xFFFF;
}

std::string_view trimmedXmlSpace(std::string_view text)
{
    constexpr std::string_view kSpace = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

} // namespace

QString unescapeXlsx(QString text)
{
    qsizetype from = text.indexOf(u"_x"_s);
    if (from < 0)
        return text;
    QString result;
    result.reserve(text.size());
    qsizetype copied = 0;
    while (from >= 0) {
        const std::optional<char16_t> unit = escapedUnit(QStringView(text).sliced(from));
        if (unit) {
            result += QStringView(text).sliced(copied, from - copied);
            result += QChar(*unit);
            copied = from + kEscapeLength;
        }
        from = text.indexOf(u"_x"_s, unit ? copied : from + 1);
    }
    result += QStringView(text).sliced(copied);
    return result;
}

QString escapeXlsx(const QString &text)
{
    const auto escape = [](char16_t unit) {
        return u"_x%1_"_s.arg(unit, 4, 16, QChar(u'0')).toUpper().replace(u'X', u'x');
    };
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        const bool looksEscaped = unit == u'_' && escapedUnit(QStringView(text).sliced(i));
        if (looksEscaped || isForbiddenInXml(unit))
            result += escape(unit);
        else
            result += text[i];
    }
    return result;
}

namespace {

/// After the Start of an `rPr`, moves to its End. False where the XML is malformed.
bool readRunProperties(XmlScanner &xml, XlsxText::Run &run)
{
    for (int depth = 1; depth > 0;) {
        switch (xml.next()) {
        case XmlScanner::Token::Start:
            ++depth;
            if (xml.name() == "rFont" && !appendXmlText(run.font, xml.attribute("val").value_or("")))
                return false;
            if (xml.name() == "b")
                run.bold = xml.attribute("val").value_or("1") != "0" && xml.attribute("val") != "false";
            break;
        case XmlScanner::Token::End:
            --depth;
            break;
        case XmlScanner::Token::Text:
            break;
        case XmlScanner::Token::Finished:
        case XmlScanner::Token::Malformed:
            return false;
        }
    }
    return true;
}

/// After the Start of a `t`: its text, moved to its End.
bool readRunText(XmlScanner &xml, QString &text)
{
    const bool keepsSpace = xml.attribute("xml:space") == std::string_view("preserve");
    const std::optional<std::string_view> raw = xml.elementText();
    QString run;
    if (!raw || !appendXmlText(run, keepsSpace ? *raw : trimmedXmlSpace(*raw)))
        return false;
    run = unescapeXlsx(std::move(run));
    if (text.isEmpty())
        text = std::move(run);
    else
        text += run;
    return true;
}

} // namespace

std::optional<XlsxText> readRichText(XmlScanner &xml)
{
    XlsxText result;
    int runs = 0;
    bool namesFont = false;
    while (true) {
        switch (xml.next()) {
        case XmlScanner::Token::Start:
            if (xml.name() == "t") {
                if (!readRunText(xml, result.text))
                    return std::nullopt;
            } else if (xml.name() == "r") {
                ++runs;
                result.runs.push_back({result.text.size(), {}, false});
            } else if (xml.name() == "rPr" && runs > 0) {
                if (!readRunProperties(xml, result.runs.back()))
                    return std::nullopt;
                namesFont = namesFont || !result.runs.back().font.isEmpty();
            } else if (!xml.skipElement()) { // rPh, the reading of East Asian names
                return std::nullopt;
            }
            break;
        case XmlScanner::Token::End:
            if (runs == 0) {
                if (!namesFont)
                    result.runs.clear();
                return result;
            }
            --runs;
            break;
        case XmlScanner::Token::Text:
            break;
        case XmlScanner::Token::Finished:
        case XmlScanner::Token::Malformed:
            return std::nullopt;
        }
    }
}

} // namespace bomay
