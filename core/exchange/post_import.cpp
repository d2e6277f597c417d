// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/post_import.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/person_directory.h"
#include "core/exchange/understanding.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Words that officers write for a seat nobody holds.
bool meansVacant(const QString &name)
{
    constexpr std::array kWords{u"khuyet", u"trong", u"chua bo tri", u"chua co", u"-", u"vacant", u"n/d"};
    const QString key = templateKey(name);
    return std::ranges::any_of(kWords, [&key](const char16_t *word) { return key == QStringView(word); });
}

class PostImport
{
public:
    PostImport(ImportContext &context, const SheetRows &sheet, const UnitDirectory &units)
        : m_context(context)
        , m_sheet(sheet)
        , m_units(units)
        , m_persons(context, units)
    {
        for (const Post &post : context.base.posts()) {
            const auto unit =
                context.base.graph().parentOn(post.id, RelationType::BelongsTo, post.states.back().period.firstDay());
            if (unit)
                m_known[keyOfPost(unit->unit(), post.states.back())].push_back(post.id);
        }
        for (const Appointment &appointment : context.base.appointments())
            m_appointments[appointment.post].push_back(appointment);
    }

    void run()
    {
        for (const SheetRow &sheetRow : m_sheet.rows) {
            RowReader row(m_sheet, sheetRow);
            importRow(row);
            m_context.finish(row);
        }
        reportTierGaps();
        m_context.report.people = m_persons.count();
    }

private:
    using PostKey = std::tuple<UnitId, QString, int>;

    static PostKey keyOfPost(UnitId unit, const PostState &state) { return {unit, nameFold(state.title), state.tier}; }

    void importRow(RowReader &row)
    {
        const UnitId unit = readUnit(row);
        PostState state = readState(row, m_units.describe(unit).kind);
        const HolderFacts holder = readHolder(row, unit);
        const QString decision = row.text(u"so_quyet_dinh"_s);
        const Period term = row.period(u"bo_nhiem_tu"_s, u"bo_nhiem_den"_s);
        std::vector<UnitId> overseen = readOverseen(row);
        if (state.seats > 1 && !holder.name.isEmpty())
            row.report(DiagnosticSeverity::Asked, u"seats-with-name"_s,
                       {{u"seats"_s, QString::number(state.seats)}, {u"name"_s, holder.name}}, u"so_luong"_s);
        if (row.worst() == DiagnosticSeverity::Error)
            return;

        state.order = ++m_ranks[unit];
        state.custom = row.custom();
        const PostId id = putPost(unit, state);
        if (!holder.name.isEmpty())
            putAppointment(row, id, holder, term, decision);
        for (const UnitId other : overseen)
            m_context.putRelation(RelationType::Oversees, id, other, {});
        if (state.role == PostRole::Deputy) {
            const auto [position, isNew] = m_deputiesOfUnit.try_emplace(unit, m_deputies.size());
            if (isNew)
                m_deputies.emplace_back();
            m_deputies[position->second].tiers.insert(state.tier);
            m_deputies[position->second].place = row.place(u"bac_pho"_s);
        }
    }

    UnitId readUnit(RowReader &row)
    {
        const QString code = row.name(u"ma_don_vi"_s);
        const UnitId unit = code.isEmpty() ? UnitId{} : m_units.find(code);
        if (code.isEmpty())
            row.report(DiagnosticSeverity::Error, u"missing-code"_s, {}, u"ma_don_vi"_s);
        else if (unit.isNull())
            row.report(DiagnosticSeverity::Error, u"unknown-unit"_s,
                       {{u"code"_s, code}, {u"near"_s, nearMisses(code, m_units.codes())}}, u"ma_don_vi"_s);
        return unit;
    }

    PostState readState(RowReader &row, UnitKind unitKind)
    {
        PostState state;
        state.title = row.name(u"chuc_danh"_s);
        if (state.title.isEmpty())
            row.report(DiagnosticSeverity::Error, u"missing-name"_s, {}, u"chuc_danh"_s);
        const auto role = row.term<PostRole>(u"vai_tro"_s, u"unknown-role"_s);
        state.role = role.value_or(roleFromTitle(state.title, unitKind));
        if (!role && state.role == PostRole::Unknown && !state.title.isEmpty())
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
        state.seats = std::max(1, seats.value_or(1));
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

    std::vector<UnitId> readOverseen(RowReader &row)
    {
        std::vector<UnitId> units;
        for (const QString &code : row.list(u"phu_trach"_s)) {
            if (const UnitId unit = m_units.find(code); !unit.isNull())
                units.push_back(unit);
            else
                row.keepUnread(u"phu_trach"_s, u"unknown-unit"_s,
                               {{u"code"_s, code}, {u"near"_s, nearMisses(code, m_units.codes())}});
        }
        return units;
    }

    PostId putPost(UnitId unit, const PostState &state)
    {
        const PostKey key = keyOfPost(unit, state);
        const int nth = m_seen[key]++;
        const auto known = m_known.find(key);
        ++m_context.report.posts;
        if (known != m_known.end() && nth < sizeOf(known->second)) {
            Post post = *m_context.base.find(known->second[uz(nth)]);
            post.states = {state};
            m_context.builder.put(post);
            return post.id;
        }
        const Post post{m_context.ids.make<PostId>(), {}, {state}};
        m_context.builder.put(post);
        m_context.builder.put(
            Relation{m_context.ids.make<RelationId>(), RelationType::BelongsTo, post.id, unit, Period{}});
        return post.id;
    }

    void putAppointment(RowReader &row, PostId post, const HolderFacts &holder, const Period &term,
                        const QString &decision)
    {
        const PersonId person = m_persons.resolve(holder);
        if (m_persons.lastWasPossibleDuplicate())
            row.report(DiagnosticSeverity::Info, u"possible-duplicate"_s, {{u"name"_s, holder.name}}, u"ho_ten"_s);
        AppointmentId id;
        for (const Appointment &known : m_appointments[post])
            if (known.person == person && known.period == term)
                id = known.id;
        if (id.isNull())
            id = m_context.ids.make<AppointmentId>();
        m_context.builder.put(Appointment{id, post, person, holder.kind, term, decision});
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
    PersonDirectory m_persons;
    std::map<PostKey, std::vector<PostId>> m_known;
    std::map<PostKey, int> m_seen;
    std::unordered_map<UnitId, int> m_ranks;
    std::unordered_map<PostId, std::vector<Appointment>> m_appointments;
    std::vector<Deputies> m_deputies; ///< in the order in which their units come first
    std::unordered_map<UnitId, std::size_t> m_deputiesOfUnit;
};

} // namespace

void importPosts(ImportContext &context, const SheetRows &sheet, const UnitDirectory &units)
{
    PostImport(context, sheet, units).run();
}

} // namespace bomay
