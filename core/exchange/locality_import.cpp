// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/locality_import.h"

#include "core/exchange/state_merge.h"
#include "core/exchange/understanding.h"

#include <algorithm>
#include <map>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// A row that may become a state of a locality.
struct LocalityDraft
{
    RowReader row;
    QString code;
    QString parentCode;
    LocalityState state;
};

LocalityDraft readRow(const SheetRows &sheet, const SheetRow &sheetRow)
{
    LocalityDraft draft{RowReader(sheet, sheetRow), {}, {}, {}};
    RowReader &row = draft.row;
    LocalityState &state = draft.state;
    draft.code = row.name(u"ma"_s);
    draft.parentCode = row.name(u"ma_cap_tren"_s);
    state.name = row.name(u"ten"_s);
    state.type = row.term<LocalityType>(u"loai"_s, u"unknown-kind"_s).value_or(LocalityType::Unknown);
    state.localityClass = row.term<LocalityClass>(u"phan_loai"_s, u"unknown-kind"_s).value_or(LocalityClass::Unknown);
    state.population = row.number(u"dan_so"_s);
    state.minorityPopulation = row.number(u"dan_so_dtts"_s);
    state.island = row.tick(u"hai_dao"_s).value_or(false);
    state.period = row.period(u"tu_ngay"_s, u"den_ngay"_s);
    state.custom = row.custom();
    if (draft.code.isEmpty())
        row.report(DiagnosticSeverity::Error, u"missing-code"_s, {}, u"ma"_s);
    if (state.name.isEmpty())
        row.report(DiagnosticSeverity::Error, u"missing-name"_s, {}, u"ten"_s);
    return draft;
}

LocalityId idOfCode(ImportContext &context, std::map<QString, Locality> &localities, const QString &code)
{
    const auto [entry, isNew] = localities.try_emplace(code);
    if (isNew) {
        const auto known = context.base.localitiesWithCode(code);
        entry->second = {known.isEmpty() ? context.ids.make<LocalityId>() : known.first(), code, {}};
    }
    return entry->second.id;
}

/// Gives every locality its type from its name where the file gave none; parents first.
void deriveTypes(std::map<QString, Locality> &localities, const std::map<LocalityId, QString> &codes)
{
    const auto typeOf = [&](LocalityId id, auto &&self, int depth) -> LocalityType {
        const auto code = codes.find(id);
        if (code == codes.end() || depth > 8)
            return LocalityType::Unknown;
        auto &states = localities.at(code->second).states;
        for (LocalityState &state : states)
            if (state.type == LocalityType::Unknown)
                state.type = localityTypeFromName(
                    state.name, state.parent.isNull() ? LocalityType::Unknown : self(state.parent, self, depth + 1));
        return states.empty() ? LocalityType::Unknown : states.front().type;
    };
    for (const auto &[code, locality] : localities)
        typeOf(locality.id, typeOf, 0);
}

/// Puts the rows of a file into a locality that the document has; what was at other times stays. `locality` has the
/// states of the rows, by time.
void putIntoHistory(const ImportContext &context, const Locality &known, Locality &locality,
                    std::vector<LocalityDraft *> rows)
{
    std::ranges::sort(rows, {}, [](const LocalityDraft *row) { return row->state.period.firstDay(); });
    std::vector<LocalityState> states = known.states;
    // From the last to the first: what a row leaves behind its time is then what no other row speaks of.
    for (std::size_t i = rows.size(); i-- > 0;) {
        LocalityState &said = locality.states[i];
        if (const Period time = said.period; time == Period{}) {
            LocalityState &own = states[stateOn(states, context.day)];
            keepUnsaid(said, own, rows[i]->row);
            own = std::move(said);
        } else {
            DatedStates<LocalityState> merged = withDatedRow(std::move(states), said, rows[i]->row);
            states = std::move(merged.states);
            tellFit(rows[i]->row, merged.fit, time, merged.before, merged.met);
        }
    }
    locality.states = std::move(states);
}

/// Is `above` the locality itself or does it lead up to it?
bool leadsTo(const std::map<LocalityId, LocalityId> &parents, LocalityId above, LocalityId self)
{
    for (std::size_t steps = 0; !above.isNull() && steps <= parents.size(); ++steps) {
        if (above == self)
            return true;
        const auto next = parents.find(above);
        above = next == parents.end() ? LocalityId{} : next->second;
    }
    return false;
}

} // namespace

