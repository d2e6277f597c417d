// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entities.h"

#include <concepts>
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
    requires std::same_as<std::remove_const_t<Entity>, Appointment>
void visitFields(Entity &e, Visit &&visit)
{
    visit("id", e.id);
    visit("post", e.post);
    visit("person", e.person);
    visit("kind", e.kind);
    visit("period", e.period);
    visit("decision", e.decision);
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

} // namespace bomay
