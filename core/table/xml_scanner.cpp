// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/xml_scanner.h"

#include <QChar>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

/// Deeper nesting is no spreadsheet.
constexpr std::size_t kMaxDepth = 256;

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// The characters behind a name, by value: a look-up is several times faster than a chain of comparisons, and every tag
/// has several names.
constexpr std::array<bool, 256> makeNameEnds()
{
    std::array<bool, 256> ends{};
    for (const char c : std::string_view(" \n\t\r>/=<\"'&"))
        ends[static_cast<unsigned char>(c)] = true;
    return ends;
}

bool endsName(char c)
{
    static constexpr std::array<bool, 256> kEnds = makeNameEnds();
    return kEnds[static_cast<unsigned char>(c)];
}

std::string_view localName(std::string_view name)
{
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

} // namespace

XmlScanner::XmlScanner(std::string_view xml)
    : m_xml(xml)
{
    if (m_xml.starts_with("\xEF\xBB\xBF"))
        m_at = 3;
}

XmlScanner::Token XmlScanner::malformed(const char *problem)
{
    m_problem = problem;
    return Token::Malformed;
}

QString XmlScanner::problem() const
{
    return u"%1 at byte %2"_s.arg(QString::fromLatin1(m_problem == nullptr ? "nothing wrong" : m_problem)).arg(m_at);
}

XmlScanner::Token XmlScanner::next()
{
    if (m_problem != nullptr)
        return Token::Malformed;
    if (m_endsAtOnce) {
        m_endsAtOnce = false;
        m_open.pop_back();
        return Token::End;
    }
    while (m_at < m_xml.size()) {
        if (m_xml[m_at] != '<') {
            const std::size_t end = std::min(m_xml.find('<', m_at), m_xml.size());
            m_text = m_xml.substr(m_at, end - m_at);
            m_at = end;
            if (!m_open.empty())
                return Token::Text;
            if (m_text.find_first_not_of(" \n\t\r") != std::string_view::npos)
                return malformed("text outside the root element");
            continue;
        }
        const char second = m_at + 1 < m_xml.size() ? m_xml[m_at + 1] : '>';
        if (second == '/')
            return readEnd();
        if (second != '!' && second != '?')
            return readStart();
        const std::string_view rest = m_xml.substr(m_at);
        if (rest.starts_with("<![CDATA["))
            return readCharacterData();
        const bool isComment = rest.starts_with("<!--");
        if (second == '!' && !isComment)
            return malformed("a DOCTYPE or other declaration");
        if (!skipPast(isComment ? "-->" : "?>"))
            return malformed("a comment or processing instruction without end");
    }
    if (!m_open.empty() || !m_hadRoot)
        return malformed("the end comes too early");
    return Token::Finished;
}

bool XmlScanner::skipPast(std::string_view mark)
{
    // From behind "<!--" or "<?": "<!-->" and "<?>" do not end themselves.
    const std::size_t from = m_at + mark.size() + (mark.size() == 3 ? 1 : 0);
    const std::size_t end = m_xml.find(mark, from);
    if (end == std::string_view::npos)
        return false;
    m_at = end + mark.size();
    return true;
}

XmlScanner::Token XmlScanner::readStart()
{
    if (m_open.empty() && m_hadRoot)
        return malformed("a second root element");
    if (m_open.size() >= kMaxDepth)
        return malformed("elements nested too deep");
    ++m_at;
    const std::string_view fullName = readName();
    if (fullName.empty())
        return malformed("an element without name");
    m_hadRoot = true;
    m_attributes.clear();
    while (true) {
        skipSpace();
        if (m_at >= m_xml.size())
            return malformed("a tag without end");
        if (m_xml[m_at] == '>') {
            ++m_at;
            break;
        }
        if (m_xml[m_at] == '/') {
            if (m_at + 1 >= m_xml.size() || m_xml[m_at + 1] != '>')
                return malformed("a tag without end");
            m_at += 2;
            m_endsAtOnce = true;
            break;
        }
        if (!readAttribute())
            return malformed("an attribute that is none");
    }
    m_open.push_back(fullName);
    m_name = localName(fullName);
    return Token::Start;
}

bool XmlScanner::readAttribute()
{
    const std::string_view name = readName();
    skipSpace();
    if (name.empty() || m_at >= m_xml.size() || m_xml[m_at] != '=')
        return false;
    ++m_at;
    skipSpace();
    if (m_at >= m_xml.size() || (m_xml[m_at] != '"' && m_xml[m_at] != '\''))
        return false;
    const std::size_t end = m_xml.find(m_xml[m_at], m_at + 1);
    if (end == std::string_view::npos)
        return false;
    m_attributes.push_back({name, m_xml.substr(m_at + 1, end - m_at - 1)});
    m_at = end + 1;
    return m_attributes.back().value.find('<') == std::string_view::npos;
}

