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

} // namespace bomay
