// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/differences.h"

#include "core/change/change_between.h"

#include <algorithm>
#include <map>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

template <typename Entity>
auto latest(const Entity &entity)
{
    return entity.states.empty() ? typename decltype(entity.states)::value_type{} : entity.states.back();
}

/// Names rows of one organisation by their latest states.
class Namer
{
public:
    explicit Namer(const Organisation &organisation)
        : m_organisation(organisation)
    {}

    struct Label
    {
        QString name;
        QString place;

        friend bool operator==(const Label &, const Label &) = default;
    };

    [[nodiscard]] Label label(const RowKey &key) const
    {
        Label found;
        m_organisation.visitRow(key, [&](const auto &row) { found = labelOf(row); });
        return found;
    }

private:
    [[nodiscard]] Label labelOf(const DocumentInfo &info) const { return {info.title, {}}; }
    [[nodiscard]] Label labelOf(const LegalDocument &document) const { return {document.number, {}}; }
    [[nodiscard]] Label labelOf(const Locality &locality) const { return {latest(locality).name, {}}; }
    [[nodiscard]] Label labelOf(const LocalitySuccession &succession) const
    {
        return {nameOf(succession.predecessor), nameOf(succession.successor)};
    }
    [[nodiscard]] Label labelOf(const Unit &unit) const { return {latest(unit).name, parentOf(unit.id)}; }
    [[nodiscard]] Label labelOf(const Post &post) const { return {latest(post).title, parentOf(post.id)}; }
    [[nodiscard]] Label labelOf(const Person &person) const { return {person.name, {}}; }
    [[nodiscard]] Label labelOf(const Appointment &appointment) const
    {
        const Label post = label(keyOf(appointment.post));
        return {label(keyOf(appointment.person)).name, joined(post)};
    }
    [[nodiscard]] Label labelOf(const Relation &relation) const
    {
        return {joined(label(keyOf(relation.from))), joined(label(keyOf(relation.to)))};
    }
    [[nodiscard]] Label labelOf(const Staged &staged) const
    {
        return {label(keyOf(staged.node)).name, staged.parentText};
    }
    [[nodiscard]] Label labelOf(const Function &function) const { return {function.text, nameOf(function.unit)}; }
    [[nodiscard]] Label labelOf(const Quota &quota) const { return {QString::number(quota.year), nameOf(quota.unit)}; }
    [[nodiscard]] Label labelOf(const Duty &duty) const { return {duty.text, joined(label(keyOf(duty.accountable)))}; }
    [[nodiscard]] Label labelOf(const DutyParticipant &participant) const
    {
        return {joined(label(keyOf(participant.node))), label(keyOf(participant.duty)).name};
    }

    [[nodiscard]] Label labelOf(const Waiver &waiver) const { return {waiver.subject, waiver.reason}; }

    [[nodiscard]] Label labelOf(const Confirmation &confirmation) const
    {
        return {confirmation.rule, confirmation.basis};
    }

    [[nodiscard]] Label labelOf(const RuleSwitch &ruleSwitch) const { return {ruleSwitch.rule, {}}; }

    // Nothing of the organisation: `differences` leaves them out.
    [[nodiscard]] Label labelOf(const Portrait & /*portrait*/) const { return {}; }
    [[nodiscard]] Label labelOf(const ChartView & /*view*/) const { return {}; }
    [[nodiscard]] Label labelOf(const BranchMark & /*mark*/) const { return {}; }
    [[nodiscard]] Label labelOf(const ChartObject & /*object*/) const { return {}; }

    [[nodiscard]] Label labelOf(const Note &note) const { return {note.text, joined(label(keyOf(note.node)))}; }

    [[nodiscard]] static QString joined(const Label &label)
    {
        return label.place.isEmpty() ? label.name : label.name + u", "_s + label.place;
    }

    template <typename Entity>
    [[nodiscard]] QString nameOf(Id<Entity> id) const
    {
        return label(keyOf(id)).name;
    }

    /// The name of the unit that a node belonged to last.
    [[nodiscard]] QString parentOf(NodeRef node) const
    {
        const Relation *last = nullptr;
        for (const RelationId id : m_organisation.graph().relationsFrom(node)) {
            const Relation *relation = m_organisation.find(id);
            if (relation != nullptr && relation->type == RelationType::BelongsTo &&
                (last == nullptr || last->period.firstDay() < relation->period.firstDay()))
                last = relation;
        }
        const Unit *unit = last != nullptr ? m_organisation.find(last->to.unit()) : nullptr;
        return unit != nullptr ? latest(*unit).name : QString();
    }

    const Organisation &m_organisation;
};

} // namespace

std::vector<Difference> differences(const Organisation &before, const Organisation &after)
{
    const Namer then(before);
    const Namer now(after);
    // An edge that changed has two images; by kind and id its row is told once.
    std::map<RowKey, RowEffect> touched;
    for (const RowImage &image : changeBetween(before, after).images)
        if (!isDrawingKind(image.key.kind))
            touched[image.key] = !before.contains(image.key)  ? RowEffect::Added
                                 : !after.contains(image.key) ? RowEffect::Removed
                                                              : RowEffect::Modified;
    std::vector<Difference> found;
    for (const auto &[key, effect] : touched) {
        const Namer::Label old = then.label(key);
        const Namer::Label present = effect == RowEffect::Removed ? old : now.label(key);
        const bool isOther = effect == RowEffect::Modified && old != present;
        const QString earlier = old.place.isEmpty() ? old.name : old.name + u", "_s + old.place;
        found.push_back({key, effect, present.name, present.place, isOther ? earlier : QString()});
    }
    std::ranges::stable_sort(found, {}, [](const Difference &one) { return std::pair(one.key.kind, one.name); });
    return found;
}

} // namespace bomay
