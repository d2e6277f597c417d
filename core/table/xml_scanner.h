// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bomay {

/// A pull scanner for the big parts of an XLSX: one pass over UTF-8 in memory, no copies, no recursion.
/// QXmlStreamReader takes some ten times as long. Names come without their prefix and namespaces are not looked up;
/// comments and processing instructions are passed over; a DOCTYPE is refused, so that there are no entities but the
/// five of XML. The text must be well-formed UTF-8 and outlive the scanner.
class XmlScanner
{
public:
    enum class Token { Start, End, Text, Finished, Malformed };

    explicit XmlScanner(std::string_view xml);

    /// The next token. `<a/>` is a Start and an End. After Finished or Malformed it stays there.
    Token next();

    [[nodiscard]] std::string_view name() const { return m_name; } ///< local name of the Start or End
    [[nodiscard]] std::string_view text() const { return m_text; } ///< of a Text, entities not yet resolved

    /// The value of an attribute of the last Start by its full name ("r", "xml:space"), entities not yet resolved.
    [[nodiscard]] std::optional<std::string_view> attribute(std::string_view name) const;

    /// After a Start: moves to its End. False where the text is malformed.
    bool skipElement();

    /// After a Start: moves to its End and gives the text of the element, without that of elements inside, entities not
    /// yet resolved. Valid until the next call of elementText(). Nothing where the text is malformed.
    std::optional<std::string_view> elementText();

    /// What has not been read. Whole elements at its front may be passed over by somebody who knows them.
    [[nodiscard]] std::string_view rest() const { return m_endsAtOnce ? std::string_view() : m_xml.substr(m_at); }
    void passOver(std::size_t bytes) { m_at += bytes; }

    /// How many bytes have been read.
    [[nodiscard]] std::size_t position() const { return m_at; }

    /// What is malformed, and at which byte; for the log.
    [[nodiscard]] QString problem() const;

private:
    struct Attribute
    {
        std::string_view name;
        std::string_view value;
    };

    Token malformed(const char *problem);
    Token readStart();
    Token readEnd();
    Token readCharacterData();
    bool readAttribute();
    std::string_view readName();
    void skipSpace();
    [[nodiscard]] bool skipPast(std::string_view mark);

    std::string_view m_xml;
    std::size_t m_at = 0;
    std::string_view m_name;
    std::string_view m_text;
    std::vector<Attribute> m_attributes;
    std::vector<std::string_view> m_open; ///< full names of the elements around
    std::string m_escaped;                ///< holds CDATA as ordinary text
    std::string m_joined;                 ///< holds an element's text that comes in pieces
    const char *m_problem = nullptr;
    bool m_endsAtOnce = false; ///< the last Start was <a/>
    bool m_hadRoot = false;
};

/// Appends XML text with line ends and entities resolved. False for an entity or a character number that is none.
[[nodiscard]] bool appendXmlText(QString &out, std::string_view raw);

} // namespace bomay
