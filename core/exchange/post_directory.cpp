// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/post_directory.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/state_merge.h"

#include <algorithm>

namespace bomay {

PostDirectory::PostDirectory(const ImportContext &context)
    : m_isLoose(context.codeMatch == CodeMatch::Loose)
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

PostId PostDirectory::take(UnitId unit, const QString &title, int tier, int seats)
{
    const auto known = m_seats.find({unit, nameFold(title), tier});
    if (known == m_seats.end())
        return {};
    const int nth = std::exchange(known->second.taken, known->second.taken + seats);
    return nth < sizeOf(known->second.posts) ? known->second.posts[uz(nth)] : PostId{};
}

PostId PostDirectory::named(const QString &code) const
{
    const PostId exact = m_byCode.value(code);
    return exact.isNull() && m_isLoose ? m_byLooseCode.value(looseCode(code)) : exact;
}

} // namespace bomay
