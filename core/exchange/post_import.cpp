// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/post_import.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/holder_import.h"
#include "core/exchange/mapped_rows.h"
#include "core/exchange/overseen_import.h"
#include "core/exchange/place_history.h"
#include "core/exchange/post_directory.h"
#include "core/exchange/state_merge.h"
#include "core/exchange/understanding.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr QStringView kUnitColumn = u"ma_don_vi";

/// Words that officers write for a seat nobody holds.
bool meansVacant(const QString &name)
{
    constexpr std::array kWords{u"khuyet", u"trong",  u"chua bo tri", u"chua co",
                                u"-",      u"vacant", u"n/d",         u"eliminated"};
    QString bare = name;
    const QString key = templateKey(bare.remove(u'\'').remove(u'"'));
    return std::ranges::any_of(kWords, [&key](const char16_t *word) { return key == QStringView(word); });
}

class PostImport
{
public:
    PostImport(ImportContext &context, const SheetRows &sheet, const UnitDirectory &units)
        : m_context(context)
        , m_sheet(sheet)
        , m_units(units)
        , m_known(context)
        , m_holders(context, units)
        , m_overseen(context, units)
    {}

    void run()
    {
        linkRows();
        for (const RowKind kind : {RowKind::Post, RowKind::Person, RowKind::Appointment, RowKind::Relation})
            m_context.builder.expect(kind, m_sheet.rows.size());
        for (m_row = 0; m_row < m_sheet.rows.size(); ++m_row) {
            RowReader row(m_sheet, m_sheet.rows[m_row]);
            importRow(row);
            m_context.finish(row);
        }
        putSuperiors();
        m_holders.removeFormer();
        m_overseen.removeFormer();
        reportTierGaps();
        m_context.report.people += m_holders.persons();
    }

private:
    /// What the rows of one post come to.
    struct Shares
    {
        int seats = 0;
        std::optional<double> fte;
        std::size_t state = 0; ///< of the post that the rows speak of
    };

    /// Where posts have codes, each names the one it reports to.
    void linkRows()
    {
        std::vector<ParentClaim> claims;
        bool hasAny = false;
        for (const SheetRow &row : m_sheet.rows) {
            const auto text = [&row](QStringView column) {
                const Cell *cell = row.cells.value(column);
                return cell == nullptr ? QString() : tidyName(cell->text);
            };
            claims.push_back({text(mapped::kPostCode), text(mapped::kSuperior)});
            hasAny = hasAny || !claims.back().code.isEmpty() || !claims.back().parent.isEmpty();
        }
        m_postOfRow.resize(claims.size());
        if (!hasAny) {
            m_links.links.resize(claims.size());
            return;
        }
        const QSet<QString> known = m_known.codes();
        m_links = linkParents(claims, m_context.codeMatch, known);
        ImportReport &report = m_context.report;
        report.orphans += m_links.orphans;
        report.selfReferences += m_links.selfReferences;
        report.cycles += m_links.cycles;
        report.duplicates += m_links.repeated;
        m_context.rowTree = RowTree{m_links.roots, m_links.maxDepth, 0};
        if (m_context.codeMatch == CodeMatch::Exact && m_links.orphans > 0)
            tellLooseMatches(linkParents(claims, CodeMatch::Loose, known));
    }

    /// Parents that differ from codes only by case, zeros or marks: what would come of taking them for the same.
    void tellLooseMatches(const ParentLinks &loose)
    {
        if (loose.orphans < m_links.orphans)
            m_context.report.diagnostics.push_back({DiagnosticSeverity::Warning,
                                                    {u"codes-nearly-equal"_s,
                                                     {{u"count"_s, QString::number(m_links.orphans - loose.orphans)},
                                                      {u"orphans"_s, QString::number(loose.orphans)},
                                                      {u"depth"_s, QString::number(loose.maxDepth)},
                                                      {u"repeated"_s, QString::number(loose.repeated)}}},
                                                    {m_sheet.place(m_sheet.rows.front()).file}});
    }

