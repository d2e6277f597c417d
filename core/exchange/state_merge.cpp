// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/state_merge.h"

#include "core/base/text_view.h"
#include "core/exchange/mapped_rows.h"

namespace bomay {

namespace {

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

} // namespace

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
