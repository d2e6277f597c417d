// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/duty_import.h"

#include "core/base/vietnamese_text.h"
#include "core/exchange/state_merge.h"

#include <algorithm>
#include <set>

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
        , m_posts(context.postsByTitle)
    {
        for (const Post &post : context.base.posts())
            if (const Relation *place = context.relationUp(RelationType::BelongsTo, post.id)) {
                std::vector<PostId> &known =
                    m_posts[{place->to.unit(), nameFold(post.states[stateOn(post.states, context.day)].title)}];
                if (std::ranges::find(known, post.id) == known.end())
                    known.push_back(post.id);
            }
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
        const std::vector<NodeRef> participants = readParticipants(row);
        if (row.worst() == DiagnosticSeverity::Error)
            return;
        Duty duty = dutyOf(posts, text);
        if (row.speaksOf(u"thoi_han"_s))
            duty.deadline = deadline;
        if (row.speaksOf(u"san_pham"_s))
            duty.product = row.text(u"san_pham"_s);
        duty.state = state.value_or(duty.state);
        if (row.speaksOf(u"phoi_hop"_s))
            putParticipants(duty.id, participants, row.worst() == DiagnosticSeverity::Asked);
        m_context.builder.put(std::move(duty));
    }

private:
    [[nodiscard]] std::vector<PostId> postsOf(UnitId unit, const QString &title) const
    {
        const auto found = m_posts.find({unit, nameFold(title)});
        return found == m_posts.end() ? std::vector<PostId>() : found->second;
    }

    /// The duty of one of the posts that has this text, or a new one of the first.
    Duty dutyOf(const std::vector<PostId> &posts, const QString &text)
    {
        for (const PostId post : posts)
            for (const Duty *known : m_context.base.naming<Duty>(keyOf(NodeRef(post))))
                if (known->accountable == post && nameFold(known->text) == nameFold(text))
                    return *known;
        Duty duty;
        duty.id = m_context.ids.make<DutyId>();
        duty.accountable = posts.front();
        duty.order = rankBehind<Duty>(m_context, keyOf(NodeRef(posts.front())), m_added);
        duty.text = text;
        return duty;
    }

    std::vector<NodeRef> readParticipants(RowReader &row)
    {
        std::vector<NodeRef> nodes;
        for (const QString &entry : row.list(u"phoi_hop"_s)) {
            const qsizetype slash = entry.lastIndexOf(u'/');
            if (const UnitId whole = m_units.find(entry); !whole.isNull()) {
                nodes.emplace_back(whole);
                continue;
            }
            const UnitId unit = slash < 0 ? UnitId{} : m_units.find(tidyName(entry.first(slash)));
            const auto posts = unit.isNull() ? std::vector<PostId>() : postsOf(unit, tidyName(entry.sliced(slash + 1)));
            if (posts.empty())
                row.keepUnread(u"phoi_hop"_s, u"unknown-unit"_s,
                               {{u"code"_s, entry}, {u"near"_s, m_units.nearMisses(entry)}});
            else
                nodes.emplace_back(posts.front());
        }
        return nodes;
    }

    /// Those that a file no longer names go, unless it could not be read who it names.
    void putParticipants(DutyId duty, const std::vector<NodeRef> &nodes, bool isUnclear)
    {
        std::set<NodeRef> known;
        for (const DutyParticipant *participant : m_context.base.naming<DutyParticipant>({RowKind::Duty, duty.uid})) {
            known.insert(participant->node);
            if (!isUnclear && std::ranges::find(nodes, participant->node) == nodes.end())
                m_context.builder.remove(keyOf(participant->id));
        }
        for (const NodeRef node : nodes)
            if (known.insert(node).second)
                m_context.builder.put(
                    DutyParticipant{m_context.ids.make<DutyParticipantId>(), duty, node, u"Phối hợp"_s});
    }

    ImportContext &m_context;
    const UnitDirectory &m_units;
    PostsByTitle m_posts;
    std::map<RowKey, int> m_added; ///< duties of the file so far, by post
};

} // namespace

void importFunctions(ImportContext &context, const SheetRows &sheet, const UnitDirectory &units)
{
    std::map<RowKey, int> added;
    for (const SheetRow &sheetRow : sheet.rows) {
        RowReader row(sheet, sheetRow);
        const UnitId unit = units.read(row, kOwnerColumn);
        const QString text = readContent(row);
        if (row.worst() != DiagnosticSeverity::Error) {
            Function function;
            for (const Function *known : context.base.naming<Function>(keyOf(NodeRef(unit))))
                if (known->unit == unit && nameFold(known->text) == nameFold(text) && context.speaksOf(known->period))
                    function = *known;
            if (function.id.isNull())
                function = {context.ids.make<FunctionId>(),
                            unit,
                            rankBehind<Function>(context, keyOf(NodeRef(unit)), added),
                            text,
                            {},
                            {},
                            {}};
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

QString participantText(const QString &unitCode, const QString &title)
{
    return unitCode + u" / "_s + title;
}

} // namespace bomay
