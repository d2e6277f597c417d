// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/template_rows.h"

#include "core/base/numbers.h"
#include "core/exchange/duty_import.h"
#include "core/exchange/template_spec.h"

#include <QStringList>

#include <algorithm>

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
                m_name = toQString(spec.code);
                for (const ColumnSpec &column : spec.columns)
                    m_headers += toQString(column.code);
            }
        for (int i = 0; i < m_headers.size(); ++i)
            m_columns.insert(m_headers[i], i + 1);
    }

    void begin() { m_rows.emplace_back(); }

    void set(const QString &column, const QString &text)
    {
        if (!text.isEmpty())
            m_rows.back().insert(m_columns.value(column), text);
    }
    void set(const QString &column, std::optional<int> number)
    {
        if (number)
            set(column, QString::number(*number));
    }
    void set(const QString &column, const PartialDate &date) { set(column, date.isEmpty() ? QString() : date.toIso()); }
    void tick(const QString &column, bool isSet) { set(column, isSet ? u"1"_s : QString()); }
    /// The code of a value that is not the first of its list, which means that nothing is known.
    template <typename Enum>
    void term(const QString &column, Enum value)
    {
        if (value != Enum{})
            set(column, codeOf(value));
    }
    void period(const Period &period)
    {
        set(u"tu_ngay"_s, period.from);
        set(u"den_ngay"_s, period.to);
    }
    void custom(const CustomFields &fields)
    {
        for (const auto &[header, text] : fields.asKeyValueRange()) {
            if (!m_custom.contains(header)) {
                m_headers += header;
                m_custom.insert(header, sizeOf(m_headers));
            }
            if (!text.isEmpty())
                m_rows.back().insert(m_custom.value(header), text);
        }
    }

    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    [[nodiscard]] Sheet take() const
    {
        Sheet sheet{.name = m_name};
        for (int i = 0; i < m_headers.size(); ++i)
            sheet.cells.push_back({1, i + 1, CellType::Text, m_headers[i]});
        for (int row = 0; row < sizeOf(m_rows); ++row)
            for (const auto &[column, text] : m_rows[uz(row)].asKeyValueRange())
                sheet.cells.push_back({row + 2, column, CellType::Text, text});
        return sheet;
    }

private:
    QString m_name;
    QStringList m_headers;
    QHash<QString, int> m_columns;
    QHash<QString, int> m_custom; ///< apart: a column that came along may be called as one of the template's
    std::vector<QMap<int, QString>> m_rows;
};

/// A form is filled in by an agency: it has no dates of states, which are the document's own, and a row for each seat
/// that may get a holder.
enum class RowsFor { Form, Document };

void writeUnit(RowWriter &rows, const Organisation &organisation, const OrgView &view, int unit, RowsFor use)
{
    const ViewUnit &found = view.units()[uz(unit)];
    const UnitState &state = found.state;
    rows.begin();
    rows.set(u"ma"_s, found.code);
    rows.set(u"ten"_s, state.name);
    if (const int parent = view.parentUnit(unit); parent >= 0)
        rows.set(u"ma_cap_tren"_s, view.units()[uz(parent)].code);
    else // what waits for its place goes on waiting for it
        for (const Staged *staged : organisation.naming<Staged>(keyOf(found.id)))
            rows.set(u"ma_cap_tren"_s, staged->parentText);
    rows.term(u"loai"_s, state.kind);
    // Its own, also where that is no more or not yet: the view has that of the unit above then.
    if (const Locality *locality = organisation.find(state.locality))
        rows.set(u"ma_dia_ban"_s, locality->code);
    rows.set(u"thu_tu"_s, state.order);
    rows.set(u"bien_che_giao"_s, state.staffAllotted);
    rows.set(u"bien_che_co_mat"_s, state.staffFilled);
    rows.set(u"cap_pho_giao"_s, state.deputiesAllotted);
    rows.set(u"can_cu"_s, state.legalBasis);
    rows.set(u"ten_viet_tat"_s, state.shortName);
    rows.set(u"ma_dinh_danh"_s, state.electronicId);
    rows.set(u"khoi"_s, state.block);
    rows.term(u"tu_chu"_s, state.autonomy);
    rows.set(u"ngay_sap_xep"_s, state.reorganisedOn);
    rows.term(u"hinh_thuc_sap_xep"_s, state.reorganisation);
    rows.tick(u"co_ban_thiet_yeu"_s, state.essentialService);
    rows.set(u"dia_chi"_s, state.address);
    rows.set(u"dien_thoai"_s, state.phone);
    rows.set(u"email"_s, state.mail);
    rows.set(u"chuc_nang"_s, state.function);
    rows.set(u"ghi_chu"_s, state.note);
    if (use == RowsFor::Document)
        rows.period(state.period);
    rows.custom(state.custom);
}

/// `seats` of a post; a row with a holder has one.
void writeSeats(RowWriter &rows, const QString &unitCode, const PostState &state, int seats, RowsFor use)
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
    if (use == RowsFor::Document)
        rows.period(state.period);
    rows.custom(state.custom);
}

