// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_context.h"

namespace bomay {

void ImportContext::putRelation(RelationType type, NodeRef from, NodeRef to, const Period &period)
{
    for (const RelationId id : base.graph().relationsFrom(from)) {
        const Relation *relation = base.find(id);
        const Period &known = relation->period;
        const bool holds = known.to.isEmpty() || isOnDay(known);
        if (relation->type == type && relation->to == to && (known == period || (period == Period{} && holds)))
            return;
    }
    builder.put(Relation{ids.make<RelationId>(), type, from, to, period});
}

Day ImportContext::dayOfRows() const
{
    const PartialDate &known = day.isEmpty() ? base.info().asOf : day;
    return known.isEmpty() ? Day::latest() : known.lastDay();
}

QString ImportContext::nearLocalities(const QString &code)
{
    if (!m_nearLocalities) {
        m_nearLocalities.emplace();
        for (const QString &known : localities.keys())
            m_nearLocalities->add(known);
        for (const Locality &known : base.localities())
            m_nearLocalities->add(known.code);
    }
    return m_nearLocalities->to(code);
}

const Relation *ImportContext::relationUp(RelationType type, NodeRef node) const
{
    for (const RelationId id : base.graph().relationsFrom(node)) {
        const Relation *relation = base.find(id);
        if (relation->type == type && isOnDay(relation->period))
            return relation;
    }
    return lastRelation(base, type, node);
}

void ImportContext::stage(NodeRef node, std::optional<StagedReason> reason, const QString &parentText)
{
    bool isThere = false;
    for (const Staged *staged : base.naming<Staged>(keyOf(node))) {
        if (reason == staged->reason && parentText == staged->parentText)
            isThere = true;
        else
            builder.remove(keyOf(staged->id));
    }
    if (reason && !isThere)
        builder.put(Staged{ids.make<StagedId>(), node, *reason, parentText});
}

void ImportContext::finish(RowReader &row)
{
    if (row.counts())
        countRow(row.worst());
    for (Diagnostic &diagnostic : row.takeDiagnostics())
        report.diagnostics.push_back(std::move(diagnostic));
}

void ImportContext::countRow(DiagnosticSeverity worst)
{
    ++report.rows;
    switch (worst) {
    case DiagnosticSeverity::Error:
        ++report.leftOut;
        break;
    case DiagnosticSeverity::Asked:
        ++report.asked;
        break;
    case DiagnosticSeverity::Warning:
    case DiagnosticSeverity::Info:
        ++report.taken;
        break;
    }
}

const Relation *lastRelation(const Organisation &organisation, RelationType type, NodeRef node)
{
    const Relation *last = nullptr;
    for (const RelationId id : organisation.graph().relationsFrom(node)) {
        const Relation *relation = organisation.find(id);
        if (relation->type == type && (last == nullptr || last->period.firstDay() < relation->period.firstDay()))
            last = relation;
    }
    return last;
}

UnitId lastUnit(const Organisation &organisation, NodeRef node)
{
    const Relation *place = lastRelation(organisation, RelationType::BelongsTo, node);
    return place == nullptr ? UnitId{} : place->to.unit();
}

} // namespace bomay
