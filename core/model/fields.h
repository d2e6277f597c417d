// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/chart_fields.h"
#include "core/model/row.h"

#include <concepts>
#include <string_view>
#include <type_traits>

namespace bomay {

// The fields of every entity, named once. JSON, the document's tables and tests walk these lists, so that a new field
// is one member and one line here. `visit` is called as visit(name, field) in a fixed order; dated entities have
// `states` apart.

template <typename State, typename Visit>
    requires std::same_as<std::remove_const_t<State>, LocalityState>
void visitFields(State &s, Visit &&visit)
{
    visit("period", s.period);
    visit("name", s.name);
    visit("type", s.type);
    visit("parent", s.parent);
    visit("class", s.localityClass);
    visit("population", s.population);
    visit("minority_population", s.minorityPopulation);
    visit("island", s.island);
    visit("custom", s.custom);
}

template <typename State, typename Visit>
    requires std::same_as<std::remove_const_t<State>, UnitState>
void visitFields(State &s, Visit &&visit)
{
    visit("period", s.period);
    visit("name", s.name);
    visit("short_name", s.shortName);
    visit("electronic_id", s.electronicId);
    visit("block", s.block);
    visit("kind", s.kind);
    visit("locality", s.locality);
    visit("rank", s.order);
    visit("staff_allotted", s.staffAllotted);
    visit("staff_filled", s.staffFilled);
    visit("deputies_allotted", s.deputiesAllotted);
    visit("autonomy", s.autonomy);
    visit("reorganised_on", s.reorganisedOn);
    visit("reorganisation", s.reorganisation);
    visit("essential_service", s.essentialService);
    visit("legal_basis", s.legalBasis);
    visit("address", s.address);
    visit("phone", s.phone);
    visit("mail", s.mail);
    visit("function", s.function);
    visit("note", s.note);
    visit("custom", s.custom);
    visit("allotment_basis", s.allotmentBasis);
}

template <typename State, typename Visit>
    requires std::same_as<std::remove_const_t<State>, PostState>
void visitFields(State &s, Visit &&visit)
{
    visit("period", s.period);
    visit("title", s.title);
    visit("role", s.role);
    visit("tier", s.tier);
    visit("standing", s.standing);
    visit("rank", s.order);
    visit("seats", s.seats);
    visit("fte", s.fte);
    visit("full_time", s.fullTime);
    visit("fields", s.fields);
    visit("position", s.position);
    visit("grade", s.grade);
    visit("note", s.note);
    visit("surplus", s.surplus);
    visit("surplus_until", s.surplusUntil);
    visit("custom", s.custom);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, Locality>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("code", e.code);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, Unit>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("code", e.code);
    visit("provisional_code", e.provisionalCode);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, Post>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("code", e.code);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, Person>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("code", e.code);
    visit("name", e.name);
    visit("born", e.born);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, Portrait>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("person", e.person);
    visit("picture", e.picture);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, Appointment>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("post", e.post);
    visit("person", e.person);
    visit("kind", e.kind);
    visit("period", e.period);
    visit("decision", e.decision);
    visit("began", e.began);
    visit("ended", e.ended);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, Relation>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("type", e.type);
    visit("from", e.from);
    visit("to", e.to);
    visit("period", e.period);
    visit("extent", e.extent);
    visit("subject", e.subject);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, Staged>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("node", e.node);
    visit("reason", e.reason);
    visit("parent_text", e.parentText);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, LegalDocument>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("number", e.number);
    visit("type", e.type);
    visit("date", e.date);
    visit("issuer", e.issuer);
    visit("summary", e.summary);
    visit("period", e.validity);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, LocalitySuccession>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("predecessor", e.predecessor);
    visit("successor", e.successor);
    visit("extent", e.extent);
    visit("date", e.date);
    visit("document", e.document);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, Function>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("unit", e.unit);
    visit("rank", e.order);
    visit("text", e.text);
    visit("source", e.source);
    visit("period", e.period);
    visit("predecessor", e.predecessor);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, Quota>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("unit", e.unit);
    visit("year", e.year);
    visit("kind", e.kind);
    visit("allotted", e.allotted);
    visit("in_post", e.inPost);
    visit("reserve", e.reserve);
    visit("document", e.document);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, Duty>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("accountable", e.accountable);
    visit("rank", e.order);
    visit("text", e.text);
    visit("assigned", e.assigned);
    visit("deadline", e.deadline);
    visit("responsibility", e.responsibility);
    visit("product", e.product);
    visit("target", e.target);
    visit("authority", e.authority);
    visit("state", e.state);
    visit("document", e.document);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, DutyParticipant>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("duty", e.duty);
    visit("node", e.node);
    visit("part", e.part);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, Note>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("node", e.node);
    visit("text", e.text);
    visit("author", e.author);
    visit("date", e.date);
    visit("state", e.state);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, Waiver>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("rule", e.rule);
    visit("fingerprint", e.fingerprint);
    visit("subject", e.subject);
    visit("limit_text", e.limit);
    visit("actual_text", e.actual);
    visit("reason", e.reason);
    visit("basis", e.basis);
    visit("author", e.author);
    visit("date", e.date);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, Confirmation>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("rule", e.rule);
    visit("edition", e.edition);
    visit("basis", e.basis);
    visit("as_error", e.asError);
    visit("author", e.author);
    visit("date", e.date);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, RuleSwitch>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("rule", e.rule);
    visit("is_on", e.isOn);
    visit("author", e.author);
    visit("date", e.date);
}

template <typename Entity, typename Visit>
    requires std::same_as<std::remove_const_t<Entity>, DocumentInfo>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("title", e.title);
    visit("as_of", e.asOf);
}

/// Entities whose facts are dated states.
template <typename Entity>
concept Dated = requires(const Entity &entity) { entity.states; };

/// Calls `visit(key)` for every row that a row names in its fields and states; what names nothing is left out.
template <typename Entity, typename Visit>
void visitReferences(const Entity &entity, Visit &&visit)
{
    const auto visitField = [&visit]<typename Field>(const char *name, const Field &field) {
        if constexpr (std::is_same_v<Field, NodeRef>) {
            visit(keyOf(field));
        } else if constexpr (requires { keyOf(field); }) {
            if (!field.isNull() && std::string_view(name) != "id")
                visit(keyOf(field));
        }
    };
    visitFields(entity, visitField);
    if constexpr (Dated<Entity>)
        for (const auto &state : entity.states)
            visitFields(state, visitField);
}

} // namespace bomay