    void importRow(RowReader &row)
    {
        const ParentLink &link = m_links.links[m_row];
        if (!row.text(mapped::kPostCode).isEmpty() && !hasHolder(row))
            ++m_context.rowTree->vacant;
        if (link.state == ParentLink::State::Repeated && !m_postOfRow[uz(link.first)].isNull()) {
            addShare(row, m_postOfRow[uz(link.first)]);
            return;
        }
        const UnitId unit = m_units.read(row, kUnitColumn);
        PostState state = readState(row, m_units.describe(unit).kind);
        const HolderFacts holder = readHolder(row, unit);
        const QString decision = row.text(u"so_quyet_dinh"_s);
        const Period term = row.period(u"bo_nhiem_tu"_s, u"bo_nhiem_den"_s);
        const OverseenImport::Overseen overseen = m_overseen.read(row);
        if (state.seats > 1 && !holder.name.isEmpty())
            row.report(DiagnosticSeverity::Asked, u"seats-with-name"_s,
                       {{u"seats"_s, QString::number(state.seats)}, {u"name"_s, holder.name}}, u"so_luong"_s);
        if (row.worst() == DiagnosticSeverity::Error)
            return;

        state.order = ++m_ranks[unit];
        stage(row, link);
        state.custom = row.custom();
        const PostRole role = state.role;
        const int tier = state.tier;
        const QString title = state.title;
        const Period time = state.period;
        const PostId id = putPost(row, unit, std::move(state));
        m_postOfRow[m_row] = id;
        if (m_sheet.rows[m_row].file == nullptr)
            m_context.postsByTitle[{unit, nameFold(title)}].push_back(id);
        if (!holder.name.isEmpty())
            m_holders.put(row, id, holder, term == Period{} && !isOfNow(time) ? time : term, decision);
        m_overseen.put(row, id, overseen, isOfNow(time) ? Period{} : time);
        if (role == PostRole::Deputy) {
            const auto [position, isNew] = m_deputiesOfUnit.try_emplace(unit, m_deputies.size());
            if (isNew)
                m_deputies.emplace_back();
            m_deputies[position->second].tiers.insert(tier);
            m_deputies[position->second].place = row.place(u"bac_pho"_s);
        }
    }

    /// Does a row of such a time say who holds the post, and what is overseen, on the day of the file?
    [[nodiscard]] bool isOfNow(const Period &time) const { return m_context.speaksOf(time) || m_context.isOnDay(time); }

    static bool hasHolder(const RowReader &row)
    {
        const QString name = row.name(u"ho_ten"_s);
        return !name.isEmpty() && !meansVacant(name);
    }

    /// A further row of a post that is there: it is shared, or changes hands. Seats and equivalents are what the rows
    /// of this file come to, whatever the document had: else they would grow with every import.
    void addShare(RowReader &row, PostId id)
    {
        row.report(DiagnosticSeverity::Info, u"post-shared"_s, {{u"code"_s, row.name(mapped::kPostCode)}},
                   mapped::kPostCode);
        Shares &shares = m_shares[id];
        ++shares.seats;
        if (const auto fte = row.decimal(mapped::kFte))
            shares.fte = shares.fte.value_or(0) + *fte;
        Post post = *m_context.builder.find(id);
        PostState &state = post.states[shares.state];
        state.seats = shares.seats;
        if (shares.fte)
            state.fte = shares.fte;
        m_context.builder.put(post);
        const HolderFacts holder = readHolder(row, m_units.read(row, kUnitColumn));
        if (!holder.name.isEmpty())
            m_holders.put(row, id, holder, row.period(u"bo_nhiem_tu"_s, u"bo_nhiem_den"_s),
                          row.text(u"so_quyet_dinh"_s));
    }

