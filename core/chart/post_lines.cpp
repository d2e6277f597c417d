// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/post_lines.h"

#include "core/base/numbers.h"

#include <QStringList>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Numbers of persons as official texts write them: 02, 15.
QString padded(int number)
{
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

QString holderName(const ViewHolder &holder)
{
    switch (holder.kind) {
    case AppointmentKind::Acting:
        return u"Q. "_s + holder.name;
    case AppointmentKind::InCharge:
        return holder.name + u" (phụ trách)"_s;
    case AppointmentKind::Concurrent:
        return holder.name + u" (kiêm)"_s;
    case AppointmentKind::Seconded:
        return holder.name + u" (biệt phái)"_s;
    case AppointmentKind::Full:
        break;
    }
    return holder.name;
}

bool namesTiers(const OrgView &view, int unit)
{
    const auto &posts = view.postsOfUnit(unit);
    return std::ranges::any_of(posts, [&view](int post) { return view.posts()[uz(post)].state.tier > 1; });
}

QString lineText(const PostState &state, int seats, int vacant, bool withTier)
{
    QString text = seats > 1 ? padded(seats) + u' ' + state.title : state.title;
    if (state.standing)
        text += u" Thường trực"_s;
    if (withTier && state.role == PostRole::Deputy)
        text += u" bậc %1"_s.arg(state.tier);
    if (vacant > 0 && vacant < seats)
        text += u" (khuyết %1)"_s.arg(padded(vacant));
    return text;
}

} // namespace

QString PostLine::joined() const
{
    if (vacant)
        return text + u" (khuyết)"_s;
    return holders.isEmpty() ? text : text + u": "_s + holders;
}

std::vector<PostLine> postLines(const OrgView &view, int unit, PostGrouping grouping)
{
    const bool withTier = namesTiers(view, unit);
    const auto &posts = view.postsOfUnit(unit);
    std::vector<PostLine> lines;
    for (std::size_t i = 0; i < posts.size();) {
        const ViewPost &first = view.posts()[uz(posts[i])];
        int seats = 0;
        int vacant = 0;
        QStringList holders;
        std::size_t next = i;
        // Vacant posts of one title and tier are counted together; a held one speaks for itself.
        for (; next < posts.size(); ++next) {
            const ViewPost &post = view.posts()[uz(posts[next])];
            const bool sameLine = post.state.title == first.state.title && post.state.tier == first.state.tier &&
                                  post.state.role == first.state.role && post.state.standing == first.state.standing &&
                                  post.holders.empty();
            if (next > i && (grouping == PostGrouping::Single || !sameLine || !first.holders.empty()))
                break;
            seats += post.state.seats;
            vacant += post.vacantSeats();
            for (const ViewHolder &holder : post.holders)
                holders += holderName(holder);
        }
        lines.push_back({lineText(first.state, seats, vacant, withTier), holders.join(u", "_s), vacant == seats,
                         first.state.role, first.state.tier, first.id});
        i = next;
    }
    return lines;
}

} // namespace bomay
