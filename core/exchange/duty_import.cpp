// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/duty_import.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/state_merge.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_set>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr QStringView kOwnerColumn = u"ma_don_vi";

QString readContent(RowReader &row)
{
    const QString text = row.text(u"noi_dung"_s);
    if (text.isEmpty())
        row.report(DiagnosticSeverity::Error, u"missing-content"_s, {}, u"noi_dung"_s);
    return text;
}

/// What a unit or post has is ranked; what a file adds comes behind it.
template <typename Entity>
int rankBehind(const ImportContext &context, const RowKey &owner, std::map<RowKey, int> &added)
{
    int last = 0;
    for (const Entity *known : context.base.naming<Entity>(owner))
        last = std::max(last, known->order);
    return last + ++added[owner];
}

/// The rows of NHIEM_VU, one after the other.
class DutyImport
{
public:
    DutyImport(ImportContext &context, const UnitDirectory &units)
        : m_context(context)
        , m_units(units)
        , m_view(context.base, context.dayOfRows())
    {
        listPosts();
    }

    void take(RowReader &row)
    {
        const UnitId unit = m_units.read(row, kOwnerColumn);
        const QString title = row.name(u"chuc_danh"_s);
        const std::vector<PostId> posts = unit.isNull() ? std::vector<PostId>() : postsOf(unit, title);
        if (posts.empty() && !unit.isNull())
            row.report(DiagnosticSeverity::Error, u"unknown-post"_s, {{u"title"_s, title}}, u"chuc_danh"_s);
        const QString text = readContent(row);
        const PartialDate deadline = row.date(u"thoi_han"_s);
        const auto state = row.term<DutyState>(u"trang_thai"_s, u"unknown-kind"_s);
        const std::vector<Participant> participants = readParticipants(row);
        if (row.worst() == DiagnosticSeverity::Error)
            return;
        Duty duty = dutyOf(row, posts, text);
        if (row.speaksOf(u"thoi_han"_s))
            duty.deadline = deadline;
        if (row.speaksOf(u"san_pham"_s))
            duty.product = row.text(u"san_pham"_s);
        duty.state = state.value_or(duty.state);
        if (row.speaksOf(u"phoi_hop"_s))
            putParticipants(row, duty.id, participants);
        m_context.builder.put(std::move(duty));
    }

private:
    /// What one text can mean, the likeliest in front.
    struct Participant
    {
        QString text;
        std::vector<NodeRef> candidates;
    };

    /// Those of the file first, then those of its day as they are drawn, as they are written too, then all others.
    void listPosts()
    {
        std::unordered_set<PostId> listed;
        const auto list = [&](UnitId unit, const QString &title, PostId post) {
            if (listed.insert(post).second)
                m_posts[{unit, nameFold(title)}].push_back(post);
        };
        for (const auto &[key, posts] : m_context.postsByTitle)
            for (const PostId post : posts)
                list(key.first, key.second, post);
        for (int unit = 0; unit < sizeOf(m_view.units()); ++unit)
            for (const int post : m_view.postsOfUnit(unit))
                list(m_view.units()[uz(unit)].id, m_view.posts()[uz(post)].state.title, m_view.posts()[uz(post)].id);
        m_present = listed;
        for (const Post &post : m_context.base.posts())
            if (const Relation *place = m_context.relationUp(RelationType::BelongsTo, post.id))
                list(place->to.unit(), post.states[stateOn(post.states, m_context.day)].title, post.id);
    }

    [[nodiscard]] std::vector<PostId> postsOf(UnitId unit, const QString &title) const
    {
        const auto found = m_posts.find({unit, nameFold(title)});
        return found == m_posts.end() ? std::vector<PostId>() : found->second;
    }

    /// Those that can be given something new: of the file, or there on its day; where none is, all.
    [[nodiscard]] std::vector<PostId> presentOf(const std::vector<PostId> &posts) const
    {
        std::vector<PostId> present = posts;
        std::erase_if(present, [this](PostId post) { return !m_present.contains(post); });
        return present.empty() ? posts : present;
    }

    /// The next duty of this text that one of the posts has, or a new one.
    Duty dutyOf(RowReader &row, const std::vector<PostId> &posts, const QString &text)
    {
        const QString folded = nameFold(text);
        for (const PostId post : posts)
            if (const Duty *known = nextKnown(post, folded)) {
                m_matched.insert(known->id);
                m_answered.emplace(post, folded);
                return *known;
            }
        // A text that comes once more is a duty of another post of this title.
        const std::vector<PostId> present = presentOf(posts);
        const auto free =
            std::ranges::find_if(present, [&](PostId post) { return !m_answered.contains(std::pair(post, folded)); });
        const PostId post = free == present.end() ? present.front() : *free;
        m_answered.emplace(post, folded);
        if (present.size() > 1)
            row.report(DiagnosticSeverity::Warning, u"post-of-several"_s,
                       {{u"title"_s, row.name(u"chuc_danh"_s)}, {u"count"_s, QString::number(present.size())}},
                       u"chuc_danh"_s);
        Duty duty;
        duty.id = m_context.ids.make<DutyId>();
        duty.accountable = post;
        duty.order = rankBehind<Duty>(m_context, keyOf(NodeRef(post)), m_added);
        duty.text = text;
        return duty;
    }