    /// Asks about a post whose superior is not to be found; it keeps what it named.
    static void stage(RowReader &row, const ParentLink &link)
    {
        constexpr QStringView column = mapped::kSuperior;
        const QString given = row.name(column);
        if (link.state == ParentLink::State::Unknown)
            row.report(DiagnosticSeverity::Asked, u"unknown-superior"_s, {{u"code"_s, given}}, column);
        else if (link.state == ParentLink::State::Self)
            row.report(DiagnosticSeverity::Asked, u"self-superior"_s, {{u"code"_s, given}}, column);
        else if (link.state == ParentLink::State::Cut)
            row.report(DiagnosticSeverity::Asked, u"superior-loop"_s, {{u"code"_s, given}}, column);
    }

    /// What a title says by itself.
    struct TitleMeaning
    {
        PostRole role = PostRole::Unknown;
        QStringList readings;
    };

    /// Long lists have the same few titles on row after row.
    const TitleMeaning &meaningOf(const QString &title, UnitKind unitKind)
    {
        const auto [found, isNew] = m_titles.try_emplace({title, unitKind});
        if (isNew)
            found->second = {roleFromTitle(title, unitKind), readingsOfTitle(title)};
        return found->second;
    }

    PostState readState(RowReader &row, UnitKind unitKind)
    {
        PostState state;
        state.title = row.name(u"chuc_danh"_s);
        const QString code = row.name(mapped::kPostCode);
        if (state.title.isEmpty() && !code.isEmpty()) {
            state.title = code;
            row.report(DiagnosticSeverity::Warning, u"title-from-code"_s, {{u"code"_s, code}}, u"chuc_danh"_s);
        }
        if (state.title.isEmpty())
            row.report(DiagnosticSeverity::Error, u"missing-name"_s, {}, u"chuc_danh"_s);
        const auto role = row.term<PostRole>(u"vai_tro"_s, u"unknown-role"_s);
        const TitleMeaning &meaning = meaningOf(state.title, unitKind);
        if (const QStringList &readings = meaning.readings; !role && !readings.isEmpty())
            row.report(DiagnosticSeverity::Asked, u"title-ambiguous"_s,
                       {{u"title"_s, state.title}, {u"readings"_s, readings.join(u", "_s)}}, u"chuc_danh"_s);
        state.role = role.value_or(meaning.role);
        if (!role && state.role == PostRole::Unknown && !state.title.isEmpty() && row.asksRole())
            row.report(DiagnosticSeverity::Asked, u"role-not-derived"_s, {{u"title"_s, state.title}}, u"vai_tro"_s);
        const auto tier = row.number(u"bac_pho"_s);
        if (state.role == PostRole::Deputy)
            state.tier = std::max(1, tier.value_or(1));
        else if (tier)
            row.report(DiagnosticSeverity::Warning, u"tier-without-deputy"_s, {{u"title"_s, state.title}},
                       u"bac_pho"_s);
        state.standing = row.tick(u"thuong_truc"_s).value_or(false);
        const auto seats = row.number(u"so_luong"_s);
        // A guessed number of deputies could break a limit, or keep one: such a row waits until it says how many.
        if (!row.text(u"so_luong"_s).isEmpty() && seats.value_or(0) == 0)
            row.report(DiagnosticSeverity::Error, u"bad-number"_s, {{u"value"_s, row.text(u"so_luong"_s)}},
                       u"so_luong"_s);
        state.fte = row.decimal(mapped::kFte);
        // A group that is counted in full-time equivalents is at least as many persons.
        const bool isGroup = state.fte && code.isEmpty();
        state.seats = std::max(1, seats.value_or(isGroup ? static_cast<int>(std::ceil(*state.fte)) : 1));
        state.fullTime = row.tick(u"chuyen_trach"_s);
        state.fields = row.text(u"linh_vuc"_s);
        state.position = row.text(u"vi_tri_viec_lam"_s);
        state.grade = row.text(u"ngach"_s);
        state.note = row.text(u"ghi_chu"_s);
        state.period = row.period(u"tu_ngay"_s, u"den_ngay"_s);
        return state;
    }

