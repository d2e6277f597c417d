// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/post_lines.h"

#include "core/base/numbers.h"

#include <QStringList>

#include <algorithm>
#include <array>

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

/// Somebody is there, but nobody in full office.
bool isActing(const ViewPost &post)
{
    return !post.holders.empty() && std::ranges::all_of(post.holders, [](const ViewHolder &holder) {
        return holder.kind == AppointmentKind::Acting || holder.kind == AppointmentKind::InCharge;
    });
}

QString surplusText(const PostState &state)
{
    if (!state.surplus)
        return {};
    return state.surplusUntil.isEmpty() ? u"dôi dư"_s : u"dôi dư đến %1"_s.arg(state.surplusUntil.toVietnamese());
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

/// Vacant posts of one title and tier are counted together; a held one speaks for itself unless all are counted.
bool isOneLine(const ViewPost &first, const ViewPost &post, PostGrouping grouping)
{
    const PostState &a = first.state;
    const PostState &b = post.state;
    if (grouping == PostGrouping::Single || a.title != b.title || a.tier != b.tier || a.role != b.role ||
        a.standing != b.standing || a.surplus != b.surplus)
        return false;
    return grouping == PostGrouping::CountAll || (first.holders.empty() && post.holders.empty());
}

PostLine lineOf(const OrgView &view, std::span<const int> posts, bool withTier, PostGrouping grouping)
{
    const ViewPost &first = view.posts()[uz(posts.front())];
    int seats = 0;
    int vacant = 0;
    bool acting = false;
    QStringList holders;
    for (const int index : posts) {
        const ViewPost &post = view.posts()[uz(index)];
        seats += post.state.seats;
        vacant += post.vacantSeats();
        acting = acting || isActing(post);
        for (const ViewHolder &holder : post.holders)
            holders += holderName(holder);
    }
    const int toTell = grouping == PostGrouping::CountAll ? 0 : vacant;
    return {lineText(first.state, seats, toTell, withTier),
            holders.join(u", "_s),
            vacant == seats,
            first.state.role,
            first.state.tier,
            first.id,
            acting,
            surplusText(first.state)};
}

} // namespace

QString PostLine::joined() const
{
    const QString title = surplus.isEmpty() ? text : u"%1 (%2)"_s.arg(text, surplus);
    if (vacant)
        return title + u" (khuyết)"_s;
    return holders.isEmpty() ? title : title + u": "_s + holders;
}

PostLine postLine(const OrgView &view, int post)
{
    const std::array posts{post};
    const int unit = view.posts()[uz(post)].unit;
    return lineOf(view, posts, unit >= 0 && namesTiers(view, unit), PostGrouping::Single);
}

std::vector<PostLine> postLines(const OrgView &view, int unit, PostGrouping grouping, std::span<const int> apart)
{
    const bool withTier = namesTiers(view, unit);
    std::span posts(view.postsOfUnit(unit));
    std::vector<int> left;
    if (!apart.empty()) {
        std::ranges::copy_if(posts, std::back_inserter(left),
                             [apart](int post) { return !std::ranges::binary_search(apart, post); });
        posts = left;
    }
    std::vector<PostLine> lines;
    for (std::size_t i = 0; i < posts.size();) {
        const ViewPost &first = view.posts()[uz(posts[i])];
        std::size_t next = i + 1;
        while (next < posts.size() && isOneLine(first, view.posts()[uz(posts[next])], grouping))
            ++next;
        lines.push_back(lineOf(view, posts.subspan(i, next - i), withTier, grouping));
        i = next;
    }
    return lines;
}

} // namespace bomay
