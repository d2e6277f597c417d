// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reorganisation/reorganisation_draft.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>
#include <utility>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

class DraftTexts
{
    Q_DECLARE_TR_FUNCTIONS(bomay::ReorganisationDraft)

public:
    static QString nameOf(ReorganisationKind kind)
    {
        switch (kind) {
        case ReorganisationKind::Absorb:
            return tr("Sáp nhập");
        case ReorganisationKind::Consolidate:
            return tr("Hợp nhất");
        case ReorganisationKind::Divide:
            return tr("Chia");
        case ReorganisationKind::Separate:
            return tr("Tách");
        case ReorganisationKind::Dissolve:
            return tr("Giải thể");
        case ReorganisationKind::Transfer:
            return tr("Chuyển về trực thuộc");
        case ReorganisationKind::TransferFunctions:
            break;
        }
        return tr("Điều chuyển chức năng");
    }

    static QString stays(const QString &unit) { return tr("ở lại %1").arg(unit); }
    static QString unsaid() { return tr("(chưa chọn)"); }
    static QString ends() { return tr("kết thúc"); }
    static QString post(const QString &title, const QString &holders) { return tr("%1: %2").arg(title, holders); }
    static QString function(const QString &text) { return tr("Chức năng: %1").arg(text); }
    static QString number() { return tr("số, ký hiệu văn bản"); }
    static QString from() { return tr("ngày có hiệu lực"); }
    static QString name() { return tr("tên đơn vị mới"); }
    static QString names() { return tr("tên của ít nhất hai đơn vị mới"); }
    static QString heir() { return tr("đơn vị tiếp nhận"); }
};

} // namespace

QString nameOf(ReorganisationKind kind)
{
    return DraftTexts::nameOf(kind);
}

ReorganisationDraft::ReorganisationDraft(const UiContext &context, ReorganisationKind kind, std::vector<UnitId> units)
    : m_context(context)
    , m_kind(kind)
    , m_units(std::move(units))
{
    if (const EditScope scope = context.document.scope(); scope.mode == EditMode::FromDate)
        m_from = scope.from;
    readThings();
}

bool ReorganisationDraft::foundsUnits() const
{
    return m_kind == ReorganisationKind::Consolidate || m_kind == ReorganisationKind::Divide ||
           m_kind == ReorganisationKind::Separate;
}

bool ReorganisationDraft::asksForHeir() const
{
    return !foundsUnits();
}

bool ReorganisationDraft::hasUnnamed() const
{
    return m_kind == ReorganisationKind::Divide || m_kind == ReorganisationKind::Separate ||
           m_kind == ReorganisationKind::TransferFunctions;
}

Day ReorganisationDraft::day() const
{
    return m_from.value_or(m_context.document.view().day());
}

QString ReorganisationDraft::nameOf(UnitId unit) const
{
    const Unit *row = m_context.document.organisation().find(unit);
    const UnitState *state = row == nullptr ? nullptr : stateOn(*row, day());
    return state != nullptr ? state->name : row != nullptr ? row->states.back().name : QString();
}

QString ReorganisationDraft::namesOfUnits() const
{
    QStringList names;
    for (const UnitId unit : m_units)
        names += nameOf(unit);
    return names.join(u", "_s);
}

void ReorganisationDraft::setFrom(std::optional<Day> from)
{
    if (from == m_from)
        return;
    m_from = from;
    readThings();
}

void ReorganisationDraft::setNames(const QStringList &names)
{
    const QStringList before = std::exchange(m_names, {});
    for (const QString &name : names)
        if (const QString tidy = tidyName(name); !tidy.isEmpty())
            m_names += tidy;
    if (!foundsSeveral())
        return; // what goes to the one that is founded goes there whatever its name
    // The lines above and below the place where the text was edited are the same units as before.
    const int above = static_cast<int>(std::ranges::mismatch(before, m_names).in1 - before.begin());
    const int most = sizeOf(before) < sizeOf(m_names) ? sizeOf(before) - above : sizeOf(m_names) - above;
    int below = 0;
    while (below < most && before[sizeOf(before) - 1 - below] == m_names[sizeOf(m_names) - 1 - below])
        ++below;
    const int edited = most - below;
    const int shift = sizeOf(m_names) - sizeOf(before);
    std::erase_if(m_goes, [&](const auto &entry) { // their line is gone
        return entry.second >= above + edited && entry.second < sizeOf(before) - below;
    });
    for (auto &[key, heir] : m_goes)
        if (heir != Terms::kEnds && heir >= above + edited)
            heir += shift;
}