    HolderFacts readHolder(RowReader &row, UnitId unit)
    {
        HolderFacts facts{row.name(u"ho_ten"_s), row.name(u"ma_nguoi"_s), row.date(u"ngay_sinh"_s), unit,
                          row.term<AppointmentKind>(u"hinh_thuc"_s, u"unknown-kind"_s).value_or(AppointmentKind::Full)};
        if (!facts.name.isEmpty() && meansVacant(facts.name)) {
            row.report(DiagnosticSeverity::Info, u"holder-is-vacant"_s, {{u"value"_s, facts.name}}, u"ho_ten"_s);
            facts.name.clear();
        }
        return facts;
    }

    PostId putPost(RowReader &row, UnitId unit, PostState state)
    {
        const QString code = row.name(mapped::kPostCode);
        // Where nothing is said of tiers, the one of the document stays.
        const bool saysTier = row.speaksOf(u"vai_tro"_s) || row.speaksOf(u"bac_pho"_s);
        const Period time = state.period;
        const PostId id = code.isEmpty()
                              ? m_known.take(unit, state.title, saysTier ? std::optional(state.tier) : std::nullopt,
                                             state.seats, time)
                              : m_known.withCode(code);
        if (const auto shared = m_shares.find(id); !id.isNull() && shared != m_shares.end())
            return addSeats(row, *shared, state.seats);
        ++m_context.report.posts;
        Shares shares{state.seats, state.fte};
        Post post{id, code, {}};
        if (id.isNull()) {
            post.id = m_context.ids.make<PostId>();
            post.states.push_back(std::move(state));
        } else {
            post = *m_context.base.find(id);
            shares.state = putRight(post, std::move(state), row);
            // Who held it once says nothing of who holds it now.
            if (row.speaksOf(u"ho_ten"_s) && isOfNow(time))
                m_holders.speaksOf(id);
        }
        const PostId own = post.id;
        if (!code.isEmpty() || !id.isNull())
            m_shares.insert_or_assign(own, shares);
        m_context.named.push_back(own);
        m_context.builder.put(std::move(post));
        placePost(row, own, unit);
        return own;
    }

    /// What a row with dates met among the states of a post of the document.
    struct DatedFit
    {
        StateFit fit = StateFit::Matched;
        Period said;
        Period before;
        bool isOnlyState = false; ///< the post has no other
    };

    /// Puts a row's state into a post of the document; gives its place among the states.
    std::size_t putRight(Post &post, PostState state, RowReader &row)
    {
        if (const Period time = state.period; time != Period{}) {
            DatedStates<PostState> merged = withDatedRow(std::move(post.states), state, row);
            post.states = std::move(merged.states);
            tellFit(row, merged.fit, time, merged.before, merged.met);
            m_dated.insert_or_assign(post.id, DatedFit{merged.fit, time, merged.before, post.states.size() == 1});
            return merged.own;
        }
        const std::size_t at = stateOn(post.states, m_context.day);
        keepUnsaid(state, post.states[at], row);
        post.states[at] = std::move(state);
        return at;
    }

    /// A further row without a code of a post of several seats: each of its holders has one.
    PostId addSeats(const RowReader &row, std::pair<const PostId, Shares> &shared, int seats)
    {
        shared.second.seats += seats;
        Post post = *m_context.builder.find(shared.first);
        PostState &state = post.states[shared.second.state];
        state.seats = row.speaksOf(u"so_luong"_s) ? shared.second.seats : std::max(state.seats, shared.second.seats);
        m_context.builder.put(post);
        return shared.first;
    }

    /// Puts a post into its unit, or stages it where its superior is unknown.
    void placePost(const RowReader &row, PostId post, UnitId unit)
    {
        using State = ParentLink::State;
        const State state = m_links.links[m_row].state;
        std::optional<StagedReason> reason;
        if (state == State::Unknown)
            reason = StagedReason::UnknownParent;
        else if (state == State::Self)
            reason = StagedReason::SelfParent;
        else if (state == State::Cut)
            reason = StagedReason::Cycle;
        m_context.stage(post, reason, row.name(mapped::kSuperior));
        replaceParent(RelationType::BelongsTo, post, reason ? std::nullopt : std::optional<NodeRef>(unit));
    }

