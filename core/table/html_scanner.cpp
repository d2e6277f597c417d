// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/html_scanner.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

bool isHtmlSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The names of U+00A0 to U+00FF in HTML 4, in their order.
const QList<QByteArray> &latin1Names()
{
    static const QList<QByteArray> kNames =
        QByteArray("nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 "
                   "sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc "
                   "Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve "
                   "Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute "
                   "acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde "
                   "ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml")
            .split(' ');
    return kNames;
}

/// The character of "amp", "agrave", "#38", "#x26"; 0 where it is none.
char32_t characterOfEntity(std::string_view entity)
{
    static const QHash<QByteArray, char32_t> kSigns{
        {"amp", U'&'},   {"lt", U'<'},     {"gt", U'>'},    {"quot", U'"'},      {"apos", U'\''},
        {"ndash", U'–'}, {"mdash", U'—'},  {"lsquo", U'‘'}, {"rsquo", U'’'},     {"ldquo", U'“'},
        {"rdquo", U'”'}, {"hellip", U'…'}, {"bull", U'•'},  {"zwsp", U'\u200B'}, {"euro", U'€'}};
    const QByteArray name(entity.data(), static_cast<qsizetype>(entity.size()));
    if (name.startsWith('#')) {
        const bool isHex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
        bool isNumber = false;
        const uint code = isHex ? name.sliced(2).toUInt(&isNumber, 16) : name.sliced(1).toUInt(&isNumber);
        const bool isCharacter = isNumber && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
        return isCharacter ? code : 0;
    }
    if (const auto sign = kSigns.constFind(name); sign != kSigns.constEnd())
        return *sign;
    const qsizetype index = latin1Names().indexOf(name);
    return index < 0 ? 0 : static_cast<char32_t>(0xA0 + index);
}

} // namespace

HtmlScanner::Token HtmlScanner::next()
{
    while (m_at < m_html.size()) {
        const std::string_view rest = m_html.substr(m_at);
        if (!m_rawElement.isEmpty()) {
            const QByteArray end = "</" + m_rawElement;
            const auto at = std::search(rest.begin(), rest.end(), end.begin(), end.end(),
                                        [](char a, char b) { return (isLetter(a) ? a | 0x20 : a) == b; });
            m_rawElement.clear();
            m_text = rest.substr(0, static_cast<std::size_t>(at - rest.begin()));
            m_at += m_text.size();
            return Token::Text;
        }
        const char second = rest.size() > 1 ? rest[1] : ' ';
        if (rest[0] == '<' && (isLetter(second) || second == '/')) {
            const bool isEnd = second == '/';
            m_at += isEnd ? 2 : 1;
            readTag();
            if (!isEnd && (m_name == "script" || m_name == "style"))
                m_rawElement = m_name;
            return isEnd ? Token::End : Token::Start;
        }
        if (rest.starts_with("<!--") || (rest[0] == '<' && (second == '!' || second == '?'))) {
            const std::string_view mark = rest.starts_with("<!--") ? "-->" : ">";
            const std::size_t end = m_html.find(mark, m_at + 2);
            m_at = end == std::string_view::npos ? m_html.size() : end + mark.size();
            continue;
        }
        const std::size_t end = std::min(m_html.find('<', m_at + 1), m_html.size());
        m_text = m_html.substr(m_at, end - m_at);
        m_at = end;
        return Token::Text;
    }
    return Token::Finished;
}

void HtmlScanner::readTag()
{
    const std::size_t start = m_at;
    while (m_at < m_html.size() && !isHtmlSpace(m_html[m_at]) && m_html[m_at] != '>' && m_html[m_at] != '/')
        ++m_at;
    m_name = QByteArray(m_html.data() + start, static_cast<qsizetype>(m_at - start)).toLower();
    readAttributes();
}

void HtmlScanner::readAttributes()
{
    m_attributes.clear();
    while (m_at < m_html.size() && m_html[m_at] != '>') {
        if (isHtmlSpace(m_html[m_at]) || m_html[m_at] == '/') {
            ++m_at;
            continue;
        }
        std::size_t start = m_at;
        while (m_at < m_html.size() && !isHtmlSpace(m_html[m_at]) && m_html[m_at] != '=' && m_html[m_at] != '>')
            ++m_at;
        const QByteArray name = QByteArray(m_html.data() + start, static_cast<qsizetype>(m_at - start)).toLower();
        while (m_at < m_html.size() && isHtmlSpace(m_html[m_at]))
            ++m_at;
        std::string_view value;
        if (m_at < m_html.size() && m_html[m_at] == '=') {
            ++m_at;
            while (m_at < m_html.size() && isHtmlSpace(m_html[m_at]))
                ++m_at;
            const char quote = m_at < m_html.size() ? m_html[m_at] : ' ';
            const bool isQuoted = quote == '"' || quote == '\'';
            start = isQuoted ? m_at + 1 : m_at;
            std::size_t end = isQuoted ? m_html.find(quote, start) : m_html.find_first_of(" \t\r\n>", start);
            end = std::min(end, m_html.size());
            value = m_html.substr(std::min(start, end), end - std::min(start, end));
            m_at = std::min(isQuoted ? end + 1 : end, m_html.size());
        } else if (name.isEmpty()) {
            ++m_at; // a stray sign
        }
        m_attributes.insert(name, htmlText(value));
    }
    if (m_at < m_html.size())
        ++m_at;
}

QString htmlText(std::string_view raw)
{
    QString text;
    while (true) {
        const std::size_t ampersand = raw.find('&');
        const std::string_view plain = raw.substr(0, ampersand);
        text += QString::fromUtf8(plain.data(), static_cast<qsizetype>(plain.size()));
        if (ampersand == std::string_view::npos)
            return text;
        raw.remove_prefix(ampersand);
        constexpr std::size_t kLongest = 12;
        const std::size_t semicolon = raw.substr(0, kLongest).find(';');
        const char32_t character =
            semicolon == std::string_view::npos ? 0 : characterOfEntity(raw.substr(1, semicolon - 1));
        if (character == 0) {
            text += u'&';
            raw.remove_prefix(1);
            continue;
        }
        text += QChar::fromUcs4(character);
        raw.remove_prefix(semicolon + 1);
    }
}

} // namespace bomay
