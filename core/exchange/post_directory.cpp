// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/post_directory.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/state_merge.h"

#include <algorithm>
#include <limits>

namespace bomay {

PostDirectory::PostDirectory(const ImportContext &context)
    : m_base(context.base)
    , m_isLoose(context.codeMatch == CodeMatch::Loose)
{
    for (const Post &post : context.base.posts()) {
        if (!post.code.isEmpty()) {
            m_byCode.insert(post.code, post.id);
            if (m_isLoose)
                m_byLooseCode.insert(looseCode(post.code), post.id);
        }
        const PostState &state = post.states[stateOn(post.states, context.day)];
        if (const Relation *place = context.relationUp(RelationType::BelongsTo, post.id)) {
            std::vector<PostId> &posts = m_seats[{place->to.unit(), nameFold(state.title), state.tier}].posts;
            posts.resize(posts.size() + uz(state.seats), post.id);
        }
    }
    const auto order = [&context](PostId id) {
        const auto &states = context.base.find(id)->states;
        const PostState &state = states[stateOn(states, context.day)];
        const bool isOnDay = context.isOnDay(state.period);
        return std::tuple(!isOnDay, !isOnDay && !state.period.to.isEmpty(), state.order, id.uid);
    };
    for (auto &[key, seats] : m_seats)
        std::ranges::sort(seats.posts, {}, order);
}

PostId PostDirectory::take(UnitId unit, const QString &title, std::optional<int> tier, int seats, const Period &time)
{
    const QString folded = nameFold(title);
    const auto isMeant = [&](const Key &key) {
        return std::get<UnitId>(key) == unit && std::get<QString>(key) == folded &&
               (!tier || std::get<int>(key) == *tier);
    };
    auto known = m_seats.lower_bound({unit, folded, tier.value_or(std::numeric_limits<int>::min())});
    for (; known != m_seats.end() && isMeant(known->first); ++known)
        if (const PostId id = takeOf(known->second, seats, time); !id.isNull())
            return id;
    return {};
}

PostId PostDirectory::takeOf(Seats &known, int seats, const Period &time) const
{
    if (known.taken >= sizeOf(known.posts))
        return {};
    const auto free = known.posts.begin() + known.taken;
    // Only what has dates is looked through: a list of a thousand equal seats has none.
    const auto isOfTime = [&](PostId id) {
        return std::ranges::any_of(m_base.find(id)->states,
                                   [&time](const PostState &state) { return state.period.overlaps(time); });
    };
    if (time != Period{} && std::stable_partition(free, known.posts.end(), isOfTime) == free)
        return {};
    known.taken += seats;
    return *free;
}

PostId PostDirectory::named(const QString &code) const
{
    const PostId exact = m_byCode.value(code);
    return exact.isNull() && m_isLoose ? m_byLooseCode.value(looseCode(code)) : exact;
}

} // namespace bomay