    /// Puts right the relation of a type that leads up from a post where the file speaks of it: where the post stood at
    /// other times is history and stays. One that is right already keeps its id.
    void replaceParent(RelationType type, PostId post, std::optional<NodeRef> parent)
    {
        if (const auto dated = m_dated.find(post); dated != m_dated.end()) {
            replaceParentDuring(type, post, parent, dated->second);
            return;
        }
        const bool isKnown = m_context.base.find(post) != nullptr;
        const Relation *last = isKnown ? m_context.relationUp(type, post) : nullptr;
        if (last != nullptr && last->to == parent)
            return;
        const Period period = last == nullptr ? Period{} : last->period;
        if (last != nullptr)
            m_context.builder.remove(keyOf(last->id));
        if (parent)
            m_context.builder.put(Relation{m_context.ids.make<RelationId>(), type, post, *parent, period});
    }

    void replaceParentDuring(RelationType type, PostId post, std::optional<NodeRef> parent, const DatedFit &dated)
    {
        PlaceHistory places(m_context, type, post);
        if (dated.fit == StateFit::Redated)
            places.redate(dated.before, dated.said);
        if (dated.fit == StateFit::Matched || dated.fit == StateFit::Redated)
            places.correct(dated.isOnlyState ? Period{} : dated.said, parent);
        else
            places.during(dated.said, parent);
        places.finish();
    }

    /// Superiors may come later in the file than those who report to them.
    void putSuperiors()
    {
        for (std::size_t i = 0; i < m_sheet.rows.size(); ++i) {
            const ParentLink &link = m_links.links[i];
            if (m_postOfRow[i].isNull())
                continue;
            PostId superior;
            if (link.state == ParentLink::State::Placed)
                superior = m_postOfRow[uz(link.parent)];
            else if (link.state == ParentLink::State::Outside)
                superior = m_known.named(RowReader(m_sheet, m_sheet.rows[i]).name(mapped::kSuperior));
            if (!superior.isNull())
                replaceParent(RelationType::ReportsTo, m_postOfRow[i], superior);
        }
    }

    /// Tiers of a unit run from 1 without a gap.
    void reportTierGaps()
    {
        for (const Deputies &deputies : m_deputies) {
            int expected = 1;
            for (const int tier : deputies.tiers)
                if (tier != expected++) {
                    m_context.report.diagnostics.push_back(
                        {DiagnosticSeverity::Warning,
                         {u"tier-gap"_s,
                          {{u"missing"_s, QString::number(expected - 1)}, {u"tier"_s, QString::number(tier)}}},
                         deputies.place});
                    break;
                }
        }
    }

    struct Deputies
    {
        std::set<int> tiers;
        Place place;
    };

    ImportContext &m_context;
    const SheetRows &m_sheet;
    const UnitDirectory &m_units;
    PostDirectory m_known;
    HolderImport m_holders;
    OverseenImport m_overseen;
    ParentLinks m_links;
    std::size_t m_row = 0; ///< the one that is read
    std::vector<PostId> m_postOfRow;
    std::unordered_map<UnitId, int> m_ranks;
    std::unordered_map<PostId, Shares> m_shares;  ///< of posts with a code, or of the document
    std::unordered_map<PostId, DatedFit> m_dated; ///< posts of the document that rows with dates speak of
    std::map<std::pair<QString, UnitKind>, TitleMeaning> m_titles;
    std::vector<Deputies> m_deputies; ///< in the order in which their units come first
    std::unordered_map<UnitId, std::size_t> m_deputiesOfUnit;
};

} // namespace

void importPosts(ImportContext &context, const SheetRows &sheet, const UnitDirectory &units)
{
    PostImport(context, sheet, units).run();
}

} // namespace bomay