    /// The first duty of a post with this text that no row of the file has spoken of; null where there is none.
    [[nodiscard]] const Duty *nextKnown(PostId post, const QString &folded) const
    {
        const Duty *next = nullptr;
        for (const Duty *known : m_context.base.naming<Duty>(keyOf(NodeRef(post))))
            if (known->accountable == post && !m_matched.contains(known->id) && nameFold(known->text) == folded &&
                (next == nullptr || known->order < next->order))
                next = known;
        return next;
    }

    /// Titles may have a ";" of their own: of what stands between two of them the longest part that is a unit or post
    /// counts.
    std::vector<Participant> readParticipants(RowReader &row)
    {
        constexpr qsizetype kMostParts = 4;
        std::vector<Participant> all;
        const QStringList parts = row.text(u"phoi_hop"_s).split(u';');
        for (qsizetype first = 0; first < parts.size();) {
            Participant found;
            qsizetype count = std::min(kMostParts, parts.size() - first);
            for (; count > 0 && found.candidates.empty(); --count) {
                found.text = tidyName(parts.mid(first, count).join(u"; "_s));
                found.candidates = meantBy(found.text);
                if (found.candidates.empty() && count > 1) // written without a space
                    found.candidates = meantBy(tidyName(parts.mid(first, count).join(u';')));
            }
            if (found.candidates.empty())
                tellUnknown(row, found.text);
            else
                all.push_back(std::move(found));
            first += count + 1;
        }
        return all;
    }

    /// A unit, or a post as "unit / title". Titles have slashes, and so may codes: the first that parts a unit from one
    /// of its posts counts.
    [[nodiscard]] std::vector<NodeRef> meantBy(const QString &entry) const
    {
        if (const UnitId whole = m_units.find(entry); !whole.isNull())
            return {whole};
        for (qsizetype slash = entry.indexOf(u'/'); slash >= 0; slash = entry.indexOf(u'/', slash + 1))
            if (const UnitId unit = m_units.find(tidyName(entry.first(slash))); !unit.isNull())
                if (const std::vector<PostId> posts = postsOf(unit, tidyName(entry.sliced(slash + 1))); !posts.empty())
                    return {posts.begin(), posts.end()};
        return {};
    }

    void tellUnknown(RowReader &row, const QString &entry) const
    {
        if (entry.isEmpty())
            return;
        for (qsizetype slash = entry.indexOf(u'/'); slash >= 0; slash = entry.indexOf(u'/', slash + 1))
            if (!m_units.find(tidyName(entry.first(slash))).isNull()) {
                row.keepUnread(u"phoi_hop"_s, u"unknown-post"_s, {{u"title"_s, tidyName(entry.sliced(slash + 1))}});
                return;
            }
        row.keepUnread(u"phoi_hop"_s, u"unknown-unit"_s, {{u"code"_s, entry}, {u"near"_s, m_units.nearMisses(entry)}});
    }

    /// Those that a file no longer names go, unless it could not be read who it names, or it would not name them
    /// anyway.
    void putParticipants(RowReader &row, DutyId duty, const std::vector<Participant> &participants)
    {
        const bool isUnclear = row.worst() == DiagnosticSeverity::Asked;
        const auto known = m_context.base.naming<DutyParticipant>({RowKind::Duty, duty.uid});
        const auto isNamed = [this](NodeRef node) { return !participantText(m_view, node).isEmpty(); };
        std::set<NodeRef> knownNodes;
        for (const DutyParticipant *participant : known)
            knownNodes.insert(participant->node);
        std::set<NodeRef> taken;
        std::vector<const Participant *> added;
        for (const Participant &participant : participants) {
            const auto isKnown = [&](NodeRef node) { return knownNodes.contains(node) && isNamed(node); };
            const std::optional<NodeRef> node = chosenOf(participant, taken, isKnown);
            if (!node)
                continue;
            taken.insert(*node);
            if (knownNodes.contains(*node))
                continue;
            added.push_back(&participant);
            m_context.builder.put(DutyParticipant{m_context.ids.make<DutyParticipantId>(), duty, *node, u"Phối hợp"_s});
        }
        for (const Participant *participant : added)
            tellChoice(row, *participant, taken);
        for (const DutyParticipant *participant : known)
            if (!isUnclear && !taken.contains(participant->node) && isNamed(participant->node))
                m_context.builder.remove(keyOf(participant->id));
    }

    [[nodiscard]] bool isPresent(NodeRef node) const { return node.isUnit() || m_present.contains(PostId{node.uid}); }