void ReorganisationDraft::addThing(const RowKey &key, UnitId unit, const QString &text)
{
    m_things.push_back({key, unit, text, m_units.size() > 1 ? nameOf(unit) : QString()});
}

QString ReorganisationDraft::textOf(const Post &post) const
{
    const Organisation &organisation = m_context.document.organisation();
    QStringList holders;
    for (const Appointment *held : organisation.naming<Appointment>(keyOf(post.id)))
        if (const Person *person = organisation.find(held->person); person != nullptr && held->period.contains(day()))
            holders += person->name;
    const PostState &state = *stateOn(post, day());
    return holders.isEmpty() ? state.title : DraftTexts::post(state.title, holders.join(u", "_s));
}

void ReorganisationDraft::readThings()
{
    const Organisation &organisation = m_context.document.organisation();
    m_things.clear();
    if (!sharesThings())
        return;
    for (const UnitId unit : m_units) {
        struct Ranked
        {
            std::tuple<PostRole, int, int, Uid> rank;
            RowKey key;
            QString text;
        };
        std::vector<Ranked> posts;
        std::vector<Ranked> below;
        for (const RelationId id : organisation.graph().relationsTo(unit)) {
            const Relation &relation = *organisation.find(id);
            if (relation.type != RelationType::BelongsTo || !relation.period.contains(day()))
                continue;
            const Post *post = organisation.find(relation.from.post());
            const Unit *other = organisation.find(relation.from.unit());
            if (const PostState *state = post == nullptr ? nullptr : stateOn(*post, day()))
                posts.push_back(
                    {{state->role, state->tier, state->order, post->id.uid}, keyOf(post->id), textOf(*post)});
            const UnitState *state = other == nullptr ? nullptr : stateOn(*other, day());
            if (state != nullptr && m_kind != ReorganisationKind::TransferFunctions &&
                std::ranges::find(m_units, other->id) == m_units.end())
                below.push_back({{PostRole::Unknown, 0, state->order, other->id.uid}, keyOf(other->id), state->name});
        }
        for (std::vector<Ranked> *list : {&posts, &below}) {
            std::ranges::sort(*list, {}, &Ranked::rank);
            for (const Ranked &entry : *list)
                addThing(entry.key, unit, entry.text);
        }
        for (const Function *function : organisation.naming<Function>(keyOf(unit)))
            if (function->period.contains(day()))
                addThing(keyOf(function->id), unit, DraftTexts::function(function->text));
    }
    std::erase_if(m_goes, [this](const auto &entry) {
        return std::ranges::find(m_things, entry.first, &Thing::key) == m_things.end();
    });
}

QStringList ReorganisationDraft::heirs() const
{
    QStringList heirs = foundsUnits() ? m_names : QStringList();
    if (!m_heir.isNull())
        heirs += nameOf(m_heir);
    return heirs;
}

QStringList ReorganisationDraft::destinations() const
{
    const QStringList heirs = this->heirs();
    QStringList lines;
    if (m_kind == ReorganisationKind::Divide || (heirs.isEmpty() && m_kind != ReorganisationKind::Dissolve))
        lines += DraftTexts::unsaid();
    else if (hasUnnamed())
        lines += DraftTexts::stays(nameOf(m_units.front()));
    lines += heirs;
    if (m_kind != ReorganisationKind::TransferFunctions)
        lines += DraftTexts::ends();
    return lines;
}

int ReorganisationDraft::destinationOf(const Thing &thing) const
{
    const auto goes = m_goes.find(thing.key);
    if (goes == m_goes.end())
        return 0;
    if (goes->second == Terms::kEnds)
        return sizeOf(destinations()) - 1;
    return goes->second < sizeOf(heirs()) ? goes->second + (hasUnnamed() ? 1 : 0) : 0;
}

