// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/unit_import.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/mapped_rows.h"
#include "core/exchange/state_merge.h"
#include "core/exchange/understanding.h"
#include "core/exchange/unit_history.h"
#include "core/model/provisional_code.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// A row that may become a state of a unit.
struct UnitDraft
{
    RowReader row;
    QString code;
    QString parentText;
    QStringList predecessors;
    std::optional<int> order;
    UnitState state;
    bool provisionalCode = false;
    UnitId id;
    UnitId parent;
    std::optional<StagedReason> staged;

    [[nodiscard]] bool usable() const { return row.worst() != DiagnosticSeverity::Error; }
};

/// The kind in a cell; `DANG_DOAN_THE` stands for any of three kinds that the name tells apart.
std::optional<UnitKind> givenKind(RowReader &row)
{
    if (templateKey(row.text(u"loai"_s)) == u"dang doan the"_s) {
        const UnitKind kind = kindFromName(row.name(u"ten"_s), UnitKind::Unknown);
        const bool oneOfThem = kind == UnitKind::PartyBody || kind == UnitKind::FatherlandFront;
        return oneOfThem ? kind : UnitKind::Union;
    }
    // The word of the first template, which fits a phòng but no sở.
    if (templateKey(row.text(u"loai"_s)) == templateKey(u"Phòng chuyên môn thuộc UBND"_s))
        return UnitKind::SpecialisedAgency;
    return row.term<UnitKind>(u"loai"_s, u"unknown-kind"_s);
}

class UnitImport
{
public:
    UnitImport(ImportContext &context, const SheetRows &sheet)
        : m_context(context)
        , m_sheet(sheet)
        , m_directory(context)
    {}

    UnitDirectory run()
    {
        for (const SheetRow &sheetRow : m_sheet.rows)
            m_drafts.push_back(readRow(sheetRow));
        makeCodes();
        identify();
        findParents();
        cutLoops();
        findKinds();
        rankSiblings();
        checkQuotas();
        emitUnits();
        for (UnitDraft &draft : m_drafts)
            m_context.finish(draft.row);
        return std::move(m_directory);
    }

private:
    UnitDraft readRow(const SheetRow &sheetRow)
    {
        UnitDraft draft{RowReader(m_sheet, sheetRow), {}, {}, {}, {}, {}, false, {}, {}, {}};
        RowReader &row = draft.row;
        UnitState &state = draft.state;
        draft.code = row.name(u"ma"_s);
        draft.provisionalCode = !row.text(mapped::kProvisional).isEmpty();
        draft.parentText = row.name(u"ma_cap_tren"_s);
        draft.predecessors = row.list(u"ma_tien_than"_s);
        draft.order = row.number(u"thu_tu"_s);
        state.name = row.name(u"ten"_s);
        state.shortName = row.name(u"ten_viet_tat"_s);
        state.electronicId = row.name(u"ma_dinh_danh"_s);
        state.block = row.name(u"khoi"_s);
        state.kind = givenKind(row).value_or(UnitKind::Unknown);
        state.staffAllotted = row.number(u"bien_che_giao"_s);
        state.staffFilled = row.number(u"bien_che_co_mat"_s);
        state.deputiesAllotted = row.number(u"cap_pho_giao"_s);
        state.autonomy = row.term<Autonomy>(u"tu_chu"_s, u"unknown-kind"_s).value_or(Autonomy::Unknown);
        state.reorganisedOn = row.date(u"ngay_sap_xep"_s);
        state.reorganisation =
            row.term<Reorganisation>(u"hinh_thuc_sap_xep"_s, u"unknown-kind"_s).value_or(Reorganisation::None);
        state.essentialService = row.tick(u"co_ban_thiet_yeu"_s).value_or(false);
        state.legalBasis = row.text(u"can_cu"_s);
        state.address = row.text(u"dia_chi"_s);
        state.phone = row.text(u"dien_thoai"_s);
        state.mail = row.text(u"email"_s);
        state.function = row.text(u"chuc_nang"_s);
        state.note = row.text(u"ghi_chu"_s);
        state.period = row.period(u"tu_ngay"_s, u"den_ngay"_s);
        state.locality = readLocality(row);
        state.custom = row.custom();
        if (state.name.isEmpty())
            row.report(DiagnosticSeverity::Error, u"missing-name"_s, {}, u"ten"_s);
        return draft;
    }

    LocalityId readLocality(RowReader &row)
    {
        const QString code = row.name(u"ma_dia_ban"_s);
        if (code.isEmpty())
            return {};
        if (const LocalityId id = m_context.findLocality(code); !id.isNull())
            return id;
        row.keepUnread(u"ma_dia_ban"_s, u"unknown-locality"_s, {{u"near"_s, m_context.nearLocalities(code)}});
        return {};
    }

