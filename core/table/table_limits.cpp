// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/table_limits.h"

using namespace Qt::StringLiterals;

namespace bomay {

std::unexpected<Error> failTooManyBytes(std::int64_t limit, Place place)
{
    constexpr std::int64_t kMegabyte = 1 << 20;
    const QString text = limit < kMegabyte ? u"%1 B"_s.arg(limit) : u"%1 MB"_s.arg(limit / kMegabyte);
    return fail(u"too-large"_s, {{u"limit"_s, text}}, std::move(place), u"bytes"_s);
}

std::unexpected<Error> failTooManyCells(std::int64_t limit, Place place)
{
    return fail(u"too-large"_s, {{u"limit"_s, QString::number(limit)}}, std::move(place), u"cells"_s);
}

std::unexpected<Error> failBeyondSheet(Place place)
{
    return fail(u"too-large"_s, {{u"limit"_s, u"%1 × %2"_s.arg(kMaxRows).arg(kMaxColumns)}}, std::move(place),
                u"rows × columns"_s);
}

Result<> MemoryBudget::take(std::int64_t bytes, const Place &place)
{
    if (bytes > m_left)
        return failTooManyBytes(m_limit, place);
    m_left -= bytes;
    return {};
}

Result<> MemoryBudget::takeCell(const Cell &cell, const Place &place)
{
    BM_TRY_VOID(take(static_cast<std::int64_t>(sizeof(Cell)), place));
    return cell.text.isDetached() ? takeText(cell.text, place) : Result<>();
}

Result<> MemoryBudget::takeText(const QString &text, const Place &place)
{
    constexpr std::int64_t kHeader = 40; // the letters' block, and what the allocator keeps
    return take(kHeader + static_cast<std::int64_t>(text.size()) * 2, place);
}

} // namespace bomay