/// The units that a post oversees on a day, by their codes.
QString overseenBy(const Organisation &organisation, PostId post, const OrgView &view)
{
    QStringList codes;
    for (const RelationId id : organisation.graph().relationsFrom(post))
        if (const Relation *relation = organisation.find(id);
            relation->type == RelationType::Oversees && relation->period.contains(view.day()) && relation->to.isUnit())
            if (const int unit = view.indexOf(relation->to); unit >= 0)
                codes += view.units()[uz(unit)].code;
    return codes.join(u"; "_s);
}

void writePost(RowWriter &rows, const Organisation &organisation, const OrgView &view, int unit, int index, RowsFor use)
{
    const ViewPost &post = view.posts()[uz(index)];
    const QString &unitCode = view.units()[uz(unit)].code;
    const QString overseen = overseenBy(organisation, post.id, view);
    for (const ViewHolder &holder : post.holders) {
        writeSeats(rows, unitCode, post.state, 1, use);
        rows.set(u"phu_trach"_s, overseen);
        rows.set(u"ho_ten"_s, holder.name);
        rows.term(u"hinh_thuc"_s, holder.kind);
        if (const Person *person = organisation.find(holder.person)) {
            rows.set(u"ma_nguoi"_s, person->code);
            rows.set(u"ngay_sinh"_s, person->born);
        }
        for (const Appointment *appointment : organisation.naming<Appointment>(keyOf(post.id)))
            if (appointment->person == holder.person && appointment->period.contains(view.day())) {
                rows.set(u"so_quyet_dinh"_s, appointment->decision);
                rows.set(u"bo_nhiem_tu"_s, appointment->period.from);
                rows.set(u"bo_nhiem_den"_s, appointment->period.to);
            }
    }
    // Who fills in a form names one person a row: leaders and deputies always, of others a group of whom nobody is
    // named stays a number, as a large one does.
    constexpr int kMostNamedSeats = 20;
    int left = post.holders.empty() ? std::max(1, post.vacantSeats()) : post.vacantSeats();
    const bool isLed = post.state.role == PostRole::Head || post.state.role == PostRole::Deputy;
    const bool isGroup = (post.holders.empty() && !isLed) || left > kMostNamedSeats;
    const int seatsOfARow = use == RowsFor::Form && !isGroup ? 1 : left;
    for (; left > 0; left -= seatsOfARow) {
        writeSeats(rows, unitCode, post.state, seatsOfARow, use);
        rows.set(u"phu_trach"_s, overseen);
    }
}

/// Units and posts in the order of the view's nodes, from one of them on to another.
std::vector<Sheet> nodeRows(const Organisation &organisation, const OrgView &view, std::pair<int, int> range,
                            RowsFor use)
{
    RowWriter units(SheetId::Units);
    RowWriter posts(SheetId::Posts);
    for (int node = range.first; node < range.second; ++node) {
        if (!view.nodes()[uz(node)].isUnit())
            continue;
        const int unit = view.nodes()[uz(node)].item;
        writeUnit(units, organisation, view, unit, use);
        for (const int post : view.postsOfUnit(unit))
            writePost(posts, organisation, view, unit, post, use);
    }
    return {units.take(), posts.take()};
}

/// The day is the one that the rows are of, whatever day the document's own is.
RowWriter documentInfoRows(const DocumentInfo &info, Day day)
{
    RowWriter rows(SheetId::Document);
    rows.begin();
    rows.set(u"ten_tai_lieu"_s, info.title);
    rows.set(u"ngay_so_lieu"_s, PartialDate::fromDay(day));
    return rows;
}

RowWriter localityRows(const OrgView &view)
{
    RowWriter rows(SheetId::Localities);
    for (const ViewLocality &locality : view.localities()) {
        const LocalityState &state = locality.state;
        rows.begin();
        rows.set(u"ma"_s, locality.code);
        rows.set(u"ten"_s, state.name);
        rows.term(u"loai"_s, state.type);
        if (locality.parent >= 0)
            rows.set(u"ma_cap_tren"_s, view.localities()[uz(locality.parent)].code);
        rows.term(u"phan_loai"_s, state.localityClass);
        rows.set(u"dan_so"_s, state.population);
        rows.set(u"dan_so_dtts"_s, state.minorityPopulation);
        rows.tick(u"hai_dao"_s, state.island);
        rows.period(state.period);
        rows.custom(state.custom);
    }
    return rows;
}

RowWriter relationRows(const Organisation &organisation, const OrgView &view)
{
    RowWriter rows(SheetId::Relations);
    for (const Relation &relation : organisation.relations()) {
        const bool isOfTree = relation.type == RelationType::BelongsTo || relation.type == RelationType::ReportsTo;
        if (isOfTree || !relation.from.isUnit() || !relation.to.isUnit() || !relation.period.contains(view.day()))
            continue;
        const int from = view.indexOf(relation.from);
        const int to = view.indexOf(relation.to);
        if (from < 0 || to < 0)
            continue;
        rows.begin();
        rows.set(u"tu"_s, view.units()[uz(from)].code);
        rows.set(u"den"_s, view.units()[uz(to)].code);
        rows.set(u"loai"_s, codeOf(relation.type));
        rows.period(relation.period);
    }
    return rows;
}