    /// Of what a text can mean one that takes part already, else one that is there; none where all of them are taken.
    template <typename IsKnown>
    [[nodiscard]] std::optional<NodeRef> chosenOf(const Participant &participant, const std::set<NodeRef> &taken,
                                                  IsKnown isKnown) const
    {
        const std::vector<NodeRef> &candidates = participant.candidates;
        const auto isFree = [&taken](NodeRef node) { return !taken.contains(node); };
        auto found = std::ranges::find_if(candidates, [&](NodeRef node) { return isFree(node) && isKnown(node); });
        if (found == candidates.end())
            found = std::ranges::find_if(candidates, [&](NodeRef node) { return isFree(node) && isPresent(node); });
        if (found == candidates.end() &&
            std::ranges::none_of(candidates, [this](NodeRef node) { return isPresent(node); }))
            found = std::ranges::find_if(candidates, isFree);
        return found == candidates.end() ? std::nullopt : std::optional(*found);
    }

    /// Says that a text means other posts as well, of which none takes part.
    void tellChoice(RowReader &row, const Participant &participant, const std::set<NodeRef> &taken) const
    {
        const auto isOther = [&](NodeRef node) { return isPresent(node) && !taken.contains(node); };
        const auto others = std::ranges::count_if(participant.candidates, isOther);
        if (others > 0)
            row.report(DiagnosticSeverity::Warning, u"participant-of-several"_s,
                       {{u"text"_s, participant.text}, {u"count"_s, QString::number(others + 1)}}, u"phoi_hop"_s);
    }

    ImportContext &m_context;
    const UnitDirectory &m_units;
    OrgView m_view; ///< of the day of the rows
    PostsByTitle m_posts;
    std::unordered_set<PostId> m_present;            ///< of the file, or drawn on its day
    std::map<RowKey, int> m_added;                   ///< duties of the file so far, by post
    std::unordered_set<DutyId> m_matched;            ///< those of the document that rows spoke of
    std::set<std::pair<PostId, QString>> m_answered; ///< folded texts of the file so far, by post
};

/// Can a row speak of what holds in a time? Of what goes on, or holds on the file's day; where the file has none, on
/// the document's.
bool canSpeakOf(const ImportContext &context, const Period &time)
{
    const bool hasNoDay = context.day.isEmpty() && context.base.info().asOf.isEmpty();
    return context.speaksOf(time) || hasNoDay || time.contains(context.dayOfRows());
}

/// The function of a unit that a row with this text speaks of: that of the file's day, else one that goes on; none that
/// a row spoke of before. Null where the unit has none.
const Function *knownFunction(const ImportContext &context, UnitId unit, const QString &text,
                              const std::unordered_set<FunctionId> &matched)
{
    const QString folded = nameFold(text);
    const auto rank = [&context](const Function &function) {
        const bool holds = function.period.contains(context.dayOfRows());
        return std::tuple(!holds, !function.period.to.isEmpty(), function.order);
    };
    const Function *found = nullptr;
    for (const Function *known : context.base.naming<Function>(keyOf(NodeRef(unit)))) {
        if (known->unit == unit && canSpeakOf(context, known->period) && !matched.contains(known->id) &&
            nameFold(known->text) == folded && (found == nullptr || rank(*known) < rank(*found)))
            found = known;
    }
    return found;
}

} // namespace

void importFunctions(ImportContext &context, const SheetRows &sheet, const UnitDirectory &units)
{
    std::map<RowKey, int> added;
    std::unordered_set<FunctionId> matched;
    for (const SheetRow &sheetRow : sheet.rows) {
        RowReader row(sheet, sheetRow);
        const UnitId unit = units.read(row, kOwnerColumn);
        const QString text = readContent(row);
        if (row.worst() != DiagnosticSeverity::Error) {
            Function function;
            if (const Function *known = knownFunction(context, unit, text, matched))
                function = *known;
            else
                function = {context.ids.make<FunctionId>(),
                            unit,
                            rankBehind<Function>(context, keyOf(NodeRef(unit)), added),
                            text,
                            {},
                            {},
                            {}};
            matched.insert(function.id);
            if (row.speaksOf(u"can_cu"_s))
                function.source = row.text(u"can_cu"_s);
            context.builder.put(std::move(function));
        }
        context.finish(row);
    }
}

void importDuties(ImportContext &context, const SheetRows &sheet, const UnitDirectory &units)
{
    DutyImport duties(context, units);
    for (const SheetRow &sheetRow : sheet.rows) {
        RowReader row(sheet, sheetRow);
        duties.take(row);
        context.finish(row);
    }
}

QString participantText(const OrgView &view, NodeRef node)
{
    const int place = view.indexOf(node);
    if (place < 0)
        return {};
    if (node.isUnit())
        return view.units()[uz(place)].code;
    const ViewPost &post = view.posts()[uz(place)];
    return post.unit < 0 ? QString() : view.units()[uz(post.unit)].code + u" / "_s + post.state.title;
}

} // namespace bomay