    /// A row without a code gets a provisional one, but only where its name tells it apart.
    void makeCodes()
    {
        QHash<QString, int> names; // how many have each
        QSet<QString> taken;
        for (const Unit &unit : m_context.base.units())
            taken.insert(unit.code);
        for (const UnitDraft &draft : m_drafts) {
            ++names[nameFold(draft.state.name)];
            taken.insert(draft.code);
        }
        for (UnitDraft &draft : m_drafts) {
            const bool isMade = draft.provisionalCode && m_context.base.unitsWithCode(draft.code).isEmpty();
            if (draft.usable() && isMade)
                draft.row.report(DiagnosticSeverity::Info, u"code-made"_s, {{u"code"_s, draft.code}}, u"ma"_s);
            if (!draft.code.isEmpty() || !draft.usable())
                continue;
            if (names.value(nameFold(draft.state.name)) > 1) {
                draft.row.report(DiagnosticSeverity::Error, u"missing-code"_s, {}, u"ma"_s);
                continue;
            }
            const UnitId known = m_directory.find(draft.state.name);
            const auto isTaken = [&taken](const QString &code) { return taken.contains(code); };
            draft.code = known.isNull() ? provisionalCode(draft.state.name, isTaken) : m_context.base.find(known)->code;
            taken.insert(draft.code);
            draft.provisionalCode = true;
            if (known.isNull())
                draft.row.report(DiagnosticSeverity::Info, u"code-made"_s, {{u"code"_s, draft.code}}, u"ma"_s);
        }
    }

    /// Rows of one code are one unit; those whose dates overlap are refused.
    void identify()
    {
        for (int i = 0; i < sizeOf(m_drafts); ++i) {
            UnitDraft &draft = m_drafts[uz(i)];
            if (!draft.usable())
                continue;
            std::vector<int> &states = m_states[draft.code];
            const bool overlaps = std::ranges::any_of(
                states, [&](int other) { return m_drafts[uz(other)].state.period.overlaps(draft.state.period); });
            if (overlaps) {
                ++m_context.report.duplicates;
                draft.row.report(DiagnosticSeverity::Error, u"duplicate-code"_s, {{u"code"_s, draft.code}}, u"ma"_s);
                continue;
            }
            const auto known = m_context.base.unitsWithCode(draft.code);
            draft.id = !states.empty()    ? m_drafts[uz(states.front())].id
                       : !known.isEmpty() ? known.first()
                                          : m_context.ids.make<UnitId>();
            states.push_back(i);
            m_directory.add(draft.code, draft.state.name, {draft.id, draft.state.kind, {}});
        }
    }

    void findParents()
    {
        for (UnitDraft &draft : m_drafts) {
            if (!draft.usable() || draft.parentText.isEmpty())
                continue;
            const UnitId parent = m_directory.find(draft.parentText);
            if (parent.isNull()) {
                stage(draft, StagedReason::UnknownParent, u"unknown-parent"_s,
                      {{u"code"_s, draft.parentText}, {u"near"_s, m_directory.nearMisses(draft.parentText)}});
                ++m_context.report.orphans;
            } else if (parent == draft.id) {
                stage(draft, StagedReason::SelfParent, u"self-parent"_s,
                      {{u"loop"_s, draft.state.name + u" → "_s + draft.state.name}});
                ++m_context.report.selfReferences;
            } else {
                draft.parent = parent;
            }
        }
    }

    void stage(UnitDraft &draft, StagedReason reason, const QString &code, MessageArgs args)
    {
        draft.parent = {};
        draft.staged = reason;
        draft.row.report(DiagnosticSeverity::Asked, code, std::move(args), u"ma_cap_tren"_s);
    }

    /// In every loop the row that comes last in the file loses its place.
    void cutLoops()
    {
        StructureGraph graph;
        std::unordered_map<UnitId, std::vector<Period>> replaced; // the times in which the file says where they stand
        for (const UnitDraft &draft : m_drafts) {
            if (!draft.usable())
                continue;
            if (!replaced.contains(draft.id))
                graph.addNode(draft.id);
            replaced[draft.id].push_back(draft.state.period);
        }
        for (const Unit &unit : m_context.base.units())
            graph.addNode(unit.id);
        std::uint64_t kept = 0;
        for (const Relation &relation : m_context.base.relations()) {
            if (relation.type != RelationType::BelongsTo || !relation.from.isUnit())
                continue;
            const auto times = replaced.find(relation.from.unit());
            if (times == replaced.end()) {
                graph.addEdge(relation);
                continue;
            }
            Relation part = relation;
            for (const Period &period : outsideOf(relation.period, times->second)) {
                part.id = RelationId{{2, ++kept}};
                part.period = period;
                graph.addEdge(part);
            }
        }
        std::vector<Relation> edges(m_drafts.size());
        for (std::size_t i = 0; i < m_drafts.size(); ++i) {
            const UnitDraft &draft = m_drafts[i];
            if (!draft.usable() || draft.parent.isNull())
                continue;
            edges[i] = {RelationId{{1, i}}, RelationType::BelongsTo, draft.id, draft.parent, draft.state.period};
            graph.addEdge(edges[i]);
        }
        for (auto loops = graph.loops(RelationType::BelongsTo); !loops.empty();
             loops = graph.loops(RelationType::BelongsTo)) {
            for (const auto &loop : loops)
                cutLoop(loop, edges, graph);
        }
    }

