// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/xlsx_plain_cell.h"

namespace bomay {

namespace {

/// Takes text off the front of another one.
class Front
{
public:
    explicit Front(std::string_view text)
        : m_text(text)
    {}

    bool take(std::string_view expected)
    {
        if (!m_text.substr(m_at).starts_with(expected))
            return false;
        m_at += expected.size();
        return true;
    }

    /// Up to and without one of two characters.
    std::string_view takeUntil(char end, char other)
    {
        const std::size_t from = m_at;
        while (m_at < m_text.size() && m_text[m_at] != end && m_text[m_at] != other)
            ++m_at;
        return m_text.substr(from, m_at - from);
    }

    [[nodiscard]] std::size_t position() const { return m_at; }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

std::optional<XlsxPlainCell> plainCellAt(std::string_view xml)
{
    Front front(xml);
    XlsxPlainCell cell;
    if (!front.take("<c r=\""))
        return std::nullopt;
    cell.reference = front.takeUntil('"', '<');
    if (front.take("\" s=\""))
        cell.style = front.takeUntil('"', '<');
    if (front.take("\" t=\""))
        cell.type = front.takeUntil('"', '<');
    if (!front.take("\"><v>"))
        return std::nullopt;
    cell.value = front.takeUntil('<', '<');
    if (!front.take("</v></c>"))
        return std::nullopt;
    cell.length = front.position();
    return cell;
}

std::optional<XlsxPlainString> plainStringAt(std::string_view xml)
{
    Front front(xml);
    if (!front.take("<si><t>"))
        return std::nullopt;
    const std::string_view text = front.takeUntil('<', '&');
    const auto isSpace = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
    if (text.empty() || isSpace(text.front()) || isSpace(text.back()) || text.find('\r') != std::string_view::npos ||
        text.find("_x") != std::string_view::npos || !front.take("</t></si>"))
        return std::nullopt;
    return XlsxPlainString{text, front.position()};
}

} // namespace bomay
