// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/template_rows.h"

#include "core/base/numbers.h"
#include "core/exchange/template_spec.h"

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// A sheet of the template that is written row by row.
class RowWriter
{
public:
    explicit RowWriter(SheetId id)
    {
        for (const SheetSpec &spec : templateSheets())
            if (spec.id == id) {
                m_sheet.name = toQString(spec.code);
                for (const ColumnSpec &column : spec.columns) {
                    m_columns.insert(toQString(column.code), sizeOf(m_columns) + 1);
                    m_sheet.cells.push_back({1, sizeOf(m_columns), CellType::Text, toQString(column.code)});
                }
            }
    }

    void begin()
    {
        flush();
        ++m_row;
    }

    void set(const QString &column, const QString &text)
    {
        if (!text.isEmpty())
            m_cells.insert(m_columns.value(column), text);
    }
    void set(const QString &column, std::optional<int> number)
    {
        if (number)
            set(column, QString::number(*number));
    }
    void tick(const QString &column, bool isSet) { set(column, isSet ? u"1"_s : QString()); }
    /// The code of a value that is not the first of its list, which means that nothing is known.
    template <typename Enum>
    void term(const QString &column, Enum value)
    {
        if (value != Enum{})
            set(column, codeOf(value));
    }

    [[nodiscard]] Sheet take()
    {
        flush();
        return std::move(m_sheet);
    }

private:
    void flush()
    {
        for (const auto &[column, text] : m_cells.asKeyValueRange())
            m_sheet.cells.push_back({m_row, column, CellType::Text, text});
        m_cells.clear();
    }

    Sheet m_sheet;
    QHash<QString, int> m_columns;
    QMap<int, QString> m_cells; ///< of the row that is written
    int m_row = 1;
};

void writeUnit(RowWriter &rows, const OrgView &view, int unit)
{
    const ViewUnit &found = view.units()[uz(unit)];
    const UnitState &state = found.state;
    rows.begin();
    rows.set(u"ma"_s, found.code);
    rows.set(u"ten"_s, state.name);
    if (const int parent = view.parentUnit(unit); parent >= 0)
        rows.set(u"ma_cap_tren"_s, view.units()[uz(parent)].code);
    rows.term(u"loai"_s, state.kind);
    if (!state.locality.isNull() && found.locality >= 0)
        rows.set(u"ma_dia_ban"_s, view.localities()[uz(found.locality)].code);
    rows.set(u"thu_tu"_s, state.order);
    rows.set(u"bien_che_giao"_s, state.staffAllotted);
    rows.set(u"bien_che_co_mat"_s, state.staffFilled);
    rows.set(u"cap_pho_giao"_s, state.deputiesAllotted);
    rows.set(u"can_cu"_s, state.legalBasis);
    rows.set(u"ten_viet_tat"_s, state.shortName);
    rows.set(u"ma_dinh_danh"_s, state.electronicId);
    rows.set(u"khoi"_s, state.block);
    rows.term(u"tu_chu"_s, state.autonomy);
    rows.set(u"ngay_sap_xep"_s, state.reorganisedOn.isEmpty() ? QString() : state.reorganisedOn.toIso());
    rows.term(u"hinh_thuc_sap_xep"_s, state.reorganisation);
    rows.tick(u"co_ban_thiet_yeu"_s, state.essentialService);
    rows.set(u"dia_chi"_s, state.address);
    rows.set(u"dien_thoai"_s, state.phone);
    rows.set(u"email"_s, state.mail);
    rows.set(u"chuc_nang"_s, state.function);
    rows.set(u"ghi_chu"_s, state.note);
}

/// `seats` of a post; a row with a holder has one.
void writeSeats(RowWriter &rows, const QString &unitCode, const PostState &state, int seats)
{
    rows.begin();
    rows.set(u"ma_don_vi"_s, unitCode);
    rows.set(u"chuc_danh"_s, state.title);
    rows.term(u"vai_tro"_s, state.role);
    rows.set(u"bac_pho"_s, state.tier > 0 ? std::optional(state.tier) : std::nullopt);
    rows.tick(u"thuong_truc"_s, state.standing);
    rows.set(u"so_luong"_s, seats);
    if (state.fullTime)
        rows.set(u"chuyen_trach"_s, *state.fullTime ? u"1"_s : u"0"_s);
    rows.set(u"linh_vuc"_s, state.fields);
    rows.set(u"vi_tri_viec_lam"_s, state.position);
    rows.set(u"ngach"_s, state.grade);
    rows.set(u"ghi_chu"_s, state.note);
}

void writePost(RowWriter &rows, const Organisation &organisation, const QString &unitCode, const ViewPost &post,
               Day day)
{
    for (const ViewHolder &holder : post.holders) {
        writeSeats(rows, unitCode, post.state, 1);
        rows.set(u"ho_ten"_s, holder.name);
        rows.term(u"hinh_thuc"_s, holder.kind);
        if (const Person *person = organisation.find(holder.person)) {
            rows.set(u"ma_nguoi"_s, person->code);
            rows.set(u"ngay_sinh"_s, person->born.isEmpty() ? QString() : person->born.toIso());
        }
        for (const Appointment *appointment : organisation.naming<Appointment>(keyOf(post.id)))
            if (appointment->person == holder.person && appointment->period.contains(day)) {
                rows.set(u"so_quyet_dinh"_s, appointment->decision);
                const Period &term = appointment->period;
                rows.set(u"bo_nhiem_tu"_s, term.from.isEmpty() ? QString() : term.from.toIso());
                rows.set(u"bo_nhiem_den"_s, term.to.isEmpty() ? QString() : term.to.toIso());
            }
    }
    if (const int left = post.vacantSeats(); left > 0 || post.holders.empty())
        writeSeats(rows, unitCode, post.state, std::max(1, left));
}

} // namespace

Workbook templateRows(const Organisation &organisation, const OrgView &view, UnitId root)
{
    RowWriter units(SheetId::Units);
    RowWriter posts(SheetId::Posts);
    const int start = view.nodeOf(root);
    const int end = start < 0 ? start : view.nodes()[uz(start)].end;
    for (int node = std::max(0, start); node < end; ++node) {
        if (!view.nodes()[uz(node)].isUnit())
            continue;
        const int unit = view.nodes()[uz(node)].item;
        writeUnit(units, view, unit);
        for (const int post : view.postsOfUnit(unit))
            writePost(posts, organisation, view.units()[uz(unit)].code, view.posts()[uz(post)], view.day());
    }
    Workbook workbook;
    workbook.sheets.push_back(units.take());
    workbook.sheets.push_back(posts.take());
    return workbook;
}

} // namespace bomay