XmlScanner::Token XmlScanner::readEnd()
{
    m_at += 2;
    const std::string_view fullName = readName();
    skipSpace();
    if (m_at >= m_xml.size() || m_xml[m_at] != '>')
        return malformed("an end tag without end");
    if (m_open.empty() || m_open.back() != fullName)
        return malformed("an end tag of another element");
    ++m_at;
    m_open.pop_back();
    m_name = localName(fullName);
    return Token::End;
}

XmlScanner::Token XmlScanner::readCharacterData()
{
    constexpr std::string_view kStart = "<![CDATA[";
    constexpr std::string_view kEnd = "]]>";
    const std::size_t from = m_at + kStart.size();
    const std::size_t end = m_xml.find(kEnd, from);
    if (m_open.empty() || end == std::string_view::npos)
        return malformed("character data without end or outside the root element");
    m_escaped.clear();
    for (const char c : m_xml.substr(from, end - from)) {
        if (c == '&')
            m_escaped += "&amp;";
        else
            m_escaped += c;
    }
    m_text = m_escaped;
    m_at = end + kEnd.size();
    return Token::Text;
}

std::string_view XmlScanner::readName()
{
    const std::size_t start = m_at;
    while (m_at < m_xml.size() && !endsName(m_xml[m_at]))
        ++m_at;
    return m_xml.substr(start, m_at - start);
}

void XmlScanner::skipSpace()
{
    while (m_at < m_xml.size() && isSpace(m_xml[m_at]))
        ++m_at;
}

std::optional<std::string_view> XmlScanner::attribute(std::string_view name) const
{
    for (const Attribute &attribute : m_attributes) {
        if (attribute.name == name)
            return attribute.value;
    }
    return std::nullopt;
}

bool XmlScanner::skipElement()
{
    for (int depth = 1; depth > 0;) {
        const Token token = next();
        if (token == Token::Malformed || token == Token::Finished)
            return false;
        if (token == Token::Start)
            ++depth;
        else if (token == Token::End)
            --depth;
    }
    return true;
}

std::optional<std::string_view> XmlScanner::elementText()
{
    std::string_view only; // most elements have one piece, which can be given without a copy
    bool isJoined = false;
    while (true) {
        switch (next()) {
        case Token::Text:
            if (only.empty() && !isJoined && m_text.data() != m_escaped.data()) {
                only = m_text;
                break;
            }
            if (!isJoined)
                m_joined = only;
            isJoined = true;
            m_joined += m_text;
            break;
        case Token::Start:
            if (!skipElement())
                return std::nullopt;
            break;
        case Token::End:
            return isJoined ? std::string_view(m_joined) : only;
        case Token::Finished:
        case Token::Malformed:
            return std::nullopt;
        }
    }
}

namespace {

/// The character of "amp", "#38" or "#x26"; 0 where it is none.
char32_t entityCharacter(std::string_view entity)
{
    if (entity == "amp")
        return U'&';
    if (entity == "lt")
        return U'<';
    if (entity == "gt")
        return U'>';
    if (entity == "quot")
        return U'"';
    if (entity == "apos")
        return U'\'';
    if (!entity.starts_with('#'))
        return 0;
    entity.remove_prefix(1);
    const bool isHex = entity.starts_with('x');
    if (isHex)
        entity.remove_prefix(1);
    std::uint32_t number = 0;
    const char *end = entity.data() + entity.size();
    const auto [at, problem] = std::from_chars(entity.data(), end, number, isHex ? 16 : 10);
    if (problem != std::errc() || at != end || number > QChar::LastValidCodePoint || QChar::isSurrogate(number))
        return 0;
    return number;
}

} // namespace

bool appendXmlText(QString &out, std::string_view raw)
{
    while (true) {
        const std::size_t special = raw.find_first_of("&\r");
        const std::string_view plain = raw.substr(0, special);
        const QUtf8StringView view(plain.data(), static_cast<qsizetype>(plain.size()));
        if (out.isEmpty())
            out = view.toString();
        else
            out += view.toString();
        if (special == std::string_view::npos)
            return true;
        if (raw[special] == '\r') { // XML 1.0, 2.11: CRLF and a lone CR are read as LF
            out += u'\n';
            raw.remove_prefix(special + (raw.substr(special).starts_with("\r\n") ? 2 : 1));
            continue;
        }
        const std::size_t semicolon = raw.find(';', special);
        if (semicolon == std::string_view::npos)
            return false;
        const char32_t character = entityCharacter(raw.substr(special + 1, semicolon - special - 1));
        if (character == 0)
            return false;
        out += QChar::fromUcs4(character);
        raw.remove_prefix(semicolon + 1);
    }
}

} // namespace bomay