    /// What of a time lies outside of all others.
    static std::vector<Period> outsideOf(const Period &whole, const std::vector<Period> &times)
    {
        std::vector<Period> parts{whole};
        for (const Period &time : times) {
            std::vector<Period> left;
            for (const Period &part : parts) {
                if (!part.overlaps(time)) {
                    left.push_back(part);
                    continue;
                }
                const Outside outside = bomay::outsideOf(part, time);
                for (const std::optional<Period> &one : {outside.before, outside.behind})
                    if (one)
                        left.push_back(*one);
            }
            parts = std::move(left);
        }
        return parts;
    }

    void cutLoop(const std::vector<NodeRef> &loop, const std::vector<Relation> &edges, StructureGraph &graph)
    {
        int last = -1;
        QStringList names;
        for (std::size_t step = 0; step + 1 < loop.size(); ++step) {
            const UnitId unit = loop[step].unit();
            const auto rows = m_states.find(codeOf(unit));
            if (rows == m_states.end()) { // of the document, which the file does not name
                names += m_context.base.find(unit)->states.back().name;
                continue;
            }
            for (const int i : rows->second)
                if (m_drafts[uz(i)].parent == loop[step + 1].unit())
                    last = std::max(last, i);
            names += m_drafts[uz(rows->second.front())].state.name;
        }
        BM_CHECK(last >= 0, return);
        names += names.first();
        graph.removeEdge(edges[uz(last)]);
        stage(m_drafts[uz(last)], StagedReason::Cycle, u"cycle"_s, {{u"loop"_s, names.join(u" → "_s)}});
        ++m_context.report.cycles;
    }

    QString codeOf(UnitId id)
    {
        if (m_codes.empty())
            for (const auto &[code, states] : m_states)
                m_codes.emplace(m_drafts[uz(states.front())].id, code);
        const auto found = m_codes.find(id);
        return found == m_codes.end() ? QString() : found->second;
    }

    /// Kinds that were not given follow from the name and the kind above: units are walked from the top down.
    void findKinds()
    {
        std::unordered_map<UnitId, std::vector<int>> children;
        std::vector<int> queue;
        for (int i = 0; i < sizeOf(m_drafts); ++i) {
            const UnitDraft &draft = m_drafts[uz(i)];
            if (!draft.usable())
                continue;
            const bool aboveInFile = !draft.parent.isNull() && !codeOf(draft.parent).isEmpty();
            if (aboveInFile)
                children[draft.parent].push_back(i);
            else
                queue.push_back(i);
        }
        std::unordered_set<UnitId> walked;
        for (std::size_t next = 0; next < queue.size(); ++next) {
            UnitDraft &draft = m_drafts[uz(queue[next])];
            const UnitKind above = draft.parent.isNull() ? UnitKind::Unknown : m_directory.describe(draft.parent).kind;
            findKind(draft, above);
            m_directory.add(draft.code, draft.state.name, {draft.id, draft.state.kind, draft.parent});
            if (walked.insert(draft.id).second)
                queue.insert(queue.end(), children[draft.id].begin(), children[draft.id].end());
        }
    }

    void findKind(UnitDraft &draft, UnitKind above)
    {
        UnitState &state = draft.state;
        if (const Unit *known = m_context.base.find(draft.id); known != nullptr && state.kind == UnitKind::Unknown) {
            const bool isDated = state.period != Period{};
            state.kind = known
                             ->states[isDated ? stateNear(known->states, state.period, m_context.day)
                                              : stateOn(known->states, m_context.day)]
                             .kind;
        }
        if (state.kind != UnitKind::Unknown) {
            if (isDoubtfulKind(state.name, state.kind, above))
                draft.row.report(DiagnosticSeverity::Warning, u"doubtful-kind"_s,
                                 {{u"name"_s, state.name},
                                  {u"kind"_s, labelOf(state.kind)},
                                  {u"proposed"_s, labelOf(kindFromName(state.name, above))}},
                                 u"loai"_s);
            return;
        }
        state.kind = kindFromName(state.name, above);
        draft.row.report(DiagnosticSeverity::Info, u"kind-derived"_s,
                         {{u"name"_s, state.name}, {u"kind"_s, labelOf(state.kind)}}, u"loai"_s);
    }

