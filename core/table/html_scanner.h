// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <string_view>

namespace bomay {

/// Cuts HTML into tags and texts as browsers do, without a tree: nothing is malformed, names have no case, the content
/// of script and style is one text, comments are passed over. UTF-8 in memory that outlives the scanner.
class HtmlScanner
{
public:
    enum class Token { Start, End, Text, Finished };

    explicit HtmlScanner(std::string_view html)
        : m_html(html)
    {}

    Token next();

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_html.size()); } ///< of the whole, bytes
    [[nodiscard]] const QByteArray &name() const { return m_name; } ///< of the Start or End, in lower case
    [[nodiscard]] std::string_view text() const { return m_text; }  ///< of a Text, entities not yet resolved
    /// An attribute of the Start by its name in lower case, entities resolved; empty where it is missing.
    [[nodiscard]] QString attribute(QByteArrayView name) const
    {
        if (m_attributes.isEmpty()) // as most are
            return {};
        return m_attributes.value(QByteArray::fromRawData(name.data(), name.size()));
    }

private:
    void readTag();
    void readAttributes();

    std::string_view m_html;
    std::size_t m_at = 0;
    QByteArray m_name;
    QByteArray m_rawElement; ///< "script" or "style" while its content comes
    std::string_view m_text;
    QHash<QByteArray, QString> m_attributes;
};

/// HTML text with its entities resolved; those that are none stay as they are.
[[nodiscard]] QString htmlText(std::string_view raw);

} // namespace bomay
