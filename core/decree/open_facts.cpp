// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/open_facts.h"

#include <algorithm>
#include <numeric>
#include <unordered_set>

namespace bomay {

void OpenFacts::mention(std::vector<Mention> &mentions, int anchor, const std::vector<Gap> &gaps)
{
    std::unordered_set<quint64>
        seen; // the unit and the code; whole lists of unplaced units are mentioned at one anchor
    for (const Gap &gap : gaps) {
        const auto known = std::ranges::find(m_codes, gap.missing);
        const int code = static_cast<int>(known - m_codes.begin());
        if (known == m_codes.end())
            m_codes.push_back(gap.missing);
        const quint64 key = (static_cast<quint64>(code) << 32U) | static_cast<quint32>(gap.unit);
        if (gaps.size() == 1 || seen.insert(key).second)
            mentions.push_back({anchor, gap.unit, code});
    }
}

std::vector<int> OpenFacts::places(const std::vector<Mention> &mentions) const
{
    std::vector<int> result;
    result.reserve(mentions.size());
    // One unit can be named at several only where not all name themselves.
    const bool canRepeat =
        std::ranges::any_of(mentions, [](const Mention &mention) { return mention.unit != mention.anchor; });
    int units = 0;
    for (const Mention &mention : mentions)
        units = canRepeat ? std::max(units, mention.unit + 1) : 0;
    std::vector<char> seen(uz(units) * m_codes.size());
    std::vector<int> counts(m_codes.size());
    for (const Mention &mention : mentions) {
        if (canRepeat && std::exchange(seen[uz(mention.code) * uz(units) + uz(mention.unit)], char(1)) != 0)
            result.push_back(-1);
        else
            result.push_back(counts[uz(mention.code)]++);
    }
    return result;
}

/// Those that are mentioned, in the order in which they are first.
std::vector<int> OpenFacts::codesInOrder() const
{
    std::vector<int> codes;
    for (const Mention &mention : m_mentions) {
        if (std::ranges::find(codes, mention.code) == codes.end())
            codes.push_back(mention.code);
        if (codes.size() == m_codes.size())
            break;
    }
    return codes;
}

std::vector<NotChecked> OpenFacts::groups(const RuleRunner &rules, const QString &rule) const
{
    const std::vector<int> codes = codesInOrder();
    std::vector<NotChecked> groups;
    std::vector<int> groupOf(m_codes.size(), -1);
    for (const int code : codes) {
        groupOf[uz(code)] = sizeOf(groups);
        groups.push_back({rule, {}, {m_codes[uz(code)]}});
    }
    const std::vector<int> place = places(m_mentions);
    for (std::size_t i = 0; i < m_mentions.size(); ++i)
        if (place[i] >= 0)
            groups[uz(groupOf[uz(m_mentions[i].code)])].subjects.push_back(rules.subjectOf(m_mentions[i].unit));
    return groups;
}

bool OpenFacts::isPlain(const std::vector<Mention> &mentions)
{
    return std::ranges::all_of(mentions, [&mentions](const Mention &mention) {
        return mention.unit == mention.anchor && mention.code == mentions.front().code;
    });
}

bool OpenFacts::refresh(const OrderedEdit &edit, const std::vector<Mention> &fresh, const RuleRunner &rules,
                        std::vector<NotChecked> &groups) const
{
    const bool isSame =
        edit.erased.empty() && edit.inserted.empty() && std::ranges::all_of(edit.replaced, [&](const auto &entry) {
            return m_mentions[uz(entry.first)] == fresh[uz(entry.second)];
        });
    if (!isSame)
        return false;
    const std::vector<int> place = places(m_mentions);
    const std::vector<int> codes = codesInOrder();
    for (const auto &[position, number] : edit.replaced) {
        const Mention &mention = m_mentions[uz(position)];
        const auto group = static_cast<std::size_t>(std::ranges::find(codes, mention.code) - codes.begin());
        if (place[uz(position)] >= 0)
            groups[group].subjects[uz(place[uz(position)])] = rules.subjectOf(mention.unit);
    }
    return true;
}

void OpenFacts::edit(const OrderedEdit &edit, const std::vector<Mention> &fresh, const RuleRunner &rules,
                     const QString &rule, std::vector<NotChecked> &groups)
{
    if (refresh(edit, fresh, rules, groups))
        return;
    if (groups.size() == 1 && isPlain(m_mentions) && isPlain(fresh) &&
        (fresh.empty() || fresh.front().code == m_mentions.front().code)) {
        applyEdit(m_mentions, 0, edit, [&fresh](int i) { return fresh[uz(i)]; });
        applyEdit(groups.front().subjects, 0, edit, [&](int i) { return rules.subjectOf(fresh[uz(i)].unit); });
        if (m_mentions.empty())
            groups.clear();
        return;
    }
    const std::vector<int> codesBefore = codesInOrder();
    const std::vector<int> placeBefore = places(m_mentions);
    std::vector<std::vector<Subject>> subjects(m_codes.size());
    for (std::size_t i = 0; i < codesBefore.size(); ++i)
        subjects[uz(codesBefore[i])] = std::move(groups[i].subjects);

    // Where the mentions of the new list stood in the old one; −1 for fresh ones.
    std::vector<int> origin(m_mentions.size());
    std::iota(origin.begin(), origin.end(), 0);
    applyEdit(origin, 0, edit, [](int) { return -1; });
    applyEdit(m_mentions, 0, edit, [&fresh](int i) { return fresh[uz(i)]; });
    const std::vector<int> place = places(m_mentions);

    const auto retained = [&](std::size_t i) {
        return place[i] >= 0 && origin[i] >= 0 ? placeBefore[uz(origin[i])] : -1;
    };
    std::vector<std::vector<char>> stays(m_codes.size());
    for (std::size_t code = 0; code < stays.size(); ++code)
        stays[code].resize(subjects[code].size());
    for (std::size_t i = 0; i < m_mentions.size(); ++i)
        if (const int before = retained(i); before >= 0)
            stays[uz(m_mentions[i].code)][uz(before)] = 1;

    std::vector<OrderedEdit> edits(m_codes.size());
    std::vector<int> next(m_codes.size()); // the first place of the old list that is not dealt with
    for (std::size_t i = 0; i < m_mentions.size(); ++i) {
        if (place[i] < 0)
            continue;
        const auto code = uz(m_mentions[i].code);
        OrderedEdit &own = edits[code];
        if (const int before = retained(i); before >= 0) {
            for (; next[code] < before; ++next[code])
                own.erased.push_back(next[code]);
            ++next[code];
        } else if (next[code] < sizeOf(stays[code]) && stays[code][uz(next[code])] == 0) {
            own.replaced.emplace_back(next[code]++, m_mentions[i].unit);
        } else {
            own.inserted.emplace_back(next[code], m_mentions[i].unit);
        }
    }
    for (std::size_t code = 0; code < edits.size(); ++code) {
        for (; next[code] < sizeOf(stays[code]); ++next[code])
            edits[code].erased.push_back(next[code]);
        applyEdit(subjects[code], 0, edits[code], [&rules](int unit) { return rules.subjectOf(unit); });
    }
    groups.clear();
    for (const int code : codesInOrder())
        groups.push_back({rule, std::move(subjects[uz(code)]), {m_codes[uz(code)]}});
}

} // namespace bomay