RowWriter quotaRows(const Organisation &organisation, const OrgView &view)
{
    RowWriter rows(SheetId::Quotas);
    for (const Quota &quota : organisation.quotas())
        if (const int unit = view.indexOf(quota.unit); unit >= 0) {
            rows.begin();
            rows.set(u"ma_don_vi"_s, view.units()[uz(unit)].code);
            rows.set(u"nam"_s, quota.year);
            rows.set(u"loai"_s, codeOf(quota.kind));
            rows.set(u"giao"_s, quota.allotted);
            rows.set(u"co_mat"_s, quota.inPost);
            if (const LegalDocument *document = organisation.find(quota.document))
                rows.set(u"van_ban"_s, document->number);
        }
    return rows;
}

/// The rows that name a unit or post, in their order.
template <typename Entity>
std::vector<const Entity *> ranked(const Organisation &organisation, NodeRef node)
{
    std::vector<const Entity *> rows = organisation.naming<Entity>(keyOf(node));
    std::ranges::stable_sort(rows, {}, &Entity::order);
    return rows;
}

RowWriter functionRows(const Organisation &organisation, const OrgView &view)
{
    RowWriter rows(SheetId::Functions);
    for (const ViewUnit &unit : view.units())
        for (const Function *function : ranked<Function>(organisation, unit.id)) {
            if (!function->period.contains(view.day()))
                continue;
            rows.begin();
            rows.set(u"ma_don_vi"_s, unit.code);
            rows.set(u"noi_dung"_s, function->text);
            rows.set(u"can_cu"_s, function->source);
        }
    return rows;
}

/// Who takes part in a duty on a day, as the sheet calls them.
QString participantsOf(const Organisation &organisation, const OrgView &view, DutyId duty)
{
    QStringList names;
    for (const DutyParticipant *participant : organisation.naming<DutyParticipant>({RowKind::Duty, duty.uid}))
        if (const QString name = participantText(view, participant->node); !name.isEmpty())
            names += name;
    return names.join(u"; "_s);
}

/// In the order in which posts are drawn, as CHUC_VU is: of several of one title each duty comes back to its own.
RowWriter dutyRows(const Organisation &organisation, const OrgView &view)
{
    RowWriter rows(SheetId::Duties);
    for (int unit = 0; unit < sizeOf(view.units()); ++unit)
        for (const int index : view.postsOfUnit(unit)) {
            const ViewPost &post = view.posts()[uz(index)];
            for (const Duty *duty : ranked<Duty>(organisation, post.id)) {
                rows.begin();
                rows.set(u"ma_don_vi"_s, view.units()[uz(unit)].code);
                rows.set(u"chuc_danh"_s, post.state.title);
                rows.set(u"noi_dung"_s, duty->text);
                rows.set(u"phoi_hop"_s, participantsOf(organisation, view, duty->id));
                rows.set(u"thoi_han"_s, duty->deadline);
                rows.set(u"san_pham"_s, duty->product);
                rows.set(u"trang_thai"_s, codeOf(duty->state));
            }
        }
    return rows;
}

RowWriter legalDocumentRows(const Organisation &organisation)
{
    RowWriter rows(SheetId::LegalDocuments);
    for (const LegalDocument &document : organisation.legalDocuments()) {
        if (document.number.isEmpty())
            continue;
        rows.begin();
        rows.set(u"so_ky_hieu"_s, document.number);
        rows.set(u"ngay"_s, document.date);
        rows.set(u"co_quan"_s, document.issuer);
        rows.set(u"trich_yeu"_s, document.summary);
        rows.set(u"hieu_luc_tu"_s, document.validity.from);
        rows.set(u"hieu_luc_den"_s, document.validity.to);
    }
    return rows;
}

} // namespace

Workbook templateRows(const Organisation &organisation, const OrgView &view, UnitId root)
{
    const int start = view.nodeOf(root);
    const int end = start < 0 ? start : view.nodes()[uz(start)].end;
    Workbook workbook;
    workbook.sheets = nodeRows(organisation, view, {std::max(0, start), end}, RowsFor::Form);
    workbook.sheets.push_back(documentInfoRows({}, view.day()).take());
    return workbook;
}

Workbook templateRows(const Organisation &organisation, const OrgView &view)
{
    Workbook workbook;
    workbook.sheets = nodeRows(organisation, view, {0, sizeOf(view.nodes())}, RowsFor::Document);
    for (const RowWriter &rows :
         {documentInfoRows(organisation.info(), view.day()), localityRows(view), relationRows(organisation, view),
          quotaRows(organisation, view), legalDocumentRows(organisation), functionRows(organisation, view),
          dutyRows(organisation, view)})
        if (!rows.isEmpty())
            workbook.sheets.push_back(rows.take());
    return workbook;
}

} // namespace bomay
