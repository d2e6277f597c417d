// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/state_merge.h"

#include "core/base/numbers.h"
#include "core/base/text_view.h"
#include "core/exchange/mapped_rows.h"

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Keeps the known values of the fields whose columns a row does not have.
template <typename State>
class Keeper
{
public:
    Keeper(State &state, const State &known, const RowReader &row)
        : m_state(state)
        , m_known(known)
        , m_row(row)
    {}

    template <typename Field>
    Keeper &keep(std::u16string_view column, Field State::*field)
    {
        if (!m_row.speaksOf(column))
            m_state.*field = m_known.*field;
        return *this;
    }

private:
    State &m_state;
    const State &m_known;
    const RowReader &m_row;
};

CustomFields merged(CustomFields known, const CustomFields &own)
{
    known.insert(own);
    return known;
}

Day dayBefore(Day day)
{
    return {day.julian - 1};
}

Day dayBehind(Day day)
{
    return {day.julian + 1};
}

template <typename State>
bool differOnlyInDates(State one, const State &other)
{
    one.period = other.period;
    return one == other;
}

/// What the row says, in the place of a state that the document has.
template <typename State>
State putRight(const State &said, const State &known, const RowReader &row)
{
    State state = said;
    keepUnsaid(state, known, row);
    return state;
}

/// The row's own time, cut where what it says nothing of changes meanwhile. `met` are the states of that time, by time.
template <typename State>
std::vector<State> statesWithin(const std::vector<State> &met, const State &said, const RowReader &row)
{
    std::vector<State> within;
    for (const State &known : met) {
        State state = putRight(said, known, row);
        if (!within.empty() && differOnlyInDates(state, within.back()))
            continue;
        if (!within.empty()) {
            within.back().period.to = PartialDate::fromDay(dayBefore(known.period.firstDay()));
            state.period.from = known.period.from;
        }
        within.push_back(std::move(state));
    }
    return within;
}

/// Of a time of which the document has nothing: what the row says nothing of is as it was before, else as it is later.
template <typename State>
const State &nearest(const std::vector<State> &known, const Period &period)
{
    const auto isBefore = [&period](const State &state) { return state.period.lastDay() < period.firstDay(); };
    const auto later = std::ranges::find_if_not(known, isBefore);
    return later == known.begin() ? known.front() : *(later - 1);
}

template <typename State>
DatedStates<State> mergedWith(std::vector<State> known, const State &said, const RowReader &row)
{
    const Period time = said.period;
    std::vector<State> met;
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i].period == time) {
            known[i] = putRight(said, known[i], row);
            return {std::move(known), i, StateFit::Matched, time, 1};
        }
        if (known[i].period.overlaps(time))
            met.push_back(known[i]);
    }
    DatedStates<State> merged{{}, 0, StateFit::Beside, {}, sizeOf(met)};
    std::vector<State> own =
        met.empty() ? std::vector{putRight(said, nearest(known, time), row)} : statesWithin(met, said, row);
    const Outside rest = met.size() == 1 ? outsideOf(met.front().period, time) : Outside{};
    const bool isRedated =
        met.size() == 1 && ((!rest.before && !rest.behind) || differOnlyInDates(own.front(), met.front()));
    if (met.size() == 1) {
        merged.fit = isRedated ? StateFit::Redated : rest.behind ? StateFit::Within : StateFit::FromThen;
        merged.before = met.front().period;
    } else if (met.size() > 1) {
        merged.fit = StateFit::Several;
    }
    for (State &state : known) {
        if (!state.period.overlaps(time)) {
            merged.states.push_back(std::move(state));
            continue;
        }
        const Outside outside = isRedated ? Outside{} : outsideOf(state.period, time);
        for (const std::optional<Period> &part : {outside.before, outside.behind})
            if (part) {
                merged.states.push_back(state);
                merged.states.back().period = *part;
            }
    }
    const Day last = own.back().period.firstDay();
    std::ranges::move(own, std::back_inserter(merged.states));
    const auto firstDay = [](const State &state) { return state.period.firstDay(); };
    std::ranges::sort(merged.states, {}, firstDay);
    merged.own = uz(static_cast<int>(std::ranges::find(merged.states, last, firstDay) - merged.states.begin()));
    return merged;
}

QString textOf(const Period &period, QString (PartialDate::*dateText)() const)
{
    const auto end = [dateText](const PartialDate &date) { return date.isEmpty() ? u"…"_s : (date.*dateText)(); };
    return end(period.from) + u" – "_s + end(period.to);
}

} // namespace

Outside outsideOf(const Period &whole, const Period &part)
{
    Outside outside;
    if (whole.firstDay() < part.firstDay())
        outside.before = Period{whole.from, PartialDate::fromDay(dayBefore(part.firstDay()))};
    if (part.lastDay() < whole.lastDay())
        outside.behind = Period{PartialDate::fromDay(dayBehind(part.lastDay())), whole.to};
    return outside;
}