    /// A row without an order stands behind the sibling above it in the file.
    void rankSiblings()
    {
        std::unordered_map<UnitId, int> last;
        for (UnitDraft &draft : m_drafts) {
            if (!draft.usable())
                continue;
            int &rank = last[draft.parent];
            draft.state.order = draft.order.value_or(rank + 1);
            rank = draft.state.order;
        }
    }

    void checkQuotas()
    {
        std::unordered_map<UnitId, int> sums;
        for (const UnitDraft &draft : m_drafts)
            if (draft.usable() && !draft.parent.isNull())
                sums[draft.parent] += draft.state.staffAllotted.value_or(0);
        for (UnitDraft &draft : m_drafts) {
            const auto sum = draft.usable() ? sums.find(draft.id) : sums.end();
            if (sum != sums.end() && draft.state.staffAllotted && sum->second > *draft.state.staffAllotted)
                draft.row.report(DiagnosticSeverity::Warning, u"quota-sum"_s,
                                 {{u"name"_s, draft.state.name},
                                  {u"sum"_s, QString::number(sum->second)},
                                  {u"own"_s, QString::number(*draft.state.staffAllotted)}},
                                 u"bien_che_giao"_s);
        }
    }

    void emitUnits()
    {
        for (std::size_t i = 0; i < m_drafts.size(); ++i) {
            UnitDraft &first = m_drafts[i];
            if (!first.usable() || m_states[first.code].front() != static_cast<int>(i))
                continue;
            const std::vector<int> &rows = m_states[first.code];
            for (const int row : rows)
                emitPredecessors(m_drafts[uz(row)]);
            m_context.named.push_back(first.id);
            stageUnit(rows);
            const Unit *known = m_context.base.find(first.id);
            m_context.builder.put(known == nullptr ? newUnit(rows) : knownUnit(*known, rows));
            ++m_context.report.units;
        }
    }

    /// The document learns that a unit waits for its place, or no longer does, where the file speaks of places.
    void stageUnit(const std::vector<int> &rows)
    {
        const UnitDraft *said = nullptr;
        for (const int row : rows)
            if (const UnitDraft &draft = m_drafts[uz(row)]; draft.row.speaksOf(u"ma_cap_tren"))
                said = said == nullptr || (draft.staged && !said->staged) ? &draft : said;
        if (said != nullptr)
            m_context.stage(said->id, said->staged, said->staged ? said->parentText : QString());
    }

    Unit newUnit(const std::vector<int> &rows)
    {
        const UnitDraft &first = m_drafts[uz(rows.front())];
        Unit unit{first.id, first.code, first.provisionalCode, {}};
        for (const int row : rows) {
            const UnitDraft &draft = m_drafts[uz(row)];
            unit.states.push_back(draft.state);
            if (!draft.parent.isNull())
                m_context.builder.put(Relation{m_context.ids.make<RelationId>(), RelationType::BelongsTo, unit.id,
                                               draft.parent, draft.state.period});
        }
        std::ranges::sort(unit.states, {}, [](const UnitState &state) { return state.period.firstDay(); });
        return unit;
    }

    Unit knownUnit(const Unit &known, const std::vector<int> &rows)
    {
        std::vector<UnitClaim> claims;
        for (const int row : rows) {
            UnitDraft &draft = m_drafts[uz(row)];
            claims.push_back({&draft.row, &draft.state, draft.parent});
        }
        return putIntoHistory(m_context, known, std::move(claims));
    }

    void emitPredecessors(UnitDraft &draft)
    {
        for (const QString &code : draft.predecessors) {
            const UnitId predecessor = m_directory.find(code);
            if (predecessor.isNull())
                draft.row.report(DiagnosticSeverity::Asked, u"unknown-unit"_s,
                                 {{u"code"_s, code}, {u"near"_s, m_directory.nearMisses(code)}}, u"ma_tien_than"_s);
            else
                m_context.putRelation(RelationType::Succeeds, draft.id, predecessor, {});
        }
    }

    ImportContext &m_context;
    const SheetRows &m_sheet;
    UnitDirectory m_directory;
    std::vector<UnitDraft> m_drafts;
    std::map<QString, std::vector<int>> m_states; ///< code → rows, in the order of the file
    std::unordered_map<UnitId, QString> m_codes;
};

} // namespace

UnitDirectory importUnits(ImportContext &context, const SheetRows &sheet)
{
    return UnitImport(context, sheet).run();
}

} // namespace bomay