bool ReorganisationDraft::send(const Thing &thing, int destination)
{
    if (m_kind != ReorganisationKind::TransferFunctions && destination == sizeOf(destinations()) - 1) {
        if (thing.key.kind == RowKind::Unit)
            return false;
        m_goes[thing.key] = Terms::kEnds;
    } else if (destination == 0) {
        m_goes.erase(thing.key);
    } else {
        m_goes[thing.key] = destination - (hasUnnamed() ? 1 : 0);
    }
    return true;
}

std::vector<ReorganisationDraft::Thing> ReorganisationDraft::heads() const
{
    const Organisation &organisation = m_context.document.organisation();
    std::vector<Thing> heads;
    if (m_kind != ReorganisationKind::Consolidate)
        return heads;
    for (const Thing &thing : m_things) {
        const Post *post = thing.key.kind == RowKind::Post ? organisation.find(PostId{thing.key.uid}) : nullptr;
        const PostState *state = post == nullptr ? nullptr : stateOn(*post, day());
        if (state != nullptr && state->role == PostRole::Head && !state->surplus)
            heads.push_back(thing);
    }
    if (heads.size() < 2)
        heads.clear();
    return heads;
}

QStringList ReorganisationDraft::missing() const
{
    QStringList missing;
    if (m_number.isEmpty())
        missing += DraftTexts::number();
    if (!m_from)
        missing += DraftTexts::from();
    if (foundsSeveral() && m_names.size() < 2)
        missing += DraftTexts::names();
    else if (foundsUnits() && m_names.isEmpty())
        missing += DraftTexts::name();
    if (needsHeir() && m_heir.isNull())
        missing += DraftTexts::heir();
    return missing;
}

NewUnit ReorganisationDraft::founded(const QString &name) const
{
    const Organisation &organisation = m_context.document.organisation();
    NewUnit unit;
    unit.facts.name = name;
    if (const UnitState *model = stateOn(*organisation.find(m_units.front()), day())) {
        unit.facts.kind = model->kind;
        unit.facts.block = model->block;
        unit.facts.locality = model->locality;
    }
    if (const auto above = organisation.graph().parentOn(m_units.front(), RelationType::BelongsTo, day()))
        unit.parent = above->unit();
    return unit;
}

Terms ReorganisationDraft::terms() const
{
    Terms terms;
    terms.heirs = m_goes;
    terms.surplusUntil = m_surplusUntil;
    const auto isHead = [this](const Thing &thing) { return thing.key == keyOf(m_head); };
    if (std::ranges::any_of(heads(), isHead)) // on another date it may be none
        terms.heads.insert(m_head);
    return terms;
}

Result<Change> ReorganisationDraft::change() const
{
    const Organisation &organisation = m_context.document.organisation();
    IdSource &ids = m_context.document.ids();
    Order order;
    order.document.number = m_number;
    order.document.date = m_documentDate;
    order.from = day();
    const UnitId first = m_units.front();
    const QString name = m_names.value(0);
    switch (m_kind) {
    case ReorganisationKind::Absorb:
        return absorbUnits(organisation, m_units, m_heir, terms(), order, ids);
    case ReorganisationKind::Consolidate:
        return consolidateUnits(organisation, m_units, founded(name), terms(), order, ids);
    case ReorganisationKind::Divide: {
        std::vector<NewUnit> heirs;
        for (const QString &each : m_names)
            heirs.push_back(founded(each));
        return divideUnit(organisation, first, heirs, terms(), order, ids);
    }
    case ReorganisationKind::Separate:
        return separateUnit(organisation, first, founded(name), terms(), order, ids);
    case ReorganisationKind::Dissolve: {
        const std::vector<UnitId> heirs(m_heir.isNull() ? 0U : 1U, m_heir);
        return dissolveUnit(organisation, first, heirs, terms(), order, ids);
    }
    case ReorganisationKind::Transfer:
        return transferUnit(organisation, first, m_heir, UnitTransfer::Attach, order, ids);
    case ReorganisationKind::TransferFunctions:
        break;
    }
    std::vector<FunctionId> functions;
    std::vector<PostId> posts;
    for (const auto &[key, heir] : m_goes) {
        if (key.kind == RowKind::Function)
            functions.push_back(FunctionId{key.uid});
        else if (key.kind == RowKind::Post)
            posts.push_back(PostId{key.uid});
    }
    return transferFunctions(organisation, first, m_heir, functions, posts, order, ids);
}

} // namespace bomay