void importLocalities(ImportContext &context, const SheetRows &sheet)
{
    std::vector<LocalityDraft> drafts;
    std::map<QString, Locality> localities;
    for (const SheetRow &sheetRow : sheet.rows) {
        drafts.push_back(readRow(sheet, sheetRow));
        LocalityDraft &draft = drafts.back();
        if (draft.row.worst() == DiagnosticSeverity::Error)
            continue;
        idOfCode(context, localities, draft.code);
        auto &states = localities.at(draft.code).states;
        const bool overlaps = std::ranges::any_of(
            states, [&draft](const auto &state) { return state.period.overlaps(draft.state.period); });
        if (overlaps) {
            ++context.report.duplicates;
            draft.row.report(DiagnosticSeverity::Error, u"duplicate-code"_s, {{u"code"_s, draft.code}}, u"ma"_s);
        } else {
            states.push_back(draft.state);
        }
    }

    std::optional<NearCodes> near; // made when it is asked
    const auto nearTo = [&](const QString &text) {
        if (!near) {
            near.emplace();
            for (const Locality &known : context.base.localities())
                near->add(known.code);
            for (const auto &[code, locality] : localities)
                near->add(code);
        }
        return near->to(text);
    };
    std::map<LocalityId, QString> codesById;
    for (const auto &[code, locality] : localities)
        codesById.emplace(locality.id, code);
    std::map<LocalityId, LocalityId> parents;
    for (LocalityDraft &draft : drafts) {
        if (draft.row.worst() == DiagnosticSeverity::Error || draft.parentCode.isEmpty())
            continue;
        Locality &locality = localities.at(draft.code);
        const auto inFile = localities.find(draft.parentCode);
        const auto inBase = context.base.localitiesWithCode(draft.parentCode);
        const LocalityId parent = inFile != localities.end() ? inFile->second.id : inBase.value(0);
        const auto state = std::ranges::find(locality.states, draft.state.period, &LocalityState::period);
        if (parent.isNull()) {
            ++context.report.orphans;
            draft.row.report(DiagnosticSeverity::Asked, u"unknown-parent"_s,
                             {{u"code"_s, draft.parentCode}, {u"near"_s, nearTo(draft.parentCode)}}, u"ma_cap_tren"_s);
            state->custom.insert(u"ma_cap_tren"_s, draft.parentCode);
        } else if (leadsTo(parents, parent, locality.id)) {
            const bool self = parent == locality.id;
            ++(self ? context.report.selfReferences : context.report.cycles);
            draft.row.report(DiagnosticSeverity::Asked, self ? u"self-parent"_s : u"cycle"_s,
                             {{u"loop"_s, draft.code + u" → "_s + draft.parentCode + u" → … → "_s + draft.code}},
                             u"ma_cap_tren"_s);
            state->custom.insert(u"ma_cap_tren"_s, draft.parentCode);
        } else {
            state->parent = parent;
            parents.emplace(locality.id, parent);
        }
    }
    deriveTypes(localities, codesById);

    std::map<QString, std::vector<LocalityDraft *>> rows;
    for (LocalityDraft &draft : drafts)
        if (draft.row.worst() != DiagnosticSeverity::Error)
            rows[draft.code].push_back(&draft);
    // In the order of the file, so that equal files give equal documents.
    for (LocalityDraft &draft : drafts)
        if (const auto locality = localities.find(draft.code);
            draft.row.worst() != DiagnosticSeverity::Error && locality != localities.end()) {
            std::ranges::sort(locality->second.states, {}, [](const auto &state) { return state.period.firstDay(); });
            if (const Locality *known = context.base.find(locality->second.id))
                putIntoHistory(context, *known, locality->second, std::move(rows.at(draft.code)));
            context.builder.put(locality->second);
            context.localities.insert(draft.code, locality->second.id);
            localities.erase(locality);
            ++context.report.localities;
        }
    for (LocalityDraft &draft : drafts)
        context.finish(draft.row);
}

} // namespace bomay