DatedStates<LocalityState> withDatedRow(std::vector<LocalityState> known, const LocalityState &said,
                                        const RowReader &row)
{
    return mergedWith(std::move(known), said, row);
}

DatedStates<UnitState> withDatedRow(std::vector<UnitState> known, const UnitState &said, const RowReader &row)
{
    return mergedWith(std::move(known), said, row);
}

DatedStates<PostState> withDatedRow(std::vector<PostState> known, const PostState &said, const RowReader &row)
{
    return mergedWith(std::move(known), said, row);
}

void tellFit(RowReader &row, StateFit fit, const Period &said, const Period &before, int met)
{
    MessageArgs args{{u"count"_s, QString::number(met)},
                     {u"date"_s, said.from.toVietnamese()},
                     {u"iso"_s, said.from.toIso()},
                     {u"period_date"_s, textOf(said, &PartialDate::toVietnamese)},
                     {u"period_iso"_s, textOf(said, &PartialDate::toIso)},
                     {u"before_date"_s, textOf(before, &PartialDate::toVietnamese)},
                     {u"before_iso"_s, textOf(before, &PartialDate::toIso)}};
    switch (fit) {
    case StateFit::Matched:
    case StateFit::Beside:
        break;
    case StateFit::Redated:
        row.report(DiagnosticSeverity::Info, u"state-redated"_s, std::move(args), u"tu_ngay"_s);
        break;
    case StateFit::FromThen:
        row.report(DiagnosticSeverity::Info, u"state-from-then"_s, std::move(args), u"tu_ngay"_s);
        break;
    case StateFit::Within:
        row.report(DiagnosticSeverity::Asked, u"state-within"_s, std::move(args), u"den_ngay"_s);
        break;
    case StateFit::Several:
        row.report(DiagnosticSeverity::Asked, u"states-met"_s, std::move(args), u"tu_ngay"_s);
        break;
    }
}

void keepUnsaid(LocalityState &state, const LocalityState &known, const RowReader &row)
{
    Keeper<LocalityState>(state, known, row)
        .keep(u"loai", &LocalityState::type)
        .keep(u"ma_cap_tren", &LocalityState::parent)
        .keep(u"phan_loai", &LocalityState::localityClass)
        .keep(u"dan_so", &LocalityState::population)
        .keep(u"dan_so_dtts", &LocalityState::minorityPopulation)
        .keep(u"hai_dao", &LocalityState::island);
    if (state.period == Period{})
        state.period = known.period;
    state.custom = merged(known.custom, state.custom);
}

void keepUnsaid(UnitState &state, const UnitState &known, const RowReader &row)
{
    Keeper<UnitState>(state, known, row)
        .keep(u"ten_viet_tat", &UnitState::shortName)
        .keep(u"ma_dinh_danh", &UnitState::electronicId)
        .keep(u"khoi", &UnitState::block)
        .keep(u"ma_dia_ban", &UnitState::locality)
        .keep(u"thu_tu", &UnitState::order)
        .keep(u"bien_che_giao", &UnitState::staffAllotted)
        .keep(u"bien_che_co_mat", &UnitState::staffFilled)
        .keep(u"cap_pho_giao", &UnitState::deputiesAllotted)
        .keep(u"tu_chu", &UnitState::autonomy)
        .keep(u"ngay_sap_xep", &UnitState::reorganisedOn)
        .keep(u"hinh_thuc_sap_xep", &UnitState::reorganisation)
        .keep(u"co_ban_thiet_yeu", &UnitState::essentialService)
        .keep(u"can_cu", &UnitState::legalBasis)
        .keep(u"dia_chi", &UnitState::address)
        .keep(u"dien_thoai", &UnitState::phone)
        .keep(u"email", &UnitState::mail)
        .keep(u"chuc_nang", &UnitState::function)
        .keep(u"ghi_chu", &UnitState::note);
    if (!row.speaksOf(u"loai") && known.kind != UnitKind::Unknown)
        state.kind = known.kind;
    // No column gives the document that allots.
    state.allotmentBasis = known.allotmentBasis;
    if (state.period == Period{})
        state.period = known.period;
    state.custom = merged(known.custom, state.custom);
}

void keepUnsaid(PostState &state, const PostState &known, const RowReader &row)
{
    Keeper<PostState>(state, known, row)
        .keep(u"vai_tro", &PostState::role)
        .keep(u"bac_pho", &PostState::tier)
        .keep(u"thuong_truc", &PostState::standing)
        .keep(u"so_luong", &PostState::seats)
        .keep(mapped::kFte, &PostState::fte)
        .keep(u"chuyen_trach", &PostState::fullTime)
        .keep(u"linh_vuc", &PostState::fields)
        .keep(u"vi_tri_viec_lam", &PostState::position)
        .keep(u"ngach", &PostState::grade)
        .keep(u"ghi_chu", &PostState::note);
    state.order = known.order;
    state.surplus = known.surplus;
    state.surplusUntil = known.surplusUntil;
    if (state.period == Period{})
        state.period = known.period;
    state.custom = merged(known.custom, state.custom);
}

} // namespace bomay
